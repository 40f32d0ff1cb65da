"""The title over the first page of a pack that has no cover: all that a cover says, and lines for the owner's name."""

from collections.abc import Iterator

from studypack.layout.boxes import Box, HorizontalRule, TooTallError
from studypack.layout.columns import Columns
from studypack.layout.paragraph import text
from studypack.layout.shorten import stepped
from studypack.layout.stack import Stack
from studypack.layout.style import INK, mm
from studypack.layout.text import Run
from studypack.model.content import Pack
from studypack.model.options import Options
from studypack.sections.cover.ways import DOT, CoverTexts, in_full
from studypack.sections.kit.opening import Landmark
from studypack.sections.kit.pictures import Setting, logo_box, picture_box
from studypack.sections.kit.section import Context, Section
from studypack.sections.kit.sheet_head import NameLines

_SIZE = 34 / 46
"""Of a cover's title."""
_LINES = 2
"""Of a title in its full size."""
_BY_LOGO = mm(6)
"""Between a title and the school's logo."""
_PICTURE = 0.22
"""Of the text area's height, at most."""


def _compose(context: Context) -> list[Box]:
    """Return the title and what stands under it, kept with what follows. Raises TooTallError for a title of a page."""
    theme, pack = context.theme, context.pack
    head = Stack(_head(context), keep_with_next=True)
    if head.height(theme.measure) > theme.depth:
        raise TooTallError(pack.title)
    boxes: list[Box] = [*_under(context), HorizontalRule(1.2, INK, above=mm(4))]
    for box in boxes:
        box.keep_with_next = True
    return [Landmark(head, "section:title", pack.title), *boxes]


def _head(context: Context) -> list[Box]:
    """Return the lines for names, what the pack is of and for whom, and its title; the title is read first."""
    theme, pack, build = context.theme, context.pack, context.build
    heading, over = context.tag.child("H1"), CoverTexts.of(pack).subject
    display = theme.cover_title.sized(theme.cover_title.size * _SIZE, theme.cover_title.leading * _SIZE)
    names, boxes = NameLines(pack, theme, build.tag.child("P")), list[Box]()
    if over:
        shown = theme.overline.face.capitals(over, pack.language)
        boxes.append(build.text(shown, theme.overline, said=over.replace(DOT, ", ")))
    if pack.style.logo is None:
        style = stepped(pack.title, display, theme.measure, _LINES)
        return [names, *boxes, text([Run(pack.title, style, heading)], style, above=mm(1))]
    logo, width = logo_box(theme, build.tag, pack.style.logo)
    measure = theme.measure - width - _BY_LOGO
    style = stepped(pack.title, display, measure, _LINES)
    head = Stack([*boxes, text([Run(pack.title, style, heading)], style, above=mm(1))])
    return [names, Columns([head, logo], (measure, width), _BY_LOGO)]


def _under(context: Context) -> Iterator[Box]:
    """Yield years, subtitle, question and source, and the picture of the cover."""
    theme, pack, build = context.theme, context.pack, context.build
    texts = CoverTexts.of(pack)
    if pack.period is not None:
        yield build.text(in_full(pack.period.long), theme.cover_years_small, above=mm(1), said=pack.period.spoken)
    for words, style in (
        (texts.subtitle, theme.cover_subtitle_small),
        (texts.question, theme.cover_question_small),
        (texts.source, theme.label_italic),
    ):
        if words:
            yield build.text(words, style, above=mm(1.5))
    if pack.cover is not None:
        yield picture_box(theme, build.tag, pack.cover, Setting(theme.depth * _PICTURE))


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
