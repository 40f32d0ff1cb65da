"""The points that are judged: which, in which order, and how each is named."""

from itertools import chain, zip_longest

from studypack.layout.boxes import Box
from studypack.layout.paragraph import text
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import Style
from studypack.layout.tag import Tag
from studypack.layout.text import Run
from studypack.layout.wrapper import RepeatHeader
from studypack.model.content import MarkedPoint, Pack
from studypack.model.modes import JudgeMode
from studypack.model.options import Options
from studypack.sections.kit.builder import Builder, kept
from studypack.sections.kit.fitting import mixed
from studypack.sections.kit.marks import Mark, MarkLabel, mark_tag

FEWEST, NINE = 4, 9
"""Points that can be placed over and under a line, or in a row, and those of a diamond."""
_MOST = 8
"""Points that are placed in a row or at a line: more are no longer compared with each other."""


def judged(pack: Pack, options: Options) -> tuple[MarkedPoint, ...]:
    """Return the points, as many of each side as can be, in the order of the pack; another seed has others."""
    most = NINE if options.judge.mode is JudgeMode.DIAMOND else _MOST
    order = mixed(pack.marked, lambda each: each.key, options.seed, pack.digest, "judge")
    sides = list(dict.fromkeys(each.side for each in pack.marked))
    by_turns = chain(*zip_longest(*([each for each in order if each.side is side] for side in sides)))
    chosen = {each.key for each in [each for each in by_turns if each is not None][:most]}
    return tuple(each for each in pack.marked if each.key in chosen)


def named(listing: Builder, marked: MarkedPoint) -> Box:
    """Return the mark of a point beside its title, an item of a list."""
    label, body, style = _parts(listing, marked)
    return Hanging(label, text([Run(marked.point.title, style, body)], style), label.mark.indent)


def card(listing: Builder, marked: MarkedPoint) -> Box:
    """Return the mark of a point over its title, an item of a list; with the mark again where the title goes on."""
    label, body, style = _parts(listing, marked)
    title = text([Run(marked.point.title, style, body)], style, above=2)
    return RepeatHeader(Stack([kept(label), title]), label.again())


def _parts(listing: Builder, marked: MarkedPoint) -> tuple[MarkLabel, Tag, Style]:
    """The mark of a point, the element of its title, and the style of that."""
    theme, style = listing.theme, listing.theme.task.voiced(bold=True)
    item = listing.within("LI")
    tag = mark_tag(listing.pack, item.tag.child("Lbl"), marked, linked=False, after=": ")
    return MarkLabel(Mark(marked, theme, tag, size=style.size), style.leading), item.tag.child("LBody"), style
