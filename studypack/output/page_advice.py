"""What only comes to light when a content is laid out: a text too long for its page, a page that is almost empty."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import NamedTuple

from studypack.base.errors import ContentPath, Problem, Severity, StudypackError
from studypack.layout.extent import extent
from studypack.layout.page import Document, Page
from studypack.model.content import Pack
from studypack.model.options import Flags
from studypack.model.texts import answers_at
from studypack.output.compose import compose
from studypack.output.resolve import choose, options_for
from studypack.reading.load import LoadedPack

_ALMOST_EMPTY = 0.2
"""Of the text area's height: what reaches no further down its page leaves that almost empty."""
_ALMOST_EMPTY_TIMELINE = 0.3
"""Its drawing takes more room than its words."""


def almost_empty(loaded: LoadedPack, document: Document) -> Iterator[Problem]:
    """Advice, once, on the sections that leave their only page almost empty; none where there is no other page."""
    pages: dict[str, list[Page]] = {}
    for page in document.pages:
        if page.head and page.items:
            pages.setdefault(page.section, []).append(page)
    found: dict[str, list[_Held]] = {}
    for name, own in pages.items():
        held = [each for each in _held(loaded.pack, name) if each.number]
        enough = _ALMOST_EMPTY_TIMELINE if name == "timeline" else _ALMOST_EMPTY
        if held and len(pages) > 1 and len(own) == 1 and _reach(own[0]) < enough:
            found[name] = held
    if found:
        says = "; ".join(f"{name}, with {', '.join(each.words for each in held)}" for name, held in found.items())
        many, them = ("almost empty pages", "them") if len(found) > 1 else ("an almost empty page", "it")
        yield loaded.problem(
            next(iter(found.values()))[0].path,
            f"{many}: {says}",
            f"leave {them} out, with skip: [{', '.join(found)}] under pack:, or write more",
            severity=Severity.ADVICE,
        )


class _Held(NamedTuple):
    """What a section lists."""

    path: ContentPath
    """Of the first."""
    number: int
    one: str
    """What one is called, and several."""
    several: str

    @property
    def words(self) -> str:
        """As it is told: 2 dates."""
        return f"{self.number} {self.one if self.number == 1 else self.several}"


def _held(pack: Pack, name: str) -> list[_Held]:
    """What the overview, the timeline and the glossary list; nothing for the others: tasks fill their pages."""
    dated = [number for number, point in enumerate(pack.points) if point.date is not None]
    first: ContentPath = ("points", dated[0], "date") if dated else ("events",)
    dates = _Held(first, len(dated) + len(pack.events), "date", "dates")
    terms = _Held(("glossary",), len(pack.glossary), "term", "terms")
    people = _Held(("people",), len(pack.people), "person", "people")
    listed = {"overview": [dates, terms, people], "timeline": [dates], "glossary": [terms, people]}
    return listed.get(name, [])


def _reach(page: Page) -> float:
    """How far down its text area the content of a page reaches, as a part of the area's height."""
    frame = page.frame
    lows = [low for _, low, _, high in map(extent, page.items) if frame.bottom <= low and high <= frame.top]
    return (frame.top - min(lows, default=frame.top)) / frame.height


def laid_out(loaded: LoadedPack) -> list[Document]:
    """The pack and its separate key, as the content's own choices have them.

    Raises StudypackError with what `build` would refuse.
    """
    with at_their_places(loaded):
        options = options_for(loaded.pack, Flags())
        chosen = choose(loaded.pack, options)
        wanted = [sections for sections in (chosen.pack, chosen.key) if sections]
        return [compose(loaded.pack, options, sections, chosen.answered) for sections in wanted]


@contextmanager
def at_their_places(loaded: LoadedPack) -> Iterator[None]:
    """The problems of an error in the block are given their lines in the file of what is laid out there."""
    try:
        yield
    except StudypackError as error:
        error.problems = tuple(_placed(loaded, problem) for problem in error.problems)
        raise


def _placed(loaded: LoadedPack, problem: Problem) -> Problem:
    if problem.path and not problem.line:
        # Of a text with gaps, an answer is at fault: the text itself goes on to another page.
        longest = max(answers_at(loaded.pack, problem.path), key=len, default="")
        return loaded.problem(problem.path, problem.message, problem.hint, severity=problem.severity, needle=longest)
    return replace(problem, source=problem.source or loaded.source)
