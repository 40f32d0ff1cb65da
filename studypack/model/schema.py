"""The JSON Schema of a pack for YAML editors: as tolerant as the loader, and no more."""

import ast
import inspect
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import Any

from pydantic import BaseModel

from studypack.model.content import Pack
from studypack.model.fields import YES_NO, ContentModel, Option
from studypack.model.messages import messages

Schema = dict[str, Any]

SCALARS = ["string", "number", "boolean"]
"""The types that a schema checker may give to a scalar: the loader reads 1921, 12.5 and no as text."""
_YES_NO_TOO = (*YES_NO, "on", "off", "true", "false")
"""What else the loader reads as yes or no. A checker that follows YAML 1.2 may take it for text."""


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of a pack (2020-12), each field with its title and description.

    A checker may take a scalar for a number or a boolean, because the loader reads every scalar as text.
    """
    schema = add_descriptions(Pack.model_json_schema(by_alias=True), _parts(ContentModel))
    words = {key: {"type": "string", "description": " | ".join(each.english)} for key, each in messages().items()}
    schema["properties"]["words"] |= {"properties": words, "additionalProperties": False}
    return _loosen_for_editors(schema)


def _parts(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield the models made from one, and those made from these."""
    for part in model.__subclasses__():
        yield part
        yield from _parts(part)


def add_descriptions(schema: Schema, models: Iterable[type[BaseModel]]) -> Schema:
    """Return the schema with each field's description."""
    parts = {**schema.get("$defs", {}), schema["title"]: schema}
    for model in models:
        properties = parts.get(model.__name__, {}).get("properties", {})
        for name, says in descriptions(model).items() if properties else ():
            properties[model.model_fields[name].alias or name]["description"] = says
    return schema


def descriptions(model: type[BaseModel]) -> dict[str, str]:
    """Return what each field of a model means: the help of its `Option`, else the docstring under it.

    Pydantic can read docstrings itself, but parses the source of every model whenever the program starts.
    """
    helped = {
        name: said.help
        for name, field in model.model_fields.items()
        for said in field.metadata
        if isinstance(said, Option)
    }
    bases = (base for base in reversed(model.__mro__) if base is not BaseModel and issubclass(base, BaseModel))
    return {name: says for base in bases for name, says in _docstrings(base).items()} | helped


@cache
def _docstrings(model: type[BaseModel]) -> dict[str, str]:
    (body,) = ast.parse(inspect.getsource(model)).body
    assert isinstance(body, ast.ClassDef)
    return {
        field.target.id: inspect.cleandoc(says.value.value)
        for field, says in pairwise(body.body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and field.target.id in model.model_fields
        and isinstance(says, ast.Expr)
        and isinstance(says.value, ast.Constant)
        and isinstance(says.value.value, str)
    }


def _loosen_for_editors(schema: Schema) -> Schema:
    """Return a copy of the schema that accepts scalars as YAML checkers type them, and keys without a value.

    Defaults that cannot be written in YAML (an empty tuple for a text) are removed.
    """
    loose: Schema = _loosened(schema)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **loose}


def _loosened(node: Any) -> Any:  # noqa: ANN401  (JSON is any of its types)
    if isinstance(node, list):
        return [_loosened(each) for each in node]
    if not isinstance(node, dict):
        return node
    done = {key: value if key in ("enum", "examples", "required") else _loosened(value) for key, value in node.items()}
    if "oneOf" in done:  # of `sides`: headings by their ids may be those of the usual two
        done["anyOf"] = done.pop("oneOf")
    if done.get("type") in ("string", "integer") and "enum" not in done:
        done["type"] = ["string", "integer"] if done["type"] == "integer" else SCALARS
    if done.get("type") == "boolean":
        # A checker that follows YAML 1.2 reads no as text.
        del done["type"]
        done["anyOf"] = [{"type": "boolean"}, {"enum": [*YES_NO]}, _in_any_case(_YES_NO_TOO)]
    if done.get("type") == "string" and "enum" in done:
        # An editor suggests the words of the format; whoever types A4 for a4 is understood.
        words = done.pop("enum")
        done["anyOf"] = [{"enum": words}, _in_any_case(words)]
        del done["type"]
    if isinstance(done.get("properties"), dict):
        needed = done.get("required", [])
        done["properties"] = {
            name: each if name in needed else _may_be_missing(each) for name, each in done["properties"].items()
        }
    return done


def _in_any_case(words: Iterable[str]) -> Schema:
    """The schema of some words in capitals or small letters. JSON Schema has no flag for that."""
    either = ("".join(f"[{c.upper()}{c}]" if c.isalpha() else f"[{c}]" for c in word) for word in words)
    return {"type": "string", "pattern": f"^({'|'.join(either)})$"}


def _may_be_missing(node: Schema) -> Schema:
    """A property that may also have no value: `subject:` with nothing after it."""
    kept = {key: value for key, value in node.items() if key != "default" or isinstance(value, str)}
    if isinstance(kept.get("type"), list):
        kept["type"] = [*kept["type"], "null"]
    elif isinstance(kept.get("type"), str):
        kept["type"] = [kept["type"], "null"]
    elif "$ref" in kept:
        kept["anyOf"] = [{"$ref": kept.pop("$ref")}, {"type": "null"}]
    elif {"type": "null"} not in kept.get("anyOf", [{"type": "null"}]):
        kept["anyOf"] = [*kept["anyOf"], {"type": "null"}]
    return kept
