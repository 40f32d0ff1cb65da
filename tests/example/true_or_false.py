"""True or false: dated points, some with the date of another; pupils judge each, and the key corrects what is false."""

from studypack.layout.boxes import Box, NewPage
from studypack.layout.columns import Columns
from studypack.layout.paragraph import text
from studypack.layout.row import WritingRule
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import mm
from studypack.layout.text import Run
from studypack.layout.wrapper import KeepTogether, RepeatHeader
from studypack.model.content import MarkedPoint, Pack
from studypack.model.dates.parser import HistoricalDate
from studypack.model.options import Options
from studypack.sections.kit.fitting import mixed
from studypack.sections.kit.opening import opening
from studypack.sections.kit.section import Answer, Context, Owed, Section
from studypack.sections.kit.sheet_head import ContinuedHead, ScoredNameLines, version_line

_ANSWER = mm(18)
"""The width of a rule for T or F, in points."""


def _title(pack: Pack, options: Options) -> str:
    return pack.say("true_or_false", "True or false")


def _statements(pack: Pack, seed: int) -> list[tuple[MarkedPoint, HistoricalDate]]:
    """The dated points out of their order, every second one with the date of the one before: often a false one."""
    points = mixed((each for each in pack.marked if each.point.date), lambda each: each.key, seed, pack.digest)
    dates = [each.point.date for each in points if each.point.date]
    dated = [(each, dates[place - place % 2]) for place, each in enumerate(points)]
    return mixed(dated, lambda statement: statement[0].key, seed, "statements")


def _compose(context: Context) -> list[Box]:
    theme, build, pack = context.theme, context.build, context.pack
    statements, title = _statements(pack, context.options.seed), _title(pack, context.options)
    task = pack.say("judge_dates", "Write T if the date is right, and F if it is not.")
    # Elements are made in the order in which they are to be read.
    names, version = build.tag.child("P"), version_line(context)
    head = opening(context, "true-or-false", title, standfirst=task)
    listing = build.within("L", numbering="Decimal")
    rows: list[Box] = []
    for number, (each, date) in enumerate(statements, start=1):
        label, body = listing.item(f"{number}.", theme.task)
        # What is heard, once: in a file to fill in, the name of the field says it in place of the words.
        heard = f"{each.point.title}: {date.spoken}"
        statement = body.tag.child("P", said=heard)
        words = text([Run(f"{each.point.title}: {date.long}", theme.task, statement)], theme.task)
        # Words: by ear, the name of a field: statement 3: Anglo-Soviet Trade Agreement: March 1921.
        name = pack.say("statement_by_ear", "statement {number}: {statement}", number=number, statement=heard)
        rule = WritingRule(theme.task, name, statement)
        answered = Columns([words, rule], (theme.measure - _ANSWER, _ANSWER), mm(4), together=True)
        rows.append(KeepTogether(Hanging(label, answered, theme.grown(mm(9))), theme.depth / 3))
    scored = ScoredNameLines(pack, theme, len(statements), names)
    sheet = Stack([scored, version, head, *listing.ruled(rows, theme.task.leading / 3, above=mm(4))])
    return [
        NewPage(handout=True),
        RepeatHeader(sheet, ContinuedHead(pack, theme, title, names, context.version)),
    ]


def _answers(pack: Pack, options: Options) -> tuple[Owed, ...]:
    """T, or F with the right date."""
    answers, say = [], pack.say
    for number, (each, date) in enumerate(_statements(pack, options.seed), start=1):
        right = each.point.date
        if right is None or right == date:
            answers.append(Answer(number, (say("true", "T"),), each.mark))
        else:
            false = say("false", "F")
            answers.append(Answer(number, (f"{false}: {right.long}", false), each.mark, f"{false}: {right.spoken}"))
    return (Owed(_title(pack, options), tuple(answers)),)


SECTION = Section(
    name="true-or-false",
    title=_title,
    describe=lambda context: context.pack.say.count(
        "dates_to_judge", "{n} date to judge", "{n} dates to judge", len(_statements(context.pack, 0))
    ),
    needs="points with dates",
    applies=lambda pack: any(point.date for point in pack.points),
    compose=_compose,
    answers=_answers,
)
