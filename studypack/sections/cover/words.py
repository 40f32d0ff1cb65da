"""The cover's words: told in full, without repetition, and counted."""

import re

from studypack.layout.boxes import Box
from studypack.model.content import Pack
from studypack.model.letters import fold_case
from studypack.model.sides import Side
from studypack.sections.cover.strip import COVER
from studypack.sections.kit.marks import one_of, said_within
from studypack.sections.kit.section import Context, heading_of
from studypack.sections.timeline.dated import undated
from studypack.sections.timeline.legend import Legend, Sign, sign_of


def in_full(years: str) -> str:
    """A span of years as a title has it: 1917–39 is 1917–1939."""
    return re.sub(r"^(\d\d)(\d\d)–(\d\d)$", r"\1\2–\1\3", years)


def subtitle_of(pack: Pack) -> str:
    """The subtitle without the years that stand above it; empty if it only repeats the title."""
    words = pack.subtitle or ""
    if pack.period is not None:
        for years in (in_full(pack.period.long), pack.period.long):
            first, dash, last = years.partition("–")
            span = re.escape(first) + (f"[-–]{re.escape(last)}" if dash else "")
            words = re.sub(rf"[\s,:;(]*\b{span}\)?$", "", words)
    says = set(_parts(words, pack.language)) - set(_parts(pack.title, pack.language))
    return words if says else ""


def _parts(words: str, language: str) -> list[str]:
    """Words, and signs that stand by themselves or end a sentence; what else is put between words says nothing."""
    return re.findall(r"\w+|[^\w\s,;:.()’–-]+", fold_case(words, language))


def _counted(pack: Pack, side: Side) -> str:
    """7 advantages, 2 weaknesses; 1 advantage, but Weaknesses: 1, for nobody told us that heading's singular."""
    count, heading = len(pack.side(side)), heading_of(pack, side)
    if count != 1:
        return f"{count} {said_within(pack, side)}"
    one = one_of(pack, side)
    return f"1 {one}" if one else f"{heading}: 1"


def counts(context: Context) -> Box:
    """How many points each side has, beside the sign that stands for them; one under the other if they are long."""
    pack, style = context.pack, context.theme.caption
    radius = COVER.dot * context.theme.sign_growth
    signs = [
        Sign(sign_of(side, radius), 2 * radius, context.build.text(_said(pack, side), style))
        for side in Side
        if pack.side(side)
    ]
    return Legend(signs, style.leading, COVER)


def _said(pack: Pack, side: Side) -> str:
    """7 advantages; 15 disadvantages, of which 3 undated."""
    count = len(pack.side(side))
    missing = sum(item.point.side is side for item in undated(pack))
    words = _counted(pack, side)
    if missing == count:
        return f"{words}, undated"
    return f"{words}, of which {missing} undated" if missing else words
