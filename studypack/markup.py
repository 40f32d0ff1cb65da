"""Inline markup: `**bold**`, `*italic*` and `{{gaps}}` become a tuple of spans."""

from dataclasses import dataclass

PARAGRAPH_BREAK = "\n"
"""The one control character that a span's text may hold: a blank line in the source."""


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of text in one voice."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap: what a student fills in on a worksheet, printed as its answer elsewhere."""

    answers: tuple[str, ...]
    """Accepted answers; the first is the one that is printed."""
    hint: str = ""
    group: int | None = None
    """Gaps of one group are hidden together."""
    bold: bool = False
    italic: bool = False

    @property
    def answer(self) -> str:
        """The answer that is printed."""
        return self.answers[0]


Span = Text | Gap
Spans = tuple[Span, ...]


class MarkupError(ValueError):
    """The markup is broken; `offset` counts characters from the start of the source."""

    def __init__(self, message: str, offset: int, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.offset, self.hint = message, offset, hint


def parse(source: str) -> Spans:
    """The spans of a source text. Raises MarkupError where a marker stays open or a gap is empty."""
    raise NotImplementedError


def plain(spans: Spans) -> str:
    """The text that a reader sees, gaps as their answers, paragraphs parted by one newline."""
    return "".join(span.answer if isinstance(span, Gap) else span.text for span in spans)


def gaps(spans: Spans) -> tuple[Gap, ...]:
    """The gaps, in reading order."""
    return tuple(span for span in spans if isinstance(span, Gap))


def paragraphs(spans: Spans) -> tuple[Spans, ...]:
    """The spans cut at paragraph breaks; never empty paragraphs, never a break inside one."""
    done: list[Spans] = []
    current: list[Span] = []
    for span in spans:
        if isinstance(span, Gap):
            current.append(span)
            continue
        for number, piece in enumerate(span.text.split(PARAGRAPH_BREAK)):
            if number and current:
                done.append(tuple(current))
                current = []
            if piece:
                current.append(Text(piece, span.bold, span.italic))
    return (*done, tuple(current)) if current else tuple(done)
