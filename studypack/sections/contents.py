"""The contents page: what is in the pack and where, and the key to the marks."""

from dataclasses import dataclass

from studypack.layout.boxes import Box, HorizontalRule, Space
from studypack.layout.page import Link, Page, Slot
from studypack.layout.paragraph import Paragraph, text
from studypack.layout.shorten import stepped
from studypack.layout.stack import Hanging, Stack
from studypack.layout.style import INK_SOFT, RULE, mm
from studypack.layout.tag import Tag
from studypack.layout.text import Run
from studypack.layout.wrapper import KeepTogether
from studypack.model.content import Pack
from studypack.model.sides import Side
from studypack.sections import timeline
from studypack.sections.kit.builder import Builder
from studypack.sections.kit.fitting import easiest
from studypack.sections.kit.marks import Mark, MarkLabel, mark_tag
from studypack.sections.kit.opening import opening
from studypack.sections.kit.section import Context, Section, heading_of

_AIRS = (mm(1.2), mm(1.6), mm(2.1), mm(2.6))
"""Above and below the words of an entry."""


@dataclass(frozen=True, slots=True)
class _Fit:
    """One way to set the list."""

    air: float
    described: bool
    """With the line under each title."""


_FITS = tuple(_Fit(air, described) for described in (False, True) for air in _AIRS)
"""The closest first. A list on one page is found sooner than a line under each title is missed."""


class _Entry(Box):
    """One line of the contents: number, title, description and page."""

    def __init__(self, context: Context, number: int, section: Section, tag: Tag, fit: _Fit) -> None:
        self._target = f"section:{section.name}"
        self._title = section.title(context.pack, context.options)
        self._theme = theme = context.theme
        figure = theme.heading.voiced().colored(INK_SOFT).sized(theme.heading.size * 1.3, theme.heading.leading)
        self._number = Paragraph([Run(str(number), figure, tag.child("Lbl"))], theme.heading.leading)
        self._link = tag.child("Reference").child("Link")
        widest = figure.face.width("00", figure.size)
        self._indent = theme.contents_number or widest + 0.5 * figure.size
        self._page_room = theme.grown(mm(12))
        style = stepped(self._title, theme.heading, self._own(theme.measure))
        words = [text([Run(self._title, style, self._link)], style)]
        self._page = self._link.child("Span")
        describing = section.describe(context) if fit.described else ""
        if describing:
            words.append(Builder(theme, tag).text(describing, theme.description))
        self._words = Stack(words)
        self._air = theme.grown(fit.air)

    def _own(self, width: float) -> float:
        return width - self._indent - self._page_room

    def height(self, width: float) -> float:
        """The words and the space round them."""
        return self._words.height(self._own(width)) + 2 * self._air

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """A rule above, then number, words, and a slot for the page number."""
        HorizontalRule(0.5, RULE).place(page, x, top, width)
        inner = top - self._air
        self._number.place(page, x, inner, self._indent)
        self._words.place(page, x + self._indent, inner, self._own(width))
        folio = self._theme.contents_page
        baseline = inner - self._theme.heading.leading / 2 - 0.335 * folio.size
        page.slots.append(Slot(self._target, x + width, baseline, folio.face, folio.size, folio.color, self._page))
        height = self.height(width)
        page.add(Link(x, top - height, width, height, self._target, self._title, self._link))


def _boxes(context: Context, fit: _Fit) -> list[Box]:
    theme, pack = context.theme, context.pack
    boxes: list[Box] = [
        opening(context, "contents", "In this pack", overline="Contents"),
        Space(theme.grown(mm(6))),
    ]
    toc = context.tag.child("TOC")
    numbered = [section for section in context.printed if section.numbered]
    for number, section in enumerate(numbered, start=1):
        boxes.append(_Entry(context, number, section, toc.child("TOCI"), fit))
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
    boxes: list[Box] = [context.build.heading("How to read the marks")]
    listing = context.build.within("L")
    on_timeline = timeline.SECTION in context.printed and timeline.parts_sides(context)
    filled, open_ = ("", "") if context.options.eco else ("filled and ", "open and ")
    says = {Side.ADVANTAGE: (f"{filled}rounded", "above"), Side.DISADVANTAGE: (f"{open_}square", "below")}
    for side in Side:
        points = pack.side(side)
        if not points:
            continue
        item = listing.within("LI")
        sample = points[min(2, len(points) - 1)]
        mark = Mark(sample, theme, mark_tag(pack, item.tag, sample))
        indent = theme.mark_column or mark.indent
        label = MarkLabel(mark, style.leading)
        shape, where = says[side]
        place = f"; {where} the line on the timeline" if on_timeline else ""
        line = f"One of the points under {heading_of(pack, side)}: {shape}{place}."
        if says_of := pack.sides.of(side).says:
            line += f" {says_of.rstrip('.')}."
        boxes.append(Hanging(label, item.text(line, style, "LBody"), indent, above=mm(2.4)))
    return Stack(boxes, above=theme.grown(mm(9)))


def _has_sections(pack: Pack) -> bool:
    lists = (pack.points, pack.events, pack.worksheets, pack.glossary, pack.people, pack.flashcards, pack.summary)
    return pack.evaluation is not None or any(lists)


SECTION = Section(
    name="contents",
    title=lambda pack, options: "Contents",
    describe=lambda context: "",
    needs="sections to list",
    applies=_has_sections,
    compose=_compose,
    numbered=False,
)
