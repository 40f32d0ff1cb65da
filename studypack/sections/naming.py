"""The pack's own headings within a sentence."""

from studypack.content import Headings, Pack, Side
from studypack.letters import uncapitalized
from studypack.markup import plain
from studypack.sentences import Capitals
from studypack.texts import values

_OWN = Headings()
"""The headings of a pack that gives none."""


def said_within(pack: Pack, side: Side) -> str:
    """The heading of a side in the middle of a sentence: advantages.

    A heading of the author's keeps its capital, unless the pack itself has its first word with a small letter: nothing
    else tells Hopes from Macbeth.
    """
    heading = pack.sides.of(side).name
    if heading == _OWN.of(side).name:
        return uncapitalized(heading, "en")
    texts = (value if isinstance(value, str) else plain(value) for path, value in values(pack) if path[0] != "sides")
    return Capitals(texts, pack.language).within(heading) or heading


def sides_say(pack: Pack) -> str:
    """What the points of each side have in common, as sentences; empty where the author says nothing of it.

    For pages on which the sides have no heads to say it under.
    """
    headings = (pack.sides.of(side) for side in Side)
    return " ".join(f"{each.name}: {each.says.rstrip('.')}." for each in headings if each.says)


def one_of(pack: Pack, side: Side) -> str:
    """What one point of a side is called: advantage. Empty where the author named the side, but not one of it."""
    return side.value if pack.sides.of(side).name == _OWN.of(side).name else ""
