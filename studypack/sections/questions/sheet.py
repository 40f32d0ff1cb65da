"""The sheet of questions: each with its source in a frame, its marks, sentences to begin with, and room to answer."""

from dataclasses import replace

from typing_extensions import override

from studypack.layout.boxes import ROUNDING, Box, Drawn, NewPage, WritingLines
from studypack.layout.columns import Columns
from studypack.layout.field import Field, Filling, flowing_type
from studypack.layout.page import Page, Rectangle
from studypack.layout.paragraph import Paragraph, text
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import INK, Style, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Run
from studypack.layout.theme import Theme
from studypack.layout.wrapper import KeepTogether, Wrapper
from studypack.model.questions import Question, Quoted
from studypack.sections.kit.builder import Builder
from studypack.sections.kit.pictures import USUAL, picture_box
from studypack.sections.kit.scored_sheet import scored_sheet
from studypack.sections.kit.section import Context
from studypack.sections.kit.task_box import Framed
from studypack.sections.questions.asked import Asked, asked, code_of, marks_of, title

_INDENT = mm(9)
"""Of all but the number."""
_ABOVE = mm(7)
_BESIDE = mm(5)
"""Between a question and its marks."""
_WHOLE = 0.5
"""Of a page: a question that takes no more is not parted."""
_KEPT = 0.3
"""Of a page: a source that takes no more is not parted from the question under it, nor that from its lines."""
_FEWEST = 4
"""Lines under a question at the foot of a page."""
_DEEPEST = 0.8
"""Of a page: room to draw in, which cannot be parted, is no higher."""


def sheet(context: Context) -> list[Box]:
    """Return the sheet, on leaves of its own."""
    pack, own = context.pack, asked(context.pack, context.options)
    if not own:
        return []
    marks, name = marks_of(own), title(pack, context.options)
    context = replace(context, version=code_of(pack))
    # Words: how long to take over the questions of a sheet.
    time = pack.say.count(
        "minutes_by_marks", "{n} mark, in about a minute.", "{n} marks, in about {n} minutes: a minute a mark.", marks
    )

    def questions(build: Builder) -> list[Box]:
        boxes = [_question(context, build.within("Sect"), each) for each in own]
        boxes[0].above = mm(5)
        return boxes

    return [NewPage(handout=True), scored_sheet(context, "questions", name, marks, questions, standfirst=time)]


def _question(context: Context, build: Builder, own: Asked) -> Box:
    """Return a question beside its number; one that goes on over pages has its number there again."""
    theme, pack, question = context.theme, context.pack, own.question
    number, style = f"{own.number}.", theme.task.voiced(bold=True)
    heard = pack.say("question_numbered", "Question {number}", number=own.number)
    label = build.text(number, style, "H2", said=heard)
    body: list[Box] = [_source(build, question.source)] if question.source else []
    body.append(ask_with_marks(build, question, theme.task, above=theme.grown(mm(2.5))))
    if question.starters and context.options.questions.starters:
        body.append(_starters(build, question))
    if context.options.questions.lines and (place := _place(build, question, heard)):
        body[-1].keep_with_next = _is_short(body[-1], theme)
        body.append(place)
    indent = max(theme.grown(_INDENT), label.widest(theme.measure) + theme.task.size / 2)
    again = text([Run(number, style, Furniture.AGAIN)], style)
    whole = Hanging(label, Stack(body), indent, again=again)
    made = KeepTogether(whole, theme.depth * _WHOLE)
    made.above = theme.grown(_ABOVE)
    return made


def ask_with_marks(build: Builder, question: Question, style: Style, *, above: float = 0) -> Box:
    """Return the question with its marks at the right of its first line."""
    theme, words = build.theme, build.prose(question.ask, style)
    marks = build.pack.say.count("marks", "{n} mark", "{n} marks", question.marks)
    run = Run(marks, theme.label_bold.colored(INK), build.tag.child("P"))
    beside = Paragraph([run], style.leading, align="right", center=style.middle)
    own = beside.widest(theme.measure) + 1
    made = Columns([words, beside], lambda width: (width - own - _BESIDE, own), _BESIDE, above=above, together=True)
    made.keep_with_next = _is_short(made, theme)
    return made


def _is_short(box: Box, theme: Theme) -> bool:
    """Whether a box is not to be parted from what stands under it."""
    return box.height(theme.measure) < theme.depth * _KEPT


def _source(build: Builder, source: Quoted) -> Box:
    """Return a source in its frame: its words, its picture, and whose it is."""
    theme, quote = build.theme, build.within("BlockQuote")
    # Words: over a text or a picture that a question is about.
    named = quote.text(build.pack.say("source", "Source"), theme.label_bold, keep_with_next=True)
    boxes: list[Box] = [named]
    if source.text:
        boxes.append(quote.prose(source.text, theme.body, above=theme.grown(mm(1))))
    if source.picture:
        boxes.append(picture_box(theme, quote.tag, source.picture, USUAL._replace(most=theme.picture)))
    if source.credit:
        boxes[-1].keep_with_next = _is_short(boxes[-1], theme)
        boxes.append(quote.text(source.credit, theme.caption, align="right", above=theme.grown(mm(1))))
    framed = Framed(Stack(boxes), theme)
    framed.keep_with_next = _is_short(framed, theme)
    return framed


def _starters(build: Builder, question: Question) -> Box:
    """Return sentences to begin with, each on a line of its own."""
    theme, style = build.theme, build.theme.note
    # Words: over the beginnings of sentences, for pupils to go on from.
    boxes: list[Box] = [build.text(build.pack.say("begin_with", "You could begin:"), theme.label_bold)]
    listing = build.within("L")
    for starter in question.starters:
        label, body = listing.item("•", style)
        boxes.append(Hanging(label, body.text(starter, style), style.size))
    boxes[0].keep_with_next = True
    return Stack(boxes, above=theme.grown(mm(2)))


def _place(build: Builder, question: Question, name: str) -> Box | None:
    """Return the room for the answer; None if the author leaves none."""
    theme, above = build.theme, build.theme.grown(mm(2))
    points = min(mm(question.room), theme.depth * _DEEPEST)
    if question.draw:
        return build.drawing_place(question.draw, points, above=above)
    if points:
        return _Room(theme, points, name, build.writing_place(_room_heard(build)), above=above)
    if not question.ruled:
        return None
    return _FirstLines(build.writing_lines(question.ruled, name))


def _room_heard(build: Builder) -> str:
    # Words: by ear, of an empty box under a question.
    return build.pack.say("room_to_work_in", "Room to draw or calculate in")


class _FirstLines(Wrapper):
    """Lines to write on, of which some stand under the question, or none: nobody begins an essay on two."""

    def __init__(self, lines: WritingLines) -> None:
        super().__init__(lines)
        self._first = min(lines.count, _FEWEST) * lines.pitch

    @override
    def least(self, width: float) -> float:
        return self._first

    @override
    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        return self._box.split(width, room) if room > self._first - ROUNDING else None


class _Room(Drawn):
    """An empty box to draw or calculate in; on a screen, to type in."""

    def __init__(self, theme: Theme, points: float, name: str, tag: Tag, *, above: float) -> None:
        super().__init__(points, self._draw, above)
        self._theme, self._name, self._tag = theme, name, tag

    def _draw(self, page: Page, x: float, top: float, width: float) -> None:
        hand, low = self._theme.hand, top - self.points
        page.add(Rectangle(x, low, width, self.points, stroke=hand.color, thickness=self._theme.frame_rule))
        size, inset = flowing_type(hand.pitch), mm(1.5)
        within = (x + inset, low + inset, width - 2 * inset, self.points - 2 * inset)
        page.add(Field(*within, self._name, self._tag.child("Form"), Filling.WRITTEN, size))
