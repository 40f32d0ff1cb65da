"""The controls of the preview, made from the choices that there are: a new option or mode needs no line here."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from studypack.modes import MODES
from studypack.options import Options, Paper
from studypack.part import choices
from studypack.preview.wishes import PLAIN, part_of, written
from studypack.schema import described


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values that a control offers."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Control:
    """One thing to choose, as the page is to offer it."""

    name: str
    """The key in the address: paper, table.mode."""
    label: str
    says: str
    """What the choice means, in a sentence."""
    kind: str
    """choice, switch or number."""
    usual: str
    """The value where nobody says anything."""
    choices: tuple[Choice, ...] = ()
    """Of a choice."""
    least: int | None = None
    """Of a number."""
    most: int | None = None
    step: int = 1


def pack_controls() -> list[Control]:
    """What is chosen for the whole pack: its paper, its type …"""
    return [_control(part_of(key), key, "", getattr(Options(), key)) for key in PLAIN]


def section_controls() -> dict[str, list[Control]]:
    """The modes of each section that has some."""
    return {
        name: [_control(part, key, f"{name}.", field.default) for key, field in part.model_fields.items()]
        for name, part in MODES.items()
    }


def _control(part: type[BaseModel], key: str, before: str, usual: object) -> Control:
    schema = _schema(part)[key]
    words = choices(part, key)
    kind = "number" if not words else "switch" if words == ("yes", "no") else "choice"
    number = _number(schema)
    return Control(
        name=before + key,
        label=key.replace("_", " ").capitalize(),
        says=_says(schema.get("description", ""), kind),
        kind=kind,
        usual=written(usual),
        choices=_choices(words, unsaid=usual is None) if kind == "choice" else (),
        least=number.get("minimum"),
        most=number.get("maximum"),
        step=number.get("multipleOf", 1),
    )


@cache
def _schema(part: type[BaseModel]) -> dict[str, Any]:
    """What the JSON Schema says of each field."""
    properties: dict[str, Any] = described(part.model_json_schema(), [part])["properties"]
    return properties


def _number(schema: dict[str, Any]) -> dict[str, Any]:
    """The part of a field's schema that speaks of a number."""
    kinds = [schema, *schema.get("anyOf", ())]
    return next((kind for kind in kinds if kind.get("type") == "integer"), {})


def _choices(words: Sequence[str], *, unsaid: bool) -> tuple[Choice, ...]:
    """What a list offers; to say nothing is a choice, too, where nothing is the usual value."""
    return (*([Choice("", "As usual")] if unsaid else []), *(Choice(word, _label(word)) for word in words))


def _says(description: str, kind: str) -> str:
    """A field's description as a sentence under its control; a switch has no yes and no to speak of."""
    word, _, rest = description.partition(" ")
    if kind == "switch" and word in ("yes", "no"):
        return rest[:1].upper() + rest[1:] if word == "yes" else f"Unticked, {rest}"
    return description[:1].upper() + description[1:]


def _label(word: str) -> str:
    """A value as people read it: A4, Dates blank, Bank + hints."""
    if word in set(Paper):
        return Paper(word).sheet.label
    return word.replace("-", " ").replace("+", " + ").capitalize()
