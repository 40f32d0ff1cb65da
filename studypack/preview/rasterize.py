"""Rasterize pages of a PDF, and compute fingerprints of pages as cache keys for their images."""

import hashlib
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from typing import Any

import pypdfium2
from PIL import Image

from studypack import __version__
from studypack.layout.document import Document
from studypack.layout.face_metrics import Face
from studypack.layout.page import Item, Page


def fingerprint(document: Document, page: Page) -> str:
    """Return 16 hexadecimal digits that are the same for pages that look the same.

    They are a hash of the placed items. The bytes of the PDF do not serve: one more letter on page 2 changes the codes
    of the letters on page 9.
    """
    says = (__version__, page.width, page.height, document.grey, [_fingerprint_values(item) for item in page.items])
    return hashlib.sha256(repr(says).encode()).hexdigest()[:16]


def _fingerprint_values(item: Item) -> tuple[object, ...]:
    values = (getattr(item, name) for name in _visible_fields(type(item)))  # type: ignore[arg-type]  # mypy knows no hash of a class
    return type(item).__name__, *(value.name if isinstance(value, Face) else value for value in values)


@cache
def _visible_fields(kind: type[Any]) -> tuple[str, ...]:
    """Return the names of the fields that change how an item looks: all but its structure tag."""
    return tuple(field.name for field in fields(kind) if field.name != "tag")


def page_image(data: bytes, index: int, width: int) -> Image.Image:
    """Return the image of one page of a PDF, `width` pixels wide. Indices begin at 0.

    PDFium is not thread-safe: no other thread may call it meanwhile (pypdfium2's README, "Thread safety").
    """
    with pypdfium2.PdfDocument(data) as pdf:
        return _rendered(pdf, index, width)


def page_images(data: bytes, scale: float) -> Iterator[Image.Image]:
    """Yield the image of every page of a PDF, at `scale` pixels per point."""
    with pypdfium2.PdfDocument(data) as pdf:
        for index in range(len(pdf)):
            yield _rendered(pdf, index, max(1, round(pdf.get_page_size(index)[0] * scale)))


def _rendered(pdf: pypdfium2.PdfDocument, index: int, width: int) -> Image.Image:
    page = pdf[index]
    try:
        bitmap = page.render(scale=width / page.get_width())
        image: Image.Image = bitmap.to_pil().convert("RGB")
        bitmap.close()
        # PDFium rounds sizes up, so that the image may be wider than asked for.
        return image.crop((0, 0, width, image.height)) if image.width != width else image
    finally:
        page.close()
