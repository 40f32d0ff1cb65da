"""The printers of this computer and how they are, for a person to choose from."""

from dataclasses import dataclass

from studypack.printing import queues
from studypack.printing.accounts import PrinterState
from studypack.printing.destination import no_lp, no_printers, reach
from studypack.printing.preflight import because, words
from studypack.printing.timed import Patience

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
