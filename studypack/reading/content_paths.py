"""What may stand at a path of the content: its model, its keys, whether it is a list, and its name for a reader."""

from collections.abc import Mapping
from typing import get_args, get_origin

from pydantic.fields import FieldInfo

from studypack.base.errors import ContentPath
from studypack.base.styled_text import Text
from studypack.model.content import Pack
from studypack.model.fields import ContentModel, keys_of
from studypack.model.pictures import Shown

_ITEM_NOUNS = {
    "points": "point",
    "events": "event",
    "worksheets": "worksheet",
    "questions": "question",
    "scheme": "point",
    "levels": "level",
    "starters": "starter",
    "paragraphs": "paragraph",
    "glossary": "term",
    "people": "person",
    "flashcards": "flashcard",
    "boxes": "box",
    "corrections": "correction",
    "distractors": "distractor",
    "sections": "section",
    "skip": "section",
    "labels": "label",
    "sides": "side",
}
"""The noun for one item of each list."""


def _part_within(annotation: object) -> type[ContentModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, ContentModel):
        return annotation
    for each in get_args(annotation):
        if found := _part_within(each):
            return found
    return None


def model_at(path: ContentPath) -> type[ContentModel] | None:
    """Return the model of the part at a path; None if the path leads to a text or to nothing."""
    part: type[ContentModel] | None = Pack
    kind: object = None
    for step in path:
        if isinstance(step, str):
            named = _kind_within(kind, Mapping)
            kind = keys_of(part)[step].annotation if part is not None and step in keys_of(part) else named
            part = _part_within(kind)
        elif listed := _kind_within(kind, tuple):
            part = _part_within(listed)
    return part


def _kind_within(annotation: object, kind: type) -> object:
    """The list or the mapping among the types that a value may have; None if it may be none."""
    if get_origin(annotation) is kind:
        return annotation
    return next((found for each in get_args(annotation) if (found := _kind_within(each, kind))), None)


def is_picture(path: ContentPath) -> bool:
    """Return whether the part at a path is a picture."""
    part = model_at(path)
    return part is not None and issubclass(part, Shown)


def knows_key(path: ContentPath) -> bool:
    """Return whether the last step of a path is a key of the part around it."""
    return path[-1] in keys_at(path[:-1])


def keys_at(path: ContentPath) -> Mapping[str, FieldInfo]:
    """Return the fields of the part at a path by their keys, as they are written; empty if there is no part."""
    part = model_at(path)
    return keys_of(part) if part else {}


def takes_list(path: ContentPath) -> bool:
    """Return whether the value at a path is a list, of texts or of parts, and nothing else."""
    field = keys_at(path[:-1]).get(str(path[-1]))
    names_list = path[-1] == "moves" or (path[-1] in _ITEM_NOUNS and path[-1] not in ("sides", "scheme"))
    return names_list and field is not None and _kind_within(field.annotation, tuple) is not None


def takes_text(path: ContentPath) -> bool:
    """Return whether the value at a path may be a text: no date, no number, no part."""
    field = keys_at(path[:-1]).get(str(path[-1]))
    return field is not None and _has_text(field.annotation)


def _has_text(annotation: object) -> bool:
    return annotation in (str, Text) or any(map(_has_text, get_args(annotation)))


def describe(path: ContentPath) -> str:
    """Return the name of the value at a path for a reader: point 3, worksheet 1, the pack, 'title'."""
    if not path:
        return "the pack"
    last = path[-1]
    if isinstance(last, str):
        return repr(last)
    names = [step for step in path if isinstance(step, str)]
    nested = len(path) > 1 and isinstance(path[-2], int)
    if nested:
        return f"move {last + 1} of paragraph {int(path[-2]) + 1}"
    return f"{noun_of(names[-1]) if names else 'item'} {last + 1}"


def noun_of(name: str) -> str:
    """Return the noun for one item of a list: point for points."""
    return _ITEM_NOUNS.get(name, "item")
