"""The measures of a timeline's drawing: what its lines, signs, bands and labels are drawn with."""

from dataclasses import dataclass

from studypack.layout.style import mm


@dataclass(frozen=True, slots=True)
class Geometry:
    """Lengths in points, as in the standard profile; an `Edge` draws signs larger beside larger type."""

    # Lines
    pole: float = 0.7
    """The thickness of the line from a date to its label, and of the outline of a bar."""
    outline: float = 0.8
    """The thickness of the lines of a band."""
    axis: float = 1.4
    """The thickness of an axis without years."""
    tick: float = mm(0.9)
    """The length of a tick that marks off a part of a cell."""
    dash: tuple[float, float] = (2.4, 1.6)
    """Of what is dated only roughly."""

    # Signs
    dot: float = 3.3
    """The radius of a dot; a square is as wide as a dot."""
    diamond: float = 1.15
    """How many times as far a diamond reaches from its middle."""
    bar: float = mm(1.8)
    """How thick a bar is."""
    row: float = mm(2.5)
    """From the near edge of a bar to that of the next row's."""
    offset: float = mm(0.5)
    """From the band to the first row."""
    rows: int = 8
    """More bars at one time lie over one another: a hundred laws of one year look like one."""
    arrowhead: float = 5.0
    """The length of an arrowhead."""
    shortest: float = mm(1.6)
    """A span that would be shorter on paper is drawn as a dot."""
    shortest_dashed: float = mm(4)
    after_sign: float = 5.0
    """From a sign to its meaning."""
    between_meanings: float = 20.0
    """From the meaning of a sign to the next sign."""
    sample: float = mm(9)
    """The length of a bar whose meaning is told."""

    # Bands
    band: float = mm(5.6)
    """From the upper edge of a band across the page to the lower."""
    under_edge: float = 3.0
    """From the upper edge of a cell to the capitals of its name, down the page."""
    beside_name: float = 4.0
    """On both sides of the widest year of a band down the page; to its right half a sign stands, too."""
    beside_dates: float = mm(3)
    """From dates that stand before an axis to the signs on it."""

    # Labels above and below a band
    over_dots: float = 8.0
    """From the band to the nearest label, clear of the dots."""
    over_bars: float = 4.0
    """Between the bars and a label over them."""
    to_flag: float = mm(1.4)
    """From a pole to the words beside it."""
    under_top: float = 1.4
    """A pole ends so far under the top of its words."""
    before_pole: float = mm(2)
    """From words to the next pole."""
    between_flags: float = mm(1.6)
    """From a label to the one farther out."""
    flags: tuple[float, ...] = tuple(mm(width) for width in (43, 39, 35, 31, 27))
    """The widths that are tried for a label, the widest first."""
    narrowest_flag: float = mm(24)
    flag_date: float = mm(27)
    """A rule for a date in handwriting; less where a label is narrow."""
    empty_side: float = mm(3)
    """How far out a side of a band reaches that has nothing there."""
    competing: float = mm(40)
    """Labels that are nearer to one another along the band compete for room."""
    hard_to_follow: float = mm(40)
    """From the band to a label that is far from its date."""
    free_margin: float = mm(30)
    """On the right of a crowded strip, for the words of its last labels."""

    # Strips under one another
    least_gap: float = mm(3.5)
    most_gap: float = mm(15)
    above_notes: float = mm(7)
    """Over the notes at the foot of the page."""

    # Labels beside an axis that runs down the page
    to_words: float = mm(2)
    """From the end of a pole to its words."""
    slant: float = mm(5)
    """Room for poles that slant from a date to a label that had to move."""

    @property
    def outermost(self) -> float:
        """From the middle of the widest sign, a diamond, to the farthest part of it."""
        return self.diamond * self.dot


GEOMETRY = Geometry()
