"""The sorting sheet: every statement of the table, mixed and unmarked; pupils tick the side that it belongs to."""

from collections.abc import Sequence

from studypack.content import Marked, Pack
from studypack.options import Options
from studypack.sections import mixing
from studypack.sections.fitting import easiest
from studypack.sections.naming import sides_say
from studypack.sections.opening import opening
from studypack.sections.section import Answer, Owed, Setting, heading_of
from studypack.sections.sheet_head import ContinuedHead, ScoredNameLines, version_line
from studypack.sections.table.columns import divider
from studypack.sections.table.fit import Fit, fits
from studypack.sections.table.statement import NamesOverBoxes, statement_box
from studypack.typeset.boxes import Box, NewPage
from studypack.typeset.flow import count_pages
from studypack.typeset.look import mm
from studypack.typeset.stack import Resumed, Stack
from studypack.typeset.tag import Furniture, Tag

TASK = "Sort the statements"


def mixed(pack: Pack, seed: int) -> tuple[Marked, ...]:
    """The points in an order that tells nothing: by a hash of seed, pack and point, the same on every machine."""
    return tuple(mixing.mixed(pack.marked, f"{seed} {pack.digest}", lambda marked: marked.key))


def sorting_sheet(setting: Setting, title: str) -> list[Box]:
    """The sheet, on leaves of its own, on as few pages as it can take."""
    look = setting.look

    paragraph = setting.tag.child("P")
    task = f"Tick the side that each statement belongs to. {sides_say(setting.pack)}".rstrip()

    def boxes_at(trial: Setting, fit: Fit) -> list[Box]:
        names = ScoredNameLines(look, len(trial.pack.points), paragraph)
        head = opening(trial, "table", title, overline=TASK, standfirst=task)
        return [Stack([names, version_line(trial), head], keep=True), _statements(trial, fit, paragraph)]

    boxes = easiest(setting, fits(look, setting.pack), boxes_at)
    several = count_pages(boxes, look.measure, look.depth) > 1
    return [NewPage(recto=several, handout=True), *boxes]


def _statements(setting: Setting, fit: Fit, paragraph: Tag) -> Box:
    look = setting.look
    names = NamesOverBoxes(setting, setting.tag)
    listing = setting.tag.child("L")
    order = enumerate(mixed(setting.pack, setting.options.seed), start=1)
    boxes = [statement_box(setting, number, marked, fit, listing) for number, marked in order]
    again = Stack([ContinuedHead(look, TASK, paragraph, setting.version), NamesOverBoxes(setting, Furniture.AGAIN)])
    return Resumed(Stack([names, Stack(boxes, divide=divider)]), again, above=look.grown(mm(4)))


def sides_owed(pack: Pack, options: Options) -> tuple[Owed, ...]:
    """The side of each statement, and the mark under which the table has it."""
    order: Sequence[Marked] = mixed(pack, options.seed)
    answers = [
        Answer(number, (heading_of(pack, marked.point.side),), marked.mark)
        for number, marked in enumerate(order, start=1)
    ]
    return (Owed(TASK, tuple(answers), ()),)
