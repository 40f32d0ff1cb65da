"""Slips of indentation, dashes and lists, in a teacher's words."""

import re

from studypack.yamlslip import KEY, Explained, Slip, known_keys, short

_NO_DASH = re.compile(r"\s*(?P<mark>-(?=\w)|[\u2013\u2014\u2022*]|[0-9]{1,3}[.)])\s*(?P<key>[a-z]+):(?:\s|$)")
"""What teachers write for the '- ' of a list item: -side, \u2013 side, \u2022 side, 1. side."""
_ITEM = re.compile(r"\s*(?P<dash>-)(?:\s|$)")


def tab(said: Slip) -> Explained | None:
    """A tab where only spaces may stand."""
    indent = said.line[: len(said.line) - len(said.line.lstrip())]
    if "\t" not in indent:
        return None
    hint = "indent with spaces: set the editor to insert spaces for tabs"
    return (said.at[0], indent.index("\t")), "a tab in the indentation", hint


def no_dash(said: Slip) -> Explained | None:
    """A list item without its dash and space, in the line of the mistake or in the one that misled libyaml."""
    places = [said.opened[0], said.at[0]]
    if "mapping values are not allowed" in said.problem:
        places.append(said.above)
    for number in places:
        if found := _without_dash(said.lines, number):
            return found
    return None


def _without_dash(lines: list[str], number: int) -> Explained | None:
    match = _NO_DASH.match(lines[number]) if number >= 0 else None
    if match is None or match["key"] not in known_keys():
        return None
    right = f"write - {short(lines[number][match.start('key') :])}"
    where = (number, match.start("mark"))
    if match["mark"] == "-":
        return where, "a space is missing after the dash", right
    return where, f"a list item starts with a dash and a space, not with {match['mark']}", right


def block_text(said: Slip) -> Explained | None:
    """Text under a | that is indented less than its first line, or not at all."""
    if "block scalar" not in said.context:
        return None
    if "tab" in said.problem:
        return said.at, "a tab in the indentation", "indent with spaces"
    hint = f"end the line after the {said.opener} and indent the text below"
    hint += f", or put quotes round text that starts with {said.opener}"
    return said.at, f"text stands on the line of its {said.opener}", hint


def not_indented(said: Slip, text: str) -> Explained | None:
    """A line of text that stands as far left as the key it belongs to, or further."""
    if said.key_above is None:
        return None
    above, match = said.key_above
    key, value = match["key"], match["value"] or ""
    between = any(line.strip() for line in said.lines[above + 1 : said.opened[0]])
    begins = value[:1] in ("|", ">") and not between
    if not begins and (re.split(r"\W", text, maxsplit=1)[0] in known_keys() or key in ("points", "events")):
        return None
    hint = f"indent it further than {key}: if it belongs to it; a key of its own needs a colon and a space"
    return said.opened, f"this line has no key, and is not indented under {key}:", hint


def short_line(said: Slip) -> Explained | None:
    """A line under a | that is indented less than the first one."""
    if "expected key" not in said.problem or said.at[1] != len(said.line) - len(said.line.lstrip()):
        return None
    above = Slip("", "", said.at, said.at, said.lines).key_above
    if above is None or (above[1]["value"] or "")[:1] not in ("|", ">") or said.at[1] <= above[1].start("key"):
        return None
    key = above[1]["key"]
    hint = f"indent it like the first line of the text, or, if it is a key, like {key}:"
    return said.at, f"this line is indented less than the text under {key}:", hint


def lists(said: Slip) -> Explained | None:
    """Dashes in the wrong place, or missing."""
    if "block sequence entries are not allowed" in said.problem:
        hint = "put each '- ' on a line of its own; text that starts with a dash needs quotes"
        return said.at, "a list starts on the line of its key", hint
    item = _ITEM.match(said.line)
    if "did not find expected" in said.problem and item and item.start("dash") == said.at[1]:
        return _dash_astray(said)
    if "'-' indicator" in said.problem:
        hint = "indent it like the lines above, or start it with '- ' if a new item begins"
        return said.at, "the indentation does not fit the list above", hint
    return None


def _dash_astray(said: Slip) -> Explained:
    """A list item whose dash is not under the others, or is the first of its list to have one."""
    number, column = said.at
    for above in range(number - 1, -1, -1):
        match = KEY.fullmatch(said.lines[above])
        if match and not match["value"] and match.start("key") <= column:
            break
    else:
        return said.at, "this list has no key", "write the key of the list on the line above it: points:"
    first = next(n for n in range(above + 1, number + 1) if said.lines[n].lstrip()[:1] not in ("", "#"))
    line = said.lines[first]
    item = _ITEM.match(line)
    if item is None:
        return _without_dash(said.lines, first) or _first_without_dash(line, first, column, match["key"])
    off = column - item.start("dash")
    if not off:
        return said.at, "a list item stands where a key should", "indent it further than its key"
    columns = f"{abs(off)} column{'s' if abs(off) > 1 else ''}"
    where = "too far right" if off > 0 else "too far left"
    return said.at, f"this dash is {columns} {where}", f"put it right under the dash of line {first + 1}"


def _first_without_dash(line: str, number: int, column: int, key: str) -> Explained:
    start = len(line) - len(line.lstrip())
    hint = f"start it with '- ', as the next item does: '{' ' * column}- {short(line)}'"
    if start != column + 2:
        hint += f", and put the rest of the item right under its {short(line).partition(':')[0]}"
    return (number, start), f"the first item of {key}: has no dash", hint


def ends(said: Slip) -> Explained | None:
    """Whatever else ends a part too soon."""
    if "document start" in said.problem:
        if not any(line.startswith(("---", "...")) for line in said.lines[: said.at[0]]):
            return said.at, "this line starts further left than the first", "start both in the same column"
        return said.at, "the text goes on after its end", "take the line with ... or --- out"
    if " #" in said.before or said.before.lstrip().startswith("#"):
        return said.at, "a text goes on after a #, which ended it", "put quotes round text that has a #"
    if "expected key" in said.problem:
        hint = "start the line under the key it belongs to"
        return said.at, "the indentation does not fit the lines above", hint
    return None
