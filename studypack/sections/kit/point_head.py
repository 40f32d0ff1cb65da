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
    lower: float = 0,
) -> list[Box]:
    """Return the head of a point, which is kept with its text and stands on the lines of that: `over` is its style.

    It hangs `lower` in its lines, in points, and so nearer to a text whose lines are far apart.

    `opens` is what the head begins with: the mark, or a number. There is no title where it would give an answer away.
    The date and the theme after it are at the end of the title's last line if both have room there, else under it.
    """
    style, center = theme.point_title, over.middle + lower
    keep = title is None or len(title.text) < LONG_TITLE
    words: list[Content] = [*opens]
    if title is not None:
        words += [Run(2 * _NO_BREAK, style, title.tag)] if opens else []
        words.append(title)
    named = Paragraph(words, style.leading, center=center, keep_with_next=keep)
    if dated is None or not any(dated):
        return [named]
    date, about = dated
    if date and about:
        about = Run(_DOT + about.text, about.style, about.tag)
    whole = under = Paragraph([run for run in (date, about) if run], style.leading, center=center, keep_with_next=True)
    if about and not date and theme.roomy:  # right after a title a theme reads as more of it
        parted = Run(_DOT.lstrip() + about.text, about.style, about.tag)
        whole = Paragraph([parted], style.leading, center=center, keep_with_next=True)
    # Who sees a part of the line at a time looks for nothing at its end.
    head = _Head(named, whole, under, _AFTER_TITLE * style.size, apart=not theme.roomy)
    return [head] if keep else [named, under]


def head_again(pack: Pack, mark: Mark, *, over: Style) -> Box:
    """Return the mark of a point as it is repeated over what is carried to another column, with words that say so."""
    style = mark.theme.point_title
    note = mark.theme.mark_continued.leaded(style.leading)
    words: list[Content] = [mark.again(), Run(_NO_BREAK + goes_on(pack), note, Furniture.AGAIN)]
    return Paragraph(words, style.leading, center=over.middle, keep_with_next=True)


class _Head(Box):
    """A title, with what dates it at the end of its last line, or under it where that has no room."""

    keep_with_next = True

    def __init__(self, title: Paragraph, dated: Paragraph, under: Paragraph, gap: float, *, apart: bool) -> None:
        """With `apart` what dates it stands at the end of the line; else `gap` points after the title.

        `under` says the same on a line of its own.
        """
        self._title, self._dated, self._under, self._gap, self._apart = title, dated, under, gap, apart

    def _is_beside(self, width: float) -> bool:
        """Return whether what dates it has room on the title's last line."""
        room = width - self._title.last_line(width) - self._gap
        return self._dated.widest(width) <= room and self._dated.lines(width) == 1

    @override
    def height(self, width: float) -> float:
        return self._title.height(width) + (0 if self._is_beside(width) else self._under.height(width))

    @override
    def drop(self, width: float) -> float:
        return self._title.drop(width)

    @override
    def baselines(self, width: float) -> Iterator[float]:
        yield from self._title.baselines(width)
        if not self._is_beside(width):
            yield from (self._title.height(width) + baseline for baseline in self._under.baselines(width))

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        self._title.place(page, x, top, width)
        dated, bottom = self._dated, top - self._title.height(width)
        if self._is_beside(width):
            end = width - dated.widest(width) if self._apart else self._title.last_line(width) + self._gap
            dated.place(page, x + end, bottom + dated.height(width), width)
        else:
            self._under.place(page, x, bottom, width)
