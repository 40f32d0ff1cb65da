"""What a pupil's timeline owes the key: dates, events, or the order of the cards."""

from collections.abc import Sequence

from studypack.content import Pack
from studypack.modes import TimelineMode
from studypack.options import Options
from studypack.sections.section import Answer, Owed
from studypack.sections.timeline.dated import Dated, dated
from studypack.sections.timeline.mixed import mixed


def owed(pack: Pack, options: Options) -> tuple[Owed, ...]:
    """One sheet's answers; nothing for a timeline that is printed in full."""
    items = dated(pack)
    match options.timeline.mode:
        case TimelineMode.FULL:
            return ()
        case TimelineMode.DATES_BLANK:
            # Of a day or a month the year will do, as the sheet says: said once, the key stays short to mark from.
            dates = (Answer(item.number, (item.when.long,), _mark(item)) for item in items)
            return (Owed("Timeline: the dates (the year is enough)", tuple(dates)),)
        case TimelineMode.LABELS_BLANK:
            return (Owed("Timeline: what happened", _events(pack, options, items)),)
        case TimelineMode.CUT:
            return (Owed("Timeline: the order of the cards", _order(pack, options, items)),)


def _mark(item: Dated) -> str:
    return item.marked.mark if item.marked else ""


def _events(pack: Pack, options: Options, items: Sequence[Dated]) -> tuple[Answer, ...]:
    """The title under its letter in the list; of two events of one title either letter."""
    letters = {item.number: name for name, item in mixed(pack, options, items)}
    made = []
    for item in items:
        others = [letters[other.number] for other in items if other.title == item.title and other is not item]
        made.append(Answer(item.number, (f"{letters[item.number]} · {item.title}", *others), _mark(item)))
    return tuple(made)


def _order(pack: Pack, options: Options, items: Sequence[Dated]) -> tuple[Answer, ...]:
    """The letters in their order; those of one date may stand in any."""
    letters = {item.number: name for name, item in mixed(pack, options, items)}
    together: dict[tuple[float, float], list[str]] = {}
    for item in items:
        together.setdefault(item.when.sort_key, []).append(letters[item.number])
    made = []
    for item in items:
        own = letters[item.number]
        others = [name for name in together[item.when.sort_key] if name != own]
        made.append(Answer(item.number, (f"{own} · {item.when.short}", *others), _mark(item)))
    return tuple(made)
