"""Files of notes of every kind → `Notes`: one file a format, and the table of them."""

from collections.abc import Callable

from studypack.base import limits
from studypack.base.errors import ContentError, Problem
from studypack.importing.notes import Notes
from studypack.importing.readers.columns import read_columns
from studypack.importing.readers.formats import format_of
from studypack.importing.readers.gathering import Gathering
from studypack.importing.readers.plain import read_markdown, read_text
from studypack.importing.readers.web import read_web


def _read_word(data: bytes, gathering: Gathering) -> None:
    from studypack.importing.readers.word import read_word  # noqa: PLC0415 (python-docx takes a while to import)

    read_word(data, gathering)


def _read_odt(data: bytes, gathering: Gathering) -> None:
    from studypack.importing.readers.odt import read_odt  # noqa: PLC0415 (lxml takes a while to import)

    read_odt(data, gathering)


def _read_pdf(data: bytes, gathering: Gathering) -> None:
    from studypack.importing.readers.pdf import read_pdf  # noqa: PLC0415 (pypdfium2 takes a while to import)

    read_pdf(data, gathering)


_READERS: dict[str, Callable[[bytes, Gathering], None]] = {
    "txt": read_text,
    "md": read_markdown,
    "docx": _read_word,
    "odt": _read_odt,
    "pdf": _read_pdf,
    "html": read_web,
    "csv": read_columns,
}
"""The formats that are read; `formats` tells which of them a file has."""


def read_notes(data: bytes, name: str) -> Notes:
    """Return the notes of a file, from its bytes and its name; - is standard input.

    Every word is in a line, or in what was left out. Raises ContentError if the file has no words, is too large, or of
    a kind that cannot be read, or if it takes too long.
    """
    gathering = Gathering(name)
    if not data.strip():
        raise ContentError([Problem("the file is empty", "write the notes in it, and save it", source=name)])
    if len(data) > limits.DOCUMENT_BYTES:
        most = limits.DOCUMENT_BYTES // 1_000_000
        message = f"the file is too large: {len(data) / 1e6:.1f} MB, where {most} MB is the most"
        raise ContentError([Problem(message, "copy its text, and save that as a .txt file", source=name)])
    try:
        with limits.time_budget():
            _READERS[format_of(data, name)](data, gathering)
            return gathering.notes()
    except limits.TimeLimitError:
        message = f"these notes are not read after {limits.SECONDS} seconds of work"
        raise ContentError([Problem(message, "split them into several files", source=name)]) from None
