"""The head of a worksheet: lines for name and score, the version's code, and what to do."""

from studypack.sections.cloze.worksheet import Sheet
from studypack.sections.section import Setting
from studypack.typeset.boxes import Box, Drawn
from studypack.typeset.look import INK, Look, mm
from studypack.typeset.page import Page, Rule, Tag
from studypack.typeset.paragraph import Paragraph
from studypack.typeset.text import Run

_ROW = mm(8)
_FOOT = mm(4.5)
"""Between the lines and the title."""
_RULE = 0.6
_AFTER_LABEL = 4.5
_BETWEEN = mm(5.5)
_SHORTEST = mm(30)
"""Of a line for a name."""
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def in_words(number: int) -> str:
    """A number as running text has it: words up to ten."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


class NameLines(Box):
    """Name, Class, Date and Score, each with a line to write on; two rows on a narrow sheet."""

    def __init__(self, look: Look, marks: int, tag: Tag) -> None:
        self._look = look
        # A field's length is its share of what the labels leave free.
        first = [("Name", 5.2, tag.child("Span")), ("Class", 1.4, tag.child("Span"))]
        second = [("Date", 1.7, tag.child("Span")), ("Score", 0.9, tag.child("Span"))]
        self._rows = [first, second] if look.compact else [first + second]
        self._total = Run(f"/ {marks}", look.label_bold.sized(10, 12).colored(INK), tag.child("Span"))

    def height(self, width: float) -> float:
        """The rows and the space under them."""
        return len(self._rows) * _ROW + _FOOT

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """The label on the line's own baseline."""
        for number, row in enumerate(self._rows):
            self._row(page, x, top - number * _ROW, width, row)

    def _row(self, page: Page, x: float, top: float, width: float, row: list[tuple[str, float, Tag]]) -> None:
        style = self._look.label.sized(9, _ROW)
        labels = [Paragraph([Run(name, style, tag)], _ROW) for name, _, tag in row]
        scored = row[-1][0] == "Score"
        total = Paragraph([self._total], _ROW, center=0.335 * style.size)
        last = total.widest(width) + _AFTER_LABEL if scored else 0
        taken = sum(label.widest(width) + _AFTER_LABEL for label in labels) + (len(row) - 1) * _BETWEEN + last
        free, shares = width - taken, sum(share for _, share, _ in row)
        baseline = top - labels[0].baseline()
        for label, (_, share, _) in zip(labels, row, strict=True):
            label.place(page, x, top, width)
            x += label.widest(width) + _AFTER_LABEL
            end = x + free * share / shares
            page.add(Rule(x, baseline - 1.5, end, baseline - 1.5, _RULE, INK))
            x = end + _BETWEEN
        if scored:
            total.place(page, x - _BETWEEN + _AFTER_LABEL, top, last)


class ContinuedHead(Box):
    """What a loose second page needs: which sheet it belongs to, whose it is, and the version. Page furniture."""

    def __init__(self, look: Look, sheet: str, version: str) -> None:
        self._look = look
        self._sheet = f"{sheet} continued".upper()
        self._version = f"Version {version}"

    def _parts(self) -> list[Paragraph]:
        style, label = self._look.overline, self._look.label.sized(9, _ROW)
        return [
            Paragraph([Run(words, own)], _ROW, center=0.335 * label.size)
            for words, own in ((self._sheet, style), ("Name", label), (self._version, label))
        ]

    def _rows(self, width: float) -> int:
        """One where that leaves room for a name, else two."""
        taken = sum(part.widest(width) for part in self._parts())
        return 1 if taken + _AFTER_LABEL + 2 * _BETWEEN + _SHORTEST <= width else 2

    def height(self, width: float) -> float:
        """The rows and the space under them."""
        return self._rows(width) * _ROW + mm(2)

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """The sheet at the left, the name's line, the version at the right."""
        parts = self._parts()
        sheet, name, version = (part.widest(width) for part in parts)
        parts[0].place(page, x, top, width)
        start = x + sheet + _BETWEEN
        if self._rows(width) > 1:
            start, top = x, top - _ROW
        parts[1].place(page, start, top, width)
        parts[2].place(page, x + width - version, top, width)
        baseline = top - parts[1].baseline() - 1.5
        page.add(Rule(start + name + _AFTER_LABEL, baseline, x + width - version - _BETWEEN, baseline, _RULE, INK))


def version_line(setting: Setting) -> Box:
    """The code that the sheet shares with its key, right of the title's overline."""
    style = setting.look.label
    run = Run(f"Version {setting.version}", style, setting.tag.child("P"))
    words = Paragraph([run], setting.look.overline.leading, align="right", center=0.335 * setting.look.overline.size)
    return Drawn(0, words.place, keep=True)


def instruction(sheet: Sheet) -> str:
    """What to do, and how often each word of the bank serves: no more than is true of this sheet."""
    phrases = any(" " in entry.word for entry in sheet.bank)
    thing = "word or phrase" if phrases else "word"
    if len(sheet.gaps) == 1:
        return f"Write the {thing} from the word bank that fits on the line."
    return f"Fill each gap from the word bank. {_uses(sheet, thing)}"


def _uses(sheet: Sheet, thing: str) -> str:
    most = max(entry.uses for entry in sheet.bank)
    spare = f"{in_words(sheet.spare)} {'is' if sheet.spare == 1 else 'are'} not needed"
    if most == 1:
        return f"No {thing} is used twice; {spare}." if sheet.spare else f"Each {thing} is used once."
    often = "twice where it says ×2" if most == 2 else "as often as the figure after it says"
    return f"Each {thing} is used once, or {often}{f'; {spare}' if sheet.spare else ''}."
