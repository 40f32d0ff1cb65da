"""The reference of the format: what each key, option and mode means, what it takes, and an example of it."""

import re
import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import yaml
from pydantic import BaseModel

from studypack.base.record import record
from studypack.base.resources import shipped_content_folder
from studypack.model.content import Pack
from studypack.model.fields import (
    ContentModel,
    Date,
    Day,
    Line,
    Prose,
    Sentences,
    Word,
    choices,
    keys_of,
    range_said,
    written,
    written_form,
)
from studypack.model.house_faces import Font
from studypack.model.house_style import HexColor
from studypack.model.options import MODES, OPTIONS, Options, typed
from studypack.model.reader import Reader
from studypack.model.schema import descriptions
from studypack.model.sides import SideWord

_TAKEN = (
    (Line, "a line of text"),
    (Prose, "a text"),
    (Sentences, "a text without pictures"),
    (Word, "a name"),
    (Date, "a date"),
    (Day, "a day: 14 September 2026, 2026-09-14"),
    (Font, "the name of a TrueType file"),
    (HexColor, 'a colour as six digits: "#1f4e79"'),
    (SideWord, "advantage | disadvantage | the side's id, or its name as it is printed"),
)
_KINDS = {get_args(kind)[1].func: says for kind, says in _TAKEN}
"""What a field takes, by the function that reads it."""
_LONGEST = 90
"""Characters of an example."""
_SIMPLE = {bool: "yes | no", float: "a percentage", Mapping: "keys of its own"}


@record
class Entry:
    """A key of the content, an option or a mode."""

    path: str
    """points.date, paper, table.mode."""
    says: str
    """What it means."""
    takes: str
    """What is written after it."""
    needed: bool = False
    usual: str = ""
    """Its value where none is given."""
    example: str = ""
    command: str = ""
    """The same as words of the command line; empty for what stands in the content alone."""
    alike: str = ""
    """The first key that has the same keys in it; empty for itself, and for what has none."""

    @property
    def depth(self) -> int:
        """How many keys it stands in."""
        return self.path.count(".")


def entries() -> Iterator[Entry]:
    """Yield the whole format: the keys of the content, each after the one that it stands in, then options and modes."""
    yield from _keys(Pack, "", {Pack: ""})
    for name in OPTIONS:
        yield _choice(Options, name, name)
    for section, modes in MODES.items():
        for key in modes.model_fields:
            yield _choice(modes, key, f"{section}.{key}")


def found_by(name: str, known: Sequence[Entry]) -> list[Entry]:
    """Return the entries that a user means: by their path, else by the last word of it. Empty if there are none.

    `pack.paper`, `--paper` and `points.0.date` are read as paper and points.date.
    """
    parts = [part for part in re.split(r"[.\[\]]+", name.strip().lstrip("-").replace("-", "_").lower()) if part]
    path = ".".join(part for part in parts if not part.isdecimal()).removeprefix("pack.")
    return [each for each in known if each.path == path] or [
        each for each in known if path and each.path.rpartition(".")[2] == path
    ]


def _keys(model: type[BaseModel], before: str, seen: dict[type[BaseModel], str]) -> Iterator[Entry]:
    says = {name: " ".join(each.split()) for name, each in descriptions(model).items()}
    for (key, field), name in zip(keys_of(model).items(), model.model_fields, strict=True):
        if name == "pack":
            continue
        path = f"{before}{key}"
        takes, parts = _takes(field.annotation, field.metadata)
        part = parts[0] if parts else None
        usual = written(field.default) if isinstance(field.default, str | bool) and not field.is_required() else ""
        alike = seen.setdefault(part, path) if part else path
        example = "" if part else _example(path)
        yield Entry(path, says[name], takes, field.is_required(), usual, example, alike="" if alike == path else alike)
        for each in parts:
            yield from _keys(each, f"{path}.", seen)


def _example(path: str) -> str:
    """A key with its first value in the packs that come with the program; empty if they have none, or a long one."""
    found = next(_values(_shipped(), path.split(".")), None)
    shown = str(found) if isinstance(found, str | int) else ""
    return f"{path.rpartition('.')[2]}: {shown}" if shown and len(shown) <= _LONGEST and "\n" not in shown else ""


@cache
def _shipped() -> list[object]:
    files = sorted(shipped_content_folder().glob("*.yaml"))
    return [yaml.load(file.read_text(encoding="utf-8"), yaml.CBaseLoader) for file in files]


def _values(node: object, keys: Sequence[str]) -> Iterator[object]:
    """Yield the values at some keys, in each item of the lists on the way."""
    if isinstance(node, list):
        for each in node:
            yield from _values(each, keys)
    elif not keys:
        yield node
    elif isinstance(node, Mapping) and keys[0] in node:
        yield from _values(node[keys[0]], keys[1:])


def _choice(model: type[BaseModel], key: str, path: str) -> Entry:
    """An option of the whole pack, or a mode of a section."""
    words = choices(model, key)
    usual = written(model.model_fields[key].default)
    other = next((word for word in words if word != usual), "")
    allowed = range_said(model, key)
    form = written_form(model, key)
    value = form.example if form else other or (allowed.split()[-1] if allowed else "table,worksheets")
    takes = " | ".join(words) or allowed or "names of sections"
    command = _typed(path, value, words)
    section, _, mode = path.rpartition(".")
    inside = f"{section}: {{{mode}: {value}}}" if section else f"{path}: {f'[{value}]' if ',' in value else value}"
    return Entry(path, descriptions(model)[key], takes, usual=usual, example=f"pack: {{{inside}}}", command=command)


def _typed(path: str, value: str, words: Sequence[str]) -> str:
    is_switch = path in OPTIONS and set(words) == {"yes", "no"}
    return shlex.join(typed(path, value == "yes" if is_switch else value))


def _is_model(form: tuple[str, list[type[ContentModel]]]) -> bool:
    """Whether a form of a value has keys: a list of texts is said first."""
    return bool(form[1])


def _takes(kind: Any, metadata: Iterable[Any] = ()) -> tuple[str, list[type[ContentModel]]]:  # noqa: ANN401  (any type)
    """What a field of a type takes in words, and the models that have its keys; two where it has two forms."""
    for reader in metadata:
        if isinstance(reader, Reader) and reader.func in _KINDS:
            return _KINDS[reader.func], []
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _takes(inner[0], inner[1:])
    if origin in (Union, UnionType):
        found = [_takes(each) for each in inner if each is not NoneType]
        forms = sorted((each for each in found if each[1] or each[0].startswith("a list")), key=_is_model) or found[:1]
        return ", or ".join(takes for takes, _ in forms), [part for _, parts in forms for part in parts]
    if origin is tuple:
        takes, parts = _takes(inner[0])
        return ("a list" if parts else f"a list; each is {takes}"), parts
    if isinstance(kind, type) and issubclass(kind, ContentModel):
        return "keys of its own", [kind]
    return _SIMPLE.get(origin or kind, "a word"), []
