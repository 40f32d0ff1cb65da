"""What requests say: who asks, which job, and its ticket."""

import getpass

from studypack.printing.accounts import Abilities
from studypack.printing.address import Address
from studypack.printing.ipp import Tag, attribute
from studypack.printing.ticket import Ticket, as_name
from studypack.typeset.page import Turn

PDF = "application/pdf"
COLLATED = "separate-documents-collated-copies"


def greeting(address: Address) -> bytes:
    """What every request begins with, in the order that RFC 8011, 4.1.4 and 4.1.5 have."""
    return (
        attribute(Tag.CHARSET, "attributes-charset", "utf-8")
        + attribute(Tag.LANGUAGE, "attributes-natural-language", "en")
        + attribute(Tag.URI, "printer-uri", address.uri)
        + attribute(Tag.NAME, "requesting-user-name", as_name(_user()))
    )


def naming(ticket: Ticket) -> bytes:
    """What a job is; nothing of its ticket may be passed over in silence (RFC 8011, 4.2.1.1)."""
    return (
        attribute(Tag.NAME, "job-name", ticket.title)
        + attribute(Tag.MIME, "document-format", PDF)
        + attribute(Tag.BOOLEAN, "ipp-attribute-fidelity", True)
    )


def job_template(ticket: Ticket, abilities: Abilities) -> bytes:
    """The ticket; what a printer has never heard of, and the job does not need, would only be refused."""
    asked = attribute(Tag.INTEGER, "copies", ticket.copies)
    if abilities.sides or ticket.turn is not Turn.NONE:
        asked += attribute(Tag.KEYWORD, "sides", ticket.sides)
    asked += attribute(Tag.KEYWORD, "media", ticket.media.keyword)
    if ticket.grey and "monochrome" in abilities.colors:
        asked += attribute(Tag.KEYWORD, "print-color-mode", "monochrome")
    if "none" in abilities.scaling:
        # Left to itself a printer that must keep to its ticket shrinks pages to what it can print on (PWG 5100.13).
        asked += attribute(Tag.KEYWORD, "print-scaling", "none")
    if ticket.collated and COLLATED in abilities.handling:
        asked += attribute(Tag.KEYWORD, "multiple-document-handling", COLLATED)
    return asked


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no name for this user, or no such thing as users
        return "studypack"
