"""Slips in quotation marks, first characters, brackets and braces."""

import re

import yaml

from tests.fuzz.slipping.source import NoPlaceError, block_key, replaced, slip_at


def _value(source, chance, wanted=lambda e: True):
    return source.pick(chance, lambda e: block_key(e) and e.plain and " " in e.value.value and wanted(e))


def _quote_opened(source, chance, mark):
    entry = _value(source, chance)
    at = entry.value.start_mark.column
    text = replaced(source, entry.line, at, at, mark)
    end = len(source.lines[entry.line]) + 1
    return slip_at(text, entry.line, (at, end), "close|closed")


def double_quote_unclosed(source, chance):
    return _quote_opened(source, chance, '"')


def single_quote_unclosed(source, chance):
    return _quote_opened(source, chance, "'")


def closing_quote_lost(source, chance):
    entry = source.pick(chance, lambda e: block_key(e) and e.alone and e.value.style in ("'", '"'))
    end = entry.value.end_mark.column
    text = replaced(source, entry.line, end - 1, end, "")
    return slip_at(text, entry.line, (entry.value.start_mark.column, end - 1), "close|closed")


def quotes_within_quotes(source, chance):
    entry = _value(source, chance)
    words = entry.value.value.split(" ")
    at = chance.randrange(len(words))
    words[at] = f'"{words[at]}"'
    start = entry.value.start_mark.column
    text = replaced(source, entry.line, start, entry.value.end_mark.column, f'"{" ".join(words)}"')
    begun = start + 1 + len(" ".join(words[:at])) + (at > 0)
    places = (start, begun, begun + 1, begun + len(words[at]), begun + len(words[at]) - 1)
    return slip_at(text, entry.line, tuple(places), r"\||single quotes|\\\\\"")


def apostrophe_in_single_quotes(source, chance):
    entry = _value(source, chance, lambda e: len(e.value.value.split()[0]) > 2)
    start = entry.value.start_mark.column
    first, rest = entry.value.value.split(" ", 1)
    text = replaced(source, entry.line, start, entry.value.end_mark.column, f"'{first[:-1]}'{first[-1]} {rest}'")
    at = start + len(first)
    return slip_at(text, entry.line, (start, at, at + 1), r"\||double quotes|''")


def escape_in_double_quotes(source, chance):
    entry = _value(source, chance)
    start = entry.value.start_mark.column
    value = entry.value.value
    at = value.index(" ") + 1
    text = replaced(source, entry.line, start, entry.value.end_mark.column, f'"{value[:at]}\\p{value[at:]}"')
    return slip_at(text, entry.line, start + 1 + at, r"\\\\p|single quotes")


def odd_first_character(source, chance):
    entry = _value(source, chance)
    mark = chance.choice(("@", "*", "&", "%", "`", "!", "{{gap}} ", "[sic] ", "| ", "> ", "- ", "? ", ": ", "*Then* "))
    start = entry.value.start_mark.column
    return slip_at(
        replaced(source, entry.line, start, start, mark),
        entry.line,
        (start, start + 2 * (mark in "| > ")),
        r"quotes|under a|indent the text below",
    )


def second_colon(source, chance):
    entry = _value(source, chance)
    start = entry.value.start_mark.column
    at = start + entry.value.value.index(" ")
    text = replaced(source, entry.line, at, at, ":")
    return slip_at(text, entry.line, (start, at), "colon", "quotes")


def comment_cuts(source, chance):
    entry = _value(source, chance, lambda e: e.name not in ("date", "period"))
    at = entry.value.start_mark.column + entry.value.value.rindex(" ") + 1
    return slip_at(replaced(source, entry.line, at, at, "#"), entry.line, at, "#", "quotes")


def _flow(source, chance, kind):
    return source.pick(
        chance,
        lambda e: not (e.flow) and isinstance(e.value, kind) and e.value.flow_style
        and e.value.start_mark.line == e.value.end_mark.line,
    )  # fmt: skip


def _unclosed(source, chance, kind, mark):
    entry = _flow(source, chance, kind)
    end = entry.value.end_mark.column
    text = replaced(source, entry.line, end - 1, end, "")
    return slip_at(text, entry.line, (entry.value.start_mark.column, end - 1), "closed|end it", re.escape(mark))


def bracket_unclosed(source, chance):
    return _unclosed(source, chance, yaml.SequenceNode, "]")


def brace_unclosed(source, chance):
    return _unclosed(source, chance, yaml.MappingNode, "}")


def bracket_opened_in_vain(source, chance):
    entry = _flow(source, chance, yaml.CollectionNode)
    at = entry.value.start_mark.column
    text = replaced(source, entry.line, at, at + 1, "")
    return slip_at(text, entry.line, (at, entry.value.end_mark.column - 2), r"\[|\{|list|\]|\}")


def comma_missing(source, chance):
    entry = _flow(source, chance, yaml.MappingNode)
    if len(entry.value.value) < 2:
        raise NoPlaceError
    key, _ = chance.choice(entry.value.value[1:])
    at = source.lines[entry.line].rindex(",", 0, key.start_mark.column)
    text = replaced(source, entry.line, at, at + 1, "")
    end = key.end_mark.column - 1
    places = (entry.value.start_mark.column, at, key.start_mark.column - 1, end)
    return slip_at(text, entry.line, places, "comma")
