"""Zipped documents: their parts, read within limits, and their XML, without entities."""

import zipfile
import zlib
from collections.abc import Collection
from io import BytesIO
from typing import Any

from lxml import etree

from studypack.base import limits
from studypack.base.errors import ContentError, Problem

Element = Any
"""An element of lxml, which comes without types."""
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,  # a way of compressing that Python does not know
    RuntimeError,  # an encrypted part
    OSError,
    ValueError,
    KeyError,
)
"""What reading a damaged archive may raise."""
_COMPRESSED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DOCTYPE = "<!DOCTYPE"
_SAVE_AGAIN = "open it in the program that made it, and save it again"


class Archive:
    """The parts of a zipped document."""

    def __init__(self, data: bytes, source: str) -> None:
        """Raises ContentError if it is damaged, or would be too large unzipped."""
        self._source = source
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            infos = self._zip.infolist()
        except DAMAGED:
            raise self.damaged() from None
        self.names: Collection[str] = frozenset(info.filename for info in infos)
        if len(infos) > limits.PARTS or sum(info.file_size for info in infos) > limits.UNZIPPED_BYTES:
            most = limits.UNZIPPED_BYTES // 1_000_000
            message = f"the document is too large: unzipped it has more than {most} MB, or {limits.PARTS:,} parts"
            hint = "split it into several, or copy its text into a .txt file"
            raise ContentError([Problem(message, hint, source=source)])
        if any(info.compress_type not in _COMPRESSED for info in infos):
            raise self.damaged()
        for name in self.names:
            if name.endswith((".xml", ".rels")):
                self._refuse_doctype(self.part(name))

    def part(self, name: str) -> bytes:
        """Return the bytes of a part. Raises ContentError if they are damaged or not there."""
        try:
            # A part is read up to the size that it is said to have, never more.
            return self._zip.read(name)
        except DAMAGED:
            raise self.damaged() from None

    def xml(self, name: str) -> Element:
        """Return the root of a part that is XML. Raises ContentError if it is damaged, or has a DOCTYPE."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            root = etree.fromstring(self.part(name), parser)
        except (etree.LxmlError, ValueError):
            raise self.damaged() from None
        if root.getroottree().docinfo.doctype:
            raise self._refused()
        return root

    def damaged(self) -> ContentError:
        """Return the error for a document that cannot be read."""
        return ContentError([Problem("the document is damaged: it cannot be read", _SAVE_AGAIN, source=self._source)])

    def _refuse_doctype(self, part: bytes) -> None:
        """A document type can hold entities, which stand for other files or for endless text; no program writes one."""
        if any(
            _DOCTYPE.encode(encoding) in part
            for encoding in ("ascii", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
        ):
            raise self._refused()

    def _refused(self) -> ContentError:
        message = "the document has a DOCTYPE in it, which may stand for other files: it is not read"
        return ContentError([Problem(message, _SAVE_AGAIN, source=self._source)])
