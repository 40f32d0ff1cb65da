"""How a section opens: overline, title, standfirst; with the bookmark and the anchor that lead there."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from studypack.layout.boxes import Box, HorizontalRule
from studypack.layout.page import Bookmark, Page
from studypack.layout.paragraph import text
from studypack.layout.shorten import stepped
from studypack.layout.stack import Stack
from studypack.layout.tag import Tag
from studypack.layout.text import Content, Run
from studypack.layout.theme import RULE, Style
from studypack.model.markup import PARAGRAPH_BREAK, Gap, Span, Spans, Text, paragraphs
from studypack.sections.kit.section import Context


class DividingRule(HorizontalRule):
    """A rule over a part; none at the top of a page, where the running head has one already."""

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Along the top edge."""
        if top < page.frame.top - 1:
            super().place(page, x, top, width)


class RuledRow(Box):
    """A row under a hairline, with equal space above and below."""

    def __init__(self, row: Box, air: float) -> None:
        self._row = row
        self._air = air

    def height(self, width: float) -> float:
        """The row and its air."""
        return self._row.height(width) + 2 * self._air

    def least(self, width: float) -> float:
        """The start of the row and its air."""
        return self._row.least(width) + 2 * self._air

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Where the row splits: a meaning of a page's length."""
        parts = self._row.split(width, room - 2 * self._air)
        return None if parts is None else (RuledRow(parts[0], self._air), RuledRow(parts[1], self._air))

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """The hairline along the top edge."""
        DividingRule(0.5, RULE).place(page, x, top, width)
        self._row.place(page, x, top - self._air, width)


GapVoice = Literal["plain", "bold"]


def runs(spans: Spans, style: Style, tag: Tag, *, gaps: GapVoice = "plain") -> list[Run]:
    """One run a span, gaps as their answers; a paragraph break becomes a space."""
    made = []
    for span in spans:
        is_key_term = isinstance(span, Gap) and gaps == "bold"
        words = span.answer if isinstance(span, Gap) else span.text.replace(PARAGRAPH_BREAK, " ")
        voice = style.emphasized(bold=span.bold or is_key_term, italic=span.italic)
        # An answer is learnt as it is spelt.
        made.append(spoken_in(span, Run(words, voice.undivided() if isinstance(span, Gap) else voice, tag)))
    return made


def before_number(content: Sequence[Content], style: Style, tag: Tag) -> list[Run]:
    """What parts a gap's number from the word that it follows: 10{{%}} is not ten to the power of the number."""
    last = content[-1] if content else None
    end = last.text[-1:] if isinstance(last, Run) else ""
    is_word = end.isalnum() or (end and unicodedata.category(end) == "Sc")  # £{{11}}
    return [Run("\u00a0", style, tag)] if is_word else []


def spoken_in(span: Span, run: Run) -> Run:
    """The run of a span, which says its language and stays whole where that is another than the pack's."""
    if not isinstance(span, Text) or not span.language:
        return run
    assert isinstance(run.tag, Tag)
    # The pack's rules for dividing words are not those of another language.
    return replace(run, style=run.style.undivided(), tag=run.tag.child("Span", lang=span.language))


def prose(
    spans: Spans, style: Style, parent: Tag, *, gaps: GapVoice = "plain", between: float | None = None
) -> list[Box]:
    """A paragraph box for each paragraph, `between` points apart (half a line unless told)."""
    space = style.leading / 2 if between is None else between
    boxes: list[Box] = []
    for number, paragraph in enumerate(paragraphs(spans)):
        content: Iterable[Run] = runs(paragraph, style, parent.child("P"), gaps=gaps)
        boxes.append(text(content, style, above=space if number else 0))
    return boxes


_MOST_LINES = 3
"""Of a title at its full size."""


class Landmark(Box):
    """A box that the outline and links lead to."""

    def __init__(self, box: Box, anchor: str, title: str = "", level: int = 0) -> None:
        self._box = box
        self._anchor = anchor
        self._bookmark = title
        self._level = level
        self.above = box.above
        self.keep = box.keep

    def height(self, width: float) -> float:
        """Of the box itself."""
        return self._box.height(width)

    def least(self, width: float) -> float:
        """Of the box itself."""
        return self._box.least(width)

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """The landmark stays with the first part."""
        parts = self._box.split(width, room)
        if parts is None:
            return None
        return Landmark(parts[0], self._anchor, self._bookmark, self._level), parts[1]

    def loosened(self) -> Box:
        """As the box is."""
        return Landmark(self._box.loosened(), self._anchor, self._bookmark, self._level)

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """A little above the box, so that a reader who lands there sees it whole."""
        page.anchors.setdefault(self._anchor, top + 12)
        if self._bookmark:
            page.bookmarks.append(Bookmark(self._bookmark, self._level, top + 12))
        self._box.place(page, x, top, width)


def opening(
    context: Context,
    name: str,
    title: str,
    *,
    overline: str = "",
    standfirst: str = "",
    tag: Tag | None = None,
    anchor: str = "",
    level: int = 0,
    bookmark: str = "",
) -> Box:
    """The head of a section or of one of its sheets; it stays with what follows.

    `name` is the section's; the anchor is `section:name` unless another is given, and the bookmark is the title.
    """
    theme = context.theme
    parent = tag or context.tag
    boxes: list[Box] = []
    over = overline or (f"Part {context.part}" if context.part else "")
    if over:
        boxes.append(
            text(
                [Run(theme.overline.face.capitals(over), theme.overline, parent.child("P"))], theme.overline, keep=True
            )
        )
    style = stepped(title, theme.title, theme.measure, _MOST_LINES)
    heading = Run(title, style, parent.child("H1"))
    boxes.append(text([heading], style, above=2, keep=True))
    if standfirst:
        boxes.append(text([Run(standfirst, theme.standfirst, parent.child("P"))], theme.standfirst, above=3, keep=True))
    stack = Stack(boxes, keep=True)
    return Landmark(stack, anchor or f"section:{name}", bookmark or title, level)
