"""studypack print and studypack printers: straight to the printer."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from studypack.cli.choices import (
    Booklet,
    Duplex,
    Eco,
    Fillable,
    Grey,
    Hyphenate,
    PaperOption,
    ProfileOption,
    Punch,
    Sections,
    Seed,
    Set,
    Skip,
    TwoUp,
    flags_of,
)
from studypack.cli.reading import contents
from studypack.cli.telling import count, mistakes_told, tell
from studypack.errors import ContentError, masked
from studypack.printing import MOST_COPIES

if TYPE_CHECKING:
    from studypack.printing.ticket import Ticket

What = Annotated[
    Path | None,
    typer.Argument(
        metavar="CONTENT|PDF",
        help="A YAML file of notes, or a PDF that was built before. Without one: the only content there is.",
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
Copies = Annotated[int, typer.Option("--copies", "-n", min=1, max=MOST_COPIES, metavar="N", help="One for each pupil.")]
WithKey = Annotated[
    bool, typer.Option("--with-key", metavar="", help="Print the answers, too: one copy, after the packs.")
]
Insecure = Annotated[
    bool,
    typer.Option("--insecure", metavar="", help="Take the certificate of an ipps:// printer unchecked."),
]


def print_(
    context: typer.Context,
    content: What = None,
    printer: PrinterOption = None,
    copies: Copies = 1,
    with_key: WithKey = False,
    insecure: Insecure = False,
    sections: Sections = None,
    skip: Skip = None,
    set_: Set = None,
    seed: Seed = None,
    profile: ProfileOption = None,
    grey: Grey = None,
    eco: Eco = None,
    hyphenate: Hyphenate = None,
    paper: PaperOption = None,
    duplex: Duplex = None,
    booklet: Booklet = False,
    two_up: TwoUp = False,
    punch: Punch = None,
    fillable: Fillable = None,
) -> None:
    """Send the pack to a printer, as many copies as there are pupils.

    Both sides of the sheet, on the pack's own paper, one copy whole before the next.

    The answers stay back unless you ask for them. What the printer cannot do, it says before the first sheet.
    """
    from studypack.printing.destination import reach
    from studypack.printing.order import order
    from studypack.printing.timed import Patience

    flags = flags_of(context)
    with mistakes_told():
        # What was typed wrongly comes before what is wrong with the printer.
        ordered = order(_one(content), flags)
        destination = reach(printer, Patience(), trusting=insecure)
        jobs = ordered.jobs(copies, with_key=with_key)
        for problem in (*ordered.warnings, *destination.clear(ticket for ticket, _ in jobs)):
            tell(problem)
        for ticket, pdf in jobs:
            job = destination.submit(ticket, pdf)
            typer.echo(_summary(ticket))
            typer.echo(f"  sent to {masked(destination.label)} as {masked(job.label)}")
            typer.echo(f"  {destination.end(job)}")
    if ordered.pack.each > 1:
        typer.echo("Cut each sheet in the middle: it holds two copies.")
    if with_key and not ordered.key:
        typer.echo("There are no answers to print beside it.")
    if ordered.key and not with_key:
        typer.echo("The answers were not printed: --with-key prints one copy of them.")


def printers() -> None:
    """List the printers of this computer: which is the default, and how each of them is."""
    from studypack.printing.listing import listed
    from studypack.printing.timed import Patience

    with mistakes_told():
        found = listed(Patience())
        width = max(len(each.name) for each in found)
        for each in found:
            mark = "default" if each.default else ""
            typer.echo(f"  {masked(each.name):<{width}}  {mark:<7}  {masked(each.state)}")


def _one(given: Path | None) -> Path:
    """What to print: what was named, else the only content there is; nobody wants a whole folder on paper unasked."""
    found = contents([given] if given else None)
    if len(found) > 1:
        there = ", ".join(str(path) for path in found[:5]) + (" …" if len(found) > 5 else "")
        raise ContentError(f"there are {len(found)} packs to print, and one goes at a time", f"name one of {there}")
    return found[0]


def _summary(ticket: "Ticket") -> str:
    """Anglo-Soviet relations: 30 copies of 18 pages, A4, both sides: 270 sheets."""
    what = f"{count(ticket.copies, 'copy', 'copies')} of {count(ticket.pages, 'page')}"
    how = f"{ticket.media.label}, {ticket.side_words}" + (", in grey" if ticket.grey else "")
    return f"{masked(ticket.title)}: {what}, {how}: {count(ticket.sheets, 'sheet')}"
