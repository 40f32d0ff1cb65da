"""What a timeline shows: the pack's dated points and events, each with the label that names it."""

from dataclasses import dataclass, field

from studypack.content import Event, Marked, Pack, Side
from studypack.dates import When
from studypack.sections.marks import anchor_of, side_color
from studypack.typeset.look import INK, INK_SOFT, Look, Style
from studypack.typeset.page import Color, Tag
from studypack.typeset.paragraph import Align, Paragraph
from studypack.typeset.text import Content, Run

SIZE, LEADING = 8.0, 9.7
"""Of a label; it is never set smaller."""


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
        """Where its dot stands, in years: the middle of the day or month."""
        begins, ends = self.when.begins, self.when.ends
        if begins is None or ends is None:
            return begins if begins is not None else ends or 0
        return (begins + ends) / 2


def dated(pack: Pack) -> list[Dated]:
    """Every dated point and event, in order of time; of two on one date, points come first."""
    points = [Dated(item.point.date, item.point.title, item) for item in pack.marked if item.point.date is not None]
    events = [_of_event(event) for event in pack.events]
    return sorted([*points, *events], key=lambda item: item.when.sort_key)


def _of_event(event: Event) -> Dated:
    return Dated(event.date, event.title)


def undated(pack: Pack) -> list[Marked]:
    """The points without a date, in the order of the file."""
    return [item for item in pack.marked if item.point.date is None]


def words(item: Dated, style: Style, tag: Tag) -> list[Content]:
    """The date in the side's colour, the title, and the mark glued to its last word."""
    plain = style.colored(INK)
    bold = plain.voiced(bold=True).colored(item.color)
    made: list[Content] = [Run(f"{item.when.short} ", bold, tag)]
    if item.marked is None:
        return [*made, Run(item.title, plain.voiced(italic=True).colored(INK_SOFT), tag)]
    made.append(Run(f"{item.title}\u00a0", plain, tag))
    made.append(mark_run(item.marked, plain, tag))
    return made


def mark_run(marked: Marked, style: Style, tag: Tag) -> Run:
    """A mark in running text: bold, in its side's colour, leading to the point."""
    bold = style.voiced(bold=True).colored(side_color(marked.point.side))
    return Run(marked.mark, bold, tag.child("Link"), target=anchor_of(marked))


@dataclass(slots=True)
class Label:
    """The words of a flag, set to a width when that width is tried."""

    item: Dated
    content: list[Content]
    tag: Tag
    reminder: bool = False
    """Only says that a span is carried on from the strip before."""
    _extents: dict[float, tuple[float, float]] = field(default_factory=dict)

    def paragraph(self, align: Align = "left") -> Paragraph:
        """The words, to be set to any width."""
        return Paragraph(self.content, LEADING, align=align, center=0.335 * SIZE)

    def extent(self, width: float) -> tuple[float, float]:
        """The widest line and the height of the words, set to a width."""
        if width not in self._extents:
            paragraph = self.paragraph()
            self._extents[width] = (paragraph.widest(width), paragraph.height(width))
        return self._extents[width]


def label_of(item: Dated, look: Look) -> Label:
    """The label of a date where it is first drawn. Its tag has no parent yet: its strip adopts it."""
    tag = Tag("P")
    return Label(item, words(item, look.label.sized(SIZE, LEADING), tag), tag)


def reminder_of(item: Dated, look: Look, says: str) -> Label:
    """A label for a span that is carried on from the strip before: D10 ends."""
    tag = Tag("P")
    italic = look.label_italic.sized(SIZE, LEADING)
    if item.marked is None:
        content: list[Content] = [Run(f"{item.title} {says}", italic, tag)]
    else:
        bold = italic.voiced(bold=True).colored(item.color)
        content = [Run(f"{item.marked.mark}\u00a0", bold, tag), Run(says, italic, tag)]
    return Label(item, content, tag, reminder=True)
