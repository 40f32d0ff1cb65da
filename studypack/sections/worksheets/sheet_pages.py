"""A worksheet at one level of help: its head, its bank, its passages and its task, on as few pages as it can take."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from studypack.base.record import record
from studypack.base.styled_text import Text
from studypack.layout.boxes import Box, NewPage, WritingLines
from studypack.layout.copyfit import LONG
from studypack.layout.flow import count_pages, room_left
from studypack.layout.paragraph import Paragraph
from studypack.layout.role import Fit
from studypack.layout.stack import Stack
from studypack.layout.style import Style, mm
from studypack.layout.text import Content, Run
from studypack.layout.theme import Theme
from studypack.layout.wrapper import RepeatHeader
from studypack.model.content import Pack
from studypack.model.options import Options
from studypack.model.spans import Gap
from studypack.sections.kit.block_setter import Words
from studypack.sections.kit.icons import Icon
from studypack.sections.kit.marks import Mark, mark_tag, side_color, way_to
from studypack.sections.kit.opening import Landmark, opening
from studypack.sections.kit.pictures import on_sheet, picture_box
from studypack.sections.kit.point_head import head_again, point_head
from studypack.sections.kit.prose import prose_with
from studypack.sections.kit.runs import before_number, runs, without_links
from studypack.sections.kit.section import Context, Passage
from studypack.sections.kit.sheet_head import ContinuedHead, ScoredNameLines, names_in, version_line
from studypack.sections.kit.task_box import Framed, task_heading
from studypack.sections.worksheets.diagram import diagram_box
from studypack.sections.worksheets.gap import GapPiece, gap_pieces
from studypack.sections.worksheets.gap_stretch import GapStyle
from studypack.sections.worksheets.instructions import instruction, task_wording
from studypack.sections.worksheets.support import Level
from studypack.sections.worksheets.word_bank import word_bank
from studypack.sections.worksheets.worksheet import ClozeSheet

_ABOVE = mm(3.8)
"""Over the word bank, and over the passages."""
_ABOVE_TASK = mm(7)
_FEWEST_LINES, _MOST_LINES = 3, 10
"""To write on; more would ask for an essay."""
_BETWEEN = 0.3
"""Between the paragraphs of a passage at most, in lines."""


def section_title(pack: Pack, options: Options) -> str:
    """What all the sheets are called together."""
    return pack.say("worksheets_title", "Worksheets: fill the gaps")


class _Fitted(NamedTuple):
    """A sheet as one fit sets it."""

    boxes: list[Box]
    pages: int
    fit: Fit


class _Made(NamedTuple):
    """A sheet at a level of help, in the element of its context."""

    context: Context
    sheet: ClozeSheet
    level: Level
    fitted: _Fitted

    def on_pitch(self, pitch: float) -> "_Made":
        """Return the sheet with so many points from line to line."""
        if self.fitted.fit.leading == pitch:
            return self
        fits = [fit for fit in self.context.theme.passage_fits if fit.leading == pitch]
        return _made(replace(self.context, tag=self.context.tag.beside()), self.sheet, self.level, fits)

    @property
    def placed(self) -> list[Box]:
        """Its boxes, with a task where it leaves room for one."""
        theme, (boxes, pages, _) = self.context.theme, self.fitted
        # A sheet of two pages is one leaf, to hand out and collect: it starts on a recto.
        start = NewPage(recto=pages > 1, handout=True)
        return [
            start,
            *boxes,
            *_task(self.context, self.sheet, self.level, room_left(boxes, theme.measure, theme.depth)),
        ]


def sheets_pages(context: Context, sheets: Iterable[tuple[ClozeSheet, Level]]) -> list[Box]:
    """Each sheet on as few pages as any pitch allows, and all of them on one pitch: that of the closest."""
    made: list[_Made] = []
    for sheet, level in sheets:
        own = replace(context, tag=context.tag.child("Sect", sheet=_named(context, sheet, level)))
        made.append(_made(own, sheet, level, context.theme.passage_fits))
    pitch = min((each.fitted.fit.leading for each in made), default=0)
    return [box for each in made for box in each.on_pitch(pitch).placed]


def _made(context: Context, sheet: ClozeSheet, level: Level, fits: Sequence[Fit]) -> _Made:
    """The sheet with its picture as tall as it may be on as few pages as any height allows."""
    tried: list[tuple[Context, _Fitted]] = []
    for most in _picture_heights(sheet, context.theme.depth):
        own = replace(context, tag=tried[-1][0].tag.beside()) if tried else context
        tried.append((own, _fitted_under(own, sheet, level, most, fits)))
        if tried[-1][1].pages == 1:
            break
    own, fitted = min(tried, key=lambda each: each[1].pages)
    return _Made(own, sheet, level, fitted)


def _picture_heights(sheet: ClozeSheet, depth: float) -> Sequence[float]:
    """How tall the picture of a sheet may be: it is made smaller to save a page, unless its author gave it a width."""
    given = sheet.picture is None or sheet.picture.labels or sheet.picture.width
    return (depth / 3,) if given else (depth / 3, depth / 4, depth / 5.5)


def _fitted_under(context: Context, sheet: ClozeSheet, level: Level, most: float, fits: Sequence[Fit]) -> _Fitted:
    """The sheet with its picture at most so many points tall."""
    theme, top = context.theme, [_head(context, sheet, level)]
    if sheet.picture is not None and not sheet.picture.labels:
        shown = on_sheet(context.pack, most, sheet.gives_away, _ABOVE)
        top.append(picture_box(theme, context.tag, sheet.picture, shown))
    if level.banked:
        top.append(word_bank(context.pack, sheet.bank, theme, context.tag, above=_ABOVE))
    return _easiest(fits, partial(_sheet_at, context, sheet, level, top))


def _numbered(context: Context, sheet: ClozeSheet) -> str:
    return context.pack.say("worksheet", "Worksheet {number}", number=sheet.number)


def _named(context: Context, sheet: ClozeSheet, level: Level) -> str:
    """Worksheet 2; Worksheet 2, levels 1 and 2."""
    return level.after(_numbered(context, sheet), context.pack.say, short=True)


def _easiest(fits: Sequence[Fit], sheet_at: Callable[[Fit], _Fitted]) -> _Fitted:
    """The sheet at the easiest fit, which is the first, that needs no more pages than the closest, the last."""
    easiest, *others = fits
    easy = sheet_at(easiest)
    if easy.pages == 1 or not others:
        return easy
    close = sheet_at(others.pop())
    if close.pages == easy.pages:
        return easy
    if close.pages > LONG:
        return close
    return next((each for each in map(sheet_at, others) if each.pages == close.pages), close)


def _sheet_at(context: Context, sheet: ClozeSheet, level: Level, top: Sequence[Box], fit: Fit) -> _Fitted:
    """The sheet with its passages set in a fit under `top`, and under a head of its own on later pages."""
    theme = context.theme
    passages = passage_boxes(context, sheet, level, fit)
    passages[0].above = _ABOVE
    boxes = [*top, *passages]
    if count_pages(boxes, theme.measure, theme.depth) == 1:
        _spread(passages, room_left(boxes, theme.measure, theme.depth), fit.leading - theme.point_title.leading)
        return _Fitted(boxes, 1, fit)
    # The whole sheet, so that a bank which begins on a second page is under its head too.
    again = ContinuedHead(context.pack, theme, _named(context, sheet, level), names_in(context.tag), context.version)
    boxes = [RepeatHeader(Stack(boxes), again)]
    return _Fitted(boxes, count_pages(boxes, theme.measure, theme.depth), fit)


def _head(context: Context, sheet: ClozeSheet, level: Level) -> Box:
    """Lines for the name and the score, then the title; on the first sheet the section's own landmark."""
    say = context.pack.say
    names = ScoredNameLines(context.pack, context.theme, len(sheet.gaps), names_in(context.tag))
    overline = " · ".join(filter(None, (_numbered(context, sheet), level.named(say))))
    version = version_line(context, overline)
    title = opening(
        context,
        "worksheets",
        sheet.title,
        overline=overline,
        standfirst=instruction(sheet, level, say),
        heard=instruction(sheet, level, say, heard=True),
        anchor=f"worksheets:{sheet.number}" + (f":{level.step}" if level.step > 1 else ""),
        level=1,
        bookmark=level.after(sheet.title, say),
    )
    head = Stack([names, version, title], keep_with_next=True)
    if sheet.number > 1 or level.step > 1:
        return head
    return Landmark(head, "section:worksheets", section_title(context.pack, context.options))


def _spread(passages: list[Box], room: float, most: float) -> None:
    """Give closely set passages what room the page has left, up to so many points over each."""
    for box in passages[1:]:
        box.above += min(room / (len(passages) - 1), max(most - box.above, 0))


def _task(context: Context, sheet: ClozeSheet, level: Level, room: float) -> list[Box]:
    """The task, and as many lines to write on as the page has room for; nothing where `room` is short."""
    theme, build, pitch = context.theme, context.build.within("Sect"), context.theme.hand.pitch
    heading, asks = task_wording(sheet, level, context.pack.question or "", context.pack.say)
    head = [
        task_heading(build, Icon.WRITE, heading, level=3),
        build.text(asks, theme.body, above=3, keep_with_next=True),
    ]
    lines = WritingLines(_FEWEST_LINES, pitch, heading, build.writing_place(), more=_MOST_LINES - _FEWEST_LINES)
    task = Framed(Stack([*head, lines]), theme, above=_ABOVE_TASK)
    return [task] if max(theme.third, task.above + task.height(theme.measure)) <= room else []


@record
class _PassageStyle:
    """How the passages of a sheet are set. Lengths in points."""

    sheet: ClozeSheet
    style: Style
    above: float
    """Over a passage."""
    lower: float
    """By which a head hangs lower in its line, so that over it is twice the space that parts it from its text."""
    gap: GapStyle

    @property
    def between(self) -> float:
        """Between the paragraphs of a passage."""
        return min(self.above, _BETWEEN * self.style.leading)


def passage_boxes(context: Context, sheet: ClozeSheet, level: Level, fit: Fit) -> list[Box]:
    """One box a passage."""
    theme, style = context.theme, context.theme.fitted(fit)
    head = theme.point_title
    above = max(fit.air * style.leading - head.leading, 2)
    # From baseline to baseline, of which the capitals are no space.
    both = above + head.leading + style.leading
    lower = max((head.leading + style.leading) / 2 - (both + 2 * head.middle) / 3, 0)
    how = _PassageStyle(sheet, style, above, lower, GapStyle.of(context.pack, sheet, level, theme, style))
    return [_passage(context, passage, how) for passage in sheet.passages]


def _passage(context: Context, passage: Passage, how: _PassageStyle) -> Box:
    """A passage under its point's mark, and the point's title where that gives no answer away."""
    theme, pack = context.theme, context.pack
    own = replace(context, tag=context.tag.child("Sect"))
    if passage.diagram is not None:
        shown = on_sheet(pack, theme.depth * 0.45, how.sheet.gives_away)
        return diagram_box(pack, theme, own.tag, passage, how.gap, shown)
    if passage.marked is None:
        # A sheet has one of these at most: a heading parts it from the words of the bank.
        # Words: by ear, the heading of a text with gaps.
        own.tag.announce(pack.say("passage", "Passage"), "H3")
        return Stack(_paragraphs(own, passage, how), above=how.above)
    title, heading = passage.marked.point.title, own.tag.child("H3")
    style = theme.point_title.colored(side_color(passage.marked.side))
    named = None if how.sheet.gives_away(title) else Run(title, style, heading)
    link = mark_tag(pack, heading, passage.marked, "", after=": " if named else "")
    mark = Mark(passage.marked, theme, link, way_to(pack, passage.marked), style.size)
    text = _paragraphs(own, passage, how)
    head = point_head(theme, [mark], named, over=style, lower=how.lower * (not _is_written_in_first(text, theme)))
    return RepeatHeader(Stack([*head, *text]), head_again(pack, mark, over=style), above=how.above)


def _is_written_in_first(text: Sequence[Box], theme: Theme) -> bool:
    """Whether a pupil writes in the first line, and needs the room over it."""
    opens = text[0]
    return not isinstance(opens, Paragraph) or any(isinstance(each, GapPiece) for each in opens.inlines(theme.measure))


def _paragraphs(context: Context, passage: Passage, how: _PassageStyle) -> list[Box]:
    """Its paragraphs and other blocks with their gaps; what stands right before or after a gap stays on its line."""

    def leaf(words: Words) -> list[Content]:
        content: list[Content] = []
        number = passage.first + words.first
        # A cell is understood by its column and its row.
        about = words.about + (": " if len(words.spans) > 1 else "")
        spans = (Text(about), *words.spans) if words.about else words.spans
        for place, span in enumerate(spans):
            if isinstance(span, Gap):
                content.extend(before_number(content, words.style, words.tag))
                content.extend(gap_pieces(spans, place, number, how.gap, words.tag))
                number += 1
            elif place or not words.about:
                content.extend(runs((span,), words.style, words.tag))
        return content

    pack, shown = context.pack, on_sheet(context.pack, context.theme.depth / 4, how.sheet.gives_away)
    spans = without_links(passage.spans)
    return prose_with(pack, leaf, spans, how.style, context.tag, between=how.between, pictures=shown)
