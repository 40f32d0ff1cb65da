"""The contents page: what is in the pack and where, and the key to the marks."""

from typing_extensions import override

from studypack.base.record import record
from studypack.layout.boxes import Box, Drawn, HorizontalRule, Space
from studypack.layout.columns import Columns
from studypack.layout.page import Link, Page, Slot
from studypack.layout.paragraph import Paragraph, text
from studypack.layout.row import Cell, Row
from studypack.layout.shorten import stepped
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import RULE, mm
from studypack.layout.tag import Tag
from studypack.layout.text import Run
from studypack.layout.theme import Theme
from studypack.layout.wrapper import KeepTogether, Padded
from studypack.model.content import Pack
from studypack.model.options import Options
from studypack.model.sides import Side
from studypack.sections import table, timeline
from studypack.sections.kit.builder import Builder
from studypack.sections.kit.fitting import easiest
from studypack.sections.kit.marks import Mark, MarkLabel, anchor_of, mark_tag, way_to
from studypack.sections.kit.opening import opening
from studypack.sections.kit.section import Context, Section
from studypack.sections.timeline.dated import half_of

_AIRS = (mm(1.2), mm(1.6), mm(2.1), mm(2.6))
"""Above and below the words of an entry."""


@record
class _Fit:
    """One way to set the list."""

    air: float
    described: bool
    """With the line under each title."""


_FITS = tuple(_Fit(air, described) for described in (False, True) for air in _AIRS)
"""The closest first. A list on one page is found sooner than a line under each title is missed."""


class _Linked(Padded):
    """An entry under a rule; all of it leads to its section."""

    def __init__(self, row: Box, air: float, leads: tuple[str, str, Tag]) -> None:
        super().__init__(row, air)
        self._leads = leads
        """The anchor, what a reader hears, and the element of the link."""

    @override
    def place(self, page: Page, x: float, top: float, width: float) -> None:
        HorizontalRule(0.5, RULE).place(page, x, top, width)
        super().place(page, x, top, width)
        height = self.height(width)
        page.add(Link(x, top - height, width, height, *self._leads))


def _entry(context: Context, number: int, section: Section, build: Builder, fit: _Fit) -> Box:
    """One line of the contents: number, title with what there is to say of it, and the page's number."""
    theme, head = context.theme, context.theme.heading
    figure = theme.contents_figure
    heard = context.pack.say("part_by_ear", "Part {number}:", number=number) + " "
    label = Paragraph([Run(str(number), figure, build.tag.child("Lbl", said=heard))], head.leading)
    indent = theme.contents_number or figure.face.width("00", figure.size) + 0.5 * figure.size
    room = theme.grown(mm(12))
    link = build.within("Reference").within("Link")
    target, title = f"section:{section.name}", section.title(context.pack, context.options)
    style = stepped(title, head, theme.measure - indent - room)
    words: list[Box] = [text([Run(title, style, link.tag)], style)]
    number_of_page = _number_of_page(theme, target, head.leading, link.tag.child("Span"))
    if fit.described and theme.explains and (describing := section.describe(context)):
        words.append(build.text(describing, theme.description, said=section.describe_by_ear(context)))
    cells = [Cell(label, width=indent), Cell(Stack(words), share=1), Cell(number_of_page, width=room)]
    return _Linked(Row(cells), theme.grown(fit.air), (target, title, link.tag))


def _number_of_page(theme: Theme, target: str, leading: float, tag: Tag) -> Box:
    """Room for the number of the page where an anchor stands, at the right end of a line of that leading."""
    folio = theme.contents_page

    def keep_for_number(page: Page, x: float, top: float, width: float) -> None:
        baseline = top - leading / 2 - folio.middle
        page.slots.append(Slot(target, x + width, baseline, folio.face, folio.size, folio.color, tag))

    return Drawn(0, keep_for_number)


def _boxes(context: Context, fit: _Fit) -> list[Box]:
    theme, pack = context.theme, context.pack
    boxes: list[Box] = [
        opening(context, "contents", pack.say("in_this_pack", "In this pack"), overline=_title(pack, context.options)),
        Space(theme.grown(mm(6))),
    ]
    listing = context.build.within("TOC")
    numbered = [section for section in context.printed if section.numbered]
    for number, section in enumerate(numbered, start=1):
        boxes.append(_entry(context, number, section, listing.within("TOCI"), fit))
    # Where the key to the marks goes over to another page, it takes an entry along.
    boxes[-1].keep_with_next = bool(numbered and pack.points)
    boxes.append(HorizontalRule(0.5, RULE, keep_with_next=bool(pack.points)))
    if pack.points:
        boxes.append(KeepTogether(_key_to_marks(context), theme.depth / 2))
    return boxes


def _compose(context: Context) -> list[Box]:
    """As full and as airy as the fewest pages allow."""
    return easiest(context, _FITS, _boxes)


def _key_to_marks(context: Context) -> Box:
    theme, pack = context.theme, context.pack
    style = theme.body
    boxes: list[Box] = [context.build.heading(pack.say("how_to_read_marks", "How to read the marks"))]
    listing = context.build.within("L")
    on_timeline = timeline.SECTION in context.printed and timeline.halves(context)
    for side in pack.groups:
        points = pack.on(side)
        item = listing.within("LI")
        sample = points[min(2, len(points) - 1)]
        mark = Mark(sample, theme, mark_tag(pack, item.tag, sample), way_to(pack, sample))
        indent = theme.mark_column or mark.indent
        label = MarkLabel(mark, style.leading)
        line = _mark_explained(context, side, on_timeline=on_timeline) if theme.explains else f"{side.name}."
        # Words: heard in place of what a mark looks like
        heard = pack.say(
            "mark_meaning", "The point with this number under {side}, wherever the pack speaks of it.", side=side.name
        )
        if side.says:
            says = f"{side.says.rstrip('.')}."
            line, heard = f"{line} {says}", f"{says} {heard}"
        body = item.within("LBody")
        if table.SECTION in context.printed:
            heard = heard.removesuffix(".")  # the number of the page follows
        explained: Box = body.text(line, style, "Span", said=heard)
        if table.SECTION in context.printed:
            leads = _number_of_page(theme, anchor_of(points[0]), style.leading, body.tag.child("Span"))
            room = theme.grown(mm(12))
            explained = Columns([explained, leads], (theme.measure - indent - room, room), 0)
        boxes.append(Hanging(label, explained, indent, above=mm(2.4)))
    return Stack(boxes, above=theme.grown(mm(9)))


def _title(pack: Pack, options: Options) -> str:
    return pack.say("contents", "Contents")


def _mark_explained(context: Context, side: Side, *, on_timeline: bool) -> str:
    """Return which points have marks of a side's shape, and where they stand on the timeline."""
    say, eco = context.pack.say, context.options.eco
    # Words: the shape of a mark, after "One of the points under Advantages: "
    shapes = (
        say("rounded", "rounded") if eco else say("filled_rounded", "filled and rounded"),
        say("square", "square") if eco else say("open_square", "open and square"),
        say("pointed", "pointed") if eco else say("filled_pointed", "filled and pointed"),
        say("pointed_twice", "pointed at both ends") if eco else say("open_pointed", "open and pointed at both ends"),
        say("over_line", "over a line"),
    )
    told = {"side": side.name, "shape": shapes[side.number]}
    half = half_of(context.pack, side) if on_timeline else None
    if half == 0:
        return say("mark_above", "One of the points under {side}: {shape}; above the line on the timeline.", **told)
    if half == 1:
        return say("mark_below", "One of the points under {side}: {shape}; below the line on the timeline.", **told)
    return say("mark_shape", "One of the points under {side}: {shape}.", **told)


def _has_sections(pack: Pack) -> bool:
    lists = (pack.points, pack.events, pack.worksheets, pack.glossary, pack.people, pack.flashcards, pack.summary)
    return pack.evaluation is not None or any(lists)


SECTION = Section(
    name="contents",
    title=_title,
    describe=lambda context: "",
    needs="sections to list",
    applies=_has_sections,
    compose=_compose,
    numbered=False,
)
