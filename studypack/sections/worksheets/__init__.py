"""Cloze worksheets: passages with numbered gaps; a sheet to hand out, mark and keep, at any level of help."""

from collections.abc import Sequence

from studypack.layout.boxes import Box
from studypack.model.content import Pack
from studypack.model.letters import uncapitalise
from studypack.model.options import Options
from studypack.model.words import Words
from studypack.sections.kit.opening import announce
from studypack.sections.kit.section import Context, Owed, Section, Warned
from studypack.sections.worksheets.instructions import in_words
from studypack.sections.worksheets.sheet_pages import section_title, sheets_pages
from studypack.sections.worksheets.support import LADDER, Level, help_name, levels_of
from studypack.sections.worksheets.worksheet import ClozeSheet, has_gaps, sheets_of


def _sheets(pack: Pack, options: Options) -> tuple[ClozeSheet, ...]:
    return sheets_of(pack, options.seed, options.worksheets.distractors)[: options.worksheets.sheets]


def _compose(context: Context) -> list[Box]:
    """Sheet after sheet, each at every level that is printed: a class gets one sheet, in as many kinds."""
    announce(context, section_title(context.pack, context.options))
    return sheets_pages(
        context,
        (
            (sheet, level)
            for sheet in _sheets(context.pack, context.options)
            for level in levels_of(context.options.worksheets, hinted=sheet.hinted)
        ),
    )


def _answers(pack: Pack, options: Options) -> tuple[Owed, ...]:
    """The same at every level of help, for the gaps and their numbers are the same."""
    every, note = tuple(help_name(support, pack.say) for support in LADDER), _levels_alike(pack, options, pack.say)
    return tuple(sheet.owed(pack.say, every if sheet.hinted else every[1:], note) for sheet in _sheets(pack, options))


def _levels_alike(pack: Pack, options: Options, say: Words) -> str:
    """Which sheets of a ladder are the same at its first two levels, and why; empty where none is."""
    sheets = _sheets(pack, options) if options.worksheets.ladder else ()
    numbers = [str(sheet.number) for sheet in sheets if not sheet.hinted]
    if not numbers:
        return ""
    if len(numbers) == len(sheets):
        return say("levels_alike", "Levels 1 and 2 are one sheet, for no gap has a hint.")
    return say.count(
        "levels_alike_of",
        "Levels 1 and 2 of worksheet {numbers} are one sheet, for no gap there has a hint.",
        "Levels 1 and 2 of worksheets {numbers} are one sheet, for no gap there has a hint.",
        len(numbers),
        numbers=say.listed(numbers),
    )


def _describe(context: Context) -> str:
    sheets = _sheets(context.pack, context.options)
    say, count = context.pack.say, sum(len(sheet.gaps) for sheet in sheets)
    # Words: in the contents: One worksheet, 8 gaps, with a word bank.
    return say.count(
        "worksheets_described",
        "One worksheet, {gaps}, {help}",
        "{n} worksheets, {gaps}, {help}",
        len(sheets),
        gaps=say.count("gaps", "{n} gap", "{n} gaps", count),
        help=_help([levels_of(context.options.worksheets, hinted=sheet.hinted) for sheet in sheets], say),
    )


def _help(ladders: Sequence[tuple[Level, ...]], say: Words) -> str:
    """The help that the sheets give, each with the levels that it is printed at."""
    is_one, level = len(ladders) == 1, ladders[0][0]
    counts = sorted({len(levels) for levels in ladders})
    if counts[-1] > 1:
        few, many = (in_words(counts[at], say) for at in (0, -1))
        if is_one:
            return say("at_levels", "at {number} levels of help", number=many)
        if few == many:
            return say("each_at_levels", "each at {number} levels of help", number=many)
        return say("each_at_levels_or", "each at {fewer} or {more} levels of help", fewer=few, more=many)
    if level.banked:
        with_bank = say("with_bank", "with a word bank")
        return with_bank if is_one else say("each_with_bank", "each with a word bank")
    if level.lettered:
        with_letters = say("with_letters", "with first letters")
        return with_letters if is_one else say("each_with_letters", "each with first letters")
    return help_name(level.support, say)


def _warnings(pack: Pack, options: Options) -> list[Warned]:
    alike = _levels_alike(pack, options, Words("en", {})).removesuffix(".")
    return [(uncapitalise(alike, "en"), "write a hint into a gap to have both: {{Rapallo::treaty}}")] if alike else []


SECTION = Section(
    name="worksheets",
    title=section_title,
    describe=_describe,
    needs="gaps: write {{answer}} in a point's text",
    applies=has_gaps,
    compose=_compose,
    words_of=frozenset({"points"}),
    answers=_answers,
    handed_out=lambda pack, options: True,
    other_names=("fill the gaps", "gaps"),
    warnings=_warnings,
)
