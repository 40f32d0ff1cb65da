"""How a sheet is cut into cards, and where the back of each card falls when the sheet is turned over or folded."""

from dataclasses import dataclass

from studypack.modes import FlashcardModes, Flip
from studypack.options import Profile
from studypack.typeset.look import Look, mm

_HEAD, _ROOMY_HEAD = mm(3), mm(4.5)
"""Between the text and the marks above and below it; the second where print is clear or large."""


@dataclass(frozen=True, slots=True)
class CardGrid:
    """The cells of a sheet. Lengths in points, heights from the foot of the sheet."""

    look: Look
    columns: int
    rows: int
    padding: float
    flip: Flip = Flip.LONG

    @property
    def per_sheet(self) -> int:
        """Cards on a sheet; folded, each takes two cells."""
        cells = self.columns * self.rows
        return cells // 2 if self.flip is Flip.FOLD else cells

    @property
    def card_width(self) -> float:
        """Of one card."""
        return self.look.width / self.columns

    @property
    def card_height(self) -> float:
        """Of one card."""
        return self.look.height / self.rows

    @property
    def text_width(self) -> float:
        """For the text of a card."""
        return self.card_width - 2 * self.padding

    @property
    def text_height(self) -> float:
        """For the text of a card, between its head and its foot."""
        head = _ROOMY_HEAD if self.look.accessible else _HEAD
        return self.card_height - 2 * (self.padding + self.look.mark_height + head)

    @property
    def folds_across(self) -> bool:
        """Whether the fold runs across the sheet, as it does where a card is as wide as the paper."""
        return self.columns == 1

    def corner(self, place: int, *, back: bool) -> tuple[float, float]:
        """The upper left corner of a card, by its place on the sheet, from 0."""
        row, column = self._cell(place, back=back)
        return column * self.card_width, self.look.height - row * self.card_height

    def _cell(self, place: int, *, back: bool) -> tuple[int, int]:
        if self.flip is Flip.FOLD:
            return self._folded_cell(place, back=back)
        row, column = divmod(place, self.columns)
        if back and self.flip is Flip.LONG:
            column = self.columns - 1 - column
        if back and self.flip is Flip.SHORT:
            row = self.rows - 1 - row
        return row, column

    def _folded_cell(self, place: int, *, back: bool) -> tuple[int, int]:
        """Fronts and backs as far from the fold as each other."""
        if self.folds_across:
            return (self.rows - 1 - place if back else place), 0
        row, column = divmod(place, self.columns // 2)
        return row, (self.columns - 1 - column if back else column)

    def used_rows(self, cards: int) -> int:
        """How many rows so many cards take, from the top of the fronts."""
        return -(-cards // (self.per_sheet // self.rows or 1))

    def cuts(self, cards: int, *, back: bool) -> list[float]:
        """The heights of the cuts across the sheet: beyond each row that has cards, but not along the edge."""
        if self.flip is Flip.FOLD and self.folds_across:
            return []
        heights = [
            self.look.height - row * self.card_height for row in range(1, min(self.used_rows(cards), self.rows - 1) + 1)
        ]
        turned = back and self.flip is Flip.SHORT
        return [self.look.height - height for height in heights] if turned else heights

    def cut_columns(self) -> list[float]:
        """Where the sheet is cut from top to bottom, from its left edge; along its middle a folded sheet is not."""
        middle = self.columns / 2 if self.flip is Flip.FOLD else None
        return [column * self.card_width for column in range(1, self.columns) if column != middle]


def grid_for(look: Look, modes: FlashcardModes | None = None) -> CardGrid:
    """Cards as small as the type of a profile leaves readable: A7 on A4 for standard type, A6 for large print.

    On A5 standard cards are 2 × 3, for a card of A8 would not hold a question in a readable size.
    """
    modes = modes or FlashcardModes()
    small = look.height < mm(250)
    if look.profile is Profile.LARGE:
        columns, rows, padding = (1, 2, mm(11)) if small else (2, 2, mm(11))
    elif look.profile is Profile.CLEAR:
        columns, rows, padding = (2, 2, mm(8)) if small else (2, 3, mm(10))
    elif small:
        columns, rows, padding = 2, 3, mm(8)
    else:
        columns, rows, padding = (2, 5, mm(8)) if modes.cards == 10 else (2, 4, mm(10))
    return CardGrid(look, columns, rows, padding, modes.flip)
