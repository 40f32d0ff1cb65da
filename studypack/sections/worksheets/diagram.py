"""Label the diagram: a picture with numbered places, and under it a line to write on for each number."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import combinations, product
from math import ceil, dist

from typing_extensions import override

from studypack.base.styled_text import Text
from studypack.layout.boxes import Box, Space
from studypack.layout.columns import Columns
from studypack.layout.inline import place_line
from studypack.layout.page import CAPITALS, Circle, Page, Rule
from studypack.layout.paragraph import Paragraph
from studypack.layout.picture_box import INCH, SHARP, PictureBox
from studypack.layout.stack import Stack
from studypack.layout.style import INK, WHITE, Style, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.theme import Theme
from studypack.layout.wrapper import Wrapper
from studypack.model.content import Pack
from studypack.model.pictures import Diagram, Label
from studypack.sections.kit.pictures import Setting, captioned, captions, figure_of
from studypack.sections.kit.section import Passage
from studypack.sections.worksheets.gap import gap_pieces
from studypack.sections.worksheets.gap_stretch import GapStyle

_LEAST = 0.7
"""Of the column: a picture to label is no narrower, however few its pixels."""
_ROUND = 0.85
"""The radius of the ground of a number, in ems of the number."""
_LINE, _DOT = 0.7, 1.6
"""The thickness of outlines and leaders, and the radius of the dot at the end of a leader, in points."""
_GUTTER, _MOST_COLUMNS = mm(6), 4
_APART, _CLOSE = 1.0, 0.01
"""Points between two numbers, and what arithmetic may take of it."""
_Place = tuple[float, float]
_Frame = tuple[float, float, float, float]
"""Left, bottom, right, top."""


class _Numbered(Wrapper):
    """A picture with the numbers of its labels on it.

    Where two would cover each other, one stands aside, at the end of a line from its place.
    """

    def __init__(self, box: PictureBox, labels: Sequence[Label], first: int, style: Style) -> None:
        super().__init__(box)
        self._picture, self._labels, self._first, self._style = box, labels, first, style

    @property
    def _radius(self) -> float:
        return self._style.size * _ROUND

    @override
    def lead(self, width: float) -> float:
        # Room over a picture that has none for all of its numbers.
        step = 2 * self._radius + _APART
        rows = ceil(len(self._labels) / max(int((width + _APART) / step), 1))
        return max(rows * step - self._picture.size(width)[1], 0)

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        super().place(page, x, top, width)
        wide, high = self._picture.size(width)
        edge = top - self.lead(width)
        meant = [(x + wide * label.x, edge - high * label.y) for label in self._labels]
        placed = _apart(meant, self._radius, (x, edge - high, x + width, top))
        tag = self._picture.tag
        for place, stands in zip(meant, placed, strict=True):
            if dist(place, stands) > self._radius:
                end = _within(place, _DOT + _LINE, (x, edge - high, x + wide, edge))
                for thickness, color in ((3 * _LINE, WHITE), (_LINE, INK)):  # seen on light and on dark
                    page.add(Rule(*end, *stands, thickness, color, tag=tag))
                page.add(Circle(*end, _DOT, fill=INK, stroke=WHITE, thickness=_LINE, tag=tag))
        for number, (left, up) in enumerate(placed, start=self._first):
            page.add(Circle(left, up, self._radius, fill=WHITE, stroke=INK, thickness=_LINE, tag=tag))
            self._number(page, str(number), left, up)

    def _number(self, page: Page, number: str, x: float, y: float) -> None:
        style = self._style
        long = style.face.width(number, style.size)
        baseline = y - CAPITALS * style.size / 2
        place_line(page, number, style, x - long / 2, baseline, Furniture.MARKING)


def _within(place: _Place, margin: float, frame: _Frame) -> _Place:
    """Return the nearest place that is as far as the margin from the edges of a frame."""
    left, bottom, right, top = frame
    return min(max(place[0], left + margin), right - margin), max(min(place[1], top - margin), bottom + margin)


def _apart(meant: Sequence[_Place], radius: float, frame: _Frame) -> list[_Place]:
    """Return where numbers stand: at the places that are meant, or at the nearest ones of a grid that are free.

    If there are not enough of these between numbers at their own places, all stand on the grid.
    """
    left, bottom, right, top = frame
    step = 2 * radius + _APART
    across = [left + radius + n * step for n in range(max(int((right - left + _APART) / step), 1))]
    up = [top - radius - n * step for n in range(max(int((top - bottom + _APART) / step), 1))]
    grid = list(product(across, up))

    def placed(*, on_grid: bool) -> list[_Place]:
        taken: list[_Place] = []
        for place in meant:
            own = _within(place, radius, frame)
            free = [spot for spot in grid if all(dist(spot, other) >= step - _CLOSE for other in taken)]
            if on_grid or any(dist(own, other) < step for other in taken):
                own = min(free, key=partial(dist, place), default=own)
            taken.append(own)
        return taken

    first = placed(on_grid=False)
    if all(dist(one, other) >= step - _CLOSE for one, other in combinations(first, 2)):
        return first
    return placed(on_grid=True)


def diagram_box(pack: Pack, theme: Theme, tag: Tag, passage: Passage, style: GapStyle, setting: Setting) -> Box:
    """Return the picture of a passage with its numbered places, and the lines for their labels."""
    diagram = passage.diagram
    assert diagram is not None
    # Words: by ear, the heading of a picture whose parts are to be named.
    tag.announce(pack.say("picture_to_label", "Picture to label"), "H3")
    figure = figure_of(tag, diagram.alt or "", setting)
    natural = diagram.raster.width * INCH / SHARP
    share = diagram.width or (None if natural >= _LEAST * theme.measure else _LEAST)
    box = PictureBox(diagram.raster, setting.most, figure, share)
    numbered = _Numbered(box, diagram.labels, passage.first, theme.label_bold.colored(INK))
    picture = captioned(numbered, captions(theme, tag, diagram, setting.hides), theme.caption, 0)
    lines = list(_lines(tag.child("L"), diagram, passage, style, setting))
    return Stack([picture, *_in_columns(lines, theme.measure)])


def _lines(listing: Tag, diagram: Diagram, passage: Passage, style: GapStyle, setting: Setting) -> Iterator[Paragraph]:
    """Yield a line for each number; who does not see the picture hears where its place is."""
    for number, label in enumerate(diagram.labels, start=passage.first):
        body = listing.child("LI").child("LBody")
        where = "" if setting.hides(label.where or "") else label.where or ""
        if where:
            body.announce(f"{where}: ")
        pieces = gap_pieces((Text(f"{where} "), label.answer), 1, number, style, body.child("P"))
        yield Paragraph(pieces, style.text.leading, center=style.text.middle)


def _in_columns(lines: Sequence[Paragraph], width: float) -> list[Box]:
    """Return rows of lines, as many beside each other as have room."""
    widest = max(line.widest(width) for line in lines)
    count = min(max(int((width + _GUTTER) / (widest + _GUTTER)), 1), _MOST_COLUMNS, len(lines))
    rows: list[Box] = []
    for start in range(0, len(lines), count):
        row = [*lines[start : start + count], *[Space(0)] * (count - len(lines[start : start + count]))]
        rows.append(Columns(row, [1] * count, _GUTTER, together=True, above=mm(1)))
    rows[0].above = mm(3)
    return rows
