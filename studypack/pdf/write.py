"""A document becomes the bytes of a PDF: pages, links, outline and metadata."""

import os
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO

from studypack import __version__
from studypack.engine import Canvas, TTFont, pdfdoc, pdfmetrics
from studypack.errors import ChoiceError
from studypack.pdf.links import LinkAnnotation
from studypack.pdf.paint import Painter
from studypack.typeset.fonts import Family, face
from studypack.typeset.page import Document, Item, Link, Page, Turn

_YEAR_10000 = 253_402_300_800
"""In seconds since 1970; a PDF's date has four figures for the year."""


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
        self._pdf: pdfdoc.PDFDocument = self.canvas._doc  # type: ignore[attr-defined]
        self._painter = Painter(self._pdf)
        _describe(self.canvas, document)
        if turn is not None:
            self.canvas.setViewerPreference("Duplex", turn.value)
        if as_it_is:
            self.canvas.setViewerPreference("PrintScaling", "None")

    def operators(self, items: Iterable[Item]) -> list[str]:
        """What draws the items in this file."""
        return self._painter.operators(items)

    def draw(self, operators: Sequence[str]) -> None:
        """Put operators on the page that is open."""
        self.canvas._code.extend(operators)  # type: ignore[attr-defined]
        # The file's identifier is to follow from what the pages show, not from the title alone.
        self._pdf.updateSignature("\n".join(operators))

    def end_page(self, width: float, height: float) -> None:
        """The page that is open is done, of this size in points; the next one is open."""
        self.canvas.setPageSize((width, height))
        self.canvas.showPage()

    def data(self) -> bytes:
        """The whole file, after its last page."""
        self.canvas.save()
        return self._buffer.getvalue()


def pdf_bytes(document: Document) -> bytes:
    """The file to read on a screen and to print as it is, with its outline and links."""
    file = PdfFile(document, document.turn)
    if any(page.bookmarks for page in document.pages):
        file.canvas.showOutline()
    anchors = {name for page in document.pages for name in page.anchors}
    for page in document.pages:
        file.draw(file.operators(page.items))
        _make_navigable(file.canvas, page, anchors)
        file.end_page(page.width, page.height)
    return file.data()


def _has_own_date() -> bool:
    """Whether SOURCE_DATE_EPOCH is set; ReportLab reads it. Raises ChoiceError where it is no number of seconds."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if seconds and not (seconds.isascii() and seconds.isdecimal() and int(seconds) < _YEAR_10000):
        raise ChoiceError(f"SOURCE_DATE_EPOCH is {seconds!r}", "set it to the seconds since 1970, or unset it")
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


def _make_navigable(canvas: Canvas, page: Page, anchors: set[str]) -> None:
    """The page's places to go to, its outline entries and its links."""
    for name, y in page.anchors.items():
        canvas.bookmarkPage(name, fit="XYZ", left=0, top=min(y, page.height))
    for number, bookmark in enumerate(page.bookmarks):
        name = f"outline:{page.number}:{number}"
        canvas.bookmarkPage(name, fit="XYZ", left=0, top=min(bookmark.y, page.height))
        canvas.addOutlineEntry(bookmark.title, name, level=bookmark.level, closed=False)
    for link in _links(page, anchors):
        destination = canvas._bookmarkReference(link.target)  # type: ignore[attr-defined]
        canvas._addAnnotation(LinkAnnotation(link, destination))  # type: ignore[attr-defined]


def _links(page: Page, anchors: set[str]) -> Iterator[Link]:
    """The links whose target is in this document: a mark leads nowhere where the table was left out."""
    return (item for item in page.items if isinstance(item, Link) and item.target in anchors)
