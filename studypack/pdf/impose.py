"""Imposition: put finished pages two to a side of a sheet of twice their size, as a booklet or two-up."""

from collections.abc import Sequence

from studypack.base.record import record
from studypack.layout.document import Document, Turn
from studypack.layout.page import Color, Rule
from studypack.model.choices import MILLIMETRE, Imposition, Sheet
from studypack.pdf.writer import PdfWriter

SheetSide = tuple[int | None, int | None]
"""The page numbers, from 1, on the left and right half of one side of a sheet; None for an empty half."""

_MARK, _MARK_FROM_EDGE = 4 * MILLIMETRE, 5 * MILLIMETRE
"""Points: the length of a cut mark, and its distance from the edge, where most printers can print."""


@record
class SheetPlan:
    """Which pages go on which side of which sheet."""

    sides: tuple[SheetSide, ...]
    """All sides in printing order. Printed on both sides, fronts and backs alternate."""
    turn: Turn
    is_cut: bool = False
    """Whether sheets are to be cut in the middle. If so, they get cut marks."""


def booklet(count: int) -> list[SheetSide]:
    """Return the sides for saddle stitching: folded sheets that are nested in each other, the outermost first.

    Sheet i, from 0, has the pages (n − 2i, 1 + 2i) on its front and (2 + 2i, n − 1 − 2i) on its back. Raises ValueError
    if `count` is not a multiple of four, since each sheet holds four pages.
    """
    if count % 4:
        raise ValueError(f"{count} pages do not fill the sheets of a booklet")
    sides: list[SheetSide] = []
    for done in range(0, count // 2, 2):
        sides += [(count - done, 1 + done), (2 + done, count - 1 - done)]
    return sides


def two_up(count: int) -> list[SheetSide]:
    """Return the pages in order, two to a side. If `count` is odd, the right half of the last side is empty."""
    return [(number, number + 1 if number < count else None) for number in range(1, count + 1, 2)]


def two_copies(count: int) -> list[SheetSide]:
    """Return each page twice on a side: two copies, after the sheet is cut."""
    return [(number, number) for number in range(1, count + 1)]


def plan_sheets(count: int, turn: Turn | None, imposition: Imposition) -> SheetPlan:
    """Plan the imposition of `count` pages; `turn` is how the sheets that they are laid out for are turned.

    Two-up, a single page (or a single leaf, printed on both sides) is put on the sheet twice: it is a handout, so that
    half as many sheets are enough. Sheets are cut only if they hold two copies or are printed on one side: with pages
    in order on both sides, the back of a page is not the page that follows it.
    """
    if imposition is Imposition.BOOKLET:
        return SheetPlan(tuple(booklet(count)), Turn.SHORT)
    both = turn is not None and turn is not Turn.NONE
    turned = Turn.SHORT if both else Turn.NONE
    if count <= (2 if both else 1):
        return SheetPlan(tuple(two_copies(count)), turned, is_cut=True)
    return SheetPlan(tuple(two_up(count)), turned, is_cut=not both)


def imposed_bytes(document: Document, plan: SheetPlan, sheet: Sheet) -> bytes:
    """Return the PDF of the imposed sheets: `sheet` in landscape, with the pages at actual size beside the middle.

    Text stays text, and each face is embedded once. There are no bookmarks, links or tags, since it is for paper only.
    """
    file = PdfWriter(document, plan.turn, actual_size=True)
    drawn = [file.painter.operators(page.items) for page in document.pages]
    width, height = sheet.height, sheet.width
    short, long = sorted((document.pages[0].width, document.pages[0].height))
    low = (height - long) / 2
    for left, right in plan.sides:
        for number, x in ((left, width / 2 - short), (right, width / 2)):
            if number is not None:
                page = document.pages[number - 1]
                place = f"0 1 -1 0 {x + short:.2f} {low:.2f}" if page.lies else f"1 0 0 1 {x:.2f} {low:.2f}"
                file.draw([f"q {place} cm", *drawn[number - 1], "Q"], page)
        if plan.is_cut:
            file.draw(file.painter.operators(_cut_marks(width, height)))
        file.end_page(width, height)
    return file.data()


def _cut_marks(width: float, height: float) -> Sequence[Rule]:
    """Return the cut marks at the top and bottom of the middle. They are always in black ink."""
    near, far, middle = _MARK_FROM_EDGE, _MARK_FROM_EDGE + _MARK, width / 2
    return [
        Rule(middle, start, middle, end, 0.5, Color.of_black(1))
        for start, end in ((near, far), (height - far, height - near))
    ]
