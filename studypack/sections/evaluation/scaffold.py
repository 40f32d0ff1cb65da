"""The scaffold of an answer: each move's name and what to ask oneself, with lines to write on; no word of the model."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from studypack.layout.boxes import Box, HorizontalRule, NewPage, WritingLines
from studypack.layout.flow import count_pages, room_left
from studypack.layout.paragraph import text
from studypack.layout.stack import Hanging, Resumed, Stack, Whole
from studypack.layout.tag import Tag
from studypack.layout.text import Run
from studypack.layout.theme import HAIRLINE, INK, Look, mm
from studypack.model.content import Move
from studypack.model.letters import capitalized, folded
from studypack.model.markup import plain
from studypack.sections.evaluation.annotated import head
from studypack.sections.evaluation.measures import evaluation_of
from studypack.sections.evaluation.model_lines import Letter, LetterLabel, letters
from studypack.sections.evaluation.moves import check_for, prompt_for
from studypack.sections.evaluation.self_check import SelfCheck, checked_kinds, self_check
from studypack.sections.kit.opening import runs
from studypack.sections.kit.section import Setting
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
        folded(word, language)[:_STEM]
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

    def box(self, look: Look, deepest: float) -> Box:
        """The prompt over its lines: on one page, unless they are higher than `deepest`, in points."""
        hand = hand_for(look)
        ruled = WritingLines(self.lines, hand.pitch, self.name, self.tag, hand.color, thickness=hand.thickness)
        body = Hanging(self.label, Stack([self.says, ruled]), self.indent)
        return Whole(Stack([*self.over, body], above=mm(7) if self.over else mm(5)), deepest)


@dataclass(slots=True)
class _Page:
    """What stands on one page: the section's opening on the first, its name on the others, the check on the last."""

    opened: list[Box]
    asked: list[Asked]
    closing: list[Box]
    deepest: float
    """A prompt that may stay on one page, in points."""

    def boxes(self, look: Look) -> list[Box]:
        asked = [each.box(look, self.deepest) for each in self.asked]
        for box in asked[-1:]:
            box.keep = bool(self.closing)
        return [*self.opened, *asked, *self.closing]


def ruled_pages(look: Look, opened: list[Box], again: Box, asked: Sequence[Asked], check: Box | None) -> list[Box]:
    """The prompts under `opened`, and `check` after the last of them; every later page under `again`."""
    closing = [check] if check is not None else []
    flowing: list[Box] = [Resumed(Stack([*opened, *(each.box(look, 0) for each in asked), *closing]), again)]
    deepest = look.depth - again.height(look.measure)
    asked = [_ending_well(look, each, deepest) for each in asked]
    pages = _paged(look, opened, again, asked, closing)
    if _count(look, flowing) <= _WORTH_PARTING * len(pages):
        return flowing
    longer = [replace(each, lines=each.lines + 1) for each in asked]
    for _ in range(_MOST_LONGER):
        longer = [_ending_well(look, each, deepest) for each in longer]
        more = _paged(look, opened, again, longer, closing)
        if len(more) > len(pages):
            break
        pages, longer = more, [replace(each, lines=each.lines + 1) for each in longer]
    for page in pages:
        _fill(look, page, again)
    # A prompt with more lines than a page goes over by itself: under the same head.
    return [box for page in pages for box in (NewPage(), Resumed(Stack(page.boxes(look)), again))]


def _ending_well(look: Look, asked: Asked, deepest: float) -> Asked:
    """Without the lines that would be alone at the head of a page, where they fill less than half of it."""
    pitch, box = hand_for(look).pitch, asked.box(look, 0)
    says = box.above + box.height(look.measure) - asked.lines * pitch
    here, each = int((deepest - says) / pitch), int(deepest / pitch)
    over = (asked.lines - here) % each if asked.lines > here >= _FEWEST_HERE else 0
    return replace(asked, lines=asked.lines - over) if over < each * _WORTH_A_PAGE else asked


def _count(look: Look, boxes: Sequence[Box]) -> int:
    return count_pages(boxes, look.measure, look.depth)


def _paged(look: Look, opened: list[Box], again: Box, asked: Sequence[Asked], closing: list[Box]) -> list[_Page]:
    """As many prompts to a page as it holds whole; the check has the last of them for company."""
    deepest = look.depth - again.height(look.measure)
    pages = [_Page(opened, [], [], deepest)]
    for each in asked:
        own = pages[-1].boxes(look)
        if own and _count(look, [*own, each.box(look, deepest)]) > _count(look, own):
            pages.append(_Page([again], [], [], deepest))
        pages[-1].asked.append(each)
    last = pages[-1]
    if closing and _count(look, [*last.boxes(look), *closing]) > _count(look, last.boxes(look)):
        pages.append(_Page([again], [last.asked.pop()] if len(last.asked) > 1 else [], [], deepest))
    pages[-1].closing = closing
    return pages


def _fill(look: Look, page: _Page, again: Box) -> None:
    """Share out what the page has left as lines, up to twice as many, first to the prompts that have most."""
    if not page.asked:
        return
    flowing = [Resumed(Stack(page.boxes(look)), again)]
    spare = int(room_left(flowing, look.measure, look.depth) / hand_for(look).pitch)
    each, more = divmod(min(spare, sum(each.lines for each in page.asked)), len(page.asked))
    longest = sorted(range(len(page.asked)), key=lambda place: -page.asked[place].lines)[:more]
    page.asked = [replace(one, lines=one.lines + each + (place in longest)) for place, one in enumerate(page.asked)]


TITLE = "Your own evaluation"
_STANDFIRST = "A move is a step of the argument. Make each in full sentences, so that they read as one argument."
_FEWEST_LINES = 2
_LONGEST_NAME = 200
"""Characters; a longer name of a move may be parted from its lines."""


def compose(setting: Setting) -> list[Box]:
    """The section's boxes in this mode."""
    names = setting.tag.child("P")
    opened = head(setting, TITLE, _STANDFIRST, names)
    again = ContinuedHead(setting.look, TITLE, names)
    return ruled_pages(setting.look, opened, again, list(_asked(setting)), _check(setting, again))


def _asked(setting: Setting) -> Iterator[Asked]:
    """Every move in the answer's order, under its letter."""
    look, paragraphs = setting.look, evaluation_of(setting).paragraphs
    names = [letters(number) for number in range(sum(map(len, paragraphs)))]
    indent = max(mm(6.2), *(Letter(name, look, None, look.body.size).width + 2 for name in names))
    following = iter(names)
    made: set[str] = set()
    for place, moves in enumerate(paragraphs, start=1):
        tag = setting.tag.child("Sect")
        heading = _heading(look, place, tag) if len(paragraphs) > 1 else ()
        listing = tag.child("L", numbering="LowerAlpha")
        for number, move in enumerate(moves):
            item = listing.child("LI")
            letter = next(following)
            label = LetterLabel(Letter(letter, look, item.child("Lbl"), look.body.size), look.body.leading)
            lines = hand_for(look).lines(len(plain(move.text)), look.measure - indent)
            body = item.child("LBody")
            says = _says(setting, move, body, again=move.move in made)
            own = body.child("P")
            name = f"{capitalized(move.move, setting.pack.language)} {letter}"
            yield Asked(heading if not number else (), label, says, max(_FEWEST_LINES, lines), indent, name, own)
            made.add(move.move)


def _heading(look: Look, place: int, tag: Tag) -> tuple[Box, ...]:
    words = text([Run(f"Paragraph {place}", look.label_bold, tag.child("H2"))], look.label_bold, keep=True)
    return words, HorizontalRule(0.5, HAIRLINE, above=mm(0.6), below=mm(2), keep=True)


def _says(setting: Setting, move: Move, tag: Tag, *, again: bool) -> Box:
    """The move's name and its prompt, and what the author says of it where that gives nothing away."""
    style, note, language = setting.look.body, setting.look.note, setting.pack.language
    words = tag.child("P")
    name = Run(f"{capitalized(move.move, language)}. ", style.voiced(bold=True), words)
    boxes: list[Box] = [text([name, Run(prompt_for(move.move, again=again), style, words)], style)]
    if may_hint(move, language):
        aside = tag.child("P")
        label = Run("In the model: ", note.voiced(bold=True).colored(INK), aside)
        boxes.append(text([label, *runs(move.note, note, aside)], note))
    return Stack(boxes, keep=len(move.move) < _LONGEST_NAME)


def _check(setting: Setting, again: Box) -> SelfCheck | None:
    """Sentences to say of one's own answer, one for each kind of move, where they fit on a page under its head."""
    look, kinds = setting.look, checked_kinds(setting)
    if not kinds:
        return None
    rows, title = [check_for(kind, setting.pack.language) for kind in kinds], "Before you hand it in"
    tag = setting.tag.child("Sect")
    check = self_check(look, title, rows, tag, look.measure, numbered=False, most=2, above=mm(8))
    return check if check.height(look.measure) <= look.depth - again.height(look.measure) else None
