"""Point marks: A3 in a filled capsule, D14 in an open box. Told apart by shape before colour.

Those of a third side are filled and pointed at the right, those of a fourth open and pointed at both ends, and those of
points on no side stand over a line.
"""

from dataclasses import dataclass, replace
from functools import cache
from weakref import WeakKeyDictionary

from typing_extensions import override

from studypack.base.record import record
from studypack.base.styled_text import MarkedLine, spans_of
from studypack.layout.boxes import Box
from studypack.layout.inline import place_line
from studypack.layout.page import Color, Hatch, Link, Page, Polygon, Rectangle, Rule, Slope
from studypack.layout.style import CAPITAL_MIDDLE, INK_SOFT, WHITE, Style
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Run
from studypack.layout.theme import Theme
from studypack.model.content import MarkedPoint, Pack
from studypack.model.sentences import Capitals
from studypack.model.sides import Side
from studypack.model.spans import plain
from studypack.model.texts import printed_values
from studypack.model.words import Words

_CAPITALS: WeakKeyDictionary[Words, Capitals] = WeakKeyDictionary()
"""How the texts of each pack write its words, by what says its words: all texts are read for it."""


def said_within(pack: Pack, side: Side) -> str:
    """Return the heading of a side as it stands in the middle of a sentence: advantages.

    A heading of the author's keeps its capital unless the pack has its first word with a small letter elsewhere:
    nothing else tells Hopes from Macbeth.
    """
    heading = side.name
    if side.within:
        return side.within
    if pack.say not in _CAPITALS:
        values = (value for path, value in printed_values(pack) if path[0] != "sides")
        texts = (value if isinstance(value, str) else plain(value) for value in values)
        _CAPITALS[pack.say] = Capitals(texts, pack.language)
    found = _CAPITALS[pack.say].within(heading) or heading
    # A capital alone may differ: the marks stay where they are.
    first, *rest = spans_of(heading)
    return MarkedLine.of((replace(first, text=found[: len(first.text)]), *rest))


def sides_say(pack: Pack) -> str:
    """Return what the points of each side have in common, as sentences; empty if the author does not say it.

    It is for pages on which the sides have no heads to say it under.
    """
    return " ".join(f"{side.name}{pack.say.colon} {side.says.rstrip('.')}." for side in pack.sides if side.says)


_PADDING = 3.2
"""Beside the letters of a mark that is longer than three characters."""
_OUTLINE = 0.85
_POINT = 0.32
"""How far a pointed end reaches, as a part of the mark's height."""


@cache
def _color(code: str) -> Color:
    return Color.from_hex(code)


def side_color(side: Side) -> Color:
    """Return the colour of a side's marks and headings."""
    return _color(side.color) if side.color else INK_SOFT


def hatch_of(side: Side) -> Slope:
    """Return how the lines of a side's bars run, if these are not filled."""
    slopes: tuple[Slope, ...] = ("rising", "rising", "upright", "level")
    return slopes[side.number]


def draw_bar(side: Side, bar: float, page: Page, x: float, top: float, width: float) -> None:
    """Draw a solid or a hatched bar, or a line for no side: shape tells the sides apart before colour does."""
    color = side_color(side)
    if side.is_neutral:
        page.add(Rule(x, top - bar / 2, x + width, top - bar / 2, 0.6, color))
    elif side.number == 0:
        page.add(Rectangle(x, top - bar, width, bar, fill=color))
    else:
        page.add(Hatch(x, top - bar, width, bar, color, slope=hatch_of(side)))
        page.add(Rectangle(x + 0.3, top - bar + 0.3, width - 0.6, bar - 0.6, stroke=color, thickness=0.6))


def anchor_of(marked: MarkedPoint) -> str:
    """Return the name of the place where the point is printed in full, which links lead to."""
    return f"point:{marked.key}"


def spoken(pack: Pack, marked: MarkedPoint) -> str:
    """Return the mark as it is read aloud: Advantage 3; Strengths 3 if that is what the side is called."""
    side, number = marked.side, marked.mark.removeprefix(marked.side.letter)
    # Words: how a mark is heard: Advantage 3
    return pack.say("mark_heard", "{side} {number}", side=side.one or side.name, number=number)


def mark_tag(
    pack: Pack, parent: Tag, marked: MarkedPoint, kind: str = "Lbl", *, linked: bool = True, after: str = ""
) -> Tag:
    """Return a new element for a mark, inside `parent`; if the mark leads to its point, it is a link.

    The link stands in an element of this kind, or, if `kind` is empty, among the parent's own words, as does a mark
    that leads nowhere.
    `after` is only heard, and parts the mark from what follows it.
    """
    said = spoken(pack, marked) + after
    if not linked:
        return parent.child("Span", said=said)
    return (parent.child(kind) if kind else parent).child("Link", said=said)


def way_to(pack: Pack, marked: MarkedPoint) -> str:
    """Return where a link to a point leads, without the point's title: a pupil may be asked for it."""
    # Words: by ear, of a link to a point: Advantage 3, in the table.
    return pack.say("way_to_point", "{mark}, in the table", mark=spoken(pack, marked))


def goes_on(pack: Pack) -> str:
    """Return what stands at the mark of a point that goes on from the page before."""
    # Words: short for "continued", at the mark of a point that goes on from the page before: A3 cont.
    return pack.say("cont", "cont.")


def mark_run(pack: Pack, marked: MarkedPoint, style: Style, tag: Tag) -> Run:
    """Return a mark in running text: bold, in the colour of its side, and a link to the point."""
    bold = style.voiced(bold=True).colored(side_color(marked.side))
    own = mark_tag(pack, tag, marked, "")
    return Run(marked.mark, bold, own, target=anchor_of(marked), description=way_to(pack, marked))


def mark_shape(
    side: Side, x: float, y: float, width: float, height: float, *, is_filled: bool = False
) -> Rectangle | Polygon | Rule:
    """Return the shape round the mark of a side; x and y are its lower left corner."""
    color = side_color(side)
    if side.is_neutral:
        return Rule(x, y, x + width, y, _OUTLINE, color)
    paint = {"fill": color} if is_filled else {"stroke": color, "thickness": _OUTLINE}
    if side.number < 2:
        return Rectangle(x, y, width, height, radius=0 if side.number else height / 2, **paint)
    right, high, middle, point = x + width, y + height, y + height / 2, height * _POINT
    blunt, pointed = ((x, high), (x, y)), ((x + point, high), (x, middle), (x + point, y))
    begins = blunt if side.number == 2 else pointed
    return Polygon((*begins, (right - point, y), (right, middle), (right - point, high)), **paint)


@record
class Mark:
    """A point's mark, wide enough for its letters; it stands in a line or beside a paragraph."""

    marked: MarkedPoint
    theme: Theme
    tag: Tag | Furniture | None
    """Its element; None if it is only measured."""
    leads: str = ""
    """What is said of the way to the point in the table; empty if the mark is no link."""
    size: float = 10
    """The size of the type beside it, in points: the mark is centred on its capitals."""

    def again(self) -> "Mark":
        """Return the mark for what is carried over: it is not read again, and is no link."""
        return replace(self, tag=Furniture.AGAIN, leads="")

    @property
    def width(self) -> float:
        """The width of the mark, in points."""
        style = self.theme.mark
        return max(self.theme.mark_width, style.face.width(self.marked.mark, style.size) + 2 * _PADDING)

    @property
    def indent(self) -> float:
        """The indent of the text beside the mark, in points."""
        if self.theme.beside_mark:
            return self.width + self.theme.beside_mark
        indent = self.theme.mark_indent
        return max(indent, self.width + 6) if len(self.marked.mark) > 3 else indent

    def place(self, page: Page, x: float, baseline: float) -> None:
        """Draw the mark in a line of text, its left edge at `x`."""
        self.draw(page, x, baseline + CAPITAL_MIDDLE * self.size)

    def draw(self, page: Page, x: float, middle: float) -> None:
        """Draw the mark with its left edge at `x` and its middle at the height `middle`."""
        style = self.theme.mark
        width, height = self.width, self.theme.mark_height
        bottom = middle - height / 2
        side = self.marked.side
        inset = 0 if side.is_filled else _OUTLINE / 2
        box = x + inset, bottom + inset, width - 2 * inset, height - 2 * inset
        page.add(mark_shape(side, *box, is_filled=side.is_filled))
        ink = WHITE if side.is_filled else side_color(side)
        letters = style.face.width(self.marked.mark, style.size)
        y = middle - 0.33 * style.size
        place_line(page, self.marked.mark, style.colored(ink), x + (width - letters) / 2, y, self.tag)
        if self.leads:
            assert isinstance(self.tag, Tag)
            to = anchor_of(self.marked)
            page.add(Link(x, bottom, width, height, to, self.leads, self.tag))


@dataclass
class MarkLabel(Box):
    """A mark in the margin, level with the first line of what stands beside it."""

    mark: Mark
    leading: float
    """The leading of that first line, in points."""

    def again(self) -> "MarkLabel":
        """Return the mark for what is carried over to another page or column."""
        return MarkLabel(self.mark.again(), self.leading)

    @override
    def height(self, width: float) -> float:
        return max(self.leading, self.mark.theme.mark_height)

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        # The marks of large type may be taller than a small line.
        theme = self.mark.theme
        self.mark.draw(page, x, top - max(self.leading, theme.mark_height if theme.tall_marks else 0) / 2)
