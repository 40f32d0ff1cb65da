"""A worksheet at one level of help: its boxes, on as few pages as any way of setting it takes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from studypack.base.wording import pluralise
from studypack.layout.boxes import Box, HorizontalRule, NewPage, Space, WritingLines
from studypack.layout.copyfit import LONG
from studypack.layout.flow import count_pages, room_left
from studypack.layout.role import Fit
from studypack.layout.stack import Stack
from studypack.layout.style import RULE, mm
from studypack.layout.wrapper import RepeatHeader
from studypack.model.content import Pack
from studypack.model.modes import GapWidth
from studypack.model.options import Options
from studypack.sections.kit.opening import Landmark, opening
from studypack.sections.kit.section import Context
from studypack.sections.kit.sheet_head import ContinuedHead, ScoredNameLines, names_in, version_line
from studypack.sections.worksheets.blanks import counted, first_letter, only_signs, words_of
from studypack.sections.worksheets.passages import passage_boxes
from studypack.sections.worksheets.support import Level
from studypack.sections.worksheets.word_bank import word_bank
from studypack.sections.worksheets.worksheet import ClozeSheet

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def in_words(number: int) -> str:
    """A number as running text has it: words up to ten."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def instruction(sheet: ClozeSheet, level: Level) -> str:
    """What to do, where the words come from, and what the lines and letters stand for."""
    lines = _lines(sheet, level)
    if level.banked:
        return f"{_from_the_bank(sheet)}{lines}"
    missing = _thing(gap.answer for gap in sheet.gaps) if len(sheet.gaps) == 1 else "words"
    told = f"Write the missing {missing} on the {pluralise(len(sheet.gaps), 'line')}."
    return f"{told}{_letters(sheet) if level.lettered else ''}{lines}"


def _thing(words: Iterable[str]) -> str:
    return "word or phrase" if any(" " in each for each in words) else "word"


def _from_the_bank(sheet: ClozeSheet) -> str:
    thing = _thing(entry.word for entry in sheet.bank)
    if len(sheet.gaps) == 1:
        return f"Write the {thing} from the word bank that fits on the line."
    return f"Fill each gap from the word bank. {_uses(sheet, thing)}"


def _uses(sheet: ClozeSheet, thing: str) -> str:
    most = max(entry.uses for entry in sheet.bank)
    spare = f"{in_words(sheet.spare)} {'is' if sheet.spare == 1 else 'are'} not needed"
    if most == 1:
        return f"No {thing} is used twice; {spare}." if sheet.spare else f"Each {thing} is used once."
    often = "twice where it says ×2" if most == 2 else "as often as the figure after it says"
    return f"Each {thing} is used once, or {often}{f'; {spare}' if sheet.spare else ''}."


def _letters(sheet: ClozeSheet) -> str:
    words = [word for gap in sheet.gaps for word in words_of(gap.answer) if not counted(word)]
    begun = [word for word in words if first_letter(word)]
    if len(words) == len(begun) == 1:
        return " Its first letter is given."
    which = "each word" if len(begun) == len(words) else "each longer word"
    return f" The first letter of {which} is given." if begun else ""


def _lines(sheet: ClozeSheet, level: Level) -> str:
    """What short rules stand for, where there are any; a pupil takes them for dashes."""
    words = [word for gap in sheet.gaps for word in words_of(gap.answer)]
    numbers = any(map(counted, words))
    if level.gap is GapWidth.LETTERS:
        others = [*(["figure"] if numbers else []), *(["sign"] if any(map(only_signs, words)) else [])]
        return f" Each dash is one {' or '.join(['letter', *others])}."
    return " Each dash is one figure of a number." if level.lettered and numbers else ""


_ENOUGH = 1 / 3
"""Of a page, free: less is not worth a task."""
_ABOVE_TASK = mm(9)
_MOST_LINES = 10
"""More would ask for an essay."""
_FEWEST_LINES = 3


def task(context: Context, sheet: ClozeSheet, level: Level, boxes: Sequence[Box]) -> list[Box]:
    """The task and as many lines as fit under the sheet's own boxes; nothing where room is short."""
    theme = context.theme
    room = room_left(boxes, theme.measure, theme.depth)
    if room < theme.depth * _ENOUGH:
        return []
    heading, asks = _wording(context, sheet, level)
    pitch = theme.hand.pitch
    build = context.build.within("Sect")
    head: list[Box] = [
        HorizontalRule(0.5, RULE, above=_ABOVE_TASK, below=mm(4), keep=True),
        build.heading(heading),
        build.text(asks, theme.body, above=2, keep=True),
        Space(mm(1)),
    ]
    taken = sum(box.height(theme.measure) + box.above for box in head)
    count = min(int((room - taken) / pitch), _MOST_LINES)
    if count < _FEWEST_LINES:
        return []
    head[-1].keep = True
    return [*head, WritingLines(count, pitch, heading, build.tag.child("Div"))]


def _wording(context: Context, sheet: ClozeSheet, level: Level) -> tuple[str, str]:
    """Every other sheet asks to choose instead of to write, so that a class does not meet one task twice."""
    question = context.pack.question or ""
    if sheet.gives_away(question):
        question = ""
    marks = [passage.marked.mark for passage in sheet.passages if passage.marked]
    if sheet.number % 2 == 0 and len(marks) > 1:
        which = f"matters most for the question: {question}" if question else "matters most?"
        asks = f"Which point on this sheet {which} Choose one by its mark, and give your reasons in two sentences."
        return "Now weigh them", asks
    words = min(3, sum(1 for entry in sheet.bank if entry.uses))
    used = _used(words, level)
    heading = "Now use it" if words == 1 else "Now use them"
    if question:
        return heading, f"Write two sentences that use {used} to answer the question: {question}"
    return heading, f"Write two sentences of your own that use {used}."


def _used(words: int, level: Level) -> str:
    if level.banked:
        return "the word in the bank" if words == 1 else f"{in_words(words)} words from the bank"
    if words == 1:
        return "the word that you have written"
    return f"{in_words(words)} of the words that you have written"


_ABOVE = mm(3.8)
"""Over the word bank, and over the passages."""


def section_title(pack: Pack, options: Options) -> str:
    """What all the sheets are called together."""
    return "Worksheets: fill the gaps"


@dataclass(frozen=True, slots=True)
class _SheetAtFit:
    """A sheet as one fit sets it, inside an element of its own."""

    context: Context
    boxes: list[Box]
    pages: int


def sheet_pages(context: Context, sheet: ClozeSheet, level: Level) -> list[Box]:
    """The sheet on as few pages as any pitch allows, and a task where it leaves room for one."""
    kept = _easiest(context, sheet, level)
    # A sheet of two pages is one leaf, to hand out and collect: it starts on a recto.
    start = NewPage(recto=kept.pages > 1, handout=True)
    return [start, *kept.boxes, *task(kept.context, sheet, level, kept.boxes)]


def _easiest(context: Context, sheet: ClozeSheet, level: Level) -> _SheetAtFit:
    """The easiest fit that needs no more pages than the closest."""
    easiest, *others, closest = context.theme.passage_fits
    easy = _set(context, sheet, level, easiest)
    if easy.pages == 1:
        return easy
    close = _set(context, sheet, level, closest)
    if close.pages == easy.pages:
        return easy
    if close.pages > LONG:
        return close
    tries = (_set(context, sheet, level, fit) for fit in others)
    return next((each for each in tries if each.pages == close.pages), close)


def _set(context: Context, sheet: ClozeSheet, level: Level, fit: Fit) -> _SheetAtFit:
    theme = context.theme
    named = "-".join(str(number) for number in (sheet.number, level.step) if number)
    context = replace(context, tag=context.tag.child("Sect", sheet=named))
    head = _head(context, sheet, level)
    bank = [word_bank(sheet.bank, theme, context.tag, above=_ABOVE)] if level.banked else []
    passages = passage_boxes(context, sheet, level, fit)
    passages[0].above = _ABOVE
    boxes = [head, *bank, *passages]
    if count_pages(boxes, theme.measure, theme.depth) == 1:
        _spread(passages, room_left(boxes, theme.measure, theme.depth), theme.passage_fits[0])
        return _SheetAtFit(context, boxes, 1)
    words = ", ".join(filter(None, (f"Worksheet {sheet.number}", level.numbered)))
    # The whole sheet, so that a bank which begins on a second page is under its head too.
    again = ContinuedHead(theme, words, names_in(context.tag), context.version)
    boxes = [RepeatHeader(Stack([head, *bank, *passages]), again)]
    return _SheetAtFit(context, boxes, count_pages(boxes, theme.measure, theme.depth))


def _head(context: Context, sheet: ClozeSheet, level: Level) -> Box:
    """Lines for the name and the score, then the title; on the first sheet the section's own landmark."""
    names = ScoredNameLines(context.theme, len(sheet.gaps), names_in(context.tag))
    overline = " · ".join(filter(None, (f"Worksheet {sheet.number}", level.named)))
    version = version_line(context, overline)
    title = opening(
        context,
        "worksheets",
        sheet.title,
        overline=overline,
        standfirst=instruction(sheet, level),
        anchor=f"worksheets:{sheet.number}" + (f":{level.step}" if level.step > 1 else ""),
        level=1,
        bookmark=", ".join(filter(None, (sheet.title, level.named.lower()))),
    )
    head = Stack([names, version, title], keep=True)
    if sheet.number > 1 or level.step > 1:
        return head
    return Landmark(head, "section:worksheets", section_title(context.pack, context.options))


def _spread(passages: list[Box], room: float, easiest: Fit) -> None:
    """Give closely set passages what room the page has left, up to the space of the easiest fit."""
    for box in passages[1:]:
        box.above += min(room / (len(passages) - 1), max(easiest.leading * easiest.air - box.above, 0))
