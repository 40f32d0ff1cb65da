"""The two sides of a pack: their names, headings and letters."""

from contextlib import suppress
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, ValidationError

from studypack.model.fields import DEFAULT_LANGUAGE, ContentModel, Line
from studypack.model.letters import initial


class Side(StrEnum):
    """Which of the two columns a point stands in."""

    ADVANTAGE = "advantage"
    DISADVANTAGE = "disadvantage"


SIDE_SCHEMA = {"title": "Side", "anyOf": [{"enum": [str(side) for side in Side]}, {"type": "string", "minLength": 1}]}
"""The schema of `side:`. A side may have any name that `sides:` gives it; editors suggest the words of the format."""


class SideHeading(ContentModel):
    """What a side is called, and what its points have in common."""

    name: Line
    """Stands over the points of the side."""
    says: Line | None = None
    """Printed under the name, in a few words: What drew the two powers together."""


def _named(value: object) -> object:
    """Accept a heading that is its name alone."""
    return {"name": value} if isinstance(value, str) else value


_Heading = Annotated[SideHeading, BeforeValidator(_named, json_schema_input_type=Line | SideHeading)]


class SideHeadings(ContentModel):
    """Other headings for the two columns."""

    advantage: _Heading = SideHeading(name="Advantages")
    """Over the points whose side is advantage: a name, or a name and what it says."""
    disadvantage: _Heading = SideHeading(name="Disadvantages")
    """Over the points whose side is disadvantage."""

    def of(self, side: Side) -> SideHeading:
        """Return the heading of one side."""
        return self.advantage if side is Side.ADVANTAGE else self.disadvantage

    def letters(self, language: str) -> tuple[str, str]:
        """Return the letters of the points' marks: the initials of the headings if these are letters and differ, else A
        and D.
        """
        one, two = (initial(heading.name, language) for heading in (self.advantage, self.disadvantage))
        return (one, two) if one.isalpha() and two.isalpha() and one != two else ("A", "D")


def side_names(data: dict[str, object]) -> tuple[list[tuple[str, str, str]], str]:
    """Return the word, the printed name and the letter of each side of an unvalidated content, and its language."""
    headings = SideHeadings()
    with suppress(ValidationError):
        headings = SideHeadings.model_validate(data.get("sides") or {}, by_alias=True, by_name=False)
    language = data.get("language")
    language = language if isinstance(language, str) else DEFAULT_LANGUAGE
    names = [headings.of(side).name for side in Side]
    return list(zip(Side, names, headings.letters(language), strict=True)), language
