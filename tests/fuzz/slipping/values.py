"""Values that are wrong, and of the wrong shape."""

import re

import yaml

from tests.fuzz.slipping.source import (
    CHOICES,
    LISTS,
    NoPlaceError,
    block_item,
    block_key,
    leads,
    misspelling,
    replaced,
    slip_at,
    spelt,
)


def choice_misspelt(source, chance):
    entry = source.pick(
        chance,
        lambda e: e.key is not None and e.alone and e.name in CHOICES and len(e.value.value) > 3
        and (e.name != "key" or e.path[0] == "pack"),
    )  # fmt: skip
    start, end = entry.value.start_mark.column, entry.value.end_mark.column
    word = entry.value.value
    return slip_at(replaced(source, entry.line, start, end, misspelling(chance, word)), entry.line, start, spelt(word))


def choice_unheard_of(source, chance):
    entry = source.pick(chance, lambda e: e.key is not None and e.alone and e.name in CHOICES and e.path[0] != "title"
                        and (e.name != "key" or e.path[0] == "pack"))  # fmt: skip
    start, end = entry.value.start_mark.column, entry.value.end_mark.column
    return slip_at(
        replaced(source, entry.line, start, end, "whatever"), entry.line, start, f"(?i:{spelt(entry.value.value)})"
    )


def date_wrong(source, chance):
    entry = source.pick(chance, lambda e: e.key is not None and e.alone and e.name in ("date", "period"))
    start, end = entry.value.start_mark.column, entry.value.end_mark.column
    word = chance.choice(("Marhc 1921", "32 March 1921", "1921-13", "31 April 1920", "last summer", "19211"))
    return slip_at(
        replaced(source, entry.line, start, end, word),
        entry.line,
        (start, start + word.index(word.split()[-1])),
        "date|month|day|year",
    )


def number_wrong(source, chance):
    entry = source.pick(
        chance, lambda e: e.key is not None and e.alone and e.name in ("seed", "years", "distractors", "pages")
    )
    start, end = entry.value.start_mark.column, entry.value.end_mark.column
    return slip_at(replaced(source, entry.line, start, end, "many"), entry.line, start, "number")


def section_misspelt(source, chance):
    entry = source.pick(chance, lambda e: e.path[0] == "pack" and e.key is None and e.alone)
    start, end = entry.value.start_mark.column, entry.value.end_mark.column
    word = entry.value.value
    return slip_at(replaced(source, entry.line, start, end, misspelling(chance, word)), entry.line, start, spelt(word))


def _named(source, entry):
    return (entry.path[0] == "worksheets" and "points" in entry.path and entry.key is None) or (
        entry.path[0] == "flashcards" and entry.name == "point"
    )


def reference_misspelt(source, chance):
    entry = source.pick(chance, lambda e: _named(source, e) and len(e.value.value) > 3)
    start, end = entry.value.start_mark.column, entry.value.end_mark.column
    word = entry.value.value
    return slip_at(replaced(source, entry.line, start, end, misspelling(chance, word)), entry.line, start, spelt(word))


def id_misspelt(source, chance):
    """Of a point that is named elsewhere: told at the id, or once where it is named."""
    entry = source.pick(chance, lambda e: e.path[0] == "points" and e.name == "id" and len(e.value.value) > 3)
    named = [e for e in source.entries if _named(source, e) and e.value.value == entry.value.value]
    if len(named) < 2:
        raise NoPlaceError
    start, end = entry.value.start_mark.column, entry.value.end_mark.column
    word = misspelling(chance, entry.value.value)
    text = replaced(source, entry.line, start, end, word)
    if any(e.value.value == word for e in source.entries if isinstance(e.value, yaml.ScalarNode)):
        raise NoPlaceError
    return slip_at(text, entry.line, start, spelt(entry.value.value))


def id_doubled(source, chance):
    ids = [e for e in source.entries if e.path[0] == "points" and e.name == "id"]
    named = {e.value.value for e in source.entries if _named(source, e)}
    ids = [e for e in ids if e.value.value not in named]
    if len(ids) < 2:
        raise NoPlaceError
    one, two = sorted(chance.sample(ids, 2), key=lambda e: e.line)
    start, end = two.value.start_mark.column, two.value.end_mark.column
    return slip_at(
        replaced(source, two.line, start, end, one.value.value), two.line, start, spelt(one.value.value), "own|point"
    )


def text_for_list(source, chance):
    entry = source.pick(chance, lambda e: block_key(e) and e.name in LISTS and isinstance(e.value, yaml.SequenceNode))
    start = entry.column + len(entry.name) + 2
    last = max(entry.value.end_mark.line, entry.line + 1)
    if entry.value.flow_style:
        last = entry.value.end_mark.line + 1
    lines = [
        *source.lines[: entry.line],
        " " * 0 + source.lines[entry.line][: start - 1] + " see the notes",
        *source.lines[last:],
    ]
    return slip_at("\n".join(lines), entry.line, start, "list|- ")


def list_for_text(source, chance):
    entry = source.pick(chance, lambda e: e.key is not None and e.plain and e.value.value
                        and e.name not in CHOICES | {"grey", "eco", "seed", "years", "pages", "distractors", "punch", "hyphenate", "duplex", "booklet", "two_up", "cards", "check", "ladder"})  # fmt: skip
    start, end = entry.value.start_mark.column, entry.value.end_mark.column
    value = entry.value.value
    if re.search(r"[,\[\]{}]|: ", value):
        raise NoPlaceError
    return slip_at(replaced(source, entry.line, start, end, f"[{value}]"), entry.line, start, "text|list", "quotes|\\[")


def text_for_keys(source, chance):
    entry = source.pick(
        chance, lambda e: block_item(e) and isinstance(e.value, yaml.MappingNode) and e.value.flow_style
    )
    start, end = entry.value.start_mark.column, entry.value.end_mark.column
    return slip_at(replaced(source, entry.line, start, end, "to be written"), entry.line, start, "keys")


def item_for_keys(source, chance):
    """A - before the only keys of a part."""
    entry = source.pick(
        chance,
        lambda e: (
            block_key(e) and len(e.path) == 1 and isinstance(e.value, yaml.MappingNode) and not e.value.flow_style
        ),
    )
    first = entry.line + 1
    text = replaced(source, first, 0, 0, "- ")
    at = len(source.lines[first]) - len(source.lines[first].lstrip())
    text = source.changed(first, " " * at + "- " + source.lines[first].lstrip())
    return slip_at(text, first, (at, at + 2), r"dash|- ")


def second_document(source, chance):
    entry = source.pick(chance, lambda e: len(e.path) == 1 and not e.first)
    line = source.lines[entry.line]
    return slip_at(source.changed(entry.line, "---", line), entry.line, 0, "---")


def text_on_line_of_bar(source, chance):
    entry = source.pick(
        chance,
        lambda e: block_key(e) and isinstance(e.value, yaml.ScalarNode) and e.value.style in ("|", ">"),
    )
    below = source.lines[entry.line + 1].strip()
    text = "\n".join([
        *source.lines[: entry.line], f"{source.lines[entry.line].rstrip('-')} {below}", *source.lines[entry.line + 2 :],
    ])  # fmt: skip
    at = entry.value.start_mark.column
    return slip_at(text, entry.line, (at, at + 2), "below|under")


def list_on_line_of_key(source, chance):
    entry = source.pick(
        chance,
        lambda e: block_item(e) and e.first and leads(source, e) and source.lines[e.line - 1].rstrip().endswith(":"),
    )
    above = source.lines[entry.line - 1].rstrip()
    text = "\n".join(
        [
            *source.lines[: entry.line - 1],
            f"{above} {source.lines[entry.line].strip()}",
            *source.lines[entry.line + 1 :],
        ]
    )
    return slip_at(text, entry.line - 1, len(above) + 1, "line of its own")


def document_word_for_key(source, chance):
    """A name for a key that other programs use."""
    entry = source.pick(
        chance, lambda e: e.key is not None and e.name in ("text", "meaning", "role", "front", "title", "glossary")
    )
    other = {
        "text": "content",
        "meaning": "definition",
        "role": "description",
        "front": "question",
        "title": "heading",
        "glossary": "vocabulary",
    }
    text = replaced(source, entry.line, entry.column, entry.column + len(entry.name), other[entry.name])
    return slip_at(text, entry.line, entry.column, spelt(entry.name))
