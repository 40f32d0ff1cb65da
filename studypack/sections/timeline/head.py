"""The head of a timeline: what it shows and how, what a pupil is to do with it, and the key to its signs."""

from collections.abc import Sequence

from studypack.modes import TimelineMode
from studypack.sections.opening import opening
from studypack.sections.section import Setting
from studypack.sections.sheet_head import ScoredNameLines, names_in, version_line
from studypack.sections.timeline.dated import Dated
from studypack.sections.timeline.legend import Legend
from studypack.typeset.boxes import Box, Space
from studypack.typeset.look import mm

TO_SCALE = "Drawn to scale: equal times are equal lengths."
EVEN = "Not to scale: every date stands the same distance from the next."
_TASKS = {
    TimelineMode.DATES_BLANK: "Write each date on its line: the year at least.",
    TimelineMode.LABELS_BLANK: "Say what happened: write the words from the list, or their letter.",
    TimelineMode.CUT: (
        "Cut along the dashed lines, put the cards in order of time, by when each began, and date those that you can."
    ),
}
_READING = "Read each date off the scale: write the year at least, and the month if you can tell."
_UNDER_OPENING = mm(5)
_UNDER_LEGEND = mm(6)


def head(setting: Setting, items: Sequence[Dated], drawn: str) -> list[Box]:
    """The boxes over the first strip or stretch; they stay with it. `drawn` says how the timeline is drawn."""
    boxes = [*opened(setting, items, drawn), Space(_UNDER_OPENING), Legend(setting, items), Space(_UNDER_LEGEND)]
    for box in boxes:
        box.keep = True
    return boxes


def opened(setting: Setting, items: Sequence[Dated], drawn: str = "", more: str = "") -> list[Box]:
    """The title and what to do; on a pupil's sheet under lines for the name and the score.

    That a pupil's timeline is to scale goes without saying, that it is not does not. `more` is said last.
    """
    mode = setting.options.timeline.mode
    if mode is TimelineMode.FULL:
        return [opening(setting, "timeline", "Timeline", standfirst=drawn)]
    task = _READING if drawn != EVEN and mode is TimelineMode.DATES_BLANK else _TASKS[mode]
    drawn = drawn if drawn == EVEN else ""
    names = ScoredNameLines(setting.look, len(items), names_in(setting.tag))
    title = opening(setting, "timeline", "Timeline", standfirst=" ".join(filter(None, (drawn, task, more))))
    return [names, version_line(setting), title]
