"""From a point of the outline to a point of the draft: its title, its date, its text with gaps, and its doubts."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from studypack.base.record import record
from studypack.importing.draft_model import DraftPoint, DraftSide
from studypack.importing.gaps_suggested import suggest_gaps
from studypack.importing.notes import Doubt, DoubtKind
from studypack.importing.outline import Entry
from studypack.importing.peel import without_label
from studypack.importing.point_dates import date_of_point, without_leading
from studypack.importing.printable import has_words, printable, prints, short, unprintable
from studypack.importing.safe_markup import Block, block_of
from studypack.importing.titles import title_of

MOST_TITLE = 90
"""The characters of a title; a longer one fills a card."""
MOST_NAME = 60
"""The characters of a side's name, or a theme."""
LONG_TEXT = 40_000
"""The characters of a text that has several lines; our markup may need twice as many to print them."""
_GUESSED = "guessed from its words: is it a good title?"
_NO_MORE = "the notes say no more than this: make a sentence of it"
_MOST_GAPS = 3
"""Of a point."""


def points_of(entry: Entry, sides: Mapping[str, DraftSide]) -> list[DraftPoint]:
    """Return a point of the outline as one of the draft, or as several where one text cannot hold it all.

    None where no typeface has its letters. `sides` are those of the draft by their names in the notes.
    """
    parts = _parts(entry)
    side = sides.get(entry.side)
    made = (_point(part, side.id if side else "") for part in parts)
    return [point for point in made if point]


def _point(entry: Entry, side: str) -> DraftPoint | None:
    doubts: list[Doubt] = []
    text, lost = printable(entry.text)
    date = date_of_point(replace(entry, text=text), doubts)
    titled = _titled(entry, without_leading(date, text))
    blocks = [block_of(titled.text)] if _says_something(titled.text, entry) else []
    for depth, detail in entry.details:
        words, more = printable(detail)
        lost += more
        if has_words(words):
            blocks.append(block_of(words, depth))
    if not blocks and not titled.title:
        return None
    title = titled.title or short(blocks[0].words, MOST_TITLE)[0]
    if lost:
        doubts.append(unprintable(entry.line, lost))
    if titled.is_guess:
        is_all = len(blocks) == 1 and blocks[0].words.casefold().rstrip(".") == title.casefold()
        doubts.append(Doubt(entry.line, DoubtKind.TITLE, title, _NO_MORE if is_all else _GUESSED))
    theme = short(printable(entry.theme)[0], MOST_NAME)[0]
    return DraftPoint(
        entry.line,
        title,
        titled.is_guess,
        tuple(_with_gaps(_capitalised(blocks or [block_of(title)]), title)),
        entry.original,
        side,
        theme if has_words(theme) else "",
        date.date if date else "",
        date.edtf if date else "",
        tuple(doubts),
    )


@record
class _Titled:
    """A title, and the text that it stands over."""

    title: str
    text: str
    is_guess: bool


def _titled(entry: Entry, text: str) -> _Titled:
    """The title of a point: that of its column, its writer's own, or a guess; and what it leaves of the text."""
    if entry.title:
        title, cut = short(printable(entry.title)[0], MOST_TITLE)
        return _Titled(title, f"{entry.title}: {text}" if cut else text, cut)
    bare = without_label(text) if entry.is_labelled else text
    found = title_of(bare)
    title, cut = short(found.title, MOST_TITLE)
    return _Titled(title, text if cut or bare != text else found.rest, cut or found.is_guess)


def _says_something(text: str, entry: Entry) -> bool:
    """Whether a text is worth a paragraph: an arrow over a list is none."""
    return has_words(text) and (not entry.details or any(map(str.isalnum, text)))


def _parts(entry: Entry) -> list[Entry]:
    """The entry, or several where one text cannot hold it all."""
    done = [replace(entry, details=())]
    size = len(entry.text)
    for depth, text in entry.details:
        size += len(text) + 2
        if size > LONG_TEXT:
            done.append(replace(entry, text=text, title="", date="", original=(), details=()))
            size = len(text)
        else:
            done[-1] = replace(done[-1], details=(*done[-1].details, (depth, text)))
    return done


def _capitalised(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, the first with a capital: what stood before it may have become the title."""
    first = blocks[0]
    words = first.words[:1].upper() + first.words[1:]
    is_safe = len(words) == len(first.words) and prints(words[:1])
    return [replace(first, words=words) if is_safe and first.depth < 0 else first, *blocks[1:]]


def _with_gaps(blocks: Sequence[Block], title: str) -> list[Block]:
    """The blocks with gaps for a worksheet; none is a word that the title gives away."""
    left, done = _MOST_GAPS, []
    told = set(re.findall(r"\w+", title.casefold()))
    for block in blocks:
        label = len(block.words) - len(without_label(block.words))
        found = suggest_gaps(block.words, left) if left else []
        places = [
            place
            for place in found
            if place[0] >= label
            and block.words[slice(*place)].casefold() not in told
            and not _touches_bold(place, block)
        ]
        done.append(replace(block, gaps=tuple(places)))
        left -= len(places)
    return done


def _touches_bold(place: tuple[int, int], block: Block) -> bool:
    return any(start < place[1] and place[0] < end for start, end in block.bold)
