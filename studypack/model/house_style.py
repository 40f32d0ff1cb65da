"""The house style: what the pages of all packs of a school have in common. It changes no question and no answer."""

from collections.abc import Iterator, Sequence
from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from studypack.base.color_space import contrast_on_white, ink_of, nearest, read_code
from studypack.base.errors import ContentPath
from studypack.base.wording import quoted
from studypack.model.fields import ContentModel
from studypack.model.house_faces import HouseFaces
from studypack.model.pictures import Shown
from studypack.model.reader import Reader
from studypack.model.references import ReferenceFault
from studypack.model.sides import MOST_SIDES
from studypack.model.source_lines import MarkupError

SIDE_COLORS = ("#12395b", "#8e2f12", "#1d4d2b", "#5a2a6e")
"""Of up to four sides, where the house has none."""
_LEAST_CONTRAST = 7
"""On white paper (WCAG 2.2, 1.4.6)."""
_APART = (0.0, 0.0, 0.08, 0.04, 0.02)
"""How much the black ink of two sides' colours differs at least where so many are given, of 1 for solid black. What is
dark enough to read has a quarter of that to share out: shapes tell sides apart before their colours do."""
_CODE = r"^#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"
AN_EXAMPLE = '"#1f4e79"'


def _color(value: object) -> str:
    if value is None:
        hint = f"put it in quotation marks, for a # without them begins a comment: {AN_EXAMPLE}"
        raise MarkupError("no colour stands here", 0, hint)
    code = read_code(value) if isinstance(value, str) else ""
    if not code:
        shown = quoted(value) if isinstance(value, str) else "this"
        hint = f"write a # and six digits from 0 to f, in quotation marks: {AN_EXAMPLE}"
        raise MarkupError(f"{shown} is no colour", 0, hint, len(str(value)) or 1)
    if not _is_dark(code):
        contrast = contrast_on_white(code)
        message = f"the colour {code} is too light to read: its contrast with paper is {contrast:.1f}, and 7 is needed"
        raise MarkupError(message, 0, f"write {nearest(code, _is_dark)}, which is the nearest dark enough", len(code))
    return code


def _is_dark(code: str) -> bool:
    return contrast_on_white(code) >= _LEAST_CONTRAST


HexColor = Annotated[
    str, Reader(_color), WithJsonSchema({"type": "string", "pattern": _CODE, "examples": [SIDE_COLORS[0]]})
]
"""A colour that is dark enough for text, as six small hexadecimal digits after a #."""


def _at_most_four(value: object) -> object:
    """Refuse more colours than sides before any is read: the nearest that will do takes time to find."""
    if isinstance(value, list) and len(value) > MOST_SIDES:
        raise MarkupError(f"{len(value)} colours for sides, and a pack has {MOST_SIDES} at most", 0, "take some out")
    return value


class HouseColors(ContentModel):
    """The colours of the house, each dark enough to read on paper."""

    lead: HexColor | None = None
    """The colour of titles and of the cover, dark enough for text."""
    sides: Annotated[
        tuple[HexColor, ...], BeforeValidator(_at_most_four), Field(json_schema_extra={"maxItems": MOST_SIDES})
    ] = ()
    """The colours of the sides, in their order, as a list: ["#12395b", "#8e2f12"]. No two may be alike in grey."""

    def faults(self, path: ContentPath) -> Iterator[ReferenceFault]:
        """Yield a fault for each colour of a side that is in grey like one before it."""
        gap = _APART[len(self.sides)]
        for number, code in enumerate(self.sides):
            before = self.sides[:number]
            like = next((each for each in before if not _is_apart(code, (each,), gap)), "")
            if like:
                better = _nearest_apart(code, before, gap)
                message = f"in grey the colour {code} looks like {like}, which another side has"
                hint = f"write {better}, which is the nearest that can be told apart" if better else "choose another"
                yield ReferenceFault((*path, "sides", number), message, hint)


def _is_apart(code: str, others: Sequence[str], gap: float) -> bool:
    return all(abs(ink_of(code) - ink_of(each)) >= gap for each in others)


def _nearest_apart(code: str, others: Sequence[str], gap: float) -> str:
    """The nearest colour that is dark enough and in grey unlike others; empty if there is none."""
    return nearest(code, lambda each: _is_dark(each) and _is_apart(each, others, gap))


class HouseStyle(ContentModel):
    """What the pages of all packs of a school have in common."""

    logo: Shown | None = None
    """The school's logo, a PNG or JPEG beside the file that names it; printed on the cover, or by the title."""
    colors: HouseColors = HouseColors()
    """The lead colour, and the colours of the sides."""

    faces: HouseFaces = HouseFaces()
    """What text and headings are set in."""

    def over(self, weaker: "HouseStyle") -> "HouseStyle":
        """Return this style with what a weaker one says where this one says nothing."""
        colors = HouseColors(
            lead=self.colors.lead or weaker.colors.lead, sides=self.colors.sides or weaker.colors.sides
        )
        faces = self.faces.over(weaker.faces)
        return HouseStyle(logo=self.logo or weaker.logo, colors=colors, faces=faces)

    @property
    def side_colors(self) -> tuple[str, ...]:
        """The codes of the colours of four sides; ours for those that have none, as near as they can be told apart."""
        codes = list(self.colors.sides)
        for code in SIDE_COLORS[len(codes) :]:
            codes.append(
                code if _is_apart(code, codes, _APART[-1]) else _nearest_apart(code, codes, _APART[-1]) or code
            )
        return tuple(codes)

    def faults(self, path: ContentPath) -> Iterator[ReferenceFault]:
        """Yield what is wrong between its parts, each with its path."""
        yield from self.colors.faults((*path, "colors"))

    def said(self) -> Iterator[tuple[str, str]]:
        """Yield each key that somebody has set, and its value in words."""
        if self.logo:
            yield "logo", self.logo.file.name
        if self.colors.lead:
            yield "colors.lead", self.colors.lead
        if self.colors.sides:
            yield "colors.sides", ", ".join(self.colors.sides)
        yield from ((f"faces.{key}", said) for key, said in self.faces.said())


OUR_STYLE = HouseStyle()
"""The style of a house that says nothing."""
