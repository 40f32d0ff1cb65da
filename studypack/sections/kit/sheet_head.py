"""The heads of sheets to write on, and of their later pages.

    The sheet                                   opens with                             its later pages with
    has answers in the key: worksheets          ScoredNameLines, then version_line     ContinuedHead with the version
    has none: a blank table, an essay           NameLines                              ContinuedHead
    is not handed in: notes                     NameLines with its own `names`         the same
    is one of several in a section              the same, in the paragraph names_in    ContinuedHead

What is typed on the first of the lines for the name fills in those of the later pages, too.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

from typing_extensions import override

from studypack.layout.boxes import Box, Drawn, Space
from studypack.layout.page import Page
from studypack.layout.paragraph import Align, Paragraph
from studypack.layout.row import Cell, Row, WritingRule
from studypack.layout.style import Style, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.text import Run
from studypack.layout.theme import Theme
from studypack.model.content import Pack
from studypack.model.words import Words
from studypack.sections.kit.opening import part_of
from studypack.sections.kit.section import Context

NameLine = Literal["name", "class", "date", "topic", "score"]
_LENGTHS: Mapping[NameLine, float] = {
    "name": mm(52),
    "class": mm(20),
    "date": mm(32),
    "topic": mm(60),
    "score": mm(14),
}
"""Points that suit a hand of the standard size: for the date, 14 September 2026. The rules share out their row in
these proportions."""
_SCORED: Sequence[NameLine] = ("name", "class", "date", "score")
_TYPED_ONCE = frozenset({"name", "class", "date"})
"""Who fills the pack in on a screen types these once: they are the same on every sheet."""
_AS_LONG = frozenset({"class", "date", "score"})
"""Rules that need their lengths: with less, the name has a row of its own."""
_LEAST = 0.72
"""The part of their lengths that the others need."""
_LEAST_OF_ALL = mm(8)
"""Points of a rule: with less, each has a row of its own."""
_AFTER_LABEL = 4.5
_BETWEEN = mm(4)
_FOOT = mm(4.5)
"""Points between the rules and what stands under them."""
_ROW = mm(8)
"""The height of a row, for a hand of the standard size."""
_MOST_OF_HEAD = 0.4
"""Of the head of a later page: the code stands alone where the words before it would take more."""
_NAME_BESIDE = mm(48)
"""Points of a rule for a name beside class, date and score."""
_SHORTEST = mm(30)
"""Points that a rule for a name needs on a later page."""


def _named(line: NameLine, say: Words) -> str:
    """Return the label of a line."""
    match line:
        case "name":
            return say("name", "Name")
        case "class":
            return say("class", "Class")
        case "date":
            # Words: before a line to write today's date on.
            return say("date", "Date")
        case "topic":
            return say("topic", "Topic")
        case "score":
            return say("score", "Score")


def _label(words: str, style: Style, tag: Tag | Furniture, row: Style, align: Align = "left") -> Paragraph:
    """Return words on the baseline of labels in the style `row`."""
    return Paragraph([Run(words, style, tag)], row.leading, center=row.middle, align=align)


def _spoken_label(names: Tag, name: str) -> Tag:
    """Return the element of a label and its rule: a colon parts it from the next, where only a rule does on paper."""
    return names.child("Span", said=f"{name}: ")


class _WritingRows(Box):
    """Rows of labels, each with a rule to write on, and some space under them."""

    def __init__(self, *ways: Sequence[Sequence[Sequence[Cell]]], foot: float) -> None:
        """Each of `ways` arranges the labels and their rules in rows; the first that is not too narrow is taken."""
        self._ways = [[Row([cell for blank in row for cell in blank]) for row in rows] for rows in ways]
        self._foot = foot

    def is_too_narrow(self, width: float) -> bool:
        """Return whether a rule has too little room in every arrangement."""
        return all(any(row.is_too_narrow(width) for row in rows) for rows in self._ways)

    def _rows(self, width: float) -> list[Row]:
        wide = (rows for rows in self._ways if not any(row.is_too_narrow(width) for row in rows))
        return next(wide, self._ways[-1])

    @override
    def height(self, width: float) -> float:
        return sum(row.height(width) for row in self._rows(width)) + self._foot

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        for row in self._rows(width):
            row.place(page, x, top, width)
            top -= row.height(width)


class NameLines(_WritingRows):
    """Labels, each with a rule to write on: in one row, or the name in a row of its own where that is too narrow."""

    keep_with_next = True

    def __init__(
        self,
        pack: Pack,
        theme: Theme,
        tag: Tag,
        lines: Sequence[NameLine] = ("name", "class", "date"),
        *,
        foot: float = _FOOT,
    ) -> None:
        style = theme.name_label.leaded(0.9 * theme.hand.pitch)
        names = [_named(line, pack.say) for line in lines]
        tag.said = pack.say.count(
            "name_lines_by_ear",
            "{n} line to write on: {names}.",
            "{n} lines to write on: {names}.",
            len(names),
            names=pack.say.listed(names),
        )
        blanks, loose = [], []
        for line, name in zip(lines, names, strict=True):
            own, length = _spoken_label(tag, name), _LENGTHS[line]
            label = _label(name, style, own, style)
            rule = WritingRule(style, name, own, shared=line in _TYPED_ONCE)
            least = length if line in _AS_LONG else _LEAST * length
            blanks.append(_blank(label, rule, length, least=least * theme.hand.scale))
            loose.append(_blank(label, rule, length, least=_LEAST_OF_ALL))
        two_rows = [row for row in (loose[:1], loose[1:]) if row]
        super().__init__([blanks], two_rows, [[blank] for blank in loose], foot=foot)


_Blank = tuple[Cell, Cell]
"""A label and the rule to write on."""


def _blank(label: Box, rule: Box, share: float, least: float = 0) -> _Blank:
    return Cell(label, before=_BETWEEN), Cell(rule, share=share, least=least, before=_AFTER_LABEL)


class ScoredNameLines(_WritingRows):
    """Name, Class, Date and Score, each with a rule to write on, the last before the marks that there are."""

    def __init__(self, pack: Pack, theme: Theme, marks: int, tag: Tag) -> None:
        style, say, names = theme.name_label.leaded(_ROW * theme.hand.scale), pack.say, list[str]()

        def blank(line: NameLine) -> list[_Blank]:
            """Return the label and the rule for each of the arrangements, of which the last takes any length."""
            name = _named(line, say)
            names.append(name)
            own = _spoken_label(tag, name)
            label, rule = _label(name, style, own, style), WritingRule(style, name, own, shared=line in _TYPED_ONCE)
            length = _NAME_BESIDE if line == "name" else _LENGTHS[line]
            return [_blank(label, rule, length, least) for least in (length * theme.hand.scale, _LEAST_OF_ALL)]

        (name, short), (group, any_group), (date, any_date), (score, any_score) = map(blank, _SCORED)
        tag.said = say(
            "scored_lines_by_ear",
            "{lines} lines to write on: {names}, out of {marks}.",
            lines=len(names),
            names=say.listed(names),
            marks=marks,
        )
        # Words: by ear, after a score: of so many marks.
        heard = " " + say("out_of", "out of {marks}", marks=marks)
        total = _label(f"/ {marks}", theme.most_marks, tag.child("Span", said=heard), style)
        out_of = (Cell(total, before=_AFTER_LABEL),)
        super().__init__(
            [[name, group, date, score, out_of]],
            [[name, group], [date, score, out_of]],
            [[short], [any_group], [any_date], [any_score, out_of]],
            foot=_FOOT,
        )


def names_in(sheet: Tag) -> Tag:
    """Return the paragraph of a sheet's lines for the name, which is its first; it is made if need be."""
    return next((kid for kid in sheet.kids if kid.kind == "P"), None) or sheet.child("P")


class ContinuedHead(Box):
    """The head of a later page, which may get loose: the name of the sheet, a rule for the pupil's, and the version.

    It is not read again. Where one row leaves no room for a name, the name and the version have a second one.
    """

    def __init__(self, pack: Pack, theme: Theme, sheet: str, names: Tag, version: str = "") -> None:
        """`names` is the paragraph of the sheet's first lines for the name; a sheet without a key has no version."""
        style, say = theme.name_label.leaded(_ROW * theme.hand.scale), pack.say
        # Words: at the head of the later pages of a sheet: WORKSHEET 1 CONTINUED.
        words = theme.overline.face.capitals(say("sheet_continued", "{sheet} continued", sheet=sheet), say.language)
        self._sheet = _label(words, theme.overline, Furniture.AGAIN, style)
        self._version = _label(versioned(say, version) if version else "", style, Furniture.AGAIN, style, align="right")
        if self._version.widest(theme.measure) > theme.measure * _MOST_OF_HEAD:
            self._version = _label(version, style, Furniture.AGAIN, style, align="right")
        room = Cell(Space(0), width=self._version.widest(theme.measure), before=_BETWEEN if version else 0)
        name = _named("name", say)
        rule = WritingRule(style, name, names, shared=True)
        least = _SHORTEST * theme.hand.scale + (0 if version else _BETWEEN)
        self._name = Row([*_blank(_label(name, style, Furniture.AGAIN, style), rule, 1, least), room])

    def _start(self, width: float) -> float:
        """Return where the name starts: after the name of the sheet, or at 0, under it, if there is too little room."""
        beside = self._sheet.widest(width) + _BETWEEN
        return 0 if self._name.is_too_narrow(width - beside) else beside

    def _over(self, width: float) -> float:
        return 0 if self._start(width) else self._sheet.height(width)

    @override
    def height(self, width: float) -> float:
        return self._over(width) + self._name.height(width) + mm(2)

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        start, below = self._start(width), top - self._over(width)
        self._sheet.place(page, x, top, width)
        self._version.place(page, x, below, width)
        self._name.place(page, x + start, below, width - start)


def versioned(say: Words, code: str) -> str:
    """Return the code that a sheet shares with its key, with what it is."""
    # Words: the code that a worksheet shares with its key.
    return say("version", "Version {code}", code=code)


def version_line(context: Context, overline: str = "") -> Box:
    """Return the code that the sheet shares with its key, at the right of the title's overline, or above a long one.

    Without an overline of the sheet's own it stands beside that of the section: Part 3.
    """
    overline, say = overline or part_of(context), context.pack.say
    style, beside = context.theme.label, context.theme.overline
    spelt = say("version_by_ear", "Version {code}, for the teacher", code=" ".join(context.version))
    run = Run(versioned(say, context.version), style, context.tag.child("P", said=spelt))
    words = Paragraph([run], beside.leading, align="right", center=beside.middle)
    taken = beside.face.width(
        beside.face.capitals(overline, say.language), beside.size, beside.tracking
    ) + words.widest(context.theme.measure)
    own = 0 if overline and taken + _BETWEEN <= context.theme.measure else words.height(context.theme.measure)
    return Drawn(own, words.place, keep_with_next=True)
