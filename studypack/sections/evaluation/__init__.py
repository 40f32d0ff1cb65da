"""The model evaluation: an answer in numbered lines, taken apart move by move, and a task of its kind."""

from collections.abc import Sequence
from dataclasses import replace

from studypack.content import Evaluation, Pack
from studypack.markup import plain
from studypack.sections.evaluation.lettered import Letter, LetterLabel
from studypack.sections.evaluation.margin_notes import Annotated, Grid, indented, margin_note
from studypack.sections.evaluation.model_lines import LetteredMove, ModelLine, lettered, model_lines
from studypack.sections.evaluation.your_turn import your_turn
from studypack.sections.opening import opening
from studypack.sections.prose import runs
from studypack.sections.section import Section, Setting
from studypack.typeset.boxes import Box, HorizontalRule
from studypack.typeset.flow import count_pages, extent
from studypack.typeset.look import INK, RULE, Look, Style, mm
from studypack.typeset.page import Tag
from studypack.typeset.paragraph import text
from studypack.typeset.stack import Hanging
from studypack.typeset.text import Run

_SIZES: tuple[tuple[float, float], ...] = ((12, 21.5), (11.5, 20), (11, 18.7))
"""Size and leading, the best first: wide enough to write between the lines."""
_COMPACT_SIZES: tuple[tuple[float, float], ...] = ((10.5, 17), (10.2, 16.5), (10, 16))
_WORTH_FITTING = 60
"""Moves; a longer answer takes the smallest size at once, for that is what it would come to."""
_STRAY = 0.15
"""Of a page: less of the answer than this on its last page looks left behind."""
_LONGEST_QUESTION = 500
"""Characters; a longer one may be parted from its frame."""


def grid_of(look: Look) -> Grid:
    """The columns of the section's pages; a sheet too narrow for a margin has its notes below the text."""
    if look.compact:
        gutter = mm(6)
        return Grid(gutter, look.measure - gutter, 0, 0)
    gutter, gap, notes = mm(7), mm(8), mm(47)
    return Grid(gutter, look.measure - gutter - gap - notes, gap, notes)


def _note(look: Look, lettered_move: LetteredMove, indent: float) -> Box:
    style, move, tag = look.note, lettered_move.move, lettered_move.note
    letter = Letter(lettered_move.name, look, tag.child("Lbl"), style.size)
    again = replace(letter, tag=None)
    words = tag.child("P")
    name = Run(f"{move.move[:1].upper()}{move.move[1:]}.", style.voiced(bold=True).colored(INK), words)
    content = [name, Run(" ", style, words), *runs(move.note, style, words)] if move.note else [name]
    label, repeated = LetterLabel(letter, style.leading), LetterLabel(again, style.leading)
    return Hanging(label, text(content, style), indent, again=repeated)


def _indent(look: Look, paragraphs: Sequence[Sequence[LetteredMove]]) -> float:
    """Of the notes' words, beside the widest of the letters."""
    names = [each.name for paragraph in paragraphs for each in paragraph]
    return max(mm(6.2), *(Letter(name, look, None, look.note.size).width + 2 for name in names))


def _question(setting: Setting) -> list[Box]:
    """The question between two rules."""
    evaluation, look = setting.pack.evaluation, setting.look
    question = (evaluation.question if evaluation else None) or setting.pack.question
    if not question:
        return []
    style = look.heading.sized(*((11.5, 15.5) if look.compact else (13, 18)))
    words = text([Run(question, style, setting.tag.child("P"))], style, keep=len(question) < _LONGEST_QUESTION)
    rule = HorizontalRule(0.8, INK, above=mm(4.5), below=mm(2.2), keep=True)
    return [rule, words, HorizontalRule(0.5, RULE, above=mm(2.6))]


def _answer(setting: Setting, evaluation: Evaluation, style: Style) -> list[Box]:
    look, grid = setting.look, grid_of(setting.look)
    paragraphs = lettered(evaluation.paragraphs, setting.tag, notes_inside=not look.compact)
    broken: list[list[ModelLine]] = []
    first = 1
    for paragraph in paragraphs:
        broken.append(model_lines(paragraph, style, look, grid.text, first))
        first += len(broken[-1])
    if look.compact:
        return _notes_below(look, grid, style, paragraphs, broken)
    lines = [line for paragraph_lines in broken for line in paragraph_lines]
    indent = _indent(look, paragraphs)
    notes = [margin_note(grid, line.number, _note(look, each, indent)) for line in lines for each in line.begun]
    return [Annotated(lines, notes, style, grid, look, above=mm(5))]


def _notes_below(
    look: Look, grid: Grid, style: Style, paragraphs: list[list[LetteredMove]], broken: list[list[ModelLine]]
) -> list[Box]:
    boxes: list[Box] = []
    indent = _indent(look, paragraphs)
    for paragraph, lines in zip(paragraphs, broken, strict=True):
        boxes.append(Annotated(lines, (), style, grid, look, above=mm(4)))
        for place, each in enumerate(paragraph):
            boxes.append(indented(_note(look, each, indent), grid.gutter, above=2 if place else 3))
    return boxes


def _boxes(setting: Setting, size: float, leading: float) -> tuple[list[Box], list[Box]]:
    """The annotated answer under its head, and the task."""
    evaluation = setting.pack.evaluation
    assert evaluation is not None
    head = opening(
        setting,
        "evaluation",
        _title(setting.pack),
        standfirst="Read it once without the notes. Then say what each lettered move does for the argument.",
    )
    answer = _answer(setting, evaluation, setting.look.body.sized(size, leading))
    return [head, *_question(setting), *answer], your_turn(setting, grid_of(setting.look))


def _compose(setting: Setting) -> list[Box]:
    """The largest size that needs the fewest pages and, among those, ends its pages best."""
    sizes = _COMPACT_SIZES if setting.look.compact else _SIZES
    evaluation = setting.pack.evaluation
    if evaluation is not None and sum(map(len, evaluation.paragraphs)) > _WORTH_FITTING:
        sizes = sizes[-1:]
    tries = []
    for size in sizes:
        # Each try builds its boxes inside a tag of its own; only the best one's goes into the document.
        trial = Tag(setting.tag.kind)
        answer, task = _boxes(replace(setting, tag=trial), *size)
        tries.append((_endings(setting.look, answer, task), trial, [*answer, *task]))
    _, tag, boxes = min(tries, key=lambda each: each[0])
    setting.tag.adopt(tag)
    return boxes


def _endings(look: Look, answer: list[Box], task: list[Box]) -> tuple[int, int]:
    """How many pages both take, and how ill the last is composed: 0 well, 1 the task alone, 2 a stray end."""
    alone, depth = extent(answer, look.measure, look.depth)
    pages = count_pages([*answer, *task], look.measure, look.depth)
    if alone < pages:
        return pages, 1
    return pages, 2 if alone > 1 and depth < _STRAY * look.depth else 0


def _title(pack: Pack) -> str:
    return "Model evaluation"


def _describe(setting: Setting) -> str:
    if setting.pack.evaluation is None:
        return ""
    moves = [move for paragraph in setting.pack.evaluation.paragraphs for move in paragraph]
    count = sum(len(plain(move.text).split()) for move in moves)
    return f"{count} word{'' if count == 1 else 's'}, taken apart move by move"


SECTION = Section(
    name="evaluation",
    title=_title,
    describe=_describe,
    needs="evaluation",
    applies=lambda pack: pack.evaluation is not None,
    compose=_compose,
)
