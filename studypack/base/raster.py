"""Pictures: the bytes of a PNG or JPEG file, decoded behind a guard and encoded anew; or why that cannot be.

Only these two formats are decoded, and by their first bytes, never by a file's name: Pillow would start Ghostscript
for an EPS. The size is read from the header before anything is decoded. What comes out is sRGB or grey with 8 bits a
sample, upright, on white, without metadata, and the same bytes for the same input. A photograph (JPEG) is encoded as
JPEG again: lossless coding would make it ten times as large. Pillow is imported only where there is a picture.
"""

import hashlib
import re
import struct
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING
from warnings import catch_warnings

from studypack.base import limits
from studypack.base.file_folder import FileError

if TYPE_CHECKING:
    from PIL.Image import Image

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_OTHERS = (
    (rb"%!PS|\xc5\xd0\xd3\xc6", "an EPS drawing"),
    (rb"%PDF-", "a PDF"),
    (rb"GIF8", "a GIF picture"),
    (rb"RIFF.{4}WEBP", "a WebP picture"),
    (rb".{4}ftyp(?:hei|hev|mif1|msf1)", "a HEIC picture"),
    (rb".{4}ftypavi[fs]", "an AVIF picture"),
    (rb"II\*\0|MM\0\*", "a TIFF picture"),
    (rb"BM.{4}\0{4}", "a BMP picture"),
    (rb"\0\0[\1\2]\0", "an icon"),
    (rb"(?:\xef\xbb\xbf)?\s*(?:<[?!][^>]*>\s*)*<svg\b", "an SVG drawing"),
    (rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype )?html\b", "a web page"),
)
"""How files of other formats begin, and what they are called."""
SAVE_IT = "open it in any program that shows it, and save it as PNG or JPEG"
"""The way out for a picture of another format."""
_START = 1024
"""The bytes in which a format is to be recognised: an SVG may begin with a comment."""
_MOST_SCANS = 100
"""The layers of a progressive JPEG; programs write a dozen. Each takes as long as a picture to decode."""
_MOST_SLENDER = 20
"""How many times as long as wide a picture may be: at the height of a page, its width is a centimetre."""
_MOST_DETAIL = (2480, 3508)
"""Pixels, upright or lying: an A4 page at 300 dpi. A picture with more is made smaller, for no paper shows it."""
_QUALITY = 90
"""Of JPEG: no eye sees the loss on paper."""
_DAMAGED = (OSError, SyntaxError, ValueError, EOFError, struct.error, OverflowError, IndexError, KeyError, TypeError)
"""What Pillow raises for a file that is cut off or not as it should be."""
_ORIENTATION = 0x0112
"""The tag of EXIF that says how the camera was held (CIPA DC-008, 4.6.4)."""


class PictureError(FileError):
    """A picture that cannot be printed."""


@dataclass(frozen=True, eq=False)
class Raster:
    """A picture that is ready to print: upright, sRGB or grey, 8 bits a sample. Two of the same bytes are equal."""

    data: bytes = field(repr=False)
    """The file, encoded anew: JPEG if it came as one, else PNG without palette, alpha or interlacing."""
    width: int
    """In pixels."""
    height: int
    is_grey: bool
    source: str
    """The SHA-256 hash of the bytes that it was made from, in hexadecimal digits."""

    @property
    def is_jpeg(self) -> bool:
        """Whether `data` is a JPEG file, else it is a PNG."""
        return self.data.startswith(_JPEG)

    @cached_property
    def grey(self) -> "Raster":
        """The same picture in shades of grey."""
        if self.is_grey:
            return self
        from PIL import Image  # noqa: PLC0415

        with Image.open(BytesIO(self.data), formats=("PNG", "JPEG")) as image:
            return _encoded(image.convert("L"), self.source, jpeg=self.is_jpeg)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Raster) and (self.source, self.is_grey) == (other.source, other.is_grey)

    def __hash__(self) -> int:
        return hash((self.source, self.is_grey))


def decode_picture(data: bytes) -> Raster:
    """Return the picture in the bytes of a PNG or JPEG file.

    Raises PictureError for every other format, for damaged files, and for pictures beyond the limits.
    """
    _check_format(data)
    size = _size_in_header(data)
    _check_size(size)
    from PIL import Image, ImageFile  # noqa: PLC0415

    assert not ImageFile.LOAD_TRUNCATED_IMAGES
    try:
        # Pillow warns of what it passes over, such as damaged EXIF: no one could mend that.
        with catch_warnings(action="ignore"), Image.open(BytesIO(data), formats=("PNG", "JPEG")) as image:
            if image.size != size:
                raise _damaged()
            image.load()
            ready = _upright(image)
            ready.thumbnail(_MOST_DETAIL if ready.height > ready.width else _MOST_DETAIL[::-1])
            ready = _on_white(_in_srgb(ready))
    except _DAMAGED as error:
        raise error if isinstance(error, PictureError) else _damaged() from None
    return _encoded(ready, hashlib.sha256(data).hexdigest(), jpeg=data.startswith(_JPEG))


def _check_format(data: bytes) -> None:
    if len(data) > limits.PICTURE_BYTES:
        message = f"the picture has {len(data):,} bytes, and {limits.PICTURE_BYTES:,} is the most"
        raise PictureError(message, "make it smaller: 2,000 pixels across are enough for a whole page")
    if not data:
        raise PictureError("the picture is an empty file", "save or copy it again")
    if data.startswith((_PNG, _JPEG)):
        return
    start = data[:_START]
    for pattern, what in _OTHERS:
        if re.match(pattern, start, re.DOTALL | re.IGNORECASE):
            raise PictureError(f"it is {what}, and pictures are PNG or JPEG", SAVE_IT)
    raise PictureError("it is no picture in PNG or JPEG, whatever its name says", SAVE_IT)


def _check_size(size: tuple[int, int]) -> None:
    width, height = size
    if not width or not height:
        raise _damaged()
    if width * height > limits.PIXELS:
        message = f"the picture has {width:,} × {height:,} pixels, and {limits.PIXELS:,} together are the most"
        raise PictureError(message, "make it smaller: 2,000 pixels across are enough for a whole page")
    if max(size) > _MOST_SLENDER * min(size):
        message = f"the picture is a strip of {width:,} × {height:,} pixels"
        raise PictureError(message, f"crop it: it may be {_MOST_SLENDER} times as long as it is wide, or as high")


def _damaged() -> PictureError:
    return PictureError("the picture is damaged or cut off", "save or copy it again from where it came")


def _size_in_header(data: bytes) -> tuple[int, int]:
    """Return width and height as the header has them. Raises PictureError if there is none, or for a hostile JPEG."""
    if data.startswith(_PNG):
        # The first chunk is IHDR (ISO/IEC 15948, 11.2.2).
        if data[12:16] != b"IHDR" or len(data) < 24:
            raise _damaged()
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    if data.count(b"\xff\xda") > _MOST_SCANS:
        raise PictureError("the picture has too many layers to be a photograph", SAVE_IT)
    return _size_of_jpeg(data)


_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The markers that begin a JPEG's frame header, which has the size (ISO/IEC 10918-1, B.2.2)."""


def _size_of_jpeg(data: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
            continue
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    raise _damaged()


def _upright(image: "Image") -> "Image":
    """The picture as it was seen by who held the camera."""
    from PIL import ImageOps  # noqa: PLC0415

    try:
        if image.getexif().get(_ORIENTATION, 1) == 1:
            return image
        return ImageOps.exif_transpose(image)
    except _DAMAGED:
        return image  # Only what it says of itself is damaged.


def _in_srgb(image: "Image") -> "Image":
    """The picture with 8 bits a sample, in sRGB or grey, and with alpha if it had any."""
    from PIL import Image  # noqa: PLC0415

    profile = image.info.get("icc_profile")
    if image.mode.startswith("I"):
        # Pillow would clip 16 bits to 8.
        return image.convert("I").point(lambda sample: sample * (1 / 257)).convert("L")
    is_grey = image.mode in ("1", "L", "LA")
    if image.has_transparency_data:
        image = image.convert("LA" if is_grey else "RGBA")
    elif image.mode not in ("L", "RGB", "CMYK"):
        image = image.convert("L" if is_grey else "RGB")
    if not profile:
        return image if image.mode != "CMYK" else image.convert("RGB")
    alpha = image.getchannel("A") if image.mode in ("LA", "RGBA") else None
    opaque = image.convert(image.mode.removesuffix("A")) if alpha is not None else image
    converted = _converted(opaque, profile)
    if alpha is not None:
        converted.putalpha(alpha)
    assert isinstance(converted, Image.Image)
    return converted


def _converted(image: "Image", profile: bytes) -> "Image":
    """A picture without alpha, from its own colour profile to sRGB; as it is if the profile is of no use."""
    from PIL import ImageCms  # noqa: PLC0415

    try:
        own = ImageCms.ImageCmsProfile(BytesIO(profile))
        made = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
        made = made or image
    except (ImageCms.PyCMSError, *_DAMAGED):
        made = image
    if image.mode == "L":
        return made.convert("L")
    return made if made.mode == "RGB" else made.convert("RGB")


def _on_white(image: "Image") -> "Image":
    """The picture without alpha: what could be seen through it is paper."""
    if image.mode not in ("LA", "RGBA"):
        return image
    from PIL import Image  # noqa: PLC0415

    paper = Image.new(image.mode.removesuffix("A"), image.size, "white")
    paper.paste(image.convert(paper.mode), mask=image.getchannel("A"))
    return paper


def _encoded(image: "Image", source: str, *, jpeg: bool) -> Raster:
    assert image.mode in ("L", "RGB")
    buffer = BytesIO()
    image.info = {}  # Pillow would write what it found there.
    if jpeg:
        image.save(buffer, "JPEG", quality=_QUALITY, subsampling=0)
    else:
        image.save(buffer, "PNG", compress_level=6)
    return Raster(buffer.getvalue(), image.width, image.height, image.mode == "L", source)
