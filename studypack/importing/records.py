"""Lines that repeat the same labels, Event: … Date: … Effect: …, as the rows of a table with these columns."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from studypack.importing.card_lines import answer_in, may_be_card
from studypack.importing.column_roles import names_field
from studypack.importing.notes import Kind, NoteLine
from studypack.importing.peel import has_peel
from studypack.importing.side_words import names_side

_LABELLED = re.compile(r"(?:\*\*)?(?P<label>[^\W\d_][^:.!?*]{0,30}?)(?:\*\*)?\s?:(?:\*\*)?\s+(?P<value>\S.*)")
_MOST_WORDS = 4
"""Of a label."""
_FEWEST = 2
"""The records of a table, and the lines of a record."""
_TABLE = 1_000_000
"""The number of the first table that is made here; readers count from 1."""


def with_records(lines: Sequence[NoteLine]) -> list[NoteLine]:
    """Return the lines, those of records as rows of tables. Each record begins with the same label."""
    return list(lines) if has_peel(lines) else list(_read(lines))


def _read(lines: Sequence[NoteLine]) -> Iterator[NoteLine]:
    at = 0
    while at < len(lines):
        start = at
        while at < len(lines) and _parts(lines[at]):
            at += 1
        records = _records(lines[start:at])
        if records:
            yield from _rows(records, _TABLE + start)
        else:
            yield from lines[start:at]
        if at < len(lines):
            yield lines[at]
            at += 1


def _parts(line: NoteLine) -> tuple[str, str] | None:
    """The label of a line and what stands after it; None if it has none, or one that says something else."""
    found = _LABELLED.fullmatch(line.text)
    if line.kind not in (Kind.PARAGRAPH, Kind.ITEM) or not found or len(found["label"].split()) > _MOST_WORDS:
        return None
    if names_side(found["label"]) or may_be_card(line) or answer_in(line.words):
        return None
    return found["label"].strip(), found["value"]


def _records(lines: Sequence[NoteLine]) -> list[list[NoteLine]]:
    """The lines by records; none if they do not repeat their labels."""
    labels = [_label(line) for line in lines]
    counts = Counter(labels)
    if not labels or counts[labels[0]] < _FEWEST or len(counts) < _FEWEST:
        return []
    starts = [at for at, label in enumerate(labels) if label == labels[0]]
    records = [list(lines[a:b]) for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]
    are_whole = all(
        len(record) >= _FEWEST and len({_label(line) for line in record}) == len(record) for record in records
    )
    are_shared = all(many * 2 >= len(records) for label, many in counts.items())
    return records if are_whole and are_shared and any(map(names_field, counts)) else []


def _label(line: NoteLine) -> str:
    parts = _parts(line)
    return parts[0].casefold() if parts else ""


def _rows(records: Sequence[Sequence[NoteLine]], table: int) -> Iterator[NoteLine]:
    names: dict[str, str] = {}
    for record in records:
        for line in record:
            label, _ = _parts(line) or ("", "")
            names.setdefault(label.casefold(), label)
    heads = tuple(names.values())
    first = records[0][0]
    yield NoteLine(first.number, Kind.ROW, "", 0, "", heads, table, is_head=True)
    for record in records:
        cells = {_label(line): (_parts(line) or ("", ""))[1] for line in record}
        text = " | ".join(line.words for line in record)
        yield NoteLine(record[0].number, Kind.ROW, text, 0, "", tuple(cells.get(name, "") for name in names), table)
