"""Flashcards: the author's own or one a point, on sheets that are printed on both sides and cut."""

from collections.abc import Sequence

from studypack.content import Marked, Pack
from studypack.sections.flashcards.card import Card, CardText, cards_of
from studypack.sections.flashcards.card_sheet import BackSide, FrontSide, grid_for
from studypack.sections.flashcards.point_cards import after_first, card_of
from studypack.sections.section import Section, Setting, heading_of
from studypack.typeset.boxes import Box, NewPage


def _texts(pack: Pack) -> list[CardText]:
    """What the cards say, in the order of the content."""
    if not pack.flashcards:
        return [card_of(marked) for marked in pack.marked]
    named = {marked.key: marked for marked in pack.marked}
    texts = []
    for card in pack.flashcards:
        answer, detail = after_first(card.back)
        texts.append(CardText(card.front, "", answer, detail, named.get(card.point or "")))
    return texts


def _compose(setting: Setting) -> list[Box]:
    """Fronts on rectos and backs on the versos behind them; a part-filled sheet keeps the same places."""
    pack, grid = setting.pack, grid_for(setting.look)
    texts = _texts(pack)
    listing = setting.tag.child("L")
    cards: list[Card] = []
    for number, content in enumerate(texts, start=1):
        item = listing.child("LI")
        cards.extend(cards_of(content, setting.look, item, number=number, width=grid.text_width, room=grid.text_height))
    boxes: list[Box] = [NewPage(recto=True)]
    for start in range(0, len(cards), grid.per_sheet):
        sheet = cards[start : start + grid.per_sheet]
        headings = [_heading(pack, card.marked) for card in sheet]
        front = FrontSide(grid, sheet, total=len(texts), foot=pack.title, headings=headings)
        front.bookmark = "" if start else _title(pack)
        boxes.extend((front, BackSide(grid, sheet)))
    return boxes


def _heading(pack: Pack, marked: Marked | None) -> str:
    return heading_of(pack, marked.point.side) if marked is not None else ""


def _title(pack: Pack) -> str:
    return "Flashcards"


def _describe(setting: Setting) -> str:
    cards: Sequence[object] = setting.pack.flashcards or setting.pack.points
    return f"{len(cards)} card{'' if len(cards) == 1 else 's'}; print on both sides, flip on the long edge"


SECTION = Section(
    name="flashcards",
    title=_title,
    describe=_describe,
    needs="flashcards or points",
    applies=lambda pack: bool(pack.flashcards or pack.points),
    compose=_compose,
    bare=True,
    to_cut=lambda options: True,
)
