"""The cover: title, years, question, the pack's own small timeline, and lines for the owner's name."""

from typing import NamedTuple

from studypack.content import Pack
from studypack.options import Options
from studypack.sections.cover.strip import CoverStrip
from studypack.sections.cover.words import Counts, in_full, subtitle_of
from studypack.sections.handwriting import hand_for
from studypack.sections.section import Section, Setting
from studypack.typeset.boxes import Box, Space
from studypack.typeset.field import on_rule, type_for
from studypack.typeset.look import INK, mm
from studypack.typeset.page import Page, Rule
from studypack.typeset.paragraph import Paragraph, text
from studypack.typeset.shorten import cut, has_cut_word
from studypack.typeset.stack import Stack
from studypack.typeset.tag import Tag
from studypack.typeset.text import Run

_SCALES = (1.0, 40 / 46, 34 / 46, 28 / 46, 22 / 46, 17 / 46, 13 / 46)
"""Of the title's size: 46 points on A4, then smaller while it is too long. Beyond the last its end is cut."""
_MOST_LINES = 4
"""Of a title in one of the display sizes."""
_DISPLAY = 4
"""How many of the sizes are display sizes; below them any number of lines will do."""
_DISPLAY_LARGE = 3
"""How many of them still stand out among large type."""
_TITLE_AT = 0.2
"""Of the sheet's height, from the top to the title, if there is room."""
_UNDER_OVERLINE = mm(12)
_LEAST_GAP = mm(9)
"""Between the words, the timeline and the lines for names."""
_LINES_AT = mm(34)
"""From the bottom edge to the lines for names."""


class _Limits(NamedTuple):
    """The most lines of each text; beyond them it is cut."""

    overline: int
    subtitle: int
    question: int
    source: int


_EASY = _Limits(3, 6, 8, 4)
_TIGHT = _Limits(3, 3, 6, 2)
"""Where a long title and many lines meet on a small sheet,"""
_TIGHTEST = _Limits(3, 2, 3, 1)
"""and that in large type."""


class Cover(Box):
    """The whole sheet; it draws its own margins."""

    def __init__(self, setting: Setting) -> None:
        self._look = setting.look
        pack, tag = setting.pack, setting.tag
        look = setting.look
        over = look.overline.sized(9, 12)
        parts = ["Study pack", *filter(None, (pack.subject, pack.level))]
        overline = cut(over.face.capitals("  ·  ".join(parts), pack.language), over, look.measure, _EASY.overline)
        self._overline = text([Run(overline, over, tag.child("P"))], over)
        title = tag.child("H1")
        under = [tag.child("P") for said in (pack.period, subtitle_of(pack), pack.question) if said]
        self._strip = CoverStrip(pack, look, tag) if any(point.date for point in pack.points) else None
        self._counts = Counts(setting) if pack.points else None
        named = [(name, tag.child("P")) for name in ("Name", "Class", "Teacher")]
        self._names = [(name, own, text([Run(name, look.label, own)], look.label)) for name, own in named]
        self._source_tag = tag.child("P") if pack.source else None
        self._settle(pack, title, under)
        if self._strip is None:
            tag.kids = [kid for kid in tag.kids if kid.kind != "Figure"]

    def _settle(self, pack: Pack, title: Tag, under: list[Tag]) -> None:
        """Everything there is; then without the timeline, which is an ornament here; then with long texts cut.

        The timeline goes before the title falls below the display sizes, too.
        """
        for self._limits, keeps_strip in ((_EASY, True), (_EASY, False), (_TIGHT, False), (_TIGHTEST, False)):
            self._strip = self._strip if keeps_strip else None
            self._source = self._set_source(pack)
            self._words = self._fitted(pack, title, under)
            shown = self._displayed or not keeps_strip
            if shown and self._words.height(self._look.measure) <= self._room():
                return

    def _set_source(self, pack: Pack) -> Paragraph | None:
        style = self._look.label_italic
        words = cut(pack.source or "", style, self._look.measure, self._limits.source)
        return text([Run(words, style, self._source_tag)], style) if pack.source else None

    def _over(self) -> float:
        """The overline and the space under it."""
        return self._overline.height(self._look.measure) + _UNDER_OVERLINE

    def _room(self) -> float:
        """The height that the title and what stands under it may take."""
        look = self._look
        return look.height - look.top - self._over() - self._below() - self._foot() - _LEAST_GAP

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
            self._displayed = number < (_DISPLAY_LARGE if look.accessible else _DISPLAY)
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
            style = look.cover_years.sized(*self._beside_title(15, 20, 12, 16))
            boxes.append(
                text(
                    [Run(cut(subtitle, style, look.measure, self._limits.subtitle), style, next(tag))],
                    style,
                    above=mm(2.5),
                )
            )
        if pack.question:
            style = look.standfirst.sized(*self._beside_title(14, 20, 11.5, 16)).colored(INK)
            words = cut(pack.question, style, look.measure * 0.82, self._limits.question)
            asked = _Narrow(text([Run(words, style, next(tag))], style), 0.82)
            asked.above = mm(8)
            boxes.append(asked)
        return boxes

    def _beside_title(self, size: float, leading: float, small: float, closer: float) -> tuple[float, float]:
        """Size and leading of a text under the title: less on a small sheet, never less than the text of the pack."""
        look = self._look
        if look.accessible:
            return max(size, look.body.size), max(leading, look.body.size * 1.35)
        return (small, closer) if look.compact else (size, leading)

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
        start = min(top - look.top - self._over(), max(top - _TITLE_AT * look.height, lowest))
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
        size = type_for(mm(9) * hand_for(self._look).scale)
        for (name, tag, words), share in zip(self._names, (0.5, 0.19, 0.31), strict=True):
            page.add(Rule(left, y, left + free * share, y, 0.6, INK))
            words.place(page, left, y - 3, free * share)
            page.add(on_rule((left, left + free * share, y), size, name, tag))
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


def _compose(setting: Setting) -> list[Box]:
    return [Cover(setting)]


def _title(pack: Pack, options: Options) -> str:
    return "Cover"


def _describe(setting: Setting) -> str:
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
