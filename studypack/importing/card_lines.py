"""Lines that are cards: a question with its answer, a term with its meaning, a name with a role."""

import re
from collections.abc import Sequence
from dataclasses import replace

from studypack.importing.notes import Kind, NoteLine
from studypack.importing.outline import Card
from studypack.importing.side_words import Part

_QUESTION = re.compile(
    r"(?:q(?:uestion)?\s?\d{0,2}\s?[:.)]\s*)(?P<front>\S.*?)(?:\s+a(?:nswer)?\s?\d{0,2}\s?[:.)]\s*(?P<back>\S.*))?",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"a(?:ns(?:wer)?)?\s?\d{0,2}\s?[:.)]\s*(?P<back>\S.*)", re.IGNORECASE)
_ASKED = re.compile(r"(?P<front>[^?]{3,300}\?)\W*\s(?P<back>\S.*)")
_ASKING = re.compile(r"(?:what|when|who|whose|whom|why|how|which|where|name|give)\b", re.IGNORECASE)
_MEANS = re.compile(r"(?P<front>.{1,80}?)(?:\s?(?:=|:)\s+|\s[-–—]+\s|\s->\s)(?P<back>\S.*)")
_TERM = re.compile(r"[^\d=]{1,40}(?<=\w)\s=\s[^\d=][^=]+")
_FEWEST_ASKED = 3
"""Headings that are questions; of fewer each is a theme."""
CARDS = (Part.CARDS, Part.TERMS, Part.PEOPLE)
"""The parts of notes whose lines are cards."""


def may_be_card(line: NoteLine) -> bool:
    """Return whether a line outside of lists of questions and terms is a question: Q: …"""
    return _QUESTION.match(line.words) is not None


def asks_in_heading(line: NoteLine) -> bool:
    """Return whether a heading is a question, as programs for flashcards take them: What is inertia??"""
    return line.words.endswith("?")


def often_asked(headings: Sequence[NoteLine]) -> bool:
    """Return whether notes ask in their headings, and answer under them."""
    asked = sum(map(asks_in_heading, headings))
    return asked >= _FEWEST_ASKED and 2 * asked >= len(headings)


def find_terms(lines: Sequence[NoteLine]) -> set[NoteLine]:
    """Return the paragraphs that explain a term, Current = flow of charge, where several stand under each other."""
    found = [line.kind is Kind.PARAGRAPH and _TERM.fullmatch(line.words) is not None for line in lines]
    around = zip([False, *found], found, [*found[1:], False], lines, strict=False)
    return {line for before, here, after, line in around if here and (before or after)}


def is_quiz(lines: Sequence[NoteLine]) -> bool:
    """Return whether at least half of some lines are questions and answers."""
    asking = sum(_asks_and_tells(line) or may_be_card(line) or bool(answer_in(line.words)) for line in lines)
    asking += 2 * _asked_above(lines)
    return asking > 1 and 2 * asking >= len([line for line in lines if line.kind is not Kind.HEADING]) - 1


def _asked_above(lines: Sequence[NoteLine]) -> int:
    """How many questions have their answer on the next line, and no more than that under them."""
    texts = [line for line in lines[1:] if line.kind in (Kind.PARAGRAPH, Kind.ITEM)]
    asks = [*(line.words.endswith("?") for line in texts), True]
    return sum(one and not answer and other for one, answer, other in zip(asks, asks[1:], asks[2:], strict=False))


def _asks_and_tells(line: NoteLine) -> bool:
    """Whether a line is a question with its answer after it."""
    found = _ASKED.fullmatch(line.words)
    return found is not None and _ASKING.match(found["front"]) is not None


def answer_in(words: str) -> str:
    """Return the answer that a line gives to the question above it, A: …; empty if it gives none."""
    found = _ANSWER.match(words)
    return found["back"] if found else ""


def card_in(words: str, part: Part) -> tuple[str, str] | None:
    """Return the two texts of a line: a question and its answer, empty if it has none, or a term and its meaning.

    None if the line has but one text.
    """
    if part in (Part.TERMS, Part.PEOPLE):
        found = _MEANS.fullmatch(words)
    else:
        found = _QUESTION.fullmatch(words) or _ASKED.fullmatch(words) or _MEANS.fullmatch(words)
        if not found and words.endswith("?"):
            return words, ""
    return (found["front"], found["back"] or "") if found else None


def with_answer(card: Card, line: NoteLine) -> Card:
    """Return the card of a heading that asks with one more line that stands under it."""
    text = line.text
    if line.kind is Kind.ITEM:
        text = f"{line.label if any(map(str.isalnum, line.label)) else '•'} {text}"
    return replace(card, back=f"{card.back} {text}".strip(), original=(*card.original, line.typed))


def with_more(card: Card, line: NoteLine, part: Part | None, *, follows: bool) -> Card | None:
    """Return a card with the answer that a line gives, or with more of it; None if the line is no part of the card.

    `follows` says that the line stands right under one of a quiz; `part` is what the heading over it names.
    """
    if not card.back and not line.words.endswith("?"):
        answer = answer_in(line.words) or (line.words if part is Part.CARDS else "")
        return replace(card, back=answer) if answer else None
    is_own = may_be_card(line) or bool(answer_in(line.words)) or card_in(line.words, Part.CARDS) is not None
    goes_on = follows and line.kind is Kind.PARAGRAPH and not is_own
    return replace(card, back=f"{card.back} {line.text}") if goes_on else None
