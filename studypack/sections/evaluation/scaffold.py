"""The scaffold of an answer: each move's name and what to ask oneself, with lines to write on; no word of the model."""

from collections.abc import Iterator
from functools import partial

from typing_extensions import override

from studypack.base.record import record
from studypack.base.wording import letters_for
from studypack.layout.boxes import FEWEST_LINES, ROUNDING, Box, HorizontalRule, Space, WritingLines
from studypack.layout.copyfit import largest_fitting
from studypack.layout.flow import count_pages
from studypack.layout.paragraph import text
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import HAIRLINE, INK, mm
from studypack.layout.tag import Tag
from studypack.layout.text import Run
from studypack.layout.theme import Theme
from studypack.layout.wrapper import KeepTogether, RepeatHeader
from studypack.model.content import Pack
from studypack.model.letters import capitalise
from studypack.model.parts import Move
from studypack.model.spans import plain
from studypack.sections.evaluation.answer import head
from studypack.sections.evaluation.letter import Letter, letter_label, letters_indent, move_letter
from studypack.sections.evaluation.moves import check_for, evaluation_of, may_hint, move_name, prompt_for
from studypack.sections.evaluation.self_check import checked_kinds, self_check
from studypack.sections.kit.builder import LONG_NAME, Builder, kept
from studypack.sections.kit.prose import run_in
from studypack.sections.kit.runs import label_run, label_style
from studypack.sections.kit.section import Context
from studypack.sections.kit.sheet_head import ContinuedHead

_MOST_LONGER = 3
"""Lines that every prompt is given on top of its own, where that needs no more pages."""
_WORTH_PARTING = 0.8
"""Prompts are parted from some of their lines only where that needs no more of the pages than this."""
_FEWEST_HERE = 4
"""Lines under a prompt, for others of it to be left out."""
_WORTH_A_PAGE = 0.5
"""Of one that holds nothing but lines."""


class _OnePage(KeepTogether):
    """A prompt with its lines on one page; one with more lines than that starts where it has all of its room."""

    @override
    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        return None if room < self._limit - ROUNDING else super().split(width, room)


@record
class _Prompt:
    """What to ask oneself, and the lines to write on."""

    theme: Theme
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

    @property
    def _above(self) -> float:
        return mm(7) if self.over else mm(5)

    def _boxes(self, lines: int, more: int) -> list[Box]:
        hand = self.theme.hand
        ruled = WritingLines(lines, hand.pitch, self.name, self.tag, hand.color, thickness=hand.thickness, more=more)
        return [*self.over, Hanging(self.label, Stack([self.says, ruled]), self.indent)]

    def flowing(self) -> Box:
        """The prompt over its lines, some of which may go over to the next page."""
        return Stack(self._boxes(self.lines, 0), above=self._above)

    @property
    def _says(self) -> float:
        """The height of all but the lines."""
        return self._above + Stack(self._boxes(0, 0)).height(self.theme.measure)

    def starts_well(self, room: float) -> bool:
        """Whether enough of its lines stand in a room of so many points, for others of it to go over."""
        return room >= self._says + _FEWEST_HERE * self.theme.hand.pitch

    def whole(self, longer: int, room: float, deepest: float) -> Box:
        """The prompt over `longer` lines more, in a room of so many points; with more lines it starts there.

        The lines that it has on another page, of `deepest` points, are more than a few. Up to twice as many lines fill
        the page.
        """
        lines = self._ending_well(self.lines + longer, room, deepest)
        # The space above it stands under the head of a page, too.
        return _OnePage(Stack([kept(Space(self._above)), *self._boxes(lines, lines)]), room)

    def _ending_well(self, lines: int, room: float, deepest: float) -> int:
        """Without the lines that would be alone at the head of a page, where they fill less than half of it."""
        pitch = self.theme.hand.pitch
        here, each = int((room - self._says) / pitch), int(deepest / pitch)
        over = (lines - here) % each if lines > here >= _FEWEST_HERE else 0
        return lines - over if over < each * _WORTH_A_PAGE else lines


def title(pack: Pack) -> str:
    """Return the section's title in this mode."""
    return pack.say("own_evaluation", "Your own evaluation")


def compose(context: Context) -> list[Box]:
    """The section's boxes in this mode: the prompts, and a check after the last of them."""
    theme, say, names = context.theme, context.pack.say, context.tag.child("P")
    standfirst = say(
        "make_each_move",
        "A move is a step of the argument. Make each in full sentences, so that they read as one argument.",
    )
    opened = head(context, title(context.pack), standfirst, names)
    context.tag.announce(say("lines_after_moves", "Each move is followed by lines to write on."))
    again = ContinuedHead(context.pack, theme, title(context.pack), names)
    deepest = theme.depth - again.height(theme.measure)
    prompts, check = list(_prompts(context)), _check(context, deepest)
    # A first prompt of a page's length starts under the opening, which would else stand alone.
    under = theme.depth - Stack(opened).height(theme.measure)
    rooms = [under if prompts[0].starts_well(under) else deepest, *[deepest] * (len(prompts) - 1)]

    def made(prompts: list[Box]) -> list[Box]:
        closing = [] if check is None else [kept(Space(mm(8))), check]
        return [RepeatHeader(Stack([*opened, *prompts, *closing]), again)]

    def whole(longer: int) -> list[Box]:
        boxes = [prompt.whole(longer, room, deepest) for prompt, room in zip(prompts, rooms, strict=True)]
        boxes[-1].keep_with_next = check is not None
        return made(boxes)

    pages_of = partial(count_pages, width=theme.measure, depth=theme.depth)
    flowing = made([prompt.flowing() for prompt in prompts])
    if pages_of(flowing) <= _WORTH_PARTING * pages_of(whole(0)):
        return flowing
    return largest_fitting(range(_MOST_LONGER + 1), whole, pages_of)


def _prompts(context: Context) -> Iterator[_Prompt]:
    """Every move in the answer's order, under its letter."""
    theme, pack, paragraphs = context.theme, context.pack, evaluation_of(context).paragraphs
    names = [letters_for(number).lower() for number in range(sum(map(len, paragraphs)))]
    indent, following, made = letters_indent(names, theme, theme.body), iter(names), set[str]()
    for place, moves in enumerate(paragraphs, start=1):
        several = len(paragraphs) > 1
        build = context.build.within("Sect") if several else context.build
        heading = _heading(build, _paragraph(pack, place)) if several else ()
        listing = build.within("L", numbering="LowerAlpha")
        for number, move in enumerate(moves):
            item, letter = listing.within("LI").tag, next(following)
            label = letter_label(
                Letter(letter, theme, item.child("Lbl", said=move_letter(letter, pack.say)), theme.body)
            )
            lines = max(FEWEST_LINES, theme.hand.lines(len(plain(move.text)), theme.measure - indent))
            body = item.child("LBody")
            kind = move_name(move.move, pack)
            says = _says(context, move, body, again=kind in made)
            own = f"{capitalise(kind, pack.language)} {letter}"
            name = f"{_paragraph(pack, place)}, {own}" if several else own
            yield _Prompt(theme, () if number else heading, label, says, lines, indent, name, body.child("P"))
            made.add(kind)


def _paragraph(pack: Pack, place: int) -> str:
    return pack.say("paragraph", "Paragraph {number}", number=place)


def _heading(build: Builder, title: str) -> tuple[Box, ...]:
    words = build.heading(title, build.theme.label_bold)
    return words, HorizontalRule(0.5, HAIRLINE, above=mm(0.6), below=mm(2), keep_with_next=True)


def _says(context: Context, move: Move, tag: Tag, *, again: bool) -> Box:
    """The move's name and its prompt, and what the author says of it where that gives nothing away."""
    style, note, pack = context.theme.body, context.theme.note, context.pack
    words = tag.child("P")
    name = label_run(pack, capitalise(move_name(move.move, pack), pack.language), style, words)
    boxes: list[Box] = [text([name, Run(prompt_for(move.move, pack, again=again), style, words)], style)]
    if may_hint(move, pack.language):
        aside = tag.child("P")
        # Words: before what the author says of this move in the model answer.
        label = Run(pack.say("in_the_model", "In the model:") + " ", label_style(note).colored(INK), aside)
        boxes.append(run_in(pack, [label], move.note, note, aside, tag))
    return Stack(boxes, keep_with_next=len(move.move) < LONG_NAME)


def _check(context: Context, deepest: float) -> Box | None:
    """Sentences to say of one's own answer, one for each kind of move, where they fit on a page of `deepest` points."""
    theme, pack, kinds = context.theme, context.pack, checked_kinds(context)
    if not kinds:
        return None
    heading, rows = pack.say("before_handing_in", "Before you hand it in"), [check_for(kind, pack) for kind in kinds]
    build = context.build.within("Sect")
    check = self_check(build, pack.say, heading, rows, theme.measure, level=2, numbered=False, most=2)
    return check if check.height(theme.measure) <= deepest else None
