"""The timeline: every dated point, drawn to scale; advantages above the line, disadvantages below."""

from studypack.layout.boxes import Box, NewPage
from studypack.model.content import Pack
from studypack.model.modes import Scale, TimelineMode
from studypack.model.options import Options
from studypack.sections.kit.section import Section, Setting
from studypack.sections.timeline.cards import card_boxes
from studypack.sections.timeline.dated import dated, owed
from studypack.sections.timeline.strips import strip_boxes
from studypack.sections.timeline.upright import upright_boxes


def _compose(setting: Setting) -> list[Box]:
    """Across the page in small type; down the page in large type, where no flag has room beside its pole."""
    items, modes = dated(setting.pack), setting.options.timeline
    if modes.mode is TimelineMode.CUT:
        return card_boxes(setting, items)
    boxes = (strip_boxes(setting, items) if _runs_across(setting) else None) or upright_boxes(setting, items)
    return boxes if modes.mode is TimelineMode.FULL else [NewPage(handout=True), *boxes]


def _runs_across(setting: Setting) -> bool:
    """Whether it is drawn in strips across the page, where these have room."""
    return setting.options.timeline.scale is Scale.TRUE and not setting.look.accessible


def parts_sides(setting: Setting) -> bool:
    """Whether one side stands above a line and the other below it."""
    return setting.options.timeline.mode is TimelineMode.FULL and _runs_across(setting)


def _title(pack: Pack, options: Options) -> str:
    return "Timeline"


def _describe(setting: Setting) -> str:
    match setting.options.timeline.mode:
        case TimelineMode.DATES_BLANK:
            return "A timeline to write the dates on"
        case TimelineMode.LABELS_BLANK:
            return "A timeline to write the events on"
        case TimelineMode.CUT:
            return f"{len(dated(setting.pack))} cards to cut out and put in order"
    if setting.options.timeline.scale is Scale.EVEN:
        return "Every dated point in order of time, not to scale"
    # In large type that is seen only when its pages are made.
    return "Every dated point, drawn to scale" if _runs_across(setting) else "Every dated point in order of time"


SECTION = Section(
    name="timeline",
    title=_title,
    describe=_describe,
    needs="points or events with dates",
    applies=lambda pack: bool(pack.events) or any(point.date is not None for point in pack.points),
    compose=_compose,
    answers=owed,
)
