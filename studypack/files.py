"""Writing a file whole or not at all."""

import os
import tempfile
from collections.abc import Sequence
from errno import EISDIR
from pathlib import Path

from studypack.errors import OutputError

_OTHER_FOLDER = "choose another folder: --out"
_ELSEWHERE = "close the file if a viewer holds it open, or choose another folder: --out"


def make_folder(folder: Path, hint: str = _OTHER_FOLDER) -> None:
    """The folder, made if it is not there. Raises OutputError, with `hint`, where that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise OutputError(f"{folder} is a file, and the output needs a folder", hint) from None
    except OSError as error:
        raise OutputError(f"cannot make the folder {folder}: {_reason(error)}", hint) from None


def write_together(files: Sequence[tuple[Path, bytes]], hint: str = _ELSEWHERE) -> None:
    """Put bytes at paths, in place of what is there: all of them or none.

    They go to files beside them first, which then take their names: whoever reads a path sees the old file or the
    new one, never a part, even if the program is interrupted or the disk is full. A symbolic link is replaced, not
    followed. Raises OutputError, with `hint`.
    """
    parts: list[tuple[Path, Path]] = []
    path = Path()
    try:
        try:
            for path, data in files:
                if path.is_dir():
                    raise IsADirectoryError(EISDIR, "there is a folder of that name")
                handle, name = tempfile.mkstemp(prefix=f".{path.name[:80]}.", suffix=".part", dir=path.parent)
                parts.append((Path(name), path))
                _fill(handle, data)
                # A temporary file is its owner's alone; a pack is as open as the user's other files.
                Path(name).chmod(0o666 & ~_umask())
            for part, path in parts:
                part.replace(path)
        except BaseException:
            for part, _ in parts:
                part.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise OutputError(f"cannot write {path}: {_reason(error)}", hint) from None


def write_whole(path: Path, data: bytes, hint: str = _ELSEWHERE) -> None:
    """Put the bytes at `path`, whole or not at all. Raises OutputError, with `hint`."""
    write_together([(path, data)], hint)


def _fill(handle: int, data: bytes) -> None:
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _umask() -> int:
    """What new files are not allowed; the system tells it only to whoever sets it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
