"""The arguments and options that several commands share; those about the pack are made from the model of options."""

from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from inspect import Parameter, signature
from pathlib import Path
from typing import Annotated, Any

import typer

from studypack.base.errors import ChoiceError, UsageError
from studypack.cli.telling import tell
from studypack.model import old_spellings
from studypack.model.fields import choices, numbers, value_type
from studypack.model.options import LISTS, MODES, OPTIONS, PANELS, Flags, Options, spellings
from studypack.model.settings import taken_apart

Contents = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="CONTENT",
        help="YAML files, one topic each. Without any: every file in ./content.",
        readable=False,  # whether one may be read is told where it is read, with the others
        show_default=False,
    ),
]
Content = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="CONTENT",
        help="A YAML file. Without one: the first in ./content.",
        readable=False,
        show_default=False,
    ),
]
Demo = Annotated[
    bool,
    typer.Option(
        "--demo",
        metavar="",
        help="Take the packs that come with studypack; the first of them, where one goes at a time.",
    ),
]
Also = Annotated[
    list[Path] | None,
    typer.Option(
        "--also",
        metavar="YAML",
        help="An earlier pack, which the section retrieval asks about, too; once for each.",
        callback=lambda paths: [path for each in paths or () if (path := at_home(each))],
        readable=False,
        show_default=False,
        rich_help_panel=PANELS[0],
    ),
]


def choosing(*only: str, but: Sequence[str] = ()) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Decorate a command that takes options about the pack: only these, or all but some; and --set.

    In the signature that Typer sees, the options stand in place of the parameter `flags`; the command is called with
    `flags`, which holds their values. It raises UsageError for flags that no content can serve: a section or a setting
    that does not exist, or two options that contradict each other.
    """
    names = [name for name in only or OPTIONS if name not in but]

    def chosen(command: Callable[..., None]) -> Callable[..., None]:
        @wraps(command)
        def run(**given: Any) -> None:  # noqa: ANN401  (what each parameter of the command takes)
            said = {name: given.pop(name) for name in names}
            flags = _flags(said, given.pop("set_"))
            command(**given, flags=flags)

        own = signature(command)
        taken = [each for each in own.parameters.values() if each.name != "flags"]
        run.__signature__ = own.replace(parameters=[*taken, *_parameters(names)])  # type: ignore[attr-defined]
        return run

    return chosen


def _flags(said: dict[str, Any], settings: Sequence[str] | None) -> Flags:
    from studypack.output.resolve import refuse_whatever_the_content

    values = {name: value for name, value in said.items() if value is not None and value != []}
    for name in LISTS:
        if name in values:
            values[name] = _names(name, values[name])
    try:
        flags = Flags.model_validate(values | {"settings": [_setting(each) for each in settings or ()]})
    except ChoiceError as error:
        raise UsageError(error.problems) from None
    refuse_whatever_the_content(flags)
    return flags


def _names(option: str, values: Iterable[str]) -> tuple[str, ...]:
    """The names of comma lists: `-s table,worksheets -s answers`."""
    names = [name for value in values for part in value.split(",") if (name := part.strip().lower())]
    if not names:
        raise UsageError("no section is named", "name at least one: --sections table,worksheets")
    for name in names:
        if name in old_spellings.SECTIONS:
            new = old_spellings.section(name)
            tell(old_spellings.advice(name, new, f"--{option} {name}", f"--{option} {new}"))
    return tuple(map(old_spellings.section, names))


def _setting(typed: str) -> str:
    """A setting with the names of its section and mode as they are now."""
    name, key, value = taken_apart(typed)
    old, new = name if name in old_spellings.SECTIONS else f"{name}.{key}", old_spellings.mode(f"{name}.{key}")
    if new == f"{name}.{key}":
        return typed
    now = f"{new}={value}"
    shown = new.partition(".")[0] if name in old_spellings.SECTIONS else new
    tell(old_spellings.advice(old, shown, f"--set {typed}", f"--set {now}"))
    return now


def _parameters(names: Sequence[str]) -> list[Parameter]:
    """The parameters of a command for some options, by the headings of --help; --set stands after the lists."""
    made = [_parameter(name) for name in sorted(names, key=_place)]
    made.insert(len(set(LISTS) & set(names)), Parameter("set_", Parameter.KEYWORD_ONLY, default=None, annotation=_SET))
    return made


def _place(name: str) -> tuple[int, int]:
    """Where --help lists an option: under its heading, in the order of the model."""
    return PANELS.index(OPTIONS[name].panel), list(OPTIONS).index(name)


def _parameter(name: str) -> Parameter:
    """The parameter of a command that an option of the model is."""
    option, allowed = OPTIONS[name], numbers(Options, name)
    kind: Any = list[str] if name in LISTS else value_type(Options, name)
    annotation = Annotated[
        kind | None,
        typer.Option(
            *spellings(name),
            case_sensitive=False,
            metavar=option.metavar,
            min=allowed[0] if allowed else None,
            max=allowed[-1] if allowed else None,
            help=option.help,
            autocompletion=complete_sections if name in LISTS else None,
            show_default=False,
            rich_help_panel=option.panel,
        ),
    ]
    return Parameter(name, Parameter.KEYWORD_ONLY, default=None, annotation=annotation)


def at_home(path: Path | None) -> Path | None:
    """The path with the user's own folder for ~, which a shell leaves as it is in --out=~/x.pdf."""
    try:
        return path and path.expanduser()
    except RuntimeError:  # the folder of a user that there is not
        return path


def complete_sections(incomplete: str) -> list[str]:
    """Completes the last name of a comma list."""
    from studypack.output.resolve import section_names

    before, comma, last = incomplete.rpartition(",")
    used = before.split(",")
    return [f"{before}{comma}{name}" for name in section_names() if name.startswith(last) and name not in used]


def complete_settings(incomplete: str) -> list[str]:
    """Completes table.mode=paired, first its place, then its value."""
    found = []
    for name, part in MODES.items():
        for key in part.model_fields:
            if incomplete.startswith(f"{name}.{key}="):
                found += [f"{name}.{key}={value}" for value in choices(part, key)]
            else:
                found.append(f"{name}.{key}=")
    return [each for each in found if each.startswith(incomplete)]


_SET = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="KEY=VALUE",
        help="A section in another mode: table.mode=paired. [bold]studypack sections[/bold] lists them all.",
        autocompletion=complete_settings,
        show_default=False,
        rich_help_panel=PANELS[0],
    ),
]
