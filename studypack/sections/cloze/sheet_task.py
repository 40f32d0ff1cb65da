"""A task for the foot of a worksheet, where the passages leave a third of a page or more."""

from collections.abc import Sequence

from studypack.sections.cloze.instruction import in_words
from studypack.sections.cloze.level import Level
from studypack.sections.cloze.worksheet import Sheet
from studypack.sections.handwriting import hand_for
from studypack.sections.section import Setting
from studypack.typeset.boxes import Box, HorizontalRule, Space, WritingLines
from studypack.typeset.flow import room_left
from studypack.typeset.look import RULE, mm
from studypack.typeset.paragraph import text
from studypack.typeset.text import Run

_ENOUGH = 1 / 3
"""Of a page, free: less is not worth a task."""
_PITCH = mm(9)
"""Of lines to write on."""
_ABOVE = mm(9)
_MOST_LINES = 10
"""More would ask for an essay."""
_FEWEST_LINES = 3


def task(setting: Setting, sheet: Sheet, level: Level, boxes: Sequence[Box]) -> list[Box]:
    """The task and as many lines as fit under the sheet's own boxes; nothing where room is short."""
    look = setting.look
    room = room_left(boxes, look.measure, look.depth)
    if room < look.depth * _ENOUGH:
        return []
    heading, asks = _wording(setting, sheet, level)
    pitch = _PITCH * hand_for(look).scale
    tag = setting.tag.child("Sect")
    head: list[Box] = [
        HorizontalRule(0.5, RULE, above=_ABOVE, below=mm(4), keep=True),
        text([Run(heading, look.heading, tag.child("H2"))], look.heading, keep=True),
        text([Run(asks, look.body, tag.child("P"))], look.body, above=2, keep=True),
        Space(mm(1)),
    ]
    taken = sum(box.height(look.measure) + box.above for box in head)
    count = min(int((room - taken) / pitch), _MOST_LINES)
    if count < _FEWEST_LINES:
        setting.tag.kids.remove(tag)
        return []
    head[-1].keep = True
    return [*head, WritingLines(count, pitch, heading, tag.child("Div"))]


def _wording(setting: Setting, sheet: Sheet, level: Level) -> tuple[str, str]:
    """Every other sheet asks to choose instead of to write, so that a class does not meet one task twice."""
    question = setting.pack.question or ""
    if sheet.gives_away(question):
        question = ""
    marks = [passage.marked.mark for passage in sheet.passages if passage.marked]
    if sheet.number % 2 == 0 and len(marks) > 1:
        which = f"matters most for the question: {question}" if question else "matters most?"
        asks = f"Which point on this sheet {which} Choose one by its mark, and give your reasons in two sentences."
        return "Now weigh them", asks
    words = min(3, sum(1 for entry in sheet.bank if entry.uses))
    used = _used(words, level)
    heading = "Now use it" if words == 1 else "Now use them"
    if question:
        return heading, f"Write two sentences that use {used} to answer the question: {question}"
    return heading, f"Write two sentences of your own that use {used}."


def _used(words: int, level: Level) -> str:
    if level.banked:
        return "the word in the bank" if words == 1 else f"{in_words(words)} words from the bank"
    if words == 1:
        return "the word that you have written"
    return f"{in_words(words)} of the words that you have written"
