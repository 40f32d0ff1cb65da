"""Sections become a finished document: set one after another, numbered, and furnished with heads and folios."""

import hashlib
from collections.abc import Callable, Sequence

from studypack.content import Pack
from studypack.options import Options
from studypack.sections.section import Section, Setting
from studypack.typeset.flow import flow
from studypack.typeset.look import RULE, Look, look_for
from studypack.typeset.page import Document, Page, Rule, Tag, TextRun


def compose(pack: Pack, options: Options, sections: Sequence[Section], subject: Sequence[Section]) -> Document:
    """The document of some sections. `subject` names the sections that a key in it answers."""
    look = look_for(options.paper)
    root = Tag("Document")
    pages: list[Page] = []
    version = version_of(pack, options)
    part = 0
    for section in sections:
        part += section.numbered
        setting = Setting(
            pack=pack,
            look=look,
            options=options,
            tag=root.child("Sect"),
            part=part if section.numbered else 0,
            printed=sections,
            subject=subject,
            version=version,
        )
        flow(section.compose(setting), _next_page(pages, section, pack, look))
    _fill_slots(pages)
    for page in pages:
        _furnish(page, pack, look)
    return Document(
        title=pack.title,
        language=pack.language,
        pages=pages,
        root=root,
        author=pack.author or "",
        subject=", ".join(filter(None, (pack.subject, pack.level))),
        keywords=", ".join(dict.fromkeys(marked.point.theme for marked in pack.marked if marked.point.theme)),
    )


def version_of(pack: Pack, options: Options) -> str:
    """Four letters and digits that a worksheet and its key share, from the content and the seed."""
    return hashlib.sha256(f"{options.seed} {pack.digest}".encode()).hexdigest()[:4].upper()


def _next_page(pages: list[Page], section: Section, pack: Pack, look: Look) -> Callable[[], Page]:
    def new_page() -> Page:
        number = len(pages) + 1
        frame = look.sheet() if section.bare else look.frame(recto=number % 2 == 1)
        head = "" if section.bare else section.title(pack)
        page = Page(number, look.width, look.height, frame, section.name, head)
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
    left, right = page.frame.left, page.frame.right
    y = page.height - look.head_baseline
    width = look.head_bold.face.width(page.head, look.head_bold.size)
    _one_line(page, pack.title, look, left, y, right - left - width - 16)
    page.add(TextRun(right - width, y, page.head, look.head_bold.face, look.head_bold.size, look.head_bold.color, width, None))
    page.add(Rule(left, y - look.head_rule, right, y - look.head_rule, 0.4, RULE))
    folio = str(page.number)
    width = look.folio.face.width(folio, look.folio.size)
    x = right - width if page.recto else left
    page.add(TextRun(x, look.folio_baseline, folio, look.folio.face, look.folio.size, look.folio.color, width, None))


def _one_line(page: Page, words: str, look: Look, x: float, y: float, room: float) -> None:
    """The pack's title, cut at a word with an ellipsis where the head has no room for it."""
    style = look.head
    if style.face.width(words, style.size) > room:
        parts = words.split(" ")
        while len(parts) > 1 and style.face.width(" ".join(parts) + " …", style.size) > room:
            parts.pop()
        words = " ".join(parts) + " …"
    width = style.face.width(words, style.size)
    page.add(TextRun(x, y, words, style.face, style.size, style.color, width, None))
