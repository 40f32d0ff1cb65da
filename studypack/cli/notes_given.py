"""Notes that a command takes: their file, or standard input, and their language."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from studypack.base.errors import UsageError
from studypack.base.wording import quoted

if TYPE_CHECKING:
    from studypack.importing.notes import Notes

STANDARD = "-"
"""Names the standard input, or the standard output."""
KINDS = ".txt, .md, .docx, .odt, .html, .csv, .tsv or .pdf; - reads the standard input"
"""Of notes, for a help text."""
_ENDINGS = (".txt", ".md", ".docx", ".odt", ".html", ".htm", ".csv", ".tsv", ".pdf")

Language = Annotated[
    str,
    typer.Option(
        "--language",
        metavar="TAG",
        help="The language of the notes (BCP 47): fr, de-AT. Without it English, French, German or Spanish, by their "
        "small words.",
        show_default=False,
    ),
]


def notes_in(name: str) -> "Notes":
    """The notes in a file, or those of the standard input. Raises StudypackError if they cannot be read."""
    from studypack.importing.readers import read_notes

    return read_notes(data_in(name), Path(name).name)


def data_in(name: str) -> bytes:
    """Return the bytes of a file of notes, or of the standard input. Raises ContentError if it cannot be read."""
    if name == STANDARD:
        return sys.stdin.buffer.read()
    from studypack.base import limits
    from studypack.reading.file_bytes import file_bytes

    return file_bytes(Path(name), limits.DOCUMENT_BYTES, _ENDINGS)


def check_language(language: str) -> None:
    """Raise UsageError if this is no tag of a language, nor empty."""
    from studypack.model.content import is_language

    if language and not is_language(language):
        raise UsageError(f"{quoted(language)} is no language", "name it as BCP 47 does: --language fr")
