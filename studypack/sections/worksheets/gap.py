"""The gap in a line: its number, rules to write on, and its hint; and what of it is heard."""

from collections.abc import Sequence

from studypack.base.record import record
from studypack.base.styled_text import Text, has_formula, heard
from studypack.layout.field import on_rule
from studypack.layout.page import Page, TextRun
from studypack.layout.tag import Tag
from studypack.layout.text import Content, Run
from studypack.model.modes import GapWidth
from studypack.model.spans import Gap, Span
from studypack.model.words import Words
from studypack.sections.worksheets.gap_names import field_names
from studypack.sections.worksheets.gap_stretch import GAP, GapStretch, GapStyle, stretches_of
from studypack.sections.worksheets.letter_cells import cells, counted, first_letter, only_signs, words_of
from studypack.sections.worksheets.support import Level


@record
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
        return GAP.after_number * (1.5 if letter else 1) * self.style.hand.scale if self.number else 0

    @property
    def width(self) -> float:
        """Number, rules and the space round them."""
        return self._figure + self._between + self.body.width + self.after

    def place(self, page: Page, x: float, baseline: float) -> None:
        """The number first, raised; then the rules."""
        long, style = self._figure, self.style.number
        if self.number:
            y = baseline + GAP.raised * self.style.text.size
            # A space that does not show parts it from a first letter.
            shown = f"{self.number} " if self.body.begun else str(self.number)
            page.add(TextRun(x, y, shown, style.face, style.size, style.color, long, self.tag))
        x += long + self._between
        self.body.place(page, x, baseline, self.style, self.tag)
        y = baseline - GAP.below * self.style.hand.scale
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
    words = [list(stretches) for stretches in stretches_of(gap, style)]
    bodies = [(body, body is stretches[-1]) for stretches in words for body in stretches]
    names = field_names(spans, place, number, told, sum(len(body.rooms) for body, _ in bodies), style.pack)
    content: list[Content] = []
    for part, (body, closes) in enumerate(bodies):
        last = part == len(bodies) - 1
        comma = 3 * GAP.after if body.apart else GAP.after
        after = comma if last or not closes else GAP.words_apart * style.hand.scale
        own = [next(names) for _ in body.rooms]
        content.append(GapPiece(0 if part else number, body, style, tag, after, own))
        if not last:
            content.append(Run(" ", style.text, tag))
    if hint:
        content.append(Run("\u00a0(" + hint + ")", style.hint, tag))
    return content


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
