"""The theme of a revision guide: the usual one, with a value for every role."""

from studypack.layout.role import LEAST, Fit, Grown, Role, Roomy, Sans, SemiBold, Serif, ThemeData, airs, fits, role
from studypack.layout.style import HAIRLINE, INK, INK_SOFT, RULE, SIDE_COLORS, TINT, WHITE, Feint, Hand, mm
from studypack.model.choices import Profile


def passages(scale: float, close: float, *sizes: float) -> tuple[Fit, ...]:
    """The ways to set passages for a hand: 8 mm from line to line is the feint of a British exercise book.

    With the space over it, a head takes a line of them; of the closest only the part `close`.
    """
    pitches = ((mm(9.2), 1), (mm(8.6), 1), (mm(8), 1), (mm(8), close))
    return tuple(Fit(size, pitch * scale, air) for size, (pitch, air) in zip(sizes, pitches, strict=True))


def faces(open_: float, *sizes: tuple[float, float]) -> tuple[tuple[Fit, Fit], ...]:
    """The sizes of what stands on a face of a card, with `open_` as its leading in ems, and of what stands under it."""
    return tuple((Fit(large, large * open_), Fit(small, small * 1.35)) for large, small in sizes)


_VALUES: dict[str, Role] = {
    # The page
    "smallest": role(7.0),
    "tint": role(TINT, roomy=None),
    "inner": role(mm(24), mm(16), mm(24), mm(16)),
    "outer": role(mm(16), mm(12), mm(16), mm(12)),
    "top": role(mm(22), mm(19), mm(22), mm(19)),
    "bottom": role(mm(20), mm(17), mm(20), mm(17)),
    "head_baseline": role(mm(13), mm(11), mm(13), mm(11)),
    "head_rule": role(mm(2.2)),
    "folio_baseline": role(mm(10.5), mm(9), mm(10.5), mm(9)),
    # Titles and heads
    "cover_title": role(
        Serif(46, mm(17), bold=True),
        Serif(32, mm(12), bold=True),
        Roomy(1, 1.12, bold=True, at_least=46),
        Roomy(1, 1.12, bold=True, at_least=32),
    ),
    "cover_years": role(
        Serif(25, 32, INK_SOFT), Serif(20, 26, INK_SOFT), Roomy(1, 1.25, at_least=27), Roomy(1, 1.25, at_least=20)
    ),
    "title": role(
        Serif(25, 30, bold=True), Serif(20, 24, bold=True), Roomy(1.8, 1.2, bold=True), Roomy(1.5, 1.2, bold=True)
    ),
    "overline": role(SemiBold(8, 11, tracking=0.75), roomy=Roomy(LEAST, 1.3, bold=True)),
    "standfirst": role(Serif(11, 15), Serif(10.5, 14)),
    "heading": role(Serif(14, 18, bold=True), Serif(12, 16, bold=True), Roomy(1.15, 1.3, bold=True)),
    "subheading": role(Serif(12, 15, bold=True), roomy=Roomy(1.15, 1.3, bold=True)),
    "continued": role(Sans(9, 12, italic=True), roomy=Roomy(LEAST, 1.3)),
    "head": role(Sans(8, 10), roomy=Roomy(LEAST, 1.2)),
    "head_bold": role(SemiBold(8, 10), roomy=Roomy(LEAST, 1.2, bold=True)),
    "folio": role(SemiBold(8, 10, INK), roomy=Roomy(LEAST, 1.2, bold=True)),
    # Text
    "body": role(Serif(10, 13.7), Serif(9.6, 13.2)),
    "label": role(Sans(9, 11), roomy=Roomy(LEAST, 1.3)),
    "label_bold": role(SemiBold(9, 11), roomy=Roomy(LEAST, 1.3, bold=True)),
    "label_italic": role(Sans(9, 11, italic=True), roomy=Roomy(1, 1.3)),
    "caption": role(Sans(9, 12, INK), roomy=Roomy(1, 1.3)),
    "note": role(Sans(9, 12, INK), Sans(9, 11.4, INK), Roomy(1, 1.5), Roomy(LEAST, 1.5)),
    "mark": role(Sans(8, 9, WHITE, bold=True), roomy=Roomy(LEAST, 1.2, bold=True, color=WHITE)),
    "mark_continued": role(Sans(8, 9, italic=True), roomy=Roomy(LEAST, 1.3)),
    "name_label": role(Sans(9, 12), roomy=Roomy(LEAST, 1.3)),
    "most_marks": role(SemiBold(10, 12, INK), roomy=Roomy(LEAST, 1.3, bold=True)),
    "text_columns": role(2, 1),
    "tall_marks": role(False, roomy=True),
    "beside_mark": role(0, roomy=Grown(7.65)),
    "mark_indent": role(mm(9.6)),
    "wide_mark_indent": role(mm(10.5)),
    "both_heads": role(True, roomy=False),
    "section_head": role(True),
    "explains": role(True),
    # The cover
    "lead": role(SIDE_COLORS[0]),
    "logo": role(mm(18), mm(13), mm(18), mm(13)),
    "cover_solid": role(True, roomy=False),
    "cover_frame": role(1.5, roomy=3),
    "cover_padding": role(mm(9), mm(6), mm(7), mm(5)),
    "cover_years_small": role(Serif(19, 24, INK_SOFT), Serif(14, 18, INK_SOFT), Roomy(1, 1.25, at_least=19)),
    "cover_subtitle": role(
        Serif(14, 20, INK_SOFT),
        Serif(12, 16, INK_SOFT),
        {Profile.CLEAR: Roomy(1, 20 / 15, at_least=15), Profile.LARGE: Roomy(1, 1.35)},
    ),
    "cover_subtitle_small": role(Serif(12, 16, INK_SOFT), roomy=Roomy(1, 1.35)),
    "cover_question": role(Serif(14, 20, italic=True), Serif(11.5, 16, italic=True), Roomy(1, 1.5, at_least=14)),
    "cover_question_small": role(Serif(11, 16, italic=True), roomy=Roomy(1, 1.5)),
    "cover_sizes": role(4, roomy=3),
    "between_names": role(mm(6), mm(4)),
    # Contents
    "contents_number": role(mm(13), mm(9), 0),
    "contents_figure": role(Serif(19, 18, INK_SOFT), Serif(16, 16, INK_SOFT), Roomy(1.5, 1, color=INK_SOFT)),
    "contents_page": role(SemiBold(10, 12, INK), roomy=Roomy(1.15, 1.3, bold=True)),
    "description": role(Sans(9, 12, INK)),
    "mark_column": role(mm(13), roomy=0),
    # The knowledge organiser
    "organiser_fits": role((Fit(9, 11, 0.4), Fit(9, 11.5), Fit(9, 12)), roomy=airs(0.8, 1.2, 1.6, 2.0, 2.4, 2.8)),
    "organiser_read": role(Fit(9, 11.52), roomy=Fit()),
    "organiser": role(Sans(9, 11.4, INK), roomy=Roomy()),
    "organiser_continued": role(Sans(9, 12, italic=True), roomy=Roomy(LEAST, 1.3)),
    "number_column": role(mm(6), roomy=0),
    "above_carried": role(0, roomy=Grown(4)),
    # Handwriting
    "hand": role(
        Hand(1, 0.5, RULE), roomy={Profile.CLEAR: Hand(1.1, 0.8, INK_SOFT), Profile.LARGE: Hand(1.4, 1.1, INK_SOFT)}
    ),
    "ruled": role(
        Feint(mm(8), 0.5, RULE),
        roomy={Profile.CLEAR: Feint(mm(10), 0.8, INK_SOFT), Profile.LARGE: Feint(mm(13), 1.1, INK_SOFT)},
    ),
    "dotted": role(
        Feint(mm(5), 0.9, INK_SOFT),
        roomy={Profile.CLEAR: Feint(mm(7), 1.3, INK_SOFT), Profile.LARGE: Feint(mm(10), 1.8, INK_SOFT)},
    ),
    "squared": role(
        Feint(mm(5), 0.4, HAIRLINE),
        roomy={Profile.CLEAR: Feint(mm(7), 0.6, RULE), Profile.LARGE: Feint(mm(10), 0.8, RULE)},
    ),
    # The table
    "table_columns": role(2, 1),
    "blank_columns": role(2, roomy=1),
    "statement_fits": role(
        fits((9, 12.4), (10, 13.7), air=0.7),
        fits((9.2, 12.6), (9.6, 13.2), (10, 13.7), air=0.7),
        roomy=airs(0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2),
    ),
    "point_title": role(SemiBold(11, 13.7, INK), SemiBold(10.5, 13.2, INK), Roomy(bold=True)),
    "under_point_title": role(mm(1.2), roomy=Grown(mm(1.2))),
    "point_fits": role(
        fits((9, 13.7), (10, 13.7)),
        fits((9.2, 12.6), (9.6, 13.2), (10, 13.7), air=0.7),
        roomy=airs(0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2),
    ),
    "side_heading": role(Sans(14, 18, INK, bold=True), Sans(12, 16, INK, bold=True), Roomy(1.265, 1.3, bold=True)),
    "row_heading": role(Serif(12, 16, bold=True), roomy=Roomy(1.15, 1.3, bold=True)),
    "dateline": role(SemiBold(9, 11), roomy=Roomy(1, 1.5, bold=True)),
    "task": role(Serif(10, 13.7)),
    # Worksheets and flashcards
    "passage_fits": role(
        passages(1, 0.69, 11, 11, 11, 11),
        passages(1, 0.67, 10.5, 10.5, 10, 10),
        {
            Profile.CLEAR: passages(1.1, 0.84, 12.5, 12.5, 12.5, 12.5),
            Profile.LARGE: passages(1.4, 0.94, 18, 18, 18, 18),
        },
    ),
    "gap_number": role(SemiBold(8, 8, INK), roomy=Roomy(LEAST, 1.3, bold=True)),
    "gap_widths": role(*[(mm(34), mm(46)), (mm(28), mm(40))] * 2),
    "bank_word": role(Sans(10, 12.6, INK), Sans(10, 12.6, INK), Roomy(1, 1.3), Roomy(LEAST, 1.3)),
    "bank_uses": role(SemiBold(9, 12.6), roomy=Roomy(LEAST, 1.3, bold=True)),
    "card_faces": role(
        faces(24 / 19, (19, 11), (14, 11), (12, 11), (11, 10), (10, 10), (9, 9)),
        roomy={
            Profile.CLEAR: faces(1.26, (19, 13), (15, 13), (14, 13), (13, 13)),
            Profile.LARGE: faces(1.26, *((size, 18) for size in range(22, 17, -1))),
        },
    ),
    "card_grid": role(
        (2, 4, mm(10)),
        (2, 3, mm(8)),
        {Profile.CLEAR: (2, 3, mm(10)), Profile.LARGE: (2, 2, mm(11))},
        {Profile.CLEAR: (2, 2, mm(8)), Profile.LARGE: (1, 2, mm(11))},
    ),
    "ten_cards": role((2, 5, mm(8)), ()),
    "card_head": role(mm(3), roomy=mm(4.5)),
    "card_band": role(mm(2)),
    # The key
    "answer": role(Serif(12, 14, bold=True), Serif(11, 14, bold=True), Roomy(bold=True)),
    "answer_sentence": role(Serif(11, 14), Serif(9.8, 14)),
    "answer_else": role(Serif(9, 11.5), roomy=Roomy(1, 1.5)),
    "answer_number": role(SemiBold(11, 14, INK), roomy=Roomy(LEAST, 1.3, bold=True)),
    "after_number": role(mm(2.2), roomy=0),
    "answer_columns": role(3, 2),
    "marks_note": role(SemiBold(9, 11), roomy=Roomy(LEAST, 1.3, bold=True)),
    "whole_passage": role(Serif(9, 12.6), roomy=Roomy(1, 1.5)),
    "whole_passage_title": role(SemiBold(9, 12.6), roomy=Roomy(1, 1.3, bold=True)),
    "whole_passage_number": role(SemiBold(8, 8), roomy=Roomy(LEAST, 1.3, bold=True, color=INK_SOFT)),
    "correction": role(Serif(10, 13.2), roomy=Roomy(1, 1.5)),
    "correction_fits": role(
        (Fit(10, 13.2, mm(3) / 13.2), Fit(9, 12, mm(2.4) / 12)), roomy=airs(mm(3) / 14.1, mm(2.4) / 14.1)
    ),
    # The model answer
    "question": role(Serif(12, 16, bold=True), Serif(11.5, 15.5, bold=True), Roomy(1.15, 1.3, bold=True)),
    "answer_fits": role(
        fits((12, 21.5), (12, 20), (11, 18.7)),
        fits((10.5, 17), (10.2, 16.5), (10, 16), air=0.65),
        airs(1, 0.7, 0.5),
    ),
    "markup_fits": role(
        fits((12, 26), (12, 24), (11, 22)),
        fits((10.5, 21), (10.5, 19.5), (10.2, 18)),
        fits((0, 2), (0, 1.85), (0, 1.7)),
    ),
    "notes_margin": role(mm(47), 0),
    "notes_gap": role(mm(8), mm(5)),
    "notes_rule": role(0, roomy=1.2),
    "between_notes": role(2 / 11.4, roomy=1 / 3),
    "line_number": role(Sans(8, 10), roomy=Roomy(LEAST, 1.3)),
    "line_gutter": role(mm(7), mm(6)),
    "legend_columns": role(2, 1),
    "writing_task": role(Serif(11, 15), Serif(10.0, 14.2)),
    # The frame round a task
    "frame_rule": role(0.75, roomy=1.1),
    "frame_radius": role(mm(1.5)),
    "frame_padding": role(mm(4), mm(3.5)),
    "frame_icon": role(mm(5), roomy=Grown(mm(5))),
    # Entries: a term beside its meaning
    "entry_fits": role(
        fits((9, 12.4), (10, 13.2), (10, 13.7), (11, 14.4), (11, 15), air=0.36),
        fits((9.2, 12.4), (9.4, 12.8), (9.8, 13.4), air=0.36),
        airs(0.24, 0.3, 0.36, 0.42, 0.48, 0.54, 0.62),
    ),
    "entry_names": role(mm(42), mm(33), 0),
    "entry_columns": role((1, 2, 3), (1,)),
    # A timeline, and what pupils write on one
    "legend": role(Sans(9, 13, INK), roomy=Roomy(1, 1.3)),
    "flag": role(Sans(9, 11), ..., Roomy(1, 1.3), Roomy(LEAST, 1.3)),
    "flag_small": role(Sans(8, 9.7), ..., Roomy(1, 1.3), Roomy(LEAST, 1.3)),
    "band_name": role(SemiBold(9, 11, INK), roomy=Roomy(LEAST, 1.3, bold=True)),
    "footnote": role(Sans(9, 12.4), ..., Roomy(1, 1.5), Roomy(LEAST, 1.5)),
    "choice": role(Sans(9, 12.6, INK), roomy=Roomy(1, 1.3)),
    "corner": role(Sans(8, 8), roomy=Roomy(LEAST, 1.3, color=INK_SOFT)),
    "clue": role(Sans(9, 11, INK), roomy=Roomy()),
    "clue_fits": role(
        (Fit(9, 11, 0.15), *fits((9, 11), (9, 11.5), (9, 12), (10, 13.2), (10, 13.7), (11, 14.4), air=0.3)),
        fits((9, 11), (9, 12), (10, 13.2), (10, 13.7), air=0.3),
        airs(0.2, 0.3, 0.4, 0.5, 0.6),
    ),
    "crossword_cell": role(mm(8), roomy={Profile.CLEAR: mm(9.4), Profile.LARGE: mm(13.4)}),
    "card_letter": role(SemiBold(11, 14), SemiBold(10.5, 13.4), Roomy(1.1, 1.3, bold=True, color=INK_SOFT)),
    "runs_across": role(True, roomy=False),
    "lanes": role(8, 4, 4),
    "date_rule": role(mm(34), roomy=mm(42)),
    "letter_room": role(mm(5), roomy=mm(9)),
}
GUIDE = ThemeData(_VALUES)
