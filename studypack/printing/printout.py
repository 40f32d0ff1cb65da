"""What is to be printed: read a PDF, or lay out a pack, and measure its pages for a job ticket."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from pypdfium2 import PdfDocument, PdfiumError, raw

from studypack.base.errors import PrintingError, Problem, Severity, StudypackError, UsageError
from studypack.base.record import record
from studypack.layout.document import Document, Turn
from studypack.model.choices import MILLIMETRE, Imposition, Key, Paper
from studypack.model.options import Flags
from studypack.output.build import choice_warnings, read, render_loaded
from studypack.output.finished_file import RenderedFile
from studypack.output.resolve import KEY, options_for, section_named
from studypack.printing.media import Media, media_for_size
from studypack.printing.ticket import JobTicket, ipp_name
from studypack.reading.house import house_for

_MAGIC = b"%PDF-"
_HEADER_BYTES = 1024
"""The header must begin within so many bytes (PDF Reference 1.7, appendix H.3)."""
_REBUILD = "make it again: studypack build"
_USE_VIEWER = "print it from a PDF viewer, which can fit its pages to your paper"


@record
class Printout:
    """A PDF, and what its job ticket says of it."""

    title: str
    data: bytes
    pages: int
    media: Media
    turn: Turn
    """How the sheet is turned between the sides that its pages are laid out for."""
    copies_per_sheet: int = 1
    """Copies that one sheet holds, to be cut apart."""


def is_pdf(path: Path) -> bool:
    """Whether a file is a PDF, by its content or its name. Any other file is the content of a pack."""
    if path.suffix.lower() == ".pdf":
        return True
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return _MAGIC in file.read(_HEADER_BYTES)
    except OSError:
        return False


def printout_from_pdf(data: bytes, title: str) -> Printout:
    """Return the printout of a PDF. Raises PrintingError if it is no PDF, broken, locked or of no known paper size."""
    if _MAGIC not in data[:_HEADER_BYTES]:
        raise PrintingError("the file is no PDF", "give a PDF, or the YAML file of a pack")
    try:
        with PdfDocument(data) as pdf:
            if raw.FPDF_GetSecurityHandlerRevision(pdf) != -1:
                raise _locked_error()
            return Printout(title, data, len(pdf), _media(pdf), _turn(pdf))
    except PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise _locked_error() from None
        raise PrintingError("the PDF is broken", _REBUILD) from None


def _locked_error() -> PrintingError:
    return PrintingError("the PDF is locked, and printers cannot open it", "save a copy of it without a password")


def _media(pdf: PdfDocument) -> Media:
    """Return the paper size of all pages. Raises PrintingError if they differ, or if it is unknown."""
    if not len(pdf):
        raise PrintingError("the PDF has no pages", _REBUILD)
    found: Media | None = None
    for number in range(len(pdf)):
        size = pdf.get_page_size(number)
        media = media_for_size(*size)
        if media is None:
            width, height = (round(side / MILLIMETRE) for side in size)
            raise PrintingError(
                f"page {number + 1} measures {width} × {height} mm, which is no sheet of paper", _USE_VIEWER
            )
        if found and media != found:
            raise PrintingError(f"page 1 is {found.label}, and page {number + 1} is {media.label}", _USE_VIEWER)
        found = media
    assert found
    return found


def _turn(pdf: PdfDocument) -> Turn:
    """Return the PDF's own duplex preference (ISO 32000-1, 12.2, /Duplex); without one, that of a book's leaves."""
    width, height = pdf.get_page_size(0)
    asked = {
        raw.Simplex: Turn.NONE,
        raw.DuplexFlipShortEdge: Turn.SHORT,
        raw.DuplexFlipLongEdge: Turn.LONG,
    }
    otherwise = Turn.SHORT if width > height else Turn.LONG
    return asked.get(raw.FPDF_VIEWERREF_GetDuplex(pdf), otherwise)


@record
class PrintRequest:
    """All that can be printed of one content file or PDF, and how."""

    pack: Printout
    key: Printout | None = None
    """The answer key, if it is a file of its own. It is for the teacher, so that one copy is enough."""
    grey: bool = False
    """Whether only black ink is used."""
    one_sided: bool = False
    """Whether one side of each sheet is printed, whatever the pages are laid out for."""
    imposition: Imposition | None = None
    content: bool = False
    """Whether it comes from content, which other options can lay out anew; a PDF cannot be."""
    warnings: tuple[Problem, ...] = ()
    printer: str = ""
    """Where the house prints; empty for the default printer."""

    def jobs(self, copies: int, *, with_key: bool) -> list[tuple[JobTicket, bytes]]:
        """Return the ticket and the PDF of each job: `copies` of the pack, and one of the key if `with_key` is set."""
        ordered = [
            (self.pack, -(-copies // self.pack.copies_per_sheet)),
            *([(self.key, 1)] if with_key and self.key else []),
        ]
        return [(self._ticket(out, number), out.data) for out, number in ordered]

    def _ticket(self, out: Printout, copies: int) -> JobTicket:
        # A page alone on its sheet needs no turning, and some printers put the next copy on its back.
        turn = Turn.NONE if self.one_sided or out.pages == 1 else out.turn
        sheets = [(paper.double if self.imposition else paper.sheet, paper) for paper in Paper if self.content]
        papers = tuple((sheet.label, paper) for sheet, paper in sheets)
        folded = self.imposition is Imposition.BOOKLET
        return JobTicket(ipp_name(out.title), out.pages, copies, turn, out.media, self.grey, papers, folded)


def print_request(path: Path, flags: Flags, also: Sequence[Path] = ()) -> PrintRequest:
    """Return what there is to print of a content file, beside the earlier packs in `also`, or of a PDF.

    Raises ContentError or ChoiceError as a build does, UsageError if `flags` ask to lay out a PDF, and PrintingError if
    a PDF cannot be read or printed.
    """
    return _request_for_pdf(path, flags, also) if is_pdf(path) else _request_for_content(path, flags, also)


def _request_for_pdf(path: Path, flags: Flags, also: Sequence[Path]) -> PrintRequest:
    """Return the request for a PDF. Only its ink and its sides can still be chosen."""
    if also or flags.without("grey", "duplex").said:
        raise UsageError(f"{path} is laid out already", "give its content, to choose what is in it and how it looks")
    try:
        if path.exists() and not path.is_file():
            raise PrintingError("this is no file", "give a PDF, or the YAML file of a pack")
        pdf, house = printout_from_pdf(path.read_bytes(), path.stem), house_for(path.parent)
        return PrintRequest(pdf, None, flags.grey, flags.duplex is False, printer=house.printer)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        missing = isinstance(error, FileNotFoundError)
        hint = "make it first: studypack build" if missing else "check the name, the disk and your right to read it"
        raise PrintingError([Problem(f"cannot read the PDF: {reason}", hint, source=str(path))]) from None
    except PrintingError as error:
        raise PrintingError(replace(problem, source=str(path)) for problem in error.problems) from None


def _request_for_content(path: Path, flags: Flags, also: Sequence[Path]) -> PrintRequest:
    """Lay out a content file and return its request. The key is always a file of its own, whatever the content says."""
    flags = flags.model_copy(update={"key": Key.SEPARATE})
    try:
        loaded = read(path, also=also)
        rendered, *keys = render_loaded(loaded, flags, path.stem)
    except StudypackError as error:
        raise StudypackError(
            replace(problem, source=problem.source or str(path)) for problem in error.problems
        ) from None
    warnings = [*loaded.warnings, *choice_warnings(loaded, flags), *_answers_warning(rendered.document, loaded.source)]
    options = options_for(loaded.pack, flags)
    pack = _printout(rendered)
    sections = {name for page in rendered.document.pages for name in page.sections}
    if len(sections) > 1 and any(section_named(name).turn(options) is Turn.SHORT for name in sections):
        warnings.append(_cards_warning(loaded.source))
    return PrintRequest(
        pack,
        _printout(keys[0]) if keys else None,
        options.grey,
        options.duplex is False,
        options.imposition,
        content=True,
        warnings=tuple(warnings),
        printer=loaded.house.printer,
    )


def _printout(rendered: RenderedFile) -> Printout:
    out = printout_from_pdf(rendered.data, rendered.document.title)
    # An imposed file with as many sides as pages holds each page twice.
    return replace(out, copies_per_sheet=2) if rendered.imposed and out.pages == len(rendered.document.pages) else out


def _cards_warning(source: str) -> Problem:
    return Problem(
        "the flashcards turn on the short edge, but the rest of the pack on the long one",
        "print them on their own: --sections flashcards",
        Severity.WARNING,
        source,
    )


def _answers_warning(document: Document, source: str) -> Iterator[Problem]:
    """Warn if the answers are in the pack itself: every pupil would get them. That may be wanted."""
    sections = {name for page in document.pages for name in page.sections}
    if KEY.name in sections and len(sections) > 1:
        yield Problem(
            "the answers are in the pack, for every copy's reader to see", "--skip answers", Severity.WARNING, source
        )
