"""Advice on gaps: where they stand, what fills them, and what gives them away."""

import re
from collections.abc import Iterator
from itertools import islice

from studypack.content import Worksheet
from studypack.errors import Path, Problem, Severity, quoted
from studypack.load import Loaded
from studypack.markup import Gap, Spans, gaps
from studypack.sentences import gaps_by_sentence
from studypack.texts import say, texts

MOST_GAPS = 2
"""In a sentence; with more, the rest no longer says what is missing."""
_SHORTEST = 4
"""Letters of an answer that may give itself away; shorter ones stand in many words by chance."""
_TITLE = 1_000
"""Letters of a title that are looked at."""

_OPENING = re.compile(r"\\.|\{\{+", re.DOTALL)


def _at_gap(loaded: Loaded, path: Path, number: int, message: str, hint: str) -> Problem:
    """Advice on the gap of a text that has this number, from 0."""
    written = loaded.written(path)
    opens = (match.end() - 2 for match in _OPENING.finditer(written) if match.group()[0] == "{")
    start = next(islice(opens, number, None), -1)
    if start < 0:
        return say(loaded, path, message, hint)
    length = max(written.find("}}", start) + 2 - start, 2)
    return loaded.problem(path, message, hint, severity=Severity.ADVICE, offset=start, length=length)


def opening_gaps(loaded: Loaded) -> Iterator[Problem]:
    """Gaps before a student knows what a text is about."""
    for text in texts(loaded):
        if isinstance(text.spans[0], Gap) and text.path[0] in ("points", "worksheets"):
            yield _at_gap(
                loaded,
                text.path,
                0,
                f"{text.what} opens with a gap, before a student knows what it is about",
                "begin with a few words, and make the gap later in the sentence",
            )


def crowded_sentences(loaded: Loaded) -> Iterator[Problem]:
    """Sentences with more gaps than can be filled in."""
    for text in texts(loaded):
        number = 0
        for count in gaps_by_sentence(text.spans):
            if count > MOST_GAPS:
                yield _at_gap(
                    loaded,
                    text.path,
                    number + MOST_GAPS,
                    f"a sentence with {count} gaps is hard to fill in",
                    "keep the two that matter most, or make two sentences of it",
                )
            number += count


def equal_answers(loaded: Loaded) -> Iterator[Problem]:
    """Answers that fill two gaps of a worksheet."""
    for number, sheet in enumerate(loaded.pack.worksheets):
        seen: dict[str, str] = {}
        for path, place, gap in _answers(loaded, number, sheet):
            key = gap.answer.casefold()
            if key in seen:
                yield _at_gap(
                    loaded,
                    path,
                    place,
                    f"{quoted(gap.answer)} fills two gaps of the worksheet {quoted(sheet.title)}",
                    "leave one of them as plain text, so that each word of the bank is used once",
                )
            seen.setdefault(key, gap.answer)


def _answers(loaded: Loaded, number: int, sheet: Worksheet) -> Iterator[tuple[Path, int, Gap]]:
    """The gaps of a worksheet: each with its text's path and its number in that text."""
    places = {marked.key: place for place, marked in enumerate(loaded.pack.marked)}
    texts: list[tuple[Path, Spans]] = []
    for key in sheet.points:
        point = loaded.pack.points[places[key]]
        texts.append((("points", places[key], "text"), point.text))
    if sheet.passage:
        texts.append((("worksheets", number, "passage"), sheet.passage))
    for path, spans in texts:
        for place, gap in enumerate(gaps(spans)):
            yield path, place, gap


def answering_distractors(loaded: Loaded) -> Iterator[Problem]:
    """Distractors that are right."""
    for number, sheet in enumerate(loaded.pack.worksheets):
        if not sheet.distractors:
            continue
        right = {answer.casefold() for _, _, gap in _answers(loaded, number, sheet) for answer in gap.answers}
        for place, word in enumerate(sheet.distractors):
            if word.casefold() in right:
                yield say(
                    loaded,
                    ("worksheets", number, "distractors", place),
                    f"the distractor {quoted(word)} is a right answer of this worksheet",
                    "choose a word that fits no gap of it",
                )


def telling_titles(loaded: Loaded) -> Iterator[Problem]:
    """Titles of worksheets that hold an answer of theirs."""
    for number, sheet in enumerate(loaded.pack.worksheets):
        answers = {gap.answer for _, _, gap in _answers(loaded, number, sheet)}
        title = sheet.title[:_TITLE]
        for answer in sorted(answers):
            if len(answer) >= _SHORTEST and re.search(rf"\b{re.escape(answer)}\b", title, re.IGNORECASE):
                yield say(
                    loaded,
                    ("worksheets", number, "title"),
                    f"the worksheet's title gives the answer {quoted(answer)} away",
                    "find another title, or make another gap",
                )
