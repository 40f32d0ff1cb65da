"""Pictures for tests, made as they are asked for: nothing is stored."""

import atexit
import shutil
import tempfile
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image

from studypack.base.picture_folder import PictureFolder
from studypack.base.raster import Raster, decode_picture
from studypack.base.resources import font_data
from studypack.model.figures import with_rasters
from studypack.model.markup import parse
from studypack.model.pictures import Diagram, Picture, PictureFile
from studypack.model.spans import Spans


@cache
def picture_file(width: int = 300, height: int = 150, kind: str = "PNG", color: str = "steelblue") -> bytes:
    """The file of a picture: one colour, with the corner at the top left in white, so that turns are seen."""
    image = Image.new("RGB", (width, height), color)
    image.paste("white", (0, 0, width // 4, height // 4))
    buffer = BytesIO()
    image.save(buffer, kind)
    return buffer.getvalue()


def picture(width: int = 300, height: int = 150, kind: str = "PNG", color: str = "steelblue") -> Raster:
    """That picture, read."""
    return decode_picture(picture_file(width, height, kind, color))


def shown(wide: int = 300, high: int = 150, kind: str = "PNG", color: str = "steelblue", **more: object) -> Picture:
    """That picture in the content, with more of its keys."""
    raster = picture(wide, high, kind, color)
    kind_of = Diagram if "labels" in more else Picture
    return kind_of.model_validate({"file": PictureFile(f"dam.{kind.lower()}", raster), **more})


FILES = {
    "dam.png": (300, 150),
    "dam.jpg": (300, 150, "JPEG"),
    "wide.png": (1500, 120),
    "tall.png": (90, 1500),
    "small.png": (30, 20),
    "photograph.jpg": (800, 600, "JPEG"),
}
"""The pictures of a folder, by their names."""
FACE = "latin.ttf"
"""A font beside them, which has Latin letters alone."""


def lay_out(folder: Path) -> None:
    """Put the pictures into a folder, unless they are there."""
    for name, how in FILES.items():
        if not (folder / name).exists():
            (folder / name).write_bytes(picture_file(*how))
    (folder / FACE).write_bytes(font_data("AtkinsonHyperlegibleNext_400Regular"))


@cache
def pictures() -> PictureFolder:
    """A folder with pictures, for content that is in no file."""
    folder = Path(tempfile.mkdtemp(prefix="pictures-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    lay_out(folder)
    return PictureFolder(folder)


def text_with(source: str, **size: int) -> Spans:
    """The text of a source, with pictures where it asks for some."""
    return with_rasters(parse(source), lambda _: picture(**size))
