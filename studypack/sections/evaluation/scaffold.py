"""The scaffold of an answer: each move's name and what to ask oneself, with lines to write on; no word of the model."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from studypack.base.wording import letters_for
from studypack.layout.boxes import Box, HorizontalRule, NewPage, WritingLines
from studypack.layout.flow import count_pages, room_left
from studypack.layout.paragraph import text
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import HAIRLINE, INK, mm
from studypack.layout.tag import Tag
from studypack.layout.text import Run
from studypack.layout.theme import Theme
from studypack.layout.wrapper import KeepTogether, RepeatHeader
from studypack.model.content import Move
from studypack.model.letters import capitalise, fold_case
from studypack.model.markup import plain
from studypack.sections.evaluation.answer import head
from studypack.sections.evaluation.model_lines import Letter, LetterLabel, letters_indent
from studypack.sections.evaluation.moves import check_for, evaluation_of, prompt_for
from studypack.sections.evaluation.self_check import SelfCheck, checked_kinds, self_check
from studypack.sections.kit.builder import runs
from studypack.sections.kit.section import Context
from studypack.sections.kit.sheet_head import ContinuedHead, hand_for

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 300
"""Characters; a longer note tells more than a hint should."""
_TELLING = 5
"""Letters; shorter words tell nothing, unless they are names or numbers."""
_STEM = 6
"""Letters by which words are compared: negotiate, negotiators."""
_COMMON = re.compile(
    "about|after|again|against|although|among|another|because|been|before|being|between|both|but|could|does|every|"
    "first|from|have|however|more|most|much|nor|not|only|other|rather|should|since|some|still|such|than|that|the|"
    "their|them|then|there|these|they|this|those|though|through|under|until|what|when|where|whether|which|while|"
    "whose|with|within|without|would|yet"
)


def may_hint(move: Move, language: str = "en") -> bool:
    """Whether the move's note may stand on a pupil's sheet: it shares no telling word with the move's text."""
    note = plain(move.note)
    return 0 < len(note) <= _LONGEST and not _telling(note, language) & _telling(plain(move.text), language)


def _telling(text: str, language: str) -> set[str]:
    """The words that name what a sentence is about: longer words, names and numbers, by their stems."""
    words = (word for word in _WORD.findall(text) if not _COMMON.fullmatch(word.lower()))
    return {
        fold_case(word, language)[:_STEM]
        for word in words
        if len(word) >= _TELLING or word[0].isupper() or any(character.isdigit() for character in word)
    }


_MOST_LONGER = 3
"""Lines that every prompt is given on top of its own, where that needs no more pages."""
_WORTH_PARTING = 0.8
"""Prompts are parted from some of their lines only where that needs no more of the pages than this."""

_FEWEST_HERE = 4
"""Lines under a prompt, for others of it to be left out."""
_WORTH_A_PAGE = 0.5
"""Of one that holds nothing but lines."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A prompt, and the room that it is given."""

    over: tuple[Box, ...]
    """A heading, where it opens a paragraph."""
    label: Box
    says: Box
    lines: int
    indent: float
    name: str
    """Of the lines, for who fills them in on a screen."""
    tag: Tag
    """Holds the fields on the lines."""

    def box(self, theme: Theme, deepest: float) -> Box:
        """The prompt over its lines: on one page, unless they are higher than `deepest`, in points."""
        hand = hand_for(theme)
        ruled = WritingLines(self.lines, hand.pitch, self.name, self.tag, hand.color, thickness=hand.thickness)
        body = Hanging(self.label, Stack([self.says, ruled]), self.indent)
        return KeepTogether(Stack([*self.over, body], above=mm(7) if self.over else mm(5)), deepest)


@dataclass(slots=True)
class _Page:
    """What stands on one page: the section's opening on the first, its name on the others, the check on the last."""

    opened: list[Box]
    asked: list[Asked]
    closing: list[Box]
    deepest: float
    """A prompt that may stay on one page, in points."""

    def boxes(self, theme: Theme) -> list[Box]:
        asked = [each.box(theme, self.deepest) for each in self.asked]
        for box in asked[-1:]:
            box.keep = bool(self.closing)
        return [*self.opened, *asked, *self.closing]


def ruled_pages(theme: Theme, opened: list[Box], again: Box, asked: Sequence[Asked], check: Box | None) -> list[Box]:
    """The prompts under `opened`, and `check` after the last of them; every later page under `again`."""
    closing = [check] if check is not None else []
    flowing: list[Box] = [RepeatHeader(Stack([*opened, *(each.box(theme, 0) for each in asked), *closing]), again)]
    deepest = theme.depth - again.height(theme.measure)
    asked = [_ending_well(theme, each, deepest) for each in asked]
    pages = _paged(theme, opened, again, asked, closing)
    if _count(theme, flowing) <= _WORTH_PARTING * len(pages):
        return flowing
    longer = [replace(each, lines=each.lines + 1) for each in asked]
    for _ in range(_MOST_LONGER):
        longer = [_ending_well(theme, each, deepest) for each in longer]
        more = _paged(theme, opened, again, longer, closing)
        if len(more) > len(pages):
            break
        pages, longer = more, [replace(each, lines=each.lines + 1) for each in longer]
    for page in pages:
        _fill(theme, page, again)
    # A prompt with more lines than a page goes over by itself: under the same head.
    return [box for page in pages for box in (NewPage(), RepeatHeader(Stack(page.boxes(theme)), again))]


def _ending_well(theme: Theme, asked: Asked, deepest: float) -> Asked:
    """Without the lines that would be alone at the head of a page, where they fill less than half of it."""
    pitch, box = hand_for(theme).pitch, asked.box(theme, 0)
    says = box.above + box.height(theme.measure) - asked.lines * pitch
    here, each = int((deepest - says) / pitch), int(deepest / pitch)
    over = (asked.lines - here) % each if asked.lines > here >= _FEWEST_HERE else 0
    return replace(asked, lines=asked.lines - over) if over < each * _WORTH_A_PAGE else asked


def _count(theme: Theme, boxes: Sequence[Box]) -> int:
    return count_pages(boxes, theme.measure, theme.depth)


def _paged(theme: Theme, opened: list[Box], again: Box, asked: Sequence[Asked], closing: list[Box]) -> list[_Page]:
    """As many prompts to a page as it holds whole; the check has the last of them for company."""
    deepest = theme.depth - again.height(theme.measure)
    pages = [_Page(opened, [], [], deepest)]
    for each in asked:
        own = pages[-1].boxes(theme)
        if own and _count(theme, [*own, each.box(theme, deepest)]) > _count(theme, own):
            pages.append(_Page([again], [], [], deepest))
        pages[-1].asked.append(each)
    last = pages[-1]
    if closing and _count(theme, [*last.boxes(theme), *closing]) > _count(theme, last.boxes(theme)):
        pages.append(_Page([again], [last.asked.pop()] if len(last.asked) > 1 else [], [], deepest))
    pages[-1].closing = closing
    return pages


def _fill(theme: Theme, page: _Page, again: Box) -> None:
    """Share out what the page has left as lines, up to twice as many, first to the prompts that have most."""
    if not page.asked:
        return
    flowing = [RepeatHeader(Stack(page.boxes(theme)), again)]
    spare = int(room_left(flowing, theme.measure, theme.depth) / hand_for(theme).pitch)
    each, more = divmod(min(spare, sum(each.lines for each in page.asked)), len(page.asked))
    longest = sorted(range(len(page.asked)), key=lambda place: -page.asked[place].lines)[:more]
    page.asked = [replace(one, lines=one.lines + each + (place in longest)) for place, one in enumerate(page.asked)]


TITLE = "Your own evaluation"
_STANDFIRST = "A move is a step of the argument. Make each in full sentences, so that they read as one argument."
_FEWEST_LINES = 2
_LONGEST_NAME = 200
"""Characters; a longer name of a move may be parted from its lines."""


def compose(context: Context) -> list[Box]:
    """The section's boxes in this mode."""
    names = context.tag.child("P")
    opened = head(context, TITLE, _STANDFIRST, names)
    again = ContinuedHead(context.theme, TITLE, names)
    return ruled_pages(context.theme, opened, again, list(_asked(context)), _check(context, again))


def _asked(context: Context) -> Iterator[Asked]:
    """Every move in the answer's order, under its letter."""
    theme, paragraphs = context.theme, evaluation_of(context).paragraphs
    names = [letters_for(number).lower() for number in range(sum(map(len, paragraphs)))]
    indent = letters_indent(names, theme, theme.body)
    following = iter(names)
    made: set[str] = set()
    for place, moves in enumerate(paragraphs, start=1):
        tag = context.tag.child("Sect")
        heading = _heading(theme, place, tag) if len(paragraphs) > 1 else ()
        listing = tag.child("L", numbering="LowerAlpha")
        for number, move in enumerate(moves):
            item = listing.child("LI")
            letter = next(following)
            label = LetterLabel(Letter(letter, theme, item.child("Lbl"), theme.body))
            lines = hand_for(theme).lines(len(plain(move.text)), theme.measure - indent)
            body = item.child("LBody")
            says = _says(context, move, body, again=move.move in made)
            own = body.child("P")
            name = f"{capitalise(move.move, context.pack.language)} {letter}"
            yield Asked(heading if not number else (), label, says, max(_FEWEST_LINES, lines), indent, name, own)
            made.add(move.move)


def _heading(theme: Theme, place: int, tag: Tag) -> tuple[Box, ...]:
    words = text([Run(f"Paragraph {place}", theme.label_bold, tag.child("H2"))], theme.label_bold, keep=True)
    return words, HorizontalRule(0.5, HAIRLINE, above=mm(0.6), below=mm(2), keep=True)


def _says(context: Context, move: Move, tag: Tag, *, again: bool) -> Box:
    """The move's name and its prompt, and what the author says of it where that gives nothing away."""
    style, note, language = context.theme.body, context.theme.note, context.pack.language
    words = tag.child("P")
    name = Run(f"{capitalise(move.move, language)}. ", style.voiced(bold=True), words)
    boxes: list[Box] = [text([name, Run(prompt_for(move.move, again=again), style, words)], style)]
    if may_hint(move, language):
        aside = tag.child("P")
        label = Run("In the model: ", note.voiced(bold=True).colored(INK), aside)
        boxes.append(text([label, *runs(move.note, note, aside)], note))
    return Stack(boxes, keep=len(move.move) < _LONGEST_NAME)


def _check(context: Context, again: Box) -> SelfCheck | None:
    """Sentences to say of one's own answer, one for each kind of move, where they fit on a page under its head."""
    theme, kinds = context.theme, checked_kinds(context)
    if not kinds:
        return None
    rows, title = [check_for(kind, context.pack.language) for kind in kinds], "Before you hand it in"
    tag = context.tag.child("Sect")
    check = self_check(theme, title, rows, tag, theme.measure, numbered=False, most=2, above=mm(8))
    return check if check.height(theme.measure) <= theme.depth - again.height(theme.measure) else None
