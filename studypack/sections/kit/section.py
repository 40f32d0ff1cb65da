"""What a section is: a name to ask for it by, boxes to print, and the answers it owes the key."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from studypack.layout.boxes import Box
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


def _owes_nothing(pack: Pack, options: Options) -> tuple[Owed, ...]:
    return ()


def _stays_whole(options: Options) -> bool:
    return False


def _always(options: Options) -> bool:
    return True


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

    def owes(self, pack: Pack, options: Options) -> bool:
        """Has answers that the key gives, in the mode that is printed."""
        return any(owed.answers for owed in self.answers(pack, options))


def heading_of(pack: Pack, side: Side) -> str:
    """The name of a side as this pack calls it."""
    return pack.sides.of(side).name
