"""The title over the first page of a pack that has no cover: all that a cover says, and lines for the owner's name."""

from studypack.layout.boxes import Box, HorizontalRule
from studypack.layout.paragraph import text
from studypack.layout.shorten import stepped
from studypack.layout.stack import Stack
from studypack.layout.style import INK, mm
from studypack.layout.text import Run
from studypack.model.content import Pack
from studypack.model.options import Options
from studypack.sections.cover.ways import DOT, CoverTexts, in_full
from studypack.sections.kit.opening import Landmark
from studypack.sections.kit.pictures import Setting, picture_box
from studypack.sections.kit.section import Context, Section
from studypack.sections.kit.sheet_head import NameLines

_SIZE = 34 / 46
"""Of a cover's title."""
_LINES = 2
"""Of a title in its full size."""
_PICTURE = 0.22
"""Of the text area's height, at most."""


def _compose(context: Context) -> list[Box]:
    theme, pack, build = context.theme, context.pack, context.build
    texts, heading = CoverTexts.of(pack), context.tag.child("H1")
    display = theme.cover_title.sized(theme.cover_title.size * _SIZE, theme.cover_title.leading * _SIZE)
    title = stepped(pack.title, display, theme.measure, _LINES)
    over = DOT.join(filter(None, (pack.school, texts.subject)))
    boxes: list[Box] = [NameLines(pack, theme, build.tag.child("P"))]
    if over:
        shown = theme.overline.face.capitals(over, pack.language)
        boxes.append(build.text(shown, theme.overline, said=over.replace(DOT, ", "), keep_with_next=True))
    boxes.append(text([Run(pack.title, title, heading)], title, above=mm(1), keep_with_next=True))
    if pack.period is not None:
        years = in_full(pack.period.long)
        boxes.append(build.text(years, theme.cover_years_small, above=mm(1), said=pack.period.spoken))
    for words, style in (
        (texts.subtitle, theme.cover_subtitle_small),
        (texts.question, theme.cover_question_small),
        (texts.source, theme.label_italic),
    ):
        if words:
            boxes.append(build.text(words, style, above=mm(1.5)))
    if pack.cover is not None:
        boxes.append(picture_box(theme, build.tag, pack.cover, Setting(theme.depth * _PICTURE)))
    boxes.append(HorizontalRule(1.2, INK, above=mm(4)))
    for box in boxes:
        box.keep_with_next = True
    return [Landmark(Stack(boxes[:3], keep_with_next=True), "section:title", pack.title), *boxes[3:]]


def _title(pack: Pack, options: Options) -> str:
    # Words: in lists of sections: the title of the pack over its first page.
    return pack.say("title_over_pack", "Title")


SECTION = Section(
    name="title",
    title=_title,
    describe=lambda context: "",
    needs="a title",
    applies=lambda pack: True,
    wanted=lambda pack, options: False,
    compose=_compose,
    other_names=("title block", "heading"),
    numbered=False,
    leads=True,
)
