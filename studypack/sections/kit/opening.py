"""How a section opens: overline, title, standfirst; with the bookmark and the anchor that lead there."""

from studypack.layout.boxes import Box
from studypack.layout.page import Bookmark, Page
from studypack.layout.paragraph import text
from studypack.layout.shorten import stepped
from studypack.layout.stack import Stack
from studypack.layout.tag import Tag
from studypack.layout.text import Run
from studypack.layout.wrapper import Wrapper
from studypack.sections.kit.section import Context


class Landmark(Wrapper):
    """A box that the outline and links lead to; carried over, it leads nowhere."""

    def __init__(self, box: Box, anchor: str, title: str = "", level: int = 0) -> None:
        super().__init__(box)
        self._anchor = anchor
        self._bookmark = title
        self._level = level

    def around(self, box: Box, *, carried: bool) -> Box:
        """The landmark stays with the first part."""
        return box if carried else super().around(box, carried=False)

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """A little above the box, so that a reader who lands there sees it whole."""
        page.anchors.setdefault(self._anchor, top + 12)
        if self._bookmark:
            page.bookmarks.append(Bookmark(self._bookmark, self._level, top + 12))
        super().place(page, x, top, width)


def opening(
    context: Context,
    name: str,
    title: str,
    *,
    overline: str = "",
    standfirst: str = "",
    tag: Tag | None = None,
    anchor: str = "",
    level: int = 0,
    bookmark: str = "",
) -> Box:
    """The head of a section or of one of its sheets; it stays with what follows.

    `name` is the section's; the anchor is `section:name` unless another is given, and the bookmark is the title.
    """
    theme = context.theme
    parent = tag or context.tag
    boxes: list[Box] = []
    over = overline or (f"Part {context.part}" if context.part else "")
    if over:
        boxes.append(
            text(
                [Run(theme.overline.face.capitals(over), theme.overline, parent.child("P"))],
                theme.overline,
                keep_with_next=True,
            )
        )
    style = stepped(title, theme.title, theme.measure)
    heading = Run(title, style, parent.child("H1"))
    boxes.append(text([heading], style, above=2, keep_with_next=True))
    if standfirst:
        boxes.append(
            text([Run(standfirst, theme.standfirst, parent.child("P"))], theme.standfirst, above=3, keep_with_next=True)
        )
    stack = Stack(boxes, keep_with_next=True)
    return Landmark(stack, anchor or f"section:{name}", bookmark or title, level)
