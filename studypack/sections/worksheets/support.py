"""The help that a sheet gives, from a word bank with hints to nothing at all, and what it says to its pupils."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from studypack.base.wording import join_words, pluralise
from studypack.model.modes import GapWidth, Support, WorksheetModes
from studypack.sections.worksheets.letter_cells import counted, first_letter, only_signs, words_of
from studypack.sections.worksheets.worksheet import ClozeSheet

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


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def in_words(number: int) -> str:
    """A number as running text has it: words up to ten."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def instruction(sheet: ClozeSheet, level: Level, *, heard: bool = False) -> str:
    """What to do, where the words come from, and what the lines and letters stand for.

    It is `heard` without signs: a gap says itself how many letters it has.
    """
    lines = "" if heard else _lines(sheet, level)
    if level.banked:
        return f"{_from_the_bank(sheet, heard=heard)}{lines}"
    if sheet.to_label:
        which = _thing(gap.answer for gap in sheet.gaps)
        told = f"Label the picture: write the {which} for each number."
        return f"{told}{_letters(sheet) if level.lettered else ''}{lines}"
    missing = _thing(gap.answer for gap in sheet.gaps) if len(sheet.gaps) == 1 else "words"
    told = f"Write the missing {missing} on the {pluralise(len(sheet.gaps), 'line')}."
    return f"{told}{_letters(sheet) if level.lettered else ''}{lines}"


def _thing(words: Iterable[str]) -> str:
    return "word or phrase" if any(" " in each for each in words) else "word"


def _from_the_bank(sheet: ClozeSheet, *, heard: bool) -> str:
    thing = _thing(entry.word for entry in sheet.bank)
    if sheet.to_label:
        told = f"Label the picture: write a {thing} from the word bank for each number."
        return f"{told} {_uses(sheet, thing, heard=heard)}"
    if len(sheet.gaps) == 1:
        return f"Write the {thing} from the word bank that fits on the line."
    return f"Fill each gap from the word bank. {_uses(sheet, thing, heard=heard)}"


def _uses(sheet: ClozeSheet, thing: str, *, heard: bool) -> str:
    most = max(entry.uses for entry in sheet.bank)
    spare = f"{in_words(sheet.spare)} {'is' if sheet.spare == 1 else 'are'} not needed"
    if most == 1:
        return f"No {thing} is used twice; {spare}." if sheet.spare else f"Each {thing} is used once."
    twice, often = ("so", "it says") if heard else ("×2", "the figure after it says")
    often = f"twice where it says {twice}" if most == 2 else f"as often as {often}"
    return f"Each {thing} is used once, or {often}{f'; {spare}' if sheet.spare else ''}."


def _letters(sheet: ClozeSheet) -> str:
    words = [word for gap in sheet.gaps for word in words_of(gap.answer) if not counted(word)]
    begun = [word for word in words if first_letter(word)]
    if len(words) == len(begun) == 1:
        return " Its first letter is given."
    which = "each word" if len(begun) == len(words) else "each longer word"
    return f" The first letter of {which} is given." if begun else ""


def _lines(sheet: ClozeSheet, level: Level) -> str:
    """What short rules stand for, where there are any; a pupil takes them for dashes."""
    words = [word for gap in sheet.gaps for word in words_of(gap.answer)]
    numbers = any(map(counted, words))
    if level.gap is GapWidth.LETTERS:
        others = [*(["figure"] if numbers else []), *(["sign"] if any(map(only_signs, words)) else [])]
        return f" Each dash is one {' or '.join(['letter', *others])}."
    return " Each dash is one figure of a number." if level.lettered and numbers else ""


def task_wording(sheet: ClozeSheet, level: Level, question: str) -> tuple[str, str]:
    """The heading of the task and what it asks, of the pack's question if that gives no answer away.

    Every other sheet asks to choose instead of to write, so that a class does not meet one task twice.
    """
    if sheet.gives_away(question):
        question = ""
    marks = [passage.marked.mark for passage in sheet.passages if passage.marked]
    if sheet.number % 2 == 0 and len(marks) > 1:
        which = "matters most for the question: " + question if question else "matters most?"
        choose = " Choose one by its mark, and give your reasons in two sentences."
        return "Now weigh them", "Which point on this sheet " + which + choose
    words = min(3, sum(1 for entry in sheet.bank if entry.uses))
    used = _used(words, level)
    heading = "Now use it" if words == 1 else "Now use them"
    if question:
        return heading, f"Write two sentences that use {used} to answer the question: " + question
    return heading, f"Write two sentences of your own that use {used}."


def _used(words: int, level: Level) -> str:
    if level.banked:
        return "the word in the bank" if words == 1 else f"{in_words(words)} words from the bank"
    if words == 1:
        return "the word that you have written"
    return f"{in_words(words)} of the words that you have written"
