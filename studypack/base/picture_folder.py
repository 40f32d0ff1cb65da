"""The folder that the pictures of a pack are read from: the content file's own, and nothing outside it."""

import os
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath

from studypack.base import limits
from studypack.base.raster import PictureError, Raster, decode_picture
from studypack.base.wording import closest, join_some, quoted

FileState = tuple[int, int, int]
"""A file's modification time in nanoseconds, size and inode. Another file of the same name has another state."""
_COPY_IT = "copy the picture into the folder of the content file, and give its name there: dam.png, pictures/dam.png"
_ENDINGS = (".png", ".jpg", ".jpeg")
_LISTED = 500
"""The files that are looked through for a name that is like the one that was not found."""


def file_state(path: Path) -> FileState | None:
    """Return the state of a file; None if there is none that can be read."""
    try:
        state = path.stat()
    except (OSError, ValueError):
        return None
    return state.st_mtime_ns, state.st_size, state.st_ino


class PictureFolder:
    """Reads pictures by the names that a content file gives; each file once, until it changes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, tuple[FileState | None, Raster | PictureError]] = {}
        self.states: dict[Path, FileState | None] = {}
        """The files that were asked for since `forget`, there or not, each with its state when it was read."""

    def forget(self) -> None:
        """Begin to count the files that are asked for anew; what was read of them is kept."""
        self.states.clear()

    def picture(self, name: str) -> Raster:
        """Return the picture in a file. Raises PictureError if the name leads out of the folder, or `decode_picture`
        does.
        """
        path = self._path(name)
        state = self.states[path] = file_state(path)
        if len(self.states) > limits.PICTURES:
            message = f"this is one picture too many: {limits.PICTURES} is the most"
            raise PictureError(message, "take some out, or split the content into several")
        if name not in self._read or self._read[name][0] != state:
            self._read[name] = state, self._decoded(path, name)
        found = self._read[name][1]
        if isinstance(found, PictureError):
            raise found
        return found

    def _path(self, name: str) -> Path:
        windows = PureWindowsPath(name)
        if "://" in name:
            raise PictureError(f"{quoted(name)} is an address on the web", _COPY_IT)
        if "\0" in name:
            raise PictureError("this is no name of a file", "give the name of a PNG or JPEG file")
        if PurePosixPath(name).is_absolute() or windows.drive or windows.root or name.startswith("~"):
            raise PictureError(f"{quoted(name)} is not in the folder of the content file", _COPY_IT)
        if ".." in windows.parts:
            raise PictureError(f"{quoted(name)} leads out of the folder of the content file", _COPY_IT)
        if "\\" in name:
            hint = f"write {name.replace(chr(92), '/')}"
            raise PictureError("folders are parted by / in the name of a picture", hint)
        return self._folder / name

    def _decoded(self, path: Path, name: str) -> Raster | PictureError:
        try:
            return decode_picture(self._bytes(path, name))
        except PictureError as error:
            return error

    def _bytes(self, path: Path, name: str) -> bytes:
        try:
            resolved = path.resolve(strict=True)
            if not resolved.is_relative_to(self._folder.resolve()):
                raise PictureError(f"{quoted(name)} is a link that leads out of the folder", _COPY_IT)
            if not stat.S_ISREG(resolved.stat().st_mode):
                raise PictureError(f"{quoted(name)} is no file", self._nearest(name))
            with resolved.open("rb") as file:
                return file.read(limits.PICTURE_BYTES + 1)
        except FileNotFoundError:
            raise PictureError(f"there is no file {quoted(name)}", self._nearest(name)) from None
        except PermissionError:
            hint = "ask for the right to read it, or put a copy of your own in its place"
            raise PictureError(f"{quoted(name)} may not be read", hint) from None
        except (OSError, RuntimeError) as error:  # a name that is too long, or a circle of links
            reason = (getattr(error, "strerror", "") or "its links lead in a circle").casefold()
            raise PictureError(f"{quoted(name)} cannot be read: {reason}", "check the name and the disk") from None

    def _nearest(self, name: str) -> str:
        """How to mend a name that leads to no file."""
        names = list(self._names())
        composed = {unicodedata.normalize("NFC", each).casefold(): each for each in names}
        near = composed.get(unicodedata.normalize("NFC", name).casefold()) or closest(name, names)
        if near:
            return f"did you mean {quoted(near)}?"
        return f"the folder has {join_some(names, 5)}" if names else _COPY_IT

    def _names(self) -> Iterator[str]:
        """The pictures in the folder, and in the folders in it, as they are to be written."""
        left = _LISTED
        for folder, folders, files in os.walk(self._folder):
            folders.sort()
            where = Path(folder).relative_to(self._folder)
            for file in sorted(files):
                if file.lower().endswith(_ENDINGS):
                    yield (where / file).as_posix()
            left -= len(files) + len(folders)
            if left < 0 or len(where.parts) > 1:
                folders.clear()
