"""What takes no longer than its input is long."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time

SECONDS = 20
"""Of processor: a hundred times what is needed, and less than a quadratic loop takes."""


@contextmanager
def ends() -> Iterator[None]:
    """Holds that its body does not run away. No benchmark: how busy the computer is does not matter."""
    begun = process_time()
    yield
    assert process_time() - begun < SECONDS
