"""What the writer of some notes does throughout: PEEL, plus and minus signs, questions, sides before colons."""

from collections.abc import Collection, Sequence

from studypack.importing.card_lines import answer_in, card_in, find_terms, is_quiz
from studypack.importing.line_signs import (
    Tagged,
    asks,
    concludes,
    is_for_school,
    legend_in,
    names_both_sides,
    side_answered,
    side_before_colon,
    side_by_sign,
    sign_of,
    sums_up,
)
from studypack.importing.notes import Kind, NoteLine
from studypack.importing.peel import has_peel, peel_label
from studypack.importing.side_words import Part, names_side, part_named
from studypack.importing.titles import is_counted_point


class Habits:
    """The habits that the lines of some notes show."""

    def __init__(self, lines: Sequence[NoteLine]) -> None:
        self.has_peel = has_peel(lines)
        self.has_lists = any(line.kind in (Kind.ITEM, Kind.ROW) for line in lines)
        self.is_quiz, self.terms = is_quiz(lines), find_terms(lines)
        self._has_tags = names_both_sides(lines)
        self._has_answers = names_both_sides(lines, side_answered)
        self.legends = {line: names for line in lines if (names := legend_in(line))}
        self._names = next(iter(self.legends.values()), {})
        """What + and - mean, where the notes say so."""
        self._has_signs = {sign_of(line) for line in lines} >= {"+", "-"}

    def leads(self, line: NoteLine) -> bool:
        """Return whether a paragraph before everything else leads in, and is no point."""
        is_point = (
            is_counted_point(line.text) or line in self.terms or self.label(line) or side_before_colon(line.text).side
        )
        if self.is_quiz:  # a task, and no answer
            return is_for_school(line.words) and card_in(line.words, Part.CARDS) is None and not answer_in(line.words)
        is_led = (self.has_lists or self.has_peel) and not line.text.startswith("**")
        return not is_point and (is_led or asks(line))

    def label(self, line: NoteLine) -> str:
        """Return the label of PEEL that a line begins with, in small letters; empty if it has none."""
        return peel_label(line.words) if self.has_peel else ""

    def concludes(self, line: NoteLine) -> bool:
        """Return whether a line is an evaluation without a heading of its own."""
        return concludes(line) or (self._has_signs and line.kind is Kind.PARAGRAPH and sums_up(line))

    def weighs_late(self, lines: Sequence[NoteLine], headings: Collection[int]) -> bool:
        """Return whether the sides of the notes stand within their evaluation, and nowhere else."""
        ends = [at for at in headings if part_named(lines[at].text) is Part.EVALUATION]
        start = min(ends, default=len(lines))
        sided = [
            bool(self.tagged(line).side) or (at in headings and names_side(line.text)) for at, line in enumerate(lines)
        ]
        return not any(sided[:start]) and any(sided[start:])

    def tagged(self, line: NoteLine) -> Tagged:
        """Return a line with the side that it says itself, which is empty if it says none."""
        may_be = self._has_tags or line.kind is Kind.PARAGRAPH
        tagged = side_before_colon(line.text) if may_be else Tagged("", line.text)
        if not tagged.side and self._has_answers:
            tagged = side_answered(line.text)
        if not tagged.side and self._has_signs:
            tagged = side_by_sign(line)
            tagged = tagged._replace(side=self._names.get(tagged.side, tagged.side))
        return tagged if tagged.text.strip(" *") else Tagged("", line.text)
