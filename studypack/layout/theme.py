"""The look of a pack on one paper: margins, colours, and the scale of type."""

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from studypack.layout.fonts import Face, Family, face, semibold_sans
from studypack.layout.page import Color, Frame
from studypack.model.options import MILLIMETRE, Paper, Profile

# Contrast on white is at least 7:1 for everything that is text (WCAG 2.2, 1.4.6).
INK = Color.from_hex("#1B1B1B")
INK_SOFT = Color.from_hex("#4D4D4D")
ADVANTAGE = Color.from_hex("#12395B")
DISADVANTAGE = Color.from_hex("#8E2F12")
WHITE = Color.from_hex("#FFFFFF")
# Never text:
RULE = Color.from_hex("#8A8A8A")
HAIRLINE = Color.from_hex("#BDBDBD")
TINT = Color.from_hex("#F3F1EC")


def mm(value: float) -> float:
    """Millimetres in points."""
    return value * MILLIMETRE


_PUNCH_MARGIN = mm(20)
"""A hole and 3 mm of paper beside it. At their widest, holes of ISO 838 end 16.3 mm from the edge (6 ± 0.5 mm wide,
12 ± 1 mm from the edge to their middle), and those of US three-hole punches 16.7 mm (5/16 in. wide, 1/2 in. in)."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a run of text is set. Sizes in points."""

    face: Face
    size: float
    leading: float
    """From baseline to baseline."""
    color: Color = INK
    tracking: float = 0
    family: Family = Family.SERIF
    smallest: float = 0
    """No size is smaller: what is set smaller in the standard profile comes out at this size in the others."""
    open: float = 0
    """The least leading, in ems."""
    hyphens: str = ""
    """The language (BCP 47) whose rules divide words at a line's end; empty where none are divided. Never in bold:
    titles, key terms and answers stay whole."""

    def sized(self, size: float, leading: float) -> "Style":
        """The same style at another size."""
        return _changed(self, size, leading, self.color)

    def colored(self, color: Color) -> "Style":
        """The same style in another colour."""
        return _changed(self, self.size, self.leading, color)

    def undivided(self) -> "Style":
        """The same style for words that stay whole."""
        return replace(self, hyphens="") if self.hyphens else self

    def voiced(self, *, bold: bool = False, italic: bool = False) -> "Style":
        """The same style in another face of its family; the accessible profiles have no italics."""
        return _voiced(self, bold, italic and self.family is not Family.CLEAR)

    def emphasized(self, *, bold: bool = False, italic: bool = False) -> "Style":
        """The same style as an author's emphasis asks; bold where the profile has no italics (UKAAF, clear print)."""
        upright = self.family is Family.CLEAR
        return _voiced(self, bold or (italic and upright), italic and not upright)


# Styles are asked for at every run: each is made once.
@lru_cache(maxsize=4096)
def _changed(style: Style, size: float, leading: float, color: Color) -> Style:
    size = max(size, style.smallest)
    return replace(style, size=size, leading=max(leading, size * style.open), color=color)


@lru_cache(maxsize=4096)
def _voiced(style: Style, bold: bool, italic: bool) -> Style:
    hyphens = "" if bold else style.hyphens
    return replace(style, face=face(style.family, bold=bold, italic=italic), hyphens=hyphens)


def _serif(size: float, leading: float, color: Color = INK, *, bold: bool = False, italic: bool = False) -> Style:
    return Style(face(Family.SERIF, bold=bold, italic=italic), size, leading, color)


def _sans(size: float, leading: float, color: Color = INK, *, bold: bool = False, italic: bool = False) -> Style:
    return Style(face(Family.SANS, bold=bold, italic=italic), size, leading, color, family=Family.SANS)


def _semibold(size: float, leading: float, color: Color = INK, tracking: float = 0) -> Style:
    return Style(semibold_sans(), size, leading, color, tracking, family=Family.SANS)


@dataclass(frozen=True, slots=True)
class Theme:
    """Measures and styles that every section sets its boxes with. Lengths in points."""

    paper: Paper
    profile: Profile
    smallest: float
    """No type is smaller; in the standard profile only point marks are so small."""
    tint: Color | None
    """The ground of alternate cells; none where print is to be clear."""
    width: float
    height: float
    inner: float
    """The margin on the binding side: room for a hole punch."""
    outer: float
    top: float
    bottom: float
    head_baseline: float
    """The running head's baseline, from the top edge."""
    head_rule: float
    """The rule's distance below that baseline."""
    folio_baseline: float
    """From the bottom edge."""

    cover_title: Style
    cover_years: Style
    title: Style
    overline: Style
    standfirst: Style
    heading: Style
    body: Style
    label: Style
    label_bold: Style
    label_italic: Style
    caption: Style
    note: Style
    mark: Style
    head: Style
    head_bold: Style
    folio: Style

    @property
    def measure(self) -> float:
        """The width of the text area."""
        return self.width - self.inner - self.outer

    @property
    def depth(self) -> float:
        """The height of the text area."""
        return self.height - self.top - self.bottom

    @property
    def compact(self) -> bool:
        """A line too short for hanging marks and wide notes: a small sheet, or large type."""
        return self.measure < 40 * self.body.size

    @property
    def accessible(self) -> bool:
        """A profile in one column, upright and on plain ground."""
        return self.profile is not Profile.STANDARD

    @property
    def hangs_marks(self) -> bool:
        """A line long enough for a mark in its margin."""
        return self.measure >= 24 * self.body.size if self.accessible else not self.compact

    def grown(self, length: float) -> float:
        """A length made for text of 10 pt, grown with the text of an accessible profile."""
        return length * self.body.size / 10.2 if self.accessible else length

    @property
    def mark_height(self) -> float:
        """Of a point's mark."""
        return 1.5 * self.mark.size if self.accessible else mm(4.3)

    @property
    def mark_width(self) -> float:
        """Of a point's mark of three characters or fewer."""
        return 2.4 * self.mark.size if self.accessible else mm(7.4)

    def frame(self, *, recto: bool) -> Frame:
        """The text area of a page; the binding side is left on a recto, right on a verso."""
        left = self.inner if recto else self.outer
        return Frame(left, self.bottom, left + self.measure, self.height - self.top)

    def sheet(self) -> Frame:
        """The whole page, for sections that need no margins: cards to cut."""
        return Frame(0, 0, self.width, self.height)


def _clear(size: float, open_: float, color: Color = INK, *, bold: bool = False, smallest: float) -> Style:
    sized = face(Family.CLEAR, bold=bold)
    return Style(sized, size, size * open_, color, family=Family.CLEAR, smallest=smallest, open=open_)


@cache
def theme_for(paper: Paper, profile: Profile = Profile.STANDARD, *, punch: bool = False, hyphens: str = "") -> Theme:
    """The look on a paper; A5 is laid out for its size, never shrunk from A4, and so is each profile.

    With `punch`, the binding margin is wide enough for a hole punch on a small sheet, too. `hyphens` is the language
    (BCP 47) whose rules divide the words of running text, or empty.
    """
    width, height = paper.size
    small = paper.small
    styles = _standard_styles(small=small) if profile is Profile.STANDARD else _accessible_styles(profile, small=small)
    if hyphens:
        styles |= {name: replace(styles[name], hyphens=hyphens) for name in _RUNNING}
    return Theme(
        paper=paper,
        profile=profile,
        width=width,
        height=height,
        inner=max(mm(16 if small else 24), _PUNCH_MARGIN if punch else 0),
        outer=mm(12 if small else 16),
        top=mm(19 if small else 22),
        bottom=mm(17 if small else 20),
        head_baseline=mm(11 if small else 13),
        head_rule=mm(2.2),
        folio_baseline=mm(9 if small else 10.5),
        **styles,
    )


_RUNNING = ("body", "note")
"""The styles of running text."""


def _standard_styles(*, small: bool) -> dict[str, Any]:
    return {
        "smallest": 7.0,
        "tint": TINT,
        "cover_title": _serif(32 if small else 46, mm(12 if small else 17), bold=True),
        "cover_years": _serif(20 if small else 27, 26 if small else 34, INK_SOFT),
        "title": _serif(20 if small else 25, 24 if small else 30, bold=True),
        # pdftotext takes a tenth of an em between letters for a space.
        "overline": _semibold(8, 11, INK_SOFT, tracking=0.75),
        "standfirst": _serif(10.5 if small else 11.5, 14 if small else 15.5, INK_SOFT, italic=True),
        "heading": _serif(12 if small else 13.5, 16 if small else 18, bold=True),
        "body": _serif(9.6 if small else 10.2, 13.2 if small else 14),
        "label": _sans(8.5, 11, INK_SOFT),
        "label_bold": _semibold(8.5, 11, INK_SOFT),
        "label_italic": _sans(8.5, 11, INK_SOFT, italic=True),
        "caption": _sans(9, 12, INK),
        "note": _sans(8.8, 11.4, INK_SOFT),
        "mark": _sans(7.4, 9, WHITE, bold=True),
        "head": _sans(8, 10, INK_SOFT),
        "head_bold": _semibold(8, 10, INK_SOFT),
        "folio": _semibold(9, 11, INK),
    }


def _accessible_styles(profile: Profile, *, small: bool) -> dict[str, Any]:
    """Clear print is 12 pt and up, large print 16 pt and up, its text 18 pt (UKAAF, RNIB); all ink is black enough."""
    text, least = (18.0, 16.0) if profile is Profile.LARGE else (12.5, 12.0)
    title = text * (1.5 if small else 1.8)

    def style(size: float, open_: float, *, bold: bool = False, color: Color = INK) -> Style:
        return _clear(size, open_, color, bold=bold, smallest=least)

    return {
        "smallest": least,
        "tint": None,
        "cover_title": style(32 if small else 46, 1.12, bold=True),
        "cover_years": style(max(text, 20 if small else 27), 1.25),
        "title": style(title, 1.2, bold=True),
        "overline": style(least, 1.3, bold=True),
        "standfirst": style(text, 1.5),
        "heading": style(text * 1.15, 1.3, bold=True),
        "body": style(text, 1.5),
        "label": style(least, 1.3),
        "label_bold": style(least, 1.3, bold=True),
        "label_italic": style(least, 1.3),
        "caption": style(least, 1.3),
        "note": style(least, 1.5),
        "mark": style(least, 1.2, bold=True, color=WHITE),
        "head": style(least, 1.2),
        "head_bold": style(least, 1.2, bold=True),
        "folio": style(least, 1.2, bold=True),
    }
