"""Write words so that our markup prints them as they were typed, but for their bold words, lists and gaps."""

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from studypack.base.record import record
from studypack.base.styled_text import MarkedLine, Text
from studypack.model.blocks import InList, Start
from studypack.model.markup import parse, parse_line
from studypack.model.source_lines import MarkupError
from studypack.model.spans import PARAGRAPH_BREAK, Gap
from studypack.reading.hints import known_keys

_WIDTH = 108
"""The columns of a line of a draft."""
_SIGNS = r"\*{}[]|^~`$"
"""The signs that mean something in a text, and that a backslash before them prints."""
_KEY = re.compile(r"[ ]*(?:- +)*([a-z]+)(?=:(?:\s|$))")
_DRIVE = re.compile(r"(?<=[A-Za-z]):(?=\\)")
Place = tuple[int, int]
"""Where words begin and end in a text."""


@record
class Block:
    """A paragraph, or an item of a list, of a text."""

    words: str
    bold: tuple[Place, ...] = ()
    gaps: tuple[Place, ...] = ()
    depth: int = -1
    """Of an item, from 0; -1 for a paragraph."""


def block_of(text: str, depth: int = -1) -> Block:
    """Return a block from a text in which bold words stand between **."""
    words, bold, opened = "", [], -1
    for number, part in enumerate(text.split("**")):
        if number:
            if opened < 0:
                opened = len(words)
            else:
                bold.append((opened, len(words)))
                opened = -1
        words += part
    trimmed = [_trimmed(words, place) for place in bold]
    stripped = words.lstrip()
    shift = len(words) - len(stripped)
    places = tuple((start - shift, end - shift) for start, end in trimmed if end > start >= shift)
    return Block(stripped.rstrip(), places, depth=depth)


def _trimmed(words: str, place: Place) -> Place:
    inner = words[slice(*place)]
    start = place[0] + len(inner) - len(inner.lstrip())
    return start, start + len(inner.strip())


def safe_text(blocks: Sequence[Block]) -> str:
    """Return the source of a text of these blocks. It keeps the words, whatever else has to give way."""
    blocks = _without_lone_items(blocks)
    for form in _forms(blocks):
        expected = [_runs(block) for block in form]
        for source in _sources(form):
            if _printed(source) == expected:
                return source
    raise AssertionError(f"no source prints these words: {[block.words for block in blocks]}")


def safe_line(words: str) -> str:
    """Return the source of a title or another single line that prints these words."""
    for signs in _signs_in(words):
        source = _escaped(words, signs)
        try:
            line = parse_line(source)
        except MarkupError:
            continue
        if line == words and not isinstance(line, MarkedLine):
            return source
    return re.sub(r"\s+", " ", re.sub(rf"[{re.escape(_SIGNS)}]", " ", words)).strip()


def _without_lone_items(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, an item that is the only one of its list as a paragraph: one alone makes no list in our markup."""
    around = [Block(""), *blocks, Block("")]
    return [
        replace(block, depth=-1) if max(before.depth, after.depth) < 0 else block
        for before, block, after in zip(around, blocks, around[2:], strict=False)
    ]


def _forms(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """The blocks, then with less and less of their own: without gaps, without bold words, as paragraphs, as one."""
    yield blocks
    yield [replace(block, gaps=()) for block in blocks]
    bare = [Block(block.words, depth=block.depth) for block in blocks]
    yield bare
    yield [Block(block.words) for block in blocks]
    yield [Block(" ".join(block.words for block in blocks))]
    # A bullet that nothing escapes: what stands before it makes it a word.
    yield [Block("… " + " ".join(block.words for block in blocks))]


def _sources(blocks: Sequence[Block]) -> Iterator[str]:
    for signs in _signs_in("".join(block.words for block in blocks)):
        written = [(block, _marked(block, signs)) for block in blocks]
        yield _joined(written, wrap=True)
        yield _joined(written, wrap=False)


def _signs_in(words: str) -> Iterator[str]:
    """The signs to escape: none, each that there is alone, and all of them."""
    yield ""
    for sign in _SIGNS:
        if sign in words:
            yield sign
    yield _SIGNS + "-"


def _escaped(words: str, signs: str, *, starts: bool = True) -> str:
    if not signs:
        return words
    words = re.sub(rf"[{re.escape(signs.replace('-', ''))}]", lambda sign: f"\\{sign[0]}", words)
    words = _DRIVE.sub(r"\\:", words)  # a backslash after it would begin a path: D:\x
    if starts and signs.endswith("-"):
        words = re.sub(r"^([-+>])(?=\s|$)", r"\\\1", words)
        words = re.sub(r"^(\d+)([.)])(?=\s)", r"\1\\\2", words)
    return words


def _marked(block: Block, signs: str) -> str:
    """The source of a block's words."""
    marks: dict[int, list[str]] = {}
    for start, end in block.bold:
        marks.setdefault(start, []).append("**")
        marks.setdefault(end, []).insert(0, "**")
    for start, end in block.gaps:
        marks.setdefault(start, []).append("{{")
        marks.setdefault(end, []).insert(0, "}}")
    parts, at = [], 0
    for place in sorted(marks):
        parts += [_escaped(block.words[at:place], signs, starts=not at), *marks[place]]
        at = place
    return "".join((*parts, _escaped(block.words[at:], signs, starts=not at)))


def _joined(written: Sequence[tuple[Block, str]], *, wrap: bool) -> str:
    """The source of a text: paragraphs with blank lines between, lists with a line an item."""
    lines: list[str] = []
    for number, (block, source) in enumerate(written):
        if number and (block.depth < 0 or written[number - 1][0].depth < 0):
            lines.append("")
        lead = "  " * block.depth + "- " if block.depth >= 0 else ""
        if wrap:
            wrapper = textwrap.TextWrapper(
                _WIDTH, break_long_words=False, break_on_hyphens=False, drop_whitespace=True,
                initial_indent=lead, subsequent_indent=" " * len(lead),
            )  # fmt: skip
            lines += wrapper.wrap(source) or [lead + source]
        else:
            lines.append(lead + source)
    return "\n".join(map(_without_key, lines))


def _without_key(line: str) -> str:
    """A line whose first word is not taken for a key of the pack: date\\: 1921."""
    found = _KEY.match(line)
    return f"{line[: found.end()]}\\{line[found.end() :]}" if found and found[1] in known_keys() else line


_Run = tuple[str, bool, bool]
"""Words, whether they are bold, and whether they are a gap."""
_Printed = tuple[bool, tuple[_Run, ...]]


def _runs(block: Block) -> _Printed:
    """What a block is to print: whether it is an item, and its words."""
    cuts = sorted({0, len(block.words), *(at for place in (*block.bold, *block.gaps) for at in place)})
    runs: list[_Run] = []
    for start, end in pairwise(cuts):
        is_bold = any(first <= start and end <= last for first, last in block.bold)
        is_gap = any(first <= start and end <= last for first, last in block.gaps)
        runs.append((block.words[start:end], is_bold, is_gap))
    return block.depth >= 0, _merged(runs)


def _merged(runs: Sequence[_Run]) -> tuple[_Run, ...]:
    done: list[_Run] = []
    for words, is_bold, is_gap in runs:
        if done and not is_gap and not done[-1][2] and done[-1][1] == is_bold:
            done[-1] = (done[-1][0] + words, is_bold, is_gap)
        elif words:
            done.append((words, is_bold, is_gap))
    return tuple(done)


def _printed(source: str) -> list[_Printed] | None:
    """What a source prints, as `_runs` says it; None if it has marks that no block has."""
    try:
        spans = parse(source)
    except MarkupError:
        return None
    done: list[tuple[bool, list[_Run]]] = [(False, [])]
    for span in spans:
        if isinstance(span, Gap):
            if span.hint or len(span.answers) > 1 or span.italic or span.code:
                return None
            done[-1][1].append((str(span.answer), span.bold, True))
        elif isinstance(span, Start):
            if not all(isinstance(place, InList) and not place.label for place in span.place):
                return None
            done.append((bool(span.place), []))
        elif span != Text(span.text, bold=span.bold):
            return None
        else:
            first, *others = span.text.split(PARAGRAPH_BREAK)
            done[-1][1].append((first, span.bold, False))
            done += [(done[-1][0], [(each, span.bold, False)]) for each in others]
    return [(is_item, runs) for is_item, each in done if (runs := _merged(each))]
