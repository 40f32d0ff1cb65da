"""The list of all rules of advice, and the rules on dates, sentences, sides, names and placeholders."""

import re
from collections.abc import Iterator
from itertools import islice

from studypack.advice.doubt_rules import standing_doubts
from studypack.advice.face_rules import letters_from_elsewhere
from studypack.advice.folded_rules import folded_blocks
from studypack.advice.formula_rules import formula_advice
from studypack.advice.gap_rules import (
    correct_distractors,
    crowded_sentences,
    duplicate_answers,
    opening_gaps,
    points_without_gaps,
    repeated_answers,
    revealing_hints,
    revealing_titles,
    unmatched_gap_ends,
    unprinted_hints,
)
from studypack.advice.language_rules import untranslated
from studypack.advice.markup_rules import foreign_markup, markup_in_lines
from studypack.advice.mistake_rules import wrong_sentences
from studypack.advice.picture_rules import descriptions, revealing_pictures, unplaced_labels
from studypack.advice.prose import ProseText, about_points, advise, prose_texts
from studypack.advice.spelling import find_misspelt, names_in
from studypack.base.errors import ContentPath, Problem, Severity
from studypack.base.wording import quoted
from studypack.model.blocks import Start
from studypack.model.content import Pack
from studypack.model.letters import initial
from studypack.model.sentences import is_finished
from studypack.model.sides import headings_of
from studypack.model.spans import plain
from studypack.model.texts import printed_values
from studypack.model.typography import find_in_source
from studypack.reading.load import LoadedPack

_PLACEHOLDER = "[replace this]"
"""The end of every placeholder in the starter file."""

MOST_WORDS = 90
"""The most words of a point; a longer one makes a column that nobody reads to its end."""

MOST_OF_A_KIND = 100
"""The most pieces of advice from one rule: nobody reads more, and to locate thousands takes minutes."""

_NO_SENTENCE = re.compile(r"(?:^|\n)\s*(?:[-*•–]|\d+[.)])\s[^\n]*$|[`$]$|://\S+$")
"""The end of a text that is no sentence: a list item, code, a formula, an address."""


def advice(loaded: LoadedPack) -> tuple[Problem, ...]:
    """Return the advice on a pack, each piece with its place, in the order of the file.

    Each rule gives at most MOST_OF_A_KIND pieces. A part with a warning gets none: advice on half a text would only
    follow from what is lost.
    """
    warned = {warning.path[:2] for warning in loaded.warnings}
    found = [problem for rule in RULES for problem in islice(rule(loaded), MOST_OF_A_KIND)]
    found = [problem for problem in found if problem.path[:2] not in warned]
    return tuple(sorted(found, key=lambda problem: (problem.line, problem.column)))


def _undated_points(loaded: LoadedPack) -> Iterator[Problem]:
    """One message, and only if most points have a date and make a timeline; a topic without dates needs none."""
    pack = loaded.pack
    undated = [number for number, point in enumerate(pack.points) if point.date is None]
    if undated and 2 * len(undated) < len(pack.points) and pack.fills_timeline:
        message = about_points(
            pack, undated, "has no date, so it is not on the timeline", "are on no timeline, without a date"
        )
        hint = "a rough one will do: date: c. 1930, or early 1930s"
        yield advise(loaded, ("points", undated[0], "title"), message, hint)


def _dates_outside(loaded: LoadedPack) -> Iterator[Problem]:
    period = loaded.pack.period
    for path, date in loaded.pack.dates if period else ():
        first, last = period.sort_key if period else (0.0, 0.0)
        begins, ends = date.sort_key
        outside = ends <= first or begins >= last
        # An open date may end within the period.
        starts_before = date.begins is not None and date.begins < first
        partly = starts_before or (date.ends is not None and date.ends > last)
        if outside or partly:
            yield advise(
                loaded,
                path,
                f"{date.long} lies {'' if outside else 'partly '}outside the period, {period.long if period else ''}",
                "check the date, or widen period: at the head of the file",
            )


def _ambiguous_dates(loaded: LoadedPack) -> Iterator[Problem]:
    for path, date in loaded.pack.dates:
        if date.advice:
            yield advise(loaded, path, *date.advice)


def _unfinished_texts(loaded: LoadedPack) -> Iterator[Problem]:
    for text in prose_texts(loaded):
        words = plain(text.spans).strip()
        written = loaded.source_text(text.path).rstrip()
        last_start = next((span for span in reversed(text.spans) if isinstance(span, Start)), None)
        in_block = last_start is not None and bool(last_start.place)
        if in_block or is_finished(words) or _NO_SENTENCE.search(written):
            continue
        last = words.split()[-1]
        comma = words.endswith((",", ";", ":", "-", "–", "—"))
        end = f"with {quoted(words[-1])}" if comma else "without a full stop"
        start = max((start for start, _ in find_in_source(last, written)), default=0)
        yield loaded.problem(
            text.path,
            f"{text.what} ends {end}",
            "finish the sentence, or take the end off" if comma else "is the sentence whole?",
            severity=Severity.ADVICE,
            offset=start,
            length=len(written) - start,
        )


def _long_points(loaded: LoadedPack) -> Iterator[Problem]:
    for number, point in enumerate(loaded.pack.points):
        words = len(plain(point.text).split())
        if words > MOST_WORDS:
            message = f"this point has {words} words: hard to read in a column"
            hint = f"keep it under {MOST_WORDS}, or make two points of it"
            yield advise(loaded, ("points", number, "title"), message, hint)


def _empty_sides(loaded: LoadedPack) -> Iterator[Problem]:
    pack = loaded.pack
    for side in pack.sides if pack.points else ():
        if not pack.on(side):
            message = f"no point is on the side {side.id!r}: its column stays empty"
            hint = f"add a point with side: {side.id}, or print the pack without the table"
            yield advise(loaded, ("points",), message, hint)


def _points_on_no_side(loaded: LoadedPack) -> Iterator[Problem]:
    pack = loaded.pack
    without = [number for number, point in enumerate(pack.points) if point.side is None]
    if pack.sides and without:
        one, many = "is on no side, and stands in a list of its own", "are on no side, and stand in a list of their own"
        message = about_points(pack, without, one, many)
        hint = f"add a line side: {pack.sides[0].id}, for example, if it should be on one"
        yield advise(loaded, ("points", without[0], "title"), message, hint)


def _letters_of_sides(loaded: LoadedPack) -> Iterator[Problem]:
    pack, headings = loaded.pack, headings_of(loaded.pack.named_sides)
    taken = {side.letter for side in (*pack.sides, pack.neutral)}
    for key, heading in headings:
        side = next(side for side in pack.sides if key in (side.id, side.number))
        if not heading.letter and side.letter != initial(side.name, pack.language):
            message = (
                f"the marks of {quoted(side.name)} begin with {side.letter}: another side begins with its letter, too"
            )
            free = next(letter for letter in f"{side.name.upper()}XYZ" if letter.isalpha() and letter not in taken)
            hint = f"choose one yourself: {{name: {side.name}, letter: {free}}}, for example"
            yield advise(loaded, ("sides", key), message, hint)


def _misspelt_names(loaded: LoadedPack) -> Iterator[Problem]:
    pack = loaded.pack
    where = [*prose_texts(loaded)]
    where += [ProseText(("glossary", n, "meaning"), each.meaning, "") for n, each in enumerate(pack.glossary)]
    where += [ProseText(("people", n, "role"), each.role, "") for n, each in enumerate(pack.people)]
    names = [(text.path, name) for text in where for name in names_in(plain(text.spans))]
    titles = [*(each.term for each in pack.glossary), *(each.name for each in pack.people)]
    known = {word for title in titles for word in names_in(f"x {title}")}
    wrong = find_misspelt((name for _, name in names), known, pack.language)
    for path, name in names:
        if name in wrong:
            message = f"{quoted(name)} is spelt {quoted(wrong[name])} elsewhere"
            hint = "is it the same name? Then spell it one way"
            yield advise(loaded, path, message, hint, needle=name)


def placeholders(pack: Pack) -> list[ContentPath]:
    """Return the paths of the values that still contain a placeholder of the starter file."""
    return [
        place
        for place, value in printed_values(pack)
        if _PLACEHOLDER in (value if isinstance(value, str) else plain(value))
    ]


def leftover_placeholders(loaded: LoadedPack) -> Iterator[Problem]:
    """Advise on each placeholder that is still there."""
    for place in placeholders(loaded.pack):
        hint = f"write your own words in its place, without {_PLACEHOLDER}"
        yield advise(loaded, place, "this is a placeholder of the starter", hint, needle=_PLACEHOLDER)


RULES = (
    standing_doubts,
    _undated_points,
    points_without_gaps,
    opening_gaps,
    unmatched_gap_ends,
    crowded_sentences,
    duplicate_answers,
    correct_distractors,
    revealing_titles,
    revealing_hints,
    repeated_answers,
    unprinted_hints,
    _dates_outside,
    _ambiguous_dates,
    _unfinished_texts,
    _long_points,
    markup_in_lines,
    _empty_sides,
    _points_on_no_side,
    _letters_of_sides,
    _misspelt_names,
    foreign_markup,
    folded_blocks,
    descriptions,
    revealing_pictures,
    unplaced_labels,
    wrong_sentences,
    leftover_placeholders,
    formula_advice,
    untranslated,
    letters_from_elsewhere,
)
"""Every rule of advice. A new one is one function and one line here."""
