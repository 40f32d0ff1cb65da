"""The answer key, for the teacher: answers to mark from, the passages whole, corrections to the notes."""

from collections.abc import Sequence
from dataclasses import replace

from studypack.content import Pack
from studypack.markup import Gap, paragraphs
from studypack.sections import cloze
from studypack.sections.answers.corrections import CLOSE, EASY, Fit, corrected, correction_boxes
from studypack.sections.answers.key_rows import AnswerRow, crown
from studypack.sections.marks import Mark, MarkLabel
from studypack.sections.opening import Landmark, opening
from studypack.sections.prose import runs
from studypack.sections.section import Owed, Section, Setting
from studypack.typeset.boxes import Box, NewPage
from studypack.typeset.columns import BalancedColumns
from studypack.typeset.flow import count_pages, room_left
from studypack.typeset.look import INK_SOFT, Look, mm
from studypack.typeset.page import Page, Tag
from studypack.typeset.paragraph import Paragraph, text
from studypack.typeset.stack import Hanging, Stack, Whole
from studypack.typeset.text import Content, Run

_GUTTER = mm(7)
_ABOVE = mm(8)
"""Over a heading."""
_HEADROOM = mm(40)
"""Kept free over a grid that is to stay on one page: more than its heading may take."""
_MOST_WHOLE = mm(70)
"""A passage taller than this may go on in the next column."""
_ENOUGH = 1 / 3
"""Of a page, free under the answers: the passages begin there, else on a page of their own."""
_WORTH_FITTING = 150
"""Corrections; more are set closely at once, for that is what it would come to."""
_INDENT = mm(9.6)
_RAISED = 3.2
"""The small numbers before answers in a passage."""


def _heading(setting: Setting, words: str, *, anchor: str, above: float = _ABOVE, note: str = "") -> Box:
    """A heading, with a note at its right; it stays with what follows."""
    look = setting.look
    head = _HeadingLine(look, words, note, setting)
    landmark = Landmark(head, anchor, words, level=1)
    landmark.above, landmark.keep = above, True
    return landmark


class _HeadingLine(Box):
    """A heading and, on its first line at the right, what a teacher counts to and checks first."""

    def __init__(self, look: Look, words: str, note: str, setting: Setting) -> None:
        self._words = text([Run(words, look.heading, setting.tag.child("H2"))], look.heading)
        style = look.label_bold.sized(9, look.heading.leading)
        tag = setting.tag.child("P") if note else None
        self._note = Paragraph([Run(note, style, tag)], style.leading, align="right", center=0.335 * look.heading.size)
        self._size = style

    def _own(self, width: float) -> float:
        note = self._note.widest(width)
        return width - note - mm(6) if note else width

    def height(self, width: float) -> float:
        """The heading and the space to what it heads."""
        return self._words.height(self._own(width)) + mm(2)

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Both on one baseline."""
        self._words.place(page, x, top, self._own(width))
        self._note.place(page, x, top, width)


def _grid(setting: Setting, owed: Owed, number: int) -> list[Box]:
    """The answers of one sheet in columns, on one page wherever they fit on one."""
    look = setting.look
    count = len(owed.answers)
    note = f"{count} mark{'' if count == 1 else 's'} · Version {setting.version}"
    heading = _heading(setting, owed.title, anchor=f"key:{number}", note=note)
    listing = setting.tag.child("L")
    rows = [AnswerRow(answer, look, listing) for answer in owed.answers]
    grid = BalancedColumns(Stack(rows), _columns_for(rows, look), _GUTTER, crown=crown)
    return [heading, Whole(grid, look.depth - _HEADROOM)]


def _columns_for(rows: Sequence[AnswerRow], look: Look) -> int:
    """Three columns, two on a narrow sheet; fewer where words would be cut or sentences pile up."""
    most = 2 if look.compact else 3
    widest = look.measure if look.compact else (look.measure - _GUTTER) / 2
    # What even this width cuts is cut anyway: the other answers need not suffer for it.
    able = [row for row in rows if not row.cuts(widest)]
    for count in range(most, 1, -1):
        width = (look.measure - (count - 1) * _GUTTER) / count
        tallest = max(row.height(width) for row in rows)
        if tallest < look.depth * _ENOUGH and not any(row.cuts(width) for row in able):
            return count
    return 1


def _in_context(setting: Setting, sheets: Sequence[Owed]) -> list[Box]:
    """Every passage whole, under its sheet's title: for a reading aloud, or a doubt about a sentence."""
    if not any(owed.passages for owed in sheets):
        return []
    boxes = [_heading(setting, "In context", anchor="key:context")]
    style = setting.look.label_bold.sized(9.5, 13)
    for owed in sheets:
        if owed.passages:
            title = Run(owed.title, style, setting.tag.child("H3"))
            boxes.append(text([title], style, above=mm(5) if len(boxes) > 1 else 0, keep=True))
            passages = Stack([_passage(setting, owed, number) for number in range(len(owed.passages))])
            count = 1 if setting.look.compact else 2
            columns = BalancedColumns(passages, count, _GUTTER, above=mm(1.6))
            boxes.append(Whole(columns, setting.look.depth / 2))
    return boxes


def _passage(setting: Setting, owed: Owed, place: int) -> Box:
    look, passage = setting.look, owed.passages[place]
    style = look.body.sized(9.6, 13.2)
    tag = setting.tag.child("Sect")
    label = tag.child("Lbl") if passage.marked else None
    boxes: list[Box] = []
    number = passage.first
    for spans in paragraphs(passage.spans):
        paragraph = tag.child("P")
        content: list[Content] = []
        for span in spans:
            if isinstance(span, Gap):
                figure = look.label_bold.sized(7.4, 8).colored(INK_SOFT)
                content.append(Run(str(number), figure, paragraph, rise=_RAISED))
                number += 1
            content.extend(runs((span,), style, paragraph, gaps="bold"))
        boxes.append(text(content, style, above=4 if boxes else 0))
    body = Stack(boxes, above=mm(3))
    if passage.marked is None:
        return body
    mark = Mark(passage.marked, look, label)
    again = MarkLabel(replace(mark, tag=None, linked=False), style.leading)
    indent = max(_INDENT, mark.width + 4)
    hanging = Hanging(MarkLabel(mark, style.leading), body, indent, again=again, above=mm(3))
    return Whole(hanging, _MOST_WHOLE) if len(owed.passages) > 1 else hanging


def _standfirst(sheets: Sequence[Owed], version: str) -> str:
    if not sheets:
        return "Where this pack departs from the notes, and why."
    also = any(len(answer.accepted) > 1 for owed in sheets for answer in owed.answers)
    accept = "; accept what stands after “or” too" if also else ""
    return f"One mark a gap{accept}. For version {version} of the sheets."


def _boxes(setting: Setting, sheets: Sequence[Owed], fit: Fit) -> list[Box]:
    look = setting.look
    head = opening(
        setting,
        "answers",
        _title(setting.pack),
        overline="For the teacher",
        standfirst=_standfirst(sheets, setting.version),
    )
    boxes = [head]
    for number, owed in enumerate(sheets, start=1):
        boxes.extend(_grid(setting, owed, number))
    context = _in_context(setting, sheets)
    room = room_left(boxes, look.measure, look.depth)
    if room < look.depth * _ENOUGH and room < sum(box.above + box.height(look.measure) for box in context):
        # The page to mark from ends with the answers; a scrap of context at its foot would only distract.
        boxes.append(NewPage())
    boxes.extend(context)
    if corrected(setting.pack):
        boxes.append(_heading(setting, "Corrections to the notes", anchor="key:corrections"))
        boxes.extend(correction_boxes(setting, fit))
    return boxes


def _compose(setting: Setting) -> list[Box]:
    """The key on as few pages as either way of setting the corrections takes; nothing if nothing is owed."""
    look = setting.look
    sheets = [owed for section in setting.subject for owed in section.answers(setting) if owed.answers]
    if not sheets and not corrected(setting.pack):
        return []
    tries = []
    count = sum(len(group.corrections) for group in corrected(setting.pack))
    for fit in (EASY, CLOSE) if count <= _WORTH_FITTING else (CLOSE,):
        # Each try builds its boxes inside a tag of its own; only the one that is kept goes into the document.
        tag = Tag("Sect", setting.tag)
        boxes = _boxes(replace(setting, tag=tag), sheets, fit)
        tries.append((count_pages(boxes, look.measure, look.depth), tag, boxes))
    _, tag, boxes = min(tries, key=lambda attempt: attempt[0])
    setting.tag.kids.append(tag)
    return boxes


def _title(pack: Pack) -> str:
    return "Answer key"


def _describe(pack: Pack) -> str:
    parts = ["answers", "passages"] if cloze.SECTION.applies(pack) else []
    if corrected(pack):
        parts.append("corrections to the notes")
    listed = " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1]))) if parts else ""
    return f"For the teacher: {listed}"


def _applies(pack: Pack) -> bool:
    return cloze.SECTION.applies(pack) or bool(corrected(pack))


SECTION = Section(
    name="answers",
    title=_title,
    describe=_describe,
    needs="worksheets or corrections",
    applies=_applies,
    compose=_compose,
)
