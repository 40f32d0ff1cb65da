"""The parser of one gap: {{answer}}, {{answer|another}}, {{answer::hint}}, and {{c1::answer}} in a group."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from studypack.base.styled_text import MarkedLine, Text
from studypack.model.blanks import SPACE, is_one_paragraph
from studypack.model.formula_markup import formula_at, formula_text
from studypack.model.script_markup import script_at, script_text
from studypack.model.source_lines import MarkupError
from studypack.model.spans import Gap

_IN_GAP = re.compile(rf"\\[*{{}}|:\\$^~]|\}}\}}|\{{\{{|::|\||\*+|[{SPACE}]+|[^\\*{{}}|:^~${SPACE}]+|[\\{{}}:^~$]")
_STEP = re.compile(r"\\.|\{\{|\}\}|[^\\{}$]+|[\\{}$]", re.DOTALL)
_GROUP = re.compile(r"[cC]([0-9]{1,3})")


def gap_at(source: str, start: int, *, in_code: bool, most: int | None = None) -> tuple[Gap, int]:
    """Return the gap whose braces open at an index, and the index after it; in code stars mean nothing, and its answers
    are code wherever they are printed.

    Raises MarkupError if the gap is not closed in its paragraph, before the index `most` and before another opens, or
    has no answer.
    """
    if most is not None and end_of_gap(source, start + 2) > most:
        raise MarkupError(
            "this gap is never closed", start, "end it with }} within the code, or write \\{{ for braces", 2
        )
    fields, end = _gap_fields(source, start, in_code=in_code)
    gap = _gap(fields, start, end)
    if in_code:
        answers = tuple(MarkedLine.of([Text(answer, code=True)]) for answer in gap.answers)
        gap = replace(gap, answers=answers, code=True)
    return gap, end


def _gap_fields(source: str, start: int, *, in_code: bool) -> tuple[list[list[str]], int]:
    """The fields of the gap that opens at `start`, split at `::`, each split at `|`; and the index after the gap."""
    _refuse_unclosed(source, start)
    fields: list[list[str]] = [[]]
    pieces: list[Text] = []
    at = start + 2
    while match := _IN_GAP.match(source, at):
        begun, at, token = at, match.end(), match.group()
        if token in ("}}", "::", "|"):
            fields[-1].append(_line(pieces))
            pieces.clear()
            if token == "}}":
                return fields, at
            if token == "::":
                fields.append([])
        elif token[0] in SPACE:
            pieces.append(Text(" "))
        elif token == "$" and not in_code and (formula := formula_at(source, begun)):
            pieces.append(formula_text(formula._replace(display=False)))
            at = formula.end
        elif token in ("^", "~") and not in_code and (small := script_at(source, begun)):
            pieces.append(script_text(small, token))
            at += len(small) + 1
        elif token[0] == "*" and not in_code and (source[begun - 1] not in SPACE or source[at : at + 1].strip(SPACE)):
            message = "bold and italic do not work inside a gap"
            hint = "put the stars round the gap, **{{like this}}**, or write \\* for a star"
            raise MarkupError(message, begun, hint, len(token))
        else:
            pieces.append(Text(token[1] if token[0] == "\\" and len(token) == 2 else token))
    raise AssertionError("a gap without an end was let through")


def _line(pieces: Iterable[Text]) -> str:
    """Return an answer or a hint without blanks at its ends; with its marks, if it has any."""
    spans: list[Text] = []
    for is_plain, group in groupby(pieces, key=lambda piece: piece == Text(piece.text)):
        own = list(group)
        spans += [Text("".join(piece.text for piece in own))] if is_plain else own
    if spans and not spans[0].formula:
        spans[0] = replace(spans[0], text=spans[0].text.lstrip(SPACE))
    if spans and not spans[-1].formula:
        spans[-1] = replace(spans[-1], text=spans[-1].text.rstrip(SPACE))
    return MarkedLine.of(span for span in spans if span.text)


def end_of_gap(source: str, at: int) -> int:
    """Return the index after the braces that close a gap, from one within it; -1 if another gap opens before."""
    while match := _STEP.match(source, at):
        at = match.end()
        if match.group() == "}}":
            return at
        if match.group() == "{{":
            return -1
        if match.group() == "$" and (formula := formula_at(source, match.start())):
            at = formula.end
    return -1


def _refuse_unclosed(source: str, start: int) -> None:
    """Raise MarkupError if the gap that opens at `start` is not closed in its paragraph, before another opens."""
    end = end_of_gap(source, start + 2)
    if end >= 0 and is_one_paragraph(source[start:end]):
        return
    inner = source.find("{{", start + 2)
    if inner >= 0 and (closed := end_of_gap(source, inner + 2)) >= 0:
        rest = end_of_gap(source, closed)
        if rest >= 0 and is_one_paragraph(source[start:rest]):
            raise nested_gap(inner)
    words = source[start + 2 :].split(maxsplit=1)
    answer = re.split(r"[{}|:*.,;!?]", words[0])[0] if words else ""
    example = f", as in {{{{{answer}}}}}" if 0 < len(answer) <= 30 else ""
    hint = f"end it with }}}} right after its answer{example}; or write \\{{\\{{ for two braces"
    raise MarkupError("this gap is never closed", start, hint, length=2)


def _gap(fields: list[list[str]], start: int, end: int) -> Gap:
    group = None
    if len(fields) > 1 and len(fields[0]) == 1 and (match := _GROUP.fullmatch(fields[0][0])):
        group = int(match[1])
        fields = fields[1:]
    if not all(fields[0]):
        what = "this gap has an empty answer" if any(fields[0]) else "this gap has no answer"
        hint = "write the answer between the braces: {{trade agreement}}; or \\{{ for braces that are to be printed"
        raise MarkupError(what, start, hint, end - start)
    if len(fields) > 2:
        message = "this gap has more parts than an answer and a hint"
        hint = "write {{answer::hint}}, and \\: for a colon that belongs to the text"
        raise MarkupError(message, start, hint, end - start)
    hint = ""
    for part in fields[1] if len(fields) == 2 else ():
        hint = hint and hint + " | "
        hint += part
    return Gap(tuple(dict.fromkeys(fields[0])), hint, group)


def nested_gap(offset: int) -> MarkupError:
    """Return the error for a gap that opens inside a gap."""
    return MarkupError(
        "a gap opens inside a gap", offset, "close the first gap with }}, or write \\{ for a brace", length=2
    )
