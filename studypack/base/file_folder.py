"""A folder that the files are read from which a content, or a house style, names: its own, and nothing outside it."""

import os
import stat
import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import ClassVar, Generic, NamedTuple, TypeVar

from studypack.base import limits
from studypack.base.wording import closest, join_some, quoted

FileState = tuple[int, int, int]
"""A file's modification time in nanoseconds, size and inode. Another file of the same name has another state."""
CONTENT_FILE = "the content file"
_LISTED = 500
"""The files that are looked through for a name that is like the one that was not found."""


class FileError(ValueError):
    """A file that cannot be used: one line that says why, and a way out."""

    def __init__(self, message: str, hint: str) -> None:
        self.message = message
        self.hint = hint
        super().__init__(message)


class FileKind(NamedTuple):
    """What is said of files of a kind."""

    name: str
    """picture."""
    examples: str
    """dam.png, pictures/dam.png."""
    endings: tuple[str, ...]
    """Of their names, the dots included."""
    formats: str
    """PNG or JPEG."""
    most: int
    """The bytes that are read of one; a file that has more is refused."""


def file_state(path: Path) -> FileState | None:
    """Return the state of a file; None if there is none that can be read."""
    try:
        state = path.stat()
    except (OSError, ValueError):
        return None
    return state.st_mtime_ns, state.st_size, state.st_ino


Found = TypeVar("Found")


class FileFolder(ABC, Generic[Found]):
    """Reads files of a kind by the names that a content, or a house style, gives; each file once, until it changes."""

    kind: ClassVar[FileKind]

    def __init__(
        self, folder: Path, owner: str = CONTENT_FILE, states: dict[Path, FileState | None] | None = None
    ) -> None:
        self.folder, self.owner = folder, owner
        self._read: dict[str, tuple[FileState | None, Found | FileError]] = {}
        self.states: dict[Path, FileState | None] = {} if states is None else states
        """The files that were asked for since `forget`, there or not, each with its state when it was read."""

    def forget(self) -> None:
        """Begin to count the files that are asked for anew; what was read of them is kept."""
        self.states.clear()

    def file(self, name: str) -> Found:
        """Return what is in a file. Raises FileError if the name leads out of the folder, or `decoded` does."""
        path = self._path(name)
        state = self.states[path] = file_state(path)
        if len(self.states) > limits.PICTURES:
            message = f"this is one {self.kind.name} too many: {limits.PICTURES} is the most"
            raise FileError(message, "take some out, or split the content into several")
        if name not in self._read or self._read[name][0] != state:
            self._read[name] = state, self._tried(path, name)
        found = self._read[name][1]
        if isinstance(found, FileError):
            raise found
        return found

    @abstractmethod
    def decoded(self, data: bytes) -> Found:
        """Return what the bytes of a file hold. Raises FileError where they are of another kind."""

    @property
    def _copy_it(self) -> str:
        kind = self.kind
        return f"copy the {kind.name} into the folder of {self.owner}, and give its name there: {kind.examples}"

    def _path(self, name: str) -> Path:
        windows = PureWindowsPath(name)
        if "://" in name:
            raise FileError(f"{quoted(name)} is an address on the web", self._copy_it)
        if "\0" in name:
            raise FileError("this is no name of a file", f"give the name of a {self.kind.formats} file")
        if PurePosixPath(name).is_absolute() or windows.drive or windows.root or name.startswith("~"):
            raise FileError(f"{quoted(name)} is not in the folder of {self.owner}", self._copy_it)
        if ".." in windows.parts:
            raise FileError(f"{quoted(name)} leads out of the folder of {self.owner}", self._copy_it)
        if "\\" in name:
            hint = f"write {name.replace(chr(92), '/')}"
            raise FileError(f"folders are parted by / in the name of a {self.kind.name}", hint)
        return self.folder / name

    def _tried(self, path: Path, name: str) -> Found | FileError:
        try:
            return self.decoded(self._bytes(path, name))
        except FileError as error:
            return error

    def _bytes(self, path: Path, name: str) -> bytes:
        try:
            resolved = path.resolve(strict=True)
            if not resolved.is_relative_to(self.folder.resolve()):
                raise FileError(f"{quoted(name)} is a link that leads out of the folder", self._copy_it)
            if not stat.S_ISREG(resolved.stat().st_mode):
                raise FileError(f"{quoted(name)} is no file", self._nearest(name))
            with resolved.open("rb") as file:
                return file.read(self.kind.most + 1)
        except FileNotFoundError:
            raise FileError(f"there is no file {quoted(name)}", self._nearest(name)) from None
        except PermissionError:
            hint = "ask for the right to read it, or put a copy of your own in its place"
            raise FileError(f"{quoted(name)} may not be read", hint) from None
        except (OSError, RuntimeError) as error:  # a name that is too long, or a circle of links
            reason = (getattr(error, "strerror", "") or "its links lead in a circle").casefold()
            raise FileError(f"{quoted(name)} cannot be read: {reason}", "check the name and the disk") from None

    def _nearest(self, name: str) -> str:
        """How to mend a name that leads to no file."""
        names = list(self._names())
        composed = {unicodedata.normalize("NFC", each).casefold(): each for each in names}
        near = composed.get(unicodedata.normalize("NFC", name).casefold()) or closest(name, names)
        if near:
            return f"did you mean {quoted(near)}?"
        return f"the folder has {join_some(names, 5)}" if names else self._copy_it

    def _names(self) -> Iterator[str]:
        """The files of the kind in the folder, and in the folders in it, as they are to be written."""
        left = _LISTED
        for folder, folders, files in os.walk(self.folder):
            folders.sort()
            where = Path(folder).relative_to(self.folder)
            for file in sorted(files):
                if file.lower().endswith(self.kind.endings):
                    yield (where / file).as_posix()
            left -= len(files) + len(folders)
            if left < 0 or len(where.parts) > 1:
                folders.clear()
