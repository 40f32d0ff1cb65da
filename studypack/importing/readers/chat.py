"""A chat that was exported as text: its messages, without when each was sent, and by whom."""

import re
from collections.abc import Sequence

from studypack.importing.readers.gathering import Gathering
from studypack.importing.readers.typed_lines import Line

_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?\s?m\.?)?"
_STAMP = re.compile(
    rf"\u200e?(?:\[{_DAY},?\s{_TIME}\]|{_DAY},?\s{_TIME}\s[-–])\s(?P<who>~?\s?[^:]{{1,40}}:\s*)?", re.IGNORECASE
)
_PROGRAM = re.compile(
    r"\u200e?(?:<[^<>]{1,80}>|(?:image|video|audio|sticker|gif|document|contact card) omitted|null"
    r"|(?:this message was|you) deleted(?: this message)?\.?"
    r"|messages and calls are end-to-end encrypted\..*|missed (?:voice|video) call.*)",
    re.IGNORECASE,
)
"""What the program says in the place of a message."""
_FEWEST = 3
_SHARE = 3
"""One line in so many begins a message, at least: a message may have several."""
_WHY = "when a message was sent, and by whom"


def messages_of(lines: Sequence[Line], gathering: Gathering) -> list[Line]:
    """Return the lines of a chat's messages, each behind an empty one; what is no chat is returned as it is.

    What stood before the messages, and what the program says itself, is left out.
    """
    stamps = [_STAMP.match(line.body) for line in lines]
    told = sum(map(bool, stamps))
    if told < _FEWEST or told * _SHARE < sum(bool(line.body) for line in lines):
        return list(lines)
    kept: list[Line] = []
    for line, stamp in zip(lines, stamps, strict=True):
        if not stamp:
            kept.append(line)
            continue
        gathering.leave_out(line.number, stamp.group(), _WHY)
        body = line.body[stamp.end() :].strip()
        if not stamp["who"] or _PROGRAM.fullmatch(body):
            gathering.leave_out(line.number, body, "the chat program's own words")
            body = ""
        kept += [line._replace(body=""), line._replace(body=body)]
    return kept
