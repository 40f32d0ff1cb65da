"""What a timeline shows: the pack's dated points and events, and the words that name them."""

from dataclasses import dataclass, replace

from studypack.content import Event, Marked, Pack, Side
from studypack.dates import When
from studypack.modes import TimelineMode
from studypack.sections.marks import mark_run, side_color
from studypack.sections.section import heading_of
from studypack.typeset.look import INK, INK_SOFT, Style
from studypack.typeset.page import Color
from studypack.typeset.tag import Tag
from studypack.typeset.text import Content, Run


def ink_of(side: Side | None) -> Color:
    """The colour of a side; neutral for events, which are on neither."""
    return INK_SOFT if side is None else side_color(side)


@dataclass(frozen=True, slots=True)
class Dated:
    """A dated point, or an event that is on neither side."""

    when: When
    title: str
    marked: Marked | None = None
    """None: an event."""
    number: int = 0
    """Its place in order of time, from 1: what a pupil's sheet and its key call it."""

    @property
    def side(self) -> Side | None:
        """None: an event."""
        return self.marked.point.side if self.marked else None

    @property
    def color(self) -> Color:
        """Of its date, pole and dot."""
        return ink_of(self.side)

    @property
    def moment(self) -> float:
        """Where its dot stands, in years: the middle of its time, or its one known end."""
        begins, ends = self.when.begins, self.when.ends
        if begins is None or ends is None:
            return begins if begins is not None else ends or 0
        return (begins + ends) / 2


def dated(pack: Pack) -> list[Dated]:
    """Every dated point and event, in order of time; of two on one date, points come first."""
    points = [Dated(item.point.date, item.point.title, item) for item in pack.marked if item.point.date is not None]
    events = [_of_event(event) for event in pack.events]
    ordered = sorted([*points, *events], key=lambda item: item.when.sort_key)
    return [replace(item, number=number) for number, item in enumerate(ordered, start=1)]


def _of_event(event: Event) -> Dated:
    return Dated(event.date, event.title)


def undated(pack: Pack) -> list[Marked]:
    """The points without a date, in the order of the file."""
    return [item for item in pack.marked if item.point.date is None]


def words(pack: Pack, item: Dated, style: Style, tag: Tag) -> list[Content]:
    """The date in the side's colour, the title, and the mark glued to its last word."""
    bold = style.voiced(bold=True).colored(item.color)
    return [Run(f"{item.when.short} ", bold, tag), *named(pack, item, style, tag)]


def named(pack: Pack, item: Dated, style: Style, tag: Tag) -> list[Content]:
    """The title, and the mark glued to its last word."""
    plain = style.colored(INK)
    if item.marked is None:
        return [Run(item.title, plain.voiced(italic=True).colored(INK_SOFT), tag)]
    return [Run(f"{item.title}\u00a0", plain, tag), mark_run(pack, item.marked, plain, tag)]


def said(pack: Pack, item: Dated, mode: TimelineMode) -> str:
    """What the picture of a timeline says of a date to those who hear it; on a pupil's sheet no answer."""
    side = "" if item.side is None else heading_of(pack, item.side)
    if mode is TimelineMode.LABELS_BLANK:
        words = f"{item.number}, {item.when.long}{f' ({side})' if side else ''}"
    else:
        who = f" ({item.marked.mark}, {side})" if item.marked else ""
        date = f"{item.number}" if mode is TimelineMode.DATES_BLANK else item.when.long
        words = f"{date}, {item.title}{who}"
    return words.replace("\u00a0", " ")
