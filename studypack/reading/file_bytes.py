"""The bytes of a file that the user names, or an error that says why they cannot be had."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from studypack.base import limits
from studypack.base.errors import ContentError, Problem
from studypack.base.wording import closest, join_some, quoted
from studypack.reading.decode import too_large
from studypack.reading.filetype import document_type

_CONTENT = (".yaml", ".yml")


def content_bytes(path: Path) -> bytes:
    """Return the bytes of a content file. Raises ContentError if it cannot be read, or is too large."""
    data = file_bytes(path, limits.BYTES, _CONTENT)
    if len(data) > limits.BYTES and not document_type(data):
        raise too_large(path.stat().st_size, str(path))
    return data


def file_bytes(path: Path, most: int, endings: tuple[str, ...]) -> bytes:
    """Return the bytes of a file, one more than `most` where it has as many.

    `endings` are those of the names that hints list; the first is the usual one. Raises ContentError if it cannot be
    read.
    """
    source = str(path)
    try:
        state = path.stat()
        if stat.S_ISDIR(state.st_mode):
            raise _unreadable(source, "this is a folder, not a file", _files_in(path, endings))
        if not stat.S_ISREG(state.st_mode):
            raise _unreadable(source, "this is no ordinary file", f"give the name of a {endings[0]} file")
        with path.open("rb") as file:
            return file.read(most + 1)
    except FileNotFoundError:
        raise _unreadable(source, "there is no such file", _nearest_file(path, endings)) from None
    except PermissionError:
        hint = "ask for the right to read it, or copy it to a folder of your own"
        raise _unreadable(source, "this file may not be read", hint) from None
    except ValueError:  # a null character in the name
        raise _unreadable(source, "this is no name of a file", f"give the name of a {endings[0]} file") from None
    except OSError as error:
        reason = (error.strerror or "unknown reason").casefold()
        raise _unreadable(source, f"the file cannot be read: {reason}", "check the name and the disk") from None


def _unreadable(source: str, message: str, hint: str) -> ContentError:
    return ContentError([Problem(message, hint, source=source)])


def _names(folder: Path, endings: tuple[str, ...]) -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            yield from sorted(each.name for each in entries if each.name.endswith(endings))
    except OSError:
        return


def _files_in(folder: Path, endings: tuple[str, ...]) -> str:
    names = list(_names(folder, endings))
    return f"name a file in it: {join_some(names, 5)}" if names else f"name a {endings[0]} file in it"


def _nearest_file(path: Path, endings: tuple[str, ...]) -> str:
    # A broken link is listed in the folder, but cannot be read.
    names = [name for name in _names(path.parent, endings) if name != path.name]
    otherwise = f"the folder has {join_some(names, 5)}" if names else "check the name and the folder"
    # Without their endings, which make any two names alike.
    by_stem = {Path(name).stem: name for name in names}
    near = closest(path.stem, by_stem)
    return f"did you mean {quoted(str(path.with_name(by_stem[near])))}?" if near else otherwise
