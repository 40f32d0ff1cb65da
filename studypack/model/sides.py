"""The sides of a pack: up to four, their names, headings and letters; and how its author writes them."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Annotated, Any

from pydantic import (
    BeforeValidator,
    Discriminator,
    Field,
    Tag,
    TypeAdapter,
    ValidationError,
    WithJsonSchema,
)

from studypack.base.characters import normalise_word
from studypack.base.record import record
from studypack.base.wording import closest
from studypack.model.fields import DEFAULT_LANGUAGE, ContentModel, Line, Word, read_word
from studypack.model.letters import initial, primary_language, slugs
from studypack.model.reader import Reader
from studypack.model.source_lines import MarkupError
from studypack.model.words import Words

MOST_SIDES = 4
USUAL_LETTERS = "AD"
"""Of the usual two sides; once of any two whose names begin alike, so that contents may name points by them."""
NEUTRAL = -1
"""The number of the points on no side. It is the last of a row of five signs or colours, too."""


@record
class Side:
    """A side of a pack; or its points on no side, as one."""

    id: str
    """What stands after `side:` in the content; empty for the points on no side."""
    name: str
    """Stands over its points."""
    letter: str
    """The start of its points' marks, of one letter or two."""
    number: int
    """Its place among the sides, from 0; NEUTRAL for the points on none. Signs, colours and hatches follow it."""
    says: str = ""
    """What its points have in common."""
    within: str = ""
    """Its name in the middle of a sentence; empty if its author gave the name."""
    one: str = ""
    """What one of its points is called: Advantage; empty if its author gave the name."""

    color: str = ""
    """The code of its colour: #12395b. Empty for the points on no side, which are printed in soft ink."""
    sign: int = NEUTRAL
    """Which sign stands for it on a timeline: its number; for no side NEUTRAL, or MOST_SIDES beside four of them."""

    @property
    def is_filled(self) -> bool:
        """Return whether its signs are filled: those of every second side, from the first."""
        return self.number in (0, 2)

    @property
    def is_neutral(self) -> bool:
        """Return whether it stands for the points on no side."""
        return self.number == NEUTRAL


def _letter(value: object) -> str:
    letters = normalise_word(value) if isinstance(value, str) else ""
    if not 1 <= len(letters) <= 2 or not letters.isalpha():
        hint = "write one letter or two, like K or Ca"
        raise MarkupError("a letter for marks such as A1 cannot be this", 0, hint, len(str(value)) or 1)
    return letters


class SideHeading(ContentModel):
    """What a side is called, and what its points have in common."""

    name: Line
    """Stands over the points of the side."""
    letter: Annotated[str | None, Reader(_letter), WithJsonSchema({"type": "string", "minLength": 1})] = None
    """Begins the marks of its points: K1, K2. Without one it is the first letter of the name, or the first two."""
    says: Line | None = None
    """Printed under the name, in a few words: What drew the two powers together."""


class ListedSide(SideHeading):
    """One of up to four sides."""

    id: Word | None = None
    """What points write after `side:`; without one they write the name."""


def _named(value: object) -> object:
    """Accept a heading that is its name alone."""
    return {"name": value} if isinstance(value, str) else value


_Heading = Annotated[SideHeading, BeforeValidator(_named, json_schema_input_type=Line | SideHeading)]
_Listed = Annotated[ListedSide, BeforeValidator(_named, json_schema_input_type=Line | ListedSide)]


class SideHeadings(ContentModel):
    """Other headings for the two columns."""

    advantage: _Heading | None = None
    """Over the points whose side is advantage: a name, or a name and what it says. Advantages without one."""
    disadvantage: _Heading | None = None
    """Over the points whose side is disadvantage. Disadvantages without one."""


FORMS = ("<headings>", "<list>", "<ids>")
"""Pydantic's names for the forms of `sides:`; they stand in the places of its errors."""


def _form(value: object) -> str:
    """The form that an author means: a key that is not the name of a usual side, nor nearly one, is an id."""
    if isinstance(value, list | tuple):
        return FORMS[1]
    usual = SideHeadings.model_fields
    others = [str(key) for key in value if key not in usual] if isinstance(value, Mapping) else []
    return FORMS[2] if others and not any(closest(key, usual) for key in others) else FORMS[0]


Sides = Annotated[
    Annotated[SideHeadings, Tag(FORMS[0])]
    | Annotated[tuple[_Listed, ...], Tag(FORMS[1]), Field(min_length=1)]
    | Annotated[Mapping[Word, _Heading], Tag(FORMS[2])],
    Discriminator(_form),
]
"""The headings of the usual two sides, or one to four sides: a list, or headings by their ids."""

_SIDE_SCHEMA = {
    "title": "Side",
    "anyOf": [{"enum": list(SideHeadings.model_fields)}, {"type": "string", "minLength": 1}],
}
"""Of `side:`. A side may have any name that `sides:` gives it; editors suggest the words of the format."""


def read_side(value: object) -> str:
    """Return the word after `side:`; which sides there are is known only where the whole pack is.

    Raises PydanticCustomError if it is a list or has keys.
    """
    return normalise_word(value) if isinstance(value, str) else read_word(value)


SideWord = Annotated[str, Reader(read_side), WithJsonSchema(_SIDE_SCHEMA)]


Written = SideHeadings | Sequence[ListedSide] | Mapping[str, SideHeading]


def headings_of(written: Written) -> list[tuple[str | int, SideHeading]]:
    """Return what stands under `sides:`, each heading with its key or its place in the list, in order."""
    if isinstance(written, SideHeadings):
        return [(name, getattr(written, name)) for name in SideHeadings.model_fields if getattr(written, name)]
    return list(written.items() if isinstance(written, Mapping) else enumerate(written))


def sides_of(written: Written, language: str, say: Words) -> tuple[Side, ...]:
    """Return the sides of a pack, in order, those without a name or a letter of their own with the usual ones."""
    if isinstance(written, SideHeadings):
        headings = (written.advantage, written.disadvantage)
        sides = [_renamed(side, heading) for side, heading in zip(_usual(say), headings, strict=True)]
        spare = _first_letters(sides, language, USUAL_LETTERS)
        if primary_language(language) == "en":  # they are the letters of Advantage and Disadvantage
            spare = [side.letter or letter for side, letter in zip(sides, USUAL_LETTERS, strict=True)]
        letters = _letters(sides, language) or spare
    else:
        listed = [(str(getattr(each, "id", key) or ""), each) for key, each in headings_of(written)]
        made = iter(
            slugs((each.name for name, each in listed if not name), [name for name, _ in listed], fallback="side")
        )
        sides = [
            Side(name or next(made), each.name, each.letter or "", number, each.says or "")
            for number, (name, each) in enumerate(listed)
        ]
        letters = _letters(sides, language) or _first_letters(sides, language, "ABCD")
    return tuple(
        replace(side, letter=side.letter or letter, sign=side.number)
        for side, letter in zip(sides, letters, strict=True)
    )


def _usual(say: Words) -> tuple[Side, Side]:
    """The sides of a pack that names none."""
    return (
        Side(
            "advantage",
            say("advantages", "Advantages"),
            "",
            0,
            # Words: in the middle of a sentence
            within=say("advantages_within", "advantages"),
            # Words: before a number: Advantage 3
            one=say("advantage", "Advantage"),
        ),
        Side(
            "disadvantage",
            say("disadvantages", "Disadvantages"),
            "",
            1,
            # Words: in the middle of a sentence
            within=say("disadvantages_within", "disadvantages"),
            # Words: before a number: Disadvantage 3
            one=say("disadvantage", "Disadvantage"),
        ),
    )


def _renamed(side: Side, heading: SideHeading | None) -> Side:
    if heading is None:
        return side
    said = replace(side, says=heading.says or "", letter=heading.letter or "")
    return said if heading.name == side.name else replace(said, name=heading.name, within="", one="")


def neutral_side(sides: Sequence[Side], say: Words) -> Side:
    """Return the points on no side as a side; their letter is that of “Point”, or another that no side has."""
    taken = {side.letter for side in sides}
    name = say("points_on_no_side", "Points on no side") if sides else say("points_alone", "Points")
    one = say("point", "Point")
    first = initial(one, say.language)
    letter = next(letter for letter in (first, "P", "N", "X", "Y", "Z") if letter.isalpha() and letter not in taken)
    sign = NEUTRAL if len(sides) < MOST_SIDES else MOST_SIDES
    return Side("", name, letter, NEUTRAL, one=one, sign=sign)


def _letters(sides: Sequence[Side], language: str) -> Sequence[str]:
    """The letters given, and the first ones of other names; empty if one is no letter, or two are the same."""
    found = [side.letter or initial(side.name, language) for side in sides]
    return found if all(map(str.isalpha, found)) and len(set(found)) == len(found) else ()


_ARTICLE = re.compile(r"(?:the|an?|l[aeo]s?|el|un[ae]?|der|die|das|de|het|il|gli|i|os?|as?)\s+|l['’]", re.IGNORECASE)


def _first_letters(sides: Sequence[Side], language: str, otherwise: str) -> Sequence[str]:
    """The first letters of names that begin with one letter: without their articles (Le vent: V), the first two of each
    (Ca, Co), or the letters of `otherwise` that are free.
    """
    bare = [_ARTICLE.sub("", side.name, count=1) if _ARTICLE.match(side.name) else side.name for side in sides]
    for found in (
        [side.letter or initial(name, language) for side, name in zip(sides, bare, strict=True)],
        [side.letter or name[:2].capitalize() for side, name in zip(sides, bare, strict=True)],
    ):
        if all(map(str.isalpha, found)) and len(set(found)) == len(found):
            return found
    taken = {side.letter for side in sides}
    free = iter([letter for letter in f"{otherwise}WXYZ" if letter not in taken])
    return [side.letter or next(free) for side in sides]


def raw_sides(data: Mapping[str, object]) -> tuple[tuple[Side, ...], str]:
    """Return the sides of an unvalidated content, as far as they can be read, then its points on no side as one, and
    its language.
    """
    language, own, written = data.get("language"), data.get("words"), SideHeadings()
    language = language if isinstance(language, str) else DEFAULT_LANGUAGE
    said = {key: words for key, words in own.items() if isinstance(words, str)} if isinstance(own, dict) else {}
    with suppress(ValidationError):
        written = _WRITTEN.validate_python(data.get("sides") or {}, by_alias=True, by_name=False)
    say = Words(language, said)
    sides = sides_of(written, language, say)
    return (*sides, neutral_side(sides, say)), language


_WRITTEN: TypeAdapter[Any] = TypeAdapter(Sides)
