"""Advice on markup that is printed as it stands: that of other formats, and that of ours where it is not complete."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from html import unescape
from html.entities import html5
from typing import NamedTuple

from studypack.advice.prose import advise
from studypack.base.characters import normalise
from studypack.base.errors import ContentPath, Problem, Severity
from studypack.base.formula.commands import instead_of
from studypack.model.block_markup import chunks
from studypack.model.formula_markup import looks_like_formula
from studypack.model.markup_tokens import words_alone
from studypack.model.script_markup import script_at
from studypack.model.source_lines import Chunk
from studypack.model.texts import printed_values
from studypack.reading.load import LoadedPack
from studypack.reading.picture_hints import WHERE

_STARS = re.compile(r"(\*{1,3})(?=[^\s*])[^*]*[^\s*]\1")
_BRACES = re.compile(r"\{\{[^{}]*\}\}")
_LINK = re.compile(r"(?<!!)\[[^\[\]]+\]\((?:https?://|mailto:)[^\s()]+\)")
_TAKE_OUT = "take it out"
_PUT_APART = "put an empty line before it"
_AS_IT_STANDS = "this is printed as it stands: "
_ITEM = r"(?:[-*+•‣–−✓✔✗→☐☑►❖][ \t\u00a0]+|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)][ \t\u00a0]+|-(?=[^\W\d]))\S"
"""The start of a list item, in Markdown or as it is pasted."""
_CELLS = r"^[^\n\t]*\S\t+\S[^\n]*"
"""A row of a table that is pasted from a spreadsheet."""
_OPERATION, _WORD = re.compile(r"[=<>≤≥≠≈+×÷^_]|\\[A-Za-z]"), re.compile(r"(?<![\\\w])[^\W\d_]{3,}")
_TAGS = {
    "b strong": "for bold write **word**",
    "i em cite dfn var": "for italic write *word*",
    "br p div hr": "for a new paragraph put the text under a |, with an empty line between the two",
    "sup sub": "write 10^23^ or H~2~O",
    "ul ol li dl dt dd": f"{_PUT_APART}, and - before each item",
    "a": "write [words](https://…)",
    "blockquote": f"{_PUT_APART}, and > before each line",
    "code kbd samp tt": "write `code`",
    "pre": "put ``` on a line of its own before and after it",
    "table tbody td th thead tr": "write | a | b | for each row, and |---|---| under the first",
    "abbr acronym big body center del figure font head html ins label mark meta nobr q s section small span strike "
    "style title u video wbr h1 h2 h3 h4 h5 h6": _TAKE_OUT,
}
"""The elements of HTML, and what to write instead."""
_HINTS = {tag: hint for tags, hint in _TAGS.items() for tag in tags.split()}


class _Kind(NamedTuple):
    """One kind of foreign markup."""

    pattern: re.Pattern[str]
    message: str
    hint: Callable[[re.Match[str], bool], str]
    """Returns the hint for a match; the argument says whether it is in a single line. Empty if the match is no
    markup.
    """


def _of_html(found: re.Match[str], in_line: bool) -> str:
    if tag := found["tag"]:
        return _TAKE_OUT if in_line else _HINTS[tag.lower()]
    name = found["entity"]
    character = unescape(found.group()) if name.startswith("#") or f"{name};" in html5 else ""
    if character.isspace():
        return "type a space"
    seen = bool(normalise(character)) and character.isprintable()
    return f"write {character}" if seen else _TAKE_OUT if character else ""


def _of_heading(_: re.Match[str], in_line: bool) -> str:
    return "take the # out" + ("" if in_line else ", and make the words **bold**, or the title of a point")


def _of_figure(found: re.Match[str], _: bool) -> str:
    return "" if script_at(found.string, found.start("mark")) else f"close it: {found.group()}{found['mark']}"


def _of_markdown(found: re.Match[str], _: bool) -> str:
    """What to write for the marks of Markdown that ours has not."""
    mark = found.group().strip()
    if mark.startswith("_") and mark.strip("_"):
        return "for italic write *word*"
    return "say it in the text" if mark.startswith("[") else _TAKE_OUT


def _in_braces(formula: str) -> str:
    """Return how to write a formula that begins with a figure."""
    return "for a formula write " + re.sub(r"^\$([.,]?\d[\d.,]*)", r"${\1}", formula)


def _without_blanks(found: re.Match[str], *_: bool) -> str:
    """Return how to write what looks like a formula, if a blank beside a dollar keeps it from being one."""
    formula = found["formula"].strip()
    is_formula = _OPERATION.search(formula) and "{{" not in formula and len(_WORD.findall(formula)) < 2
    return f"for a formula write ${formula}$" if is_formula and formula != found["formula"] else ""


_SPACED = _Kind(
    re.compile(r"(?<![\w$\\])\$(?P<formula>[ \t]?[^\W\d_\s][^$\n]{0,200}|[ \t]?[\\(][^$\n]{1,200})\$(?![\w$])"),
    _AS_IT_STANDS + "no blank may stand right within the dollars of a formula",
    _without_blanks,
)
_KINDS = (
    _Kind(
        re.compile(r"!\[[^\]]{0,200}\]\([^)]{0,200}\)|<img\b[^>]{0,200}>?", re.IGNORECASE),
        _AS_IT_STANDS + "a picture stands alone on its line",
        lambda *_: WHERE,
    ),
    _Kind(
        re.compile(
            rf"</?(?P<tag>{'|'.join(_HINTS)})(?:\s+[\w:-]+\s*=[^<>]{{0,200}})?\s*/?>"
            r"|&(?P<entity>#\d{1,7}|#x[\dA-F]{1,6}|[A-Z]\w{1,31});",
            re.IGNORECASE | re.ASCII,
        ),
        _AS_IT_STANDS + "a pack knows no HTML",
        _of_html,
    ),
    _Kind(
        # Neither "# 5" nor "# of workers" is a heading. YAML may have folded the line of a heading into another.
        re.compile(r"(?:^[ \t]*#|(?:^[ \t]*|(?<=\s))#{2,6})[ \t]+(?!of\b)[^\W\d][^\n]{0,60}", re.MULTILINE),
        _AS_IT_STANDS + "# makes no heading in a text",
        _of_heading,
    ),
    _Kind(
        re.compile(rf"^[ \t]*{_ITEM}[^\n]{{0,200}}(?=\n[ \t]*{_ITEM})", re.MULTILINE),
        "its lines are joined: this is not read as a list",
        lambda *_: (
            "put an empty line or one that ends with a colon before its first item, and - or a number from 1 before"
            " each; a list in a list stands further in"
        ),
    ),
    _Kind(
        re.compile(
            rf"^[ \t]*\|[^\n]{{1,200}}\|(?=[ \t]*\n[ \t]*\|)|{_CELLS}(?=\n{_CELLS[1:]})|^[ \t]*\+[-=]{{2,}}\+[-=+]*",
            re.MULTILINE,
        ),
        "its lines are joined: this is not read as a table",
        lambda *_: "write | a | b | for each row, and |---|---| under the first, with dashes for each column",
    ),
    _Kind(
        re.compile(r"(?<=\n)[ \t]*>[ \t]+[^\W\d][^\n]{0,200}"),
        "its lines are joined: this is not read as a quotation",
        lambda *_: _PUT_APART,
    ),
    _Kind(
        re.compile(
            r"(?<!\S)_(?=[^\W_])[^_\n]{1,80}_(?!\w)|~~(?=\S)[^~\n]{1,80}~~|\[\^\w{1,9}\]"
            r"|^[ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t]*$",
            re.MULTILINE,
        ),
        _AS_IT_STANDS + "a text knows no such mark",
        _of_markdown,
    ),
    _Kind(
        re.compile(r"\\[(\[][^\n]{1,200}?\\[)\]]"),
        _AS_IT_STANDS + "formulas stand between dollars",
        lambda found, _: f"write ${found.group()[2:-2].strip()}$",
    ),
    _Kind(
        re.compile(r"(?<![\\`])`+(?!`)[^\n`]{0,60}"),
        _AS_IT_STANDS + "this code is not closed",
        lambda *_: "put ` right after it, or write \\` for a ` that is to be printed",
    ),
    _Kind(
        re.compile(r"(?<!!)\[[^\]\n]{1,200}\]\((?!https?://|mailto:)[^()\s]{1,200}\)"),
        _AS_IT_STANDS + "this is no address for a link",
        lambda *_: "begin it with https://",
    ),
    _Kind(
        re.compile(r"[A-Za-z0-9)\]]{1,20}(?P<mark>\^)[-+−]?\w{1,4}\b(?:[+−](?!\w))?"),
        _AS_IT_STANDS + "this makes no small raised or lowered figure",
        _of_figure,
    ),
    _Kind(
        re.compile(r"\$[.,]?\d[^$\n]{0,200}\$"),
        _AS_IT_STANDS + "a dollar before a figure is money",
        lambda found, _: (looks_like_formula(found.string, found.start()) and _in_braces(found.group())) or "",
    ),
    _Kind(
        re.compile(
            r"\\(?P<name>alpha|beta|gamma|theta|pi|cdot|frac|sqrt|times|rightarrow|leq|geq|ce|SI)\b(?:\{[^{}\n]{0,80}\}){0,2}"
        ),
        _AS_IT_STANDS + "LaTeX is read between two dollars",
        lambda found, _: (
            instead_of(f"\\{found['name']}", found.group()[len(found["name"]) + 1 :]) or f"write ${found.group()}$"
        ),
    ),
)
_SIGNS = "!<&#`~|^$_[\t\\\n"
"""A text without any of these characters has no foreign markup."""


def foreign_markup(loaded: LoadedPack) -> Iterator[Problem]:
    """Advise on the first match of each kind in each text, with a hint for every match."""
    for path, value in printed_values(loaded.pack):
        written, in_line = loaded.source_text(path), isinstance(value, str)
        if any(sign in written for sign in _SIGNS):
            words = (
                [Chunk((), written, ((0, 0),))] if in_line else [each for each in chunks(written) if not each.is_code]
            )
            yield from _told(loaded, path, _SPACED, words, in_line=in_line)
            words = [replace(each, text=_without_spaced(each.text)) for each in words]
            for kind in _KINDS:
                yield from _told(loaded, path, kind, words, in_line=in_line)


def _without_spaced(text: str) -> str:
    """Return a text with other letters in the place of what is to be a formula: that is told once, as what it is."""

    def covered(found: re.Match[str]) -> str:
        return "x" * len(found.group()) if _without_blanks(found) else found.group()

    return _SPACED.pattern.sub(covered, words_alone(text))


def _told(
    loaded: LoadedPack, path: ContentPath, kind: _Kind, words: Sequence[Chunk], *, in_line: bool
) -> Iterator[Problem]:
    """Advise on a kind in the words of a text, those in blocks and those around them."""
    found = [
        (chunk.offset(each.start()), each, hint)
        for chunk in words
        for each in kind.pattern.finditer(words_alone(chunk.text))
        if (hint := kind.hint(each, in_line))
    ]
    if found:
        at, first, _ = found[0]
        hints = "; ".join(dict.fromkeys(hint for _, _, hint in found))
        length = len(first.group())
        yield loaded.problem(path, kind.message, hints, severity=Severity.ADVICE, offset=at, length=length)


def markup_in_lines(loaded: LoadedPack) -> Iterator[Problem]:
    """Advise on gaps, links, and stars that are not closed, in single lines."""
    for path, line in printed_values(loaded.pack):
        if not isinstance(line, str):
            continue
        if stars := _STARS.search(line):
            message = "stars are printed as they are here"
            hint = "close each of them right after its last word, or take them out"
            yield advise(loaded, path, message, hint, stars.group())
        if braces := _BRACES.search(line):
            message = "braces are printed as they are here"
            hint = "gaps work in text, not in titles and other single lines: take the braces out"
            yield advise(loaded, path, message, hint, braces.group())
        if link := _LINK.search(line):
            message = "a link is printed as it stands here"
            hint = "links work in text, not in titles and other single lines: keep the words, or the address"
            yield advise(loaded, path, message, hint, link.group())
