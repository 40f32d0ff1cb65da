"""What the longest texts cost: seconds of processor for one of 100,000 characters, and how they grow with its length.

    python tests/benchmarks/texts.py [CHARACTERS]

A line for each kind of text, on A4 and on large half-letter pages: the seconds for a half and for the whole, and their
ratio, which is near 2 where the work is in proportion to the text, and near 4 where it goes with its square.
"""

import sys
import time

from studypack.base import limits
from studypack.model.choices import Paper, Profile
from studypack.model.options import Flags
from studypack.output.build import render
from studypack.reading.load import read

_WORD = limits.WORD - 100
UNITS = {
    "words": "word ",
    "gaps": "{{a}} ",
    "gaps without spaces": "{{a}}",
    "apostrophes": "'",
    "quotation marks": '"a" ',
    "stars": "* ",
    "emphases": "*a* ",
    "emphases without spaces": "*a*b",
    "no-break spaces": "a\u00a0",
    "paragraphs": "word word\n\n",
}


def text_of(unit: str, characters: int) -> str:
    """As many of a unit as that, a space wherever a word would be too long."""
    word = unit * max(1, min(_WORD, characters) // len(unit))
    return " ".join([word] * max(1, characters // len(word)))


def seconds(text: str, flags: Flags) -> float:
    """Of processor time, to read a pack with one point of this text and to set it whole."""
    written = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    content = f'title: T\npoints:\n  - side: advantage\n    title: A\n    text: "{written}"\n'
    begun = time.process_time()
    render(read(content.encode(), "pack.yaml").pack, flags, "pack")
    return time.process_time() - begun


def main() -> None:
    """A line for each kind of text and paper."""
    characters = int(sys.argv[1]) if len(sys.argv) > 1 else limits.CHARACTERS - 1_000
    texts = {name: [text_of(unit, size) for size in (characters // 2, characters)] for name, unit in UNITS.items()}
    texts["a long bank"] = [
        " ".join(f"{{{{w{n}}}}}" for n in range(size // 10)) for size in (characters // 2, characters)
    ]
    for flags in (Flags(), Flags(paper=Paper.HALF_LETTER, profile=Profile.LARGE)):
        seconds("Some {{words}}.", flags)
        for name, (half, whole) in texts.items():
            first, second = seconds(half, flags), seconds(whole, flags)
            paper = flags.paper or "a4"
            print(f"{name:<24} {paper:<12} {first:6.2f} s {second:6.2f} s  ratio {second / first:4.2f}", flush=True)


if __name__ == "__main__":
    main()
