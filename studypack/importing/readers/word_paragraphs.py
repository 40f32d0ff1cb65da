"""The words of a paragraph of Word: with tracked insertions, without deletions, bold between **."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from studypack.importing.readers.archives import Element
from studypack.importing.readers.document import mark_bold, raised
from studypack.importing.readers.word_styles import Styles, W, is_on, value

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


def said_by(paragraph: Element, styles: Styles) -> Said:
    """Return what a paragraph says, in the order of reading."""
    said = Said()
    style = value(paragraph, "pPr/pStyle")
    is_bold, is_underlined = styles.is_on(style, "b"), styles.is_on(style, "u")
    for element, why in _parts(paragraph, ""):
        _take(element, why, said, styles, is_bold, is_underlined)
    return said


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


def _take(run: Element, why: str, said: Said, styles: Styles, is_bold: bool, is_underlined: bool) -> None:
    if run.tag == _MATHS:
        said.runs.append((run.text or "", False))
        said.is_underlined = False
        return
    properties = run.find(W + "rPr")
    style = value(run, "rPr/rStyle")
    text = "".join(_texts(run, said))
    if why == "moved" or not text:
        return
    why = why or _hidden(properties)
    if why:
        said.left_out.append((text, why))
        return
    on = is_on(properties, "b")
    bold = on if on is not None else (styles.is_on(style, "b") if style else is_bold) or is_bold
    lined = is_on(properties, "u")
    if text.strip() and not (lined if lined is not None else is_underlined):
        said.is_underlined = False
    if value(run, "rPr/vertAlign") == "superscript":
        text = raised(said.runs[-1][0] if said.runs else "", text)
    said.runs.append((text, bold))


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
                said.left_out.append((described, "the description of a picture"))
            yield from _texts(child, said)
