"""Pages for notes: ruled, dotted, squared, or Cornell pages headed with what the pack asks. Printed where asked for."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from studypack.base.wording import quantity
from studypack.layout.boxes import ROUNDING, Box, Drawn, NewPage, Space
from studypack.layout.field import Field, Filling, flowing_type, on_lines
from studypack.layout.page import Frame, Page, Rule
from studypack.layout.paragraph import Paragraph, text
from studypack.layout.shorten import stepped
from studypack.layout.stack import Stack
from studypack.layout.style import INK, Feint, mm
from studypack.layout.tag import Tag
from studypack.layout.text import Run
from studypack.model.content import Pack
from studypack.model.modes import Ruling
from studypack.sections.kit.builder import Builder
from studypack.sections.kit.opening import Landmark, opening
from studypack.sections.kit.section import Context, Section
from studypack.sections.kit.sheet_head import NameLines

_TITLE = "Notes"
_MOST_OF_PAGE = 3
"""What a page asks takes no more than this part of it; a longer question is not asked here."""


def _compose(context: Context) -> list[Box]:
    asks, boxes = _prompts(context.pack), list[Box]()
    for number in range(_pages(context)):
        several = _pages(context) > 1
        build = context.build.within("Sect", sheet=f"Page {number + 1} for notes") if several else context.build
        head = _head(context, build, number, asks[number] if number < len(asks) else "")
        boxes += [*([NewPage()] if number else []), head, _paper(context, build, head)]
    return boxes


def _pages(context: Context) -> int:
    """As many as are asked for; one where the section is asked for by name alone."""
    return max(context.options.notes.pages, 1)


def _prompts(pack: Pack) -> list[str]:
    """What Cornell pages on a pack are headed with: its question, its two sides, and what there is to know."""
    made = [pack.question] if pack.question else []
    made += [
        # Words: heads a page to write on; the side is Advantages, for example
        pack.say("side_to_know", "{side}: what they are, and why they count", side=side.name)
        for side in pack.sides
        if pack.on(side)
    ]
    known = (("Dates", pack.events), ("Terms", pack.glossary), ("People", pack.people))
    return [*made, *(f"{name} to know" for name, parts in known if parts)]


def _head(context: Context, build: Builder, number: int, ask: str) -> Box:
    """Name and date on every page, for they come apart; the title on the first. The headings are read first."""
    title = [] if number else [opening(context, "notes", _TITLE)]
    asked = _asked(context, build, number, ask)
    names = NameLines(context.theme, build.tag.child("P"), ("Name", "Date"))
    stack = Stack([names, *title, *asked, Space(mm(4))])
    return stack if number else Landmark(stack, "section:notes")


def _asked(context: Context, build: Builder, number: int, ask: str) -> list[Box]:
    """What a Cornell page is about; past the pack's own questions, and for a very long one, a rule to say so.

    The heading of any other page is only heard; one that is alone has none.
    """
    theme, pages, ruling = context.theme, _pages(context), context.options.notes.ruling
    which = f" {number + 1} of {pages}" if pages > 1 else ""
    if ruling is not Ruling.CORNELL:
        if which:
            build.tag.announce(f"Notes: {ruling} page{which}", "H2")
        return []
    style = stepped(ask, theme.heading, theme.measure)
    if ask and text([Run(ask, style)], style).height(theme.measure) <= theme.depth / _MOST_OF_PAGE:
        return [build.text(ask, style, "H2", above=0 if number else mm(3))]
    build.tag.announce(f"Notes: page{which} on a topic of your own", "H2")
    return [NameLines(theme, build.tag.child("P"), ("Topic",), foot=0)]


def _paper(context: Context, build: Builder, head: Box) -> Box:
    """What the head leaves of the page; the lowest line stands on its foot."""
    theme, ruling = context.theme, context.options.notes.ruling
    height = theme.depth - head.height(theme.measure)
    draw: Callable[[Page, Frame], None]
    match ruling:
        case Ruling.RULED:
            draw = partial(_lines, feint=theme.ruled, name="Notes", tag=build.writing_place())
        case Ruling.DOTTED:
            build.tag.announce("A grid of dots to write or draw on")
            draw = partial(_dotted, feint=theme.dotted)
        case Ruling.SQUARED:
            build.tag.announce("A grid of squares to write or draw on")
            draw = partial(_squared, feint=theme.squared)
        case Ruling.CORNELL:
            draw = partial(_cornell, feint=theme.ruled, parts=_parts(build))
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
    named = (("Cues", "Room to write in"), *((name, "Lines to write on") for name in ("Notes", "Summary")))
    return [(build.heading(name, style, level=3), build.writing_place(heard)) for name, heard in named]


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
    wanted=lambda pack, options: options.notes.pages > 0,
)
