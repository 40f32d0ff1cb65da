"""Explanations of unknown keys: misspelt, glued to their value, or in the wrong part."""

from collections import Counter
from collections.abc import Mapping, Sequence

from pydantic_core import ErrorDetails

from studypack.base.errors import ContentPath
from studypack.base.wording import closest, join_words, quoted, suggest_closest
from studypack.reading.content_paths import describe, is_picture, keys_at, knows_key, model_at, takes_list, takes_text
from studypack.reading.hints import find_glued_colon
from studypack.reading.mistakes import Mistake, format_pair, missing_dash, needed_pair, without_dash
from studypack.reading.picture_hints import PICTURES, SHOWS, WHERE, picture_written_out
from studypack.reading.source_map import node_at
from studypack.reading.tree import MappingNode, Node, ScalarNode, SequenceNode

_MOST_INNER = 3
"""The parts that are named as those that a key may belong to."""


def explain_unknown_keys(
    errors: Sequence[ErrorDetails], root: Node | None
) -> tuple[dict[ContentPath, Mistake], set[ContentPath]]:
    """Return the mistake for each unknown key, by its path, and the paths of the missing keys that they stand for.

    A missing key of the latter needs no report of its own, because it follows from the mistake.
    """
    unknown = [each["loc"] for each in errors if each["type"] == "extra_forbidden"]
    missing = _missing(errors)
    opening = {path: key for path in unknown if (key := _opening_key(root, path, missing.get(path[:-1], [])))}
    for path, key in opening.items():
        missing[path[:-1]].remove(key)
    others = [path for path in unknown if path not in opening]
    moved = {path: place for path in others if (place := _right_place(root, path)) is not None}
    keys = opening | _keys_meant(missing, [path for path in others if path not in moved])
    mistakes = {path: _unknown_key(path, keys.get(path, ""), node_at(root, path)) for path in unknown}
    mistakes |= {path: _misplaced(root, path, place) for path, place in moved.items()}
    meant = {(*path[:-1], key) for path, key in keys.items()} | {(*place, path[-1]) for path, place in moved.items()}
    for path in unknown:
        if path not in {*moved, *keys} and path[-1] not in PICTURES and (pair := _pair(root, path)):
            part = node_at(root, path[:-1])
            assert isinstance(part, MappingNode)
            hint = f"write {format_pair(pair, str(path[-1]), part.items[str(path[-1])])}"
            mistakes[path] = Mistake(path, f"{describe(path[:-1])} has none of its keys", hint, at_key=True)
            meant |= {(*path[:-1], key) for key in pair}
        elif rest := _after_comma(root, path):
            mistakes[path] = rest
            meant |= {path} if _after_comma(root, (*path[:-1], _key_before(root, path))) else set()
    return mistakes, meant


def _pair(root: Node | None, path: ContentPath) -> list[str]:
    """The two keys of a part such as a term, if its author wrote one as the key of the other: Leaf: where light
    falls.
    """
    part = node_at(root, path[:-1])
    is_only = isinstance(part, MappingNode) and len(part.items) == 1
    return needed_pair(path[:-1]) if is_only and isinstance(path[-2:][0], int) else []


def _key_before(root: Node | None, path: ContentPath) -> str:
    """The key before the last one of a path; empty if that is the first."""
    part = node_at(root, path[:-1])
    keys = list(part.keys) if isinstance(part, MappingNode) else []
    return keys[keys.index(str(path[-1])) - 1] if path[-1] in keys[1:] else ""


def _after_comma(root: Node | None, path: ContentPath) -> Mistake | None:
    """A text after a comma between braces, without a colon: it belongs to the text before the comma."""
    part, before = node_at(root, path[:-1]), _key_before(root, path)
    if not isinstance(part, MappingNode) or not part.in_braces or not before:
        return None
    if knows_key(path) or find_glued_colon(str(path[-1])):
        return None
    key, value = part.keys[str(path[-1])], part.items[str(path[-1])]
    if not isinstance(value, ScalarNode) or value.style or value.value or value.begins > key.ends + 1:
        return None
    hint = f"put quotes round the whole text of {before}: to keep its commas"
    return Mistake(path, f"the text before {quoted(key.value)} ends at the comma", hint, at_key=True)


def _missing(errors: Sequence[ErrorDetails]) -> dict[ContentPath, list[str]]:
    """The keys that each part needs and has not, by its path."""
    missing: dict[ContentPath, list[str]] = {}
    for each in errors:
        if each["type"] == "missing":
            missing.setdefault(each["loc"][:-1], []).append(str(each["loc"][-1]))
    return missing


def _opening_key(root: Node | None, path: ContentPath, missing: Sequence[str]) -> str:
    """The first key that an item needs, if it is missing and an unknown one stands there: question: Why? for ask:."""
    part, needed = node_at(root, path[:-1]), [key for key, each in keys_at(path[:-1]).items() if each.is_required()]
    if not isinstance(part, MappingNode) or not isinstance(path[-2:][0], int) or next(iter(part.keys), "") != path[-1]:
        return ""
    first, last = (*path[:-1], *needed[:1]), (*path[:-1], *needed[-1:])
    is_name = len(part.items) == 1 and takes_text(last)  # - Leaf: where light falls
    is_known = missing == needed[:1] or (missing == needed_pair(path[:-1]) and takes_text(first))
    is_key = str(path[-1]).isidentifier() and str(path[-1]).casefold() not in PICTURES
    return missing[0] if missing and is_key and is_known and not is_name else ""


def _keys_meant(missing: Mapping[ContentPath, list[str]], unknown: Sequence[ContentPath]) -> dict[ContentPath, str]:
    """The missing key that each unknown one of the same part stands for, by the path of the unknown one.

    It is the most similar one, or the only missing key if only one is unknown.
    """
    siblings = Counter(path[:-1] for path in unknown)
    found = {}
    for path in unknown if missing else ():
        names, key = missing.get(path[:-1], []), str(path[-1]).casefold()
        near = closest(without_dash(key).partition(":")[0], names)
        is_alone = len(names) == siblings[path[:-1]] == 1 and key not in PICTURES and len(key.split()) == 1
        if near or is_alone:
            found[path] = near or names[0]
    return found


def _right_place(root: Node | None, path: ContentPath) -> ContentPath | None:
    """The path of the part that an unknown key belongs to, above it or around it; None if there is none."""
    around = node_at(root, path[:-1])
    if not isinstance(around, MappingNode):
        return None
    keys = list(around.keys)
    earlier = [(*path[:-1], key) for key in keys[: keys.index(str(path[-1]))]]
    known = next((each for each in reversed(earlier) if knows_key(each)), None)
    if known and _is_empty(root, known) and not takes_list(known) and path[-1] in keys_at(known):
        return known
    before: ContentPath = earlier[-1] if earlier else path[:-1]
    while isinstance(node := node_at(root, before), SequenceNode) and node.items:
        before = (*before, len(node.items) - 1)
    outer = next(
        (path[:end] for end in range(len(path) - 2, -1, -1) if model_at(path[:end]) != model_at(path[:-1])), ()
    )
    for place in (before, outer):
        node = node_at(root, place)
        if (
            isinstance(node, MappingNode)
            and not node.in_braces
            and path[-1] in keys_at(place).keys() - node.keys.keys()
        ):
            return place
    return None


def _is_empty(root: Node | None, path: ContentPath) -> bool:
    node = node_at(root, path)
    return isinstance(node, ScalarNode) and node.is_null


def _misplaced(root: Node | None, path: ContentPath, place: ContentPath) -> Mistake:
    """The mistake for an unknown key that belongs to the part at `place`."""
    part = node_at(root, place)
    if not isinstance(part, MappingNode):
        hint = f"indent it further than {place[-1]}: above it, to which it belongs"
        return Mistake(path, f"unknown key {quoted(str(path[-1]))}", hint, at_key=True)
    hint = f"if it belongs to {describe(place)}, put it right under {next(iter(part.keys))}: of line {part.line + 1}"
    return Mistake(path, f"unknown key {quoted(str(path[-1]))}", hint, at_key=True)


def _key_of_picture(path: ContentPath, value: Node | None) -> Mistake | None:
    """The mistake for an unknown key that is to be a picture, or belongs to one; None if it is neither."""
    key, folded = str(path[-1]), str(path[-1]).casefold()
    own = next((name for name in keys_at(path[:-1]) if is_picture((*path[:-1], name))), "")
    if folded in PICTURES:
        hint = (
            f"write {own}: {picture_written_out(value)}" if isinstance(value, ScalarNode) else f"did you mean {own!r}?"
        )
        if not own:
            return Mistake(path, f"unknown key {quoted(key)}: no picture stands here", WHERE, at_key=True)
        return Mistake(path, f"unknown key {quoted(key)}", hint, at_key=True)
    if own and folded in keys_at((*path[:-1], own)):
        hint = f"write it in the picture that it belongs to: {own}: {{file: dam.png, alt: {SHOWS}, {folded}: …}}"
        return Mistake(path, f"unknown key {quoted(key)}", hint, at_key=True)
    return None


def _unknown_key(path: ContentPath, key_meant: str, value: Node | None) -> Mistake:
    key = str(path[-1])
    known = list(keys_at(path[:-1]))
    within = "" if key_meant else _of_inner_part(path, value)
    if (of_picture := _key_of_picture(path, value)) and not within:
        return of_picture
    if glued := find_glued_colon(key):
        return Mistake(path, *glued[1:], at_key=True)
    if without_dash(key) != key and without_dash(key) in known:
        return missing_dash(path, without_dash(key), key[0])
    if len(key.split()) > 1 and not closest(key, known, 0.65):
        hint = f"indent it further than the key above it if it is text; else the keys here are {', '.join(known)}"
        return Mistake(path, f"unknown key {quoted(key)}", hint, at_key=True)
    otherwise = f"the keys here are {', '.join(known)}"
    if key_meant:
        otherwise = (
            f"did you mean {quoted(key_meant)}, which {describe(path[:-1])} needs? Its keys are {', '.join(known)}"
        )
    hint = within or suggest_closest(key, [key_meant] if key_meant else known, otherwise, cutoff=0.65)
    return Mistake(path, f"unknown key {quoted(key)}", hint, at_key=True)


def _of_inner_part(path: ContentPath, value: Node | None) -> str:
    """A hint at the parts right within the part that have the key, or a like one; empty if none or many have it.

    A like one is looked for in parts that are no lists: the items of lists have too many keys to guess by.
    """
    part, typed = path[:-1], str(path[-1])
    inner = {name: keys_at((*part, name)) for name in keys_at(part) if not is_picture((*part, name))}
    single = {key for name, keys in inner.items() if not takes_list((*part, name)) for key in keys}
    key = typed if any(typed in keys for keys in inner.values()) else closest(typed, sorted(single), 0.8)
    names = [name for name, keys in inner.items() if key in keys]
    fits = not isinstance(value, SequenceNode) or all(takes_list((*part, name, key)) for name in names)
    most = 1 if typed.casefold() in PICTURES else _MOST_INNER
    if not key or len(names) > most or not fits or closest(typed, keys_at(part), 0.8):
        return ""
    listed = [name for name in names if takes_list((*part, name))]
    places = join_words((f"{'in an item of' if name in listed else 'under'} {name}:" for name in names), "or")
    hint = f"write it {places}" + ", indented" * (not listed)
    return hint if key == typed else f"did you mean {quoted(key)}? If so, {hint}"
