"""The schemes of the questions in the key: a box to tick for each mark, what answers may include, a model answer."""

from collections.abc import Iterator, Sequence

from studypack.layout.boxes import Box
from studypack.layout.paragraph import Paragraph, text
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import INK, mm
from studypack.layout.tag import Furniture
from studypack.layout.text import Content, Run
from studypack.layout.wrapper import KeepTogether
from studypack.model.number_range import NumberRange
from studypack.model.questions import Level, Question, Scheme
from studypack.model.spans import Spans
from studypack.sections.answers.grid import heading_with_marks
from studypack.sections.kit.builder import LONG_NAME, Builder
from studypack.sections.kit.section import Context
from studypack.sections.kit.ticking import TICK, TickBox
from studypack.sections.questions.asked import asked, code_of, marks_of, title
from studypack.sections.questions.sheet import ask_with_marks

_INDENT = mm(9)
_ABOVE = mm(6)
"""Over a question."""
_BETWEEN = mm(1.5)
"""Between points, and between levels."""
_AFTER_BOX = mm(2)
_WHOLE = 1 / 3
"""Of a page: what takes no more is not parted."""


def schemes(context: Context, number: int) -> list[Box]:
    """Return the schemes under a heading that says what they add up to; `number` is that of the sheet in the key."""
    pack, own = context.pack, asked(context.pack, context.options)
    head = heading_with_marks(context, title(pack, context.options), number, marks_of(own), code_of(pack))
    boxes = [_marked(context.build.within("Sect"), each.number, each.question) for each in own]
    boxes[0].above = 0
    return [head, Stack(boxes)]


def _marked(build: Builder, number: int, question: Question) -> Box:
    """Return a question beside its number, and under it all that it is marked by."""
    theme, say = build.theme, build.pack.say
    style = theme.correction.voiced(bold=True)
    name = say("question_numbered", "Question {number}", number=number)
    label = build.text(f"{number}.", style, "H3", said=name)
    body: list[Box] = [ask_with_marks(build, question, theme.correction), *_scheme(build, question, name)]
    if question.model:
        body += _titled(build, say("model_answer", "Model answer"), question.model)
    indent = max(theme.grown(_INDENT), label.widest(theme.measure) + style.size / 2)
    again = text([Run(f"{number}.", style, Furniture.AGAIN)], style)
    whole = KeepTogether(Hanging(label, Stack(body), indent, again=again), theme.depth * _WHOLE)
    whole.above = theme.grown(_ABOVE)
    return whole


def _scheme(build: Builder, question: Question, name: str) -> Iterator[Box]:
    """Yield the boxes to tick, and what answers may include; without either points or levels, boxes alone."""
    scheme, say = question.marking, build.pack.say
    if scheme.any:
        # Words: over points of a mark scheme, of which not all are needed.
        words = say.count("any_of_these", "Any one of these:", "Any {n} of these, a mark each:", scheme.any)
        yield build.text(words, build.theme.label_bold, above=mm(1), keep_with_next=True)
    if scheme.points:
        yield from _points(build, scheme, name)
    elif scheme.levels:
        yield from _levels(build, scheme, name)
    else:
        yield _boxes(build, NumberRange(1, question.marks), name)
    if scheme.content:
        # Words: over a list of what good answers to a question say.
        yield from _titled(build, say("answers_may_include", "Answers may include"), scheme.content)


def _points(build: Builder, scheme: Scheme, name: str) -> Iterator[Box]:
    """Yield each point beside a box to tick."""
    theme, style, listing = build.theme, build.theme.correction, build.within("L")
    for number, point in enumerate(scheme.points, start=1):
        body = listing.within("LI").within("LBody")
        # Words: name of a box to tick in the key: Question 3, point 2.
        ticked = build.pack.say("point_ticked", "{question}, point {number}", question=name, number=number)
        tick = TickBox(theme, style.size, ticked, body.tag)
        leading = max(style.leading, tick.width + 3)
        words = body.prose(point, style)
        indent = tick.width + _AFTER_BOX
        yield Hanging(tick.beside(style.leading), words, indent, above=max(_BETWEEN, leading - style.leading))


def _levels(build: Builder, scheme: Scheme, name: str) -> Iterator[Box]:
    """Yield each level, its marks with a box for each, and what it asks for."""
    lowest = sorted(scheme.levels, key=lambda level: level.marks.first)
    listing = build.within("L")
    for level in scheme.levels:
        body = listing.within("LI").within("LBody")
        yield _level(body, level, lowest.index(level) + (lowest[0].marks.last > 0), name)


def _level(build: Builder, level: Level, number: int, name: str) -> Box:
    theme, say = build.theme, build.pack.say
    # Words: a level of a mark scheme: so good an answer earns so many marks.
    named = level.name or say("level_of_scheme", "Level {number}", number=number)
    counted = say.count("marks_of_level", "{marks} mark", "{marks} marks", level.marks.last, marks=level.marks)
    words = theme.label_bold.colored(INK)
    head = Run(f"{named}{say.colon} {counted}", words, build.tag.child("P"))
    boxes = _boxes(build, level.marks, name, [head, Run(" " * 4, words, head.tag)])
    boxes.keep_with_next = len(named) < LONG_NAME
    return KeepTogether(
        Stack([boxes, build.prose(level.says, theme.correction)], above=theme.grown(mm(2))), theme.depth * _WHOLE
    )


def _boxes(build: Builder, marks: NumberRange, name: str, before: Sequence[Content] = ()) -> Box:
    """Return a box to tick for each number of marks, after what stands `before`; the numbers are for the eye."""
    theme, say, style = build.theme, build.pack.say, build.theme.label
    content, tag = [*before], build.tag.child("Div")
    for number in range(max(marks.first, 1), marks.last + 1):
        # Words: name of a box to tick in the key: Question 3, 7 marks.
        ticked = say.count("marks_ticked", "{question}, {n} mark", "{question}, {n} marks", number, question=name)
        tick = TickBox(theme, style.size, ticked, tag)
        counted = Run("\N{NO-BREAK SPACE}" * 2 + str(number), style, Furniture.MARKING)
        content += [tick, counted, Run("   ", style, Furniture.MARKING)]
    return Paragraph(content, theme.grown(TICK) + 4, center=style.middle, above=theme.grown(_BETWEEN))


def _titled(build: Builder, words: str, spans: Spans) -> list[Box]:
    """Return what stands under a heading of its own within a question."""
    theme = build.theme
    label = build.text(words, theme.label_bold, above=theme.grown(mm(2)), keep_with_next=True)
    return [label, build.prose(spans, theme.correction)]
