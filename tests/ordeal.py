"""Run as a program: two files are rewritten while the writer is killed or interrupted, and what is left is told.

    python ordeal.py random FOLDER WRITER SIGNAL COUNT
    python ordeal.py every-line FOLDER WRITER SIGNAL
    python ordeal.py rewrite FOLDER WRITER COUNT

A version of a file is its number, over and over: a file that is torn between two versions can be told from a whole one.
The answer is JSON on standard output.
"""

import json
import os
import random
import signal
import sys
from collections import Counter
from itertools import count, pairwise
from pathlib import Path
from time import perf_counter, sleep

from studypack.base import files, staged_file
from studypack.base import files as interrupts

NAMES = {"pack.pdf": 20_000, "pack-answers.pdf": 9_000}
"""And how often each repeats its number."""
WATCHED = {staged_file.__file__, files.__file__, interrupts.__file__, __file__}
SIGNALS = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}
PASSED, INTERRUPTED = 0, 130


def version(folder: Path, number: int) -> list[tuple[Path, bytes]]:
    return [(folder / name, b"%08d" % number * times) for name, times in NAMES.items()]


def whole(path: Path) -> int | None:
    """The version of a file; None for one that is torn or missing."""
    data = path.read_bytes() if path.exists() else b""
    found = data[:8]
    return int(found) if data == found * NAMES[path.name] and data else None


def parts(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name not in NAMES)


def carelessly(made: list[tuple[Path, bytes]]) -> None:
    """Files written in place: what the ordeal is to catch."""
    for path, data in made:
        with path.open("wb", buffering=0) as file:
            half = len(data) // 2
            file.write(data[:half])
            file.write(data[half:])


WRITERS = {"together": files.write_files, "carelessly": carelessly}


def forked(work) -> int:
    """The process that does the work; it never comes back from here."""
    # An interruption between the fork and the `try` would go unheard, or make the child go on as its parent.
    signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    pid = os.fork()
    if pid:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
        return pid
    try:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
        work()
    except KeyboardInterrupt:
        os._exit(INTERRUPTED)
    except BaseException as error:
        print(repr(error), file=sys.stderr, flush=True)
        os._exit(1)
    os._exit(PASSED)


class Tally:
    """What was found after each ordeal."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ends: Counter[str] = Counter()
        self.seen: Counter[str] = Counter()
        self.broken: list[str] = []

    def theme(self, status: int, least: int, most: int, when: str) -> tuple[int, int]:
        """Look at the files after a process has ended; returns the oldest and the newest version that are there."""
        self.ends[str(os.waitstatus_to_exitcode(status))] += 1
        found = [whole(self.folder / name) for name in NAMES]
        if None in found or not all(least <= each <= most for each in found):
            self.broken.append(f"{when}: {found}")
        known = [each for each in found if each is not None]
        self.seen["old"] += known == [least, least]
        self.seen["new"] += bool(known) and min(known) > least
        self.seen["apart"] += len(set(known)) > 1
        self.seen["parts"] += bool(parts(self.folder))
        return min(known, default=least), max(known, default=least)

    def told(self) -> None:
        print(json.dumps({"ends": self.ends, "seen": self.seen, "broken": self.broken, "left": parts(self.folder)}))


def at_random(folder: Path, write, number: int, times: int) -> None:
    chance = random.Random(20)
    moments = []
    for each in range(1, 6):
        moments.append(perf_counter())
        write(version(folder, each))
    once = min(after - before for before, after in pairwise(moments))
    tally, oldest, newest = Tally(folder), 5, 5
    for time in range(times):
        start = newest

        heard, says = os.pipe()

        def rewrite(start: int = start, says: int = says) -> None:
            os.write(says, b"!")
            for each in count(start + 1):
                write(version(folder, each))

        pid = forked(rewrite)
        os.read(heard, 1)
        sleep(chance.uniform(0, 6 * once))
        os.kill(pid, number)
        oldest, newest = tally.theme(os.waitpid(pid, 0)[1], oldest, start + 10_000, f"time {time}")
        os.close(heard)
        os.close(says)
    write(version(folder, newest + 1))
    tally.told()


def at_every_line(folder: Path, write, number: int) -> None:
    tally = Tally(folder)
    for step in count(1):
        carelessly(version(folder, 1))

        def once(step: int = step) -> None:
            lines = count(1)

            def trace(frame, event, _):
                if frame.f_code.co_filename not in WATCHED:
                    return None
                if event == "line" and next(lines) == step:
                    os.kill(os.getpid(), number)
                return trace

            made = version(folder, 2)
            sys.settrace(trace)
            write(made)
            sys.settrace(None)

        status = os.waitpid(forked(once), 0)[1]
        tally.theme(status, 1, 2, f"line {step}")
        if status == PASSED:
            break
    files.write_files(version(folder, 3))
    tally.told()


def rewriting(folder: Path, write, times: int) -> None:
    for number in range(1, times + 1):
        write(version(folder, number))
    print(json.dumps({"left": parts(folder), "found": [whole(folder / name) for name in NAMES]}))


if __name__ == "__main__":
    kind, place, writer, *more = sys.argv[1:]
    folder, write = Path(place), WRITERS[writer]
    if kind == "rewrite":
        rewriting(folder, write, int(more[0]))
    elif kind == "random":
        at_random(folder, write, signal.Signals[more[0]], int(more[1]))
    else:
        at_every_line(folder, write, signal.Signals[more[0]])
