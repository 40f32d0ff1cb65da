"""How pages lie beside each other once they are bound: verso left, recto right."""

from collections.abc import Sequence
from typing import TypeVar

Leaf = TypeVar("Leaf")


def spreads(pages: Sequence[Leaf]) -> list[tuple[Leaf | None, Leaf | None]]:
    """Pages in order, from folio 1, as pairs of left and right; the first has nothing on its left."""
    padded = [None, *pages, *([None] if len(pages) % 2 == 0 else [])]
    return list(zip(padded[::2], padded[1::2], strict=True))
