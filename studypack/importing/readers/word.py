"""Word documents (.docx): their paragraphs and tables in order, and all that is not seen or no content, left out."""

from collections.abc import Iterator
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml
from lxml import etree

from studypack.base import limits
from studypack.base.errors import ContentError, Problem
from studypack.importing.notes import Kind
from studypack.importing.readers.archives import DAMAGED, Archive, Element
from studypack.importing.readers.document import Cell, Table, read_document
from studypack.importing.readers.footnotes import in_brackets
from studypack.importing.readers.gathering import Gathering
from studypack.importing.readers.typed_lines import Line
from studypack.importing.readers.word_paragraphs import Said, said_by, usual_size
from studypack.importing.readers.word_styles import ListLevel, Lists, Styles, W, columns, number, value

_BROKEN = (*DAMAGED, PackageNotFoundError, AttributeError, TypeError, IndexError, etree.LxmlError)
"""What python-docx raises for files that Word did not write, or that are damaged."""
_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_WRAPPERS = frozenset(W + tag for tag in ("ins", "moveTo", "customXml", "smartTag", "sdtContent"))
_BLANKS = frozenset(W + tag for tag in ("p", "tab", "br", "cr"))
_LONGEST_HEADING = 15
_LARGER = 4
"""Half points that the letters of a heading are larger by, at least."""
_OTHER_PARTS = {
    "header": "the head of the pages",
    "footer": "the foot of the pages",
    "diagramData": "in a drawing (SmartArt)",
    "chart": "in a chart",
}
"""Why the words of a part are left out, by the end of the type that the document relates to it by."""


def read_word(data: bytes, gathering: Gathering) -> None:
    """Read a Word document into the gathering. Raises ContentError if it is damaged, too large, or has macros."""
    archive = Archive(data, gathering.source)
    if any(name.casefold().endswith("vbaproject.bin") for name in archive.names):
        message = "this Word document has macros, which are programs"
        hint = "save it as a Word document without macros (.docx)"
        raise ContentError([Problem(message, hint, source=gathering.source)])
    if b"purl.oclc.org/ooxml" in archive.part("_rels/.rels"):
        hint = "save it as Word Document (.docx), not as Strict Open XML Document"
        raise ContentError([Problem("this is a Strict Open XML document", hint, source=gathering.source)])
    try:
        walk = _Walk(Document(BytesIO(data)), gathering)
        read_document(walk.blocks(), gathering)
        walk.leave_out_other_parts()
    except _BROKEN:
        message = "this is not a Word document that can be read"
        hint = "open it in Word, and save it as a Word document (.docx)"
        raise ContentError([Problem(message, hint, source=gathering.source)]) from None


class _Walk:
    """One document while it is walked."""

    def __init__(self, document: WordDocument, gathering: Gathering) -> None:
        self._part = document.part
        self._gathering = gathering
        self._styles = Styles(document.styles.element)
        self._lists = Lists(self._related_element("numbering"))
        self._number = 0
        self._body = document.element.body
        self._usual_size = usual_size(self._body, self._styles)
        names = (self._styles.name(value(each, "pPr/pStyle")) for each in self._body.iterchildren(W + "p"))
        self._has_title = "title" in names
        self._notes = {
            (kind, each.get(W + "id")): each
            for kind in ("footnote", "endnote", "comment")
            for each in self._children(self._related_element(kind + "s"), kind)
        }

    def _related_element(self, kind: str) -> Element | None:
        part = next((rel.target_part for rel in self._related(kind)), None)
        return None if part is None else parse_xml(part.blob)

    def _related(self, kind: str) -> list[Element]:
        return [rel for rel in self._part.rels.values() if not rel.is_external and rel.reltype.endswith("/" + kind)]

    def _children(self, parent: Element | None, tag: str) -> Iterator[Element]:
        return iter(()) if parent is None else parent.iterchildren(W + tag)

    def blocks(self) -> Iterator[Line | Table]:
        """Yield the paragraphs and tables of the document."""
        return self._blocks_in(self._body)

    # Parts may be nested in each other: libxml2 reads no more than 256 levels of elements.
    def _blocks_in(self, parent: Element) -> Iterator[Line | Table]:
        for child in parent.iterchildren():
            limits.check_time()
            if child.tag == W + "p":
                yield from self._paragraph(child)
            elif child.tag == W + "tbl":
                yield self._table(child)
            elif child.tag == W + "sdt":
                yield from self._control(child)
            elif child.tag in _WRAPPERS:
                yield from self._blocks_in(child)
            elif child.tag == W + "altChunk":
                self._gathering.doubt(self._number, "", "a part of another file stands here, and was not read")

    def _control(self, element: Element) -> Iterator[Line | Table]:
        """The paragraphs of a content control, but for those of a table of contents."""
        gallery = value(element, "sdtPr/docPartObj/docPartGallery") or ""
        for content in element.iterchildren(W + "sdtContent"):
            if gallery == "Table of Contents":
                self._gathering.leave_out(self._number, _words(content), "a table of contents")
            else:
                yield from self._blocks_in(content)

    def _table(self, element: Element) -> Table:
        rows = []
        for row in element.iter(W + "tr"):
            if next(row.iterancestors(W + "tbl")) is not element:
                continue
            cells: list[Cell] = []
            is_head = row.find(f"{W}trPr/{W}tblHeader") is not None
            for cell in row.iter(W + "tc"):
                if next(cell.iterancestors(W + "tr")) is row:
                    cells.append(Cell(list(self._blocks_in(cell)), is_head))
                    span = min(number(value(cell, "tcPr/gridSpan"), 1), 60)
                    cells += [Cell() for _ in range(span - 1)]
            rows.append(cells)
        return Table(rows)

    def _paragraph(self, element: Element) -> Iterator[Line | Table]:
        said = said_by(element, self._styles)
        if said.text.strip():
            self._number += 1
        for text, why in said.left_out:
            self._gathering.leave_out(self._number, text, why)
        is_heading = self._heading_level(element, value(element, "pPr/pStyle")) or all(
            bold for text, bold in said.runs if text.strip()
        )
        for note in [each for each in said.notes if each in self._notes]:
            words = _words(self._notes.pop(note))
            if note[0] == "comment" or is_heading:
                why = "a comment in the margin" if note[0] == "comment" else f"in a {note[0]} to a heading"
                self._gathering.leave_out(self._number, words, why)
            else:
                said.runs.append((in_brackets(words), False))
        yield from self._lines(element, said)
        for box in said.boxes:
            self._gathering.doubt(self._number, _words(box), "it stands in a text box: see whether it belongs here")
            yield from self._blocks_in(box)

    def _lines(self, element: Element, said: Said) -> Iterator[Line]:
        first, *more = said.marked.split("\n")
        line = self._line(element, said, first.strip())
        yield line
        for each in more:
            yield Line(self._number, line.indent + (2 if line.kind else 0), each.strip())

    def _line(self, element: Element, said: Said, body: str) -> Line:
        if not body:
            return Line(self._number, 0, "")
        style, plain = value(element, "pPr/pStyle"), body.replace("**", "")
        name = self._styles.name(style)
        list_id, depth = self._list_of(element, style)
        label = self._lists.label(list_id, depth) if list_id else ""
        if level := self._heading_level(element, style):
            return Line(self._number, 0, plain, Kind.HEADING, level, label)
        if name.startswith("toc "):
            self._gathering.leave_out(self._number, plain, "a table of contents")
            return Line(self._number, 0, "")
        indent = self._indent(element, style, self._lists.level(list_id, depth), depth)
        if label or name.startswith(("list bullet", "list number")):
            return Line(self._number, indent, body, Kind.ITEM, 0, label or "•")
        stands_out = said.is_underlined or said.size >= self._usual_size + _LARGER
        if stands_out and len(plain.split()) <= _LONGEST_HEADING:
            return Line(self._number, 0, plain, Kind.HEADING)
        return Line(self._number, indent, body)

    def _heading_level(self, element: Element, style: str | None) -> int:
        """The level of a heading, from 1; 0 if it is none. Under a title all others stand one level deeper."""
        name = self._styles.name(style)
        if name == "title":
            return 1
        outline = value(element, "pPr/outlineLvl") or self._styles.first(style, "pPr/outlineLvl")
        named = number(name.removeprefix("heading ")) if name.startswith("heading ") else 0
        level = named or number(outline, 9) + 1
        return level + self._has_title if 0 < level <= 9 else 0

    def _list_of(self, element: Element, style: str | None) -> tuple[str, int]:
        """The list that a paragraph is in, and how deep; an empty name if it is in none."""
        path = "pPr/numPr/numId"
        list_id = value(element, path) or self._styles.first(style, path)
        depth = value(element, "pPr/numPr/ilvl") or self._styles.first(style, "pPr/numPr/ilvl")
        return ("" if list_id in (None, "0") else str(list_id)), min(number(depth), 8)

    def _indent(self, element: Element, style: str | None, level: ListLevel | None, depth: int) -> int:
        """Where the first line begins, in columns: the paragraph says it, or its list, or its style."""
        left = value(element, "pPr/ind", "left") or value(element, "pPr/ind", "start")
        if left is not None:
            return columns(number(left) - number(value(element, "pPr/ind", "hanging")))
        if level:
            return 4 * depth + 2 if level.indent is None else level.indent
        left = self._styles.first(style, "pPr/ind", "left")
        return columns(number(left) - number(self._styles.first(style, "pPr/ind", "hanging")))

    def leave_out_other_parts(self) -> None:
        """List the words of heads and feet, of notes that stand nowhere, of drawings and charts."""
        for note in self._notes.values():
            if not note.get(W + "type"):
                self._gathering.leave_out(self._number, _words(note), "a note that belongs to no place")
        seen = set()
        for kind, why in _OTHER_PARTS.items():
            for rel in self._related(kind):
                words = _words(parse_xml(rel.target_part.blob))
                if words and words not in seen:
                    seen.add(words)
                    self._gathering.leave_out(0, words, why)


def _words(element: Element) -> str:
    """All texts in an element, with blanks between paragraphs."""
    found: list[str] = []
    for each in element.iter(*_BLANKS, W + "t", _TEXT):
        found.append(" " if each.tag in _BLANKS else each.text or "")
        if each.tag == _TEXT:
            found.append(" ")
    return "".join(found).strip()
