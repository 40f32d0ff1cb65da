"""What a worksheet tells the pupil to do: no more than is true of the sheet, at the help that it gives."""

from collections.abc import Iterable

from studypack.modes import GapWidth
from studypack.sections.cloze.cells import counted, first_letter, only_signs, words_of
from studypack.sections.cloze.level import Level
from studypack.sections.cloze.worksheet import Sheet

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def in_words(number: int) -> str:
    """A number as running text has it: words up to ten."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def instruction(sheet: Sheet, level: Level) -> str:
    """What to do, where the words come from, and what the lines and letters stand for."""
    lines = _lines(sheet, level)
    if level.banked:
        return f"{_from_the_bank(sheet)}{lines}"
    missing = _thing(gap.answer for gap in sheet.gaps) if len(sheet.gaps) == 1 else "words"
    told = f"Write the missing {missing} on the line{'' if len(sheet.gaps) == 1 else 's'}."
    return f"{told}{_letters(sheet) if level.lettered else ''}{lines}"


def _thing(words: Iterable[str]) -> str:
    return "word or phrase" if any(" " in each for each in words) else "word"


def _from_the_bank(sheet: Sheet) -> str:
    thing = _thing(entry.word for entry in sheet.bank)
    if len(sheet.gaps) == 1:
        return f"Write the {thing} from the word bank that fits on the line."
    return f"Fill each gap from the word bank. {_uses(sheet, thing)}"


def _uses(sheet: Sheet, thing: str) -> str:
    most = max(entry.uses for entry in sheet.bank)
    spare = f"{in_words(sheet.spare)} {'is' if sheet.spare == 1 else 'are'} not needed"
    if most == 1:
        return f"No {thing} is used twice; {spare}." if sheet.spare else f"Each {thing} is used once."
    often = "twice where it says ×2" if most == 2 else "as often as the figure after it says"
    return f"Each {thing} is used once, or {often}{f'; {spare}' if sheet.spare else ''}."


def _letters(sheet: Sheet) -> str:
    words = [word for gap in sheet.gaps for word in words_of(gap.answer) if not counted(word)]
    begun = [word for word in words if first_letter(word)]
    if len(words) == len(begun) == 1:
        return " Its first letter is given."
    which = "each word" if len(begun) == len(words) else "each longer word"
    return f" The first letter of {which} is given." if begun else ""


def _lines(sheet: Sheet, level: Level) -> str:
    """What short rules stand for, where there are any; a pupil takes them for dashes."""
    words = [word for gap in sheet.gaps for word in words_of(gap.answer)]
    numbers = any(map(counted, words))
    if level.gap is GapWidth.LETTERS:
        others = [*(["figure"] if numbers else []), *(["sign"] if any(map(only_signs, words)) else [])]
        return f" Each dash is one {' or '.join(['letter', *others])}."
    return " Each dash is one figure of a number." if level.lettered and numbers else ""
