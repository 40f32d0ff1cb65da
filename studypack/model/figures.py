"""Pictures that stand in a text, alone in their paragraph: ![what it shows](dam.png){width=60%}"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from studypack.base.raster import PictureError, Raster
from studypack.model.blocks import Block, Figure, InPicture, Listing, Place, Quotation, Start, blocks
from studypack.model.spans import Span, Spans

_SHARE = re.compile(r"(\d{1,3}(?:\.\d+)?) ?%")
_MARK = re.compile(
    r"[ \t]*+!\[(?P<alt>(?:[^\]\\]|\\.){0,2000}+)\][ \t]*+\((?P<file>(?:[^()]|\([^()]*+\)){0,1000}+)\)"
    r"[ \t]*+(?:\{(?P<more>[^{}]*+)\})?[ \t]*+$"
)
"""Nothing in it is tried twice, so that its time grows linearly."""
_ATTRIBUTE = re.compile(r"(?<![\w-])(?P<key>[\w-]++)[ \t]*+=[ \t]*+(?P<value>\"[^\"]*+\"|[^\s\"]++)")
_ESCAPED = re.compile(r"\\(.)")
_SHOWN = 40
"""Characters of what is not understood that a message repeats."""


class Mark(NamedTuple):
    """A picture as it is written on a line of a text."""

    file: str
    at: int
    """Where its name begins in the line."""
    alt: str
    share: float | None
    decorative: bool


def parse_share(written: str) -> float:
    """Return the part of a column's width that is written as a percentage: 0.6 for 60%. Raises PictureError."""
    share = _part(written)
    if share is None or not 0.05 <= share <= 1:
        hint = "write how much of the column it is to take, from 5% to 100%: width: 60%"
        raise PictureError(f"the width of a picture cannot be {written.strip()[:_SHOWN]}", hint)
    return share


def parse_position(written: str) -> float:
    """Return a place along the edge of a picture that is written as a percentage. Raises PictureError."""
    part = _part(written)
    if part is None or part > 1:
        hint = "write how far it is from the left edge, and from the top, from 0% to 100%: x: 20%, y: 60%"
        raise PictureError(f"no place of a picture is at {written.strip()[:_SHOWN]}", hint)
    return part


def _part(percentage: str) -> float | None:
    found = _SHARE.fullmatch(percentage.strip())
    return float(found[1]) / 100 if found else None


def mark_in(line: str) -> Mark | None:
    """Return the picture that a line is; None if it is words. Raises PictureError for what a picture does not have."""
    found = _MARK.match(line)
    if not found:
        return None
    more = {each["key"]: each["value"].strip('"') for each in _ATTRIBUTE.finditer(found["more"] or "")}
    rest = _ATTRIBUTE.sub("", found["more"] or "").strip()
    unknown = rest or next((key for key in more if key not in ("width", "decorative")), "")
    if unknown:
        raise PictureError(f"a picture in a text has no {unknown[:_SHOWN]}", "write its width: {width=60%}")
    share = parse_share(more["width"]) if "width" in more else None
    alt, decorative = _ESCAPED.sub(r"\1", found["alt"]).strip(), more.get("decorative") == "yes"
    if not alt and not decorative:
        message = "nobody who cannot see this picture is told what it shows"
        raise PictureError(message, "write it in the brackets, or {decorative=yes} after it if it says nothing")
    if "{{" in alt:
        raise PictureError("a gap cannot stand in what a picture shows", "write it as words")
    file = found["file"].strip()
    return Mark(file, found.start("file") + found["file"].find(file), alt, share, decorative)


def figures_in(spans: Spans) -> Iterator[Figure]:
    """Yield the pictures of a text, in order."""
    if any(isinstance(span, Start) for span in spans):
        yield from _figures(blocks(spans))


def _figures(found: tuple[Block, ...]) -> Iterator[Figure]:
    for block in found:
        if isinstance(block, Figure):
            yield block
        elif isinstance(block, Quotation):
            yield from _figures(block.says)
        elif isinstance(block, Listing):
            for item in block.items:
                yield from _figures(item)


def with_rasters(spans: Spans, read: Callable[[InPicture], Raster]) -> Spans:
    """Return the spans with the pictures of their places read."""
    if not any(_in_picture(span.place) for span in spans if isinstance(span, Start)):
        return spans
    return tuple(
        replace(span, place=(*span.place[:-1], own._replace(raster=read(own))))
        if isinstance(span, Start) and (own := _in_picture(span.place))
        else span
        for span in spans
    )


def without_figures(spans: Spans) -> Spans:
    """Return the spans without pictures and what stands under them."""
    kept, inside = list[Span](), False
    for span in spans:
        if isinstance(span, Start):
            inside = _in_picture(span.place) is not None
        if not inside:
            kept.append(span)
    if len(kept) < len(spans) and kept and isinstance(kept[0], Start):
        # Nothing goes before it any more.
        kept[:1] = [replace(kept[0], text="")] if kept[0].place else []
    return tuple(kept)


def _in_picture(place: Place) -> InPicture | None:
    return place[-1] if place and isinstance(place[-1], InPicture) else None
