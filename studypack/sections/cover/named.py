"""The few dates that a cover names: the weightiest, as far as their words have room beside its small timeline."""

from collections.abc import Sequence

from studypack.layout.boxes import Box
from studypack.layout.paragraph import Align, text
from studypack.layout.style import INK, Style
from studypack.layout.tag import Furniture
from studypack.layout.text import Run
from studypack.model.content import Pack
from studypack.model.weight import ranked, weights_of
from studypack.sections.timeline.dated import Dated
from studypack.sections.timeline.flags import Flag, Floor, place_flags
from studypack.sections.timeline.label import Label

_MOST_NAMED, _FEWEST_DATES = 5, 4
"""Of fewer dates none is named."""
_FEWEST_NAMED = 2
"""One alone would look like the title's own."""
_TRIED = 12
"""So many of the weightiest: the words of five of them have room on nearly every cover."""


def weighty(pack: Pack, items: Sequence[Dated]) -> list[Dated]:
    """The dates of a cover, the weightiest first, of every theme one before a second; none where they are few."""
    if len(items) < _FEWEST_DATES:
        return []
    weights = weights_of(pack)
    order = ranked([item.weight(weights) for item in items], [item.theme for item in items])
    return [items[number] for number in order]


def named(
    items: Sequence[Dated],
    places: Sequence[dict[int, float]],
    floors: Sequence[Floor],
    style: Style,
    width: float,
    most: float,
) -> tuple[Sequence[Flag], Sequence[Flag]]:
    """The flags above the band and below it of as many dates as have room, the first of all that were given first.

    `places` are those of the dates of each half along the band, by their numbers; flags reach so far out at `most`.
    """
    wanted: tuple[list[Flag], list[Flag]] = ([], [])
    placed: list[Sequence[Flag]] = [(), ()]
    for item in items[:_TRIED]:
        half = 0 if item.number in places[0] else 1
        tried = [*wanted[half], Flag(_label(item, style), item.number, places[half][item.number])]
        found = place_flags(tried, width, floors[half], most, above=half == 0)
        if found is not None and not found.left_over:
            wanted[half].append(tried[-1])
            placed[half] = found.placed
        if sum(map(len, wanted)) == _MOST_NAMED:
            break
    return (placed[0], placed[1]) if sum(map(len, wanted)) >= _FEWEST_NAMED else ((), ())


def _label(item: Dated, style: Style) -> Label:
    """Date and title, for the eye alone: the timeline is an ornament here."""
    bold = style.voiced(bold=True).colored(item.color)
    words = [
        Run(f"{item.short} ", bold, Furniture.MARKING),
        Run(item.title, style.colored(INK), Furniture.MARKING),
    ]

    def lettering(align: Align) -> Box:
        return text(words, style, align=align)

    return Label(item, None, lettering, style.leading)


def over_dots(dots: Sequence[tuple[float, float]], reach: float, air: float) -> Floor:
    """How far out a text must stay to clear dots at these places, each so far out; they reach so far to each side."""

    def lowest(left: float, right: float) -> float:
        outs = [out for along, out in dots if left - reach < along < right + reach]
        return max(outs, default=0) + reach + air

    return lowest
