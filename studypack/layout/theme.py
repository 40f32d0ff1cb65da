"""The theme of a pack on one paper: margins, measures and the styles of everything that is printed, by role."""

from dataclasses import dataclass, fields, replace
from functools import cache

from studypack.layout.page import Color, Frame
from studypack.layout.role import (
    ACCESSIBLE,
    LEAST,
    STANDARD_TEXT,
    Fit,
    Grown,
    Roomy,
    Sans,
    SemiBold,
    Serif,
    airs,
    fits,
    role,
)
from studypack.layout.style import HAIRLINE, INK, INK_SOFT, RULE, TINT, WHITE, Feint, Hand, Style, mm
from studypack.model.options import Paper, Profile

SCALE = (8, 9, 10, 11, 12, 14, 19, 25, 46)
"""The sizes of type of the standard profile on A4 and Letter, in points, and no others: marks and running heads;
captions, notes and labels; text in columns; heads of points and standfirsts; text over the whole line; headings; faces
of cards; titles of sections; the cover's title. Half sheets and the accessible profiles step the same roles."""
_SHORT_LINE = 48
"""Characters that a line has room for: whole words leave it with 45 on average, and shorter ones with holes."""
_PUNCH_MARGIN = mm(20)
"""A hole and 3 mm of paper beside it. At their widest, holes of ISO 838 end 16.3 mm from the edge (6 ± 0.5 mm wide,
12 ± 1 mm from the edge to their middle), and those of US three-hole punches 16.7 mm (5/16 in. wide, 1/2 in. in)."""


def _passages(scale: float, *sizes: float) -> tuple[Fit, ...]:
    """The ways to set passages for a hand: 8 mm from line to line is the feint of a British exercise book."""
    pitches = ((mm(9.2), mm(2.8)), (mm(8.6), mm(2.4)), (mm(8), mm(2)), (mm(8), mm(0.7)))
    return tuple(
        Fit(size, pitch * scale, between / pitch) for size, (pitch, between) in zip(sizes, pitches, strict=True)
    )


def _faces(open_: float, *sizes: tuple[float, float]) -> tuple[tuple[Fit, Fit], ...]:
    """The sizes of what stands on a face of a card, with `open_` as its leading in ems, and of what stands under it."""
    return tuple((Fit(large, large * open_), Fit(small, small * 1.35)) for large, small in sizes)


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
    smallest: float = role(7.0)
    """No type is smaller; in the standard profile only figures above and below a line are so small."""
    tint: Color | None
    """The ground of alternate cells; none where print is to be clear."""
    outer: float = role(mm(16), mm(12), mm(16), mm(12))
    top: float = role(mm(22), mm(19), mm(22), mm(19))
    bottom: float = role(mm(20), mm(17), mm(20), mm(17))
    head_baseline: float = role(mm(13), mm(11), mm(13), mm(11))
    """The running head's baseline, from the top edge."""
    head_rule: float = role(mm(2.2))
    """The rule's distance below that baseline."""
    folio_baseline: float = role(mm(10.5), mm(9), mm(10.5), mm(9))
    """From the bottom edge."""

    # Titles and heads
    cover_title: Style = role(
        Serif(46, mm(17), bold=True),
        Serif(32, mm(12), bold=True),
        Roomy(1, 1.12, bold=True, at_least=46),
        Roomy(1, 1.12, bold=True, at_least=32),
    )
    cover_years: Style = role(
        Serif(25, 32, INK_SOFT), Serif(20, 26, INK_SOFT), Roomy(1, 1.25, at_least=27), Roomy(1, 1.25, at_least=20)
    )
    title: Style = role(
        Serif(25, 30, bold=True), Serif(20, 24, bold=True), Roomy(1.8, 1.2, bold=True), Roomy(1.5, 1.2, bold=True)
    )
    overline: Style = role(SemiBold(8, 11, tracking=0.75), roomy=Roomy(LEAST, 1.3, bold=True))
    """Over a title. pdftotext takes a tenth of an em between letters for a space."""
    standfirst: Style = role(Serif(11, 15), Serif(10.5, 14))
    """Under a title: what to do, or the question."""
    heading: Style = role(Serif(14, 18, bold=True), Serif(12, 16, bold=True), Roomy(1.15, 1.3, bold=True))
    subheading: Style = role(Serif(12, 15, bold=True), roomy=Roomy(1.15, 1.3, bold=True))
    """Of a part that is one of several on a page."""
    continued: Style = role(Sans(9, 12, italic=True), roomy=Roomy(LEAST, 1.3))
    """After a heading that is repeated."""
    head: Style = role(Sans(8, 10), roomy=Roomy(LEAST, 1.2))
    """Of the running head."""
    head_bold: Style = role(SemiBold(8, 10), roomy=Roomy(LEAST, 1.2, bold=True))
    folio: Style = role(SemiBold(8, 10, INK), roomy=Roomy(LEAST, 1.2, bold=True))

    # Text
    body: Style = role(Serif(10, 13.7), Serif(9.6, 13.2), running=True)
    label: Style = role(Sans(9, 11), roomy=Roomy(LEAST, 1.3))
    """Small words beside or under something: a name to fill in, a date, a version."""
    label_bold: Style = role(SemiBold(9, 11), roomy=Roomy(LEAST, 1.3, bold=True))
    label_italic: Style = role(Sans(9, 11, italic=True), roomy=Roomy(1, 1.3))
    caption: Style = role(Sans(9, 12, INK), roomy=Roomy(1, 1.3))
    """In a drawing, and under one."""
    note: Style = role(Sans(9, 12, INK), Sans(9, 11.4, INK), Roomy(1, 1.5), Roomy(LEAST, 1.5), running=True)
    """In a margin."""
    mark: Style = role(Sans(8, 9, WHITE, bold=True), roomy=Roomy(LEAST, 1.2, bold=True, color=WHITE))
    """The letter and number of a point, on its ground."""

    mark_continued: Style = role(Sans(8, 9, italic=True), roomy=Roomy(LEAST, 1.3))
    """By the mark of a point that is carried over."""
    name_label: Style = role(Sans(9, 12), roomy=Roomy(LEAST, 1.3))
    """Before a rule at the head of a sheet: Name, Class, Date."""
    most_marks: Style = role(SemiBold(10, 12, INK), roomy=Roomy(LEAST, 1.3, bold=True))
    """After the rule for the score: how many marks there are."""

    text_columns: int = role(2, 1)
    """Columns of running text; with two of them the line has room for other columns, too, and for a margin."""
    tall_marks: bool = role(False, roomy=True)
    """Marks are taller than a small line, and stand at its top."""
    beside_mark: float = role(0, roomy=Grown(7.65))
    """Between a mark in the margin and its text; 0 where the column of marks has a width of its own."""
    mark_indent: float = role(mm(9.6))
    """Of text beside a mark in its margin, at least."""
    wide_mark_indent: float = role(mm(10.5))
    """The same on sheets to write on, and in a table."""
    both_heads: bool = role(True, roomy=False)
    """A running head names the pack and the section, however long; else the pack on a verso, the section on a recto."""

    # The cover
    cover_years_small: Style = role(Serif(19, 24, INK_SOFT), Serif(14, 18, INK_SOFT), Roomy(1, 1.25, at_least=19))
    """Where the title has not its full size."""
    cover_subtitle: Style = role(
        Serif(14, 20, INK_SOFT),
        Serif(12, 16, INK_SOFT),
        {Profile.CLEAR: Roomy(1, 20 / 15, at_least=15), Profile.LARGE: Roomy(1, 1.35)},
    )
    cover_subtitle_small: Style = role(Serif(12, 16, INK_SOFT), roomy=Roomy(1, 1.35))
    """Where the cover has more to say than it has room for."""
    cover_question: Style = role(Serif(14, 20, italic=True), Serif(11.5, 16, italic=True), Roomy(1, 1.5, at_least=14))
    cover_question_small: Style = role(Serif(11, 16, italic=True), roomy=Roomy(1, 1.5))
    cover_sizes: int = role(4, roomy=3)
    """How many of the sizes of a title stand out; below them any number of lines will do."""
    between_names: float = role(mm(6), mm(4))

    # Contents
    contents_number: float = role(mm(13), mm(9), 0)
    """The column of the parts' numbers; 0 where it is as wide as they are."""
    contents_figure: Style = role(Serif(19, 18, INK_SOFT), Serif(16, 16, INK_SOFT), Roomy(1.5, 1, color=INK_SOFT))
    """The number of a part."""
    contents_page: Style = role(SemiBold(10, 12, INK), roomy=Roomy(1.15, 1.3, bold=True))
    description: Style = role(Sans(9, 12, INK), running=True)
    """Under the title of a part."""
    mark_column: float = role(mm(13), roomy=0)
    """Where marks are explained; 0 where it is as wide as the mark."""

    # The knowledge organiser
    organiser_fits: tuple[Fit, ...] = role(
        (Fit(9, 11, 0.4), Fit(9, 11.5), Fit(9, 12)),
        roomy=airs(0.8, 1.2, 1.6, 2.0, 2.4, 2.8),
    )
    """The closest first; `air` multiplies the space between rows."""
    organiser_read: Fit = role(Fit(9, 11.52), roomy=Fit())
    """For more entries than any size would bring on a page."""
    organiser: Style = role(Sans(9, 11.4, INK), roomy=Roomy(), running=True)
    organiser_continued: Style = role(Sans(9, 12, italic=True), roomy=Roomy(LEAST, 1.3))
    """After a heading that is repeated."""
    number_column: float = role(mm(6), roomy=0)
    """The least room for the number of an entry."""
    above_carried: float = role(0, roomy=Grown(4))
    """Between a heading that is repeated and the entry that is carried over."""

    # Handwriting
    hand: Hand = role(
        Hand(1, 0.5, RULE),
        roomy={Profile.CLEAR: Hand(1.1, 0.8, INK_SOFT), Profile.LARGE: Hand(1.4, 1.1, INK_SOFT)},
    )
    ruled: Feint = role(
        Feint(mm(8), 0.5, RULE),
        roomy={Profile.CLEAR: Feint(mm(10), 0.8, INK_SOFT), Profile.LARGE: Feint(mm(13), 1.1, INK_SOFT)},
    )
    """Paper: 8 mm is the feint of a British exercise book."""
    dotted: Feint = role(
        Feint(mm(5), 0.9, INK_SOFT),
        roomy={Profile.CLEAR: Feint(mm(7), 1.3, INK_SOFT), Profile.LARGE: Feint(mm(10), 1.8, INK_SOFT)},
    )
    squared: Feint = role(
        Feint(mm(5), 0.4, HAIRLINE),
        roomy={Profile.CLEAR: Feint(mm(7), 0.6, RULE), Profile.LARGE: Feint(mm(10), 0.8, RULE)},
    )

    # The table
    table_columns: int = role(2, 1)
    """One side beside the other, or under it: no line of a column has fewer than 38 characters."""
    blank_columns: int = role(2, roomy=1)
    """The same of a table to fill in: what is written has shorter lines than what is read."""
    statement_fits: tuple[Fit, ...] = role(
        fits((9, 12.4), (10, 13.7), air=0.7),
        fits((9.2, 12.6), (9.6, 13.2), (10, 13.7), air=0.7),
        roomy=airs(0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2),
    )
    """Of a point on a sheet to sort, whose lines face no others; the closest first."""
    point_title: Style = role(SemiBold(11, 13.7, INK), SemiBold(10.5, 13.2, INK), Roomy(bold=True))
    """Over a point's text: in the colour of its side, and of another face than its key terms."""
    under_point_title: float = role(mm(1.2), roomy=Grown(mm(1.2)))
    """Between it and the text; but columns beside each other have a line of theirs under every line of a head."""
    point_fits: tuple[Fit, ...] = role(
        fits((9, 13.7), (10, 13.7)),
        fits((9.2, 12.6), (9.6, 13.2), (10, 13.7), air=0.7),
        roomy=airs(0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2),
    )
    """The closest first; `air` stands between points, in lines. On the grid the type alone grows: its leading stays."""
    side_heading: Style = role(Sans(14, 18, INK, bold=True), Sans(12, 16, INK, bold=True), Roomy(1.265, 1.3, bold=True))
    row_heading: Style = role(Serif(12, 16, bold=True), roomy=Roomy(1.15, 1.3, bold=True))
    """Of a row that both sides share."""
    dateline: Style = role(SemiBold(9, 11), roomy=Roomy(1, 1.5, bold=True))
    """A point's date, at the end of the line of its title."""
    task: Style = role(Serif(10, 13.7), running=True)
    """Under a title: what a pupil is to do, and the items that are worked on."""

    # Worksheets and flashcards
    passage_fits: tuple[Fit, ...] = role(
        _passages(1, 11, 11, 11, 11),
        _passages(1, 10.5, 10.5, 10, 10),
        {
            Profile.CLEAR: _passages(1.1, 12.5, 12.5, 12.5, 12.5),
            Profile.LARGE: _passages(1.4, 18, 18, 18, 18),
        },
    )
    """The easiest first; `air` stands between passages, in lines. A closer one is taken only where it saves a page."""
    gap_number: Style = role(SemiBold(8, 8, INK), roomy=Roomy(LEAST, 1.3, bold=True))
    gap_widths: tuple[float, float] = role(*[(mm(34), mm(46)), (mm(28), mm(40))] * 2)
    """The least and the most that a gap is wide, for a hand of the standard size."""
    bank_word: Style = role(Sans(10, 12.6, INK), Sans(10, 12.6, INK), Roomy(1, 1.3), Roomy(LEAST, 1.3))
    """A word of a word bank."""
    bank_uses: Style = role(SemiBold(9, 12.6), roomy=Roomy(LEAST, 1.3, bold=True))
    """How often such a word is used: ×2."""
    card_faces: tuple[tuple[Fit, Fit], ...] = role(
        _faces(24 / 19, (19, 11), (14, 11), (12, 11), (11, 10), (10, 10), (9, 9)),
        roomy={
            Profile.CLEAR: _faces(1.26, (19, 13), (15, 13), (14, 13), (13, 13)),
            Profile.LARGE: _faces(1.26, *((size, 18) for size in range(22, 17, -1))),
        },
    )
    """Of what a card asks or answers and of what stands under that, the best first; both faces are set alike."""
    card_grid: tuple[int, int, float] = role(
        (2, 4, mm(10)),
        (2, 3, mm(8)),
        {Profile.CLEAR: (2, 3, mm(10)), Profile.LARGE: (2, 2, mm(11))},
        {Profile.CLEAR: (2, 2, mm(8)), Profile.LARGE: (1, 2, mm(11))},
    )
    """Columns and rows of a sheet of cards, and the padding of a card, which is as small as its type leaves readable:
    A7 on A4 for standard type, A6 for large print; on A5 a card of A8 would not hold a question."""
    ten_cards: tuple[int, int, float] | tuple[()] = role((2, 5, mm(8)), ())
    """The same for ten cards to a sheet; empty where they would be too small."""
    card_head: float = role(mm(3), roomy=mm(4.5))
    """Between the line at the head of a card and its text."""
    card_band: float = role(mm(2))
    """The height of the band over them, in the colour of the card's side."""

    # The key
    answer: Style = role(Serif(12, 14, bold=True), Serif(11, 14, bold=True), Roomy(bold=True))
    answer_sentence: Style = role(Serif(11, 14), Serif(9.8, 14))
    """An answer that is a sentence: a page of bold type would shout."""
    answer_else: Style = role(Serif(9, 11.5), roomy=Roomy(1, 1.5))
    """What else to accept."""
    answer_number: Style = role(SemiBold(11, 14, INK), roomy=Roomy(LEAST, 1.3, bold=True))
    after_number: float = role(mm(2.2), roomy=0)
    """Between a number and its answer; 0 where that is the size of the answer."""
    answer_columns: int = role(3, 2)
    marks_note: Style = role(SemiBold(9, 11), roomy=Roomy(LEAST, 1.3, bold=True))
    """Beside the heading of a sheet's answers: how many marks there are."""
    whole_passage: Style = role(Serif(9, 12.6), roomy=Roomy(1, 1.5), running=True)
    """A passage with its answers in place."""
    whole_passage_title: Style = role(SemiBold(9, 12.6), roomy=Roomy(1, 1.3, bold=True))
    whole_passage_number: Style = role(SemiBold(8, 8), roomy=Roomy(LEAST, 1.3, bold=True, color=INK_SOFT))
    """Before an answer in its passage."""
    correction: Style = role(Serif(10, 13.2), roomy=Roomy(1, 1.5), running=True)
    correction_fits: tuple[Fit, Fit] = role(
        (Fit(10, 13.2, mm(3) / 13.2), Fit(9, 12, mm(2.4) / 12)),
        roomy=airs(mm(3) / 14.1, mm(2.4) / 14.1),
    )
    """The easy one, and the close one for where that saves a page; `air` stands between places, in lines."""
    # The model answer
    question: Style = role(Serif(12, 16, bold=True), Serif(11.5, 15.5, bold=True), Roomy(1.15, 1.3, bold=True))
    """Over an answer to it."""
    answer_fits: tuple[Fit, ...] = role(
        fits((12, 21.5), (12, 20), (11, 18.7)),
        fits((10.5, 17), (10.2, 16.5), (10, 16), air=0.65),
        airs(1, 0.7, 0.5),
    )
    """With its moves annotated; `air` stands between paragraphs, in lines. Wide enough to write between the lines."""
    markup_fits: tuple[Fit, ...] = role(
        fits((12, 26), (12, 24), (11, 22)),
        fits((10.5, 21), (10.5, 19.5), (10.2, 18)),
        fits((0, 2), (0, 1.85), (0, 1.7)),
    )
    """With room to underline and to write a word between the lines."""
    notes_margin: float = role(mm(47), 0)
    """For the notes on an answer, beside it; 0 where they stand below."""
    notes_gap: float = role(mm(8), mm(5))
    """Between an answer and its margin; in its middle stand the brackets of the moves."""
    notes_rule: float = role(0, roomy=1.2)
    """The thickness of the rule beside notes that stand below; 0 where there is none."""
    between_notes: float = role(2 / 11.4, roomy=1 / 3)
    """Of notes that stand below, in lines; above the first there is half as much again."""
    line_number: Style = role(Sans(8, 10), roomy=Roomy(LEAST, 1.3))
    line_gutter: float = role(mm(7), mm(6))
    """The least room for the numbers of lines."""
    legend_columns: int = role(2, 1)
    writing_task: Style = role(Serif(11, 15), Serif(10.0, 14.2), running=True)
    """What to write, over rules to write it on."""

    # The frame round a task
    frame_rule: float = role(0.75, roomy=1.1)
    frame_radius: float = role(mm(1.5))
    frame_padding: float = role(mm(4), mm(3.5))
    """Between the frame and what is in it."""
    frame_icon: float = role(mm(5), roomy=Grown(mm(5)))
    """The side of the square that an icon stands in."""

    # Entries: a term beside its meaning
    entry_fits: tuple[Fit, ...] = role(
        fits((9, 12.4), (10, 13.2), (10, 13.7), (11, 14.4), (11, 15), air=0.36),
        fits((9.2, 12.4), (9.4, 12.8), (9.8, 13.4), air=0.36),
        airs(0.24, 0.3, 0.36, 0.42, 0.48, 0.54, 0.62),
    )
    """The closest first; `air` stands above and below an entry, in lines."""
    entry_names: float = role(mm(42), mm(33), 0)
    """The column of names; 0 where it is as wide as the widest, or none."""
    entry_columns: tuple[int, ...] = role((2, 3), (1,))
    """In how many columns entries stand that have no column of names, the better first."""

    # A timeline, and what pupils write on one
    legend: Style = role(Sans(9, 13, INK), roomy=Roomy(1, 1.3))
    """The meaning of a sign."""
    flag: Style = role(Sans(9, 11), None, Roomy(1, 1.3), Roomy(LEAST, 1.3))
    """The words on a pole."""
    flag_small: Style = role(Sans(8, 9.7), None, Roomy(1, 1.3), Roomy(LEAST, 1.3))
    """The same where that saves a page."""
    band_name: Style = role(SemiBold(9, 11, INK), roomy=Roomy(LEAST, 1.3, bold=True))
    """The years of a cell of the band."""
    footnote: Style = role(Sans(9, 12.4), None, Roomy(1, 1.5), Roomy(LEAST, 1.5), running=True)
    """Under a drawing, over the whole line."""
    choice: Style = role(Sans(9, 12.6, INK), roomy=Roomy(1, 1.3))
    """A list to choose answers from."""
    corner: Style = role(Sans(8, 8), roomy=Roomy(LEAST, 1.3, color=INK_SOFT))
    """The number in the corner of a box to write in."""
    card_letter: Style = role(SemiBold(11, 14), SemiBold(10.5, 13.4), Roomy(1.1, 1.3, bold=True, color=INK_SOFT))
    runs_across: bool = role(True, roomy=False)
    """A timeline runs across the page; in large type no flag has room beside its pole, and it runs down."""
    lanes: int = role(8, 4, 4)
    """How many bars stand beside one another on a timeline down the page; more lie over one another."""
    date_rule: float = role(mm(34), roomy=mm(42))
    """A rule for a date in handwriting."""
    letter_room: float = role(mm(5), roomy=mm(9))
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
    def picture(self) -> float:
        """How tall a picture beside a point's text is at most: who needs large type reads small drawings badly."""
        return self.depth * (0.6 if self.accessible else 1 / 3)

    @property
    def third(self) -> float:
        """A third of that height: no part begins in less, and what is taller may be parted."""
        return self.depth / 3

    @property
    def accessible(self) -> bool:
        """A profile in one column, upright and on plain ground."""
        return self.profile is not Profile.STANDARD

    @property
    def unparted(self) -> float:
        """The height up to which an entry is not parted: in large type half of one is hard to carry over."""
        return self.third if self.accessible else 0

    @property
    def widest_dates(self) -> float:
        """The widest column of dates beside what happened."""
        return 0.42 * self.measure if self.accessible else mm(33)

    def fitted(self, fit: Fit, style: Style | None = None) -> Style:
        """A style, or that of the text, in the size of a fit; as it is where the fit has none."""
        style = style or self.body
        if fit.size:
            return style.sized(fit.size, fit.leading)
        return style.sized(style.size, style.size * fit.leading) if fit.leading else style

    def grown(self, length: float) -> float:
        """A length that suits the text of the standard profile, in proportion to that of an accessible one."""
        return length * self.body.size / STANDARD_TEXT if self.accessible else length

    @property
    def sign_growth(self) -> float:
        """How many times larger the signs of a timeline are than in the standard profile: like the type beside them."""
        return self.smallest / 8.5 if self.accessible else 1.0

    @property
    def mark_height(self) -> float:
        """Of a point's mark."""
        return 1.5 * self.mark.size if self.accessible else mm(4.3)

    @property
    def letter_diameter(self) -> float:
        """Of the circle round the letter of a move."""
        return 1.32 * self.mark.size if self.accessible else mm(3.7)

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
def theme_for(
    paper: Paper, profile: Profile = Profile.STANDARD, *, punch: bool = False, hyphens: str = "", narrow: bool = False
) -> Theme:
    """The theme on a paper; A5 is laid out for its size, never shrunk from A4, and so is each profile.

    With `punch`, the binding margin is wide enough for a hole punch on a small sheet, too. `hyphens` is the language
    (BCP 47) whose rules divide the words of running text, or empty; with `narrow` in short lines alone.
    """
    width, height = paper.size
    small = paper.small
    declared = {each.name: each.metadata["role"] for each in fields(Theme) if each.metadata}
    roles = {name: role.value(profile, small=small) for name, role in declared.items()}
    if profile is not Profile.STANDARD:
        roles["smallest"] = ACCESSIBLE[profile][0]
    if hyphens:
        under = _SHORT_LINE if narrow else 0
        running = [name for name, role in declared.items() if role.running]
        roles |= {name: replace(roles[name], hyphens=hyphens, divided_under=under) for name in running}
    return Theme(
        paper=paper,
        profile=profile,
        width=width,
        height=height,
        inner=max(mm(16 if small else 24), _PUNCH_MARGIN if punch else 0),
        tint=TINT if profile is Profile.STANDARD else None,
        **roles,
    )
