"""Fuzzes formulas: any LaTeX is drawn within bounds, or refused at a place of its own, and soon.

    python -m tests.fuzz.formulas --count 20000 --seed 1

Half of the inputs are parts thrown together, half are sound formulas, of which some lack a character.
"""

import traceback
from collections import Counter
from random import Random

from studypack.base.formula import commands
from studypack.base.formula.error import FormulaError
from studypack.base.formula.outline import drawn
from studypack.base.formula.words import in_words
from tests.fuzz.command import main_of
from tests.fuzz.watch import TooSlowError, alive, done, watched

SECONDS = 3.0
"""Of processor time for a formula; a hundred times what one of a school takes."""
PARTS = (
    *"xy2+-={}^_&()[]|,'%#$ ~\"<>é中½",
    *(
        "10",
        "5mm",
        "1,000",
        "^{",
        "_{",
        r"\\",
        "||",
        r"\left",
        r"\right",
        r"\left(",
        r"\right)",
        r"\middle|",
        r"\limits",
        r"\not",
    ),
    *(r"\begin{cases}", r"\end{cases}", r"\begin{array}{lr}", r"\end{array}", r"\begin{pmatrix}", r"\end{pmatrix}"),
    *(
        r"\begin{aligned}",
        r"\end{aligned}",
        r"\text{",
        r"\text{if}",
        r"\frac",
        r"\frac{",
        r"\sqrt",
        r"\sqrt[",
        r"\operatorname{f}",
        "\\",
        "\\\n",
    ),
)
LETTERS = "xyab12+=-,"


def names():
    """Every command that formulas may have."""
    return sorted(name for name in commands.known_names() if name not in (r"\left", r"\right", r"\begin"))


def sound(random, known, depth=0):
    """A formula whose commands have all their parts."""
    kind = random.random()
    if depth > 5 or kind < 0.3:
        return random.choice(LETTERS)
    if kind < 0.5:
        return "".join(sound(random, known, depth + 1) for _ in range(random.randint(1, 4)))
    name = random.choice(known)
    count, optional = commands.parts_of(name)
    if name in commands.TEXTS:
        return name + "{if}"
    if name in commands.DELIMITED:
        return name + "("
    if not count:
        return name + " "
    parts = "".join(f"{{{sound(random, known, depth + 1)}}}" for _ in range(count))
    return name + (f"[{sound(random, known, depth + 1)}]" if optional and random.random() < 0.3 else "") + parts


def formula(seed, number, known):
    random = Random(f"{seed}:{number}")
    if random.random() < 0.5:
        parts = range(random.randint(1, 14))
        return "".join(random.choice(PARTS) if random.random() < 0.8 else random.choice(known) + " " for _ in parts)
    made = sound(random, known)
    at = random.randrange(len(made))
    return made[:at] + made[at + 1 :] if random.random() < 0.3 else made


def examine(latex):
    """Draws a formula and says it; "drawn", "said" where there are words for it, too, or "refused"."""
    with watched(SECONDS):
        try:
            made = drawn(latex, display=len(latex) % 2 == 0)
        except FormulaError as error:
            assert 0 <= error.offset <= len(latex), f"offset {error.offset} of {len(latex)}"
            assert error.message, "refused without words"
            assert error.hint, "refused without a way out"
            return "refused"
        words = in_words(latex)
    assert max(made.width, made.height, made.depth) < 1000, "it is endless"
    assert "\\" not in words, "LaTeX is said"
    return "said" if words else "drawn"


def run(seed, first, count, path=None):
    """Counts of what became of the formulas, and the finds as (number, formula, traceback)."""
    known, became, finds = names(), Counter(), []
    for number in range(first, first + count):
        if number % 500 == 0:
            alive()
        latex = formula(seed, number, known)
        try:
            became[examine(latex)] += 1
        except (Exception, TooSlowError):  # the one place for it: whatever comes is the find
            became["broken"] += 1
            finds.append((number, latex, traceback.format_exc()))
            print(f"\n== formula {seed}:{number}, {latex!r}\n{finds[-1][2]}", flush=True)
    done()
    return became, finds


if __name__ == "__main__":
    main_of(run, __doc__, 20_000)
