"""The names of the files that a build writes: those of their content files, or the one that the user gives."""

from collections.abc import Iterator
from pathlib import Path

from studypack.base.errors import ContentError, Problem, UsageError
from studypack.base.wording import shell_quoted
from studypack.model.letters import slug
from studypack.reading.filetype import has_document_ending

KEY_SUFFIX = "-answers"
"""Ends the name of a key's file."""
_SUFFIXES = ("", KEY_SUFFIX, "-booklet", "-two-up")
"""Ends the names of all files that one content may have."""


class FileNames:
    """The folder and the file names of a build, such that two contents never write the same file.

    `out` is a folder, in which files are named after their contents; or, if it ends in .pdf and is not an existing
    folder, the file of a single pack, with its key beside it. Raises UsageError if it is another kind of file.
    """

    def __init__(self, out: Path) -> None:
        self.folder, self.pack = out, ""
        """The name of the pack's file if the user gives it; else empty."""
        self._out = out
        self._given: dict[Path, str] = {}
        self._told: set[frozenset[Path]] = set()
        if out.is_dir():
            return
        if out.suffix.casefold() == ".pdf":
            self.folder, self.pack = out.parent, out.name
        elif not out.suffix and has_document_ending(Path(f"pack{out.name}")):
            raise UsageError(
                f"{out.name} is an ending without a name", f"--out {shell_quoted(str(out.with_name('pack.pdf')))}"
            )
        elif has_document_ending(out):
            raise UsageError(
                f"a pack is a PDF, and cannot be called {out.name}",
                f"--out {shell_quoted(str(out.with_suffix('.pdf')))}",
            )

    def stem(self, content: Path) -> str:
        """Return the name of a content's files, without suffix and ".pdf".

        Raises ContentError if another content, in this build or in the same folder, could write the same file, and
        UsageError for a second content if the user gives the name of a file.
        """
        name = Path(self.pack).stem if self.pack else slug(content.stem)
        if self.pack and self._given:
            one = f"studypack build {shell_quoted(str(next(iter(self._given))))} --out {shell_quoted(str(self._out))}"
            raise UsageError(
                f"{self.pack} is one file, and there are several packs",
                f"name one of them: {one}  or a folder for all: --out, without .pdf",
            )
        for other, its in () if self.pack else (*self._given.items(), *_neighbours(content)):
            pair = frozenset((content, other))
            if (clash := _shared_file(name, its)) and pair not in self._told:
                self._told.add(pair)
                raise ContentError([_clash(clash, content, other, name)])
        self._given[content] = name
        return name

    def key_files(self) -> Iterator[Path]:
        """Return the path of each content's key, whether it has one or not."""
        return (self.folder / f"{name}{KEY_SUFFIX}.pdf" for name in self._given.values())


def _neighbours(content: Path) -> Iterator[tuple[Path, str]]:
    """Yield the other contents in a content's folder, with their names: they may be built another day."""
    try:
        for path in sorted(content.parent.iterdir()):
            if path.suffix.casefold() in (".yaml", ".yml") and not path.samefile(content):
                yield path, slug(path.stem)
    except OSError:
        return  # reported elsewhere


def _shared_file(name: str, other: str) -> str:
    """Return a file name, without .pdf, that contents of these two names share; empty if there is none."""
    theirs = {f"{other}{ending}" for ending in _SUFFIXES}
    return next((own for ending in _SUFFIXES if (own := f"{name}{ending}") in theirs), "")


def _clash(file: str, content: Path, other: Path, name: str) -> Problem:
    return Problem(
        f"{file}.pdf would be a file of {other}, too: one would take the place of the other",
        f"rename one of the two, or build this one alone and name its file: --out {name}-2.pdf",
        source=str(content),
    )
