"""Indirect objects become a file: streams as they are, all others packed in object streams (ISO 32000-1, 7.5.7)."""

import hashlib
import re
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from studypack.base.engine import PdfDocument, pdfdoc

_PLAIN = re.compile(r"[ -~]*")
"""What PDFDocEncoding, ASCII and an eye that looks into the file agree on."""
_SPECIAL = re.compile(r"[\\()]")


def text_string(text: str) -> str:
    """A string as it stands in an object: in parentheses where it is plain ASCII, else in UTF-16."""
    if _PLAIN.fullmatch(text):
        return f"({_SPECIAL.sub(_escaped, text)})"
    return unicode_string(text)


def unicode_string(text: str) -> str:
    """A string in UTF-16, as hexadecimal digits."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def _escaped(match: re.Match[str]) -> str:
    return "\\" + match[0]


Late = Callable[[int], Iterable[tuple[int, str]]]
"""Makes the objects that are known last, with their numbers; given the first number that is free."""

_HEADER = b"%PDF-1.7\n%\x93\x8c\x8b\x9e\n"
"""The second line tells transfer programs that the file is not text."""
_TOGETHER = 500
"""Objects in a stream: more pack no better, and a reader unpacks a whole stream to find one."""
_END = b"endstream\n"
_LINE_END = b"\r\n"
"""Before `endstream`: a line feed alone would be read as one with the carriage return that a stream may end in."""
_ROW = struct.Struct(">BIH")
"""Of the cross-reference: the kind, the place or the stream, the index there."""


class Reserved(pdfdoc.PDFObject):
    """Takes a number for an object that is made late."""

    def format(self, document: PdfDocument) -> bytes:
        """Never asked for: what is made late takes its place."""
        raise NotImplementedError


def file_bytes(document: PdfDocument, late: Late) -> bytes:
    """The whole file of a document whose pages are done, with the objects that are made late.

    In place of ReportLab's own writing, which packs nothing: the elements of the structure are many, small and alike,
    and packed take a sixth of the room. The identifier is drawn from all that is in the file.
    """
    catalog, info = (document.Reference(each) for each in (document.Catalog, document.info))
    places: dict[int, tuple[int, int, int]] = {0: (0, 0, 0xFFFF)}
    body = bytearray(_HEADER)

    def add(number: int, data: bytes) -> None:
        places[number] = (1, len(body), 0)
        body.extend(b"%d 0 obj\n%sendobj\n" % (number, data))

    packed: list[tuple[int, bytes]] = []
    for number, thing in _numbered(document):
        if isinstance(thing, pdfdoc.PDFStream):
            add(number, _with_line_end(thing.format(document)))
        elif not isinstance(thing, Reserved):
            packed.append((number, pdfdoc.format(thing, document, toplevel=1)))
    last = len(document.numberToId)
    packed += [(number, text.encode("ascii")) for number, text in late(last + 1)]
    following = 1 + max([last, *(number for number, _ in packed)])
    for start in range(0, len(packed), _TOGETHER):
        chunk = packed[start : start + _TOGETHER]
        places.update({number: (2, following, index) for index, (number, _) in enumerate(chunk)})
        add(following, _object_stream(chunk))
        following += 1
    identifier = hashlib.sha256(body).hexdigest()[:32].upper()
    places[following] = (1, at := len(body), 0)
    trailer = f"/Root {_text(catalog, document)}/Info {_text(info, document)}/ID[<{identifier}><{identifier}>]"
    body.extend(b"%d 0 obj\n%sendobj\n" % (following, _xref_stream(places, trailer)))
    return bytes(body) + b"startxref\n%d\n%%%%EOF\n" % at


def _numbered(document: PdfDocument) -> Iterator[tuple[int, object]]:
    """Every object of ReportLab's, by number; more may come while one is written."""
    number = 1
    while number in document.numberToId:
        yield number, document.idToObject[document.numberToId[number]]
        number += 1


def _text(thing: pdfdoc.PDFObject, document: PdfDocument) -> str:
    made: bytes = thing.format(document)  # type: ignore[attr-defined]
    return made.decode("ascii")


def _with_line_end(stream: bytes) -> bytes:
    """ReportLab ends no line before `endstream`, which ISO 19005-2, 6.1.7.1 asks for."""
    return stream.removesuffix(_END) + _LINE_END + _END


def _stream(entries: str, data: bytes) -> bytes:
    shut = zlib.compress(data, 9)
    return f"<<{entries}/Filter/FlateDecode/Length {len(shut)}>>\nstream\n".encode("ascii") + shut + _LINE_END + _END


def _object_stream(objects: list[tuple[int, bytes]]) -> bytes:
    """Objects one after another, under a list of their numbers and places."""
    index, at = [], 0
    for number, data in objects:
        index.append(f"{number} {at}")
        at += len(data) + 1
    head = " ".join(index).encode("ascii") + b"\n"
    data = head + b"".join(data + b"\n" for _, data in objects)
    return _stream(f"/Type/ObjStm/N {len(objects)}/First {len(head)}", data)


def _xref_stream(places: dict[int, tuple[int, int, int]], trailer: str) -> bytes:
    """Where each object is, from 0 to the last: its kind, its place or its stream, its index there (7.5.8)."""
    rows = [_ROW.pack(*places[number]) for number in range(len(places))]
    # Each row as its difference from the one above, which is mostly one in the last place (PNG's filter 2, Up).
    up = b"".join(
        b"\x02" + bytes([(new - old) & 0xFF for new, old in zip(row, above, strict=True)])
        for above, row in pairwise([bytes(_ROW.size), *rows])
    )
    predictor = f"/DecodeParms<</Predictor 12/Columns {_ROW.size}>>"
    return _stream(f"/Type/XRef/W[1 4 2]/Size {len(places)}{predictor}{trailer}", up)
