"""The moves of an argument: what each does, what to ask of a pupil who makes it, and which notes give nothing away."""

import re
from collections.abc import Mapping
from enum import Enum
from functools import lru_cache

from studypack.base.record import record
from studypack.model.content import Pack
from studypack.model.letters import capitalise, fold_case
from studypack.model.parts import Evaluation, Move
from studypack.model.spans import plain
from studypack.model.words import Words
from studypack.sections.kit.section import Context


@record
class Known:
    """One kind of move, in words that fit any topic."""

    name: str
    """As it is printed, with a small letter."""
    does: str
    """Completes "a move that …"."""
    prompt: str
    """What a pupil is to write."""
    check: str
    """What a pupil can say of an answer that has the move."""
    again: str = ""
    """The prompt where the move comes a second time."""


class Family(Enum):
    """What a move does in an argument."""

    ANSWER = "answers the question"
    PROOF = "proves the answer"
    OTHER_SIDE = "weighs the other side"
    OWN = "a name of the author's own"


_FAMILIES: Mapping[str, Family] = {
    **dict.fromkeys(("judgement", "criterion", "conclusion"), Family.ANSWER),
    **dict.fromkeys(("evidence", "explanation", "consequence"), Family.PROOF),
    **dict.fromkeys(("counter-argument", "weighing"), Family.OTHER_SIDE),
}
"""By the English name of a move."""


def _known(say: Words) -> Mapping[str, Known]:
    """Every kind by the English word that an author may type in any language. What a move does follows its name."""
    return {
        "judgement": Known(
            # Words: kind of sentence in an essay; so are the words that follow, up to "conclusion".
            say("judgement", "judgement"),
            # Words: after the name of this kind of sentence: "Judgement: answers …"; so with the other kinds.
            say("judgement_does", "answers the question outright"),
            say("judgement_prompt", "Answer the question in one sentence that the rest of your answer can prove."),
            # Words: a pupil ticks it if it is true of the own answer; so with the other kinds.
            say("judgement_check", "My first sentence answers the question."),
        ),
        "criterion": Known(
            say("criterion", "criterion"),
            say("criterion_does", "says what the judgement is measured by"),
            say("criterion_prompt", "By what test will you decide? Name it, and say why it is a fair one."),
            say("criterion_check", "I say by what test I decide."),
        ),
        "evidence": Known(
            say("evidence", "evidence"),
            say("evidence_does", "proves a claim with a name, a date or a figure"),
            say("evidence_prompt", "Which fact proves it best? Be precise: a name, a date, a figure."),
            say("evidence_check", "Each claim rests on a precise fact."),
            say("evidence_again", "What else proves it? Choose a fact of another kind."),
        ),
        "explanation": Known(
            say("explanation", "explanation"),
            say("explanation_does", "says why the evidence matters"),
            say("explanation_prompt", "Why does that prove your point? You could begin: “This mattered because …”"),
            say("explanation_check", "I say why each fact matters."),
        ),
        "consequence": Known(
            say("consequence", "consequence"),
            say("consequence_does", "follows an action to its result"),
            say(
                "consequence_prompt",
                "What came of it? Follow it through to a result that the question asks about.",
            ),
            say("consequence_check", "I follow causes through to their results."),
        ),
        "counter-argument": Known(
            say("counter_argument", "counter-argument"),
            say("counter_argument_does", "puts the case against, fairly"),
            say("counter_argument_prompt", "What is the strongest case against you? State it fairly."),
            say("counter_argument_check", "I put the case against me fairly."),
            say("counter_argument_again", "What else could be said against you? Look from another side."),
        ),
        "weighing": Known(
            say("weighing", "weighing"),
            say("weighing_does", "says why one side counts for more"),
            say("weighing_prompt", "Which side counts for more by your test, and why?"),
            say("weighing_check", "I say why one side outweighs the other."),
        ),
        "conclusion": Known(
            say("conclusion", "conclusion"),
            say("conclusion_does", "answers again, more exactly than before"),
            say(
                "conclusion_prompt",
                "Answer the question again, more exactly than you began. Add no new facts.",
            ),
            say("conclusion_check", "My last sentence sharpens my first."),
        ),
    }


_SPELT_OTHERWISE: Mapping[str, str] = {"judgment": "judgement"}


def _letters(name: str) -> str:
    """What a name is known by, however it is hyphenated and capitalised."""
    return "".join(character for character in name.casefold() if character.isalpha())


@lru_cache(maxsize=8)
def _by_letters(say: Words) -> Mapping[str, Known]:
    kinds = _known(say)
    return {
        **{_letters(known.name): known for known in kinds.values()},
        **{_letters(english): known for english, known in kinds.items()},
        **{_letters(other): kinds[english] for other, english in _SPELT_OTHERWISE.items()},
    }


def family_of(name: str, pack: Pack) -> Family:
    """Return what a move of that name does in an argument, named in English or as it is printed."""
    move = known(name, pack)
    return next((_FAMILIES[english] for english, each in _known(pack.say).items() if each == move), Family.OWN)


def moves_in_english() -> Mapping[str, str]:
    """Return what each move does by its English name, which authors may use in any language."""
    return {name: move.does for name, move in _known(Words("en", {})).items()}


def known(name: str, pack: Pack) -> Known | None:
    """The move of that name, in English or as it is printed; None for a name of the author's own."""
    return _by_letters(pack.say).get(_letters(name))


def move_name(name: str, pack: Pack) -> str:
    """The name of a move as it is printed: as it was typed, or in the pack's language where it was typed in English."""
    move, typed = known(name, pack), _letters(name)
    if move is None or _letters(move.name) == _SPELT_OTHERWISE.get(typed, typed):
        return name
    return move.name


def prompt_for(name: str, pack: Pack, *, again: bool) -> str:
    """What to ask for; `again` where the answer has made that move before."""
    move = known(name, pack)
    if move is None:
        # Words: under the name of a move that is the author's own.
        return pack.say("other_move_prompt", "Write this part of the answer in a sentence or two of your own.")
    return (again and move.again) or move.prompt


def check_for(name: str, pack: Pack) -> str:
    """What a pupil ticks off; for a move of the author's own, its name."""
    move = known(name, pack)
    return move.check if move is not None else capitalise(name, pack.language)


def evaluation_of(context: Context) -> Evaluation:
    """The evaluation of a pack that has one."""
    evaluation = context.pack.evaluation
    assert evaluation is not None
    return evaluation


def kinds_of(context: Context) -> list[str]:
    """Each kind of move once, in the answer's order."""
    names = (move.move for moves in evaluation_of(context).paragraphs for move in moves)
    return list(dict.fromkeys(move_name(name, context.pack) for name in names))


_WORD = re.compile(r"[^\W_]+")
_LONGEST = 300
"""Characters; a longer note tells more than a hint should."""
_TELLING = 5
"""Letters; shorter words tell nothing, unless they are names or numbers."""
_STEM = 6
"""Letters by which words are compared: negotiate, negotiators."""
_COMMON = re.compile(
    "about|after|again|against|although|among|another|because|been|before|being|between|both|but|could|does|every|"
    "first|from|have|however|more|most|much|nor|not|only|other|rather|should|since|some|still|such|than|that|the|"
    "their|them|then|there|these|they|this|those|though|through|under|until|what|when|where|whether|which|while|"
    "whose|with|within|without|would|yet"
)


def may_hint(move: Move, language: str = "en") -> bool:
    """Whether the move's note may stand on a pupil's sheet: it shares no telling word with the move's text."""
    note = plain(move.note)
    return 0 < len(note) <= _LONGEST and not _telling(note, language) & _telling(plain(move.text), language)


def _telling(text: str, language: str) -> set[str]:
    """The words that name what a sentence is about: longer words, names and numbers, by their stems."""
    words = (word for word in _WORD.findall(text) if not _COMMON.fullmatch(word.lower()))
    return {
        fold_case(word, language)[:_STEM]
        for word in words
        if len(word) >= _TELLING or word[0].isupper() or any(character.isdigit() for character in word)
    }
