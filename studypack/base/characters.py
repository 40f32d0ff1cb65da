"""Normalise text: composed letters, no invisible characters, single spaces."""

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

MAX_MARKS = 30
"""Combining marks on one letter. No language has as many (UAX #15, stream-safe text), and the time to sort them grows
with their square.
"""
_MARKS = re.compile(rf"[^\x00-\u00ac\u00ae-\u02ff]{{{MAX_MARKS + 1},}}")
_IGNORABLE = (
    *((0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F)),
    *((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF)),
    *((0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF)),
)
"""The ranges of code points that are invisible: soft hyphens, joiners, direction marks, … (Unicode 17.0,
DerivedCoreProperties.txt, Default_Ignorable_Code_Point).
"""
IGNORABLE = frozenset(code for first, last in _IGNORABLE for code in range(first, last + 1))
"""The code points that leave no mark on a page."""
_LIGATURES = dict(zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
"""Ligatures that PDFs and word processors copy in place of two or three letters."""
_AS_SEEN: dict[int, str] = dict.fromkeys(IGNORABLE, "") | _LIGATURES
_NOT_AS_ONE = (
    "ϓϔǞǟǠǡǨǩǬǭȂȃȆȇȊȋȎȏȐȑȒȓȔȕȖȗȨȩȪȫȬȭȮȯȰȱȲȳѶѷӒӓӚӛӜӝӞӟӤӥӪӫӬӭӰӱӴӵӸӹḀḁḄḅḈḉḔḕḚḛḜḝḬḭḮḯḰḱṌṍṎṏṐṑṔṕṤṥṨṩṴṵṸṹṺṻṼṽẆẇẈẉẊẋẌẍẘẙẛ"
)


def _apart(letter: str) -> str:
    if letter not in _NOT_AS_ONE:
        return letter
    base, accent = (chr(int(code, 16)) for code in unicodedata.decomposition(letter).split())
    return _apart(base) + accent


_APART = {ord(letter): _apart(letter) for letter in _NOT_AS_ONE}
"""Letters that no bundled font has as one glyph, split into a letter and its accent: the mean ȳ."""
SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""The Unicode spaces (category Zs) other than U+0020."""
_INDENT = re.compile(rf"^ *[{SPACES}][ {SPACES}]*", re.MULTILINE)
_FOR_YAML = tuple(
    re.compile(pattern.replace("_", f"[ {SPACES}]"), re.MULTILINE)
    for pattern in (
        "^ *(?:-_+)+",
        r"""(?:^ *(?:- +)*|[{,]_*)["']?[A-Za-z-]+["']?_*:(?:_+|$)""",
        r"""(?<=["'\]}])_+(?=[,\]}])""",
        "(?<!_)_+$",
    )
)
"""The places besides the indentation where YAML takes no space but U+0020: after dashes, around the colons of keys,
between a quotation mark or bracket and a comma or bracket, and at the ends of lines.
"""
_WITH_MARKS = re.compile(r"[^\W\d_](?:[^\x00-\u02ff\w\s])+")
_SPACE = re.compile(f"[{SPACES}]")


def normalise(text: str) -> str:
    """Return the text with composed letters, without ligatures and invisible characters.

    Text copied from the web has soft hyphens and the like, text copied from a PDF has ligatures, and accents typed on a
    Mac may be separate characters.
    """
    return text if text.isascii() else unicodedata.normalize("NFC", text.translate(_AS_SEEN)).translate(_APART)


def normalise_line(text: str) -> str:
    """Return the normalised text on one line: runs of spaces and line breaks become one space; no-break spaces stay."""
    return re.sub("[ \t\r\n]+", " ", normalise(text)).strip()


def normalise_word(text: str) -> str:
    """Return the text as keys, ids and other words of the format are compared: normalised, with one kind of space and
    hyphen.
    """
    return normalise_line(_SPACE.sub(" ", text).replace("\u2010", "-").replace("\u2011", "-"))


def normalise_yaml(text: str) -> str:
    """Return a file's text without invisible characters and ligatures, and with ordinary spaces where YAML needs them.

    YAML needs them in the indentation, after dashes, around the colons of keys and at the ends of lines; no-break
    spaces within texts stay. Every line keeps its number, and `source_column` maps a column back to the source.
    """
    text = normalise(text)
    if not _SPACE.search(text):
        return text
    # An ideographic space is two columns wide in a monospaced font.
    text = _INDENT.sub(lambda indent: _SPACE.sub(" ", indent.group().replace("\u3000", "  ")), text)
    for pattern in _FOR_YAML:
        text = pattern.sub(lambda found: _SPACE.sub(" ", found.group()), text)
    return text


def source_column(typed: str, column: int) -> int:
    """Return the column in a source line of the character at `column` of the same line after `normalise_yaml`; both
    from 0.
    """
    return column if typed.isascii() else bisect_right(_columns(typed), column) - 1


@lru_cache(maxsize=8)
def _columns(typed: str) -> list[int]:
    """The column of each character of a source line after normalisation, and the column of its end."""
    indent = len(typed) - len(typed.lstrip())
    widths = [len(normalise(char)) for char in typed]
    for at, char in enumerate(typed[:indent]):
        widths[at] += char == "\u3000"
    for match in _WITH_MARKS.finditer(typed):
        over = sum(widths[match.start() : match.end()]) - len(normalise(match.group()))
        for at in range(match.end() - 1, match.start(), -1):  # marks that are composed with their letter
            taken = min(over, widths[at])
            widths[at] -= taken
            over -= taken
    return list(accumulate(widths, initial=0))


def find_excess_marks(text: str) -> int | None:
    """Return the index of the first letter with more than MAX_MARKS accents; None if there is none."""
    for match in () if text.isascii() else _MARKS.finditer(text):
        marks, letter = 0, max(0, match.start() - 1)
        for at, char in enumerate(match.group(), match.start()):
            if unicodedata.combining(char):
                marks += 1
            elif ord(char) not in IGNORABLE:
                marks, letter = 0, at
            if marks > MAX_MARKS:
                return letter
    return None
