"""An author's marks as runs: emphasis, code, words of another language, small letters above and below the line."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Protocol, TypeVar

from studypack.base.styled_text import LINE_BREAK, MarkedLine, Script, Text
from studypack.layout.formula import FormulaBox
from studypack.layout.inline import Content, LineBreak, Run
from studypack.layout.style import Style
from studypack.layout.tag import Furniture, Tag

_TOP, _FOOT = 0.82, -0.16
"""In ems of the text, above its baseline: the top of raised capitals, and the foot of lowered ones."""

_OPENING, _CLOSING = "\N{LEFT SINGLE QUOTATION MARK}", "\N{RIGHT SINGLE QUOTATION MARK}"


class _Emphasized(Protocol):
    """A span with an author's emphasis."""

    @property
    def bold(self) -> bool: ...

    @property
    def italic(self) -> bool: ...


Marked = TypeVar("Marked", bound=_Emphasized)


def marked_run(span: Text, style: Style, tag: Tag | Furniture | None) -> Content:
    """Return the run of a span in a style that has its emphasis; of a formula, its box.

    If it is in another language, the run says so, and its words are not divided; nor are those of code, which is an
    element of its own. Small letters stand above or below the line, and those above are spoken as what they are.
    """
    rise = 0.0
    if span.code:
        style, tag = style.code, tag.child("Code") if isinstance(tag, Tag) and tag.kind != "Code" else tag
    if span.language:
        # The pack's rules for dividing words are not those of another language.
        style, tag = style.undivided(), tag.child("Span", lang=span.language) if isinstance(tag, Tag) else tag
    if span.formula:
        return FormulaBox.of(span, style, tag)
    if span.script:
        size, style = style.size, style.script
        rise = (_TOP if span.script is Script.SUPER else _FOOT) * size
        if span.script is Script.SUPER:
            rise -= 2 * style.middle
            said = span.heard if span.heard != span.text else ""
            tag = tag.child("Span", said=said) if said and isinstance(tag, Tag) else tag
    if span.link and isinstance(tag, Tag):
        return Run(span.text, style, tag.child("Link"), rise, span.link, f"{span.text}, {span.link}")
    return Run(span.text, style, tag, rise)


def emphasis(spans: Sequence[Marked], style: Style) -> Iterator[tuple[Marked, Run | None, Run | None]]:
    """Yield each span with the quotation marks before and after it, if its emphasis in italics begins or ends there.

    They stand where the profile has no italics: bold is for key terms. They are for the eye alone: no word of the
    author's, and not heard. A symbol has none: distance d.
    """
    for italic, stretch in groupby(spans, key=lambda span: span.italic):
        own = list(stretch)
        is_quoted = italic and style.upright and not _is_symbol(own)
        for number, span in enumerate(own):
            before = after = None
            voice = style.emphasized(bold=span.bold or style.face.bold)
            if is_quoted and number == 0:
                before = Run(_OPENING, voice, Furniture.MARKING)
            if is_quoted and number == len(own) - 1:
                after = Run(_CLOSING, voice, Furniture.MARKING)
            yield span, before, after


def _is_symbol(spans: Sequence[_Emphasized]) -> bool:
    """Whether spans are one letter, or two that are no word: x, ΔC."""
    text = "".join(span.text if isinstance(span, Text) else "…" for span in spans).strip()
    return len(text) == 1 or (len(text) == 2 and not text.islower())


def expanded(run: Content) -> Iterator[Content]:
    """Yield the runs of a single line with marks, and those between the breaks of a text; anything else is itself."""
    if isinstance(run, Run) and LINE_BREAK in run.text:
        first, *others = run.text.split(LINE_BREAK)
        for words in others:
            yield replace(run, text=f"{first.rstrip(' ')} ")
            yield LineBreak()
            first = words.lstrip(" ")
        yield replace(run, text=first)
        return
    if not isinstance(run, Run) or not isinstance(run.text, MarkedLine):
        yield run
        return
    for span, before, after in emphasis(run.text.spans, run.style):
        style = run.style.marked(bold=span.bold, italic=span.italic)
        made = marked_run(span, style, run.tag)
        if isinstance(made, Run):
            made = replace(made, rise=made.rise + run.rise, target=run.target, description=run.description)
        yield from filter(None, (before, made, after))
