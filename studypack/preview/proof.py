"""A proof: the rendered files of a pack, with descriptions of their pages, and the choices that they come from."""

from collections.abc import Sequence

from studypack.base.errors import Problem
from studypack.base.record import record
from studypack.layout.page import Page, TextRun
from studypack.model.options import Flags
from studypack.output.build import choice_warnings, render_loaded
from studypack.output.finished_file import RenderedFile
from studypack.pdf.tagged import pdf_bytes
from studypack.preview.controls import Form, form_of
from studypack.preview.query import shortest
from studypack.preview.rasterize import fingerprint
from studypack.reading.load import LoadedPack

_MAX_FIRST_WORDS = 160
"""Characters of a page's text that its description quotes."""


@record
class ProofPage:
    """The description of one page."""

    id: str
    """The fingerprint: the same for pages that look the same, in whatever pack."""
    number: int
    """The page number."""
    recto: bool
    section: str
    title: str
    """The section's title, as printed in the running head; its name if there is none."""
    width: float
    """Width and height are in points."""
    height: float
    begins: str
    """The first words on the page; empty if it is blank."""


@record
class ProofFile:
    """One rendered file."""

    name: str
    data: bytes
    """The PDF as it is printed."""
    unimposed: bytes
    """The PDF with single pages; the same as `data` if that is not imposed."""
    print_spec: str
    """How to print it, in words: 9 sheets of A4."""
    one_sided: bool
    """Whether its pages are printed on one side and form no spreads."""
    pages: tuple[ProofPage, ...]


@record
class Proof:
    """The rendered files of a content with some flags."""

    title: str
    files: tuple[ProofFile, ...]
    """The pack, and its key if that has a file of its own."""
    form: Form
    flags: Flags
    """The fewest flags that give the same files."""
    warnings: tuple[Problem, ...]

    @property
    def size(self) -> int:
        """Its approximate size in memory, in bytes."""
        return sum(len(file.data) + len(file.unimposed) + 1_000 * len(file.pages) for file in self.files)


def make_proof(loaded: LoadedPack, flags: Flags, name: str) -> Proof:
    """Return the proof of a content; `name` is that of its files.

    Raises ContentError or ChoiceError as `render_loaded` does.
    """
    pack = loaded.pack
    made = render_loaded(loaded, flags, name)
    return Proof(
        title=pack.title,
        files=tuple(_file(rendered) for rendered in made),
        form=form_of(pack, flags, made[0]),
        flags=shortest(pack, flags),
        warnings=(*loaded.warnings, *choice_warnings(loaded, flags)),
    )


def _file(rendered: RenderedFile) -> ProofFile:
    document = rendered.document
    heads = {page.section: page.head for page in document.pages if page.head}
    pages = (
        ProofPage(
            id=fingerprint(document, page),
            number=page.number,
            recto=page.recto,
            section=page.section,
            title=heads.get(page.section) or page.section.capitalize(),
            width=page.width,
            height=page.height,
            begins=_first_words(page),
        )
        for page in document.pages
    )
    return ProofFile(
        name=rendered.name,
        data=rendered.data,
        unimposed=unimposed_pdf(rendered),
        print_spec=rendered.print_spec.words,
        one_sided=document.pages[0].one_sided,
        pages=tuple(pages),
    )


def unimposed_pdf(rendered: RenderedFile) -> bytes:
    """Return a PDF of a file's single pages: the file itself, if it is not imposed."""
    return pdf_bytes(rendered.document) if rendered.imposed else rendered.data


def _first_words(page: Page) -> str:
    """Return the first words of a page without its furniture, cut off at a space."""
    words: list[str] = []
    for item in page.items:
        if isinstance(item, TextRun) and item.tag:
            words += item.text.split()
            if sum(map(len, words)) > _MAX_FIRST_WORDS:
                return _truncated(" ".join(words))
    return " ".join(words)


def _truncated(text: str) -> str:
    return text[:_MAX_FIRST_WORDS].rpartition(" ")[0] + " …" if len(text) > _MAX_FIRST_WORDS else text


def find_page(proofs: Sequence[Proof], page_id: str) -> tuple[bytes, int] | None:
    """Return the PDF with a page, and the page's index in it; None if no proof has the page."""
    for proof in proofs:
        for file in proof.files:
            for index, page in enumerate(file.pages):
                if page.id == page_id:
                    return file.unimposed, index
    return None
