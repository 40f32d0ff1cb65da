"""Boxes and their places in the structure, made at once and in reading order."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from studypack.layout.boxes import Box, HorizontalRule
from studypack.layout.page import Page
from studypack.layout.paragraph import text
from studypack.layout.style import RULE, Style
from studypack.layout.tag import Tag
from studypack.layout.text import Content, Run
from studypack.layout.wrapper import Wrapper
from studypack.model.markup import PARAGRAPH_BREAK, Gap, Span, Spans, Text, paragraphs


class DividingRule(HorizontalRule):
    """A rule over a part; none at the top of a page, where the running head has one already."""

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Along the top edge."""
        if top < page.frame.top - 1:
            super().place(page, x, top, width)


class RuledRow(Wrapper):
    """A row under a hairline, with equal space above and below."""

    def __init__(self, row: Box, air: float) -> None:
        super().__init__(row, above=0)
        self._air = air
        self.keep = False

    def lead(self, width: float) -> float:
        """The space above, in points."""
        return self._air

    tail = lead

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """The hairline along the top edge."""
        DividingRule(0.5, RULE).place(page, x, top, width)
        super().place(page, x, top, width)


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
