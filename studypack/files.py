"""Writing a file whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path

from studypack.errors import OutputError


def make_folder(folder: Path) -> None:
    """The folder, made if it is not there. Raises OutputError where that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise OutputError(f"{folder} is a file, and the output needs a folder", "name a folder: --out build") from None
    except OSError as error:
        raise OutputError(f"cannot make the folder {folder}: {_reason(error)}", "choose another: --out") from None


def write_whole(path: Path, data: bytes) -> None:
    """Put the bytes at `path`, in place of what is there.

    They go to a file beside it first, which then takes its name: whoever reads `path` sees the old file or the
    new one, never a part, even if the program is interrupted or the disk is full. A symbolic link is replaced,
    not followed. Raises OutputError.
    """
    part = path.with_name(f".{path.name[:80]}.{os.getpid()}.part")
    try:
        try:
            # The mode lets the user's umask decide, as for any other new file.
            handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except BaseException:
            with suppress(OSError):
                part.unlink()
            raise
    except OSError as error:
        hint = "close the file if a viewer holds it open, or choose another folder: --out"
        raise OutputError(f"cannot write {path}: {_reason(error)}", hint) from None


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
