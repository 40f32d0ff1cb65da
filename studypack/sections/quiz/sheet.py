"""The sheet of a quiz: questions with four answers to tick, or a place to write one; and its answers at the foot."""

from collections.abc import Sequence

from studypack.base.record import record
from studypack.base.styled_text import heard, joined
from studypack.layout.boxes import Box, Drawn, Space
from studypack.layout.columns import BalancedColumns
from studypack.layout.field import on_rule, tick_box
from studypack.layout.inline import place_line
from studypack.layout.page import Page, Rectangle, Rule
from studypack.layout.paragraph import text
from studypack.layout.row import Cell, Row, WritingRule
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import INK, INK_SOFT, Style, mm
from studypack.layout.tag import Tag
from studypack.layout.text import Content, Run
from studypack.layout.theme import Theme
from studypack.layout.wrapper import KeepTogether
from studypack.model.content import Pack
from studypack.model.dates.calendar import Precision
from studypack.model.spans import Gap
from studypack.model.words import Words
from studypack.sections.kit.builder import Builder, before_more
from studypack.sections.kit.distractors import Kind, kind_of
from studypack.sections.kit.recall import RecallKind, which_term
from studypack.sections.kit.runs import runs, without_links
from studypack.sections.kit.section import Answer, Owed
from studypack.sections.quiz.questions import LETTERS, Question

_TICK, _TICK_LINE = mm(3.4), 0.6
_AFTER_TICK, _AFTER_LETTER = mm(1.8), mm(1.6)
_BETWEEN = mm(5)
"""Between answers side by side."""
_NUMBERS = mm(8)
"""The column of numbers."""
SHORT_BLANK = 0.6
"""Of the least width of a gap: one that is not written in."""
_WRITTEN = 0.6
"""Of the width of a question: what an answer is written on."""
_MOST_LETTERED = 4
"""Words of an answer that are told by their first letters; more are written as one."""
_UNDER = 1.5
"""Points between a baseline and the rule of a gap."""


@record
class Blank:
    """A gap in its sentence: a rule, after the letter that it begins with where that is told. Lengths in points."""

    letter: str
    rule: float
    style: Style
    tag: Tag
    name: str
    """Of its field; empty where nothing is written in it."""

    @property
    def width(self) -> float:
        """The letter, the rule, and a little space before a comma."""
        return self.style.face.width(self.letter, self.style.size) + self.rule + 1

    def place(self, page: Page, x: float, baseline: float) -> None:
        """The letter, then the rule."""
        if self.letter:
            place_line(page, self.letter, self.style, x, baseline, self.tag)
            x += self.style.face.width(self.letter, self.style.size)
        y = baseline - _UNDER
        page.add(Rule(x, y, x + self.rule, y, 0.7, INK, tag=self.tag))
        if self.name:
            page.add(on_rule((x, x + self.rule, y), self.style.size, self.name, self.tag))


def question_box(build: Builder, question: Question, above: float) -> Box:
    """Return a question beside its number, with its answers to tick, or a place to write one."""
    theme = build.theme
    in_gap = question.recall.kind is RecallKind.GAP and not question.options
    # What is written in a line of text needs as much room as on lines of its own.
    style = theme.task.leaded(theme.passage_fits[-1].leading) if in_gap else theme.task
    label, body = build.item(f"{question.number}.", style.voiced(bold=True))
    boxes: list[Box] = [text(question_words(body, question), style)]
    if question.options:
        boxes += _choices(body, question)
    elif not in_gap:
        boxes.append(_line(body, question))
    boxes[0].keep_with_next = len(boxes) > 1
    # Half of what such a line has more stands over its first.
    above = max(above - (style.leading - theme.task.leading) / 2, 0)
    return KeepTogether(Hanging(label, Stack(boxes), theme.grown(_NUMBERS), above=above), theme.third)


def _about(question: Question, pack: Pack) -> str:
    """What is asked for, or what a sentence is about."""
    say, recall = pack.say, question.recall
    match recall.kind:
        case RecallKind.TERM:
            return which_term(say)
        case RecallKind.MEANING:
            # Words: in a quiz, before a term: one of four meanings is to be chosen.
            return say("what_does_it_mean", "What does it mean?")
        case RecallKind.PERSON:
            # Words: in a quiz, before what somebody was and did.
            return say("who_was_it", "Who?")
        case RecallKind.DATE:
            return _when(None if question.options or recall.date is None else recall.date.precision, say)
        case RecallKind.GAP:
            return before_more(pack, recall.topic) if recall.topic else ""


def _when(precision: Precision | None, say: Words) -> str:
    """The question for a date, and how precise it is to be; None where four are given."""
    match precision:
        case Precision.DAY:
            # Words: in a quiz, before what happened: the day is to be written. So the next two.
            return say("when_day", "When (day, month, year)?")
        case Precision.MONTH:
            return say("when_month", "When (month, year)?")
        case Precision.YEAR:
            return say("when_year", "When (year)?")
    return say("when_was_it", "When?")


def question_named(question: Question, say: Words) -> str:
    """Return how the place for the answer to a question is called by ear."""
    # Words: by ear: the name of the place for the answer to a question.
    return say("question_by_ear", "question {number}", number=question.number)


def question_words(body: Builder, question: Question, *, within: bool = True) -> list[Content]:
    """Return the words of a question, with a blank for its gap, which is written `within` them if it is not chosen."""
    style, tag = body.theme.task, body.tag.child("P")
    about = _about(question, body.pack)
    opens: list[Content] = [Run(joined([about, " "], ""), body.theme.label, tag)] if about else []
    place = next((at for at, span in enumerate(question.recall.ask) if isinstance(span, Gap)), None)
    if place is None:
        return [*opens, *runs(without_links(question.recall.ask), style, tag)]
    before, after = question.recall.ask[:place], question.recall.ask[place + 1 :]
    blanks = _blanks(body, question, tag, within=within and not question.options)
    return [*opens, *runs(without_links(before), style, tag), *blanks, *runs(without_links(after), style, tag)]


def _blanks(body: Builder, question: Question, parent: Tag, *, within: bool) -> list[Content]:
    """The blanks of a gap: one, or where its words are told by their first letters, one for each."""
    theme, say = body.theme, body.pack.say
    letters = [] if question.options else _letters(question.recall.answer)
    told = ", ".join(say("begins_with", "begins with {letter}", letter=letter) for letter in letters)
    blank = say("blank_by_ear", "blank")
    tag = parent.child("Span", said=f"({blank}{told and ', '}{told})")
    name = f"{question_named(question, say)}{told and ', '}{told}" if within else ""
    least, most = (theme.hand.scale * width for width in theme.gap_widths)
    rule = most if within else SHORT_BLANK * least
    made: list[Content] = []
    for number, letter in enumerate(letters or [""]):
        made += [Run(" ", theme.task, tag)] if number else []
        made.append(Blank(letter, rule / max(len(letters), 1), theme.task, tag, name))
    return made


def _letters(answer: str) -> list[str]:
    """The first letter of each word: without it other words would do in the sentence, but not for a date."""
    words = answer.split() if type(answer) is str and kind_of(answer) in (Kind.WORD, Kind.NAME) else []
    return (
        [word[0] for word in words] if len(words) <= _MOST_LETTERED and all(word[0].isalpha() for word in words) else []
    )


def _line(body: Builder, question: Question) -> Box:
    """A line to write on, under a question."""
    theme = body.theme
    style = theme.label.leaded(0.9 * theme.hand.pitch)
    place = body.writing_place(one=True)
    rule = WritingRule(style, question_named(question, body.pack.say), place, theme.task.size)
    return Row([Cell(rule, share=_WRITTEN), Cell(Space(0), share=1 - _WRITTEN)])


def _choices(body: Builder, question: Question) -> list[Box]:
    """The four answers, in as many columns as they have room for."""
    theme = body.theme
    listing = body.within("L", numbering="UpperAlpha")
    room = theme.measure - theme.grown(_NUMBERS)
    cells = [_choice(listing, question, at) for at in range(len(question.options))]
    widest = max(_lead(theme) + theme.task.face.width(heard(each), theme.task.size) for each in question.options)
    fits = [n for n in (4, 2) if widest <= (room - (n - 1) * _BETWEEN) / n]
    arranged = [_rows(cells, columns, theme) for columns in fits[:1] or (1, 2)]
    return min(arranged, key=lambda rows: Stack(rows).height(room))


def _rows(cells: Sequence[Box], columns: int, theme: Theme) -> list[Box]:
    """Cells in rows of so many, which are kept together."""
    return [
        Row(
            [Cell(cell, share=1, before=_BETWEEN) for cell in cells[at : at + columns]],
            above=theme.grown(3),
            keep_with_next=at + columns < len(cells),
        )
        for at in range(0, len(cells), columns)
    ]


def _lead(theme: Theme) -> float:
    """The width of a box to tick and its letter, with the space after them."""
    return theme.grown(_TICK + _AFTER_TICK) + theme.task.face.width("D", theme.task.size) + _AFTER_LETTER


def _choice(listing: Builder, question: Question, at: int) -> Box:
    """A box to tick, the letter of an answer, and the answer."""
    theme, words, style = listing.theme, question.options[at], listing.theme.task
    label, body = listing.item(LETTERS[at], style.voiced(bold=True), f"{LETTERS[at]}: ")
    answer = body.tag.child("P", said=heard(words))
    name = f"{question_named(question, listing.pack.say)}, {LETTERS[at]}: {heard(words)}"
    side = theme.grown(_TICK)

    def draw(page: Page, x: float, top: float, width: float) -> None:
        y = top - style.baseline + style.middle - side / 2
        page.add(Rectangle(x, y, side, side, stroke=INK, thickness=_TICK_LINE))
        page.add(tick_box(x, y, side, name, answer))

    return Row(
        [
            Cell(Drawn(style.leading, draw), width=side),
            Cell(label, before=theme.grown(_AFTER_TICK)),
            Cell(text([Run(words, style, answer)], style), share=1, before=_AFTER_LETTER),
        ]
    )


def answer_words(question: Question) -> tuple[str, ...]:
    """Return what is right: the letter and its answer, or all that is accepted, if it begins as the sheet says."""
    recall = question.recall
    if question.options:
        return (f"{question.letter} {recall.answer}",)
    begins = _letters(recall.answer) if recall.kind is RecallKind.GAP else []
    return tuple(each for each in recall.answers if not begins or _letters(each) == begins)


def owed_for(pack: Pack, title: str, questions: Sequence[Question], version: str, worth: int = 1) -> Owed:
    """Return the answers to questions, as the key has them; each is `worth` so many marks."""
    answers = tuple(
        Answer(
            each.number,
            answer_words(each),
            each.recall.mark,
            each.recall.spoken and f"{each.letter} {each.recall.spoken}".strip(),
        )
        for each in questions
    )
    note = pack.say("quiz_same_meaning", "In what is written, accept any words of the same meaning.")
    written = any(not each.options for each in questions)
    return Owed(title, answers, note=note if written else "", version=version, worth=worth)


def answers_to_fold(build: Builder, questions: Sequence[Question], above: float) -> Box:
    """Return the answers in small type under a line to fold the sheet at."""
    theme, say, style = build.theme, build.pack.say, build.theme.label
    # Words: on a quiz, over its answers at the foot of the sheet.
    heading = build.text(say("fold_under", "Fold under along this line, then check"), style.voiced(bold=True), "H2")
    listing = build.within("L")
    rows: list[Box] = []
    for question in questions:
        label, body = listing.item(str(question.number), style.voiced(bold=True), f"{question.number}: ")
        accepted = answer_words(question)
        first = joined(accepted, " / ") if question.recall.kind is RecallKind.GAP else accepted[0]
        if question.recall.kind is RecallKind.MEANING:  # too long for the foot of a sheet
            first = question.letter
        said = question.recall.spoken and f"{question.letter} {question.recall.spoken}".strip()
        words = text([Run(first, style, body.tag.child("P", said=said))], style)
        rows.append(Hanging(label, words, theme.grown(mm(6))))
    columns = BalancedColumns(Stack(rows), theme.answer_columns, _BETWEEN, above=3)

    def fold(page: Page, x: float, top: float, width: float) -> None:
        page.add(Rule(x, top, x + width, top, 0.7, INK_SOFT, dash=(3, 3)))

    heading.above = 0
    return Stack([Drawn(mm(2), fold, keep_with_next=True), heading, columns], above=above)
