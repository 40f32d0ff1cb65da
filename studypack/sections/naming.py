"""The pack's own headings within a sentence."""

from studypack.content import Headings, Pack, Side

_OWN = Headings()
"""The headings of a pack that gives none."""


def said_within(heading: str) -> str:
    """The heading with a small first letter, unless its first word is a name: advantages, but USSR losses."""
    first = heading.partition(" ")[0]
    if first != "A" and not first[1:].islower():
        return heading
    return heading[:1].lower() + heading[1:]


def sides_say(pack: Pack) -> str:
    """What the points of each side have in common, as sentences; empty where the author says nothing of it.

    For pages on which the sides have no heads to say it under.
    """
    headings = (pack.sides.of(side) for side in Side)
    return " ".join(f"{each.name}: {said_within(each.says.rstrip('.'))}." for each in headings if each.says)


def one_of(pack: Pack, side: Side) -> str:
    """What one point of a side is called: advantage. Empty where the author named the side, but not one of it."""
    return side.value if pack.sides.of(side).name == _OWN.of(side).name else ""
