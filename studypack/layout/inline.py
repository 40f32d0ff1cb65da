"""A stretch of a paragraph's endless line: a run of text or an inline box, and how a line places its share of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from studypack.base.record import record
from studypack.layout.face_metrics import Face, Split
from studypack.layout.joints import SOFT_HYPHEN
from studypack.layout.page import Link, Page, TextRun
from studypack.layout.style import Style
from studypack.layout.tag import Furniture, Tag


@record
class Run:
    """Text in one style, belonging to one tag."""

    text: str
    style: Style
    tag: Tag | Furniture | None = None
    """None only where nothing is placed: what is measured, or empty."""
    rise: float = 0
    """Above the line's baseline, in points."""
    target: str = ""
    """The anchor, or the address, that the text leads to,"""
    description: str = ""
    """and what is said of the way there; the text itself, unless told."""


class LineBreak:
    """The end of a line, wherever it ends on the page."""

    width = 0.0

    def place(self, page: Page, x: float, baseline: float) -> None:
        """Put nothing on the page."""


class Inline(Protocol):
    """Something that stands in a line among the words: a gap, a mark, a lettered circle."""

    @property
    def width(self) -> float:
        """In points."""
        ...

    def place(self, page: Page, x: float, baseline: float) -> None:
        """Put its items on the page, from `x` rightwards."""
        ...


Content = Run | Inline


@dataclass(slots=True)
class Stretch:
    """A part of the content on the endless line."""

    part: Content
    at: float
    """Where it starts, in points."""
    begins: int
    """Its first character in the text of the whole paragraph."""
    first: int
    """The word that its first word is, or belongs to."""
    split: Split | None = None
    """None for an inline box."""
    space: Run | None = None
    """The run, this one or a later one, whose space follows."""
    goes_on: bool = False
    """Its last word goes on in the next part."""


class _Words(NamedTuple):
    """Words, or parts of one, that a line places together."""

    begin: int
    end: int
    said: str | None = None
    """What is copied, searched and read aloud in their place."""


def place(page: Page, stretch: Stretch, begin: int, end: int, x: float, baseline: float) -> None:
    """Put the words `begin` to `end` of a run on the page, the run's own start being at (x, baseline).

    Where a space follows, the line ends in it, though it does not show, so that copied text keeps its words apart; a
    paragraph's last line does so where its content ends in a space.
    """
    run, split = stretch.part, stretch.split
    assert isinstance(run, Run)
    assert split is not None
    if split.joined and (begin in split.joined or end in split.joined):
        for words in _parted(run, stretch, begin, end):
            _place_words(page, stretch, words, x, baseline + run.rise)
    else:
        _place_words(page, stretch, _Words(begin, end), x, baseline + run.rise)
    if run.target:
        page.items.append(_link(run, split, begin, end, x, baseline + run.rise))


def place_space(page: Page, stretch: Stretch, x: float, baseline: float) -> None:
    """The space after an inline box, which does not show: without it the text behind the box would be glued to it."""
    if stretch.space and isinstance(stretch.space.tag, Tag):
        style, tag = stretch.space.style, stretch.space.tag
        page.items.append(TextRun(x, baseline, " ", style.face, style.size, style.color, 0, tag))


def _parted(run: Run, stretch: Stretch, begin: int, end: int) -> Iterator[_Words]:
    """The words of a line that begins or ends within a word, what it has of that word by itself.

    PDF's ActualText says the whole word at its first part, and a space for the rest (ISO 32000-1, 14.9.4). PDFium,
    which is Chrome, and Poppler then give the word as it was written; with the hyphen alone both drop it, the author's
    own too: "foreignowned". Readers that know no ActualText (pdfminer, MuPDF, pdf.js) see "foreign-" and "owned" on
    two lines; of a word that we divide they see U+00AD, which stands for our hyphen and not for the author's.
    """
    split = stretch.split
    assert split is not None
    count = len(split.starts)
    if begin in split.joined:
        first, close = split.whole(begin)
        alone = not (stretch.goes_on and close == count) and _word(run, split, first, close)
        yield _Words(begin, min(close, end), " " if alone else None)
        begin = min(close, end)
    if begin < end:
        first, close = split.whole(end) if end in split.joined else (end, end)
        if begin < first:
            yield _Words(begin, first)
        if first < end:
            # A word that goes on in another run cannot be said here.
            yield _Words(first, end, None if stretch.goes_on and close == count else _word(run, split, first, close))


def _word(run: Run, split: Split, first: int, close: int) -> str | None:
    """What is said of a parted word at its first part; None where several faces print it.

    Then every piece says itself: were a space said for the later parts, their letters would be lost.
    """
    word = run.text[split.first[first] : split.after[close - 1]]
    return word if run.style.face.prints_alone(word) else None


def _place_words(page: Page, stretch: Stretch, words: _Words, x: float, y: float) -> None:
    """As one text run, or one for each face that prints a part."""
    run, split, end = stretch.part, stretch.split, words.end
    assert isinstance(run, Run)
    assert split is not None
    style = run.style
    left, right = _edges(run, split, words.begin, end)
    after = split.after[end - 1]
    text = run.text[split.first[words.begin] : after]
    if end in split.soft:
        text += SOFT_HYPHEN
    within = end < len(split.starts)
    spaced = run.text[after : after + 1] == " " if within else stretch.space is not None
    if spaced and not within and isinstance(run.tag, Furniture):
        # What no reader hears takes no space along that parts two words of the text.
        place_space(page, stretch, x + right, y)
        spaced = not (stretch.space and isinstance(stretch.space.tag, Tag))
    shown = text + " " if spaced else text
    if split.mixed:
        _place_mixed(page, run, shown, x + left, y, words.said)
        return
    face, size, width = style.face, style.size, right - left
    said = words.said or _spaced(face, shown)
    page.items.append(TextRun(x + left, y, shown, face, size, style.color, width, run.tag, style.tracking, said))


def place_line(page: Page, words: str, style: Style, x: float, baseline: float, tag: Tag | Furniture | None) -> None:
    """Place a few words that are never broken, from `x`: each piece in a face that has its letters."""
    for piece in style.face.measured(words)[1]:
        width = piece.width * style.size / 1000
        page.add(TextRun(x, baseline, piece.text, piece.face, style.size, style.color, width, tag))
        x += width


def _place_mixed(page: Page, run: Run, text: str, x: float, y: float, said: str | None) -> None:
    size, color, tracking = run.style.size, run.style.color, run.style.tracking
    pieces = run.style.face.measured(text)[1]
    # What several faces print cannot be said once.
    said = said if len(pieces) == 1 else None
    for piece in pieces:
        face, shown = piece.face, piece.text
        width, own = face.width(shown.rstrip(" "), size, tracking), said or _spaced(face, shown)
        page.items.append(TextRun(x, y, shown, face, size, color, width, run.tag, tracking, own))
        x += piece.width * size / 1000 + tracking * len(shown)


def _spaced(face: Face, text: str) -> str | None:
    """What is said of code with runs of spaces, which Poppler otherwise takes for the gutter between two columns."""
    return text if face.monospaced and "  " in text else None


def _edges(run: Run, split: Split, begin: int, end: int) -> tuple[float, float]:
    """Where the words `begin` to `end` of a run start and end, in points from the run's start."""
    scale, tracking = run.style.size / 1000, run.style.tracking
    return (
        split.starts[begin] * scale + tracking * split.first[begin],
        split.ends[end - 1] * scale + tracking * split.after[end - 1],
    )


def _link(run: Run, split: Split, begin: int, end: int, x: float, y: float) -> Link:
    left, right = _edges(run, split, begin, end)
    low, high = y - 0.25 * run.style.size, y + 0.8 * run.style.size
    says = run.description or run.text[split.first[begin] : split.after[end - 1]]
    assert isinstance(run.tag, Tag)
    return Link(x + left, low, right - left, high - low, run.target, says, run.tag)
