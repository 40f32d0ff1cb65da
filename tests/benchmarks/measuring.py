"""Processor time and memory of children and of calls, in turn and in one run: medians, and medians of paired ratios."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
STUDYPACK = str(Path(sys.executable).parent / "studypack")
Costs = tuple[float, float]
"""Seconds of user and system together, and MiB at the highest."""


_STARTER = """import resource, subprocess, sys
status = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
sys.exit(status)"""
"""Between us and the child, whose memory is counted from that of the process which starts it."""


def child(*command: str, status: int = 0) -> Costs:
    """What a process of its own costs; it keeps its byte code, as an installed program does."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    starter = [sys.executable, "-S", "-c", _STARTER]
    told = subprocess.run([*starter, *command], env=environment, stdout=subprocess.PIPE, check=False)
    assert told.returncode == status, command
    seconds, peak = map(float, told.stdout.split())
    return seconds, peak


def call(function: Callable[..., object], *given: object) -> Costs:
    begun = time.process_time()
    function(*given)
    return time.process_time() - begun, 0


def compare(ways: dict[str, Callable[[int], Costs]], runs: int) -> None:
    """A line for each way: how the first stands to it, pair by pair. Each gets the number of the round, from 0, which
    is not counted."""
    rounds = [[way(number) for way in ways.values()] for number in range(runs + 1)][1:]
    for place, name in enumerate(ways):
        seconds, peaks = zip(*(each[place] for each in rounds), strict=True)
        ratio = median(each[0][0] / each[place][0] for each in rounds)
        memory = f"  {median(peaks):6.0f} MiB, {rounds[0][0][1] / median(peaks):4.2f}" if any(peaks) else ""
        print(f"  {name:<28} {1000 * median(seconds):8.1f} ms  {ratio:5.2f}{memory}", flush=True)


def numbers(default: Sequence[int]) -> list[int]:
    """The numbers of the command line, the first of which is always that of the rounds."""
    return [*map(int, sys.argv[1:]), *default[len(sys.argv) - 1 :]]
