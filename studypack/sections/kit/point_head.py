"""A point's head, the same wherever the point stands: its mark, then its title, and its date on the same line."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from typing_extensions import override

from studypack.layout.boxes import Box
from studypack.layout.page import Page
from studypack.layout.paragraph import Paragraph
from studypack.layout.style import Style
from studypack.layout.tag import Furniture
from studypack.layout.text import Content, Run
from studypack.layout.theme import Theme
from studypack.model.content import Pack
from studypack.sections.kit.marks import Mark, goes_on

LONG_TITLE = 200
"""Characters; a longer title may be parted from its text, and split itself."""
_AFTER_TITLE = 0.7
"""In ems: the least room between a title and what stands at the end of its line."""
_DOT = " · "
_NO_BREAK = "\N{NO-BREAK SPACE}"


class Dated(NamedTuple):
    """What a head says of a point beside its title; each may be missing."""

    date: Run | None = None
    about: Run | None = None
    """Its theme."""


def point_head(
    theme: Theme,
    opens: Sequence[Content],
    title: Run | None,
    dated: Dated | None = None,
    *,
    over: Style,
) -> list[Box]:
    """Return the head of a point, which is kept with its text and stands on the lines of that: `over` is its style.

    `opens` is what the head begins with: the mark, or a number. There is no title where it would give an answer away.
    The date, and the theme after it, are at the end of the title's last line as far as they have room there, else
    under it.
    """
    style, center = theme.point_title, over.middle
    keep = title is None or len(title.text) < LONG_TITLE
    words: list[Content] = [*opens]
    if title is not None:
        words += [Run(2 * _NO_BREAK, style, title.tag)] if opens else []
        words.append(title)
    named = Paragraph(words, style.leading, center=center, keep_with_next=keep)
    if dated is None or not any(dated):
        return [named]
    whole = [dated.date, dated.about and _after_dot(dated.about)] if dated.date else [dated.about]
    ways = [_line(runs, style.leading, center) for runs in (whole, [dated.date], [dated.about])]
    # Who sees a part of the line at a time looks for nothing at its end.
    head = _Head(named, ways, _AFTER_TITLE * style.size, apart=not theme.accessible)
    return [head] if keep else [named, ways[0]]


def _after_dot(run: Run) -> Run:
    return Run(_DOT + run.text, run.style, run.tag)


def _line(runs: Sequence[Run | None], leading: float, center: float) -> Paragraph:
    return Paragraph([run for run in runs if run is not None], leading, center=center, keep_with_next=True)


def head_again(pack: Pack, mark: Mark, *, over: Style) -> Box:
    """Return the mark of a point as it is repeated over what is carried to another column, with words that say so."""
    style = mark.theme.point_title
    note = mark.theme.mark_continued.leaded(style.leading)
    words: list[Content] = [mark.again(), Run(_NO_BREAK + goes_on(pack), note, Furniture.AGAIN)]
    return Paragraph(words, style.leading, center=over.middle, keep_with_next=True)


class _Head(Box):
    """A title, with what dates it at the end of its last line as far as that has room, and under it."""

    keep_with_next = True

    def __init__(self, title: Paragraph, ways: Sequence[Paragraph], gap: float, *, apart: bool) -> None:
        """The ways are all that dates it, its date, and the rest.

        With `apart` these stand at the end of the line; else `gap` points after the title.
        """
        self._title, self._ways, self._gap, self._apart = title, ways, gap, apart

    def _set(self, width: float) -> tuple[Paragraph | None, Paragraph | None]:
        """Return what stands on the title's last line, and what stands under it."""
        room = width - self._title.last_line(width) - self._gap
        whole, date, rest = self._ways
        for beside, under in ((whole, None), (date, rest)):
            if 0 < beside.widest(width) <= room and beside.lines(width) == 1:
                return beside, under
        return None, whole

    @override
    def height(self, width: float) -> float:
        _, under = self._set(width)
        return self._title.height(width) + (under.height(width) if under else 0)

    @override
    def drop(self, width: float) -> float:
        return self._title.drop(width)

    @override
    def baselines(self, width: float) -> Iterator[float]:
        yield from self._title.baselines(width)
        if (under := self._set(width)[1]) is not None:
            yield from (self._title.height(width) + baseline for baseline in under.baselines(width))

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        self._title.place(page, x, top, width)
        beside, under = self._set(width)
        bottom = top - self._title.height(width)
        if beside is not None:
            end = width - beside.widest(width) if self._apart else self._title.last_line(width) + self._gap
            beside.place(page, x + end, bottom + beside.height(width), width)
        if under is not None:
            under.place(page, x, bottom, width)
