"""The JSON Schema of a pack, as loose as YAML editors need it and no looser than the loader."""

from typing import Any

Schema = dict[str, Any]

SCALARS = ["string", "number", "boolean"]
"""What a checker may take a scalar for: the loader reads 1921, 12.5 and no as text."""


def for_editors(schema: Schema) -> Schema:
    """The schema with scalars typed as YAML checkers see them, and with keys that may stand without a value.

    Pydantic's defaults that are no YAML (an empty tuple for a text) go; the given schema is not changed.
    """
    loose: Schema = _loose(schema)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **loose}


def _loose(node: Any) -> Any:  # noqa: ANN401  (JSON is any of its types)
    if isinstance(node, list):
        return [_loose(each) for each in node]
    if not isinstance(node, dict):
        return node
    done = {key: value if key in ("enum", "examples", "required") else _loose(value) for key, value in node.items()}
    if done.get("type") in ("string", "integer") and "enum" not in done:
        done["type"] = ["string", "integer"] if done["type"] == "integer" else SCALARS
    if isinstance(done.get("properties"), dict):
        needed = done.get("required", [])
        done["properties"] = {
            name: each if name in needed else _may_be_missing(each) for name, each in done["properties"].items()
        }
    return done


def _may_be_missing(node: Schema) -> Schema:
    """A property that may also stand without a value: `subject:` and nothing after it."""
    kept = {key: value for key, value in node.items() if key != "default" or isinstance(value, str)}
    if isinstance(kept.get("type"), list):
        kept["type"] = [*kept["type"], "null"]
    elif isinstance(kept.get("type"), str):
        kept["type"] = [kept["type"], "null"]
    elif "$ref" in kept:
        kept["anyOf"] = [{"$ref": kept.pop("$ref")}, {"type": "null"}]
    return kept
