"""Words that no line can hold are cut: after a hyphen where there is one, else between characters."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from studypack.typeset.fonts import Split
from studypack.typeset.look import Style

_HYPHENS = "-‐–—/"


def chopped(split: Split, text: str, style: Style, longest: float) -> Split:
    """The split with every word that is wider than `longest` points cut between characters."""
    starts: list[float] = []
    ends: list[float] = []
    firsts: list[int] = []
    afters: list[int] = []
    scale = style.size / 1000
    for start, end, first, after in zip(split.starts, split.ends, split.first, split.after, strict=True):
        word = text[first:after]
        if (end - start) * scale + style.tracking * len(word) <= longest:
            starts.append(start)
            ends.append(end)
            firsts.append(first)
            afters.append(after)
            continue
        lefts, rights = style.face.edges(word)
        for begin, finish in pairwise((0, *_cuts(word, lefts, rights, style, longest), len(word))):
            starts.append(start + lefts[begin])
            ends.append(start + rights[finish - 1])
            firsts.append(first + begin)
            afters.append(first + finish)
    widest = max(end - start for start, end in zip(starts, ends, strict=True)) if starts else 0.0
    return Split(tuple(starts), tuple(ends), tuple(firsts), tuple(afters), split.total, widest, split.mixed)


def _cuts(word: str, lefts: Sequence[float], rights: Sequence[float], style: Style, longest: float) -> Iterator[int]:
    """The indexes before which a word is cut, its characters' edges being given in thousandths of an em."""
    begun = good = 0
    scale = style.size / 1000
    for number, character in enumerate(word):
        while number > begun and (
            (rights[number] - lefts[begun]) * scale + style.tracking * (number + 1 - begun) > longest
        ):
            begun = good if good > begun else number
            yield begun
        if character in _HYPHENS:
            good = number + 1
