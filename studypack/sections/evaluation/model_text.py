"""The words and blocks of the model answer, each with its element of the structure, and the letters of its moves."""

from collections.abc import Sequence
from itertools import count

from studypack.base.record import record
from studypack.base.wording import letters_for
from studypack.layout.boxes import Box
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import Style
from studypack.layout.tag import Tag
from studypack.layout.text import Content, Run
from studypack.model.blocks import Block, parts
from studypack.model.parts import Move
from studypack.sections.evaluation.letter import Letter, letter_label, move_letter
from studypack.sections.evaluation.moves import evaluation_of
from studypack.sections.kit.block_setter import AFTER_LABEL, AROUND, BlockSetter
from studypack.sections.kit.pictures import USUAL
from studypack.sections.kit.prose import running_leaf
from studypack.sections.kit.runs import runs
from studypack.sections.kit.section import Context


@record
class LetteredMove:
    """A move of the answer under its letter, with the place of its note in the structure."""

    move: Move
    name: str
    """a, b, c …; empty in a copy to mark up."""
    note: Tag | None = None
    """None where no note is printed."""


@record
class ModelWords:
    """Words that run on in one paragraph, of one move or of several. Each letter is a `Letter` among them."""

    content: list[Content]
    tag: Tag
    """Of the paragraph."""


@record
class ModelBlocks:
    """A list, a quotation, a table, code or a formula on a line of its own, or several under one another."""

    box: Box
    opens: str
    """The letter of the move that begins with it; empty where none does."""
    above: float
    """Points over it."""
    leads_on: bool
    """The words over it lead on to it, and stay with it."""


@record
class ModelParagraph:
    """A paragraph of the answer: its moves, and what they say in its order."""

    moves: list[LetteredMove]
    pieces: "list[ModelWords | ModelBlocks]"


def lettered(context: Context, style: Style, *, notes_inside: bool) -> list[ModelParagraph]:
    """The moves under their letters, with tags in reading order.

    With `notes_inside`, each move is followed by its note; else a paragraph is followed by its notes.
    """
    made, names = list[ModelParagraph](), (letters_for(number).lower() for number in count())
    for moves in evaluation_of(context).paragraphs:
        composer, named = _Composer(context, style), list[tuple[str, Tag | None]]()
        for move in moves:
            name = next(names)
            composer.add(move, name)
            named.append((name, composer.note() if notes_inside else None))
        own = [
            LetteredMove(move, name, note or context.tag.child("Note"))
            for move, (name, note) in zip(moves, named, strict=True)
        ]
        made.append(ModelParagraph(own, composer.pieces))
    return made


def unlettered(context: Context, style: Style) -> list[ModelParagraph]:
    """The moves without letters and notes: a plain text."""
    made = []
    for moves in evaluation_of(context).paragraphs:
        composer = _Composer(context, style)
        for move in moves:
            composer.add(move)
        made.append(ModelParagraph([LetteredMove(move, "") for move in moves], composer.pieces))
    return made


class _Composer:
    """Makes the pieces of a paragraph, move by move: words run on from move to move, up to a block."""

    def __init__(self, context: Context, style: Style) -> None:
        self.pieces: list[ModelWords | ModelBlocks] = []
        self._parent, self._style, self._theme, self._pack = context.tag, style, context.theme, context.pack
        self._words: ModelWords | None = None
        """The last piece, where words may go on in it."""
        self._sentence: Tag | None = None
        """The last in those words."""

    def add(self, move: Move, name: str = "") -> None:
        """Add what a move says, after its letter, if it has a `name`."""
        for place, (words, blocks) in enumerate(parts(move.text)):
            begins = "" if place else name
            if blocks:
                self._add_blocks(blocks, begins, leads_on=place > 0)
            else:
                made, tag = self._going_on()
                made.content.extend([self._letter(begins, tag)] if begins else [])
                made.content.extend(runs(words, self._style, tag))

    def note(self) -> Tag:
        """Return an element for the note on what was added last."""
        return (self._words.tag if self._words else self._parent).child("Note")

    def _letter(self, name: str, tag: Tag) -> Letter:
        return Letter(name, self._theme, tag.child("Span", said=move_letter(name, self._pack.say)), self._style)

    def _going_on(self) -> tuple[ModelWords, Tag]:
        """Return the words that go on, or new ones, and an element in them for a sentence."""
        if self._words is None:
            self._words = ModelWords([], self._parent.child("P"))
            self.pieces.append(self._words)
        else:
            self._words.content.append(Run(" ", self._style, self._sentence))
        self._sentence = self._words.tag.child("Span")
        return self._words, self._sentence

    def _add_blocks(self, blocks: Sequence[Block], name: str, *, leads_on: bool) -> None:
        style = self._style
        follows_words, self._words = self._words is not None, None
        letter = self._letter(name, self._parent.child("P")) if name else None
        setter = BlockSetter(self._pack, running_leaf, style, AROUND * style.leading, USUAL, counted=True)
        boxes = setter.boxes(blocks, self._parent)
        box: Box = Stack(boxes)
        if letter is not None:
            box = Hanging(letter_label(letter), box, letter.outline + AFTER_LABEL * style.size)
        above = boxes[0].above if follows_words else AROUND * style.leading
        self.pieces.append(ModelBlocks(box, name, above, leads_on))
