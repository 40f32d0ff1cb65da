"""The help that a printed sheet gives: its level on the ladder from a word bank with hints to nothing at all."""

from collections.abc import Mapping
from dataclasses import dataclass

from studypack.modes import ClozeModes, GapWidth, Support

NAMES: Mapping[Support, str] = {
    Support.BANK_HINTS: "word bank and hints",
    Support.BANK: "word bank",
    Support.LETTERS: "first letters",
    Support.NONE: "from memory",
}
"""What each kind of help is called on the sheets, from the most help to none: the order of the ladder."""


@dataclass(frozen=True, slots=True)
class Level:
    """How one printing of a sheet helps, and how it draws its gaps."""

    support: Support = Support.BANK_HINTS
    gap: GapWidth = GapWidth.UNIFORM
    step: int = 0
    """On a ladder, from 1; 0 where the sheet is printed at one level alone."""

    @property
    def banked(self) -> bool:
        """The sheet has a word bank."""
        return self.support in (Support.BANK_HINTS, Support.BANK)

    @property
    def hinted(self) -> bool:
        """The author's hints stand beside their gaps."""
        return self.support is Support.BANK_HINTS

    @property
    def lettered(self) -> bool:
        """Each word of an answer is begun."""
        return self.support is Support.LETTERS

    @property
    def named(self) -> str:
        """Level 2 of 4: word bank; empty where there is one level alone."""
        return f"Level {self.step} of {len(NAMES)}: {NAMES[self.support]}" if self.step else ""


def levels_of(modes: ClozeModes) -> tuple[Level, ...]:
    """The levels that every sheet is printed at, in order: one, or the whole ladder."""
    if not modes.ladder:
        return (Level(modes.support, modes.gap),)
    return tuple(Level(support, modes.gap, step) for step, support in enumerate(NAMES, start=1))
