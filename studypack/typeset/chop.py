"""Words that no line can hold are cut: after a hyphen where there is one, else between characters."""

from collections.abc import Iterator
from itertools import pairwise

from studypack.typeset.fonts import Face, Split
from studypack.typeset.look import Style

_HYPHENS = "-‐–—/"


def chopped(split: Split, text: str, style: Style, longest: float) -> Split:
    """The split with every word that is wider than `longest` points cut between characters."""
    starts: list[float] = []
    ends: list[float] = []
    cuts: list[int] = []
    afters: list[int] = []
    for start, end, first, after in zip(split.starts, split.ends, split.first, split.after, strict=True):
        marks = [first, *_cuts(style.face, text[first:after], first, style, longest), after]
        for begin, finish in pairwise(marks):
            width = style.face.measured(text[begin:finish])[0]
            starts.append(start if begin == first else ends[-1])
            ends.append(end if finish == after else starts[-1] + width)
            cuts.append(begin)
            afters.append(finish)
    widest = max(end - start for start, end in zip(starts, ends, strict=True)) if starts else 0.0
    return Split(tuple(starts), tuple(ends), tuple(cuts), tuple(afters), split.total, widest, split.mixed)


def _cuts(face: Face, word: str, first: int, style: Style, longest: float) -> Iterator[int]:
    """The indexes before which a word is cut, counted from the start of its run: after a hyphen where there is one."""
    begun = good = 0
    used = 0.0
    for number, character in enumerate(word):
        width = face.width(character, style.size, style.tracking)
        while used and used + width > longest:
            cut = good if good > begun else number
            yield first + cut
            used = face.width(word[cut:number], style.size, style.tracking)
            begun = cut
        used += width
        if character in _HYPHENS:
            good = number + 1
