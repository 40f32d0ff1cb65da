"""What the file says of itself: its title and language, and that it is PDF/UA-1 and PDF/A-2a, in XMP (ISO 16684-1)."""

from html import escape

from studypack.engine import PdfDocument
from studypack.typeset.page import Document

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
"""PDF/A knows only the properties that it is told of, and PDF/UA's mark is none of its own (ISO 19005-2, 6.6.2.3)."""


def xmp_packet(pdf: PdfDocument, document: Document) -> bytes:
    """The XMP packet of a document: what its information dictionary says, in the same words, and the rights.

    Bytes, since ReportLab takes a stream's length from `len`.
    """
    info, date = pdf.info, _date(pdf)
    said = [
        ("dc:format", "application/pdf"),
        ("dc:title", _alternative(info.title)),
        ("dc:creator", _listed("Seq", info.author)),
        ("dc:description", _alternative(info.subject)),
        ("dc:rights", _alternative(document.rights)),
        ("dc:language", _listed("Bag", document.language)),
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
    """The one date of the file, as XMP writes it."""
    stamp = pdf._timeStamp
    year, month, day, hour, minute, second = stamp.YMDhms
    return f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{stamp.dhh:+03}:{stamp.dmm:02}"


def _alternative(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt>' if text else ""


def _listed(kind: str, text: str) -> str:
    return f"<rdf:{kind}><rdf:li>{escape(text)}</rdf:li></rdf:{kind}>" if text else ""
