"""Words that no line can hold are cut: after a hyphen where there is one, else between characters."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import sub
from unicodedata import combining

from studypack.layout.face_metrics import Split
from studypack.layout.style import Style

_HYPHENS = "-‐–—/"


def chopped(split: Split, text: str, style: Style, longest: float, cut: int = 0) -> Split:
    """The split with every part that is wider than `longest` points cut between characters, or before `cut`."""
    starts: list[float] = []
    ends: list[float] = []
    firsts: list[int] = []
    afters: list[int] = []
    joined, soft = [], []
    scale = style.size / 1000
    parts = zip(split.starts, split.ends, split.first, split.after, strict=True)
    for number, (start, end, first, after) in enumerate(parts):
        if number in split.joined:
            joined.append(len(starts))
        if number in split.soft:
            soft.append(len(starts))
        starts.append(start)
        firsts.append(first)
        word = text[first:after]
        if first < cut < after or (end - start) * scale + style.tracking * len(word) > longest:
            lefts, rights = style.face.edges(word)
            for place in _cuts(word, lefts, rights, style, longest, cut - first):
                ends.append(start + rights[place - 1])
                afters.append(first + place)
                joined.append(len(starts))
                starts.append(start + lefts[place])
                firsts.append(first + place)
        ends.append(end)
        afters.append(after)
    return replace(
        split,
        starts=tuple(starts),
        ends=tuple(ends),
        first=tuple(firsts),
        after=tuple(afters),
        widest=max(map(sub, ends, starts), default=0.0),
        joined=frozenset(joined),
        soft=frozenset(soft),
    )


def _cuts(
    word: str, lefts: Sequence[float], rights: Sequence[float], style: Style, longest: float, cut: int
) -> Iterator[int]:
    """The indexes before which a word is cut, its characters' edges being given in thousandths of an em.

    `cut` is one of them, where it lies within the word.
    """
    begun = good = 0
    scale = style.size / 1000
    for number, character in enumerate(word):
        if 0 < number == cut:
            begun = number
            yield begun
        while (
            number > begun
            and not combining(character)
            and ((rights[number] - lefts[begun]) * scale + style.tracking * (number + 1 - begun) > longest)
        ):
            begun = good if good > begun else number
            yield begun
        if character in _HYPHENS:
            good = number + 1
