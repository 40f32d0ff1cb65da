"""What may stand beside a right answer as a wrong one."""

from studypack.base.record import record
from studypack.model.dates.calendar import HistoricalDate
from studypack.sections.kit.distractors import words_in

_TELLING = 5
"""Letters of a word that says what somebody did."""


@record
class Candidate:
    """A wrong answer, and how far it is from the right one: 0 or less is near."""

    words: str
    distance: float = 0
    date: HistoricalDate | None = None
    is_believed: bool = True
    """It may stand among four: nothing beside its words tells that it is wrong, as an English name does of a Pole."""


def shared_words(one: str, two: str, language: str) -> int:
    """Return how many words that tell something two texts share."""
    return sum(len(word) >= _TELLING for word in words_in(one, language) & words_in(two, language))
