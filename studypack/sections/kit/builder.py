"""Boxes made together with their elements of the structure, in the order of reading."""

from collections.abc import Sequence
from typing import Any

from typing_extensions import override

from studypack.base.record import record
from studypack.base.styled_text import joined
from studypack.layout.boxes import Box, Drawn, HorizontalRule, Space, WritingLines
from studypack.layout.columns import Columns
from studypack.layout.drawing_room import drawing_room
from studypack.layout.page import Page
from studypack.layout.paragraph import Align, Paragraph, text
from studypack.layout.stack import Stack
from studypack.layout.style import RULE, Style, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Run
from studypack.layout.theme import Theme
from studypack.layout.wrapper import Padded, keep_together
from studypack.model.content import Pack
from studypack.model.modes import Drawing
from studypack.model.spans import Spans
from studypack.model.term import Gender, gender_words
from studypack.sections.kit.prose import prose


class DividingRule(HorizontalRule):
    """A rule over a part; none at the top of a page, where the running head has one already."""

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        if top < page.frame.top - 1:
            super().place(page, x, top, width)


class RuledRow(Padded):
    """A row under a hairline, with equal space above and below."""

    def __init__(self, row: Box, air: float) -> None:
        super().__init__(row, air, above=0)
        self.keep_with_next = False

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        DividingRule(0.5, RULE).place(page, x, top, width)
        super().place(page, x, top, width)


def before_more(pack: Pack, name: str) -> str:
    """Return a name with the mark that parts it from what is said of it: else both are heard, and copied, as one."""
    return name if name.endswith((".", "?", "!", ":", "…")) else name + pack.say.colon


def capitals_run(
    words: str, style: Style, parent: Tag, kind: str = "P", *, before: str = "", after: str = "", language: str = ""
) -> Run:
    """Return words set in capitals, in an element of their own; they are spoken as words, not letter by letter.

    A dot between them is heard as a comma. `before` and `after` are only heard; the latter parts the words from others.
    `language` is that of the words, if it is not English.
    """
    said = before + words.replace(" · ", ", ") + after
    return Run(style.face.capitals(words, language or "en"), style, parent.child(kind, said=said))


def continued_heading(
    pack: Pack, words: str, style: Style, continued: Style, *, above: float = 0, keep_with_next: bool = False
) -> Paragraph:
    """Return a heading as it is repeated on later pages: it is not read again, and says that it is continued."""
    # Words: after a heading that is repeated on a later page: Advantages continued.
    note = pack.say("continued", "continued")
    again = Run("  " + note, continued.leaded(style.leading), Furniture.AGAIN)
    return text([Run(words, style, Furniture.AGAIN), again], style, above=above, keep_with_next=keep_with_next)


LONG_NAME = 200
"""Characters; a longer one may be parted from what it names."""


@record
class Builder:
    """Makes boxes, each with an element of its own inside one element of the structure. Lengths are in points."""

    theme: Theme
    tag: Tag
    pack: Pack

    def within(self, kind: str, **said: Any) -> "Builder":  # noqa: ANN401
        """Return a builder inside a new element of this kind; `said` are fields of the element by name."""
        return Builder(self.theme, self.tag.child(kind, **said), self.pack)

    def text(
        self,
        words: str,
        style: Style,
        kind: str = "P",
        *,
        align: Align = "left",
        above: float = 0,
        keep_with_next: bool = False,
        said: str = "",
    ) -> Paragraph:
        """Return a paragraph of plain words; `said` is heard in their place, if it is given."""
        run = Run(words, style, self.tag.child(kind, said=said))
        return text([run], style, align=align, above=above, keep_with_next=keep_with_next)

    def heading(self, words: str, style: Style | None = None, *, level: int = 2, above: float = 0) -> Paragraph:
        """Return a heading, which is kept with what it heads.

        A section's own heading is of the first level, what the section is made of has the second, and what stands in
        that, such as a point, the third: the same key leads a screen reader to the same things in every file.
        """
        return self.text(words, style or self.theme.heading, f"H{level}", above=above, keep_with_next=True)

    def writing_place(self, heard: str = "", *, one: bool = False) -> Tag:
        """Return an element for lines to write on, or for `one`; who does not see them hears that they are there."""
        place, say = self.tag.child("Div"), self.pack.say
        usual = say("line_to_write_on", "Line to write on") if one else say("lines_to_write_on", "Lines to write on")
        place.announce(heard or usual)
        return place

    def writing_lines(self, count: int, name: str, heard: str = "", *, more: int = 0) -> WritingLines:
        """Return so many lines for a hand, and up to so many more where their page has room, in their element.

        `name` is that of their fields.
        """
        hand, place = self.theme.hand, self.writing_place(heard, one=count + more == 1)
        return WritingLines(count, hand.pitch, name, place, hand.color, thickness=hand.thickness, more=more)

    def drawing_place(self, kind: Drawing, points: float, *, above: float = 0) -> Drawn:
        """Return room to draw in, so many points high; who does not see it hears that it is there."""
        say = self.pack.say
        match kind:
            case Drawing.BOX:
                heard = say("box_to_draw_in", "A box to draw in")
            case Drawing.AXES:
                heard = say("axes_to_draw_in", "A pair of axes to draw in")
            case Drawing.GRID:
                heard = say("squares_to_draw_on", "Squared paper to draw on")
        self.tag.announce(heard)
        return drawing_room(kind, points, above=above)

    def prose(
        self, spans: Spans, style: Style, kind: str = "", *, above: float = 0, between: float | None = None
    ) -> Stack:
        """Return the author's paragraphs, `between` points or half a line apart; with `kind` in an element of it."""
        return Stack(
            prose(self.pack, spans, style, self.tag.child(kind) if kind else self.tag, between=between), above=above
        )

    def item(self, label: str, style: Style, said: str = "") -> "tuple[Paragraph, Builder]":
        """The label of a new item of a list, and a builder inside its body: both beside each other are a `Hanging`."""
        item = self.within("LI")
        return item.text(label, style, "Lbl", said=said), item.within("LBody")

    def entry(self, name: str, says: Spans, style: Style, names: float, gender: Gender | None = None) -> Box:
        """Return an item of a list: a name, with its gender, beside what there is to say of it.

        `names` is the width of the column of names; if it is 0, the name stands over the rest.
        """
        bold, item = style.voiced(bold=True), self.within("LI")
        printed, heard = gender_words(gender, self.pack.say) if gender else ("", "")
        tag = item.tag.child("Lbl", said=before_more(self.pack, joined(filter(None, (name, heard)), ", ")))
        runs = [Run(name, bold, tag), *([Run(f" {printed}", style.voiced(italic=True), tag)] if gender else [])]
        label, body = text(runs, bold), item.within("LBody")
        if not names:
            label.keep_with_next = len(name) < LONG_NAME
            return Stack([label, *prose(self.pack, says, style, body.tag)])
        widths = (names, self.theme.measure - names - ENTRY_GUTTER)
        return Columns([label, body.prose(says, style)], widths, ENTRY_GUTTER, together=True)

    def ruled(self, cells: Sequence[Box], air: float, columns: int = 1, *, above: float = 0) -> list[Box]:
        """Return rows of so many cells between hairlines, with `air` points above and below each row."""
        rows = [beside(cells[at : at + columns], columns) for at in range(0, len(cells), columns)]
        ruled: list[Box] = [RuledRow(keep_together(row, self.theme.unparted), air) for row in rows]
        ruled[0].above = above
        return [*ruled, HorizontalRule(0.5, RULE)]


LONGEST_KEPT = 4
"""Of a page: the part that a row may fill and still be kept with the next; a longer one is parted."""


def keep_in_company(rows: Sequence[Box], places: Sequence[int], width: float, theme: Theme) -> None:
    """Keep the rows at these places of three or more with the next, so that none stands alone on a page.

    What is kept together must fit on a page; a long row is parted instead, and leaves nobody alone.
    """
    for place in places if len(rows) > 2 else ():
        rows[place].keep_with_next = rows[place].height(width) <= theme.depth / LONGEST_KEPT


GUTTER = mm(8)
"""Between columns of text."""
ENTRY_GUTTER = mm(6)
"""Points between a name and what there is to say of it."""


def beside(cells: Sequence[Box], count: int) -> Box:
    """Return a row of `count` cells of one width; those that are not given stay empty."""
    if count == 1:
        return cells[0]
    return Columns([*cells, *[Space(0)] * (count - len(cells))], [1] * count, GUTTER, together=True)


def kept(box: Box) -> Box:
    """Keep the box with the next one, and return it."""
    box.keep_with_next = True
    return box
