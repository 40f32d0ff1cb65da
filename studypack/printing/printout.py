"""What is to be printed: a PDF, its pages counted and measured, and the turn of the sheets that they are made for."""

from dataclasses import dataclass
from pathlib import Path

from pypdfium2 import PdfDocument, PdfiumError, raw

from studypack.errors import PrintingError
from studypack.options import MILLIMETRE
from studypack.printing.media import Media, media_of
from studypack.typeset.page import Turn

_MAGIC = b"%PDF-"
_HEAD = 1024
"""Bytes within which a PDF says that it is one (PDF Reference 1.7, appendix H.3)."""
_AGAIN = "make it again: studypack build"
_VIEWER = "print it from a PDF viewer, which can fit its pages to your paper"


@dataclass(frozen=True, slots=True)
class Printout:
    """A PDF, and what a printer is told of it."""

    title: str
    data: bytes
    pages: int
    media: Media
    turn: Turn
    """What its pages are made for."""
    each: int = 1
    """How many copies a sheet of it holds, to be cut apart."""


def is_pdf(path: Path) -> bool:
    """Whether a file is a PDF, or calls itself one; anything else is content."""
    if path.suffix.lower() == ".pdf":
        return True
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return _MAGIC in file.read(_HEAD)
    except OSError:
        return False


def printout_of(data: bytes, title: str) -> Printout:
    """A PDF to print. Raises PrintingError where it is none, is broken or locked, or fits no sheet."""
    if _MAGIC not in data[:_HEAD]:
        raise PrintingError("the file is no PDF", "give a PDF, or the YAML file of a pack")
    try:
        with PdfDocument(data) as pdf:
            if raw.FPDF_GetSecurityHandlerRevision(pdf) != -1:
                raise _locked()
            return Printout(title, data, len(pdf), _media(pdf), _turn(pdf))
    except PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise _locked() from None
        raise PrintingError("the PDF is broken", _AGAIN) from None


def _locked() -> PrintingError:
    return PrintingError("the PDF is locked, and printers cannot open it", "save a copy of it without a password")


def _media(pdf: PdfDocument) -> Media:
    """The one sheet of all its pages."""
    if not len(pdf):
        raise PrintingError("the PDF has no pages", _AGAIN)
    found: Media | None = None
    for number in range(len(pdf)):
        size = pdf.get_page_size(number)
        media = media_of(*size)
        if media is None:
            width, height = (round(side / MILLIMETRE) for side in size)
            raise PrintingError(
                f"page {number + 1} measures {width} × {height} mm, which is no sheet of paper", _VIEWER
            )
        if found and media != found:
            raise PrintingError(f"page 1 is {found.label}, and page {number + 1} is {media.label}", _VIEWER)
        found = media
    assert found
    return found


def _turn(pdf: PdfDocument) -> Turn:
    """What the PDF itself asks for (ISO 32000-1, 12.2, /Duplex), else what lets its pages turn like a book's."""
    width, height = pdf.get_page_size(0)
    asked = {
        raw.Simplex: Turn.NONE,
        raw.DuplexFlipShortEdge: Turn.SHORT,
        raw.DuplexFlipLongEdge: Turn.LONG,
    }
    otherwise = Turn.SHORT if width > height else Turn.LONG
    return asked.get(raw.FPDF_VIEWERREF_GetDuplex(pdf), otherwise)
