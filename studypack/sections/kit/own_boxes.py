"""Boxes of the author's own, at the end of the sections that they name."""

from collections.abc import Sequence

from studypack.base.styled_text import joined
from studypack.layout.boxes import Box
from studypack.layout.stack import Stack
from studypack.layout.style import mm
from studypack.layout.wrapper import KeepTogether
from studypack.model.content import Pack
from studypack.model.letters import capitalise
from studypack.model.options import Options
from studypack.model.parts import AsideBox, BoxPlace
from studypack.sections.kit.icons import Icon
from studypack.sections.kit.section import Context
from studypack.sections.kit.task_box import Framed, task_heading


def own_boxes(context: Context, name: str) -> list[Box]:
    """Return the boxes that stand at the end of the section of this name, in the order of the file."""
    printed = [section.name for section in context.printed]
    own = [each for each in context.pack.boxes if place_of(each, context.options, printed) == name]
    return [_framed(context, each) for each in own]


def place_of(box: AsideBox, options: Options, printed: Sequence[str]) -> str | None:
    """Return the name of the section at whose end a box stands, of those that are `printed`; None if it is not printed.

    Who asks for sections by name, or for a preset, is not given the boxes of others.
    """
    # Where a small pack has its glossary in the overview, the boxes go there, too.
    wanted = (box.where, BoxPlace.OVERVIEW) if box.where is BoxPlace.GLOSSARY else (box.where,)
    for name in wanted:
        if name in printed:
            return name
    if box.where and (options.sections or options.preset):
        return None
    places = [name for name in printed if name in list(BoxPlace)]
    return places[-1] if places else None


def _framed(context: Context, box: AsideBox) -> Box:
    theme, build = context.theme, context.build.within("Sect")
    icon, heading = _icon_and_name(context.pack, box.kind)
    if box.title:
        heading = joined((heading, box.title), context.pack.say.colon + " ")
    content = Stack([task_heading(build, icon, heading), build.prose(box.text, theme.task, above=3)])
    return KeepTogether(Framed(content, theme, above=mm(6)), theme.third)


def _icon_and_name(pack: Pack, kind: str) -> tuple[Icon, str]:
    """Return the icon of a kind, and its name as it is printed; for a word of the author's own, that word."""
    match str(kind).casefold():
        case "question":
            # Words: heading of a box of the author's own.
            return Icon.QUESTION, pack.say("key_question", "Key question")
        case "tip":
            # Words: heading of a box of the author's own.
            return Icon.TIP, pack.say("exam_tip", "Exam tip")
        case "remember":
            # Words: heading of a box of the author's own.
            return Icon.REMEMBER, pack.say("remember", "Remember")
        case "task":
            # Words: heading of a box of the author's own.
            return Icon.WRITE, pack.say("task_box", "Task")
    return Icon.STAR, capitalise(kind, pack.language)
