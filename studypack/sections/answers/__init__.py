"""The answer key, for the teacher: answers to mark from, the passages whole, corrections to the notes."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from studypack.layout.boxes import Box, NewPage
from studypack.layout.flow import count_pages, room_left
from studypack.model.content import Pack
from studypack.model.options import Options
from studypack.model.words import Words
from studypack.sections.answers.corrections import corrected_in, correction_boxes
from studypack.sections.answers.credits import credit_boxes
from studypack.sections.answers.grid import grid
from studypack.sections.answers.in_context import in_context
from studypack.sections.kit.opening import opening
from studypack.sections.kit.section import Context, Owed, Section

_WORTH_FITTING = 150
"""Corrections; more are set closely at once, for that is what it would come to."""
_FORLORN = 3 / 4
"""Of the last page, free: where that saves it, passages are parted between pages, and corrections moved together."""
_TIGHT = 0.6
"""Of the space between corrections in the close fit."""


def _owed(context: Context) -> list[Owed]:
    """What the sections that this key answers owe it, sheet by sheet."""
    owed = [each for section in context.subject for each in section.answers(context.pack, context.options)]
    return [each for each in owed if each.is_due]


def _standfirst(context: Context, sheets: Sequence[Owed]) -> str:
    say = context.pack.say
    if not sheets:
        return say("departs_from_notes", "Where this pack departs from the notes, and why.")
    # What every sheet has, the one with hints has too.
    levels = max((owed.levels for owed in sheets), key=len)
    # Each sheet has its code over its answers, too.
    version, codes = "", {owed.version or context.version for owed in sheets}
    if levels:
        version = say(
            "for_version_at_levels",
            "For version {code} of the sheets, at every level of help: {levels}.",
            code=context.version,
            levels=", ".join(levels),
        )
    elif len(codes) == 1:
        version = say("for_version", "For version {code} of the sheets.", code=codes.pop())
    notes = dict.fromkeys(owed.note for owed in sheets if owed.note)
    graded = [owed for owed in sheets if owed.answers]
    marking = _marking(say, graded, from_memory=bool(levels)) if graded else ""
    return " ".join(filter(None, (marking, version, *notes)))


def _marking(say: Words, sheets: Sequence[Owed], *, from_memory: bool) -> str:
    """What is worth a mark, and what else than the answer is accepted."""
    if all(owed.passages for owed in sheets):
        marks = say("one_mark_a_gap", "One mark a gap")
    elif any(owed.worth > 1 for owed in sheets):
        # Words: in the key, where the heading over some answers says: 2 marks each.
        marks = say("marks_by_heading", "One mark an answer, or as many as its heading says")
    else:
        marks = say("one_mark_an_answer", "One mark an answer")
    alternatives = any(len(answer.accepted) > 1 for owed in sheets for answer in owed.answers)
    match alternatives, from_memory:
        case True, True:
            accepted = say("accept_both", "accept what stands after “or”, and from memory any word of the same meaning")
        case True, False:
            # Words: in the key: as other answers that are right, after “or”.
            accepted = say("accept_alternatives", "accept what stands after “or”")
        case False, True:
            # Words: of sheets on which pupils write from memory, without a word bank.
            accepted = say("accept_meaning", "accept from memory any word of the same meaning")
        case _:
            return f"{marks}."
    return say("marks_and_accepted", "{marks}; {accepted}.", marks=marks, accepted=accepted)


def _answers(context: Context, sheets: Sequence[Owed], *, whole: bool = True) -> list[Box]:
    """All of the key before its corrections; with `whole`, short passages are not parted."""
    theme = context.theme
    boxes = [
        opening(
            context,
            "answers",
            _title(context.pack, context.options),
            overline=context.pack.say("for_the_teacher", "For the teacher"),
            standfirst=_standfirst(context, sheets),
        )
    ]
    for number, owed in enumerate(sheets, start=1):
        boxes.extend(owed.marked_by(context, number) if owed.marked_by else grid(context, owed, number))
    passages = in_context(context, sheets, whole=whole)
    room = room_left(boxes, theme.measure, theme.depth)
    if room < theme.third and room < sum(box.above + box.height(theme.measure) for box in passages):
        # The page to mark from ends with the answers; a scrap of context at its foot would only distract.
        boxes.append(NewPage())
    return [*boxes, *passages]


def _compose(context: Context) -> list[Box]:
    """The key on as few pages as either way of setting the corrections takes; nothing if nothing is owed."""
    theme, context = context.theme, replace(context, tag=context.tag.child("Sect"))
    sheets = _owed(context)
    count = sum(len(group.corrections) for group in corrected_in(context.pack, context.subject))
    if not sheets and not count:
        return []
    easy, close = theme.correction_fits
    pages = partial(count_pages, width=theme.measure, depth=theme.depth)
    answers = _answers(context, sheets)
    # Without corrections the fits are one.
    fits = (easy, close) if 0 < count <= _WORTH_FITTING else (close,)
    best = min(([*answers, *correction_boxes(context, fit), *credit_boxes(context)] for fit in fits), key=pages)
    if pages(best) > 1 and room_left(best, theme.measure, theme.depth) > theme.depth * _FORLORN:
        tight = close._replace(air=close.air * _TIGHT)
        parted = [*_answers(context, sheets, whole=False), *correction_boxes(context, tight), *credit_boxes(context)]
        best = min(best, parted, key=pages)
    return best


def _title(pack: Pack, options: Options) -> str:
    return pack.say("answer_key", "Answer key")


def _describe(context: Context) -> str:
    sheets, say = _owed(context), context.pack.say
    # Words: in the contents, in a list: For the teacher: answers, passages and corrections to the notes.
    parts = [say("key_has_answers", "answers")] if sheets else []
    if any(owed.passages for owed in sheets):
        parts.append(say("key_has_passages", "passages"))
    if corrected_in(context.pack, context.subject):
        parts.append(say("key_has_corrections", "corrections to the notes"))
    return say("key_described", "For the teacher: {parts}", parts=say.listed(parts))


SECTION = Section(
    name="answers",
    title=_title,
    describe=_describe,
    needs="worksheets or corrections",
    # What there is to answer is a matter of the sections printed and their modes; with nothing, the key is empty.
    applies=lambda pack: True,
    compose=_compose,
    other_names=("answer key", "key"),
    is_key=True,
)
