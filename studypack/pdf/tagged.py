"""Tagged PDF: write a document with its structure tree, annotations, outline and metadata (ISO 32000-1, 14.8)."""

from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import quote

from studypack.base.engine import PdfDocument, pdfdoc
from studypack.layout.document import Document
from studypack.layout.page import Link, Page
from studypack.layout.tag import Tag
from studypack.pdf.form_fields import AcroForm, NamedField, named_fields, reading_order
from studypack.pdf.marked_content import MarkedContent
from studypack.pdf.metadata import srgb_profile, xmp_packet
from studypack.pdf.objects import ReservedObject, text_string
from studypack.pdf.paint_order import PaintOrder
from studypack.pdf.structure import StructureTree
from studypack.pdf.writer import PdfWriter


def pdf_bytes(document: Document) -> bytes:
    """Return a document as a PDF that conforms to PDF/UA-1 and PDF/A-2a."""
    return _TaggedFile(document).data()


class _TaggedFile:
    """Writes a file in which all content is in the structure tree or an artifact."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._file = PdfWriter(document, document.turn)
        self._form: AcroForm | None = None
        self._order: dict[Tag, int] = {}
        self._fields: defaultdict[int, list[NamedField]] = defaultdict(list)
        self._make_fillable(document)
        self._marks = MarkedContent(self._file.painter, PaintOrder(document), fillable=self._form is not None)
        self._structure = StructureTree(document.root, self._marks)
        self._root_reference = self._file.pdf.Reference(ReservedObject(), "StructTreeRoot")
        _set_conformance(self._file.pdf, document, self._root_reference)

    def data(self) -> bytes:
        document = self._document
        if any(page.bookmarks for page in document.pages):
            self._file.canvas.showOutline()
        anchors = {name for page in document.pages for name in page.anchors}
        for index, page in enumerate(document.pages):
            self._file.draw(self._marks.operators(page), page)
            self._add_destinations(page)
            for each in self._annotations(index, page, anchors):
                self._add_link(each, index) if isinstance(each, Link) else self._add_field(each)
            self._file.end_page(page.width, page.height)
            self._finish_page(index)
        if self._form is not None:
            self._form.add_to_catalog()
        return self._file.data(self._structure_objects)

    def _make_fillable(self, document: Document) -> None:
        """Set up the form, if it was asked for and there is any field; a key has none."""
        if document.typed is None:
            return
        order = reading_order(document.root)
        fields = named_fields(document, order)
        if fields:
            self._form, self._order = AcroForm(self._file.pdf, document.typed, fields), order
        for named in fields:
            self._fields[named.page].append(named)

    def _annotations(self, index: int, page: Page, anchors: set[str]) -> list[Link | NamedField]:
        """Return a page's annotations: its links or, if it has any, its fields.

        Between fields, links would be stops for who goes from one to the next by keyboard. Fields are in reading order:
        some programs go through them as listed.
        """
        fields = sorted(self._fields[index], key=lambda each: self._order[each.field.tag])
        return [*(fields or _links(page, anchors))]

    def _add_destinations(self, page: Page) -> None:
        """Add the page's destinations and outline items."""
        canvas = self._file.canvas
        for name, y in page.anchors.items():
            canvas.bookmarkPage(name, fit="XYZ", left=0, top=min(y, page.height))
        for number, bookmark in enumerate(page.bookmarks):
            name = f"outline:{page.number}:{number}"
            canvas.bookmarkPage(name, fit="XYZ", left=0, top=min(bookmark.y, page.height))
            canvas.addOutlineEntry(bookmark.title, name, level=bookmark.level, closed=False)

    def _add_link(self, link: Link, page: int) -> None:
        """Add a link annotation. Its element holds the link's text, too."""
        destination = None
        if not link.is_address:
            destination = self._file.canvas._bookmarkReference(link.target)  # type: ignore[attr-defined]
        self._annotate(_LinkAnnotation(link, destination, self._next_key), _element(link), page)

    def _add_field(self, named: NamedField) -> None:
        """Add a field's widget annotation. Its element holds nothing else."""
        assert self._form is not None
        widget = self._form.widget(named, self._next_key)
        self._form.record_widget(named, self._annotate(widget, named.field.tag, named.page))

    @property
    def _next_key(self) -> int:
        """The key of the next annotation in the parent tree."""
        return len(self._document.pages) + self._structure.annotation_count

    def _annotate(self, annotation: pdfdoc.PDFObject, tag: Tag, page: int) -> int:
        """Add an annotation to the open page and to its element; return its object number."""
        self._file.canvas._addAnnotation(annotation)  # type: ignore[attr-defined]
        number = self._number(annotation.__InternalName__)  # type: ignore[attr-defined]
        self._structure.add_annotation(tag, page, number)
        return number

    def _finish_page(self, index: int) -> None:
        """Give a finished page its key in the parent tree and the structure's tab order."""
        page = self._file.pdf.idToObject[f"Page{index + 1}"]
        page.__NoDefault__ = [*page.__NoDefault__, "Tabs", "StructParents"]
        page.Tabs = pdfdoc.PDFName("S")
        page.StructParents = index

    def _structure_objects(self, first: int) -> Iterator[tuple[int, str]]:
        pages = [self._number(f"Page{index + 1}") for index in range(len(self._document.pages))]
        return self._structure.objects(self._number("StructTreeRoot"), first, pages)

    def _number(self, name: str) -> int:
        """Return the object number of one of ReportLab's objects, by its internal name."""
        number: int = self._file.pdf.idToObjectNumberAndVersion[name][0]
        return number


class _LinkAnnotation(pdfdoc.PDFObject):
    """An invisible link annotation (12.5.6.5).

    ReportLab's own class formats some twenty objects for each link, and a pack has hundreds.
    """

    def __init__(self, link: Link, destination: pdfdoc.Destination | None, key: int) -> None:
        """`destination` is None for an address; `key` is the annotation's key in the parent tree."""
        self._link = link
        self._destination = destination
        self._key = key

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        link = self._link
        corners = f"{link.x:.2f} {link.y:.2f} {link.x + link.width:.2f} {link.y + link.height:.2f}"
        contents = text_string(link.description).encode("ascii")
        if self._destination is None:
            leads = f"/A << /S /URI /URI ({_seven_bit(link.target)}) >>".encode("ascii")
        else:
            leads = b"/Dest " + document.Reference(self._destination).format(document)  # type: ignore[no-untyped-call]
        return (
            f"<< /Type /Annot /Subtype /Link /Rect [ {corners} ] /Border [ 0 0 0 ] "
            f"/F 4 /StructParent {self._key} /Contents ".encode("ascii")
            + contents
            + b" "
            + leads
            + b" >>"
        )


def _seven_bit(address: str) -> str:
    """Return an address in ASCII, as a URI action must have it (12.6.4.7), with what a PDF string escapes escaped."""
    return quote(address, safe="!#$%&'()*+,/:;=?@[]~").replace("(", r"\(").replace(")", r"\)")


def _set_conformance(pdf: PdfDocument, document: Document, root: pdfdoc.PDFObjectReference) -> None:
    """Add to the catalog what PDF/UA and PDF/A require; title and language are there already."""
    catalog = pdf.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.StructTreeRoot = root
    catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
    profile = pdfdoc.PDFStream(pdfdoc.PDFDictionary({"N": 3}), srgb_profile(), filters=[pdfdoc.PDFZCompress])
    intent = {
        "Type": pdfdoc.PDFName("OutputIntent"),
        "S": pdfdoc.PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": pdfdoc.PDFString("sRGB"),
        "Info": pdfdoc.PDFString("sRGB IEC61966-2.1"),
        "DestOutputProfile": pdf.Reference(profile, "sRGB"),
    }
    catalog.OutputIntents = pdfdoc.PDFArray([pdfdoc.PDFDictionary(intent)])
    about = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")})
    # Not compressed, so that programs without a PDF parser find the packet.
    catalog.Metadata = pdf.Reference(pdfdoc.PDFStream(about, xmp_packet(pdf, document)), "XMP")


def _element(annotation: Link | NamedField) -> Tag:
    """Return the structure element of an annotation."""
    tag = annotation.tag if isinstance(annotation, Link) else annotation.field.tag
    assert tag is not None, annotation
    return tag


def _links(page: Page, anchors: set[str]) -> Iterator[Link]:
    """Yield the links whose target is in this document, or an address. It is not if its section was left out."""
    links = (item for item in page.items if isinstance(item, Link))
    return (link for link in links if link.is_address or link.target in anchors)
