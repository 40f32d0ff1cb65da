"""Events out of their order, under letters: the same for one pack and seed, on every machine."""

from collections.abc import Sequence

from studypack.content import Pack
from studypack.options import Options
from studypack.sections import mixing
from studypack.sections.timeline.dated import Dated

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
LETTERS = len(_ALPHABET)
"""From here on two are needed."""


def mixed(pack: Pack, options: Options, items: Sequence[Dated]) -> list[tuple[str, Dated]]:
    """The dates in an order of their own for each pack and seed, each under the letter that it is printed with."""
    order = mixing.mixed(items, f"{options.seed} {pack.digest}", lambda item: item.number)
    return [(letter(number), item) for number, item in enumerate(order)]


def letter(number: int) -> str:
    """A to Z, then AA to AZ, BA …; from 0."""
    above, own = divmod(number, LETTERS)
    return (letter(above - 1) if above else "") + _ALPHABET[own]
