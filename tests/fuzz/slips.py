"""Measures what `studypack check` says of one slip: its line, its column, nothing else told, and the repair named.

    python -m tests.fuzz.slips --count 6000 --seed 1

The slips are planted by `slipping`; the program is known by its command alone. The table at the end is in per cent by
kind. What missed is kept under build/fuzz/slips/ with what was said.
"""

import re
from collections import Counter, defaultdict
from functools import cache

from typer.testing import CliRunner

from studypack.cli import app
from tests.fuzz.command import main_of
from tests.fuzz.slipping import ROOT, planted, sources
from tests.fuzz.watch import alive, done

KEPT = ROOT / "build" / "fuzz" / "slips"
MEASURES = ("line", "column", "one", "repair")
_TOLD = re.compile(
    r"^(?P<severity>error|warning|advice): (?P<message>.*)\n *--> .*?(?::(?P<line>\d+))?(?::(?P<column>\d+))?$"
    r"(?:\n *\d* \| .*)*(?:\n *= help: (?P<hint>.*))?",
    re.MULTILINE,
)


def told(text, path):
    """What the command says of a file: (severity, message, hint, line, column) of each problem, in its order."""
    path.write_text(text, "utf-8")
    said = CliRunner().invoke(app, ["check", str(path)])
    assert said.exception is None or isinstance(said.exception, SystemExit), said.exception
    return [
        (each["severity"], each["message"], each["hint"] or "", int(each["line"] or 0), int(each["column"] or 0))
        for each in _TOLD.finditer(said.output)
    ]


def measured(slip, problems, before):
    """Which measures what was told meets. What was told of the sound file already does not count."""
    usual = Counter((severity, message) for severity, message, *_ in before)
    new = []
    for problem in problems:
        if usual[problem[:2]]:
            usual[problem[:2]] -= 1
        else:
            new.append(problem)
    if not new:
        return frozenset()
    _, message, hint, line, column = new[0]
    met = {"line": line == slip.line, "column": line == slip.line and column in slip.columns, "one": len(new) == 1}
    met["repair"] = all(re.search(says, f"{message}\n{hint}") for says in slip.says) and _leads_home(slip, hint)
    return frozenset(measure for measure, is_met in met.items() if is_met)


def _leads_home(slip, hint):
    """Whether a line that starts in the wrong column gets to the right one where it is done as the hint says."""
    if slip.target is None:
        return True
    lines = slip.text.split("\n")
    if to := re.search(r"right (?:under|over) the dash of line (\d+)", hint):
        line = lines[int(to[1]) - 1]
        return slip.target in [at for at, char in enumerate(line[: len(line) - len(line.lstrip(" -"))]) if char == "-"]
    if to := re.search(r"right (?:under|over) (\w+): of line (\d+)", hint):
        place = lines[int(to[2]) - 1].find(f"{to[1]}:")
        line = lines[slip.line - 1]
        mine = re.search(r"so that (\w+):", hint)
        return slip.target == place - (line.find(f"{mine[1]}:") - line.find("-") if mine else 0)
    return False


def run(seed, first, count, path):
    """Counts of what was met, by kind, and the misses as (number, kind, what was missed)."""
    sound = sources()
    before = cache(lambda source: told(source.text, path))
    met, of, misses = defaultdict(Counter), Counter(), []
    for number in range(first, first + count):
        if number % 200 == 0:
            alive()
        kind, slip, source = planted(seed, number, sound)
        if slip is None:
            continue
        usual = before(source)
        problems = told(slip.text, path)
        good = measured(slip, problems, usual)
        of[kind] += 1
        met[kind].update(good)
        if missed := [each for each in MEASURES if each not in good]:
            misses.append((number, kind, missed))
            _keep(seed, number, kind, missed, slip, problems)
    done()
    _table(met, of)
    return Counter({measure: sum(each[measure] for each in met.values()) for measure in MEASURES}) + of, misses


def _keep(seed, number, kind, missed, slip, problems):
    KEPT.mkdir(parents=True, exist_ok=True)
    says = [f"# {number} {kind} missed {', '.join(missed)}; wanted {slip.line}:{sorted(slip.columns)} {slip.says}"]
    says += [
        f"# {line}:{column} {severity}: {message} = {hint}" for severity, message, hint, line, column in problems[:5]
    ]
    lines = slip.text.split("\n")
    says += [f"# {n + 1:4} {lines[n]}" for n in range(max(0, slip.line - 6), min(len(lines), slip.line + 6))]
    (KEPT / f"{kind}-{seed}-{number}.txt").write_text("\n".join(says) + "\n\n" + slip.text, "utf-8")


def _table(met, of):
    print(f"{'kind':38}{'tried':>6}" + "".join(f"{measure:>8}" for measure in MEASURES))
    for kind, count in of.items():
        print(f"{kind:38}{count:6}" + "".join(f"{100 * met[kind][each] / count:8.1f}" for each in MEASURES))
    total = of.total()
    sums = "".join(f"{100 * sum(each[measure] for each in met.values()) / total:8.1f}" for measure in MEASURES)
    print(f"{'in all':38}{total:6}{sums}", flush=True)


if __name__ == "__main__":
    main_of(run, __doc__, 6_000)
