"""Find the mistake and mend it: wrong sentences of the author's, and true statements with one fact changed."""

from dataclasses import replace
from functools import partial

from studypack.base.styled_text import Text, spans_of
from studypack.base.styled_text import opening as opening_of
from studypack.base.wording import quantity
from studypack.layout.boxes import Box, Space
from studypack.layout.paragraph import text
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import mm
from studypack.layout.text import Content, Run
from studypack.layout.wrapper import KeepTogether
from studypack.model.choices import Preset
from studypack.model.content import Pack
from studypack.model.options import Options
from studypack.model.section_modes import MOST_MISTAKES
from studypack.model.spans import PARAGRAPH_BREAK
from studypack.sections.kit.builder import Builder, before_more
from studypack.sections.kit.facts import has_facts
from studypack.sections.kit.fitting import easiest, on_leaves
from studypack.sections.kit.runs import runs, without_links
from studypack.sections.kit.scored_sheet import scored_sheet
from studypack.sections.kit.section import Answer, Context, Owed, Section, Warned
from studypack.sections.mistakes.statements import Statement, code_of, room_for, statements_of, wrong_sentences

_AIRS = (0.3, 0.5, 0.7, 0.9, 1.2, 1.5)
"""Over each statement, in lines, the closest first."""
_LETTERS = 40
"""Of what is written there; where it would take two lines, there are two."""
_LONGEST = 200
"""Characters of what is right: of more the beginning stands in the key, over the whole."""
_NUMBERS = mm(8)
"""The column of numbers."""


def _title(pack: Pack, options: Options) -> str:
    return pack.say("find_mistakes", "Find the mistakes")


def _tasks(pack: Pack, options: Options) -> tuple[str, str]:
    """What to do, as it is printed and as it is heard."""
    say, statements = pack.say, statements_of(pack, options)
    right = sum(not each.right for each in statements)
    if not right:
        return (
            say(
                "mend_each",
                "Each statement holds one mistake: underline it, and write what is right on the line under it.",
            ),
            say("mend_each_by_ear", "Each statement holds one mistake: write what is wrong, and what is right."),
        )
    told = say.count(
        "some_are_right",
        "{n} of the {total} statements is right: write “right” under it.",
        "{n} of the {total} statements are right: write “right” under them.",
        right,
        total=len(statements),
    )
    mend = say("mend_others", "In each of the others, underline the mistake, and write what is right on the line.")
    heard = say("mend_others_by_ear", "For each of the others, write what is wrong, and what is right.")
    return f"{told} {mend}", f"{told} {heard}"


def _compose(context: Context) -> list[Box]:
    pack, options = context.pack, context.options
    context = replace(context, version=code_of(pack, options))
    statements, title = statements_of(pack, options), _title(pack, options)
    if not statements:
        return []
    printed, heard = _tasks(pack, options)

    def rows(build: Builder, air: float) -> list[Box]:
        listing, above = build.within("L", numbering="Decimal"), air * build.theme.task.leading
        made = [_row(listing, number, each, above) for number, each in enumerate(statements, start=1)]
        made[0].above = mm(4)
        return made

    def boxes_at(trial: Context, air: float) -> list[Box]:
        marks, tasks, again = len(statements), partial(rows, air=air), [Space(mm(2))]
        return [scored_sheet(trial, "mistakes", title, marks, tasks, standfirst=printed, heard=heard, again=again)]

    return on_leaves(context, easiest(context, _AIRS, boxes_at))


def _row(build: Builder, number: int, statement: Statement, above: float) -> Box:
    """A statement beside its number, over a line to mend it on."""
    theme, say = build.theme, build.pack.say
    label, body = build.item(f"{number}.", theme.task.voiced(bold=True))
    tag = body.tag.child("P")
    words: list[Content] = runs(without_links(statement.words), theme.task, tag)
    if statement.name:
        words.insert(0, Run(before_more(build.pack, statement.name) + " ", theme.task.voiced(bold=True), tag))
    said = text(words, theme.task, keep_with_next=True)
    count = theme.hand.lines(_LETTERS, theme.measure - theme.grown(_NUMBERS))
    # Words: by ear: the name of the place in which a statement is mended.
    name = say("statement_mended", "statement {number}, what is right", number=number)
    ruled = body.writing_lines(count, name)
    return KeepTogether(Hanging(label, Stack([said, ruled]), theme.grown(_NUMBERS), above=above), theme.depth / 2)


def _answers(pack: Pack, options: Options) -> tuple[Owed, ...]:
    """What is right, what was wrong, and why."""
    statements = enumerate(statements_of(pack, options), start=1)
    answers = tuple(_answer(pack, *each) for each in statements)
    return (Owed(_title(pack, options), answers, version=code_of(pack, options)),)


def _answer(pack: Pack, number: int, statement: Statement) -> Answer:
    say = pack.say
    if not statement.right:
        # Words: in the key: a statement in which nothing is wrong.
        return Answer(number, (say("nothing_wrong", "right"),), statement.mark)
    first, *others = statement.right
    if statement.wrong:
        # Words: in the key of a sheet of mistakes: Genoa, not Geneva.
        first = say("right_not_wrong", "{right}, not {wrong}", right=first, wrong=statement.wrong)
    if len(first) > _LONGEST:  # It goes on over pages, as an answer does not.
        why = (*spans_of(first), Text(PARAGRAPH_BREAK), *statement.why)
        return Answer(number, (opening_of(first, _LONGEST) + "…", *others), statement.mark, why=why)
    return Answer(number, (first, *others), statement.mark, why=statement.why)


def _lacks(pack: Pack, options: Options) -> Warned | None:
    if "of" not in options.mistakes.model_fields_set:
        return None
    count, wanted = len(statements_of(pack, options)), options.mistakes.of
    if count >= wanted:
        return None
    return (
        f"{wanted} statements that can be made false, but {count}",
        f"ask for {count} at most (mistakes.of), or write a sentence with the mistake beside a correction (wrong:)",
    )


def _warnings(pack: Pack, options: Options) -> list[Warned]:
    """Who wrote more wrong sentences than the sheet has room for is told, and how all of them are printed."""
    own, printed = wrong_sentences(pack), sum(not each.source for each in statements_of(pack, options))
    if own == printed:
        return []
    told = f"the sheet of mistakes has {printed} of your {quantity(own, 'wrong sentence')}"
    more = room_for(own, options.mistakes.mode)
    if more <= MOST_MISTAKES:
        return [(told, f"print more statements: --set mistakes.of={more}")]
    return [(told, f"print others of them on another sheet: --seed {options.seed + 1}")]


def _leaves_out(pack: Pack, options: Options) -> list[tuple[str, str]]:
    count = wrong_sentences(pack)
    return [("mistakes", quantity(count, "wrong sentence"))] if count and not _is_wanted(pack, options) else []


def _is_wanted(pack: Pack, options: Options) -> bool:
    return options.preset is Preset.FULL and wrong_sentences(pack) > 0


SECTION = Section(
    name="mistakes",
    good_for="to make pupils read closely and say why",
    title=_title,
    describe=lambda context: context.pack.say.count(
        "statements", "{n} statement", "{n} statements", len(statements_of(context.pack, context.options))
    ),
    needs="wrong: sentences beside its corrections, nor dates, names or terms that others can stand for",
    applies=lambda pack: wrong_sentences(pack) > 0 or has_facts(pack),
    mode_lacks=_lacks,
    wanted=_is_wanted,
    leaves_out=_leaves_out,
    compose=_compose,
    answers=_answers,
    handed_out=lambda pack, options: True,
    other_names=("find the mistake", "wrong statements"),
    warnings=_warnings,
)
