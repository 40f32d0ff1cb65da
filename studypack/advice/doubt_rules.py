"""The rule of advice on the doubts of a draft: how many of them stand."""

from collections.abc import Iterator

from studypack.base.errors import Problem, Severity
from studypack.base.wording import join_words
from studypack.reading.load import LoadedPack

_MOST_LINES = 8
"""The lines that are named; the rest is counted."""


def standing_doubts(loaded: LoadedPack) -> Iterator[Problem]:
    """Advise once on all comments that begin with # ?, at the first of them."""
    lines = [doubt.line + 1 for doubt in loaded.doubts]
    if not lines:
        return
    shown, more = [str(line) for line in lines[:_MOST_LINES]], len(lines) - _MOST_LINES
    where = join_words([*shown, f"{more} more"] if more > 0 else shown)
    message, it = f"{len(lines)} doubts stand, on the lines {where}", "each"
    if len(lines) == 1:
        message, it = f"a doubt stands, on line {where}", "it"
    hint = f"look at {it}, mend the lines under it, and delete the comment"
    yield loaded.problem_on_line(lines[0] - 1, message, hint, Severity.ADVICE)
