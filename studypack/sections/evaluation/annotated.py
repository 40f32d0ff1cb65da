"""The answer in numbered lines, each lettered move with its note, and a task of the same kind."""

from collections.abc import Sequence
from dataclasses import replace

from studypack.layout.boxes import Box, HorizontalRule
from studypack.layout.paragraph import text
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import INK, RULE, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Run
from studypack.layout.theme import Theme
from studypack.model.letters import capitalise
from studypack.sections.evaluation.margin_notes import Annotated, Glossed, margin_note
from studypack.sections.evaluation.measures import Fit, Grid, Made, evaluation_of, fitted, notes_grid
from studypack.sections.evaluation.model_lines import Letter, LetteredMove, LetterLabel, ModelLine, lettered, numbered
from studypack.sections.evaluation.your_turn import your_turn
from studypack.sections.kit.builder import runs
from studypack.sections.kit.opening import Landmark, opening
from studypack.sections.kit.section import Context
from studypack.sections.kit.sheet_head import NameLines

_DEEPEST_QUESTION = 0.3
"""Of a page; a longer one may be parted from its frame."""


def head(context: Context, title: str, standfirst: str, names_tag: Tag | None = None) -> list[Box]:
    """The boxes above the answer; `names_tag` is the paragraph of lines for name, class and date over the title."""
    names = None if names_tag is None else NameLines(context.theme, names_tag)
    opened = opening(context, "evaluation", title, standfirst=standfirst)
    if names is not None:
        opened = Landmark(Stack([names, opened], keep=True), "section:evaluation")
    return [opened, *_question(context)]


def _question(context: Context) -> list[Box]:
    """The question between two rules."""
    evaluation, theme = context.pack.evaluation, context.theme
    question = (evaluation.question if evaluation else None) or context.pack.question
    if not question:
        return []
    style = theme.heading
    if not theme.accessible:
        style = style.sized(*((11.5, 15.5) if theme.compact else (13, 18)))
    words = text([Run(question, style, context.tag.child("P"))], style)
    words.keep = words.height(theme.measure) < _DEEPEST_QUESTION * theme.depth
    rule = HorizontalRule(0.8, INK, above=mm(4.5), below=mm(2.2), keep=True)
    return [rule, words, HorizontalRule(0.5, RULE, above=mm(2.6))]


_FITS = (Fit(12, 21.5), Fit(11.5, 20), Fit(11, 18.7))
"""Wide enough to write between the lines."""
_COMPACT_FITS = (Fit(10.5, 17, 0.65), Fit(10.2, 16.5, 0.65), Fit(10, 16, 0.65))
_STANDFIRST = "A move is a step of the argument. The notes say what each lettered one does for it."


def compose(context: Context) -> list[Box]:
    """The section's boxes in this mode."""
    return fitted(context, _fits(context.theme), _made)


def _fits(theme: Theme) -> Sequence[Fit]:
    """A profile that has a size of its own keeps to it."""
    if theme.accessible:
        return [Fit(theme.body.size, theme.body.leading, air) for air in (1.0, 0.7, 0.5)]
    return _COMPACT_FITS if theme.compact else _FITS


def _made(context: Context, fit: Fit) -> Made:
    opened = head(context, "Model evaluation", _STANDFIRST)
    grid, answer = _answer(context, fit)
    return [*opened, *answer], your_turn(context, grid)


def _answer(context: Context, fit: Fit) -> tuple[Grid, list[Box]]:
    theme, style = context.theme, fit.style(context.theme)
    paragraphs = lettered(evaluation_of(context).paragraphs, context.tag, notes_inside=not theme.compact)
    grid, broken = numbered(paragraphs, style, theme, lambda digits: notes_grid(theme, digits))
    if theme.compact:
        return grid, _notes_below(context, grid, fit, paragraphs, broken)
    lines = [line for paragraph_lines in broken for line in paragraph_lines]
    indent = _indent(theme, paragraphs)
    notes = [margin_note(grid, line.number, _note(context, each, indent)) for line in lines for each in line.begun]
    return grid, [Annotated(lines, notes, style, grid, theme, above=mm(5))]


def _notes_below(
    context: Context, grid: Grid, fit: Fit, paragraphs: list[list[LetteredMove]], broken: list[list[ModelLine]]
) -> list[Box]:
    theme = context.theme
    indent, style = _indent(theme, paragraphs), fit.style(theme)
    boxes: list[Box] = []
    for paragraph, lines in zip(paragraphs, broken, strict=True):
        notes = [_note(context, each, indent) for each in paragraph]
        for note in notes[1:]:
            note.above = theme.note.leading / 3 if theme.accessible else 2
        answer = Annotated(lines, (), style, grid, theme)
        boxes.append(Glossed(answer, notes, grid, theme, above=fit.air * style.leading))
    return boxes


def _note(context: Context, lettered_move: LetteredMove, indent: float) -> Box:
    theme = context.theme
    style, move, tag = theme.note, lettered_move.move, lettered_move.note
    assert tag is not None
    letter = Letter(lettered_move.name, theme, tag.child("Lbl"), style.size)
    again = replace(letter, tag=Furniture.AGAIN)
    words = tag.child("P")
    name = Run(f"{capitalise(move.move, context.pack.language)}.", style.voiced(bold=True).colored(INK), words)
    content = [name, Run(" ", style, words), *runs(move.note, style, words)] if move.note else [name]
    label, repeated = LetterLabel(letter, style.leading), LetterLabel(again, style.leading)
    return Hanging(label, text(content, style), indent, again=repeated)


def _indent(theme: Theme, paragraphs: Sequence[Sequence[LetteredMove]]) -> float:
    """Of the notes' words, beside the widest of the letters."""
    names = [each.name for paragraph in paragraphs for each in paragraph]
    return max(mm(6.2), *(Letter(name, theme, None, theme.note.size).width + 2 for name in names))
