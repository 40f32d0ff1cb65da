"""Metadata: the XMP packet (ISO 16684-1), which declares PDF/UA-1 and PDF/A-2a, and the sRGB output profile (ICC)."""

from functools import cache
from html import escape
from struct import pack

from studypack.base.engine import PdfDocument
from studypack.layout.document import Document

_WHITE_POINT = (0.9642, 1.0, 0.8249)
"""D50, the white point of ICC profiles, in CIE XYZ."""
_PRIMARIES = {
    b"rXYZ": (0.43606567, 0.2224884, 0.01391602),
    b"gXYZ": (0.38514709, 0.71687317, 0.09707642),
    b"bXYZ": (0.14306641, 0.06060791, 0.71409607),
}
"""The primaries of sRGB (IEC 61966-2-1), adapted to D50."""
_ADAPTATION = (
    *(1.04788208, 0.0229187, -0.05021667),
    *(0.02958679, 0.99047852, -0.01707458),
    *(-0.00925445, 0.01507568, 0.75167847),
)
"""The chromatic adaptation matrix from D65 to D50 (Bradford)."""
_TRANSFER_FUNCTION = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
"""The transfer function of sRGB, as the parameters of type 3 of a parametric curve (ISO 15076-1)."""


def _s15_fixed16(*values: float) -> bytes:
    """Encode numbers as s15Fixed16Number (ISO 15076-1): signed, with 16 binary places."""
    return b"".join(pack(">i", round(value * 65536)) for value in values)


def _localized_text(text: str) -> bytes:
    """Encode a text as multiLocalizedUnicodeType with one record, for en-US."""
    encoded = text.encode("utf-16-be")
    return b"mluc" + bytes(4) + pack(">II2s2sII", 1, 12, b"en", b"US", len(encoded), 28) + encoded


def _xyz(values: tuple[float, ...]) -> bytes:
    return b"XYZ " + bytes(4) + _s15_fixed16(*values)


@cache
def srgb_profile() -> bytes:
    """Return a minimal ICC display profile of version 4.2 for sRGB. Its bytes never change; it holds a fixed date."""
    curve = b"para" + bytes(4) + pack(">HH", 3, 0) + _s15_fixed16(*_TRANSFER_FUNCTION)
    tags = {
        b"desc": _localized_text("sRGB"),
        b"cprt": _localized_text("CC0"),
        b"wtpt": _xyz(_WHITE_POINT),
        b"chad": b"sf32" + bytes(4) + _s15_fixed16(*_ADAPTATION),
        **{name: _xyz(values) for name, values in _PRIMARIES.items()},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    table, data, places = b"", b"", dict[bytes, tuple[int, int]]()
    begin = 128 + 4 + 12 * len(tags)
    for name, body in tags.items():
        if body not in places:
            places[body] = (begin + len(data), len(body))
            data += body + bytes(-len(body) % 4)
        table += name + pack(">II", *places[body])
    body = pack(">I", len(tags)) + table + data
    return _profile_header(128 + len(body)) + body


def _profile_header(size: int) -> bytes:
    date = pack(">6H", 2000, 1, 1, 0, 0, 0)
    kinds = pack(">I4sI4s4s4s", size, bytes(4), 0x04200000, b"mntr", b"RGB ", b"XYZ ")
    return (kinds + date + b"acsp" + bytes(28) + _s15_fixed16(*_WHITE_POINT)).ljust(128, b"\0")


_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
_CONFORMANCE = """
<pdfuaid:part>1</pdfuaid:part>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
"""
"""PDF/A requires an extension schema for `pdfuaid:part`, which it does not define itself (ISO 19005-2, 6.6.2.3)."""


def xmp_packet(pdf: PdfDocument, document: Document) -> bytes:
    """Return the XMP packet of a document: the entries of its information dictionary, and the rights.

    It is encoded here because ReportLab takes the length of a stream from `len`.
    """
    info, date = pdf.info, _date(pdf)
    said = [
        ("dc:format", "application/pdf"),
        ("dc:title", _language_alternative(info.title)),
        ("dc:creator", _array("Seq", info.author)),
        ("dc:description", _language_alternative(info.subject)),
        ("dc:rights", _language_alternative(document.rights)),
        ("dc:language", _array("Bag", document.language)),
        ("pdf:Producer", escape(info.producer)),
        ("pdf:Keywords", escape(info.keywords)),
        ("xmp:CreatorTool", escape(info.creator)),
        ("xmp:CreateDate", date),
        ("xmp:ModifyDate", date),
    ]
    names = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in _NAMESPACES.items())
    properties = "\n".join(f"<{name}>{value}</{name}>" for name, value in said if value)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'<rdf:Description rdf:about="" {names}>\n{properties}{_CONFORMANCE}</rdf:Description>\n'
        '</rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
    ).encode()


def _date(pdf: PdfDocument) -> str:
    """Return the file's date in the format of XMP."""
    stamp = pdf._timeStamp
    year, month, day, hour, minute, second = stamp.YMDhms
    return f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{stamp.dhh:+03}:{stamp.dmm:02}"


def _language_alternative(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt>' if text else ""


def _array(kind: str, text: str) -> str:
    return f"<rdf:{kind}><rdf:li>{escape(text)}</rdf:li></rdf:{kind}>" if text else ""
