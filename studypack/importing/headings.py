"""Which lines of notes are headings: by their style, by their words, or by the list that they stand over."""

import re
from collections.abc import Sequence
from itertools import pairwise

from studypack.importing.card_lines import answer_in, is_quiz, may_be_card
from studypack.importing.line_signs import list_in_line, names_both_sides, side_before_colon
from studypack.importing.notes import Kind, NoteLine
from studypack.importing.peel import has_peel, opens_paragraph, peel_label
from studypack.importing.side_words import SIDES, Part, names_side, part_named
from studypack.importing.titles import is_counted_point

_MOST_WORDS = 9
"""Of a heading that has no style."""
_MOST_THEME = 4
"""The words of an item that names what the items within it are about."""
_FEWEST = 3
"""The words of a line that is no heading over a short one."""
_SIDE_NAMED = re.compile(
    r"(?P<word>sides?|view(?:point)?|interpretation|position|perspective|opinion|camp|team|option|group|school|approach"
    r"|factor|reason|cause|effect|consequence|argument|paragraph|para|section|theme|part|topic|issue|aspect|area|stage"
    r"|phase|chapter)\s(?P<which>[a-h]|[1-9]|one|two|three|four|five|six)(?:\s?[:.)–—-]+(?:\s.*)?|\s?\(.*\))?",
    re.IGNORECASE,
)
_STOPS = (".", ",", ";", "!")


def find_headings(lines: Sequence[NoteLine]) -> set[int]:
    """Return the indexes of the lines that are headings."""
    found = {at for at, line in enumerate(lines) if line.kind is Kind.HEADING}
    found |= _over_paragraphs(lines)
    in_peel, in_quiz = has_peel(lines), is_quiz(lines)
    found |= _named_alike(lines) | _over_sides(lines)
    found |= set() if in_quiz else _last_question(lines)
    for at, (line, following) in enumerate(pairwise(lines)):
        if in_quiz and (line.words.endswith("?") or (at and lines[at - 1].words.endswith("?"))):
            continue
        if (in_peel and peel_label(line.words)) or may_be_card(line) or answer_in(line.words) or _says_all(line):
            continue
        if in_peel and opens_paragraph(peel_label(following.words)) and _is_short(line):
            found.add(at)
        if at - 1 not in found and _is_run_on(lines, at):
            continue
        if (line.kind is Kind.PARAGRAPH and _heads(line, following)) or (
            line.kind is Kind.ITEM and _heads_items(line, following)
        ):
            found.add(at)
    return found | _themes(lines)


def _heads(line: NoteLine, following: NoteLine) -> bool:
    """Whether a paragraph is a heading: it names a part, or is short and stands over a list, or is in capitals."""
    named = part_named(line.text)
    if line.words.endswith("!") and named is not Part.OTHER and len(line.words.split()) < _FEWEST:  # YES!
        return True
    if not _is_short(line):
        return False
    if named is not Part.OTHER or line.words.endswith(":"):
        return True
    if ": " in line.words:  # where: Ypres
        return False
    is_loud = line.words.isupper() and len(line.words) > 3
    return is_loud or following.kind in (Kind.ITEM, Kind.ROW)


def _is_run_on(lines: Sequence[NoteLine], at: int) -> bool:
    """Whether a line stands right under another, and over one item alone: that is one more line, with an arrow."""
    around = lines[at - 1 : at + 3] if at else ()
    if [line.kind for line in around[:3]] != [Kind.PARAGRAPH, Kind.PARAGRAPH, Kind.ITEM]:
        return False
    is_alone = len(around) < 4 or around[3].kind is not Kind.ITEM
    is_alone &= len(around[0].words.split()) >= _MOST_THEME
    return is_alone and around[2].number - around[0].number == 2 and part_named(lines[at].text) is Part.OTHER


def _is_short(line: NoteLine) -> bool:
    return len(line.words.split()) <= _MOST_WORDS and not line.words.endswith(_STOPS)


def _says_all(line: NoteLine) -> bool:
    """Whether a line is a point, counted and with a title, or names a side and its points: Cons - ugly, loud."""
    if is_counted_point(line.text):
        return line.kind is Kind.PARAGRAPH
    tagged = side_before_colon(line.text)
    return line.kind is Kind.PARAGRAPH and bool(tagged.side) and len(list_in_line(tagged.text)) > 1


def _over_sides(lines: Sequence[NoteLine]) -> set[int]:
    """The short lines between a list and a side, or under the title: Wind, Pros, …, Solar, Pros. There are several."""
    found = {
        at
        for at, (before, line, after) in enumerate(zip(lines, lines[1:], lines[2:], strict=False), 1)
        if line.kind is Kind.PARAGRAPH
        and (before.kind is Kind.ITEM or at == 1)
        and after.kind is Kind.PARAGRAPH
        and names_side(after.text)
        and part_named(line.text) is Part.OTHER
        and _is_short(line)
    }
    return found if len(found) > 1 else set()


def _last_question(lines: Sequence[NoteLine]) -> set[int]:
    """A question over the last paragraph, under a list: How much changed?"""
    if len(lines) < _FEWEST or [line.kind for line in lines[-3:-1]] != [Kind.ITEM, Kind.PARAGRAPH]:
        return set()
    line, after = lines[-2:]
    is_over = line.number > lines[-3].number + 1 and after.number == line.number + 1 and after.kind is Kind.PARAGRAPH
    asks = line.words.endswith("?") and len(line.words.split()) <= _MOST_WORDS
    return {len(lines) - 2} if is_over and asks and not after.words.endswith("?") else set()


def _named_alike(lines: Sequence[NoteLine]) -> set[int]:
    """The lines such as Side A: Yes and Side B: No, of which there are several, over several lines each."""
    named = {
        at: (found["word"].casefold(), found["which"].casefold())
        for at, line in enumerate(lines)
        if line.kind is Kind.PARAGRAPH and (found := _SIDE_NAMED.fullmatch(line.words))
    }
    if not all(
        _is_short(lines[at]) and not is_counted_point(lines[at].text) for at in named
    ):  # some say all that there is to say
        return set()
    ends = [*list(named)[1:], len(lines)]
    sizes = [end - at for at, end in zip(named, ends, strict=False)]
    is_one_word = len({word for word, _ in named.values()}) == 1 and len(set(named.values())) == len(named) > 1
    return set(named) if is_one_word and min(sizes) > 1 else set()


def _heads_items(line: NoteLine, following: NoteLine) -> bool:
    """Whether an item names a side, or an evaluation, and has items of its own; or any part, over a paragraph."""
    if len(line.words.split()) > _MOST_WORDS:
        return False
    named = part_named(line.text)
    if following.kind is Kind.PARAGRAPH:
        return bool(line.label) and named not in (Part.OTHER, Part.CHROME)
    return following.depth > line.depth and (named in SIDES or named is Part.EVALUATION)


def _over_paragraphs(lines: Sequence[NoteLine]) -> set[int]:
    """The lines of a word or a few between a blank line and a longer one, where there are several of them.

    Under some, a word or two in the same notes may stand over a line that is hardly longer.
    """
    found: set[int] = set()
    weak: set[int] = set()
    for at, (before, line, after) in enumerate(zip(lines, lines[1:], lines[2:], strict=False), 1):
        size, below = len(line.words.split()), len(after.words.split())
        if (
            {line.kind, after.kind} == {Kind.PARAGRAPH}
            and before.number < line.number - 1
            and after.number == line.number + 1
            and size <= _MOST_THEME
            and not line.words.endswith((*_STOPS, "?"))
            and ": " not in line.words
        ):
            (found if below > _MOST_THEME else weak).add(at)
    weak = {at for at in weak if len(lines[at].words.split()) < _FEWEST and lines[at].words[:1].isupper()}
    return found | weak if len(found) > 1 else set()


def _themes(lines: Sequence[NoteLine]) -> set[int]:
    """The items that are headings of the items within them."""
    found: set[int] = set()
    at = 0
    while at < len(lines):
        if lines[at].kind is not Kind.ITEM:
            at += 1
            continue
        end = next((n for n in range(at, len(lines)) if lines[n].kind is not Kind.ITEM), len(lines))
        found |= _themes_of_list(lines[:end], at)
        at = end
    return found


def _themes_of_list(lines: Sequence[NoteLine], start: int) -> set[int]:
    """The items of a list, from `start` to the end of the lines, all of whose fellows are a word or a few over several
    items: outer ones, and in a numbered outline those within them, too.
    """
    depths = sorted({line.depth for line in lines[start:]})
    found: set[int] = set()
    for level, depth in enumerate(depths):
        tops = [n for n in range(start, len(lines)) if lines[n].depth == depth]
        sizes = [_size(lines, n) for n in tops]
        is_numbered = level and found and all(lines[n].label[:1].isalnum() for n in tops)
        least = 0 if is_numbered and max(sizes) > 1 else 1
        is_known = [part_named(lines[n].text) is not Part.OTHER for n in tops]
        is_parted = any(known and size for known, size in zip(is_known, sizes, strict=True))
        least_part = 0 if is_parted else 1 if any(lines[n].words.endswith("?") for n in tops) else len(lines)
        are_themes = all(
            known or (size > least and _names_theme(lines[n].words)) or (size > least_part and _is_short(lines[n]))
            for n, size, known in zip(tops, sizes, is_known, strict=True)
        )
        if (not level or is_numbered) and len(tops) > 1 and are_themes:
            found.update(n for n, size in zip(tops, sizes, strict=True) if size)
        found.update(n for n, size in zip(tops, sizes, strict=True) if _weighs(lines[n + 1 : n + 1 + size]))
    return found


def _size(lines: Sequence[NoteLine], at: int) -> int:
    """How many items stand within an item."""
    after = range(at + 1, len(lines))
    return next((n for n in after if lines[n].depth <= lines[at].depth), len(lines)) - at - 1


def _weighs(items: Sequence[NoteLine]) -> bool:
    """Whether the items within one all say their sides themselves: for: it is quick."""
    return bool(items) and all(side_before_colon(line.text).side for line in items) and names_both_sides(items)


def _names_theme(words: str) -> bool:
    """Whether some words may name what several points are about, and no event: Money, Foreign policy."""
    rest = words.rstrip(":")[1:]
    return len(words.split()) <= _MOST_THEME and not re.search(r"[\dA-Z.,:;()=]| - ", rest)
