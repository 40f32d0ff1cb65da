"""studypack schema."""

import json

import typer


def schema() -> None:
    """Print the JSON Schema of the content, for editors that complete and check while you type."""
    from studypack.model.schema import json_schema

    typer.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
