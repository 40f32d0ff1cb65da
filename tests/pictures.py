"""Pictures for tests, made as they are asked for: nothing is stored."""

from functools import cache
from io import BytesIO

from PIL import Image

from studypack.base.raster import Raster, decode_picture


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
