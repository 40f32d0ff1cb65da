"""How a run of text is set: face, size, leading and colour; and the colours that there are."""

from dataclasses import replace
from functools import lru_cache
from math import ceil

from studypack.base.record import record
from studypack.layout.face_metrics import Face
from studypack.layout.fonts import Family, OwnFamily, face
from studypack.layout.page import Color
from studypack.model import house_style
from studypack.model.choices import MILLIMETRE

# Contrast on white is at least 7:1 for everything that is text (WCAG 2.2, 1.4.6).
INK = Color.from_hex("#1B1B1B")
INK_SOFT = Color.from_hex("#4D4D4D")
SIDE_COLORS = (*map(Color.from_hex, house_style.SIDE_COLORS), INK_SOFT)
"""Of up to four sides, and of what is on none, where the house has no colours of its own."""
WHITE = Color.from_hex("#FFFFFF")
# Never text:
RULE = Color.from_hex("#8A8A8A")
HAIRLINE = Color.from_hex("#BDBDBD")
TINT = Color.from_hex("#F3F1EC")


def mm(value: float) -> float:
    """Millimetres in points."""
    return value * MILLIMETRE


@record
class Hand:
    """How large a pupil writes, and the rules to write on. Lengths in points."""

    scale: float
    """How many times as much room it takes as in the standard profile. Who needs 18 pt to read writes large too, but
    not by as much as the type has grown: 2.4 mm a letter becomes 3.4 mm."""
    thickness: float
    """Of a rule: who reads large print sees a grey hairline badly, too."""
    color: Color

    @property
    def pitch(self) -> float:
        """From rule to rule: 9 mm suits most."""
        return mm(9) * self.scale

    @property
    def letter(self) -> float:
        """The width of a letter, on average, with its share of the spaces."""
        return mm(2.4) * self.scale

    def lines(self, letters: int, width: float) -> int:
        """How many lines a text of so many letters takes, written `width` points wide."""
        return max(1, ceil(letters * self.letter / width))


@record
class Feint:
    """How paper to write on is printed. Lengths in points."""

    pitch: float
    """From line to line, or from dot to dot."""
    thickness: float
    """Of a line; of a dot, its diameter."""
    color: Color


CAPITAL_MIDDLE = 0.335
"""Half the height of capitals, in ems: from the baseline of a line to its middle."""


_SCRIPT, _SMALLEST_SCRIPT = 0.68, 7.0
"""In ems, and in points: the size of sub- and superscripts."""


_SENTENCE = "Words are read by their shapes, and lines by where they begin and where they come to an end. "
"""With the letters of English prose as often as they are: a line of 45 characters is as wide as 45 of these."""


@record
class Style:
    """How a run of text is set. Sizes in points."""

    face: Face
    size: float
    leading: float
    """From baseline to baseline."""
    color: Color = INK
    tracking: float = 0
    family: Family | OwnFamily = Family.SERIF
    smallest: float = 0
    """No size is smaller: what is set smaller in the standard profile comes out at this size in the others."""
    open: float = 0
    """The least leading, in ems."""
    hyphens: str = ""
    """The language (BCP 47) whose rules divide words at a line's end; empty where none are divided. Never in bold:
    titles, key terms and answers stay whole."""
    divided_under: int = 0
    """Only in lines of fewer characters than this; 0 in lines of any length."""
    upright: bool = False
    """There are no italics: see `emphasis`."""

    @property
    def letter(self) -> float:
        """The width of a character of running text, on average, in points."""
        return self.face.width(_SENTENCE, self.size) / len(_SENTENCE)

    @property
    def narrow(self) -> float:
        """The width of a line, in points, under which words are divided; 0 where that is no matter of width."""
        return self.divided_under * self.letter if self.hyphens else 0

    @property
    def middle(self) -> float:
        """The height above the baseline that capitals and what stands beside them are centred on."""
        return CAPITAL_MIDDLE * self.size

    @property
    def baseline(self) -> float:
        """From the top of a line to its baseline: capitals stand in the middle of the line."""
        return self.leading / 2 + self.middle

    def sized(self, size: float, leading: float) -> "Style":
        """The same style at another size."""
        return _changed(self, size, leading, self.color)

    def leaded(self, leading: float) -> "Style":
        """The same style with another leading."""
        return _changed(self, self.size, leading, self.color)

    def colored(self, color: Color) -> "Style":
        """The same style in another colour."""
        return _changed(self, self.size, self.leading, color)

    @property
    def script(self) -> "Style":
        """The same style for small letters and figures above or below the line; large type has larger ones."""
        return self.sized(max(_SCRIPT * self.size, self.smallest or _SMALLEST_SCRIPT), self.leading)

    @property
    def code(self) -> "Style":
        """The same style for code: monospaced, its small letters as tall as those of the text, and bold if that is.

        Bold code is as large as other code: in several lines, letters stand under one another.
        """
        mono = face(Family.MONO, bold=self.face.bold)
        size = self.size * face(self.family).x_height / face(Family.MONO).x_height
        return _changed(replace(self, face=mono, family=Family.MONO, hyphens=""), size, self.leading, self.color)

    @property
    def sans(self) -> "Style":
        """The same style without serifs; the accessible profiles have none."""
        if self.family is not Family.SERIF:
            return self
        return _voiced(replace(self, family=Family.SANS), self.face.bold, self.face.italic)

    def undivided(self) -> "Style":
        """The same style for words that stay whole."""
        return replace(self, hyphens="") if self.hyphens else self

    def voiced(self, *, bold: bool = False, italic: bool = False) -> "Style":
        """The same style in another face of its family."""
        return _voiced(self, bold, italic and not self.upright)

    def emphasized(self, *, bold: bool = False, italic: bool = False) -> "Style":
        """The same style as an author's emphasis asks.

        Where the profile has no italics (UKAAF, clear print), words in italics are upright: see `emphasis`.
        """
        return _voiced(self, bold, italic and not self.upright)

    def set_in(self, family: Family | OwnFamily) -> "Style":
        """The same style in another family."""
        return _voiced(replace(self, family=family), self.face.bold, self.face.italic)

    def marked(self, *, bold: bool = False, italic: bool = False) -> "Style":
        """The same style with an author's emphasis in it: what is bold stays so, and emphasis in italics is upright."""
        if not bold and not italic:
            return self
        slanted = italic != self.face.italic
        if slanted and not bold and self.family is Family.SANS:
            return self.emphasized(italic=True)  # that family has no bold italic: in a bold title the slope says it
        return self.emphasized(bold=bold or self.face.bold, italic=slanted)


# Styles are asked for at every run: each is made once.
@lru_cache(maxsize=4096)
def _changed(style: Style, size: float, leading: float, color: Color) -> Style:
    size = max(size, style.smallest)
    return replace(style, size=size, leading=max(leading, size * style.open), color=color)


@lru_cache(maxsize=4096)
def _voiced(style: Style, bold: bool, italic: bool) -> Style:
    hyphens = "" if bold else style.hyphens
    return replace(style, face=face(style.family, bold=bold, italic=italic), hyphens=hyphens)
