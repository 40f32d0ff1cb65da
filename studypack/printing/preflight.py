"""What stands between a job and its paper, found before anything is sent."""

import re
from collections.abc import Collection, Iterable, Iterator

from studypack.base.errors import Problem, Severity
from studypack.layout.page import Turn
from studypack.printing.attributes import Abilities, PrinterState, Status
from studypack.printing.media import labels
from studypack.printing.ticket import PDF, Ticket

_SEVERITY = re.compile("-(report|warning|error)$")
"""What a reason may end in (RFC 8011, 5.4.12)."""
_PRIVATE = "cups-"
"""What CUPS tells itself."""


def obstacles(label: str, status: Status, can: Abilities, ticket: Ticket) -> Iterator[Problem]:
    """Every reason why the printer will not print this; what it does not say about itself is no reason."""
    if not can.accepting:
        yield Problem(f"{label} takes no jobs{because(status)}", "choose another printer: --printer")
    elif status.state == PrinterState.STOPPED:
        yield Problem(f"{label} has stopped{because(status)}", "see to the printer, or choose another: --printer")
    if can.formats and PDF not in can.formats:
        yield Problem(
            f"{label} cannot print a PDF",
            "add it to this computer's printers, which prepare pages for it, and give its name",
        )
    if can.media and ticket.media.keyword not in can.media and any("_" in keyword for keyword in can.media):
        yield Problem(
            f"{label} does not print on {ticket.media.label}",
            _laid_out(ticket, labels(can.media)) or "choose another printer: --printer",
        )
    if can.sides and ticket.turn is not Turn.NONE and ticket.sides not in can.sides:
        yield Problem(f"{label} does not print on both sides of a sheet", _one_sided(ticket))
    if 0 < can.most_copies < ticket.copies:
        batches = f"print them in batches: --copies {can.most_copies}"
        yield Problem(f"{label} prints at most {can.most_copies} copies at once", batches)


def cautions(label: str, status: Status, can: Abilities, ticket: Ticket) -> Iterator[Problem]:
    """What the user may want to see to, but need not."""
    if status.state != PrinterState.STOPPED and (said := words(status.reasons)):
        yield Problem(f"{label} says: {said}", severity=Severity.WARNING)
    loaded = labels(can.media_ready)
    if loaded and ticket.media.label not in loaded:
        yield Problem(
            f"{label} has no {ticket.media.label} in its trays, but {', '.join(loaded)}",
            "; or ".join(filter(None, ("put some in", _laid_out(ticket, loaded)))),
            Severity.WARNING,
        )


def _one_sided(ticket: Ticket) -> str:
    """How to print on one side: a booklet has no such thing, but its pages can lie side by side."""
    if ticket.folded:
        return "print the pages side by side, in place of --booklet: --two-up --one-sided"
    return "print on one: --one-sided"


def _laid_out(ticket: Ticket, there: Collection[str]) -> str:
    """How to lay the pages out for a sheet that is there; empty where no choice leads to one."""
    papers = [f"--paper {paper}" for sheet, paper in ticket.papers if sheet in there]
    if papers:
        return f"lay the pack out for what is there: {', '.join(papers)}"
    return "" if ticket.papers or not there else f"lay the pack out anew, for what is there: {', '.join(there)}"


def words(reasons: Iterable[str]) -> str:
    """A printer's reasons as people say them: media-empty-error is "media empty"."""
    said = (_SEVERITY.sub("", reason).replace("-", " ") for reason in reasons if not reason.startswith(_PRIVATE))
    return ", ".join(dict.fromkeys(said))


def because(status: Status) -> str:
    """A printer's or a job's own words, ready to follow ours; empty where it has none."""
    said = "; ".join(filter(None, (status.message.strip().rstrip("."), words(status.reasons))))
    return f": {said}" if said else ""
