"""Writing a file whole or not at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from studypack.errors import OutputError

_ELSEWHERE = "close the file if a viewer holds it open, or choose another folder: --out"


def make_folder(folder: Path, hint: str = _ELSEWHERE) -> None:
    """The folder, made if it is not there. Raises OutputError, with `hint`, where that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise OutputError(f"{folder} is a file, and the output needs a folder", hint) from None
    except OSError as error:
        raise OutputError(f"cannot make the folder {folder}: {_reason(error)}", hint) from None


def write_whole(path: Path, data: bytes, hint: str = _ELSEWHERE) -> None:
    """Put the bytes at `path`, in place of what is there.

    They go to a file beside it first, which then takes its name: whoever reads `path` sees the old file or the new
    one, never a part, even if the program is interrupted or the disk is full. A symbolic link is replaced, not
    followed. Raises OutputError, with `hint`.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:80]}.", suffix=".part", dir=path.parent)
        part = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            # A temporary file is its owner's alone; a pack is as open as the user's other files.
            part.chmod(0o666 & ~_umask())
            part.replace(path)
        except BaseException:
            with suppress(OSError):
                part.unlink()
            raise
    except OSError as error:
        raise OutputError(f"cannot write {path}: {_reason(error)}", hint) from None


def _umask() -> int:
    """What new files are not allowed; the system tells it only to whoever sets it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
