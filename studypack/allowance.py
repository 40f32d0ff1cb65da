"""The pages and the time that one document may take; beyond them it is refused, and says in which section."""

import time

from studypack import limits
from studypack.errors import LimitError

_LESS = "split the content into several, or print fewer sections: --sections table"


class Allowance:
    """What is left to one document; the time runs from its making.

    The clock decides only whether there is a document, never what is in it.
    """

    def __init__(self) -> None:
        self._until = time.monotonic() + limits.SECONDS

    def spend(self, section: str, pages: int) -> None:
        """Called with the number of pages, the next included, before work goes on. Raises LimitError."""
        if pages > limits.PAGES:
            raise LimitError(
                f"the section '{section}' goes on past page {limits.PAGES:,}, the last of a document", _LESS
            )
        if time.monotonic() > self._until:
            message = f"the section '{section}' is not done after the {limits.SECONDS} seconds that a document may take"
            raise LimitError(message, _LESS)
