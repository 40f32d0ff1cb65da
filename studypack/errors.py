"""What can be wrong with what a user gave us: problems, each with its place and a way out."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

Path = tuple[str | int, ...]
"""Where a value stands in the content: ("points", 3, "date")."""


class Severity(StrEnum):
    """How much a problem matters: an error stops the build, a warning and advice do not."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, where it stands, and what would put it right."""

    message: str
    """One line, lower case, no full stop: unknown key 'disadvantges'."""
    hint: str = ""
    """A way out: did you mean 'disadvantages'?"""
    severity: Severity = Severity.ERROR
    source: str = ""
    """The file's name as the user gave it; empty where no file is meant."""
    line: int = 0
    """From 1; 0 where no line is meant."""
    column: int = 0
    """In characters, from 1; 0 where no column is meant."""
    length: int = 1
    """How many characters the caret underlines."""
    excerpt: str = ""
    """The source line, as it stands in the file."""
    path: Path = ()
    """Where the value stands in the content."""


class StudypackError(Exception):
    """A mistake that the user can mend; it carries every problem found, in the order of the file."""

    def __init__(self, problems: Iterable[Problem] | str, hint: str = "") -> None:
        found = (Problem(problems, hint),) if isinstance(problems, str) else tuple(problems)
        self.problems: tuple[Problem, ...] = found
        super().__init__("; ".join(problem.message for problem in found))


class ContentError(StudypackError):
    """The content cannot be read, or says what cannot be printed."""


class ChoiceError(StudypackError):
    """What was asked for does not exist, or the content has nothing for it."""


class OutputError(StudypackError):
    """The result cannot be written where it was asked for."""
