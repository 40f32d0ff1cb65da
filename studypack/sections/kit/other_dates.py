"""Other dates that may stand beside the right one: as precise, of something else, and in a third of the pack's time."""

import re
from collections.abc import Iterator
from dataclasses import replace

from studypack.model.content import Pack
from studypack.model.dates.calendar import HistoricalDate, Precision, Reckoning
from studypack.model.dates.forms import PartialDate
from studypack.model.dates.parser import DateError, parse
from studypack.model.dates.printers import dates_read_in
from studypack.model.spans import gaps
from studypack.sections.kit.candidate import Candidate
from studypack.sections.kit.distractors import kind_of
from studypack.sections.kit.give_aways import tells_time
from studypack.sections.kit.recall import Recall
from studypack.sections.kit.telling import tells

_IN_REASON = 1 / 3
"""Of the time that a pack is about: between a date and one in its place, at most."""
_TELLING = 5
"""Letters of a word that says what happened."""


def other_dates(pack: Pack, recall: Recall) -> Iterator[Candidate]:
    """Yield the dates of what is not named alike."""
    own = recall.date
    assert own is not None
    new_year = isinstance(own.form, PartialDate) and (own.form.month, own.form.day) == (1, 1)
    if not new_year and not tells_time(recall.asked, pack.language):  # New Year's Day tells what begins then
        yield from _near(pack, own, _of_others(pack, recall))


def other_dates_in(pack: Pack, recall: Recall) -> Iterator[Candidate]:
    """Yield the answers of other gaps, and the dates of what the sentence does not speak of."""
    own = date_in(recall.answer, pack.language)
    if own is None:
        return
    texts = (*(point.text for point in pack.points), *(sheet.passage for sheet in pack.worksheets))
    answers = [gap.answer for text in texts for gap in gaps(text) if kind_of(gap.answer) is kind_of(recall.answer)]
    others = [(each, date) for each in answers if (date := date_in(each, pack.language))]
    # Beside another year one sees what came before that, and what after.
    is_believed = not re.search(r"\d{3}", recall.asked)
    for each in _near(pack, own, [*others, *_of_others(pack, recall)]):
        yield replace(each, is_believed=is_believed)


def date_in(words: str, language: str) -> HistoricalDate | None:
    """Return the date that some words are; None if they are none."""
    with dates_read_in(language):
        try:
            return parse(words)
        except DateError:
            return None


def overlap(one: HistoricalDate | None, two: HistoricalDate | None) -> bool:
    """Return whether two dates have a moment in common, as far as they are known."""
    if one is None or two is None:
        return False
    if None in (one.begins, one.ends, two.begins, two.ends):
        return True
    return one.sort_key[0] < two.sort_key[1] and two.sort_key[0] < one.sort_key[1]


def _of_others(pack: Pack, recall: Recall) -> list[tuple[str, HistoricalDate]]:
    """The dates of points and events, without those whose titles have a word of the question."""
    titles = [(each.point.title, each.point.date) for each in pack.marked if each.point.date]
    titles += [(each.title, each.date) for each in pack.events]
    return [
        (date.long, date)
        for title, date in titles
        if not tells([word for word in title.split() if len(word) >= _TELLING], recall.asked, pack.language)
    ]


def _near(pack: Pack, own: HistoricalDate, others: list[tuple[str, HistoricalDate]]) -> Iterator[Candidate]:
    """Those that a pupil may take for a date: of one precision, and not far from it."""
    ends = [moment for _, each in pack.dates for moment in (each.begins, each.ends) if moment is not None]
    for words, date in others:
        if own.begins is None or date.begins is None or overlap(own, date) or date.approximate:
            continue
        apart = abs(own.begins - date.begins)
        in_reason = not ends or apart <= (max(ends) - min(ends)) * _IN_REASON
        if in_reason and date.precision is own.precision is not Precision.SPAN and date.reckoning is Reckoning.CALENDAR:
            yield Candidate(words, apart, date)
