"""The glossary: terms beside their meanings, to cover and recall; then the people, in short."""

from studypack.base.record import record
from studypack.layout.boxes import Box, NewPage, Space
from studypack.layout.copyfit import largest_fitting
from studypack.layout.role import Fit
from studypack.layout.style import mm
from studypack.layout.theme import Theme
from studypack.model.content import Pack
from studypack.model.letters import collation_key
from studypack.model.options import Options
from studypack.sections.kit.builder import kept
from studypack.sections.kit.fitting import WORTH_FITTING
from studypack.sections.kit.opening import opening
from studypack.sections.kit.section import Context, Section, people_listed, terms_listed
from studypack.sections.vocabulary.terms import is_in_examples

_LEAST_NAMES = mm(42)
_WIDEST_NAMES = 0.36
"""Of the line, for names in a column of their own; wider ones stand over what they mean."""
_FULL_ENOUGH = 0.5
"""Of the last page of terms, before the people may start another."""

_CLOSER = 0.55
"""Of the space between entries: where translations make them longer, they may stand closer to save a page."""


@record
class _Fitted:
    """The section as one fit sets it."""

    terms: list[Box]
    people: list[Box]
    pages: int


def _names_width(theme: Theme, pack: Pack) -> float:
    """The width of the column of names; 0 where there is no room for one."""
    if theme.entry_names:
        return theme.entry_names
    bold = theme.body.voiced(bold=True)
    names = [term.term for term in pack.glossary] + [person.name for person in pack.people]
    widest = max(_LEAST_NAMES, *(bold.face.width(word, bold.size) for name in names for word in name.split(" ")))
    return widest if widest <= theme.measure * _WIDEST_NAMES else 0


def _tasks(pack: Pack, *, covers_column: bool) -> tuple[str, str]:
    """What to do with the terms, as it is printed and as it is heard."""
    if covers_column:
        printed = pack.say("cover_column", "Cover the right-hand column, say what each term means, then check.")
    else:
        printed = pack.say("cover_meanings", "Cover what stands under each term, say what each term means, then check.")
    return printed, pack.say("say_meanings", "Say what each term means, then read on to check.")


def _fitted(context: Context, fit: Fit, columns: int, *, examples: bool) -> _Fitted:
    """The section in a fit, with examples or without, its people in so many columns, and under its head if need be."""
    theme, pack, build = context.theme, context.pack, context.build
    style, names = theme.fitted(fit), _names_width(theme, pack)
    air = style.leading * fit.air
    standfirst, heard = _tasks(pack, covers_column=names > 0) if pack.glossary else ("", "")
    head = opening(context, "glossary", _title(pack, context.options), standfirst=standfirst, heard=heard)
    terms: list[Box] = []
    if pack.glossary:
        if pack.people:
            context.tag.announce(pack.say("terms", "Terms"), "H2")
        listing = build.within("L")
        # In the order of the alphabet; equal terms in the author's.
        ordered = sorted(pack.glossary, key=lambda term: collation_key(term.term, pack.language))
        entries = [
            listing.entry(term.term, term.told(with_example=examples), style, names, term.gender) for term in ordered
        ]
        terms = listing.ruled(entries, air, above=mm(5))
    people: list[Box] = []
    if pack.people:
        if terms:
            people += [build.heading(pack.say("people", "People"), above=theme.grown(mm(7))), kept(Space(mm(1.6)))]
        listing = build.within("L")
        entries = [
            listing.entry(person.name, person.role, style, names if columns == 1 else 0) for person in pack.people
        ]
        people += listing.ruled(entries, air, columns, above=0 if terms else mm(5))
    boxes = [head, *terms]
    return _Fitted(boxes, people, context.pages([*boxes, *people]))


def _compose(context: Context) -> list[Box]:
    """Set as large as the fewest pages allow; people who would be parted by a page's end start the next.

    Examples are left out where they would take a page more, and the vocabulary has them all.
    """
    best = _best(context, examples=True)
    if is_in_examples(context.pack):
        without = _best(context, examples=False)
        best = without if without.pages < best.pages else best
    return [*best.terms, *([NewPage()] if _parted(context, best) else []), *best.people]


def _best(context: Context, *, examples: bool) -> _Fitted:
    """The section in the largest fit of the fewest pages."""
    theme, pack = context.theme, context.pack
    fits, columns = theme.entry_fits, theme.entry_columns if pack.people else (1,)
    if len(pack.glossary) + len(pack.people) > WORTH_FITTING:
        fits, columns = fits[-2:-1], columns[:1]

    if any(term.translation for term in pack.glossary):
        fits = (fits[0]._replace(air=fits[0].air * _CLOSER), *fits)

    def made_at(fit: Fit) -> _Fitted:
        return min((_fitted(context, fit, count, examples=examples) for count in columns), key=lambda made: made.pages)

    if fits[0].size:
        return largest_fitting(fits, made_at, lambda made: made.pages)
    return min(map(made_at, reversed(fits)), key=lambda made: (made.pages, _straggles(context, made)))


def _straggles(context: Context, made: _Fitted) -> bool:
    """Whether the last terms have gone over to the page of the people."""
    return context.pages(made.terms) > 1 and context.room_left(made.terms) > context.theme.depth * 2 / 3


def _parted(context: Context, made: _Fitted) -> bool:
    """Whether the people would be parted by a page's end, and can start the next without leaving this one empty."""
    theme = context.theme
    if not made.people or context.pages(made.terms) == made.pages:
        return False
    whole = sum(box.above + box.height(theme.measure) for box in made.people)
    left = context.room_left(made.terms)
    return whole <= theme.depth and left <= theme.depth * (1 - _FULL_ENOUGH)


def _title(pack: Pack, options: Options) -> str:
    if not pack.glossary:
        return pack.say("people", "People")
    if pack.people:
        return pack.say("glossary_and_people", "Glossary and people")
    return pack.say("glossary", "Glossary")


def _describe(context: Context) -> str:
    pack, say = context.pack, context.pack.say
    terms = say.count("terms_counted", "{n} term", "{n} terms", len(pack.glossary)) if pack.glossary else ""
    people = say.count("people_counted", "{n} person", "{n} people", len(pack.people)) if pack.people else ""
    return ", ".join(filter(None, (terms, people)))


SECTION = Section(
    name="glossary",
    title=_title,
    describe=_describe,
    needs="glossary or people",
    applies=lambda pack: bool(pack.glossary or pack.people),
    compose=_compose,
    other_names=("people", "terms"),
    lists=lambda pack: [terms_listed(pack), people_listed(pack)],
)
