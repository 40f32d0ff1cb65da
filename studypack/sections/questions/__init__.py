"""Questions to answer in writing, with marks and room for each answer; the key has the schemes to mark them by."""

from studypack.model.content import Pack
from studypack.model.options import Options
from studypack.sections.kit.section import Context, Owed, Section, Warned
from studypack.sections.questions.asked import asked, code_of, marks_of, title
from studypack.sections.questions.scheme import schemes
from studypack.sections.questions.sheet import sheet

_HOW = (
    "write them under questions:, for example: "
    'questions: [{ask: "Why did it fail?", marks: 2, scheme: [it came too late, nobody paid for it]}]'
)


def _answers(pack: Pack, options: Options) -> tuple[Owed, ...]:
    """The schemes and model answers, as far as the author wrote any."""
    own = asked(pack, options)
    if not any(each.question.scheme or each.question.model for each in own):
        return ()
    note = pack.say("tick_marks", "Tick a box for each mark of a question.")
    return (Owed(title(pack, options), (), note=note, marked_by=schemes, version=code_of(pack)),)


def _describe(context: Context) -> str:
    own, say = asked(context.pack, context.options), context.pack.say
    count = say.count("questions_counted", "{n} question", "{n} questions", len(own))
    return f"{count}, {say.count('marks', '{n} mark', '{n} marks', marks_of(own))}"


def _lack(pack: Pack, options: Options) -> Warned | None:
    """What there is none of, if none of the numbers that are wanted is a question's."""
    if asked(pack, options):
        return None
    count = len(pack.questions)
    return f"question {options.questions.only}", f"print one that it has: --set questions.only=1-{count}"


def _warnings(pack: Pack, options: Options) -> list[Warned]:
    only, count = options.questions.only, len(pack.questions)
    beyond = only and max(each.last for each in only.ranges) > count
    return [(f"there is no question after {count}", f"write questions.only=1-{count}")] if beyond else []


SECTION = Section(
    name="questions",
    good_for="to practise for the exam, and see how marks are given",
    title=title,
    describe=_describe,
    needs="questions",
    way_out=_HOW,
    applies=lambda pack: bool(pack.questions),
    mode_lacks=_lack,
    wanted=lambda pack, options: False,
    unasked="printed where they are asked for by name",
    compose=sheet,
    answers=_answers,
    handed_out=lambda pack, options: True,
    other_names=("exam questions", "practice questions", "mark scheme"),
    warnings=_warnings,
)
