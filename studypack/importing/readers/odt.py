"""OpenDocument texts (.odt): their paragraphs and tables in order, by a walk over content.xml."""

from collections.abc import Iterator

from lxml import etree

from studypack.base import limits
from studypack.base.errors import ContentError, Problem
from studypack.importing.notes import Kind
from studypack.importing.readers.archives import Archive, Element
from studypack.importing.readers.document import Cell, Table, mark_bold, raised, read_document
from studypack.importing.readers.footnotes import in_brackets
from studypack.importing.readers.gathering import Gathering
from studypack.importing.readers.odt_styles import DRAW, OFFICE, STYLE, SVG, TABLE, TEXT, OdtStyles, whole
from studypack.importing.readers.typed_lines import Line

_LEFT_OUT = {
    OFFICE + "annotation": "a comment in the margin",
    TEXT + "note": "in a footnote or endnote to a heading",
    TEXT + "hidden-text": "hidden in the document",
    TEXT + "hidden-paragraph": "hidden in the document",
    TEXT + "table-of-content": "a table of contents",
    SVG + "title": "the description of a picture",
    SVG + "desc": "the description of a picture",
}
"""What is not seen or no content, with the reason that is told."""
_SILENT = frozenset((TEXT + "tracked-changes", TEXT + "soft-page-break", OFFICE + "forms", TEXT + "sequence-decls"))
_CONTAINERS = frozenset(
    [TEXT + tag for tag in ("section", "index-body", "list-header", "alphabetical-index", "bibliography")]
    + [DRAW + "frame", DRAW + "text-box", DRAW + "a", DRAW + "g", DRAW + "custom-shape", OFFICE + "text"]
)
_LONGEST_HEADING = 15
_MOST_REPEATED = 60
_PROTECTED = b"encryption-data"


def read_odt(data: bytes, gathering: Gathering) -> None:
    """Read an OpenDocument text into the gathering. Raises ContentError if it is damaged, too large, or protected."""
    archive = Archive(data, gathering.source)
    if "META-INF/manifest.xml" in archive.names and _PROTECTED in archive.part("META-INF/manifest.xml"):
        hint = "open it in LibreOffice, and save it without a password"
        raise ContentError([Problem("this document is protected by a password", hint, source=gathering.source)])
    content = archive.xml("content.xml")
    styles = archive.xml("styles.xml") if "styles.xml" in archive.names else etree.Element("none")
    walk = _Walk(OdtStyles([styles, content]), gathering)
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise archive.damaged()
    walk.leave_out_deletions(body)
    read_document(walk.blocks(body), gathering)
    for kind, why in (("header", "the head of the pages"), ("footer", "the foot of the pages")):
        for each in styles.iter(STYLE + kind):
            gathering.leave_out(0, _words(each), why)


class _Walk:
    """One document while it is walked."""

    def __init__(self, styles: OdtStyles, gathering: Gathering) -> None:
        self._styles = styles
        self._gathering = gathering
        self._number = 0
        self._boxes: list[Element] = []
        self._has_title = False

    def leave_out_deletions(self, body: Element) -> None:
        """List what was deleted with tracked changes; a file holds it apart from its text."""
        for deletion in body.iter(TEXT + "deletion"):
            self._gathering.leave_out(0, _words(deletion), "deleted, with tracked changes")
        names = (each.get(TEXT + "style-name") for each in body.iter(TEXT + "p"))
        self._has_title = any(self._styles.is_title(name) for name in names)

    def blocks(self, parent: Element, list_style: str = "", depth: int = 0) -> Iterator[Line | Table]:
        """Yield the paragraphs and tables in an element."""
        for child in parent.iterchildren(etree.Element):
            limits.check_time()
            tag = child.tag
            if tag in (TEXT + "p", TEXT + "h"):
                yield from self._paragraph(child, depth)
            elif tag == TEXT + "list":
                yield from self._list(child, list_style, depth)
            elif tag == TABLE + "table":
                yield self._table(child)
            elif tag in _LEFT_OUT:
                self._gathering.leave_out(self._number, _words(child), _LEFT_OUT[tag])
            elif tag in _CONTAINERS:
                yield from self.blocks(child, list_style, depth)
            elif tag not in _SILENT:
                self._gathering.leave_out(self._number, _words(child), "of a kind that is not read")

    def _list(self, element: Element, outer: str, depth: int) -> Iterator[Line | Table]:
        style = element.get(TEXT + "style-name") or outer
        number = 0
        for item in element.iterchildren(TEXT + "list-item", TEXT + "list-header"):
            label = ""
            if item.tag == TEXT + "list-item":
                number = whole(item.get(TEXT + "start-value"), number + 1)
                label = self._styles.label(style, depth + 1, number)
            for block in self.blocks(item, style, depth + 1):
                is_own = isinstance(block, Line) and block.indent == 4 * depth + 4
                if label and is_own and isinstance(block, Line) and block.body and not block.kind:
                    yield block._replace(kind=Kind.ITEM, indent=4 * depth + 2, label=label)
                    label = ""
                else:
                    yield block

    def _table(self, element: Element) -> Table:
        rows = []
        for row in element.iter(TABLE + "table-row"):
            if next(row.iterancestors(TABLE + "table")) is not element:
                continue
            cells: list[Cell] = []
            is_head = row.getparent().tag == TABLE + "table-header-rows"
            for cell in row.iterchildren(TABLE + "table-cell", TABLE + "covered-table-cell"):
                repeated = whole(cell.get(TABLE + "number-columns-repeated"), 1)
                cells.append(Cell(list(self.blocks(cell)), is_head))
                cells += [Cell() for _ in range(min(repeated, _MOST_REPEATED) - 1)]
            rows.append(cells)
        return Table(rows)

    def _paragraph(self, element: Element, depth: int) -> Iterator[Line | Table]:
        style = element.get(TEXT + "style-name")
        said = _Said(self._styles, self._gathering, self._number + 1)
        said.take(element, self._styles.letters(style))
        first, *more = said.marked.split("\n")
        if said.marked:
            self._number += 1
        line = self._line(element, style, first.strip(), 4 * depth, said.is_underlined)
        yield line
        for each in more:
            yield Line(self._number, line.indent, each.strip())
        for box in said.boxes:
            if words := _words(box):
                self._gathering.doubt(self._number, words, "it stands in a text box: see whether it belongs here")
            yield from self.blocks(box)

    def _line(self, element: Element, style: str | None, body: str, indent: int, is_underlined: bool) -> Line:
        plain = body.replace("**", "")
        if body and element.tag == TEXT + "h":
            level = whole(element.get(TEXT + "outline-level"), 1)
            return Line(self._number, 0, plain, Kind.HEADING, level + self._has_title)
        if body and self._styles.is_title(style):
            return Line(self._number, 0, plain, Kind.HEADING, 1)
        if body and not indent and is_underlined and len(plain.split()) <= _LONGEST_HEADING:
            return Line(self._number, 0, plain, Kind.HEADING)
        return Line(self._number, indent or self._styles.indent(style), body)


class _Said:
    """The words of one paragraph, bold ones between **; what is not seen goes into the gathering."""

    def __init__(self, styles: OdtStyles, gathering: Gathering, number: int) -> None:
        self._styles = styles
        self._gathering = gathering
        self._number = number
        self._runs: list[tuple[str, bool]] = []
        self.boxes: list[Element] = []
        self.is_underlined = True

    @property
    def marked(self) -> str:
        """Return the words, a line each."""
        lines: list[list[tuple[str, bool]]] = [[]]
        for text, bold in self._runs:
            for at, part in enumerate(text.split("\n")):
                if at:
                    lines.append([])
                lines[-1].append((part, bold))
        return "\n".join(mark_bold(line) for line in lines)

    def take(self, element: Element, letters: frozenset[str]) -> None:
        """Take the words in an element whose letters have these properties: bold, underlined, struck, raised."""
        self._add(element.text, letters)
        for child in element.iterchildren(etree.Element):
            tag = child.tag
            if tag == TEXT + "note" and element.tag != TEXT + "h":
                self._add(in_brackets(" ".join(map(_words, child.iterchildren(TEXT + "note-body")))), letters)
            elif tag in _LEFT_OUT:
                self._gathering.leave_out(self._number, _words(child), _LEFT_OUT[tag])
            elif tag == TEXT + "s":
                self._add(" ", letters)
            elif tag == TEXT + "tab":
                self._add("\t", letters)
            elif tag == TEXT + "line-break":
                self._add("\n", letters)
            elif tag in _CONTAINERS:
                self.boxes.append(child)
            elif tag not in _SILENT:
                self.take(child, letters | self._styles.letters(child.get(TEXT + "style-name")))
            self._add(child.tail, letters)

    def _add(self, text: str | None, letters: frozenset[str]) -> None:
        if not text:
            return
        if "struck" in letters or "hidden" in letters:
            why = "struck through" if "struck" in letters else "hidden in the document"
            self._gathering.leave_out(self._number, text, why)
            return
        if text.strip() and "underlined" not in letters:
            self.is_underlined = False
        if "raised" in letters:
            text = raised(self._runs[-1][0] if self._runs else "", text)
        self._runs.append((text if text in "\n\t" else " ".join(text.split("\n")), "bold" in letters))


def _words(element: Element) -> str:
    """All texts in an element, with blanks between paragraphs."""
    found = []
    for each in element.iter(etree.Element):
        found.append(" " if each.tag in (TEXT + "p", TEXT + "h", TEXT + "s", TEXT + "tab", TEXT + "line-break") else "")
        if each is element or each.tag.startswith(TEXT):
            found.append(each.text or "")
        if each is not element:
            found.append(each.tail or "")
    return "".join(found).strip()
