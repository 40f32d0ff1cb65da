"""Text as people see it: letters whole, nothing invisible, one space between words."""

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

MOST_MARKS = 30
"""Accents on one letter; no language has as many (UAX #15, stream-safe text), and to sort them takes time by their
square."""
_MARKS = re.compile(rf"[^\x00-\u00ac\u00ae-\u02ff]{{{MOST_MARKS + 1},}}")
_IGNORABLE = (
    *((0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F)),
    *((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF)),
    *((0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF)),
)
"""First and last of what nobody sees: soft hyphens, joiners, direction marks, … (Unicode 17.0,
DerivedCoreProperties.txt, Default_Ignorable_Code_Point)."""
UNSEEN = frozenset(code for first, last in _IGNORABLE for code in range(first, last + 1))
"""The code points that leave no mark on a page."""
_LIGATURES = dict(zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
"""What PDFs and word processors copy for two or three letters."""
_AS_SEEN: dict[int, str] = dict.fromkeys(UNSEEN, "") | _LIGATURES
_NOT_AS_ONE = (
    "ǞǟǠǡǨǩǬǭȂȃȆȇȊȋȎȏȐȑȒȓȔȕȖȗȨȩȪȫȬȭȮȯȰȱȲȳѶѷӒӓӚӛӜӝӞӟӤӥӪӫӬӭӰӱӴӵӸӹḀḁḄḅḈḉḔḕḚḛḜḝ"
    "ḬḭḮḯḰḱṌṍṎṏṐṑṔṕṤṥṨṩṴṵṸṹṺṻṼṽẆẇẈẉẊẋẌẍẘẙẛ↚↛↮⇍⇏∄≉≢≮≯≰≱"
)


def _apart(letter: str) -> str:
    if letter not in _NOT_AS_ONE:
        return letter
    base, accent = (chr(int(code, 16)) for code in unicodedata.decomposition(letter).split())
    return _apart(base) + accent


_APART = {ord(letter): _apart(letter) for letter in _NOT_AS_ONE}
"""Letters that no bundled face has as one, but as letter and accent: the mean ȳ."""
SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""The spaces that are not the space bar's (Unicode's category Zs)."""
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
"""Where YAML takes no other space than the space bar's, besides the indentation: after dashes, around colons of keys,
between a quotation mark or bracket and a comma or bracket, and at the ends of lines."""
_WITH_MARKS = re.compile(r"[^\W\d_](?:[^\x00-\u02ff\w\s])+")
_SPACE = re.compile(f"[{SPACES}]")


def as_seen(text: str) -> str:
    """Letters as one character each where the faces have them so, and none that nobody sees.

    Soft hyphens and the like come along with text copied from the web, ligatures with text copied from a PDF, and
    accents typed on a Mac may stand apart from their letters.
    """
    return text if text.isascii() else unicodedata.normalize("NFC", text.translate(_AS_SEEN)).translate(_APART)


def as_line(text: str) -> str:
    """The text as seen, on one line: runs of space and line breaks are one space; no-break spaces stay."""
    return re.sub("[ \t\r\n]+", " ", as_seen(text)).strip()


def as_word(text: str) -> str:
    """The text as seen, as keys, ids and other words of the format are compared: with one kind of space and hyphen."""
    return as_line(_SPACE.sub(" ", text).replace("\u2010", "-").replace("\u2011", "-"))


def as_yaml(text: str) -> str:
    """A file without what nobody sees, its ligatures as letters, and ordinary spaces where YAML needs them.

    That is in the indentation, after dashes, around colons of keys and at the ends of lines; within texts no-break
    spaces stay. Every line stays on its line; `typed_column` finds a place of it in what was typed.
    """
    text = as_seen(text)
    if not _SPACE.search(text):
        return text
    # An ideographic space is two columns wide where all letters are as wide as each other.
    text = _INDENT.sub(lambda indent: _SPACE.sub(" ", indent.group().replace("\u3000", "  ")), text)
    for pattern in _FOR_YAML:
        text = pattern.sub(lambda found: _SPACE.sub(" ", found.group()), text)
    return text


def typed_column(typed: str, column: int) -> int:
    """Where in a line as it was typed the character stands that is at a column of it `as_yaml`; both from 0."""
    return column if typed.isascii() else bisect_right(_columns(typed), column) - 1


@lru_cache(maxsize=8)
def _columns(typed: str) -> list[int]:
    """The column of each character of a line, once it is read, and of its end."""
    indent = len(typed) - len(typed.lstrip())
    widths = [len(as_seen(char)) for char in typed]
    for at, char in enumerate(typed[:indent]):
        widths[at] += char == "\u3000"
    for match in _WITH_MARKS.finditer(typed):
        over = sum(widths[match.start() : match.end()]) - len(as_seen(match.group()))
        for at in range(match.end() - 1, match.start(), -1):  # the marks that are one character with their letter
            taken = min(over, widths[at])
            widths[at] -= taken
            over -= taken
    return list(accumulate(widths, initial=0))


def heaped_marks(text: str) -> int | None:
    """Where a letter begins that has more accents than can be meant; None where there is no such letter."""
    for match in () if text.isascii() else _MARKS.finditer(text):
        marks, letter = 0, max(0, match.start() - 1)
        for at, char in enumerate(match.group(), match.start()):
            if unicodedata.combining(char):
                marks += 1
            elif ord(char) not in UNSEEN:
                marks, letter = 0, at
            if marks > MOST_MARKS:
                return letter
    return None
