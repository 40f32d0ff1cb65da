"""The cover: title, years, question, the pack's own small timeline, and lines for the owner's name."""

from studypack.content import Pack
from studypack.sections.cover.strip import CoverStrip
from studypack.sections.cover.words import Counts, in_full, subtitle_of
from studypack.sections.section import Section, Setting
from studypack.typeset.boxes import Box, Space
from studypack.typeset.look import INK, mm
from studypack.typeset.page import Page, Rule, Tag
from studypack.typeset.paragraph import Paragraph, text
from studypack.typeset.shorten import cut, has_cut_word
from studypack.typeset.stack import Stack
from studypack.typeset.text import Run

_SCALES = (1.0, 40 / 46, 34 / 46, 28 / 46, 22 / 46, 17 / 46, 13 / 46)
"""Of the title's size: 46 points on A4, then smaller while it is too long. Beyond the last its end is cut."""
_MOST_LINES = 4
"""Of a title in one of the display sizes."""
_DISPLAY = 4
"""How many of the sizes are display sizes; below them any number of lines will do."""
_TITLE_AT = 0.2
"""Of the sheet's height, from the top to the title, if there is room."""
_UNDER_OVERLINE = mm(12)
_LEAST_GAP = mm(9)
"""Between the words, the timeline and the lines for names."""
_LINES_AT = mm(34)
"""From the bottom edge to the lines for names."""
_LONGEST_SOURCE = 2
"""Lines."""


class Cover(Box):
    """The whole sheet; it draws its own margins."""

    def __init__(self, setting: Setting) -> None:
        self._look = setting.look
        pack, tag = setting.pack, setting.tag
        look = setting.look
        over = look.overline.sized(9, 12)
        parts = ["Study pack", *filter(None, (pack.subject, pack.level))]
        overline = cut("  ·  ".join(parts).upper(), over, look.measure, 1)
        self._overline = text([Run(overline, over, tag.child("P"))], over)
        title = tag.child("H1")
        under = [tag.child("P") for said in (pack.period, subtitle_of(pack), pack.question) if said]
        self._strip = CoverStrip(pack, look, tag) if any(point.date for point in pack.points) else None
        self._counts = Counts(setting) if pack.points else None
        self._names = [
            text([Run(name, look.label, tag.child("P"))], look.label) for name in ("Name", "Class", "Teacher")
        ]
        self._source = _source(setting) if pack.source else None
        self._words = self._fitted(pack, title, under)
        if self._strip is not None and self._words.height(look.measure) > self._room():
            # The timeline is an ornament here; the words are not.
            self._strip = None
            tag.kids = [kid for kid in tag.kids if kid.kind != "Figure"]
            self._words = self._fitted(pack, title, under)

    def _room(self) -> float:
        """The height that the title and what stands under it may take."""
        look = self._look
        return look.height - look.top - 12 - _UNDER_OVERLINE - self._below() - self._foot() - _LEAST_GAP

    def _below(self) -> float:
        """The height of the timeline and its key, with the least space round them."""
        boxes = (self._strip, self._counts)
        own = sum(box.height(self._look.measure) + mm(7) for box in boxes if box is not None)
        return own + _LEAST_GAP

    def _fitted(self, pack: Pack, title: Tag, tags: list[Tag]) -> Stack:
        """The title and what stands under it, in the largest size that leaves room for the rest."""
        look = self._look
        room = self._room()
        for number, scale in enumerate(_SCALES):
            style = look.cover_title.sized(look.cover_title.size * scale, look.cover_title.leading * scale)
            heading = Paragraph([Run(pack.title, style, title)], style.leading)
            fits = heading.lines(look.measure) <= _MOST_LINES and not has_cut_word(pack.title, style, look.measure)
            stack = Stack([heading, *self._under_title(pack, tags, scale)])
            if (fits or number >= _DISPLAY) and stack.height(look.measure) <= room:
                return stack
        under = self._under_title(pack, tags, _SCALES[-1])
        left = room - Stack([Space(0), *under]).height(look.measure)
        words = cut(pack.title, style, look.measure, max(1, int(left / style.leading)))
        return Stack([Paragraph([Run(words, style, title)], style.leading), *under])

    def _under_title(self, pack: Pack, tags: list[Tag], scale: float) -> list[Box]:
        """Years, subtitle and question; the years grow smaller with the title."""
        look = self._look
        boxes: list[Box] = []
        tag = iter(tags)
        if pack.period is not None:
            size = max(look.cover_years.size * max(scale, 0.6), 13)
            style = look.cover_years.sized(size, size * 1.26)
            boxes.append(text([Run(in_full(pack.period.long), style, next(tag))], style, above=mm(2.5)))
        if subtitle := subtitle_of(pack):
            style = look.cover_years.sized(15, 20) if not look.compact else look.cover_years.sized(12, 16)
            boxes.append(text([Run(cut(subtitle, style, look.measure, 3), style, next(tag))], style, above=mm(2.5)))
        if pack.question:
            style = look.standfirst.sized(14, 20) if not look.compact else look.standfirst.sized(11.5, 16)
            style = style.colored(INK)
            words = cut(pack.question, style, look.measure * 0.82, 6)
            asked = _Narrow(text([Run(words, style, next(tag))], style), 0.82)
            asked.above = mm(8)
            boxes.append(asked)
        return boxes

    def _foot(self) -> float:
        """From the bottom edge to the lines for names."""
        source = self._source.height(self._look.measure) if self._source else 0
        return max(_LINES_AT + source, self._look.bottom + source + mm(18))

    def height(self, width: float) -> float:
        """The sheet's."""
        return self._look.height

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """The overline at the top margin, the title a fifth down, the timeline midway over what is left."""
        look = self._look
        page.anchors.setdefault("section:cover", top)
        left, measure = x + look.inner, look.measure
        self._overline.place(page, left, top - look.top, measure)
        foot = top - look.height + self._foot()
        words, below = self._words.height(measure), self._below()
        lowest = foot + below + _LEAST_GAP + words
        start = min(top - look.top - 12 - _UNDER_OVERLINE, max(top - _TITLE_AT * look.height, lowest))
        self._words.place(page, left, start, measure)
        y = start - words
        y -= max((y - foot - below) * 0.5, _LEAST_GAP)
        for box in (self._strip, self._counts):
            if box is not None:
                box.place(page, left, y, measure)
                y -= box.height(measure) + mm(7)
        self._place_names(page, left, foot)
        if self._source is not None:
            self._source.place(page, left, top - look.height + look.bottom + self._source.height(measure), measure)

    def _place_names(self, page: Page, left: float, y: float) -> None:
        """Three lines to write on, as wide as names are."""
        gap = mm(6 if not self._look.compact else 4)
        free = self._look.measure - 2 * gap
        for words, share in zip(self._names, (0.5, 0.19, 0.31), strict=True):
            page.add(Rule(left, y, left + free * share, y, 0.6, INK))
            words.place(page, left, y - 3, free * share)
            left += free * share + gap


class _Narrow(Box):
    """A box on part of the width, so that lines of running text are not too long to read."""

    def __init__(self, box: Box, share: float) -> None:
        self._box = box
        self._share = share

    def height(self, width: float) -> float:
        """Of the box at its own width."""
        return self._box.height(width * self._share)

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """At the left edge."""
        self._box.place(page, x, top, width * self._share)


def _source(setting: Setting) -> Paragraph:
    style = setting.look.label_italic
    words = cut(setting.pack.source or "", style, setting.look.measure, _LONGEST_SOURCE)
    return text([Run(words, style, setting.tag.child("P"))], style)


def _compose(setting: Setting) -> list[Box]:
    return [Cover(setting)]


def _title(pack: Pack) -> str:
    return "Cover"


def _describe(pack: Pack) -> str:
    return ""


SECTION = Section(
    name="cover",
    title=_title,
    describe=_describe,
    needs="a title",
    applies=lambda pack: True,
    compose=_compose,
    bare=True,
    numbered=False,
)
