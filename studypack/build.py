"""From content on disk to PDF files on disk: the one way through the whole house."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from studypack.choose import Chosen, choose, section_names, unknown_section
from studypack.compose import compose
from studypack.content import Pack
from studypack.coverage import unprintable
from studypack.errors import ContentError, Problem, Severity, StudypackError
from studypack.files import make_folder, write_together
from studypack.load import Loaded, load
from studypack.modes import MODES, overlaid
from studypack.options import Flags, Options
from studypack.pdf.write import pdf_bytes
from studypack.sections import SECTIONS
from studypack.sections.section import Section
from studypack.slug import slug
from studypack.typeset.page import Document


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was written."""

    path: Path
    pages: int
    size: int
    """In bytes."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished file that is not written yet."""

    name: str
    """Without a folder: anglo-soviet-relations.pdf."""
    document: Document
    data: bytes


def read(path: Path) -> Loaded:
    """The content of a file, fit to print. Raises ContentError with every problem found."""
    loaded = load(path)
    problems = [*_unprintable(loaded), *_unknown_sections(loaded)]
    if problems:
        raise ContentError(sorted(problems, key=lambda problem: (problem.line, problem.column)))
    return loaded


def unbuildable(loaded: Loaded) -> list[Problem]:
    """What `build` would refuse about the content's own choices, with no flags to override them."""
    try:
        choose(loaded.pack, options_for(loaded.pack, Flags()))
    except StudypackError as error:
        return [replace(problem, source=loaded.source) for problem in error.problems]
    return []


def _unprintable(loaded: Loaded) -> Iterator[Problem]:
    for path, character in unprintable(loaded.pack):
        yield loaded.problem(
            path,
            f"no bundled typeface can print {character!r} (U+{ord(character):04X})",
            "leave the character out, or write it in words",
            needle=character,
        )


def _unknown_sections(loaded: Loaded) -> Iterator[Problem]:
    for key in ("sections", "skip"):
        for number, name in enumerate(getattr(loaded.pack.pack, key)):
            if name not in section_names():
                yield loaded.problem(("pack", key, number), *unknown_section(name))


def options_for(pack: Pack, flags: Flags) -> Options:
    """The user's choices: flags first, then the content's own, then ours. Raises ChoiceError for a wrong setting."""
    own = pack.pack
    made: dict[str, Any] = overlaid({name: getattr(own, name) for name in MODES}, flags.settings)
    for key in (field.name for field in fields(Options) if field.name not in MODES):
        said = [value for value in (getattr(flags, key), getattr(own, key)) if value is not None]
        made |= {key: said[0]} if said else {}
    return Options(**made)


def render(pack: Pack, flags: Flags, name: str) -> list[Rendered]:
    """The pack as PDF, and the key beside it where it has a file of its own.

    `name` is that of the pack's file, without ".pdf". Raises ChoiceError.
    """
    options = options_for(pack, flags)
    chosen = choose(pack, options)
    with _no_collection():
        return _render(pack, options, chosen, name)


@contextmanager
def _no_collection() -> Iterator[None]:
    """No search for garbage while a pack is set: it makes objects by the hundred thousand and drops few of them.

    On a pack of 2,200 points the searches took as long as the work.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _render(pack: Pack, options: Options, chosen: Chosen, name: str) -> list[Rendered]:
    made = [_rendered(f"{name}.pdf", compose(pack, options, chosen.pack, chosen.answered))]
    if chosen.key:
        key = compose(pack, options, chosen.key, chosen.answered)
        made.append(_rendered(f"{name}-answers.pdf", replace(key, title=f"{key.title}: answers")))
    return made


def _rendered(name: str, document: Document) -> Rendered:
    return Rendered(name, document, pdf_bytes(document))


def build(contents: Iterable[Path], folder: Path, flags: Flags, warn: Callable[[Problem], None]) -> Iterator[Made]:
    """Write the packs of some content files into a folder, telling of each file once it is whole.

    `warn` is told of what may be a slip but stops nothing. Every content is read and set before the first file is
    written, so that a mistake in the last leaves all the old files as they were. Raises ContentError, ChoiceError
    or OutputError.
    """
    problems: list[Problem] = []
    waiting: list[Rendered] = []
    names: set[str] = set()
    for path in contents:
        try:
            loaded = read(path)
            waiting.extend(render(loaded.pack, flags, _unused(slug(path.stem), names)))
            for warning in loaded.warnings:
                warn(warning)
        except StudypackError as error:
            problems.extend(replace(problem, source=problem.source or str(path)) for problem in error.problems)
    if problems:
        raise StudypackError(problems)
    make_folder(folder)
    write_together([(folder / rendered.name, rendered.data) for rendered in waiting])
    for rendered in waiting:
        yield Made(folder / rendered.name, len(rendered.document.pages), len(rendered.data))
    for name in sorted(names - {rendered.name.removesuffix(".pdf") for rendered in waiting}):
        old = folder / f"{name}.pdf"
        if old.exists():
            warn(Problem(f"{old} is of an earlier build", "delete it if it is not wanted", Severity.WARNING))


def _unused(name: str, taken: set[str]) -> str:
    """The name, with a number if another content of this build has it."""
    number, free = 1, name
    while free in taken or f"{free}-answers" in taken:
        number += 1
        free = f"{name}-{number}"
    taken.update((free, f"{free}-answers"))
    return free


def pages_of(pack: Pack, flags: Flags) -> list[tuple[Section, int]]:
    """Every section with the pages it takes on its own; 0 where the content has nothing for it."""
    options = options_for(pack, flags)
    applying = [section for section in SECTIONS if section.applies(pack)]

    def pages(section: Section) -> int:
        return len(compose(pack, options, [section], applying).pages) if section in applying else 0

    return [(section, pages(section)) for section in SECTIONS]
