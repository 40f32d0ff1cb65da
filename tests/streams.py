"""What a finished file says to a printer: the operators of all its content streams, and its dictionaries."""

import io
from collections import Counter
from collections.abc import Iterator

import pdfplumber
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import PSEOF, PSKeyword, PSLiteral, PSStackParser


class _Operators(PSStackParser):
    """A content stream has no more syntax than PostScript's: operands, then a keyword."""

    def do_keyword(self, pos, token):
        self.add_results((pos, token))


def objects(data: bytes) -> Iterator[object]:
    """Every indirect object of a PDF."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for xref in pdf.doc.xrefs:
            for number in xref.get_objids():
                yield pdf.doc.getobj(number)


def _is_program(thing: object) -> bool:
    """A stream that is no font file, map, picture or table: page content, or a form XObject."""
    if not isinstance(thing, PDFStream):
        return False
    keys = set(thing.attrs)
    kind = thing.attrs.get("Type")
    form = isinstance(thing.attrs.get("Subtype"), PSLiteral) and thing.attrs["Subtype"].name == "Form"
    return form or (kind is None and not keys & {"Length1", "N"} and b"begincmap" not in thing.get_data())


def operators(data: bytes) -> Counter[str]:
    """How often each operator stands in the content streams of a PDF."""
    found: Counter[str] = Counter()
    for thing in objects(data):
        if _is_program(thing):
            parser = _Operators(io.BytesIO(thing.get_data()))
            while True:
                try:
                    _, token = parser.nextobject()
                except PSEOF:
                    break
                if isinstance(token, PSKeyword):
                    found[token.name.decode("ascii")] += 1
    return found


def names(thing: object) -> Iterator[str]:
    """Every key and name inside an object, at any depth."""
    if isinstance(thing, PDFStream):
        thing = thing.attrs
    if isinstance(thing, dict):
        for key, value in thing.items():
            yield str(key)
            yield from names(value)
    elif isinstance(thing, list):
        for value in thing:
            yield from names(value)
    elif isinstance(thing, PSLiteral):
        yield str(thing.name)
