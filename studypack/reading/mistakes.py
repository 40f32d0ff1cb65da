"""Explanations of validation errors: pydantic's report becomes a message and a hint for a teacher."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from pydantic_core import ErrorDetails

from studypack.base.errors import ContentPath
from studypack.base.file_folder import FileError
from studypack.base.wording import closest, join_words, quoted, suggest_closest
from studypack.model.dates.parser import DateError
from studypack.model.fields import choices, range_said
from studypack.model.source_lines import MarkupError
from studypack.reading.content_paths import describe, is_picture, keys_at, model_at, noun_of, takes_list, takes_text
from studypack.reading.hints import as_value, find_glued_colon, in_quotes, truncate, wrong_dash
from studypack.reading.picture_hints import picture_written_out
from studypack.reading.tree import MappingNode, Node, ScalarNode, SequenceNode

_WRONG_DASH = re.compile(r"-(?=[^\W\d_])|[\u2013\u2014\u2022*]\s+|[0-9]{1,3}[.)]\s+")
"""What teachers type for the '- ' of a list item, at the start of its text."""
_PAIR = re.compile(r"(?P<name>.+?) [-\u2013\u2014=] (?P<said>.+)", re.DOTALL)
"""A term and its meaning, or a name and its role, on one line."""
_MARKS = re.compile(r"(?P<name>.*\S)\s*[\[(](?P<said>\d{1,3})(?:\s?marks?)?[\])]", re.DOTALL)
"""A question and its marks on one line."""

_ONE: Mapping[str | int, str] = {
    "side": "write one of them, or take the line out for a point on no side",
    "language": "write the one that the pack is in",
}
"""Keys for which authors write several, though there is one; and what to write."""
_ON_ONE_LINE = "write it on one line, or under a |, indented"
_WORDS = "write the keys of studypack words under it, indented, and after each your own words"


class Mistake(NamedTuple):
    """A mistake: its path, a message and a hint; `at_key`, `offset` and `length` say which part of the source is
    meant.
    """

    path: ContentPath
    message: str
    hint: str = ""
    at_key: bool = False
    offset: int | None = None
    """From the first character of the value; None means the whole value."""
    length: int = 1


def explain_mistake(
    details: ErrorDetails, node: Node | None, *, without_value: bool, in_brackets: bool
) -> Mistake | None:
    """Return the mistake that a validation error stands for; None if it only follows from another error.

    `node` is the value at the error's path. `without_value` says that a missing key was written without a value,
    `in_brackets` that the node is an item between brackets.
    Unknown keys are explained in `unknown_keys`.
    """
    path: ContentPath = details["loc"]
    kind, context = details["type"], details.get("ctx", {})
    if kind == "too_short" and isinstance(node, SequenceNode) and node.items:
        return None
    if kind == "missing":
        return _missing_key(path, node, without_value=without_value)
    if kind == "reference":
        return Mistake(path, context["message"], context["hint"], **context.get("place", {}))
    if kind == "value_error":
        return _parse_error(path, context["error"])
    if _is_type_error(kind):
        return _wrong_type(path, kind, node, in_brackets=in_brackets)
    return _wrong_value(path, kind, node)


def _missing_key(path: ContentPath, node: Node | None, *, without_value: bool) -> Mistake:
    if without_value and (told := null_word(path, node)):
        return told
    if without_value:
        return Mistake(path, f"{describe(path)} has no value", f"write it after {path[-1]}:", at_key=True)
    hint = f"add a line {path[-1]}: … to it" if len(path) > 1 else f"add a line {path[-1]}: … to the file"
    return Mistake(path[:-1], f"{describe(path[:-1])} has no {path[-1]!r}", hint)


def null_word(path: ContentPath, node: Node | None) -> Mistake | None:
    """Return the mistake for a word such as null that YAML reads as no value; None if the node is something else."""
    if not isinstance(node, ScalarNode) or not node.is_null or not node.value:
        return None
    hint = f'write "{node.value}" for the word, or take the line out'
    return Mistake(path, f"{node.value} without quotes stands for no value", hint, length=len(node.value))


def without_dash(key: str) -> str:
    """Return a key without a dash that is glued to it."""
    return key.lstrip("-\u2013\u2014\u2022 ")


def missing_dash(path: ContentPath, key: str, mark: str) -> Mistake:
    """Return the mistake for an item that starts with -side: or \u2022 side: instead of - side:."""
    return Mistake(
        path, wrong_dash(mark), f"write - {key}: … and put the rest of the item right under {key}", at_key=True
    )


def _parse_error(path: ContentPath, error: Exception) -> Mistake:
    if isinstance(error, MarkupError):
        return Mistake(path, error.message, error.hint, offset=error.offset, length=error.length)
    if isinstance(error, DateError | FileError):
        return Mistake(path, error.message, error.hint)
    raise error  # a bug in the program


def _is_type_error(kind: str) -> bool:
    return kind in ("text_wanted", "text_empty", "string_type", "tuple_type", "dict_type") or kind.startswith("model")


def _wrong_type(path: ContentPath, kind: str, node: Node | None, *, in_brackets: bool) -> Mistake:
    """A text, a list or a mapping where another kind of value is needed."""
    name = describe(path)
    if isinstance(node, ScalarNode) and node.is_null:
        message = f"{name} is empty" if isinstance(path[-1], int) else f"{name} has no value"
        return null_word(path, node) or Mistake(path, message, "write something after it, or take the line out")
    if kind == "tuple_type":
        return _not_a_list(path, node)
    if kind.startswith("model") or kind == "dict_type":
        if isinstance(node, ScalarNode) and (glued := find_glued_colon(node.value)):
            return Mistake(path, *glued[1:], offset=glued[0])
        keys = ", ".join(keys_at(path))
        if isinstance(node, SequenceNode) and node.in_brackets and keys:
            return Mistake(
                path, f"{name} should be no list", f"put quotes round text that starts with [; its keys are {keys}"
            )
        hint = f"its keys are {keys}" if keys else _WORDS
        if isinstance(node, ScalarNode) and (pair := needed_pair(path)):
            written = _pair_in_text(path, pair, node)
            hint = f"{'take out the brackets, and ' * in_brackets}write {written}" if written else hint
        if isinstance(node, ScalarNode) and is_picture(path):
            hint = f"write {path[-1]}: {picture_written_out(node)}"
        return Mistake(path, f"{name} should have keys of its own, not be {_shape(node)}", hint)
    return _not_a_text(path, node)


def _pair_in_text(path: ContentPath, pair: list[str], node: ScalarNode) -> str:
    """How the two keys that a part needs are written, if a text stands in its place; else empty."""
    first, second = pair
    line = _PAIR if takes_text((*path, second)) or not takes_text((*path, first)) else _MARKS
    if apart := line.fullmatch(node.value):
        return format_pair(pair, apart["name"], replace(node, value=apart["said"]))
    if second == "text" and node.value.endswith((".", "!", "?")):
        return format_pair(pair, "…", node)
    return format_pair(pair, node.value, None) if takes_text((*path, first)) else ""


def _shape(node: Node | None) -> str:
    return "one text" if isinstance(node, ScalarNode) else "a list that starts with '- '"


def _not_a_list(path: ContentPath, node: Node | None) -> Mistake:
    name = describe(path)
    if name.startswith("paragraph ") and isinstance(node, MappingNode):
        return Mistake(path, f"{name} should be a list of moves", "start its first move with '- - move: …'")
    first = next(iter(node.items), "") if isinstance(node, MappingNode) else ""
    pair = needed_pair(path)
    if without_dash(first) != first:
        return missing_dash((*path, first), without_dash(first), first[0])
    if isinstance(node, ScalarNode) and not node.style and (mark := _WRONG_DASH.match(node.value)):
        item = node.value[mark.end() :].split(" - ")[0]
        return Mistake(path, wrong_dash(mark[0].strip()), f"write - {item}")
    one = noun_of(str(path[-1]))
    hint = f"start each {one} with '- '"
    if pair and first and isinstance(node, MappingNode) and first not in keys_at(path):
        hint += f": {format_pair(pair, first, node.items[first])}"
    elif isinstance(node, ScalarNode) and model_at(path) is None and (items := _in_brackets(node)):
        hint = f"write {path[-1]}: [{items}]"
    return Mistake(path, f"{name} should be a list", hint)


def needed_pair(path: ContentPath) -> list[str]:
    """Return the two required keys of a part at a path, if it has just two, such as a term and its meaning; else
    none.
    """
    needed = [key for key, field in keys_at(path).items() if field.is_required()]
    return needed if len(needed) == 2 else []


def format_pair(pair: list[str], name: str, value: Node | None) -> str:
    """Return how the two keys of a part are written, if its author wrote name: value."""
    said = as_value(value.value) if isinstance(value, ScalarNode) and value.value else "…"
    return f"- {pair[0]}: {as_value(name)} and right under {pair[0]}, {pair[1]}: {said}"


def _in_brackets(node: ScalarNode) -> str:
    """A text on the line of its key as the items of a list; empty if it is no such text, or an item needs quotes."""
    text = node.value.removeprefix("- ")
    return "" if node.style in ("|", ">") or len(text) > 60 or re.search(r"[]\[{}:#'\"]", text) else text


def _not_a_text(path: ContentPath, node: Node | None) -> Mistake:
    name = describe(path)
    if isinstance(node, MappingNode) and node.in_braces:
        return Mistake(path, f"{name} should be text, not braces", "put quotes round text that starts with {")
    if isinstance(node, MappingNode) and len(node.items) == 1:
        [(key, value)] = node.items.items()
        said = f"{key}: {value.value}" if isinstance(value, ScalarNode) else f"{key}: …"
        message = f"{name} should be text, and its colon makes it a key with a value"
        return Mistake(path, message, f'put quotes round it: "{truncate(said)}"')
    if isinstance(node, ScalarNode):
        under = node.style in ("|", ">")
        hint = f"indent its text below the {node.style}, or take the line out" if under else ""
        return Mistake(path, f"{name} is empty", hint or "write something, or take the line out")
    if isinstance(node, SequenceNode):
        return _list_for_text(path, node)
    return Mistake(path, f"{name} should be text, not keys with values", _ON_ONE_LINE)


def _list_for_text(path: ContentPath, node: SequenceNode) -> Mistake:
    """A list where a text is needed: several of what there is one of, a text in brackets, or the list of a like key."""
    message = f"{describe(path)} should be text, not a list"
    if only := _ONE.get(path[-1]):
        return Mistake(path, message, only)
    if not node.in_brackets:
        other = _list_meant(path)
        return Mistake(path, message, f"did you mean {quoted(other)}, which is one?" if other else _ON_ONE_LINE)
    texts = [each.value for each in node.items if isinstance(each, ScalarNode)]
    hint = "put quotes round text that starts with ["
    if texts and len(texts) == len(node.items) and takes_text(path) and isinstance(path[-1], str):
        hint = f"write {path[-1]}: {in_quotes(', '.join(texts))}, or {hint}"
    return Mistake(path, message, hint)


def _list_meant(path: ContentPath) -> str:
    """The key of a list that is named nearly as a key for a text: questions for question; empty if none is."""
    lists = [key for key in keys_at(path[:-1]) if takes_list((*path[:-1], key))]
    return closest(str(path[-1]), lists, 0.8)


def _wrong_choice(path: ContentPath, said: str) -> Mistake:
    """A value that is none of the words that a key may have."""
    key, part = str(path[-1]), model_at(path[:-1])
    assert part is not None
    allowed = choices(part, key)
    message = f"{key} must be {join_words(map(quoted, allowed), 'or')}"
    return Mistake(path, message, suggest_closest(said, allowed, "choose one"))


def _wrong_value(path: ContentPath, kind: str, node: Node | None) -> Mistake:
    """A value of the right type that is not allowed."""
    name = describe(path)
    said = node.value if isinstance(node, ScalarNode) else ""
    if kind in ("enum", "bool_parsing"):
        return _wrong_choice(path, said)
    if kind == "too_short":
        return Mistake(path, f"{name} is empty", "write its first item after a '- ', or take it out")
    if kind == "string_pattern_mismatch":
        return Mistake(path, f"{quoted(said)} is no language tag", "write it like en-GB, de or fr-CA")
    key, part = str(path[-1]), model_at(path[:-1])
    if part and key in part.model_fields and (allowed := range_said(part, key)):
        return Mistake(path, f"{key} cannot be {quoted(said)}", f"it is {allowed}")
    return Mistake(path, f"{name} cannot be read", "see the schema for what it may hold")
