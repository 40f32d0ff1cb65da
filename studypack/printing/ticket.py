"""The job ticket, and the attributes of a request that carry it. Pages are imposed and greyed before, not here."""

import getpass

from studypack.base.record import record
from studypack.layout.document import Turn
from studypack.model.choices import Paper
from studypack.printing.address import Address
from studypack.printing.attributes import Capabilities
from studypack.printing.ipp import ValueTag, encode_attribute
from studypack.printing.media import Media

_MAX_NAME = 255
"""Bytes of a name (RFC 8011, 5.1.3)."""
SIDES = {Turn.NONE: "one-sided", Turn.LONG: "two-sided-long-edge", Turn.SHORT: "two-sided-short-edge"}
"""The values of the attribute `sides` (RFC 8011, 5.2.8)."""
_SIDES_IN_WORDS = {Turn.NONE: "one side", Turn.LONG: "both sides", Turn.SHORT: "both sides, short edge"}


@record
class JobTicket:
    """How one job is to be printed."""

    title: str
    pages: int
    copies: int
    turn: Turn
    media: Media
    grey: bool = False
    """Whether the printer shall use black ink only. If not, its own default holds."""
    papers: tuple[tuple[str, Paper], ...] = ()
    """Sheets that the pack could be laid out for instead, each with its paper option; none for a PDF."""
    folded: bool = False
    """Whether its sheets are a booklet to fold, which cannot be printed on one side."""

    @property
    def sides(self) -> str:
        """The value of the attribute `sides`."""
        return SIDES[self.turn]

    @property
    def side_words(self) -> str:
        """The sides in plain words."""
        return _SIDES_IN_WORDS[self.turn]

    @property
    def sheets(self) -> int:
        """Sheets of paper for all copies together. Every copy begins on a new sheet."""
        return self.copies * (self.pages if self.turn is Turn.NONE else (self.pages + 1) // 2)

    @property
    def collated(self) -> bool:
        """Whether the printer must collate: finish one copy before the next."""
        return self.copies > 1 and self.pages > 1


def ipp_name(text: str) -> str:
    """Return a text as a value of IPP's syntax `name`: one line of printable characters, at most 255 bytes in UTF-8."""
    seen = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return seen.encode("utf-8")[:_MAX_NAME].decode("utf-8", "ignore") or "untitled"


PDF = "application/pdf"
COLLATED = "separate-documents-collated-copies"


def operation_attributes(address: Address) -> bytes:
    """Return the operation attributes that every request begins with, in the order of RFC 8011, 4.1.4 and 4.1.5."""
    return (
        encode_attribute(ValueTag.CHARSET, "attributes-charset", "utf-8")
        + encode_attribute(ValueTag.LANGUAGE, "attributes-natural-language", "en")
        + encode_attribute(ValueTag.URI, "printer-uri", address.uri)
        + encode_attribute(ValueTag.NAME, "requesting-user-name", ipp_name(_user()))
    )


def job_attributes(ticket: JobTicket) -> bytes:
    """Return the operation attributes of a job. The printer must refuse a ticket that it cannot honour (4.2.1.1)."""
    return (
        encode_attribute(ValueTag.NAME, "job-name", ticket.title)
        + encode_attribute(ValueTag.MIME, "document-format", PDF)
        + encode_attribute(ValueTag.BOOLEAN, "ipp-attribute-fidelity", True)
    )


def job_template_attributes(ticket: JobTicket, capabilities: Capabilities) -> bytes:
    """Return the job template attributes of a ticket (RFC 8011, 5.2).

    Attributes that the printer does not support are left out where the job can do without: they would only be refused.
    """
    asked = encode_attribute(ValueTag.INTEGER, "copies", ticket.copies)
    if capabilities.sides or ticket.turn is not Turn.NONE:
        asked += encode_attribute(ValueTag.KEYWORD, "sides", ticket.sides)
    asked += encode_attribute(ValueTag.KEYWORD, "media", ticket.media.keyword)
    if ticket.grey and "monochrome" in capabilities.colors:
        asked += encode_attribute(ValueTag.KEYWORD, "print-color-mode", "monochrome")
    if "none" in capabilities.scaling:
        # By default, a printer shrinks pages to its printable area (PWG 5100.13).
        asked += encode_attribute(ValueTag.KEYWORD, "print-scaling", "none")
    if ticket.collated and COLLATED in capabilities.document_handling:
        asked += encode_attribute(ValueTag.KEYWORD, "multiple-document-handling", COLLATED)
    return asked


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # the system has no name for this user, or no users
        return "studypack"
