"""A PDF in the making, over ReportLab's canvas: its pages, its fonts and its dates."""

import os
from collections.abc import Iterable, Sequence
from io import BytesIO

from studypack import __version__
from studypack.base.engine import Canvas, PdfDocument, TTFont, pdfmetrics
from studypack.base.errors import ChoiceError, Problem
from studypack.base.wording import quoted
from studypack.layout.fonts import Family, face
from studypack.layout.page import Document, Item, Turn
from studypack.pdf.objects import Late, file_bytes
from studypack.pdf.paint import Painter

_YEAR_10000 = 253_402_300_800
"""In seconds since 1970; a PDF's date has four figures for the year."""


def _nothing_late(first: int) -> Iterable[tuple[int, str]]:
    return ()


class PdfFile:
    """A PDF in the making: the same bytes for the same document, whatever the process, clock or folder.

    Its dates are SOURCE_DATE_EPOCH where that is set, else ReportLab's fixed day in 2000.
    """

    def __init__(self, document: Document, turn: Turn | None, *, as_it_is: bool = False) -> None:
        """`as_it_is` asks viewers to print at full size, `turn` to turn the paper so (ISO 32000-1, table 150)."""
        self._buffer = BytesIO()
        self.canvas = Canvas(
            self._buffer,
            pagesize=(document.pages[0].width, document.pages[0].height),
            invariant=0 if _has_own_date() else 1,
            pageCompression=1,
            pdfVersion=(1, 7),
            lang=document.language,
            # Otherwise every page names an unembedded Helvetica.
            initialFontName=_registered(face(Family.SERIF).font),  # type: ignore[arg-type]  # the stubs say float
            initialFontSize=10,
        )
        # The canvas has no public way to its document, nor to take finished operators; its drawing calls cost several
        # times as much.
        self.pdf: PdfDocument = self.canvas._doc  # type: ignore[attr-defined]
        self.painter = Painter(self.pdf)
        _describe(self.canvas, document)
        if turn is not None:
            self.canvas.setViewerPreference("Duplex", turn.value)
        if as_it_is:
            self.canvas.setViewerPreference("PrintScaling", "None")

    def operators(self, items: Iterable[Item]) -> list[str]:
        """What draws the items in this file, untagged."""
        return self.painter.operators(items)

    def draw(self, operators: Sequence[str]) -> None:
        """Put operators on the page that is open."""
        self.canvas._code.extend(operators)  # type: ignore[attr-defined]

    def end_page(self, width: float, height: float) -> None:
        """The page that is open is done, of this size in points; the next one is open."""
        self.canvas.setPageSize((width, height))
        self.canvas.showPage()

    def data(self, late: Late = _nothing_late) -> bytes:
        """The whole file, after its last page, with the objects that could not be made before."""
        self.pdf.format = lambda: file_bytes(self.pdf, late)
        self.canvas.save()
        return self._buffer.getvalue()


def _has_own_date() -> bool:
    """Whether SOURCE_DATE_EPOCH is set; ReportLab reads it. Raises ChoiceError where it is no number of seconds."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    is_number = seconds.isascii() and seconds.isdecimal() and len(seconds) <= len(str(_YEAR_10000))
    if seconds and not (is_number and int(seconds) < _YEAR_10000):
        message = f"{quoted(seconds)} is no number of seconds since 1970"
        raise ChoiceError([Problem(message, "set it to one, or unset it", source="SOURCE_DATE_EPOCH")])
    return bool(seconds)


def _registered(font: TTFont) -> str:
    """The name under which the canvas finds a face."""
    name: str = font.fontName
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(font)
    return name


def _describe(canvas: Canvas, document: Document) -> None:
    canvas.setTitle(document.title)
    canvas.setAuthor(document.author)
    canvas.setSubject(document.subject)
    canvas.setKeywords(document.keywords)
    canvas.setCreator(f"studypack {__version__}")
    canvas.setProducer("ReportLab")
    canvas.setViewerPreference("DisplayDocTitle", "true")
