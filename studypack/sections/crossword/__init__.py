"""A crossword of terms, people and gaps: the clues are meanings, roles and sentences, and the key has it solved."""

from dataclasses import replace
from functools import partial

from studypack.layout.boxes import Box, Space
from studypack.layout.role import Fit
from studypack.layout.style import mm
from studypack.model.content import Pack
from studypack.model.options import Options
from studypack.sections.crossword.sheet import sheet_boxes, solved_boxes
from studypack.sections.crossword.words import code_of, count_crossing, crossword_of, words_of
from studypack.sections.kit.fitting import easiest, on_leaves
from studypack.sections.kit.scored_sheet import scored_sheet
from studypack.sections.kit.section import Answer, Context, Owed, Section, Warned

_FEWEST = 8
"""Words: fewer make no crossword."""
_WAY_OUT = "add terms with their meanings, people with their roles, or gaps; or leave the section out"


def _title(pack: Pack, options: Options) -> str:
    return pack.say("crossword", "Crossword")


def _names(pack: Pack) -> dict[bool, str]:
    """The headings of the clues from left to right, and of those from top to bottom."""
    # Words: in a crossword, over the clues of the words from left to right; the next one, from top to bottom.
    return {True: pack.say("across", "Across"), False: pack.say("down", "Down")}


def _compose(context: Context) -> list[Box]:
    pack, options, say = context.pack, context.options, context.pack.say
    crossword, title = crossword_of(pack, options), _title(pack, options)
    if not crossword.entries:
        return []
    context = replace(context, version=code_of(pack, options))
    # Words: the task of a crossword; it says what becomes of accents in the crosswords of the language.
    task = say("crossword_task", "Write the answers in the squares, one letter in each.")
    heard = say(
        "crossword_task_by_ear",
        "Find the answers. After each clue stands how many letters there are, and where the answer crosses others.",
    )

    def boxes_at(trial: Context, fit: Fit) -> list[Box]:
        marks, again = len(crossword.entries), [Space(mm(2))]
        tasks = partial(sheet_boxes, crossword=crossword, fit=fit, names=_names(pack))
        return [scored_sheet(trial, "crossword", title, marks, tasks, standfirst=task, heard=heard, again=again)]

    return on_leaves(context, easiest(context, context.theme.clue_fits, boxes_at))


def _answers(pack: Pack, options: Options) -> tuple[Owed, ...]:
    entries = crossword_of(pack, options).entries
    answers = tuple(Answer(each.number, (each.word.answer,), each.word.recall.mark) for each in entries)
    title = _title(pack, options)

    def solved(context: Context, number: int) -> list[Box]:
        return solved_boxes(context, number, title, _names(pack))

    return (Owed(title, answers, marked_by=solved, version=code_of(pack, options)),) if entries else ()


def _lacks(pack: Pack, options: Options) -> Warned | None:
    count = count_crossing(pack, options, _FEWEST)
    return (f"{_FEWEST} answers that cross one another, but {count}", _WAY_OUT) if count < _FEWEST else None


def _warnings(pack: Pack, options: Options) -> list[Warned]:
    """Who asks for a number of words is told of fewer; unasked, those that have no room are left out."""
    count, wanted = len(crossword_of(pack, options).entries), options.crossword.words
    if count >= wanted or "words" not in options.crossword.model_fields_set:
        return []
    few = f"the crossword has {count} words, for no more of the content's have room and cross"
    return [(few, "add terms, people or gaps, or take a larger paper")]


SECTION = Section(
    name="crossword",
    good_for="to spell the names and words that were learnt",
    title=_title,
    describe=lambda context: context.pack.say.count(
        "crossword_described", "{n} word", "{n} words", len(crossword_of(context.pack, context.options).entries)
    ),
    needs=f"{_FEWEST} terms, people or gaps with answers of 3 to 12 letters",
    way_out=_WAY_OUT,
    applies=lambda pack: len(words_of(pack)) >= _FEWEST,
    mode_lacks=_lacks,
    wanted=lambda pack, options: False,
    compose=_compose,
    answers=_answers,
    handed_out=lambda pack, options: True,
    other_names=("crossword puzzle", "cross word"),
    warnings=_warnings,
)
