"""The columns of a retrieval grid: when each was taught, what it is worth, and the questions that it asks."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import chain, zip_longest

from studypack.base.record import record
from studypack.model.content import Pack
from studypack.model.words import Words
from studypack.sections.kit.recall import Recall
from studypack.sections.quiz.questions import Question, take, waiting_in

_ALONE, _USUAL = 3, 12
"""Columns of the grid of one pack alone, which has no times to tell apart; and questions of a grid unless told."""
_MOST_WEEKS = 8
"""What is longer ago is counted in months."""


@record
class Column:
    """The questions about what was taught at one time."""

    heading: str
    """When that was, or the title of what was taught; empty where there is one pack alone."""
    wanted: int
    """How many questions it is to have."""
    worth: int
    """Marks of an answer."""
    worth_said: str
    """The same in words: 2 marks each; empty where all are worth the same."""
    questions: tuple[Question, ...]

    @property
    def headed(self) -> str:
        """Return its heading with what an answer is worth, where that differs: Last week, 2 marks each."""
        return ", ".join(filter(None, (self.heading, self.worth_said)))


def is_dated(pack: Pack) -> bool:
    """Return whether the columns are told apart by when they were taught, and what is longer ago is worth more."""
    return bool(pack.also) and all(each.taught for each in (pack, *pack.also))


@lru_cache(32)
def columns_of(pack: Pack, seed: int, rows: int | None) -> tuple[Column, ...]:
    """Return the columns of so many rows, this lesson's first; another seed asks other questions.

    None tells the answer of another one, and no heading does.
    """
    groups, dated, count = _groups(pack), is_dated(pack), pack.say.count
    rows = rows or min(max(_USUAL // (len(groups) if pack.also else _ALONE), 2), 8)
    wanted, columns = rows if pack.also else rows * _ALONE, list[Column]()
    for worth, heading in enumerate(groups, start=1):
        # Words: in a heading, after when something was taught: how much an answer about it is worth.
        said = count("marks_each", "{n} mark each", "{n} marks each", worth)
        columns.append(Column(heading, wanted, worth if dated else 1, said if dated else "", ()))
    shown = " . ".join((*_of_file(pack), *(each.headed for each in columns)))
    chosen = list[Recall]()
    for at, packs in enumerate(groups.values()):
        before = len(chosen)
        waiting = (each for each in _by_turns(packs, pack, seed) if not each.told_by(shown, pack.language))
        take(pack.language, chosen, waiting, before + wanted)
        numbered = enumerate(chosen[before:], start=before + 1)
        columns[at] = replace(columns[at], questions=tuple(Question(*each) for each in numbered))
    return tuple(columns)


def _groups(pack: Pack) -> dict[str, list[Pack]]:
    """The packs by the headings of their columns."""
    if not pack.also:
        return {"": [pack]}
    groups, packs = dict[str, list[Pack]](), [pack, *pack.also]
    if is_dated(pack):
        packs.sort(key=lambda each: each.taught or date.max, reverse=True)
    for each in packs:
        when = _ago(pack.say, each.taught, pack.taught) if is_dated(pack) else each.title
        groups.setdefault(when, []).append(each)
    return groups


def _of_file(pack: Pack) -> list[str]:
    """What a file says of its pack on every page and in its properties."""
    themes = (point.theme for point in pack.points)
    return [*filter(None, (pack.title, pack.subject, pack.level, pack.school, pack.foot, *themes))]


def _by_turns(packs: Sequence[Pack], printed: Pack, seed: int) -> list[Recall]:
    """All that can be asked of some packs, one of each after the other; marks are those of the pack that is printed."""
    asked = ([(pack, each) for each in waiting_in(pack, seed, "retrieval")] for pack in packs)
    turns = filter(None, chain.from_iterable(zip_longest(*asked)))
    return [recall if pack is printed else replace(recall, mark="") for pack, recall in turns]


def _ago(say: Words, then: date | None, now: date | None) -> str:
    """When a day was, seen from another: in weeks that begin on Monday, as timetables do."""
    assert then and now
    weeks = ((now - then).days + then.weekday() - now.weekday()) // 7
    months = 12 * (now.year - then.year) + now.month - then.month
    if now == then:
        # Words: heading of a column of questions: about what is taught today. The next six are headings of others.
        return say("this_lesson", "This lesson")
    if not weeks:
        return say("this_week", "Earlier this week")
    if weeks == 1:
        return say("last_week", "Last week")
    if weeks <= _MOST_WEEKS:
        return say.count("weeks_ago", "{n} week ago", "{n} weeks ago", weeks)
    if months < 12:
        return say.count("months_ago", "{n} month ago", "{n} months ago", months)
    return say.count("years_ago", "{n} year ago", "{n} years ago", months // 12)
