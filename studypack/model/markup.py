"""The parser of inline markup: `**bold**`, `*italic*`, `H~2~O`, `10^23^` and `{{gaps}}` become a tuple of spans."""

import re

from studypack.base.styled_text import LINE_BREAK, MarkedLine, Script, Text
from studypack.model.spans import PARAGRAPH_BREAK, Gap, Span, Spans


class MarkupError(ValueError):
    """The markup is broken. `offset` and `length` count characters of the source, from its start."""

    def __init__(self, message: str, offset: int, hint: str = "", length: int = 1) -> None:
        super().__init__(message)
        self.message, self.offset, self.hint, self.length = message, offset, hint, length


SPACE = " \t\n\r\f\v\x85\u2028\u2029"
"""The characters that collapse to one space; no-break and thin spaces are kept."""
_BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
_TOKEN = re.compile(
    rf"(?P<escape>\\[*{{}}\[\]|:\\^~])|(?P<stars>\*+)|(?P<open>\{{\{{+)|(?P<space>[{SPACE}]+)"
    r"|(?P<foreign>\[(?=[^\[\]{}]*\]\{lang=))|(?P<native>\]\{lang=[^{}]*\}?)"
    # Right after a letter, a figure or a bracket, and without a blank inside: ~100 to ~200, 3~4 and x^2 stay.
    rf"|(?P<script>(?<=[\w)\]}}\^~*])([\^~])(?P<small>[^\^~\\*{{}}\[\]{SPACE}]+)\8(?!\8))"
    rf"|(?P<hard>\\[ \t]*(?:\r\n|[\n\r\x85\u2028\u2029])(?![ \t]*[\n\r]))"
    # Words with one space between them are one token: most of any text.
    rf"|[^\\*{{\[\]\^~{SPACE}]+(?: [^\\*{{\[\]\^~{SPACE}]+)*|[\\{{\[\]\^~]"
)
_IN_GAP = re.compile(rf"\\[*{{}}|:\\]|\}}\}}|\{{\{{|::|\||\*+|[{SPACE}]+|[^\\*{{}}|:{SPACE}]+|[\\{{}}:]")
_CLOSED = re.compile(r"(?:\\.|[^\\{}]|\{(?!\{)|\}(?!\}))*\}\}", re.DOTALL)
"""The rest of a gap that is closed before another opens."""
_BLANKS = re.compile(rf"[{SPACE}]+")
_GROUP = re.compile(r"[cC]([0-9]{1,3})")
_LANGUAGE = re.compile(r"\]\{lang=([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\}")
_LABEL = re.compile(r"[A-Z]{1,2}:[ \t]")
_LABELS = re.compile(rf"^[ \t]*{_LABEL.pattern}", re.MULTILINE)
"""The start of a line that is labelled by one or two capitals, as those of a paragraph by PEEL: P: …, E: …, L: …"""
_TWO_TERMS = re.compile(r"\w[-+−*/=<>·×]\w")
_NAMES = {1: "italic", 2: "bold"}


class _Parser:
    """A parser that reads the source once, from left to right."""

    def __init__(self, source: str, *, gaps: bool = True) -> None:
        """Without `gaps`, double braces are printed."""
        self.gaps = gaps
        self.source = source.rstrip(SPACE)
        self.at = len(self.source) - len(self.source.lstrip(SPACE))
        self.done: list[Span] = []
        self.pending: list[str] = []
        self.opened: dict[int, int] = {}
        """The index at which the open bold (2) and italic (1) began."""
        self.language = ""
        self.keeps_lines = len(_LABELS.findall(self.source)) > 1

    def read(self) -> Spans:
        while match := _TOKEN.match(self.source, self.at):
            start, self.at, token = self.at, match.end(), match.group()
            if match.lastgroup == "escape":
                self.pending.append(token[1])
            elif match.lastgroup == "stars":
                self.stars(token, start)
            elif match.lastgroup == "open" and self.gaps:
                self.gap(token, start)
            elif match.lastgroup == "space":
                self.space(token)
            elif match.lastgroup == "foreign":
                self.foreign()
            elif match.lastgroup == "hard":
                self.pending.append(LINE_BREAK)
            elif match["script"]:
                self.script(start)
            elif match.lastgroup == "native" and self.language:
                self.flush()
                self.language = ""
            else:
                self.pending.append(token)
        self.refuse_open("the end of the text")
        self.flush()
        return tuple(self.done)

    def flush(self) -> None:
        text = "".join(self.pending)
        self.pending.clear()
        if text:
            self.done.append(self.text(text))

    def text(self, text: str, script: Script | None = None) -> Text:
        return Text(text, 2 in self.opened, 1 in self.opened, self.language, script)

    def space(self, token: str) -> None:
        if len(token) == 1 or len(_BREAK.findall(token)) < 2:
            is_line = self.keeps_lines and _BREAK.search(token) and _LABEL.match(self.source, self.at)
            self.pending.append(LINE_BREAK if is_line else " ")
            return
        self.refuse_open("the end of its paragraph")
        self.pending.append(PARAGRAPH_BREAK)

    def script(self, start: int) -> None:
        """Set small letters above or below the line."""
        small = script_at(self.source, start)
        if small:
            self.flush()
            self.done.append(self.text(small.replace("-", "\N{MINUS SIGN}"), Script(self.source[start])))
        else:
            self.pending.append(self.source[start])
            self.at = start + 1

    def refuse_open(self, where: str) -> None:
        if self.opened:
            size, start = min(self.opened.items(), key=lambda item: item[1])
            raise _unclosed(size, start, where)

    def stars(self, token: str, start: int) -> None:
        """Open or close bold and italic. Stars between spaces, and more than three, are printed as stars."""
        size = len(token)
        after_word = start > 0 and self.source[start - 1] not in SPACE
        before_word = self.at < len(self.source) and self.source[self.at] not in SPACE
        wanted = [each for each in (1, 2) if size & each]
        closing = [each for each in wanted if each in self.opened]
        if not self.gaps and not closing and self.source[start - 1 : start].isalnum():
            self.pending.append(token)  # a title may have grades in it: A* and A*A*
            return
        if size in (2, 3) and after_word and not before_word and not closing:
            message = f"this {token} closes nothing"
            hint = f"put {token} right before the first word too, or write \\* for a star that is to be printed"
            raise MarkupError(message, start, hint, size)
        if size > 3 or not (before_word or closing) or (closing and not (after_word or before_word)):
            self.pending.append(token)
            return
        if closing and not after_word:
            each = closing[0]
            raise _unclosed(each, self.opened[each], f"the next {'*' * each}")
        self.flush()
        for each in wanted:
            if each in self.opened:
                del self.opened[each]
            else:
                self.opened[each] = start

    def foreign(self) -> None:
        """Begin words of another language: [de jure]{lang=la}, the syntax of Pandoc and Djot."""
        end = self.source.index("]", self.at)
        match = _LANGUAGE.match(self.source, end)
        if match is None:
            hint = "write {lang=fr}, {lang=la} or {lang=de-AT}: the language by its short name (BCP 47)"
            start = end + len("]{lang=")
            length = self.source.find("}", start) - start
            raise MarkupError("this is not the name of a language", start, hint, length=max(length, 1))
        self.flush()
        self.language = match[1]

    def gap(self, token: str, start: int) -> None:
        if len(token) > 3:
            raise _nested(start + 2)
        if len(token) == 3:  # a brace before a gap: {{{x}}} is a gap in braces
            self.pending.append("{")
            start += 1
        fields, self.at = _gap_fields(self.source, start)
        self.flush()
        self.done.append(_gap(fields, start, self.at, 2 in self.opened, 1 in self.opened))


def script_at(source: str, at: int) -> str:
    """Return the small letters that the ^ or ~ at an index opens; empty if it opens none.

    x^2+y^2 is two powers that are not closed.
    """
    match = _TOKEN.match(source, at)
    if not match or not match["script"]:
        return ""
    small: str = match["small"]
    is_two = _TWO_TERMS.search(small) and source[match.end() : match.end() + 1].isalnum()
    return "" if is_two else small


def _gap_fields(source: str, start: int) -> tuple[list[list[str]], int]:
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
        elif token[0] == "*" and (source[begun - 1] not in SPACE or source[at : at + 1].strip(SPACE)):
            message = "bold and italic do not work inside a gap"
            hint = "put the stars round the gap, **{{like this}}**, or write \\* for a star"
            raise MarkupError(message, begun, hint, len(token))
        else:
            pieces.append(token[1] if token[0] == "\\" and len(token) == 2 else token)
    raise AssertionError("a gap without an end was let through")


def _refuse_unclosed(source: str, start: int) -> None:
    """Raise MarkupError if the gap that opens at `start` is not closed in its paragraph, before another opens."""
    end = _CLOSED.match(source, start + 2)
    if end and _is_one_paragraph(end.group()):
        return
    inner = source.find("{{", start + 2)
    if inner >= 0 and (closed := _CLOSED.match(source, inner + 2)):
        rest = _CLOSED.match(source, closed.end())
        if rest and _is_one_paragraph(source[start : rest.end()]):
            raise _nested(inner)
    words = source[start + 2 :].split(maxsplit=1)
    answer = re.split(r"[{}|:*.,;!?]", words[0])[0] if words else ""
    example = f", as in {{{{{answer}}}}}" if 0 < len(answer) <= 30 else ""
    hint = f"end it with }}}} right after its answer{example}; or write \\{{\\{{ for two braces"
    raise MarkupError("this gap is never closed", start, hint, length=2)


def _is_one_paragraph(text: str) -> bool:
    return all(len(_BREAK.findall(blanks)) < 2 for blanks in _BLANKS.findall(text))


def _gap(fields: list[list[str]], start: int, end: int, bold: bool, italic: bool) -> Gap:
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
    return Gap(tuple(dict.fromkeys(fields[0])), hint, group, bold, italic)


def _nested(offset: int) -> MarkupError:
    return MarkupError(
        "a gap opens inside a gap", offset, "close the first gap with }}, or write \\{ for a brace", length=2
    )


def _unclosed(size: int, offset: int, where: str) -> MarkupError:
    stars = "*" * size
    message = f"{_NAMES[size]} text opens here and is not closed before {where}"
    hint = f"put {stars} right after its last word, or write {chr(92)}* for a star that is to be printed"
    return MarkupError(message, offset, hint, size)


def parse(source: str) -> Spans:
    """Return the spans of a source text; an empty tuple if it has nothing but spaces.

    Runs of spaces become one space, and blank lines become PARAGRAPH_BREAK; spaces at both ends are removed, and
    no-break spaces stay. Bold and italic end within their paragraph. The time grows linearly with the source.

    Raises MarkupError if bold, italic or a gap stays open, if a gap is empty, or if gaps nest.
    """
    return _Parser(source).read()


_MARKS = re.compile(r"[*~^\[]")


def parse_line(source: str) -> str:
    """Return a single line, which is a MarkedLine if it has marks other than gaps.

    A mark that is not closed is printed, as is a line in which one is.
    """
    if not _MARKS.search(source):
        return source
    try:
        spans = _Parser(source, gaps=False).read()
    except MarkupError:
        return source
    return MarkedLine.of(span for span in spans if isinstance(span, Text))
