"""What a section is: a name to ask for it by, boxes to print, and the answers it owes the key."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from studypack.base.errors import ContentPath
from studypack.base.wording import quantity
from studypack.layout.boxes import Box
from studypack.layout.page import Turn
from studypack.layout.tag import Tag
from studypack.layout.theme import Theme
from studypack.model.content import MarkedPoint, Pack
from studypack.model.markup import Spans
from studypack.model.options import Options
from studypack.model.sides import Side
from studypack.sections.kit.builder import Builder


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a worksheet as the key shows it: whole, its answers in place."""

    spans: Spans
    first: int
    """The number of its first gap."""
    marked: MarkedPoint | None = None
    """The point that the passage is the text of."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the key says about one gap, statement, date or label."""

    number: int
    accepted: tuple[str, ...]
    """The answer that is printed, then the alternatives to accept."""
    mark: str = ""
    """The point that it is of; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Owed:
    """What one sheet of a printed section owes the key."""

    title: str
    """Worksheet 1: Trade and recognition."""
    answers: tuple[Answer, ...]
    passages: tuple[Passage, ...] = ()
    """For a sheet of gaps."""
    levels: tuple[str, ...] = ()
    """The kinds of help with which the sheet may be printed and these answers still be its own; empty for one alone."""
    note: str = ""
    """A sentence that the head of the key adds, once for all sheets that have the same."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a section is composed from."""

    pack: Pack
    theme: Theme
    options: Options
    tag: Tag
    """The section's own structure element; its content goes inside."""
    part: int
    """The section's number in the contents; 0 where it has none."""
    printed: "Sequence[Section]"
    """The sections of this document, in order."""
    subject: "Sequence[Section]"
    """The sections that a key answers: those of the pack, wherever the key itself is printed."""
    version: str
    """The code that a worksheet and its key share."""

    @property
    def build(self) -> Builder:
        """A builder of boxes inside the section's own element."""
        return Builder(self.theme, self.tag)


class Listing(NamedTuple):
    """Entries of one kind that a section lists."""

    path: ContentPath
    """The path of the first."""
    number: int
    one: str
    """The noun for one entry, and for several."""
    several: str

    @property
    def words(self) -> str:
        """In words: 2 dates."""
        return quantity(self.number, self.one, self.several)


def dates_listed(pack: Pack) -> Listing:
    """The dates of points and events."""
    dated = [number for number, point in enumerate(pack.points) if point.date is not None]
    first: ContentPath = ("points", dated[0], "date") if dated else ("events",)
    return Listing(first, len(dated) + len(pack.events), "date", "dates")


def terms_listed(pack: Pack) -> Listing:
    """The terms of the glossary."""
    return Listing(("glossary",), len(pack.glossary), "term", "terms")


def people_listed(pack: Pack) -> Listing:
    """The people."""
    return Listing(("people",), len(pack.people), "person", "people")


Warned = tuple[str, str]
"""What is wrong, and a way out."""


def _owes_nothing(pack: Pack, options: Options) -> tuple[Owed, ...]:
    return ()


def _stays_whole(options: Options) -> bool:
    return False


def _always(options: Options) -> bool:
    return True


def _lists_nothing(pack: Pack) -> tuple[Listing, ...]:
    return ()


def _misses_nothing(pack: Pack, options: Options) -> Warned | None:
    return None


def _warns_of_nothing(pack: Pack, options: Options) -> tuple[Warned, ...]:
    return ()


def _turned_as_usual(options: Options) -> Turn | None:
    return None


@dataclass(frozen=True, slots=True)
class Section:
    """One kind of page that a pack can have."""

    name: str
    """What a user types: table, worksheets."""
    title: Callable[[Pack, Options], str]
    """As printed in heads, contents and bookmarks, true of the mode that is printed."""
    describe: Callable[[Context], str]
    """One line under the title in the contents, true of the modes that are printed."""
    needs: str
    """What the content must have: "points with dates"; completes "the content has no …". Empty where any will do."""
    applies: Callable[[Pack], bool]
    compose: Callable[[Context], list[Box]]
    missing: Callable[[Pack, Options], Warned | None] = _misses_nothing
    """What the content does not have for it in the mode that is printed, as `needs` says it, and a way out."""
    answers: Callable[[Pack, Options], tuple[Owed, ...]] = _owes_nothing
    """What the key says of this section, sheet by sheet; nothing in a mode that asks nothing."""
    bare: bool = False
    """Fills whole sheets: no running head, no folio, no margins."""
    numbered: bool = True
    """Has a number in the contents."""
    to_cut: Callable[[Options], bool] = _stays_whole
    """Whether its sheets are cut up in the mode that is printed: nothing to bind, fold or print two to a sheet."""
    wanted: Callable[[Options], bool] = _always
    """Printed without being asked for by name."""
    other_names: tuple[str, ...] = ()
    """What it is called on its pages, in the content and by people, who are then told its name."""
    is_key: bool = False
    """Answers the other sections: printed at the end, or as a file of its own."""
    lists: Callable[[Pack], Sequence[Listing]] = _lists_nothing
    """What it lists; tasks fill the pages of sections that list nothing."""
    least_filled: float = 0.2
    """The part of the text area's height that its only page is to fill, or there is advice to leave it out."""
    warnings: Callable[[Pack, Options], Sequence[Warned]] = _warns_of_nothing
    """What may not come out as the options intend."""
    turn: Callable[[Options], Turn | None] = _turned_as_usual
    """How a sheet is turned between its sides where the section is printed alone; None for the usual turn."""

    def owes(self, pack: Pack, options: Options) -> bool:
        """Has answers that the key gives, in the mode that is printed."""
        return any(owed.answers for owed in self.answers(pack, options))


def heading_of(pack: Pack, side: Side) -> str:
    """The name of a side as this pack calls it."""
    return pack.sides.of(side).name
