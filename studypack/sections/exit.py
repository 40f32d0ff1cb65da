"""Exit tickets: slips to hand in at the door, with two questions, and room for what a pupil is still unsure about."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import lcm

from typing_extensions import override

from studypack.layout.boxes import Box, NewPage
from studypack.layout.page import Page
from studypack.layout.paragraph import Align, Paragraph
from studypack.layout.row import Cell, Row
from studypack.layout.shorten import cut
from studypack.layout.stack import Stack
from studypack.layout.style import Style, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Run
from studypack.layout.theme import Theme
from studypack.model.content import Pack
from studypack.model.options import Options
from studypack.sections.kit.builder import Builder
from studypack.sections.kit.cutting import Again, cut_line, parted
from studypack.sections.kit.fitting import short_code
from studypack.sections.kit.opening import Landmark, announce
from studypack.sections.kit.recall import recalls
from studypack.sections.kit.section import Context, Owed, Section, Warned
from studypack.sections.kit.sheet_head import NameLines, versioned
from studypack.sections.quiz.questions import Question, written_questions
from studypack.sections.quiz.sheet import owed_for, question_box

_ASKED = 2
"""Questions of a ticket."""
_LONG = "a question of an exit ticket"
"""What is told of one that has no room on a sheet."""
_LETTERS = "ABC"
"""Of tickets that are not alike."""
_MOST = 3
"""Tickets of a page."""
_LINES, _MORE = 2, 4
"""To write on what is unclear, and how many more where a ticket has room."""
_AIRS = ((0.5, mm(8)), (0.2, mm(5.5)))
"""Over a question, in lines, and over and under a ticket, in points; the easier first."""
_OVER_UNSURE = 0.4
"""Over the last question to a pupil, in lines, at least."""
_BETWEEN = mm(4)
"""Between what stands beside each other at the head of a ticket."""
_LEAST_TOPIC = mm(30)
"""For the title of the pack there; with less room it is not said."""


def _title(pack: Pack, options: Options) -> str:
    # Words: a slip of paper with questions that pupils hand in at the end of a lesson.
    return pack.say("exit_ticket", "Exit ticket")


def _wanted(options: Options) -> int:
    """How many questions there are on all tickets that differ from each other."""
    return _ASKED if options.exit.alike else _ASKED * len(_LETTERS)


def _questions(pack: Pack, options: Options) -> tuple[Question, ...]:
    """The questions of whole tickets, as many as the pack has."""
    found = written_questions(pack, _wanted(options), options.seed, "exit")
    return found[: len(found) // _ASKED * _ASKED]


def _code(pack: Pack, options: Options) -> str:
    """The code that tickets and answers share: four hexadecimal digits, from all that is asked."""
    asked = [each.recall.asked for each in _questions(pack, options)]
    return short_code("exit", pack.digest, asked)


def _compose(context: Context) -> list[Box]:
    """Sheets of equal tickets: the same ones again, until a sheet is full."""
    context = replace(context, version=_code(context.pack, context.options))
    theme, questions = context.theme, _questions(context.pack, context.options)
    if not questions:
        return []
    announce(context, _title(context.pack, context.options))
    asked = [questions[at : at + _ASKED] for at in range(0, len(questions), _ASKED)]
    width, rows, own, padding = _width(theme), -1, list[Stack](), 0.0
    for air, edge in _AIRS:
        tried = [_ticket(context, number, each, air) for number, each in enumerate(asked)]
        have = min(int(theme.height / (max(each.height(width) for each in tried) + 2 * edge)), _MOST)
        if have > rows:
            own, rows, padding = tried, have, edge
    if rows:
        tickets: list[Box] = [*own, *map(Again, own * (lcm(len(own), rows) // len(own) - 1))]
    else:  # Not even one has room on a sheet.
        room = theme.height - 2 * padding
        tickets, rows = [part for each in own for part in parted(each, width, room, _LONG)], 1
    sheets = [_Sheet(theme, tickets[at : at + rows], rows, padding) for at in range(0, len(tickets), rows)]
    first = Landmark(sheets[0], "section:exit", _title(context.pack, context.options))
    boxes: list[Box] = []
    for sheet in (first, *sheets[1:]):
        boxes += [NewPage(recto=True, handout=True), sheet]
    return boxes


def _width(theme: Theme) -> float:
    """Of the words of a ticket, which has the margins of a page on both sides."""
    return theme.width - 2 * theme.outer


def _ticket(context: Context, number: int, questions: Sequence[Question], air: float) -> Stack:
    """A name, two questions, and lines for what is unclear."""
    theme, pack, differs = context.theme, context.pack, not context.options.exit.alike
    # Tickets that are all alike are read once, under the heading of the section.
    build = context.build.within("Sect", sheet=str(number + 1)) if differs else context.build
    title = _title(pack, context.options)
    # Words: of several slips with other questions each: Exit ticket B.
    named = pack.say("exit_ticket_lettered", "Exit ticket {letter}", letter=_LETTERS[number]) if differs else title
    head = _head(context, build, named, build.tag.child("H2") if differs else Furniture.AGAIN)
    names = NameLines(pack, theme, build.tag.child("P"), ("name", "date"), foot=mm(2))
    listing, above = build.within("L", numbering="Decimal"), air * theme.task.leading
    asked = [question_box(listing, each, above) for each in questions]
    # Words: over lines on which pupils write what they have not understood yet.
    unsure = pack.say("still_unsure", "Still unsure about")
    under = max(above, _OVER_UNSURE * theme.task.leading)
    label = build.text(unsure, theme.task.voiced(bold=True), above=under, keep_with_next=True)
    return Stack([head, names, *asked, label, build.writing_lines(_LINES, unsure, more=_MORE)])


def _head(context: Context, build: Builder, named: str, tag: Tag | Furniture) -> Box:
    """What it is, what it is about, and the code that it shares with the key."""
    theme, say, own = context.theme, context.pack.say, context.theme.subheading
    spelt = say("version_by_ear", "Version {code}, for the teacher", code=" ".join(context.version))
    heading = _level(own, Run(named, own, tag))
    label = theme.label
    code = _level(own, Run(versioned(say, context.version), label, build.tag.child("P", said=spelt)), "right")
    width = _width(theme)
    room = width - heading.widest(width) - code.widest(width) - 2 * _BETWEEN
    cells = [Cell(heading), Cell(code, share=1, before=_BETWEEN)]
    if room >= _LEAST_TOPIC:
        topic = Run(cut(context.pack.title, label, room, 1), label, Furniture.HEAD)
        cells.insert(1, Cell(_level(own, topic), before=_BETWEEN))
    return Row(cells, keep_with_next=True)


def _level(beside: Style, run: Run, align: Align = "left") -> Paragraph:
    """Words on the baseline of those beside them."""
    return Paragraph([run], beside.leading, center=beside.middle, align=align)


@dataclass
class _Sheet(Box):
    """Equal tickets under each other, with lines between them to cut along."""

    theme: Theme
    tickets: Sequence[Box]
    rows: int
    padding: float

    @override
    def height(self, width: float) -> float:
        return self.theme.height

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        tall, own = self.theme.height / self.rows, _width(self.theme)
        for number, ticket in enumerate(self.tickets):
            high = top - number * tall
            if number:
                cut_line(page, x, high, x + width, high)
            room = tall - 2 * self.padding
            ticket.stretched(own, room).place(page, x + self.theme.outer, high - self.padding, own)


def _answers(pack: Pack, options: Options) -> tuple[Owed, ...]:
    return (owed_for(pack, _title(pack, options), _questions(pack, options), _code(pack, options)),)


def _lacks(pack: Pack, options: Options) -> Warned | None:
    wanted, count = _wanted(options), len(written_questions(pack, _wanted(options), options.seed, "exit"))
    if count >= wanted:
        return None
    lack = f"{wanted} questions that stand by themselves and tell no answer, but {count}"
    add = "add gaps, terms, people or dates"
    return lack, add if count < _ASKED else f"{add}, or print tickets that are alike: --set exit.alike=yes"


SECTION = Section(
    name="exit",
    good_for="to see before the next lesson who knows what",
    title=_title,
    describe=lambda context: context.pack.say.count(
        # Words: in the contents, of slips of paper to cut out.
        "exit_described",
        "{n} question on each slip, to cut out",
        "{n} questions on each slip, to cut out",
        _ASKED,
    ),
    needs="gaps, terms, people or dates to ask for",
    applies=lambda pack: bool(recalls(pack)),
    mode_lacks=_lacks,
    wanted=lambda pack, options: False,
    compose=_compose,
    answers=_answers,
    bare=True,
    handed_out=lambda pack, options: True,
    to_cut=lambda options: True,
    other_names=("exit ticket", "exit tickets", "tickets"),
)
