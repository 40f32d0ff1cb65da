"""Explanations of YAML syntax errors: libyaml's report becomes a message and a hint for a teacher."""

import re
import unicodedata

import yaml

from studypack.base import limits
from studypack.base.characters import SPACES
from studypack.reading.hints import as_block_scalar, in_quotes, known_keys, needs_quotes, truncate
from studypack.reading.slip import KEY, Explanation, Slip

_VALUE = re.compile(r"\s*(?:- +)*(?:[^\s:#'\"\[{][^:#]*?:[ \t]+)?(?P<value>\S.*)")
_WIDE_COLON = re.compile(r"\s*(?:- +)*(?P<key>\w+)\s*[：﹕]")
_IN_BRACES = re.compile(r".*(?:^|[{,])\s*(?P<key>[a-z]+):\s+(?=[^\s'\"\[{])")
"""A line up to the text of its last key between braces."""
_ENDS_IN_BRACES = re.compile(r",\s*[a-z]+:\s|\}?\s*$")
_COLOR = re.compile(r"[^#'\"]*(?:[\[{,]|:[ \t])[ \t]*(?P<color>#(?:[0-9a-fA-F]{3}){1,2})\b")
"""A line up to a colour in brackets or after a key, without quotation marks."""
_NEAR = 10
"""The lines above a mistake in which such a colour is looked for: a comment swallows the bracket after it."""
TOO_DEEP = (f"more than {limits.NESTED} lists or keys inside one another", "a pack needs fewer than ten")


def explain_error(error: yaml.MarkedYAMLError, lines: list[str]) -> Explanation:
    """Return the position of the mistake, a message and a hint; never libyaml's own words."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return (0, 0), "this is no YAML", "check the quotes, the colons and the indentation"
    last = len(lines) - 1
    at = (min(mark.line, last), mark.column)
    start = error.context_mark
    opened = (min(start.line, last), start.column) if start else at
    slip = Slip(error.problem or "", error.context or "", at, opened, lines)
    for explain in _EXPLAINERS:
        if found := explain(slip):
            return found
    return at, "this line cannot be read", "check its quotes, colons and indentation"


def _odd_character(slip: Slip) -> Explanation | None:
    """A space or a colon that only looks like YAML's: pasted from a web page, or typed on a Chinese or Japanese
    keyboard.
    """
    line, column = slip.position
    if slip.line[column : column + 1] in tuple(SPACES):
        name = unicodedata.name(slip.line[column]).casefold()
        return slip.position, f"a {name} stands here", "type an ordinary space in its place"
    for number in (line, slip.above, slip.first):
        if number >= 0 and (match := _WIDE_COLON.match(slip.lines[number])) and match["key"] in known_keys():
            where = (number, match.end() - 1)
            return where, "a full-width colon stands here", f"write {match['key']}: with an ordinary colon and a space"
    return None


def _color_without_quotes(slip: Slip) -> Explanation | None:
    """A colour whose # begins a comment, which swallows the bracket that closes its list."""
    for number in range(slip.position[0], max(slip.first - 1, slip.position[0] - _NEAR), -1):
        if match := _COLOR.match(slip.lines[number]):
            hint = f'put the colour in quotation marks: "{match["color"]}"'
            return (number, match.start("color")), "a # without quotation marks begins a comment", hint
    return None


def _too_deep(slip: Slip) -> Explanation | None:
    """PyYAML 6.0.4 and newer count the levels themselves, up to a thousand, before they report any event."""
    return (slip.position, *TOO_DEEP) if "nesting depth" in slip.problem else None


def _quotation(slip: Slip) -> Explanation | None:
    if "quoted scalar" not in slip.context:
        return None
    if "unexpected" in slip.problem:
        line, column = slip.start
        barred = as_block_scalar(slip.lines[line], column)
        hint = "close it at the end of the text"
        if barred:
            hint += f"; text with quotation marks of its own stands under a |: write {barred}"
        return slip.start, "this quotation mark is never closed", hint
    if "escape character" not in slip.problem:
        return (
            slip.position,
            "this escape stands for no character",
            "write the character itself, or use single quotes",
        )
    char = slip.line[slip.position[1] + 1 : slip.position[1] + 2]
    hint = f"in double quotes write \\\\{char}, or use single quotes" if char else "use single quotes"
    return slip.position, f"\\{char} means nothing in double quotes", hint


def _reserved_character(slip: Slip) -> Explanation | None:
    if slip.context in ("while scanning an alias", "while scanning an anchor", "while scanning a tag"):
        return slip.start, *needs_quotes(slip.lines[slip.start[0]], slip.start[1])
    if any(
        words in slip.problem for words in ("cannot start any token", "node content", "mapping keys are not allowed")
    ):
        return slip.position, *needs_quotes(slip.line, slip.position[1])
    if "directive" in slip.context:
        line = slip.start[0]
        return (line, 0), "a line cannot start with a %", "put quotes round text that starts with a %"
    value = _value_starts(slip.line)
    if (
        "mapping values are not allowed" in slip.problem
        and slip.line.startswith(":", value)
        and value == slip.position[1]
    ):
        return slip.position, *needs_quotes(slip.line, value)
    if "did not find expected" in slip.problem and slip.line[: slip.position[1]].rstrip().endswith(("]", "}")):
        return _after_bracket(slip, value)
    return None


def _value_starts(line: str) -> int:
    """The column of the value in a line, after its dashes and its key."""
    match = _VALUE.fullmatch(line)
    return match.start("value") if match else 0


def _after_bracket(slip: Slip, value: int) -> Explanation | None:
    if "flow" in slip.context or slip.line[value : value + 1] not in ("[", "{"):
        return None
    return (slip.position[0], value), *needs_quotes(slip.line, value)


def _missing_colon(slip: Slip) -> Explanation | None:
    if "simple key" not in slip.context:
        return None
    number, column = slip.start
    line = slip.lines[number]
    return _not_indented(slip, line[column:]) or (
        slip.start,
        "a colon is missing after a key",
        "write key: value, with a space after the colon",
    )


def _line_without_key(slip: Slip) -> Explanation | None:
    """A line without a key above the first key, such as a heading."""
    above = [line for line in slip.lines[slip.first : slip.position[0]] if not line.lstrip().startswith("#")]
    if not above or any(":" in line or line.lstrip().startswith(("-", "[", "{", "'", '"')) for line in above):
        return None
    if not any(words in slip.problem for words in ("mapping values are not allowed", "document start")):
        return None
    hint = f"write title: {truncate(above[0])}, or, if the title stands below, put a # and a space before this line"
    return (slip.first, 0), "this line has no key", hint


def _second_colon(slip: Slip) -> Explanation | None:
    """A second colon in a line, such as in a title, or a key under an unfinished value."""
    if "mapping values are not allowed" not in slip.problem:
        return None
    start = _value_starts(slip.line)
    if ":" in slip.line[:start] and start < slip.position[1]:
        value = slip.line[start:].strip()
        hint = f"put quotes round the value: {in_quotes(value)}"
        if "'" in value and ('"' in value or "\\" in value):
            hint = f"write {as_block_scalar(slip.line, start)}"
        return slip.position, "a second colon and space in one line", hint
    hint = "start it under the key that it follows"
    return slip.position, "this key is indented further than the line above it allows", hint


def _open_bracket(slip: Slip) -> Explanation | None:
    if "flow" not in slip.context:
        return None
    closing = {"[": "]", "{": "}"}.get(slip.opener, slip.opener)
    hint = f"end it with {closing} and put commas between its items; text that starts with {slip.opener} needs quotes"
    return slip.start, f"this {slip.opener} is never closed, or a comma is missing in it", hint


def _text_in_braces(slip: Slip) -> Explanation | None:
    """A text between braces that contains a colon or a bracket, or a list there that starts with a dash."""
    line, column = slip.line, slip.position[1]
    dash = line.startswith("- ", column)
    match = _IN_BRACES.match(line[: column + dash])
    ends = _ENDS_IN_BRACES.search(line, column)
    if "flow" not in slip.context or match is None or ends is None or match["key"] not in known_keys():
        return None
    key, text = match["key"], line[match.end() : ends.start()].strip()
    if dash:
        return slip.position, "a list between braces stands in square brackets", f"write {key}: [{truncate(text[2:])}]"
    if line[column : column + 1] not in (":", "{", "[") or known_keys().intersection(line[:column].split()[-1:]):
        return None
    hint = f"put quotes round the text: {key}: {in_quotes(text)}"
    return (slip.position[0], match.end()), "a text between braces that has a colon or a bracket needs quotes", hint


def _after_quote(slip: Slip) -> Explanation | None:
    before = slip.line[: slip.position[1]].rstrip()
    goes_on = "expected key" in slip.problem or "block sequence entries" in slip.problem
    if not goes_on or not before.endswith(("'", '"')):
        return None
    message, hint = "text goes on after the closing quotation mark", "put the whole text under a |, indented"
    for number in range(slip.position[0], -1, -1):
        line = slip.lines[number]
        start = _value_starts(line)
        if line.startswith(before[-1], start) and (barred := as_block_scalar(line, start)):
            hint = f"put the whole text under a |: write {barred}"
            if number == slip.position[0]:
                break
            message = f"text goes on after this quotation mark was closed on line {slip.position[0] + 1}"
            return (number, start), message, hint
    return slip.position, message, hint


def _tab(slip: Slip) -> Explanation | None:
    """A tab where YAML allows only spaces."""
    indent = slip.line[: len(slip.line) - len(slip.line.lstrip())]
    if "\t" not in indent:
        return None
    hint = "indent with spaces: set the editor to insert spaces for tabs"
    return (slip.position[0], indent.index("\t")), "a tab in the indentation", hint


def _block_scalar(slip: Slip) -> Explanation | None:
    """Text under a | that is indented less than its first line, or not at all."""
    if "block scalar" not in slip.context:
        return None
    if "tab" in slip.problem:
        return slip.position, "a tab in the indentation", "indent with spaces"
    hint = f"end the line after the {slip.opener} and indent the text below"
    hint += f", or put quotes round text that starts with {slip.opener}"
    return slip.position, f"text stands on the line of its {slip.opener}", hint


def _not_indented(slip: Slip, text: str) -> Explanation | None:
    """A line of text that is not indented further than its key."""
    if slip.key_above is None:
        return None
    above, match = slip.key_above
    key, value = match["key"], match["value"] or ""
    between = any(line.strip() for line in slip.lines[above + 1 : slip.start[0]])
    begins = value[:1] in ("|", ">") and not between
    if not begins and (re.split(r"\W", text, maxsplit=1)[0] in known_keys() or key in ("points", "events")):
        return None
    hint = f"indent it further than {key}: if it belongs to it; a key of its own needs a colon and a space"
    return slip.start, f"this line has no key, and is not indented under {key}:", hint


def _misplaced_dash(slip: Slip) -> Explanation | None:
    """A dash in the wrong place, or a missing one."""
    if "block sequence entries are not allowed" in slip.problem:
        hint = "put each '- ' on a line of its own; text that starts with a dash needs quotes"
        return slip.position, "a list starts on the line of its key", hint
    if "did not find expected" in slip.problem and slip.line[slip.position[1] :].startswith("- "):
        hint = "write the key of the list on the line above it, points:, and put each dash right under the first"
        return slip.position, "this list has no key, or its dashes do not stand right under one another", hint
    if "'-' indicator" in slip.problem:
        hint = "indent it like the lines above, or start it with '- ' if a new item begins"
        return slip.position, "the indentation does not fit the list above", hint
    return None


def _ended_early(slip: Slip) -> Explanation | None:
    """Anything else that ends a mapping, a list or a text too early."""
    if "document start" in slip.problem:
        if not any(line.startswith(("---", "...")) for line in slip.lines[: slip.position[0]]):
            return slip.position, "this line starts further left than the first", "start both in the same column"
        return slip.position, "the text goes on after its end", "take the line with ... or --- out"
    is_note = slip.before.lstrip().startswith("#")
    key = next((match for line in slip.lines[slip.above :: -1] if (match := KEY.fullmatch(line))), None)
    if is_note and key and (key["value"] or "")[:1] in ("|", ">"):
        hint = "indent the line with the # like the text, or, if it is a note, move it above the key"
        return (slip.above, slip.before.index("#")), "this line starts with a # and so ends the text above it", hint
    if is_note or " #" in slip.before:
        return slip.position, "a text goes on after a #, which ended it", "put quotes round text that has a #"
    if "expected key" in slip.problem:
        hint = "start the line under the key it belongs to"
        return slip.position, "the indentation does not fit the lines above", hint
    return None


_EXPLAINERS = (
    _odd_character,
    _too_deep,
    _color_without_quotes,
    _tab,
    _quotation,
    _text_in_braces,
    _reserved_character,
    _block_scalar,
    _missing_colon,
    _line_without_key,
    _second_colon,
    _open_bracket,
    _after_quote,
    _misplaced_dash,
    _ended_early,
)
"""The explanations in the order in which they are tried; the first that recognises the mistake counts."""
