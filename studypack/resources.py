"""Where the bundled faces and the shipped content lie, in a checkout and in an installed package."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def _folder(installed: str, checkout: str) -> Path:
    inside = _PACKAGE / installed
    return inside if inside.is_dir() else _PACKAGE.parent / checkout


def fonts_folder() -> Path:
    """The folder with the twelve bundled faces."""
    return _folder("_fonts", "fonts")


def shipped_content_folder() -> Path:
    """The folder with the content that comes with the program."""
    return _folder("_content", "content")


def starter_template() -> str:
    """The text of the starter file."""
    return (_PACKAGE / "starter.yaml").read_text(encoding="utf-8")
