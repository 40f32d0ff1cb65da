"""What a worksheet says to its pupils: the instruction under its title, and the task in the room that it leaves."""

from collections.abc import Iterable

from studypack.base.wording import pluralise
from studypack.model.modes import GapWidth
from studypack.sections.worksheets.blanks import counted, first_letter, only_signs, words_of
from studypack.sections.worksheets.support import Level
from studypack.sections.worksheets.worksheet import ClozeSheet

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def in_words(number: int) -> str:
    """A number as running text has it: words up to ten."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def instruction(sheet: ClozeSheet, level: Level) -> str:
    """What to do, where the words come from, and what the lines and letters stand for."""
    lines = _lines(sheet, level)
    if level.banked:
        return f"{_from_the_bank(sheet)}{lines}"
    missing = _thing(gap.answer for gap in sheet.gaps) if len(sheet.gaps) == 1 else "words"
    told = f"Write the missing {missing} on the {pluralise(len(sheet.gaps), 'line')}."
    return f"{told}{_letters(sheet) if level.lettered else ''}{lines}"


def _thing(words: Iterable[str]) -> str:
    return "word or phrase" if any(" " in each for each in words) else "word"


def _from_the_bank(sheet: ClozeSheet) -> str:
    thing = _thing(entry.word for entry in sheet.bank)
    if len(sheet.gaps) == 1:
        return f"Write the {thing} from the word bank that fits on the line."
    return f"Fill each gap from the word bank. {_uses(sheet, thing)}"


def _uses(sheet: ClozeSheet, thing: str) -> str:
    most = max(entry.uses for entry in sheet.bank)
    spare = f"{in_words(sheet.spare)} {'is' if sheet.spare == 1 else 'are'} not needed"
    if most == 1:
        return f"No {thing} is used twice; {spare}." if sheet.spare else f"Each {thing} is used once."
    often = "twice where it says ×2" if most == 2 else "as often as the figure after it says"
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
        which = f"matters most for the question: {question}" if question else "matters most?"
        asks = f"Which point on this sheet {which} Choose one by its mark, and give your reasons in two sentences."
        return "Now weigh them", asks
    words = min(3, sum(1 for entry in sheet.bank if entry.uses))
    used = _used(words, level)
    heading = "Now use it" if words == 1 else "Now use them"
    if question:
        return heading, f"Write two sentences that use {used} to answer the question: {question}"
    return heading, f"Write two sentences of your own that use {used}."


def _used(words: int, level: Level) -> str:
    if level.banked:
        return "the word in the bank" if words == 1 else f"{in_words(words)} words from the bank"
    if words == 1:
        return "the word that you have written"
    return f"{in_words(words)} of the words that you have written"
