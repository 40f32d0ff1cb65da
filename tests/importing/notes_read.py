"""What the readers make of a file, written short for tables; and the words of a text, for the law that none is lost."""

import re
import unicodedata
from collections import Counter

from studypack.importing.readers import read_notes

_SIGNS = {"heading": "#", "item": "-", "paragraph": "¶", "row": "|"}


def told(data, name="notes.txt"):
    """Each line as its sign (# heading, - item, ¶ paragraph, | row, ! row of heads), depth, label and words."""
    data = data.encode() if isinstance(data, str) else data
    return [told_line(line) for line in read_notes(data, name).lines]


def told_line(line):
    if line.kind.value == "row":
        return ("! " if line.is_head else "| ") + " / ".join(line.cells)
    head = _SIGNS[line.kind.value] + (str(line.depth) if line.depth else "")
    return " ".join([head, *([f"[{line.label}]"] if line.label not in ("", "-") else []), line.text])


def words(text):
    """Words and numbers with how often each stands there, folded as a reader takes them for the same."""
    text = unicodedata.normalize("NFC", text.replace("\u00ad", "").replace("\u200b", "")).casefold()
    return Counter(re.findall(r"\d+|[^\W\d_]+", text))


def words_of(notes, without=None):
    """All that the notes hold, labels too; `without` is a table for str.translate."""
    kept = (f"{line.label} {line.text}" for line in notes.lines)
    return words(" ".join([*kept, *(left.text for left in notes.left_out)]).translate(without or {}))
