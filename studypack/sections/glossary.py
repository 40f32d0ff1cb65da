"""The glossary: terms beside their meanings, to cover and recall; then the people, in short."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from studypack.base.wording import quantity
from studypack.layout.boxes import Box, HorizontalRule, NewPage, Space
from studypack.layout.columns import Columns
from studypack.layout.copyfit import largest_fitting
from studypack.layout.flow import count_pages, room_left
from studypack.layout.paragraph import text
from studypack.layout.stack import Stack
from studypack.layout.style import RULE, Style, mm
from studypack.layout.tag import Tag
from studypack.layout.text import Run
from studypack.layout.theme import Theme
from studypack.layout.wrapper import KeepTogether
from studypack.model.content import Pack, Term
from studypack.model.letters import filed_under
from studypack.model.markup import Spans
from studypack.model.options import Options
from studypack.sections.kit.builder import RuledRow, prose
from studypack.sections.kit.opening import opening
from studypack.sections.kit.section import Context, Section

_SIZES: tuple[tuple[float, float], ...] = ((10.8, 15), (10.4, 14.4), (10, 13.8), (9.6, 13.2), (9.2, 12.6))
"""Size and leading, the best first; the largest that needs the fewest pages is taken."""
_COMPACT_SIZES: tuple[tuple[float, float], ...] = ((9.8, 13.4), (9.4, 12.8), (9.2, 12.4))
_WORTH_FITTING = 60
"""Entries; a longer glossary takes many pages at any size."""
_GUTTER = mm(6)
_AIR = 0.36
"""Of the leading: above and below the text of a row."""
_AIRS = (0.62, 0.54, 0.48, 0.42, _AIR, 0.3, 0.24)
"""In the accessible profiles, where the type is never smaller but the space may be."""
_WIDEST_NAMES = 0.36
"""Of the line, for names in a column of their own; wider ones stand over what they mean."""
_FULL_ENOUGH = 0.5
"""Of the last page of terms, before the people may start another."""
_COLUMNS: tuple[int, ...] = (2, 3)
"""Of people, the better first; a narrow sheet has one."""


def alphabetical(terms: Sequence[Term], language: str) -> list[Term]:
    """In the order of the alphabet; equal terms in the author's."""
    return sorted(terms, key=lambda term: filed_under(term.term, language))


@dataclass(frozen=True, slots=True)
class _Fit:
    """One way to set the section: type size and leading in points, and the columns of people."""

    size: float
    leading: float
    columns: int
    air: float = _AIR
    """Above and below the text of a row, in lines."""


def _entry(context: Context, name: str, meaning: Spans, style: Style, item: Tag) -> Box:
    """A name in the left column, what it means in the right; or under the name, where columns would crowd."""
    bold = style.voiced(bold=True)
    names = _names_width(context)
    if not names:
        return _over(name, meaning, style, item)
    label = text([Run(name, bold, item.child("Lbl"))], bold)
    body = Stack(prose(meaning, style, item.child("LBody")))
    return Columns([label, body], (names, context.theme.measure - names - _GUTTER), _GUTTER, together=True)


def _over(name: str, meaning: Spans, style: Style, item: Tag) -> Box:
    """The name over what there is to say of it."""
    bold = style.voiced(bold=True)
    label = text([Run(name, bold, item.child("Lbl"))], bold, keep=len(name) < 200)
    return Stack([label, *prose(meaning, style, item.child("LBody"))])


def _names_width(context: Context) -> float:
    """The width of the column of names; 0 where there is no room for one."""
    theme, pack = context.theme, context.pack
    if not theme.accessible:
        return mm(33 if theme.compact else 42)
    bold = theme.body.voiced(bold=True)
    names = [term.term for term in pack.glossary] + [person.name for person in pack.people]
    widest = max(bold.face.width(word, bold.size) for name in names for word in name.split(" "))
    return max(widest, mm(42)) if max(widest, mm(42)) <= theme.measure * _WIDEST_NAMES else 0


def _rows(context: Context, style: Style, fit: _Fit) -> tuple[list[Box], list[Box]]:
    """The rows of the terms, and those of the people."""
    theme, pack = context.theme, context.pack
    terms: list[Box] = []
    people: list[Box] = []
    air = fit.leading * fit.air
    # Readers of large print should not have to carry half an entry over in mind.
    unparted = theme.depth / 3 if theme.accessible else 0
    if pack.glossary:
        listing = context.tag.child("L")
        for term in alphabetical(pack.glossary, pack.language):
            entry = _entry(context, term.term, term.meaning, style, listing.child("LI"))
            terms.append(RuledRow(KeepTogether(entry, unparted), air))
    if pack.people:
        people.extend(_people_heading(context))
        listing = context.tag.child("L")
        if theme.compact:
            for person in pack.people:
                entry = _entry(context, person.name, person.role, style, listing.child("LI"))
                people.append(RuledRow(KeepTogether(entry, unparted), air))
        else:
            cells = [_over(person.name, person.role, style, listing.child("LI")) for person in pack.people]
            people.extend(RuledRow(KeepTogether(row, unparted), air) for row in _side_by_side(cells, fit.columns))
        people.append(HorizontalRule(0.5, RULE))
    return terms, people


def _people_heading(context: Context) -> list[Box]:
    """Only under terms: a section of people alone is titled so."""
    if not context.pack.glossary:
        return []
    theme = context.theme
    heading = text(
        [Run("People", theme.heading, context.tag.child("H2"))], theme.heading, above=theme.grown(mm(7)), keep=True
    )
    return [heading, _Gap(mm(1.6))]


class _Gap(Space):
    """Space that stays between a heading and what follows."""

    keep = True


def _side_by_side(cells: Sequence[Box], count: int) -> list[Box]:
    """Rows of `count` cells, the last filled up with nothing."""
    rows = [(*cells[at : at + count], *[Space(0)] * count)[:count] for at in range(0, len(cells), count)]
    return [Columns(row, [1] * count, mm(8), together=True) for row in rows]


def _boxes(context: Context, fit: _Fit) -> tuple[list[Box], list[Box]]:
    """The section's head with the terms, and the people; without terms the head is with the people."""
    theme, pack = context.theme, context.pack
    style = theme.body.sized(fit.size, fit.leading)
    covered = "the right-hand column" if _names_width(context) else "what stands under each term"
    standfirst = f"Cover {covered}, say what each term means, then check." if pack.glossary else ""
    head = opening(context, "glossary", _title(pack, context.options), standfirst=standfirst)
    terms, people = _rows(context, style, fit)
    if terms:
        terms.append(HorizontalRule(0.5, RULE))
    first = (terms or people)[0]
    first.above = mm(5)
    return [head, *terms], people


@dataclass(frozen=True, slots=True)
class _Set:
    """The section as one fit sets it."""

    terms: list[Box]
    people: list[Box]
    pages: int


def _set(context: Context, fit: _Fit) -> _Set:
    terms, people = _boxes(context, fit)
    return _Set(terms, people, _pages(context.theme, [*terms, *people]))


def _compose(context: Context) -> list[Box]:
    """Set as large as the fewest pages allow; people who would be parted by a page's end start the next."""
    theme, pack = context.theme, context.pack
    columns = _COLUMNS if pack.people and not theme.compact else (1,)
    ways = _ways(theme)
    if len(pack.glossary) + len(pack.people) > _WORTH_FITTING:
        ways, columns = ways[1:2], columns[:1]

    def set_at(way: _Fit) -> _Set:
        return min((_set(context, replace(way, columns=count)) for count in columns), key=lambda made: made.pages)

    if theme.accessible:
        best = min(map(set_at, ways), key=lambda made: (made.pages, _straggles(theme, made)))
    else:
        best = largest_fitting(ways[::-1], set_at, lambda made: made.pages)
    return [*best.terms, *([NewPage()] if _parted(theme, best) else []), *best.people]


def _ways(theme: Theme) -> list[_Fit]:
    """The ways to set a glossary, the best first."""
    if theme.accessible:
        return [_Fit(theme.body.size, theme.body.leading, 1, air) for air in _AIRS]
    return [_Fit(*size, 1) for size in (_COMPACT_SIZES if theme.compact else _SIZES)]


def _straggles(theme: Theme, made: _Set) -> bool:
    """Whether the last terms have gone over to the page of the people."""
    return _pages(theme, made.terms) > 1 and room_left(made.terms, theme.measure, theme.depth) > theme.depth * 2 / 3


def _parted(theme: Theme, made: _Set) -> bool:
    """Whether the people would be parted by a page's end, and can start the next without leaving this one empty."""
    if not made.terms or not made.people or _pages(theme, made.terms) == made.pages:
        return False
    whole = sum(box.above + box.height(theme.measure) for box in made.people)
    left = room_left(made.terms, theme.measure, theme.depth)
    return whole <= theme.depth and left <= theme.depth * (1 - _FULL_ENOUGH)


def _pages(theme: Theme, boxes: list[Box]) -> int:
    return count_pages(boxes, theme.measure, theme.depth)


def _title(pack: Pack, options: Options) -> str:
    if not pack.glossary:
        return "People"
    return "Glossary and people" if pack.people else "Glossary"


def _describe(context: Context) -> str:
    counts = ((len(context.pack.glossary), "term", "terms"), (len(context.pack.people), "person", "people"))
    return ", ".join(quantity(*each) for each in counts if each[0])


SECTION = Section(
    name="glossary",
    title=_title,
    describe=_describe,
    needs="glossary or people",
    applies=lambda pack: bool(pack.glossary or pack.people),
    compose=_compose,
)
