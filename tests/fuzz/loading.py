"""Fuzzes the loader: any bytes are a pack, or are refused as a user's mistake, and soon.

    python -m tests.fuzz.loading --count 100000 --seed 1

An input that breaks the rule is kept under build/fuzz/, and the run goes on; at its end it tells how many there were.
"""

import traceback
from collections import Counter

from studypack.advice.rules import advice
from studypack.base.errors import Severity, StudypackError, mask_controls, render_all
from studypack.output.build import read
from tests.fuzz.command import main_of
from tests.fuzz.mutating import ROOT, seeds, spoilt
from tests.fuzz.watch import TooSlowError, alive, done, watched
from tests.pictures import lay_out

SECONDS = 1.0
"""Of processor time for an input, and as much again for every hundred kilobytes."""
KEPT = ROOT / "build" / "fuzz"


def examine(data, path):
    """Reads the bytes and advises on them as `studypack check` does before it lays them out; "read" or "refused".

    Raises whatever is no StudypackError, AssertionError where what is told is not fit to be told, and TooSlowError.
    """
    path.write_bytes(data)
    lay_out(path.parent)
    with watched(SECONDS * (1 + len(data) / 100_000)):
        try:
            loaded = read(path)
            found = [*loaded.warnings, *advice(loaded)]
            said = "read"
        except StudypackError as error:
            found, said = list(error.problems), "refused"
            assert any(problem.severity is Severity.ERROR for problem in found), "refused, and no error told"
        _is_fit_to_tell(found, data)
    return said


def _is_fit_to_tell(problems, data):
    told = render_all(problems)
    assert told.encode("utf-8") or not problems, "nothing is told"
    assert mask_controls(told.replace("\n", "")) == told.replace("\n", ""), "what is told could drive a terminal"
    most = data.count(b"\n") + data.count(b"\r") + 1
    for problem in problems:
        assert problem.message
        assert problem.line <= most, f"line {problem.line} of {most}"
        assert problem.column <= len(problem.excerpt) + 1, f"column {problem.column} of {problem.excerpt!r}"


def run(seed, first, count, path):
    """Counts of what became of the inputs, and the finds as (number, data, traceback)."""
    originals, became, finds = seeds(), Counter(), []
    for number in range(first, first + count):
        if number % 500 == 0:
            alive()
        data = spoilt(seed, number, originals)
        try:
            became[examine(data, path)] += 1
        except (Exception, TooSlowError):  # the one place for it: whatever comes is the find
            became["broken"] += 1
            finds.append((number, data, traceback.format_exc()))
            print(f"\n== input {seed}:{number}, {len(data)} bytes\n{finds[-1][2]}", flush=True)
            KEPT.mkdir(parents=True, exist_ok=True)
            (KEPT / f"load-{seed}-{number}.yaml").write_bytes(data)
        if number % 20_000 == 0:
            print(number, dict(became), flush=True)
    done()
    return became, finds


if __name__ == "__main__":
    main_of(run, __doc__, 100_000)
