"""Terms and meanings: write one for the other, complete a table, or match them; with translations, both ways."""

from dataclasses import replace
from functools import partial

from studypack.base.wording import letters_for, quantity
from studypack.layout.boxes import Box, HorizontalRule, Space
from studypack.layout.style import RULE, mm
from studypack.model.choices import Preset
from studypack.model.content import Pack
from studypack.model.modes import AskedBy, VocabularyMode, Written
from studypack.model.options import Options
from studypack.model.spans import heard_words, plain
from studypack.model.term import gender_words
from studypack.sections.kit.builder import Builder
from studypack.sections.kit.fitting import easiest, mixed, on_leaves
from studypack.sections.kit.scored_sheet import scored_sheet
from studypack.sections.kit.section import Answer, Context, Owed, Section, Warned
from studypack.sections.vocabulary.sheet import matched, table_head, table_row, test_row
from studypack.sections.vocabulary.terms import SPARES, Asked, sheet_of, translations_asked

_AIRS = (0.1, 0.3, 0.5, 0.7, 0.9)
"""Over each term, in lines, the closest first."""
_FEWEST_MATCHED = 3


def _title(pack: Pack, options: Options) -> str:
    return pack.say("vocabulary", "Vocabulary")


def _task(pack: Pack, options: Options) -> str:
    """What is to be done in the mode that is printed."""
    say, modes, asked = pack.say, options.vocabulary, sheet_of(pack, options).asked
    translated = translations_asked(pack, modes)
    if modes.mode is VocabularyMode.MATCH:
        if translated:
            return say("match_translations", "Write the letter of its translation before each term. Two fit none.")
        return say("match_meanings", "Write the letter of what it means before each term. Two fit none.")
    if modes.mode is VocabularyMode.GRID:
        words = say("complete_table", "Complete the table.")
    elif modes.write is Written.TERM and any(each.gender for each in asked):
        words = say("write_terms_and_genders", "Write the term that is meant, and the gender of a noun.")
    elif modes.write is Written.TERM:
        words = say("write_terms", "Write the term that is meant.")
    elif translated:
        words = say("translate_terms", "Write the translation of each term.")
    else:
        words = say("write_meanings", "Write what each term means.")
    return words


def _compose(context: Context) -> list[Box]:
    pack, options = context.pack, context.options
    sheet, title = sheet_of(pack, options), _title(pack, options)
    if not sheet.asked:
        return []
    context = replace(context, version=sheet.code)
    is_grid = options.vocabulary.mode is VocabularyMode.GRID
    again = [table_head(context.build, _columns(pack, options), again=True)] if is_grid else []

    def boxes_at(trial: Context, air: float) -> list[Box]:
        tasks, marks = partial(_rows, options=options, above=air * trial.theme.task.leading), len(sheet.asked)
        task = _task(pack, options)
        return [scored_sheet(trial, "vocabulary", title, marks, tasks, standfirst=task, again=again)]

    return on_leaves(context, easiest(context, _AIRS, boxes_at))


def _rows(build: Builder, options: Options, above: float) -> list[Box]:
    pack, sheet = build.pack, sheet_of(build.pack, options)
    asked, opens = enumerate(sheet.asked, start=1), Space(mm(4))
    match options.vocabulary.mode:
        case VocabularyMode.MATCH:
            return [opens, matched(build, sheet.asked, _clues(pack, options), above)]
        case VocabularyMode.GRID:
            table, titles = build.within("Table"), _columns(pack, options)
            head = table_head(table, titles)
            rows = [table_row(table, number, each, titles, above) for number, each in asked]
            return [opens, head, *rows, HorizontalRule(0.5, RULE)]
    listing = build.within("L", numbering="Decimal")
    return [opens, *(test_row(listing, number, each, above) for number, each in asked)]


def _columns(pack: Pack, options: Options) -> list[str]:
    """The names of the columns: that of the numbers has none, and that of the genders is there if a term has one."""
    say, with_gender = pack.say, any(each.gender for each in sheet_of(pack, options).asked)
    # Words: over a column of terms.
    names = ["", say("term", "Term")]
    # Words: over a column of genders: m, f, n.
    names += [say("gender", "Gender")] if with_gender else []
    if translations_asked(pack, options.vocabulary):
        # Words: over a column of translations.
        return [*names, say("translation", "Translation")]
    # Words: over a column of meanings of terms.
    return [*names, say("meaning", "Meaning")]


def _clues(pack: Pack, options: Options) -> list[Asked]:
    """What is matched, in the order of its letters: the meanings of the terms, and those that fit none."""
    sheet = sheet_of(pack, options)
    return mixed((*sheet.asked, *sheet.spares), lambda each: plain(each.clue), options.seed, pack.digest, "letters")


def _answers(pack: Pack, options: Options) -> tuple[Owed, ...]:
    sheet = sheet_of(pack, options)
    if options.vocabulary.mode is VocabularyMode.MATCH:
        clues = _clues(pack, options)
        answers = [_letters(number, clues.index(each)) for number, each in enumerate(sheet.asked, start=1)]
    else:
        answers = [_answer(pack, options, number, each) for number, each in enumerate(sheet.asked, start=1)]
    written = any(each.writes is Written.MEANING for each in sheet.asked)
    note = pack.say("quiz_same_meaning", "In what is written, accept any words of the same meaning.") if written else ""
    return (Owed(_title(pack, options), tuple(answers), note=note, version=sheet.code),)


def _letters(number: int, at: int) -> Answer:
    """The letters of what fits a term; two are heard apart, not as a word."""
    letters = letters_for(at)
    return Answer(number, (letters,), spoken=" ".join(letters) if len(letters) > 1 else "")


def _answer(pack: Pack, options: Options, number: int, each: Asked) -> Answer:
    """The term, or what it means; with its gender where that was asked for."""
    is_grid = options.vocabulary.mode is VocabularyMode.GRID
    first = each.term if each.writes is Written.TERM else plain(each.clue)
    spoken = first if each.writes is Written.TERM else heard_words(each.clue)
    if each.gender is None or not (is_grid or each.writes is Written.TERM):
        return Answer(number, (first, *each.accepted) if each.writes is Written.TERM else (first,), spoken=spoken)
    printed, heard = gender_words(each.gender, pack.say)
    # Words: in the key: a noun and its gender, or its gender and what it means.
    words = ("{first} ({gender})", "({gender}) {first}")[each.writes is Written.MEANING]
    return Answer(
        number,
        (words.format(first=first, gender=printed), *each.accepted),
        spoken=words.format(first=spoken, gender=heard),
    )


def _lacks(pack: Pack, options: Options) -> Warned | None:
    modes, count = options.vocabulary, len(sheet_of(pack, options).asked)
    if modes.by is AskedBy.TRANSLATION and not any(term.translation for term in pack.glossary):
        return (
            "terms with a translation",
            "add  translation:  to terms of the glossary, or ask for vocabulary.by=meaning",
        )
    if modes.mode is VocabularyMode.MATCH and count < _FEWEST_MATCHED:
        lack = f"{_FEWEST_MATCHED + SPARES} terms whose meanings do not give them away"
        return lack, "add terms to the glossary, or ask for vocabulary.mode=test"
    if not count:
        return "terms whose meanings do not give them away", "say what they mean in other words"
    if modes.of is not None and count < modes.of:
        lack = f"{modes.of} terms that can stand on one sheet, but {count}"
        return lack, f"ask for {count} at most (vocabulary.of), or add terms to the glossary"
    return None


def _warnings(pack: Pack, options: Options) -> list[Warned]:
    left = sheet_of(pack, options).left_out
    told = f"the vocabulary leaves out {pack.say.listed(left)}: what is said of them gives them away, or fits others"
    return [(told, "say it in other words")] if left else []


def _describe(context: Context) -> str:
    count = len(sheet_of(context.pack, context.options).asked)
    return context.pack.say.count("terms_counted", "{n} term", "{n} terms", count)


def _leaves_out(pack: Pack, options: Options) -> list[tuple[str, str]]:
    count = sum(term.translation is not None for term in pack.glossary)
    return [("vocabulary", quantity(count, "translation"))] if count and not _is_wanted(pack, options) else []


def _is_wanted(pack: Pack, options: Options) -> bool:
    return options.preset is Preset.FULL and any(term.translation for term in pack.glossary)


SECTION = Section(
    name="vocabulary",
    good_for="to fetch words and meanings from memory, in which matching helps least",
    title=_title,
    describe=_describe,
    needs="glossary or people",
    applies=lambda pack: bool(pack.glossary or pack.people),
    mode_lacks=_lacks,
    wanted=_is_wanted,
    leaves_out=_leaves_out,
    compose=_compose,
    answers=_answers,
    handed_out=lambda pack, options: True,
    other_names=("vocab", "vocabulary test", "words"),
    warnings=_warnings,
)
