"""Find names that are probably misspelt: they are nearly the same as another name of the pack."""

import re
from collections import Counter
from collections.abc import Collection, Iterable

from studypack.model.letters import edit_distance, fold_case
from studypack.model.sentences import sentence_starts

SHORTEST = 6
"""The least letters of a name that is compared; shorter names are often similar to another: Lenin and Benin."""
_LONG = 10
"""The letters from which two differing letters are still a misspelling."""
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_ENDINGS = (
    "a", "y", "s", "n", "an", "ans", "es", "ed", "er", "ers", "ic", "ics", "ing", "ings", "ian", "ians", "ese",
    "ies", "ied", "ik", "iks", "ish", "ism", "isms", "ist", "ists", "ization", "isation",
)  # fmt: skip
"""The endings of plurals, adjectives, -isms and followers of a name: Germany, Germans; Bolshevism, Bolsheviks."""


def names_in(text: str) -> list[str]:
    """Return the capitalised words of a text, without possessive endings and without the first words of sentences."""
    found = []
    opening = set(sentence_starts(text))
    for match in _WORD.finditer(text):
        if match.start() in opening:
            continue
        word = re.sub("['’]s?$", "", match.group())
        if len(word) >= SHORTEST and word[0].isupper() and not word.isupper():
            found.append(word)
    return found


def find_misspelt(names: Iterable[str], known: Collection[str], language: str = "en") -> dict[str, str]:
    """Return each name that is probably misspelt, with its probable spelling.

    A spelling is right if it is `known` (from the glossary or the people), or at least three times as frequent as the
    other. Plurals, adjectives and -isms of a name are not misspellings.
    """
    counts = Counter(names)
    certain = set(known)
    models = [name for name in {*counts, *certain} if name in certain or counts[name] >= 3]
    by_start: dict[str, list[str]] = {}
    for model in sorted(models, key=lambda name: (-counts[name], name)):
        by_start.setdefault(model[0], []).append(model)
    found = {}
    for name, count in counts.items():
        if name in certain or count > 2:
            continue
        for model in by_start.get(name[0], ()):
            if (model in certain or counts[model] >= 3 * count) and _is_misspelling(name, model, language):
                found[name] = model
                break
    return found


def _is_misspelling(name: str, model: str, language: str) -> bool:
    one, two = fold_case(name, language), fold_case(model, language)
    if one == two or abs(len(one) - len(two)) > 2 or min(len(one), len(two)) < SHORTEST:
        return False
    if one.startswith(two) or two.startswith(one) or _stems(one) & _stems(two):
        return False
    return edit_distance(one, two) <= (2 if min(len(one), len(two)) >= _LONG else 1)


def _stems(word: str) -> set[str]:
    """What may be left of a word without an ending."""
    return {word} | {word[: -len(ending)] for ending in _ENDINGS if word.endswith(ending)}
