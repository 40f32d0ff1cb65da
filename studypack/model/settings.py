"""Modes as they are set on the command line, `table.mode=paired`: read, refused with a way out, and listed."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from pydantic import BaseModel, ValidationError

from studypack.base.errors import ChoiceError, Problem
from studypack.base.wording import suggest_closest
from studypack.model.fields import ContentModel, choices, range_said, written


def modes_of(settings: Iterable[str], parts: Mapping[str, type[ContentModel]]) -> dict[str, ContentModel]:
    """Return the modes that settings such as `table.mode=paired` set, by section; of a key set twice, the last value.

    `parts` are the models of each section's modes. Raises ChoiceError with every setting that does not exist or has
    a wrong value.
    """
    said: dict[str, dict[str, str]] = {}
    problems = []
    for setting in settings:
        if problem := _unknown(setting, parts):
            problems.append(replace(problem, source=f"--set {setting}"))
        else:
            name, key, value = taken_apart(setting)
            said.setdefault(name, {})[key] = value
    made = {}
    for name, values in said.items():
        try:
            made[name] = parts[name].model_validate(values)
        except ValidationError as error:
            for each in error.errors():
                key, value = str(each["loc"][0]), str(each["input"])
                problem = refused(parts[name], name, key, value)
                problems.append(replace(problem, source=f"--set {name}.{key}={value}"))
    if problems:
        raise ChoiceError(problems)
    return made


def taken_apart(setting: str) -> tuple[str, str, str]:
    """Section, key and value of `table.mode=paired`; empty where a part is missing."""
    place, _, value = setting.partition("=")
    name, _, key = place.partition(".")
    return name.strip().lower(), key.strip().lower(), value.strip()


def _unknown(setting: str, parts: Mapping[str, type[ContentModel]]) -> Problem | None:
    """What is wrong with the name of a setting, or with its form."""
    name, key, value = taken_apart(setting)
    if not (name and key and value):
        return Problem(f"cannot read the setting '{setting}'", "write it like table.mode=paired")
    if name not in parts:
        return Problem(f"there are no settings for '{name}'", _nearest(name, parts))
    if key not in parts[name].model_fields:
        return Problem(f"'{name}' has no setting '{key}'", _nearest(key, parts[name].model_fields))
    return None


def _nearest(word: str, known: Iterable[str]) -> str:
    return suggest_closest(word, known, f"there are: {', '.join(known)}")


def refused(part: type[BaseModel], name: str, key: str, value: str) -> Problem:
    """Return the problem of a value that a setting cannot have."""
    words = choices(part, key)
    otherwise = f"it can be: {', '.join(words)}" if words else f"it is {range_said(part, key)}"
    return Problem(f"{name}.{key} cannot be '{value}'", suggest_closest(value, words, otherwise))


def settings_of(name: str, part: type[ContentModel]) -> list[tuple[str, str]]:
    """Return the settings of a section, such as table.mode, each with its values, the usual one first."""
    made = []
    for key, field in part.model_fields.items():
        usual = written(field.default)
        words = [usual, *(word for word in choices(part, key) if word != usual)]
        made.append((f"{name}.{key}", range_said(part, key) or " | ".join(filter(None, words))))
    return made
