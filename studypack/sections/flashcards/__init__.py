"""Flashcards: one a point, term and person and the author's own, on sheets that are printed on both sides and cut."""

from studypack.base.wording import quantity
from studypack.layout.boxes import Box, NewPage, Space
from studypack.layout.document import Turn
from studypack.model.content import Pack
from studypack.model.letters import capitalise
from studypack.model.modes import Flip
from studypack.model.options import Options
from studypack.model.section_modes import FlashcardModes
from studypack.sections.flashcards.card import Card, cards_of
from studypack.sections.flashcards.card_face import backs, fronts
from studypack.sections.flashcards.card_fit import Room
from studypack.sections.flashcards.card_grid import grid_for
from studypack.sections.flashcards.card_sheet import CardSheet
from studypack.sections.flashcards.card_texts import card_texts, cells_for, is_small, made_cards
from studypack.sections.kit.opening import Landmark, announce
from studypack.sections.kit.section import Context, Section, Warned


def _compose(context: Context) -> list[Box]:
    """Fronts on rectos and backs on the versos behind them, or both on one side of a sheet to fold."""
    pack, grid = context.pack, grid_for(context.pack, context.theme, context.options.flashcards)
    texts = card_texts(pack, context.options)
    announce(context, _title(pack, context.options))
    context.tag.announce(_heard(context))
    cards: list[Card] = []
    for number, each in enumerate(texts, start=1):
        room = Room(grid.text_width, grid.text_height)
        cards.extend(cards_of(pack, each, context.theme, context.tag.child("Sect"), number, room))
    boxes: list[Box] = []
    for start in range(0, len(cards), grid.per_sheet):
        # A part-filled sheet keeps the places of a full one.
        sheet = cards[start : start + grid.per_sheet]
        front, back = fronts(sheet, grid, pack, len(texts)), backs(sheet, grid, pack, len(texts))
        tasks = () if start else _tasks(context)
        if not grid.folds:
            boxes += [CardSheet(grid, front, tasks=tasks), CardSheet(grid, backs=back)]
        elif context.options.duplex is False:
            boxes.append(CardSheet(grid, front, back, tasks))
        else:
            # Nothing stands behind a sheet to fold: it would be folded and cut.
            boxes += [CardSheet(grid, front, back, tasks), Space(context.theme.height)]
    landmarks = [Landmark(first, "section:flashcards", _title(pack, context.options)) for first in boxes[:1]]
    return [NewPage(recto=True), *landmarks, *boxes[1:]]


def _title(pack: Pack, options: Options) -> str:
    return pack.say("flashcards", "Flashcards")


def _count(context: Context) -> str:
    return context.pack.say.count("cards", "{n} card", "{n} cards", len(card_texts(context.pack, context.options)))


def _heard(context: Context) -> str:
    """What there is to hear, and what to do with the sheets."""
    return context.pack.say(
        "cards_by_ear",
        "{cards}. Each heading is what a card asks; the answer follows. On paper: {instruction}.",
        cards=_count(context),
        instruction=_on_paper_by_ear(context),
    )


def _on_paper(context: Context) -> str:
    """What to do with the sheets."""
    say = context.pack.say
    match context.options.flashcards.flip:
        case Flip.LONG:
            return say("flip_long", "print on both sides, flip on the long edge")
        case Flip.SHORT:
            return say("flip_short", "print on both sides, flip on the short edge")
        case Flip.FOLD:
            return say("flip_fold", "fold along the dashed line, glue, then cut")


def _tasks(context: Context) -> list[str]:
    """The same for the foot of the first sheet, and with fewer words."""
    say, tasks = context.pack.say, [capitalise(_on_paper(context), context.pack.language)]
    if context.options.flashcards.flip is Flip.LONG:
        # Words: how to turn sheets that are printed on both sides.
        tasks.append(say("long_edge", "Flip on the long edge"))
    elif context.options.flashcards.flip is Flip.SHORT:
        tasks.append(say("short_edge", "Flip on the short edge"))
    return tasks


def _on_paper_by_ear(context: Context) -> str:
    """The same for who does not see the lines."""
    say = context.pack.say
    match context.options.flashcards.flip:
        case Flip.LONG:
            return say("flip_long_by_ear", "print on both sides, flip on the long edge, then cut")
        case Flip.SHORT:
            return say("flip_short_by_ear", "print on both sides, flip on the short edge, then cut")
        case Flip.FOLD:
            return say("flip_fold_by_ear", "fold each sheet in the middle, glue, then cut")


def _described(context: Context, instruction: str) -> str:
    # Words: in the contents: 12 cards; print on both sides, flip on the long edge.
    return context.pack.say("cards_described", "{cards}; {instruction}", cards=_count(context), instruction=instruction)


def _points_answer(pack: Pack) -> bool:
    """Whether cards can be made from points or events."""
    return bool(pack.points or any(event.text for event in pack.events))


def _is_wanted(pack: Pack, options: Options) -> bool:
    """Whether the author wrote some, or said how to print them, or those of the program are worth their paper."""
    usual = FlashcardModes(flip=options.flashcards.flip)  # on one side of the paper, it follows from that
    return bool(pack.flashcards) or options.flashcards != usual or not _not_worth(pack, options)


def _not_worth(pack: Pack, options: Options) -> str:
    """Why cards of the program are not worth their paper; empty if they are."""
    count, cells = len(card_texts(pack, options)), cells_for(options)
    if 2 * count < cells:
        return "cards for less than half a sheet"
    return "cards for more than a sheet" if is_small(pack) and pack.points and count > cells else ""


def _leaves_out(pack: Pack, options: Options) -> list[tuple[str, str]]:
    if not _is_wanted(pack, options):
        return [("flashcards", _not_worth(pack, options))]
    made = made_cards(pack, options)
    counts = {"points": made.no_points, "terms and people": made.no_names}
    return [(f"flashcards of {kind}", quantity(count, "card")) for kind, count in counts.items() if count]


def _mode_lacks(pack: Pack, options: Options) -> Warned | None:
    if card_texts(pack, options):
        return None
    source = "points" if _points_answer(pack) else "terms"
    if getattr(pack.pack.flashcards, f"from_{source}") is False:
        make = f"take from_{source}: no out of pack:"
    else:
        make = f"make them from {source}: --set flashcards.from_{source}=yes"
    return "flashcards of its own", f"write some under flashcards:, or {make}"


def _warnings(pack: Pack, options: Options) -> list[Warned]:
    if options.duplex is not False or options.flashcards.flip is Flip.FOLD:
        return []
    return [("the backs of the flashcards are on sheets of their own", "--set flashcards.flip=fold")]


SECTION = Section(
    name="flashcards",
    title=_title,
    describe=lambda context: _described(context, _on_paper(context)),
    describe_by_ear=lambda context: _described(context, _on_paper_by_ear(context)),
    needs="flashcards, points, terms, people or events with a text",
    wanted=_is_wanted,
    leaves_out=_leaves_out,
    applies=lambda pack: bool(pack.flashcards or pack.glossary or pack.people or _points_answer(pack)),
    compose=_compose,
    words_of=frozenset({"points"}),
    mode_lacks=_mode_lacks,
    other_names=("cards",),
    warnings=_warnings,
    turn=lambda options: Turn.SHORT if options.flashcards.flip is Flip.SHORT else None,
    bare=True,
    handed_out=lambda pack, options: True,
    to_cut=lambda options: True,
)
