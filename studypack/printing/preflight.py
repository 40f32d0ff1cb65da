"""Preflight: compare a job ticket with the printer's state and capabilities before the job is sent."""

import re
from collections.abc import Collection, Iterable, Iterator

from studypack.base.errors import Problem, Severity
from studypack.layout.document import Turn
from studypack.printing.attributes import Capabilities, PrinterState, StateReport
from studypack.printing.media import labels_of
from studypack.printing.ticket import PDF, JobTicket

_SEVERITY = re.compile("-(report|warning|error)$")
"""The severity suffix of a state reason (RFC 8011, 5.4.12)."""
_CUPS_PREFIX = "cups-"
"""Begins reasons that CUPS uses internally."""


def blocking_problems(
    label: str, status: StateReport, capabilities: Capabilities, ticket: JobTicket
) -> Iterator[Problem]:
    """Yield every reason why the printer cannot print the job. What it does not report about itself is no reason."""
    if not capabilities.is_accepting_jobs:
        yield Problem(f"{label} takes no jobs{explanation(status)}", "choose another printer: --printer")
    elif status.state == PrinterState.STOPPED:
        yield Problem(f"{label} has stopped{explanation(status)}", "see to the printer, or choose another: --printer")
    if capabilities.formats and PDF not in capabilities.formats:
        yield Problem(
            f"{label} cannot print a PDF",
            "add it to this computer's printers, which prepare pages for it, and give its name",
        )
    if (
        capabilities.media
        and ticket.media.keyword not in capabilities.media
        and any("_" in keyword for keyword in capabilities.media)
    ):
        yield Problem(
            f"{label} does not print on {ticket.media.label}",
            _other_paper(ticket, labels_of(capabilities.media)) or "choose another printer: --printer",
        )
    if capabilities.sides and ticket.turn is not Turn.NONE and ticket.sides not in capabilities.sides:
        yield Problem(f"{label} does not print on both sides of a sheet", _one_sided(ticket))
    if 0 < capabilities.max_copies < ticket.copies:
        batches = f"print them in batches: --copies {capabilities.max_copies}"
        yield Problem(f"{label} prints at most {capabilities.max_copies} copies at once", batches)


def printer_warnings(
    label: str, status: StateReport, capabilities: Capabilities, ticket: JobTicket
) -> Iterator[Problem]:
    """Yield what may need attention but does not prevent printing."""
    if status.state != PrinterState.STOPPED and (said := reasons_in_words(status.reasons)):
        yield Problem(f"{label} says: {said}", severity=Severity.WARNING)
    loaded = labels_of(capabilities.media_ready)
    if loaded and ticket.media.label not in loaded:
        yield Problem(
            f"{label} has no {ticket.media.label} in its trays, but {', '.join(loaded)}",
            "; or ".join(filter(None, ("put some in", _other_paper(ticket, loaded)))),
            Severity.WARNING,
        )


def _one_sided(ticket: JobTicket) -> str:
    """Return how to print on one side. A booklet cannot be; its pages can be printed two-up instead."""
    if ticket.folded:
        return "print the pages side by side, in place of --booklet: --two-up --one-sided"
    return "print on one: --one-sided"


def _other_paper(ticket: JobTicket, there: Collection[str]) -> str:
    """Return how to lay the pack out for one of the sheets in `there`; empty if no option does."""
    papers = [f"--paper {paper}" for sheet, paper in ticket.papers if sheet in there]
    if papers:
        return f"lay the pack out for what is there: {', '.join(papers)}"
    return "" if ticket.papers or not there else f"lay the pack out anew, for what is there: {', '.join(there)}"


def reasons_in_words(reasons: Iterable[str]) -> str:
    """Return state reasons in plain words: media-empty-error becomes "media empty"."""
    said = (_SEVERITY.sub("", reason).replace("-", " ") for reason in reasons if not reason.startswith(_CUPS_PREFIX))
    return ", ".join(dict.fromkeys(said))


def explanation(status: StateReport) -> str:
    """Return a state's message and reasons, with a colon before them to append to a sentence; empty if it has none."""
    said = "; ".join(filter(None, (status.message.strip().rstrip("."), reasons_in_words(status.reasons))))
    return f": {said}" if said else ""
