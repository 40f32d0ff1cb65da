"""The pages and the time that one document may take; beyond them it is refused, and says in which section.

Time is the processor's, spent by this program: a busy computer refuses nothing that a quiet one prints. It decides only
whether there is a document, never what is in it.
"""

import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from studypack import limits
from studypack.errors import LimitError

_LESS = "split the content into several, or print fewer of its sections, which studypack sections lists: --sections"
_UNTIL: ContextVar[float] = ContextVar("until", default=math.inf)
"""Of the processor's time, for all that is done meanwhile, however deep inside; each thread has its own."""


class OverdueError(LimitError):
    """The time is up."""

    def __init__(self, part: str = "the pack") -> None:
        super().__init__(
            f"{part} is not done after {limits.SECONDS} seconds of work, and no document may take more", _LESS
        )


@contextmanager
def time_running() -> Iterator[None]:
    """The time of one document runs in the block."""
    token = _UNTIL.set(time.process_time() + limits.SECONDS)
    try:
        yield
    finally:
        _UNTIL.reset(token)


def check_time() -> None:
    """Raises OverdueError where the time is up; called for every line, and wherever boxes are put under one another."""
    if time.process_time() > _UNTIL.get():
        raise OverdueError


def check_pages(part: str, pages: int) -> None:
    """Called with the number of the next page. Raises LimitError where a document may have no such page."""
    if pages > limits.PAGES:
        raise LimitError(f"{part} goes on past page {limits.PAGES:,}, the last that a document may have", _LESS)
