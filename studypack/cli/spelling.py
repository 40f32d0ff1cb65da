"""How a command spells its flags: read off the command itself, so that what is told to type is what it takes."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from enum import Enum
from typing import Any

import typer

from studypack.model.options import Flags, Sides

_OTHER_NAMES = {"sides": "duplex", "settings": "set_"}
"""Flags that an option of another name stands for."""
_SWITCHED = {Sides.TWO: True, Sides.ONE: False}
"""Values that an option says yes or no to."""


def spelled(context: typer.Context, name: str, flags: Flags) -> list[str]:
    """The words after a command that stand for some flags. Says nothing of a flag that the command has no word for."""
    whole = context.find_root()
    command = whole.command.get_command(whole, name)  # type: ignore[attr-defined]  # the root is a group
    options = {each.name: (*each.opts[:1], *each.secondary_opts[:1]) for each in command.params}
    words: list[str] = []
    for flag in (field.name for field in fields(Flags)):
        value = getattr(flags, flag)
        names = options.get(_OTHER_NAMES.get(flag, flag), ())
        if flag == "imposition" and value is not None:
            names, value = options.get(value.name.lower(), ()), True
        words += _words(flag, names, value) if names and value is not None else ()
    return words


def _words(flag: str, names: Sequence[str], value: Any) -> Iterator[str]:  # noqa: ANN401  (flags are of many types)
    if flag == "settings":
        for setting in value:
            yield from (names[0], setting)
    elif isinstance(value, bool) or value in _SWITCHED:
        yield from names[:1] if _SWITCHED.get(value, value) else names[1:]
    else:
        yield names[0]
        yield ",".join(value) if isinstance(value, tuple) else str(value.value if isinstance(value, Enum) else value)
