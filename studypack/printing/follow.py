"""A job is followed to its end, or until the printer is well at work on it."""

import re
from enum import StrEnum
from time import monotonic, sleep

from studypack.errors import PrintingError
from studypack.printing.accounts import JobState, PrinterState, Status
from studypack.printing.preflight import because
from studypack.printing.printer import Printer
from studypack.printing.statuses import NOT_FOUND, RefusedError

_FIRST_PAUSE = 0.1
_LONGEST_PAUSE = 2.0
"""In seconds, between two questions."""
_UNWELL: dict[int, str] = {
    JobState.STOPPED: "has stopped",
    JobState.CANCELED: "was cancelled",
    JobState.ABORTED: "was given up",
}
_UNREACHED = re.compile(
    r"not (respond|connected|exist)|unavailable|unreachable|offline|unable to (connect|locate)", re.I
)
"""How CUPS says, in words alone, that it tries in vain to reach a printer (its backends ipp, socket and usb)."""


class Outcome(StrEnum):
    """How a job stood when we left it."""

    PRINTED = "printed"
    PRINTING = "printing"
    WAITING = "waiting for its turn"
    HELD = "held there until someone releases it"
    LEFT = "handed over"
    """The printer tells no more of it."""


_OUTCOMES: dict[int, Outcome] = {
    JobState.PENDING: Outcome.WAITING,
    JobState.HELD: Outcome.HELD,
    JobState.PROCESSING: Outcome.PRINTING,
    JobState.COMPLETED: Outcome.PRINTED,
}


def follow(printer: Printer, label: str, number: int) -> Outcome:
    """How the job of a number ends, or stands when the patience for finishing is over.

    Raises PrintingError, with the printer's words, for a job that fails, or waits for a printer that cannot print.
    """
    try:
        status = _settled(printer, number)
        printers = printer.describe()[0] if status.state in (JobState.PENDING, JobState.PROCESSING) else None
    except PrintingError as error:
        if isinstance(error, RefusedError) and error.status == NOT_FOUND:
            return Outcome.LEFT  # Some printers forget a job once it is done.
        raise PrintingError(f"{label} was sent, but then {error}", error.problems[0].hint) from None
    if status.state in _UNWELL:
        raise PrintingError(f"{label} {_UNWELL[status.state]}{because(status)}", "see to the printer, then print again")
    if printers and _is_stuck(printers, status):
        said = because(printers if printers.message else status)
        raise PrintingError(f"{label} is not printed yet{said}", "it waits, and is printed once the printer can")
    return _OUTCOMES.get(status.state, Outcome.LEFT)


def _settled(printer: Printer, number: int) -> Status:
    """A job's status once it has ended, or as it is when patience is over."""
    deadline, pause = monotonic() + printer.patience.finishing, _FIRST_PAUSE
    status = printer.job(number)
    while status.state not in (*_UNWELL, JobState.COMPLETED) and monotonic() + pause < deadline:
        sleep(pause)
        pause = min(1.5 * pause, _LONGEST_PAUSE)
        status = printer.job(number)
    return status


def _is_stuck(printer: Status, job: Status) -> bool:
    """Whether a job waits for a printer that cannot print, not for its turn."""
    return printer.state == PrinterState.STOPPED or bool(_UNREACHED.search(f"{job.message} {printer.message}"))
