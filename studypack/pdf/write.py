"""A document becomes the bytes of a PDF to read: tagged pages, links, outline and metadata."""

from collections import defaultdict
from collections.abc import Iterator

from studypack.base.engine import PdfDocument, pdfdoc
from studypack.layout.page import Document, Link, Page
from studypack.layout.tag import Tag
from studypack.pdf.file import PdfFile
from studypack.pdf.forms import Form, Named, named_fields, reading_order
from studypack.pdf.links import LinkAnnotation
from studypack.pdf.marking import Marks
from studypack.pdf.metadata import srgb, xmp_packet
from studypack.pdf.objects import Reserved
from studypack.pdf.structure import Structure


def pdf_bytes(document: Document) -> bytes:
    """The file to read on a screen and to print as it is: PDF/UA-1 and PDF/A-2a at once."""
    return _TaggedFile(document).data()


class _TaggedFile:
    """A file whose content is all in the structure tree, or an artifact of its pages."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._file = PdfFile(document, document.turn)
        self._form: Form | None = None
        self._order: dict[Tag, int] = {}
        self._fields: defaultdict[int, list[Named]] = defaultdict(list)
        self._make_fillable(document)
        self._marks = Marks(self._file.painter, fillable=self._form is not None)
        self._structure = Structure(document.root, self._marks)
        self._root = self._file.pdf.Reference(Reserved(), "StructTreeRoot")
        _conform(self._file.pdf, document, self._root)

    def data(self) -> bytes:
        document = self._document
        if any(page.bookmarks for page in document.pages):
            self._file.canvas.showOutline()
        anchors = {name for page in document.pages for name in page.anchors}
        for index, page in enumerate(document.pages):
            self._file.draw(self._marks.operators(page))
            self._lead_to(page)
            for each in self._annotations(index, page, anchors):
                self._link(each, index) if isinstance(each, Link) else self._field(each)
            self._file.end_page(page.width, page.height)
            self._tie(index)
        if self._form is not None:
            self._form.finish()
        return self._file.data(self._tree)

    def _make_fillable(self, document: Document) -> None:
        """Nothing where it was not asked for, or where there is nothing to fill in, as in a key."""
        if document.typed is None:
            return
        order = reading_order(document.root)
        fields = named_fields(document, order)
        if fields:
            self._form, self._order = Form(self._file.pdf, document.typed, fields), order
        for named in fields:
            self._fields[named.page].append(named)

    def _annotations(self, index: int, page: Page, anchors: set[str]) -> "list[Link | Named]":
        """Of a page, in reading order where there are fields: some programs tab through them as they are listed."""
        found: list[Link | Named] = [*_links(page, anchors)]
        if self._form is None:
            return found
        return sorted([*found, *self._fields[index]], key=lambda each: self._order[_element(each)])

    def _lead_to(self, page: Page) -> None:
        """The page's places to go to, and its outline entries."""
        canvas = self._file.canvas
        for name, y in page.anchors.items():
            canvas.bookmarkPage(name, fit="XYZ", left=0, top=min(y, page.height))
        for number, bookmark in enumerate(page.bookmarks):
            name = f"outline:{page.number}:{number}"
            canvas.bookmarkPage(name, fit="XYZ", left=0, top=min(bookmark.y, page.height))
            canvas.addOutlineEntry(bookmark.title, name, level=bookmark.level, closed=False)

    def _link(self, link: Link, page: int) -> None:
        """A link, which its element holds beside its words."""
        destination = self._file.canvas._bookmarkReference(link.target)  # type: ignore[attr-defined]
        self._annotate(LinkAnnotation(link, destination, self._key), _element(link), page)

    def _field(self, named: Named) -> None:
        """A field, whose element holds nothing else."""
        assert self._form is not None
        widget = self._form.widget(named, self._key)
        self._form.placed(named, self._annotate(widget, named.field.tag, named.page))

    @property
    def _key(self) -> int:
        """The next annotation's own in the parent tree."""
        return len(self._document.pages) + self._structure.annotations

    def _annotate(self, annotation: pdfdoc.PDFObject, tag: Tag, page: int) -> int:
        """The number of an annotation's object, once it is on the page that is open."""
        self._file.canvas._addAnnotation(annotation)  # type: ignore[attr-defined]
        number = self._number(annotation.__InternalName__)  # type: ignore[attr-defined]
        self._structure.annotate(tag, page, number)
        return number

    def _tie(self, index: int) -> None:
        """The finished page knows its row of the parent tree, and is tabbed through in the structure's order."""
        page = self._file.pdf.idToObject[f"Page{index + 1}"]
        page.__NoDefault__ = [*page.__NoDefault__, "Tabs", "StructParents"]
        page.Tabs = pdfdoc.PDFName("S")
        page.StructParents = index

    def _tree(self, first: int) -> Iterator[tuple[int, str]]:
        pages = [self._number(f"Page{index + 1}") for index in range(len(self._document.pages))]
        return self._structure.objects(self._number("StructTreeRoot"), first, pages)

    def _number(self, name: str) -> int:
        """The number of an indirect object of ReportLab's."""
        number: int = self._file.pdf.idToObjectNumberAndVersion[name][0]
        return number


def _conform(pdf: PdfDocument, document: Document, root: pdfdoc.PDFObjectReference) -> None:
    """What both standards want of the catalog; the title and the language are there already."""
    catalog = pdf.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.StructTreeRoot = root
    catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
    profile = pdfdoc.PDFStream(pdfdoc.PDFDictionary({"N": 3}), srgb(), filters=[pdfdoc.PDFZCompress])
    intent = {
        "Type": pdfdoc.PDFName("OutputIntent"),
        "S": pdfdoc.PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": pdfdoc.PDFString("sRGB"),
        "Info": pdfdoc.PDFString("sRGB IEC61966-2.1"),
        "DestOutputProfile": pdf.Reference(profile, "sRGB"),
    }
    catalog.OutputIntents = pdfdoc.PDFArray([pdfdoc.PDFDictionary(intent)])
    about = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")})
    # Not compressed: programs that know no PDF find XMP in a file by its first line.
    catalog.Metadata = pdf.Reference(pdfdoc.PDFStream(about, xmp_packet(pdf, document)), "XMP")


def _element(annotation: Link | Named) -> Tag:
    """What holds it."""
    tag = annotation.tag if isinstance(annotation, Link) else annotation.field.tag
    assert tag is not None, annotation
    return tag


def _links(page: Page, anchors: set[str]) -> Iterator[Link]:
    """The links whose target is in this document: a mark leads nowhere where the table was left out."""
    return (item for item in page.items if isinstance(item, Link) and item.target in anchors)
