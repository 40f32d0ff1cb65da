"""The sections that a pack can have, in the order in which they are printed."""

from studypack.sections import (
    answers,
    contents,
    cover,
    evaluation,
    exit,
    flashcards,
    glossary,
    judge,
    mistakes,
    notes,
    overview,
    questions,
    quiz,
    table,
    timeline,
    title,
    vocabulary,
    worksheets,
)
from studypack.sections.kit.section import Section

SECTIONS: tuple[Section, ...] = (
    cover.SECTION,
    title.SECTION,
    contents.SECTION,
    overview.SECTION,
    table.SECTION,
    timeline.SECTION,
    worksheets.SECTION,
    questions.SECTION,
    quiz.SECTION,
    vocabulary.SECTION,
    mistakes.SECTION,
    judge.SECTION,
    exit.SECTION,
    evaluation.SECTION,
    glossary.SECTION,
    notes.SECTION,
    flashcards.SECTION,
    answers.SECTION,
)
