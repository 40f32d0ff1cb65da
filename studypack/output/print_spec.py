"""What a finished file asks of a printer: its sheets of paper, and how they are turned."""

from dataclasses import dataclass

from studypack.base.wording import quantity
from studypack.layout.page import Turn
from studypack.model.options import Sheet


@dataclass(frozen=True, slots=True)
class PrintSpec:
    """How a printer is to handle a file, at full size; the file itself says so, too, where `turn` is set."""

    sheet: Sheet
    sides: int
    """Sides of sheets to print: the pages of the file."""
    turn: Turn | None
    """NONE prints one side, LONG and SHORT both; None where one side or both, turned on the long edge, will do."""
    landscape: bool = False
    """The pages of the file are the sheet turned to lie."""

    @property
    def sheets(self) -> int:
        """Sheets of paper that a copy takes; printed on both sides, unless one is asked for."""
        return self.sides if self.turn is Turn.NONE else (self.sides + 1) // 2

    @property
    def words(self) -> str:
        """As it is told: 5 sheets of A4, print on both sides, flip on the short edge."""
        many = f"{quantity(self.sheets, 'sheet')} of {self.sheet.label}"
        if self.turn is None:
            return many
        if self.turn is Turn.NONE:
            return f"{many}, print on one side"
        return f"{many}, print on both sides, flip on the {'long' if self.turn is Turn.LONG else 'short'} edge"
