"""Modes as they are set on the command line, `table.mode=paired`: read, refused with a way out, and listed."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches

from pydantic import BaseModel, ValidationError

from studypack.base.errors import ChoiceError, Problem
from studypack.model.fields import ContentModel, choices
from studypack.model.modes import MODES, NUMBERS


def overlaid(own: Mapping[str, ContentModel], given: Iterable[str]) -> dict[str, ContentModel]:
    """The modes of every section: the content's own, changed by what the command line gives as `table.mode=paired`.

    Raises ChoiceError with every setting that does not exist or cannot be what it was set to.
    """
    wanted: dict[str, dict[str, str]] = {name: {} for name in MODES}
    problems = []
    for setting in given:
        problem = _unknown(setting)
        if problem:
            problems.append(replace(problem, source=f"--set {setting}"))
        else:
            name, key, value = _taken_apart(setting)
            wanted[name][key] = value
    made = {}
    for name, values in wanted.items():
        before = own[name].model_dump(exclude_unset=True) if name in own else {}
        try:
            made[name] = MODES[name].model_validate({**before, **values})
        except ValidationError as error:
            for each in error.errors():
                key, value = str(each["loc"][0]), str(each["input"])
                problem = refused(MODES[name], name, key, value)
                problems.append(replace(problem, source=f"--set {name}.{key}={value}"))
    if problems:
        raise ChoiceError(problems)
    return made


def _taken_apart(setting: str) -> tuple[str, str, str]:
    """Section, key and value of `table.mode=paired`; empty where a part is missing."""
    place, _, value = setting.partition("=")
    name, _, key = place.partition(".")
    return name.strip().lower(), key.strip().lower(), value.strip()


def _unknown(setting: str) -> Problem | None:
    """What is wrong with the name of a setting, or with its form."""
    name, key, value = _taken_apart(setting)
    if not (name and key and value):
        return Problem(f"cannot read the setting '{setting}'", "write it like table.mode=paired")
    if name not in MODES:
        return Problem(f"there are no settings for '{name}'", _nearest(name, list(MODES)))
    if key not in MODES[name].model_fields:
        return Problem(f"'{name}' has no setting '{key}'", _nearest(key, list(MODES[name].model_fields)))
    return None


def _nearest(word: str, known: list[str]) -> str:
    near = get_close_matches(word, known, 1)
    return f"did you mean '{near[0]}'?" if near else f"there are: {', '.join(known)}"


def refused(part: type[BaseModel], name: str, key: str, value: str) -> Problem:
    """What to say of a value that a setting cannot have."""
    words = choices(part, key)
    if not words:
        return Problem(f"{name}.{key} cannot be '{value}'", NUMBERS[name, key])
    near = get_close_matches(value.casefold(), words, 1)
    return Problem(
        f"{name}.{key} cannot be '{value}'", f"did you mean '{near[0]}'?" if near else f"it can be: {', '.join(words)}"
    )


def settings_of(name: str) -> list[tuple[str, str]]:
    """What can be set for a section: table.mode, and what it can be, the usual value first."""
    part = MODES.get(name)
    if part is None:
        return []
    made = []
    for key, field in part.model_fields.items():
        usual = _written(field.default)
        others = [word for word in choices(part, key) if word != usual]
        says = " | ".join([usual, *others]) if others else NUMBERS[name, key].removeprefix("it is ")
        made.append((f"{name}.{key}", says))
    return made


def _written(value: object) -> str:
    """A value as an author writes it."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
