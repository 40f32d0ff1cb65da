"""A proof: the files that a pack becomes, as pages to look at, and the choices that made them."""

from collections.abc import Sequence
from dataclasses import dataclass

from studypack.base.errors import Problem
from studypack.layout.page import Page, TextRun
from studypack.model.options import Flags
from studypack.output.build import RenderedFile, choice_warnings, render_loaded
from studypack.pdf.tagged import pdf_bytes
from studypack.preview.controls import Form, form_of
from studypack.preview.pictures import fingerprint
from studypack.preview.query import shortest
from studypack.reading.load import LoadedPack

_BEGINNING = 160
"""Characters of a page's text that its description quotes."""


@dataclass(frozen=True, slots=True)
class ProofPage:
    """One page to look at."""

    id: str
    """Alike for pages that look alike, whatever pack they are in."""
    number: int
    """The folio."""
    recto: bool
    section: str
    title: str
    """The section's, as printed in the running head; its name where there is none."""
    width: float
    """In points, like the height."""
    height: float
    begins: str
    """The first words on it; empty where it is blank."""


@dataclass(frozen=True, slots=True)
class ProofFile:
    """One file to look at."""

    name: str
    data: bytes
    """As it is printed."""
    as_read: bytes
    """The same, unless two pages of it go on one side of a sheet."""
    print_spec: str
    """What it asks of a printer, in words: 9 sheets of A4."""
    one_sided: bool
    """Its pages are no spreads."""
    pages: tuple[ProofPage, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """All that a content and some flags come to."""

    title: str
    files: tuple[ProofFile, ...]
    """The pack, and its key where that has a file of its own."""
    form: Form
    flags: Flags
    """The fewest that come to the same."""
    warnings: tuple[Problem, ...]

    @property
    def weight(self) -> int:
        """What it takes to keep, in bytes."""
        return sum(len(file.data) + len(file.as_read) + 1_000 * len(file.pages) for file in self.files)


def proof_of(loaded: LoadedPack, flags: Flags, name: str) -> Proof:
    """The proof of a content. Raises ChoiceError where the flags ask for what it has not."""
    pack = loaded.pack
    made = render_loaded(loaded, flags, name)
    return Proof(
        title=pack.title,
        files=tuple(_file(rendered) for rendered in made),
        form=form_of(pack, flags, made[0].document),
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
            begins=_beginning(page),
        )
        for page in document.pages
    )
    return ProofFile(
        name=rendered.name,
        data=rendered.data,
        as_read=as_read(rendered),
        print_spec=rendered.print_spec.words,
        one_sided=document.pages[0].one_sided,
        pages=tuple(pages),
    )


def as_read(rendered: RenderedFile) -> bytes:
    """A PDF of a file's pages one by one: the file itself, unless it is imposed."""
    return pdf_bytes(rendered.document) if rendered.imposed else rendered.data


def _beginning(page: Page) -> str:
    """The first words of a page, its furniture left out; cut at a space."""
    words: list[str] = []
    for item in page.items:
        if isinstance(item, TextRun) and item.tag:
            words += item.text.split()
            if sum(map(len, words)) > _BEGINNING:
                return _cut(" ".join(words))
    return " ".join(words)


def _cut(text: str) -> str:
    return text[:_BEGINNING].rpartition(" ")[0] + " …" if len(text) > _BEGINNING else text


def page_in(proofs: Sequence[Proof], page_id: str) -> tuple[bytes, int] | None:
    """The file that has a page, and the page's index in it; None where no proof has it."""
    for proof in proofs:
        for file in proof.files:
            for index, page in enumerate(file.pages):
                if page.id == page_id:
                    return file.as_read, index
    return None
