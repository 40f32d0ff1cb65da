"""Advice that needs the layout: pages that are almost empty, and the places of texts that are too long."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from studypack.base.errors import Problem, Severity, StudypackError
from studypack.base.raster import Raster
from studypack.layout.document import Document
from studypack.layout.extent import filled_height
from studypack.layout.page import Page, Picture
from studypack.layout.picture_box import INCH, SHARP
from studypack.model.choices import MILLIMETRE
from studypack.model.options import Flags
from studypack.model.parts import BoxPlace
from studypack.model.texts import answers_at
from studypack.output.compose import compose
from studypack.output.plan import planned
from studypack.output.resolve import choose, options_for, section_named
from studypack.reading.load import LoadedPack
from studypack.sections import SECTIONS
from studypack.sections.kit.own_boxes import place_of
from studypack.sections.kit.section import Listing


def almost_empty_advice(loaded: LoadedPack, document: Document) -> Iterator[Problem]:
    """Yield one piece of advice on all sections whose only page is almost empty; none for a document of one section."""
    pages: dict[str, list[Page]] = {}
    for page in document.pages:
        if page.head and page.items:
            pages.setdefault(page.section, []).append(page)
    found: dict[str, list[Listing]] = {}
    for name, own in pages.items():
        section = section_named(name)
        held = [each for each in section.lists(loaded.pack) if each.number]
        if held and len(pages) > 1 and len(own) == 1 and filled_height(own[0]) < section.least_filled:
            found[name] = held
    if found:
        says = "; ".join(f"{name}, with {', '.join(each.words for each in held)}" for name, held in found.items())
        many, them = ("almost empty pages", "them") if len(found) > 1 else ("an almost empty page", "it")
        yield loaded.problem(
            next(iter(found.values()))[0].path,
            f"{many}: {says}",
            f"leave {them} out, with skip: [{', '.join(found)}] under pack:, or write more",
            severity=Severity.ADVICE,
        )


def also_printable(loaded: LoadedPack, document: Document) -> list[str]:
    """Return the names of the sections that print only where they are asked for, and that the content is enough for."""
    options = options_for(loaded.pack, Flags())
    printed = {name for page in document.pages for name in page.sections}
    asked = (each for each in SECTIONS if each.good_for and each.name not in printed)
    return [section.name for section in asked if section.lack(loaded.pack, options) is None]


def boxes_advice(loaded: LoadedPack, document: Document) -> Iterator[Problem]:
    """Yield advice on each of the author's own boxes that is not printed where it was wanted, or not at all."""
    printed = [*dict.fromkeys(name for page in document.pages for name in page.sections)]
    options = options_for(loaded.pack, Flags())
    for number, box in enumerate(loaded.pack.boxes):
        place = place_of(box, options, printed)
        if place is None:
            message = "this box is not printed: the pack has no section that it could stand in"
            if box.where:
                message = f"this box is not printed, for the section '{box.where}' is not"
            hint = "print that section, or write where: with one that is printed"
        elif box.where and place != box.where and (box.where, place) != (BoxPlace.GLOSSARY, BoxPlace.OVERVIEW):
            message = f"the section '{box.where}' is not printed, so this box stands at the end of '{place}'"
            hint = f"write where: {place}, or print that section"
        else:
            continue
        yield loaded.problem(("boxes", number), message, hint, severity=Severity.ADVICE)


_SMALLEST = 20 * MILLIMETRE
"""The width in points below which nobody sees what a picture shows."""


def picture_advice(loaded: LoadedPack, documents: Sequence[Document]) -> Iterator[Problem]:
    """Yield advice on each picture that is coarse as printed, or is printed very small because it has few pixels."""
    widths: dict[Raster, float] = {}
    for item in (item for document in documents for page in document.pages for item in page.items):
        if isinstance(item, Picture):
            widths[item.raster] = max(widths.get(item.raster, 0), item.width)
    for path, picture in loaded.pack.pictures:
        raster = picture.raster
        width = widths.get(raster) or widths.get(raster.grey, 0)
        if not width:
            continue
        sharp, size = raster.width * INCH / width, f"{raster.width} × {raster.height} pixels"
        if sharp < SHARP - 1:
            message = f"this picture prints coarse: {sharp:.0f} pixels an inch, and {SHARP} look sharp"
            hint = "take a larger one, or give it less width"
        elif width < _SMALLEST and picture.width is None:
            message = f"this picture is printed {width / MILLIMETRE:.0f} mm wide, for it has {size}"
            hint = "take a larger one, or give it a width: width: 60%"
        else:
            continue
        yield loaded.problem((*path, "file"), message, hint, severity=Severity.ADVICE)


def compose_documents(loaded: LoadedPack) -> list[Document]:
    """Return the documents of the pack and of its separate key, with the content's own options.

    Raises StudypackError as `build` does.
    """
    with located_problems(loaded):
        options = options_for(loaded.pack, Flags())
        document, chosen, _ = planned(loaded.pack, options, choose(loaded.pack, options))
        documents = [document]
        if chosen.key:
            documents.append(compose(loaded.pack, options, chosen.key, chosen.answered))
        return documents


@contextmanager
def located_problems(loaded: LoadedPack) -> Iterator[None]:
    """Give the problems of a StudypackError that is raised in the block their places in the content file."""
    try:
        yield
    except StudypackError as error:
        error.problems = tuple(_located(loaded, problem) for problem in error.problems)
        raise


def _located(loaded: LoadedPack, problem: Problem) -> Problem:
    if problem.path and not problem.line:
        # In a text with gaps, the longest answer is at fault: the text itself can be split.
        longest = max(answers_at(loaded.pack, problem.path), key=len, default="")
        return loaded.problem(problem.path, problem.message, problem.hint, severity=problem.severity, needle=longest)
    return replace(problem, source=problem.source or loaded.source)
