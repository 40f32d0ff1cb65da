"""A printer that is spoken to in IPP: what it can do, whether it would take a job, the job, and how that goes."""

import re
from dataclasses import dataclass
from enum import StrEnum
from time import monotonic, sleep

from studypack.base.errors import PrintingError
from studypack.printing.address import Address
from studypack.printing.attributes import (
    OF_A_JOB,
    OF_A_PRINTER,
    Abilities,
    JobState,
    PrinterState,
    Status,
    abilities_of,
    first_number,
    status_of,
)
from studypack.printing.failures import NOT_FOUND, SEE_ADDRESS, VERSION_NOT_SUPPORTED, RefusedError, refuse
from studypack.printing.ipp import Answer, GarbledError, Group, Operation, Tag, attribute, decode, request
from studypack.printing.preflight import because
from studypack.printing.ticket import Ticket, greeting, job_template, naming
from studypack.printing.transport import Patience, post

_VERSIONS = ((2, 0), (1, 1))
"""The second for printers that know no better."""


_ALWAYS = ((Group.OPERATION, "attributes-charset"), (Group.OPERATION, "attributes-natural-language"))
"""What every answer has (RFC 8011, 4.1.4.2)."""
_REQUIRED = {
    Operation.GET_PRINTER_ATTRIBUTES: ((Group.PRINTER, "printer-state"),),
    Operation.PRINT_JOB: ((Group.JOB, "job-id"), (Group.JOB, "job-state")),
}
"""What an answer to a request has beside that, of what we read (RFC 8011, 4.2.5.2 and 4.2.1.2)."""
_IS_IT_DONE = "look at the printer before you send it again: it may print the job all the same"


@dataclass(frozen=True, slots=True)
class Printer:
    """The printer at an address."""

    label: str
    """What the user calls it."""
    address: Address
    patience: Patience
    trusting: bool
    """Whether its certificate is taken unchecked."""

    def describe(self) -> tuple[Status, Abilities]:
        """How it is and what it can do (Get-Printer-Attributes). Raises PrintingError, as all that follow do."""
        asked = attribute(Tag.KEYWORD, "requested-attributes", *OF_A_PRINTER)
        said = self._ask(Operation.GET_PRINTER_ATTRIBUTES, asked).group(Group.PRINTER)
        return status_of(said, "printer"), abilities_of(said)

    def validate(self, ticket: Ticket, abilities: Abilities) -> None:
        """Have it say whether it would take the job (Validate-Job). Raises RefusedError if not."""
        try:
            self._ask(Operation.VALIDATE_JOB, naming(ticket), job_template(ticket, abilities))
        except RefusedError as error:
            if not error.unknown_operation:
                raise

    def submit(self, ticket: Ticket, abilities: Abilities, pdf: bytes) -> int:
        """Send the job (Print-Job), and return its number there. Raises RefusedError for a no."""
        answer = self._ask(Operation.PRINT_JOB, naming(ticket), job_template(ticket, abilities), pdf)
        return first_number(answer.group(Group.JOB), "job-id")

    def job(self, number: int) -> Status:
        """How a job goes (Get-Job-Attributes)."""
        asked = attribute(Tag.INTEGER, "job-id", number) + attribute(Tag.KEYWORD, "requested-attributes", *OF_A_JOB)
        return status_of(self._ask(Operation.GET_JOB_ATTRIBUTES, asked).group(Group.JOB), "job")

    def _ask(self, operation: Operation, more: bytes, job: bytes = b"", document: bytes = b"") -> Answer:
        """The answer to a request. Raises RefusedError for a no, PrintingError for anything else amiss."""
        for version in _VERSIONS:
            groups = {Group.OPERATION: greeting(self.address) + more} | ({Group.JOB: job} if job else {})
            sent = request(operation, groups, version)
            data = post(self.address, sent, document, patience=self.patience, trusting=self.trusting)
            try:
                answer = decode(data)
            except GarbledError as error:
                raise PrintingError(f"{self.label} gives an answer that is no IPP: {error}", SEE_ADDRESS) from None
            if answer.status != VERSION_NOT_SUPPORTED:
                break
        refuse(self.label, answer)
        missing = [name for group, name in (*_ALWAYS, *_REQUIRED.get(operation, ())) if name not in answer.group(group)]
        if missing:
            message = f"{self.label} gives an answer without {' and '.join(missing)}, which IPP requires"
            raise PrintingError(message, _IS_IT_DONE if operation is Operation.PRINT_JOB else SEE_ADDRESS)
        return answer


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
