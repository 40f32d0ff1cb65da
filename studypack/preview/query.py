"""What a preview is asked for: the words of an address become flags, and flags the shortest words that say them.

The keys are those that the content has under `pack:`, and those of the modes with their section before them:
`paper=a5`, `sections=table,cloze`, `grey=yes`, `table.mode=paired`.
"""

import os
import shlex
import subprocess
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, replace
from enum import Enum
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from studypack.base.errors import ChoiceError, Problem, StudypackError
from studypack.base.wording import suggest_closest
from studypack.model.content import Defaults, Pack
from studypack.model.fields import fold_choice
from studypack.model.options import Flags, Imposition, Options
from studypack.model.settings import overlaid, refused
from studypack.output.resolve import choose, options_for, section_names, unknown_section
from studypack.sections import answers

Spelling = Callable[[Flags], list[str]]
"""How the command line says some flags: ["--paper", "a5"]."""


def command_line(path: Path, flags: Flags, spelling: Spelling) -> str:
    """`studypack build` with these flags, quoted for the user's shell."""
    words = ["studypack", "build", str(path), *spelling(flags)]
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)


LISTS = ("sections", "skip")
"""The keys that hold names of sections."""
PLAIN = tuple(field.name for field in fields(Flags) if field.name not in (*LISTS, "settings"))
"""The keys that hold one value and stand for the whole pack."""
_MOST_WISHES = 200
"""Keys in one address; a page that asks for more is not ours."""
_MOST_SKIPPED = 3
"""More sections left out than this, and those that are printed are named instead."""


class Today(BaseModel):
    """What is a matter of the day: chosen when it is printed, and never said by a content."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    imposition: Annotated[Imposition, BeforeValidator(fold_choice)] | None = None
    """Half-size pages, two on a side of a sheet: booklet (to fold and staple) or two-up (side by side)."""


def part_of(key: str) -> type[BaseModel]:
    """The model that says what a plain key may hold."""
    return Defaults if key in Defaults.model_fields else Today


def flags_of(wishes: Sequence[tuple[str, str]]) -> Flags:
    """The flags that keys and values stand for; a key without a value stands for nothing.

    Raises ChoiceError with every key or value that cannot be.
    """
    if len(wishes) > _MOST_WISHES:
        raise ChoiceError("too much is asked for at once", "open the preview's own address")
    problems: list[Problem] = []
    made: dict[str, Any] = {}
    settings = []
    for key, value in wishes:
        if "." in key:
            settings += [f"{key}={value}"] if value else []
        elif key in LISTS:
            made[key] = _names(value, problems)
        elif key not in PLAIN:
            problems.append(_unknown(key))
        elif value:
            made |= _validated(key, value, problems)
    problems += _refused_settings(settings)
    if not problems and made.get("sections") == ():
        problems.append(Problem("no section is chosen", "choose at least one"))
    if problems:
        raise ChoiceError(problems)
    return replace(Flags(settings=tuple(settings)), **made)


def _names(value: str, problems: list[Problem]) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name for part in value.split(",") if (name := part.strip().lower())))
    problems += [Problem(*unknown_section(name)) for name in names if name not in section_names()]
    return names


def _unknown(key: str) -> Problem:
    return Problem(f"there is nothing to choose called '{key}'", suggest_closest(key, (*PLAIN, *LISTS)))


def _validated(key: str, value: str, problems: list[Problem]) -> dict[str, object]:
    try:
        return {key: getattr(part_of(key).model_validate({key: value}), key)}
    except ValidationError:
        problems.append(refused(part_of(key), "pack", key, value))
        return {}


def _refused_settings(settings: Iterable[str]) -> Sequence[Problem]:
    try:
        overlaid({}, settings)
    except ChoiceError as error:
        return error.problems
    return ()


def wishes_of(flags: Flags) -> list[tuple[str, str]]:
    """The keys and values that stand for flags."""
    said = [(key, ",".join(getattr(flags, key))) for key in LISTS if getattr(flags, key) is not None]
    said += [(key, written(getattr(flags, key))) for key in PLAIN if getattr(flags, key) is not None]
    return [*said, *((key, value) for key, _, value in (each.partition("=") for each in flags.settings))]


def written(value: object) -> str:
    """A value as an author writes it; nothing for none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value.value if isinstance(value, Enum) else value)


def printed(pack: Pack, flags: Flags) -> tuple[str, ...]:
    """The names of the sections that the pack itself has, but for the key. Raises ChoiceError where it has none."""
    chosen = choose(pack, options_for(pack, flags)).pack
    return tuple(section.name for section in chosen if section is not answers.SECTION)


def shortest(pack: Pack, flags: Flags) -> Flags:
    """The fewest flags that print the same, and go on printing what the content grows by.

    Raises ChoiceError where the flags themselves cannot be served.
    """
    flags = _shortest_sections(pack, flags)
    options = options_for(pack, flags)
    for key in PLAIN:
        silent: dict[str, Any] = {key: None}
        flags = _if_same(pack, replace(flags, **silent), options) or flags
    # Of a setting that comes twice, the later one holds.
    for setting in flags.settings:
        settings = tuple(each for each in flags.settings if each != setting)
        flags = _if_same(pack, replace(flags, settings=settings), options) or flags
    return flags


def _if_same(pack: Pack, less: Flags, options: Options) -> Flags | None:
    """The flags, if they come to the same options."""
    try:
        return less if options_for(pack, less) == options else None
    except ChoiceError:
        return None


def _shortest_sections(pack: Pack, flags: Flags) -> Flags:
    asked = flags.sections
    if asked is None or answers.SECTION.name in asked:
        return flags
    unasked = replace(flags, sections=None, skip=None)
    try:
        usual = printed(pack, unasked)
    except StudypackError:
        return flags
    left = [name for name in usual if name not in asked]
    tries = [unasked]
    if len(left) <= _MOST_SKIPPED:
        tries.append(replace(unasked, skip=tuple(dict.fromkeys((*pack.pack.skip, *left)))))
    same = (each for each in tries if _prints(pack, each, printed(pack, flags)))
    return next(same, flags)


def _prints(pack: Pack, flags: Flags, names: tuple[str, ...]) -> bool:
    try:
        return printed(pack, flags) == names
    except ChoiceError:
        return False
