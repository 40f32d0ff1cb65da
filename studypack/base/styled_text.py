"""Text with marks: bold and italic, words of another language, small letters above and below the line, formulas."""

import re
from collections.abc import Iterable
from dataclasses import replace
from enum import Enum

from studypack.base.record import record

LINE_BREAK = "\N{LINE SEPARATOR}"
"""In a text: the line ends here, wherever it ends on the page."""


class Script(Enum):
    """Small letters and figures above or below the line, by the mark that encloses them."""

    SUPER = "^"
    SUB = "~"


_CLOSING = re.compile(r" (?=[\s,.;:!?)\]]|$)")


@record
class Formula:
    """That a piece of text is the LaTeX of a formula."""

    display: bool = False
    """It stands alone, larger than in a line."""
    says: str = ""
    """What is heard in its place; empty where there are no words for it."""


@record
class Text:
    """A piece of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False
    language: str = ""
    """BCP 47; empty for the pack's own language."""
    script: Script | None = None
    """None for what stands on the line."""
    says: str = ""
    """What is heard of small letters above the line: to the power 23; empty if it is the letters themselves."""
    code: bool = False
    """It is printed as it was typed, in a face of one width."""
    link: str = ""
    """The address that it leads to on a screen."""
    formula: Formula | None = None

    def with_text(self, text: str) -> "Text":
        """Return another text in the same style."""
        return replace(self, text=text)

    @property
    def heard(self) -> str:
        """What a reader hears who does not see it; small letters above the line have a blank on both sides."""
        if self.formula:
            return self.formula.says or self.text
        return f" {self.says} " if self.says else self.text


class MarkedLine(str):
    """A title, name or other single line, as the plain words of it; `spans` has them with their marks.

    It keeps its marks where words are put before or after it by `+`. What else is made of it is plain.
    """

    __slots__ = ("spans",)
    spans: tuple[Text, ...]

    @classmethod
    def of(cls, spans: Iterable[Text]) -> str:
        """Return the line of some spans; a plain string if they have no marks."""
        kept = tuple(spans)
        words = "".join(span.text for span in kept)
        if all(span == Text(span.text) for span in kept):
            return words
        line = cls(words)
        line.spans = kept
        return line

    def __add__(self, other: str) -> str:
        return MarkedLine.of((*self.spans, *spans_of(other)))

    def __radd__(self, other: str) -> str:
        return MarkedLine.of((*spans_of(other), *self.spans))


def spans_of(line: str) -> tuple[Text, ...]:
    """Return a single line with its marks."""
    return line.spans if isinstance(line, MarkedLine) else (Text(line),)


def joined(lines: Iterable[str], separator: str) -> str:
    """Return single lines as one, each with its marks."""
    spans: list[Text] = []
    for line in lines:
        spans += [Text(separator)] if spans else []
        spans += spans_of(line)
    return MarkedLine.of(spans)


def opening(line: str, count: int) -> str:
    """Return the first so many characters of a single line, with its marks; a formula is not parted, but left out."""
    if not isinstance(line, MarkedLine):
        return line[:count]
    kept: list[Text] = []
    for span in line.spans:
        room = count - sum(len(each.text) for each in kept)
        if room <= 0 or (span.formula and len(span.text) > room):
            break
        kept.append(span if len(span.text) <= room else replace(span, text=span.text[:room]))
    return MarkedLine.of(kept)


def heard(line: str) -> str:
    """Return what a reader hears of a single line."""
    return heard_of(line.spans) if isinstance(line, MarkedLine) else line


def heard_of(spans: Iterable[Text]) -> str:
    """Return what a reader hears of some spans."""
    parts = [(span.heard, span.script) for span in spans]
    for place, (words, script) in enumerate(parts):
        if script and _CLOSING.match(" " + "".join(words for words, _ in parts[place + 1 : place + 2])):
            parts[place] = words.rstrip(), script
    return "".join(words for words, _ in parts)


def has_code(line: str) -> bool:
    """Return whether there is code in a single line."""
    return isinstance(line, MarkedLine) and any(span.code for span in line.spans)


def has_formula(line: str) -> bool:
    """Return whether there is a formula in a single line."""
    return isinstance(line, MarkedLine) and any(span.formula for span in line.spans)
