"""Text as it is typed becomes text as it is printed: quotation marks by language, dashes between figures and words."""

import re
from collections.abc import Iterator

from studypack.almanac import EN_DASH, NAMES
from studypack.quotes import printed_marks

_MONTH = "|".join(sorted(NAMES, key=len, reverse=True))
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
"""Hyphens that stand for en dashes: between years, pages or days, and between words with a space on both sides.

No telephone number (020 1946-1950), book number (978-0-1999-2001-5) or verse (Acts 2:1-4) is taken for years.
"""


def printed(text: str, language: str) -> str:
    """The text as a printer sets it in a language (BCP 47)."""
    changes = dict(_changes(text, language))
    return "".join(changes.get(index, letter) for index, letter in enumerate(text)) if changes else text


def printed_parts(parts: list[str], language: str) -> list[str]:
    """The parts of one text, each as it is printed in the whole."""
    changes = dict(_changes("".join(parts), language))
    if not changes:
        return parts
    done, start = [], 0
    for part in parts:
        done.append("".join(changes.get(start + index, letter) for index, letter in enumerate(part)))
        start += len(part)
    return done


def typed_places(printed: str, typed: str) -> Iterator[tuple[int, int]]:
    """Where a printed text stands in what was typed: the index and the length of each place.

    A long one is looked for by its beginning, which is then the length that is told.
    """
    pattern = "".join(_TYPED_AS.get(letter) or re.escape(letter) for letter in printed[:_COMPARED])
    for match in re.finditer(pattern, typed):
        yield match.start(), len(match.group())


_COMPARED = 200
"""Letters; of more, the pattern alone would take minutes to make."""
_TYPED_AS = {
    **dict.fromkeys("‘’‚‹›′“”„«»″", r"""[‘’‚‹›′“”„«»″"']"""),
    "\u202f": "\u202f?",
    EN_DASH: "[–-]",
    " ": r"\s+",
}


def _changes(text: str, language: str) -> Iterator[tuple[int, str]]:
    """The characters that are printed otherwise than typed, by index."""
    if "'" in text or '"' in text:
        yield from printed_marks(text, language)
    if "-" in text:
        for match in _DASHED.finditer(text):
            if _is_range(match):
                yield match.start() + match.group().index("-"), EN_DASH


def _is_range(match: re.Match[str]) -> bool:
    """Whether two years or days follow each other: 1919-21 does, 1921-03 is a month."""
    first, last = match["year"] or match["day"], match["until"] or match["last"]
    return first is None or int(last) > int(first[-len(last) :])
