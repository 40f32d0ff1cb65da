"""Notes imported: what the command writes and tells, without files."""

import json
import re
from collections import Counter
from dataclasses import dataclass

import yaml

from studypack.importing.draft import draft_of
from studypack.importing.readers import read_notes
from studypack.importing.summary import as_json, summary
from studypack.importing.written import written
from studypack.reading.load import LoadedPack, read


@dataclass(frozen=True)
class Imported:
    """A draft as its reader meets it."""

    told: dict
    """The JSON."""
    summary: str
    text: str
    """The content file."""
    loaded: LoadedPack
    """The same, read as `studypack build` reads it."""

    @property
    def points(self):
        """The title of each point, by its side."""
        found: dict[str, list[str]] = {}
        for point in self.told["points"]:
            found.setdefault(point["side"], []).append(point["title"])
        return found

    @property
    def pack(self):
        return self.loaded.pack

    @property
    def data(self):
        """The content as YAML has it."""
        return yaml.load(self.text, Loader=yaml.BaseLoader)


def imported(text, name="notes.txt", language="en-GB"):
    """The draft of some notes. It is read as a pack, which must be valid."""
    draft = draft_of(read_notes(text.encode() if isinstance(text, str) else text, name), language)
    source = written(draft)
    told = json.loads(as_json(draft, None))
    return Imported(told, "\n".join(summary(draft, None)), source, read(source.encode(), "draft.yaml"))


def words(*texts):
    """How often each word stands in some texts, figures apart from letters, without case."""
    return Counter(word for text in texts for word in re.findall(r"\d+|[^\W\d_]+", text.casefold()))


def words_of(draft):
    """Every word of a draft: its values and comments, and what it says was left out."""
    return words(draft.text, *(left["text"] for left in draft.told["left_out"]))
