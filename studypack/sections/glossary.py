"""The glossary: terms beside their meanings, to cover and recall; then the people, in short."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from studypack.content import Pack, Person, Term
from studypack.filing import filed_under
from studypack.markup import Spans
from studypack.sections.opening import opening
from studypack.sections.prose import prose
from studypack.sections.section import Section, Setting
from studypack.typeset.boxes import Box, HorizontalRule, NewPage, Space
from studypack.typeset.columns import Columns
from studypack.typeset.copyfit import largest_fitting
from studypack.typeset.flow import count_pages
from studypack.typeset.look import RULE, Look, Style, mm
from studypack.typeset.page import Page, Tag
from studypack.typeset.paragraph import text
from studypack.typeset.stack import Stack
from studypack.typeset.text import Run

_SIZES: tuple[tuple[float, float], ...] = ((10.8, 15), (10.4, 14.4), (10, 13.8), (9.6, 13.2), (9.2, 12.6))
"""Size and leading, the best first; the largest that needs the fewest pages is taken."""
_COMPACT_SIZES: tuple[tuple[float, float], ...] = ((9.8, 13.4), (9.4, 12.8), (9.2, 12.4))
_WORTH_FITTING = 60
"""Entries; a longer glossary takes many pages at any size."""
_GUTTER = mm(6)
_AIR = 0.36
"""Of the leading: above and below the text of a row."""
_COLUMNS: tuple[int, ...] = (2, 3)
"""Of people, the better first; a narrow sheet has one."""


def alphabetical(terms: Sequence[Term]) -> list[Term]:
    """In the order of the alphabet; equal terms in the author's."""
    return sorted(terms, key=lambda term: filed_under(term.term))


@dataclass(frozen=True, slots=True)
class _Fit:
    """One way to set the section: type size and leading in points, and the columns of people."""

    size: float
    leading: float
    columns: int


class _Ruled(Box):
    """A row of the glossary under a hairline, with equal space above and below."""

    def __init__(self, row: Box, air: float) -> None:
        self._row = row
        self._air = air

    def height(self, width: float) -> float:
        """The row and its air."""
        return self._row.height(width) + 2 * self._air

    def least(self, width: float) -> float:
        """The start of the row and its air."""
        return self._row.least(width) + 2 * self._air

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Where the row splits: a meaning of a page's length."""
        parts = self._row.split(width, room - 2 * self._air)
        return None if parts is None else (_Ruled(parts[0], self._air), _Ruled(parts[1], self._air))

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """The hairline along the top edge; under a running head there is one already."""
        if top < page.frame.top - 1:
            HorizontalRule(0.5, RULE).place(page, x, top, width)
        self._row.place(page, x, top - self._air, width)


def _entry(name: str, meaning: Spans, style: Style, item: Tag, *, shares: tuple[float, float]) -> Box:
    """A name in the left column, what it means in the right."""
    bold = style.voiced(bold=True)
    label = text([Run(name, bold, item.child("Lbl"))], bold)
    body = Stack(prose(meaning, style, item.child("LBody")))
    return Columns([label, body], shares, _GUTTER, together=True)


def _person(person: Person, style: Style, item: Tag) -> Box:
    """The name over the role, for two columns of people."""
    bold = style.voiced(bold=True)
    name = text([Run(person.name, bold, item.child("Lbl"))], bold, keep=len(person.name) < 200)
    return Stack([name, *prose(person.role, style, item.child("LBody"))])


def _shares(look: Look) -> tuple[float, float]:
    left = mm(33 if look.compact else 42)
    return left, look.measure - left - _GUTTER


def _rows(setting: Setting, style: Style, fit: _Fit) -> tuple[list[Box], list[Box]]:
    """The rows of the terms, and those of the people."""
    look, pack = setting.look, setting.pack
    terms: list[Box] = []
    people: list[Box] = []
    air = fit.leading * _AIR
    if pack.glossary:
        listing = setting.tag.child("L")
        for term in alphabetical(pack.glossary):
            entry = _entry(term.term, term.meaning, style, listing.child("LI"), shares=_shares(look))
            terms.append(_Ruled(entry, air))
    if pack.people:
        people.extend(_people_heading(setting))
        listing = setting.tag.child("L")
        if look.compact:
            for person in pack.people:
                entry = _entry(person.name, person.role, style, listing.child("LI"), shares=_shares(look))
                people.append(_Ruled(entry, air))
        else:
            cells = [_person(person, style, listing.child("LI")) for person in pack.people]
            people.extend(_Ruled(row, air) for row in _side_by_side(cells, fit.columns))
        people.append(HorizontalRule(0.5, RULE))
    return terms, people


def _people_heading(setting: Setting) -> list[Box]:
    """Only under terms: a section of people alone is titled so."""
    if not setting.pack.glossary:
        return []
    look = setting.look
    heading = text([Run("People", look.heading, setting.tag.child("H2"))], look.heading, above=mm(7), keep=True)
    return [heading, _Gap(mm(1.6))]


class _Gap(Space):
    """Space that stays between a heading and what follows."""

    keep = True


def _side_by_side(cells: Sequence[Box], count: int) -> list[Box]:
    """Rows of `count` cells, the last filled up with nothing."""
    rows = [(*cells[at : at + count], *[Space(0)] * count)[:count] for at in range(0, len(cells), count)]
    return [Columns(row, [1] * count, mm(8), together=True) for row in rows]


def _boxes(setting: Setting, fit: _Fit) -> tuple[list[Box], list[Box]]:
    """The section's head with the terms, and the people; without terms the head is with the people."""
    look, pack = setting.look, setting.pack
    style = look.body.sized(fit.size, fit.leading)
    standfirst = "Cover the right-hand column, say what each term means, then check." if pack.glossary else ""
    head = opening(setting, "glossary", _title(pack), standfirst=standfirst)
    terms, people = _rows(setting, style, fit)
    if terms:
        terms.append(HorizontalRule(0.5, RULE))
    first = (terms or people)[0]
    first.above = mm(5)
    return [head, *terms], people


@dataclass(frozen=True, slots=True)
class _Set:
    """The section as one fit sets it."""

    tag: Tag
    """Of its own, so that only the chosen boxes stand in the document's structure."""
    terms: list[Box]
    people: list[Box]
    pages: int


def _set(setting: Setting, fit: _Fit) -> _Set:
    tag = Tag(setting.tag.kind)
    terms, people = _boxes(replace(setting, tag=tag), fit)
    return _Set(tag, terms, people, _pages(setting.look, [*terms, *people]))


def _compose(setting: Setting) -> list[Box]:
    """Set as large as the fewest pages allow; people who would be parted by a page's end start the next."""
    look, pack = setting.look, setting.pack
    sizes = _COMPACT_SIZES if look.compact else _SIZES
    columns = _COLUMNS if pack.people and not look.compact else (1,)
    if len(pack.glossary) + len(pack.people) > _WORTH_FITTING:
        sizes, columns = sizes[1:2], columns[:1]

    def set_at(size: tuple[float, float]) -> _Set:
        return min((_set(setting, _Fit(*size, count)) for count in columns), key=lambda made: made.pages)

    best = largest_fitting(sizes[::-1], set_at, lambda made: made.pages)
    setting.tag.adopt(best.tag)
    terms, people = best.terms, best.people
    whole = sum(box.above + box.height(look.measure) for box in people)
    if pack.glossary and _pages(look, terms) < _pages(look, [*terms, *people]) and whole <= look.depth:
        return [*terms, NewPage(), *people]
    return [*terms, *people]


def _pages(look: Look, boxes: list[Box]) -> int:
    return count_pages(boxes, look.measure, look.depth)


def _title(pack: Pack) -> str:
    if not pack.glossary:
        return "People"
    return "Glossary and people" if pack.people else "Glossary"


def _describe(setting: Setting) -> str:
    counts = ((len(setting.pack.glossary), "term", "terms"), (len(setting.pack.people), "person", "people"))
    return ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in counts if count)


SECTION = Section(
    name="glossary",
    title=_title,
    describe=_describe,
    needs="glossary or people",
    applies=lambda pack: bool(pack.glossary or pack.people),
    compose=_compose,
)
