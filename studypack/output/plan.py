"""What a pack prints where nobody says it: where its sections start, and what a small one leaves out."""

from collections.abc import Container, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from studypack.base.errors import ChoiceError, ContentError
from studypack.layout.document import Document
from studypack.layout.extent import filled_height
from studypack.model.choices import Openings
from studypack.model.content import Pack
from studypack.model.options import Options
from studypack.output.compose import compose
from studypack.output.presets import PRESETS, PresetChoices
from studypack.output.resolve import Chosen, choose
from studypack.sections import SECTIONS, contents, cover, glossary, overview, title
from studypack.sections.kit.section import Section

_SMALL = 12
"""Pages: the sections of a pack of no more run on, and what would stand in it twice goes once."""
_WORTH_A_COVER, _WORTH_A_CONTENTS = 6, 8
"""Pages of a small pack, and more, that have a cover or a contents page."""


_FEW_POINTS = 15
"""A pack with no more is probably small: it is laid out as such first."""
_FILLED = 0.4
"""Of the text area's height: a page that is read and filled less has been left behind."""


class LeftOut(NamedTuple):
    """A section that is not printed, though the content has it and nobody said so."""

    name: str
    why: str
    """Where its words stand instead, or why it is not worth its paper; may be empty."""

    @property
    def words(self) -> str:
        """Return the name, and why: glossary (it stands in the overview)."""
        return f"{self.name} ({self.why})" if self.why else self.name


class Planned(NamedTuple):
    """The document of a pack's own sections."""

    document: Document
    chosen: Chosen
    """What was chosen, without what is left out."""
    left_out: tuple[LeftOut, ...]


def planned(pack: Pack, options: Options, chosen: Chosen) -> Planned:
    """Return the pack as it is printed. Raises as `compose` does.

    Its pages are counted with each section on pages of its own.
    """
    preset = PRESETS[options.preset] if options.preset is not None and not options.sections else None
    if preset is not None and preset.most_pages:
        return _on_few_pages(pack, options, chosen, preset)
    usual = not options.sections and preset is None
    small = _made_small(pack, options, chosen) if usual and len(pack.points) <= _FEW_POINTS else None
    if small is not None and _most_pages(pack, options, small) <= _SMALL:
        return small
    document = compose(pack, options, chosen.pack, chosen.answered)
    if _count(document, but=("cover", "contents", "answers")) > _SMALL:
        return Planned(document, chosen, _unasked(pack, options) if usual else ())
    if usual:
        return small or _made_small(pack, options, chosen)
    options = options.model_copy(update={"openings": options.openings or Openings.RUN_ON})
    return Planned(_evened(pack, options, chosen.pack, chosen), chosen, ())


def _most_pages(pack: Pack, options: Options, small: Planned) -> int:
    """Return a number of pages that the sections of a small pack do not exceed, each on pages of its own.

    A section needs no more pages of its own than it touches where it runs on. It spares laying the pack out twice.
    """
    count = _count(small.document, but=("cover", "contents", "title", "answers"))
    shared = sum(len(page.others) for page in small.document.pages)
    if any(each.name == glossary.SECTION.name for each in small.left_out):
        count += len(compose(pack, options, [glossary.SECTION], ()).pages)
    return count + shared


def _made_small(pack: Pack, options: Options, chosen: Chosen) -> Planned:
    """Return a pack in which nothing stands twice; it has a cover and a contents page if it has pages enough."""
    options = options.model_copy(update={"openings": options.openings or Openings.RUN_ON})
    runs_on = options.openings is Openings.RUN_ON
    sections: Sequence[Section] = _read_first(pack, options, chosen.pack) if runs_on else chosen.pack
    twice = {overview.SECTION, glossary.SECTION}
    left_out = {glossary.SECTION: "it stands in the overview"} if twice <= set(sections) else {}
    sections = [section for section in sections if section not in left_out]
    titled = [title.SECTION if section is cover.SECTION else section for section in sections]
    try:
        document = _evened(pack, options, [each for each in titled if each is not contents.SECTION], chosen)
    except ContentError:  # a cover has more ways to hold a long title
        titled = list(sections)
        document = _evened(pack, options, [each for each in titled if each is not contents.SECTION], chosen)
    pages = _count(document, but=("answers", *(section.name for section in sections if section.to_cut(options))))
    if pages >= _WORTH_A_COVER or document.pages[0].sections == (title.SECTION.name,):
        titled = sections
    if pages < _WORTH_A_CONTENTS:
        titled = [section for section in titled if section is not contents.SECTION]
    if pages >= _WORTH_A_CONTENTS or titled[0] is cover.SECTION:
        document = _evened(pack, options, titled, chosen)
    left_out |= {cover.SECTION: "a title stands over the first page", contents.SECTION: ""}
    missing = [section for section in chosen.pack if section not in titled]
    return Planned(
        document,
        replace(chosen, pack=tuple(titled)),
        (*(LeftOut(section.name, left_out[section]) for section in missing), *_unasked(pack, options)),
    )


def _on_few_pages(pack: Pack, options: Options, chosen: Chosen, preset: PresetChoices) -> Planned:
    """Return as many sections as have room on the pages of a preset, in the order of the preset.

    Raises ChoiceError if none has.
    """
    if options.duplex:  # nothing is to have a leaf of its own
        options = options.model_copy(update={"duplex": None})

    def made_of(names: Container[Section]) -> tuple[Document, list[Section]]:
        sections = [each for each in _read_first(pack, options, chosen.pack) if each.is_key or each in names]
        return compose(pack, options, sections, sections), sections

    def with_room_beside(kept: list[Section], wanted: Sequence[Section]) -> list[Section]:
        for section in wanted:
            if _count(made_of([*kept, section])[0], but=("answers",)) <= preset.most_pages:
                kept = [*kept, section]
        return kept

    wanted = [section for section in preset.sections if section in chosen.pack]
    kept = with_room_beside([], wanted)
    if kept and made_of(kept)[0].pages[0].sections == (title.SECTION.name,):
        kept = [section for section in kept if section is not title.SECTION]
        kept = with_room_beside(kept, [each for each in wanted if each not in (*kept, title.SECTION)])
    if not kept:
        raise ChoiceError("nothing of the pack has room on one leaf", "print it on more: --preset full")
    document, sections = made_of(kept)
    key = chosen.key if any(section.owes(pack, options) for section in kept) else ()
    missing = (section for section in wanted if section not in kept)
    return Planned(
        document,
        replace(chosen, pack=tuple(sections), answered=tuple(kept), key=key),
        tuple(LeftOut(section.name, f"no room on {preset.most_pages} pages") for section in missing),
    )


def _evened(pack: Pack, options: Options, sections: Sequence[Section], chosen: Chosen) -> Document:
    """Return the document; a section that runs on starts a page where that leaves fewer pages of it almost empty."""
    document = compose(pack, options, sections, chosen.answered)
    bound = (section for section in sections if section.numbered or section.leads)
    read = {section.name for section in bound if not section.handed_out(pack, options)}

    def forlorn(made: Document) -> int:
        return sum(page.section in read and filled_height(page) < _FILLED for page in made.pages)

    others = [name for page in document.pages for name in page.others] if forlorn(document) else ()
    tries = (compose(pack, options, sections, chosen.answered, (name,)) for name in others)
    return min((document, *tries), key=lambda made: (len(made.pages), forlorn(made)))


def _unasked(pack: Pack, options: Options) -> tuple[LeftOut, ...]:
    """Return what the content would fill, but is not worth its paper: sections, and parts of some."""
    found: list[tuple[str, str]] = []
    for section in SECTIONS:
        if section.name in options.skip:
            continue
        told = [*section.leaves_out(pack, options)]
        if section.unasked and not section.wanted(pack, options):
            told.append((section.name, section.unasked))
        if told and not section.lack(pack, options):  # which may look for all that can be asked of a pack
            found += told
    return tuple(LeftOut(*each) for each in found)


def _count(document: Document, but: Container[str]) -> int:
    """Return the number of pages, but blank ones, on which other sections stand first."""
    return sum(bool(page.items) and page.section not in but for page in document.pages)


def _read_first(pack: Pack, options: Options, sections: Sequence[Section]) -> list[Section]:
    """Return the sections with those that are handed out by themselves after those that are read, and the key last."""
    return sorted(sections, key=lambda section: (section.is_key, section.handed_out(pack, options)))


@lru_cache(maxsize=32)
def sections_printed(pack: Pack, options: Options) -> tuple[Section, ...]:
    """Return the sections of the pack's own file. Raises as `planned` does."""
    chosen = choose(pack, options)
    return chosen.pack if options.sections else planned(pack, options, chosen).chosen.pack
