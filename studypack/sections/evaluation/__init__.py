"""The model evaluation: an answer taken apart move by move, a copy of it to mark up, or its scaffold to write on."""

from collections.abc import Callable, Mapping

from studypack.base.wording import quantity
from studypack.layout.boxes import Box, NewPage
from studypack.layout.flow import count_pages
from studypack.model.content import Pack
from studypack.model.modes import EvaluationMode
from studypack.model.options import Options
from studypack.model.spans import plain
from studypack.sections.evaluation import answer, scaffold
from studypack.sections.kit.section import Context, Section

_COMPOSERS: Mapping[EvaluationMode, Callable[[Context], list[Box]]] = {
    EvaluationMode.ANNOTATED: answer.annotated,
    EvaluationMode.PLAIN: answer.plain,
    EvaluationMode.SCAFFOLD: scaffold.compose,
}


def _compose(context: Context) -> list[Box]:
    """The boxes of the mode; a sheet to write on is a handout, and starts on a recto where it has two pages."""
    mode, theme = context.options.evaluation.mode, context.theme
    boxes = _COMPOSERS[mode](context)
    if mode is EvaluationMode.ANNOTATED:
        return boxes
    pages = count_pages(boxes, theme.measure, theme.depth)
    return [NewPage(recto=pages > 1, handout=True), *boxes]


def _title(pack: Pack, options: Options) -> str:
    return scaffold.TITLE if options.evaluation.mode is EvaluationMode.SCAFFOLD else answer.TITLE


_SAYS: Mapping[EvaluationMode, str] = {
    EvaluationMode.ANNOTATED: "{words}, taken apart move by move",
    EvaluationMode.PLAIN: "{words}, to mark up",
    EvaluationMode.SCAFFOLD: "{moves} to make, with lines to write on",
}


def _describe(context: Context) -> str:
    if context.pack.evaluation is None:
        return ""
    moves = [move for paragraph in context.pack.evaluation.paragraphs for move in paragraph]
    words = sum(len(plain(move.text).split()) for move in moves)
    says = _SAYS[context.options.evaluation.mode]
    return says.format(words=quantity(words, "word"), moves=quantity(len(moves), "move"))


SECTION = Section(
    name="evaluation",
    title=_title,
    describe=_describe,
    needs="evaluation",
    applies=lambda pack: pack.evaluation is not None,
    compose=_compose,
    other_names=("model answer", "model evaluation", "essay"),
)
