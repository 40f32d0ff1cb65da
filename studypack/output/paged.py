"""The document of a pack: where its sections start unless that is said."""

from collections.abc import Sequence

from studypack.layout.page import Document
from studypack.model.content import Pack
from studypack.model.options import Openings, Options
from studypack.output.compose import compose
from studypack.output.resolve import Chosen
from studypack.sections.kit.section import Section

_SMALL = 12
"""Pages: the sections of a pack of no more run on, unless told."""


def compose_pack(pack: Pack, options: Options, chosen: Chosen) -> Document:
    """Return the document of the pack's own sections. Raises as `compose` does."""
    document = compose(pack, options, chosen.pack, chosen.answered)
    if options.openings is not None or _pages(document, chosen) > _SMALL:
        return document
    options = options.model_copy(update={"openings": Openings.RUN_ON})
    sections = chosen.pack if options.sections else _read_first(pack, options, chosen.pack)
    return compose(pack, options, sections, chosen.answered)


def _pages(document: Document, chosen: Chosen) -> int:
    """Return the number of pages without the cover, the contents and the key."""
    counted = {section.name for section in chosen.pack if section.numbered and not section.is_key}
    return sum(page.section in counted for page in document.pages)


def _read_first(pack: Pack, options: Options, sections: Sequence[Section]) -> list[Section]:
    """Return the sections with those that are handed out by themselves after those that are read, and the key last."""
    return sorted(sections, key=lambda section: (section.is_key, section.handed_out(pack, options)))
