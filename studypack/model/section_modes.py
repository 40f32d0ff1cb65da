"""The modes of a section: how the table, the timeline or a worksheet is to be printed, each a small closed part.

The same keys stand under `pack:` in the content (`pack: {table: {mode: paired}}`) and after `--set` on the command
line (`--set table.mode=paired`).
"""

from typing import Annotated

from pydantic import BeforeValidator, Field

from studypack.model.fields import ContentModel, fold_choice
from studypack.model.modes import (
    AskedBy,
    EvaluationMode,
    Flip,
    GapWidth,
    JudgeMode,
    MistakesMode,
    Orientation,
    PairBy,
    PlanHelp,
    QuizAnswers,
    QuizMode,
    Ruling,
    Scale,
    Support,
    TableMode,
    TimelineMode,
    VocabularyMode,
    Written,
)
from studypack.model.number_range import Numbers
from studypack.model.time_span import Span

_Folded = BeforeValidator(fold_choice)


class TableModes(ContentModel):
    """How the table is printed."""

    mode: Annotated[TableMode, _Folded] = TableMode.COLUMNS
    """columns, paired (the sides facing each other), blank (to fill in) or sort (mixed statements to tick)."""
    by: Annotated[PairBy, _Folded] = PairBy.THEME
    """What makes a row of the paired table: theme or date."""


class TimelineModes(ContentModel):
    """How the timeline is printed."""

    mode: Annotated[TimelineMode, _Folded] = TimelineMode.FULL
    """full, dates-blank, labels-blank, or cut (cards to cut out and put in order)."""
    scale: Annotated[Scale, _Folded] = Scale.TRUE
    """true to the years, or even (then it says "not to scale")."""
    span: Span | None = None
    """The time on a strip: 10 years, 2 weeks, 1 century; a bare number is years. Without it, what fits best."""
    turn: Annotated[Orientation, _Folded] = Orientation.PORTRAIT
    """landscape turns its pages, for wide strips; they are bound and folded with the others. Else portrait."""


class WorksheetModes(ContentModel):
    """How the worksheets are printed."""

    support: Annotated[Support, _Folded] = Support.BANK_HINTS
    """The help that a sheet gives: bank+hints, bank, letters (first letters) or none."""
    gap: Annotated[GapWidth, _Folded] = GapWidth.UNIFORM
    """The length of a gap: uniform, stretch (as its answer needs) or letters (a rule a letter)."""
    distractors: Annotated[int, Field(ge=0, le=12)] | None = None
    """How many words in the bank fit no gap, up to 12: the sheet's own, then others of the pack; 0 for none."""
    ladder: bool = False
    """yes prints each sheet at every level of help, from the most to none."""
    sheets: Annotated[int, Field(ge=1, le=99)] | None = None
    """How many sheets, the first ones, up to 99; all unless told."""


class JudgeModes(ContentModel):
    """How points are judged: to weigh what is known, and to say why."""

    mode: Annotated[JudgeMode, _Folded] = JudgeMode.DIAMOND
    """diamond (nine points to rank), above-below (over or under a line) or line (from most to least)."""
    cards: bool = False
    """yes prints the points as cards to cut out and lay down; no has their marks written."""


class ExitModes(ContentModel):
    """How exit tickets are printed: to see at the end of a lesson who knows what, before it is forgotten."""

    alike: bool = True
    """yes prints one ticket again and again; no prints three, with other questions for each neighbour."""


class RetrievalModes(ContentModel):
    """How a retrieval grid is printed: to fetch from memory what was learnt a while ago, before it is forgotten."""

    rows: Annotated[int, Field(ge=1, le=8)] | None = None
    """How many questions of each time (this lesson, last week), up to 8; unless told, twelve in all."""


class EvaluationModes(ContentModel):
    """How the model evaluation is printed."""

    mode: Annotated[EvaluationMode, _Folded] = EvaluationMode.ANNOTATED
    """annotated, plain (to mark up) or scaffold (moves and prompts with lines to write on)."""
    check: bool = True
    """no leaves out the self-check grid."""


class QuizModes(ContentModel):
    """How a quiz is printed: to fetch from memory what was learnt, which keeps it there."""

    of: Annotated[int, Field(ge=1, le=40)] = 10
    """How many questions, up to 40."""
    mode: Annotated[QuizMode, _Folded] = QuizMode.MIXED
    """mixed, choice (four answers to choose from) or short (answers to write)."""
    answers: Annotated[QuizAnswers, _Folded] = QuizAnswers.KEY
    """Where the answers are: key, folded (at the foot, under a fold line) or back (of the sheet)."""


class VocabularyModes(ContentModel):
    """How terms and meanings are asked for: a test and the grid have each fetched from memory, matching has not."""

    mode: Annotated[VocabularyMode, _Folded] = VocabularyMode.TEST
    """test (to write), grid (a table to complete) or match (letters beside the terms, and two to spare)."""
    write: Annotated[Written, _Folded] = Written.TERM
    """What is written in a test: term or meaning."""
    by: Annotated[AskedBy, _Folded] | None = None
    """meaning or translation; unless told, translations, where four terms or more have them."""
    of: Annotated[int, Field(ge=1, le=40)] | None = None
    """How many terms, up to 40; unless told, all up to 20, and up to 10 to match."""
    people: bool | None = None
    """yes asks for people, too, by what they did; unless told, only where there are no terms."""


class CrosswordModes(ContentModel):
    """How a crossword is printed: to spell the names and words that were learnt, with their meanings as clues."""

    words: Annotated[int, Field(ge=8, le=30)] = 20
    """How many words, from 8 to 30, as far as they cross and have room."""


MOST_MISTAKES = 40
"""Statements of a sheet."""


class MistakesModes(ContentModel):
    """How the statements with mistakes are printed."""

    of: Annotated[int, Field(ge=1, le=MOST_MISTAKES)] = 8
    """How many statements, up to 40."""
    mode: Annotated[MistakesMode, _Folded] = MistakesMode.EACH
    """each (every statement holds a mistake) or some (a few are right, and the sheet says how many)."""


class PlanModes(ContentModel):
    """How the plan of an essay is printed: to order one's thoughts before writing."""

    help: Annotated[PlanHelp, _Folded] = PlanHelp.FULL
    """full (prompts, sentences to begin with, a word bank), some (prompts, a word bank) or none (lines alone)."""


class FlashcardModes(ContentModel):
    """How the flashcards are printed."""

    flip: Annotated[Flip, _Folded] = Flip.LONG
    """The edge that the sheet turns on between front and back: long or short; fold prints both on one side."""
    cards: Annotated[int, Field(ge=8, le=10, multiple_of=2)] = 8
    """Cards on an A4 or Letter sheet: 8 or 10."""
    from_points: bool | None = None
    """yes makes cards of the points, and no prints the author's own alone; unless told, what is worth its paper."""
    from_terms: bool | None = None
    """yes makes cards of the terms and people, too, and no leaves them out; unless told, it is as with the points."""

    @property
    def makes_terms(self) -> bool | None:
        """Whether there are cards of the terms and people; None if there are where they take no sheet of their own."""
        return self.from_points if self.from_terms is None else self.from_terms


class QuestionModes(ContentModel):
    """How the questions are printed."""

    only: Numbers | None = None
    """Which questions, by their numbers, which they keep: 3, 1-4 or 1-4,6; all unless told."""
    lines: bool = True
    """no leaves out lines and room to draw in: pupils write in their own books."""
    starters: bool = True
    """no leaves out the sentences to begin with."""


class NotesModes(ContentModel):
    """How the pages for notes are printed."""

    ruling: Annotated[Ruling, _Folded] = Ruling.RULED
    """ruled, dotted, squared or cornell (cues, notes and a summary)."""
    pages: Annotated[int, Field(ge=0, le=40)] = 0
    """How many pages, up to 40; 0 prints one where the section is asked for by name, else none."""
