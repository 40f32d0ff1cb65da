"""Slips in the dashes of lists."""

import re

import yaml

from tests.fuzz.slipping.source import NoPlaceError, block_item, leads, replaced, slip_at


def _glued(source, chance, wanted, *, mark="-"):
    entry = source.pick(chance, lambda e: block_item(e) and wanted(e))
    start = entry.value.start_mark.column
    text = replaced(source, entry.line, entry.column, start, mark)
    rest = source.lines[entry.line][start:].split()[0]
    return slip_at(text, entry.line, entry.column, "dash", re.escape(f"- {rest}"[:20]))


def dash_glued_to_word(source, chance):
    return _glued(source, chance, lambda e: isinstance(e.value, yaml.ScalarNode))


def dash_glued_to_key(source, chance):
    return _glued(source, chance, lambda e: isinstance(e.value, yaml.MappingNode) and not e.value.flow_style)


def dash_glued_to_brace(source, chance):
    return _glued(source, chance, lambda e: getattr(e.value, "flow_style", False))


def dash_of_another_kind(source, chance):
    mark = chance.choice(("\u2013 ", "\u2022 ", "* ", "1. "))
    return _glued(source, chance, lambda e: not getattr(e.value, "flow_style", False) and leads(source, e), mark=mark)


def dash_missing(source, chance):
    """Of a later item, the key of which then seems to be the second of its kind."""
    entry = source.pick(
        chance,
        lambda e: block_item(e) and not e.first and isinstance(e.value, yaml.MappingNode) and not e.value.flow_style
        and leads(source, e),
    )  # fmt: skip
    start = entry.value.start_mark.column
    text = replaced(source, entry.line, entry.column, start, " " * (start - entry.column))
    return slip_at(text, entry.line, (start, entry.column), "- ")


def first_dash_missing(source, chance):
    entry = source.pick(
        chance,
        lambda e: block_item(e) and e.first and isinstance(e.value, yaml.MappingNode) and not e.value.flow_style
        and leads(source, e) and len(source.siblings(e)) > 1,
    )  # fmt: skip
    start = entry.value.start_mark.column
    text = replaced(source, entry.line, entry.column, start, " " * (start - entry.column))
    return slip_at(text, entry.line, (start, entry.column), "dash", "- ")


def second_dash_missing(source, chance):
    """The list of paragraphs has a list in each item: - - move."""
    entry = source.pick(chance, lambda e: block_item(e) and isinstance(e.value, yaml.SequenceNode))
    start = entry.value.start_mark.column
    text = replaced(source, entry.line, start, start + 1, " ")
    if not entry.value.flow_style and len(entry.value.value) > 1:
        raise NoPlaceError
    return slip_at(text, entry.line, (entry.column, start, start + 2), "- - ")


def _dash_off(source, chance, by, wanted):
    entry = source.pick(chance, lambda e: block_item(e) and leads(source, e) and e.column + by >= 0 and wanted(e))
    if len(source.siblings(entry)) < 2:
        raise NoPlaceError
    text = source.shifted(entry.line, entry.line + 1, by)
    return entry, text


def first_dash_off(source, chance):
    by = chance.choice((-2, -1, 1, 2))
    entry, text = _dash_off(source, chance, by, lambda e: e.first)
    parent = next((e for e in source.entries if e.path == entry.path[:-1]), None)
    if parent is not None and entry.column + by <= parent.column - (parent.key is None):
        raise NoPlaceError
    return slip_at(text, entry.line, entry.column + by, "dash", target=entry.column)


def later_dash_off(source, chance):
    by = chance.choice((-1, 1, 2))
    entry, text = _dash_off(source, chance, by, lambda e: not e.first)
    return slip_at(text, entry.line, entry.column + by, "dash|item", target=entry.column)


def item_too_far_right(source, chance):
    """An item of words, so far right that it joins the one above."""
    entry = source.pick(
        chance,
        lambda e: block_item(e) and not e.first and e.alone and leads(source, e),
    )
    by = chance.choice((1, 2, 3, 4, 6))
    text = source.shifted(entry.line, entry.line + 1, by)
    return slip_at(text, entry.line, entry.column + by, "dash|item", target=entry.column)


def item_into_text(source, chance):
    """A whole item so far right that the text above takes it in."""
    entry = source.pick(chance, lambda e: block_item(e) and not e.first and leads(source, e) and _under_bar(source, e))
    last = entry.value.end_mark.line
    text = source.shifted(entry.line, max(last, entry.line + 1), 4)
    return slip_at(text, entry.line, entry.column + 4, "dash|item", target=entry.column)


def _under_bar(source, entry):
    before = [e for e in source.entries if e.line < entry.line and isinstance(e.value, yaml.ScalarNode)]
    last = max(before, key=lambda e: e.line, default=None)
    return last is not None and last.value.style == "|" and last.path[:-2] == entry.path[:-1] and len(last.path) > 2
