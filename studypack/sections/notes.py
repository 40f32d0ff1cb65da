"""Pages for notes: ruled, dotted, squared, or Cornell pages headed with what the pack asks. Printed where asked for."""

from collections.abc import Mapping
from functools import partial

from studypack.base.wording import quantity
from studypack.layout.boxes import ROUNDING, Box, Drawn, NewPage, Space
from studypack.layout.field import Field, Filling, on_rule
from studypack.layout.page import Page, Rule
from studypack.layout.paragraph import Paragraph
from studypack.layout.shorten import stepped
from studypack.layout.stack import Stack
from studypack.layout.style import INK, Feint, mm
from studypack.layout.tag import Tag
from studypack.layout.theme import Theme
from studypack.model.content import Pack
from studypack.model.modes import Ruling
from studypack.model.options import Options
from studypack.model.sides import Side
from studypack.sections.kit.opening import Landmark, opening
from studypack.sections.kit.section import Context, Section, heading_of
from studypack.sections.kit.sheet_head import NameLines

_UNDER_HEAD = mm(4)
_MOST_LINES = 3
"""Of what a page asks, at its full size."""
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
        boxes.append(opening(context, "notes", _title(context.pack, context.options)))
    if context.options.notes.ruling is Ruling.CORNELL:
        boxes.append(_ask(context, ask, above=0 if number else mm(3)))
    stack = Stack([*boxes, Space(_UNDER_HEAD)])
    return stack if number else Landmark(stack, "section:notes")


def _ask(context: Context, ask: str, *, above: float) -> Box:
    """What the page is about; past the pack's own questions, and for a very long one, a rule to say so."""
    theme, build = context.theme, context.build
    words = build.text(ask, stepped(ask, theme.heading, theme.measure, _MOST_LINES), "H2", above=above)
    if not ask or words.height(theme.measure) > theme.depth / _MOST_OF_PAGE:
        return NameLines(theme, build.tag.child("P"), ("Topic",), foot=0)
    return words


def _paper(context: Context, head: Box) -> Box:
    """What the head leaves of the page; the lowest line stands on its foot."""
    theme, ruling = context.theme, context.options.notes.ruling
    feint, height = feint_for(theme, ruling), theme.depth - head.height(theme.measure)
    if ruling is Ruling.CORNELL:
        return Drawn(height, partial(_cornell, height=height, feint=feint, parts=_parts(context)))
    if ruling is Ruling.RULED:
        return Drawn(height, partial(_ruled, height=height, feint=feint, tag=context.tag.child("Div")))
    # Dots and squares are to draw on, and have no fields.
    return Drawn(height, partial(_dotted if ruling is Ruling.DOTTED else _squared, height=height, feint=feint))


def feint_for(theme: Theme, ruling: Ruling) -> Feint:
    """How a paper is printed."""
    return {Ruling.DOTTED: theme.dotted, Ruling.SQUARED: theme.squared}.get(ruling, theme.ruled)


def _steps(length: float, feint: Feint) -> int:
    """How many times the pitch goes into a length."""
    return int((length + ROUNDING) / feint.pitch)


def _ruled(page: Page, x: float, top: float, width: float, *, height: float, feint: Feint, tag: Tag) -> None:
    """Lines across, the first with a line's room above it."""
    _to_write_on(page, feint, (x, x + width), top - height, _steps(height, feint), "Notes", tag)


def _dotted(page: Page, x: float, top: float, width: float, *, height: float, feint: Feint) -> None:
    """Dots on a square grid, in the middle of the measure.

    Each row of dots is one dashed line, its dashes as long as it is thick: a page has some two thousand.
    """
    columns, half, low = _steps(width - feint.thickness, feint), feint.thickness / 2, top - height
    left = x + (width - columns * feint.pitch) / 2
    right, dash = left + columns * feint.pitch, (feint.thickness, feint.pitch - feint.thickness)
    for row in range(_steps(height - feint.thickness, feint) + 1):
        y = low + half + row * feint.pitch
        page.add(Rule(left - half, y, right + half, y, feint.thickness, feint.color, dash))


def _squared(page: Page, x: float, top: float, width: float, *, height: float, feint: Feint) -> None:
    """Whole squares, in the middle of the measure: lines up, then lines across."""
    columns, rows, foot = _steps(width, feint), _steps(height, feint), top - height
    left, high = x + (width - columns * feint.pitch) / 2, foot + rows * feint.pitch
    for column in range(columns + 1):
        across = left + column * feint.pitch
        page.add(Rule(across, foot, across, high, feint.thickness, feint.color))
    _lines(page, feint, (left, left + columns * feint.pitch), foot, rows + 1)


def _lines(page: Page, feint: Feint, across: tuple[float, float], foot: float, count: int) -> None:
    """So many lines, the lowest at the height `foot`; `across` is where they start and end."""
    for number in range(count):
        y = foot + number * feint.pitch
        page.add(Rule(across[0], y, across[1], y, feint.thickness, feint.color))


_TYPED = 0.45
"""Of the pitch: the size of what is typed; the lines are close, and the first has little room over it."""


def _to_write_on(
    page: Page, feint: Feint, across: tuple[float, float], foot: float, count: int, name: str, tag: Tag
) -> None:
    """The same, with fields on them from the highest line down, which `tag` holds under one name."""
    _lines(page, feint, across, foot, count)
    for number in reversed(range(count)):
        rule = (*across, foot + number * feint.pitch)
        page.add(on_rule(rule, _TYPED * feint.pitch, name, tag, counted=True))


_CUES = 0.3
"""Of the width of a Cornell page; the rest is for notes (Pauk, How to Study in College)."""
_SUMMARY = 0.2
"""Of the height."""
_FEWEST = 2
"""Lines of a summary."""
_INSET = mm(3)
"""Between the column of cues and the lines for notes."""
_FIRST = 0.8
"""Of the pitch: at least so much is left above a first line."""
_HEAVY = 0.9


_Part = tuple[Paragraph, Tag]
"""A label, and what holds the fields under it."""


def _parts(context: Context) -> list[_Part]:
    build, style = context.build.within("Sect"), context.theme.label_bold.colored(INK)
    return [(build.text(name, style), build.tag.child("Div")) for name in ("Cues", "Notes", "Summary")]


def _cornell(
    page: Page, x: float, top: float, width: float, *, height: float, feint: Feint, parts: list[_Part]
) -> None:
    """A column for cues beside one for notes, and a summary below both; the notes and the summary are ruled."""
    (cues, in_cues), (notes, in_notes), (summary, in_summary) = parts
    foot, pitch, label = top - height, feint.pitch, cues.height(width) + 2
    lines = max(_FEWEST, round(_SUMMARY * height / pitch))
    # Room for the label and for writing, down to the first line of the summary.
    middle = foot + (lines - 1) * pitch + max(pitch, label + 0.6 * pitch)
    divide, under, right = x + _CUES * width, top - label, x + width
    page.add(Rule(x, under, right, under, _HEAVY, INK))
    page.add(Rule(divide, top, divide, middle, _HEAVY, INK))
    page.add(Rule(x, middle, right, middle, _HEAVY, INK))
    left = divide + _INSET
    cues.place(page, x, top, width)
    notes.place(page, left, top, width)
    summary.place(page, x, middle - 2, width)
    space = (x, middle + 2, divide - x - 2, under - middle - 4)
    page.add(Field(*space, "Cues", in_cues.child("Form"), Filling.WRITTEN, _TYPED * pitch))
    _to_write_on(page, feint, (x, right), foot, lines, "Summary", in_summary)
    _to_write_on(page, feint, (left, right), middle + pitch, int((under - middle) / pitch - _FIRST), "Notes", in_notes)


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
