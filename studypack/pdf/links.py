"""Link annotations (ISO 32000-1, 12.5.6.5)."""

from studypack.base.engine import pdfdoc
from studypack.layout.page import Link
from studypack.pdf.objects import text_string


class LinkAnnotation(pdfdoc.PDFObject):
    """An invisible area that leads to a place in the document.

    ReportLab's own builds and formats some twenty objects for each; a pack has hundreds of links.
    """

    def __init__(self, link: Link, destination: pdfdoc.Destination, key: int) -> None:
        """`key` is the annotation's own in the parent tree."""
        self._link = link
        self._destination = destination
        self._key = key

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """The annotation's dictionary; its destination is an object that all links to it share."""
        link = self._link
        corners = f"{link.x:.2f} {link.y:.2f} {link.x + link.width:.2f} {link.y + link.height:.2f}"
        contents = text_string(link.description).encode("ascii")
        destination: bytes = document.Reference(self._destination).format(document)  # type: ignore[no-untyped-call]
        return (
            f"<< /Type /Annot /Subtype /Link /Rect [ {corners} ] /Border [ 0 0 0 ] "
            f"/F 4 /StructParent {self._key} /Contents ".encode("ascii")
            + contents
            + b" /Dest "
            + destination
            + b" >>"
        )
