"""Pages for notes: ruled, dotted, squared, or Cornell pages headed with what the pack asks. Printed where asked for."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from studypack.base.wording import quantity
from studypack.layout.boxes import ROUNDING, Box, Drawn, NewPage, Space
from studypack.layout.field import Field, Filling, flowing_type, on_lines
from studypack.layout.page import Frame, Page, Rule
from studypack.layout.paragraph import Paragraph
from studypack.layout.shorten import stepped
from studypack.layout.stack import Stack
from studypack.layout.style import INK, Feint, mm
from studypack.layout.tag import Tag
from studypack.model.content import Pack
from studypack.model.modes import Ruling
from studypack.model.sides import Side
from studypack.sections.kit.builder import Builder
from studypack.sections.kit.opening import Landmark, opening
from studypack.sections.kit.section import Context, Section, heading_of
from studypack.sections.kit.sheet_head import NameLines

_TITLE = "Notes"
_MOST_OF_PAGE = 3
"""What a page asks takes no more than this part of it; a longer question is not asked here."""


def _compose(context: Context) -> list[Box]:
    asks, names = _prompts(context.pack), context.tag.child("P")
    boxes: list[Box] = []
    for number in range(_pages(context)):
        lines = NameLines(context.theme, names, ("Name", "Date"), again=number > 0)
        head = _head(context, lines, number, asks[number] if number < len(asks) else "")
        boxes += [*([NewPage()] if number else []), head, _paper(context, head)]
    return boxes


def _pages(context: Context) -> int:
    """As many as are asked for; one where the section is asked for by name alone."""
    return max(context.options.notes.pages, 1)


def _prompts(pack: Pack) -> list[str]:
    """What Cornell pages on a pack are headed with: its question, its two sides, and what there is to know."""
    made = [pack.question] if pack.question else []
    made += [f"{heading_of(pack, side)}: what they are, and why they count" for side in Side if pack.side(side)]
    known = (("Dates", pack.events), ("Terms", pack.glossary), ("People", pack.people))
    return [*made, *(f"{name} to know" for name, parts in known if parts)]


def _head(context: Context, names: Box, number: int, ask: str) -> Box:
    """Name and date on every page, for they come apart; the title on the first."""
    boxes: list[Box] = [names]
    if not number:
        boxes.append(opening(context, "notes", _TITLE))
    if context.options.notes.ruling is Ruling.CORNELL:
        boxes.append(_ask(context, ask, above=0 if number else mm(3)))
    stack = Stack([*boxes, Space(mm(4))])
    return stack if number else Landmark(stack, "section:notes")


def _ask(context: Context, ask: str, *, above: float) -> Box:
    """What the page is about; past the pack's own questions, and for a very long one, a rule to say so."""
    theme, build = context.theme, context.build
    words = build.text(ask, stepped(ask, theme.heading, theme.measure), "H2", above=above)
    if not ask or words.height(theme.measure) > theme.depth / _MOST_OF_PAGE:
        return NameLines(theme, build.tag.child("P"), ("Topic",), foot=0)
    return words


def _paper(context: Context, head: Box) -> Box:
    """What the head leaves of the page; the lowest line stands on its foot."""
    theme, build, ruling = context.theme, context.build, context.options.notes.ruling
    height = theme.depth - head.height(theme.measure)
    draw: Callable[[Page, Frame], None]
    match ruling:
        case Ruling.RULED:
            draw = partial(_lines, feint=theme.ruled, name="Notes", tag=build.within("Div").tag)
        case Ruling.DOTTED:
            draw = partial(_dotted, feint=theme.dotted)
        case Ruling.SQUARED:
            draw = partial(_squared, feint=theme.squared)
        case Ruling.CORNELL:
            draw = partial(_cornell, feint=theme.ruled, parts=_parts(build.within("Sect")))
    return Drawn(height, lambda page, x, top, width: draw(page, Frame(x, top - height, x + width, top)))


def _steps(length: float, feint: Feint) -> int:
    """How many times the pitch goes into a length."""
    return int((length + ROUNDING) / feint.pitch)


# Dots and squares are to draw on, and have no fields.
def _dotted(page: Page, area: Frame, feint: Feint) -> None:
    """Dots on a square grid, in the middle of the measure.

    Each row of dots is one dashed line, its dashes as long as it is thick: a page has some two thousand.
    """
    dot, columns = feint.thickness, _steps(area.width - feint.thickness, feint)
    left = area.left + (area.width - columns * feint.pitch) / 2 - dot / 2
    right = left + columns * feint.pitch + dot
    for row in range(_steps(area.height - dot, feint) + 1):
        y = area.bottom + dot / 2 + row * feint.pitch
        page.add(Rule(left, y, right, y, dot, feint.color, (dot, feint.pitch - dot)))


def _squared(page: Page, area: Frame, feint: Feint) -> None:
    """Whole squares, in the middle of the measure: lines up, then lines across."""
    columns, rows = _steps(area.width, feint), _steps(area.height, feint)
    left, high = area.left + (area.width - columns * feint.pitch) / 2, area.bottom + rows * feint.pitch
    for column in range(columns + 1):
        across = left + column * feint.pitch
        page.add(Rule(across, area.bottom, across, high, feint.thickness, feint.color))
    for row in range(rows + 1):
        y = area.bottom + row * feint.pitch
        page.add(Rule(left, y, left + columns * feint.pitch, y, feint.thickness, feint.color))


def _lines(page: Page, area: Frame, feint: Feint, name: str, tag: Tag) -> None:
    """Lines across, a line's room above each, and a field over them all, which `tag` holds."""
    count = _steps(area.height, feint)
    for number in range(count):
        y = area.bottom + number * feint.pitch
        page.add(Rule(area.left, y, area.right, y, feint.thickness, feint.color))
    if count:
        page.add(on_lines((area.left, area.right, area.bottom), count, feint.pitch, name, tag))


_CUES = 0.3
"""Of the width of a Cornell page; the rest is for notes (Pauk, How to Study in College)."""
_SUMMARY = 0.2
"""Of the height."""
_Part = tuple[Paragraph, Tag]
"""A label, and what holds the fields under it."""


def _parts(build: Builder) -> list[_Part]:
    style = build.theme.label_bold.colored(INK)
    return [(build.text(name, style), build.tag.child("Div")) for name in ("Cues", "Notes", "Summary")]


def _cornell(page: Page, area: Frame, feint: Feint, parts: list[_Part]) -> None:
    """A column for cues beside one for notes, and a summary below both; the notes and the summary are ruled."""
    (cues, in_cues), (notes, in_notes), (summary, in_summary) = parts
    pitch, label = feint.pitch, cues.height(area.width) + 2
    lines = max(2, round(_SUMMARY * area.height / pitch))
    # Room for the label and for writing, down to the first line of the summary.
    middle = area.bottom + (lines - 1) * pitch + max(pitch, label + 0.6 * pitch)
    divide, under = area.left + _CUES * area.width, area.top - label
    across, down = (area.left, under, area.right, under), (divide, area.top, divide, middle)
    for ends in (across, down, (area.left, middle, area.right, middle)):
        page.add(Rule(*ends, 0.9, INK))
    left = divide + mm(3)
    cues.place(page, area.left, area.top, area.width)
    notes.place(page, left, area.top, area.width)
    summary.place(page, area.left, middle - 2, area.width)
    space = (area.left, middle + 2, divide - area.left - 2, under - middle - 4)
    page.add(Field(*space, "Cues", in_cues.child("Form"), Filling.WRITTEN, flowing_type(pitch)))
    _lines(page, replace(area, top=area.bottom + lines * pitch), feint, "Summary", in_summary)
    # The first line for notes may have a little less room above it than the others.
    _lines(page, Frame(left, middle + pitch, area.right, under + 0.2 * pitch), feint, "Notes", in_notes)


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
    title=lambda pack, options: _TITLE,
    describe=_describe,
    needs="",
    applies=lambda pack: True,
    compose=_compose,
    wanted=lambda options: options.notes.pages > 0,
)
