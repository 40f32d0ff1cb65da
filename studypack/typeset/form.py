"""The fields of a document in reading order, each under a name of its own."""

from collections import Counter
from dataclasses import dataclass

from studypack.slug import slug
from studypack.typeset.field import Field
from studypack.typeset.page import Document
from studypack.typeset.tag import Tag


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
