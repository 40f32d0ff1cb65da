"""Errors of a request to a printer, in words and with a way out: of IPP, of HTTP, of the connection."""

import socket
import ssl
from http.client import HTTPException

from studypack.base.errors import PrintingError
from studypack.printing.address import Address
from studypack.printing.attributes import one_line, text_values
from studypack.printing.ipp import DelimiterTag, Response

NOT_FOUND = 0x0406
VERSION_NOT_SUPPORTED = 0x0503
_OPERATION_NOT_SUPPORTED = 0x0501
_LAST_SUCCESSFUL = 0x00FF

_STATUS_KEYWORDS = {
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
"""The names of error status codes, without client-error or server-error before them (RFC 8011, appendix B)."""
_NOT_AUTHORIZED = (0x0401, 0x0402, 0x0403)
_TEMPORARY = (0x0405, 0x0502, 0x0505, 0x0507)


class StatusCodeError(PrintingError):
    """A response with an error status code: the printer refuses the request."""

    def __init__(self, message: str, hint: str, status: int) -> None:
        super().__init__(message, hint)
        self.status = status
        """The status code (RFC 8011, appendix B)."""

    @property
    def is_unsupported_operation(self) -> bool:
        """Whether the printer does not support the operation, which says nothing against the job."""
        return self.status == _OPERATION_NOT_SUPPORTED


def raise_for_status(label: str, response: Response) -> None:
    """Raise StatusCodeError if a response has an error status code; `label` names the printer in the message."""
    if response.status <= _LAST_SUCCESSFUL:
        return
    said = one_line(text_values(response.attribute_group(DelimiterTag.OPERATION), "status-message"))
    name = f"({_STATUS_KEYWORDS.get(response.status, f'status 0x{response.status:04x}')})"
    unsupported = one_line(response.attribute_group(DelimiterTag.UNSUPPORTED))
    words = [said, name, f"because of: {unsupported}" if unsupported else ""]
    raise StatusCodeError(
        f"{label} says no: {' '.join(filter(None, words))}", _way_out(response.status), response.status
    )


def _way_out(status: int) -> str:
    if status in _NOT_AUTHORIZED:
        return "add the printer to this computer's printers, which keep passwords, and give its name"
    if status in _TEMPORARY:
        return "try again in a minute"
    if status == NOT_FOUND:
        return "check the end of the address: most printers are at /ipp/print"
    return "look at the printer's own display, or ask whoever looks after it"


CHECK_ADDRESS = "check the address: the printer shows it in its network settings"
_NAME_IT = "add the printer to this computer's printers, and give its name: studypack printers lists them"


def http_status_error(address: Address, status: int, reason: str) -> PrintingError:
    """Return the error for an HTTP response that carries no IPP response (RFC 9110, 15; RFC 8010, 3.4)."""
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
            return PrintingError(f"{said}; what is at {address.uri} is no printer", CHECK_ADDRESS)


def connection_error(address: Address, error: Exception) -> PrintingError:
    """Return the error for a connection that failed or was lost; `error` is what Python raised."""
    where = address.socket or f"{address.host}:{address.port}"
    match error:
        case ssl.SSLError():
            return _tls_error(address, where, error)
        case socket.gaierror() | UnicodeError():
            return PrintingError(f"no computer called {address.host} can be found", CHECK_ADDRESS)
        case TimeoutError():
            return PrintingError(f"{where} does not answer", "is the printer switched on, and on this network?")
        case HTTPException() | ConnectionResetError() | BrokenPipeError():
            return PrintingError(
                f"what answers at {where} is no printer, or it hung up",
                f"{CHECK_ADDRESS}; with encryption it begins with ipps://",
            )
        case _:
            said = (getattr(error, "strerror", None) or type(error).__name__).lower()
            return PrintingError(f"no connection to {where}: {said}", CHECK_ADDRESS)


def _tls_error(address: Address, where: str, error: ssl.SSLError) -> PrintingError:
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
