"""What Word's styles and lists say of a paragraph: its level as a heading, its number or bullet, its indent, bold."""

from collections import Counter
from collections.abc import Callable, Iterator

from studypack.base.record import record
from studypack.importing.readers.archives import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COLUMN = 180
"""Twentieths of a point in a column of a typed text: two of Word's steps of half an inch are eight columns."""
_FARTHEST = 200
_OFF = ("0", "false", "off", "none")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ROMAN_ONES = ((9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LONGEST_CHAIN = 12
"""The styles that a style may be based on, one on the other: Word allows eleven."""


def value(element: Element, path: str, name: str = "val") -> str | None:
    """Return an attribute of a descendant, given by the names of its elements parted by /; None if it has none."""
    for tag in path.split("/"):
        if element is None:
            return None
        element = element.find(W + tag)
    return None if element is None else element.get(W + name)


def number(text: str | None, usual: int = 0) -> int:
    """Return a whole number; `usual` if the text is none, or has too many digits."""
    try:
        return int(text) if text and len(text) < 10 else usual
    except ValueError:
        return usual


def is_on(properties: Element, tag: str) -> bool | None:
    """Return whether a property such as bold is on or off; None if nothing is said of it."""
    found = None if properties is None else properties.find(W + tag)
    return None if found is None else (found.get(W + "val") or "1").casefold() not in _OFF


@record
class ListLevel:
    """A level of a list: its number or bullet is made from `text`, in which %1 stands for the number."""

    form: str
    text: str
    start: int
    indent: int | None
    """Where the bullet or number stands, in columns."""


class Styles:
    """The styles of a document, each with what it inherits."""

    def __init__(self, element: Element) -> None:
        self._styles = {style.get(W + "styleId"): style for style in element.iterchildren(W + "style")}
        self._found: dict[tuple[str | None, str, str], str | None] = {}
        self._usual = next((key for key, style in self._styles.items() if style.get(W + "default") == "1"), None)

    def chain(self, style: str | None) -> Iterator[Element]:
        """Yield a style and those that it is based on, the nearest first; without a name, the usual one of
        paragraphs."""
        name = style or self._usual
        for _ in range(_LONGEST_CHAIN):
            element = self._styles.get(name)
            if element is None:
                return
            yield element
            name = value(element, "basedOn")

    def name(self, style: str | None) -> str:
        """Return the English name of a style in lower case, as "heading 1"; the file has it in any language's Word."""
        return (self.first(style, "name") or "").casefold()

    def is_on(self, style: str | None, tag: str) -> bool:
        """Return whether a style sets a property of letters, such as bold."""
        key = (style, tag, "on")
        if key not in self._found:
            found = (is_on(each.find(W + "rPr"), tag) for each in self.chain(style))
            self._found[key] = "on" if next((each for each in found if each is not None), False) else None
        return self._found[key] == "on"

    def first(self, style: str | None, path: str, name: str = "val") -> str | None:
        """Return the nearest value of a property of paragraphs."""
        key = (style, path, name)
        if key not in self._found:
            values = (value(each, path, name) for each in self.chain(style))
            self._found[key] = next((got for got in values if got is not None), None)
        return self._found[key]


class Lists:
    """The lists of a document, which count their items as the paragraphs are walked."""

    def __init__(self, element: Element | None) -> None:
        self._abstract: dict[str | None, dict[int, ListLevel]] = {}
        self._of_number: dict[str | None, str | None] = {}
        self._counts: dict[str | None, Counter[int]] = {}
        if element is None:
            return
        for each in element.iterchildren(W + "abstractNum"):
            self._abstract[each.get(W + "abstractNumId")] = {
                number(level.get(W + "ilvl")): _level(level) for level in each.iterchildren(W + "lvl")
            }
        for each in element.iterchildren(W + "num"):
            self._of_number[each.get(W + "numId")] = value(each, "abstractNumId")

    def level(self, list_id: str, depth: int) -> ListLevel | None:
        """Return a level of a list; None if there is no such list."""
        levels = self._abstract.get(self._of_number.get(list_id))
        return levels.get(depth) if levels else None

    def label(self, list_id: str, depth: int) -> str:
        """Return the number or bullet of the next item of a list; empty if the list has none."""
        level = self.level(list_id, depth)
        if not level or level.form == "none":
            return ""
        if level.form == "bullet":
            return "•"
        counts = self._counts.setdefault(self._of_number.get(list_id), Counter())
        counts[depth] = counts[depth] + 1 if counts[depth] else level.start
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        label = level.text
        for each in range(depth + 1):
            outer = self.level(list_id, each)
            made = made_number(outer.form if outer else "", max(counts[each], 1))
            label = label.replace(f"%{each + 1}", made)
        return label


def _level(element: Element) -> ListLevel:
    left = value(element, "pPr/ind", "left") or value(element, "pPr/ind", "start")
    hanging = number(value(element, "pPr/ind", "hanging"))
    indent = columns(number(left) - hanging) if left is not None else None
    form, text = value(element, "numFmt") or "decimal", value(element, "lvlText") or ""
    return ListLevel(form, text[:20], number(value(element, "start"), 1), indent)


def columns(twips: int) -> int:
    """Return the columns of an indent in twentieths of a point."""
    return min(max(0, round(twips / _COLUMN)), _FARTHEST)


def made_number(form: str, count: int) -> str:
    """Return a number in a form of Word, such as lowerRoman; in digits if the form is unknown."""
    return _FORMS.get(form, str)(count)


def _letters(count: int) -> str:
    return chr(ord("a") + (count - 1) % 26) * min((count + 25) // 26, 9)


def _roman(count: int) -> str:
    made = ""
    for worth, letters in (*_ROMAN, *_ROMAN_ONES):
        times = min(count // worth, 9)
        made, count = made + letters * times, count - worth * times
    return made


_FORMS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
}
