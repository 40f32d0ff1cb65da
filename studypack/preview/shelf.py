"""The contents of one folder: their names and texts, saved whole, never over a change of another's, and undone."""

import codecs
import hashlib
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock

from studypack.base.errors import ChoiceError, ContentError, OutputError
from studypack.base.files import make_folder, write_files
from studypack.base.record import record
from studypack.base.wording import quoted
from studypack.importing.pasted_answer import title_in
from studypack.output.starter import schema_for
from studypack.reading.decode import decode
from studypack.reading.file_bytes import content_bytes

_ENDINGS = (".yaml", ".yml")
_MOST_UNDONE = 100
"""The saves of a file that can be undone."""
_LONGEST_NAME = 200
"""The characters of a file's name; file systems take 255 bytes."""


@record
class Source:
    """The text of a content, as it stands in its file."""

    text: str
    """With newlines as line ends; empty where there is no such file."""
    version: str
    """A hash of the bytes; empty where there is no such file."""
    undoable: bool
    """Whether its last change was a save of this program's, which can be undone."""


class ChangedError(OutputError):
    """A file that is not as the one who saves it saw it last; nothing was written."""

    def __init__(self, message: str, hint: str, version: str) -> None:
        super().__init__(message, hint)
        self.version = version
        """What it is now."""


class Shelf:
    """The content files of a folder, by their names without it. Its calls may come from several threads."""

    def __init__(self, folder: Path, shown: str = "", also: Sequence[Path] = ()) -> None:
        """Take a folder, and the `shown` name that stands for no name; without one it is the first of the folder.

        The shown content stands beside the earlier packs in `also`.
        """
        self.folder = folder
        self._also = also
        self._shown = shown
        self._lock = Lock()
        self._saves: dict[Path, list[tuple[str, bytes | None]]] = {}
        """For each file its saves: the version after each, and the bytes before."""

    @property
    def shown(self) -> str:
        """The name of the content that is shown where none is named; empty where there is none."""
        return self._shown or next(iter(self.names()), "")

    def also(self, name: str) -> Sequence[Path]:
        """Return the files of the earlier packs beside a content: those of the command line are for the shown one."""
        return self._also if name == self.shown else ()

    def names(self) -> list[str]:
        """Return the names of the contents that are there, in order."""
        try:
            with os.scandir(self.folder) as entries:
                return sorted(each.name for each in entries if _is_name(each.name) and each.is_file())
        except OSError:
            return []

    def titles(self) -> dict[str, str]:
        """Return the title of each content by its name; an empty one where its file cannot be read."""
        found = dict.fromkeys(self.names(), "")
        for name in found:
            with suppress(ContentError):
                found[name] = title_in(decode(content_bytes(self.folder / name), name))
        return found

    def path(self, name: str) -> Path:
        """Return the path of a content, there or not. Raises ChoiceError if the name is none of a content here."""
        if not _is_name(name) and (not name or name != self._shown):
            hint = "give a name without folders that ends in .yaml: my-topic.yaml"
            raise ChoiceError(f"{quoted(name)} is no name of a content", hint)
        return self.folder / name

    def source(self, name: str) -> Source:
        """Return the text of a content. Raises ContentError if its file cannot be read, ChoiceError as `path`."""
        with self._lock:
            return self._source(self.path(name))

    def save(self, name: str, data: bytes, version: str) -> Source:
        """Write a text, in UTF-8, to a content's file, with the line ends, byte order mark and encoding that it has.

        Raises ChangedError if its version is another one than `version`, which is empty for a new file; ContentError if
        the text has characters that no content may have; OutputError if it cannot be written.
        """
        path = self.path(name)
        with self._lock:
            before = self._checked(path, version)
            data = _like(before, decode(data, str(path)))
            files = [(path, data)] if before is not None else [(path, data), *schema_for(path)]
            make_folder(path.parent, _HINT)
            write_files([(_target(each), content) for each, content in files], _HINT)
            saves = self._saves.setdefault(path, [])
            saves.append((_version(data), before))
            del saves[:-_MOST_UNDONE]
            return self._source(path)

    def undo(self, name: str, version: str) -> Source:
        """Put back what was there before the last save: the file as it was, or none. Raises as `save` does."""
        path = self.path(name)
        with self._lock:
            self._checked(path, version)
            if not self._is_undoable(path, version):
                raise ChangedError("there is no save of this file to undo", "nothing was changed", version)
            _, before = self._saves[path].pop()
            if before is None:
                with suppress(FileNotFoundError):
                    path.unlink()
            else:
                write_files([(_target(path), before)], _HINT)
            return self._source(path)

    def _checked(self, path: Path, version: str) -> bytes | None:
        """The bytes that a file has, if they are of this version; None for a file that is not there."""
        data = _bytes(path)
        now = _version(data)
        if now == version:
            return data
        if not version:
            raise ChangedError(f"{path} is there already", "choose another name; nothing was changed", now)
        if data is None:
            raise ChangedError(f"{path} is gone", "save it under another name; nothing was changed", now)
        hint = "take its text, or save yours under another name; nothing was written"
        raise ChangedError(f"{path} was changed by another program", hint, now)

    def _source(self, path: Path) -> Source:
        data = _bytes(path)
        version = _version(data)
        return Source(decode(data, str(path)) if data else "", version, self._is_undoable(path, version))

    def _is_undoable(self, path: Path, version: str) -> bool:
        return any(after == version for after, _ in self._saves.get(path, [])[-1:])


_HINT = "check the folder and the disk; nothing was written"


def _is_name(name: str) -> bool:
    """Whether a content can be called so: no folder, no hidden file, none of the names that Windows keeps."""
    stem, _, ending = name.rpartition(".")
    refused = set(name) & set('/\\:*?"<>|') or not name.isprintable() or name.startswith(".")
    return bool(stem) and f".{ending.lower()}" in _ENDINGS and not refused and len(name) <= _LONGEST_NAME


def _target(path: Path) -> Path:
    """The file itself: a link goes on leading to it."""
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def _bytes(path: Path) -> bytes | None:
    try:
        return content_bytes(path)
    except ContentError:
        if os.path.lexists(path):
            raise
        return None


def _version(data: bytes | None) -> str:
    return "" if data is None else hashlib.sha256(data).hexdigest()[:24]


def _like(before: bytes | None, text: str) -> bytes:
    """The bytes of a text as the file before had them: its line ends, byte order mark and encoding."""
    before = before or b""
    is_wide = before.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    encoding = "utf-16" if is_wide else "utf-8-sig" if before.startswith(codecs.BOM_UTF8) else "utf-8"
    return text.replace("\n", _line_end(before.decode(encoding, "replace"))).encode(encoding)


def _line_end(text: str) -> str:
    return "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
