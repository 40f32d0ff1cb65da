"""Image XObjects: each picture of a document once, however often it is placed (ISO 32000-1, 8.9.5)."""

import struct
from collections.abc import Iterator

from studypack.base.engine import PdfDocument, pdfdoc
from studypack.base.raster import Raster

_CHUNK = struct.Struct(">I4s")
"""Before the data of a PNG's chunk: its length and its type (ISO/IEC 15948, 5.3)."""
_SIGNATURE = 8
"""The bytes of a PNG before its first chunk."""


class ImageObjects:
    """The image XObjects of one document, added to it as they are first asked for."""

    def __init__(self, document: PdfDocument) -> None:
        self._document = document
        self._names: dict[Raster, str] = {}

    def name(self, raster: Raster) -> str:
        """Return what ReportLab is to list among the XObjects of a page: picture1 for the first picture."""
        name = self._names.get(raster)
        if name is None:
            name = self._names[raster] = f"picture{len(self._names) + 1}"
            self._document.Reference(_image_object(raster), self._document.getXObjectName(name))
        return name

    def resource_name(self, raster: Raster) -> str:
        """Return the name of the picture in the resources of its pages."""
        name: str = self._document.getXObjectName(self.name(raster))
        return name


def _image_object(raster: Raster) -> pdfdoc.PDFStream:
    """Return a picture as an image dictionary; its samples are those of the PNG or JPEG, as that has them coded."""
    entries: dict[str, object] = {
        "Type": pdfdoc.PDFName("XObject"),
        "Subtype": pdfdoc.PDFName("Image"),
        "Width": raster.width,
        "Height": raster.height,
        "ColorSpace": pdfdoc.PDFName("DeviceGray" if raster.is_grey else "DeviceRGB"),
        "BitsPerComponent": 8,
        "Filter": pdfdoc.PDFName("DCTDecode" if raster.is_jpeg else "FlateDecode"),
    }
    if not raster.is_jpeg:
        # Predictor 15: every row says itself which of PNG's filters it has (7.4.4.4).
        predictor = {"Predictor": 15, "Colors": 1 if raster.is_grey else 3, "Columns": raster.width}
        entries["DecodeParms"] = pdfdoc.PDFDictionary(predictor)
    data = raster.data if raster.is_jpeg else b"".join(_samples(raster.data))
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), data)


def _samples(png: bytes) -> Iterator[bytes]:
    """Yield the parts of the compressed samples of a PNG, in order."""
    at = _SIGNATURE
    while at < len(png):
        length, kind = _CHUNK.unpack_from(png, at)
        at += _CHUNK.size
        if kind == b"IDAT":
            yield png[at : at + length]
        at += length + 4  # after the data, a checksum
