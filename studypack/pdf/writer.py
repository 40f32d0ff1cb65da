"""A PDF writer on ReportLab's canvas: pages, viewer preferences, document information and date."""

import os
from collections.abc import Sequence
from io import BytesIO

from studypack import __version__
from studypack.base.engine import Canvas, PdfDocument, TTFont, pdfmetrics
from studypack.base.errors import ChoiceError, Problem
from studypack.base.wording import quoted
from studypack.layout.document import Document, Turn
from studypack.layout.fonts import Family, face
from studypack.layout.page import Page, Picture
from studypack.pdf.content_stream import Painter
from studypack.pdf.objects import DeferredObjects, file_bytes

_YEAR_10000 = 253_402_300_800
"""In seconds since 1970. A date in PDF has four digits for the year."""


class PdfWriter:
    """Writes a PDF page by page. The bytes depend on the document only, not on the process, clock or folder.

    The file's dates are SOURCE_DATE_EPOCH if it is set, else ReportLab's fixed day in 2000.
    """

    def __init__(self, document: Document, turn: Turn | None, *, actual_size: bool = False) -> None:
        """Set viewer preferences (ISO 32000-1, table 150): `turn` is /Duplex, `actual_size` is /PrintScaling /None.

        Raises ChoiceError if SOURCE_DATE_EPOCH is not a number of seconds.
        """
        self._buffer = BytesIO()
        self.canvas = Canvas(
            self._buffer,
            pagesize=(document.pages[0].width, document.pages[0].height),
            invariant=0 if _has_source_date() else 1,
            pageCompression=1,
            pdfVersion=(1, 7),
            lang=document.language,
            # By default, every page names Helvetica, which is not embedded.
            initialFontName=_registered_name(face(Family.SERIF).font),  # type: ignore[arg-type]  # the stubs say float
            initialFontSize=10,
        )
        # ReportLab has no public access to the document, nor to the content stream; its drawing methods are several
        # times slower.
        self.pdf: PdfDocument = self.canvas._doc  # type: ignore[attr-defined]
        self.painter = Painter(self.pdf)
        _set_information(self.canvas, document)
        if turn is not None:
            self.canvas.setViewerPreference("Duplex", turn.value)
        if actual_size:
            self.canvas.setViewerPreference("PrintScaling", "None")

    def draw(self, operators: Sequence[str], page: Page | None = None) -> None:
        """Append operators to the content stream of the open page; `page` is the one whose items they draw."""
        self.canvas._code.extend(operators)  # type: ignore[attr-defined]
        pictures = (item for item in page.items if type(item) is Picture) if page else ()
        self.canvas._formsinuse.extend(self.painter.images.name(each.raster) for each in pictures)  # type: ignore[attr-defined]

    def end_page(self, width: float, height: float) -> None:
        """End the open page, whose size is in points, and open the next one."""
        self.canvas.setPageSize((width, height))
        self.canvas.showPage()

    def data(self, deferred: DeferredObjects = lambda first: ()) -> bytes:
        """End the file after its last page and return it. `deferred` makes the objects that can only be made last."""
        self.pdf.format = lambda: file_bytes(self.pdf, deferred)
        self.canvas.save()
        return self._buffer.getvalue()


def _has_source_date() -> bool:
    """Whether SOURCE_DATE_EPOCH is set, which ReportLab reads. Raises ChoiceError if it is not a number of seconds."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    is_number = seconds.isascii() and seconds.isdecimal() and len(seconds) <= len(str(_YEAR_10000))
    if seconds and not (is_number and int(seconds) < _YEAR_10000):
        message = f"{quoted(seconds)} is no number of seconds since 1970"
        raise ChoiceError([Problem(message, "set it to one, or unset it", source="SOURCE_DATE_EPOCH")])
    return bool(seconds)


def _registered_name(font: TTFont) -> str:
    """Register a font with ReportLab if it is not yet; return its name."""
    name: str = font.fontName
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(font)
    return name


def _set_information(canvas: Canvas, document: Document) -> None:
    canvas.setTitle(document.title)
    canvas.setAuthor(document.author)
    canvas.setSubject(document.subject)
    canvas.setKeywords(document.keywords)
    canvas.setCreator(f"studypack {__version__}")
    canvas.setProducer("ReportLab")
    canvas.setViewerPreference("DisplayDocTitle", "true")
