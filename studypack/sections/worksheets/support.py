"""The help that a sheet gives: from a word bank with hints to nothing at all, once or as the steps of a ladder."""

from dataclasses import replace

from studypack.base.record import record
from studypack.model.modes import GapWidth, Support
from studypack.model.section_modes import WorksheetModes
from studypack.model.words import Words

LADDER = (Support.BANK_HINTS, Support.BANK, Support.LETTERS, Support.NONE)
"""The kinds of help, from the most to none."""


def help_name(support: Support, say: Words) -> str:
    """Return what a kind of help is called on the sheets."""
    match support:
        case Support.BANK_HINTS:
            # Words: the help that a worksheet gives: Level 1 of 4: word bank and hints. So the next three.
            return say("help_bank_hints", "word bank and hints")
        case Support.BANK:
            return say("help_bank", "word bank")
        case Support.LETTERS:
            return say("help_letters", "first letters")
        case Support.NONE:
            return say("help_none", "from memory")


@record
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

    def named(self, say: Words) -> str:
        """Return Level 2 of 4: word bank; empty where there is one level alone."""
        if not self.steps:
            return ""
        helped = help_name(self.support, say)
        # Words: over the title of a worksheet that is printed with several kinds of help.
        return say.count(
            "level",
            "Level {numbers} of {total}: {help}",
            "Levels {numbers} of {total}: {help}",
            len(self.steps),
            numbers=say.listed(map(str, self.steps)),
            total=len(LADDER),
            help=helped,
        )

    def after(self, sheet: str, say: Words, *, short: bool = False) -> str:
        """Return the name of a sheet with the level after it, which is `short` without its help."""
        if not self.steps:
            return sheet
        numbers, number = say.listed(map(str, self.steps)), len(self.steps)
        helped = help_name(self.support, say)
        if short:
            return say.count(
                "sheet_at_level",
                "{sheet}, level {numbers}",
                "{sheet}, levels {numbers}",
                number,
                sheet=sheet,
                numbers=numbers,
            )
        return say.count(
            "sheet_at_level_of",
            "{sheet}, level {numbers} of {total}: {help}",
            "{sheet}, levels {numbers} of {total}: {help}",
            number,
            sheet=sheet,
            numbers=numbers,
            total=len(LADDER),
            help=helped,
        )


def levels_of(modes: WorksheetModes, *, hinted: bool) -> tuple[Level, ...]:
    """The levels that a sheet is printed at, in order: one, or the whole ladder.

    On the ladder of a sheet that is not `hinted`, for no gap of it has a hint, the first two levels are one sheet.
    """
    if not modes.ladder:
        return (Level(modes.support, modes.gap),)
    levels = [Level(support, modes.gap, (step,)) for step, support in enumerate(LADDER, start=1)]
    return tuple(levels) if hinted else (replace(levels[1], steps=(1, 2)), *levels[2:])
