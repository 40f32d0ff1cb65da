"""A document as a walk over it finds it, paragraphs and tables in their order, and what becomes of its tables."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain

from studypack.importing.notes import Kind
from studypack.importing.readers.gathering import Gathering
from studypack.importing.readers.labels import split_label
from studypack.importing.readers.typed_lines import Line, read_lines

_LONGEST_HEAD = 12
"""The words of a cell that names a column or a row."""


@dataclass(slots=True)
class Cell:
    """A cell of a table: its paragraphs, and the tables in it."""

    blocks: "list[Line | Table]" = field(default_factory=list)
    is_head: bool = False
    """Whether the document says that it names its column."""

    @property
    def lines(self) -> list[Line]:
        """Its paragraphs that have words, those of inner tables among them."""
        found: list[Line] = []
        for block in self.blocks:
            inner = (
                [block] if isinstance(block, Line) else [line for row in block.rows for c in row for line in c.lines]
            )
            found += [line for line in inner if line.body]
        return found

    @property
    def text(self) -> str:
        """Its words on one line; paragraphs without a stop end in a semicolon."""
        bodies = [line.body for line in self.lines]
        return " ".join([*(body if body[-1] in ".!?:;," else body + ";" for body in bodies[:-1]), *bodies[-1:]])


@dataclass(slots=True)
class Table:
    """A table: its cells by rows."""

    rows: list[list[Cell]]


def raised(before: str, text: str) -> str:
    """Return a superscript as it is typed behind a text: 10 and 6 are 10^6, km and 2 are km2."""
    return f"^{text}" if before[-1:].isdigit() and text[:1].isdigit() else text


def mark_bold(runs: Iterable[tuple[str, bool]]) -> str:
    """Return runs of text as one text with the bold words between **; blanks between bold words are bold."""
    joined: list[tuple[str, bool]] = []
    for text, bold in runs:
        if joined and (bold == joined[-1][1] or not text.strip()):
            joined[-1] = joined[-1][0] + text, joined[-1][1]
        else:
            joined.append((text, bold))
    made = ""
    for text, bold in joined:
        words = text.strip()
        made += text.replace(words, f"**{words}**", 1) if bold and words else text
    return made


def read_document(blocks: Iterable[Line | Table], gathering: Gathering) -> None:
    """Read the paragraphs and tables of a document into the gathering."""
    lines: list[Line] = []
    for block in blocks:
        if isinstance(block, Line):
            lines.append(block)
        else:
            read_lines(lines, gathering)
            lines = []
            _read_table(block, gathering)
    read_lines(lines, gathering)


def _read_table(table: Table, gathering: Gathering) -> None:
    rows = _without_empty(table.rows)
    while rows and len(rows[0]) > 1 and sum(bool(cell.lines) for cell in rows[0]) == 1 and len(rows) > 1:
        read_document(next(cell for cell in rows[0] if cell.lines).blocks, gathering)  # a title over all columns
        rows = _without_empty(rows[1:])
    if not rows:
        return
    if len(rows[0]) == 1:
        for row in rows:
            read_document(row[0].blocks, gathering)
    elif all(len(cell.lines) <= 1 for row in rows for cell in row):
        _read_rows(rows, gathering)
    elif all(_has_own_head(cell) for row in rows for cell in row if cell.lines):
        for cell in chain.from_iterable(rows):
            read_document(cell.blocks, gathering)
    elif _is_by_columns(rows):
        _read_columns(rows, gathering)
    elif len(rows[0]) == 2 and all(_is_name(row[0]) for row in rows):
        _read_named_rows(rows, gathering)
    else:
        _read_rows(rows, gathering)


def _without_empty(rows: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    """The rows with the same number of cells, without empty rows and columns."""
    kept = [row for row in rows if any(cell.lines for cell in row)]
    width = max((len(row) for row in kept), default=0)
    full = [[*row, *(Cell() for _ in range(width - len(row)))] for row in kept]
    columns = [at for at in range(width) if any(row[at].lines for row in full)]
    return [[row[at] for at in columns] for row in full]


def _is_name(cell: Cell) -> bool:
    is_item = any(line.kind is Kind.ITEM for line in cell.lines)
    return len(cell.lines) == 1 and not is_item and len(cell.text.split()) <= _LONGEST_HEAD


def _has_own_head(cell: Cell) -> bool:
    """Whether a cell is a box for itself: a name in bold over its text."""
    first = cell.lines[0]
    is_bold = first.body.startswith("**") and first.body.endswith("**")
    return len(cell.lines) > 1 and (is_bold or first.kind is Kind.HEADING)


def _has_heads(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the first row names the columns: the document says so, or it is in bold, as the others are not."""
    first = [cell for cell in rows[0] if cell.lines]
    if all(cell.is_head for cell in first):
        return True
    bold = [[cell.text.startswith("**") and cell.text.endswith("**") for cell in row if cell.lines] for row in rows]
    return all(bold[0]) and len(rows) > 1 and not all(all(row) for row in bold[1:])


def _is_by_columns(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether a table is read down its columns: lists beside each other, with a row of names over them, or none."""
    named = all(_is_name(cell) for cell in rows[0] if cell.lines)
    body = rows[1:] if named and len(rows) > 1 else rows
    many = sum(any(len(row[at].lines) > 1 for row in body) for at in range(len(rows[0])))
    return len(body) == 1 or (len(rows[0]) <= 3 and many > 1)


def _read_columns(rows: Sequence[Sequence[Cell]], gathering: Gathering) -> None:
    named = len(rows) > 1 and all(_is_name(cell) for cell in rows[0] if cell.lines)
    for at in range(len(rows[0])):
        body = [row[at] for row in (rows[1:] if named else rows)]
        if named and (head := rows[0][at]).lines:
            line = head.lines[0]
            read_lines([line._replace(kind=Kind.HEADING)], gathering)
        blocks = [block for cell in body for block in cell.blocks]
        listed = any(isinstance(block, Line) and block.kind is Kind.ITEM for block in blocks)
        read_document(blocks if listed or not named else _itemised(blocks), gathering)


def _itemised(blocks: Sequence[Line | Table]) -> list[Line | Table]:
    """Paragraphs of a column as items: each is a point, with or without a bullet. Empty ones part nothing here."""
    made: list[Line | Table] = []
    for block in blocks:
        if isinstance(block, Table) or (block.body and (block.kind or split_label(block.body))):
            made.append(block)
        elif block.body:
            made.append(block._replace(kind=Kind.ITEM))
    return made


def _read_named_rows(rows: Sequence[Sequence[Cell]], gathering: Gathering) -> None:
    """A table of two columns, the left one with a name for each row."""
    if _has_heads(rows) or (all(len(row[1].lines) > 1 for row in rows[1:]) and _is_name(rows[0][1])):
        names = " ".join(cell.text for cell in rows[0])
        gathering.leave_out(rows[0][0].lines[0].number, names, "the names of the columns")
        rows = rows[1:]
    for name, said in rows:
        read_lines([name.lines[0]._replace(kind=Kind.HEADING)], gathering)
        read_document(said.blocks, gathering)


def _read_rows(rows: Sequence[Sequence[Cell]], gathering: Gathering) -> None:
    made = []
    for row in rows:
        number = min(line.number for cell in row for line in cell.lines)
        made.append((number, [cell.text for cell in row]))
    gathering.add_table(made, 1 if _has_heads(rows) and len(rows) > 1 else 0)
