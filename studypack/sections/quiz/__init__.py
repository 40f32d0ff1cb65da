"""A quiz: short answers to write and answers to choose from, about gaps, terms, people and dates, with its answers."""

from dataclasses import replace
from functools import partial

from studypack.base.wording import quantity
from studypack.layout.boxes import Box, NewPage, Space
from studypack.layout.flow import room_left
from studypack.layout.style import mm
from studypack.model.content import Pack
from studypack.model.modes import QuizAnswers, QuizMode
from studypack.model.options import Options
from studypack.sections.answers.grid import grid
from studypack.sections.kit.builder import Builder
from studypack.sections.kit.fitting import easiest, on_leaves
from studypack.sections.kit.recall import recalls
from studypack.sections.kit.scored_sheet import scored_sheet
from studypack.sections.kit.section import Context, Owed, Section, Warned
from studypack.sections.quiz.questions import code_of, questions_of
from studypack.sections.quiz.sheet import answers_to_fold, owed_for, question_box

_AIRS = (0.15, 0.25, 0.4, 0.5, 0.6, 0.8, 1.0, 1.2)
"""Between questions, in lines, the closest first."""


def _title(pack: Pack, options: Options) -> str:
    return pack.say("quiz", "Quiz")


def _task(pack: Pack, options: Options) -> str:
    """What is to be done in the questions that there are."""
    say, kinds = pack.say, {bool(question.options) for question in questions_of(pack, options)}
    if kinds == {True}:
        return say("quiz_choose", "Tick the right answer.")
    if kinds == {False}:
        return say("quiz_write", "Write the answer.")
    return say("quiz_choose_or_write", "Tick the right answer, or write it where there is none to tick.")


def _compose(context: Context) -> list[Box]:
    pack, options, theme = context.pack, context.options, context.theme
    context = replace(context, version=code_of(pack, options))
    questions, title = questions_of(pack, options), _title(pack, options)
    if not questions:
        return []
    folded, back = (options.quiz.answers is place for place in (QuizAnswers.FOLDED, QuizAnswers.BACK))

    def rows(build: Builder, air: float) -> list[Box]:
        listing = build.within("L", numbering="Decimal")
        made = [question_box(listing, question, air * theme.task.leading) for question in questions]
        made[0].above = mm(4)
        return made

    def boxes_at(trial: Context, air: float) -> list[Box]:
        tasks, task = partial(rows, air=air), _task(pack, options)
        sheet = scored_sheet(trial, "quiz", title, len(questions), tasks, standfirst=task)
        return [sheet, answers_to_fold(trial.build, questions, mm(5))] if folded else [sheet]

    boxes = easiest(context, _AIRS, boxes_at)
    if folded:
        # At the foot of the page, so that it is folded away.
        boxes.insert(1, Space(max(room_left(boxes, theme.measure, theme.depth) - 1, 0)))
    made = on_leaves(context, boxes, recto=back)
    if not back:
        return made
    # Words: over the answers on the back of a quiz.
    owed = replace(_owed(pack, options), title=pack.say("quiz_answers", "Quiz: answers"))
    return [*made, NewPage(), *grid(context, owed, 0)]


def _owed(pack: Pack, options: Options) -> Owed:
    return owed_for(pack, _title(pack, options), questions_of(pack, options), code_of(pack, options))


def _answers(pack: Pack, options: Options) -> tuple[Owed, ...]:
    """Nothing where the sheet has its answers itself."""
    return (_owed(pack, options),) if options.quiz.answers is QuizAnswers.KEY else ()


def _lacks(pack: Pack, options: Options) -> Warned | None:
    """What it has not for a quiz of so many questions, if somebody asked for so many."""
    if options.quiz.mode is QuizMode.CHOICE and not any(each.options for each in questions_of(pack, options)):
        return "four meanings, people or dates alike to choose from", "ask for quiz.mode=mixed, or add to the glossary:"
    if "of" in options.quiz.model_fields_set and (count := len(questions_of(pack, options))) < options.quiz.of:
        lack = f"{options.quiz.of} questions that stand by themselves and tell no answer, but {count}"
        return lack, f"ask for {count} at most (quiz.of), or add gaps, terms, people or dates"
    return None


def _warnings(pack: Pack, options: Options) -> list[Warned]:
    count = len(questions_of(pack, options))
    has = f"the quiz has {quantity(count, 'question')}, for the content has no more that"
    if options.quiz.mode is QuizMode.CHOICE:
        few = (
            f"{has} have four answers alike to choose from",
            "ask for quiz.mode=mixed, or add terms, people or dates",
        )
    else:
        few = (f"{has} tell nothing of each other", "add gaps, terms, people or dates")
    return [few] if count < options.quiz.of else []


def _describe(context: Context) -> str:
    questions = questions_of(context.pack, context.options)
    return context.pack.say.count("quiz_described", "{n} question", "{n} questions", len(questions))


SECTION = Section(
    name="quiz",
    good_for="to fetch from memory what was learnt, which keeps it there",
    title=_title,
    describe=_describe,
    needs="gaps, terms, people or dates to ask for",
    applies=lambda pack: bool(recalls(pack)),
    mode_lacks=_lacks,
    wanted=lambda pack, options: False,
    compose=_compose,
    answers=_answers,
    handed_out=lambda pack, options: True,
    other_names=("test", "multiple choice"),
    warnings=_warnings,
)
