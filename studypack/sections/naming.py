"""The pack's own headings within a sentence."""


def said_within(heading: str) -> str:
    """The heading with a small first letter, unless its first word is a name: advantages, but USSR losses."""
    first = heading.partition(" ")[0]
    if first != "A" and not first[1:].islower():
        return heading
    return heading[:1].lower() + heading[1:]
