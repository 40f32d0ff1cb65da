"""Every role that a theme gives a value to: the styles and measures of what is printed."""

from typing import Annotated

from studypack.base.record import record
from studypack.layout.page import Color
from studypack.layout.role import Fit
from studypack.layout.style import Feint, Hand, Style

Running = Annotated[Style, "running"]
"""A style of running text, whose words may be divided at line ends."""


@record(kw_only=True)
class Roles:
    """The values of one theme on one paper in one profile. Lengths in points."""

    inner: float
    """The margin on the binding side: room for a hole punch."""
    smallest: float
    """No type is smaller; in the standard profile only figures above and below a line are so small."""
    tint: Color | None
    """The ground of alternate cells; none where print is to be clear."""
    outer: float
    top: float
    bottom: float
    head_baseline: float
    """The running head's baseline, from the top edge."""
    head_rule: float
    """The rule's distance below that baseline."""
    folio_baseline: float
    """From the bottom edge."""

    # Titles and heads
    cover_title: Style
    cover_years: Style
    title: Style
    overline: Style
    """Over a title. pdftotext takes a tenth of an em between letters for a space."""
    standfirst: Style
    """Under a title: what to do, or the question."""
    heading: Style
    subheading: Style
    """Of a part that is one of several on a page."""
    continued: Style
    """After a heading that is repeated."""
    head: Style
    """Of the running head."""
    head_bold: Style
    folio: Style

    # Text
    body: Running
    label: Style
    """Small words beside or under something: a name to fill in, a date, a version."""
    label_bold: Style
    label_italic: Style
    caption: Style
    """In a drawing, and under one."""
    note: Running
    """In a margin."""
    mark: Style
    """The letter and number of a point, on its ground."""
    mark_continued: Style
    """By the mark of a point that is carried over."""
    name_label: Style
    """Before a rule at the head of a sheet: Name, Class, Date."""
    most_marks: Style
    """After the rule for the score: how many marks there are."""

    text_columns: int
    """Columns of running text; with two of them the line has room for other columns, too, and for a margin."""
    tall_marks: bool
    """Marks are taller than a small line, and stand at its top."""
    beside_mark: float
    """Between a mark in the margin and its text; 0 where the column of marks has a width of its own."""
    mark_indent: float
    """Of text beside a mark in its margin, at least."""
    wide_mark_indent: float
    """The same on sheets to write on, and in a table."""
    both_heads: bool
    """A running head names the pack and the section, however long; else the pack on a verso, the section on a recto."""
    section_head: bool
    """A running head names the section; else the pack alone, but in a key."""
    explains: bool
    """Sections say what is in them and how it is to be read, though it can be seen; else only what there is to do."""

    # The cover
    lead: Color
    """The pack's own colour. White words on it, and it on white, are read with a contrast of at least 7:1."""
    logo: float
    """The height of a school's logo, on a cover or by a title, at most."""
    cover_solid: bool
    """The cover's title stands in white on a field in the lead colour; else in a frame in that colour."""
    cover_frame: float
    """The thickness of the lines of such a frame."""
    cover_padding: float
    """Between the edge of the field or frame and the words in it."""
    cover_years_small: Style
    """Where the title has not its full size."""
    cover_subtitle: Style
    cover_subtitle_small: Style
    """Where the cover has more to say than it has room for."""
    cover_question: Style
    cover_question_small: Style
    cover_sizes: int
    """How many of the sizes of a title stand out; below them any number of lines will do."""
    between_names: float

    # Contents
    contents_number: float
    """The column of the parts' numbers; 0 where it is as wide as they are."""
    contents_figure: Style
    """The number of a part."""
    contents_page: Style
    description: Running
    """Under the title of a part."""
    mark_column: float
    """Where marks are explained; 0 where it is as wide as the mark."""

    # The knowledge organiser
    organiser_fits: tuple[Fit, ...]
    """The closest first; `air` multiplies the space between rows."""
    organiser_read: Fit
    """For more entries than any size would bring on a page."""
    organiser: Running
    organiser_continued: Style
    """After a heading that is repeated."""
    number_column: float
    """The least room for the number of an entry."""
    above_carried: float
    """Between a heading that is repeated and the entry that is carried over."""

    # Handwriting
    hand: Hand
    ruled: Feint
    """Paper: 8 mm is the feint of a British exercise book."""
    dotted: Feint
    squared: Feint

    # The table
    table_columns: int
    """One side beside the other, or under it: no line of a column has fewer than 38 characters."""
    blank_columns: int
    """The same of a table to fill in: what is written has shorter lines than what is read."""
    statement_fits: tuple[Fit, ...]
    """Of a point on a sheet to sort, whose lines face no others; the closest first."""
    point_title: Style
    """Over a point's text: in the colour of its side, and of another face than its key terms."""
    under_point_title: float
    """Between it and the text; but columns beside each other have a line of theirs under every line of a head."""
    point_fits: tuple[Fit, ...]
    """The closest first; `air` stands between points, in lines. On the grid the type alone grows: its leading stays."""
    side_heading: Style
    row_heading: Style
    """Of a row that both sides share."""
    dateline: Style
    """A point's date, at the end of the line of its title."""
    task: Running
    """Under a title: what a pupil is to do, and the items that are worked on."""

    # Worksheets and flashcards
    passage_fits: tuple[Fit, ...]
    """The easiest first; `air` is what the head of a passage takes with the space over it, in lines. A closer one is
    taken only where it saves a page."""
    gap_number: Style
    gap_widths: tuple[float, float]
    """The least and the most that a gap is wide, for a hand of the standard size."""
    bank_word: Style
    """A word of a word bank."""
    bank_uses: Style
    """How often such a word is used: ×2."""
    card_faces: tuple[tuple[Fit, Fit], ...]
    """Of what a card asks or answers and of what stands under that, the best first; both faces are set alike."""
    card_grid: tuple[int, int, float]
    """Columns and rows of a sheet of cards, and the padding of a card, which is as small as its type leaves readable:
    A7 on A4 for standard type, A6 for large print; on A5 a card of A8 would not hold a question."""
    ten_cards: tuple[int, int, float] | tuple[()]
    """The same for ten cards to a sheet; empty where they would be too small."""
    card_head: float
    """Between the line at the head of a card and its text."""
    card_band: float
    """The height of the band over them, in the colour of the card's side; 0 for none."""

    # The key
    answer: Style
    answer_sentence: Style
    """An answer that is a sentence: a page of bold type would shout."""
    answer_else: Style
    """What else to accept."""
    answer_number: Style
    after_number: float
    """Between a number and its answer; 0 where that is the size of the answer."""
    answer_columns: int
    marks_note: Style
    """Beside the heading of a sheet's answers: how many marks there are."""
    whole_passage: Running
    """A passage with its answers in place."""
    whole_passage_title: Style
    whole_passage_number: Style
    """Before an answer in its passage."""
    correction: Running
    correction_fits: tuple[Fit, Fit]
    """The easy one, and the close one for where that saves a page; `air` stands between places, in lines."""
    # The model answer
    question: Style
    """Over an answer to it."""
    answer_fits: tuple[Fit, ...]
    """With its moves annotated; `air` stands between paragraphs, in lines. Wide enough to write between the lines."""
    markup_fits: tuple[Fit, ...]
    """With room to underline and to write a word between the lines."""
    notes_margin: float
    """For the notes on an answer, beside it; 0 where they stand below."""
    notes_gap: float
    """Between an answer and its margin; in its middle stand the brackets of the moves."""
    notes_rule: float
    """The thickness of the rule beside notes that stand below; 0 where there is none."""
    between_notes: float
    """Of notes that stand below, in lines; above the first there is half as much again."""
    line_number: Style
    line_gutter: float
    """The least room for the numbers of lines."""
    legend_columns: int
    writing_task: Running
    """What to write, over rules to write it on."""

    # The frame round a task
    frame_rule: float
    frame_radius: float
    frame_padding: float
    """Between the frame and what is in it."""
    frame_icon: float
    """The side of the square that an icon stands in; 0 for none."""

    # Entries: a term beside its meaning
    entry_fits: tuple[Fit, ...]
    """The closest first; `air` stands above and below an entry, in lines."""
    entry_names: float
    """The column of names; 0 where it is as wide as the widest, or none."""
    entry_columns: tuple[int, ...]
    """In how many columns people stand, the better first: in one as the terms do, in more where that saves a page."""

    # A timeline, and what pupils write on one
    legend: Style
    """The meaning of a sign."""
    flag: Style
    """The words on a pole."""
    flag_small: Style
    """The same where that saves a page."""
    band_name: Style
    """The years of a cell of the band."""
    footnote: Running
    """Under a drawing, over the whole line."""
    choice: Style
    """A list to choose answers from."""
    corner: Style
    """The number in the corner of a box to write in."""
    clue: Running
    """Of a crossword."""
    clue_fits: tuple[Fit, ...]
    """The closest first; `air` stands over each clue, in lines."""
    crossword_cell: float
    """The side of a square for a letter, if the sheet has room for all of them."""
    card_letter: Style
    runs_across: bool
    """A timeline runs across the page; in large type no flag has room beside its pole, and it runs down."""
    lanes: int
    """How many bars stand beside one another on a timeline down the page; more lie over one another."""
    date_rule: float
    """A rule for a date in handwriting."""
    letter_room: float
    """The width of a handwritten letter or two in a box."""
