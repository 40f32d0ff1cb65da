"""A sheet that is answered in the key: lines for name and score, its code and head, tasks, heads of later pages."""

from collections.abc import Callable, Sequence

from studypack.layout.boxes import Box
from studypack.layout.stack import Stack
from studypack.layout.wrapper import RepeatHeader
from studypack.sections.kit.builder import Builder
from studypack.sections.kit.opening import opening
from studypack.sections.kit.section import Context
from studypack.sections.kit.sheet_head import ContinuedHead, ScoredNameLines, names_in, version_line


def scored_sheet(
    context: Context,
    name: str,
    title: str,
    marks: int,
    tasks: Callable[[Builder], Sequence[Box]],
    *,
    standfirst: str,
    heard: str = "",
    again: Sequence[Box] = (),
) -> Box:
    """Return the sheet of the section called `name`, worth so many marks; `tasks` makes what stands under its head.

    Its code is the version of the context. `again` stands under the heads of its later pages.
    """
    pack, theme, names = context.pack, context.theme, names_in(context.tag)
    # Elements are made in the order in which they are to be read.
    opens: list[Box] = [ScoredNameLines(pack, theme, marks, names), version_line(context)]
    opens.append(opening(context, name, title, standfirst=standfirst, heard=heard))
    continued = ContinuedHead(pack, theme, title, names, context.version)
    return RepeatHeader(Stack([*opens, *tasks(context.build)]), Stack([continued, *again]))
