"""The ways to set a cover, the fullest first: what stands on its front and what on its back, and its title's sizes."""

import re
from collections.abc import Iterator
from math import inf
from typing import NamedTuple

from studypack.layout.boxes import Box, Drawn
from studypack.layout.page import Page
from studypack.layout.paragraph import text
from studypack.layout.shorten import has_cut_word
from studypack.layout.stack import Stack
from studypack.layout.style import INK, Style
from studypack.layout.text import Run
from studypack.layout.theme import Theme
from studypack.model.content import Pack
from studypack.model.letters import fold_case
from studypack.sections.cover.field import field_measure
from studypack.sections.kit.pictures import Setting, picture_box
from studypack.sections.kit.section import Context

SCALES = (1.0, 40 / 46, 34 / 46, 28 / 46, 22 / 46, 17 / 46, 13 / 46)
"""Of the title's size: 46 points on A4, then smaller while it is too long."""
_MOST_LINES = 4
"""Of a title in one of the display sizes."""
_DISPLAY = 4
"""How many of the sizes are display sizes; below them any number of lines will do."""
_STANDS_OUT = 1.25
"""Times the size of the pack's text: a title that is larger stands out among what is under it."""


DOT = "  ·  "
"""Between the parts of the overline; who hears it hears a comma."""


class CoverWay(NamedTuple):
    """One way to set a cover. Whatever text is not on the front is on the back."""

    strip: bool
    """With the timeline, which is an ornament here; a picture of the author's takes its place."""
    counts: bool
    """With the number of points on each side: the table tells it, too."""
    small: bool
    """What stands under the title is set smaller."""
    on_back: tuple[str, ...] = ()
    """Names of `CoverTexts` that are on the back."""
    names: bool = False
    """With the names of a few dates on the timeline."""
    picture: float = 0
    """How tall the picture may be, as a part of the sheet's height; 0 where it is on the back."""


_FRONTS = (
    CoverWay(True, True, False, names=True, picture=0.42),
    CoverWay(True, True, False, picture=0.36),
    CoverWay(False, True, False, picture=0.3),
    CoverWay(False, True, True, picture=0.3),
    CoverWay(False, False, True, picture=0.2),
)
_BACKS = tuple(
    CoverWay(False, counts, True, on_back)
    for on_back in (
        ("source",),
        ("source", "question"),
        ("source", "question", "subtitle"),
        ("source", "question", "subtitle", "subject"),
    )
    for counts in (True, False)
)


def ways(theme: Theme) -> Iterator[tuple[CoverWay, int]]:
    """The ways to try, the fullest first, each with how many of the title's sizes will do there.

    The timeline goes before the title falls below the display sizes, and the long texts go to the back before it is
    no larger than they are.
    """
    standing_out = sum(theme.cover_title.size * scale >= _STANDS_OUT * theme.body.size for scale in SCALES)
    yield from ((way, theme.cover_sizes) for way in _FRONTS)
    yield from ((way, standing_out) for way in (*_FRONTS, *_BACKS) if not way.strip)
    yield _BACKS[-1], len(SCALES)


def in_full(years: str) -> str:
    """A span of years as a title has it: 1917–39 is 1917–1939."""
    return re.sub(r"^(\d\d)(\d\d)–(\d\d)$", r"\1\2–\1\3", years)


def _subtitle(pack: Pack) -> str:
    """The subtitle without the years that stand above it; empty if it only repeats the title."""
    words = pack.subtitle or ""
    if pack.period is not None:
        for years in (in_full(pack.period.long), pack.period.long):
            first, dash, last = years.partition("–")
            span = re.escape(first) + (f"[-–]{re.escape(last)}" if dash else "")
            words = re.sub(rf"[\s,:;(]*\b{span}\)?$", "", words)
    says = set(_parts(words, pack.language)) - set(_parts(pack.title, pack.language))
    return words if says else ""


def _parts(words: str, language: str) -> list[str]:
    """Words, and signs that stand by themselves or end a sentence; what else is put between words says nothing."""
    return re.findall(r"\w+|[^\w\s,;:.()’–-]+", fold_case(words, language))


class CoverTexts(NamedTuple):
    """What the cover says beside its title and years; empty where the pack does not say it."""

    subject: str
    """What the pack is of, and for whom: it stands over the title."""
    subtitle: str
    question: str
    source: str

    @classmethod
    def of(cls, pack: Pack) -> "CoverTexts":
        """Those of a pack."""
        subject = DOT.join(filter(None, (pack.school, pack.subject, pack.level)))
        return cls(subject, _subtitle(pack), pack.question or "", pack.source or "")


class CoverTitle:
    """The title at each size, measured once."""

    def __init__(self, context: Context) -> None:
        theme, self.words = context.theme, context.pack.title
        leading, size = theme.cover_title.leading, theme.cover_title.size
        self.styles = [theme.cover_title.sized(size * scale, leading * scale) for scale in SCALES]
        self._theme, self._measure = theme, field_measure(theme)
        self._heights: dict[int, float] = {}

    def height(self, number: int) -> float:
        """In points; endless where a display size would break a word, or take too many lines."""
        if number not in self._heights:
            style = self.styles[number]
            box = text([Run(self.words, style)], style)
            fits = box.lines(self._measure) <= _MOST_LINES and not has_cut_word(self.words, style, self._measure)
            self._heights[number] = box.height(self._measure) if fits or number >= _DISPLAY else inf
        return self._heights[number]

    def years(self, number: int) -> Style:
        """How the years under it are set: smaller with a smaller title."""
        return self._theme.cover_years if number == 0 else self._theme.cover_years_small


def backs(context: Context, way: CoverWay) -> Iterator[Box]:
    """As many sheets as the texts take that are not on the front; in the order in which they would stand there."""
    theme, texts = context.theme, CoverTexts.of(context.pack)._asdict()
    styles = {"subject": theme.label, "subtitle": theme.heading.voiced(), "question": theme.standfirst.colored(INK)}
    boxes: list[Box] = [
        context.build.text(
            words,
            styles.get(name, theme.label_italic),
            above=theme.body.leading,
            said=words.replace(DOT, ", ") if name == "subject" else "",
        )
        for name, words in texts.items()
        if words and name in way.on_back
    ]
    if context.pack.cover is not None and not way.picture:
        boxes.append(picture_box(theme, context.tag, context.pack.cover, Setting(theme.depth / 2)))
    rest: Box = Stack(boxes)
    while rest.height(theme.measure) > theme.depth:
        parts = rest.split(theme.measure, theme.depth)
        assert parts is not None, "a paragraph of several pages can be parted"
        yield _within_margins(theme, parts[0])
        rest = parts[1]
    if boxes:
        yield _within_margins(theme, rest)


def _within_margins(theme: Theme, box: Box) -> Box:
    """A whole sheet with the box at the head of its text area."""

    def draw(page: Page, x: float, top: float, width: float) -> None:
        frame = theme.frame(recto=page.recto)
        box.place(page, frame.left, frame.top, frame.width)

    return Drawn(theme.height, draw)
