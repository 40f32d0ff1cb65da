"""What a timeline shows: the pack's dated points and events, and the words that name them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from math import inf

from studypack.base.record import record
from studypack.base.wording import letters_for
from studypack.layout.page import Color
from studypack.layout.style import INK, INK_SOFT, Style
from studypack.layout.tag import Tag
from studypack.layout.text import Content, Run
from studypack.layout.theme import Theme
from studypack.model.content import MarkedPoint, Pack
from studypack.model.dates.parser import HistoricalDate
from studypack.model.modes import TimelineMode
from studypack.model.options import Options
from studypack.model.sides import Side
from studypack.model.spans import Spans
from studypack.model.weight import Weights
from studypack.sections.kit.fitting import mixed
from studypack.sections.kit.marks import Mark, mark_run, mark_tag, side_color, way_to
from studypack.sections.kit.section import Answer, Owed
from studypack.sections.timeline.asked import closeness, without_shared
from studypack.sections.timeline.scale import Extent, extent


@record
class Dated:
    """A dated point, or an event, which is on no side."""

    when: HistoricalDate
    title: str
    side: Side
    marked: MarkedPoint | None = None
    """None: an event."""
    number: int = 0
    """Its place in order of time, from 1: what a pupil's sheet and its key call it."""
    text: Spans = ()
    """What the author says of an event."""
    short: str = ""
    """Its date for a label, without what the head of the timeline says of all."""
    is_moment: bool = False
    """It is a dot on the pack's timeline, not a bar."""
    half: int | None = None
    """Where it stands on a strip: 0 above the band, 1 below it; None where there is more room."""

    @property
    def color(self) -> Color:
        """Of its date, pole and dot."""
        return side_color(self.side)

    @property
    def span(self) -> tuple[float, float]:
        """When it begins and when it ends, in years; an open side is endless."""
        begins, ends = self.when.begins, self.when.ends
        return -inf if begins is None else begins, inf if ends is None else ends

    @property
    def moment(self) -> float:
        """Where its dot stands, in years: the middle of its time, or its one known end."""
        begins, ends = self.when.begins, self.when.ends
        if begins is None or ends is None:
            return begins if begins is not None else ends or 0
        return (begins + ends) / 2

    @property
    def theme(self) -> str:
        """That of a point, or else its side; empty for an event."""
        return (self.marked.point.theme or self.side.id) if self.marked else ""

    def weight(self, weights: Weights) -> float:
        """How much it weighs among the dates of its pack."""
        return weights.of_point(self.marked) if self.marked else weights.of_event(self.title, self.text)


@lru_cache(maxsize=8)
def dated(pack: Pack) -> Sequence[Dated]:
    """Every dated point and event, in order of time; of two on one date, points come first. Several sections ask."""
    points = [
        Dated(item.point.date, item.point.title, item.side, item, half=half_of(pack, item.side))
        for item in pack.marked
        if item.point.date is not None
    ]
    events = [Dated(event.date, event.title, pack.neutral, text=event.text) for event in pack.events]
    ordered = sorted([*points, *events], key=lambda item: item.when.sort_key)
    if not ordered:
        return ()
    over = extent_of(pack, ordered)
    return tuple(
        replace(item, number=number, short=without_shared(item.when, over), is_moment=over.is_dot(item.when))
        for number, item in enumerate(ordered, start=1)
    )


def half_of(pack: Pack, side: Side) -> int | None:
    """Return on which half of a strip a side has its place: 0 above, for the first one or two, or 1 below."""
    return side.number * 2 // len(pack.sides) if len(pack.sides) > 1 and not side.is_neutral else None


def extent_of(pack: Pack, items: Sequence[Dated]) -> Extent:
    """From when to when the timeline of these dates goes, and in which units."""
    return extent([item.when for item in items], pack.period)


def undated(pack: Pack) -> list[MarkedPoint]:
    """The points without a date, in the order of the file."""
    return [item for item in pack.marked if item.point.date is None]


def words(pack: Pack, item: Dated, style: Style, tag: Tag) -> list[Content]:
    """The date in the side's colour, the title, and the mark glued to its last word."""
    bold = style.voiced(bold=True).colored(item.color)
    return [Run(f"{item.short} ", bold, date_tag(item, tag)), *named(pack, item, style, tag)]


def date_tag(item: Dated, parent: Tag) -> Tag:
    """The element of a date before what happened then: a colon parts them for the ear."""
    return parent.child("Span", said=f"{item.when.spoken}: ")


def named(pack: Pack, item: Dated, style: Style, tag: Tag, theme: Theme | None = None) -> list[Content]:
    """The title, and the mark glued to its last word; with a theme the mark is on its ground, else it is a word."""
    plain = style.colored(INK)
    if item.marked is None:
        return [Run(item.title, plain.voiced(italic=True).colored(INK_SOFT), tag)]
    title = tag.child("Span", said=f"{item.title}, ")
    mark: Content = (
        mark_run(pack, item.marked, plain, tag)
        if theme is None
        else Mark(item.marked, theme, mark_tag(pack, tag, item.marked, ""), way_to(pack, item.marked), style.size)
    )
    return [Run(item.title + "\u00a0", plain, title), mark]


def lettered(pack: Pack, options: Options, items: Sequence[Dated]) -> list[tuple[str, Dated]]:
    """The dates in an order of their own for each pack and seed, each under the letter that it is printed with."""
    order = mixed(items, lambda item: item.number, options.seed, pack.digest)
    return [(letters_for(number), item) for number, item in enumerate(order)]


def spelt(letters: str) -> str:
    """Return the letters of a card, or of a date in a list, as they are heard: apart, not as a word."""
    return " ".join(letters)


def owed(pack: Pack, options: Options) -> tuple[Owed, ...]:
    """One sheet's answers; nothing for a timeline that is printed in full."""
    items = dated(pack)
    match options.timeline.mode:
        case TimelineMode.FULL:
            return ()
        case TimelineMode.DATES_BLANK:
            # Of a day or a month the year may do, as the sheet says: said once, the key stays short to mark from.
            dates = (Answer(item.number, (item.when.long,), _mark(item), item.when.spoken) for item in items)
            return (Owed(closeness(extent_of(pack, items), pack.say).enough, tuple(dates)),)
        case TimelineMode.LABELS_BLANK:
            # Of two events of one title either letter will do.
            events = _answers(pack, options, items, lambda item: item.title, lambda item: item.title)
            return (Owed(pack.say("events_key", "Timeline: what happened"), events),)
        case TimelineMode.CUT:
            # Cards of one date may stand in any order.
            order = _answers(
                pack,
                options,
                items,
                lambda item: item.when.short,
                lambda item: item.when.sort_key,
                heard=lambda item: item.when.spoken,
            )
            return (Owed(pack.say("cards_key", "Timeline: the order of the cards"), order),)


def _mark(item: Dated) -> str:
    return item.marked.mark if item.marked else ""


def _answers(
    pack: Pack,
    options: Options,
    items: Sequence[Dated],
    says: Callable[[Dated], str],
    alike: Callable[[Dated], object],
    heard: Callable[[Dated], str] | None = None,
) -> tuple[Answer, ...]:
    """The letter of each date and what the key says of it; the letters of others that are alike will do, too."""
    letters = {item.number: name for name, item in lettered(pack, options, items)}
    made = []
    for item in items:
        own = letters[item.number]
        others = [letters[each.number] for each in items if each is not item and alike(each) == alike(item)]
        spoken = f"{spelt(own)}: {(heard or says)(item)}"
        made.append(Answer(item.number, (f"{own} · {says(item)}", *others), _mark(item), spoken))
    return tuple(made)
