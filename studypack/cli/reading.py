"""What a command reads, and the progress that it shows meanwhile."""

import sys
from collections.abc import Iterable
from pathlib import Path

from studypack.errors import ContentError


def contents(given: list[Path] | None) -> list[Path]:
    """What to read: what was named, else every file in ./content, else the shipped pack."""
    from studypack.resources import shipped_content_folder

    if given:
        return given
    folder = Path("content")
    if not folder.is_dir():
        folder = shipped_content_folder()
    found = sorted(path for path in folder.iterdir() if path.suffix.lower() in (".yaml", ".yml"))
    if not found:
        raise ContentError(f"there is no YAML file in {folder}", "write one with  studypack new TITLE")
    return found


def watched(paths: list[Path]) -> Iterable[Path]:
    """The paths, with a progress bar on a terminal where there is something to wait for."""
    if len(paths) < 2 or not sys.stderr.isatty():
        return paths
    from rich.console import Console
    from rich.progress import track

    return track(paths, "Setting", console=Console(stderr=True), transient=True)
