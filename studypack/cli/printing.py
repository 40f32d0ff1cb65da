"""studypack print and studypack printers: straight to the printer."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from studypack.base.errors import PrintingError, UsageError, mask_controls
from studypack.base.wording import quantity
from studypack.cli.choices import Also, choosing
from studypack.cli.reading import only
from studypack.cli.telling import mistakes_told, tell
from studypack.model.options import Flags
from studypack.printing import MAX_COPIES

if TYPE_CHECKING:
    from studypack.printing.destination import Destination
    from studypack.printing.ticket import JobTicket

_ASKED_ABOVE = 60
"""Sheets that are printed without a question: a class set of two sheets."""
_ALLOWED_UNASKED = 300
"""Sheets that a program or a pipe may print without --yes: nobody is there to ask."""

What = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="CONTENT|PDF",
        help="A YAML file of notes, or a PDF that was built before. Without one: the only content there is.",
        readable=False,
        show_default=False,
    ),
]
PrinterOption = Annotated[
    str | None,
    typer.Option(
        "--printer",
        "-P",
        metavar="PRINTER",
        help="A name that [bold]studypack printers[/bold] lists, or an address (ipp://…); the default unless told.",
        show_default=False,
    ),
]
Copies = Annotated[int, typer.Option("--copies", "-n", min=1, max=MAX_COPIES, metavar="N", help="One for each pupil.")]
WithKey = Annotated[
    bool, typer.Option("--with-key", metavar="", help="Print the answers, too: one copy, after the packs.")
]
Yes = Annotated[
    bool,
    typer.Option(
        "--yes",
        "-y",
        metavar="",
        help=f"Print without asking, which is done above {_ASKED_ABOVE} sheets; where nobody can be asked, "
        f"more than {_ALLOWED_UNASKED} need it.",
    ),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", metavar="", help="Say what would be printed, and where; send nothing.")
]
Insecure = Annotated[
    bool,
    typer.Option("--insecure", metavar="", help="Take the certificate of an ipps:// printer unchecked."),
]


@choosing(but=["key"])
def print_(
    content: What = None,
    also: Also = None,
    printer: PrinterOption = None,
    copies: Copies = 1,
    with_key: WithKey = False,
    yes: Yes = False,
    dry_run: DryRun = False,
    insecure: Insecure = False,
    *,
    flags: Flags,
) -> None:
    """Send the pack to a printer, as many copies as there are pupils.

    Both sides of the sheet, on the pack's own paper, one copy whole before the next.

    The answers stay back unless you ask for them. What the printer cannot do, it says before the first sheet.
    """
    from studypack.printing.destination import find_destination
    from studypack.printing.printout import print_request
    from studypack.printing.transport import Timeouts

    with mistakes_told():
        # What was typed wrongly comes before what is wrong with the printer.
        ordered = print_request(only(content), flags, also or ())
        jobs = ordered.jobs(copies, with_key=with_key)
        tickets = [ticket for ticket, _ in jobs]
        try:
            destination = find_destination(printer or ordered.printer or None, Timeouts(), insecure=insecure)
        except PrintingError:
            if dry_run:  # how many sheets it takes can be said of no printer, too
                typer.echo("\n".join(map(_summary, tickets)))
            raise
        for problem in (*ordered.warnings, *destination.preflight(tickets)):
            tell(problem)
        for ticket in tickets:
            typer.echo(_summary(ticket))
        typer.echo(f"  to {mask_controls(destination.label)}")
        if dry_run:
            typer.echo("Nothing was sent: --dry-run only says what would be.")
            return
        _ask(sum(ticket.sheets for ticket in tickets), yes=yes)
        _send(destination, jobs)
    if ordered.pack.copies_per_sheet > 1:
        typer.echo("Cut each sheet in the middle: it holds two copies.")
    if with_key and not ordered.key:
        typer.echo("There are no answers to print beside it.")
    if ordered.key and not with_key:
        typer.echo("The answers were not printed: --with-key prints one copy of them.")


def _ask(sheets: int, *, yes: bool) -> None:
    """Return if so many sheets may be printed; without `yes`, above a number of them, a person at a terminal says so.

    Raises UsageError where nobody can be asked, and ends the command where the answer is no.
    """
    many = quantity(sheets, "sheet")
    if yes or sheets <= _ASKED_ABOVE:
        return
    if sys.stdin.isatty() and (sys.stdout.isatty() or sys.stderr.isatty()):
        if not typer.confirm(f"Print {many}?", err=not sys.stdout.isatty()):
            typer.echo("Nothing was printed.")
            raise typer.Exit(1)
    elif sheets > _ALLOWED_UNASKED:
        raise UsageError(f"{many} are not printed without a question, and nobody is here to answer it", "add --yes")


def _send(destination: "Destination", jobs: list[tuple["JobTicket", bytes]]) -> None:
    for ticket, pdf in jobs:
        job = destination.submit(ticket, pdf)
        typer.echo(f"  sent as {mask_controls(job.label)}")
        typer.echo(f"  {destination.wait(job)}")


def printers() -> None:
    """List the printers of this computer: which is the default, and how each of them is."""
    from studypack.printing.destination import list_printers
    from studypack.printing.transport import Timeouts

    with mistakes_told():
        found = list_printers(Timeouts())
        width = max(len(each.name) for each in found)
        for each in found:
            mark = "default" if each.default else ""
            typer.echo(f"  {mask_controls(each.name):<{width}}  {mark:<7}  {mask_controls(each.state)}")


def _summary(ticket: "JobTicket") -> str:
    """Anglo-Soviet relations: 30 copies of 18 pages, A4, both sides: 270 sheets."""
    what = f"{quantity(ticket.copies, 'copy', 'copies')} of {quantity(ticket.pages, 'page')}"
    how = f"{ticket.media.label}, {ticket.side_words}" + (", in grey" if ticket.grey else "")
    return f"{mask_controls(ticket.title)}: {what}, {how}: {quantity(ticket.sheets, 'sheet')}"
