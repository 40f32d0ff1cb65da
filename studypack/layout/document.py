"""A finished document: its pages, and what its file says about itself."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from studypack.layout.face_metrics import Face
from studypack.layout.page import Page
from studypack.layout.tag import Tag


class Turn(StrEnum):
    """How a sheet is turned between its two sides, by PDF's own names (ISO 32000-1, table 150)."""

    NONE = "Simplex"
    """The backs stay bare."""
    LONG = "DuplexFlipLongEdge"
    """Upright sheets, like the leaves of a book."""
    SHORT = "DuplexFlipShortEdge"
    """Sheets that lie, like the leaves of a book."""


@dataclass(slots=True)
class Document:
    """Finished pages, and what the file says about itself."""

    title: str
    language: str
    pages: list[Page]
    root: Tag
    author: str = ""
    rights: str = ""
    """Under which licence or by whose permission it may be used."""
    subject: str = ""
    keywords: str = ""
    smallest: float = 7
    """No type in it is smaller, in points."""
    grey: bool = False
    """Every colour is black ink."""
    typed: Face | None = None
    """The face of what is typed in its fields; None where it is not to be filled in on a screen."""
    turn: Turn | None = None
    """What its margins and blank pages are made for; None where either one side or both will do."""
    part_of_field: Callable[[str, int, int], str] = "{}, {}/{}".format
    """What one of several fields of one name is called: from the name, its number and how many there are."""
    field_again: Callable[[str, int], str] = "{}, {}".format
    """What a field is called that is filled in together with an earlier one: from its name and its page's number."""
