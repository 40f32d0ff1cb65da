"""The head of a timeline's later pages: that it goes on, and what a loose sheet needs."""

from collections.abc import Sequence

from studypack.modes import TimelineMode
from studypack.sections.section import Setting
from studypack.sections.sheet_head import ContinuedHead, names_in
from studypack.sections.timeline.dated import Dated
from studypack.typeset.boxes import Box
from studypack.typeset.look import mm
from studypack.typeset.page import Page
from studypack.typeset.paragraph import Paragraph
from studypack.typeset.shorten import cut
from studypack.typeset.tag import Furniture
from studypack.typeset.text import Run

_UNDER = mm(2.5)
_BETWEEN = mm(5)


def goes_on(setting: Setting, carried: Sequence[Dated] = ()) -> Box:
    """The head of a later page: on a pupil's sheet, whose it is and which version; else which spans run on."""
    if setting.options.timeline.mode is TimelineMode.FULL:
        return _RunsOn(setting, carried)
    head = ContinuedHead(setting.look, "Timeline", names_in(setting.tag), setting.version)
    head.keep = True
    return head


class _RunsOn(Box):
    """Page furniture: it is read to nobody."""

    def __init__(self, setting: Setting, carried: Sequence[Dated]) -> None:
        self._look = setting.look
        marks = [item.marked.mark for item in carried if item.marked]
        titles = [item.title for item in carried if item.marked is None]
        # Titles are long: where all have no room, the marks stand alone.
        self._choices = [_sentence(names) for names in ([*marks, *titles], marks) if names]
        self.keep = True

    def height(self, width: float) -> float:
        """One line and the space under it."""
        return max(self._look.overline.leading, self._look.label.leading) + _UNDER

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """The line, and at its right end as many of the spans as it has room for."""
        over, style = self._look.overline, self._look.label
        leading = max(over.leading, style.leading)
        goes_on = Paragraph([Run("TIMELINE CONTINUED", over, Furniture.AGAIN)], leading)
        goes_on.place(page, x, top, width)
        room = width - goes_on.widest(width) - _BETWEEN
        for words in self._choices:
            if style.face.width(words, style.size) <= room or words is self._choices[-1]:
                run = Run(cut(words, style, room, 1), style, Furniture.AGAIN)
                spans = Paragraph([run], leading, align="right", center=0.335 * over.size)
                spans.place(page, x + width - room, top, room)
                return


def _sentence(names: Sequence[str]) -> str:
    return f"{', '.join(names)} {'runs' if len(names) == 1 else 'run'} on"
