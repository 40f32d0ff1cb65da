"""From content on disk to PDF files on disk: the one way through the whole house."""

import gc
import math
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from studypack.advice.gap_rules import gapless_sheets
from studypack.advice.rules import placeholders
from studypack.base.errors import ContentError, Problem, Severity, StudypackError, UsageError
from studypack.base.files import make_folder, write_files
from studypack.base.wording import shell_quoted
from studypack.layout.page import Document
from studypack.model.content import Pack
from studypack.model.modes import Flip
from studypack.model.options import Flags, Options, Sides
from studypack.output.compose import compose
from studypack.output.filenames import KEY, FileNames
from studypack.output.glyphs import unprintable
from studypack.output.page_advice import at_their_places
from studypack.output.print_spec import PrintSpec
from studypack.output.resolve import Chosen, choose, options_for, section_names, unknown_section
from studypack.pdf.impose import imposed_bytes, plan_sheets
from studypack.pdf.tagged import pdf_bytes
from studypack.reading.load import LoadedPack, load
from studypack.sections import SECTIONS
from studypack.sections.cloze import levels_alike
from studypack.sections.kit.section import Section

_MOST_UNPRINTABLE = 99
"""Words that cannot be printed and are placed; of a pack in another script, the rest is counted."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was written."""

    path: Path
    pages: int
    """As they are read; imposed, two of them are on a side of a sheet."""
    size: int
    """In bytes."""
    print_spec: PrintSpec
    """What it asks of a printer."""
    imposed: bool = False
    """Its pages are put together on sheets."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished file that is not written yet."""

    name: str
    """Without a folder: anglo-soviet-relations.pdf."""
    document: Document
    """Its pages as they are read, imposed or not."""
    data: bytes
    print_spec: PrintSpec
    """What the file asks of a printer."""
    imposed: bool = False
    """The file holds sheets, not pages: no bookmarks and no links, for paper only."""


def read(path: Path) -> LoadedPack:
    """The content of a file, fit to print. Raises ContentError with every problem found."""
    loaded = load(path)
    problems = [*_unprintable(loaded), *_unknown_sections(loaded), *gapless_sheets(loaded)]
    if problems:
        raise ContentError(sorted(problems, key=lambda problem: (problem.line or math.inf, problem.column)))
    return loaded


def _unprintable(loaded: LoadedPack) -> Iterator[Problem]:
    found = unprintable(loaded.pack)
    for path, word, message, hint in islice(found, _MOST_UNPRINTABLE):
        yield loaded.problem(path, message, hint, needle=word)
    if more := sum(1 for _ in found):
        hint = "write the pack in Latin, Greek or Cyrillic letters"
        yield Problem(f"and {more:,} more words that no bundled typeface can print", hint, source=loaded.source)


def _unknown_sections(loaded: LoadedPack) -> Iterator[Problem]:
    for key in ("sections", "skip"):
        for number, name in enumerate(getattr(loaded.pack.pack, key)):
            if name not in section_names():
                yield loaded.problem(("pack", key, number), *unknown_section(name))


def cautions(loaded: LoadedPack, flags: Flags) -> list[Problem]:
    """What may not come out as the choices intend, as warnings. Raises ChoiceError."""
    options = options_for(loaded.pack, flags)
    chosen = choose(loaded.pack, options)
    found = [
        (
            f"the section '{section.name}' is left out: sheets to cut are not printed as {options.imposition.label}",
            f"print it apart, without --{options.imposition}: --sections {section.name}",
        )
        for section in chosen.left_out
        if options.imposition is not None
    ]
    cards = any(section.name == "flashcards" for section in chosen.pack)
    if cards and options.sides is Sides.ONE and options.flashcards.flip is not Flip.FOLD:
        found.append(("the backs of the flashcards are on sheets of their own", "--set flashcards.flip=fold"))
    if any(section.name == "cloze" for section in chosen.pack) and (alike := levels_alike(loaded.pack, options)):
        found.append((alike, "write a hint into a gap to have both: {{Rapallo::treaty}}"))
    if options.imposition is not None and loaded.pack.pack.fillable and flags.fillable is None:
        found.append(("sheets for paper have no fields to fill in", f"leave out --{options.imposition} to have them"))
    if left := len(placeholders(loaded.pack)):
        message = f"placeholders of the starter that are still to be replaced: {left}"
        found.append((message, f"studypack check {shell_quoted(loaded.source)} lists them"))
    return [Problem(message, hint, Severity.WARNING, loaded.source) for message, hint in found]


def render(pack: Pack, flags: Flags, name: str) -> list[Rendered]:
    """The pack as PDF, and the key beside it where it has a file of its own.

    `name` is that of the pack's file, without ".pdf"; an imposed one is called after it: …-booklet.pdf, …-two-up.pdf.
    Raises ChoiceError.
    """
    options = options_for(pack, flags)
    chosen = choose(pack, options)
    with _no_collection():
        return _render(pack, options, chosen, flags, name)


def render_loaded(loaded: LoadedPack, flags: Flags, name: str) -> list[Rendered]:
    """As `render`, from a file: what is wrong with a text of it is told at its place there."""
    with at_their_places(loaded):
        return render(loaded.pack, flags, name)


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


def _render(pack: Pack, options: Options, chosen: Chosen, flags: Flags, name: str) -> list[Rendered]:
    made = [_rendered(name, compose(pack, options, chosen.pack, chosen.answered), options)]
    if chosen.key:
        # The teacher's own sheets stay as they are without a fold: the same file, whatever becomes of the pack.
        plain = options_for(pack, replace(flags, imposition=None))
        key = compose(pack, plain, chosen.key, chosen.answered)
        made.append(_rendered(f"{name}{KEY}", replace(key, title=f"{key.title}: answers"), plain))
    return made


def _rendered(name: str, document: Document, options: Options) -> Rendered:
    """The file of a document, imposed if that was asked for; then it has a name of its own."""
    if options.imposition is None:
        print_spec = PrintSpec(options.paper.sheet, len(document.pages), document.turn)
        return Rendered(f"{name}.pdf", document, pdf_bytes(document), print_spec)
    imposed = plan_sheets(len(document.pages), document.turn, options.imposition)
    sheet = options.paper.double
    print_spec = PrintSpec(sheet, len(imposed.sides), imposed.turn, landscape=True)
    data = imposed_bytes(replace(document, title=f"{document.title}: {options.imposition}"), imposed, sheet)
    return Rendered(f"{name}-{options.imposition}.pdf", document, data, print_spec, imposed=True)


def batch(
    contents: Iterable[Path], names: FileNames, flags: Flags, warn: Callable[[Problem], None]
) -> tuple[Rendered, ...]:
    """The files of some contents, in memory; `warn` is told of what may be a slip but stops nothing.

    Raises ContentError or ChoiceError with the problems of them all, and UsageError where `names` does.
    """
    problems: list[Problem] = []
    files: list[Rendered] = []
    for path in contents:
        try:
            loaded = read(path)  # a document or a folder is told first: it has no place among the names
            name = names.of(path)
            pack, *key = render_loaded(loaded, flags, name)
            files += [replace(pack, name=names.pack or pack.name), *key]
            for warning in [*loaded.warnings, *cautions(loaded, flags)]:
                warn(warning)
        except UsageError:
            raise
        except StudypackError as error:
            problems.extend(replace(problem, source=problem.source or str(path)) for problem in error.problems)
    if problems:
        raise StudypackError(problems)
    return tuple(files)


def left_from_before(names: FileNames, files: Iterable[Rendered]) -> Iterator[Problem]:
    """A warning for each key that is there and would have been written, had there been one."""
    fresh = {rendered.name for rendered in files}
    for path in names.key_files():
        if path.name not in fresh and path.exists():
            yield Problem(f"{path} is of an earlier build", "delete it if it is not wanted", Severity.WARNING)


def build(contents: Iterable[Path], out: Path, flags: Flags, warn: Callable[[Problem], None]) -> Iterator[Made]:
    """Write the packs of some content files to `out`, as FileNames reads it, telling of each file once it is whole.

    Every content is read and set before the first file is written, so that a mistake in the last leaves all the old
    files as they were. `warn` as in `batch`. Raises ContentError, ChoiceError or OutputError.
    """
    names = FileNames(out)
    files = batch(contents, names, flags, warn)
    make_folder(names.folder)
    write_files([(names.folder / rendered.name, rendered.data) for rendered in files])
    for rendered in files:
        pages, size = len(rendered.document.pages), len(rendered.data)
        yield Made(names.folder / rendered.name, pages, size, rendered.print_spec, rendered.imposed)
    for old in left_from_before(names, files):
        warn(old)


def pages_of(pack: Pack, flags: Flags) -> list[tuple[Section, int]]:
    """Every section with the pages it takes on its own; 0 where the content has nothing for it."""
    options = options_for(pack, flags)
    applying = [section for section in SECTIONS if section.applies(pack)]

    def pages(section: Section) -> int:
        return len(compose(pack, options, [section], applying).pages) if section in applying else 0

    return [(section, pages(section)) for section in SECTIONS]
