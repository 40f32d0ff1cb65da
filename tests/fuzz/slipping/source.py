"""A sound content file and its entries, as PyYAML sees them, and what a slip in it is."""

import re
from dataclasses import dataclass

import yaml

REQUIRED = frozenset(
    (
        "side",
        "title",
        "text",
        "date",
        "notes",
        "here",
        "why",
        "term",
        "meaning",
        "name",
        "role",
        "front",
        "back",
        "move",
        "paragraphs",
    )
)
CHOICES = frozenset(("side", "paper", "key", "profile", "mode", "by", "scale", "support", "gap", "ruling", "flip"))
TEXTS = frozenset(("text", "passage", "summary", "meaning", "role", "front", "back", "why", "note", "try"))
LISTS = frozenset(
    ("points", "events", "worksheets", "glossary", "people", "flashcards", "corrections", "distractors", "sections")
)
LETTERS = "abcdefghiklmnoprstuwy"


@dataclass(frozen=True)
class Slip:
    """A file with one mistake, where it stands (from 1), and patterns that message and hint hold if they mend it."""

    text: str
    line: int
    columns: frozenset[int]
    says: tuple[str, ...]
    target: int | None = None
    """The column (from 0) at which the line has to start, where that is its mistake: where the advice must lead."""


@dataclass(frozen=True)
class Entry:
    """A key with its value, or an item of a list, as it stands in the file (places from 0)."""

    path: tuple
    key: object
    value: object
    flow: bool
    """Whether it stands in braces or brackets."""
    column: int
    """Of the key, or of the dash."""
    line: int
    first: bool

    @property
    def name(self):
        return self.path[-1]

    @property
    def alone(self):
        """The value is a text that ends on the key's line."""
        value = self.value
        return isinstance(value, yaml.ScalarNode) and value.start_mark.line == value.end_mark.line == self.line

    @property
    def plain(self):
        return self.alone and self.value.style not in ("'", '"')


class NoPlaceError(Exception):
    """The file has no place for a slip of the kind."""


def choice(chance, found):
    if not found:
        raise NoPlaceError
    return chance.choice(found)


class Source:
    """A sound file, its lines and its entries."""

    def __init__(self, path):
        self.text = path.read_text("utf-8")
        self.lines = self.text.split("\n")
        root = yaml.compose(self.text, Loader=yaml.CSafeLoader)
        self.entries = list(self._walk(root, ()))

    def _walk(self, node, path):
        flow = bool(getattr(node, "flow_style", False))
        if isinstance(node, yaml.MappingNode):
            for number, (key, value) in enumerate(node.value):
                mark = key.start_mark
                yield Entry((*path, key.value), key, value, flow, mark.column, mark.line, number == 0)
                yield from self._walk(value, (*path, key.value))
        elif isinstance(node, yaml.SequenceNode):
            for number, value in enumerate(node.value):
                mark = value.start_mark
                column = mark.column if flow else self.lines[mark.line].rindex("-", 0, mark.column)
                yield Entry((*path, number), None, value, flow, column, mark.line, number == 0)
                yield from self._walk(value, (*path, number))

    def pick(self, chance, wanted):
        """One of the entries that are wanted; raises NoPlace where there is none."""
        return choice(chance, [entry for entry in self.entries if wanted(entry)])

    def siblings(self, entry):
        return [each for each in self.entries if each.path[:-1] == entry.path[:-1]]

    def changed(self, line, text, *more):
        """The file with one line changed, or made several."""
        return "\n".join([*self.lines[:line], text, *more, *self.lines[line + 1 :]])

    def shifted(self, first, last, by):
        """The file with the lines from `first` to before `last` indented by more or less."""
        moved = [
            " " * by + each if by > 0 and each.strip() else each[-by:] if by < 0 else each
            for each in self.lines[first:last]
        ]
        return "\n".join([*self.lines[:first], *moved, *self.lines[last:]])


def block_key(entry):
    return entry.key is not None and not entry.flow


def is_required(entry):
    return entry.name in REQUIRED and (entry.name != "date" or entry.path[0] == "events")


def block_item(entry):
    return entry.key is None and not entry.flow


def slip_at(text, line, column, *says, target=None):
    """A slip; `line`, `column` and `target` from 0, several columns where each is a good place."""
    columns = column if isinstance(column, tuple) else (column,)
    return Slip(text, line + 1, frozenset(each + 1 for each in columns), says, target)


def replaced(source, line, start, end, new):
    old = source.lines[line]
    return source.changed(line, old[:start] + new + old[end:])


def spelt(word):
    return f"[‘'\"]?{re.escape(word)}\\b"


def misspelling(chance, word):
    at = chance.randrange(len(word) - 1)
    ways = [word[:at] + word[at + 1 :], word[:at] + chance.choice(LETTERS) + word[at + 1 :]]
    ways += [word[:at] + word[at + 1] + word[at] + word[at + 2 :], word[:at] + word[at] + word[at:]]
    return next((way for way in chance.sample(ways, 4) if way != word), word + "x")


def leads(source, entry):
    """Whether only blanks stand before the dash."""
    return not source.lines[entry.line][: entry.column].strip()
