"""What the organiser has: the entries of each list that weigh most, and how many more there are elsewhere."""

from collections.abc import Mapping, Sequence
from math import inf
from typing import Any, NamedTuple

from studypack.model.modes import TimelineMode
from studypack.model.spans import Spans
from studypack.model.weight import weightiest, weights_of
from studypack.sections.kit.section import Context, Section
from studypack.sections.timeline.dated import Dated, dated

Entries = Sequence[tuple[str, Spans]]
"""Names, and what there is to know of each."""
MOST, FEWER = {"dates": 15, "people": 8, "terms": 8}, {"dates": 12, "people": 6, "terms": 6}
"""Of each list at most, where others are printed elsewhere; and where that saves a page almost empty."""
Left = tuple[int, Section]
"""How many entries are elsewhere, and in which section."""


class Chosen(NamedTuple):
    """What the organiser has, and how many more there are, in the sections of these names."""

    dates: Sequence[Dated]
    people: Entries
    terms: Entries
    left: Mapping[str, Left]
    """By the name of the list."""


def weightiest_entries(context: Context, at_most: Mapping[str, int]) -> Chosen:
    """Return the weightiest entries of each list; all of it, if no other section of the document has the others.

    `at_most` has how many of each, by the name of the list.
    """
    pack, weights, dates = context.pack, weights_of(context.pack), dated(context.pack)
    people = [(person.name, person.role) for person in pack.people]
    terms = [(term.term, term.meaning) for term in pack.glossary]
    # The first date and the last are the frame of the story.
    ends = (dates[0], dates[-1]) if dates else ()
    date_weights = [inf if each in ends else each.weight(weights) for each in dates]
    weighed: Mapping[str, tuple[Sequence[Any], list[float], str]] = {
        "dates": (dates, date_weights, "timeline"),
        "people": (people, [weights.of_person(name) for name, _ in people], "glossary"),
        "terms": (terms, [weights.of_term(term) for term, _ in terms], "glossary"),
    }
    kept, left = dict[str, Sequence[Any]](), dict[str, Left]()
    for name, (entries, weight, elsewhere) in weighed.items():
        kept[name], most = entries, at_most[name]
        if len(entries) > most and (section := _printed(context, elsewhere)):
            groups = [each.theme for each in dates] if name == "dates" else ()
            kept[name] = weightiest(entries, weight, most, groups)
            left[name] = len(entries) - most, section
    return Chosen(kept["dates"], kept["people"], kept["terms"], left)


def _printed(context: Context, name: str) -> Section | None:
    """The section of that name, if this document prints it in a mode that asks nothing."""
    if name == "timeline" and context.options.timeline.mode is not TimelineMode.FULL:
        return None
    return next((section for section in context.printed if section.name == name), None)
