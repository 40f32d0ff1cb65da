"""Printer and job attributes, read from responses (RFC 8011, 5.3 and 5.4). Values of a wrong type are ignored."""

from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum

from studypack.base.record import record
from studypack.printing.ipp import AttributeValue

PRINTER_ATTRIBUTES = (
    "copies-supported",
    "document-format-supported",
    "media-ready",
    "media-supported",
    "multiple-document-handling-supported",
    "print-color-mode-supported",
    "print-scaling-supported",
    "printer-is-accepting-jobs",
    "printer-state",
    "printer-state-message",
    "printer-state-reasons",
    "sides-supported",
)
"""The printer attributes that are requested."""
JOB_ATTRIBUTES = ("job-state", "job-state-message", "job-state-reasons", "job-printer-state-message")
"""The job attributes that are requested. CUPS puts what the printer itself reports into the last."""

Attributes = Mapping[str, Sequence[AttributeValue]]
"""The attributes of a group: the values of each, by its name."""
_MAX_MESSAGE = 300
_MAX_REASONS = 10
"""Characters of a printer's message, and reasons, that are kept. More would fill the terminal and help nobody."""


class PrinterState(IntEnum):
    """The values of `printer-state` (RFC 8011, 5.4.11)."""

    IDLE = 3
    PROCESSING = 4
    STOPPED = 5


class JobState(IntEnum):
    """The values of `job-state` (RFC 8011, 5.3.7)."""

    PENDING = 3
    HELD = 4
    PROCESSING = 5
    STOPPED = 6
    CANCELED = 7
    ABORTED = 8
    COMPLETED = 9


@record
class StateReport:
    """The state of a printer or a job, as the printer reports it."""

    state: int
    """A `PrinterState` or `JobState`; 0 if the printer does not report it."""
    message: str
    reasons: tuple[str, ...]
    """The keywords of `…-state-reasons`: media-empty, toner-low-warning."""


@record
class Capabilities:
    """What a printer supports. A set is empty if the printer does not report that attribute."""

    formats: frozenset[str]
    sides: frozenset[str]
    media: frozenset[str]
    media_ready: frozenset[str]
    """The media that are loaded in its trays."""
    colors: frozenset[str]
    document_handling: frozenset[str]
    scaling: frozenset[str]
    max_copies: int
    """0 if the printer does not report it."""
    is_accepting_jobs: bool


def state_report(attributes: Attributes, kind: str) -> StateReport:
    """Return the state in the attributes of a `kind`: "printer" or "job"."""
    messages = text_values(attributes, f"{kind}-state-message") or text_values(
        attributes, f"{kind}-printer-state-message"
    )
    reasons = [reason for reason in text_values(attributes, f"{kind}-state-reasons") if reason != "none"]
    return StateReport(first_integer(attributes, f"{kind}-state"), one_line(messages), tuple(reasons[:_MAX_REASONS]))


def one_line(messages: Iterable[str]) -> str:
    """Join a printer's messages into one line, cut off after 300 characters."""
    return " ".join(" ".join(messages).split())[:_MAX_MESSAGE]


def capabilities_of(attributes: Attributes) -> Capabilities:
    """Return what a printer supports, from its printer attributes."""
    most = max((top for value in attributes.get("copies-supported", ()) if (top := _upper_bound(value))), default=0)
    return Capabilities(
        formats=frozenset(text_values(attributes, "document-format-supported")),
        sides=frozenset(text_values(attributes, "sides-supported")),
        media=frozenset(text_values(attributes, "media-supported")),
        media_ready=frozenset(text_values(attributes, "media-ready")),
        colors=frozenset(text_values(attributes, "print-color-mode-supported")),
        document_handling=frozenset(text_values(attributes, "multiple-document-handling-supported")),
        scaling=frozenset(text_values(attributes, "print-scaling-supported")),
        max_copies=most,
        is_accepting_jobs=0 not in attributes.get("printer-is-accepting-jobs", ()),
    )


def _upper_bound(value: AttributeValue) -> int:
    if isinstance(value, tuple):
        return value[1]
    return value if isinstance(value, int) else 0


def text_values(attributes: Attributes, name: str) -> list[str]:
    """Return the text values of an attribute, without the empty ones."""
    return [value for value in attributes.get(name, ()) if isinstance(value, str) and value]


def first_integer(attributes: Attributes, name: str) -> int:
    """Return the first integer value of an attribute; 0 if it has none."""
    return next((value for value in attributes.get(name, ()) if isinstance(value, int)), 0)
