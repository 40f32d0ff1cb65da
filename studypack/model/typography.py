"""Smart punctuation: typed quotation marks, apostrophes and hyphens become typographic ones, by language."""

import re
from collections.abc import Iterator

from studypack.model.dates.calendar import MONTH_NUMBERS
from studypack.model.dates.english import EN_DASH

_ENGLISH = ("“", "”", "‘", "’")
_FRENCH = ("«\u202f", "\u202f»", "“", "”")
_POINTED = ("«", "»", "“", "”")
_LOW = ("„", "“", "‚", "‘")
_SWISS = ("«", "»", "‹", "›")
_NORDIC = ("”", "”", "’", "’")
_RUSSIAN = ("«", "»", "„", "“")
_MARKS = {
    "bg": _LOW, "cs": _LOW, "de": _LOW, "de-ch": _SWISS, "de-li": _SWISS, "is": _LOW, "sk": _LOW, "sl": _LOW,
    "be": _RUSSIAN, "lt": _LOW, "ru": _RUSSIAN, "uk": _RUSSIAN,
    "fr": _FRENCH,
    "ca": _POINTED, "el": _POINTED, "es": _POINTED, "it": _POINTED, "it-ch": _SWISS, "pt-pt": _POINTED,
    "es-mx": _ENGLISH, "es-us": _ENGLISH, "es-419": _ENGLISH,
    "fi": _NORDIC, "sv": _NORDIC,
    "nb": ("«", "»", "‘", "’"), "nn": ("«", "»", "‘", "’"), "no": ("«", "»", "‘", "’"),
    "et": ("„", "“", "«", "»"), "hr": ("„", "”", "‚", "’"), "hu": ("„", "”", "»", "«"), "pl": ("„", "”", "«", "»"),
    "ro": ("„", "”", "«", "»"),
}  # fmt: skip
"""The quotation marks of a language (and a region): opening and closing for ", then for '.

From Unicode's CLDR 48; French has the narrow no-break space of its printers. All other languages get the English marks.
"""
_APOSTROPHE = "’"
_PRIMES = {"'": "′", '"': "″"}
_TYPED = re.compile("[\"']")
_OPENERS = frozenset(" \n\u00a0\u202f([{/–—-“‘„‚«‹¿¡")
"""The characters that a quotation may begin after, besides the start of the text."""
_ELIDED = re.compile(
    r"'(?:(?:\d\ds?|tis|twas|twere|em|til|till|cause|bout|neath|ne[nmr]?|s)\b(?!')|n\b)", re.IGNORECASE
)
"""Words that begin with an apostrophe: the '30s, 'tis, rock 'n' roll, German 'ne; `_closed_later` has the
exceptions.
"""
_CLOSING = re.compile(r"(?<=[^\s(])'(?!\w)")
_OPENING_OR_CLOSING = re.compile(r"(?<=\Wn)'(?!\w)|(?<![\w'])'(?=\w)|(?P<closing>(?<=[^\s(])'(?!\w))", re.IGNORECASE)
"""An opening or a closing mark. The first alternative, the second mark of rock 'n' roll, is neither."""
_POSSESSIVE = re.compile(r"(?<=s)' [a-z]")
"""A possessive (the workers' leader), which is taken not to close a quotation."""


def quotation_marks(language: str) -> tuple[str, str, str, str]:
    """Return the marks that open and close a quotation typed with ", and one typed with '."""
    tag = language.lower()
    return _MARKS.get(tag) or _MARKS.get(tag.partition("-")[0], _ENGLISH)


def smart_quotes(text: str, language: str) -> Iterator[tuple[int, str]]:
    """Yield the index of each typed quotation mark, apostrophe and prime, with the character that is printed for it.

    A mark that follows a digit and ends no quotation is a prime: 5'10". Every quotation ends with its paragraph.
    """
    for start, paragraph in _paragraphs(text):
        if "'" in paragraph or '"' in paragraph:
            reader = _QuoteReader(paragraph, quotation_marks(language))
            for match in _TYPED.finditer(paragraph):
                yield start + match.start(), reader.read(match.start())


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for paragraph in text.split("\n"):
        yield start, paragraph
        start += len(paragraph) + 1


class _QuoteReader:
    """Reads the marks of one paragraph in order, and knows which quotations are open."""

    def __init__(self, text: str, marks: tuple[str, str, str, str]) -> None:
        self._text = text
        self._marks = {'"': marks[:2], "'": marks[2:]}
        self._open: list[str] = []
        self._opened_at = -2
        self._closed_later = _closed_later(text)
        self._last_closing = max((match.start() for match in _CLOSING.finditer(text)), default=-1)

    def read(self, at: int) -> str:
        """Return what is printed for the mark at an index; call it for each mark in order."""
        mark = self._text[at]
        before, after = self._text[at - 1] if at else " ", self._text[at + 1 : at + 2] or " "
        if mark == "'" and self._is_apostrophe(at, before, after):
            return _APOSTROPHE
        if self._begins(mark, at, before, after):
            self._opened_at = at
            if mark not in self._open:
                self._open.append(mark)
            return self._marks[mark][0]
        if mark in self._open:
            del self._open[self._open.index(mark) :]
            return self._marks[mark][1]
        if before.isdigit() or (before in _PRIMES and self._text[at - 2 : at - 1].isdigit()):
            return _PRIMES[mark]
        return self._marks[mark][1] if mark == '"' else _APOSTROPHE

    def _is_apostrophe(self, at: int, before: str, after: str) -> bool:
        if before.isalnum() and after.isalnum():
            return not (before.isdigit() and after.isdigit())
        return _ELIDED.match(self._text, at) is not None and not before.isalnum() and not self._quotes(at)

    def _quotes(self, at: int) -> bool:
        """Whether the mark before a word that may be elided opens a quotation; it never does inside one."""
        return "'" not in self._open and at in self._closed_later

    def _begins(self, mark: str, at: int, before: str, after: str) -> bool:
        if after.isspace() or before.isalnum() or (before in "–—-" and after in ".,;:!?)]}"):
            return False
        if before in _OPENERS or self._opened_at == at - 1:
            return mark == '"' or self._last_closing > at + 1
        return mark == '"' and mark not in self._open and after.isalnum() and not before.isdigit()


def _closed_later(text: str) -> set[int]:
    """The indexes of marks before a possibly elided word that have a closing mark later in the text.

    'Cause and effect' has one; the one in 'til he said 'no' belongs to another quotation.
    """
    found: set[int] = set()
    levels: list[list[int]] = [[]]  # for each nested quotation, the marks that are still open
    for mark in _OPENING_OR_CLOSING.finditer(text):
        if mark["closing"]:
            if not _POSSESSIVE.match(text, mark.start()):
                found.update(levels[-1])
                levels[-1] = []
            if len(levels) > 1:
                inner = levels.pop()
                levels[-1] += inner
        elif not _ELIDED.match(text, mark.start()):
            levels.append([])
        elif not text.startswith("n", mark.start() + 1):
            levels[-1].append(mark.start())
    return found


_MONTH = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_NEAR = r"(?:(?-i:ca?|circa)\.?[ \u00a0]?|(?:fl|b|d|r)\.[ \u00a0]?)"
"""What may stand before a year: c., born, died, flourished, reigned."""
_DASHED = re.compile(
    rf"""(?<![\w–.-])(?<!\d:)(?:
        {_NEAR}?(?<!\d[ \u00a0])(?P<year>[12]\d\d\d)s?-{_NEAR}?(?P<until>[12]\d\d\d|\d\d?)s?(?![\w–-])
      | {_NEAR}?[12]\d\d\d-(?=present(?![\w–-]))
      | {_NEAR}\d{{3}}-{_NEAR}?\d{{3,4}}(?![\w–-])
      | \d{{1,4}}-{_NEAR}?\d{{1,4}}(?=[ \u00a0]?(?-i:BCE?|B\.C\.|AD|A\.D\.|CE)(?!\w))
      | (?-i:AD|A\.D\.|CE)[ \u00a0]?\d{{1,4}}-\d{{1,4}}(?![\w–-])
      | (?:pp?|ll?|[Pp]ages|[Ll]ines)\.?[ \u00a0]?\d+-\d+(?![\w–-])
      | \d\d?-\d\d?(?=[ \u00a0](?:{_MONTH})\b)
      | (?:{_MONTH})\.?[ \u00a0](?P<day>\d\d?)-(?P<last>\d\d?)(?![\w–-])
      | (?:\d\d?[ \u00a0])?(?:{_MONTH})-(?=(?:\d\d?[ \u00a0])?(?:{_MONTH})[ \u00a0]\d{{4}}\b)
    ) | (?<=[^\s\d][ ])-(?=[ ]\S) | (?<=\d[ ])-(?=[ ][^\s\d])""",
    re.VERBOSE | re.IGNORECASE,
)
"""Hyphens that become en dashes: between years, pages or days, and between words with spaces on both sides.

Telephone numbers (020 1946-1950), book numbers (978-0-1999-2001-5) and verses (Acts 2:1-4) are not years.
"""


def smarten(text: str, language: str) -> str:
    """Return the text with smart punctuation for a language (BCP 47)."""
    changes = dict(_changes(text, language))
    return "".join(changes.get(index, letter) for index, letter in enumerate(text)) if changes else text


def smarten_parts(parts: list[str], language: str) -> list[str]:
    """Return the parts of one text, each smartened as in the whole."""
    changes = dict(_changes("".join(parts), language))
    if not changes:
        return parts
    done, start = [], 0
    for part in parts:
        done.append("".join(changes.get(start + index, letter) for index, letter in enumerate(part)))
        start += len(part)
    return done


def find_in_source(printed: str, typed: str) -> Iterator[tuple[int, int]]:
    """Yield the index and the length of each place in the source where a printed text may stand.

    Of a long text only the beginning is searched for, and the length is that of the beginning.
    """
    pattern = "".join(_TYPED_AS.get(letter) or re.escape(letter) for letter in printed[:_COMPARED])
    for match in re.finditer(pattern, typed):
        yield match.start(), len(match.group())


_COMPARED = 200
"""The letters of a text that are searched for; a longer pattern would take minutes to compile."""
_TYPED_AS = {
    **dict.fromkeys("‘’‚‹›′“”„«»″", r"""[‘’‚‹›′“”„«»″"']"""),
    "\u202f": "\u202f?",
    EN_DASH: "[–-]",
    " ": r"\s+",
}


def _changes(text: str, language: str) -> Iterator[tuple[int, str]]:
    """The characters that are printed differently from the source, by index."""
    if "'" in text or '"' in text:
        yield from smart_quotes(text, language)
    if "-" in text:
        for match in _DASHED.finditer(text):
            if _is_range(match):
                yield match.start() + match.group().index("-"), EN_DASH


def _is_range(match: re.Match[str]) -> bool:
    """Whether two years or days are in ascending order: 1919-21 is a range, 1921-03 is a month."""
    first, last = match["year"] or match["day"], match["until"] or match["last"]
    return first is None or int(last) > int(first[-len(last) :])
