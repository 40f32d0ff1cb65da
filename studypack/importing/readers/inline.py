"""Take the marks of Markdown within a line away, but for those of bold words."""

import html
import re
from dataclasses import dataclass, field

_STARS = re.compile(r"(\*+|_+)")
_STRUCK = re.compile(r"~~(?=\S)([^~]{1,2000})~~")
_PICTURE = re.compile(r"!\[([^\]\n]{0,500}\]\([^()\n]{0,2000})\)")
_LINK = re.compile(r"(?<![^\W_])\[([^\[\]\n]{1,500})\]\(([^()\s]{1,2000}(?:\s+[\"'][^()\n]{0,200}[\"'])?)\)(?![^\W_])")
_WIKI = re.compile(r"(?<![^\W_])\[\[([^\[\]|\n]{1,300})(?:\|([^\[\]\n]{1,300}))?\]\](?![^\W_])")
_MARKED = re.compile(r"==(?=\S)([^=\n]{1,2000})==|(?<!`)`([^`\n]{1,2000})`(?!`)")
_TAG = re.compile(
    r"</?(b|i|u|s|em|strong|sub|sup|span|font|mark|small|p|div|br|center)(?:\s[^<>\n]{0,300})?/?>", re.IGNORECASE
)
_COMMENT = re.compile(r"<!--(.{0,5000}?)-->", re.DOTALL)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~<>&$])")
_KEPT = "\ue0f0"
"""Stands for an escaped sign while the marks are read: a character of nobody's."""


@dataclass
class Unmarked:
    """A line without its marks, and what they hid: addresses, pictures, words struck through."""

    text: str
    hidden: list[tuple[str, str]] = field(default_factory=list)
    """Each text with the reason why it is no part of the line."""

    def hide(self, pattern: re.Pattern[str], why: str, instead: str = "") -> None:
        """Put `instead` in the place of every match; the last group of the match is hidden."""

        def hidden(found: re.Match[str]) -> str:
            group = found.lastindex or 0
            if group < 2 or found[group] not in found[1]:
                self.hidden.append((found[group], why))
            return found.expand(instead)

        self.text = pattern.sub(hidden, self.text)


def unmark(text: str, *, is_markdown: bool) -> Unmarked:
    """Return the line with bold words between ** and no other marks.

    In plain text only those marks are taken that nobody types for anything else.
    """
    found = Unmarked(text)
    if text.isalnum():
        return found
    escaped: list[str] = []
    if is_markdown:
        found.hide(_COMMENT, "a comment", " ")
        escaped = _ESCAPED.findall(found.text)
        unescaped = _TAG.sub(lambda tag: " " if tag[1].casefold() == "br" else "", _ESCAPED.sub(_KEPT, found.text))
        found.text = html.unescape(unescaped)
    found.hide(_PICTURE, "a picture", " ")
    found.hide(_LINK, "the address of a link", r"\1")
    found.hide(_STRUCK, "struck through", " ")
    found.text = _WIKI.sub(lambda at: at[2] or at[1], found.text)
    found.text = _with_bold(_MARKED.sub(lambda at: at[1] or at[2], found.text))
    if escaped:
        signs = iter(escaped)
        found.text = re.sub(_KEPT, lambda _: next(signs), found.text)
    return found


def _with_bold(text: str) -> str:
    """The text with its pairs of ** and __ as **, and without single pairs; what stands alone stays as it is."""
    if "*" not in text and "_" not in text:
        return text
    parts = _STARS.split(text)
    opened: dict[str, int] = {}
    marks = {at: parts[at][:1] if parts[at][0] == "*" else parts[at] for at in range(1, len(parts), 2)}
    for at in marks:
        before, sign, after = parts[at - 1], parts[at], parts[at + 1]
        if len(sign) > 3:
            continue
        outer = not before[-1:].isalnum() if before else at == 1
        inner = not after[:1].isalnum() if after else at == len(parts) - 2
        closes = sign in opened and before[-1:].strip() and (inner or sign == "**")
        if closes:
            new = "" if len(sign) == 1 else "**"
            marks[opened.pop(sign)] = marks[at] = new
        elif after[:1].strip() and (outer or sign == "**"):
            opened[sign] = at
    return "".join(marks.get(at, part) for at, part in enumerate(parts))
