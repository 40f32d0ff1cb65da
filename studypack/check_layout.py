"""What only comes to light when a content is laid out: a text that is too long for its page."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from studypack.choose import choose
from studypack.compose import compose
from studypack.errors import Problem, StudypackError
from studypack.load import Loaded
from studypack.options import Flags
from studypack.settle import options_for
from studypack.typeset.page import Document


def laid_out(loaded: Loaded) -> list[Document]:
    """The pack and its separate key, as the content's own choices have them.

    Raises StudypackError with what `build` would refuse.
    """
    with at_their_places(loaded):
        options = options_for(loaded.pack, Flags())
        chosen = choose(loaded.pack, options)
        wanted = [sections for sections in (chosen.pack, chosen.key) if sections]
        return [compose(loaded.pack, options, sections, chosen.answered) for sections in wanted]


@contextmanager
def at_their_places(loaded: Loaded) -> Iterator[None]:
    """The problems of an error in the block are given their lines in the file of what is laid out there."""
    try:
        yield
    except StudypackError as error:
        error.problems = tuple(_placed(loaded, problem) for problem in error.problems)
        raise


def _placed(loaded: Loaded, problem: Problem) -> Problem:
    if problem.path and not problem.line:
        return loaded.problem(problem.path, problem.message, problem.hint, severity=problem.severity)
    return replace(problem, source=problem.source or loaded.source)
