"""Recognise files that are no packs by their bytes: a Word document, a PDF, a picture, plain notes."""

import codecs
import re
from itertools import islice
from pathlib import Path

from studypack.base import limits
from studypack.base.wording import closest, shell_quoted
from studypack.reading.hints import known_keys

_STARTS = {
    b"%PDF-": "a PDF",
    b"{\\rtf": "a rich-text document (RTF)",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"II*\0": "a picture",
    b"MM\0*": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"7z\xbc\xaf": "a compressed file",
    b"Rar!": "a compressed file",
}
_ZIPPED = {
    b"word/": "a Word document",
    b"xl/": "an Excel spreadsheet",
    b"ppt/": "a PowerPoint presentation",
    b"oasis.opendocument.text": "an OpenDocument text (ODT)",
    b"oasis.opendocument.spreadsheet": "an OpenDocument spreadsheet (ODS)",
    b"oasis.opendocument.presentation": "an OpenDocument presentation (ODP)",
    b"application/epub+zip": "an e-book (EPUB)",
    b"Index/": "a Pages, Numbers or Keynote document",
}
"""What a zipped file of each kind contains: names of its members, or its media type."""
PLAIN_NOTES = "a file of plain notes"
_NOTES = ("a PDF", "a Word document", "an OpenDocument text (ODT)", "a web page", PLAIN_NOTES)
"""The kinds that notes are read from."""
_OLE = {
    "WordDocument": "an old Word document",
    "Workbook": "an old Excel spreadsheet",
    "PowerPoint": "an old presentation",
}
"""The streams of an OLE compound file, the format of Office files until 2007."""
_KEY = re.compile(r"^[^\w\n]*(\w+)[^\w\n]{0,3}?[:：=]", re.MULTILINE)
_KEYED_LINE = re.compile(r"^[ \t-]*\w+[ \t]*:(?=\s|$)", re.MULTILINE)
_LINE = re.compile(r"^[^\S\n]*\S", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]{2,}")
_COMMENT = re.compile(r"^[ \t]*#.*", re.MULTILINE)
_ENDING = re.compile(
    r"\.(docx?|odt|rtf|txt|md|pdf|html?|pages|gdoc|pptx?|odp|key|xlsx?|ods|csv|epub|tex|png|jpe?g|gif|heic|webp)",
    re.IGNORECASE,
)
"""The extensions of documents."""
_FEWEST_WORDS = 12
"""The least words of plain notes; a shorter text may be a pack that was just begun."""


def document_type(data: bytes) -> str:
    """Return the kind of document that the bytes are, with its article: "a PDF". Empty if they may be a pack.

    The first bytes decide; they are taken from the specifications of the formats.
    """
    start = data[:64].removeprefix(codecs.BOM_UTF8).lstrip()
    for magic, what in _STARTS.items():
        if start.startswith(magic):
            return what
    if start.startswith(b"PK\x03\x04"):
        return next((what for part, what in _ZIPPED.items() if part in data), "a zipped file")
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        return next((what for name, what in _OLE.items() if name.encode("utf-16-le") in data), "an old Office document")
    if start[4:8] == b"ftyp":
        return "a picture" if start[8:12] in (b"heic", b"heix", b"mif1", b"avif") else "a film or a recording"
    if start.startswith(b"RIFF"):
        return "a picture" if start[8:12] == b"WEBP" else "a film or a recording"
    return "a picture" if start.startswith(b"BM") and b"\0" in start else _written(_text(data))


def hint_for(what: str, name: str) -> str:
    """Return the hint for a document of a kind and a name: how to make a pack of it."""
    if what in _NOTES:
        return f"make a draft of it:  studypack import {shell_quoted(name)}"
    how = "type its words in" if what == "a picture" else "copy its sentences in"
    return f'start a pack with  studypack new "The title of your topic"  and {how}'


def describe_file_name(name: str) -> str:
    """Return the kind of document that a name stands for; empty if the name may be anything else, such as a title."""
    path = Path(name)
    try:
        with path.open("rb") as file:
            return document_type(file.read(limits.BYTES)) or "the name of a file"
    except (OSError, ValueError):
        return "the name of a file" if _ENDING.fullmatch(path.suffix) else ""


def has_document_ending(path: Path) -> bool:
    """Return whether a name has the extension of a document or of a content file."""
    return bool(_ENDING.fullmatch(path.suffix)) or path.suffix.casefold() in (".yaml", ".yml")


def _text(data: bytes) -> str:
    """The bytes as text, in the most likely encoding."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and not data.startswith(codecs.BOM_UTF32_LE):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _written(text: str) -> str:
    """The kind of a text that is no pack: a web page, a link to an online document, or notes; empty if it may be a
    pack.
    """
    start = text[:1000].lstrip()
    if start.startswith("<"):
        low = start.casefold()
        named = {"html": "a web page", "<svg": "a picture", "<?xml": "an XML document"}
        return next((what for sign, what in named.items() if sign in low), "")
    if start.startswith("{"):
        return "a link to a document on line" if "doc_id" in start or "docs.google.com" in start else ""
    return PLAIN_NOTES if _are_notes(text) else ""


def _are_notes(text: str) -> bool:
    """Whether a text has words, and at most one key of a pack."""
    written = dict.fromkeys(found[1] for found in _KEY.finditer(text))
    if "title" in written or "points" in written:
        return False
    keys = [word for word in islice(written, 100) if closest(word, known_keys(), 0.8)]
    text = _COMMENT.sub("", text)
    if len(keys) > 1 or 3 * len(_KEYED_LINE.findall(text)) >= len(_LINE.findall(text)):
        return False  # a pack, perhaps with keys in another language
    words = islice(_WORD.finditer(text), _FEWEST_WORDS)
    return sum(1 for _ in words) == _FEWEST_WORDS
