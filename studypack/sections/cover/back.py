"""The back of a cover: the texts that its front has no room for."""

from collections.abc import Iterator

from studypack.sections.cover.ways import Texts, Way
from studypack.sections.section import Setting
from studypack.typeset.boxes import Box
from studypack.typeset.look import INK, Look
from studypack.typeset.page import Page
from studypack.typeset.paragraph import text
from studypack.typeset.stack import Stack
from studypack.typeset.text import Run


class _Back(Box):
    """A sheet of text within its margins."""

    def __init__(self, look: Look, box: Box) -> None:
        self._look = look
        self._box = box

    def height(self, width: float) -> float:
        """The sheet's."""
        return self._look.height

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """At the head of the text area."""
        frame = self._look.frame(recto=page.recto)
        self._box.place(page, frame.left, frame.top, frame.width)


def backs(setting: Setting, way: Way) -> Iterator[Box]:
    """As many sheets as the texts take that are not on the front; in the order in which they would stand there."""
    look, texts = setting.look, Texts.of(setting.pack)._asdict()
    styles = {"subject": look.label, "subtitle": look.heading.voiced(), "question": look.standfirst.colored(INK)}
    boxes = [
        text([Run(words, style, setting.tag.child("P"))], style, above=look.body.leading)
        for name, words in texts.items()
        if words and name in way.on_back
        for style in [styles.get(name, look.label_italic)]
    ]
    rest: Box = Stack(boxes)
    while rest.height(look.measure) > look.depth:
        parts = rest.split(look.measure, look.depth)
        assert parts is not None, "a paragraph of several pages can be parted"
        yield _Back(look, parts[0])
        rest = parts[1]
    if boxes:
        yield _Back(look, rest)
