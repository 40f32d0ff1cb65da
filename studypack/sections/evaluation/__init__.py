"""The model evaluation: an answer taken apart move by move, a copy of it to mark up, or its scaffold to write on."""

from collections.abc import Callable, Mapping

from studypack.layout.boxes import Box
from studypack.model.content import Pack
from studypack.model.modes import EvaluationMode
from studypack.model.options import Options
from studypack.model.spans import plain
from studypack.sections.evaluation import answer, scaffold
from studypack.sections.kit.fitting import on_leaves
from studypack.sections.kit.section import Context, Section

_COMPOSERS: Mapping[EvaluationMode, Callable[[Context], list[Box]]] = {
    EvaluationMode.ANNOTATED: answer.annotated,
    EvaluationMode.PLAIN: answer.plain,
    EvaluationMode.SCAFFOLD: scaffold.compose,
}


def _compose(context: Context) -> list[Box]:
    """The boxes of the mode; a sheet to write on is a handout, and starts on a recto where it has two pages."""
    mode = context.options.evaluation.mode
    boxes = _COMPOSERS[mode](context)
    if mode is EvaluationMode.ANNOTATED:
        return boxes
    return on_leaves(context, boxes)


def _title(pack: Pack, options: Options) -> str:
    return scaffold.title(pack) if options.evaluation.mode is EvaluationMode.SCAFFOLD else answer.title(pack)


def _describe(context: Context) -> str:
    if context.pack.evaluation is None:
        return ""
    moves = [move for paragraph in context.pack.evaluation.paragraphs for move in paragraph]
    words = sum(len(plain(move.text).split()) for move in moves)
    count = context.pack.say.count
    match context.options.evaluation.mode:
        case EvaluationMode.ANNOTATED:
            return count(
                "words_apart", "{n} word, taken apart move by move", "{n} words, taken apart move by move", words
            )
        case EvaluationMode.PLAIN:
            return count("words_to_mark_up", "{n} word, to mark up", "{n} words, to mark up", words)
        case EvaluationMode.SCAFFOLD:
            return count(
                "moves_to_make",
                "{n} move to make, with lines to write on",
                "{n} moves to make, with lines to write on",
                len(moves),
            )


SECTION = Section(
    name="evaluation",
    title=_title,
    describe=_describe,
    needs="evaluation",
    applies=lambda pack: pack.evaluation is not None,
    compose=_compose,
    words_of=frozenset({"evaluation"}),
    handed_out=lambda pack, options: options.evaluation.mode is not EvaluationMode.ANNOTATED,
    other_names=("model answer", "model evaluation", "essay"),
)
