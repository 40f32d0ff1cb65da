"""The words of a paragraph of Word: with tracked insertions, without deletions, bold between **."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from studypack.importing.readers.archives import Element
from studypack.importing.readers.document import mark_bold, raised
from studypack.importing.readers.word_styles import Styles, W, is_on, number, value

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_SYMBOLS = {"F0E0": "→", "F0DE": "→", "F0AE": "→", "F0B7": "•", "F0A7": "▪", "F0D8": "➢", "F0FC": "✓", "F0B0": "°"}
"""Characters of Symbol and Wingdings that stand in notes."""
_SIGNS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "br": "\n",
}
_PASSED = frozenset(
    W + tag
    for tag in (
        *("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "rPrChange"),
        *("instrText", "delInstrText", "fldChar", "softHyphen"),
    )
)
"""What holds no words that are seen."""
_SAMPLE = 2_000
"""The paragraphs that tell the usual size of letters."""
_DELETED = "deleted in Word, with tracked changes"


@dataclass(slots=True)
class Said:
    """What a paragraph says."""

    runs: list[tuple[str, bool]] = field(default_factory=list)
    """Its words, with whether they are bold."""
    left_out: list[tuple[str, str]] = field(default_factory=list)
    """Texts that are not seen, or no content, each with the reason."""
    boxes: list[Element] = field(default_factory=list)
    """The contents of its text boxes."""
    notes: list[tuple[str, str]] = field(default_factory=list)
    """The kinds and ids of its footnotes, endnotes and comments."""
    is_underlined: bool = True
    """Whether all its letters are."""
    size: int = 1000
    """The smallest size of its letters, in half points; 0 if that is nowhere said."""
    _left_at: int = -1

    def leave_out(self, text: str, why: str) -> None:
        """List a text as left out; several beside each other are one."""
        last = self.left_out[-1] if self.left_out and self._left_at == len(self.runs) else ("", "")
        if last[1] == why:
            self.left_out[-1] = last[0] + text, why
        else:
            self.left_out.append((text, why))
        self._left_at = len(self.runs)

    @property
    def text(self) -> str:
        """Its words, with line feeds where its lines were broken."""
        return "".join(text for text, _ in self.runs)

    @property
    def marked(self) -> str:
        """Its words, with bold ones between **, on each line for itself."""
        lines: list[list[tuple[str, bool]]] = [[]]
        for text, bold in self.runs:
            for at, part in enumerate(text.split("\n")):
                if at:
                    lines.append([])
                lines[-1].append((part, bold))
        return "\n".join(mark_bold(line) for line in lines)


class _Looks(NamedTuple):
    """How the letters of a run look."""

    is_bold: bool
    is_underlined: bool
    size: int


def said_by(paragraph: Element, styles: Styles) -> Said:
    """Return what a paragraph says, in the order of reading."""
    said = Said()
    style = value(paragraph, "pPr/pStyle")
    for element, why in _parts(paragraph, ""):
        if element.tag == _MATHS:
            said.runs.append((element.text or "", False))
            said.is_underlined = False
        else:
            _take(element, why, said, _looks(element, style, styles))
    return said


def usual_size(body: Element, styles: Styles) -> int:
    """Return the size of most letters of a document, in half points; 0 if that is nowhere said."""
    sizes: Counter[int] = Counter()
    for paragraph in islice(body.iter(W + "p"), _SAMPLE):
        style = value(paragraph, "pPr/pStyle")
        for run in paragraph.iterchildren(W + "r"):
            sizes[_looks(run, style, styles).size] += sum(len(text.text or "") for text in run.iterchildren(W + "t"))
    return sizes.most_common(1)[0][0] if sizes else 0


def _looks(run: Element, paragraph_style: str | None, styles: Styles) -> _Looks:
    """What a run says of itself, or else its style, or else that of its paragraph."""
    properties, style = run.find(W + "rPr"), value(run, "rPr/rStyle")
    found = []
    for tag in ("b", "u"):
        said = is_on(properties, tag)
        styled = styles.is_on(paragraph_style, tag) or (style is not None and styles.is_on(style, tag))
        found.append(styled if said is None else said)
    size = value(run, "rPr/sz") or (styles.first(style, "rPr/sz") if style else None)
    return _Looks(found[0], found[1], number(size or styles.first(paragraph_style, "rPr/sz")))


def _parts(parent: Element, why: str) -> Iterator[tuple[Element, str]]:
    """Yield the runs, formulas and boxes in an element, each with the reason why it is left out, if it is."""
    for child in parent.iterchildren():
        tag = child.tag
        if tag in _PASSED or not isinstance(tag, str):
            continue
        if tag == W + "r" or tag == _MATHS:
            yield child, why
        elif tag in (W + "del", W + "moveFrom"):
            yield from _parts(child, _DELETED if tag == W + "del" else "moved")
        elif tag == W + "sdt" and is_on(child.find(W + "sdtPr"), "showingPlcHdr"):
            yield from _parts(child, "words that stand where something is to be filled in")
        elif tag == _MC + "AlternateContent":
            yield from _parts(_chosen(child), why)
        else:
            yield from _parts(child, why)


def _chosen(alternatives: Element) -> Element:
    """The first of several forms of one thing; the others say it again."""
    return next((child for child in alternatives.iterchildren() if isinstance(child.tag, str)), alternatives)


def _take(run: Element, why: str, said: Said, looks: _Looks) -> None:
    text = "".join(_texts(run, said))
    if why == "moved" or not text:
        return
    if why := why or _hidden(run.find(W + "rPr")):
        said.leave_out(text, why)
        return
    if text.strip():
        said.is_underlined &= looks.is_underlined
        said.size = min(said.size, looks.size)
    if value(run, "rPr/vertAlign") == "superscript":
        text = raised(said.runs[-1][0] if said.runs else "", text)
    said.runs.append((text, looks.is_bold))


def _hidden(properties: Element) -> str:
    if is_on(properties, "vanish"):
        return "hidden in Word"
    return "struck through" if is_on(properties, "strike") or is_on(properties, "dstrike") else ""


def _texts(parent: Element, said: Said) -> Iterator[str]:
    """Yield the texts in a run; what is not text goes into the lists of what is said."""
    for child in parent.iterchildren():
        tag = child.tag
        if not isinstance(tag, str) or tag in _PASSED:
            continue
        if tag in (W + "t", W + "delText"):
            yield child.text or ""
        elif tag in _SIGNS:
            yield _SIGNS[tag]
        elif tag == W + "sym":
            code = (child.get(W + "char") or "").upper()
            yield _SYMBOLS.get(code, "")
        elif tag == W + "txbxContent":
            said.boxes.append(child)
        elif tag in (W + "footnoteReference", W + "endnoteReference", W + "commentReference"):
            kind = tag.removeprefix(W).removesuffix("Reference")
            said.notes.append((kind, child.get(W + "id") or ""))
        elif tag == _MC + "AlternateContent":
            yield from _texts(_chosen(child), said)
        else:
            if (described := child.get("descr")) and tag.endswith("}docPr"):
                said.leave_out(described, "the description of a picture")
            yield from _texts(child, said)
