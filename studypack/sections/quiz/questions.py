"""The questions of a quiz: which, in which order, and where the right one of four answers stands."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial

from studypack.base.record import record
from studypack.model.content import Pack
from studypack.model.modes import QuizMode
from studypack.model.options import Options
from studypack.sections.kit.alternatives import alternatives
from studypack.sections.kit.fitting import mixed, short_code
from studypack.sections.kit.meanings import meanings
from studypack.sections.kit.recall import Recall, RecallKind, begins_as_another, recalls
from studypack.sections.kit.telling import tells

LETTERS = "ABCD"
"""Of the answers to choose from."""
_LONG = 120
"""Characters of a question that is asked only where there are not enough shorter ones."""


@record
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
    waiting = waiting_in(pack, seed, asked=(*recalls(pack), *meanings(pack)))
    half = 0 if mode is QuizMode.SHORT else count if mode is QuizMode.CHOICE else count // 2
    choices = list[Recall]()

    def has_enough(recall: Recall, *, apart: bool) -> bool:
        return bool(_offered(pack, seed, [*choices, recall], [], apart=apart))

    for apart in (True, False):
        take(pack.language, choices, waiting, half, partial(has_enough, apart=apart))
    # Where nothing is to be chosen from, all is to be written: `mode_lacks` tells that to who asks for it.
    written = [] if choices and mode is QuizMode.CHOICE else _written(pack, seed, choices, waiting, count)
    offered = _offered(pack, seed, choices, written)
    order = mixed([*choices, *written], lambda each: each.key, seed, pack.digest, "quiz")
    letters = iter(_letters(len(choices), seed, pack.digest))
    return tuple(
        Question(number, each, _in_order(each.answer, offered[each.key], next(letters)) if each in choices else ())
        for number, each in enumerate(order, start=1)
    )


def _written(pack: Pack, seed: int, choices: list[Recall], waiting: Sequence[Recall], count: int) -> list[Recall]:
    """Return as much to be written as there is room for beside what is to be chosen: rather what nobody could choose.

    An answer to be written is no wrong answer elsewhere, so it leaves enough of them.
    """
    chosen = list(choices)

    def leaves_enough(recall: Recall) -> bool:
        return not choices or bool(_offered(pack, seed, choices, [*chosen[len(choices) :], recall]))

    rest = [each for each in waiting if each not in choices and each.kind is not RecallKind.MEANING]
    if choices:
        # Half of it are gaps, which nobody can choose, and which are short.
        gaps = (each for each in rest if each.kind is RecallKind.GAP and not alternatives(pack, each, seed))
        take(pack.language, chosen, gaps, (count + len(choices) + 1) // 2, leaves_enough)
        take(pack.language, chosen, (each for each in rest if not alternatives(pack, each, seed)), count, leaves_enough)
    take(pack.language, chosen, rest, count, leaves_enough)
    return chosen[len(choices) :]


def _offered(
    pack: Pack, seed: int, choices: Sequence[Recall], written: Sequence[Recall], *, apart: bool = False
) -> Mapping[str, tuple[str, ...]]:
    """Return three wrong answers for each that is to be chosen, by its key; nothing if one has not as many.

    None is the answer to one of the others, or, where there are not enough, to one that is to be written. A meaning is
    wrong twice on the sheet at most. With `apart` there have to be enough.
    """
    offered = dict[str, tuple[str, ...]]()
    shown = list[str]()
    for recall in choices:
        others = [each for each in (*choices, *written) if each is not recall]
        is_meaning = recall.kind is RecallKind.MEANING
        wrong = alternatives(pack, recall, seed, others, shown)
        if not wrong and not apart:
            twice = [each for each in shown if shown.count(each) > 1]
            wrong = alternatives(pack, recall, seed, others if is_meaning else written, twice)
        if not wrong:
            return {}
        offered[recall.key] = wrong
        shown += wrong if is_meaning else ()
    return offered


def written_questions(pack: Pack, count: int, *salt: object) -> tuple[Question, ...]:
    """Return up to so many questions to be answered in writing, their kinds by turns; the first ones stay the first.

    None tells the answer of another one. With another `salt` they are others.
    """
    chosen = list[Recall]()
    take(pack.language, chosen, waiting_in(pack, *salt), count)
    return tuple(Question(number, recall) for number, recall in enumerate(chosen, start=1))


def waiting_in(pack: Pack, *salt: object, asked: Sequence[Recall] = ()) -> list[Recall]:
    """Return what can be asked of a pack, one of each kind after the other, and what is long last.

    That is all that can be answered in writing, if `asked` does not tell. With another `salt` it is in another order.
    """
    told = [each for each in asked or recalls(pack) if not begins_as_another(pack, each)]
    return sorted(_by_turns(told, *salt, pack.digest), key=_is_long)


def _is_long(recall: Recall) -> bool:
    return len(recall.asked) > _LONG


def _by_turns(asked: Sequence[Recall], *salt: object) -> Iterator[Recall]:
    """Questions, one of each kind after the other."""
    kinds = [
        iter(mixed((each for each in asked if each.kind is kind), lambda each: each.key, *salt))
        for kind in mixed(RecallKind, lambda kind: kind.name, *salt)
    ]
    while kinds:
        for kind in list(kinds):
            if (recall := next(kind, None)) is not None:
                yield recall
            else:
                kinds.remove(kind)


def take(
    language: str,
    chosen: list[Recall],
    waiting: Iterable[Recall],
    count: int,
    fits: Callable[[Recall], bool] = lambda recall: True,
) -> None:
    """Add to the chosen ones until there are so many; none that tells another's answer, or is told by another."""
    for recall in waiting if len(chosen) < count else ():
        if not any(tell_each_other(recall, each, language) for each in chosen) and fits(recall):
            chosen.append(recall)
        if len(chosen) == count:
            return


def tell_each_other(one: Recall, two: Recall, language: str) -> bool:
    """Return whether a question, or its answer, tells the answer of another one."""
    return any(
        asked.told_by(_said(other), language)
        or (asked.kind is not RecallKind.MEANING and tells(asked.answers, other.answer, language))
        or (asked.kind is RecallKind.MEANING and tells((asked.asked,), _said(other), language))
        or (asked.kind is RecallKind.DATE and asked.asked == other.topic and any(map(str.isdigit, other.answer)))
        for asked, other in ((one, two), (two, one))
    )


def _said(recall: Recall) -> str:
    """What a question says, printed and by ear; of a meaning that is to be chosen, that as well."""
    shown = (recall.answer,) if recall.kind is RecallKind.MEANING else ()
    return " . ".join(dict.fromkeys((recall.topic, recall.asked, recall.heard, *shown)))


def _letters(count: int, seed: int, digest: str) -> list[str]:
    """So many letters, each as often as the others, in an order that tells nothing."""
    order = mixed(LETTERS, str, seed, digest, "letters")
    numbered = [(number, order[number % len(order)]) for number in range(count)]
    return [letter for _, letter in mixed(numbered, lambda each: each[0], seed, digest, "places")]


def _in_order(answer: str, wrong: Sequence[str], letter: str) -> tuple[str, ...]:
    """The right answer at its letter, among the wrong ones."""
    place = LETTERS.index(letter)
    return (*wrong[:place], answer, *wrong[place:])
