"""How pages lie before the reader: bound, a verso on the left and a recto on the right; else sheet by sheet."""

from collections.abc import Sequence
from typing import TypeVar

Leaf = TypeVar("Leaf")


def spreads(pages: Sequence[Leaf], *, one_sided: bool = False) -> list[tuple[Leaf | None, ...]]:
    """Pages in order, from folio 1, as pairs of left and right; the first has nothing on its left.

    Pages printed on the front alone lie one by one.
    """
    if one_sided:
        return [(page,) for page in pages]
    padded = [None, *pages, *([None] if len(pages) % 2 == 0 else [])]
    return list(zip(padded[::2], padded[1::2], strict=True))
