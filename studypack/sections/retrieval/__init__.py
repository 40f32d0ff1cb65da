"""A retrieval grid: short questions from a pack and from earlier ones, a column for each time that they were taught."""

from dataclasses import replace
from functools import partial

from studypack.base.wording import quoted
from studypack.layout.boxes import Box
from studypack.model.content import Pack
from studypack.model.options import Options
from studypack.sections.kit.fitting import easiest, on_leaves, short_code
from studypack.sections.kit.recall import recalls
from studypack.sections.kit.scored_sheet import scored_sheet
from studypack.sections.kit.section import Context, Owed, Section, Warned
from studypack.sections.quiz.sheet import owed_for
from studypack.sections.retrieval.columns import Column, columns_of
from studypack.sections.retrieval.sheet import grid_boxes, heads_again

_ROOMS = (1, 1.3, 1.6, 2, 2.4, 3, 4)
"""To write in, in each square, in lines for a hand, the least first."""


def _title(pack: Pack, options: Options) -> str:
    # Words: a sheet with a grid of short questions about earlier lessons, answered from memory.
    return pack.say("retrieval_grid", "Retrieval grid")


def _code(pack: Pack, options: Options) -> str:
    """The code that the grid and its answers share."""
    told = [(each.heading, [question.recall.asked for question in each.questions]) for each in _columns(pack, options)]
    return short_code("retrieval", pack.digest, *(each.digest for each in pack.also), told)


def _columns(pack: Pack, options: Options) -> tuple[Column, ...]:
    return columns_of(pack, options.seed, options.retrieval.rows)


def _compose(context: Context) -> list[Box]:
    pack, say = context.pack, context.pack.say
    context = replace(context, version=_code(pack, context.options))
    columns, title = _columns(pack, context.options), _title(pack, context.options)
    marks = sum(len(each.questions) * each.worth for each in columns)
    if not marks:
        return []
    task = say("from_memory", "Answer from memory, without your notes.")
    if columns[-1].worth > 1:
        task = say(
            "from_memory_marks", "Answer from memory, without your notes: the longer ago, the more an answer is worth."
        )

    def boxes_at(trial: Context, room: float) -> list[Box]:
        rows, again = partial(grid_boxes, columns=columns, room=room), heads_again(trial.theme, columns)
        return [scored_sheet(trial, "retrieval", title, marks, rows, standfirst=task, again=again)]

    return on_leaves(context, easiest(context, _ROOMS, boxes_at))


def _answers(pack: Pack, options: Options) -> tuple[Owed, ...]:
    """A sheet of answers for each column."""
    title, code = _title(pack, options), _code(pack, options)

    def owed(column: Column) -> Owed:
        # Words: in the key, over the answers to a column of a grid: Retrieval grid: Last week, 2 marks each.
        named = pack.say("retrieval_column", "{grid}: {column}", grid=title, column=column.headed)
        return owed_for(pack, named if column.heading else title, column.questions, code, column.worth)

    return tuple(owed(each) for each in _columns(pack, options))


def _short(pack: Pack, options: Options) -> Column | None:
    """The first column that has fewer questions than it is to have."""
    return next((each for each in _columns(pack, options) if len(each.questions) < each.wanted), None)


def _few(column: Column) -> str:
    where, count = f" for the column {quoted(column.heading)}" if column.heading else "", len(column.questions)
    return f"{column.wanted} questions{where} that stand by themselves and tell no answer, but {count}"


def _lacks(pack: Pack, options: Options) -> Warned | None:
    """What it has not for a grid of so many rows, if somebody asked for so many; or for a column at all."""
    short = _short(pack, options)
    if short is None or (short.questions and options.retrieval.rows is None):
        return None
    fewer = "ask for fewer (retrieval.rows), or " if short.questions else ""
    return _few(short), f"{fewer}add gaps, terms, people or dates"


def _warnings(pack: Pack, options: Options) -> list[Warned]:
    told, short = list[Warned](), _short(pack, options)
    if short:
        told.append((f"the retrieval grid has no {_few(short)}", "add gaps, terms, people or dates"))
    undated = [each.title for each in (pack, *pack.also) if each.taught is None]
    if 0 < len(undated) <= len(pack.also):
        message = f"the columns of the retrieval grid are in the order given: {quoted(undated[0])} has no day"
        told.append((message, "write into each pack when it was taught: taught: 14 September 2026"))
    return told


SECTION = Section(
    name="retrieval",
    good_for="to fetch from memory what was learnt a while ago, before it is forgotten",
    title=_title,
    describe=lambda context: context.pack.say.count(
        "quiz_described",
        "{n} question",
        "{n} questions",
        sum(len(each.questions) for each in _columns(context.pack, context.options)),
    ),
    needs="gaps, terms, people or dates to ask for",
    applies=lambda pack: bool(recalls(pack)),
    mode_lacks=_lacks,
    wanted=lambda pack, options: False,
    compose=_compose,
    answers=_answers,
    handed_out=lambda pack, options: True,
    other_names=("retrieval grid", "retrieval practice", "do now", "starter"),
    warnings=_warnings,
)
