"""What a printer's refusal means, in its own words where it has any (RFC 8011, appendix B)."""

from studypack.errors import PrintingError
from studypack.printing.accounts import message_of, texts
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
