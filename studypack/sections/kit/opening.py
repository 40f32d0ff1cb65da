"""How a section opens: overline, title, standfirst; with the bookmark and the anchor that lead there."""

from typing_extensions import override

from studypack.layout.boxes import Box
from studypack.layout.page import Bookmark, Page
from studypack.layout.paragraph import text
from studypack.layout.shorten import stepped
from studypack.layout.stack import Stack
from studypack.layout.tag import Tag
from studypack.layout.text import Run
from studypack.layout.wrapper import Wrapper
from studypack.sections.kit.builder import Builder, capitals_run
from studypack.sections.kit.section import Context

_ABOVE = 12
"""Points: who follows a link lands this far above the box, and sees it whole."""


class Landmark(Wrapper):
    """A box that links and, if it has a title, the outline lead to: to its first part, if it is split."""

    def __init__(self, box: Box, anchor: str, title: str = "", level: int = 0) -> None:
        super().__init__(box)
        self._anchor = anchor
        self._bookmark = title
        self._level = level

    @override
    def around(self, box: Box, *, carried: bool) -> Box:
        return box if carried else super().around(box, carried=False)

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        y = top + _ABOVE
        page.anchors.setdefault(self._anchor, y)
        if self._bookmark:
            page.bookmarks.append(Bookmark(self._bookmark, self._level, y))
        super().place(page, x, top, width)


def announce(context: Context, title: str) -> None:
    """Announce the heading of a section that prints none, because each of its sheets has its own."""
    part = f"{part_of(context)}: " if context.part else ""
    context.tag.announce(f"{part}{title}", "H1")


def part_of(context: Context) -> str:
    """Return the number of a section, as it stands over its title; empty where it has none."""
    if not context.part:
        return ""
    # Words: over the title of a section: its number in the contents.
    return context.pack.say("part", "Part {number}", number=context.part)


def opening(
    context: Context,
    name: str,
    title: str,
    *,
    overline: str = "",
    standfirst: str = "",
    heard: str = "",
    tag: Tag | None = None,
    anchor: str = "",
    level: int = 0,
    bookmark: str = "",
) -> Box:
    """Return the head of a section or of one of its sheets, which is kept with what follows it.

    `heard` is what the standfirst says to who sees nothing, if that is not what is printed.

    `name` is that of the section, and `level` how deep it stands in the outline, from 0. Unless others are given, the
    overline is the number of its part, the anchor `section:name` and the bookmark the title; the elements stand in
    `tag`, or in that of the section. The heading is read first of all in there, its overline in it: lines for the name
    that stand above it, and were made before, come after.
    """
    theme, build = context.theme, Builder(context.theme, tag or context.tag, context.pack)
    language = context.pack.say.language
    heading = build.tag.opens(f"H{level + 1}")
    boxes: list[Box] = []
    part = part_of(context)
    if over := overline or part:
        # The number of a part is said of a section whose overline says something else.
        also = f"{part}, " if overline and part and not level else ""
        run = capitals_run(over, theme.overline, heading, "Span", before=also, after=": ", language=language)
        boxes.append(text([run], theme.overline, keep_with_next=True))
    style = stepped(title, theme.title, theme.measure)
    boxes.append(text([Run(title, style, heading)], style, above=2, keep_with_next=True))
    if standfirst:
        boxes.append(build.text(standfirst, theme.standfirst, above=3, keep_with_next=True, said=heard))
    stack = Stack(boxes, keep_with_next=True)
    return Landmark(stack, anchor or f"section:{name}", bookmark or title, level)
