"""How far placed items reach, in points from the page's bottom-left corner."""

from collections.abc import Iterable

from studypack.layout.page import Circle, Item, Outline, Page, Polygon, Rule, TextRun

Extent = tuple[float, float, float, float]
"""Left, bottom, right, top."""


def extent(item: Item) -> Extent:
    """How far an item reaches; text from its descenders to the height of its capitals."""
    if isinstance(item, TextRun | Outline):
        return item.box
    if isinstance(item, Circle):
        return item.x - item.radius, item.y - item.radius, item.x + item.radius, item.y + item.radius
    if isinstance(item, Polygon):
        across, up = zip(*item.points, strict=True)
        return min(across), min(up), max(across), max(up)
    if isinstance(item, Rule):
        return min(item.x0, item.x1), min(item.y0, item.y1), max(item.x0, item.x1), max(item.y0, item.y1)
    return item.x, item.y, item.x + item.width, item.y + item.height


def joint_extent(items: Iterable[Item]) -> Extent:
    """How far some items reach together. Raises ValueError without any."""
    lefts, bottoms, rights, tops = zip(*map(extent, items), strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def filled_height(page: Page) -> float:
    """Return the height of a page's content from the top of the text area, as a part of the area's height."""
    frame = page.frame
    lows = [low for _, low, _, high in map(extent, page.items) if frame.bottom <= low and high <= frame.top]
    return (frame.top - min(lows, default=frame.top)) / frame.height
