"""Cloze worksheets: passages with numbered gaps under a word bank; a sheet to hand out, mark and keep."""

from dataclasses import dataclass, replace

from studypack.content import Pack
from studypack.markup import Gap, Span, gaps, paragraphs
from studypack.options import Options
from studypack.sections.cloze.gap import NumberedGap, gap_width
from studypack.sections.cloze.sheet_head import ContinuedHead, NameLines, instruction, version_line
from studypack.sections.cloze.sheet_task import task
from studypack.sections.cloze.word_bank import WordBank
from studypack.sections.cloze.worksheet import Sheet, has_gaps, sheets_of
from studypack.sections.marks import ContinuedLabel, Mark, MarkLabel
from studypack.sections.opening import Landmark, opening
from studypack.sections.prose import runs
from studypack.sections.section import Owed, Passage, Section, Setting
from studypack.typeset.boxes import Box, NewPage, Space
from studypack.typeset.flow import count_pages, room_left
from studypack.typeset.look import INK, Style, mm
from studypack.typeset.page import Tag
from studypack.typeset.paragraph import Paragraph, text
from studypack.typeset.stack import Hanging, Resumed, Stack
from studypack.typeset.text import Content, Run


@dataclass(frozen=True, slots=True)
class _Fit:
    """How closely a sheet's passages are set. In points."""

    pitch: float
    """Between lines: room for handwriting."""
    size: float
    between: float
    """Between passages, on top of the pitch."""


_FITS = (_Fit(mm(9.2), 11.5, mm(2.8)), _Fit(mm(8.6), 11.5, mm(2.4)), _Fit(mm(8), 11, mm(0.7)))
"""A closer one is taken only where it saves a page; 8 mm is the feint of a British exercise book."""
_COMPACT_SMALLER = 1.0
"""Points, on a narrow sheet."""
_INDENT = mm(10.5)
"""For the mark."""


def _line_content(setting: Setting, spans: tuple[Span, ...], first: int, rule: float, style: Style) -> list[Content]:
    """A paragraph with its gaps; what stands right before or after a gap stays on its line."""
    tag = setting.tag.child("P")
    content: list[Content] = []
    for span in spans:
        if isinstance(span, Gap):
            content.append(NumberedGap.of(first, rule, setting.look, tag))
            if span.hint:
                content.append(Run(f"\u00a0({span.hint})", setting.look.label, tag))
            first += 1
        else:
            content.extend(runs((span,), style, tag))
    return content


def _paragraphs(setting: Setting, passage: Passage, rule: float, fit: _Fit) -> list[Box]:
    size = fit.size - (_COMPACT_SMALLER if setting.look.compact else 0)
    style = setting.look.body.sized(size, fit.pitch)
    boxes: list[Box] = []
    first = passage.first
    for spans in paragraphs(passage.spans):
        content = _line_content(setting, spans, first, rule, style)
        boxes.append(Paragraph(content, fit.pitch, above=fit.between if boxes else 0, center=0.335 * size))
        first += len(gaps(spans))
    return boxes


def _passage(setting: Setting, sheet: Sheet, passage: Passage, rule: float, fit: _Fit) -> Box:
    """A passage beside its point's mark, under the point's title where that gives no answer away."""
    look, marked = setting.look, passage.marked
    if marked is None:
        body = Stack(_paragraphs(setting, passage, rule, fit), above=fit.between)
        among_points = any(other.marked for other in sheet.passages) and not look.compact
        return Hanging(Space(0), body, _INDENT, above=fit.between) if among_points else body
    own = replace(setting, tag=setting.tag.child("Sect"))
    label = look.label_bold.sized(9, 13 if look.compact else 11).colored(INK)
    mark = Mark(marked, look, own.tag.child("Lbl"), size=label.size)
    title = "" if sheet.gives_away(marked.point.title) else marked.point.title
    named = [Run(title, label, own.tag.child("P"))] if title else []
    if look.compact:
        head: list[Content] = [mark, *([Run("\u00a0\u00a0", label)] if named else []), *named]
        boxes = [text(head, label, keep=True), *_paragraphs(own, passage, rule, fit)]
        return Stack(boxes, above=fit.between + 3)
    heading: list[Box] = [text(named, label, keep=True)] if named else []
    return Hanging(
        MarkLabel(mark, label.leading if named else fit.pitch),
        Stack([*heading, *_paragraphs(own, passage, rule, fit)]),
        max(_INDENT, mark.width + 6),
        again=ContinuedLabel(Mark(marked, look, None, linked=False), fit.pitch),
        above=fit.between + (2 if named else 0),
    )


def _head(setting: Setting, sheet: Sheet) -> Box:
    """Lines for the name and the score, then the title; on the first sheet the section's own landmark."""
    names = NameLines(setting.look, len(sheet.gaps), setting.tag.child("P"))
    title = opening(
        setting,
        "cloze",
        sheet.title,
        overline=f"Worksheet {sheet.number}",
        standfirst=instruction(sheet),
        anchor=f"cloze:{sheet.number}",
        level=1,
    )
    head = Stack([names, version_line(setting), title], keep=True)
    return Landmark(head, "section:cloze", _title(setting.pack)) if sheet.number == 1 else head


def _boxes(setting: Setting, sheet: Sheet, fit: _Fit) -> list[Box]:
    rule = gap_width(sheet, setting.look)
    # In reading order, which is the order in which tags are made.
    head = _head(setting, sheet)
    bank = WordBank(sheet.bank, setting.look, setting.tag, above=mm(3.8))
    passages = [_passage(setting, sheet, passage, rule, fit) for passage in sheet.passages]
    passages[0].above = mm(3.8)
    return [head, bank, *passages]


def _sheet(setting: Setting, sheet: Sheet) -> list[Box]:
    """The sheet on as few pages as either pitch allows, and a task where it leaves room for one."""
    look = setting.look
    fewest = 0
    for fit in _FITS:
        # Each try builds its boxes inside a tag of its own; only the one that is kept goes into the document.
        tag = Tag("Sect", setting.tag)
        own = replace(setting, tag=tag)
        boxes = _boxes(own, sheet, fit)
        pages = count_pages(boxes, look.measure, look.depth)
        if not fewest or pages < fewest:
            kept, chosen, fewest = own, boxes, pages
        if pages == 1:
            break
    setting.tag.kids.append(kept.tag)
    if fewest == 1:
        _spread(chosen[2:], room_left(chosen, look.measure, look.depth))
    else:
        passages = Stack(chosen[2:])
        again = ContinuedHead(look, f"Worksheet {sheet.number}", setting.version)
        chosen[2:] = [Resumed(passages, again, above=chosen[2].above)]
    # A sheet of two pages is one leaf, to hand out and collect: it starts on a recto.
    return [NewPage(recto=fewest > 1, handout=True), *chosen, *task(kept, sheet, chosen)]


def _spread(passages: list[Box], room: float) -> None:
    """Give closely set passages what room the page has left, up to the space of the easiest fit."""
    for box in passages[1:]:
        box.above += min(room / (len(passages) - 1), max(_FITS[0].between - box.above, 0))


def _compose(setting: Setting) -> list[Box]:
    boxes: list[Box] = []
    for sheet in sheets_of(setting.pack, setting.options.seed):
        boxes.extend(_sheet(setting, sheet))
    return boxes


def _answers(pack: Pack, options: Options) -> tuple[Owed, ...]:
    return tuple(sheet.owed() for sheet in sheets_of(pack, options.seed))


def _title(pack: Pack) -> str:
    return "Worksheets: fill the gaps"


def _describe(setting: Setting) -> str:
    sheets = sheets_of(setting.pack, 0)
    count = sum(len(sheet.gaps) for sheet in sheets)
    gaps_in_all = f"{count} gap{'' if count == 1 else 's'}"
    if len(sheets) == 1:
        return f"One worksheet, {gaps_in_all}, with a word bank"
    return f"{len(sheets)} worksheets, {gaps_in_all}, each with a word bank"


SECTION = Section(
    name="cloze",
    title=_title,
    describe=_describe,
    needs="gaps: write {{answer}} in a point's text",
    applies=has_gaps,
    compose=_compose,
    answers=_answers,
)
