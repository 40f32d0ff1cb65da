"""The job ticket: all that a printer is asked for beside the pages. Grey, folds and pages to a sheet are ours."""

from dataclasses import dataclass

from studypack.options import Paper
from studypack.printing.media import Media
from studypack.typeset.page import Turn

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
