"""What a sheet tells its pupils: what to do, where the words come from, what the lines stand for; and its last task."""

from studypack.model.modes import GapWidth
from studypack.model.words import Words
from studypack.sections.worksheets.letter_cells import counted, first_letter, only_signs, words_of
from studypack.sections.worksheets.support import Level
from studypack.sections.worksheets.worksheet import ClozeSheet


def in_words(number: int, say: Words) -> str:
    """A number as running text has it: words up to ten."""
    names = (
        # Words: in a sentence: three are not needed; four words from the bank. So the next ones; figures will do, too.
        say("number_1", "one"),
        say("number_2", "two"),
        say("number_3", "three"),
        say("number_4", "four"),
        say("number_5", "five"),
        say("number_6", "six"),
        say("number_7", "seven"),
        say("number_8", "eight"),
        say("number_9", "nine"),
        say("number_10", "ten"),
    )
    return names[number - 1] if 0 < number <= len(names) else str(number)


def instruction(sheet: ClozeSheet, level: Level, say: Words, *, heard: bool = False) -> str:
    """What to do, where the words come from, and what the lines and letters stand for.

    It is `heard` without signs: a gap says itself how many letters it has.
    """
    told = [_from_the_bank(sheet, say), _uses(sheet, say, heard=heard)] if level.banked else [_written(sheet, say)]
    told += [_letters(sheet, say)] if level.lettered else []
    return " ".join(filter(None, (*told, "" if heard else _lines(sheet, level, say))))


def _written(sheet: ClozeSheet, say: Words) -> str:
    """What to do without a word bank."""
    phrases = any(" " in gap.answer for gap in sheet.gaps)
    if sheet.to_label and phrases:
        return say("label_with_phrases", "Label the picture: write the word or phrase for each number.")
    if sheet.to_label:
        return say("label_with_words", "Label the picture: write the word for each number.")
    if len(sheet.gaps) > 1:
        return say("write_missing_words", "Write the missing words on the lines.")
    if phrases:
        return say("write_missing_phrase", "Write the missing word or phrase on the line.")
    return say("write_missing_word", "Write the missing word on the line.")


def _has_phrases(sheet: ClozeSheet) -> bool:
    return any(" " in entry.word for entry in sheet.bank)


def _from_the_bank(sheet: ClozeSheet, say: Words) -> str:
    phrases = _has_phrases(sheet)
    if sheet.to_label and phrases:
        return say(
            "label_with_bank_phrases",
            "Label the picture: write a word or phrase from the word bank for each number.",
        )
    if sheet.to_label:
        return say("label_with_bank_words", "Label the picture: write a word from the word bank for each number.")
    if len(sheet.gaps) > 1:
        return say("fill_from_bank", "Fill each gap from the word bank.")
    if phrases:
        return say("write_bank_phrase", "Write the word or phrase from the word bank that fits on the line.")
    return say("write_bank_word", "Write the word from the word bank that fits on the line.")


def _uses(sheet: ClozeSheet, say: Words, *, heard: bool) -> str:
    """How often each word of the bank is used, and how many are not needed; empty for a single gap."""
    if len(sheet.gaps) == 1 and not sheet.to_label:
        return ""
    most = max(entry.uses for entry in sheet.bank)
    used = _used_often(sheet, say, most, heard=heard) if most > 1 or not sheet.spare else _used_once(sheet, say)
    if not sheet.spare:
        return f"{used}."
    number = in_words(sheet.spare, say)
    # Words: after how often a word is used: No word is used twice; two are not needed.
    spare = say.count(
        "words_to_spare",
        "{number} is not needed",
        "{number} are not needed",
        sheet.spare,
        number=number,
    )
    return say("uses_and_spare", "{uses}; {spare}.", uses=used, spare=spare)


def _used_once(sheet: ClozeSheet, say: Words) -> str:
    if _has_phrases(sheet):
        return say("no_phrase_twice", "No word or phrase is used twice")
    return say("no_word_twice", "No word is used twice")


def _used_often(sheet: ClozeSheet, say: Words, most: int, *, heard: bool) -> str:
    """How often each word is used; that of one that is used more than once stands after it."""
    phrases = _has_phrases(sheet)
    match min(most, 3), heard:
        case 1, _:
            once = say("phrases_once", "Each word or phrase is used once")
            return once if phrases else say("words_once", "Each word is used once")
        case 2, True:
            twice = say("phrases_twice_by_ear", "Each word or phrase is used once, or twice where it says so")
            return twice if phrases else say("words_twice_by_ear", "Each word is used once, or twice where it says so")
        case 2, False:
            twice = say("phrases_twice", "Each word or phrase is used once, or twice where it says ×2")
            return twice if phrases else say("words_twice", "Each word is used once, or twice where it says ×2")
        case _, True:
            often = say("phrases_often_by_ear", "Each word or phrase is used once, or as often as it says")
            return often if phrases else say("words_often_by_ear", "Each word is used once, or as often as it says")
    often = say("phrases_often", "Each word or phrase is used once, or as often as the figure after it says")
    return often if phrases else say("words_often", "Each word is used once, or as often as the figure after it says")


def _letters(sheet: ClozeSheet, say: Words) -> str:
    words = [word for gap in sheet.gaps for word in words_of(gap.answer) if not counted(word)]
    begun = [word for word in words if first_letter(word)]
    if len(words) == len(begun) == 1:
        return say("its_first_letter", "Its first letter is given.")
    if len(begun) == len(words):
        return say("first_letters", "The first letter of each word is given.") if begun else ""
    return say("first_letters_of_longer", "The first letter of each longer word is given.") if begun else ""


def _lines(sheet: ClozeSheet, level: Level, say: Words) -> str:
    """What short rules stand for, where there are any; a pupil takes them for dashes."""
    words = [word for gap in sheet.gaps for word in words_of(gap.answer)]
    numbers, signs = any(map(counted, words)), any(map(only_signs, words))
    if level.gap is not GapWidth.LETTERS:
        is_told = level.lettered and numbers
        return say("dash_figure_of_number", "Each dash is one figure of a number.") if is_told else ""
    match numbers, signs:
        case True, True:
            return say("dash_letter_figure_sign", "Each dash is one letter or figure or sign.")
        case True, False:
            return say("dash_letter_figure", "Each dash is one letter or figure.")
        case False, True:
            return say("dash_letter_sign", "Each dash is one letter or sign.")
    return say("dash_letter", "Each dash is one letter.")


def task_wording(sheet: ClozeSheet, level: Level, question: str, say: Words) -> tuple[str, str]:
    """The heading of the task and what it asks, of the pack's question if that gives no answer away.

    Every other sheet asks to choose instead of to write, so that a class does not meet one task twice.
    """
    if sheet.gives_away(question):
        question = ""
    if sheet.number % 2 == 0 and sum(passage.marked is not None for passage in sheet.passages) > 1:
        heading = say("weigh_points", "Now weigh them")
        if not question:
            return heading, say(
                "weigh_points_task",
                "Which point on this sheet matters most? Choose one by its mark, and give your reasons in two "
                "sentences.",
            )
        return heading, say(
            "weigh_points_for_question",
            "Which point on this sheet matters most for the question: {question} Choose one by its mark, and give your "
            "reasons in two sentences.",
            question=question,
        )
    words = min(3, sum(1 for entry in sheet.bank if entry.uses))
    heading = say("use_it", "Now use it") if words == 1 else say("use_them", "Now use them")
    return heading, _use_in_sentences(words, level, question, say)


def _use_in_sentences(words: int, level: Level, question: str, say: Words) -> str:
    number = in_words(words, say)
    if level.banked and question:
        return say.count(
            "use_bank_for_question",
            "Write two sentences that use the word in the bank to answer the question: {question}",
            "Write two sentences that use {number} words from the bank to answer the question: {question}",
            words,
            number=number,
            question=question,
        )
    if level.banked:
        return say.count(
            "use_bank",
            "Write two sentences of your own that use the word in the bank.",
            "Write two sentences of your own that use {number} words from the bank.",
            words,
            number=number,
        )
    if question:
        return say.count(
            "use_written_for_question",
            "Write two sentences that use the word that you have written to answer the question: {question}",
            "Write two sentences that use {number} of the words that you have written to answer the question: "
            "{question}",
            words,
            number=number,
            question=question,
        )
    return say.count(
        "use_written",
        "Write two sentences of your own that use the word that you have written.",
        "Write two sentences of your own that use {number} of the words that you have written.",
        words,
        number=number,
    )
