"""Finished pages go two to a sheet of twice their size: booklets to fold and staple, and pages side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from studypack.layout.page import Color, Document, Rule, Turn
from studypack.model.options import MILLIMETRE, Imposition, Sheet
from studypack.pdf.file import PdfFile

Spread = tuple[int | None, int | None]
"""The numbers of the pages left and right on one side of a sheet, from 1; None where there is none."""

_TICK, _TICK_FROM_EDGE = 4 * MILLIMETRE, 5 * MILLIMETRE
"""As on sheets of cards: beyond what most printers leave white at the edges."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What goes where on the sheets."""

    spreads: tuple[Spread, ...]
    """Side after side, as a printer takes them: with a turn, fronts and backs by turns."""
    turn: Turn
    cut: bool = False
    """Whether a cut through the middle leaves whole leaves, and is marked."""


def booklet(count: int) -> list[Spread]:
    """Saddle stitch: the sides of sheets that make a booklet when they lie in each other, the first outermost.

    Sheet i, from 0, has (n − 2i, 1 + 2i) on its front and (2 + 2i, n − 1 − 2i) on its back. `count` is a multiple
    of four, for each sheet is two leaves; raises ValueError where it is not.
    """
    if count % 4:
        raise ValueError(f"{count} pages do not fill the sheets of a booklet")
    sides: list[Spread] = []
    for done in range(0, count // 2, 2):
        sides += [(count - done, 1 + done), (2 + done, count - 1 - done)]
    return sides


def side_by_side(count: int) -> list[Spread]:
    """Pages in their order, two to a side; after an odd number of them half of the last side is bare."""
    return [(number, number + 1 if number < count else None) for number in range(1, count + 1, 2)]


def twice(count: int) -> list[Spread]:
    """Each page two times on a side: two copies, once the sheet is cut."""
    return [(number, number) for number in range(1, count + 1)]


def plan(count: int, turn: Turn | None, imposition: Imposition) -> Plan:
    """How so many pages are imposed; `turn` is what they are made for.

    Two-up, a single page, or a single leaf to be printed on both sides, is there twice: it is a handout, and half of
    the copies will do. Sheets are cut only where they are printed on one side or hold copies: with pages in order on
    both sides, what follows a page is not on its back.
    """
    if imposition is Imposition.BOOKLET:
        return Plan(tuple(booklet(count)), Turn.SHORT)
    both = turn is not None and turn is not Turn.NONE
    turned = Turn.SHORT if both else Turn.NONE
    if count <= (2 if both else 1):
        return Plan(tuple(twice(count)), turned, cut=True)
    return Plan(tuple(side_by_side(count)), turned, cut=not both)


def imposed_bytes(document: Document, plan: Plan, sheet: Sheet) -> bytes:
    """The file of the sheets, turned to lie, with the pages at their own size about the middle.

    Text stays text, and each face is embedded once. Bookmarks, links and tags stay with the pages that are read on a
    screen: sheets are for paper.
    """
    file = PdfFile(document, plan.turn, as_it_is=True)
    drawn = [file.operators(page.items) for page in document.pages]
    width, height = sheet.height, sheet.width
    page = document.pages[0]
    low = (height - page.height) / 2
    for left, right in plan.spreads:
        for number, x in ((left, width / 2 - page.width), (right, width / 2)):
            if number is not None:
                file.draw([f"q 1 0 0 1 {x:.2f} {low:.2f} cm", *drawn[number - 1], "Q"])
        if plan.cut:
            file.draw(file.operators(_ticks(width, height)))
        file.end_page(width, height)
    return file.data()


def _ticks(width: float, height: float) -> Sequence[Rule]:
    """Where to cut, in black ink whatever the pages' colours: they are the printer's."""
    near, far, middle = _TICK_FROM_EDGE, _TICK_FROM_EDGE + _TICK, width / 2
    return [
        Rule(middle, start, middle, end, 0.5, Color.of_black(1))
        for start, end in ((near, far), (height - far, height - near))
    ]
