"""The numbers that a timeline is drawn by: its measures, and how the best way to draw it is looked for."""

from studypack.base.record import record
from studypack.layout.style import mm


@record
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
    """The dashes and gaps of what is dated only roughly."""

    # Signs
    dot: float = 3.3
    """The radius of a dot; a square is as wide as a dot."""
    diamond: float = 1.15
    """How many times as far a diamond reaches from its middle."""
    bar: float = mm(1.8)
    """How thick a bar is."""
    row: float = mm(2.5)
    """From the near edge of a bar to that of the next row's."""
    marked_bar: float = mm(2.6)
    """How thick a bar is that bears a mark of 8 pt."""
    marked_row: float = mm(3.2)
    """From the near edge of such a bar to that of the next row's."""
    bar_mark: float = 8.0
    """The size of such a mark."""
    beside_mark: float = 2.6
    """Between the end of a bar and the mark in it, or at it."""
    around_mark: float = 1.2
    """Between a mark and the hatching or a pole beside it."""
    between_bars: float = mm(0.6) + 0.7
    """From a bar to the one that begins where it ends, with the outlines of both: they never look like one."""
    offset: float = mm(0.5)
    """From the band to the first row."""
    rows: int = 8
    """The most there are. More bars at one time lie over one another: a hundred laws of one year look like one."""
    arrowhead: float = 5.0
    """The length of an arrowhead."""
    after_arrowhead: float = 0.6
    """From it to the bar."""
    shortest: float = mm(1.6)
    """A span that would be shorter on paper is drawn as a dot."""
    shortest_dashed: float = mm(4)
    """The least length of a dashed bar."""
    after_sign: float = 5.0
    """From a sign to its meaning."""
    between_meanings: float = 20.0
    """From the meaning of a sign to the next sign."""
    sample: float = mm(9)
    """The length of a bar whose meaning is told."""

    # Bands
    band: float = mm(5.6)
    """From the upper edge of a band across the page to the lower."""
    around_name: float = 3.0
    """On both sides of a cell's name together, across the page."""
    beside_line: float = 3.0
    """On both sides of the name of a moment, which stands on its line."""
    under_edge: float = 3.0
    """From the upper edge of a cell to the capitals of its name, down the page."""
    beside_name: float = 4.0
    """On both sides of the widest year of a band down the page; to its right half a sign stands, too."""
    cell: float = 1.5
    """The least height of a cell down the page, in lines: its name fits."""
    beside_cut_name: float = 2.0
    """On both sides of any other name of such a band."""
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
    facing: float = mm(6)
    """Between words on the right of their pole and words on the left of theirs, which are nearest to one another."""
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
    around: float = mm(6)
    """Between an axis and what stands over and under it."""

    beside_title: float = 0.56
    """The part of the measure that the key to the signs has beside the title of a page that lies."""

    # Strips under one another
    least_gap: float = mm(3.5)
    most_gap: float = mm(15)
    """Between strips."""
    above_notes: float = mm(7)
    """Over the notes at the foot of the page."""

    # Labels beside an axis that runs down the page
    to_words: float = mm(2)
    """From the end of a pole to its words."""
    slant: float = mm(5)
    """Room for poles that slant from a date to a label that had to move."""

    # Room to write
    to_rule: float = 3.0
    """From the number of a date to the rule after it."""
    after_words: float = 5.0
    """From words to the rule after them, and from a rule to the words after it."""
    event_name: float = mm(58)
    """The least length of a rule for the name of an event, beside its date; a shorter one goes on the next line."""
    least_words: float = 10
    """Beside a rule for a date, in ems; with less room they stand under it."""

    # Dates at even distances
    between_labels: float = 0.6
    """From label to label down the page, in ems of the text."""
    closer: float = 0.65
    """Of that space, where it saves a page."""
    airiest: float = 0.35
    """Of the least distance from row to row: rows are spread by so much to fill their pages."""
    usual_lines: int = 3
    """A label of more lines takes the room that it needs; the others keep their distance."""
    tallest: float = 0.4
    """A part of a page: a taller label is told at the foot, with its date."""
    fewest_rows: int = 3
    """On the last page: fewer look forgotten."""
    widest_dates: float = 0.36
    """The widest column of dates, as a part of the measure."""
    narrowest_titles: float = 13
    """The narrowest column of titles beside them, in ems; with less room a title follows its date in the same line."""

    # The list to choose labels from
    list_gutter: float = mm(7)
    list_column: float = 14
    """The least width of a column, in ems."""
    list_columns: int = 3
    """The most there are."""
    list_letter: float = 0.7
    """The room for each letter that an entry is named by, in ems."""
    whole_list: float = 0.85
    """A part of a page: a list that is no longer stays on one."""

    # Notes
    foot: float = 0.3
    """A part of a page. Longer notes may go on to other pages; where more is left over, notes follow the last strip."""

    @property
    def outermost(self) -> float:
        """From the middle of the widest sign, a diamond, to the farthest part of it."""
        return self.diamond * self.dot


GEOMETRY = Geometry()


@record
class Search:
    """How many ways to draw a timeline are tried, and what makes one worse than another."""

    # Strips across the page
    fewest_labels: int = 4
    """A strip with fewer is mostly empty."""
    labels: int = 7
    """So many fill a strip well."""
    crowded: int = 8
    """Labels on each strip of a timeline that takes more strips than others, because it has so many."""
    most_labels: int = 45
    """More hardly ever fit on a strip, whatever its scale."""
    strips: int = 7
    """The most there are, unless the timeline is crowded."""
    cost_of_a_strip: float = 5.0
    """A strip more is worth it if it brings the labels this much nearer to the band, in points."""
    compared: int = 3
    """So many numbers of strips, and twice as many where a label hangs far from its date."""
    worth_comparing: int = 200
    """Labels; more fill page after page however they are arranged."""
    settings_worth_comparing: int = 60
    """Dates; of more each way to letter or write takes its time, and pages fill anyway."""

    # Labels above and below a band
    tall: int = 4
    """Lines; a taller label is taken only if it saves more than its extra lines."""
    leftward: int = 8
    """So many of the last labels may fly to the left."""
    turned: float = 20.0
    """A label may fly to the left if that saves so many points of pole: all to the right is calmer."""
    crowded_side: int = 30
    """Labels; of more than these no arrangement is much better than another."""
    high_side: float = 70
    """On a side that reaches so far out, some flags may fly to the left before others that fly to the right,"""
    worth_fanning: float = 12
    """if it is then lower by so many points,"""
    fanned: int = 14
    """and has no more flags than these."""
    low_side: float = 40
    """A side no higher than so many points needs no better arrangement."""

    # To scale, down the page
    by_the_month: float = 2.0
    """Years that may be drawn by the month: each cell then says its year, for which a longer band has no room."""
    more_pages: float = 1.4
    """Times the pages of an even timeline; beyond that they are mostly empty."""
    farthest: float = 4.0
    """Lines of type by which a label may stand above or below its date."""
    largest_cell: float = 2.2
    """Times as large as on a strip: a few dates are not drawn out over a page."""
    cells: int = 5000
    """The most there are in a band: more would fill hundreds of pages."""
    cells_named: int = 60
    """The most cells of a unit that the names are measured of."""


SEARCH = Search()
