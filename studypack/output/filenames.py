"""The names of the files that a build writes: after their contents, or the one that the user gives."""

from collections.abc import Iterator
from pathlib import Path

from studypack.base.errors import ContentError, Problem, UsageError
from studypack.base.wording import shell_quoted
from studypack.model.letters import slug
from studypack.reading.filetype import has_document_ending

KEY = "-answers"
"""What the name of a key's file ends in."""
_ENDINGS = ("", KEY, "-booklet", "-two-up")
"""Of the names of all files that one content may have."""


class FileNames:
    """Where a build writes, and under which names: no file of one content is ever that of another.

    `out` is a folder, in which files are called after their contents; or, ending in .pdf and no folder that is there,
    the file of the one pack that is built, with its key beside it. Raises UsageError where it is another kind of file.
    """

    def __init__(self, out: Path) -> None:
        self.folder, self.pack = out, ""
        """The name of the pack's file, where the user gives it."""
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

    def of(self, content: Path) -> str:
        """What the files of a content are called, without their endings.

        Raises ContentError where one of them could be that of another content in this build or beside this one, and
        UsageError for a second content where the user gives the name of a file.
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
            if (clash := _common(name, its)) and pair not in self._told:
                self._told.add(pair)
                raise ContentError([_clash(clash, content, other, name)])
        self._given[content] = name
        return name

    def key_files(self) -> Iterator[Path]:
        """The file of each content's answers, whether there are any or not."""
        return (self.folder / f"{name}{KEY}.pdf" for name in self._given.values())


def _neighbours(content: Path) -> Iterator[tuple[Path, str]]:
    """The other contents in a content's folder, with their names: another day they are built, too."""
    try:
        for path in sorted(content.parent.iterdir()):
            if path.suffix.casefold() in (".yaml", ".yml") and not path.samefile(content):
                yield path, slug(path.stem)
    except OSError:
        return  # what cannot be listed or read is told elsewhere


def _common(name: str, other: str) -> str:
    """A file that two contents of these names would share, without .pdf; empty where there is none."""
    theirs = {f"{other}{ending}" for ending in _ENDINGS}
    return next((own for ending in _ENDINGS if (own := f"{name}{ending}") in theirs), "")


def _clash(file: str, content: Path, other: Path, name: str) -> Problem:
    return Problem(
        f"{file}.pdf would be a file of {other}, too: one would take the place of the other",
        f"rename one of the two, or build this one alone and name its file: --out {name}-2.pdf",
        source=str(content),
    )
