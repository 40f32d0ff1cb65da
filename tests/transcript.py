"""What a screen reader says of a tagged file, line by line in the order of the structure tree.

A heading is announced with its level, a list with its number of items, a table with its size, a picture by its
alternative, a field by its kind and name. What an element gives in place of its content (ActualText, the expansion of an
abbreviation) is said instead; Alt is, too. Nothing of the page itself is said: no running head, no folio.
"""

import re
import sys
from pathlib import Path

import pikepdf

from tests.pdf.elements import Element, Held, Piece
from tests.pdf.tagged import opened

_INLINE = frozenset({"Span", "Link", "Reference", "Form", "Note", "Lbl", "Quote", "Code", "Formula", "Em", "Strong"})
_HEADING = re.compile(r"H([1-6])")
_STEP = "  "


def transcript(tagged):
    """The lines that are said, each indented by how deep it is in lists and tables. They are written down once."""
    if tagged.lines is None:
        said = _Said(tagged.sequences, str(tagged.pdf.Root.get("/Lang", "")))
        said.block(tagged.root, 0)
        tagged.lines = said.lines
    return tagged.lines


def heard(data):
    """The lines that are said of the bytes of a file, without their indents."""
    with opened(data) as tagged:
        return [" ".join(line.split()) for line in transcript(tagged)]


class _Said:
    def __init__(self, sequences, lang):
        self.sequences, self.lang = sequences, lang
        self.lines = []

    def line(self, depth, text):
        words = " ".join(text.split())
        if words:
            self.lines.append(_STEP * depth + words)

    def voiced(self, element, words):
        """Return the words of an element with their language, where it is not that of what is around."""
        own, above = element.text("/Lang"), element.parent
        while above is not None and not above.text("/Lang"):
            above = above.parent
        around = self.lang if above is None else above.text("/Lang")
        return f"[{own}: {words}]" if own and own != around and words.strip() else words

    def block(self, element, depth):
        """Say an element that begins a line of its own."""
        instead = _instead(element)
        heading = _HEADING.fullmatch(element.kind)
        if element.kind == "Figure":
            self.line(depth, f"picture: {self.voiced(element, instead or '')}")
        elif heading:
            words = self.inside(element) if instead is None else instead
            self.line(depth, f"heading {heading[1]}: {self.voiced(element, words)}")
        elif instead is not None:
            self.line(depth, self.voiced(element, instead))
        elif element.kind == "L":
            self.line(depth, f"list of {len(element.kids)}")
            for item in element.kids:
                self.item(item, depth + 1)
        elif element.kind == "Table":
            self.table(element, depth)
        elif element.kind == "Note":
            at = len(self.lines)
            self.parts(element, depth)
            self.lines[at] = f"{_STEP * depth}note: {self.lines[at].strip()}"
        else:
            self.parts(element, depth)

    def parts(self, element, depth):
        """Say what is in an element: words of its own with what stands among them on one line, blocks on theirs."""
        words = ""
        for part in element.parts:
            if isinstance(part, Element) and not _is_inline(part):
                self.line(depth, self.voiced(element, words))
                words = ""
                self.block(part, depth)
            else:
                words += self.inline(part)
        self.line(depth, self.voiced(element, words))

    def item(self, item, depth):
        """Say an item: its label before its first line."""
        label = next((kid for kid in item.kids if kid.kind == "Lbl"), None)
        rest = [part for part in item.parts if part is not label]
        at = len(self.lines)
        for part in rest:
            if isinstance(part, Element) and not _is_inline(part):
                self.block(part, depth)
            else:
                self.line(depth, self.inline(part))
        named = f"{self.inline(label).strip()} | " if label else ""
        if len(self.lines) > at:
            self.lines[at] = f"{_STEP * depth}• {named}{self.lines[at].strip()}"
        else:
            self.line(depth, f"• {named}")

    def table(self, table, depth):
        rows = [row for row in table.every() if row.kind == "TR"]
        across = max(sum(int(cell.attribute("/ColSpan") or 1) for cell in row.kids) for row in rows)
        self.line(depth, f"table of {len(rows)} rows, {across} columns")
        for number, row in enumerate(rows, start=1):
            self.line(depth + 1, f"row {number}")
            for cell in row.kids:
                at, instead = len(self.lines), _instead(cell)
                if instead is None:
                    self.parts(cell, depth + 2)
                else:
                    self.line(depth + 2, self.voiced(cell, instead))
                kind = "header: " if cell.kind == "TH" else "cell: "
                if len(self.lines) > at:
                    self.lines[at] = _STEP * (depth + 2) + kind + self.lines[at].strip()
                else:
                    self.lines.append(_STEP * (depth + 2) + kind + "blank")

    def inside(self, element):
        return "".join(self.inline(part) for part in element.parts)

    def inline(self, part):
        if isinstance(part, Piece):
            shown = self.sequences.get((part.page, part.number))
            return "" if shown is None else shown.text if shown.said is None else shown.said
        if isinstance(part, Held):
            return _field(part.own) if part.own.Subtype == "/Widget" else ""
        instead = _instead(part)
        words = self.voiced(part, self.inside(part) if instead is None else instead)
        if part.kind == "Link":
            return f"{words} (link)"
        return f" (note: {words.strip()}) " if part.kind == "Note" else words


def _is_inline(element):
    """Whether it is said within a line; a note is, unless there is more in it than its label and one paragraph."""
    return element.kind in _INLINE and not (element.kind == "Note" and len(element.kids) > 2)


def _instead(element):
    """What an element gives to be said in place of its content; None where it gives nothing."""
    return next((text for key in ("/ActualText", "/E", "/Alt") if (text := element.text(key)) is not None), None)


def _field(widget):
    field = widget.Parent if "/Parent" in widget and "/FT" not in widget else widget
    kind = "tick box" if pikepdf.Name.Btn == field.FT else "edit"
    return f" ({kind}: {widget.get('/TU', field.get('/TU', ''))})"


if __name__ == "__main__":
    with opened(Path(sys.argv[1]).read_bytes()) as listened_to:
        print(*transcript(listened_to), sep="\n")
