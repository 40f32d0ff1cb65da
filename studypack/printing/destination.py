"""Print destinations: a print queue of this computer, served by `lp`, or a printer's address, served by IPP."""

from collections.abc import Iterable

from studypack.base.errors import PrintingError, Problem
from studypack.base.record import record
from studypack.printing import queues
from studypack.printing.address import is_address, parse_address
from studypack.printing.attributes import Capabilities, PrinterState, StateReport
from studypack.printing.client import JobOutcome, Printer, wait_for_job
from studypack.printing.preflight import blocking_problems, explanation, printer_warnings, reasons_in_words
from studypack.printing.ticket import JobTicket
from studypack.printing.transport import Timeouts

_ANY_ADDRESS = "give a printer's address: --printer ipp://192.168.1.20/ipp/print"


@record
class SubmittedJob:
    """A job that was sent."""

    label: str
    """The job's name in messages: copier-12 in a queue, "job 12" at an address."""
    number: int
    """Its `job-id`; 0 if it is not known."""


@record
class Destination:
    """A printer that was found."""

    label: str
    """The printer's name in messages, as the user typed it."""
    printer: Printer | None
    """The printer, or CUPS in place of it, to send requests to; None if CUPS cannot be asked."""
    description: tuple[StateReport, Capabilities] | None
    """Its state and capabilities; None if they are not known."""
    through_lp: bool
    """Whether jobs are submitted with `lp`, and not by IPP."""

    def preflight(self, tickets: Iterable[JobTicket]) -> list[Problem]:
        """Check jobs before they are sent; return warnings. Raises PrintingError with all that prevents printing."""
        if not self.description:
            return []
        tickets = tuple(tickets)
        found = [problem for ticket in tickets for problem in blocking_problems(self.label, *self.description, ticket)]
        if found:
            raise PrintingError(dict.fromkeys(found))
        if self.printer and not self.through_lp:
            for ticket in tickets:
                self.printer.validate(ticket, self.description[1])
        warned = [problem for ticket in tickets for problem in printer_warnings(self.label, *self.description, ticket)]
        return list(dict.fromkeys(warned))

    def submit(self, ticket: JobTicket, pdf: bytes) -> SubmittedJob:
        """Send a job. Raises PrintingError, with the printer's own message, if it is refused."""
        if self.through_lp or not self.printer or not self.description:
            number = queues.submit(self.label, ticket, pdf)
            return SubmittedJob(f"{self.label}-{number}" if number else self.label, number)
        number = self.printer.submit(ticket, self.description[1], pdf)
        return SubmittedJob(f"job {number}" if number else "a job", number)

    def wait(self, job: SubmittedJob) -> JobOutcome:
        """Wait for a job and return its outcome. Raises PrintingError as `wait_for_job` does."""
        if not self.printer or not job.number:
            return JobOutcome.LEFT
        return wait_for_job(self.printer, job.label, job.number)


def find_destination(name: str | None, timeouts: Timeouts, *, insecure: bool) -> Destination:
    """Find the printer of a queue name or an address; without a name, the default printer.

    `insecure` accepts the certificate of an ipps:// printer without a check. Raises PrintingError if there is no such
    printer, or if nothing answers at the address; UsageError if the address is malformed.
    """
    if name and is_address(name):
        printer = Printer(name, parse_address(name), timeouts, insecure)
        return Destination(name, printer, printer.describe(), through_lp=False)
    if not queues.has_cups():
        raise _no_lp_error()
    name = name or queues.default_queue()
    if not name:
        raise _no_default_error(queues.queue_names())
    address = queues.queue_address(name)
    queue = Printer(name, address, timeouts, insecure) if address else None
    description = _describe_queue(queue)
    if description is None and name.partition("/")[0] not in (there := queues.queue_names()):
        if not there:
            raise _no_printers_error()
        raise PrintingError(f"there is no printer called {name}", queues.suggest_queue(name))
    return Destination(name, queue, description, through_lp=True)


def _describe_queue(printer: Printer | None) -> tuple[StateReport, Capabilities] | None:
    """Return what CUPS reports about a queue. None for a printer found in the network, which `lp` will set up."""
    try:
        return printer.describe() if printer else None
    except PrintingError:
        return None


def _no_default_error(names: list[str]) -> PrintingError:
    if not names:
        return _no_printers_error()
    return PrintingError("no printer is set as the default", f"name one with --printer: {', '.join(names)}")


def _no_printers_error() -> PrintingError:
    """The error for a CUPS that lists no printers, which is also what it does when it is not running."""
    return PrintingError(
        "this computer has no printers, or its print service (CUPS) is not running",
        f"add one in its settings, or {_ANY_ADDRESS}",
    )


def _no_lp_error() -> PrintingError:
    """The error for a computer without CUPS, such as one with Windows: only addresses work there."""
    way = "build the pack, open the PDF and print it from there (studypack build --open)"
    return PrintingError("this computer has no 'lp', which knows printers by their names", f"{way}, or {_ANY_ADDRESS}")


_STATES: dict[int, str] = {
    PrinterState.IDLE: "ready",
    PrinterState.PROCESSING: "printing",
    PrinterState.STOPPED: "stopped",
}


@record
class PrinterEntry:
    """A print queue of this computer, as `studypack printers` lists it."""

    name: str
    default: bool
    """Whether jobs without a printer's name go to it."""
    state: str
    """Its state in words, with the printer's own message if it has one: stopped: paper jam."""


def list_printers(timeouts: Timeouts) -> list[PrinterEntry]:
    """Return the print queues of this computer, in CUPS's order. Raises PrintingError if there are none."""
    if not queues.has_cups():
        raise _no_lp_error()
    names = queues.queue_names()
    if not names:
        raise _no_printers_error()
    default = queues.default_queue()
    return [PrinterEntry(name, name == default, _state(name, timeouts)) for name in names]


def _state(name: str, timeouts: Timeouts) -> str:
    description = find_destination(name, timeouts, insecure=False).description
    if not description:
        return "in the network, ready to be set up"
    status, capabilities = description
    if not capabilities.is_accepting_jobs:
        return f"takes no jobs{explanation(status)}"
    state = _STATES.get(status.state, "does not say how it is")
    said = explanation(status) if status.state != PrinterState.IDLE else f": {reasons_in_words(status.reasons)}"
    return f"{state}{said}".removesuffix(": ")
