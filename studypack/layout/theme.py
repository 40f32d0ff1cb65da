"""The theme of a pack on one paper: margins, measures and the styles of everything that is printed, by role."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache
from typing import Any, NamedTuple

from studypack.layout.fonts import Family, face, semibold_sans
from studypack.layout.page import Color, Frame
from studypack.layout.style import INK, INK_SOFT, RULE, TINT, WHITE, Hand, Style, mm
from studypack.model.options import Paper, Profile

_PUNCH_MARGIN = mm(20)
"""A hole and 3 mm of paper beside it. At their widest, holes of ISO 838 end 16.3 mm from the edge (6 ± 0.5 mm wide,
12 ± 1 mm from the edge to their middle), and those of US three-hole punches 16.7 mm (5/16 in. wide, 1/2 in. in)."""


class _Serif(NamedTuple):
    """A style of the standard profile. Sizes in points."""

    size: float
    leading: float
    color: Color = INK
    bold: bool = False
    italic: bool = False

    def style(self) -> Style:
        return Style(face(Family.SERIF, bold=self.bold, italic=self.italic), self.size, self.leading, self.color)


class _Sans(NamedTuple):
    """The same, without serifs."""

    size: float
    leading: float
    color: Color = INK_SOFT
    bold: bool = False
    italic: bool = False

    def style(self) -> Style:
        chosen = face(Family.SANS, bold=self.bold, italic=self.italic)
        return Style(chosen, self.size, self.leading, self.color, family=Family.SANS)


class _SemiBold(NamedTuple):
    """The same, without serifs and half-way to bold."""

    size: float
    leading: float
    color: Color = INK_SOFT
    tracking: float = 0

    def style(self) -> Style:
        return Style(semibold_sans(), self.size, self.leading, self.color, self.tracking, family=Family.SANS)


_TEXT = 10.2
"""The text of the standard profile, in points."""
_LEAST = 0.0
"""For a size: the profile's smallest."""


class _Roomy(NamedTuple):
    """A style of the accessible profiles: upright, in one family, and never smaller than the profile allows."""

    size: float = 1
    """Times the size of the text; or _LEAST."""
    open: float = 1.5
    """The leading, in ems."""
    bold: bool = False
    color: Color = INK
    at_least: float = 0
    """Points: a title may be larger than the text asks."""

    def style(self, profile: Profile) -> Style:
        least, text = _ACCESSIBLE[profile]
        size = max(text * self.size, self.at_least) if self.size else least
        made = face(Family.CLEAR, bold=self.bold)
        leading = size * self.open
        return Style(made, size, leading, self.color, family=Family.CLEAR, smallest=least, open=self.open)


_ACCESSIBLE = {Profile.CLEAR: (12.0, 12.5), Profile.LARGE: (16.0, 18.0)}
"""The smallest type and the text, in points: clear print is 12 pt and up, large print 16 pt and up (UKAAF, RNIB)."""


class Fit(NamedTuple):
    """One way to set text so that it takes fewer pages or more."""

    size: float = 0
    """In points; 0 for the text of the theme as it is: in an accessible profile type is never smaller."""
    leading: float = 0
    """From baseline to baseline, in points."""
    air: float = 1
    """How much space stands between rows; of what, says the role."""


class _Grown(NamedTuple):
    """A length made for text of 10 pt, as it is in an accessible profile. In points."""

    length: float


def _fits(*sizes: tuple[float, float], air: float = 1) -> tuple[Fit, ...]:
    return tuple(Fit(size, leading, air) for size, leading in sizes)


def _airs(*airs: float) -> tuple[Fit, ...]:
    return tuple(Fit(air=air) for air in airs)


@dataclass(frozen=True, slots=True)
class _Role:
    """The values of a role: on A4 and Letter, on their halves, and in the accessible profiles, there on halves too.

    Where the accessible profiles differ, theirs is a mapping.
    """

    standard: Any
    small: Any
    roomy: Any
    roomy_small: Any

    def value(self, profile: Profile, *, small: bool) -> Any:  # noqa: ANN401
        if profile is Profile.STANDARD:
            value = self.small if small else self.standard
        else:
            value = self.roomy_small if small else self.roomy
        if isinstance(value, Mapping):
            value = value[profile]
        if isinstance(value, _Roomy):
            return value.style(profile)
        if isinstance(value, _Grown):
            return value.length * _ACCESSIBLE[profile][1] / _TEXT
        return value.style() if isinstance(value, _Serif | _Sans | _SemiBold) else value


def _role(standard: Any, small: Any = None, roomy: Any = None, roomy_small: Any = None) -> Any:  # noqa: ANN401
    """A field of the theme with its values; one not given is as the one before it, a roomy style as the text."""
    is_style = isinstance(standard, _Serif | _Sans | _SemiBold)
    small = standard if small is None else small
    roomy = (_Roomy() if is_style else small) if roomy is None else roomy
    return field(metadata={"role": _Role(standard, small, roomy, roomy if roomy_small is None else roomy_small)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Measures and styles that every section sets its boxes with. Lengths in points.

    A section asks for a role. What that is on a small sheet and in an accessible profile stands here and nowhere else.
    """

    paper: Paper
    profile: Profile
    width: float
    height: float
    inner: float
    """The margin on the binding side: room for a hole punch."""
    smallest: float = _role(7.0)
    """No type is smaller; in the standard profile only point marks are so small."""
    tint: Color | None
    """The ground of alternate cells; none where print is to be clear."""
    outer: float = _role(mm(16), mm(12), mm(16), mm(12))
    top: float = _role(mm(22), mm(19), mm(22), mm(19))
    bottom: float = _role(mm(20), mm(17), mm(20), mm(17))
    head_baseline: float = _role(mm(13), mm(11), mm(13), mm(11))
    """The running head's baseline, from the top edge."""
    head_rule: float = _role(mm(2.2))
    """The rule's distance below that baseline."""
    folio_baseline: float = _role(mm(10.5), mm(9), mm(10.5), mm(9))
    """From the bottom edge."""

    # Titles and heads
    cover_title: Style = _role(
        _Serif(46, mm(17), bold=True),
        _Serif(32, mm(12), bold=True),
        _Roomy(1, 1.12, bold=True, at_least=46),
        _Roomy(1, 1.12, bold=True, at_least=32),
    )
    cover_years: Style = _role(
        _Serif(27, 34, INK_SOFT), _Serif(20, 26, INK_SOFT), _Roomy(1, 1.25, at_least=27), _Roomy(1, 1.25, at_least=20)
    )
    title: Style = _role(
        _Serif(25, 30, bold=True), _Serif(20, 24, bold=True), _Roomy(1.8, 1.2, bold=True), _Roomy(1.5, 1.2, bold=True)
    )
    overline: Style = _role(_SemiBold(8, 11, tracking=0.75), roomy=_Roomy(_LEAST, 1.3, bold=True))
    """Over a title. pdftotext takes a tenth of an em between letters for a space."""
    standfirst: Style = _role(_Serif(11.5, 15.5, INK_SOFT, italic=True), _Serif(10.5, 14, INK_SOFT, italic=True))
    """Under a title: what to do, or the question."""
    heading: Style = _role(_Serif(13.5, 18, bold=True), _Serif(12, 16, bold=True), _Roomy(1.15, 1.3, bold=True))
    subheading: Style = _role(_Serif(12, 15, bold=True), roomy=_Roomy(1.15, 1.3, bold=True))
    """Of a part that is one of several on a page."""
    head: Style = _role(_Sans(8, 10), roomy=_Roomy(_LEAST, 1.2))
    """Of the running head."""
    head_bold: Style = _role(_SemiBold(8, 10), roomy=_Roomy(_LEAST, 1.2, bold=True))
    folio: Style = _role(_SemiBold(9, 11, INK), roomy=_Roomy(_LEAST, 1.2, bold=True))

    # Text
    body: Style = _role(_Serif(10.2, 14), _Serif(9.6, 13.2))
    label: Style = _role(_Sans(8.5, 11), roomy=_Roomy(_LEAST, 1.3))
    """Small words beside or under something: a name to fill in, a date, a version."""
    label_bold: Style = _role(_SemiBold(8.5, 11), roomy=_Roomy(_LEAST, 1.3, bold=True))
    label_italic: Style = _role(_Sans(8.5, 11, italic=True), roomy=_Roomy(_LEAST, 1.3))
    caption: Style = _role(_Sans(9, 12, INK), roomy=_Roomy(_LEAST, 1.3))
    """In a drawing, and under one."""
    note: Style = _role(_Sans(8.8, 11.4), roomy=_Roomy(_LEAST, 1.5))
    """In a margin."""
    mark: Style = _role(_Sans(7.4, 9, WHITE, bold=True), roomy=_Roomy(_LEAST, 1.2, bold=True, color=WHITE))
    """The letter and number of a point, on its ground."""

    # Contents
    contents_number: float = _role(mm(13), mm(9), 0)
    """The column of the parts' numbers; 0 where it is as wide as they are."""
    contents_page: Style = _role(_SemiBold(10, 12, INK), roomy=_Roomy(1.15, 1.3, bold=True))
    description: Style = _role(_Sans(9, 12.5))
    """Under the title of a part."""
    mark_column: float = _role(mm(13), roomy=0)
    """Where marks are explained; 0 where it is as wide as the mark."""

    # The knowledge organiser
    organiser_fits: tuple[Fit, ...] = _role(
        tuple(Fit(size, round(size * 1.28, 2)) for size in (8.0, 8.2, 8.4, 8.6, 8.8, 9.0, 9.2, 9.4)),
        roomy=_airs(0.8, 1.2, 1.6, 2.0, 2.4, 2.8),
    )
    """The closest first; `air` multiplies the space between rows."""
    organiser_read: Fit = _role(Fit(9, 11.52), roomy=Fit())
    """For more entries than any size would bring on a page."""
    organiser_columns: int = _role(2, 1)
    number_column: float = _role(mm(6), roomy=0)
    """The least room for the number of an entry."""
    above_carried: float = _role(0, roomy=_Grown(4))
    """Between a heading that is repeated and the entry that is carried over."""

    # Handwriting
    hand: Hand = _role(
        Hand(1, 0.5, RULE),
        roomy={Profile.CLEAR: Hand(1.1, 0.8, INK_SOFT), Profile.LARGE: Hand(1.4, 1.1, INK_SOFT)},
    )

    # Entries: a term beside its meaning
    entry_fits: tuple[Fit, ...] = _role(
        _fits((10.8, 15), (10.4, 14.4), (10, 13.8), (9.6, 13.2), (9.2, 12.6), air=0.36),
        _fits((9.8, 13.4), (9.4, 12.8), (9.2, 12.4), air=0.36),
        _airs(0.62, 0.54, 0.48, 0.42, 0.36, 0.3, 0.24),
    )
    """The best first; `air` stands above and below an entry, in lines."""
    entry_names: float = _role(mm(42), mm(33), 0)
    """The column of names; 0 where it is as wide as the widest, or none."""
    entry_columns: tuple[int, ...] = _role((2, 3), (1,))
    """In how many columns entries stand that have no column of names, the better first."""

    # A timeline, and what pupils write on one
    legend: Style = _role(_Sans(8.5, 13, INK), roomy=_Roomy(_LEAST, 1.3))
    """The meaning of a sign."""
    flag: Style = _role(_Sans(8, 9.7), roomy=_Roomy(_LEAST, 1.3))
    """The words on a pole."""
    band_name: Style = _role(_SemiBold(9, 11, INK), roomy=_Roomy(_LEAST, 1.3, bold=True))
    """The years of a cell of the band."""
    footnote: Style = _role(_Sans(8.8, 12.4), roomy=_Roomy(_LEAST, 1.5))
    """Under a drawing, over the whole line."""
    choice: Style = _role(_Sans(9.5, 12.6, INK), roomy=_Roomy(_LEAST, 1.3))
    """A list to choose answers from."""
    corner: Style = _role(_Sans(7, 8), roomy=_Roomy(_LEAST, 1.3, color=INK_SOFT))
    """The number in the corner of a box to write in."""
    card_letter: Style = _role(
        _SemiBold(11.22, 14.28), _SemiBold(10.56, 13.44), _Roomy(1.1, 1.3, bold=True, color=INK_SOFT)
    )
    runs_across: bool = _role(True, roomy=False)
    """A timeline runs across the page; in large type no flag has room beside its pole, and it runs down."""
    lanes: int = _role(8, 4, 4)
    """How many bars stand beside one another on a timeline down the page; more lie over one another."""
    date_rule: float = _role(mm(34), roomy=mm(42))
    """A rule for a date in handwriting."""
    letter_room: float = _role(mm(5), roomy=mm(9))
    """The width of a handwritten letter or two in a box."""

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

    @property
    def unparted(self) -> float:
        """The height up to which an entry is not parted: in large type half of one is hard to carry over."""
        return self.depth / 3 if self.accessible else 0

    @property
    def widest_dates(self) -> float:
        """The widest column of dates beside what happened."""
        return 0.42 * self.measure if self.accessible else mm(30)

    def fitted(self, fit: Fit, style: Style | None = None) -> Style:
        """The style of text in a fit: `style`, or the text's, in its size; the text as it is where the fit has none."""
        return (style or self.body).sized(fit.size, fit.leading) if fit.size else self.body

    def grown(self, length: float) -> float:
        """A length made for text of 10 pt, grown with the text of an accessible profile."""
        return length * self.body.size / _TEXT if self.accessible else length

    @property
    def sign_growth(self) -> float:
        """How many times larger the signs of a timeline are than in the standard profile: like the type beside them."""
        return self.smallest / 8.5 if self.accessible else 1.0

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


@cache
def theme_for(paper: Paper, profile: Profile = Profile.STANDARD, *, punch: bool = False, hyphens: str = "") -> Theme:
    """The theme on a paper; A5 is laid out for its size, never shrunk from A4, and so is each profile.

    With `punch`, the binding margin is wide enough for a hole punch on a small sheet, too. `hyphens` is the language
    (BCP 47) whose rules divide the words of running text, or empty.
    """
    width, height = paper.size
    small = paper.small
    roles = {each.name: each.metadata["role"].value(profile, small=small) for each in fields(Theme) if each.metadata}
    if profile is not Profile.STANDARD:
        roles["smallest"] = _ACCESSIBLE[profile][0]
    if hyphens:
        roles |= {name: replace(roles[name], hyphens=hyphens) for name in _RUNNING}
    return Theme(
        paper=paper,
        profile=profile,
        width=width,
        height=height,
        inner=max(mm(16 if small else 24), _PUNCH_MARGIN if punch else 0),
        tint=TINT if profile is Profile.STANDARD else None,
        **roles,
    )


_RUNNING = ("body", "note", "footnote")
"""The styles of running text."""
