"""The JSON Schema for editors: that of the models, with the names of sections and moves to choose from."""

import json
from collections.abc import Mapping
from functools import cache

from studypack.model.schema import Schema, json_schema
from studypack.sections import SECTIONS
from studypack.sections.evaluation.moves import moves_in_english

SCHEMA_NAME = "studypack.schema.json"
"""The file in the folder of the content files that their first line names."""


def editor_schema() -> Schema:
    """Return the JSON Schema of a pack (2020-12). Editors suggest the names that the program knows; others are valid.

    `enumDescriptions`, which editors show beside the names, is no part of JSON Schema; checkers pass over it.
    """
    schema = json_schema()
    parts = {name: part["properties"] for name, part in schema["$defs"].items() if "properties" in part}
    sections = {section.name: f"needs {section.needs}" if section.needs else "" for section in SECTIONS}
    for key in ("sections", "skip"):
        _suggest(parts["Options"][key]["items"], sections)
    _suggest(parts["Move"]["move"], moves_in_english())
    _suggest(parts["Task"]["moves"]["items"], moves_in_english())
    return schema


def _suggest(field: Schema, names: Mapping[str, str]) -> None:
    """Give the schema of a text some names to suggest, each with what it means; not yes and no, as for other texts."""
    del field["type"]
    other = {"type": ["string", "number"], "minLength": field.pop("minLength")}
    field["anyOf"] = [{"enum": [*names], "enumDescriptions": [*names.values()]}, other]


@cache
def schema_bytes() -> bytes:
    """Return the schema as the file that an editor reads."""
    return f"{json.dumps(editor_schema(), indent=2, ensure_ascii=False)}\n".encode()
