"""What a section is: its name, the boxes that it prints, and its answers in the key."""

from collections.abc import Callable, Sequence
from dataclasses import field
from typing import Literal, NamedTuple

from studypack.base.errors import ContentPath
from studypack.base.record import record
from studypack.base.wording import quantity
from studypack.layout.boxes import Box
from studypack.layout.document import Turn
from studypack.layout.flow import extent
from studypack.layout.tag import Tag
from studypack.layout.theme import Theme
from studypack.model.content import MarkedPoint, Pack
from studypack.model.options import Options
from studypack.model.pictures import Diagram
from studypack.model.spans import Spans
from studypack.sections.kit.builder import Builder


@record
class Passage:
    """A passage of a worksheet as the key shows it: whole, with its answers in place."""

    spans: Spans
    first: int
    """The number of its first gap."""
    marked: MarkedPoint | None = None
    """The point that the passage is the text of."""
    diagram: Diagram | None = None
    """A picture whose labels are the gaps, in place of a text."""


@record
class Answer:
    """What the key says about one gap, statement, date or label."""

    number: int
    accepted: tuple[str, ...]
    """The answer that is printed, then the alternatives to accept."""
    mark: str = ""
    """The mark of the point that it belongs to: A3; empty if there is none."""
    spoken: str = ""
    """The answer as it is read aloud, if that is not as it is printed."""
    why: Spans = ()
    """How we know; printed under the answer."""


@record
class Owed:
    """The answers to one sheet of a printed section."""

    title: str
    """The name of the sheet: Worksheet 1: Trade and recognition."""
    answers: tuple[Answer, ...]
    passages: tuple[Passage, ...] = ()
    """The passages of a sheet of gaps, in which the key shows the answers once more."""
    levels: tuple[str, ...] = ()
    """The kinds of help with which the sheet may be printed; these answers are right for each. Empty for one alone."""
    note: str = ""
    """A sentence at the head of the key; sheets with the same sentence share it."""
    marked_by: "Callable[[Context, int], list[Box]] | None" = field(default=None, compare=False)
    """What the key has in place of these answers, for the sheet of this number in it: a scheme to mark by."""
    version: str = ""
    """The code of the sheet, if that is not the pack's."""
    worth: int = 1
    """How many marks each of these answers is worth."""

    @property
    def is_due(self) -> bool:
        """Whether the key has anything to say about the sheet."""
        return bool(self.answers) or self.marked_by is not None


PartOfPack = Literal["points", "evaluation"]
"""A part of a pack that may correct the notes."""


@record
class Context:
    """What a section is made from."""

    pack: Pack
    theme: Theme
    options: Options
    tag: Tag
    """The section's own element of the structure, which holds those of its content."""
    part: int
    """The section's number in the contents; 0 where it has none."""
    printed: "Sequence[Section]"
    """The sections of this document, in order."""
    subject: "Sequence[Section]"
    """The sections that a key answers: those of the pack, even if the key is printed by itself."""
    version: str
    """The code that a worksheet and its key share."""
    start: float = 0
    """How much of its first page is taken by what it runs on under, in points; 0 where it starts a page."""

    def pages(self, boxes: Sequence[Box]) -> int:
        """Return on how many pages the boxes would stand, with the one that the section starts on."""
        return extent(boxes, self.theme.measure, self.theme.depth, self.start)[0]

    def room_left(self, boxes: Sequence[Box]) -> float:
        """Return what the boxes would leave free of their last page, in points."""
        return self.theme.depth - extent(boxes, self.theme.measure, self.theme.depth, self.start)[1]

    @property
    def build(self) -> Builder:
        """Return a builder of boxes inside the section's own element."""
        return Builder(self.theme, self.tag, self.pack)


class Listing(NamedTuple):
    """Entries of one kind that a section lists."""

    path: ContentPath
    """The path of the first entry."""
    number: int
    """How many entries there are."""
    one: str
    """The noun for one entry."""
    several: str
    """The noun for several entries."""

    @property
    def words(self) -> str:
        """Return the number with its noun: 2 dates."""
        return quantity(self.number, self.one, self.several)


def dates_listed(pack: Pack) -> Listing:
    """Return the dates of points and events as a listing."""
    dated = [number for number, point in enumerate(pack.points) if point.date is not None]
    first: ContentPath = ("points", dated[0], "date") if dated else ("events",)
    return Listing(first, len(dated) + len(pack.events), "date", "dates")


def terms_listed(pack: Pack) -> Listing:
    """Return the terms of the glossary as a listing."""
    return Listing(("glossary",), len(pack.glossary), "term", "terms")


def people_listed(pack: Pack) -> Listing:
    """Return the people as a listing."""
    return Listing(("people",), len(pack.people), "person", "people")


Warned = tuple[str, str]
"""What is wrong, and a way out."""


def _owes_nothing(pack: Pack, options: Options) -> tuple[Owed, ...]:
    return ()


def _stays_whole(options: Options) -> bool:
    return False


def _stands_upright(context: Context) -> bool:
    return False


def _never(pack: Pack, options: Options) -> bool:
    return False


def _always(pack: Pack, options: Options) -> bool:
    return True


def _lists_nothing(pack: Pack) -> tuple[Listing, ...]:
    return ()


def _lacks_nothing(pack: Pack, options: Options) -> Warned | None:
    return None


def _warns_of_nothing(pack: Pack, options: Options) -> tuple[Warned, ...]:
    return ()


def _describes_as_printed(context: Context) -> str:
    return ""


def _leaves_nothing_out(pack: Pack, options: Options) -> tuple[tuple[str, str], ...]:
    return ()


def _fills_nothing(context: Context, room: float) -> list[Box]:
    return []


def _turned_as_usual(options: Options) -> Turn | None:
    return None


@record(kw_only=True)
class Section:
    """One kind of page that a pack can have."""

    name: str
    """What a user types: table, worksheets."""
    good_for: str = ""
    """What it is good for in class, for who has never printed it: to see who knows what."""
    title: Callable[[Pack, Options], str]
    """As printed in heads, contents and bookmarks, true of the mode that is printed."""
    describe: Callable[[Context], str]
    """One line under the title in the contents, true of the modes that are printed."""
    describe_by_ear: Callable[[Context], str] = _describes_as_printed
    """What is heard in place of that line, if only the eye can follow it; else empty."""
    compose: Callable[[Context], list[Box]]
    """Its boxes, in the order of reading."""
    fills: Callable[[Context, float], list[Box]] = _fills_nothing
    """A task for so many points that its last page has left, if no other section goes on there."""
    other_names: tuple[str, ...] = ()
    """What it is called on its pages, in the content and by people, who are then told its name."""

    # Whether it can be printed: `lack` asks both `applies` and `mode_lacks`.
    applies: Callable[[Pack], bool]
    """Whether the content has what the section needs in every mode."""
    needs: str
    """What that is; the words complete "the content has no …": "points with dates". Empty if any content will do."""
    way_out: str = "add what is missing, or leave the section out"
    """How to write that, said to who asks for the section by name."""
    mode_lacks: Callable[[Pack, Options], Warned | None] = _lacks_nothing
    """For a section whose modes need more than that: what the content does not have for the mode, and a way out."""
    wanted: Callable[[Pack, Options], bool] = _always
    """Whether it is printed without being asked for by name."""
    unasked: str = ""
    """Why it is not, where the content has something for it; empty where nobody would miss it."""
    leaves_out: Callable[[Pack, Options], Sequence[tuple[str, str]]] = _leaves_nothing_out
    """The same where that depends on the content, or of parts of it: the name of what is left out, and why."""

    # What the key says of it
    answers: Callable[[Pack, Options], tuple[Owed, ...]] = _owes_nothing
    """Its answers, sheet by sheet; nothing in a mode that asks nothing."""
    words_of: frozenset[PartOfPack] = frozenset()
    """What it prints in the author's words: of that the key says where the notes were wrong."""
    is_key: bool = False
    """It answers the other sections: it is printed at the end, or as a file of its own."""

    # Its sheets
    numbered: bool = True
    """It has a number in the contents."""
    leads: bool = False
    """What follows goes on under it, on the same page."""
    turned: Callable[[Context], bool] = _stands_upright
    """Whether its pages lie: wide, and turned to be read."""
    bare: bool = False
    """It fills whole sheets: no running head, no folio, no margins."""
    to_cut: Callable[[Options], bool] = _stays_whole
    """Whether its sheets are cut up in the mode that is printed: nothing to bind, fold or print two to a sheet."""
    handed_out: Callable[[Pack, Options], bool] = _never
    """Whether its sheets are handed out by themselves in the mode that is printed: they follow what runs on."""
    turn: Callable[[Options], Turn | None] = _turned_as_usual
    """How a sheet is turned between its sides where the section is printed alone; None for the usual turn."""

    least_room: float = 0.25
    """The part of a page that it needs to start where another section ended, if it does not stand there whole."""

    # Advice
    lists: Callable[[Pack], Sequence[Listing]] = _lists_nothing
    """What it lists; tasks fill the pages of sections that list nothing."""
    least_filled: float = 0.2
    """The part of the text area's height that its only page is to fill, or there is advice to leave it out."""
    warnings: Callable[[Pack, Options], Sequence[Warned]] = _warns_of_nothing
    """What may not come out as the options intend."""

    def lack(self, pack: Pack, options: Options) -> Warned | None:
        """Return what the content does not have for the section, and a way out; None if it can be printed."""
        if not self.applies(pack):
            return self.needs, self.way_out
        return self.mode_lacks(pack, options)

    def owes(self, pack: Pack, options: Options) -> bool:
        """Whether it has answers that the key gives, in the mode that is printed."""
        return any(owed.is_due for owed in self.answers(pack, options))
