"""Rules about gaps: worksheets without any, and advice on their place, their answers and what gives these away."""

import re
from collections.abc import Iterator
from itertools import islice

from studypack.advice.prose import ProseText, about_points, advise, prose_texts
from studypack.base.errors import ContentPath, Problem, Severity
from studypack.base.styled_text import Text
from studypack.base.wording import quoted
from studypack.model.giveaway import stands_in
from studypack.model.letters import fold_case
from studypack.model.parts import Worksheet
from studypack.model.sentences import sentences
from studypack.model.spans import Gap, Spans, gaps, plain
from studypack.model.texts import printed_values
from studypack.reading.load import LoadedPack

MOST_GAPS = 2
"""The most gaps in a sentence; with more, the rest does not say what is missing."""
_SHORTEST = 4
"""The least letters of an answer that may give itself away; shorter ones occur in many words by chance."""
_TITLE = 1_000
"""The letters of a title that are searched."""

_MOST_SEARCHED = 20
"""The gaps of a sentence whose answers are searched for; another rule reports so many gaps."""
_GAP = re.compile(r"\{\{(?:\\.|[^\\])*?\}\}", re.DOTALL)
_ENDS = re.compile(r"(?<![\\}])\}\}(?!\})")
_MOST_NAMED = 8
"""The words that a message names; the rest is counted."""

_OPENING = re.compile(r"\\.|\{\{+", re.DOTALL)
_MEANT = re.compile(r"\{+([^{}]+)\}+|\[+([^\[\]]+)\]+|_{3,}|\.{4,}|…{2,}|\(+([^()]+)\)+|(?<![^\s{}])([^\s{}]+)\}\}")
"""What people type for a gap in other programs: other brackets around the answer, or a line."""
_EXAMPLE = "{{trade agreement}}"


def worksheets_without_gaps(loaded: LoadedPack) -> Iterator[Problem]:
    """Yield an error for each worksheet without a gap: nothing of it would be printed."""
    pack = loaded.pack
    places = {marked.key: place for place, marked in enumerate(pack.marked)}
    for number, sheet in enumerate(pack.worksheets):
        named: list[ContentPath] = [("points", places[key], "text") for key in sheet.points]
        texts = (sheet.passage, *(pack.points[places[key]].text for key in sheet.points))
        if (sheet.picture and sheet.picture.labels) or any(map(gaps, texts)):
            continue
        own: list[ContentPath] = [("worksheets", number, "passage")] if sheet.passage else []
        message = f"the worksheet {quoted(sheet.title)} has no gap, so nothing of it can be printed"
        for path in (*own, *named):
            if meant := _MEANT.search(loaded.source_text(path)):
                words = next(filter(None, meant.groups()), "").strip()
                hint = f"for a gap, write {{{{{words or 'the answer'}}}}}, not {meant.group()}"
                yield loaded.problem(path, message, hint, offset=meant.start(), length=len(meant.group()))
                break
        else:
            hint = f"write what is to be filled in between double braces: {_EXAMPLE}"
            yield loaded.problem(own[0] if own else ("worksheets", number, "points"), message, hint)


def _at_gap(loaded: LoadedPack, path: ContentPath, number: int, message: str, hint: str) -> Problem:
    """Advice on the gap of a text with this number, from 0."""
    written = loaded.source_text(path)
    opens = (match.end() - 2 for match in _OPENING.finditer(written) if match.group()[0] == "{")
    start = next(islice(opens, number, None), -1)
    if start < 0:
        return advise(loaded, path, message, hint)
    length = max(written.find("}}", start) + 2 - start, 2)
    return loaded.problem(path, message, hint, severity=Severity.ADVICE, offset=start, length=length)


def opening_gaps(loaded: LoadedPack) -> Iterator[Problem]:
    """Advise against a gap at the start of a text: the student does not know yet what the text is about."""
    for text in prose_texts(loaded):
        if isinstance(text.spans[0], Gap) and text.path[0] in ("points", "worksheets"):
            message = f"{text.what} opens with a gap, before a student knows what it is about"
            hint = "begin with a few words, and make the gap later in the sentence"
            yield _at_gap(loaded, text.path, 0, message, hint)


def unmatched_gap_ends(loaded: LoadedPack) -> Iterator[Problem]:
    """Advise on ends of gaps that have no start: {gap}}, or gap}}. Nested braces do not count."""
    for path, value in printed_values(loaded.pack):
        written = loaded.source_text(path) if isinstance(value, tuple) else ""
        if "}}" not in written:
            continue
        bare = _GAP.sub(lambda gap: "x" * len(gap.group()), written)
        for match in _ENDS.finditer(bare):
            before = bare[: match.start()]
            if before.count("{") - before.count("}") > 1:
                continue
            words = re.split(r"[\s{]", before)
            message = "this }} ends no gap"
            hint = f"write {{{{ before its answer: {{{{{words[-1]}}}}}"
            yield loaded.problem(path, message, hint, severity=Severity.ADVICE, offset=match.start(), length=2)


def crowded_sentences(loaded: LoadedPack) -> Iterator[Problem]:
    """Advise on sentences with too many gaps."""
    for text in prose_texts(loaded):
        number = 0
        for sentence in sentences(text.spans):
            count = len(gaps(sentence))
            if count > MOST_GAPS:
                message = f"a sentence with {count} gaps is hard to fill in"
                hint = "keep the two that matter most, or make two sentences of it"
                yield _at_gap(loaded, text.path, number + MOST_GAPS, message, hint)
            number += count


def duplicate_answers(loaded: LoadedPack) -> Iterator[Problem]:
    """Advise on answers that fill two gaps of a worksheet."""
    for number, sheet in enumerate(loaded.pack.worksheets):
        seen: dict[str, str] = {}
        for path, place, gap in worksheet_answers(loaded, number, sheet):
            key = fold_case(gap.answer, loaded.pack.language)
            if key in seen:
                message = f"{quoted(gap.answer)} fills two gaps of the worksheet {quoted(sheet.title)}"
                hint = "leave one of them as plain text, so that each word of the bank is used once"
                yield _at_gap(loaded, path, place, message, hint)
            seen.setdefault(key, gap.answer)


def worksheet_answers(loaded: LoadedPack, number: int, sheet: Worksheet) -> Iterator[tuple[ContentPath, int, Gap]]:
    """The gaps of a worksheet, each with the path of its text and its number in that text."""
    places = {marked.key: place for place, marked in enumerate(loaded.pack.marked)}
    labels = sheet.picture.labels if sheet.picture else ()
    texts: list[tuple[ContentPath, Spans]] = [
        (("worksheets", number, "picture", "labels", place, "answer"), (label.answer,))
        for place, label in enumerate(labels)
    ]
    for key in sheet.points:
        point = loaded.pack.points[places[key]]
        texts.append((("points", places[key], "text"), point.text))
    if sheet.passage:
        texts.append((("worksheets", number, "passage"), sheet.passage))
    for path, spans in texts:
        for place, gap in enumerate(gaps(spans)):
            yield path, place, gap


def correct_distractors(loaded: LoadedPack) -> Iterator[Problem]:
    """Advise on distractors that are right answers."""
    for number, sheet in enumerate(loaded.pack.worksheets):
        if not sheet.distractors:
            continue
        language, answers = loaded.pack.language, worksheet_answers(loaded, number, sheet)
        right = {fold_case(answer, language) for _, _, gap in answers for answer in gap.answers}
        for place, word in enumerate(sheet.distractors):
            if fold_case(word, language) in right:
                message = f"the distractor {quoted(word)} is a right answer of this worksheet"
                hint = "choose a word that fits no gap of it"
                yield advise(loaded, ("worksheets", number, "distractors", place), message, hint)


def revealing_titles(loaded: LoadedPack) -> Iterator[Problem]:
    """Advise on titles of worksheets that contain an answer."""
    for number, sheet in enumerate(loaded.pack.worksheets):
        answers = {gap.answer for _, _, gap in worksheet_answers(loaded, number, sheet)}
        title = sheet.title[:_TITLE]
        for answer in sorted(answers):
            if _contains_answer(answer, title, loaded.pack.language):
                message = f"the worksheet's title gives the answer {quoted(answer)} away"
                hint = "find another title, or make another gap"
                yield advise(loaded, ("worksheets", number, "title"), message, hint)


def _worksheet_texts(loaded: LoadedPack) -> Iterator[ProseText]:
    """The texts that worksheets print: if the author wrote worksheets, their passages and the points they name; else
    all points.
    """
    named = {key for sheet in loaded.pack.worksheets for key in sheet.points}
    for text in prose_texts(loaded):
        kind, number, *_ = (*text.path, 0)
        if kind == "points" and loaded.pack.worksheets:
            if loaded.pack.marked[int(number)].key in named:
                yield text
        elif kind in ("points", "worksheets"):
            yield text


def points_without_gaps(loaded: LoadedPack) -> Iterator[Problem]:
    """Advise on points without a gap that a worksheet prints or may print; one message for all."""
    pack, there = loaded.pack, [text.path[1] for text in _worksheet_texts(loaded) if text.path[0] == "points"]
    bare = [number for number, point in enumerate(pack.points) if number in there and not gaps(point.text)]
    bare = [number for number in bare if "}}" not in plain(pack.points[number].text)]  # Another rule reports these.
    hint = f"put its key term in double braces: {_EXAMPLE}"
    if bare and len(bare) == len(pack.points):
        yield advise(loaded, ("points", 0, "text"), "no point has a gap, so there are no worksheets", hint)
    elif bare:
        message = about_points(
            pack, bare, "has no gap to fill in on a worksheet", "have no gap to fill in on a worksheet"
        )
        yield advise(loaded, ("points", bare[0], "title"), message, hint)


def _has_extras(gap: Gap) -> bool:
    return bool(gap.hint or gap.answers[1:])


def unprinted_hints(loaded: LoadedPack) -> Iterator[Problem]:
    """Advise on hints and alternative answers in texts of no worksheet: one message for all points, and one a text."""
    pack, asked = loaded.pack, {text.path for text in _worksheet_texts(loaded)}
    left = [n for n, point in enumerate(pack.points) if any(map(_has_extras, gaps(point.text)))]
    left = [number for number in left if ("points", number, "text") not in asked]
    if left:
        says = "hints or other answers, but no worksheet prints them"
        message = about_points(pack, left, f"has {says}", f"have {says}")
        hint = f"name it in the points of a worksheet: {pack.marked[left[0]].key}, or take them out"
        yield advise(loaded, ("points", left[0], "title"), message, hint)
    for path, spans in printed_values(pack):
        if isinstance(spans, str) or path in asked or path[-1] == "answer":
            continue
        if path[0] == "points" and path[-1] == "text":
            continue
        for number, gap in enumerate(gaps(spans)):
            if _has_extras(gap):
                what = f"the hint {quoted(gap.hint)}" if gap.hint else f"the other answer {quoted(gap.answers[1])}"
                message = f"{what} is printed nowhere: this text is on no worksheet"
                yield _at_gap(loaded, path, number, message, f"write its answer only: {{{{{gap.answer}}}}}")
                break


def _contains_answer(answer: str, text: str, language: str) -> bool:
    """Whether a text contains the answer as whole words; short answers do not count, because they occur in any text."""
    if len(answer) < _SHORTEST and not (len(answer) > 1 and answer.isupper()):
        return False
    return stands_in(answer, text, language)


def revealing_hints(loaded: LoadedPack) -> Iterator[Problem]:
    """Advise on hints that contain an answer of their gap."""
    for text in _worksheet_texts(loaded):
        for number, gap in enumerate(gaps(text.spans)):
            hint, language = gap.hint, loaded.pack.language
            told = (each for each in gap.answers if each == hint or _contains_answer(each, hint, language))
            revealed = next(told, "")
            if revealed:
                message = f"the hint prints the answer {quoted(revealed)} beside its gap"
                hint = f"say in other words what it is, or leave the hint out: {{{{{gap.answer}}}}}"
                yield _at_gap(loaded, text.path, number, message, hint)


def repeated_answers(loaded: LoadedPack) -> Iterator[Problem]:
    """Advise on answers that the sentence of their gap also contains in plain, or in the words of a formula."""
    for text in _worksheet_texts(loaded):
        number = 0
        for sentence in sentences(text.spans):
            beside = " … ".join(span.text for span in sentence if isinstance(span, Text))
            heard = " … ".join(span.heard for span in sentence if isinstance(span, Text) and span.formula)
            for place, gap in enumerate(gaps(sentence)[:_MOST_SEARCHED]):
                if _contains_answer(gap.answer, beside, loaded.pack.language):
                    message = f"the answer {quoted(gap.answer)} also stands in plain in this sentence"
                    hint = "say it another way there, or make another word the gap"
                    yield _at_gap(loaded, text.path, number + place, message, hint)
                elif _contains_answer(gap.answer, heard, loaded.pack.language):
                    message = f"the answer {quoted(gap.answer)} is heard with a formula of this sentence"
                    hint = "give the formula other words, right after it: {alt=…}, or make another word the gap"
                    yield _at_gap(loaded, text.path, number + place, message, hint)
            number += len(gaps(sentence))
