"""Web pages (HTML): what is seen of them, as headings, items, paragraphs and tables."""

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import chain

from typing_extensions import override

from studypack.base import limits
from studypack.importing.notes import Kind
from studypack.importing.readers.document import Cell, Table, mark_bold, raised, read_document
from studypack.importing.readers.encodings import decode_page
from studypack.importing.readers.footnotes import mark_of_link, place_footnotes
from studypack.importing.readers.gathering import Gathering
from studypack.importing.readers.typed_lines import Line
from studypack.importing.readers.web_elements import (
    BLOCKS,
    CELLS,
    CHROME,
    HEADINGS,
    LISTS,
    ROLES,
    SILENT,
    VOID,
    OpenElement,
    OpenList,
    bold_classes,
    whole_number,
)
from studypack.importing.readers.website_parts import PARTS, website_part

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_LIGHT = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.IGNORECASE)
_GOOGLE = re.compile(r"\blst-\S+-(\d)\b")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_FEWEST_LINKS = 3
"""Links beside each other that lead through a website."""
_LONGEST_ABOVE = 8
"""The words of a line above the title that is no content."""
_DEEPEST = 200
"""Open elements; what is in more is read as if they were not there."""
_MOST_SPANNED = 60
_MOST_IN_PARTS = 4
"""How many times the words of the content the parts of a website may have, as their names tell them."""


def read_web(data: bytes, gathering: Gathering) -> None:
    """Read a web page into the gathering. Raises ContentError if the bytes are no text."""
    text, told = decode_page(data, gathering.source), len(gathering.left_out)
    page = _Page(gathering)
    page.feed(text)
    page.close()
    if page.words_in_parts > page.words_seen * _MOST_IN_PARTS:  # the names are not what they seem
        del gathering.left_out[told:]
        page = _Page(gathering, knows_parts=False)
        page.feed(text)
        page.close()
    read_document(page.finished(), gathering)


class _Page(HTMLParser):
    """A page while it is read: the elements that are open, and the paragraph that is being written."""

    def __init__(self, gathering: Gathering, *, knows_parts: bool = True) -> None:
        super().__init__(convert_charrefs=True)
        self._gathering = gathering
        self._knows_parts = knows_parts
        self.words_seen = self.words_in_parts = 0
        """The words of the content, and those of what is left out because of its name."""
        self._open: list[OpenElement] = [OpenElement("")]
        self._counts: Counter[str] = Counter()
        self._blocks: list[Line | Table] = []
        self._tables: list[Table] = []
        self._lists: list[OpenList] = []
        self._label = ""
        self._runs: list[tuple[str, bool]] = []
        self._links = 0
        self._is_linked = True
        self._linked: list[int] = []
        self._left: list[str] = []
        self._why = ""
        self._number = 0
        self._bold: set[str] = set()
        """The classes that are bold."""

    def finished(self) -> list[Line | Table]:
        """Return the paragraphs and tables of the page."""
        self._end_left_out()
        self._end_paragraph()
        self._leave_out_above()
        places = list(_places_of_lines(self._blocks))
        placed = place_footnotes([line for _, _, line in places], self._gathering)
        for (blocks, at, _), line in zip(places, placed, strict=True):
            blocks[at] = line
        return self._blocks

    def _leave_out_above(self) -> None:
        """Leave out what stands above the page's only title, if it is short lines alone: the website's name."""
        tops = [at for at, block in enumerate(self._blocks) if isinstance(block, Line) and block.depth == 1]
        above = self._blocks[: tops[0]] if len(tops) == 1 else []
        for block in above:
            if not isinstance(block, Line) or block.kind or len(block.body.split()) > _LONGEST_ABOVE:
                return
        for block in above:
            if isinstance(block, Line):
                self._gathering.leave_out(block.number, block.body, "above the title of the web page")
        del self._blocks[: len(above)]

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        limits.check_time()
        said = {name: value or "" for name, value in attrs}
        if tag == "img" and said.get("alt"):
            self._gathering.leave_out(self._number, said["alt"], "the description of a picture")
        elif tag == "br":
            self._add("\n")
        if tag in BLOCKS:
            self._end_paragraph()
        if tag in VOID:
            return
        self._end_twin(tag)
        if len(self._open) < _DEEPEST:
            self._push(tag, said)
            self._begin(tag, said)

    def _end_twin(self, tag: str) -> None:
        """End the item, row or cell that is open: each ends where the next begins."""
        twins = ("li",) if tag == "li" else CELLS.get(tag, ())
        for at in range(len(self._open) - 1, 0, -1 if twins else -len(self._open)):
            inner = self._open[at].tag
            if inner in twins:
                self._end_at(at)
                return
            if inner in LISTS or inner in ("table", "dl"):
                return

    def _push(self, tag: str, said: dict[str, str]) -> None:
        outer, style, classes = self._open[-1], said.get("style", ""), said.get("class", "").split()
        why = outer.why or CHROME.get(tag, "") or ROLES.get(said.get("role", ""), "")
        if self._knows_parts:
            why = why or website_part(tag, said)
        if tag in SILENT:
            why = "-"
        elif "hidden" in said or said.get("aria-hidden") == "true" or _HIDDEN.search(style):
            why = why or "hidden on the web page"
        is_bold = tag in ("b", "strong") or bool(_BOLD.search(style)) or not self._bold.isdisjoint(classes)
        bold = (outer.bold or is_bold) and not _LIGHT.search(style)
        level = HEADINGS.get(tag, outer.level)
        link = said.get("href", "") if tag == "a" else outer.link
        self._open.append(OpenElement(tag, bold, why, outer.pre or tag == "pre", level, tag == "sup", link))
        self._links += tag == "a"
        self._counts[tag] += 1

    def _begin(self, tag: str, said: dict[str, str]) -> None:
        if tag in LISTS:
            google = _GOOGLE.search(said.get("class", ""))
            depth = int(google[1]) if google else len(self._lists)
            self._lists.append(OpenList(tag == "ol", depth, whole_number(said.get("start")), len(self._blocks)))
        elif tag == "li":
            self._begin_item()
        elif tag in ("table", "dl"):
            table = Table([])
            self._add_block(table)
            self._tables.append(table)
        elif tag in CELLS and self._tables:
            self._begin_cell(tag, self._tables[-1].rows, min(whole_number(said.get("colspan")), _MOST_SPANNED))

    def _begin_cell(self, tag: str, rows: list[list[Cell]], span: int) -> None:
        if tag in ("tr", "dt") or not rows:
            rows.append([])
        if tag in ("td", "th", "dt") or (tag == "dd" and len(rows[-1]) < 2):
            rows[-1].append(Cell([], tag == "th"))
            rows[-1] += [Cell() for _ in range(span - 1)]

    def _begin_item(self) -> None:
        if not self._lists:
            self._lists.append(OpenList(is_numbered=False, depth=0, number=1))
        inner = self._lists[-1]
        self._label = f"{inner.number}." if inner.is_numbered else "•"
        self._lists[-1] = inner._replace(number=inner.number + 1)

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self._end_paragraph()
        if self._counts[tag]:
            self._end_at(next(at for at in range(len(self._open) - 1, 0, -1) if self._open[at].tag == tag))

    def _end_at(self, at: int) -> None:
        """End the open element at a place, and all in it."""
        for each in self._open[at:]:
            self._counts[each.tag] -= 1
            if each.tag in BLOCKS:
                self._end_paragraph()
            if each.tag in ("table", "dl") and self._tables:
                self._tables.pop()
            elif each.tag in LISTS and self._lists:
                self._end_list(self._lists.pop())
            elif each.tag == "li":
                self._label = ""
        ends = self._open[at].why and not self._open[at - 1].why
        del self._open[at:]
        if ends:
            self._end_left_out()

    def _end_list(self, ended: OpenList) -> None:
        """Leave a list out that has links alone: the way through a website."""
        items = range(ended.start, len(self._blocks))
        if not self._lists and len(items) >= _FEWEST_LINKS and self._linked[-len(items) :] == list(items):
            lines = [block.body for block in self._blocks[ended.start :] if isinstance(block, Line)]
            self._gathering.leave_out(self._number, " ".join(lines), CHROME["nav"])
            del self._blocks[ended.start :]
            del self._linked[-len(items) :]

    @override
    def handle_data(self, data: str) -> None:
        limits.check_time()
        state = self._open[-1]
        if state.tag == "style":
            self._bold |= bold_classes(data)
        if state.why:
            if state.why != "-":
                self._left.append(data)
                self._why = state.why
                self.words_in_parts += len(data.split()) if state.why in PARTS else 0
        else:
            self.words_seen += len(data.split())
            text = data if state.pre else _BLANKS.sub(" ", data)
            text = mark_of_link(state.link or "", text) or text
            if state.is_raised:
                text = raised(self._runs[-1][0] if self._runs else "", text)
            self._add(text)

    def _add(self, text: str) -> None:
        if not self._open[-1].why:
            self._runs.append((text, self._open[-1].bold))
            self._is_linked &= self._open[-1].link is not None or not any(map(str.isalnum, text))

    def _end_left_out(self) -> None:
        if self._left:
            self._gathering.leave_out(self._number, "".join(self._left), self._why)
            self._left.clear()

    def _end_paragraph(self) -> None:
        """Add the paragraph that is being written, a line for each of its lines."""
        if self._left:
            self._left.append(" ")
        lines: list[list[tuple[str, bool]]] = [[]]
        for text, bold in self._runs:
            for at, part in enumerate(text.split("\n")):
                if at:
                    lines.append([])
                lines[-1].append((part, bold))
        texts = [mark_bold(line).strip() for line in lines]
        if any(texts):
            self._number += 1
            if self._is_linked and self._links >= _FEWEST_LINKS:
                self._gathering.leave_out(self._number, " ".join(texts), CHROME["nav"])
                texts = []
            elif self._is_linked and not self._tables:
                self._linked.append(len(self._blocks))
            for text in texts:
                self._add_line(text)
        self._runs, self._links, self._is_linked = [], 0, True

    def _add_line(self, text: str) -> None:
        level = self._open[-1].level
        indent = 4 * self._lists[-1].depth + 2 if self._lists else 0
        if level:
            self._add_block(Line(self._number, 0, text.replace("**", ""), Kind.HEADING, level))
        elif self._label and text:
            self._add_block(Line(self._number, indent, text, Kind.ITEM, 0, self._label))
            self._label = ""
        else:
            self._add_block(Line(self._number, indent + 2 if self._lists else 0, text))

    def _add_block(self, block: Line | Table) -> None:
        rows = self._tables[-1].rows if self._tables else []
        blocks = rows[-1][-1].blocks if rows and rows[-1] else self._blocks
        blocks.append(block)


def _places_of_lines(blocks: list[Line | Table]) -> Iterator[tuple[list[Line | Table], int, Line]]:
    """Yield each line of a page, those in tables among them, after the list that it stands in and its index there."""
    for at, block in enumerate(blocks):
        if isinstance(block, Line):
            yield blocks, at, block
        else:
            for cell in chain.from_iterable(block.rows):
                yield from _places_of_lines(cell.blocks)
