"""True or false: dated points, some with the date of another; pupils judge each, and the key corrects what is false."""

from studypack.layout.boxes import Box
from studypack.layout.columns import Columns
from studypack.layout.paragraph import text
from studypack.layout.row import WritingRule
from studypack.layout.stack import Hanging
from studypack.layout.style import mm
from studypack.layout.text import Run
from studypack.layout.wrapper import KeepTogether
from studypack.model.content import MarkedPoint, Pack
from studypack.model.dates.parser import HistoricalDate
from studypack.model.options import Options
from studypack.sections.kit.builder import Builder
from studypack.sections.kit.fitting import mixed, on_leaves
from studypack.sections.kit.scored_sheet import scored_sheet
from studypack.sections.kit.section import Answer, Context, Owed, Section

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
    pack, title = context.pack, _title(context.pack, context.options)
    statements = _statements(pack, context.options.seed)
    task = pack.say("judge_dates", "Write T if the date is right, and F if it is not.")

    def rows(build: Builder) -> list[Box]:
        listing, above = build.within("L", numbering="Decimal"), build.theme.task.leading / 3
        made = [_row(listing, number, each, date) for number, (each, date) in enumerate(statements, start=1)]
        return listing.ruled(made, above, above=mm(4))

    sheet = scored_sheet(context, "true-or-false", title, len(statements), rows, standfirst=task)
    return on_leaves(context, [sheet])


def _row(build: Builder, number: int, marked: MarkedPoint, date: HistoricalDate) -> Box:
    """A statement, between its number and a rule for T or F."""
    theme, point = build.theme, marked.point
    label, body = build.item(f"{number}.", theme.task)
    # What is heard, once: in a file to fill in, the name of the field says it in place of the words.
    heard = f"{point.title}: {date.spoken}"
    statement = body.tag.child("P", said=heard)
    words = text([Run(f"{point.title}: {date.long}", theme.task, statement)], theme.task)
    # Words: by ear, the name of a field: statement 3: Anglo-Soviet Trade Agreement: March 1921.
    name = build.pack.say("statement_by_ear", "statement {number}: {statement}", number=number, statement=heard)
    rule = WritingRule(theme.task, name, statement)
    answered = Columns([words, rule], (theme.measure - _ANSWER, _ANSWER), mm(4), together=True)
    return KeepTogether(Hanging(label, answered, theme.grown(mm(9))), theme.depth / 3)


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
