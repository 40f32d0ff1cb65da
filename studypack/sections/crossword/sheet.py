"""The sheet of a crossword: its squares, its clues across and down, and the same squares solved in the key."""

from collections.abc import Mapping

from studypack.layout.boxes import Box, Drawn, Space
from studypack.layout.columns import BalancedColumns, Columns
from studypack.layout.field import Field
from studypack.layout.inline import place_line
from studypack.layout.page import CAPITALS, Page, Rectangle
from studypack.layout.paragraph import text
from studypack.layout.role import Fit
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import CAPITAL_MIDDLE, INK, Style, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Content, Run
from studypack.layout.theme import Theme
from studypack.layout.wrapper import KeepTogether
from studypack.model.content import Pack
from studypack.model.spans import Gap
from studypack.sections.answers.grid import heading_with_marks
from studypack.sections.crossword.filler import Cell
from studypack.sections.crossword.words import DEEP, Crossword, Entry, code_of, crossword_of
from studypack.sections.kit.builder import Builder
from studypack.sections.kit.marks import spoken
from studypack.sections.kit.runs import runs, without_links
from studypack.sections.kit.section import Context
from studypack.sections.quiz.sheet import Blank

_LINE = 0.7
"""The thickness of the outline of a square; a role of the hand makes it thicker for who reads large print."""
_BLANK = mm(10)
"""Points, for a gap in a clue: nothing is written there."""
_NUMBERS = mm(5.8)
"""The column of their numbers."""
_GUTTER = mm(6)
_MOST_COLUMNS, _SHORTEST_LINE = 3, 26
"""Columns of clues, and the characters that a line of one has at least."""
_MOST_KEPT = 0.5
"""Of a page: what the clues may take and still stand together on one; more begin under the squares."""
_WHOLE = 0.85
"""Of a page: what the squares and answers of the key may take and still stand together."""
_NUMBERED = 0.9
"""In ems: the height of the number in a square; what is typed stands under it."""
_LETTER = 0.95
"""Of the height of its field."""
_SOLVED = 1.5
"""In ems of its letter: a square in the key."""
_BESIDE = mm(45)
"""The least room for the answers beside the squares of the key."""

_Places = Mapping[Cell, tuple[str, Tag]]
"""The name and the element of the field in each square."""


def sheet_boxes(build: Builder, crossword: Crossword, fit: Fit, names: Mapping[bool, str]) -> list[Box]:
    """Return the squares, then the clues of this size, across and down; `names` are the headings of both."""
    theme, places = build.theme, dict[Cell, tuple[str, Tag]]()
    style = theme.clue.sized(fit.size, fit.leading) if fit.size else theme.clue
    clues: list[Box] = []
    for across in (True, False):
        entries = crossword.across if across else crossword.down
        if entries:
            clues.append(_named(build, names[across], first=not clues))
            listing = build.within("L", numbering="Decimal")
            clues += [_clue(listing, crossword, each, fit, places) for each in entries]
    count = min(int((theme.measure + _GUTTER) / (_SHORTEST_LINE * style.letter + _GUTTER)), _MOST_COLUMNS)
    columns = BalancedColumns(Stack(clues), max(count, 1), _GUTTER, above=mm(3))
    return [
        Space(0),  # where the squares have no room under the head, they start a page without it
        _squares(theme, crossword, places),
        KeepTogether(columns, theme.depth * _MOST_KEPT),
    ]


def _named(build: Builder, name: str, *, first: bool) -> Box:
    return build.heading(name, build.theme.subheading, above=0 if first else build.theme.grown(mm(3)))


def _squares(theme: Theme, crossword: Crossword, places: _Places) -> Box:
    """The empty squares with their numbers, for the eye and the pen; and a field in each."""
    side, (_, rows) = theme.crossword_cell, crossword.size
    thick, size = max(_LINE, theme.hand.thickness), theme.corner.size
    typed = side - _NUMBERED * size - 2

    def draw(page: Page, x: float, top: float, width: float) -> None:
        for (column, row), (name, tag) in places.items():
            left, low = x + column * side, top - (row + 1) * side
            page.add(Rectangle(left, low, side, side, stroke=INK, thickness=thick))
            if number := crossword.numbers.get((column, row)):
                baseline = low + side - 1 - CAPITALS * size
                place_line(page, str(number), theme.corner, left + 2, baseline, Furniture.MARKING)
            page.add(Field(left + 1, low + 0.5, side - 2, typed, name, tag, size=_LETTER * typed, cells=1))

    return Drawn(rows * side, draw, above=mm(4))


def _clue(listing: Builder, crossword: Crossword, entry: Entry, fit: Fit, places: dict[Cell, tuple[str, Tag]]) -> Box:
    """A clue beside its number; who hears it hears what the answer crosses, too, and finds the fields there."""
    theme, say = listing.theme, listing.pack.say
    style = theme.clue.sized(fit.size, fit.leading) if fit.size else theme.clue
    label, body = listing.item(f"{entry.number}.", style.voiced(bold=True))
    tag = body.tag.child("P")
    letters = say.count("letters_by_ear", "{n} letter", "{n} letters", len(entry.word.letters))
    if not entry.word.lengths.isdecimal():
        letters = f"{letters}{say.colon} {entry.word.lengths}"
    content: list[Content] = [*_asked(entry, theme, say("blank_by_ear", "blank"), style, tag)]
    printed = entry.word.lengths.replace(" ", "\N{NO-BREAK SPACE}")
    content.append(Run("\N{NO-BREAK SPACE}", style, tag))
    content.append(Run(f"({printed})", style, tag.child("Span", said=f"({letters})")))
    met = [_crossing(listing.pack, own, other, theirs) for own, other, theirs in crossword.crossings(entry)]
    if met:
        body.tag.announce(" ".join(met))
    for at, cell in enumerate(entry.placed.cells, start=1):
        if cell not in places:
            places[cell] = (_square(listing.pack, entry, at), body.tag.child("Form"))
    indent = theme.grown(_NUMBERS)
    return KeepTogether(Hanging(label, text(content, style), indent, above=fit.air * style.leading), theme.depth / 4)


def _asked(entry: Entry, theme: Theme, blank: str, style: Style, tag: Tag) -> list[Content]:
    """The words of a clue, with a short rule in the place of its gap."""
    made: list[Content] = []
    ask = entry.word.recall.ask
    at = next((at for at, span in enumerate(ask) if isinstance(span, Gap)), len(ask))
    made += runs(without_links(ask[:at]), style, tag)
    if at < len(ask):
        rule = _BLANK * theme.hand.scale
        made.append(Blank("", rule, style, tag.child("Span", said=f"({blank})"), ""))
        made += runs(without_links(ask[at + 1 :]), style, tag)
    return made


def _crossing(pack: Pack, own: int, other: Entry, theirs: int) -> str:
    say, number = pack.say, other.number
    if other.placed.across:
        # Words: by ear, of a crossword: which letters of two words stand in one square.
        return say(
            "crosses_across",
            "Letter {own} is letter {theirs} of {number} across.",
            own=own,
            theirs=theirs,
            number=number,
        )
    return say(
        "crosses_down", "Letter {own} is letter {theirs} of {number} down.", own=own, theirs=theirs, number=number
    )


def _square(pack: Pack, entry: Entry, at: int) -> str:
    say, number = pack.say, entry.number
    if entry.placed.across:
        # Words: by ear: the name of a square of a crossword: 4 across, letter 2.
        return say("square_across", "{number} across, letter {at}", number=number, at=at)
    return say("square_down", "{number} down, letter {at}", number=number, at=at)


def solved_boxes(context: Context, number: int, title: str, names: Mapping[bool, str]) -> list[Box]:
    """Return what the key has: the squares with their letters, for the eye, and the answers as two lists."""
    theme, build, crossword = context.theme, context.build, crossword_of(context.pack, context.options)
    code = code_of(context.pack, context.options)
    head = heading_with_marks(context, title, number, len(crossword.entries), code)
    lists: list[Box] = []
    for across in (True, False):
        entries = crossword.across if across else crossword.down
        if entries:
            words = build.text(names[across], theme.label_bold, "H3", above=mm(3) if lists else 0, keep_with_next=True)
            listing = build.within("L", numbering="Decimal")
            lists += [words, *(_answer(listing, each) for each in entries)]
    squares, side = _solved(theme, crossword)
    wide = side * crossword.size[0]
    rest = theme.measure - wide - _GUTTER
    if rest >= theme.grown(_BESIDE):
        beside = Columns([squares, Stack(lists)], (wide, rest), _GUTTER, together=True)
        return [head, KeepTogether(beside, theme.depth * _WHOLE)]
    return [head, squares, BalancedColumns(Stack(lists), 2, _GUTTER, above=mm(4))]


def _solved(theme: Theme, crossword: Crossword) -> tuple[Box, float]:
    """The squares with their letters, and the side of one."""
    columns, rows = crossword.size
    style = theme.label_bold.colored(INK)
    side = min(_SOLVED * style.size, (theme.measure - 1) / columns, DEEP * theme.depth / rows)

    def draw(page: Page, x: float, top: float, width: float) -> None:
        for (column, row), letter in crossword.letters.items():
            left, low = x + column * side, top - (row + 1) * side
            page.add(Rectangle(left, low, side, side, stroke=INK, thickness=_LINE / 2))
            wide = style.face.width(letter, style.size)
            baseline = low + side / 2 - CAPITAL_MIDDLE * style.size
            place_line(page, letter, style, left + (side - wide) / 2, baseline, Furniture.MARKING)

    return Drawn(rows * side, draw), side


def _answer(listing: Builder, entry: Entry) -> Box:
    """An answer of the key beside its number, with the mark of its point."""
    theme, pack, mark = listing.theme, listing.pack, entry.word.recall.mark
    style = theme.correction.voiced(bold=True)
    label, body = listing.item(str(entry.number), style, f"{entry.number}: ")
    tag = body.tag.child("P")
    content = [Run(entry.word.answer + " ", style, tag)]
    marked = next((each for each in pack.marked if each.mark == mark), None) if mark else None
    if marked:
        content.append(Run(mark, theme.label, tag.child("Span", said=f"({spoken(pack, marked)})")))
    return Hanging(label, text(content, style), theme.grown(mm(7)))
