"""Interactive form: the fields of a document, their widget annotations and the AcroForm (ISO 32000-1, 12.7)."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from studypack.base.engine import PdfDocument, pdfdoc
from studypack.base.record import record
from studypack.layout.document import Document
from studypack.layout.face_metrics import Face
from studypack.layout.field import Field, Filling
from studypack.layout.tag import Tag
from studypack.model.letters import slug
from studypack.pdf.field_font import field_font
from studypack.pdf.objects import text_string


@record
class NamedField:
    """A field and its names in the file."""

    page: int
    """The index of its page, from 0."""
    field: Field
    name: str
    """The fully qualified name (T): worksheet-2-gap-4. Fields of one name are filled in together."""
    alternate_name: str
    """The name that readers speak (TU): Worksheet 2, Score."""


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
        heard, total = field.name, totals[_group(field)]
        if total > 1 and not field.shared:
            heard = document.part_of_field(heard, counts[_group(field)], total)
        sheet = "" if field.shared else _sheet_of(field.tag)
        name = _field_name("" if field.shared else sheet or _section_of(field.tag), heard)
        if not field.shared:
            name = _unique(name, taken)
        elif name in taken:
            heard = document.field_again(heard, document.pages[index].number)
        taken.add(name)
        # The words of a bank are many, and are ticked one after another.
        where = "" if field.filling is Filling.TICKED else sheet
        made.append(NamedField(index, field, name, _shortened(", ".join(filter(None, (where, heard))))))
    return made


def _shortened(heard: str) -> str:
    """Return a name of at most `_MOST_HEARD` characters: who goes from field to field hears it whole each time."""
    return heard if len(heard) <= _MOST_HEARD else f"{heard[: _MOST_HEARD - 1].rstrip()}…"


def _group(field: Field) -> tuple[Tag | None, str]:
    return field.tag.parent, field.name


def _field_name(place: str, heard: str) -> str:
    """Join sheet or section and field name. What follows a colon is left out: it says something about the answer."""
    return "-".join(slug(part) for part in (place, heard.partition(":")[0]) if part)


def _sheet_of(tag: Tag | None) -> str:
    """Return the name of the sheet that an element stands on; empty if it has none."""
    while tag is not None:
        if tag.sheet:
            return tag.sheet
        tag = tag.parent
    return ""


def _section_of(tag: Tag | None) -> str:
    """Return the name of the section that an element stands in; it may start on a page of another."""
    while tag is not None and not tag.section:
        tag = tag.parent
    return tag.section if tag is not None else ""


def _unique(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free


_MOST_HEARD = 120
_FONT = "/Webdings"
"""The resource name of the font of what is typed; the font itself is not Webdings.

PDFium (Chrome) types into a font of this name whatever glyphs it has. With any other name it takes a font of the
system, not embedded, for quotation marks and dashes, and the file no longer conforms.
"""
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
        self._most = {
            name: min(_most_characters(each.field, face) for each in same)
            for name, same in groupby(sorted(fields, key=_name), key=_name)
        }
        """How many characters each field takes: what the narrowest of its widgets prints."""
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
            return _RawDictionary(
                f"{entries}{_field_entries(named, self._most[named.name])}{self._appearance_entries(field)}"
            )
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
                    self._parents[named.name].entries = _field_entries(named, self._most[named.name])
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
        # What is typed over ruled lines covers them: no program can be told to set its lines on ours.
        covering = "/MK<</BG[1]>>" if field.filling is Filling.WRITTEN else ""
        resources = pdfdoc.PDFDictionary({"Font": pdfdoc.PDFDictionary({_FONT[1:]: self._font})})
        empty = self._appearance_stream(field, "/Tx BMC\nEMC", resources)
        # Size 0: programs take a smaller size for what would not fit on one line (12.7.3.3). Letters in cells do fit.
        # Over several lines pdf.js chooses a size for which it has no room.
        size = f"{field.size:.2f}" if field.cells or field.filling is Filling.WRITTEN else "0"
        return f"/DA({_FONT} {size} Tf 0 g){centred}{covering}/AP<</N {empty}>>"

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


def _name(named: NamedField) -> str:
    return named.name


def _field_entries(named: NamedField, most: int) -> str:
    """Return the entries of a field that do not depend on its widgets: type, names, flags.

    `most` is how many characters it takes.
    """
    names = f"/T {text_string(named.name)}/TU {text_string(named.alternate_name)}"
    if named.field.filling is Filling.TICKED:
        return f"/FT/Btn{names}/V/Off"
    flags = _DO_NOT_SCROLL | (_MULTILINE if named.field.filling is Filling.WRITTEN else 0)
    if named.field.cells:
        return f"/FT/Tx{names}/Ff {flags | _COMB}/MaxLen {named.field.cells}"
    return f"/FT/Tx{names}/Ff {flags}/MaxLen {most}"


_SHRUNK = 0.6
"""Of a field's size of type: what fills a line may become so small, and no smaller."""
_LETTER = 0.57
"""In ems: the width of a letter, generously."""
_LINE = 1.35
"""In ems: from line to line of what is typed, in pdf.js; in PDFium less."""
_PADDING = 2
"""Points left and right of what is typed, in pdf.js."""
_SMALLEST = 4
"""Points: PDFium takes no smaller size."""


def _most_characters(field: Field, face: Face) -> int:
    """Return how many characters a field takes (MaxLen): what it takes is printed, in small type if need be.

    Most programs ignore the flag against scrolling and keep what they do not print.
    """
    if field.filling is Filling.TICKED:
        return 0
    size, width, widest = field.size, field.width - 2 * _PADDING, face.width("W", 1)
    if field.filling is Filling.WRITTEN:
        return max(1, int(field.height / (_LINE * size))) * max(1, int(width / (widest * size)))
    return max(1, int(min(width / (_LETTER * _SHRUNK * size), width / (widest * _SMALLEST))))
