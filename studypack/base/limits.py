"""The limits on a pack's size and on build time, each far above what a topic needs.

A limit only ever raises an error, with its place and a way out. Nothing is cut off to keep within one.
"""

import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from studypack.base.errors import LimitError

BYTES = 4_000_000
"""The size of a content file. 2,200 points as long as ours take 2.5 million bytes, and no topic has as many."""
NOTE_LINES = 50_000
"""The lines of a file of rough notes; five hundred pages have 20,000."""
DOCUMENT_BYTES = 50_000_000
"""The size of a document of notes with its pictures, such as a Word file."""
UNZIPPED_BYTES = 150_000_000
"""The size of all parts of such a document together; the text of 500 pages has five million bytes."""
PARTS = 5_000
"""The parts of such a document; one a picture."""
NESTED = 32
"""The levels of lists and keys inside one another; a pack needs nine."""
VALUES = 100_000
"""The keys and values of a content file; 2,200 points have 33,000."""
ITEMS = 5_000
"""The points of a pack, and the items of any other list."""
SECTION_NAMES = 100
"""The names in a list of sections; there are a dozen sections."""
GAPS = 20_000
"""The gaps in all texts of a content file together; 2,200 points as ours have 6,000."""
GAPS_IN_TEXT = 5_000
"""The gaps in one text; a worksheet of twenty pages has 500."""
PICTURES = 200
"""The pictures of a pack; a topic has twenty."""
PICTURE_BYTES = 20_000_000
"""The size of a picture's file; a telephone's photograph takes five million bytes."""
FONT_BYTES = 10_000_000
"""The size of a font's file; one with the letters of all Europe has half a million bytes, one with Chinese ten."""
LABELS = 30
"""The places of a picture that pupils label; a class has time for a dozen."""
PIXELS = 25_000_000
"""The pixels of a picture, width by height; a telephone's photograph has twelve million."""
FORMULA = 1_000
"""The characters of one formula; the longest of a school fill three lines."""
FORMULA_DEPTH = 12
"""How deep its parts may stand in each other; a fraction in a root in a power is three deep."""
FORMULA_EFFORT = 4_000
"""The signs that are measured to draw a formula: those that stand deep are measured again at each level."""
PAGES = 3_000
"""The pages of one document; 2,200 points fill 1,000."""
CHARACTERS = 100_000
"""The characters of one text as its author wrote it; a long essay has 30,000."""
WORD = 10_000
"""The characters of one word, between two spaces; the longest word of any language has 200."""
SECONDS = 120
"""The processor time for one document; 1,000 pages take ten seconds on a small machine."""


_LESS = "split the content into several, or print fewer of its sections, which studypack sections lists: --sections"
_UNTIL: ContextVar[tuple[float, float]] = ContextVar("until", default=(math.inf, math.inf))
"""When the budget ends at the soonest by the clock on the wall, and by the processor's time. A context variable, so
that each thread has its own."""


class TimeLimitError(LimitError):
    """The time budget of a document is used up."""

    def __init__(self, part: str = "the pack") -> None:
        super().__init__(f"{part} is not done after {SECONDS} seconds of work, and no document may take more", _LESS)


@contextmanager
def time_budget() -> Iterator[None]:
    """Give the work in the block the processor time of one document; `check_time` then raises when it is used up."""
    token = _UNTIL.set((time.perf_counter() + SECONDS, time.process_time() + SECONDS))
    try:
        yield
    finally:
        _UNTIL.reset(token)


def check_time() -> None:
    """Raise TimeLimitError if the time budget is used up. Layout calls it for every line and every stack of boxes."""
    # The clock on the wall is asked first: it is never behind the processor's, and ten times as quick to read.
    by_clock, by_processor = _UNTIL.get()
    if time.perf_counter() > by_clock and time.process_time() > by_processor:
        raise TimeLimitError


def check_pages(part: str, pages: int) -> None:
    """Raise LimitError if `pages`, the number of the next page, is more than a document may have."""
    if pages > PAGES:
        raise LimitError(f"{part} goes on past page {PAGES:,}, the last that a document may have", _LESS)
