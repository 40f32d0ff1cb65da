"""The job ticket: all that a printer is asked for beside the pages. Grey, folds and pages to a sheet are ours."""

import getpass
from dataclasses import dataclass

from studypack.layout.page import Turn
from studypack.model.options import Paper
from studypack.printing.address import Address
from studypack.printing.attributes import Abilities
from studypack.printing.ipp import Tag, attribute
from studypack.printing.media import Media

_LONGEST_NAME = 255
"""In bytes (RFC 8011, 5.1.3)."""


SIDES = {Turn.NONE: "one-sided", Turn.LONG: "two-sided-long-edge", Turn.SHORT: "two-sided-short-edge"}
"""By IPP's names (RFC 8011, 5.2.8)."""
_WORDS = {Turn.NONE: "one side", Turn.LONG: "both sides", Turn.SHORT: "both sides, short edge"}


@dataclass(frozen=True, slots=True)
class Ticket:
    """One job."""

    title: str
    pages: int
    copies: int
    turn: Turn
    media: Media
    grey: bool = False
    """Whether the printer is to use black ink only; otherwise it does as it is set."""
    papers: tuple[tuple[str, Paper], ...] = ()
    """The sheets that its pages could be laid out anew for, each with the paper to ask for; none of a finished PDF."""
    folded: bool = False
    """Whether its sheets are laid out anew to be folded, which one side of them cannot be."""

    @property
    def sides(self) -> str:
        """How pages fall on sheets, as printers have it."""
        return SIDES[self.turn]

    @property
    def side_words(self) -> str:
        """How pages fall on sheets, as people say it."""
        return _WORDS[self.turn]

    @property
    def sheets(self) -> int:
        """Of paper, all copies together; every copy begins on a sheet of its own."""
        return self.copies * (self.pages if self.turn is Turn.NONE else (self.pages + 1) // 2)

    @property
    def collated(self) -> bool:
        """Whether it matters that one copy comes out whole before the next begins."""
        return self.copies > 1 and self.pages > 1


def as_name(text: str) -> str:
    """A text as the name of a job or a person: in one line, of what is seen, as long as a name may be."""
    seen = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return seen.encode("utf-8")[:_LONGEST_NAME].decode("utf-8", "ignore") or "untitled"


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
