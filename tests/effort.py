"""How much work something is: bounded so that nothing runs away, or counted, the same on every machine."""

import sys
from collections.abc import Callable, Iterator
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


def calls_of(do: Callable[[], object]) -> int:
    """How often functions are called while it is done, Python's own among them."""
    count = 0

    def seen(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(seen)
    try:
        do()
    finally:
        sys.setprofile(None)
    return count
