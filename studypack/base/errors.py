"""What can be wrong with what a user gave us: problems, each with its place and a way out."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from studypack.base.characters import UNSEEN
from studypack.base.wording import pluralise

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


class UsageError(ChoiceError):
    """The command line is wrong whatever the content: it asks for what does not exist, or for two things at odds."""


class LimitError(StudypackError):
    """A document takes more pages or more time than one may."""


class OutputError(StudypackError):
    """The result cannot be written where it was asked for."""


class PrintingError(StudypackError):
    """The printer cannot be reached, cannot do what was asked, or says no."""


_SHOWN = 100
"""Problems that render_all shows before it only counts, and the characters of a long line that it shows."""
_LEAD = 40
"""Characters of a long line that stay in view before the place."""
_MASKED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_JOINERS = "\u200c\u200d"


def masked(text: str) -> str:
    """The text with every character that a terminal could obey replaced, one for one."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_mask(char) for char in text)


def _mask(char: str) -> str:
    if char in "\t\n\r":
        return " "
    if char < " ":
        return chr(0x2400 + ord(char))  # the control pictures: ␛ for escape
    hidden = unicodedata.category(char) in _MASKED or ord(char) in UNSEEN
    return "\ufffd" if hidden and char not in _JOINERS else char


def _width(text: str) -> int:
    """The columns that a text takes in a terminal: ideographs two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) or char in _JOINERS else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )


def _window(excerpt: str, at: int) -> tuple[str, int]:
    """A long line cut to what surrounds a place, and the place in what is left."""
    if len(excerpt) <= _SHOWN:
        return excerpt, at
    start = max(0, min(at - _LEAD, len(excerpt) - _SHOWN))
    shown = excerpt[start : start + _SHOWN]
    if start:
        shown = "…" + shown[1:]
    if start + _SHOWN < len(excerpt):
        shown = shown[:-1] + "…"
    return shown, at - start


def parted(problem: Problem) -> tuple[str, str, str]:
    """A problem's source line in three: what stands before the place, what is meant, what stands after it.

    Cut to what surrounds the place, control characters masked. Without a column, all of it stands before.
    """
    shown, at = _window(problem.excerpt.rstrip(), max(problem.column - 1, 0))
    shown = masked(shown)
    if not problem.column:
        return shown, "", ""
    end = at + max(problem.length, 1)
    return shown[:at], shown[at:end], shown[end:]


def render(problem: Problem) -> str:
    """A problem as a terminal or a log shows it: plain text, control characters masked, no last newline.

    The look is the Rust compiler's: message, place, source line, caret, help.
    """
    lines = [f"{problem.severity}: {masked(problem.message)}"]
    gutter = " " * len(str(problem.line)) if problem.line else " "
    if problem.source:
        place = f":{problem.line}" if problem.line else ""
        place += f":{problem.column}" if place and problem.column else ""
        lines.append(f"{gutter}--> {masked(problem.source)}{place}")
    if problem.line and problem.excerpt.strip():
        before, meant, after = parted(problem)
        lines.append(f"{problem.line} | {before}{meant}{after}")
        if problem.column:
            lines.append(f"{gutter} | {' ' * _width(before)}{'^' * max(_width(meant), 1)}")
    if problem.hint:
        lines.append(f"{gutter} = help: {masked(problem.hint)}")
    return "\n".join(lines)


def render_all(problems: Iterable[Problem], limit: int = _SHOWN) -> str:
    """Problems as `render` shows them, parted by blank lines; after `limit` of them, how many more."""
    found = tuple(problems)
    blocks = [render(problem) for problem in found[:limit]]
    more = len(found) - limit
    if more > 0:
        blocks.append(f"and {more:,} more {pluralise(more, 'problem')}")
    return "\n\n".join(blocks)
