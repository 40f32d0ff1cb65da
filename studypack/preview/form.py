"""What is chosen just now, in the words of the page's controls."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from studypack.choose import choose
from studypack.compose import compose
from studypack.content import Pack
from studypack.errors import ChoiceError
from studypack.modes import MODES
from studypack.options import Flags, Options
from studypack.preview.wishes import PLAIN, printed, written
from studypack.sections import SECTIONS, answers
from studypack.sections.section import Section
from studypack.settle import options_for
from studypack.typeset.page import Document


@dataclass(frozen=True, slots=True)
class Row:
    """One section in the list of those that can be printed."""

    name: str
    title: str
    chosen: bool
    lacks: str
    """Why it cannot be printed; empty where it can."""
    pages: int
    """In the pack as it is chosen; 0 where it is not in it."""


@dataclass(frozen=True, slots=True)
class Form:
    """The state of every control."""

    sections: tuple[Row, ...]
    """In the order in which they are printed."""
    values: dict[str, str]
    """By the key of the control: paper, table.mode."""


def form_of(pack: Pack, flags: Flags, document: Document) -> Form:
    """The form that goes with a finished pack."""
    chosen = printed(pack, flags)
    pages = Counter(page.section for page in document.pages)
    options = options_for(pack, flags)
    rows = tuple(
        Row(
            name=section.name,
            title=section.title(pack, options),
            chosen=section.name in chosen,
            lacks="" if section.name in chosen else _lacks(pack, options, section),
            pages=pages[section.name],
        )
        for section in _in_order(chosen)
        if section is not answers.SECTION
    )
    return Form(rows, _values(options))


def _in_order(chosen: Sequence[str]) -> list[Section]:
    """The usual order; in another, where one was asked for: that one first, and after it the rest."""
    usual = [section.name for section in SECTIONS if section.name in chosen]
    if list(chosen) == usual:
        return list(SECTIONS)
    return sorted(SECTIONS, key=lambda section: chosen.index(section.name) if section.name in chosen else len(SECTIONS))


def _lacks(pack: Pack, options: Options, section: Section) -> str:
    if not section.applies(pack):
        return f"The content has no {section.needs}."
    try:
        choose(pack, replace(options, sections=(section.name,), skip=()))
    except ChoiceError as error:
        message = error.problems[0].message
        return f"{message[:1].upper()}{message[1:]}."
    return ""


def _values(options: Options) -> dict[str, str]:
    plain = {key: written(getattr(options, key)) for key in PLAIN}
    modes = {
        f"{name}.{key}": written(getattr(getattr(options, name), key))
        for name, part in MODES.items()
        for key in part.model_fields
    }
    return plain | modes


def pages_left_out(pack: Pack, flags: Flags) -> dict[str, int]:
    """How many pages each section would take, on its own, that is not in the pack but could be."""
    options, chosen = options_for(pack, flags), printed(pack, flags)
    applying = [section for section in SECTIONS if section.applies(pack)]
    return {
        section.name: len(compose(pack, options, [section], applying).pages)
        for section in applying
        if section.name not in chosen and section is not answers.SECTION and not _lacks(pack, options, section)
    }
