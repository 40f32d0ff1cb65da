"""A page as data: placed items, in points from the bottom-left corner, each with its structure tag."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from studypack.base.formula.outline import Drawing
from studypack.base.raster import Raster
from studypack.base.record import record
from studypack.layout.face_metrics import Face
from studypack.layout.field import Field
from studypack.layout.tag import Furniture, Tag


class Color(NamedTuple):
    """DeviceRGB, each part from 0 to 1."""

    red: float
    green: float
    blue: float
    black: float | None = None
    """Printed as so much black ink and no other; the first three parts are its grey."""

    @classmethod
    def from_hex(cls, code: str) -> "Color":
        """The colour of a six-digit code: `#12395B`."""
        return cls(*(round(int(code[at : at + 2], 16) / 255, 4) for at in (1, 3, 5)))

    @property
    def luma(self) -> float:
        """How light it is, from 0 to 1, as PDF itself turns colour into grey (ISO 32000-1, 10.3.3)."""
        return 0.3 * self.red + 0.59 * self.green + 0.11 * self.blue

    @classmethod
    def of_black(cls, ink: float) -> "Color":
        """The grey of so much black ink, from 0, bare paper, to 1, solid black."""
        grey = round(1 - ink, 4)
        return cls(grey, grey, grey, round(ink, 4))


CAPITALS = 0.68
"""The height of capitals, in ems."""


@dataclass(slots=True)
class TextRun:
    """Text on one baseline, in one face. `x`, `y`: the start of the baseline."""

    x: float
    y: float
    text: str
    face: Face
    size: float
    color: Color
    width: float
    """Of what shows: without a trailing space."""
    tag: Tag | Furniture | None
    """Text is of the content, or of the page; None is a slip, which the writer refuses."""
    tracking: float = 0
    """Added after each character, in points."""
    said: str | None = None
    """What is copied, searched and read aloud in its place: the whole of a word that goes on in the next line."""
    hidden: bool = False
    """It is not painted, but copied and searched where a formula stands, and set as wide as that."""

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top of the letters, from descender to cap height."""
        return (
            self.x,
            self.y - 0.22 * self.size,
            self.x + self.width,
            self.y + CAPITALS * self.size,
        )


@dataclass(slots=True)
class Rule:
    """A straight line from (x0, y0) to (x1, y1)."""

    x0: float
    y0: float
    x1: float
    y1: float
    thickness: float
    color: Color
    dash: tuple[float, ...] = ()
    tag: Tag | None = None


@dataclass(slots=True)
class Rectangle:
    """A rectangle with its lower left corner at (x, y), filled, outlined or both."""

    x: float
    y: float
    width: float
    height: float
    fill: Color | None = None
    stroke: Color | None = None
    thickness: float = 0
    radius: float = 0
    dash: tuple[float, ...] = ()
    tag: Tag | None = None


Slope = Literal["rising", "upright", "level"]
"""Of the lines of a hatched area: at 45°, up its height, or along its width."""


@dataclass(slots=True)
class Hatch:
    """Lines inside the rectangle with its lower left corner at (x, y)."""

    x: float
    y: float
    width: float
    height: float
    color: Color
    pitch: float = 3.1
    """Between lines, along the base."""
    thickness: float = 0.55
    tag: Tag | None = None
    slope: Slope = "rising"


@dataclass(slots=True)
class Circle:
    """A circle round (x, y)."""

    x: float
    y: float
    radius: float
    fill: Color | None = None
    stroke: Color | None = None
    thickness: float = 0
    tag: Tag | None = None


@dataclass(slots=True)
class Polygon:
    """A closed shape through `points`, filled, outlined or both."""

    points: tuple[tuple[float, float], ...]
    fill: Color | None = None
    stroke: Color | None = None
    thickness: float = 0
    tag: Tag | None = None


@dataclass(slots=True)
class Outline:
    """A formula, filled. `x`, `y`: the start of its baseline."""

    x: float
    y: float
    drawing: Drawing
    size: float
    """Of an em of the drawing, in points."""
    color: Color
    tag: Tag | Furniture | None = None
    bold: bool = False
    """Its typeface has no bold: it is drawn twice, close beside itself."""

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top of what is drawn."""
        low, high = self.y - self.drawing.depth * self.size, self.y + self.drawing.height * self.size
        return self.x, low, self.x + self.drawing.width * self.size, high


@dataclass(slots=True)
class Picture:
    """A picture that fills the rectangle with its lower left corner at (x, y)."""

    x: float
    y: float
    width: float
    height: float
    raster: Raster
    tag: Tag | None = None
    """A Figure, whose `alt` says what is to be seen; None for decoration."""


@dataclass(slots=True)
class Link:
    """An area that leads to an anchor of the same document, or to an address."""

    x: float
    y: float
    width: float
    height: float
    target: str
    """The name of an anchor; or an address, which has a colon after its first word: https:."""
    description: str
    tag: Tag | None = None

    @property
    def is_address(self) -> bool:
        """Whether it leads out of the document."""
        return self.target.startswith(("http:", "https:", "mailto:"))


Item = TextRun | Rule | Rectangle | Hatch | Circle | Polygon | Outline | Picture | Link | Field


@record
class Frame:
    """The part of a page that a flow may fill. `left`, `bottom`, `right`, `top` in points."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """In points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """In points."""
        return self.top - self.bottom


@dataclass(slots=True)
class Slot:
    """A place kept for the number of a page that is not known yet."""

    target: str
    """The anchor whose page is meant."""
    right: float
    y: float
    face: Face
    size: float
    color: Color
    tag: Tag
    """Of the number alone; it is read as a page's."""


@dataclass(slots=True)
class Bookmark:
    """An entry of the document's outline."""

    title: str
    level: int
    y: float


@dataclass(slots=True)
class Page:
    """One side of a leaf."""

    number: int
    """The folio, from 1; of a leaf that is printed on both sides, odd pages are the rectos."""
    width: float
    height: float
    frame: Frame
    section: str
    """The name of the section that stands first on the page."""
    head: str = ""
    """Its title for the running head; empty where the page has none."""
    names_section: bool = True
    """Its running head has the section's title beside the pack's."""
    one_sided: bool = False
    """Nothing is printed on the back of its leaf: whatever its number, it is a right-hand page."""
    items: list[Item] = field(default_factory=list)
    anchors: dict[str, float] = field(default_factory=dict)
    """Names that links may lead to, each with its height on the page."""
    bookmarks: list[Bookmark] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    """The names of the sections that start under the first one."""

    @property
    def sections(self) -> tuple[str, ...]:
        """The names of all sections that stand on the page, in order."""
        return self.section, *self.others

    @property
    def lies(self) -> bool:
        """Whether it is wider than it is high: turned to be read, among others that are not."""
        return self.width > self.height

    @property
    def recto(self) -> bool:
        """A right-hand page."""
        return self.one_sided or self.number % 2 == 1

    def add(self, item: Item) -> None:
        """Place an item on top of those that are there."""
        self.items.append(item)

    def claim(self, since: int, figure: Tag) -> None:
        """What was drawn without a tag since there were so many items belongs to a picture."""
        for item in self.items[since:]:
            if item.tag is None:
                item.tag = figure
