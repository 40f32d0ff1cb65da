"""The model answer in numbered lines: annotated move by move, or as a plain copy to mark up; and a task of its kind."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from studypack.layout.boxes import Box, HorizontalRule
from studypack.layout.columns import BalancedColumns
from studypack.layout.flow import extent
from studypack.layout.paragraph import text
from studypack.layout.role import Fit
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import INK, RULE, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Content, Run
from studypack.layout.wrapper import RepeatHeader
from studypack.model.content import Pack
from studypack.model.letters import capitalise, collation_key
from studypack.sections.evaluation.letter import Letter, letter_label, letters_indent
from studypack.sections.evaluation.margin_notes import Annotated, margin_note
from studypack.sections.evaluation.model_lines import notes_grid, numbered, open_grid
from studypack.sections.evaluation.model_text import LetteredMove, lettered, unlettered
from studypack.sections.evaluation.moves import evaluation_of, family_of, kinds_of, known, move_name
from studypack.sections.evaluation.notes_below import Glossed, beside_rule
from studypack.sections.evaluation.underlined_move import UnderlinedMove
from studypack.sections.evaluation.your_turn import your_turn
from studypack.sections.kit.fitting import WORTH_FITTING
from studypack.sections.kit.opening import Landmark, opening
from studypack.sections.kit.prose import run_in
from studypack.sections.kit.section import Context
from studypack.sections.kit.sheet_head import ContinuedHead, NameLines

_UNDER_NAME = 3.0
"""Points from the name of a move to the note under it."""
_DEEPEST_QUESTION = 0.3
"""Of a page; a longer one may be parted from its frame."""


def title(pack: Pack) -> str:
    """Return the section's title in these modes."""
    return pack.say("model_evaluation", "Model evaluation")


def head(context: Context, title: str, standfirst: str, names: Tag | None = None, heard: str = "") -> list[Box]:
    """The boxes above the answer; `names` is the paragraph of rules for name, class and date over the title.

    `heard` is read in place of a standfirst that the eye alone can follow.
    """
    lines = None if names is None else NameLines(context.pack, context.theme, names)
    opened = opening(context, "evaluation", title, standfirst=standfirst, heard=heard)
    if lines is not None:
        opened = Landmark(Stack([lines, opened], keep_with_next=True), "section:evaluation")
    return [opened, *question_between_rules(context, evaluation_of(context).question or context.pack.question)]


def question_between_rules(context: Context, question: str | None) -> list[Box]:
    """Return the question between two rules; nothing if there is none."""
    theme = context.theme
    if not question:
        return []
    words = context.build.text(question, theme.question)
    words.keep_with_next = words.height(theme.measure) < _DEEPEST_QUESTION * theme.depth
    rule = HorizontalRule(0.8, INK, above=mm(4.5), below=mm(2.2), keep_with_next=True)
    return [rule, words, HorizontalRule(0.5, RULE, above=mm(2.6))]


_Made = tuple[list[Box], list[Box]]
"""The boxes of the answer under its head, and those of the task."""
_STRAY = 0.15
"""Of a page: less of the answer than this on its last page looks left behind."""


def _fitted(
    context: Context, fits: Sequence[Fit], made_at: Callable[[Fit], _Made], headed: Callable[[list[Box]], list[Box]]
) -> list[Box]:
    """The boxes in the fit that makes the fewest pages and ends best, the first of equals.

    `headed` puts a head over their later pages.
    """
    if sum(map(len, evaluation_of(context).paragraphs)) > WORTH_FITTING:
        fits = fits[-1:]
    tries = []
    for fit in fits:
        answer, task = made_at(fit)
        boxes = headed([*answer, *task])
        tries.append((_endings(context, headed(answer), boxes), boxes))
    return min(tries, key=lambda each: each[0])[1]


def _endings(context: Context, answer: list[Box], both: list[Box]) -> tuple[int, int]:
    """How many pages both take, and how ill the last is composed: 0 well, 1 the task alone, 2 a stray end."""
    theme = context.theme
    alone, depth = extent(answer, theme.measure, theme.depth, context.start)
    pages = context.pages(both)
    if alone < pages:
        return pages, 1
    return pages, 2 if alone > 1 and depth < _STRAY * theme.depth else 0


def annotated(context: Context) -> list[Box]:
    """The answer with a letter before each move, and a note beside or below that says what it does."""
    return _fitted(context, context.theme.answer_fits, partial(_annotated, context), list)


def _annotated(context: Context, fit: Fit) -> _Made:
    theme, style = context.theme, context.theme.fitted(fit)
    explained = context.pack.say(
        "moves_explained", "A move is a step of the argument. The notes say what each lettered one does for it."
    )
    boxes = head(context, title(context.pack), explained if theme.explains else "")
    paragraphs = lettered(context, style, notes_inside=theme.notes_margin > 0)
    grid, broken = numbered(paragraphs, style, partial(notes_grid, theme))
    names = [each.name for paragraph in paragraphs for each in paragraph.moves]
    note = partial(_note, context, letters_indent(names, theme, theme.note))
    if theme.notes_margin:
        rows = [row for own in broken for row in own]
        notes = [margin_note(grid, row.place, note(each)) for row in rows for each in row.begun]
        boxes.append(Annotated(rows, notes, style, grid, theme, above=mm(5)))
    else:
        for paragraph, own in zip(paragraphs, broken, strict=True):
            answer = Annotated(own, (), style, grid, theme, above=fit.air * style.leading)
            boxes.append(Glossed(answer, beside_rule(Stack([*map(note, paragraph.moves)]), grid, theme)))
    return boxes, your_turn(context, grid)


def _note(context: Context, indent: float, lettered_move: LetteredMove) -> Box:
    style, pack, move, tag = context.theme.note, context.pack, lettered_move.move, lettered_move.note
    assert tag is not None
    # Words: heard before a note on a move of the answer, which has this letter.
    heard = pack.say("note_letter", "Note {letter}:", letter=lettered_move.name) + " "
    letter = Letter(lettered_move.name, context.theme, tag.child("Lbl", said=heard), style)
    again = replace(letter, tag=Furniture.AGAIN)
    words, theme = tag.child("P"), context.theme
    name = capitalise(move_name(move.move, pack), pack.language)
    bold, named_by = style.voiced(bold=True).colored(INK), words.child("Span", said=f"{name}. ")
    underlined = UnderlinedMove(name, family_of(move.move, pack), bold, named_by)
    room = (theme.notes_margin or theme.measure / 2) - indent
    named: Content = underlined if underlined.width <= room else Run(f"{name}.", bold, words)
    if theme.notes_margin:
        # A narrow column: what is said stands under the name.
        head = text([named], style, keep_with_next=True)
        under = Stack([run_in(pack, [], move.note, style, words, tag)], above=_UNDER_NAME)
        says: Box = Stack([head, under]) if move.note else head
    else:
        says = run_in(pack, [named, Run("  ", style, words)] if move.note else [named], move.note, style, words, tag)
    above = theme.between_notes * style.leading
    return Hanging(letter_label(letter), says, indent, again=letter_label(again), above=above)


_BETWEEN_LINES = 0.35
"""Of an em: more leading where there is no margin, and all is written between the lines."""


def plain(context: Context) -> list[Box]:
    """A copy without letters and notes, to mark up; every later page of what is handed in says whose it is."""
    names = context.tag.child("P")
    again = ContinuedHead(context.pack, context.theme, title(context.pack), names)
    made_at = partial(_plain, context, names, again)
    return _fitted(context, context.theme.markup_fits, made_at, lambda boxes: [RepeatHeader(Stack(boxes), again)])


def _plain(context: Context, names: Tag, again: Box, fit: Fit) -> _Made:
    theme, style, say = context.theme, context.theme.fitted(fit), context.pack.say
    task = say("write_in_margin", "Underline each move (a step of the argument), and write its name in the margin.")
    if not open_grid(theme, style, 2).notes:
        style = style.sized(style.size, style.leading + _BETWEEN_LINES * style.size)
        task = say(
            "write_between_lines",
            "Underline each move (a step of the argument), and write its name between the lines.",
        )
    heard = say("name_moves_by_ear", "Say where each move (a step of the argument) begins and ends, and name it.")
    boxes = [*head(context, title(context.pack), task, names, heard), *_legend(context)]
    # Words: heading before a model answer; it is heard, and not seen.
    context.tag.announce(say("the_answer", "The answer"), "H2")
    moves = unlettered(context, style)
    grid, broken = numbered(moves, style, partial(open_grid, theme, style))
    rows = [row for own in broken for row in own]
    boxes.append(Annotated(rows, (), style, grid, theme, above=mm(4)))
    return boxes, your_turn(context, grid, named=False, head=again.height(theme.measure))


def _legend(context: Context) -> list[Box]:
    """What to look for, in the order of the alphabet: the order of the answer would give it away."""
    theme, style, pack, language = context.theme, context.theme.note, context.pack, context.pack.language
    heading = context.build.heading(pack.say("moves_to_look_for", "Moves to look for"), theme.label_bold, above=mm(3))
    listing, entries = context.tag.child("L"), list[Box]()
    for kind in sorted(kinds_of(context), key=lambda kind: collation_key(kind, language)):
        body, move = listing.child("LI").child("LBody"), known(kind, pack)
        shown = capitalise(kind, language)
        name = Run(shown, style.voiced(bold=True).colored(INK), body.child("Span", said=f"{shown}: ") if move else body)
        says = [Run(f" {move.does}", style, body)] if move else []
        entries.append(text([name, *says], style, above=style.leading / 6))
    columns = BalancedColumns(Stack(entries), theme.legend_columns, mm(6), above=mm(1))
    return [heading, columns, HorizontalRule(0.5, RULE, above=mm(3))]
