"""Where jobs go: a printer of this computer by its name, through `lp`; or a printer's address, by IPP."""

from collections.abc import Iterable
from dataclasses import dataclass

from studypack.base.errors import PrintingError, Problem
from studypack.printing import queues
from studypack.printing.address import address_of, is_address
from studypack.printing.attributes import Abilities, PrinterState, Status
from studypack.printing.preflight import because, cautions, obstacles, words
from studypack.printing.printer import Outcome, Printer, follow
from studypack.printing.ticket import Ticket
from studypack.printing.transport import Patience

_ANY_ADDRESS = "give a printer's address: --printer ipp://192.168.1.20/ipp/print"


@dataclass(frozen=True, slots=True)
class Job:
    """A job that was handed over."""

    label: str
    """copier-12; "job 12" at an address."""
    number: int
    """0 where nobody gave it one."""


@dataclass(frozen=True, slots=True)
class Destination:
    """A printer within reach."""

    label: str
    """What the user calls it."""
    printer: Printer | None
    """Whom to ask about it: the printer itself, or CUPS on its behalf; None where CUPS is not to be asked."""
    known: tuple[Status, Abilities] | None
    """What was said of it; None where nothing was."""
    by_lp: bool

    def clear(self, tickets: Iterable[Ticket]) -> list[Problem]:
        """What the user may want to see to before these jobs. Raises PrintingError with all that forbids them."""
        if not self.known:
            return []
        tickets = tuple(tickets)
        found = [problem for ticket in tickets for problem in obstacles(self.label, *self.known, ticket)]
        if found:
            raise PrintingError(dict.fromkeys(found))
        if self.printer and not self.by_lp:
            for ticket in tickets:
                self.printer.validate(ticket, self.known[1])
        warned = [problem for ticket in tickets for problem in cautions(self.label, *self.known, ticket)]
        return list(dict.fromkeys(warned))

    def submit(self, ticket: Ticket, pdf: bytes) -> Job:
        """Hand a job over. Raises PrintingError with the printer's own words where it will not have it."""
        if self.by_lp or not self.printer or not self.known:
            number = queues.submit(self.label, ticket, pdf)
            return Job(f"{self.label}-{number}" if number else self.label, number)
        number = self.printer.submit(ticket, self.known[1], pdf)
        return Job(f"job {number}" if number else "a job", number)

    def end(self, job: Job) -> Outcome:
        """How a job came out. Raises PrintingError for one that fails, or waits for a printer that cannot print."""
        if not self.printer or not job.number:
            return Outcome.LEFT
        return follow(self.printer, job.label, job.number)


def reach(name: str | None, patience: Patience, *, trusting: bool) -> Destination:
    """The printer of a name or an address, or the one that jobs go to unless told otherwise.

    `trusting` takes an ipps:// printer's certificate unchecked. Raises PrintingError where there is none, or where
    none answers at the address.
    """
    if name and is_address(name):
        printer = Printer(name, address_of(name), patience, trusting)
        return Destination(name, printer, printer.describe(), by_lp=False)
    if not queues.has_queues():
        raise no_lp()
    name = name or queues.default_name()
    if not name:
        raise _no_default(queues.names())
    address = queues.address_of_queue(name)
    spokesman = Printer(name, address, patience, trusting) if address else None
    known = _told(spokesman)
    there = queues.names() if known is None else ()
    if known is None and name.partition("/")[0] not in there:
        raise PrintingError(f"there is no printer called {name}", queues.instead_of(name)) if there else no_printers()
    return Destination(name, spokesman, known, by_lp=True)


def _told(printer: Printer | None) -> tuple[Status, Abilities] | None:
    """What CUPS says of a printer; nothing of one that it has yet to set up, and `lp` will do that."""
    try:
        return printer.describe() if printer else None
    except PrintingError:
        return None


def _no_default(names: list[str]) -> PrintingError:
    if not names:
        return no_printers()
    return PrintingError("no printer is set as the default", f"name one with --printer: {', '.join(names)}")


def no_printers() -> PrintingError:
    """CUPS names no printer, which it also does when it is asleep."""
    return PrintingError(
        "this computer has no printers, or its print service (CUPS) is not running",
        f"add one in its settings, or {_ANY_ADDRESS}",
    )


def no_lp() -> PrintingError:
    """There is no CUPS to know a printer's name; Windows never has it."""
    way = "build the pack, open the PDF and print it from there (studypack build --open)"
    return PrintingError("this computer has no 'lp', which knows printers by their names", f"{way}, or {_ANY_ADDRESS}")


_STATES: dict[int, str] = {
    PrinterState.IDLE: "ready",
    PrinterState.PROCESSING: "printing",
    PrinterState.STOPPED: "stopped",
}


@dataclass(frozen=True, slots=True)
class Listed:
    """One of this computer's printers."""

    name: str
    default: bool
    state: str
    """In words, with the printer's own where it has any: stopped: paper jam."""


def listed(patience: Patience) -> list[Listed]:
    """Each printer that has a name here. Raises PrintingError where there is none."""
    if not queues.has_queues():
        raise no_lp()
    names = queues.names()
    if not names:
        raise no_printers()
    default = queues.default_name()
    return [Listed(name, name == default, _state(name, patience)) for name in names]


def _state(name: str, patience: Patience) -> str:
    known = reach(name, patience, trusting=False).known
    if not known:
        return "in the network, ready to be set up"
    status, can = known
    if not can.accepting:
        return f"takes no jobs{because(status)}"
    state = _STATES.get(status.state, "does not say how it is")
    said = because(status) if status.state != PrinterState.IDLE else f": {words(status.reasons)}"
    return f"{state}{said}".removesuffix(": ")
