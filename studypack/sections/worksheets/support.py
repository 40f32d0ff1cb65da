"""The help that a printed sheet gives: its level on the ladder from a word bank with hints to nothing at all."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from studypack.base.wording import join_words, pluralise
from studypack.model.modes import GapWidth, Support, WorksheetModes

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
    steps: tuple[int, ...] = ()
    """On a ladder, from 1: two where they come to the same sheet; none where a sheet is printed at one level alone."""

    @property
    def step(self) -> int:
        """The first of its steps on a ladder; 0 without one."""
        return self.steps[0] if self.steps else 0

    @property
    def numbered(self) -> str:
        """Level 2, or levels 1 and 2; empty where there is one level alone."""
        return f"{pluralise(len(self.steps), 'level')} {join_words(map(str, self.steps))}" if self.steps else ""

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
        return f"{self.numbered.capitalize()} of {len(NAMES)}: {NAMES[self.support]}" if self.steps else ""


def levels_of(modes: WorksheetModes, *, hinted: bool) -> tuple[Level, ...]:
    """The levels that a sheet is printed at, in order: one, or the whole ladder.

    On the ladder of a sheet that is not `hinted`, for no gap of it has a hint, the first two levels are one sheet.
    """
    if not modes.ladder:
        return (Level(modes.support, modes.gap),)
    levels = [Level(support, modes.gap, (step,)) for step, support in enumerate(NAMES, start=1)]
    return tuple(levels) if hinted else (replace(levels[1], steps=(1, 2)), *levels[2:])
