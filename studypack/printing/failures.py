"""What is wrong with a printer's address or the line to it, in words, with a way out."""

import socket
import ssl
from http.client import HTTPException

from studypack.base.errors import PrintingError
from studypack.printing.address import Address
from studypack.printing.attributes import message_of, texts
from studypack.printing.ipp import Answer, Group

NOT_FOUND = 0x0406
VERSION_NOT_SUPPORTED = 0x0503
_OPERATION_NOT_SUPPORTED = 0x0501
_LAST_GOOD = 0x00FF

_NAMES = {
    0x0400: "bad-request",
    0x0401: "forbidden",
    0x0402: "not-authenticated",
    0x0403: "not-authorized",
    0x0404: "not-possible",
    0x0405: "timeout",
    0x0406: "not-found",
    0x0407: "gone",
    0x0408: "request-entity-too-large",
    0x0409: "request-value-too-long",
    0x040A: "document-format-not-supported",
    0x040B: "attributes-or-values-not-supported",
    0x040E: "conflicting-attributes",
    0x0411: "document-format-error",
    0x0500: "internal-error",
    0x0501: "operation-not-supported",
    0x0502: "service-unavailable",
    0x0503: "version-not-supported",
    0x0504: "device-error",
    0x0505: "temporary-error",
    0x0506: "not-accepting-jobs",
    0x0507: "busy",
    0x0508: "job-canceled",
}
_AUTHORITY = (0x0401, 0x0402, 0x0403)
_LATER = (0x0405, 0x0502, 0x0505, 0x0507)


class RefusedError(PrintingError):
    """A printer's own no."""

    def __init__(self, message: str, hint: str, status: int) -> None:
        super().__init__(message, hint)
        self.status = status
        """The code of RFC 8011, appendix B."""

    @property
    def unknown_operation(self) -> bool:
        """Whether the printer has never heard of what was asked, which is no refusal of the job."""
        return self.status == _OPERATION_NOT_SUPPORTED


def refuse(label: str, answer: Answer) -> None:
    """Raise RefusedError where the answer to a request is a no."""
    if answer.status <= _LAST_GOOD:
        return
    said = message_of(texts(answer.group(Group.OPERATION), "status-message"))
    name = f"({_NAMES.get(answer.status, f'status 0x{answer.status:04x}')})"
    unsupported = message_of(answer.group(Group.UNSUPPORTED))
    words = [said, name, f"because of: {unsupported}" if unsupported else ""]
    raise RefusedError(f"{label} says no: {' '.join(filter(None, words))}", _way_out(answer.status), answer.status)


def _way_out(status: int) -> str:
    if status in _AUTHORITY:
        return "add the printer to this computer's printers, which keep passwords, and give its name"
    if status in _LATER:
        return "try again in a minute"
    if status == NOT_FOUND:
        return "check the end of the address: most printers are at /ipp/print"
    return "look at the printer's own display, or ask whoever looks after it"


SEE_ADDRESS = "check the address: the printer shows it in its network settings"
_NAME_IT = "add the printer to this computer's printers, and give its name: studypack printers lists them"


def refused(address: Address, status: int, reason: str) -> PrintingError:
    """An answer of HTTP that carries none of IPP (RFC 9110, 15; RFC 8010, 3.4)."""
    said = f"{address.host} answers: {status} {reason}".rstrip()
    match status:
        case 401:
            return PrintingError(f"{said}; the printer wants a name and a password", _NAME_IT)
        case 403:
            return PrintingError(f"{said}; the printer lets others print, not you", "ask whoever looks after it")
        case 404:
            return PrintingError(f"{said}; no printer is at {address.path}", "most printers are at /ipp/print")
        case 426:
            return PrintingError(f"{said}; the printer wants encryption", "write ipps:// in place of ipp://")
        case _:
            return PrintingError(f"{said}; what is at {address.uri} is no printer", SEE_ADDRESS)


def broken(address: Address, error: Exception) -> PrintingError:
    """A line that could not be had, or was lost."""
    where = address.socket or f"{address.host}:{address.port}"
    match error:
        case ssl.SSLError():
            return _unencrypted(address, where, error)
        case socket.gaierror() | UnicodeError():
            return PrintingError(f"no computer called {address.host} can be found", SEE_ADDRESS)
        case TimeoutError():
            return PrintingError(f"{where} does not answer", "is the printer switched on, and on this network?")
        case HTTPException() | ConnectionResetError() | BrokenPipeError():
            return PrintingError(
                f"what answers at {where} is no printer, or it hung up",
                f"{SEE_ADDRESS}; with encryption it begins with ipps://",
            )
        case _:
            said = (getattr(error, "strerror", None) or type(error).__name__).lower()
            return PrintingError(f"no connection to {where}: {said}", SEE_ADDRESS)


def _unencrypted(address: Address, where: str, error: ssl.SSLError) -> PrintingError:
    if isinstance(error, ssl.SSLCertVerificationError):
        return PrintingError(
            f"{address.host} cannot prove that it is {address.host}: {error.verify_message}",
            "printers often sign their own certificate; where you trust the network, add --insecure",
        )
    said = (error.reason or "it hung up").replace("_", " ").lower()
    return PrintingError(
        f"no encrypted connection to {where}: {said}",
        "write ipp:// in place of ipps://, or add --insecure for a printer of the old days",
    )
