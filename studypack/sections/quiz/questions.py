"""The questions of a quiz: which, in which order, and where the right one of four answers stands."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from studypack.model.content import Pack
from studypack.model.modes import QuizMode
from studypack.model.options import Options
from studypack.sections.kit.alternatives import alternatives
from studypack.sections.kit.fitting import mixed, short_code
from studypack.sections.kit.recall import Recall, RecallKind, recalls
from studypack.sections.kit.telling import tells

LETTERS = "ABCD"
"""Of the answers to choose from."""
_LONG = 160
"""Characters of a question that is asked only where there are not enough shorter ones."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a quiz, under its number."""

    number: int
    recall: Recall
    options: tuple[str, ...] = ()
    """The answers to choose from, in the order of their letters; empty where it is to be written."""

    @property
    def letter(self) -> str:
        """The letter of the right answer; empty where it is to be written."""
        return LETTERS[self.options.index(self.recall.answer)] if self.options else ""


def questions_of(pack: Pack, options: Options) -> tuple[Question, ...]:
    """Return as many questions as are asked for, or all that the pack has; another seed has others.

    None tells the answer of another one.
    """
    return _questions(pack, options.seed, options.quiz.of, options.quiz.mode)


def code_of(pack: Pack, options: Options) -> str:
    """Return the code that a quiz and its answers share: four hexadecimal digits, from all that it asks and offers."""
    asked = [(each.recall.asked, *each.options) for each in questions_of(pack, options)]
    return short_code(options.seed, pack.digest, asked)


@lru_cache(32)
def _questions(pack: Pack, seed: int, count: int, mode: QuizMode) -> tuple[Question, ...]:
    waiting = waiting_in(pack, seed)
    half = 0 if mode is QuizMode.SHORT else count if mode is QuizMode.CHOICE else count // 2
    choices = list[Recall]()
    take(pack.language, choices, (each for each in waiting if alternatives(pack, each, seed)), half)
    # Where nothing is to be chosen from, all is to be written: `mode_lacks` tells that to who asks for it.
    chosen = choices if choices and mode is QuizMode.CHOICE else _with_written(pack, seed, choices, waiting, count)
    written = [each for each in chosen if each not in choices]
    asked = [
        (each, (_wrong(pack, seed, each, chosen) or _wrong(pack, seed, each, written)) if each in choices else ())
        for each in chosen
    ]
    order = mixed(asked, lambda each: each[0].key, seed, pack.digest, "quiz")
    letters = iter(_letters(sum(bool(wrong) for _, wrong in order), seed, pack.digest))
    return tuple(
        Question(number, recall, _in_order(recall.answer, wrong, next(letters)) if wrong else ())
        for number, (recall, wrong) in enumerate(order, start=1)
    )


def _with_written(
    pack: Pack, seed: int, choices: Sequence[Recall], waiting: Sequence[Recall], count: int
) -> list[Recall]:
    """Return what is to be chosen, and as much more to be written: rather what nobody could choose.

    An answer to be written is no wrong answer elsewhere: as long as there are others, it leaves enough of them.
    """
    chosen = list(choices)

    def leaves_options(recall: Recall) -> bool:
        written = [recall, *(each for each in chosen if each not in choices)]
        return all(_wrong(pack, seed, each, written) for each in choices if each.kind is recall.kind)

    rest = [each for each in waiting if each not in choices]
    if choices:
        fit = (each for each in rest if not alternatives(pack, each, seed) and leaves_options(each))
        take(pack.language, chosen, fit, count)
        take(pack.language, chosen, (each for each in rest if leaves_options(each)), count)
    take(pack.language, chosen, rest, count)
    return chosen


def written_questions(pack: Pack, count: int, *salt: object) -> tuple[Question, ...]:
    """Return up to so many questions to be answered in writing, their kinds by turns; the first ones stay the first.

    None tells the answer of another one. With another `salt` they are others.
    """
    chosen = list[Recall]()
    take(pack.language, chosen, waiting_in(pack, *salt), count)
    return tuple(Question(number, recall) for number, recall in enumerate(chosen, start=1))


def waiting_in(pack: Pack, *salt: object) -> list[Recall]:
    """Return all that can be asked of a pack, one of each kind after the other, and what is long last.

    With another `salt` it is in another order.
    """
    return sorted(_by_turns(pack, *salt, pack.digest), key=_is_long)


def _is_long(recall: Recall) -> bool:
    return len(recall.asked) > _LONG


def _by_turns(pack: Pack, *salt: object) -> Iterator[Recall]:
    """All that can be asked, one of each kind after the other."""
    kinds = [
        iter(mixed((each for each in recalls(pack) if each.kind is kind), lambda each: each.key, *salt))
        for kind in mixed(RecallKind, lambda kind: kind.name, *salt)
    ]
    while kinds:
        for kind in list(kinds):
            if (recall := next(kind, None)) is not None:
                yield recall
            else:
                kinds.remove(kind)


def take(language: str, chosen: list[Recall], waiting: Iterable[Recall], count: int) -> None:
    """Add to the chosen ones until there are so many; none that tells another's answer, or is told by another."""
    for recall in waiting if len(chosen) < count else ():
        if not any(tell_each_other(recall, each, language) for each in chosen):
            chosen.append(recall)
        if len(chosen) == count:
            return


def tell_each_other(one: Recall, two: Recall, language: str) -> bool:
    """Return whether a question, or its answer, tells the answer of another one."""
    return (
        one.told_by(_shown(two), language)
        or two.told_by(_shown(one), language)
        or tells(one.answers, two.answer, language)
        or tells(two.answers, one.answer, language)
    )


def _shown(recall: Recall) -> str:
    """What a question says, printed and by ear."""
    return " . ".join(dict.fromkeys((recall.topic, recall.asked, recall.heard)))


def _wrong(pack: Pack, seed: int, recall: Recall, chosen: Sequence[Recall]) -> tuple[str, ...]:
    """Three wrong answers, none of which is the answer to one of the others."""
    return alternatives(
        pack, recall, seed, [answer for each in chosen if each is not recall for answer in each.answers]
    )


def _letters(count: int, seed: int, digest: str) -> list[str]:
    """So many letters, each as often as the others, in an order that tells nothing."""
    order = mixed(LETTERS, str, seed, digest, "letters")
    numbered = [(number, order[number % len(order)]) for number in range(count)]
    return [letter for _, letter in mixed(numbered, lambda each: each[0], seed, digest, "places")]


def _in_order(answer: str, wrong: Sequence[str], letter: str) -> tuple[str, ...]:
    """The right answer at its letter, among the wrong ones."""
    place = LETTERS.index(letter)
    return (*wrong[:place], answer, *wrong[place:])
