"""A finished file, opened once for all checks of its tags; and what such a check finds."""

import io
from contextlib import contextmanager
from dataclasses import dataclass

import pikepdf

from tests.pdf.elements import Element, tree
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

    def sequence(self, piece):
        """What a piece of an element stands for; None where there is no such sequence."""
        pages = self.pages[piece.page : piece.page + 1] if piece.page >= 0 else []
        return next((each for page in pages for each in page.sequences if each.number == piece.number), None)


@contextmanager
def opened(data):
    """The tagged file of some bytes."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        yield Tagged(pdf, tree(pdf), marked_pages(pdf))


def spoken_by(tagged):
    """The file's text in the order of its elements: each one's own, then that of those inside it.

    It is written as `laws.spoken` writes what was placed, so that the two can be compared.
    """
    shown = {
        (index, each.number): each.text
        for index, page in enumerate(tagged.pages)
        for each in page.sequences
        if each.number is not None
    }
    texts = (
        "".join(shown.get((piece.page, piece.number), "") for piece in element.pieces)
        for element in tagged.root.every()
    )
    return " ".join(" ".join(text.split()) for text in texts if text.strip())
