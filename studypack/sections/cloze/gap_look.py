"""How the gaps of a sheet are drawn, all alike: one width, so that no length gives an answer away."""

from dataclasses import dataclass

from studypack.sections.cloze.level import Level
from studypack.sections.cloze.worksheet import Sheet
from studypack.sections.handwriting import hand_for
from studypack.typeset.look import INK, Look, Style, mm

A_LETTER = mm(2.4)
"""The width of a handwritten letter."""
ROUND = mm(4)
"""Beside the longest answer."""
_NUMBER_SIZE = 8
_LONGEST = 0.75
"""Of the measure: what takes longer goes on in another rule, so that number and comma still find room."""
_NARROW = mm(150)
"""A measure; on one that is narrower gaps are shorter."""


def gap_width(sheet: Sheet, look: Look) -> float:
    """One width for every gap of a sheet, in points, so that no length gives an answer away.

    From the longest answer, within 34 to 46 mm (28 to 40 mm on a narrow sheet), as large as the hand.
    """
    longest = max(len(gap.answer) for gap in sheet.gaps)
    narrowest, widest = (mm(28), mm(40)) if look.measure < _NARROW else (mm(34), mm(46))
    return hand_for(look).scale * min(max(A_LETTER * longest + ROUND, narrowest), widest)


@dataclass(frozen=True, slots=True)
class GapLook:
    """How the gaps of a sheet are drawn, all alike. Lengths in points."""

    level: Level
    style: Style
    """Of the text round them, and of first letters."""
    figure: Style
    """Of the numbers."""
    uniform: float
    """The one length, where all have one."""
    longest: float
    """Of a rule, or of a row of short ones."""
    hand: float
    """How many times as large as usual pupils write."""

    @classmethod
    def of(cls, sheet: Sheet, level: Level, look: Look, style: Style) -> "GapLook":
        """For a sheet whose passages are set in `style`."""
        figure = look.label_bold.sized(_NUMBER_SIZE, _NUMBER_SIZE).colored(INK)
        return cls(level, style, figure, gap_width(sheet, look), _LONGEST * look.measure, hand_for(look).scale)
