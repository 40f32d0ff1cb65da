"""Sections become a finished document: set one after another, numbered, and furnished with heads and folios."""

import hashlib
from collections.abc import Callable, Iterator, Sequence

from studypack.content import Pack
from studypack.options import Options, Sides
from studypack.sections.section import Section, Setting
from studypack.typeset.boxes import TooTallError
from studypack.typeset.eco import saved
from studypack.typeset.flow import flow, on_own_leaves
from studypack.typeset.grey import greyed
from studypack.typeset.look import RULE, Look, Style, look_for
from studypack.typeset.page import Document, Page, Rule, Tag, TextRun
from studypack.typeset.paragraph import Align, text
from studypack.typeset.shorten import cut
from studypack.typeset.text import Run


def compose(pack: Pack, options: Options, sections: Sequence[Section], subject: Sequence[Section]) -> Document:
    """The document of some sections. `subject` names the sections that a key in it answers.

    Raises TooTallError, naming the section, where something neither fits on a page nor splits.
    """
    look = look_for(options.paper, options.profile)
    root = Tag("Document")
    pages: list[Page] = []
    handed_out = False
    for section, setting in _settings(pack, options, sections, subject, root):
        try:
            boxes = section.compose(setting)
            if options.sides is Sides.TWO:
                boxes, handed_out = on_own_leaves(boxes, after_handout=handed_out)
            flow(boxes, _next_page(pages, section, setting))
        except TooTallError:
            raise TooTallError(f"the section '{section.name}'") from None
    if options.sides is Sides.TWO and len(pages) % 2:
        _next_page(pages, section, setting)()
    _fill_slots(pages)
    for page in pages:
        _furnish(page, pack, look)
    return _document(pack, options, look, _inked(pages, options), root)


def _settings(
    pack: Pack, options: Options, sections: Sequence[Section], subject: Sequence[Section], root: Tag
) -> Iterator[tuple[Section, Setting]]:
    """Each section with what it is composed from; those that the contents list are numbered."""
    look, version = look_for(options.paper, options.profile), version_of(pack, options)
    part = 0
    for section in sections:
        part += section.numbered
        yield (
            section,
            Setting(
                pack=pack,
                look=look,
                options=options,
                tag=root.child("Sect"),
                part=part if section.numbered else 0,
                printed=sections,
                subject=subject,
                version=version,
            ),
        )


def _inked(pages: list[Page], options: Options) -> list[Page]:
    """The finished pages with as much ink, and in such colours, as were asked for."""
    if options.eco:
        pages = saved(pages)
    return greyed(pages) if options.grey else pages


def _document(pack: Pack, options: Options, look: Look, pages: list[Page], root: Tag) -> Document:
    return Document(
        title=pack.title,
        language=pack.language,
        pages=pages,
        root=root,
        author=pack.author or "",
        subject=", ".join(filter(None, (pack.subject, pack.level))),
        keywords=", ".join(dict.fromkeys(marked.point.theme for marked in pack.marked if marked.point.theme)),
        smallest=look.smallest,
        grey=options.grey,
    )


def version_of(pack: Pack, options: Options) -> str:
    """Four letters and digits that a worksheet and its key share, from the content and the seed."""
    return hashlib.sha256(f"{options.seed} {pack.digest}".encode()).hexdigest()[:4].upper()


def _next_page(pages: list[Page], section: Section, setting: Setting) -> Callable[[], Page]:
    look, one_sided = setting.look, setting.options.sides is Sides.ONE

    def new_page() -> Page:
        head = "" if section.bare else section.title(setting.pack)
        page = Page(len(pages) + 1, look.width, look.height, look.sheet(), section.name, head=head, one_sided=one_sided)
        if not section.bare:
            page.frame = look.frame(recto=page.recto)
        pages.append(page)
        return page

    return new_page


def _fill_slots(pages: list[Page]) -> None:
    """Page numbers go in once every page has one; nothing is laid out a second time."""
    where = {name: page.number for page in reversed(pages) for name in page.anchors}
    for page in pages:
        for slot in page.slots:
            number = where.get(slot.target)
            if number is not None:
                width = slot.face.width(str(number), slot.size)
                x = slot.right - width
                page.add(TextRun(x, slot.y, str(number), slot.face, slot.size, slot.color, width, slot.tag))


def _furnish(page: Page, pack: Pack, look: Look) -> None:
    """Running head and folio; a blank page and a full sheet have neither."""
    if not page.head or not page.items:
        return
    frame, y = page.frame, page.height - look.head_baseline
    section = cut(page.head, look.head_bold, frame.width / 2, 1)
    room = frame.width - look.head_bold.face.width(section, look.head_bold.size) - 16
    _one_line(page, cut(pack.title, look.head, room, 1), look.head, y, "left")
    _one_line(page, section, look.head_bold, y, "right")
    page.add(Rule(frame.left, y - look.head_rule, frame.right, y - look.head_rule, 0.4, RULE))
    _one_line(page, str(page.number), look.folio, look.folio_baseline, "right" if page.recto else "left")


def _one_line(page: Page, words: str, style: Style, y: float, align: Align) -> None:
    """Furniture on the baseline `y`, at one end of the text area."""
    line = text([Run(words, style)], style, align=align)
    line.place(page, page.frame.left, y + line.baseline(), page.frame.width)
