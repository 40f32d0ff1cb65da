"""The cover: title, years, question, a small timeline where the pack has one, and lines for the owner's name."""

from functools import partial

from typing_extensions import override

from studypack.layout.boxes import Box, Drawn, TooTallError
from studypack.layout.field import on_rule, type_for
from studypack.layout.indented import Narrowed
from studypack.layout.page import Color, Page, Rule
from studypack.layout.paragraph import Paragraph, text
from studypack.layout.row import Cell, Row
from studypack.layout.style import INK, Style, mm
from studypack.layout.text import Run
from studypack.model.content import Pack
from studypack.model.options import Options
from studypack.sections.cover.field import CoverField, FieldWords, balanced, field_measure
from studypack.sections.cover.logo import under_logo, with_logo
from studypack.sections.cover.strip import COVER, CoverStrip, counts
from studypack.sections.cover.ways import DOT, CoverTexts, CoverTitle, CoverWay, backs, in_full, ways
from studypack.sections.kit.pictures import Setting, picture_box
from studypack.sections.kit.section import Context, Section
from studypack.sections.timeline import has_timeline
from studypack.sections.timeline.dated import dated

_MOST_OVER, _MOST_UNDER = 3, 10
"""Lines of the overline, and of each text under the title; what is longer stands on the back."""
_QUESTION = 0.82
"""Of the measure: its lines are shorter than those of the field over it."""


class Cover(Box):
    """The whole sheet; it draws its own margins. It is to be placed once its title is set."""

    _field: CoverField

    def __init__(self, context: Context, way: CoverWay) -> None:
        self._theme = context.theme
        pack, tag, theme, build = context.pack, context.tag, context.theme, context.build
        self._small, self._pack = way.small, pack
        self._texts = CoverTexts.of(pack)._replace(**dict.fromkeys(way.on_back, ""))
        self._over = DOT.join(filter(None, (_study_pack(pack), self._texts.subject)))
        # The heading is read first, wherever the overline stands.
        self._tags = {"title": tag.child("H1"), "over": tag.child("P", said=self._over.replace(DOT, ", "))}
        self._tags["years"] = tag.child("P", said=pack.period.spoken if pack.period else "")
        self._tags["subtitle"], question = tag.child("P"), tag.child("P")
        style = theme.cover_question_small if way.small else theme.cover_question
        self._question = text([Run(self._texts.question, style, question)], style) if self._texts.question else None
        self._figures: list[Box] = []
        if pack.cover is not None:
            if way.picture:
                self._figures.append(picture_box(theme, tag, pack.cover, Setting(way.picture * theme.height)))
        elif way.strip and has_timeline(context) and dated(pack):
            self._figures.append(CoverStrip(pack, theme, names=way.names))
        self._has_drawing = bool(self._figures)
        """A timeline or a picture."""
        if way.counts and pack.points:
            self._figures.append(counts(context))
        lines = [(_name_line(context, name), share) for name, share in _names(pack)]
        self._names = Row([Cell(line, share=share, before=theme.between_names) for line, share in lines])
        self._source = build.text(self._texts.source, theme.label_italic) if self._texts.source else None

    def set_title(self, title: CoverTitle, sizes: int) -> bool:
        """Set the title in the largest of its first `sizes` that leaves room for the rest; False where none does."""
        theme, measure = self._theme, self._theme.measure
        room = theme.height - theme.top - self._under_field() - self._below() - self._foot() - COVER.least_gap
        for number in range(sizes):
            if title.height(number) > room:
                continue
            self._field = CoverField(theme, partial(self._in_field, title, number), COVER.under_overline)
            if not self._are_short():
                return False
            if (needed := self._field.height(measure)) <= room:
                share = COVER.field if self._has_drawing else COVER.field_alone
                self._field.at_least = min(max(share * theme.height, needed), room)
                return True
        return False

    def _are_short(self) -> bool:
        """Whether the texts of the front have no more lines than they may."""
        words, measure = self._field.words, field_measure(self._theme)
        question = self._question.lines(_QUESTION * self._theme.measure) if self._question else 0
        lines = [question, *(paragraph.lines(measure) for paragraph in words.under)]
        return words.overline.lines(measure) <= _MOST_OVER and max(lines) <= _MOST_UNDER

    def _in_field(self, title: CoverTitle, number: int, color: Color | None) -> FieldWords:
        """Overline, title, years and subtitle; the years grow smaller with the title."""
        theme, pack, own = self._theme, self._pack, title.styles[number].colored(color or self._theme.lead)
        over = theme.overline.sized(9, 12)
        heading = text([Run(title.words, own, self._tags["title"])], own)
        wide = balanced(heading, title.words, own, field_measure(theme))
        under = (
            ("years", in_full(pack.period.long) if pack.period else "", title.years(number)),
            ("subtitle", self._texts.subtitle, theme.cover_subtitle_small if self._small else theme.cover_subtitle),
        )
        return FieldWords(
            self._words("over", over.face.capitals(self._over, pack.language), over, color),
            Narrowed(heading, field_measure(theme) - wide),
            [self._words(name, words, style, color, above=COVER.under_title) for name, words, style in under if words],
        )

    def _words(self, name: str, words: str, style: Style, color: Color | None, *, above: float = 0) -> Paragraph:
        """A paragraph of the field."""
        style = style.colored(color) if color else style
        return text([Run(words, style, self._tags[name])], style, above=above)

    def _under_field(self) -> float:
        """The height of the question, with the space over it."""
        return self._question.height(_QUESTION * self._theme.measure) + COVER.over_question if self._question else 0

    def _below(self) -> float:
        """The height of the timeline and its key, with the least space round them."""
        return sum(box.height(self._theme.measure) + COVER.under_figure for box in self._figures) + COVER.least_gap

    def _foot(self) -> float:
        """From the bottom edge to the lines for names."""
        source = self._source.height(self._theme.measure) if self._source else 0
        return max(COVER.names + source, self._theme.bottom + source + mm(18))

    @override
    def height(self, width: float) -> float:
        return self._theme.height

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        # The field at the top margin, the question under it, the timeline midway over what is left.
        theme = self._theme
        page.anchors.setdefault("section:cover", top)
        left, measure = x + theme.inner, theme.measure
        y = top - theme.top
        self._field.place(page, left, y, measure)
        y -= self._field.height(measure)
        if self._question is not None:
            self._question.place(page, left, y - COVER.over_question, _QUESTION * measure)
            y -= self._under_field()
        foot = top - theme.height + self._foot()
        y -= max((y - foot - self._below()) * 0.5, COVER.least_gap) if self._has_drawing else COVER.least_gap
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
