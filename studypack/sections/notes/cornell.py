"""Cornell pages: a column for cues, one for notes, and a summary below both (Pauk, How to Study in College)."""

from studypack.layout.field import Field, Filling
from studypack.layout.page import Page, Rule
from studypack.layout.paragraph import Paragraph, text
from studypack.layout.style import INK, mm
from studypack.layout.tag import Tag
from studypack.layout.text import Run
from studypack.layout.theme import Theme
from studypack.model.content import Pack
from studypack.model.sides import Side
from studypack.sections.kit.section import heading_of
from studypack.sections.notes.ruling import TYPED, Feint, Paper, ruled, typed

_CUES = 0.3
"""Of the width; the rest is for notes."""
_SUMMARY = 0.2
"""Of the height."""
_FEWEST = 2
"""Lines of a summary."""
_INSET = mm(3)
"""Between the column of cues and the lines for notes."""
_FIRST = 0.8
"""Of the pitch: at least so much is left above a first line."""
_HEAVY = 0.9
_PARTS = ("Cues", "Notes", "Summary")


class CornellPaper(Paper):
    """Cues and notes side by side over a summary; the notes and the summary are ruled."""

    def __init__(self, theme: Theme, feint: Feint, height: float, tag: Tag) -> None:
        super().__init__(feint, height, tag)
        style = theme.label_bold.colored(INK)
        self._labels: list[Paragraph] = []
        self._fields: list[Tag] = []
        for name in _PARTS:
            self._labels.append(text([Run(name, style, tag.child("P"))], style))
            self._fields.append(tag.child("Div"))
        self._label = style.leading + 2

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """The frame and its labels, then the lines."""
        foot, pitch = top - self._height, self._feint.pitch
        lines = max(_FEWEST, round(_SUMMARY * self._height / pitch))
        # Room for the label and for writing, down to the first line of the summary.
        middle = foot + (lines - 1) * pitch + max(pitch, self._label + 0.6 * pitch)
        divide, under = x + _CUES * width, top - self._label
        page.add(Rule(x, under, x + width, under, _HEAVY, INK))
        page.add(Rule(divide, top, divide, middle, _HEAVY, INK))
        page.add(Rule(x, middle, x + width, middle, _HEAVY, INK))
        cues, notes, summary = self._labels
        _place(page, cues, x, top, divide - x)
        _place(page, notes, divide + _INSET, top, x + width - divide - _INSET)
        _place(page, summary, x, middle - 2, width)
        cue, note, sum_up = self._fields
        size = TYPED * pitch
        page.add(
            Field(x, middle + 2, divide - x - 2, under - middle - 4, "Cues", cue.child("Form"), Filling.WRITTEN, size)
        )
        ruled(page, self._feint, (x, x + width), foot, lines)
        typed(page, self._feint, (x, x + width), foot, lines, "Summary", sum_up)
        # The first line for notes leaves room to write under the label's rule.
        count = int((under - middle) / pitch - _FIRST)
        ruled(page, self._feint, (divide + _INSET, x + width), middle + pitch, count)
        typed(page, self._feint, (divide + _INSET, x + width), middle + pitch, count, "Notes", note)


def _place(page: Page, label: Paragraph, x: float, top: float, width: float) -> None:
    label.place(page, x, top, width)


def prompts(pack: Pack) -> list[str]:
    """What pages of notes on a pack may be headed with: its question, its two sides, and what there is to know."""
    made = [pack.question] if pack.question else []
    made += [f"{heading_of(pack, side)}: what they are, and why they count" for side in Side if pack.side(side)]
    known = (("Dates", pack.events), ("Terms", pack.glossary), ("People", pack.people))
    return [*made, *(f"{name} to know" for name, parts in known if parts)]
