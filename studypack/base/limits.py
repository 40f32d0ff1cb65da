"""How much one pack may be, and how long it may take: every limit in one place, each far above what a topic needs.

A limit is only ever an error, told with its place and a way out; nothing is cut off to keep within one.
"""

import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from studypack.base.errors import LimitError

BYTES = 4_000_000
"""Of a content file; 2,200 points as long as ours are 2.5 million, and no topic has as many."""
NESTED = 32
"""Levels of lists and keys inside one another; a pack needs nine."""
VALUES = 100_000
"""Keys and values of a content file; 2,200 points have 33,000."""
ITEMS = 5_000
"""Points, and as many of anything else that a list holds."""
NAMED = 100
"""Names in a list of sections; there are a dozen to name."""
GAPS = 20_000
"""In all texts of a content file together; 2,200 points as ours have 6,000."""
GAPS_IN_TEXT = 5_000
"""In one text; a worksheet of twenty pages has 500."""
PAGES = 3_000
"""Of one document; 2,200 points fill 1,000."""
CHARACTERS = 100_000
"""Of one text, as it is written; a long essay has 30,000."""
WORD = 10_000
"""Characters that no space parts; the longest word of any language has 200."""
SECONDS = 120
"""Of the processor's time, for one document; 1,000 pages take ten on a small machine."""


_LESS = "split the content into several, or print fewer of its sections, which studypack sections lists: --sections"
_UNTIL: ContextVar[float] = ContextVar("until", default=math.inf)
"""Of the processor's time, for all that is done meanwhile, however deep inside; each thread has its own."""


class OverdueError(LimitError):
    """The time is up."""

    def __init__(self, part: str = "the pack") -> None:
        super().__init__(f"{part} is not done after {SECONDS} seconds of work, and no document may take more", _LESS)


@contextmanager
def time_running() -> Iterator[None]:
    """The time of one document runs in the block."""
    token = _UNTIL.set(time.process_time() + SECONDS)
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
    if pages > PAGES:
        raise LimitError(f"{part} goes on past page {PAGES:,}, the last that a document may have", _LESS)
