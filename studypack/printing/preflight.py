"""What stands between a job and its paper, found before anything is sent."""

import re
from collections.abc import Iterable, Iterator

from studypack.errors import Problem, Severity
from studypack.printing.accounts import Abilities, PrinterState, Status
from studypack.printing.asking import PDF
from studypack.printing.media import labels
from studypack.printing.ticket import Ticket
from studypack.typeset.page import Turn

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
        known = ", ".join(labels(can.media))
        yield Problem(
            f"{label} does not print on {ticket.media.label}",
            f"lay the pack out for what it has: {known}" if known else "choose another printer: --printer",
        )
    if can.sides and ticket.turn is not Turn.NONE and ticket.sides not in can.sides:
        yield Problem(f"{label} does not print on both sides of a sheet", "print on one: --one-sided")
    if 0 < can.most_copies < ticket.copies:
        yield Problem(f"{label} prints at most {can.most_copies} copies at once", "print them in batches: --copies")


def cautions(label: str, status: Status, can: Abilities, ticket: Ticket) -> Iterator[Problem]:
    """What the user may want to see to, but need not."""
    if status.state != PrinterState.STOPPED and (said := words(status.reasons)):
        yield Problem(f"{label} says: {said}", severity=Severity.WARNING)
    loaded = labels(can.media_ready)
    if loaded and ticket.media.label not in loaded:
        yield Problem(
            f"{label} has no {ticket.media.label} in its trays, but {', '.join(loaded)}",
            "put some in, or lay the pack out for what is there: --paper",
            Severity.WARNING,
        )


def words(reasons: Iterable[str]) -> str:
    """A printer's reasons as people say them: media-empty-error is "media empty"."""
    said = (_SEVERITY.sub("", reason).replace("-", " ") for reason in reasons if not reason.startswith(_PRIVATE))
    return ", ".join(dict.fromkeys(said))


def because(status: Status) -> str:
    """A printer's or a job's own words, ready to follow ours; empty where it has none."""
    said = "; ".join(filter(None, (status.message.strip().rstrip("."), words(status.reasons))))
    return f": {said}" if said else ""
