"""The parser of one gap: {{answer}}, {{answer|another}}, {{answer::hint}}, and {{c1::answer}} in a group."""

import re

from studypack.model.block_markup import MarkupError
from studypack.model.spans import Gap

SPACE = " \t\n\r\f\v\x85\u2028\u2029"
"""The characters that collapse to one space; no-break and thin spaces are kept."""
BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
_IN_GAP = re.compile(rf"\\[*{{}}|:\\]|\}}\}}|\{{\{{|::|\||\*+|[{SPACE}]+|[^\\*{{}}|:{SPACE}]+|[\\{{}}:]")
_CLOSED = re.compile(r"(?:\\.|[^\\{}]|\{(?!\{)|\}(?!\}))*\}\}", re.DOTALL)
"""The rest of a gap that is closed before another opens."""
_BLANKS = re.compile(rf"[{SPACE}]+")
_GROUP = re.compile(r"[cC]([0-9]{1,3})")


def gap_at(source: str, start: int, *, in_code: bool) -> tuple[Gap, int]:
    """Return the gap whose braces open at an index, and the index after it; stars mean nothing in code.

    Raises MarkupError if the gap is not closed in its paragraph, before another opens, or has no answer.
    """
    fields, end = _gap_fields(source, start, in_code=in_code)
    return _gap(fields, start, end), end


def _gap_fields(source: str, start: int, *, in_code: bool) -> tuple[list[list[str]], int]:
    """The fields of the gap that opens at `start`, split at `::`, each split at `|`; and the index after the gap."""
    _refuse_unclosed(source, start)
    fields: list[list[str]] = [[]]
    pieces: list[str] = []
    at = start + 2
    while match := _IN_GAP.match(source, at):
        begun, at, token = at, match.end(), match.group()
        if token in ("}}", "::", "|"):
            fields[-1].append("".join(pieces).strip(SPACE))
            pieces.clear()
            if token == "}}":
                return fields, at
            if token == "::":
                fields.append([])
        elif token[0] in SPACE:
            pieces.append(" ")
        elif token[0] == "*" and not in_code and (source[begun - 1] not in SPACE or source[at : at + 1].strip(SPACE)):
            message = "bold and italic do not work inside a gap"
            hint = "put the stars round the gap, **{{like this}}**, or write \\* for a star"
            raise MarkupError(message, begun, hint, len(token))
        else:
            pieces.append(token[1] if token[0] == "\\" and len(token) == 2 else token)
    raise AssertionError("a gap without an end was let through")


def _refuse_unclosed(source: str, start: int) -> None:
    """Raise MarkupError if the gap that opens at `start` is not closed in its paragraph, before another opens."""
    end = _CLOSED.match(source, start + 2)
    if end and is_one_paragraph(end.group()):
        return
    inner = source.find("{{", start + 2)
    if inner >= 0 and (closed := _CLOSED.match(source, inner + 2)):
        rest = _CLOSED.match(source, closed.end())
        if rest and is_one_paragraph(source[start : rest.end()]):
            raise nested_gap(inner)
    words = source[start + 2 :].split(maxsplit=1)
    answer = re.split(r"[{}|:*.,;!?]", words[0])[0] if words else ""
    example = f", as in {{{{{answer}}}}}" if 0 < len(answer) <= 30 else ""
    hint = f"end it with }}}} right after its answer{example}; or write \\{{\\{{ for two braces"
    raise MarkupError("this gap is never closed", start, hint, length=2)


def is_one_paragraph(text: str) -> bool:
    """Return whether no blank line parts a text."""
    return all(len(BREAK.findall(blanks)) < 2 for blanks in _BLANKS.findall(text))


def _gap(fields: list[list[str]], start: int, end: int) -> Gap:
    group = None
    if len(fields) > 1 and len(fields[0]) == 1 and (match := _GROUP.fullmatch(fields[0][0])):
        group = int(match[1])
        fields = fields[1:]
    if not all(fields[0]):
        what = "this gap has an empty answer" if any(fields[0]) else "this gap has no answer"
        raise MarkupError(what, start, "write the answer between the braces: {{trade agreement}}", end - start)
    if len(fields) > 2:
        message = "this gap has more parts than an answer and a hint"
        hint = "write {{answer::hint}}, and \\: for a colon that belongs to the text"
        raise MarkupError(message, start, hint, end - start)
    hint = " | ".join(fields[1]) if len(fields) == 2 else ""
    return Gap(tuple(dict.fromkeys(fields[0])), hint, group)


def nested_gap(offset: int) -> MarkupError:
    """Return the error for a gap that opens inside a gap."""
    return MarkupError(
        "a gap opens inside a gap", offset, "close the first gap with }}, or write \\{ for a brace", length=2
    )
