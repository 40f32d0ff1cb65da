"""Fields to fill in on a screen: their widgets on the pages, and the form that they make (ISO 32000-1, 12.7)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from studypack.base.engine import PdfDocument, pdfdoc
from studypack.layout.field import Field, Filling
from studypack.layout.fonts import Face
from studypack.layout.page import Document
from studypack.layout.tag import Tag
from studypack.model.letters import slug
from studypack.pdf.form_font import form_font
from studypack.pdf.objects import text_string


@dataclass(frozen=True, slots=True)
class Named:
    """A field as the file has it."""

    page: int
    """The index of its page, from 0."""
    field: Field
    name: str
    """Among all fields of the file: cloze-2-gap-4. Those of one name are filled in together."""
    spoken: str
    """Your turn, line 3 of 10."""


def reading_order(root: Tag) -> dict[Tag, int]:
    """The place of every element among all, as they are read."""
    return {tag: place for place, tag in enumerate(root.walk())}


def named_fields(document: Document, order: dict[Tag, int]) -> list[Named]:
    """The document's fields in reading order. Raises KeyError for one whose element hangs on no tree."""
    found = [
        (index, item) for index, page in enumerate(document.pages) for item in page.items if isinstance(item, Field)
    ]
    found.sort(key=lambda each: order[each[1].tag])
    totals = Counter(_under(field) for _, field in found)
    counts: Counter[tuple[Tag | None, str]] = Counter()
    taken: set[str] = set()
    made = []
    for index, field in found:
        counts[_under(field)] += 1
        spoken, total = field.name, totals[_under(field)]
        if field.counted and total > 1:
            spoken += f", line {counts[_under(field)]} of {total}"
        name = _name(document.pages[index].section, field, spoken)
        if not field.again:
            name = _unused(name, taken)
            taken.add(name)
        made.append(Named(index, field, name, spoken))
    return made


def _under(field: Field) -> tuple[Tag | None, str]:
    return field.tag.parent, field.name


def _name(section: str, field: Field, spoken: str) -> str:
    """From the section, the sheet and what the field is called; what the sheet says of the answer follows a colon."""
    return "-".join(part for part in (section, _sheet(field.tag), slug(spoken.partition(":")[0])) if part)


def _sheet(tag: Tag | None) -> str:
    """The name of the sheet that an element stands on, if it has one."""
    while tag is not None:
        if tag.sheet:
            return tag.sheet
        tag = tag.parent
    return ""


def _unused(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free


_FONT = "/Typed"
_MULTILINE, _DO_NOT_SCROLL, _COMB = 1 << 12, 1 << 23, 1 << 24
"""Of a text field's flags (12.7.4.3): what has no room is not taken, for it would not be printed."""
_TICK = "0.2 0.5 m 0.42 0.24 l 0.82 0.8 l S"
"""In a box of one unit."""
_SPACE = {"Type": pdfdoc.PDFName("XObject"), "Subtype": pdfdoc.PDFName("Form")}


class _Dictionary(pdfdoc.PDFObject):
    """A dictionary that is written already, or will be by the time of the file's end."""

    def __init__(self, entries: str = "") -> None:
        self.entries = entries

    def format(self, document: PdfDocument) -> bytes:
        """As it stands."""
        return f"<<{self.entries}>>".encode("ascii")


class Form:
    """All the fields of a document that is made to be filled in.

    Nothing asks the program that shows it for the looks of fields (NeedAppearances): PDF/A wants them in the file.
    """

    def __init__(self, pdf: PdfDocument, face: Face, fields: Sequence[Named]) -> None:
        """`fields` are in reading order."""
        self._pdf = pdf
        self._fields = fields
        self._font = self._added(form_font(pdf, face))
        self._places = Counter(named.name for named in fields)
        self._whole: dict[str, _Dictionary] = {}
        """The fields that have several places, by their names."""
        self._numbers: dict[Tag, int] = {}
        self._looks: dict[tuple[float, float], str] = {}
        """What ticked boxes of a size look like."""

    def widget(self, named: Named, key: int) -> pdfdoc.PDFObject:
        """A field's place, to be put on its page; in one dictionary with the field, unless that has other places.

        `key` is the annotation's own in the parent tree.
        """
        field = named.field
        corners = f"{field.x:.2f} {field.y:.2f} {field.x + field.width:.2f} {field.y + field.height:.2f}"
        entries = f"/Type/Annot/Subtype/Widget/Rect[{corners}]/F 4/BS<</W 0>>/StructParent {key}"
        if self._places[named.name] == 1:
            return _Dictionary(f"{entries}{_about(named)}{self._shown(field)}")
        if named.name not in self._whole:
            self._whole[named.name] = _Dictionary()
            self._pdf.Reference(self._whole[named.name])
        parent = self._reference(self._whole[named.name])
        return _Dictionary(f"{entries}/Parent {parent}/TU {text_string(named.spoken)}{self._shown(field)}")

    def placed(self, named: Named, number: int) -> None:
        """The field's place has become the object of this number."""
        self._numbers[named.field.tag] = number

    def finish(self) -> None:
        """The form enters the catalog, once all fields are placed."""
        own: dict[str, str] = {}
        kids: dict[str, list[str]] = {name: [] for name in self._whole}
        for named in self._fields:
            reference = f"{self._numbers[named.field.tag]} 0 R"
            if named.name in kids:
                kids[named.name].append(reference)
                if len(kids[named.name]) == 1:
                    self._whole[named.name].entries = _about(named)
                reference = self._reference(self._whole[named.name])
            own[named.name] = reference
        for name, whole in self._whole.items():
            whole.entries += f"/Kids[{' '.join(kids[name])}]"
        fonts = f"/DR<</Font<<{_FONT} {self._font}>>>>/DA({_FONT} 12 Tf 0 g)"
        self._pdf.Catalog.AcroForm = _Dictionary(f"/Fields[{' '.join(own.values())}]{fonts}")

    def _shown(self, field: Field) -> str:
        """How the place looks now, and how what is filled in will."""
        if field.filling is Filling.TICKED:
            return f"/AS/Off/AP<</N<</Yes {self._box(field, ticked=True)}/Off {self._box(field, ticked=False)}>>>>"
        centred = "/Q 1" if field.filling is Filling.CENTRED else ""
        resources = pdfdoc.PDFDictionary({"Font": pdfdoc.PDFDictionary({_FONT[1:]: self._font})})
        empty = self._look(field, "/Tx BMC\nEMC", resources)
        return f"/DA({_FONT} {field.size:.2f} Tf 0 g){centred}/AP<</N {empty}>>"

    def _box(self, field: Field, *, ticked: bool) -> str:
        key = (field.width, field.height if ticked else 0)
        if key not in self._looks:
            side, thick = f"{field.width:.3f}", 0.12
            drawn = f"q {side} 0 0 {side} 0 0 cm {thick} w 1 J 1 j {_TICK} Q" if ticked else ""
            self._looks[key] = self._look(field, drawn, pdfdoc.PDFDictionary())
        return self._looks[key]

    def _look(self, field: Field, drawn: str, resources: pdfdoc.PDFDictionary) -> str:
        corners = pdfdoc.PDFArray([0, 0, round(field.width, 2), round(field.height, 2)])
        about = {**_SPACE, "BBox": corners, "Resources": resources}
        return self._added(self._pdf.Reference(pdfdoc.PDFStream(pdfdoc.PDFDictionary(about), drawn, filters=[])))

    def _added(self, reference: pdfdoc.PDFObjectReference) -> str:
        number = self._pdf.idToObjectNumberAndVersion[reference.name][0]
        return f"{number} 0 R"

    def _reference(self, thing: pdfdoc.PDFObject) -> str:
        return self._added(self._pdf.Reference(thing))


def _about(named: Named) -> str:
    """What a field is, wherever its places are."""
    names = f"/T {text_string(named.name)}/TU {text_string(named.spoken)}"
    if named.field.filling is Filling.TICKED:
        return f"/FT/Btn{names}/V/Off"
    flags = _DO_NOT_SCROLL | (_MULTILINE if named.field.filling is Filling.WRITTEN else 0)
    if named.field.cells:
        return f"/FT/Tx{names}/Ff {flags | _COMB}/MaxLen {named.field.cells}"
    return f"/FT/Tx{names}/Ff {flags}"
