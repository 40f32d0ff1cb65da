"""Pages for notes: ruled, dotted, squared, or Cornell pages headed with what the pack asks. Printed where asked for."""

from collections.abc import Mapping

from studypack.base.wording import quantity
from studypack.layout.boxes import Box, NewPage, Space
from studypack.layout.paragraph import text
from studypack.layout.shorten import stepped
from studypack.layout.stack import Stack
from studypack.layout.style import mm
from studypack.layout.tag import Tag
from studypack.layout.text import Run
from studypack.model.content import Pack
from studypack.model.modes import Ruling
from studypack.model.options import Options
from studypack.sections.kit.opening import Landmark, opening
from studypack.sections.kit.section import Context, Section
from studypack.sections.kit.sheet_head import NameLines
from studypack.sections.notes.cornell import CornellPaper, prompts
from studypack.sections.notes.ruling import DottedPaper, Paper, RuledPaper, SquaredPaper, feint_for

_PAPERS: Mapping[Ruling, type[Paper]] = {
    Ruling.RULED: RuledPaper,
    Ruling.DOTTED: DottedPaper,
    Ruling.SQUARED: SquaredPaper,
}
_UNDER_HEAD = mm(4)
_MOST_LINES = 3
"""Of what a page asks, at its full size."""
_MOST_OF_PAGE = 3
"""What a page asks takes no more than this part of it; a longer question is not asked here."""


def _compose(context: Context) -> list[Box]:
    asks, names = prompts(context.pack), context.tag.child("P")
    boxes: list[Box] = []
    for number in range(_pages(context)):
        lines = NameLines(context.theme, names, ("Name", "Date"), again=number > 0)
        head = _head(context, lines, number, asks[number] if number < len(asks) else "")
        boxes += [*([NewPage()] if number else []), head, _paper(context, head)]
    return boxes


def _pages(context: Context) -> int:
    """As many as are asked for; one where the section is asked for by name alone."""
    return max(context.options.notes.pages, 1)


def _head(context: Context, names: Box, number: int, ask: str) -> Box:
    """Name and date on every page, for they come apart; the title on the first."""
    boxes: list[Box] = [names]
    if not number:
        boxes.append(opening(context, "notes", _title(context.pack, context.options)))
    if context.options.notes.ruling is Ruling.CORNELL:
        boxes.append(_ask(context, ask, above=mm(3) if not number else 0))
    boxes.append(Space(_UNDER_HEAD))
    stack = Stack(boxes)
    return stack if number else Landmark(stack, "section:notes")


def _ask(context: Context, ask: str, *, above: float) -> Box:
    """What the page is about; past the pack's own questions, and for a very long one, a line to say so."""
    theme = context.theme
    style = stepped(ask, theme.heading, theme.measure, _MOST_LINES)
    words = text([Run(ask, style)], style)
    if not ask or words.height(theme.measure) > theme.depth / _MOST_OF_PAGE:
        return NameLines(theme, context.tag.child("P"), ("Topic",), foot=0)
    return text([Run(ask, style, context.tag.child("H2"))], style, above=above)


def _paper(context: Context, head: Box) -> Box:
    """What the head leaves of the page."""
    theme, ruling = context.theme, context.options.notes.ruling
    feint, height = feint_for(theme, ruling), theme.depth - head.height(theme.measure)
    if ruling is Ruling.CORNELL:
        return CornellPaper(theme, feint, height, _part(context))
    return _PAPERS[ruling](feint, height, context.tag.child("Div"))


def _part(context: Context) -> Tag:
    return context.tag.child("Sect")


def _title(pack: Pack, options: Options) -> str:
    return "Notes"


_SAYS: Mapping[Ruling, str] = {
    Ruling.RULED: "ruled",
    Ruling.DOTTED: "dotted",
    Ruling.SQUARED: "squared",
    Ruling.CORNELL: "for cues, notes and a summary",
}


def _describe(context: Context) -> str:
    return f"{quantity(_pages(context), 'page')} to write on, {_SAYS[context.options.notes.ruling]}"


SECTION = Section(
    name="notes",
    title=_title,
    describe=_describe,
    needs="",
    applies=lambda pack: True,
    compose=_compose,
    wanted=lambda options: options.notes.pages > 0,
)
