"""What a printer says of itself and of its jobs, read from its answers; a value of the wrong kind is no value."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from studypack.printing.ipp import Value

OF_A_PRINTER = (
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
"""What it is asked about itself."""
OF_A_JOB = ("job-state", "job-state-message", "job-state-reasons", "job-printer-state-message")
"""What it is asked about a job; the last is what CUPS knows of the printer behind it."""

Attributes = Mapping[str, Sequence[Value]]
_LONGEST_MESSAGE = 300
_MOST_REASONS = 10
"""Of what a printer says, in characters and keywords: a whole terminal full of it helps nobody."""


class PrinterState(IntEnum):
    """RFC 8011, 5.4.11."""

    IDLE = 3
    PROCESSING = 4
    STOPPED = 5


class JobState(IntEnum):
    """RFC 8011, 5.3.7."""

    PENDING = 3
    HELD = 4
    PROCESSING = 5
    STOPPED = 6
    CANCELED = 7
    ABORTED = 8
    COMPLETED = 9


@dataclass(frozen=True, slots=True)
class Status:
    """How a printer or a job is, by its own account."""

    state: int
    """A `PrinterState` or `JobState`; 0 where it does not say."""
    message: str
    reasons: tuple[str, ...]
    """Keywords: media-empty, toner-low-warning."""


@dataclass(frozen=True, slots=True)
class Abilities:
    """What a printer takes; empty where it does not say."""

    formats: frozenset[str]
    sides: frozenset[str]
    media: frozenset[str]
    media_ready: frozenset[str]
    """What is in its trays."""
    colors: frozenset[str]
    handling: frozenset[str]
    scaling: frozenset[str]
    most_copies: int
    """0 where it does not say."""
    accepting: bool


def status_of(said: Attributes, kind: str) -> Status:
    """How a "printer" or a "job" is."""
    messages = texts(said, f"{kind}-state-message") or texts(said, f"{kind}-printer-state-message")
    reasons = [reason for reason in texts(said, f"{kind}-state-reasons") if reason != "none"]
    return Status(first_number(said, f"{kind}-state"), message_of(messages), tuple(reasons[:_MOST_REASONS]))


def message_of(said: Iterable[str]) -> str:
    """What a printer says in words, in one line that is not too long."""
    return " ".join(" ".join(said).split())[:_LONGEST_MESSAGE]


def abilities_of(said: Attributes) -> Abilities:
    """What a printer takes."""
    most = max((top for value in said.get("copies-supported", ()) if (top := _upper(value))), default=0)
    return Abilities(
        formats=frozenset(texts(said, "document-format-supported")),
        sides=frozenset(texts(said, "sides-supported")),
        media=frozenset(texts(said, "media-supported")),
        media_ready=frozenset(texts(said, "media-ready")),
        colors=frozenset(texts(said, "print-color-mode-supported")),
        handling=frozenset(texts(said, "multiple-document-handling-supported")),
        scaling=frozenset(texts(said, "print-scaling-supported")),
        most_copies=most,
        accepting=0 not in said.get("printer-is-accepting-jobs", ()),
    )


def _upper(value: Value) -> int:
    if isinstance(value, tuple):
        return value[1]
    return value if isinstance(value, int) else 0


def texts(said: Attributes, name: str) -> list[str]:
    """The texts under a name."""
    return [value for value in said.get(name, ()) if isinstance(value, str) and value]


def first_number(said: Attributes, name: str) -> int:
    """The number under a name; 0 where there is none."""
    return next((value for value in said.get(name, ()) if isinstance(value, int)), 0)
