"""Signals that ask the program to end: held back while it does what must not be left half done, or raised."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_ENDS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""Ctrl-C, a polite end, and a terminal that is closed; Windows has not all of them."""


@contextmanager
def held_back() -> Iterator[list[int]]:
    """While this lasts, signals that would end the program wait; then the first of them comes.

    Yields the numbers of those that wait, for whoever would rather stop early. A signal that is ignored stays
    ignored (nohup). Outside of the main thread nothing is held back: Python tells signals to the main thread alone.
    """
    waiting: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield waiting
        return
    before = {number: signal.getsignal(number) for number in _ENDS}
    # A handler that is not Python's own could not be put back.
    held = {number: handler for number, handler in before.items() if handler not in (None, signal.SIG_IGN)}
    try:
        for number in held:
            signal.signal(number, lambda number, _frame: waiting.append(number))
        yield waiting
    finally:
        for number, handler in held.items():
            signal.signal(number, handler)
    if waiting:
        signal.raise_signal(waiting[0])


@contextmanager
def raising() -> Iterator[None]:
    """While this lasts, Ctrl-C raises KeyboardInterrupt, for what has to be tidied up, rather than ending the program.

    The command line lets it end the program at once otherwise (`__main__`).
    """
    ends = signal.getsignal(signal.SIGINT) is signal.SIG_DFL
    if ends:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        if ends:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
