"""The notes at a timeline's foot: what found no room, and the points that have no date."""

from collections.abc import Callable, Sequence
from functools import partial

from studypack.content import Marked, Pack
from studypack.modes import TimelineMode
from studypack.sections.marks import mark_run
from studypack.sections.section import Setting
from studypack.sections.timeline.choice import choice
from studypack.sections.timeline.dated import Dated, undated, words
from studypack.typeset.boxes import Box, HorizontalRule
from studypack.typeset.look import RULE, Style
from studypack.typeset.paragraph import text
from studypack.typeset.tag import Tag
from studypack.typeset.text import Content, Run


def foot(setting: Setting, items: Sequence[Dated], left_over: Sequence[Dated] = ()) -> list[Box]:
    """All that stands under the last strip: the notes, and the list that a pupil chooses labels from."""
    wanted = setting.options.timeline.mode is TimelineMode.LABELS_BLANK
    return [*(choice(setting, items) if wanted else ()), *notes(setting, left_over)]


def notes(setting: Setting, left_over: Sequence[Dated]) -> list[Box]:
    """The points whose labels found no room, and those that have no date."""
    style = setting.look.note.sized(8.8, 12.4)
    boxes: list[Box] = []
    if left_over:
        tag = setting.tag.child("P")
        entries = [partial(words, setting.pack, item, style) for item in left_over]
        boxes.append(text(_listed("Also in these years", entries, style, tag), style))
    if missing := undated(setting.pack):
        tag = setting.tag.child("P")
        names = [partial(_named, setting.pack, item, style) for item in missing]
        boxes.append(text(_listed("Not dated", names, style, tag), style, above=4))
    return [HorizontalRule(0.5, RULE, below=5), *boxes] if boxes else []


def _named(pack: Pack, marked: Marked, style: Style, tag: Tag) -> list[Content]:
    return [mark_run(pack, marked, style, tag), Run(f" {marked.point.title}", style, tag.child("Span"))]


def _listed(heading: str, entries: Sequence[Callable[[Tag], list[Content]]], style: Style, tag: Tag) -> list[Content]:
    """The entries one after another, parted by semicolons and ended by a stop; tagged in that order."""
    made: list[Content] = [Run(f"{heading}: ", style.voiced(bold=True), tag.child("Span"))]
    for number, entry in enumerate(entries, start=1):
        made += entry(tag.child("Span"))
        made.append(Run("; " if number < len(entries) else ".", style, tag.child("Span")))
    return made
