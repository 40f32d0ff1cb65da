"""What is to be printed: a PDF, its pages counted and measured, and the turn of the sheets that they are made for."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pypdfium2 import PdfDocument, PdfiumError, raw

from studypack.base.errors import PrintingError, Problem, Severity, StudypackError, UsageError
from studypack.layout.page import Document, Turn
from studypack.model.modes import Flip
from studypack.model.options import MILLIMETRE, Flags, Imposition, Key, Paper, Sides
from studypack.output.build import Rendered, cautions, read, render_loaded
from studypack.output.resolve import options_for
from studypack.printing.media import Media, media_of
from studypack.printing.ticket import Ticket, as_name

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


_KEY = "answers"
_CARDS = "flashcards"


@dataclass(frozen=True, slots=True)
class Order:
    """What there is to print of one content or PDF."""

    pack: Printout
    key: Printout | None = None
    """The answers, where they are apart from the pack; they are the teacher's, and one copy will do."""
    grey: bool = False
    """Whether black ink is to do."""
    one_sided: bool = False
    """Whether the backs stay bare, whatever the pages are made for."""
    imposition: Imposition | None = None
    content: bool = False
    """Whether it was laid out for this, and can be laid out in another way; a PDF cannot."""
    warnings: tuple[Problem, ...] = ()

    def jobs(self, copies: int, *, with_key: bool) -> list[tuple[Ticket, bytes]]:
        """So many copies of the pack, and one of its key where that is wanted: each job's ticket and PDF."""
        ordered = [(self.pack, -(-copies // self.pack.each)), *([(self.key, 1)] if with_key and self.key else [])]
        return [(self._ticket(out, number), out.data) for out, number in ordered]

    def _ticket(self, out: Printout, copies: int) -> Ticket:
        # A page alone on its sheet needs no turning, and some printers put the next copy on its back.
        turn = Turn.NONE if self.one_sided or out.pages == 1 else out.turn
        sheets = [(paper.double if self.imposition else paper.sheet, paper) for paper in Paper if self.content]
        papers = tuple((sheet.label, paper) for sheet, paper in sheets)
        folded = self.imposition is Imposition.BOOKLET
        return Ticket(as_name(out.title), out.pages, copies, turn, out.media, self.grey, papers, folded)


def order(path: Path, flags: Flags) -> Order:
    """What a file has to print. Raises ContentError, ChoiceError, UsageError or PrintingError."""
    return _order_of_pdf(path, flags) if is_pdf(path) else _order_of_content(path, flags)


def _order_of_pdf(path: Path, flags: Flags) -> Order:
    """A PDF as it is; only its ink and its sides are still to be chosen."""
    if replace(flags, grey=None, sides=None) != Flags():
        raise UsageError(f"{path} is laid out already", "give its content, to choose what is in it and how it looks")
    try:
        if path.exists() and not path.is_file():
            raise PrintingError("this is no file", "give a PDF, or the YAML file of a pack")
        return Order(printout_of(path.read_bytes(), path.stem), None, bool(flags.grey), flags.sides is Sides.ONE)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        missing = isinstance(error, FileNotFoundError)
        hint = "make it first: studypack build" if missing else "check the name, the disk and your right to read it"
        raise PrintingError([Problem(f"cannot read the PDF: {reason}", hint, source=str(path))]) from None
    except PrintingError as error:
        raise PrintingError(replace(problem, source=str(path)) for problem in error.problems) from None


def _order_of_content(path: Path, flags: Flags) -> Order:
    """The pack of a content file, laid out now, with its key apart whatever the content says of it."""
    flags = replace(flags, key=Key.SEPARATE)
    try:
        loaded = read(path)
        rendered, *keys = render_loaded(loaded, flags, path.stem)
    except StudypackError as error:
        raise StudypackError(replace(each, source=each.source or str(path)) for each in error.problems) from None
    warnings = [*loaded.warnings, *cautions(loaded, flags), *_answers_inside(rendered.document, loaded.source)]
    options = options_for(loaded.pack, flags)
    pack = _printout(rendered)
    sections = {page.section for page in rendered.document.pages}
    if _CARDS in sections and sections != {_CARDS} and options.flashcards.flip is Flip.SHORT:
        warnings.append(_cards_among_others(loaded.source))
    return Order(
        pack,
        _printout(keys[0]) if keys else None,
        options.grey,
        options.sides is Sides.ONE,
        options.imposition,
        content=True,
        warnings=tuple(warnings),
    )


def _printout(rendered: Rendered) -> Printout:
    out = printout_of(rendered.data, rendered.document.title)
    # With every page on a side of its own, two-up, each of them is there twice.
    return replace(out, each=2) if rendered.imposed and out.pages == len(rendered.document.pages) else out


def _cards_among_others(source: str) -> Problem:
    return Problem(
        "the flashcards turn on the short edge, but the rest of the pack on the long one",
        "print them on their own: --sections flashcards",
        Severity.WARNING,
        source,
    )


def _answers_inside(document: Document, source: str) -> Iterator[Problem]:
    """Pupils get what is in the pack: that answers are among it is no slip, but no secret either."""
    sections = {page.section for page in document.pages}
    if _KEY in sections and len(sections) > 1:
        yield Problem(
            "the answers are in the pack, for every copy's reader to see", "--skip answers", Severity.WARNING, source
        )
