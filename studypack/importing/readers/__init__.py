"""Files of notes of every kind → `Notes`: one file a format, and the table of them."""

from collections.abc import Callable

from studypack.base.errors import ContentError, Problem
from studypack.importing.notes import Notes
from studypack.importing.readers.encodings import decode_notes
from studypack.importing.readers.gathering import Gathering
from studypack.importing.readers.plain import read_plain


def _text(data: bytes, gathering: Gathering) -> None:
    read_plain(decode_notes(data, gathering.source), gathering, is_markdown=False)


def _markdown(data: bytes, gathering: Gathering) -> None:
    read_plain(decode_notes(data, gathering.source), gathering, is_markdown=True)


_READERS: dict[str, Callable[[bytes, Gathering], None]] = {
    ".txt": _text,
    ".text": _text,
    ".md": _markdown,
    ".markdown": _markdown,
}
"""Who reads what, by the ending of the file's name."""


def read_notes(data: bytes, name: str) -> Notes:
    """Return the notes of a file, from its bytes and its name; - is standard input.

    Every word is in a line, or in what was left out. Raises ContentError if the file has no words, is too large, or of
    a kind that cannot be read.
    """
    gathering = Gathering(name)
    if not data.strip():
        raise ContentError([Problem("the file is empty", "write the notes in it, and save it", source=name)])
    ending = name[name.rfind(".") :].casefold() if "." in name else ""
    _READERS.get(ending, _text)(data, gathering)
    return gathering.notes()
