"""The moves of an argument: what each does, what to ask of a pupil who makes it, and which notes give nothing away."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from studypack.model.content import Evaluation, Move
from studypack.model.letters import capitalise, fold_case
from studypack.model.spans import plain
from studypack.sections.kit.section import Context


@dataclass(frozen=True, slots=True)
class Known:
    """One kind of move, in words that fit any topic."""

    does: str
    """Completes "a move that …"."""
    prompt: str
    """What a pupil is to write."""
    check: str
    """What a pupil can say of an answer that has the move."""
    again: str = ""
    """The prompt where the move comes a second time."""


_KNOWN: Mapping[str, Known] = {
    "judgement": Known(
        "answers the question outright",
        "Answer the question in one sentence that the rest of your answer can prove.",
        "My first sentence answers the question.",
    ),
    "criterion": Known(
        "says what the judgement is measured by",
        "By what test will you decide? Name it, and say why it is a fair one.",
        "I say by what test I decide.",
    ),
    "evidence": Known(
        "proves a claim with a name, a date or a figure",
        "Which fact proves it best? Be precise: a name, a date, a figure.",
        "Each claim rests on a precise fact.",
        "What else proves it? Choose a fact of another kind.",
    ),
    "explanation": Known(
        "says why the evidence matters",
        "Why does that prove your point? You could begin: “This mattered because …”",
        "I say why each fact matters.",
    ),
    "consequence": Known(
        "follows an action to its result",
        "What came of it? Follow it through to a result that the question asks about.",
        "I follow causes through to their results.",
    ),
    "counter-argument": Known(
        "puts the case against, fairly",
        "What is the strongest case against you? State it fairly.",
        "I put the case against me fairly.",
        "What else could be said against you? Look from another side.",
    ),
    "weighing": Known(
        "says why one side counts for more",
        "Which side counts for more by your test, and why?",
        "I say why one side outweighs the other.",
    ),
    "conclusion": Known(
        "answers again, more exactly than before",
        "Answer the question again, more exactly than you began. Add no new facts.",
        "My last sentence sharpens my first.",
    ),
}
_SPELT_OTHERWISE: Mapping[str, str] = {"judgment": "judgement"}
_UNKNOWN_PROMPT = "Write this part of the answer in a sentence or two of your own."


def _letters(name: str) -> str:
    """What a name is known by, however it is hyphenated and capitalised."""
    return "".join(character for character in name.casefold() if character.isalpha())


_BY_LETTERS: Mapping[str, Known] = {
    **{_letters(name): known for name, known in _KNOWN.items()},
    **{_letters(other): _KNOWN[name] for other, name in _SPELT_OTHERWISE.items()},
}


def known(name: str) -> Known | None:
    """The move of that name; None for a name of the author's own."""
    return _BY_LETTERS.get(_letters(name))


def prompt_for(name: str, *, again: bool) -> str:
    """What to ask for; `again` where the answer has made that move before."""
    move = known(name)
    if move is None:
        return _UNKNOWN_PROMPT
    return (again and move.again) or move.prompt


def check_for(name: str, language: str) -> str:
    """What a pupil ticks off; for a move of the author's own, its name."""
    move = known(name)
    return move.check if move is not None else capitalise(name, language)


def evaluation_of(context: Context) -> Evaluation:
    """The evaluation of a pack that has one."""
    evaluation = context.pack.evaluation
    assert evaluation is not None
    return evaluation


def kinds_of(evaluation: Evaluation) -> list[str]:
    """Each kind of move once, in the answer's order."""
    return list(dict.fromkeys(move.move for moves in evaluation.paragraphs for move in moves))


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
