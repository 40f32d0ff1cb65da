"""The arguments and options that several commands share, and how their values are read."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from studypack.options import Key, Paper, Profile, Sides


def names(values: Sequence[str] | None) -> tuple[str, ...] | None:
    """The names of comma lists: `-s table,cloze -s answers`."""
    if values is None:
        return None
    names = tuple(name for value in values for part in value.split(",") if (name := part.strip().lower()))
    if not names:
        raise typer.BadParameter("name at least one section")
    return names


def sides(duplex: bool | None) -> Sides | None:
    """What --duplex or --one-sided asks for."""
    return None if duplex is None else Sides.TWO if duplex else Sides.ONE


def complete_sections(incomplete: str) -> list[str]:
    """Completes the last name of a comma list."""
    from studypack.choose import section_names

    before, comma, last = incomplete.rpartition(",")
    used = before.split(",")
    return [f"{before}{comma}{name}" for name in section_names() if name.startswith(last) and name not in used]


def complete_settings(incomplete: str) -> list[str]:
    """Completes table.mode=paired, first its place, then its value."""
    from studypack.modes import MODES
    from studypack.part import choices

    found = []
    for name, part in MODES.items():
        for key in part.model_fields:
            if incomplete.startswith(f"{name}.{key}="):
                found += [f"{name}.{key}={value}" for value in choices(part, key)]
            else:
                found.append(f"{name}.{key}=")
    return [each for each in found if each.startswith(incomplete)]


Contents = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="CONTENT",
        help="YAML files, one topic each. Without any: every file in ./content, or the pack that comes with studypack.",
        show_default=False,
    ),
]
Sections = Annotated[
    list[str] | None,
    typer.Option(
        "--sections",
        "-s",
        metavar="A,B,…",
        help="Print only these, in this order: table,cloze.",
        autocompletion=complete_sections,
        show_default=False,
    ),
]
Skip = Annotated[
    list[str] | None,
    typer.Option(
        metavar="A,B,…",
        help="Leave these out: cover,flashcards.",
        autocompletion=complete_sections,
        show_default=False,
    ),
]
PaperOption = Annotated[
    Paper | None,
    typer.Option(case_sensitive=False, help="The sheet to lay the pack out for; a4 unless told.", show_default=False),
]
KeyOption = Annotated[
    Key | None,
    typer.Option(
        case_sensitive=False,
        help="Where the answers go: a file of their own (separate, unless told), the end of the pack, or nowhere.",
        show_default=False,
    ),
]
Seed = Annotated[
    int | None,
    typer.Option(
        min=0,
        max=999_999,
        metavar="N",
        help="Another number, another order of the worksheets' passages; the key keeps step.",
        show_default=False,
    ),
]
ProfileOption = Annotated[
    Profile | None,
    typer.Option(
        case_sensitive=False,
        help="The type: standard; clear (12.5 pt, airy, one column); large (18 pt). Each is laid out for itself.",
        show_default=False,
    ),
]
Grey = Annotated[
    bool | None,
    typer.Option("--grey/--color", help="Black ink only, for a grey copier.", show_default=False),
]
Eco = Annotated[
    bool | None,
    typer.Option("--eco/--full-ink", help="Save ink: no fills, and hairlines only.", show_default=False),
]
Duplex = Annotated[
    bool | None,
    typer.Option(
        "--duplex/--one-sided",
        help="Both sides of the paper, each worksheet on a leaf of its own; or the front alone, with no blank page.",
        show_default=False,
    ),
]
Set = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="SECTION.KEY=VALUE",
        help="Print a section in another mode: table.mode=paired. [bold]studypack sections[/bold] lists them all.",
        autocompletion=complete_settings,
        show_default=False,
    ),
]
