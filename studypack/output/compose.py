"""Compose a document: lay out its sections one after another, then add page numbers, running heads and blank pages."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from functools import partial

from studypack.base.errors import ContentError, Problem
from studypack.base.limits import TimeLimitError, check_time, time_budget
from studypack.layout.boxes import SHORTEN, TooTallError
from studypack.layout.document import Document, Turn
from studypack.layout.face_metrics import Face
from studypack.layout.fonts import Family, face
from studypack.layout.ink import greyed, saved
from studypack.layout.page import Page, TextRun
from studypack.layout.tag import Tag
from studypack.layout.theme import Theme, theme_for
from studypack.model.choices import Imposition
from studypack.model.content import Pack
from studypack.model.giveaway import given_away
from studypack.model.options import Options
from studypack.model.spans import gaps
from studypack.model.texts import answers_at, longest_value
from studypack.model.words import Words
from studypack.output.section_flow import SectionFlow, called
from studypack.output.speech import set_speech
from studypack.reading.content_paths import describe
from studypack.sections import contents
from studypack.sections.kit.fitting import short_code
from studypack.sections.kit.furniture import foot_of, furnish, mark_for_punch, sign
from studypack.sections.kit.section import Context, Section

_TURNS: dict[bool | None, Turn] = {False: Turn.NONE, True: Turn.LONG}


def compose(
    pack: Pack,
    options: Options,
    sections: Sequence[Section],
    subject: Sequence[Section],
    apart: Container[str] = (),
) -> Document:
    """Return the document of some sections. `subject` are the sections that a key among them answers.

    Where sections run on, those whose names are in `apart` start a page all the same.

    Raises ContentError if a text is too tall for a page and cannot be split (the problem has its path), and LimitError
    if there are too many pages or the layout takes too long.
    """
    with time_budget():
        return _compose(pack, options, sections, subject, apart)


def _compose(
    pack: Pack,
    options: Options,
    sections: Sequence[Section],
    subject: Sequence[Section],
    apart: Container[str],
) -> Document:
    theme = _theme(pack, options)
    root = Tag("Document")
    pages: list[Page] = []
    made = SectionFlow(pages, root, apart)
    for section, context in _contexts(pack, options, sections, subject, root):
        try:
            check_time()
            made.add(section, context)
        except TooTallError as error:
            raise ContentError([_too_tall_problem(pack, error.words, called(section))]) from None
        except TimeLimitError:
            raise TimeLimitError(called(section)) from None
    made.close()
    while len(pages) > 1 and not pages[-1].items:  # a text that ended with its page
        pages.pop()
    made.add_blank_pages(_pages_per_unit(options))
    _fill_page_numbers(pages, pack)
    loose = {section.name for section in sections if section.to_cut(options)}
    bound = [page for page in pages if page.items and page.section not in loose]
    signed = sign(bound, pack, theme, root)
    if bound and signed is None:
        bound += [made.new_page() for _ in range(_pages_per_unit(options))][:1]
        signed = sign(bound[-1:], pack, theme, root)
        if signed is None:
            raise ContentError(
                [_too_tall_problem(pack, " ".join(filter(None, (pack.author, pack.rights, foot_of(pack)))), "the pack")]
            )
    for page in pages:
        furnish(page, pack, theme, has_foot=page is signed)
    for page in bound if options.punch else ():
        mark_for_punch(page)
    root.prune({item.tag for page in pages for item in page.items if isinstance(item.tag, Tag)})
    set_speech(pack, root, pages)
    return _document(pack, options, theme, _with_ink_options(pages, options), root, sections)


def _too_tall_problem(pack: Pack, words: str, part: str) -> Problem:
    """Return the problem of words that are too tall for a page, with the path of the longest text among them."""
    found = longest_value(pack, words)
    if found is None:
        return Problem(f"something in {part} is taller than a page and cannot be split", SHORTEN)
    path, longest = found
    # A side may be a plain text instead of a mapping with the key `name`.
    name = describe(path[:2] if path[0] == "sides" else path)
    if longest in answers_at(pack, path):
        name = f"an answer in {name}"
    return Problem(f"{name} is too long: {part} has no page for it", SHORTEN, path=path)


def _theme(pack: Pack, options: Options) -> Theme:
    usual = options.hyphenate is None
    hyphens = pack.language if options.hyphenate or usual else ""
    return theme_for(
        options.paper,
        options.profile,
        options.theme,
        style=pack.style,
        punch=options.punch,
        hyphens=hyphens,
        narrow=usual,
    )


def _pages_per_unit(options: Options) -> int:
    """Return how many pages are added together: those of a booklet's sheet, or of a leaf."""
    if options.imposition is Imposition.BOOKLET:
        return 4
    return 2 if options.duplex else 1


def _contexts(
    pack: Pack, options: Options, sections: Sequence[Section], subject: Sequence[Section], root: Tag
) -> Iterator[tuple[Section, Context]]:
    """Yield each section with its context. Sections that the contents list are numbered.

    After a cover or a title without a contents page, none is: nothing would refer to the numbers.
    """
    theme, version = _theme(pack, options), version_code(pack, options)
    front = [section for section in sections if not section.numbered]
    part, listed = 0, not front or contents.SECTION in front
    for section in sections:
        part += section.numbered
        context = Context(
            pack=pack,
            theme=theme,
            options=options,
            tag=root.child("Sect", section=section.name),
            part=part if section.numbered and listed else 0,
            printed=sections,
            subject=subject,
            version=version,
        )
        yield section, replace(context, theme=theme.turned) if section.turned(context) else context


def _with_ink_options(pages: list[Page], options: Options) -> list[Page]:
    """Return the pages with the options `eco` and `grey` applied."""
    if options.eco:
        pages = saved(pages)
    return greyed(pages) if options.grey else pages


def _document(
    pack: Pack, options: Options, theme: Theme, pages: list[Page], root: Tag, sections: Sequence[Section]
) -> Document:
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
        typed=_typed(theme) if options.fillable else None,
        turn=_duplex_turn(pages, sections, options),
        part_of_field=partial(_part_of_field, pack.say),
        field_again=partial(_field_again, pack.say),
    )


def _typed(theme: Theme) -> Face:
    """Return the face of what is typed into fields: one of ours, which has the letters of all western languages."""
    return theme.label.face if theme.label.face.is_ours else face(Family.CLEAR)


def _part_of_field(say: Words, name: str, number: int, total: int) -> str:
    # Words: name of a field for a part of an answer: Worksheet 1, gap 3, part 1 of 2.
    return say("field_part", "{name}, part {number} of {total}", name=name, number=number, total=total)


def _field_again(say: Words, name: str, page: int) -> str:
    # Words: name of a field that was filled in on an earlier page: Name, again on page 7.
    return say("field_again", "{name}, again on page {page}", name=name, page=page)


def _keywords(pack: Pack) -> list[str]:
    """Return the themes as keywords, without those that hold an answer: pupils can read a worksheet's properties."""
    asked = [*(point.text for point in pack.points), *(sheet.passage for sheet in pack.worksheets)]
    answers = list(dict.fromkeys(answer for spans in asked for gap in gaps(spans) for answer in gap.answers))
    themes = dict.fromkeys(point.theme for point in pack.points if point.theme)
    return [theme for theme in themes if not given_away(answers, theme, pack.language)]


def _duplex_turn(pages: Sequence[Page], sections: Sequence[Section], options: Options) -> Turn | None:
    """Return how sheets are turned. A section printed alone may be laid out for a turn of its own."""
    printed = {name for page in pages for name in page.sections}
    alone = [section for section in sections if printed == {section.name}]
    own = alone[0].turn(options) if alone and options.duplex is not False else None
    return own or _TURNS.get(options.duplex)


def version_code(pack: Pack, options: Options) -> str:
    """Return four hexadecimal digits, from the content and the seed, that a worksheet shares with its key."""
    return short_code(options.seed, pack.digest)


def _fill_page_numbers(pages: list[Page], pack: Pack) -> None:
    """Fill in the page numbers of cross-references, after all pages have theirs; no layout is repeated."""
    where = {name: page.number for page in reversed(pages) for name in page.anchors}
    for page in pages:
        for slot in page.slots:
            number = where.get(slot.target)
            if number is not None:
                # Words: by ear, in the contents, after the name of a section.
                slot.tag.said = ", " + pack.say("page_by_ear", "page {number}", number=number)
                width = slot.face.width(str(number), slot.size)
                x = slot.right - width
                page.add(TextRun(x, slot.y, str(number), slot.face, slot.size, slot.color, width, slot.tag))
