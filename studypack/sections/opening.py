"""How a section opens: overline, title, standfirst; with the bookmark and the anchor that lead there."""

from studypack.sections.section import Setting
from studypack.typeset.boxes import Box
from studypack.typeset.page import Bookmark, Page
from studypack.typeset.paragraph import text
from studypack.typeset.shorten import stepped
from studypack.typeset.stack import Stack
from studypack.typeset.tag import Tag
from studypack.typeset.text import Run

_MOST_LINES = 3
"""Of a title at its full size."""


class Landmark(Box):
    """A box that the outline and links lead to."""

    def __init__(self, box: Box, anchor: str, title: str = "", level: int = 0) -> None:
        self._box = box
        self._anchor = anchor
        self._bookmark = title
        self._level = level
        self.above = box.above
        self.keep = box.keep

    def height(self, width: float) -> float:
        """Of the box itself."""
        return self._box.height(width)

    def least(self, width: float) -> float:
        """Of the box itself."""
        return self._box.least(width)

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """The landmark stays with the first part."""
        parts = self._box.split(width, room)
        if parts is None:
            return None
        return Landmark(parts[0], self._anchor, self._bookmark, self._level), parts[1]

    def loosened(self) -> Box:
        """As the box is."""
        return Landmark(self._box.loosened(), self._anchor, self._bookmark, self._level)

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """A little above the box, so that a reader who lands there sees it whole."""
        page.anchors.setdefault(self._anchor, top + 12)
        if self._bookmark:
            page.bookmarks.append(Bookmark(self._bookmark, self._level, top + 12))
        self._box.place(page, x, top, width)


def opening(
    setting: Setting,
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
    look = setting.look
    parent = tag or setting.tag
    boxes: list[Box] = []
    over = overline or (f"Part {setting.part}" if setting.part else "")
    if over:
        boxes.append(
            text([Run(look.overline.face.capitals(over), look.overline, parent.child("P"))], look.overline, keep=True)
        )
    style = stepped(title, look.title, look.measure, _MOST_LINES)
    heading = Run(title, style, parent.child("H1"))
    boxes.append(text([heading], style, above=2, keep=True))
    if standfirst:
        boxes.append(text([Run(standfirst, look.standfirst, parent.child("P"))], look.standfirst, above=3, keep=True))
    stack = Stack(boxes, keep=True)
    return Landmark(stack, anchor or f"section:{name}", bookmark or title, level)
