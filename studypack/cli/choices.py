"""The arguments and options that several commands share, and how their values are read."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from studypack.base.errors import UsageError
from studypack.model.options import Flags, Imposition, Key, Paper, Profile, Sides

# The headings under which --help lists the options of a command.
_CONTENT, _TYPE, _PAPER = "What to print", "The type", "The paper"


def _names(values: Sequence[str] | None) -> tuple[str, ...] | None:
    """The names of comma lists: `-s table,cloze -s answers`."""
    if not values:
        return None
    names = tuple(name for value in values for part in value.split(",") if (name := part.strip().lower()))
    if not names:
        raise UsageError("no section is named", "name at least one: --sections table,cloze")
    return names


def flags_of(context: typer.Context) -> Flags:
    """What the options of a command say, read off the command: all that choose about a build are named here once.

    Raises UsageError for what can be printed of no content: a section or a setting that does not exist, or two choices
    of which one undoes the other.
    """
    from studypack.output.resolve import refuse_whatever_the_content

    said = context.params
    same = ("paper", "key", "seed", "profile", "grey", "eco", "hyphenate", "punch", "fillable")
    flags = Flags(
        sections=_names(said.get("sections")),
        skip=_names(said.get("skip")),
        sides=_sides(said.get("duplex")),
        imposition=_imposition(bool(said.get("booklet")), bool(said.get("two_up"))),
        settings=tuple(said["set_"] or ()),
        **{name: said[name] for name in same if name in said},
    )
    refuse_whatever_the_content(flags)
    return flags


def at_home(path: Path | None) -> Path | None:
    """The path with the user's own folder for ~, which a shell leaves as it is in --out=~/x.pdf."""
    try:
        return path and path.expanduser()
    except RuntimeError:  # the folder of a user that there is not
        return path


def _sides(duplex: bool | None) -> Sides | None:
    return None if duplex is None else Sides.TWO if duplex else Sides.ONE


def _imposition(booklet: bool, two_up: bool) -> Imposition | None:
    if booklet and two_up:
        raise UsageError("one sheet cannot be folded and be cut", "choose one of --booklet and --two-up")
    return Imposition.BOOKLET if booklet else Imposition.TWO_UP if two_up else None


def complete_sections(incomplete: str) -> list[str]:
    """Completes the last name of a comma list."""
    from studypack.output.resolve import section_names

    before, comma, last = incomplete.rpartition(",")
    used = before.split(",")
    return [f"{before}{comma}{name}" for name in section_names() if name.startswith(last) and name not in used]


def complete_settings(incomplete: str) -> list[str]:
    """Completes table.mode=paired, first its place, then its value."""
    from studypack.model.fields import choices
    from studypack.model.modes import MODES

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
    typer.Option("--demo", metavar="", help="Take the pack that comes with studypack, to see what there is."),
]
Sections = Annotated[
    list[str] | None,
    typer.Option(
        "--sections",
        "-s",
        metavar="A,B,…",
        help="Only these, in this order: table,cloze.",
        autocompletion=complete_sections,
        show_default=False,
        rich_help_panel=_CONTENT,
    ),
]
Skip = Annotated[
    list[str] | None,
    typer.Option(
        metavar="A,B,…",
        help="All but these: cover,flashcards.",
        autocompletion=complete_sections,
        show_default=False,
        rich_help_panel=_CONTENT,
    ),
]
Set = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="KEY=VALUE",
        help="A section in another mode: table.mode=paired. [bold]studypack sections[/bold] lists them all.",
        autocompletion=complete_settings,
        show_default=False,
        rich_help_panel=_CONTENT,
    ),
]
KeyOption = Annotated[
    Key | None,
    typer.Option(
        case_sensitive=False,
        metavar="WHERE",
        help="The answers: separate (a file of their own, unless told), appendix (at the end) or none.",
        show_default=False,
        rich_help_panel=_CONTENT,
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
        rich_help_panel=_CONTENT,
    ),
]
ProfileOption = Annotated[
    Profile | None,
    typer.Option(
        case_sensitive=False,
        metavar="NAME",
        help="standard; clear (12.5 pt, airy, one column); large (18 pt). Each is laid out for itself.",
        show_default=False,
        rich_help_panel=_TYPE,
    ),
]
Grey = Annotated[
    bool | None,
    typer.Option(
        "--grey/--color",
        "--gray/--colour",
        metavar="",
        help="Black ink only, for a grey copier.",
        show_default=False,
        rich_help_panel=_TYPE,
    ),
]
Eco = Annotated[
    bool | None,
    typer.Option(
        "--eco/--full-ink",
        metavar="",
        help="Save ink: no fills, and hairlines only.",
        show_default=False,
        rich_help_panel=_TYPE,
    ),
]
Hyphenate = Annotated[
    bool | None,
    typer.Option(
        "--hyphenate/--no-hyphenate",
        metavar="",
        help="Divide words at line ends, by the rules of the pack's language.",
        show_default=False,
        rich_help_panel=_TYPE,
    ),
]
PaperOption = Annotated[
    Paper | None,
    typer.Option(
        case_sensitive=False,
        metavar="SHEET",
        help="What the pages are laid out for: a4 (unless told), letter, a5 or half-letter.",
        show_default=False,
        rich_help_panel=_PAPER,
    ),
]
Duplex = Annotated[
    bool | None,
    typer.Option(
        "--duplex/--one-sided",
        metavar="",
        help="Both sides, each worksheet on a leaf of its own; or the front alone, and no page left blank.",
        show_default=False,
        rich_help_panel=_PAPER,
    ),
]
Booklet = Annotated[
    bool,
    typer.Option(
        "--booklet",
        metavar="",
        help="Sheets to fold and staple: pages of half the size (a5 on A4), none of them shrunk.",
        rich_help_panel=_PAPER,
    ),
]
TwoUp = Annotated[
    bool,
    typer.Option(
        "--two-up",
        metavar="",
        help="Such pages side by side, in their order; a single one twice, to cut.",
        rich_help_panel=_PAPER,
    ),
]
Punch = Annotated[
    bool | None,
    typer.Option(
        "--punch/--no-punch",
        metavar="",
        help="Room for a hole punch on every page, and a mark to set it by.",
        show_default=False,
        rich_help_panel=_PAPER,
    ),
]
Fillable = Annotated[
    bool | None,
    typer.Option(
        "--fillable/--not-fillable",
        metavar="",
        help="Every place to write on, a field to fill in on a screen; printed, it looks the same.",
        show_default=False,
        rich_help_panel=_CONTENT,
    ),
]
