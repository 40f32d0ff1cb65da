"""The facts in a text, which can be looked for in another: its dates, its numbers, and its names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from enum import Enum

from studypack.base.record import record
from studypack.importing.dates_found import find_dates
from studypack.importing.word_forms import WordList, before_hyphen
from studypack.model.dates.english import MONTHS
from studypack.model.dates.forms import Century, Decade, DualYear, Form, PartialDate, SchoolYear, Season
from studypack.model.dates.parser import DateError, parse
from studypack.model.letters import primary_language
from studypack.model.sentences import WORD, sentence_starts

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SPELLED = {word: number for number, word in enumerate(_ONES)} | {
    word: 10 * number for number, word in enumerate(_TENS, start=2)
}
_POWERS = {"hundred": 2, "thousand": 3, "million": 6, "m": 6, "billion": 9, "bn": 9, "trillion": 12}
_POWER = rf"(?:[ \u00a0-]?({'|'.join(_POWERS)})s?\b)?"
_NUMBER = re.compile(rf"(?<![\w.,])\d(?:[\d.,\u202f]*\d)?(?![\d])(?:st|nd|rd|th)?{_POWER}", re.IGNORECASE)
_IN_WORDS = re.compile(
    rf"\b(?:(?P<tens>{'|'.join(_TENS)})[- ])?(?P<ones>{'|'.join((*_ONES, *_TENS))}){_POWER}\b", re.IGNORECASE
)
_GROUPED = re.compile(r"\d{1,3}(?:[,\u202f]\d{3})+(?:\.\d+)?")
_MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEARLESS = re.compile(
    rf"\b(?:{_DAY}(?:\s*(?:[–-]|to|and)\s*(?P<end>\d{{1,2}})(?:st|nd|rd|th)?)?\s(?:of\s)?)?{_MONTH}\b"
    r"(?:\s(?P<after>\d{1,2})(?:st|nd|rd|th)?\b(?!\s*%))?"
)
_SMALL = "(?: (?:of|the|and|for|de|von|der|du|la))*"
_LONG_NAME = re.compile(rf"[^\W\d_a-z][^\W_]*(?:{_SMALL} [^\W\d_a-z][^\W_]*){{2,}}")
"""A name that initials may stand for: Union of Soviet Socialist Republics."""
_FEWEST_INITIALS = 3
_ALL_NOUNS = ("de", "lb")
"""The languages in which a capital does not mark a name."""


class FactKind(Enum):
    """What a fact is."""

    DATE = "date"
    NUMBER = "number"
    NAME = "name"


@record
class Fact:
    """A date, a number, or a name of some words that follow each other."""

    kind: FactKind
    typed: str
    """As it stands in the text."""
    start: int
    """The index of its first character."""
    parts: tuple[str, ...]
    """What another text has to say, in some form: the words of a name, the ends of a range, 1924-10-25."""
    initials: tuple[str, ...] = ()
    """Those of the long name that a name is, or belongs to: USSR of Union of Soviet Socialist Republics; and those
    without its first word, which may only begin the sentence."""


def facts_in(text: str, language: str, *, all_names: bool = False) -> list[Fact]:
    """Return the facts in a text, in order. `all_names`: its first word is a name, too, as in a list of people.

    A word that begins a sentence is no name, nor is any in a language that writes all nouns with a capital.
    """
    dates = list(_dates(text))
    rest = _without(text, dates)
    found = [*dates, *_numbers(rest)]
    if primary_language(language) not in _ALL_NOUNS:
        found += _names(_without(rest, found), all_names=all_names)
    return sorted(found, key=lambda fact: fact.start)


def date_parts(form: Form) -> tuple[str, ...]:
    """Return what a date names: 1924-10-25, 1924-10, 1924, 192X; of a range both ends."""
    match form:
        case PartialDate():
            month, day = (f"-{each:02}" if each else "" for each in (form.month, form.day))
            return (f"{form.year}{month}{day}",)
        case Decade():
            return (f"{form.year // 10}X",)
        case Century():
            number = -form.number if form.before_christ else form.number
            return (f"{number - 1}XX",)
        case Season() | SchoolYear():
            return (str(form.year),)
        case DualYear():
            return date_parts(form.day)
    inner = (getattr(form, each.name) for each in fields(form)) if is_dataclass(form) else ()
    return tuple(part for each in inner if is_dataclass(each) for part in date_parts(each))  # type: ignore[arg-type]


def less_precise(part: str) -> tuple[str, ...]:
    """Return what a part of a date says as well: of 1924-10-25 October 1924, 1924, the 1920s, 25 October, October."""
    if part.startswith("--"):
        return (part, part[:4])
    year, *rest = part.rsplit("-", part.count("-") - part.startswith("-"))
    months = [f"--{'-'.join(rest[:count])}" for count in range(1, len(rest) + 1)]
    wholes = ["-".join((year, *rest[:count])) for count in range(len(rest) + 1)]
    if "X" in year:
        return (year, f"{year[:-2]}XX") if year.count("X") == 1 else (year,)
    return (*wholes, *months, f"{int(year) // 10}X", f"{int(year) // 100}XX")


def _without(text: str, facts: Iterable[Fact]) -> str:
    """The text with blanks for some facts, so that every character keeps its place."""
    for fact in facts:
        text = text[: fact.start] + "\x00" * len(fact.typed) + text[fact.start + len(fact.typed) :]
    return text


def _dates(text: str) -> Iterator[Fact]:
    covered = text
    for found in find_dates(text.replace("’", "'")):
        try:
            parts = date_parts(parse(found.date).form)
        except DateError:
            continue
        fact = Fact(FactKind.DATE, text[found.start : found.end], found.start, parts)
        covered = _without(covered, [fact])
        yield fact
    for match in _YEARLESS.finditer(covered):
        days = [each for each in (match["day"], match["end"], match["after"]) if each]
        month = f"--{MONTHS.index(match['month']) + 1:02}"
        if days or match.start() not in set(sentence_starts(text)):
            parts = tuple(f"{month}-{int(day):02}" for day in days) or (month,)
            yield Fact(FactKind.DATE, match.group(), match.start(), parts)


def _numbers(text: str) -> Iterator[Fact]:
    for match in _NUMBER.finditer(text):
        digits = re.match(r"\d(?:[\d.,\u202f]*\d)?", match.group())
        assert digits is not None
        yield Fact(FactKind.NUMBER, match.group(), match.start(), (_value(digits.group(), match[1]),))


def spelled_numbers(text: str) -> Iterator[str]:
    """Yield the values of the numbers that are written as words: 25 for twenty-five."""
    for match in _IN_WORDS.finditer(text):
        value = _SPELLED[match["ones"].lower()] + (_SPELLED[match["tens"].lower()] if match["tens"] else 0)
        yield _value(str(value), match[3])


def _value(digits: str, power: str | None) -> str:
    """The number as digits alone where it is one; as it was typed where it is not: 30,00."""
    plain = re.sub("[,\u202f]", "", digits) if _GROUPED.fullmatch(digits) else digits
    if power and re.fullmatch(r"\d+(?:\.\d+)?", plain):
        whole, _, part = plain.partition(".")
        zeros = _POWERS[power.lower()]
        return f"{whole}{part[:zeros].ljust(zeros, '0')}{'.' if part[zeros:] else ''}{part[zeros:]}".lstrip("0")
    return plain


def _names(text: str, *, all_names: bool) -> Iterator[Fact]:
    """The runs of words with a capital: one name each."""
    opening = set() if all_names else _openings(text)
    long = [(match.start(), match.end(), _initials(match.group())) for match in _LONG_NAME.finditer(text)]
    run: list[re.Match[str]] = []
    for match in WORD.finditer(text):
        if not _is_name(match.group()) or match.start() in opening:
            yield from _run(run, long)
            run = []
        elif run and text[run[-1].end() : match.start()].strip(" \u00a0"):
            yield from _run(run, long)
            run = [match]
        else:
            run.append(match)
    yield from _run(run, long)


def _openings(text: str) -> set[int]:
    """Where a capital marks no name: at the beginning of a sentence, a line and a quotation."""
    first = r"(?:^|[\n“‘«„\"(?!]|[^\w]['*]|[-–—•|/]\s)\W*([^\W\d_])"
    return {*sentence_starts(text), *(match.start(1) for match in re.finditer(first, text))}


def _is_name(word: str) -> bool:
    parts = [part for part in word.split("-") if part]
    return any(part[0].isupper() for part in parts) and len(word) > 1


def _run(run: list[re.Match[str]], long: list[tuple[int, int, tuple[str, ...]]]) -> Iterator[Fact]:
    if run:
        text, start, end = run[0].string, run[0].start(), run[-1].end()
        initials = next((letters for begin, stop, letters in long if begin <= start and end <= stop), ())
        yield Fact(FactKind.NAME, text[start:end], start, tuple(match.group() for match in run), initials)


def _initials(name: str) -> tuple[str, ...]:
    letters = "".join(word[0] for word in name.split() if word[0].isupper())
    return (letters, letters[1:]) if len(letters) > _FEWEST_INITIALS else (letters,)


class Said:
    """What some texts say, and whether a part of a fact is among it."""

    def __init__(self, texts: Iterable[str], language: str) -> None:
        self._dates: set[str] = set()
        self._numbers: set[str] = set()
        words: list[str] = []
        initials: set[str] = set()
        for text in texts:
            for fact in facts_in(text, language):
                self.add(fact)
            self._numbers.update(spelled_numbers(text))
            found = WORD.findall(text)
            words += [part for word in found for part in (word, *map(before_hyphen, word.split("-")))]
            initials.update(each for match in _LONG_NAME.finditer(text) for each in _initials(match.group()))
        self.words = WordList([*words, *initials])

    def add(self, fact: Fact) -> None:
        """Take a date or a number for said; words are told by the texts."""
        if fact.kind is FactKind.DATE:
            self._dates.update(each for part in fact.parts for each in less_precise(part))
        elif fact.kind is FactKind.NUMBER:
            self._numbers.update(fact.parts)

    def missing(self, fact: Fact) -> list[str]:
        """Return the parts of a fact that are not said."""
        if fact.kind is FactKind.DATE:
            return [part for part in fact.parts if part not in self._dates and part not in self._numbers]
        if fact.kind is FactKind.NUMBER:
            return [part for part in fact.parts if part not in self._numbers and part not in self._dates]
        if any(each in self.words for each in fact.initials):
            return []
        return [part for part in fact.parts if not self.says_word(part)]

    def says_apart(self, part: str) -> bool:
        """Return whether the day, or the month, and the year of a date are said, each somewhere."""
        year, *rest = less_precise(part)[0], *[each for each in less_precise(part) if each.startswith("--")][-1:]
        return all(each in self._dates for each in (year, *rest))

    def join_dates(self, facts: Iterable[Fact], years: Iterable[str]) -> None:
        """Take days and months without a year for said with those that stand near them."""
        near = list(years)
        for part in (part for fact in facts if fact.kind is FactKind.DATE for part in fact.parts):
            if part.startswith("--"):
                self._dates.update(less for year in near for less in less_precise(f"{year}-{part[2:]}"))

    def says_word(self, word: str) -> bool:
        """Return whether a word is said, in some form; of a word with hyphens each part."""
        return word in self.words or all(before_hyphen(part) in self.words for part in word.split("-") if part[1:])
