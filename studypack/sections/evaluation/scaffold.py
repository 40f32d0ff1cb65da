"""The scaffold of an answer: each move's name and what to ask oneself, with lines to write on; no word of the model."""

from collections.abc import Iterator

from studypack.content import Move
from studypack.letters import capitalized
from studypack.markup import plain
from studypack.sections.evaluation.fit import evaluation_of
from studypack.sections.evaluation.head import head
from studypack.sections.evaluation.hints import may_hint
from studypack.sections.evaluation.lettered import Letter, LetterLabel, letters
from studypack.sections.evaluation.moves import check_for, prompt_for
from studypack.sections.evaluation.ruled_pages import Asked, ruled_pages
from studypack.sections.evaluation.self_check import SelfCheck, checked_kinds, self_check
from studypack.sections.handwriting import hand_for
from studypack.sections.prose import runs
from studypack.sections.section import Setting
from studypack.sections.sheet_head import ContinuedHead
from studypack.typeset.boxes import Box, HorizontalRule
from studypack.typeset.look import HAIRLINE, INK, Look, mm
from studypack.typeset.paragraph import text
from studypack.typeset.stack import Stack
from studypack.typeset.tag import Tag
from studypack.typeset.text import Run

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
