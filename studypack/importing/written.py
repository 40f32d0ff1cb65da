"""A draft as YAML: its keys, the notes as comments beside what was made of them, and every doubt as a comment # ?."""

import re
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from studypack.base import limits
from studypack.base.characters import find_excess_marks
from studypack.base.errors import ContentError, Problem
from studypack.base.wording import join_words
from studypack.importing.draft_model import Draft, DraftCard, DraftMove, DraftPoint
from studypack.importing.notes import Doubt
from studypack.importing.safe_markup import Block, safe_line, safe_text
from studypack.importing.side_words import Part
from studypack.reading.doubt_comments import DOUBT_SIGN, MORE_SIGN

_WIDTH = 116
"""The columns of a comment."""
_PLAIN = re.compile(r"[^\W\d_][\w ,.'’()/&–—+;!?“”-]*")
"""Words that YAML reads as they stand."""
_TAKEN = frozenset(("null", "yes", "no", "true", "false", "on", "off", "y", "n"))
"""Words that YAML takes for something else."""
HEAD = """\
# A draft from SOURCE. Nothing in it is invented: a comment beside a point is the notes as they stand.
# A comment that begins with "# ?" is a doubt. Look at it, mend the lines under it, and delete it; `studypack check`
# counts those that are left. {{Words}} in braces are gaps for the worksheets: they, too, are suggestions.
"""


def written(draft: Draft) -> str:
    """Return a draft as the text of a content file. Raises ContentError if it is larger than one may be."""
    text = "\n".join(_lines(draft)) + "\n"
    size = len(text.encode())
    if size > limits.BYTES:
        message = (
            f"the draft of these notes has {size / 1e6:.1f} MB, and a content file {limits.BYTES / 1e6:.0f} MB at most"
        )
        raise ContentError([Problem(message, "split the notes by topic", source=draft.source)])
    return text


def _lines(draft: Draft) -> Iterator[str]:
    yield from HEAD.replace("SOURCE", _source(draft.source)).splitlines()
    yield ""
    yield from _comments(draft.heads)
    yield from _doubts(draft.head_doubts)
    yield f"title: {_line(draft.title)}"
    if draft.period:
        yield f"period: {_scalar(draft.period)}"
    yield f"language: {_scalar(draft.language)}"
    if draft.question:
        yield f"question: {_line(draft.question)}"
    if draft.summary:
        yield from _text("summary", draft.summary, "")
    yield from _side_lines(draft)
    if draft.points:
        yield ""
        yield "points:"
        for number, point in enumerate(draft.points):
            if number:
                yield ""
            yield from _point(point)
    if draft.evaluation:
        yield from _evaluation(draft)
    yield from _cards(draft.cards)
    if draft.left_out:
        yield ""
        yield "# Left out, each with its line in the notes:"
        for left in draft.left_out:
            why = f" ({left.why})" if left.why else ""
            yield from _comments([f"{left.line}: {left.text}{why}"], indent="")


def _source(name: str) -> str:
    return "notes" if name == "-" else re.sub(r"\s+", " ", name)


def _side_lines(draft: Draft) -> Iterator[str]:
    if not draft.sides or [side.id for side in draft.sides] in (
        ["advantage", "disadvantage"],
        ["disadvantage", "advantage"],
    ):
        return
    yield ""
    yield "sides:"
    for side in draft.sides:
        yield f"  - id: {_scalar(side.id)}"
        yield f"    name: {_line(side.name)}"


def _point(point: DraftPoint) -> Iterator[str]:
    yield from _comments(point.original, indent="  ")
    yield from _doubts(point.doubts, indent="  ")
    keys = []
    if point.side:
        keys.append(f"side: {_scalar(point.side)}")
    if point.date:
        keys.append(f"date: {_scalar(point.date)}")
    if point.theme:
        keys.append(f"theme: {_line(point.theme)}")
    keys.append(f"title: {_line(point.title)}")
    for number, key in enumerate(keys):
        yield ("    " if number else "  - ") + key
    yield from _text("text", point.text, "    ")


def _evaluation(draft: Draft) -> Iterator[str]:
    yield ""
    yield from _comments(draft.evaluation_lines)
    yield from _doubts(draft.evaluation_doubts)
    yield "evaluation:"
    yield "  paragraphs:"
    for paragraph in draft.evaluation:
        for number, move in enumerate(paragraph):
            yield from _move(move, is_first=not number)


def _move(move: DraftMove, *, is_first: bool) -> Iterator[str]:
    yield f"    {'-' if is_first else ' '} - move: {move.move}"
    yield from _text("text", move.text, "        ")


def _cards(cards: Sequence[DraftCard]) -> Iterator[str]:
    for part, key, front, back in (
        (Part.TERMS, "glossary", "term", "meaning"),
        (Part.PEOPLE, "people", "name", "role"),
        (Part.CARDS, "flashcards", "front", "back"),
    ):
        own = [card for card in cards if card.part is part]
        if own:
            yield ""
            yield f"{key}:"
        for card in own:
            yield from _comments(card.original, indent="  ")
            shown = safe_text([Block(card.front)]) if part is Part.CARDS else safe_line(card.front)
            yield f"  - {front}: {_scalar(' '.join(shown.split()))}"
            yield from _text(back, card.back, "    ")


def _text(key: str, blocks: Iterable[Block], indent: str) -> Iterator[str]:
    yield f"{indent}{key}: |"
    for line in safe_text(list(blocks)).split("\n"):
        yield f"{indent}  {line}" if line else ""


def _line(words: str) -> str:
    return _scalar(safe_line(words))


def _scalar(words: str) -> str:
    """Words as YAML writes them on one line."""
    if _PLAIN.fullmatch(words) and words.casefold() not in _TAKEN and not words.endswith(" "):
        return words
    if re.fullmatch(r"\d{1,4}(?:[–-]\d{1,4})?|\d{1,2} [A-Za-z]+ \d{1,4}|\d{4}-\d\d(?:-\d\d)?|\d{3,4}s", words):
        return words
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _comments(lines: Iterable[str], indent: str = "") -> Iterator[str]:
    """The notes as comments; a long line goes on under its first word."""
    for line in lines:
        lead = f"{indent}# "
        words = _with_few_accents(line).replace("**", "")
        text = f"“{words}”" if words.startswith("?") else words  # else it would look like a doubt
        yield from _wrapped(text, lead, f"{indent}{MORE_SIGN}")


def _with_few_accents(text: str) -> str:
    """A text that is only a comment, without its accents where a letter has more than a file may have."""
    if find_excess_marks(text) is None:
        return text
    return "".join(sign for sign in text if not unicodedata.combining(sign))


def _wrapped(text: str, lead: str, after: str) -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent=lead, subsequent_indent=after, break_long_words=False, break_on_hyphens=False
    )


def _doubts(doubts: Iterable[Doubt], indent: str = "") -> Iterator[str]:
    for doubt in doubts:
        said = f"{doubt.kind.value}: {doubt.text} – {doubt.hint}"
        yield from _wrapped(said, f"{indent}{DOUBT_SIGN} ", f"{indent}{MORE_SIGN}")


def counted(numbers: Sequence[int], most: int = 8) -> str:
    """Return the numbers of lines as a list that is not too long: 4, 7 and 9."""
    shown = [str(number) for number in numbers[:most]]
    more = len(numbers) - most
    return join_words([*shown, f"{more} more"] if more > 0 else shown)
