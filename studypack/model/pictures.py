"""A picture as an author writes it: its file, what it shows, and what stands under it."""

from collections.abc import Iterator
from typing import Annotated, Self

from pydantic import ValidationInfo, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from studypack.base import limits
from studypack.base.characters import normalise_word
from studypack.base.errors import ContentPath
from studypack.base.raster import PictureError, Raster
from studypack.base.record import record
from studypack.model.blocks import Figure
from studypack.model.fields import ContentModel, Line, folder_beside, gap_alone, keys_of, read_word
from studypack.model.figures import figures_in, parse_position, parse_share
from studypack.model.reader import Reader
from studypack.model.spans import Gap, is_spans, plain

PERCENTAGE = r"^[0-9]{1,3}(\.[0-9]+)? ?%$"


@record
class PictureFile:
    """A picture's file, read."""

    name: str
    """Inside the folder of the content file: dam.png, pictures/dam.png."""
    raster: Raster


def _file(value: object, info: ValidationInfo) -> PictureFile:
    if isinstance(value, PictureFile):
        return value
    name = read_word(value)
    return PictureFile(name, folder_beside(info, "picture").file(name))


def _share(value: object) -> float:
    if isinstance(value, float):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("text_wanted", "should be text")
    return parse_share(normalise_word(value))


class Shown(ContentModel):
    """A picture in PNG or JPEG, and what it shows."""

    file: Annotated[PictureFile, Reader(_file), WithJsonSchema({"type": "string", "minLength": 1})]
    """Its file, in the folder of the file that names it: dam.png, pictures/dam.png."""
    alt: Line | None = None
    """What it shows, in a sentence, for who cannot see it."""
    decorative: bool = False
    """It says nothing, and needs no alt."""

    @model_validator(mode="after")
    def _shows(self) -> Self:
        if self.alt is None and not self.decorative:
            hint = "add alt: with what it shows, or decorative: yes if it says nothing"
            raise PictureError("nobody who cannot see this picture is told what it shows", hint)
        if self.alt is not None and self.decorative:
            raise PictureError("a picture that is decorative says nothing, and has no alt", "take one of the two out")
        return self

    @property
    def raster(self) -> Raster:
        """Its pixels."""
        return self.file.raster


class Picture(Shown):
    """A picture in a pack."""

    width: Annotated[
        float | None,
        Reader(_share),
        WithJsonSchema({"type": "string", "pattern": PERCENTAGE, "examples": ["60%"]}),
    ] = None
    """How much of its column it is to take, 60%; without it, as much as its pixels are good for."""
    caption: Line | None = None
    """Printed under it."""
    credit: Line | None = None
    """Whose it is, and by whose leave it is here; printed after the caption, and listed in the key."""

    @property
    def words(self) -> tuple[str, ...]:
        """What is said of it and under it."""
        return tuple(filter(None, (self.alt, self.caption, self.credit)))


def _position(value: object) -> float:
    if isinstance(value, float):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("text_wanted", "should be text")
    return parse_position(normalise_word(value))


def _answer(value: object, info: ValidationInfo) -> Gap:
    if isinstance(value, Gap):
        return value
    (gap,) = gap_alone(value, info)
    return gap


Position = Annotated[
    float,
    Reader(_position),
    WithJsonSchema({"type": "string", "pattern": PERCENTAGE, "examples": ["60%"]}),
]
"""Of a picture's width or height, from 0 to 1."""


class Label(ContentModel):
    """A place in a picture, and what it is called."""

    x: Position
    """How far from the left edge of the picture it is: 20%."""
    y: Position
    """How far from the top: 60%."""
    answer: Annotated[Gap, Reader(_answer), WithJsonSchema({"type": "string", "minLength": 1})]
    """What pupils are to write; as in a gap with others to accept and a hint: wall|dam::of concrete."""
    where: Line | None = None
    """Where it is, for who cannot see it: left of the wall, under the water."""


class Diagram(Picture):
    """A picture of a worksheet, whose places may have labels to write."""

    labels: tuple[Label, ...] = ()
    """The places that pupils are to label; they are numbered in this order."""

    @model_validator(mode="after")
    def _has_room_for_labels(self) -> Self:
        if len(self.labels) > limits.LABELS:
            message = f"a picture with {len(self.labels)} labels, and {limits.LABELS} are the most"
            raise PictureError(message, "take some out, or make two worksheets of it")
        return self


def pictures_in(part: ContentModel, path: ContentPath = ()) -> Iterator[tuple[ContentPath, Picture]]:
    """Yield every picture of a model and of the models in it, each with its path, or that of its text."""
    for key, name in zip(keys_of(type(part)), type(part).model_fields, strict=True):
        yield from _pictures_at(getattr(part, name), (*path, key))


def _pictures_at(value: object, path: ContentPath) -> Iterator[tuple[ContentPath, Picture]]:
    if isinstance(value, Picture):
        yield path, value
    elif is_spans(value):
        yield from ((path, _of_text(figure)) for figure in figures_in(value))
    elif isinstance(value, ContentModel):
        yield from pictures_in(value, path)
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from _pictures_at(each, (*path, number))


def _of_text(figure: Figure) -> Picture:
    """A picture of a text as those of keys are."""
    place = figure.place
    assert place.raster is not None, "pictures are read with the content"
    return Picture.model_construct(
        file=PictureFile(place.file, place.raster),
        alt=place.alt or None,
        decorative=not place.alt,
        width=place.share,
        caption=plain(figure.caption) or None,
        credit=plain(figure.credit) or None,
    )
