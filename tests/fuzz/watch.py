"""A watchdog: code that takes more than so much processor time is stopped, and one that hangs in C ends the process."""

import faulthandler
import os
import signal
from contextlib import contextmanager

HANG = 300
"""Seconds on the wall after which the process tells where it stands and ends; its input is on disk by then."""


class TooSlowError(BaseException):
    """More processor time than allowed; no Exception, so that nothing on the way takes it for its own."""


@contextmanager
def watched(seconds):
    """Raises TooSlowError in the block after so many seconds of its own processor time."""

    def stop(signum, frame):
        raise TooSlowError(f"more than {seconds} s of processor time")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def alive():
    """Called now and then by a long run: puts the end of the process off by another while."""
    faulthandler.dump_traceback_later(HANG, exit=True)


def done():
    """The long run is over."""
    faulthandler.cancel_dump_traceback_later()


def niced():
    """A long run gives way to everything else on the machine."""
    if os.nice(0) < 15:
        os.nice(15)
