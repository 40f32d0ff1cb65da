"""A point of the blank table: its mark and title, and lines to write on."""

from studypack.content import Marked
from studypack.markup import plain
from studypack.sections.handwriting import hand_for
from studypack.sections.marks import Mark, MarkLabel, anchor_of, mark_tag
from studypack.sections.opening import Landmark
from studypack.sections.section import Setting
from studypack.typeset.boxes import Box, WritingLines
from studypack.typeset.page import Page
from studypack.typeset.paragraph import text
from studypack.typeset.stack import Hanging, Stack
from studypack.typeset.tag import Tag
from studypack.typeset.text import Run


class BlankPoint(Box):
    """Never split; a page's planner gives it as many lines as the page has room for."""

    def __init__(self, setting: Setting, marked: Marked, lines: int, tag: Tag) -> None:
        look = setting.look
        self._look = look
        self._marked = marked
        self.lines = lines
        self.above = hand_for(look).pitch * 0.75
        self._mark = Mark(marked, look, mark_tag(setting.pack, tag, marked, linked=False), linked=False)
        style = look.body.voiced(bold=True)
        self._title = Run(marked.point.title, style, tag.child("LBody"))

    @property
    def title(self) -> str:
        """As it is printed."""
        return self._title.text

    @property
    def length(self) -> int:
        """Of the point's text in the notes: the more there was to say, the sooner it gets another line."""
        return len(plain(self._marked.point.text))

    def _box(self) -> Box:
        look, style = self._look, self._title.style
        assert isinstance(self._title.tag, Tag)
        ruled = WritingLines(self.lines, hand_for(look).pitch, self._marked.mark, self._title.tag)
        if look.hangs_marks:
            label = MarkLabel(self._mark, style.leading)
            return Hanging(label, Stack([text([self._title], style), ruled]), self._mark.indent)
        leading = max(style.leading, look.mark_height + 2)
        first = text([self._mark, Run("  ", style, self._title.tag), self._title], style.sized(style.size, leading))
        return Stack([first, ruled])

    def height(self, width: float) -> float:
        """The title and the lines."""
        return self._box().height(width)

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Links to the point lead here."""
        Landmark(self._box(), anchor_of(self._marked)).place(page, x, top, width)
