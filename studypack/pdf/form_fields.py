"""Interactive form: the fields of a document, their widget annotations and the AcroForm (ISO 32000-1, 12.7)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from studypack.base.engine import PdfDocument, pdfdoc
from studypack.layout.field import Field, Filling
from studypack.layout.fonts import Face
from studypack.layout.page import Document
from studypack.layout.tag import Tag
from studypack.model.letters import slug
from studypack.pdf.field_font import field_font
from studypack.pdf.objects import text_string


@dataclass(frozen=True, slots=True)
class NamedField:
    """A field and its names in the file."""

    page: int
    """The index of its page, from 0."""
    field: Field
    name: str
    """The fully qualified name (T): worksheets-2-gap-4. Fields of one name are filled in together."""
    alternate_name: str
    """The name that readers speak (TU): Your turn, line 3 of 10."""


def reading_order(root: Tag) -> dict[Tag, int]:
    """Map every structure element to its position in reading order, from 0."""
    return {tag: place for place, tag in enumerate(root.walk())}


def named_fields(document: Document, order: dict[Tag, int]) -> list[NamedField]:
    """Return the document's fields in reading order.

    `order` is that of its structure elements. Raises KeyError for a field whose element is not in the structure tree.
    """
    found = [
        (index, item) for index, page in enumerate(document.pages) for item in page.items if isinstance(item, Field)
    ]
    found.sort(key=lambda each: order[each[1].tag])
    totals = Counter(_group(field) for _, field in found)
    counts: Counter[tuple[Tag | None, str]] = Counter()
    taken: set[str] = set()
    made = []
    for index, field in found:
        counts[_group(field)] += 1
        alternate_name, total = field.name, totals[_group(field)]
        if field.counted and total > 1:
            alternate_name += f", line {counts[_group(field)]} of {total}"
        name = _field_name(document.pages[index].section, field, alternate_name)
        if not field.again:
            name = _unique(name, taken)
            taken.add(name)
        made.append(NamedField(index, field, name, alternate_name))
    return made


def _group(field: Field) -> tuple[Tag | None, str]:
    return field.tag.parent, field.name


def _field_name(section: str, field: Field, alternate_name: str) -> str:
    """Join section, sheet and field name. What follows a colon is left out: it says something about the answer."""
    return "-".join(part for part in (section, _sheet_name(field.tag), slug(alternate_name.partition(":")[0])) if part)


def _sheet_name(tag: Tag | None) -> str:
    """Return the name of the sheet that an element stands on; empty if it has none."""
    while tag is not None:
        if tag.sheet:
            return tag.sheet
        tag = tag.parent
    return ""


def _unique(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free


_FONT = "/Webdings"
_MULTILINE, _DO_NOT_SCROLL, _COMB = 1 << 12, 1 << 23, 1 << 24
"""Text field flags (12.7.4.3). Fields do not scroll, because text beyond the field would not be printed."""
_TICK = "0.2 0.5 m 0.42 0.24 l 0.82 0.8 l S"
"""A tick in a square of side 1."""
_FORM_XOBJECT = {"Type": pdfdoc.PDFName("XObject"), "Subtype": pdfdoc.PDFName("Form")}


class _RawDictionary(pdfdoc.PDFObject):
    """A dictionary whose entries are PDF source. They may be set until the file is written."""

    def __init__(self, entries: str = "") -> None:
        self.entries = entries

    def format(self, document: PdfDocument) -> bytes:
        return f"<<{self.entries}>>".encode("ascii")


class AcroForm:
    """The interactive form of a fillable document (12.7.2).

    Every widget has its appearance stream; PDF/A does not allow NeedAppearances (ISO 19005-2, 6.4.1).
    """

    def __init__(self, pdf: PdfDocument, face: Face, fields: Sequence[NamedField]) -> None:
        """`face` is that of the typed text; `fields` are in reading order."""
        self._pdf = pdf
        self._fields = fields
        self._font = self._indirect(field_font(pdf, face))
        self._widget_counts = Counter(named.name for named in fields)
        self._parents: dict[str, _RawDictionary] = {}
        """The fields with several widgets, by their names."""
        self._object_numbers: dict[Tag, int] = {}
        self._tick_box_appearances: dict[tuple[float, float], str] = {}
        """The appearance streams of tick boxes, by width and height; the height is 0 for the empty box."""

    def widget(self, named: NamedField, key: int) -> pdfdoc.PDFObject:
        """Return a field's widget annotation: one dictionary with the field, unless the field has several widgets.

        `key` is the annotation's key in the parent tree.
        """
        field = named.field
        corners = f"{field.x:.2f} {field.y:.2f} {field.x + field.width:.2f} {field.y + field.height:.2f}"
        entries = f"/Type/Annot/Subtype/Widget/Rect[{corners}]/F 4/BS<</W 0>>/StructParent {key}"
        if self._widget_counts[named.name] == 1:
            return _RawDictionary(f"{entries}{_field_entries(named)}{self._appearance_entries(field)}")
        if named.name not in self._parents:
            self._parents[named.name] = _RawDictionary()
            self._pdf.Reference(self._parents[named.name])
        parent = self._reference(self._parents[named.name])
        return _RawDictionary(
            f"{entries}/Parent {parent}/TU {text_string(named.alternate_name)}{self._appearance_entries(field)}"
        )

    def record_widget(self, named: NamedField, number: int) -> None:
        """Note the object number of a field's widget."""
        self._object_numbers[named.field.tag] = number

    def add_to_catalog(self) -> None:
        """Add the form to the catalog, after the widgets of all fields are recorded."""
        own: dict[str, str] = {}
        kids: dict[str, list[str]] = {name: [] for name in self._parents}
        for named in self._fields:
            reference = f"{self._object_numbers[named.field.tag]} 0 R"
            if named.name in kids:
                kids[named.name].append(reference)
                if len(kids[named.name]) == 1:
                    self._parents[named.name].entries = _field_entries(named)
                reference = self._reference(self._parents[named.name])
            own[named.name] = reference
        for name, parent_field in self._parents.items():
            parent_field.entries += f"/Kids[{' '.join(kids[name])}]"
        fonts = f"/DR<</Font<<{_FONT} {self._font}>>>>/DA({_FONT} 12 Tf 0 g)"
        self._pdf.Catalog.AcroForm = _RawDictionary(f"/Fields[{' '.join(own.values())}]{fonts}")

    def _appearance_entries(self, field: Field) -> str:
        """Return the entries for how the widget looks, and for the type of what will be filled in."""
        if field.filling is Filling.TICKED:
            ticked, empty = (self._tick_box_appearance(field, ticked=ticked) for ticked in (True, False))
            return f"/AS/Off/AP<</N<</Yes {ticked}/Off {empty}>>>>"
        centred = "/Q 1" if field.filling is Filling.CENTRED else ""
        resources = pdfdoc.PDFDictionary({"Font": pdfdoc.PDFDictionary({_FONT[1:]: self._font})})
        empty = self._appearance_stream(field, "/Tx BMC\nEMC", resources)
        return f"/DA({_FONT} {field.size:.2f} Tf 0 g){centred}/AP<</N {empty}>>"

    def _tick_box_appearance(self, field: Field, *, ticked: bool) -> str:
        key = (field.width, field.height if ticked else 0)
        if key not in self._tick_box_appearances:
            side, thick = f"{field.width:.3f}", 0.12
            drawn = f"q {side} 0 0 {side} 0 0 cm {thick} w 1 J 1 j {_TICK} Q" if ticked else ""
            self._tick_box_appearances[key] = self._appearance_stream(field, drawn, pdfdoc.PDFDictionary())
        return self._tick_box_appearances[key]

    def _appearance_stream(self, field: Field, drawn: str, resources: pdfdoc.PDFDictionary) -> str:
        corners = pdfdoc.PDFArray([0, 0, round(field.width, 2), round(field.height, 2)])
        about = {**_FORM_XOBJECT, "BBox": corners, "Resources": resources}
        return self._indirect(self._pdf.Reference(pdfdoc.PDFStream(pdfdoc.PDFDictionary(about), drawn, filters=[])))

    def _indirect(self, reference: pdfdoc.PDFObjectReference) -> str:
        number = self._pdf.idToObjectNumberAndVersion[reference.name][0]
        return f"{number} 0 R"

    def _reference(self, thing: pdfdoc.PDFObject) -> str:
        return self._indirect(self._pdf.Reference(thing))


def _field_entries(named: NamedField) -> str:
    """Return the entries of a field that do not depend on its widgets: type, names, flags."""
    names = f"/T {text_string(named.name)}/TU {text_string(named.alternate_name)}"
    if named.field.filling is Filling.TICKED:
        return f"/FT/Btn{names}/V/Off"
    flags = _DO_NOT_SCROLL | (_MULTILINE if named.field.filling is Filling.WRITTEN else 0)
    if named.field.cells:
        return f"/FT/Tx{names}/Ff {flags | _COMB}/MaxLen {named.field.cells}"
    return f"/FT/Tx{names}/Ff {flags}"
