"""The theme of a pack on one paper: margins, measures and the styles of everything that is printed, by role."""

from collections.abc import Mapping
from dataclasses import fields, replace
from functools import lru_cache

from studypack.base.record import record
from studypack.layout.fonts import Family, OwnFamily
from studypack.layout.page import Color, Frame
from studypack.layout.role import STANDARD_TEXT, Fit, ThemeData
from studypack.layout.style import Style, mm
from studypack.layout.themes import THEMES
from studypack.layout.themes.roles import Roles, Running
from studypack.model.choices import Paper, Profile, ThemeName
from studypack.model.house_faces import HouseFaces
from studypack.model.house_style import OUR_STYLE, HouseStyle

SCALE = (8, 9, 10, 11, 12, 14, 19, 25, 46)
"""The sizes of type of the standard profile on A4 and Letter, in points, and no others: marks and running heads;
captions, notes and labels; text in columns; heads of points and standfirsts; text over the whole line; headings; faces
of cards; titles of sections; the cover's title. Half sheets and the accessible profiles step the same roles."""
_SHORT_LINE = 48
"""Characters that a line has room for: whole words leave it with 45 on average, and shorter ones with holes."""
_PUNCH_MARGIN = mm(20)
"""A hole and 3 mm of paper beside it. At their widest, holes of ISO 838 end 16.3 mm from the edge (6 ± 0.5 mm wide,
12 ± 1 mm from the edge to their middle), and those of US three-hole punches 16.7 mm (5/16 in. wide, 1/2 in. in)."""
_HEADINGS = (
    "title", "cover_title", "heading", "subheading", "point_title", "side_heading", "row_heading", "overline",
)  # fmt: skip
"""The styles that the face of a house for headings is for."""
_MOST_THEMES = 64
"""The themes that are kept: the style of a house changes while a preview looks at it, and may hold whole fonts."""
_UNDER_FOLIO = mm(1)
"""Between a hole and a folio, or a running head, that stand at a bound edge."""
_TITLES = ("title", "cover_title")
"""The styles that the lead colour of a house is for."""


@record(kw_only=True)
class Theme(Roles):
    """Styles and measures that every section sets its boxes with, and what follows from them. Lengths in points.

    A section asks for a role. What that is on a small sheet and in an accessible profile stands in the tables of
    `themes/`, and nowhere else.
    """

    paper: Paper
    profile: Profile
    roomy: bool
    """In one column, upright and on plain ground, in lengths that grow with the type."""
    width: float
    height: float

    @property
    def measure(self) -> float:
        """The width of the text area."""
        return self.width - self.inner - self.outer

    @property
    def turned(self) -> "Theme":
        """The same on a page that lies, as wide tables do in books: they are read with the book turned to the right.

        A right-hand page is then bound at its upper edge and a left-hand one at its lower: both have such a margin.
        """
        more = self.inner - self.outer + _UNDER_FOLIO
        return replace(
            self,
            width=self.height,
            height=self.width,
            inner=self.outer,
            top=self.top + more,
            bottom=self.bottom + more,
            head_baseline=self.head_baseline + more,
            folio_baseline=self.folio_baseline + more,
        )

    @property
    def depth(self) -> float:
        """The height of the text area."""
        return self.height - self.top - self.bottom

    @property
    def picture(self) -> float:
        """How tall a picture under a point's text is at most: who needs large type reads small drawings badly."""
        return self.depth * (0.6 if self.roomy else 1 / 3)

    @property
    def third(self) -> float:
        """A third of that height: no part begins in less, and what is taller may be parted."""
        return self.depth / 3

    @property
    def unparted(self) -> float:
        """The height up to which an entry is not parted: in large type half of one is hard to carry over."""
        return self.third if self.roomy else 0

    @property
    def widest_dates(self) -> float:
        """The widest column of dates beside what happened."""
        return 0.42 * self.measure if self.roomy else mm(33)

    def fitted(self, fit: Fit, style: Style | None = None) -> Style:
        """A style, or that of the text, in the size of a fit; as it is where the fit has none."""
        style = style or self.body
        if fit.size:
            return style.sized(fit.size, fit.leading)
        return style.sized(style.size, style.size * fit.leading) if fit.leading else style

    def grown(self, length: float) -> float:
        """A length that suits the text of the standard profile, in proportion to that of a roomy one."""
        return length * self.body.size / STANDARD_TEXT if self.roomy else length

    @property
    def sign_growth(self) -> float:
        """How many times larger the signs of a timeline are than in the standard profile: like the type beside them."""
        return self.smallest / 8.5 if self.roomy else 1.0

    @property
    def mark_height(self) -> float:
        """Of a point's mark."""
        return 1.5 * self.mark.size if self.roomy else mm(4.3)

    @property
    def letter_diameter(self) -> float:
        """Of the circle round the letter of a move."""
        return 1.32 * self.mark.size if self.roomy else mm(3.7)

    @property
    def mark_width(self) -> float:
        """Of a point's mark of three characters or fewer."""
        return 2.4 * self.mark.size if self.roomy else mm(7.4)

    def frame(self, *, recto: bool) -> Frame:
        """The text area of a page; the binding side is left on a recto, right on a verso."""
        left = self.inner if recto else self.outer
        return Frame(left, self.bottom, left + self.measure, self.height - self.top)

    def sheet(self) -> Frame:
        """The whole page, for sections that need no margins: cards to cut."""
        return Frame(0, 0, self.width, self.height)


def _families(
    faces: HouseFaces, data: ThemeData, profile: Profile
) -> tuple[Mapping[Family | OwnFamily, Family | OwnFamily], OwnFamily | None]:
    """What is set in another family than its style says, and the family of headings, if the house has one.

    An accessible profile keeps ours unless the house says that its own are for all.
    """
    families: dict[Family | OwnFamily, Family | OwnFamily] = {each: data.families[each] for each in data.families}
    if profile is not Profile.STANDARD and not faces.accessible:
        return families, None
    replaced = Family.CLEAR if profile in data.roomy else Family.SERIF
    ours = data.families.get(replaced, replaced)
    headings = OwnFamily(faces.headings, ours, one_weight=True) if faces.headings else None
    if faces.text:
        families[replaced] = OwnFamily(faces.text, ours)
    return families, headings


@lru_cache(maxsize=_MOST_THEMES)
def theme_for(
    paper: Paper,
    profile: Profile = Profile.STANDARD,
    name: ThemeName = ThemeName.GUIDE,
    *,
    style: HouseStyle = OUR_STYLE,
    punch: bool = False,
    hyphens: str = "",
    narrow: bool = False,
) -> Theme:
    """The theme on a paper, in the style of a house; A5 is laid out for its size, never shrunk from A4, and so is each
    profile.

    With `punch`, the binding margin is wide enough for a hole punch on a small sheet, too. `hyphens` is the language
    (BCP 47) whose rules divide the words of running text, or empty; with `narrow` in short lines alone, and in no roomy
    profile.
    """
    width, height = paper.size
    data = THEMES[name]
    roomy = data.roomy.get(profile)
    roles = {role: value.value(profile, roomy, small=paper.small) for role, value in data.values.items()}
    families, headings = _families(style.faces, data, profile)
    for role, value in roles.items():
        if isinstance(value, Style):
            family = headings if headings and role in _HEADINGS else families.get(value.family)
            roles[role] = value.set_in(family) if family else value
    if roomy:
        roles["smallest"] = roomy[0]
    if style.colors.lead:
        roles["lead"] = Color.from_hex(style.colors.lead)
        roles |= {role: roles[role].colored(roles["lead"]) for role in _TITLES}
    if punch:
        roles["inner"] = max(roles["inner"], _PUNCH_MARGIN)
    if hyphens and not (narrow and roomy):
        under = _SHORT_LINE if narrow else 0
        running = [each.name for each in fields(Roles) if each.type is Running]
        roles |= {role: replace(roles[role], hyphens=hyphens, divided_under=under) for role in running}
    return Theme(paper=paper, profile=profile, roomy=bool(roomy), width=width, height=height, **roles)
