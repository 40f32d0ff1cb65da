"""A worksheet at one level of help: its boxes, on as few pages as any way of setting it takes."""

from dataclasses import dataclass, replace

from studypack.content import Pack
from studypack.options import Options
from studypack.sections.cloze.fits import Fit, fits_of
from studypack.sections.cloze.instruction import instruction
from studypack.sections.cloze.level import Level
from studypack.sections.cloze.passages import passage_boxes
from studypack.sections.cloze.sheet_task import task
from studypack.sections.cloze.word_bank import WordBank
from studypack.sections.cloze.worksheet import Sheet
from studypack.sections.opening import Landmark, opening
from studypack.sections.section import Setting
from studypack.sections.sheet_head import ContinuedHead, ScoredNameLines, names_in, version_line
from studypack.typeset.boxes import Box, NewPage
from studypack.typeset.copyfit import LONG
from studypack.typeset.flow import count_pages, room_left
from studypack.typeset.look import mm
from studypack.typeset.stack import Resumed, Stack
from studypack.typeset.tag import Tag

_ABOVE = mm(3.8)
"""Over the word bank, and over the passages."""


def section_title(pack: Pack, options: Options) -> str:
    """What all the sheets are called together."""
    return "Worksheets: fill the gaps"


@dataclass(frozen=True, slots=True)
class _Try:
    """A sheet as one fit sets it, inside a tag of its own: only the one that is kept goes into the document."""

    setting: Setting
    boxes: list[Box]
    pages: int


def sheet_pages(setting: Setting, sheet: Sheet, level: Level) -> list[Box]:
    """The sheet on as few pages as any pitch allows, and a task where it leaves room for one."""
    kept = _easiest(setting, sheet, level)
    setting.tag.kids.append(kept.setting.tag)
    # A sheet of two pages is one leaf, to hand out and collect: it starts on a recto.
    start = NewPage(recto=kept.pages > 1, handout=True)
    return [start, *kept.boxes, *task(kept.setting, sheet, level, kept.boxes)]


def _easiest(setting: Setting, sheet: Sheet, level: Level) -> _Try:
    """The easiest fit that needs no more pages than the closest."""
    easiest, *others, closest = fits_of(setting.look)
    easy = _set(setting, sheet, level, easiest)
    if easy.pages == 1:
        return easy
    close = _set(setting, sheet, level, closest)
    if close.pages == easy.pages:
        return easy
    if close.pages > LONG:
        return close
    tries = (_set(setting, sheet, level, fit) for fit in others)
    return next((each for each in tries if each.pages == close.pages), close)


def _set(setting: Setting, sheet: Sheet, level: Level, fit: Fit) -> _Try:
    look = setting.look
    named = "-".join(str(number) for number in (sheet.number, level.step) if number)
    setting = replace(setting, tag=Tag("Sect", setting.tag, sheet=named))
    head, bank = _head(setting, sheet, level), _bank(setting, sheet, level)
    passages = passage_boxes(setting, sheet, level, fit)
    passages[0].above = _ABOVE
    boxes = [head, *bank, *passages]
    if count_pages(boxes, look.measure, look.depth) == 1:
        _spread(passages, room_left(boxes, look.measure, look.depth), fits_of(look)[0])
        return _Try(setting, boxes, 1)
    words = ", ".join(filter(None, (f"Worksheet {sheet.number}", level.numbered)))
    # The whole sheet, so that a bank which begins on a second page is under its head too.
    again = ContinuedHead(look, words, names_in(setting.tag), setting.version)
    boxes = [Resumed(Stack([head, *bank, *passages]), again)]
    return _Try(setting, boxes, count_pages(boxes, look.measure, look.depth))


def _head(setting: Setting, sheet: Sheet, level: Level) -> Box:
    """Lines for the name and the score, then the title; on the first sheet the section's own landmark."""
    names = ScoredNameLines(setting.look, len(sheet.gaps), names_in(setting.tag))
    overline = " · ".join(filter(None, (f"Worksheet {sheet.number}", level.named)))
    version = version_line(setting, overline)
    title = opening(
        setting,
        "cloze",
        sheet.title,
        overline=overline,
        standfirst=instruction(sheet, level),
        anchor=f"cloze:{sheet.number}" + (f":{level.step}" if level.step > 1 else ""),
        level=1,
        bookmark=", ".join(filter(None, (sheet.title, level.named.lower()))),
    )
    head = Stack([names, version, title], keep=True)
    if sheet.number > 1 or level.step > 1:
        return head
    return Landmark(head, "section:cloze", section_title(setting.pack, setting.options))


def _bank(setting: Setting, sheet: Sheet, level: Level) -> list[Box]:
    return [WordBank(sheet.bank, setting.look, setting.tag, above=_ABOVE)] if level.banked else []


def _spread(passages: list[Box], room: float, easiest: Fit) -> None:
    """Give closely set passages what room the page has left, up to the space of the easiest fit."""
    for box in passages[1:]:
        box.above += min(room / (len(passages) - 1), max(easiest.between - box.above, 0))
