"""The tokens of markup: which characters of a text are marks, and which are words alone."""

import re

from studypack.model.blanks import SPACE
from studypack.model.formula_markup import formulas_in

_ADDRESS = r"(?:https?://|mailto:)(?:[^\s()<>]|\([^\s()<>]*\))+"
_WORDS = rf"[^\\*{{\[\]\^~`${SPACE}]+"
_LABELLED = r"(?:[^\[\]{}]|\{\{[^{}\[\]]*\}\})*"
"""Words in brackets, gaps among them."""
TOKEN = re.compile(
    # C:\Users\anna\*.docx is a path, and printed as it stands.
    r"(?P<path>(?:(?<=\W[A-Za-z]:)|(?<=^[A-Za-z]:))\\[^\s{}]*)"
    # Only at the start of a line would - and > mean something; after a number there, a stop or a bracket.
    r"|(?P<escape>\\[*{}\[\]|:\\^~`$]|(?:^|(?<=\s))\\[-+>](?=\s)|(?<=\d)\\[.)](?=\s))"
    rf"|(?P<ticks>`+)|(?P<stars>\*+)|(?P<open>\{{\{{+)|(?P<space>[{SPACE}]+)"
    rf"|(?P<foreign>\[(?={_LABELLED}\]\{{lang=))|(?P<native>\]\{{lang=[^{{}}]*\}}?)"
    rf"|(?P<link>\[(?={_LABELLED}\]\({_ADDRESS}\)))|(?P<address>\]\({_ADDRESS}\))"
    r"|(?P<script>[\^~])|(?P<dollar>\$+)"
    rf"|(?P<hard>\\[ \t]*(?:\r\n|[\n\r\x85\u2028\u2029])(?![ \t]*[\n\r]))"
    # Words with one space between them are one token: most of any text.
    rf"|{_WORDS}(?: {_WORDS})*|[\\{{\[\]]"
)
_CODE = re.compile(r"(?<![\\`])(`+)(?!`)(?:[^\n]|\n(?!\s*\n))+?(?<!`)\1(?!`)")


def words_alone(source: str) -> str:
    """Return a source text with other letters in the place of those of code and formulas."""
    words = _CODE.sub(lambda found: "x" * len(found.group()), source) if "`" in source else source
    if "$" not in words:
        return words
    parts, at = [], 0
    for mark in formulas_in(words):
        opening = words.rindex("$", at, mark.at)
        parts += [words[at:opening], "x" * (mark.end - opening)]
        at = mark.end
    return "".join((*parts, words[at:]))


def token_at(source: str, at: int, kind: str) -> str:
    """Return the token of a kind that begins at an index; empty if there is none."""
    match = TOKEN.match(source, at)
    found: str | None = match[kind] if match else None
    return found or ""
