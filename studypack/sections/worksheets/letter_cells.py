"""What a gap shows of its answer, letter by letter: rules to write on, and what is printed among them."""

import unicodedata
from collections.abc import Iterator

from studypack.base.record import record


@record
class LetterCell:
    """One character of an answer as a sheet shows it."""

    shown: str = ""
    """What is printed: a first letter, or a hyphen; nothing where the pupil is to write."""
    ruled: bool = True
    """Has a rule to write on, or to stand on."""


def words_of(answer: str) -> list[str]:
    """The words of an answer; what no break may part is two words all the same."""
    return answer.split() or [answer]


def first_letter(word: str) -> str:
    """The letter that the word begins with, its accents too; nothing for a figure or a word of one letter alone.

    So a first letter never is the whole word. Quotation marks and brackets before it are left out.
    """
    letters = [character for character in _characters(word) if character[0].isalnum()]
    return letters[0] if len(letters) > 1 and not counted(word) else ""


def counted(word: str) -> bool:
    """A number, of which no figure is told but how many there are: the first figure of a year says nothing."""
    return any(character.isdigit() for character in word)


def only_signs(word: str) -> bool:
    """Has neither letter nor figure: +, &, %."""
    return not any(character.isalnum() for character in word)


def cells(word: str, *, lettered: bool) -> tuple[LetterCell, ...]:
    """A rule for each letter and figure; what is neither is printed: hyphens, apostrophes, £ and +.

    A word of signs alone has a rule for each: printed, they would be the answer.

    `lettered` prints the first letter, where `first_letter` gives one.
    """
    characters = list(_characters(word))
    if only_signs(word):
        return tuple(LetterCell() for _ in characters)
    begun = first_letter(word) if lettered else ""
    made = []
    for character in characters:
        if begun and character[0].isalnum():
            made.append(LetterCell(begun))
            begun = ""
        else:
            made.append(LetterCell() if character[0].isalnum() else LetterCell(character, ruled=False))
    return tuple(made)


def _characters(word: str) -> Iterator[str]:
    """Each with the accents that follow it."""
    held = ""
    for character in word:
        if held and not unicodedata.category(character).startswith("M"):
            yield held
            held = ""
        held += character
    if held:
        yield held
