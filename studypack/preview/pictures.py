"""Pages of a PDF become pictures."""

import hashlib
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from typing import Any

import pypdfium2
from PIL import Image

from studypack import __version__
from studypack.layout.fonts import Face
from studypack.layout.page import Document, Item, Page


def fingerprint(document: Document, page: Page) -> str:
    """Sixteen hexadecimal digits from all that is placed on the page.

    The bytes of a PDF would not do: a letter more on page 2 gives the letters of page 9 other codes.
    """
    says = (__version__, page.width, page.height, document.grey, [_said(item) for item in page.items])
    return hashlib.sha256(repr(says).encode()).hexdigest()[:16]


def _said(item: Item) -> tuple[object, ...]:
    values = (getattr(item, name) for name in _visible(type(item)))  # type: ignore[arg-type]  # mypy knows no hash of a class
    return type(item).__name__, *(value.name if isinstance(value, Face) else value for value in values)


@cache
def _visible(kind: type[Any]) -> tuple[str, ...]:
    """The fields that change how an item looks: all but its structure tag."""
    return tuple(field.name for field in fields(kind) if field.name != "tag")


def picture(data: bytes, index: int, width: int) -> Image.Image:
    """One page of a PDF, from index 0, `width` pixels wide.

    PDFium is not made for threads: nothing else may draw meanwhile (pypdfium2's README, "Thread safety").
    """
    with pypdfium2.PdfDocument(data) as pdf:
        return _drawn(pdf, index, width)


def pictures(data: bytes, scale: float) -> Iterator[Image.Image]:
    """Every page of a PDF, at `scale` pixels a point."""
    with pypdfium2.PdfDocument(data) as pdf:
        for index in range(len(pdf)):
            yield _drawn(pdf, index, max(1, round(pdf.get_page_size(index)[0] * scale)))


def _drawn(pdf: pypdfium2.PdfDocument, index: int, width: int) -> Image.Image:
    page = pdf[index]
    try:
        bitmap = page.render(scale=width / page.get_width())
        image: Image.Image = bitmap.to_pil().convert("RGB")
        bitmap.close()
        # The height is rounded up and may have taken the width along.
        return image.crop((0, 0, width, image.height)) if image.width != width else image
    finally:
        page.close()
