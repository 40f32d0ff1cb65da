"""studypack prompt."""

from typing import TYPE_CHECKING, Annotated

import typer

from studypack.base.errors import mask_controls
from studypack.base.wording import quantity, shell_quoted
from studypack.cli.notes_given import KINDS, STANDARD, Language, check_language, notes_in
from studypack.cli.telling import mistakes_told, say

if TYPE_CHECKING:
    from studypack.importing.notes import Notes


def prompt(
    notes: Annotated[
        str | None,
        typer.Argument(
            metavar="NOTES",
            help=f"A file of notes: {KINDS}. Without one, the text has a place for them.",
            show_default=False,
        ),
    ] = None,
    language: Language = "",
) -> None:
    """Print a text to paste into any chat assistant, which then writes the pack: the format, the rules and the notes.

    Nothing is sent anywhere. What comes back is read by studypack import -, and held to the notes by studypack check
    --against.
    """
    from studypack.importing.prompt import prompt as text_for

    with mistakes_told():
        check_language(language)
        read = notes_in(notes) if notes else None
        say(*text_for(read, language).splitlines())
    if notes and read:
        _tell_more(notes, read)


def _tell_more(name: str, notes: "Notes") -> None:
    """On the error stream, so that it is not pasted with the rest."""
    left_out, kept = quantity(len(notes.left_out), "line"), "content/topic.yaml"
    lines = [f"Not in it: {left_out} of {notes.source} that no reader sees"] if notes.left_out else []
    against = "" if name == STANDARD else f", and check it:  studypack check {kept} --against {shell_quoted(name)}"
    lines.append(f"Save the answer as {kept}{against}")
    typer.echo("\n".join(map(mask_controls, lines)), err=True)
