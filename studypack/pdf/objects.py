"""Indirect objects: write them as a file, with object streams and a cross-reference stream (ISO 32000-1, 7.5)."""

import hashlib
import re
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from studypack.base.engine import PdfDocument, pdfdoc

_PLAIN = re.compile(r"[ -~]*")
"""Printable ASCII, which is the same in PDFDocEncoding and readable in the file."""
_SPECIAL = re.compile(r"[\\()]")


def text_string(text: str) -> str:
    """Return a text string (7.9.2.2): a literal string for printable ASCII, else hexadecimal UTF-16."""
    if _PLAIN.fullmatch(text):
        return f"({_SPECIAL.sub(_backslashed, text)})"
    return unicode_string(text)


def unicode_string(text: str) -> str:
    """Return a text string as hexadecimal UTF-16 with a byte order mark."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def _backslashed(match: re.Match[str]) -> str:
    return "\\" + match[0]


DeferredObjects = Callable[[int], Iterable[tuple[int, str]]]
"""Returns the source of the objects that can only be made last, with their numbers. Gets the first free number."""

_HEADER = b"%PDF-1.7\n%\x93\x8c\x8b\x9e\n"
"""The bytes in the second line mark the file as binary (7.5.2)."""
_OBJECTS_PER_STREAM = 500
"""More do not compress better, and a reader must decompress a whole stream to find one object."""
_END_STREAM = b"endstream\n"
_LINE_END = b"\r\n"
"""Before `endstream`. A line feed alone would form one line end with a carriage return at the end of the data."""
_XREF_ENTRY = struct.Struct(">BIH")
"""A cross-reference entry (7.5.8.3): type; offset, or number of the object stream; generation, or index in it."""


class ReservedObject(pdfdoc.PDFObject):
    """Reserves an object number for a deferred object, which is written in its place."""

    def format(self, document: PdfDocument) -> bytes:  # noqa: D102  (ReportLab's protocol)
        raise NotImplementedError


class _Body:
    """The body of a file: its indirect objects one after another, and their cross-reference entries."""

    def __init__(self) -> None:
        self.data = bytearray(_HEADER)
        self.entries: dict[int, tuple[int, int, int]] = {0: (0, 0, 0xFFFF)}

    def add(self, number: int, data: bytes) -> None:
        """Add an object of its own, such as a stream."""
        self.entries[number] = (1, len(self.data), 0)
        self.data.extend(b"%d 0 obj\n%sendobj\n" % (number, data))

    def add_packed(self, objects: list[tuple[int, bytes]], free: int) -> int:
        """Add objects in object streams, whose numbers begin at `free`. Returns the next free number."""
        for start in range(0, len(objects), _OBJECTS_PER_STREAM):
            chunk = objects[start : start + _OBJECTS_PER_STREAM]
            self.entries.update({number: (2, free, index) for index, (number, _) in enumerate(chunk)})
            self.add(free, _object_stream(chunk))
            free += 1
        return free


def file_bytes(document: PdfDocument, deferred: DeferredObjects) -> bytes:
    """Return the file of a document whose pages are finished.

    `deferred` makes the objects that can only be made last. This replaces ReportLab's own writing, which has no object
    streams: structure elements are many, small and alike, and take a sixth of the space in them. The file identifier is
    a hash of the content.
    """
    catalog, info = (_formatted(document.Reference(each), document) for each in (document.Catalog, document.info))
    body, packed = _Body(), list[tuple[int, bytes]]()
    for number, thing in _numbered_objects(document):
        if isinstance(thing, pdfdoc.PDFStream):
            body.add(number, _with_line_end(thing.format(document)))
        elif not isinstance(thing, ReservedObject):
            packed.append((number, pdfdoc.format(thing, document, toplevel=1)))
    last = len(document.numberToId)
    packed += [(number, text.encode("ascii")) for number, text in deferred(last + 1)]
    free = body.add_packed(packed, 1 + max([last, *(number for number, _ in packed)]))
    identifier = hashlib.sha256(body.data).hexdigest()[:32].upper()
    offset = len(body.data)
    body.entries[free] = (1, offset, 0)
    trailer = f"/Root {catalog}/Info {info}/ID[<{identifier}><{identifier}>]"
    body.add(free, _xref_stream(body.entries, trailer))
    return bytes(body.data) + b"startxref\n%d\n%%%%EOF\n" % offset


def _numbered_objects(document: PdfDocument) -> Iterator[tuple[int, object]]:
    """Yield ReportLab's objects by number. Formatting one may add more."""
    number = 1
    while number in document.numberToId:
        yield number, document.idToObject[document.numberToId[number]]
        number += 1


def _formatted(thing: pdfdoc.PDFObject, document: PdfDocument) -> str:
    made: bytes = thing.format(document)  # type: ignore[attr-defined]
    return made.decode("ascii")


def _with_line_end(stream: bytes) -> bytes:
    """Add the line end before `endstream`, which ReportLab leaves out and ISO 19005-2, 6.1.7.1 requires."""
    return stream.removesuffix(_END_STREAM) + _LINE_END + _END_STREAM


def _stream(entries: str, data: bytes) -> bytes:
    compressed = zlib.compress(data, 6)
    return (
        f"<<{entries}/Filter/FlateDecode/Length {len(compressed)}>>\nstream\n".encode("ascii")
        + compressed
        + _LINE_END
        + _END_STREAM
    )


def _object_stream(objects: list[tuple[int, bytes]]) -> bytes:
    """Return an object stream (7.5.7): the objects after an index of their numbers and offsets."""
    index, offset = [], 0
    for number, data in objects:
        index.append(f"{number} {offset}")
        offset += len(data) + 1
    head = " ".join(index).encode("ascii") + b"\n"
    data = head + b"".join(data + b"\n" for _, data in objects)
    return _stream(f"/Type/ObjStm/N {len(objects)}/First {len(head)}", data)


def _xref_stream(entries: dict[int, tuple[int, int, int]], trailer: str) -> bytes:
    """Return the cross-reference stream (7.5.8), which also holds the trailer's entries."""
    rows = [_XREF_ENTRY.pack(*entries[number]) for number in range(len(entries))]
    # PNG's filter 2 (Up): each row as its difference from the row above, which is mostly 1 in one byte.
    up = b"".join(
        b"\x02" + bytes([(new - old) & 0xFF for new, old in zip(row, above, strict=True)])
        for above, row in pairwise([bytes(_XREF_ENTRY.size), *rows])
    )
    predictor = f"/DecodeParms<</Predictor 12/Columns {_XREF_ENTRY.size}>>"
    return _stream(f"/Type/XRef/W[1 4 2]/Size {len(entries)}{predictor}{trailer}", up)
