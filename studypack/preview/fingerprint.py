"""A page's fingerprint: two pages that look alike have the same one, and no others."""

import hashlib
from dataclasses import fields
from functools import cache
from typing import Any

from studypack import __version__
from studypack.typeset.fonts import Face
from studypack.typeset.page import Document, Item, Page


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
