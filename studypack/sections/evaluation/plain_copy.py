"""The answer as an untagged copy to mark up: numbered lines, room to write, and what to look for."""

from functools import partial

from studypack.layout.boxes import Box, HorizontalRule
from studypack.layout.columns import BalancedColumns
from studypack.layout.paragraph import text
from studypack.layout.stack import Stack
from studypack.layout.style import INK, RULE, mm
from studypack.layout.tag import Tag
from studypack.layout.text import Run
from studypack.layout.theme import Theme
from studypack.layout.wrapper import RepeatHeader
from studypack.model.letters import capitalise, collation_key
from studypack.sections.evaluation.annotated import head
from studypack.sections.evaluation.margin_notes import Annotated
from studypack.sections.evaluation.measures import Fit, Grid, Made, evaluation_of, fitted, open_grid
from studypack.sections.evaluation.model_lines import numbered, unlettered
from studypack.sections.evaluation.moves import known
from studypack.sections.evaluation.self_check import kinds_of
from studypack.sections.evaluation.your_turn import your_turn
from studypack.sections.kit.section import Context
from studypack.sections.kit.sheet_head import ContinuedHead

TITLE = "Model evaluation"
_FITS = (Fit(12, 26), Fit(12, 24), Fit(11.5, 22))
"""Room between the lines to underline and to write a word."""
_COMPACT_FITS = (Fit(10.5, 21), Fit(10.5, 19.5), Fit(10.2, 18))
_ROOMY_LEADINGS = (2.0, 1.85, 1.7)
"""In ems, in the profiles whose type has a size of its own."""
_BETWEEN_LINES = 0.35
"""More of an em where there is no margin, and all is written between the lines."""


def compose(context: Context) -> list[Box]:
    """The section's boxes in this mode."""
    # Every later page of what is handed in says whose it is.
    names = context.tag.child("P")
    again = ContinuedHead(context.theme, TITLE, names)
    made_at = partial(_made, names=names, again=again)
    return fitted(context, _fits(context.theme), made_at, lambda boxes: [RepeatHeader(Stack(boxes), again)])


def _fits(theme: Theme) -> tuple[Fit, ...]:
    if not theme.accessible:
        return _COMPACT_FITS if theme.compact else _FITS
    size = theme.body.size
    more = 0 if open_grid(theme, size, 2).notes else _BETWEEN_LINES
    return tuple(Fit(size, size * (leading + more), 0.5) for leading in _ROOMY_LEADINGS)


def _made(context: Context, fit: Fit, names: Tag, again: Box) -> Made:
    theme = context.theme
    paragraphs = [*evaluation_of(context).paragraphs]
    where = "in the margin" if open_grid(theme, fit.size, 2).notes else "between the lines"
    opened = head(context, TITLE, f"Underline each move (a step of the argument), and write its name {where}.", names)
    legend = _legend(context)
    moves = unlettered(paragraphs, context.tag)
    grid, broken = numbered(moves, fit.style(theme), theme, lambda digits: open_grid(theme, fit.size, digits))
    lines = [line for paragraph_lines in broken for line in paragraph_lines]
    answer = Annotated(lines, (), fit.style(theme), grid, theme, above=mm(4))
    task = your_turn(context, _plain_grid(theme, grid), named=False, head=again.height(theme.measure))
    return [*opened, *legend, answer], task


def _plain_grid(theme: Theme, grid: Grid) -> Grid:
    """For the task: no margin is left beside lines to write on, but for the check on a wide sheet."""
    return Grid(grid.gutter, theme.measure - grid.gutter, 0, 0) if theme.compact else grid


def _legend(context: Context) -> list[Box]:
    """What to look for, in the order of the alphabet: the order of the answer would give it away."""
    theme, style = context.theme, context.theme.note
    heading = Run("Moves to look for", theme.label_bold, context.tag.child("P"))
    listing = context.tag.child("L")
    language, entries = context.pack.language, list[Box]()
    for kind in sorted(kinds_of(evaluation_of(context)), key=lambda kind: collation_key(kind, language)):
        body = listing.child("LI").child("LBody")
        move = known(kind)
        name = Run(capitalise(kind, language), style.voiced(bold=True).colored(INK), body)
        says = [Run(f" {move.does}", style, body)] if move else []
        entries.append(text([name, *says], style, above=style.leading / 6 if entries else 0))
    columns = 1 if theme.compact else 2
    return [
        text([heading], theme.label_bold, above=mm(3), keep=True),
        BalancedColumns(Stack(entries), columns, mm(6), above=mm(1)),
        HorizontalRule(0.5, RULE, above=mm(3)),
    ]
