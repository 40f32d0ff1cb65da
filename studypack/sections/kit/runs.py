"""An author's spans as runs of text: with the answers of gaps, and the addresses of links."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Literal

from studypack.base.styled_text import Text
from studypack.layout.marked import emphasis, marked_run
from studypack.layout.style import Style
from studypack.layout.tag import Tag
from studypack.layout.text import Content, Run
from studypack.model.content import Pack
from studypack.model.spans import PARAGRAPH_BREAK, Gap, Spans

GapVoice = Literal["plain", "bold"]


def runs(spans: Spans, style: Style, tag: Tag, *, gaps: GapVoice = "plain", noted: bool = False) -> list[Content]:
    """Return a run for each span: a gap as its answer, a paragraph break as a space.

    The address of a link follows it, unless it is `noted` elsewhere.
    """
    made: list[Content] = []
    for span, before, after in emphasis(spans if noted else with_addresses(spans), style):
        is_key_term = isinstance(span, Gap) and gaps == "bold"
        voice = style.emphasized(bold=span.bold or is_key_term, italic=span.italic)
        if isinstance(span, Gap):
            shown: Content = Run(span.answer, voice.undivided(), tag)  # an answer is learnt as it is spelt
        else:
            if PARAGRAPH_BREAK in span.text:
                span = replace(span, text=span.text.replace(PARAGRAPH_BREAK, " "))  # noqa: PLW2901
            shown = marked_run(span, voice, tag)
        made.extend(filter(None, (before, shown, after)))
    return made


def with_addresses(spans: Spans) -> Spans:
    """Return the spans with the address of each link after it, in brackets."""
    if not any(isinstance(span, Text) and span.link for span in spans):
        return spans
    made: list[Text | Gap] = []
    for link, group in groupby(spans, key=lambda span: span.link if isinstance(span, Text) else ""):
        made += group
        if link:
            made.append(Text(f" ({printed_address(link)})"))
    return tuple(made)


def without_links(spans: Spans) -> Spans:
    """Return the spans with what leads to an address as words alone: on a sheet it could tell an answer."""
    return tuple(replace(span, link="") if isinstance(span, Text) and span.link else span for span in spans)


def printed_address(address: str) -> str:
    """Return an address as it is printed."""
    return address.removeprefix("https://").removeprefix("mailto:")


def label_style(style: Style) -> Style:
    """Return how a label before some words is set: in another face than their key words, which are bold too."""
    return style.sans.voiced(bold=True)


def label_run(pack: Pack, words: str, style: Style, tag: Tag) -> Run:
    """Return a label that runs into the words after it: Evidence: …, as a teacher's own labels do."""
    return Run(f"{words}{pack.say.colon} ", label_style(style), tag)


def before_number(content: Sequence[Content], style: Style, tag: Tag) -> list[Run]:
    """Return the space before a gap's number if it follows a letter or a figure; else nothing.

    Without it, the number after 10 in 10{{%}} would be read as a power.
    """
    last = content[-1] if content else None
    end = last.text[-1:] if isinstance(last, Run) else ""
    is_word = end.isalnum() or (end and unicodedata.category(end) == "Sc")  # £{{11}}
    return [Run("\u00a0", style, tag)] if is_word else []
