"""The sections that a pack can have, in the order in which they are printed."""

from studypack.sections import (
    answers,
    cloze,
    contents,
    cover,
    evaluation,
    flashcards,
    glossary,
    notes,
    overview,
    table,
    timeline,
)
from studypack.sections.kit.section import Section

SECTIONS: tuple[Section, ...] = (
    cover.SECTION,
    contents.SECTION,
    overview.SECTION,
    table.SECTION,
    timeline.SECTION,
    cloze.SECTION,
    evaluation.SECTION,
    glossary.SECTION,
    notes.SECTION,
    flashcards.SECTION,
    answers.SECTION,
)
