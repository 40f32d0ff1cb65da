"""Plain text and Markdown: from a text to its lines, without the common indent and the file's own data."""

import re

from studypack.importing.notes import Kind
from studypack.importing.readers.chat import messages_of
from studypack.importing.readers.encodings import decode_notes
from studypack.importing.readers.footnotes import place_footnotes
from studypack.importing.readers.gathering import Gathering
from studypack.importing.readers.typed_lines import Line, read_lines

_ENDS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""Ends of lines that editors do not count: form feeds, and Word's own when it is pasted."""
_QUOTED = re.compile(r"^(?:>+(?:\s+|(?=[^\W\d_]|[\"'“‘*#-])|$))+")
"""The marks of a quotation, as in electronic mail."""
_MATTER = re.compile(r"[\w-]+:(?:\s|$)|-\s|\s")


def read_text(data: bytes, gathering: Gathering) -> None:
    """Read a text into the gathering. Raises ContentError if the bytes are none."""
    lines = messages_of(lines_of(decode_notes(data, gathering.source)), gathering)
    read_lines(place_footnotes(lines, gathering), gathering)


def read_markdown(data: bytes, gathering: Gathering) -> None:
    """Read Markdown into the gathering. Raises ContentError if the bytes are no text."""
    lines = lines_of(decode_notes(data, gathering.source))
    read_lines(place_footnotes(_without_matter(lines, gathering), gathering), gathering, is_markdown=True)


def lines_of(text: str) -> list[Line]:
    """Return the lines of a text without the indent that all have in common."""
    found = []
    for number, whole in enumerate(text.split("\n"), start=1):
        for each in _ENDS.split(whole):
            body = each.rstrip()
            start = body.lstrip()
            indent = len(body[: len(body) - len(start)].expandtabs(4))
            found.append(Line(number, indent, _QUOTED.sub("", start)))
    common = min((line.indent for line in found if line.body), default=0)
    return [line._replace(indent=max(0, line.indent - common)) for line in found]


def _without_matter(lines: list[Line], gathering: Gathering) -> list[Line]:
    """The lines after the file's front matter, whose title is a heading."""
    if not lines or lines[0].body != "---":
        return lines
    end = next((at for at, line in enumerate(lines[1:60], 1) if line.body in ("---", "...")), 0)
    matter = lines[1:end]
    if not matter or not all(not line.body or line.indent or _MATTER.match(line.body) for line in matter):
        return lines
    for line in matter:
        key, _, value = line.body.partition(":")
        if key == "title" and value.strip():
            gathering.add(line.number, Kind.HEADING, value.strip().strip("\"'"), depth=1)
        is_title = key == "title" and value.strip()
        if not line.body:
            continue
        gathering.leave_out(line.number, key if is_title else line.body, "the file's own data, before its text")
    return lines[end + 1 :]
