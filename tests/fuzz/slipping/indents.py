"""Lines that start too far left or right."""

import yaml

from tests.fuzz.slipping.source import Slip, block_key, choice, leads, replaced, slip_at


def _key_off(source, chance, by, wanted=lambda e: True):
    entry = source.pick(
        chance, lambda e: block_key(e) and not e.first and len(e.path) > 1 and e.column + by > 0 and wanted(e)
    )
    last = entry.value.end_mark.line if not entry.alone else entry.line + 1
    text = source.shifted(entry.line, max(last, entry.line + 1), by)
    return slip_at(text, entry.line, entry.column + by, target=entry.column)


def key_one_right(source, chance):
    return _key_off(source, chance, 1)


def key_two_right(source, chance):
    return _key_off(source, chance, 2)


def key_one_left(source, chance):
    return _key_off(source, chance, -1)


def key_two_left(source, chance):
    return _key_off(source, chance, -2, lambda e: "corrections" not in e.path[:-1] or e.name not in ("notes",))


def first_key_one_right(source, chance):
    """Two blanks after a dash, and the other keys stand one too far left."""
    entry = source.pick(
        chance, lambda e: block_key(e) and e.first and len(e.path) > 1 and isinstance(e.path[-2], int)
        and len(source.siblings(e)) > 1 and e.alone
    )  # fmt: skip
    text = replaced(source, entry.line, entry.column, entry.column, " ")
    next_one = source.siblings(entry)[1]
    return Slip(
        text,
        entry.line + 1,
        frozenset((entry.column + 2, entry.column - 1)),
        (f"{next_one.name}|line {next_one.line + 1}\\b|line {entry.line + 1}",),
    )


def first_line_left_out(source, chance):
    """Keys of a part that are not indented under its key at all, the first of them."""
    entry = source.pick(chance, lambda e: block_key(e) and e.first and len(e.path) == 2 and source.siblings(e)[1:])
    text = source.shifted(entry.line, entry.line + 1, -entry.column)
    return slip_at(text, entry.line, 0, f"{entry.path[0]}:|line {entry.line + 2}\\b|{source.siblings(entry)[1].name}")


def _bar_line(source, chance, least=1):
    entry = source.pick(
        chance,
        lambda e: block_key(e) and isinstance(e.value, yaml.ScalarNode) and e.value.style in ("|", ">")
        and len(e.value.value.strip().split("\n")) > least,
    )  # fmt: skip
    end = entry.value.end_mark.line
    lines = [n for n in range(entry.line + 2, end) if source.lines[n].strip()]
    return entry, choice(chance, lines)


def line_of_text_left(source, chance):
    entry, line = _bar_line(source, chance)
    indent = len(source.lines[line]) - len(source.lines[line].lstrip())
    by = chance.choice((1, 2))
    if indent - by <= 0 and entry.column == 0 and by == indent:
        by = 1
    text = source.shifted(line, line + 1, -by)
    return slip_at(text, line, indent - by, f"{entry.name}|line {entry.line + 2}\\b", "indent")


def line_of_text_left_with_mark(source, chance):
    entry, line = _bar_line(source, chance)
    old = source.lines[line].lstrip()
    indent = len(source.lines[line]) - len(old)
    mark = chance.choice(("*Then* ", "- ", "{{gap}} ", "“Then” ", '"Then" ', "Note: ", "[sic] ", "& ", "@ ", "% "))
    text = source.changed(line, " " * (indent - 1) + mark + old)
    return slip_at(text, line, indent - 1, f"{entry.name}|line {entry.line + 2}\\b", "indent")


def text_under_bar_left(source, chance):
    """The whole text under a bar stands right under its key."""
    entry = source.pick(
        chance,
        lambda e: block_key(e) and isinstance(e.value, yaml.ScalarNode) and e.value.style in ("|", ">"),
    )
    first, end = entry.line + 1, entry.value.end_mark.line
    indent = len(source.lines[first]) - len(source.lines[first].lstrip())
    text = source.shifted(first, end, entry.column - indent)
    return slip_at(text, first, entry.column, f"{entry.name}", "indent")


def tab_for_indent(source, chance):
    entry = source.pick(chance, lambda e: block_key(e) and e.column >= 2 and leads(source, e))
    text = replaced(source, entry.line, 0, entry.column, "\t")
    return slip_at(text, entry.line, 0, "tab", "spaces")
