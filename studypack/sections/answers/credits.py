"""Whose the pictures of a pack are: the last list of the key."""

import re

from studypack.layout.boxes import Box
from studypack.layout.paragraph import text
from studypack.layout.style import mm
from studypack.model.content import Pack
from studypack.sections.answers.grid import heading
from studypack.sections.kit.pictures import credited
from studypack.sections.kit.section import Context

_BETWEEN = mm(1)


def credit_boxes(context: Context) -> list[Box]:
    """Return the credits under a heading of their own, each once; nothing if no picture has one."""
    named = _named(context.pack)
    if not named:
        return []
    boxes = [heading(context, context.pack.say("pictures", "Pictures"), anchor="key:pictures")]
    style, items = context.theme.caption, context.build.within("L")
    for credit, names in named.items():
        body = items.within("LI").within("LBody")
        listed = f"{context.pack.say.semicolon} ".join([*(name.removesuffix(".") for name in names[:-1]), names[-1]])
        runs = credited(listed, credit, style, body.tag)
        boxes.append(text(runs, style, above=_BETWEEN if len(boxes) > 1 else 0))
    return boxes


def _named(pack: Pack) -> dict[str, list[str]]:
    """For each credit, the pictures that have it, called by their captions, or what they show, or their files.

    Of two names of a file that begin alike, up to a comma or a stop, the longer one is enough.
    """
    found: dict[str, dict[tuple[str, str], str]] = {}
    for _, picture in pack.pictures:
        if picture.credit:
            names = found.setdefault(picture.credit, {})
            name = picture.caption or picture.alt or picture.file.name
            begins = picture.file.name, re.split(r"[,.;:]", name)[0]
            names[begins] = max(names.get(begins, ""), name, key=len)
    return {credit: list(dict.fromkeys(names.values())) for credit, names in found.items()}
