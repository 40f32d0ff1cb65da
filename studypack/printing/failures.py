"""What is wrong with a printer's address or the line to it, in words, with a way out."""

import socket
import ssl
from http.client import HTTPException

from studypack.errors import PrintingError
from studypack.printing.address import Address

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
