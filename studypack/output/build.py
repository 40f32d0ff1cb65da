"""Build: read content files, render them as PDF, and write the PDFs."""

import gc
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path

from studypack.advice.gap_rules import worksheets_without_gaps
from studypack.advice.rules import placeholders
from studypack.base.errors import ContentError, Problem, Severity, StudypackError, UsageError
from studypack.base.files import make_folder, write_files
from studypack.base.picture_folder import PictureFolder
from studypack.base.wording import shell_quoted
from studypack.layout.document import Document
from studypack.model.choices import Imposition
from studypack.model.content import Pack
from studypack.model.options import Flags, Options
from studypack.output.compose import compose
from studypack.output.earlier import beside
from studypack.output.filenames import KEY_SUFFIX, FileNames
from studypack.output.finished_file import PrintSpec, RenderedFile, WrittenFile
from studypack.output.glyph_coverage import unprintable_words
from studypack.output.own_fonts import font_problems
from studypack.output.page_advice import located_problems
from studypack.output.plan import planned
from studypack.output.resolve import Chosen, choose, options_for, section_names, unimposed, unknown_section
from studypack.pdf.impose import imposed_bytes, plan_sheets
from studypack.pdf.tagged import pdf_bytes
from studypack.reading.house import HOUSE_FREE, House
from studypack.reading.load import LoadedPack, load
from studypack.reading.load import read as read_pack
from studypack.sections import SECTIONS, retrieval
from studypack.sections.kit.section import Section

_MAX_UNPRINTABLE = 99
"""Unprintable words that are reported one by one. The rest is only counted: the pack is in another script."""


def read(path: Path, pictures: PictureFolder | None = None, *, also: Sequence[Path] = ()) -> LoadedPack:
    """Read a content file, with its `pictures` from its own folder, and check that it can be printed.

    It stands beside the earlier packs of the files in `also`. Raises ContentError with every problem found.
    """
    return printable(load(path, pictures), also)


def read_bytes(
    data: bytes,
    source: str,
    pictures: PictureFolder | None = None,
    house: House = HOUSE_FREE,
    *,
    also: Sequence[Path] = (),
) -> LoadedPack:
    """Read the bytes of a content as `read` does a file; `source` names them in problems."""
    return printable(read_pack(data, source, pictures, house), also)


def printable(loaded: LoadedPack, also: Sequence[Path] = ()) -> LoadedPack:
    """Check that a content can be printed, and let it stand beside earlier packs, as `read` does."""
    problems = [
        *font_problems(loaded),
        *_glyph_problems(loaded),
        *_section_problems(loaded),
        *worksheets_without_gaps(loaded),
    ]
    if problems:
        raise ContentError(sorted(problems, key=lambda problem: (problem.line or math.inf, problem.column)))
    return beside(loaded, also, read)


def _glyph_problems(loaded: LoadedPack) -> Iterator[Problem]:
    found = unprintable_words(loaded.pack)
    for path, word, message, hint in islice(found, _MAX_UNPRINTABLE):
        yield loaded.problem(path, message, hint, needle=word)
    if more := sum(1 for _ in found):
        hint = "write the pack in Latin, Greek or Cyrillic letters"
        yield Problem(f"and {more:,} more words that no bundled typeface can print", hint, source=loaded.source)


def _section_problems(loaded: LoadedPack) -> Iterator[Problem]:
    for key in ("sections", "skip"):
        for number, name in enumerate(getattr(loaded.pack.pack, key)):
            if name not in section_names():
                yield loaded.problem(("pack", key, number), *unknown_section(name))


def choice_warnings(loaded: LoadedPack, flags: Flags) -> list[Problem]:
    """Return warnings about choices that may not give what the user expects.

    Raises ChoiceError if the choices cannot be honoured at all.
    """
    options = options_for(loaded.pack, flags)
    chosen = choose(loaded.pack, options)
    found = [
        (
            f"the section '{section.name}' is left out: sheets to cut are not printed as {options.imposition.label}",
            f"print it apart, {unimposed(loaded.pack, options)}: --sections {section.name}",
        )
        for section in chosen.left_out
        if options.imposition is not None
    ]
    found += [
        warned for section in SECTIONS if section in chosen.pack for warned in section.warnings(loaded.pack, options)
    ]
    if options.imposition is not None and loaded.pack.pack.fillable and "fillable" not in flags.model_fields_set:
        found.append(("sheets for paper have no fields to fill in", f"leave out --{options.imposition} to have them"))
    if loaded.pack.also and retrieval.SECTION not in chosen.pack:
        found.append(("no section asks about the earlier packs", "print the one that does: --sections retrieval"))
    if left := len(placeholders(loaded.pack)):
        message = f"placeholders of the starter that are still to be replaced: {left}"
        found.append((message, f"studypack check {shell_quoted(loaded.source)} lists them"))
    return [Problem(message, hint, Severity.WARNING, loaded.source) for message, hint in found]


def render(pack: Pack, flags: Flags, name: str) -> list[RenderedFile]:
    """Return the pack as a PDF, followed by the key if that has a file of its own.

    `name` is that of the pack's file without ".pdf"; imposed files add to it: …-booklet.pdf, …-two-up.pdf. Raises
    ChoiceError for choices that cannot be honoured, and ContentError or LimitError as `compose` does.
    """
    options = options_for(pack, flags)
    chosen = choose(pack, options)
    with _garbage_collection_paused():
        return _render_documents(pack, options, chosen, flags, name)


def render_loaded(loaded: LoadedPack, flags: Flags, name: str) -> list[RenderedFile]:
    """Render a pack that was read from a file, as `render` does. Problems get their places in the file."""
    with located_problems(loaded):
        return render(loaded.pack, flags, name)


@contextmanager
def _garbage_collection_paused() -> Iterator[None]:
    """Pause garbage collection: a layout makes hundreds of thousands of objects and drops few of them.

    For a pack of 2,200 points, the collections took as long as the layout itself.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _render_documents(pack: Pack, options: Options, chosen: Chosen, flags: Flags, name: str) -> list[RenderedFile]:
    document, chosen, left_out = planned(pack, options, chosen)
    made = [replace(_render_document(pack, name, document, options), left_out=left_out)]
    if chosen.key:
        # The key is for the teacher and is never imposed: it is the same file, however the pack is printed.
        plain = options_for(pack, flags.model_copy(update={"booklet": False, "two_up": False}))
        key = compose(pack, plain, chosen.key, chosen.answered)
        # Words: what a file with the answers to a pack is called in the title of its window.
        title = pack.say("title_of_answers", "{title}: answers", title=key.title)
        made.append(_render_document(pack, f"{name}{KEY_SUFFIX}", replace(key, title=title), plain))
    return made


def _render_document(pack: Pack, name: str, document: Document, options: Options) -> RenderedFile:
    """Return the file of a document; imposed, and with a name that says so, if the options ask for it."""
    if options.imposition is None:
        print_spec = PrintSpec(options.paper.sheet, len(document.pages), document.turn)
        return RenderedFile(f"{name}.pdf", document, pdf_bytes(document), print_spec)
    imposed = plan_sheets(len(document.pages), document.turn, options.imposition)
    sheet = options.paper.double
    print_spec = PrintSpec(sheet, len(imposed.sides), imposed.turn, landscape=True)
    # Words: what a file of these sheets is called in the title of its window.
    title = pack.say("title_of_booklet", "{title}: booklet", title=document.title)
    if options.imposition is Imposition.TWO_UP:
        title = pack.say("title_of_two_up", "{title}: two-up", title=document.title)
    data = imposed_bytes(replace(document, title=title), imposed, sheet)
    return RenderedFile(f"{name}-{options.imposition}.pdf", document, data, print_spec, imposed=True)


def render_contents(
    contents: Iterable[Path],
    names: FileNames,
    flags: Flags,
    warn: Callable[[Problem], None],
    also: Sequence[Path] = (),
) -> tuple[RenderedFile, ...]:
    """Render several content files in memory, each beside the earlier packs in `also`.

    `warn` is called with each problem that does not prevent that.

    Raises StudypackError with the problems of all files, and UsageError as `names` does.
    """
    problems: list[Problem] = []
    files: list[RenderedFile] = []
    for path in contents:
        try:
            # Before the name, so that a folder or a document of another kind is reported as such.
            loaded = read(path, also=also)
            name = names.stem(path)
            pack, *key = render_loaded(loaded, flags, name)
            files += [replace(pack, name=names.pack or pack.name), *key]
            for warning in [*loaded.warnings, *choice_warnings(loaded, flags)]:
                warn(warning)
        except UsageError:
            raise
        except StudypackError as error:
            problems.extend(replace(problem, source=problem.source or str(path)) for problem in error.problems)
    if problems:
        raise StudypackError(problems)
    return tuple(files)


def stale_key_warnings(names: FileNames, files: Iterable[RenderedFile]) -> Iterator[Problem]:
    """Yield a warning for each key from an earlier build that this build does not write."""
    fresh = {rendered.name for rendered in files}
    for path in names.key_files():
        if path.name not in fresh and path.exists():
            yield Problem(f"{path} is of an earlier build", "delete it if it is not wanted", Severity.WARNING)


def build(
    contents: Iterable[Path], out: Path, flags: Flags, warn: Callable[[Problem], None], also: Sequence[Path] = ()
) -> Iterator[WrittenFile]:
    """Write the packs of several content files to `out` (see FileNames), and yield each file that was written.

    All files are rendered before the first is written, so that a mistake in the last content leaves all old files as
    they were. Calls `warn` and raises as `render_contents` does; raises OutputError if a file cannot be written.
    """
    names = FileNames(out)
    files = render_contents(contents, names, flags, warn, also)
    make_folder(names.folder)
    write_files([(names.folder / rendered.name, rendered.data) for rendered in files])
    for rendered in files:
        pages, size = len(rendered.document.pages), len(rendered.data)
        path = names.folder / rendered.name
        yield WrittenFile(path, pages, size, rendered.print_spec, rendered.imposed, rendered.left_out)
    for old in stale_key_warnings(names, files):
        warn(old)


def page_counts(pack: Pack, flags: Flags) -> list[tuple[Section, int]]:
    """Return every section with its number of pages if it is printed alone; 0 if the content has nothing for it."""
    options = options_for(pack, flags)
    applying = [section for section in SECTIONS if section.applies(pack)]

    def pages(section: Section) -> int:
        return len(compose(pack, options, [section], applying).pages) if section in applying else 0

    return [(section, pages(section)) for section in SECTIONS]
