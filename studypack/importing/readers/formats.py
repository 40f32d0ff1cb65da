"""Tell what kind of file notes are in: by their bytes first, and by the name where the bytes are text."""

from studypack.base.errors import ContentError, Problem
from studypack.base.wording import quoted
from studypack.importing.readers.columns import is_exported_by_anki
from studypack.reading.filetype import PLAIN_NOTES, document_type

_BY_BYTES = {
    "a Word document": "docx",
    "an OpenDocument text (ODT)": "odt",
    "a PDF": "pdf",
    "a web page": "html",
}
"""The formats that are read, by what the program calls them."""
_BY_NAME = {
    "md": "md",
    "markdown": "md",
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "csv": "csv",
    "tsv": "csv",
    "tab": "csv",
}
"""The formats of files of text, by the endings of names; all others are plain text."""
_AS_TEXT = "copy its text, and save that as a .txt file"
_WAYS_OUT = {
    "an old Word document": "open it in Word or LibreOffice, and save it as a Word document (.docx)",
    "a rich-text document (RTF)": "open it in Word or LibreOffice, and save it as a Word document (.docx)",
    "an Excel spreadsheet": "save its sheet as CSV: under Save As, choose CSV UTF-8",
    "an old Excel spreadsheet": "save its sheet as CSV: under Save As, choose CSV UTF-8",
    "an OpenDocument spreadsheet (ODS)": "save its sheet as CSV: under Save As, choose Text CSV",
    "a PowerPoint presentation": "save its outline: under Save As, choose Outline/RTF, then save that as .docx in Word",
    "a picture": "type its words, or have a program read them, and save them as a .txt file",
    "a film or a recording": "type its words, and save them as a .txt file",
    "a compressed file": "unpack it first",
    "a zipped file": "unpack it first",
    "a link to a document on line": "open the document, and download it as a Word document (.docx)",
}
_PROTECTED = "EncryptedPackage".encode("utf-16-le")


def format_of(data: bytes, name: str) -> str:
    """Return the key of the format in the table of readers, such as "docx", whatever the name says.

    Raises ContentError, with the way out, for a kind that is not read.
    """
    ending = name.rpartition(".")[2].casefold() if "." in name else ""
    what = document_type(data)
    if what in _BY_BYTES:
        return _BY_NAME["md"] if what == "a web page" and ending in ("md", "markdown") else _BY_BYTES[what]
    if what == "an old Office document" and _PROTECTED in data:
        hint = "open it in Word, take the password away under File, Info, and save it"
        raise ContentError([Problem("this document is protected by a password", hint, source=name)])
    if what and what not in (PLAIN_NOTES, "an XML document"):
        raise ContentError([Problem(f"{what} cannot be read as notes", _WAYS_OUT.get(what, _AS_TEXT), source=name)])
    if ending in ("docx", "odt", "pdf") and not _is_text(data):
        message = f"the name ends in {quoted('.' + ending)}, and the file is something else"
        hint = "open it in the program that made it, and save it again"
        raise ContentError([Problem(message, hint, source=name)])
    return "csv" if is_exported_by_anki(data) else _BY_NAME.get(ending, "txt")


def _is_text(data: bytes) -> bool:
    return b"\0" not in data[:2000]
