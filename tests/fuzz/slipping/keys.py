"""Slips in keys and their colons."""

from tests.fuzz.slipping.source import (
    REQUIRED,
    NoPlaceError,
    block_key,
    is_required,
    misspelling,
    replaced,
    slip_at,
    spelt,
)


def _misspelt(source, chance, wanted):
    entry = source.pick(chance, wanted)
    word = misspelling(chance, entry.name)
    if word in {each.name for each in source.entries}:
        raise NoPlaceError
    end = entry.column + len(entry.name)
    return slip_at(replaced(source, entry.line, entry.column, end, word), entry.line, entry.column, spelt(entry.name))


def optional_key_misspelt(source, chance):
    return _misspelt(source, chance, lambda e: e.key is not None and e.name not in REQUIRED and len(e.name) > 3)


def required_key_misspelt(source, chance):
    return _misspelt(source, chance, lambda e: e.key is not None and e.name in REQUIRED and len(e.name) > 3)


def key_capitalised(source, chance):
    entry = source.pick(chance, lambda e: e.key is not None)
    text = replaced(source, entry.line, entry.column, entry.column + 1, entry.name[0].upper())
    return slip_at(text, entry.line, entry.column, spelt(entry.name))


def required_key_missing(source, chance):
    entry = source.pick(chance, lambda e: block_key(e) and is_required(e) and e.alone and not e.first)
    first = source.siblings(entry)[0]
    text = "\n".join(source.lines[: entry.line] + source.lines[entry.line + 1 :])
    if len(entry.path) == 1:
        raise NoPlaceError
    return slip_at(text, first.line, (first.column, first.column - 2), spelt(entry.name))


def key_doubled(source, chance):
    entry = source.pick(chance, lambda e: block_key(e) and e.alone and not e.first)
    line = source.lines[entry.line]
    text = source.changed(entry.line, line, line)
    return slip_at(text, entry.line + 1, entry.column, spelt(entry.name), f"line {entry.line + 1}")


def colon_missing(source, chance):
    entry = source.pick(chance, lambda e: block_key(e) and e.plain and e.value.value)
    end = entry.column + len(entry.name)
    text = replaced(source, entry.line, end, end + 1, "")
    return slip_at(text, entry.line, (entry.column, end), "colon", f"{entry.name}: ")


def colon_missing_over_list(source, chance):
    entry = source.pick(chance, lambda e: block_key(e) and not e.alone and source.lines[e.line].rstrip()[-1] != "}")
    end = entry.column + len(entry.name)
    text = replaced(source, entry.line, end, end + 1, "")
    return slip_at(text, entry.line, (entry.column, end), "colon", f"{entry.name}:")


def colon_missing_before_brace(source, chance):
    entry = source.pick(chance, lambda e: block_key(e) and getattr(e.value, "flow_style", False))
    end = entry.column + len(entry.name)
    text = replaced(source, entry.line, end, end + 1, "")
    return slip_at(text, entry.line, (entry.column, end), "colon", f"{entry.name}: ")


def space_missing_before_brace(source, chance):
    entry = source.pick(chance, lambda e: block_key(e) and getattr(e.value, "flow_style", False))
    end = entry.column + len(entry.name)
    text = replaced(source, entry.line, end, end + 2, ":")
    return slip_at(text, entry.line, (end, end + 1), "space", f"{entry.name}: ")


def space_missing_after_colon(source, chance):
    entry = source.pick(chance, lambda e: block_key(e) and e.plain and e.value.value)
    end = entry.column + len(entry.name)
    text = replaced(source, entry.line, end, end + 2, ":")
    return slip_at(text, entry.line, (end, end + 1), "space", f"{entry.name}: ")


def space_missing_after_colon_in_braces(source, chance):
    entry = source.pick(chance, lambda e: e.key is not None and e.flow and e.plain and e.value.value)
    end = entry.column + len(entry.name)
    text = replaced(source, entry.line, end, end + 2, ":")
    return slip_at(text, entry.line, (entry.column, end, end + 1), "space", f"{entry.name}: ")


def equals_for_colon(source, chance):
    entry = source.pick(chance, lambda e: block_key(e) and e.plain and e.value.value)
    end = entry.column + len(entry.name)
    text = replaced(source, entry.line, end, end + 1, chance.choice((" =", ";")))
    return slip_at(text, entry.line, (entry.column, end, end + 1), "colon", f"{entry.name}: ")


def value_missing(source, chance):
    entry = source.pick(chance, lambda e: block_key(e) and e.alone and is_required(e))
    end = entry.column + len(entry.name) + 1
    text = source.changed(entry.line, source.lines[entry.line][:end])
    return slip_at(text, entry.line, (entry.column, end), spelt(entry.name), "value|empty")
