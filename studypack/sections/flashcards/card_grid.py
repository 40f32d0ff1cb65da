"""The grid of a sheet of cards: where each card lies, and where the sheet is cut."""

from studypack.base.record import record
from studypack.layout.theme import Theme
from studypack.model.content import Pack
from studypack.model.modes import Flip
from studypack.model.section_modes import FlashcardModes

OVER_FOOT = 2
"""Points from the text of a card to what stands at its foot, at least."""


@record
class CardGrid:
    """The cells of a sheet. Lengths in points, heights from the foot of the sheet."""

    theme: Theme
    columns: int
    rows: int
    padding: float
    flip: Flip
    fold: str
    """What the line to fold along is called."""

    @property
    def per_sheet(self) -> int:
        """Cards on a sheet; folded, each takes two cells."""
        cells = self.columns * self.rows
        return cells // 2 if self.folds else cells

    @property
    def card_width(self) -> float:
        """Of one card."""
        return self.theme.width / self.columns

    @property
    def card_height(self) -> float:
        """Of one card."""
        return self.theme.height / self.rows

    @property
    def text_width(self) -> float:
        """For the text of a card."""
        return self.card_width - 2 * self.padding

    @property
    def text_height(self) -> float:
        """For the text of a card, between its head and its foot."""
        return self.card_height - 2 * self.padding - self.above_text - self.theme.label.leading - OVER_FOOT

    @property
    def above_text(self) -> float:
        """From the top of the line at the head of a card to its text, which begins as far down on every card."""
        return self.theme.mark_height + self.theme.card_head

    @property
    def folds(self) -> bool:
        """Whether the sheet is folded, its fronts and backs on one side."""
        return self.flip is Flip.FOLD

    @property
    def folds_across(self) -> bool:
        """Whether the fold runs across the sheet, as it does where a card is as wide as the paper."""
        return self.folds and self.columns == 1

    @property
    def _cards_a_row(self) -> int:
        return self.columns // 2 if self.folds and not self.folds_across else self.columns

    def corner(self, place: int, *, back: bool) -> tuple[float, float]:
        """The upper left corner of a card, by its place on the sheet, from 0; a back is the mirror of its front."""
        row, column = divmod(place, self._cards_a_row)
        if back and (self.flip is Flip.SHORT or self.folds_across):
            row = self.rows - 1 - row
        elif back:
            column = self.columns - 1 - column
        return column * self.card_width, self.theme.height - row * self.card_height

    def _rows_of(self, cards: int) -> int:
        return -(-cards // self._cards_a_row)

    def foot(self, cards: int) -> float:
        """The height of the lower edge of the last of so many fronts."""
        return self.theme.height - self._rows_of(cards) * self.card_height

    def cuts(self, cards: int, *, back: bool) -> list[float]:
        """The heights of the cuts across the sheet: beyond each row that has cards, but not along the edge."""
        if self.folds_across:
            return []
        rows = min(self._rows_of(cards), self.rows - 1)
        heights = [self.theme.height - row * self.card_height for row in range(1, rows + 1)]
        return [self.theme.height - height for height in heights] if back and self.flip is Flip.SHORT else heights

    def cut_columns(self) -> list[float]:
        """Where the sheet is cut from top to bottom, from its left edge; along its middle a folded sheet is not."""
        middle = self.columns / 2 if self.folds else None
        return [column * self.card_width for column in range(1, self.columns) if column != middle]


def grid_for(pack: Pack, theme: Theme, modes: FlashcardModes) -> CardGrid:
    """The grid of a theme, with ten cards where they are asked for and would be readable."""
    columns, rows, padding = (modes.cards == 10 and theme.ten_cards) or theme.card_grid
    # Words: beside the line to fold a sheet of flashcards along.
    return CardGrid(theme, columns, rows, padding, modes.flip, pack.say("fold", "fold"))
