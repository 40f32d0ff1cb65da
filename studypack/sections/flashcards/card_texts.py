"""What the cards ask and answer: one made from each point, term and person, then the author's own."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from studypack.base.record import record
from studypack.base.styled_text import LINE_BREAK, Text, spans_of
from studypack.layout.theme import theme_for
from studypack.model.blocks import Listing, blocks, opening_block, opening_paragraph
from studypack.model.card_answer import answer_and_detail, joined_texts, telling_words, with_formula
from studypack.model.content import MarkedPoint, Pack
from studypack.model.fields import DEFAULT_LANGUAGE
from studypack.model.figures import without_figures
from studypack.model.giveaway import given_away
from studypack.model.labelled_parts import with_labelled_parts
from studypack.model.options import Options
from studypack.model.parts import Event
from studypack.model.pictures import Picture
from studypack.model.sentences import ends_outside_gaps, is_finished, sentences
from studypack.model.spans import Gap, Span, Spans, plain, stands_alone
from studypack.model.term import Term, gender_words
from studypack.model.weight import weightiest, weights_of

_LONGEST_DETAIL = 190
"""Characters; a card is not a page."""
_LONGEST_PARTS = 400
"""The same where these are labelled (P: E: L:): short lines, and one without the others says too little."""
_FEW_POINTS = 15
"""A pack with no more is a few leaves to hand out."""


@record
class CardText:
    """What one card asks and answers."""

    front: Spans
    prompt: str
    """What to do with the front, where that is a title; may be empty."""
    answer: Spans
    """Set large; may be empty."""
    detail: Spans
    """Set small, under the answer."""
    marked: MarkedPoint | None
    picture: Picture | None = None
    """Set under the front, which asks about it."""
    reminder: Picture | None = None
    """Set on the back, if there is room for it beside the answer."""
    spoken: str = ""
    """The answer as it is read aloud, if that is not as it is printed."""
    label: str = ""
    """What kind of thing is asked for, if it is on no side."""
    language: str = DEFAULT_LANGUAGE
    """Of the pack."""

    def gives_away(self, words: str) -> bool:
        """Whether the words give the answer away."""
        return bool(given_away(telling_words(self.answer), words, self.language))


class Made(NamedTuple):
    """The cards that the program makes of the content, and those that it leaves out where nobody asks for them."""

    points: list[CardText]
    """Of points, and of events that say more than their title."""
    names: list[CardText]
    """Of terms and people."""
    no_points: int = 0
    """How many are left out."""
    no_names: int = 0


def card_texts(pack: Pack, options: Options) -> list[CardText]:
    """The cards in the order of the content: those made from points, terms and people, then the author's own."""
    made = made_cards(pack, options)
    texts = [*made.points, *made.names]
    named = {marked.key: marked for marked in pack.marked}
    for card in pack.flashcards:
        answer, detail = answer_and_detail(card.back)
        marked = named.get(card.point or "")
        texts.append(CardText(card.front, "", answer, detail, marked, picture=card.picture, language=pack.language))
    return texts


def made_cards(pack: Pack, options: Options) -> Made:
    """The cards of the program that are printed, if any are.

    Those that nobody asked for take no sheets beside others that are wanted more: the weightiest of a few points fill
    the sheets of the author's own, and those of terms and people, which stand in the glossary, those of any.
    """
    modes, own, cells = options.flashcards, len(pack.flashcards), cells_for(options)
    points = _made_from_content(pack) if modes.from_points is not False else []
    names = _made_from_names(pack) if modes.makes_terms is not False else []
    no_points = no_names = 0
    if own and is_small(pack) and modes.from_points is None and len(points) > (room := -own % cells):
        kept = _weightiest(pack, points, room) if 2 * room >= len(points) else ()
        points, no_points = [*kept], len(points) - len(kept)
    if (count := own + len(points)) and modes.makes_terms is None and len(names) > -count % cells:
        names, no_names = [], len(names)
    return Made(points, names, no_points, no_names)


def _weightiest(pack: Pack, cards: Sequence[CardText], most: int) -> Sequence[CardText]:
    """So many of the cards of points and events, in their order; of each side as many as can be."""
    weights, events = weights_of(pack), [event for event in pack.events if event.text]
    weighed = [weights.of_point(marked) for marked in pack.marked]
    weighed += [weights.of_event(event.title, event.text) for event in events]
    return weightiest(cards, weighed, most, [marked.side.id for marked in pack.marked] + [""] * len(events))


def is_small(pack: Pack) -> bool:
    """Whether the pack has so few points that cards of them take more paper than all the rest."""
    return len(pack.points) <= _FEW_POINTS


def cells_for(options: Options) -> int:
    """How many cards a sheet of the usual grid has."""
    columns, rows, _ = theme_for(options.paper, options.profile, options.theme).card_grid
    return columns * rows


def _made_from_content(pack: Pack) -> list[CardText]:
    """The cards of the points, and of the events that say more than their title."""
    points = (_made_from(pack, marked) for marked in pack.marked)
    return [*points, *(_made_from_event(pack, event) for event in pack.events if event.text)]


def _made_from_names(pack: Pack) -> list[CardText]:
    """The cards of the terms and people."""
    say = pack.say
    # Words: on a flashcard, under a term.
    meaning = say("say_the_meaning", "Say what it means.")
    # Words: on a flashcard, under the name of a person.
    who = say("say_who_it_is", "Say who this is.")
    terms, people = say("terms", "Terms"), say("people", "People")
    return [
        *(CardText(_term_front(pack, each), meaning, *_term_back(each), None, label=terms) for each in pack.glossary),
        *(CardText(spans_of(each.name), who, *_by_sentences(each.role), None, label=people) for each in pack.people),
    ]


def _term_front(pack: Pack, term: Term) -> Spans:
    """A term, and its gender in words."""
    gender = f" ({gender_words(term.gender, pack.say)[1]})" if term.gender else ""
    return (*spans_of(term.term), *((Text(gender, italic=True),) if gender else ()))


def _term_back(term: Term) -> tuple[Spans, Spans]:
    """The translation large, and what else there is to say of it under it; without one, what it means."""
    if not term.translation:
        answer, detail = _by_sentences(term.meaning)
    else:
        answer, detail = spans_of(term.translation), term.meaning
    return answer, joined_texts(detail, spans_of(term.example)) if term.example else detail


def _ask_for_date(pack: Pack) -> str:
    # Words: on a flashcard, under the title of a point or an event that has a date.
    return pack.say("say_when", "Give its date, and say what you know of it.")


def _made_from_event(pack: Pack, event: Event) -> CardText:
    """The card of an event asks for its date, as that of a point does."""
    answer: Spans = (Text(event.date.long),)
    return CardText(
        spans_of(event.title), _ask_for_date(pack), answer, _opening(event.text), None, spoken=event.date.spoken
    )


def _made_from(pack: Pack, marked: MarkedPoint) -> CardText:
    """The card of a point. A dated one asks for its date; another for what it says, its first sentence large."""
    point = marked.point
    words, spoken = without_figures(point.text) or point.text, ""
    detail = _opening(words, _LONGEST_PARTS)
    if not any(isinstance(block, Listing) and block.is_labelled for block in with_labelled_parts(blocks(detail))):
        detail = _opening(words)
    if point.date is not None:
        answer: Spans = (Text(point.date.long),)
        spoken = point.date.spoken
        prompt = _ask_for_date(pack)
    else:
        answer, detail = _by_sentences(detail)
        prompt = pack.say("explain_the_point", "Explain this point.")
    return CardText(spans_of(point.title), prompt, answer, detail, marked, reminder=point.picture, spoken=spoken)


def _by_sentences(spans: Spans) -> tuple[Spans, Spans]:
    """The first sentence of a text, or the block that it begins with, and the rest of it."""
    first, rest = opening_paragraph(spans)
    if not first:
        answer = opening_block(rest)
        return answer, rest[len(answer) :]
    answer, *others = sentences(first)
    detail = joined_texts(tuple(span for other in others for span in other), rest)
    return (answer, detail) if others else with_formula(answer, detail)


def _opening(spans: Spans, room: int = _LONGEST_DETAIL) -> Spans:
    """The first paragraph, as much of it as a card has room for, and those after it that are whole in what it leaves.

    Where one ends in a colon, what it announces is there: a formula, lines, a list or other block, the next words.
    """
    first, rest = opening_paragraph(spans)
    if not first:
        return opening_block(rest)
    words, following = plain(first), opening_paragraph(rest)[0]
    if stands_alone(following) and not is_finished(words):
        return joined_texts(first, following)
    if not words.rstrip().endswith(":") or room <= 0:
        has_more = following and not stands_alone(following) and len(words) + len(plain(following)) <= room
        return joined_texts(first, _opening(rest, room - len(words))) if has_more else _opening_sentences(first, room)
    if any(LINE_BREAK in span.text for span in following if isinstance(span, Text)):
        return joined_texts(first, following)
    return joined_texts(first, _opening(rest, room - len(words)))


def _opening_sentences(spans: Spans, room: int) -> Spans:
    """As many whole sentences from the start as a card has room for, and at least one."""
    room = max(room, _LONGEST_DETAIL)
    if len(plain(spans)) <= room:
        return spans
    kept = 0
    for end in ends_outside_gaps(spans):
        if kept and end > room:
            break
        kept = end
    return _cut(spans, kept) if kept else spans


def _cut(spans: Spans, length: int) -> Spans:
    """The first `length` characters; a gap is not parted."""
    kept: list[Span] = []
    for span in spans:
        if length <= 0:
            break
        if isinstance(span, Gap):
            kept.append(span)
            length -= len(span.answer)
        else:
            kept.append(replace(span, text=span.text[:length]))
            length -= len(span.text)
    return tuple(kept)
