"""Where a word stands in a file, in any of the ways in which a file can hold one: what a sheet hides must stand nowhere.

A pupil who looks into the file may search its text, open its bookmarks and properties, have it read aloud, or unpack
every object of it. So does this.
"""

import io
import re
from collections.abc import Iterator
from functools import lru_cache

import pikepdf
import pypdfium2

from tests.pdf.marked import marked_pages

_UNREFERENCED = {"/ObjStm", "/XRef"}
"""What holds the other objects, and is reached through the file's own table."""


def words_in(data: bytes) -> Iterator[tuple[str, str]]:
    """Everything in the file that can be read as words, each with the name of its place."""
    with pypdfium2.PdfDocument(data) as opened:
        for number, page in enumerate(opened, start=1):
            yield f"the text of page {number}", page.get_textpage().get_text_range()
        for entry in opened.get_toc(max_depth=20):
            yield "a bookmark", entry.get_title()
        for key, value in opened.get_metadata_dict().items():
            yield f"the property {key}", value
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number, page in enumerate(marked_pages(pdf), start=1):
            sequences = [page.loose, *page.sequences]
            yield f"the letters shown on page {number}", "".join(each.text for each in sequences)
            yield f"what is said on page {number}", " ".join(each.said or "" for each in sequences)
        for own in pdf.objects:
            for said in _strings(own):
                yield f"object {own.objgen[0]}", said


def raw_in(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The bytes of the file, and those of every stream, unpacked: also what no reader makes anything of."""
    yield "the bytes of the file", data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for own in pdf.objects:
            if isinstance(own, pikepdf.Stream):
                yield f"the stream of object {own.objgen[0]}", own.read_bytes()


def _strings(own) -> Iterator[str]:
    """Every key, name and string inside an object."""
    if isinstance(own, pikepdf.Stream | pikepdf.Dictionary):
        for key, value in own.items():
            yield key
            if not _is_another(value):
                yield from _strings(value)
    elif isinstance(own, pikepdf.Array):
        for value in own:
            if not _is_another(value):
                yield from _strings(value)
    elif isinstance(own, pikepdf.String | pikepdf.Name | str):
        yield str(own)


def _is_another(value) -> bool:
    return getattr(value, "is_indirect", False)


def places_of(word: str, data: bytes) -> list[str]:
    """Every place of the file where the word stands: whatever its capitals, wherever a line breaks it."""
    wanted = _run_together(word)
    found = [place for place, text in _run_together_in(data) if wanted in text]
    ways = list(_written(word))
    return found + [place for place, raw in _raw_in(data) if any(way in raw for way in ways)]


@lru_cache(maxsize=2)
def _run_together_in(data: bytes) -> list[tuple[str, str]]:
    return [(place, _run_together(text)) for place, text in words_in(data)]


@lru_cache(maxsize=2)
def _raw_in(data: bytes) -> list[tuple[str, bytes]]:
    return list(raw_in(data))


def times_read(word: str, data: bytes) -> int:
    """How often the word is printed on the pages."""
    text = "".join(text for place, text in _run_together_in(data) if place.startswith("the text of page"))
    return text.count(_run_together(word))


def _run_together(text: str) -> str:
    return re.sub(r"[\s\xad\ufffe\x02-]", "", text).casefold()


def _written(word: str) -> Iterator[bytes]:
    for cased in {word, word.lower(), word.upper(), word.title()}:
        for encoded in (cased.encode("utf-8"), cased.encode("utf-16-be"), cased.encode("utf-16-le")):
            yield encoded
            yield encoded.hex().encode()
            yield encoded.hex().upper().encode()


def hiding_places(data: bytes) -> list[str]:
    """Room for what no reader shows: attachments, scripts, objects that nothing leads to, an earlier state."""
    found = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for key in ("/Names", "/AF", "/OpenAction", "/AA", "/Collection", "/PieceInfo"):
            if key in pdf.Root:
                found.append(f"the catalog has {key}")
        found += [f"the attachment {name}" for name in pdf.attachments]
        for number, page in enumerate(pdf.pages, start=1):
            kinds = {str(each.Subtype) for each in page.obj.get("/Annots", [])} - {"/Link", "/Widget"}
            found += [f"a {kind} on page {number}" for kind in kinds]
        reached = _reached(pdf.trailer)
        for own in pdf.objects:
            named = str(own.get("/Type", "")) if isinstance(own, pikepdf.Dictionary | pikepdf.Stream) else ""
            if own.objgen not in reached and named not in _UNREFERENCED and not _is_free(own):
                found.append(f"nothing leads to object {own.objgen[0]}")
    if data.count(b"startxref") != 1 or not data.endswith(b"%%EOF\n"):
        found.append("the file was added to")
    return found


def _is_free(own) -> bool:
    return own._type_name == "null"


def _reached(trailer) -> set[tuple[int, int]]:
    """The numbers of all objects that the trailer leads to."""
    reached, waiting = set(), [trailer]
    while waiting:
        own = waiting.pop()
        if _is_another(own):
            if own.objgen in reached:
                continue
            reached.add(own.objgen)
        if isinstance(own, pikepdf.Stream | pikepdf.Dictionary):
            waiting += [own[key] for key in own.keys()]  # noqa: SIM118
        elif isinstance(own, pikepdf.Array):
            waiting += list(own)
    return reached
