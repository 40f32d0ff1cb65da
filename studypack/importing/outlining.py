"""From lines of notes to their outline: one walk through the lines, which puts each where it belongs."""

from collections.abc import Sequence
from dataclasses import replace

from studypack.importing.card_lines import (
    CARDS,
    asks_in_heading,
    card_in,
    may_be_card,
    often_asked,
    with_answer,
    with_more,
)
from studypack.importing.habits import Habits
from studypack.importing.heading_ranks import COLUMN, ITEM, HeadingRanks
from studypack.importing.headings import find_headings
from studypack.importing.line_signs import Tagged, asks, find_chrome, least_lead, list_in_line, summarises
from studypack.importing.note_tables import RowPoint, read_table
from studypack.importing.notes import Kind, LeftOut, NoteLine, Notes
from studypack.importing.opening import first_line, is_title, named_title, speaks_of_lesson, tells_lesson
from studypack.importing.outline import Card, Entry, Heading, Outline
from studypack.importing.peel import opens_paragraph, peel_label, with_labels_joined
from studypack.importing.records import with_records
from studypack.importing.side_words import SIDES, Part, names_side
from studypack.importing.sides_chosen import choose_sides, folded
from studypack.importing.titles import is_counted_point

_CHROME = "no content: a website's own words, or a letter's"
_NOTHING = "nothing stands under it"


def outline_of(notes: Notes) -> Outline:
    """Return the outline of some notes. Every line is in it once."""
    outline = _Walk(notes).outline()
    if outline.cards and not outline.entries:  # a pack takes more from points than from cards
        outline.entries = [card.as_point() for card in outline.cards]
        outline.cards = []
    choose_sides(outline)
    return outline


class _Walk:
    """Goes through the lines once."""

    def __init__(self, notes: Notes) -> None:
        self.lines = lines = with_labels_joined(with_records(notes.lines))
        self.out = Outline(notes.source, left_out=list(notes.left_out), doubts=list(notes.doubts))
        self.chrome, self.headings = find_chrome(lines), find_headings(lines)
        self.habits = Habits(lines)
        self.weighs_late = self.habits.weighs_late(lines, self.headings)
        """Whether the sides of the notes stand within their evaluation, and nowhere else."""
        self.asks_often = often_asked([lines[at] for at in sorted(self.headings)])
        self.stack: list[Heading] = []
        """The headings over the line, from the outermost."""
        self.base: int | None = None
        """The depth of the items that are points, in the list that is read."""
        self.pending: list[str] = []
        """The headings since the last point; they stand as comments beside the next."""
        self.run_in = ""
        """The side that the paragraph over a list names before its colon."""
        self.last = 0
        """The number of the line before."""
        self.is_asked = False
        """Whether the innermost heading is a question, which the lines under it answer."""
        self.ranks = HeadingRanks([])
        self.is_begun = False
        """Whether a heading or a table has been read."""

    def outline(self) -> Outline:
        at = self._open()
        while at < len(self.lines):
            line = self.lines[at]
            if line.kind is Kind.ROW:
                end = next(
                    (n for n in range(at, len(self.lines)) if self.lines[n].table != line.table), len(self.lines)
                )
                self._table(self.lines[at:end])
                at = end
            else:
                self._line(at, line)
                self.last = line.number
                at += 1
        self._close()
        return self.out

    def _open(self) -> int:
        """Take the title. Returns the index of the line after it."""
        at = first_line(self.lines, self.chrome)
        for line in self.lines[:at]:
            self._leave_out(line)
        if speaks_of_lesson(self.lines, at, self.headings):
            self.out.remarks.append(self.lines[at])
            at += 1
        if is_title(self.lines, at):
            self.out.title = named_title(self.lines[at])
            self.out.remarks += {self.lines[at]} - {self.out.title}
            at += 1
            if at + 1 < len(self.lines) and tells_lesson(self.lines[at]):
                self.out.remarks.append(self.lines[at])
                at += 1
        self.ranks = HeadingRanks([self.lines[n] for n in sorted(self.headings) if n >= at])
        return at

    def _close(self) -> None:
        """Put the headings that nothing stands under: they are points where there are no others."""
        out, last = self.out, self.lines[-1].number
        if not (out.entries or out.cards or out.summary or out.evaluation):
            out.entries += [Entry(last, text, (text,)) for text in self.pending]
        else:
            out.left_out += [LeftOut(last, text, _NOTHING) for text in self.pending]
        if not out.evaluation and self.weighs_late:
            out.remarks += [NoteLine(head.line, Kind.HEADING, head.text) for head in out.evaluation_heads]
        elif not out.evaluation:
            out.left_out += [LeftOut(head.line, head.text, _NOTHING) for head in out.evaluation_heads]

    def _line(self, at: int, line: NoteLine) -> None:
        title, is_paragraph = self.out.title, line.kind is Kind.PARAGRAPH
        is_title = title and line.kind is not Kind.ITEM and folded(line.words) == folded(title.words)
        if is_title or line in self.habits.legends:
            self.out.remarks.append(line)
        elif at in self.chrome:
            self._leave_out(line)
        elif at in self.headings:
            self._heading(line)
        elif self._part() is Part.CHROME:
            self._leave_out(line)
        elif self.is_asked:
            self.out.cards[-1] = with_answer(self.out.cards[-1], line)
        elif self._part() is Part.EVALUATION and self.weighs_late and self.habits.tagged(line).side:
            self._content(line)
        elif self._part() is Part.EVALUATION or (at and self.habits.concludes(line)):
            self.out.evaluation.append(line)
        elif self._part() is Part.SUMMARY and is_paragraph:
            self.out.remarks += [replace(line, text=text, label="") for text in self._taken()]
            self.out.summary.append(line)
        elif is_paragraph and at and summarises(line):
            self.out.summary.append(line)
        elif is_paragraph and self._leads(line):
            self._lead(line)
        else:
            self._content(line)

    def _leads(self, line: NoteLine) -> bool:
        """Whether a paragraph stands before the first heading, list or table, or asks the question of the notes."""
        is_first = not (self.out.entries or self.out.cards or self.is_begun)
        return is_first and self.habits.leads(line)

    def _lead(self, line: NoteLine) -> None:
        is_question = asks(line) or (line.words.endswith("?") and len(line.words.split()) > 4)
        if is_question and not self.out.question:
            self.out.question = line
        elif len(line.words.split()) >= least_lead(line):
            self.out.summary.append(line)
        else:
            self.out.remarks.append(line)

    def _leave_out(self, line: NoteLine) -> None:
        self.out.left_out.append(LeftOut(line.number, line.words, _CHROME))

    # ---------------------------------------------------------------- headings
    def _part(self) -> Part:
        """What the innermost heading names that names something else than a side."""
        parts = [h.part for h in self.stack if h.part not in (Part.OTHER, *SIDES)]
        is_sided = self.weighs_late and bool(self.stack) and self.stack[-1].part in SIDES
        return parts[-1] if parts and not is_sided else Part.OTHER

    def _heading(self, line: NoteLine) -> None:
        heading = self.ranks.heading(line)
        self.stack = [*(h for h in self.stack if h.rank < heading.rank), heading]
        self.is_begun, self.base, self.run_in = True, None, ""
        self.is_asked = asks_in_heading(line) and self.asks_often
        if self.is_asked:
            original = (*self._taken(), line.typed)
            self.out.cards.append(
                Card(line.number, line.words.rstrip("?") + "?", "", original, Part.CARDS, tuple(self.stack[:-1]))
            )
        elif self._part() is Part.EVALUATION:
            self.out.evaluation_heads.append(replace(heading, text=line.typed))
        elif self._part() is Part.CHROME:
            self._leave_out(line)
        else:
            self.pending.append(line.typed)

    # ---------------------------------------------------------------- points
    def _content(self, line: NoteLine) -> None:
        """Take a point, a part of the point before it, or a card."""
        if line.kind is Kind.ITEM:
            self.stack = [h for h in self.stack if line.depth > h.rank - ITEM]
            self.base = line.depth if self.base is None else self.base
        if self._card(line):
            return
        label = self.habits.label(line)
        is_within = line.kind is Kind.ITEM and self.base is not None and line.depth > self.base
        entries = self.out.entries
        goes_on = self._goes_on(line, label)
        if entries and not self.pending and (is_within or goes_on):
            depth = (
                line.depth - (self.base or 0) - 1 if is_within else 0 if line.kind is Kind.ITEM and not label else -1
            )
            last = entries[-1]
            details = (*last.details, (depth, line.text))
            entries[-1] = replace(last, details=details, original=(*last.original, line.typed))
        else:
            self._begin(line)

    def _goes_on(self, line: NoteLine, label: str) -> bool:
        """Whether a line is a part of the PEEL paragraph before it: by its label, or as it stands right under it."""
        last = self.out.entries[-1] if self.out.entries else None
        if last and line.kind is Kind.ITEM and last.is_prose and is_counted_point(last.text):
            return True
        if not last or not last.is_labelled:
            return False
        if label:
            return not opens_paragraph(label)
        has_link = any(peel_label(text.replace("**", "")) in ("l", "link") for _, text in last.details)
        return line.number == self.last + 1 and not has_link

    def _begin(self, line: NoteLine) -> None:
        tagged = self._tagged(line)
        if tagged.side and line.kind is Kind.PARAGRAPH:
            self.run_in, self.base = tagged.side, None
        elif self.run_in and not tagged.side and line.kind is Kind.ITEM:
            tagged = Tagged(self.run_in, tagged.text)
        texts = list_in_line(tagged.text) if tagged.side and line.kind is Kind.PARAGRAPH else [tagged.text]
        originals = [(*self._taken(), line.typed), *[()] * (len(texts) - 1)]
        self.out.entries += [
            Entry(
                line.number,
                text,
                original,
                headings=tuple(self.stack),
                is_prose=line.kind is Kind.PARAGRAPH,
                is_labelled=bool(self.habits.label(line)),
                tagged=tagged.side,
            )
            for text, original in zip(texts, originals, strict=True)
        ]

    def _tagged(self, line: NoteLine) -> Tagged:
        """A line with the side that it says itself, where no heading does."""
        if any(h.part in SIDES for h in self.stack):
            return Tagged("", line.text)
        return self.habits.tagged(line)

    def _taken(self) -> list[str]:
        """The headings that have waited for a point."""
        taken, self.pending = self.pending, []
        return taken

    def _card(self, line: NoteLine) -> bool:
        """Take a line for a card, or for more of the one before it."""
        cards = self.out.cards
        part = self._part() if self._part() in CARDS else Part.CARDS if self.habits.is_quiz else None
        if cards and (longer := with_more(cards[-1], line, part, follows=self._follows(line))):
            cards[-1] = replace(longer, original=(*longer.original, line.typed))
            return True
        is_term = line in self.habits.terms and not (self.is_begun or self.out.entries)
        part = part or (Part.TERMS if is_term else Part.CARDS if may_be_card(line) else None)
        found = card_in(line.words, part) if part else None
        if not part or not found:
            return False
        cards.append(Card(line.number, *found, (*self._taken(), line.typed), part, tuple(self.stack)))
        return True

    def _follows(self, line: NoteLine) -> bool:
        """Whether a line of a quiz stands right under another."""
        return self.habits.is_quiz and line.number == self.last + 1

    # ---------------------------------------------------------------- tables
    def _table(self, rows: Sequence[NoteLine]) -> None:
        self.is_begun, self.base = True, None
        if self._part() is Part.EVALUATION:
            self.out.evaluation += rows
            return
        heads, points = read_table(rows, self._part())
        self.pending += [head for head in heads if head]
        for point in points:
            original = (*self._taken(), *point.original)
            if point.card is not Part.OTHER:
                self.out.cards.append(Card(point.line, point.title, point.text, original, point.card))
            else:
                self.out.entries.append(self._of_row(point, original))

    def _of_row(self, point: RowPoint, original: tuple[str, ...]) -> Entry:
        stack = list(self.stack)
        is_side = names_side(point.side)
        if point.side and not is_side:
            stack.append(Heading(point.side, Part.OTHER, COLUMN, point.line))
        return Entry(
            point.line,
            point.text,
            original,
            point.details,
            point.title,
            point.date,
            theme=point.theme,
            headings=tuple(stack),
            tagged=point.side if is_side else "",
        )
