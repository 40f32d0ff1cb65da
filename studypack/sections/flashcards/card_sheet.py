"""A sheet of cards: their fronts with the lines to cut along, and their backs behind or beside them."""

from collections.abc import Sequence
from dataclasses import dataclass

from typing_extensions import override

from studypack.base.record import record
from studypack.layout.boxes import Box
from studypack.layout.page import CAPITALS, Page, Rule
from studypack.layout.style import INK, INK_SOFT, RULE, mm
from studypack.model.modes import Flip
from studypack.sections.flashcards.card_face import line_on_card
from studypack.sections.flashcards.card_grid import OVER_FOOT, CardGrid


@record
class _Measures:
    """How a sheet is drawn. Lengths in points."""

    line: float = 0.5
    """The thickness of a cut line and of a tick."""
    dash: tuple[float, float] = (2.0, 2.5)
    """Of a cut line."""
    from_edge: float = mm(5)
    """To a tick at the edge of the sheet, where a cut begins, and to the name of the fold."""
    foot: float = mm(4.3)
    """From the edge to the words under the cards: most printers print nothing nearer to it."""
    over_task: float = 0.4
    """Over these words, in ems of the line at the foot of a card."""
    tick: float = mm(4)
    """The length of a tick."""
    fold: float = 0.8
    """The thickness of the line to fold along: heavier than a cut, and in long dashes."""
    fold_dash: tuple[float, float] = (7.0, 5.0)
    small: tuple[float, float] = (8, 9)
    """The size and leading of the name of the fold, and of what to do with the sheet."""


_SHEET = _Measures()


@dataclass
class CardSheet(Box):
    """One side of a sheet of cards: as tall as the paper, so that each side has a page.

    It has fronts or backs; both, if it is to fold.
    """

    grid: CardGrid
    fronts: Sequence[Box] = ()
    backs: Sequence[Box] = ()
    tasks: Sequence[str] = ()
    """What to do with it, in small letters under the cards: the first that has room. Who hears the pack was told."""

    @override
    def height(self, width: float) -> float:
        return self.grid.theme.height

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        # Lines first: the cards lie on them. Both sides have them: a sheet is cut from whichever lies on top.
        if self.grid.folds:
            self._fold(page)
        self._cut_lines(page)
        self._ticks(page)
        for faces, back in ((self.fronts, False), (self.backs, True)):
            for place, face in enumerate(faces):
                face.place(page, *self.grid.corner(place, back=back), self.grid.card_width)
        self._say_tasks(page)

    def _say_tasks(self, page: Page) -> None:
        """In one line under the last column, between its text and where printers end; not where that is too narrow."""
        style, width = self.grid.theme.label.sized(*_SHEET.small), self.grid.card_width - self.grid.padding
        high = CAPITALS * style.size
        if _SHEET.foot + high + _SHEET.over_task * self.grid.theme.label.size > self.grid.padding:
            return
        lines = (line_on_card(task, style, high, "right") for task in self.tasks)
        for line in lines:
            if line.widest(page.width) <= width - _SHEET.from_edge - OVER_FOOT:
                line.place(page, page.width - self.grid.card_width, _SHEET.foot + high, width)
                return

    def _fold(self, page: Page) -> None:
        """A line as long as the cards, with its name where it begins."""
        style = self.grid.theme.label.sized(*_SHEET.small)
        name = line_on_card(self.grid.fold, style, style.leading)
        own = name.widest(page.width)
        if self.grid.folds_across:
            y, start = page.height / 2, _SHEET.from_edge + own + 3
            page.add(Rule(start, y, page.width, y, _SHEET.fold, INK_SOFT, _SHEET.fold_dash))
            name.place(page, _SHEET.from_edge, y + style.leading / 2, page.width)
            return
        x, start = page.width / 2, page.height - _SHEET.from_edge - style.size
        page.add(Rule(x, start - 1, x, self.grid.foot(len(self.fronts)), _SHEET.fold, INK_SOFT, _SHEET.fold_dash))
        name.place(page, x - own / 2, start + style.size / 2 + style.leading / 2, page.width)

    def _cut_lines(self, page: Page) -> None:
        """Through the rows that have cards; the rest of a part-filled sheet stays whole.

        Dashed, but for a sheet to fold: there the fold is dashed, and the cuts are not.
        """
        dash = () if self.grid.folds else _SHEET.dash
        cards, back = len(self.fronts or self.backs), not self.fronts
        for y in self.grid.cuts(cards, back=back):
            page.add(Rule(0, y, page.width, y, _SHEET.line, RULE, dash))
        foot, top = self.grid.foot(cards), page.height
        if back and self.grid.flip is Flip.SHORT:
            foot, top = 0, page.height - foot
        for x in self.grid.cut_columns():
            page.add(Rule(x, top, x, foot, _SHEET.line, RULE, dash))

    def _ticks(self, page: Page) -> None:
        """At the edges of the sheet, where the cuts begin; only where there are cards to cut."""
        near, far = _SHEET.from_edge, _SHEET.from_edge + _SHEET.tick
        for x in self.grid.cut_columns():
            page.add(Rule(x, near, x, far, _SHEET.line, INK))
            page.add(Rule(x, page.height - near, x, page.height - far, _SHEET.line, INK))
        for y in self.grid.cuts(len(self.fronts or self.backs), back=not self.fronts):
            page.add(Rule(near, y, far, y, _SHEET.line, INK))
            page.add(Rule(page.width - near, y, page.width - far, y, _SHEET.line, INK))
