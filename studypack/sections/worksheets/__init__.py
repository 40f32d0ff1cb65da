"""Cloze worksheets: passages with numbered gaps; a sheet to hand out, mark and keep, at any level of help."""

from collections.abc import Sequence

from studypack.base.wording import join_words, pluralise, quantity
from studypack.layout.boxes import Box
from studypack.model.content import Pack
from studypack.model.options import Options
from studypack.sections.kit.opening import announce
from studypack.sections.kit.section import Context, Owed, Section, Warned
from studypack.sections.worksheets.sheet_pages import section_title, sheet_pages
from studypack.sections.worksheets.support import NAMES, Level, in_words, levels_of
from studypack.sections.worksheets.worksheet import ClozeSheet, has_gaps, sheets_of


def _sheets(pack: Pack, options: Options) -> tuple[ClozeSheet, ...]:
    return sheets_of(pack, options.seed, options.worksheets.distractors)


def _compose(context: Context) -> list[Box]:
    """Sheet after sheet, each at every level that is printed: a class gets one sheet, in as many kinds."""
    announce(context, section_title(context.pack, context.options))
    boxes: list[Box] = []
    for sheet in _sheets(context.pack, context.options):
        for level in levels_of(context.options.worksheets, hinted=sheet.hinted):
            boxes.extend(sheet_pages(context, sheet, level))
    return boxes


def _answers(pack: Pack, options: Options) -> tuple[Owed, ...]:
    """The same at every level of help, for the gaps and their numbers are the same."""
    every, alike = tuple(NAMES.values()), _levels_alike(pack, options)
    note = f"{alike[0].upper()}{alike[1:]}." if alike else ""
    return tuple(sheet.owed(every if sheet.hinted else every[1:], note) for sheet in _sheets(pack, options))


def _levels_alike(pack: Pack, options: Options) -> str:
    """Which sheets of a ladder are the same at its first two levels, and why; empty where none is."""
    sheets = _sheets(pack, options) if options.worksheets.ladder else ()
    numbers = [str(sheet.number) for sheet in sheets if not sheet.hinted]
    if not numbers:
        return ""
    if len(numbers) == len(sheets):
        return "levels 1 and 2 are one sheet, for no gap has a hint"
    which = f"{pluralise(len(numbers), 'worksheet')} {join_words(numbers)}"
    return f"levels 1 and 2 of {which} are one sheet, for no gap there has a hint"


def _describe(context: Context) -> str:
    sheets = sheets_of(context.pack, 0)
    count = sum(len(sheet.gaps) for sheet in sheets)
    how_many = quantity(count, "gap")
    help_given = _help([levels_of(context.options.worksheets, hinted=sheet.hinted) for sheet in sheets])
    if len(sheets) == 1:
        return f"One worksheet, {how_many}, {help_given}"
    return f"{len(sheets)} worksheets, {how_many}, {'' if help_given.startswith('from') else 'each '}{help_given}"


def _help(ladders: Sequence[tuple[Level, ...]]) -> str:
    """The help that the sheets give, each with the levels that it is printed at."""
    counts = sorted({len(levels) for levels in ladders})
    if counts[-1] > 1:
        return f"at {' or '.join(map(in_words, counts))} levels of help"
    level = ladders[0][0]
    if level.banked:
        return "with a word bank"
    return "with first letters" if level.lettered else "from memory"


def _warnings(pack: Pack, options: Options) -> list[Warned]:
    alike = _levels_alike(pack, options)
    return [(alike, "write a hint into a gap to have both: {{Rapallo::treaty}}")] if alike else []


SECTION = Section(
    name="worksheets",
    title=section_title,
    describe=_describe,
    needs="gaps: write {{answer}} in a point's text",
    applies=has_gaps,
    compose=_compose,
    answers=_answers,
    other_names=("fill the gaps", "gaps"),
    warnings=_warnings,
)
