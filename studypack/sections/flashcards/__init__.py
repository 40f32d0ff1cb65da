"""Flashcards: one a point and the author's own, on sheets that are printed on both sides and cut."""

from collections.abc import Mapping

from studypack.base.wording import quantity
from studypack.layout.boxes import Box, NewPage, Space
from studypack.layout.page import Turn
from studypack.model.content import Pack
from studypack.model.modes import Flip
from studypack.model.options import Options
from studypack.sections.flashcards.card import Card, CardText, cards_of
from studypack.sections.flashcards.card_sheet import CardBacks, CardFronts, CardsToFold, grid_for
from studypack.sections.flashcards.point_cards import after_first, card_of
from studypack.sections.kit.section import Context, Section, Warned


def _texts(pack: Pack, options: Options) -> list[CardText]:
    """What the cards say, in the order of the content: those made from points, then the author's own."""
    texts = [card_of(marked) for marked in pack.marked] if options.flashcards.from_points else []
    named = {marked.key: marked for marked in pack.marked}
    for card in pack.flashcards:
        answer, detail = after_first(card.back)
        texts.append(CardText(card.front, "", answer, detail, named.get(card.point or "")))
    return texts


def _compose(context: Context) -> list[Box]:
    """Fronts on rectos and backs on the versos behind them, or both on one side of a sheet to fold."""
    pack, grid = context.pack, grid_for(context.theme, context.options.flashcards)
    texts = _texts(pack, context.options)
    listing = context.tag.child("L")
    cards: list[Card] = []
    for number, content in enumerate(texts, start=1):
        room = (grid.text_width, grid.text_height)
        cards.extend(cards_of(pack, content, context.theme, listing.child("LI"), number, room))
    boxes: list[Box] = [NewPage(recto=True)]
    for start in range(0, len(cards), grid.per_sheet):
        # A part-filled sheet keeps the places of a full one.
        sheet = cards[start : start + grid.per_sheet]
        kind = CardsToFold if grid.flip is Flip.FOLD else CardFronts
        bookmark = "" if start else _title(pack, context.options)
        boxes.append(kind(grid, sheet, total=len(texts), pack=pack, bookmark=bookmark))
        if grid.flip is not Flip.FOLD:
            boxes.append(CardBacks(grid, sheet))
        elif context.options.duplex is not False:
            # Nothing stands behind a sheet to fold: it would be folded and cut.
            boxes.append(Space(context.theme.height))
    return boxes


def _title(pack: Pack, options: Options) -> str:
    return "Flashcards"


def _describe(context: Context) -> str:
    count = len(_texts(context.pack, context.options))
    return f"{quantity(count, 'card')}; {_SAYS[context.options.flashcards.flip]}"


_SAYS: Mapping[Flip, str] = {
    Flip.LONG: "print on both sides, flip on the long edge",
    Flip.SHORT: "print on both sides, flip on the short edge",
    Flip.FOLD: "fold along the dashed line, glue, then cut",
}


def _missing(pack: Pack, options: Options) -> Warned | None:
    if pack.flashcards or options.flashcards.from_points:
        return None
    if pack.pack.flashcards.from_points:
        make = "make them from points: --set flashcards.from_points=yes"
    else:
        make = "take from_points: no out of pack:"
    return "flashcards of its own", f"write some under flashcards:, or {make}"


def _warnings(pack: Pack, options: Options) -> list[Warned]:
    if options.duplex is not False or options.flashcards.flip is Flip.FOLD:
        return []
    return [("the backs of the flashcards are on sheets of their own", "--set flashcards.flip=fold")]


SECTION = Section(
    name="flashcards",
    title=_title,
    describe=_describe,
    needs="flashcards or points",
    applies=lambda pack: bool(pack.flashcards or pack.points),
    compose=_compose,
    missing=_missing,
    other_names=("cards",),
    warnings=_warnings,
    turn=lambda options: Turn.SHORT if options.flashcards.flip is Flip.SHORT else None,
    bare=True,
    to_cut=lambda options: True,
)
