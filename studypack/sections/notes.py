"""Pages for notes: ruled, dotted, squared, or Cornell pages headed with what the pack asks. Printed where asked for."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

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
from studypack.model.options import Options
from studypack.model.words import Words
from studypack.sections.kit.builder import Builder
from studypack.sections.kit.opening import Landmark, opening
from studypack.sections.kit.section import Context, Section
from studypack.sections.kit.sheet_head import NameLines

_MOST_OF_PAGE = 3
"""What a page asks takes no more than this part of it; a longer question is not asked here."""


def _compose(context: Context) -> list[Box]:
    asks, boxes = _prompts(context.pack), list[Box]()
    for number in range(_pages(context)):
        several = _pages(context) > 1
        # Words: by ear, the name of a page among the fields to fill in.
        sheet = context.pack.say("page_for_notes", "Page {number} for notes", number=number + 1)
        build = context.build.within("Sect", sheet=sheet) if several else context.build
        head = _head(context, build, number, asks[number] if number < len(asks) else "")
        boxes += [NewPage(), head, _paper(context, build, head)]
    return boxes


def _pages(context: Context) -> int:
    """As many as are asked for; one where the section is asked for by name alone."""
    return max(context.options.notes.pages, 1)


def _prompts(pack: Pack) -> list[str]:
    """What Cornell pages on a pack are headed with: its question, its two sides, and what there is to know."""
    made = [pack.question] if pack.question else []
    made += [
        # Words: heads a page for notes: Advantages: what they are, and why they count.
        pack.say("side_to_know", "{side}: what they are, and why they count", side=side.name)
        for side in pack.sides
        if pack.on(side)
    ]
    made += [pack.say("dates_to_know", "Dates to know")] if pack.events else []
    made += [pack.say("terms_to_know", "Terms to know")] if pack.glossary else []
    return [*made, *([pack.say("people_to_know", "People to know")] if pack.people else [])]


def _head(context: Context, build: Builder, number: int, ask: str) -> Box:
    """Name and date on every page, for they come apart; the title on the first. The headings are read first."""
    title = [] if number else [opening(context, "notes", _title(context.pack, context.options))]
    asked = _asked(context, build, number, ask)
    names = NameLines(context.pack, context.theme, build.tag.child("P"), ("name", "date"))
    stack = Stack([names, *title, *asked, Space(mm(4))])
    return stack if number else Landmark(stack, "section:notes")


def _asked(context: Context, build: Builder, number: int, ask: str) -> list[Box]:
    """What a Cornell page is about; past the pack's own questions, and for a very long one, a rule to say so.

    The heading of any other page is only heard; one that is alone has none.
    """
    theme, pages, ruling = context.theme, _pages(context), context.options.notes.ruling
    say = context.pack.say
    if ruling is not Ruling.CORNELL:
        if pages > 1:
            build.tag.announce(_ruled_page(say, ruling, number + 1, pages), "H2")
        return []
    style = stepped(ask, theme.heading, theme.measure)
    if ask and text([Run(ask, style)], style).height(theme.measure) <= theme.depth / _MOST_OF_PAGE:
        return [build.text(ask, style, "H2", above=0 if number else mm(3))]
    heading = say("page_on_own_topic", "Notes: page on a topic of your own")
    if pages > 1:
        heading = say(
            "page_of_on_own_topic",
            "Notes: page {number} of {total} on a topic of your own",
            number=number + 1,
            total=pages,
        )
    build.tag.announce(heading, "H2")
    return [NameLines(context.pack, theme, build.tag.child("P"), ("topic",), foot=0)]


def _ruled_page(say: Words, ruling: Ruling, number: int, total: int) -> str:
    """The heading of one of several pages, which is heard."""
    match ruling:
        case Ruling.DOTTED:
            return say("dotted_page", "Notes: dotted page {number} of {total}", number=number, total=total)
        case Ruling.SQUARED:
            return say("squared_page", "Notes: squared page {number} of {total}", number=number, total=total)
    return say("ruled_page", "Notes: ruled page {number} of {total}", number=number, total=total)


def _paper(context: Context, build: Builder, head: Box) -> Box:
    """What the head leaves of the page; the lowest line stands on its foot."""
    theme, ruling = context.theme, context.options.notes.ruling
    height = theme.depth - head.height(theme.measure)
    draw: Callable[[Page, Frame], None]
    match ruling:
        case Ruling.RULED:
            draw = partial(_lines, feint=theme.ruled, name=build.pack.say("notes", "Notes"), tag=build.writing_place())
        case Ruling.DOTTED:
            build.tag.announce(build.pack.say("grid_of_dots", "A grid of dots to write or draw on"))
            draw = partial(_dotted, feint=theme.dotted)
        case Ruling.SQUARED:
            build.tag.announce(build.pack.say("grid_of_squares", "A grid of squares to write or draw on"))
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
_Part = tuple[str, Paragraph, Tag]
"""A name, its label, and what holds the fields under it."""


def _parts(build: Builder) -> list[_Part]:
    style, say = build.theme.label_bold.colored(INK), build.pack.say
    named = (
        # Words: the left column of a Cornell page for notes: key words and questions.
        (say("cues", "Cues"), say("room_to_write_in", "Room to write in")),
        (say("notes", "Notes"), ""),
        (say("summary", "Summary"), ""),
    )
    return [(name, build.heading(name, style, level=3), build.writing_place(heard)) for name, heard in named]


def _cornell(page: Page, area: Frame, feint: Feint, parts: list[_Part]) -> None:
    """A column for cues beside one for notes, and a summary below both; the notes and the summary are ruled."""
    (cued, cues, in_cues), (noted, notes, in_notes), (summed_up, summary, in_summary) = parts
    pitch, divide = feint.pitch, area.left + _CUES * area.width
    left = divide + mm(3)
    beside = divide - area.left - 2
    label = max(cues.height(beside), notes.height(area.right - left)) + 2
    lines = max(2, round(_SUMMARY * area.height / pitch))
    # Room for the label and for writing, down to the first line of the summary.
    middle = area.bottom + (lines - 1) * pitch + max(pitch, label + 0.6 * pitch)
    under = area.top - label
    across, down = (area.left, under, area.right, under), (divide, area.top, divide, middle)
    for ends in (across, down, (area.left, middle, area.right, middle)):
        page.add(Rule(*ends, 0.9, INK))
    cues.place(page, area.left, area.top, beside)
    notes.place(page, left, area.top, area.right - left)
    summary.place(page, area.left, middle - 2, area.width)
    space = (area.left, middle + 2, beside, under - middle - 4)
    page.add(Field(*space, cued, in_cues.child("Form"), Filling.WRITTEN, flowing_type(pitch)))
    _lines(page, replace(area, top=area.bottom + lines * pitch), feint, summed_up, in_summary)
    # The first line for notes may have a little less room above it than the others.
    _lines(page, Frame(left, middle + pitch, area.right, under + 0.2 * pitch), feint, noted, in_notes)


def _title(pack: Pack, options: Options) -> str:
    return pack.say("notes", "Notes")


def _describe(context: Context) -> str:
    count, pages = context.pack.say.count, _pages(context)
    match context.options.notes.ruling:
        case Ruling.RULED:
            # Words: in the contents, of the pages for notes. So the next three.
            return count("ruled_pages", "{n} page to write on, ruled", "{n} pages to write on, ruled", pages)
        case Ruling.DOTTED:
            return count("dotted_pages", "{n} page to write on, dotted", "{n} pages to write on, dotted", pages)
        case Ruling.SQUARED:
            return count("squared_pages", "{n} page to write on, squared", "{n} pages to write on, squared", pages)
        case Ruling.CORNELL:
            return count(
                "cornell_pages",
                "{n} page to write on, for cues, notes and a summary",
                "{n} pages to write on, for cues, notes and a summary",
                pages,
            )


SECTION = Section(
    name="notes",
    title=_title,
    describe=_describe,
    needs="",
    applies=lambda pack: True,
    compose=_compose,
    handed_out=lambda pack, options: True,
    wanted=lambda pack, options: options.notes.pages > 0,
)
