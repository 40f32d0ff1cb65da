"""The plan of an essay: a box for each paragraph, with what its sentences are to do, and lines to write on."""

from collections.abc import Iterable, Iterator

from studypack.base.record import record
from studypack.layout.boxes import Box, NewPage
from studypack.layout.paragraph import text
from studypack.layout.stack import Stack
from studypack.layout.style import mm
from studypack.layout.text import Run
from studypack.layout.wrapper import KeepTogether, RepeatHeader
from studypack.model.content import Pack
from studypack.model.letters import capitalise
from studypack.model.modes import PlanHelp
from studypack.model.options import Options
from studypack.model.spans import Gap
from studypack.sections.evaluation.answer import question_between_rules
from studypack.sections.evaluation.moves import Known, known, move_name, prompt_for
from studypack.sections.kit.builder import LONG_NAME, Builder
from studypack.sections.kit.distractors import pool_of
from studypack.sections.kit.help_sign import HelpStep, help_line
from studypack.sections.kit.opening import opening
from studypack.sections.kit.runs import label_run
from studypack.sections.kit.section import Context, Passage, Section
from studypack.sections.kit.sheet_head import ContinuedHead, NameLines
from studypack.sections.kit.task_box import Framed
from studypack.sections.worksheets.word_bank import word_bank
from studypack.sections.worksheets.worksheet import BankWord, bank_of, sheets_of

_STEPS: dict[PlanHelp, HelpStep] = {PlanHelp.NONE: 1, PlanHelp.SOME: 2, PlanHelp.FULL: 3}
_FEWEST, _MOST, _MORE = 2, 8, 3
"""Lines for a paragraph, one a move, and how many more where a page has room: a plan is no essay."""
_TERMS, _WORDS = 12, 20
"""Of the bank, at most: terms, and all words."""
_LONGEST = 30
"""Characters of one of its words."""
_WHOLE = 0.8
"""Of a page: a paragraph that takes no more is not parted."""
_ABOVE = mm(5)
_BETWEEN = mm(1.5)


@record
class _Planned:
    """A paragraph of the essay."""

    name: str
    moves: tuple[str, ...]
    """What its sentences do, each once."""


def _title(pack: Pack, options: Options) -> str:
    # Words: a sheet on which pupils plan an essay, paragraph by paragraph.
    return pack.say("essay_plan", "Essay plan")


def _question(pack: Pack) -> str | None:
    return (pack.evaluation and pack.evaluation.question) or pack.question


def _planned(pack: Pack) -> list[_Planned]:
    """The paragraphs of the model answer; without one, a paragraph for each side, and one to judge them."""
    if pack.evaluation:
        names = ([move_name(move.move, pack) for move in each] for each in pack.evaluation.paragraphs)
        return [
            _Planned(pack.say("paragraph", "Paragraph {number}", number=place), tuple(dict.fromkeys(own)))
            for place, own in enumerate(names, start=1)
        ]
    # Words: over the paragraphs of an essay that argue for an answer, and against it.
    usual = pack.say("case_for", "For"), pack.say("case_against", "Against")
    sides = [side.name for side in pack.sides] if len(pack.sides) > 1 else usual
    judged = capitalise(move_name("judgement", pack), pack.language)
    argued = tuple(move_name(move, pack) for move in ("evidence", "explanation"))
    closing = tuple(move_name(move, pack) for move in ("weighing", "conclusion"))
    return [*(_Planned(side, argued) for side in sides), _Planned(judged, closing)]


def _compose(context: Context) -> list[Box]:
    """The sheet, on leaves of its own."""
    theme, pack, step = context.theme, context.pack, context.options.plan.help
    name = _title(pack, context.options)
    # Elements are made in the order in which they are to be read.
    names = context.tag.child("P")
    lines, sign = NameLines(pack, theme, names), help_line(context, _STEPS[step])
    # Words: under the title of a plan for an essay.
    note = pack.say("plan_in_notes", "Plan each paragraph in notes, then write your answer from them.")
    head = opening(context, "plan", name, standfirst=note)
    boxes: list[Box] = [lines, sign, head, *question_between_rules(context, _question(pack))]
    if step is not PlanHelp.NONE and (words := _words(pack)):
        boxes.append(word_bank(pack, words, theme, context.tag.child("Sect"), above=_ABOVE, level=2))
    boxes += _paragraphs(context)
    return [NewPage(handout=True), RepeatHeader(Stack(boxes), ContinuedHead(pack, theme, name, names))]


def _words(pack: Pack) -> list[BankWord]:
    """Words to use in the essay: terms, then answers of gaps, in alphabetical order."""
    terms = list(_short(term.term for term in pack.glossary))[:_TERMS]
    answers = _short(gap.answer for sheet in sheets_of(pack, 0) for gap in sheet.gaps)
    words = list(dict.fromkeys([*terms, *answers]))[:_WORDS]
    bank = bank_of((Passage(tuple(Gap((word,)) for word in words), 1),), (), pool_of(pack))
    return [BankWord(each.word, 1) for each in bank]


def _short(words: Iterable[str]) -> Iterator[str]:
    return (word for word in words if len(word) <= _LONGEST)


def _paragraphs(context: Context) -> Iterator[Box]:
    """A frame for each paragraph: its name, the prompts if help is given, and lines."""
    theme, pack, made = context.theme, context.pack, set[str]()
    helped = context.options.plan.help is not PlanHelp.NONE
    for each in _planned(pack):
        build = context.build.within("Sect")
        heading = build.heading(each.name, theme.label_bold)
        heading.keep_with_next = len(each.name) < LONG_NAME
        prompts = [_prompts(context, build, each, made)] if helped else []
        if pack.evaluation:  # Else each side is proved for the first time.
            made.update(each.moves)
        count = min(max(len(each.moves), _FEWEST), _MOST)
        framed = Framed(Stack([heading, *prompts, build.writing_lines(count, each.name, more=_MORE)]), theme)
        whole = KeepTogether(framed, theme.depth * _WHOLE)
        whole.above = theme.grown(_ABOVE)
        yield whole


def _prompts(context: Context, build: Builder, own: _Planned, made: set[str]) -> Box:
    """What to ask oneself for each move, with a sentence to begin it where all help is given."""
    theme, pack, listing = context.theme, context.pack, build.within("L")
    style, starters = theme.task, _starters(pack) if context.options.plan.help is PlanHelp.FULL else {}
    boxes: list[Box] = []
    for move in own.moves:
        item = listing.within("LI")
        label = label_run(pack, capitalise(move, pack.language), style, item.tag.child("Lbl"))
        body = item.within("LBody")
        prompt = Run(prompt_for(move, pack, again=move in made), style, body.tag.child("P"))
        says: list[Box] = [text([label, prompt], style)]
        if starter := starters.get(known(move, pack)):
            says.append(body.text(starter, theme.note.voiced(italic=True)))
        boxes.append(Stack(says, above=_BETWEEN))
    return Stack(boxes, above=_BETWEEN)


def _starters(pack: Pack) -> dict[Known | None, str]:
    """Beginnings of sentences by the move; the prompt for an explanation has one of its own."""
    say = pack.say
    return {
        # Words: the beginning of a sentence, for pupils to go on from; so are those up to "In the end".
        known("judgement", pack): say("judgement_starter", "On the whole …"),
        known("criterion", pack): say("criterion_starter", "What matters most here is …"),
        known("evidence", pack): say("evidence_starter", "This is shown by …"),
        known("consequence", pack): say("consequence_starter", "As a result …"),
        known("counter-argument", pack): say("counter_argument_starter", "It could be said, however, that …"),
        known("weighing", pack): say("weighing_starter", "This counts for more because …"),
        known("conclusion", pack): say("conclusion_starter", "In the end …"),
    }


def _describe(context: Context) -> str:
    return context.pack.say.count(
        # Words: in the contents, of a sheet to plan an essay on.
        "plan_described",
        "{n} paragraph to plan, with lines to write on",
        "{n} paragraphs to plan, with lines to write on",
        len(_planned(context.pack)),
    )


SECTION = Section(
    name="plan",
    good_for="to order one's thoughts before writing",
    title=_title,
    describe=_describe,
    needs="evaluation or question to plan an answer to",
    way_out='write a question, for example: question: "How far was it a success?"',
    applies=lambda pack: pack.evaluation is not None or pack.question is not None,
    wanted=lambda pack, options: False,
    compose=_compose,
    handed_out=lambda pack, options: True,
    other_names=("essay plan", "planner", "essay planner"),
)
