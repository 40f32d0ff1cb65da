"""Sections become a finished document: set one after another, numbered, and furnished with heads and folios."""

import hashlib
from collections.abc import Callable, Iterator, Sequence

from studypack.base.errors import ContentError, Problem
from studypack.base.limits import TimeLimitError, check_pages, check_time, time_budget
from studypack.layout.boxes import SHORTEN, Box, NewPage, TooTallError
from studypack.layout.flow import flow, on_own_leaves
from studypack.layout.ink import greyed, saved
from studypack.layout.page import Document, Page, TextRun, Turn
from studypack.layout.tag import Tag
from studypack.layout.theme import Theme, theme_for
from studypack.model.content import Pack
from studypack.model.letters import upper
from studypack.model.markup import gaps
from studypack.model.modes import Flip
from studypack.model.options import Imposition, Options, Sides
from studypack.model.texts import answers_at, longest_value
from studypack.output.languages import mark_own_words
from studypack.reading.mistakes import describe
from studypack.sections.kit.furniture import furnish, mark_for_punch, sign
from studypack.sections.kit.section import Context, Section

_TURNS: dict[Sides | None, Turn] = {Sides.ONE: Turn.NONE, Sides.TWO: Turn.LONG}


def compose(pack: Pack, options: Options, sections: Sequence[Section], subject: Sequence[Section]) -> Document:
    """The document of some sections. `subject` names the sections that a key in it answers.

    Raises ContentError where something neither fits on a page nor splits, its problem with the path of the text at
    fault, and LimitError where there are too many pages or they take too long.
    """
    with time_budget():
        return _composed(pack, options, sections, subject)


def _composed(pack: Pack, options: Options, sections: Sequence[Section], subject: Sequence[Section]) -> Document:
    theme = _look(pack, options)
    root = Tag("Document")
    pages: list[Page] = []
    handed_out = False
    for section, context in _settings(pack, options, sections, subject, root):
        try:
            check_time()
            boxes = section.compose(context)
            if options.sides is Sides.TWO:
                boxes, handed_out = on_own_leaves(boxes, after_handout=handed_out)
            new_page, before = _next_page(pages, section, context), len(pages)
            flow(boxes, new_page)
        except TooTallError as error:
            raise ContentError([_too_long(pack, error.words, _called(section))]) from None
        except TimeLimitError:
            raise TimeLimitError(_called(section)) from None
    _complete(pages, before, boxes, new_page, _pages_at_once(options))
    _fill_slots(pages)
    loose = {section.name for section in sections if section.to_cut(options)}
    bound = [page for page in pages if page.items and page.section not in loose]
    if bound and not sign(bound, pack, theme, root):
        bound += [new_page() for _ in range(_pages_at_once(options))][:1]
        if not sign(bound[-1:], pack, theme, root):
            raise ContentError([_too_long(pack, f"{pack.author or ''} {pack.rights or ''}", "the pack")])
    for page in pages:
        furnish(page, pack, theme)
    for page in bound if options.punch else ():
        mark_for_punch(page, theme)
    root.prune({item.tag for page in pages for item in page.items if isinstance(item.tag, Tag)})
    mark_own_words(pack, root, pages)
    return _document(pack, options, theme, _inked(pages, options), root)


def _too_long(pack: Pack, words: str, part: str) -> Problem:
    """What to say of words that are taller than a page: the problem's path is that of the longest text among them."""
    found = longest_value(pack, words)
    if found is None:
        return Problem(f"something in {part} is taller than a page and cannot be split", SHORTEN)
    path, longest = found
    # A side may be named without the key of its name.
    name = describe(path[:2] if path[0] == "sides" else path)
    if longest in answers_at(pack, path):
        name = f"an answer in {name}"
    return Problem(f"{name} is too long: {part} has no page for it", SHORTEN, path=path)


def _called(section: Section) -> str:
    return f"the section '{section.name}'"


def _look(pack: Pack, options: Options) -> Theme:
    hyphens = pack.language if options.hyphenate else ""
    return theme_for(options.paper, options.profile, punch=options.punch, hyphens=hyphens)


def _pages_at_once(options: Options) -> int:
    """The pages that come and go together: those of a booklet's sheet, or of a leaf."""
    if options.imposition is Imposition.BOOKLET:
        return 4
    return 2 if options.sides is Sides.TWO else 1


def _complete(pages: list[Page], before: int, boxes: Sequence[Box], new_page: Callable[[], Page], at_once: int) -> None:
    """Blank pages up to a whole leaf, or a booklet's whole sheet.

    A booklet's blanks stand before its last page, which then is its back cover; but only where that page is all of
    the last section, whose boxes came after page `before`, and need not be a recto. Elsewhere they would tear apart
    what is read together.
    """
    blanks = -len(pages) % at_once
    closes = at_once == 4 and before == len(pages) - 1 > 0
    if closes and blanks and not any(isinstance(box, NewPage) and box.recto for box in boxes):
        del pages[before:]
        for _ in range(blanks):
            new_page()
        flow(boxes, new_page)
    else:
        for _ in range(blanks):
            new_page()


def _settings(
    pack: Pack, options: Options, sections: Sequence[Section], subject: Sequence[Section], root: Tag
) -> Iterator[tuple[Section, Context]]:
    """Each section with what it is composed from; those that the contents list are numbered."""
    theme, version = _look(pack, options), version_of(pack, options)
    part = 0
    for section in sections:
        part += section.numbered
        yield (
            section,
            Context(
                pack=pack,
                theme=theme,
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


def _document(pack: Pack, options: Options, theme: Theme, pages: list[Page], root: Tag) -> Document:
    return Document(
        title=pack.title,
        language=pack.language,
        rights=pack.rights or "",
        pages=pages,
        root=root,
        author=pack.author or "",
        subject=", ".join(filter(None, (pack.subject, pack.level))),
        keywords=", ".join(_keywords(pack)),
        smallest=theme.smallest,
        grey=options.grey,
        typed=theme.label.face if options.fillable else None,
        turn=_turn(pages, options),
    )


def _keywords(pack: Pack) -> list[str]:
    """The themes, but for those that are an answer: a worksheet's properties are open to whoever has the file."""
    asked = [*(point.text for point in pack.points), *(sheet.passage for sheet in pack.worksheets)]
    answers = {upper(answer, pack.language) for spans in asked for gap in gaps(spans) for answer in gap.answers}
    themes = dict.fromkeys(point.theme for point in pack.points if point.theme)
    return [theme for theme in themes if not any(answer in upper(theme, pack.language) for answer in answers)]


def _turn(pages: Sequence[Page], options: Options) -> Turn | None:
    """How the printer turns the sheets; cards on their own turn on the edge that they were laid out for."""
    cards_alone = {page.section for page in pages} == {"flashcards"}
    if cards_alone and options.flashcards.flip is Flip.SHORT and options.sides is not Sides.ONE:
        return Turn.SHORT
    return _TURNS.get(options.sides)


def version_of(pack: Pack, options: Options) -> str:
    """Four letters and digits that a worksheet and its key share, from the content and the seed."""
    return hashlib.sha256(f"{options.seed} {pack.digest}".encode()).hexdigest()[:4].upper()


def _next_page(pages: list[Page], section: Section, context: Context) -> Callable[[], Page]:
    theme, one_sided = context.theme, context.options.sides is Sides.ONE

    def new_page() -> Page:
        check_pages(_called(section), len(pages) + 1)
        head = "" if section.bare else section.title(context.pack, context.options)
        page = Page(
            len(pages) + 1, theme.width, theme.height, theme.sheet(), section.name, head=head, one_sided=one_sided
        )
        if not section.bare:
            page.frame = theme.frame(recto=page.recto)
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
                slot.tag.said = f", page {number}"
                width = slot.face.width(str(number), slot.size)
                x = slot.right - width
                page.add(TextRun(x, slot.y, str(number), slot.face, slot.size, slot.color, width, slot.tag))
