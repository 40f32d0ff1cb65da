"""An author's marks as runs: emphasis, code, words of another language, small letters above and below the line."""

import re
from collections.abc import Iterator
from dataclasses import replace

from studypack.base.styled_text import LINE_BREAK, MarkedLine, Script, Text
from studypack.layout.formula import FormulaBox
from studypack.layout.inline import Content, LineBreak, Run
from studypack.layout.style import Style
from studypack.layout.tag import Furniture, Tag

_TOP, _FOOT = 0.82, -0.16
"""In ems of the text, above its baseline: the top of raised capitals, and the foot of lowered ones."""
_POWERS = {"2": "squared", "3": "cubed"}
_POWER, _CHARGE = re.compile(r"(−?)(\d+)"), re.compile(r"(\d*)([+−])")
_ENDING = re.compile(r"st|nd|rd|th|e|er|re|ème|o|a|os|as")
"""Of an ordinal number, which is read as if it stood on the line: 19th, 1er, 1º."""


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
            said = _spoken_superscript(span.text)
            tag = tag.child("Span", said=f" {said} ") if said and isinstance(tag, Tag) else tag
    if span.link and isinstance(tag, Tag):
        return Run(span.text, style, tag.child("Link"), rise, span.link, f"{span.text}, {span.link}")
    return Run(span.text, style, tag, rise)


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
    for span in run.text.spans:
        style = run.style.marked(bold=span.bold, italic=span.italic)
        made = marked_run(span, style, run.tag)
        if isinstance(made, Run):
            made = replace(made, rise=made.rise + run.rise, target=run.target, description=run.description)
        yield made


def _spoken_superscript(letters: str) -> str:
    """Return what is heard: to the power of 23, squared, 2 plus; empty if it is the letters themselves."""
    if power := _POWER.fullmatch(letters):
        return _POWERS.get(letters, f"to the power of {'minus ' if power[1] else ''}{power[2]}")
    if charge := _CHARGE.fullmatch(letters):
        return f"{charge[1]} {'plus' if charge[2] == '+' else 'minus'}".strip()
    return "" if _ENDING.fullmatch(letters) else f"superscript {letters}"
