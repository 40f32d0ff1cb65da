"""How much work something is, counted and not timed: the same on every machine, however busy it is."""

import sys


def calls_of(do):
    """How often functions are called while it is done, Python's own among them."""
    count = 0

    def seen(frame, event, argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(seen)
    try:
        do()
    finally:
        sys.setprofile(None)
    return count
