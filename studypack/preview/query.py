"""What a preview is asked for: the words of an address become flags, and flags the shortest words that say them.

The keys are those that the content has under `pack:`, and those of the modes with their section before them:
`paper=a5`, `sections=table,worksheets`, `grey=yes`, `table.mode=paired`.
"""

import os
import shlex
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from studypack.base.errors import ChoiceError, Problem, StudypackError
from studypack.base.record import record
from studypack.base.wording import suggest_closest
from studypack.model import old_spellings
from studypack.model.content import Pack
from studypack.model.fields import written
from studypack.model.options import LISTS, OPTIONS, Flags, Options
from studypack.model.settings import refused
from studypack.output.plan import sections_printed
from studypack.output.resolve import options_for, section_names, unknown_section
from studypack.sections import answers


def command_line(path: Path, flags: Flags, also: Sequence[Path] = ()) -> str:
    """`studypack build` with these flags, beside the packs in `also`, quoted for the user's shell."""
    beside = [word for each in also for word in ("--also", str(each))]
    words = ["studypack", "build", str(path), *flags.words, *beside]
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)


_MOST_WISHES = 200
"""Keys in one address; a page that asks for more is not ours."""
_MOST_SKIPPED = 3
"""More sections left out than this, and those that are printed are named instead."""


@record
class Asked:
    """What an address asks for."""

    content: str
    """The name of a content."""
    text: str
    """The name of a posted text that stands in its place; empty for its file."""
    flags: Flags


def asked_of(wishes: Sequence[tuple[str, str]], shown: str) -> Asked:
    """Return what the keys and values of an address stand for; `shown` is the content where they name none.

    Raises ChoiceError as `flags_of` does.
    """
    names = dict(wishes)
    flags = flags_of([(key, value) for key, value in wishes if key not in _NAMES])
    return Asked(names.get("content") or shown, names.get("text", ""), flags)


_NAMES = ("content", "text")
"""The keys that are no choices: what is printed, not how."""


def flags_of(wishes: Sequence[tuple[str, str]]) -> Flags:
    """The flags that keys and values stand for; a key without a value stands for nothing.

    Raises ChoiceError with every key or value that cannot be.
    """
    if len(wishes) > _MOST_WISHES:
        raise ChoiceError("too much is asked for at once", "open the preview's own address")
    problems: list[Problem] = []
    made: dict[str, Any] = {}
    settings = []
    for key, value in (old_spellings.choice(*wish) for wish in wishes):
        if "." in key:
            settings += [f"{key}={value}"] if value else []
        elif key in LISTS:
            made[key] = _names(value, problems)
        elif key not in OPTIONS:
            problems.append(_unknown(key))
        elif value:
            made |= _validated(key, value, problems)
    try:
        flags = Flags.model_validate(made | {"settings": settings})
    except ChoiceError as error:
        problems += error.problems
    if not problems and made.get("sections") == ():
        problems.append(Problem("no section is chosen", "choose at least one"))
    if problems:
        raise ChoiceError(problems)
    return flags


def _names(value: str, problems: list[Problem]) -> tuple[str, ...]:
    said = (old_spellings.section(name) for part in value.split(",") if (name := part.strip().lower()))
    names = tuple(dict.fromkeys(said))
    problems += [Problem(*unknown_section(name)) for name in names if name not in section_names()]
    return names


def _unknown(key: str) -> Problem:
    return Problem(f"there is nothing to choose called '{key}'", suggest_closest(key, OPTIONS))


def _validated(key: str, value: str, problems: list[Problem]) -> dict[str, object]:
    try:
        return {key: getattr(Flags.model_validate({key: value}), key)}
    except ValidationError:
        problems.append(refused(Options, "pack", key, value))
        return {}


def wishes_of(flags: Flags) -> list[tuple[str, str]]:
    """The keys and values that stand for flags."""
    return [(key, written(value)) for key, value in flags.said]


def printed(pack: Pack, flags: Flags) -> tuple[str, ...]:
    """The names of the sections that the pack itself has, but for the key. Raises ChoiceError where it has none."""
    chosen = sections_printed(pack, options_for(pack, flags))
    return tuple(section.name for section in chosen if section is not answers.SECTION)


def shortest(pack: Pack, flags: Flags) -> Flags:
    """The fewest flags that print the same, and go on printing what the content grows by.

    Raises ChoiceError where the flags themselves cannot be served.
    """
    flags = _shortest_sections(pack, flags)
    options = options_for(pack, flags)
    for key, _ in flags.said:
        if key not in LISTS:
            flags = _if_same(pack, flags.without(key), options) or flags
    return flags


def _if_same(pack: Pack, less: Flags, options: Options) -> Flags | None:
    """The flags, if they come to the same options."""
    try:
        return less if options_for(pack, less) == options else None
    except ChoiceError:
        return None


def _shortest_sections(pack: Pack, flags: Flags) -> Flags:
    asked = flags.sections
    if not asked or answers.SECTION.name in asked:
        return flags
    unasked = flags.without(*LISTS)
    try:
        usual = printed(pack, unasked)
    except StudypackError:
        return flags
    left = [name for name in usual if name not in asked]
    tries = [unasked]
    if len(left) <= _MOST_SKIPPED:
        tries.append(unasked.model_copy(update={"skip": tuple(dict.fromkeys((*pack.pack.skip, *left)))}))
    same = (each for each in tries if _prints(pack, each, printed(pack, flags)))
    return next(same, flags)


def _prints(pack: Pack, flags: Flags, names: tuple[str, ...]) -> bool:
    try:
        return printed(pack, flags) == names
    except StudypackError:
        return False
