"""The cover: title, years, question, a small timeline where the pack has one, and lines for the owner's name."""

from typing_extensions import override

from studypack.layout.boxes import Box, Drawn, Space, TooTallError
from studypack.layout.field import on_rule, type_for
from studypack.layout.page import Page, Rule
from studypack.layout.paragraph import text
from studypack.layout.row import Cell, Row
from studypack.layout.stack import Stack
from studypack.layout.style import INK, mm
from studypack.layout.text import Run
from studypack.model.content import Pack
from studypack.model.options import Options
from studypack.sections.cover.logo import under_logo, with_logo
from studypack.sections.cover.strip import COVER, CoverStrip, counts
from studypack.sections.cover.ways import DOT, SCALES, CoverTexts, CoverTitle, CoverWay, backs, in_full, ways
from studypack.sections.kit.pictures import Setting, picture_box
from studypack.sections.kit.section import Context, Section
from studypack.sections.timeline import has_timeline

_UNDER = ((mm(2.5), 1), (mm(2.5), 1), (mm(8), 0.82))
"""Years, subtitle and question: the space above each, and how much of the measure it takes."""
_MOST_OVER, _MOST_UNDER = 3, 10
"""Lines of the overline, and of each text under the title; what is longer stands on the back."""


class Cover(Box):
    """The whole sheet; it draws its own margins. It is to be placed once its title is set."""

    def __init__(self, context: Context, way: CoverWay) -> None:
        self._theme = context.theme
        pack, tag, theme, build = context.pack, context.tag, context.theme, context.build
        self._small, self._pack = way.small, pack
        self._texts = CoverTexts.of(pack)._replace(**dict.fromkeys(way.on_back, ""))
        # The heading is read first, wherever the overline stands.
        self._title = tag.child("H1")
        over, words = (
            theme.overline.sized(9, 12),
            DOT.join(filter(None, (_study_pack(pack), self._texts.subject))),
        )
        overline = over.face.capitals(words, pack.language)
        self._overline = build.text(overline, over, said=words.replace(DOT, ", "))
        self._under = [tag.child("P", said=said) for said in (pack.period.spoken if pack.period else "", "", "")]
        self._figures: list[Box] = []
        if pack.cover is not None:
            if way.picture:
                self._figures.append(picture_box(theme, tag, pack.cover, Setting(way.picture * theme.height)))
        elif way.strip and has_timeline(context) and any(point.date for point in pack.points):
            self._figures.append(CoverStrip(pack, theme))
        if way.counts and pack.points:
            self._figures.append(counts(context))
        lines = [(_name_line(context, name), share) for name, share in _names(pack)]
        self._names = Row([Cell(line, share=share, before=theme.between_names) for line, share in lines])
        self._source = build.text(self._texts.source, theme.label_italic) if self._texts.source else None

    def set_title(self, title: CoverTitle, sizes: int) -> bool:
        """Set the title in the largest of its first `sizes` that leaves room for the rest; False where none does."""
        measure = self._theme.measure
        if self._overline.lines(measure) > _MOST_OVER:
            return False
        room = self._theme.height - self._theme.top - self._over() - self._below() - self._foot() - COVER.least_gap
        for number in range(sizes):
            height, under = title.height(number), self._under_title(SCALES[number])
            if any(box.height(measure) > _MOST_UNDER * leading for box, leading in under):
                return False
            boxes = [box for box, _ in under]
            if height + Stack([Space(0), *boxes]).height(measure) <= room:
                style = title.styles[number]
                self._words = Stack([text([Run(title.words, style, self._title)], style), *boxes])
                return True
        return False

    def _over(self) -> float:
        """The overline and the space under it."""
        return self._overline.height(self._theme.measure) + COVER.under_overline

    def _below(self) -> float:
        """The height of the timeline and its key, with the least space round them."""
        return sum(box.height(self._theme.measure) + COVER.under_figure for box in self._figures) + COVER.least_gap

    def _under_title(self, scale: float) -> list[tuple[Box, float]]:
        """Years, subtitle and question, each with its leading; the years grow smaller with the title."""
        theme, small = self._theme, self._small
        years = theme.cover_years if scale == 1 else theme.cover_years_small
        period = self._pack.period
        said = (
            (in_full(period.long) if period is not None else "", years),
            (self._texts.subtitle, theme.cover_subtitle_small if small else theme.cover_subtitle),
            (self._texts.question, theme.cover_question_small if small else theme.cover_question),
        )
        boxes: list[tuple[Box, float]] = []
        for (words, style), (above, share), tag in zip(said, _UNDER, self._under, strict=True):
            if words:
                paragraph = Cell(text([Run(words, style, tag)], style), share=share)
                boxes.append((Row([paragraph, Cell(Space(0), share=1 - share)], above=above), style.leading))
        return boxes

    def _foot(self) -> float:
        """From the bottom edge to the lines for names."""
        source = self._source.height(self._theme.measure) if self._source else 0
        return max(COVER.names + source, self._theme.bottom + source + mm(18))

    @override
    def height(self, width: float) -> float:
        return self._theme.height

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        # The overline at the top margin, the title a fifth down, the timeline midway over what is left.
        theme = self._theme
        page.anchors.setdefault("section:cover", top)
        left, measure = x + theme.inner, theme.measure
        self._overline.place(page, left, top - theme.top, measure)
        foot = top - theme.height + self._foot()
        words, below = self._words.height(measure), self._below()
        lowest = foot + below + COVER.least_gap + words
        start = min(top - theme.top - self._over(), max(top - COVER.title * theme.height, lowest))
        self._words.place(page, left, start, measure)
        y = start - words
        y -= max((y - foot - below) * 0.5, COVER.least_gap)
        for box in self._figures:
            box.place(page, left, y, measure)
            y -= box.height(measure) + COVER.under_figure
        self._names.place(page, left, foot, measure)
        if self._source is not None:
            self._source.place(page, left, top - theme.height + theme.bottom + self._source.height(measure), measure)


def _study_pack(pack: Pack) -> str:
    # Words: on the cover, over the title.
    return pack.say("study_pack", "Study pack")


def _names(pack: Pack) -> tuple[tuple[str, float], ...]:
    """The lines for names, each with its share of their row: as wide as names are."""
    say = pack.say
    return (say("name", "Name"), 0.47), (say("class", "Class"), 0.22), (say("teacher", "Teacher"), 0.31)


def _name_line(context: Context, name: str) -> Box:
    """A line to write on, over its name."""
    theme, tag = context.theme, context.tag.child("P", said=f"{name}: ")
    words = text([Run(name, theme.label, tag)], theme.label)

    def draw(page: Page, x: float, top: float, width: float) -> None:
        page.add(Rule(x, top, x + width, top, 0.6, INK))
        words.place(page, x, top - 3, width)
        page.add(on_rule((x, x + width, top), type_for(theme.hand.pitch), name, tag, shared=True))

    return Drawn(0, draw)


def _compose(context: Context) -> list[Box]:
    """The front, and where it has no room for all texts its back.

    Raises TooTallError where the title alone is too long.
    """
    front, title = under_logo(context), CoverTitle(context)
    for way, sizes in ways(context.theme):
        cover = Cover(front, way)
        if cover.set_title(title, sizes):
            return [with_logo(context, cover), *backs(context, way)]
    raise TooTallError(context.pack.title)


def _title(pack: Pack, options: Options) -> str:
    return pack.say("cover", "Cover")


def _describe(context: Context) -> str:
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
