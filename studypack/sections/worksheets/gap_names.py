"""What the field of a gap is called: its number, and the words of its sentence around it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from studypack.model.content import Pack
from studypack.model.giveaway import given_away
from studypack.model.spans import Gap, Span
from studypack.model.words import Words

_MOST_SAID = 90
"""Characters of a name; with that of the sheet it has 120 at most."""
_ROUND = 30
"""Of them, for the number, and what the sheet tells of the answer."""
_NEAR, _FAR = 60, 200
"""Spans, and characters, on either side of a gap, that are looked at: a paragraph may have thousands."""
_CLOSING = re.compile(r" (?=[,.;:!?)])")


def field_names(spans: Sequence[Span], place: int, number: int, told: str, count: int, pack: Pack) -> Iterator[str]:
    """Yield a name for each of the `count` fields of the gap at a place of a paragraph, which has a number.

    `told` is what the sheet tells of the answer, or shows of it.
    """
    around, told = _sentence(spans, place, number, pack), f" ({told})" if told else ""
    for part in range(1, count + 1):
        name = _named(number, pack.say) + ": "
        if count > 1:
            name = pack.say("gap_part_by_ear", "gap {number}, part {part}", number=number, part=part) + ": "
        yield (name + _last_words(around, _MOST_SAID - len(name) - len(told)) + told).removesuffix(": ")


def _named(number: int, say: Words) -> str:
    # Words: by ear: a gap of a worksheet.
    return say("gap_by_ear", "gap {number}", number=number)


def _last_words(text: str, room: int) -> str:
    """The end of a text, in so many characters; a text that is longer begins with a word, after an ellipsis."""
    if len(text) <= room:
        return text
    begins = text.find(" ", len(text) - room + 2)
    return f"…{text[begins:]}" if begins > 0 else ""


def _sentence(spans: Sequence[Span], place: int, number: int, pack: Pack) -> str:
    """The words from the start of the sentence to the gap, with the numbers of other gaps.

    Where they are few, the gap itself is a "blank", and words behind it follow. Empty where they give the answer away.
    """
    gap = spans[place]
    assert isinstance(gap, Gap)
    before = _joined(_words(reversed(spans[max(place - _NEAR, 0) : place]), number, -1, pack.say)[::-1])
    after = _joined(_words(spans[place + 1 : place + _NEAR], number, 1, pack.say))
    words = before[before.rfind(". ") + 1 :].strip()
    if len(words) < _MOST_SAID / 2 and after:
        behind, room = after.partition(". ")[0], _MOST_SAID - len(words) - _ROUND
        behind = behind if len(behind) <= room else behind[:room].rpartition(" ")[0] + " …"
        # Words: by ear, in the name of a field: the place of the gap in its sentence.
        blank = pack.say("blank_by_ear", "blank")
        words = _joined([words, f" {blank} ", behind])
    return "" if given_away(gap.answers, words, pack.language) else words


def _words(spans: Iterable[Span], number: int, step: int, say: Words) -> list[str]:
    """The words of some spans on one side of the gap with a number, the nearest first, as far as a name may need."""
    found: list[str] = []
    for each in spans:
        if isinstance(each, Gap):
            number += step
            found.append(f" {_named(number, say)} ")
        else:
            words = each.heard
            found.append(words if len(words) < _FAR else words[-_FAR:] if step < 0 else words[:_FAR])
        if sum(map(len, found)) > _FAR:
            break
    return found


def _joined(parts: Sequence[str]) -> str:
    return _CLOSING.sub("", " ".join("".join(parts).split()))
