"""What the styles of an OpenDocument text say: of letters, of paragraphs, and of lists."""

import re
from collections.abc import Callable, Iterable, Iterator

from studypack.importing.readers.archives import Element
from studypack.importing.readers.word_styles import made_number

_SPACE = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}"
TEXT, STYLE, TABLE, OFFICE = (_SPACE.format(name) for name in ("text", "style", "table", "office"))
DRAW = _SPACE.format("drawing")
SVG, _FO = (_SPACE.format(f"{name}-compatible") for name in ("svg", "xsl-fo"))
_LONGEST_CHAIN = 12
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_CENTIMETRES = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 0.0353, "pc": 0.423}
_LENGTH = re.compile(r"(\d{1,2}(?:\.\d+)?)(cm|mm|in|pt|pc)")
_COLUMN = 0.32
"""Centimetres of a column of typed text: two steps of LibreOffice's lists are eight."""


def whole(text: str | None, usual: int) -> int:
    """Return a whole number that a text says; `usual` if it says none."""
    return int(text) if text and text.isdecimal() and len(text) < 6 else usual


class OdtStyles:
    """The styles of a document, each with what it inherits."""

    def __init__(self, parts: Iterable[Element]) -> None:
        self._styles: dict[str | None, Element] = {}
        self._lists: dict[str | None, Element] = {}
        for part in parts:
            self._styles |= {each.get(STYLE + "name"): each for each in part.iter(STYLE + "style")}
            self._lists |= {each.get(STYLE + "name"): each for each in part.iter(TEXT + "list-style")}
        self._letters: dict[str | None, frozenset[str]] = {}

    def _chain(self, name: str | None) -> Iterator[Element]:
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(name)
            if style is None:
                return
            yield style
            name = style.get(STYLE + "parent-style-name")

    def is_title(self, name: str | None) -> bool:
        """Return whether a style is that of titles."""
        parents = (each.get(STYLE + "parent-style-name") for each in self._chain(name))
        return "Title" in (name, *parents)

    def letters(self, name: str | None) -> frozenset[str]:
        """Return the properties of a style's letters: bold, underlined, struck, hidden, raised."""
        if name not in self._letters:
            self._letters[name] = frozenset(self._found(name))
        return self._letters[name]

    def _found(self, name: str | None) -> Iterator[str]:
        for key, means in _MEANS.items():
            values = (each.find(STYLE + "text-properties") for each in self._chain(name))
            said = next((got for each in values if each is not None and (got := each.get(key))), "")
            if said and means(said):
                yield _NAMES[key]

    def indent(self, name: str | None) -> int:
        """Return how far a paragraph is indented, in columns."""
        for each in self._chain(name):
            properties = each.find(STYLE + "paragraph-properties")
            said = "" if properties is None else properties.get(_FO + "margin-left") or ""
            if said:
                length = _LENGTH.fullmatch(said)
                return round(float(length[1]) * _CENTIMETRES[length[2]] / _COLUMN) if length else 0
        return 0

    def label(self, style: str, level: int, number: int) -> str:
        """Return the number or bullet of an item of a list; a bullet if the list has no style."""
        listed = self._lists.get(style)
        for each in () if listed is None else listed.iterchildren(TEXT + "list-level-style-number"):
            if each.get(TEXT + "level") == str(level):
                form = each.get(STYLE + "num-format")
                made = made_number(_FORMS.get(form or "", ""), number) if form else ""
                return f"{each.get(STYLE + 'num-prefix') or ''}{made}{each.get(STYLE + 'num-suffix') or ''}"[:20]
        return "•"


_MEANS: dict[str, Callable[[str], bool]] = {
    _FO + "font-weight": lambda said: said == "bold" or (said.isdecimal() and said >= "600"),
    STYLE + "text-underline-style": lambda said: said != "none",
    STYLE + "text-line-through-style": lambda said: said != "none",
    TEXT + "display": lambda said: said == "none",
    STYLE + "text-position": lambda said: said.startswith("super") or (said[:1].isdigit() and not said.startswith("0")),
}
_NAMES = dict(zip(_MEANS, ("bold", "underlined", "struck", "hidden", "raised"), strict=True))
