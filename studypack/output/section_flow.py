"""The sections of a document, one after another: each on pages of its own, or where the last one ended."""

from collections.abc import Container, Sequence
from dataclasses import replace

from studypack.base.limits import check_pages
from studypack.layout.boxes import Box, NewPage
from studypack.layout.flow import Flow, fill, flow, on_own_leaves
from studypack.layout.page import Page
from studypack.layout.style import mm
from studypack.layout.tag import Tag
from studypack.model.choices import Openings
from studypack.sections.kit.own_boxes import own_boxes
from studypack.sections.kit.section import Context, Section

_ABOVE = mm(9)
"""Over a section that runs on, in points."""
_LEAST = 0.25
"""Of a page: so much of a section that is parted stands on the page on which it starts."""


class SectionFlow:
    """Puts sections on `pages`, and their elements into `root`."""

    def __init__(self, pages: list[Page], root: Tag, apart: Container[str] = ()) -> None:
        """Sections whose names are in `apart` start a page, though they might run on."""
        self._pages, self._root, self._apart, self._flow = pages, root, apart, Flow()
        self._handed_out = False
        """The last section ended in what is handed out by itself."""
        self._last: tuple[Section, Context] | None = None
        """The section whose last page is open."""
        self._boxes: list[Box] = []
        """Those of the last section."""
        self._before = 0
        """The number of pages before it."""

    def add(self, section: Section, context: Context) -> None:
        """Put a section where it starts. Raises TooTallError, TimeLimitError and LimitError."""
        boxes, context, runs_on = self._composed(section, context)
        if not runs_on:
            self.close()
            boxes = self._opened(boxes, context)
        self._before, self._boxes, self._last = len(self._pages), boxes, (section, context)
        if self._flow.page is not None:
            self._flow.page.others.append(section.name)
        self._flow.add(boxes, self.new_page, _ABOVE if runs_on else 0)

    def close(self) -> None:
        """Fill what is left of the last page, and place what stands on it."""
        if self._last is not None and self._flow.page is not None:
            section, context = self._last
            if task := section.fills(context, self._flow.room):
                self._flow.add(task, self.new_page, task[0].above)
                self._boxes = [*self._boxes, *task]
        self._flow.close()

    def new_page(self) -> Page:
        """Add a page of the last section, and return it. Raises LimitError if there are too many."""
        assert self._last is not None, "a section asks for it"
        section, context = self._last
        theme, number = context.theme, len(self._pages) + 1
        check_pages(called(section), number)
        head = "" if section.bare or section.leads else section.title(context.pack, context.options)
        one_sided = context.options.duplex is False
        page = Page(number, theme.width, theme.height, theme.sheet(), section.name, head=head, one_sided=one_sided)
        page.names_section = theme.section_head or section.is_key  # a loose page of answers is to tell what it is
        if not section.bare:
            page.frame = theme.frame(recto=page.recto)
        self._pages.append(page)
        return page

    def add_blank_pages(self, per_unit: int) -> None:
        """Add blank pages up to a whole leaf of two pages, or a sheet of a booklet of four.

        In a booklet they are put before the last page, which becomes the back cover, if that page is the whole last
        section and need not be a recto. Otherwise they come last, to split no section.
        """
        blanks = -len(self._pages) % per_unit
        closes = per_unit == 4 and self._before == len(self._pages) - 1 > 0
        if closes and blanks and not any(isinstance(box, NewPage) and box.recto for box in self._boxes):
            del self._pages[self._before :]
            for _ in range(blanks):
                self.new_page()
            flow(self._boxes, self.new_page)
        else:
            for _ in range(blanks):
                self.new_page()

    def _opened(self, boxes: list[Box], context: Context) -> list[Box]:
        """Return the boxes of a section that starts a page."""
        if context.options.openings is Openings.RECTO:
            boxes = [NewPage(recto=True), *boxes]
        if context.options.duplex:
            boxes, self._handed_out = on_own_leaves(boxes, after_handout=self._handed_out)
        else:
            self._handed_out = any(isinstance(box, NewPage) and (box.recto or box.handout) for box in boxes)
        return boxes

    def _composed(self, section: Section, context: Context) -> tuple[list[Box], Context, bool]:
        """Return the boxes of a section, what they were made from, and whether it runs on where the last one ended.

        It does if it stands there whole, or a part of some height does; it is set for the room that there is, unless
        that is too little.
        """
        page, room, depth = self._flow.page, self._flow.room - _ABOVE, context.theme.depth
        if page is None or not self._goes_under(section, context):
            return _boxes(section, context), context, False
        tight = room < section.least_room * depth
        under = context if tight else replace(context, start=depth - room)
        boxes = _boxes(section, under)
        if boxes and not isinstance(boxes[0], NewPage):
            whole, height = _stands(boxes, page, room)
            if whole or (height >= _LEAST * depth and not tight):
                return boxes, under, True
        if tight:
            return boxes, context, False
        fresh = replace(context, tag=self._root.child("Sect", section=section.name))
        return _boxes(section, fresh), fresh, False

    def _goes_under(self, section: Section, context: Context) -> bool:
        """Whether neither the section nor the last one is to have its pages for itself."""
        last = self._last[0] if self._last else None
        if last is None or self._handed_out or section.name in self._apart:
            return False
        if self._flow.page is not None and self._flow.page.width != context.theme.width:
            return False
        run_on = context.options.openings is Openings.RUN_ON
        if not last.leads and not (run_on and last.numbered and not last.is_key):
            return False
        apart = section.bare or section.is_key or section.handed_out(context.pack, context.options)
        return section.numbered and not apart


def _boxes(section: Section, context: Context) -> list[Box]:
    """Return what a section is made of, with the author's own boxes at its end."""
    return [*section.compose(context), *own_boxes(context, section.name)]


def called(section: Section) -> str:
    """Return what messages call a section."""
    return f"the section '{section.name}'"


def _stands(boxes: Sequence[Box], page: Page, room: float) -> tuple[bool, float]:
    """Return whether boxes stand in so much room of a page up to their own next page, and the height that does."""
    filling = fill(boxes, 0, page.frame.width, room, fresh=False)
    whole = filling.following == len(boxes) or isinstance(boxes[filling.following], NewPage)
    return whole and filling.carried is None, filling.used
