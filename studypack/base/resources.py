"""The files that come with the program, found in a checkout, in an installed package or in a zip."""

import atexit
import shutil
from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, BinaryIO

_PACKAGE: Any = files("studypack")
"""The package's folder: a path, or importlib's Traversable when the program runs from a zip."""


def _folder(installed: str, checkout: str) -> Any:  # noqa: ANN401
    inside = _PACKAGE / installed
    return inside if inside.is_dir() else _PACKAGE.parent / checkout


def font_data(name: str) -> bytes:
    """Return the TrueType file of a bundled font: of SourceSerif4_400Regular, for example."""
    data: bytes = (_folder("_fonts", "fonts") / f"{name}.ttf").read_bytes()
    return data


def starter_text(name: str) -> str:
    """Return the text of a file of the starters: of "history", for example, or "head"."""
    text: str = (_PACKAGE / "output" / "starters" / f"{name}.yaml").read_text(encoding="utf-8")
    return text


def catalogue(language: str) -> BinaryIO | None:
    """Return the open gettext catalogue of the program's words in a language: fr; None if there is none."""
    file = _PACKAGE / "model" / "catalogues" / f"{language}.po"
    return BytesIO(file.read_bytes()) if file.is_file() else None


def catalogue_template() -> BinaryIO:
    """Return the open gettext template of the program's words: each in English, without a translation."""
    return BytesIO((_PACKAGE / "model" / "catalogues" / "messages.pot").read_bytes())


def catalogue_languages() -> list[str]:
    """Return the languages that have a catalogue, in alphabetical order: de, es, fr."""
    files = (_PACKAGE / "model" / "catalogues").iterdir()
    return sorted(file.name.removesuffix(".po") for file in files if file.name.endswith(".po"))


@cache
def shipped_content_folder() -> Path:
    """Return the folder of the shipped content. From a zip it is a copy, which is deleted when the process ends."""
    folder = _folder("_content", "content")
    if isinstance(folder, Path):
        return folder
    copy = Path(mkdtemp(prefix="studypack-"))
    atexit.register(shutil.rmtree, copy, ignore_errors=True)
    for file in folder.iterdir():
        (copy / file.name).write_bytes(file.read_bytes())
    return copy


def preview_file(name: str) -> bytes | None:
    """Return a file of the preview's web page, or None if there is no file of this name."""
    return next((file.read_bytes() for file in (_PACKAGE / "preview" / "static").iterdir() if file.name == name), None)
