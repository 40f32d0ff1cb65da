"""studypack import."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from studypack.base.errors import OutputError, StudypackError, UsageError
from studypack.base.wording import shell_quoted
from studypack.cli.choices import at_home
from studypack.cli.notes_given import KINDS, STANDARD, Language, check_language, data_in
from studypack.cli.telling import mistakes_told, say, status_told


def import_(
    notes: Annotated[
        list[str],
        typer.Argument(
            metavar="NOTES...",
            help=f"Files of notes: {KINDS}.",
            show_default=False,
        ),
    ],
    out: Annotated[
        str | None,
        typer.Option(
            "--out",
            "-o",
            metavar="FILE",
            help="The draft's file, for one file of notes; - prints it. Without it, content/TITLE.yaml.",
            show_default=False,
        ),
    ] = None,
    language: Language = "",
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there already.")] = False,
    json_: Annotated[
        bool, typer.Option("--json", help="Tell what was found as JSON, one object a file, one a line.")
    ] = False,
) -> None:
    """Make a draft of a pack from rough notes, which builds as it is, with every guess marked."""
    failed = False
    with mistakes_told():
        if out and len(notes) > 1:
            raise UsageError(
                f"{len(notes)} files of notes cannot become one draft", "import one, or all of them without --out"
            )
        if out == STANDARD and json_:
            raise UsageError("the draft and the JSON cannot both be printed", "print one: --out - without --json")
        _refuse_other_endings(out)
        check_language(language)
    done: set[Path] = set()
    for name in dict.fromkeys(notes):
        try:
            failed |= not _import_one(name, out, language, done, force=force, as_json=json_)
        except StudypackError as error:
            status_told(error)
            failed = True
    raise typer.Exit(1 if failed else 0)


def _import_one(name: str, out: str | None, language: str, done: set[Path], *, force: bool, as_json: bool) -> bool:
    """Import one file of notes. Returns whether what was written can be built: a pasted pack is saved as it stands.

    `done` has the drafts that this command has written, which nothing replaces.
    """
    from studypack.base.errors import ContentError
    from studypack.base.files import make_folder, write_files
    from studypack.importing import summary
    from studypack.output.drafting import drafted
    from studypack.output.starter import schema_for

    made = drafted(data_in(name), Path(name).name, language)
    path = None if out == STANDARD else at_home(Path(out)) if out else Path("content") / f"{made.draft.slug}.yaml"
    if path is None:
        typer.echo(made.text, nl=False)
    else:
        _refuse_taken(path, name, force=force and path not in done)
        make_folder(path.parent)
        write_files([(path, made.text.encode()), *schema_for(path)])
        done.add(path)
    problems = [replace(each, source=str(path or name)) for each in made.problems]
    if problems:
        status_told(ContentError(problems))
    if as_json:
        typer.echo(summary.as_json(made.draft, path))
    elif path:
        lines = summary.summary(made.draft, path)
        say(*(summary.summary_unread(made.draft, path, len(problems)) if made.is_unread else lines))
    return not made.is_unread


def _refuse_other_endings(out: str | None) -> None:
    """Raise UsageError where the draft is to have the ending of another kind of file: nothing would find it."""
    path = Path(out or "draft.yaml")
    if out != STANDARD and path.suffix.casefold() not in (".yaml", ".yml"):
        meant = path / "draft.yaml" if path.is_dir() or not path.suffix else path.with_suffix(".yaml")
        raise UsageError(f"a draft is a YAML file, and cannot be {out}", f"--out {shell_quoted(str(meant))}")


def _refuse_taken(path: Path, notes: str, *, force: bool) -> None:
    if path.is_symlink() or path.exists():
        if notes != STANDARD and path.exists() and Path(notes).exists() and path.samefile(notes):
            raise OutputError(f"{path} is the file of the notes", "name another file: --out draft.yaml")
        if not force:
            again = f"studypack import {shell_quoted(notes)} --force"
            hint = f"name another file, --out, or write over it:  {again}"
            raise OutputError(f"{path} is there already", hint)
