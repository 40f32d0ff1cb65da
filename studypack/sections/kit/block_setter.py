"""The blocks of a text as boxes: paragraphs, lists, quotations, tables, code and pictures, in the order of reading."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from studypack.base.styled_text import Text
from studypack.layout.boxes import Box
from studypack.layout.code_block import CodeBlock
from studypack.layout.grid import Grid
from studypack.layout.indented import Indented, OutdentedWhereNarrow
from studypack.layout.marked import marked_run
from studypack.layout.paragraph import Align, Paragraph
from studypack.layout.picture_box import PictureBox
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import INK_SOFT, Style
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Content, Run
from studypack.layout.theme import SCALE
from studypack.layout.wrapper import KeepTogether, OnGrid
from studypack.model.blocks import Block, Code, Figure, Listing, Quotation, Table
from studypack.model.content import Pack
from studypack.model.labelled_parts import with_labelled_parts
from studypack.model.spans import Gap, Spans, gaps, heard_words, plain, stands_alone
from studypack.sections.kit.pictures import Setting, captioned, figure_of, joint_after
from studypack.sections.kit.runs import label_style


class Words(NamedTuple):
    """The words of a paragraph, an item or a cell, and how they are set."""

    spans: Spans
    style: Style
    tag: Tag
    first: int
    """The gaps before it in the text."""
    about: str = ""
    """The column and the row of a cell."""


Leaf = Callable[[Words], list[Content]]
"""Returns the content of some words."""


_SMALL = 0.85
"""Of the size of large type: what is said of where it comes from."""
_BULLETS = "•–"
"""Of a list, and of one in it; both alternate from there."""
_NARROWEST = 16.0
"""In ems: a list in an item is not indented where that leaves less; the longest gap must find room."""
_QUOTED = 1.2
"""In ems: the indent of a quotation."""
AFTER_LABEL = 0.5
"""In ems."""
_LONGEST_LABEL = 2.5
"""In ems: the words of an item do not stand beside a longer label of the author's, but after it."""
_INDENT = 1.0
"""In ems: of a paragraph that follows another without space between them."""
SHORT = 200
"""Characters: a longer paragraph is not kept with what follows it."""
AROUND = 0.4
"""In leadings: over and under a quotation, a table and code, at least."""
_KEPT = 8
"""Lines of code, or rows of a table, that are read as one, and do not go on on another page."""
_AIR = 0.22
"""In leadings: over an item, and over and under a row of a table."""


def beneath(style: Style) -> Style:
    """Return the style of what is said of a text under it: whose words they are, what a picture shows, an address."""
    scale = _SMALL * style.size if style.smallest else max(size for size in SCALE if size < max(style.size, SCALE[1]))
    return style.sized(scale, style.leading * scale / style.size)


@dataclass(slots=True)
class BlockSetter:
    """Sets the blocks of one text in their order."""

    pack: Pack
    leaf: Leaf
    style: Style
    between: float
    """Between paragraphs, in points."""
    pictures: Setting
    depth: int = 0
    """The lists around a block."""
    indent: float = 0
    """By which the innermost of them is indented, in points."""
    first: int = 0
    """The gaps before it in the text."""
    numbered: bool = False
    """Each gap has its number before it."""
    counted: bool = False
    """Lines are numbered."""
    solid: bool = False
    """Nothing stands off the lines of a column beside it: a paragraph that follows another is indented, not spaced."""

    def boxes(self, blocks: Sequence[Block], parent: Tag) -> list[Box]:
        """Return the boxes of some blocks; the first has no space above it if it is a paragraph."""
        made: list[Box] = []
        air = 0 if self.solid else max(self.between, AROUND * self.style.leading)
        was_block = was_short = False
        for block in with_labelled_parts(blocks):
            is_block = not isinstance(block, tuple) or stands_alone(block)
            follows = bool(made) and not is_block and not was_block
            own = self._boxes(block, parent, _INDENT * self.style.size if follows and self.solid else 0)
            if is_block and self.solid:
                around = 0 if isinstance(block, Listing | Quotation) else _AIR * self.style.leading
                own = [OnGrid(Stack(own), self.style.leading, around)]
            if isinstance(block, Listing) and not was_block:
                own[0].above = self._air  # it goes on from the words over it
            elif made or is_block:
                own[0].above = air if is_block or was_block else self.between
            if made and is_block and was_short:
                made[-1].keep_with_next = True
            was_block, was_short = is_block, not is_block and _length(block) <= SHORT
            made += own
        return made

    @property
    def _air(self) -> float:
        """Over an item, in points."""
        return 0 if self.solid else _AIR * self.style.leading

    def _boxes(self, block: Block, parent: Tag, indent: float = 0) -> list[Box]:
        if isinstance(block, Listing):
            return self._list(block, parent.child("L", numbering=block.numbering))
        if isinstance(block, Quotation):
            return [self._quotation(block, parent.child("BlockQuote"))]
        if isinstance(block, Table):
            return [self._table(block, parent)]
        if isinstance(block, Code):
            return [self._code(block, parent.child("Div"))]
        if isinstance(block, Figure):
            return [self._figure(block, parent)]
        return [self._paragraph(block, parent.child("P"), indent=indent)]

    def _paragraph(
        self,
        spans: Spans,
        tag: Tag,
        *,
        align: Align = "left",
        about: str = "",
        indent: float = 0,
        before: Sequence[Run] = (),
    ) -> Paragraph:
        content = [*before, *self.leaf(Words(spans, self.style, tag, self.first, about))]
        self.first += len(gaps(spans))
        align = "center" if stands_alone(spans) else align
        leading, middle = self.style.leading, self.style.middle
        return Paragraph(content, leading, align=align, first_indent=indent, center=middle, counted=self.counted)

    def _list(self, listing: Listing, tag: Tag) -> list[Box]:
        """Return a box for each item: its label beside what it says, or before it if it is a long word."""
        bullet = _BULLETS[self.depth % len(_BULLETS)]
        labels = [label or bullet for label in listing.labels]
        style = label_style(self.style) if listing.is_labelled else self.style
        widest = max(style.face.width(label, style.size) for label in set(labels))
        runs_in = listing.is_labelled and widest > _LONGEST_LABEL * style.size
        indent, around = 0 if runs_in else widest + AFTER_LABEL * self.style.size, self.indent
        self.depth, self.indent = self.depth + 1, indent
        made: list[Box] = []
        for label, item in zip(labels, listing.items, strict=True):
            own = tag.child("LI")
            shown, says = Run(label, style, own.child("Lbl")), own.child("LBody")
            if runs_in:
                made.append(self._run_in(shown, item, says))
                continue
            beside = Paragraph([shown], self.style.leading, center=self.style.middle)
            box = Hanging(beside, Stack(self.boxes(item, says)), indent, above=self._air)
            made.append(OutdentedWhereNarrow(box, around, _NARROWEST * self.style.size) if around else box)
        self.depth, self.indent = self.depth - 1, around
        return made

    def _run_in(self, label: Run, item: Sequence[Block], tag: Tag) -> Box:
        """Return an item whose label stands before its words, in one line with them."""
        first = item[0] if item else ()
        words: Spans = first if isinstance(first, tuple) else ()
        opening = self._paragraph(words, tag.child("P"), before=[replace(label, text=f"{label.text} ")])
        return Stack([opening, *self.boxes(item[1:] if words else item, tag)], above=self._air)

    def _quotation(self, quotation: Quotation, tag: Tag) -> Box:
        boxes = self.boxes(quotation.says, tag)
        if quotation.source:
            boxes[-1].keep_with_next = max(len(plain(quotation.source)), _length(quotation.says[-1])) <= SHORT
            boxes.append(self._source(quotation.source, tag.child("P")))
        return Indented(Stack(boxes), _QUOTED * self.style.size, rule=1.6, rule_at=1)

    def _source(self, spans: Spans, tag: Tag) -> Box:
        """Return whose words a quotation is: smaller, and further in than they are."""
        style = beneath(self.style).colored(INK_SOFT)
        content = self.leaf(Words((Text("— "), *spans), style, tag, self.first))
        self.first += len(gaps(spans))
        own = Paragraph(content, style.leading, center=style.middle, counted=self.counted)
        return Indented(own, self.style.size)

    def _table(self, table: Table, parent: Tag) -> Box:
        """Return the table, or a list of its rows where that has no room."""
        first, air = self.first, _AIR * self.style.leading
        parent = parent.child("Div")  # of the two in it one is placed
        tag = parent.child("Table")
        head, *rows = [self._row(table, number, tag.child("TR")) for number in range(len(table.rows))]
        again = [self._again(cell, align) for cell, align in zip(table.rows[0], table.aligned, strict=True)]
        self.first = first
        records = self._records(table, parent.child("L"))
        # A number beside the number of a gap reads as a power.
        is_apart = self.numbered and any(gaps(cell) for cells in table.rows for cell in cells)
        grid = Grid(head, again, rows, records, air=air, gutter=self.style.size * (2 if is_apart else 1))
        return KeepTogether(grid, _KEPT * (self.style.leading + 2 * air))

    def _row(self, table: Table, number: int, tag: Tag) -> list[Paragraph]:
        cells, head, made = table.rows[number], table.rows[0], list[Paragraph]()
        for cell, name, align in zip(cells, head, table.aligned, strict=True):
            if not number:
                made.append(self._paragraph(_bold(cell), tag.child("TH", scope="Column"), align=align))
                continue
            named = [words for words in (name, cells[0]) if words and words != cell and not gaps(words)]
            about = ", ".join(map(heard_words, named))
            # The first column names the row, if it is not to be found out.
            names = not made and cell and not gaps(cell)
            own = tag.child("TH", scope="Row") if names else tag.child("TD")
            made.append(self._paragraph(cell, own, align=align, about=about))
        return made

    def _again(self, cell: Spans, align: Align) -> Paragraph:
        """Return a head as later pages repeat it; without the answers of its gaps."""
        style = self.style.marked(bold=True)
        seen = [Text("…") if isinstance(span, Gap) else span for span in cell]
        content = [marked_run(span, style.marked(italic=span.italic), Furniture.AGAIN) for span in seen]
        return Paragraph(content, style.leading, align=align, center=style.middle)

    def _after_name(self, name: Spans) -> str:
        return " " if plain(name).endswith((":", "?", ".", "!")) else f"{self.pack.say.colon} "

    def _records(self, table: Table, tag: Tag) -> Box:
        """Return each row as an item, and in it each cell after its head: for columns too narrow for a table."""
        head, *rows = table.rows
        has_gaps = any(gaps(cell) for cell in head)
        named = [(*name, Text(self._after_name(name))) if name and rows and not has_gaps else () for name in head]
        made: list[Box] = []
        for cells in table.rows if has_gaps or not rows else rows:
            body = tag.child("LI").child("LBody")
            own: list[Box] = []
            for name, cell in zip(named, cells, strict=True):
                if cell:
                    # What the row is about stands out.
                    own.append(self._paragraph((*name, *(cell if own else _bold(cell))), body.child("P")))
            if own:
                above = AROUND * self.style.leading if made else 0
                made.append(KeepTogether(Stack(own, above=above), _KEPT * self.style.leading))
        return Stack(made)

    def _code(self, code: Code, tag: Tag) -> Box:
        """Return the code; each line is an element, and how far in it begins is heard where that changes."""
        lines, tags, before = [], list[Tag](), 0
        for line in code.lines:
            own, shown = tag.child("P"), plain(line)
            spaces = len(shown) - len(shown.lstrip())
            if shown.strip() and spaces != before:
                own.announce(self._said(spaces), "Span")
                before = spaces
            tags.append(own.child("Code"))
            lines.append(self.leaf(Words(line, self.style, tags[-1], self.first)))
            self.first += len(gaps(line))
        return KeepTogether(CodeBlock(lines, self.style, tags), _KEPT * self.style.leading)

    def _said(self, spaces: int) -> str:
        """How far in a line of code begins, by ear."""
        say = self.pack.say
        # Words: by ear, before a line of code: by how many spaces it is indented.
        indented = say.count("spaces_in", "{n} space in:", "{n} spaces in:", spaces)
        return (indented if spaces else say("no_space_in", "No space in:")) + " "

    def _figure(self, figure: Figure, parent: Tag) -> Box:
        """Return the picture with its caption and credit, but for those that give an answer away."""
        place, (most, hides, _, above) = figure.place, self.pictures
        assert place.raster is not None, "pictures are read with the content"
        element, size = figure_of(parent, place.alt, self.pictures), self.style.size
        box = PictureBox(place.raster, most, element, place.share, type_size=size)
        caption, credit = (() if hides(plain(words)) else words for words in (figure.caption, figure.credit))
        style = beneath(self.style.sans)
        under: list[Content] = []
        if caption or credit:
            tag = parent.child("Caption")
            under += self.leaf(Words(caption, style, tag, self.first)) if caption else []
            under += [Run(joint_after(plain(caption)), style, tag)] if caption and credit else []
            if not style.upright:  # where there are no italics, it would be quoted
                credit = tuple(replace(span, italic=not span.italic) for span in credit)
            under += self.leaf(Words(credit, style, tag, self.first)) if credit else []
        return captioned(box, under, style, above)


def _length(block: Block) -> int:
    """The characters of a paragraph; 0 for another block."""
    return len(plain(block)) if isinstance(block, tuple) else 0


def _bold(spans: Spans) -> Spans:
    return tuple(replace(span, bold=True) for span in spans)
