"""The gap in a line: a number, and one or more rules to write on, with what is printed among them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from studypack.base.formula.outline import drawn
from studypack.base.styled_text import Text, has_formula, heard, spans_of
from studypack.layout.field import on_rule
from studypack.layout.inline import place_line
from studypack.layout.page import Page, Rule, TextRun
from studypack.layout.style import INK, Hand, Style, mm
from studypack.layout.tag import Tag
from studypack.layout.text import Content, Run
from studypack.layout.theme import Theme
from studypack.model.content import Pack
from studypack.model.modes import GapWidth
from studypack.model.spans import Gap, Span
from studypack.model.words import Words
from studypack.sections.worksheets.gap_names import field_names
from studypack.sections.worksheets.letter_cells import LetterCell, cells, counted, first_letter, only_signs, words_of
from studypack.sections.worksheets.support import Level
from studypack.sections.worksheets.worksheet import ClozeSheet


@dataclass(frozen=True, slots=True)
class GapMeasures:
    """How gaps are drawn, for a hand of the standard size. Lengths in points, unless told otherwise."""

    round: float = mm(4)
    """Beside the letters of an answer."""
    shortest: float = mm(12)
    """Of a rule; a shorter one looks like a dash."""
    longest: float = 0.75
    """Of the measure: what takes longer goes on in another rule, so that number and comma still find room."""
    below: float = mm(1.2)
    """The rule, below the baseline: handwriting needs room for its descenders."""
    thickness: float = 0.75
    cell: float = mm(3.8)
    """A rule for one letter."""
    cells_apart: float = mm(1.4)
    words_apart: float = mm(2.2)
    """From rule to rule between words, on top of a space."""
    raised: float = 0.3
    """The number, above the baseline, in ems of the text."""
    after_number: float = 1.4
    """To the rule; half as much again to a letter."""
    after: float = 0.5
    """From rule to a comma, whatever the hand; the next word's space comes on top. Three times as much from a dash, or
    a full stop is one."""


_GAP = GapMeasures()
_HYPHENS = "-‐–—/"


def gap_width(sheet: ClozeSheet, theme: Theme) -> float:
    """One width for every gap of a sheet, in points, so that no length gives an answer away.

    From the longest answer, as large as the hand, within the limits of the theme.
    """
    longest = max(_letters(gap.answer) for gap in sheet.gaps)
    least, most = (theme.hand.scale * width for width in theme.gap_widths)
    return min(max(theme.hand.letter * longest + theme.hand.scale * _GAP.round, least), most)


@dataclass(frozen=True, slots=True)
class GapStyle:
    """How the gaps of a sheet are drawn, all in the same way. Lengths in points."""

    level: Level
    text: Style
    """Of the words round them, and of first letters."""
    number: Style
    hint: Style
    uniform: float
    """The one length, where all have one."""
    longest: float
    """Of a rule, or of a row of short ones."""
    hand: Hand
    pack: Pack

    def printed(self, letters: str) -> float:
        """The width of letters that are printed in a gap."""
        return self.text.face.width(letters, self.text.size)

    @classmethod
    def of(cls, pack: Pack, sheet: ClozeSheet, level: Level, theme: Theme, text: Style) -> "GapStyle":
        """For a sheet whose passages are set in the style `text`."""
        width = gap_width(sheet, theme)
        longest = _GAP.longest * theme.measure
        return cls(level, text, theme.gap_number, theme.label, width, longest, theme.hand, pack)


class WritingRoom(NamedTuple):
    """Where something is to be written, in points from the start of a stretch."""

    start: float
    end: float
    cells: int = 0
    """For so many letters, each in the middle of its share."""


@dataclass(frozen=True, slots=True)
class GapStretch:
    """A part of a gap that stays on one line: what is printed of a word, and rules for the rest. Lengths in points."""

    cells: tuple[LetterCell, ...]
    widths: tuple[float, ...]
    """Of the cells."""
    apart: float = 0
    """From one to the next; 0 where one rule is for all that is to be written."""

    @property
    def begun(self) -> bool:
        """Something of the word is printed at its start."""
        return bool(self.cells[0].shown)

    @property
    def width(self) -> float:
        """The cells and what is between them."""
        return sum(self.widths) + (len(self.cells) - 1) * self.apart

    @property
    def rooms(self) -> list[WritingRoom]:
        """One for letters in a row; what is printed among them parts them."""
        rooms: list[WritingRoom] = []
        x, goes_on = 0.0, False
        for cell, width in zip(self.cells, self.widths, strict=True):
            blank = cell.ruled and not cell.shown
            if blank:
                start, _, count = rooms.pop() if goes_on else (x, 0, 0)
                rooms.append(WritingRoom(start, x + width, count + 1 if self.apart else 0))
            goes_on = blank
            x += width + self.apart
        return rooms

    def place(self, page: Page, x: float, baseline: float, style: GapStyle, tag: Tag) -> None:
        """Each letter in the middle of its cell."""
        for cell, width in zip(self.cells, self.widths, strict=True):
            if cell.ruled:
                y = baseline - _GAP.below * style.hand.scale
                page.add(Rule(x, y, x + width, y, _GAP.thickness, INK, tag=tag))
            if cell.shown:
                place_line(page, cell.shown, style.text, x + (width - style.printed(cell.shown)) / 2, baseline, tag)
            x += width + self.apart


def one_rule(letter: str, rule: float, style: GapStyle) -> GapStretch:
    """A stretch with one rule, after the letter that is printed, if there is one."""
    rest = GapStretch((LetterCell(),), (rule,))
    if not letter:
        return rest
    return GapStretch((LetterCell(letter, ruled=False), *rest.cells), (style.printed(letter), *rest.widths))


def letter_row(cells: tuple[LetterCell, ...], style: GapStyle) -> GapStretch:
    """A stretch with a short rule for each letter."""
    rule = _GAP.cell * style.hand.scale
    widths = tuple(max(rule * cell.ruled, style.printed(cell.shown)) for cell in cells)
    return GapStretch(cells, widths, _GAP.cells_apart * style.hand.scale)


@dataclass(frozen=True, slots=True)
class GapPiece:
    """What stands of a gap on one line: its number, where it begins, and what is to be written on."""

    number: int
    """0 for a piece that is not the first."""
    body: GapStretch
    style: GapStyle
    tag: Tag
    after: float
    """The space behind it."""
    names: Sequence[str]
    """Of the fields in its rooms."""

    @property
    def _figure(self) -> float:
        figure = self.style.number
        return figure.face.width(str(self.number), figure.size) if self.number else 0

    @property
    def _between(self) -> float:
        letter = self.body.begun and not self.body.apart
        return _GAP.after_number * (1.5 if letter else 1) * self.style.hand.scale if self.number else 0

    @property
    def width(self) -> float:
        """Number, rules and the space round them."""
        return self._figure + self._between + self.body.width + self.after

    def place(self, page: Page, x: float, baseline: float) -> None:
        """The number first, raised; then the rules."""
        long, style = self._figure, self.style.number
        if self.number:
            y = baseline + _GAP.raised * self.style.text.size
            # A space that does not show parts it from a first letter.
            shown = f"{self.number} " if self.body.begun else str(self.number)
            page.add(TextRun(x, y, shown, style.face, style.size, style.color, long, self.tag))
        x += long + self._between
        self.body.place(page, x, baseline, self.style, self.tag)
        y = baseline - _GAP.below * self.style.hand.scale
        for name, room in zip(self.names, self.body.rooms, strict=True):
            rule = (x + room.start, x + room.end, y)
            page.add(on_rule(rule, self.style.text.size, name, self.tag, cells=room.cells))


def gap_pieces(spans: Sequence[Span], place: int, number: int, style: GapStyle, parent: Tag) -> list[Content]:
    """The gap at a place of the paragraph that `parent` tags: pieces, with its hint after them.

    A line may break between each piece and the next. All are one Span, which is read as its number, its hint, and of
    the answer no more than the sheet shows.
    """
    gap = spans[place]
    assert isinstance(gap, Gap)
    hint = gap.hint if style.level.hinted else ""
    say = style.pack.say
    # Words: by ear, in a gap: what its author tells of the answer.
    hinted = hint and say("hint_by_ear", "hint: {hint}", hint=heard(hint))
    told = "; ".join(filter(None, (hinted, _said(gap, style.level, say))))
    # A space parts the gap from the rest of its word; that after a hint is set with the hint.
    rest = next((each.text[:1] if isinstance(each, Text) else "gap" for each in spans[place + 1 : place + 2]), "")
    parted = " " if rest.isalnum() or (hint and rest.isspace()) else ""
    # In brackets, at which a voice pauses: else its number is heard as a part of the sentence.
    named = say("gap_by_ear", "gap {number}", number=number)
    tag = parent.child("Span", said=f"({named}{told and f', {told}'}){parted}")
    words = [list(stretches) for stretches in _words(gap, style)]
    bodies = [(body, body is stretches[-1]) for stretches in words for body in stretches]
    names = field_names(spans, place, number, told, sum(len(body.rooms) for body, _ in bodies), style.pack)
    content: list[Content] = []
    for part, (body, closes) in enumerate(bodies):
        last = part == len(bodies) - 1
        comma = 3 * _GAP.after if body.apart else _GAP.after
        after = comma if last or not closes else _GAP.words_apart * style.hand.scale
        own = [next(names) for _ in body.rooms]
        content.append(GapPiece(0 if part else number, body, style, tag, after, own))
        if not last:
            content.append(Run(" ", style.text, tag))
    if hint:
        content.append(Run("\u00a0(" + hint + ")", style.hint, tag))
    return content


def _words(gap: Gap, style: GapStyle) -> Iterator[Sequence[GapStretch]]:
    """The stretches of each word of the answer; the answer as one where its words are not to be told apart."""
    words = words_of(gap.answer)
    if has_formula(gap.answer) or (style.level.gap is not GapWidth.LETTERS and not style.level.lettered):
        yield _blanks("", _length(gap.answer, 1, style), style)
        return
    for word in words:
        if style.level.gap is GapWidth.LETTERS or counted(word):
            yield _rows(cells(word, lettered=style.level.lettered), style)
        else:
            yield _blanks(first_letter(word), _length(word, len(words), style), style)


def _length(words: str, share: int, style: GapStyle) -> float:
    """Of the rule for some words: as they need, or their share of the one length of the sheet."""
    if style.level.gap is GapWidth.STRETCH:
        wanted = style.hand.letter * _letters(words) + style.hand.scale * _GAP.round / share
    else:
        wanted = style.uniform / share
    return max(wanted, _GAP.shortest * style.hand.scale)


def _letters(answer: str) -> int:
    """How many letters of handwriting an answer takes; a formula is as wide as its drawing, two letters to an em."""
    return sum(round(2 * drawn(span.text).width) if span.formula else len(span.text) for span in spans_of(answer))


def _blanks(letter: str, length: float, style: GapStyle) -> list[GapStretch]:
    """One rule, or as many of one length as the lines of the paragraph ask."""
    length -= style.printed(letter)
    count = max(1, -int(-length // style.longest))
    return [one_rule("" if number else letter, length / count, style) for number in range(count)]


def _rows(own: tuple[LetterCell, ...], style: GapStyle) -> list[GapStretch]:
    """The cells of a word in one row; of a word that is longer than a line, parted at its hyphens or where need be."""
    whole = letter_row(own, style)
    if whole.width <= style.longest:
        return [whole]
    ends = [place + 1 for place, cell in enumerate(own) if not cell.ruled and cell.shown in _HYPHENS]
    rows: list[GapStretch] = []
    for start, end in pairwise([0, *(end for end in ends if end < len(own)), len(own)]):
        part = own[start:end]
        count = max(1, -int(-letter_row(part, style).width // style.longest))
        long = -(-len(part) // count)
        rows.extend(letter_row(part[at : at + long], style) for at in range(0, len(part), long))
    return rows


def _said(gap: Gap, level: Level, say: Words) -> str:
    """What a gap shows of its answer, for a reader who does not see it: begins with g, 7 letters; s, 6 letters."""
    if has_formula(gap.answer) or (not level.lettered and level.gap is not GapWidth.LETTERS):
        return ""
    said, is_first = list[str](), True
    for word in words_of(gap.answer):
        count = sum(cell.ruled for cell in cells(word, lettered=False))
        ruled = _counted(word, count, say) if level.gap is GapWidth.LETTERS or counted(word) else ""
        begun = first_letter(word) if level.lettered else ""
        if begun and is_first:
            # Once for all words of an answer: the first letter of each is told.
            # Words: by ear, in a gap, of its answer: begins with g, 7 letters; s, 6 letters.
            begun, is_first = say("begins_with", "begins with {letter}", letter=begun), False
        # Words: by ear, in a gap, of one of several words of its answer, of which nothing else is told.
        said.append(", ".join(filter(None, (begun, ruled))) or say("a_word", "a word"))
    return "; ".join(said)


def _counted(word: str, count: int, say: Words) -> str:
    """How many letters or figures a word has."""
    if counted(word):
        return say.count("figures_by_ear", "{n} figure", "{n} figures", count)
    if only_signs(word):
        return say.count("signs_by_ear", "{n} sign", "{n} signs", count)
    return say.count("letters_by_ear", "{n} letter", "{n} letters", count)
