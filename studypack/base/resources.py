"""What comes with the program: faces, content, starter, the preview's page; in a checkout, installed, or in a zip."""

import atexit
import shutil
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

_PACKAGE: Any = files("studypack")
"""A path, or, where the program runs from a zip, what stands for one in there."""


def _folder(installed: str, checkout: str) -> Any:  # noqa: ANN401
    inside = _PACKAGE / installed
    return inside if inside.is_dir() else _PACKAGE.parent / checkout


def face_data(name: str) -> bytes:
    """The TrueType file of a bundled face: of SourceSerif4_400Regular, for example."""
    data: bytes = (_folder("_fonts", "fonts") / f"{name}.ttf").read_bytes()
    return data


def starter_template() -> str:
    """The text of the starter file."""
    text: str = (_PACKAGE / "output" / "starter.yaml").read_text(encoding="utf-8")
    return text


@cache
def shipped_content_folder() -> Path:
    """The folder with the content that comes with the program, or a copy of it, deleted when the process ends."""
    folder = _folder("_content", "content")
    if isinstance(folder, Path):
        return folder
    copy = Path(mkdtemp(prefix="studypack-"))
    atexit.register(shutil.rmtree, copy, ignore_errors=True)
    for file in folder.iterdir():
        (copy / file.name).write_bytes(file.read_bytes())
    return copy


def page_file(name: str) -> bytes | None:
    """A file of the preview's page; None where there is none of that name."""
    return next((file.read_bytes() for file in (_PACKAGE / "preview" / "static").iterdir() if file.name == name), None)
