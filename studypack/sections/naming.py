"""The pack's own headings within a sentence."""

from studypack.content import Headings, Pack, Side
from studypack.letters import initial, primary_of, uncapitalized

_NOUNS = ("de", "lb")
"""Languages whose nouns have capitals."""
_OWN = Headings()
"""The headings of a pack that gives none."""


def said_within(heading: str, language: str) -> str:
    """The heading with a small first letter: advantages. Not where its first word is a name, USSR losses, or German."""
    first = heading.partition(" ")[0]
    if heading in (_OWN.advantage.name, _OWN.disadvantage.name):
        language = "en"
    if (first != "A" and not first[len(initial(first, language)) :].islower()) or primary_of(language) in _NOUNS:
        return heading
    return uncapitalized(heading, language)


def sides_say(pack: Pack) -> str:
    """What the points of each side have in common, as sentences; empty where the author says nothing of it.

    For pages on which the sides have no heads to say it under.
    """
    headings = (pack.sides.of(side) for side in Side)
    return " ".join(
        f"{each.name}: {said_within(each.says.rstrip('.'), pack.language)}." for each in headings if each.says
    )


def one_of(pack: Pack, side: Side) -> str:
    """What one point of a side is called: advantage. Empty where the author named the side, but not one of it."""
    return side.value if pack.sides.of(side).name == _OWN.of(side).name else ""
