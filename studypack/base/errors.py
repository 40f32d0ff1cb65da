"""Errors about a user's input: problems, each with its place and a way out, and how they are shown."""

import unicodedata
from collections.abc import Iterable
from enum import StrEnum

from studypack.base.characters import IGNORABLE
from studypack.base.record import record
from studypack.base.wording import pluralise

ContentPath = tuple[str | int, ...]
"""The path to a value in the content: ("points", 3, "date")."""


class Severity(StrEnum):
    """How serious a problem is. An error stops the build; a warning and advice do not."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@record
class Problem:
    """One thing that is wrong, its place in the source, and how to mend it."""

    message: str
    """One line, lower case, no full stop: unknown key 'disadvantges'."""
    hint: str = ""
    """How to mend it: did you mean 'disadvantages'?"""
    severity: Severity = Severity.ERROR
    source: str = ""
    """The file's name as the user gave it; empty if the problem is in no file."""
    line: int = 0
    """From 1; 0 if the problem has no line."""
    column: int = 0
    """In characters, from 1; 0 if the problem has no column."""
    length: int = 1
    """How many characters the caret underlines."""
    excerpt: str = ""
    """The source line, unchanged."""
    path: ContentPath = ()
    """The path to the value in the content."""


class StudypackError(Exception):
    """A mistake that the user can mend. It carries every problem that was found, in the order of the file."""

    def __init__(self, problems: Iterable[Problem] | str, hint: str = "") -> None:
        found = (Problem(problems, hint),) if isinstance(problems, str) else tuple(problems)
        self.problems: tuple[Problem, ...] = found
        super().__init__("; ".join(problem.message for problem in found))


class LibraryError(StudypackError):
    """The installed libraries are not those that are needed."""


class ContentError(StudypackError):
    """The content cannot be read, or asks for something that cannot be printed."""


class ChoiceError(StudypackError):
    """The user asked for something that does not exist, or that the content has no data for."""


class UsageError(ChoiceError):
    """The command line is wrong, whatever the content: an unknown name, or two options that contradict each other."""


class LimitError(StudypackError):
    """A document takes more pages or more time than it may."""


class OutputError(StudypackError):
    """The result cannot be written to its destination."""


class PrintingError(StudypackError):
    """The printer cannot be reached, cannot do what was asked, or refuses."""


_SHOWN = 100
"""The number of problems that render_all shows in full, and of characters that it shows of a long line."""
_LEAD = 40
"""The characters that stay visible before the place in a long line."""
_MASKED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_JOINERS = "\u200c\u200d"


def mask_controls(text: str) -> str:
    """Return the text with every control character replaced by a visible one; none could then steer a terminal."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_mask(char) for char in text)


def _mask(char: str) -> str:
    if char in "\t\n\r":
        return " "
    if char < " ":
        return chr(0x2400 + ord(char))  # the control pictures: ␛ for escape
    hidden = unicodedata.category(char) in _MASKED or ord(char) in IGNORABLE
    return "\ufffd" if hidden and char not in _JOINERS else char


def _width(text: str) -> int:
    """The columns that a text takes in a terminal: an ideograph takes two, a combining mark none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) or char in _JOINERS else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )


def _window(excerpt: str, at: int) -> tuple[str, int]:
    """Cut a long line to an excerpt around a column. Returns the excerpt, and the column in it."""
    if len(excerpt) <= _SHOWN:
        return excerpt, at
    start = max(0, min(at - _LEAD, len(excerpt) - _SHOWN))
    shown = excerpt[start : start + _SHOWN]
    if start:
        shown = "…" + shown[1:]
    if start + _SHOWN < len(excerpt):
        shown = shown[:-1] + "…"
    return shown, at - start


def split_excerpt(problem: Problem) -> tuple[str, str, str]:
    """Split a problem's source line into the text before its place, the text at it, and the text after it.

    A long line is cut around the place, and control characters are masked. A problem without a column has all its text
    in the first part.
    """
    shown, at = _window(problem.excerpt.rstrip(), max(problem.column - 1, 0))
    shown = mask_controls(shown)
    if not problem.column:
        return shown, "", ""
    end = at + max(problem.length, 1)
    return shown[:at], shown[at:end], shown[end:]


def render(problem: Problem) -> str:
    """Return a problem as text for a terminal or a log, with control characters masked and no final newline.

    It looks like a message of the Rust compiler: message, place, source line, caret, help.
    """
    lines = [f"{problem.severity}: {mask_controls(problem.message)}"]
    gutter = " " * len(str(problem.line)) if problem.line else " "
    if problem.source:
        place = f":{problem.line}" if problem.line else ""
        place += f":{problem.column}" if place and problem.column else ""
        lines.append(f"{gutter}--> {mask_controls(problem.source)}{place}")
    if problem.line and problem.excerpt.strip():
        before, meant, after = split_excerpt(problem)
        lines.append(f"{problem.line} | {before}{meant}{after}")
        if problem.column:
            lines.append(f"{gutter} | {' ' * _width(before)}{'^' * max(_width(meant), 1)}")
    if problem.hint:
        lines.append(f"{gutter} = help: {mask_controls(problem.hint)}")
    return "\n".join(lines)


def render_all(problems: Iterable[Problem], limit: int = _SHOWN) -> str:
    """Return problems as `render` shows them, with blank lines between; after `limit` of them, the number of the
    rest.
    """
    found = tuple(problems)
    blocks = [render(problem) for problem in found[:limit]]
    more = len(found) - limit
    if more > 0:
        blocks.append(f"and {more:,} more {pluralise(more, 'problem')}")
    return "\n\n".join(blocks)
