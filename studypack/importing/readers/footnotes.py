"""Footnotes of texts and web pages: the words of each in brackets, where its mark stands."""

import re
from collections.abc import Sequence

from studypack.importing.notes import Kind
from studypack.importing.readers.gathering import Gathering
from studypack.importing.readers.typed_lines import Line

_MARK = re.compile(r"\s?\[\^([\w.-]{1,30})\](?!:)")
_NOTE = re.compile(r"\[\^([\w.-]{1,30})\]:\s*(.*)", re.DOTALL)
_BACK = re.compile(r"(.*\S)\s*(\[\^[\w.-]{1,30}\]:)", re.DOTALL)
"""A note whose link back stands at its end."""
_LINK = re.compile(r"#_*(?:foot-?note|end-?note|fn|ftnt?|edn)[:_-]*(ref)?[:_-]*(\d{1,3})", re.IGNORECASE)
"""The addresses of footnotes on web pages that word processors write."""
_SHOWN = re.compile(r"\s*(?:[\[(]?\d{1,3}[\])]?|[↩↑^][\ufe0e\ufe0f]?)\s*")
_WHY = "the mark of a footnote"
_INDENT = 2
"""The columns from which on a line goes on with the note above it."""


def in_brackets(words: str) -> str:
    """Return the words of a note as they stand in the text that it belongs to."""
    return f" ({words.strip()})" if words.strip() else ""


def mark_of_link(link: str, words: str) -> str:
    """Return the mark that a link of a web page is, to a footnote or back from it; empty if it is none."""
    found = _LINK.fullmatch(link)
    if not found or not _SHOWN.fullmatch(words):
        return ""
    return f"[^{found[2]}]:" if found[1] else f"[^{found[2]}]"


def place_footnotes(lines: Sequence[Line], gathering: Gathering) -> list[Line]:
    """Return as many lines, whose notes, `[^1]: …`, stand where their marks do, `[^1]`; where they stood is no text.

    A note that nothing points to, or only a heading, stays where it is. The marks are left out, and told.
    """
    if not any("[^" in line.body for line in lines):
        return list(lines)
    marked = {key for line in lines if not _is_heading(line) for key in _MARK.findall(line.body)}
    kept: list[Line] = []
    notes: dict[str, str] = {}
    gone: list[str] = []
    key = ""
    for line in map(_begun_by_mark, lines):
        found = _NOTE.fullmatch(line.body)
        if found and found[1] in marked - set(notes):
            key = found[1]
            notes[key] = found[2]
            gone.append(key)
        elif key and line.body and line.indent >= _INDENT and not line.kind:
            notes[key] = f"{notes[key]} {line.body}"
        else:
            key = "" if line.body else key
            gone += [found[1]] if found else []
            kept.append(line._replace(body=found[2]) if found else line)
            continue
        kept.append(line._replace(body="", kind=None, label=""))
    placed = [line._replace(body=_with_notes(line, notes, gone)) for line in kept]
    gathering.leave_out(0, " ".join(gone), _WHY)
    return placed


def _begun_by_mark(line: Line) -> Line:
    back = _BACK.fullmatch(line.body)
    return line._replace(body=f"{back[2]} {back[1]}") if back else line


def _with_notes(line: Line, notes: dict[str, str], gone: list[str]) -> str:
    """The words of a line with those of its notes, which are taken out of `notes`."""

    told = set(gone)

    def words_of(mark: re.Match[str]) -> str:
        if mark[1] not in told:
            return mark.group()
        gone.append(mark[1])
        return "" if _is_heading(line) else in_brackets(notes.pop(mark[1], ""))

    return _MARK.sub(words_of, line.body)


def _is_heading(line: Line) -> bool:
    return line.kind is Kind.HEADING or line.body.startswith("#")
