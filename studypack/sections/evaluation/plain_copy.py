"""The answer as an untagged copy to mark up: numbered lines, room to write, and what to look for."""

from functools import partial

from studypack.layout.boxes import Box, HorizontalRule
from studypack.layout.columns import BalancedColumns
from studypack.layout.paragraph import text
from studypack.layout.stack import Resumed, Stack
from studypack.layout.tag import Tag
from studypack.layout.text import Run
from studypack.layout.theme import INK, RULE, Look, mm
from studypack.model.letters import capitalized, filed_under
from studypack.sections.evaluation.annotated import head
from studypack.sections.evaluation.margin_notes import Annotated
from studypack.sections.evaluation.measures import Fit, Grid, Made, evaluation_of, fitted, open_grid
from studypack.sections.evaluation.model_lines import numbered, unlettered
from studypack.sections.evaluation.moves import known
from studypack.sections.evaluation.self_check import kinds_of
from studypack.sections.evaluation.your_turn import your_turn
from studypack.sections.kit.section import Setting
from studypack.sections.kit.sheet_head import ContinuedHead

TITLE = "Model evaluation"
_FITS = (Fit(12, 26), Fit(12, 24), Fit(11.5, 22))
"""Room between the lines to underline and to write a word."""
_COMPACT_FITS = (Fit(10.5, 21), Fit(10.5, 19.5), Fit(10.2, 18))
_ROOMY_LEADINGS = (2.0, 1.85, 1.7)
"""In ems, in the profiles whose type has a size of its own."""
_BETWEEN_LINES = 0.35
"""More of an em where there is no margin, and all is written between the lines."""


def compose(setting: Setting) -> list[Box]:
    """The section's boxes in this mode."""
    # Every later page of what is handed in says whose it is.
    names = setting.tag.child("P")
    again = ContinuedHead(setting.look, TITLE, names)
    made_at = partial(_made, names=names, again=again)
    return fitted(setting, _fits(setting.look), made_at, lambda boxes: [Resumed(Stack(boxes), again)])


def _fits(look: Look) -> tuple[Fit, ...]:
    if not look.accessible:
        return _COMPACT_FITS if look.compact else _FITS
    size = look.body.size
    more = 0 if open_grid(look, size, 2).notes else _BETWEEN_LINES
    return tuple(Fit(size, size * (leading + more), 0.5) for leading in _ROOMY_LEADINGS)


def _made(setting: Setting, fit: Fit, names: Tag, again: Box) -> Made:
    look = setting.look
    paragraphs = [*evaluation_of(setting).paragraphs]
    where = "in the margin" if open_grid(look, fit.size, 2).notes else "between the lines"
    opened = head(setting, TITLE, f"Underline each move (a step of the argument), and write its name {where}.", names)
    legend = _legend(setting)
    moves = unlettered(paragraphs, setting.tag)
    grid, broken = numbered(moves, fit.style(look), look, lambda digits: open_grid(look, fit.size, digits))
    lines = [line for paragraph_lines in broken for line in paragraph_lines]
    answer = Annotated(lines, (), fit.style(look), grid, look, above=mm(4))
    task = your_turn(setting, _plain_grid(look, grid), named=False, head=again.height(look.measure))
    return [*opened, *legend, answer], task


def _plain_grid(look: Look, grid: Grid) -> Grid:
    """For the task: no margin is left beside lines to write on, but for the check on a wide sheet."""
    return Grid(grid.gutter, look.measure - grid.gutter, 0, 0) if look.compact else grid


def _legend(setting: Setting) -> list[Box]:
    """What to look for, in the order of the alphabet: the order of the answer would give it away."""
    look, style = setting.look, setting.look.note
    heading = Run("Moves to look for", look.label_bold, setting.tag.child("P"))
    listing = setting.tag.child("L")
    language, entries = setting.pack.language, list[Box]()
    for kind in sorted(kinds_of(evaluation_of(setting)), key=lambda kind: filed_under(kind, language)):
        body = listing.child("LI").child("LBody")
        move = known(kind)
        name = Run(capitalized(kind, language), style.voiced(bold=True).colored(INK), body)
        says = [Run(f" {move.does}", style, body)] if move else []
        entries.append(text([name, *says], style, above=style.leading / 6 if entries else 0))
    columns = 1 if look.compact else 2
    return [
        text([heading], look.label_bold, above=mm(3), keep=True),
        BalancedColumns(Stack(entries), columns, mm(6), above=mm(1)),
        HorizontalRule(0.5, RULE, above=mm(3)),
    ]
