"""A finished file, opened once for all checks of its tags; and what such a check finds."""

import io
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

import pikepdf

from tests.pdf.elements import Element, Held, tree
from tests.pdf.marked import MarkedPage, marked_pages


@dataclass(frozen=True)
class Finding:
    """What is wrong, with the page and the element where it is."""

    check: str
    message: str
    page: int | None = None
    """From 0."""
    element: str = ""

    def __str__(self):
        places = [*([f"page {self.page + 1}"] if self.page is not None else []), *filter(None, [self.element])]
        return f"{self.check}: {', '.join(places) or 'the file'}: {self.message}"


@dataclass
class Tagged:
    """A file with its structure tree and its pages' marked content."""

    pdf: pikepdf.Pdf
    root: Element
    pages: list[MarkedPage]
    lines: list[str] | None = None
    """What a screen reader says of it, as `tests.transcript` has written it down."""

    @cached_property
    def sequences(self):
        """Every numbered sequence, by its page (from 0) and its number."""
        return {
            (index, each.number): each
            for index, page in enumerate(self.pages)
            for each in page.sequences
            if each.number is not None
        }


@contextmanager
def opened(data):
    """The tagged file of some bytes."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        yield Tagged(pdf, tree(pdf), marked_pages(pdf))


def spoken_by(tagged, *, said=False):
    """The file's text in the order of its elements, as `laws.spoken` has that of a document: the two can be compared.

    With `said`, what the pages give to be read in the letters' place stands there; what elements give does not.
    """
    shown = {
        place: each.text if not said or each.said is None else each.said for place, each in tagged.sequences.items()
    }
    return " ".join(_spoken(tagged.root, shown).split())


def _spoken(element, shown):
    own = any(shown.get((piece.page, piece.number)) for piece in element.pieces)
    texts = [
        _spoken(part, shown) if isinstance(part, Element) else shown.get((part.page, part.number), "")
        for part in element.parts
        if not isinstance(part, Held)
    ]
    return ("" if own else " ").join(texts)
