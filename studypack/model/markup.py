"""The parser of markup: **bold**, *italic*, `code`, H~2~O, [links](https://…) and {{gaps}} become a tuple of spans."""

import re
from dataclasses import replace

from studypack.base.styled_text import LINE_BREAK, MarkedLine, Text
from studypack.model.blanks import BREAK, SPACE, is_one_paragraph
from studypack.model.block_markup import chunks
from studypack.model.blocks import Start
from studypack.model.formula_markup import FormulaMarkupError, formula_at, formula_text
from studypack.model.gap_markup import gap_at, nested_gap
from studypack.model.labelled_parts import LABEL
from studypack.model.markup_tokens import TOKEN, token_at
from studypack.model.script_markup import script_at, script_text
from studypack.model.source_lines import Chunk, MarkupError
from studypack.model.spans import PARAGRAPH_BREAK, Span, Spans

_TAB = "    "
"""A tab in code, in print."""
_BLANKS = re.compile(rf"[{SPACE}]+")
_IN_CODE = re.compile(r"\\\{|\{+|\r\n|[\n\r\x85\u2028\u2029]|[^\\{\n\r\x85\u2028\u2029]+|\\")
_LANGUAGE = re.compile(r"\]\{lang=([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\}")
_LABEL = re.compile(rf"\*{{0,2}}{LABEL}\*{{0,2}} ?:\*{{0,2}}(?=\s)")
_LABELS = re.compile(rf"^[ \t]*{_LABEL.pattern}", re.MULTILINE)
"""The start of a line that is labelled, as those of a paragraph by PEEL: P: …, E: …, or **Link:** …"""
_SUM = re.compile(r"(?:.?\d|(?:^|\W)[^\W\d])\*{1,2}(?:\d|[^\W\d](?!\w))", re.DOTALL)
"""The two characters before a sign of multiplication between figures or single letters, and what follows it."""
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
        self.language = self.link = ""
        self.is_code = False
        self.most: int | None = None
        """The end of the code that is read."""
        self.keeps_lines = len(_LABELS.findall(self.source)) > 1

    def read(self) -> Spans:
        while match := TOKEN.match(self.source, self.at):
            start, self.at, token = self.at, match.end(), match.group()
            if match.lastgroup == "escape":
                self.pending.append(token[1])
            elif match.lastgroup == "stars":
                self.stars(token, start)
            elif match.lastgroup == "ticks":
                self.code(token)
            elif match.lastgroup == "open" and self.gaps:
                self.gap(token, start)
            elif match.lastgroup == "space":
                self.space(token)
            elif match.lastgroup in ("foreign", "link"):
                self.bracket(match.lastgroup)
            elif match.lastgroup == "hard":
                self.pending.append(LINE_BREAK)
            elif match.lastgroup == "script":
                self.script(token, start)
            elif match.lastgroup == "dollar":
                self.formula(token, start)
            elif (match.lastgroup == "native" and self.language) or (match.lastgroup == "address" and self.link):
                self.flush()
                self.language = self.link = ""
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

    def text(self, text: str) -> Text:
        return self.styled(Text(text, code=self.is_code))

    def styled(self, piece: Text) -> Text:
        """Return a piece in the style that is open."""
        bold, italic = 2 in self.opened, 1 in self.opened
        return replace(piece, bold=bold, italic=italic, language=self.language, link=self.link)

    def space(self, token: str) -> None:
        if len(token) == 1 or len(BREAK.findall(token)) < 2:
            is_line = self.keeps_lines and BREAK.search(token) and _LABEL.match(self.source, self.at)
            self.pending.append(LINE_BREAK if is_line else " ")
            return
        self.refuse_open("the end of its paragraph")
        self.pending.append(PARAGRAPH_BREAK)

    def script(self, mark: str, start: int) -> None:
        """Set small letters above or below the line."""
        small = script_at(self.source, start)
        if small:
            self.flush()
            self.done.append(self.styled(script_text(small, mark)))
            self.at += len(small) + 1
        else:
            self.pending.append(mark)

    def formula(self, dollars: str, start: int) -> None:
        """Read a formula, or print dollars. One that stands on a line of its own is a paragraph."""
        mark = formula_at(self.source, start)
        if mark is None:
            self.pending.append(dollars)
            return
        parts = mark.display and self.gaps
        if parts:
            self.part()
        self.flush()
        self.done.append(self.styled(formula_text(mark if parts else mark._replace(display=False))))
        self.at = mark.end
        if parts:
            blanks = _BLANKS.match(self.source, self.at)
            self.at = blanks.end() if blanks else self.at
            self.part()

    def part(self) -> None:
        """Begin a paragraph, unless one begins here."""
        self.refuse_open("the formula that stands alone")
        words = "".join(self.pending).rstrip(f" {LINE_BREAK}")
        self.pending = [words] if words else []
        is_first = not words and not self.done
        if not is_first and not words.endswith(PARAGRAPH_BREAK) and self.at < len(self.source):
            self.pending.append(PARAGRAPH_BREAK)

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
        # A title may have grades in it: A* and A*A*; and a text sums: 5*6, 2**3, a*b.
        is_sign = self.source[start - 1 : start].isalnum() and (
            not self.gaps or _SUM.match(self.source, max(start - 2, 0))
        )
        if is_sign and not closing:
            self.pending.append(token)
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

    def bracket(self, kind: str) -> None:
        """Begin a link, or words of another language: [de jure]{lang=la}, the syntax of Pandoc and Djot."""
        if kind == "link" and not self.gaps:  # a title leads nowhere
            self.pending.append("[")
            return
        end = self.source.index("]", self.at)
        self.flush()
        if kind == "link":
            self.link = token_at(self.source, end, "address")[2:-1]
        elif match := _LANGUAGE.match(self.source, end):
            self.language = match[1]
        else:
            hint = "write {lang=fr}, {lang=la} or {lang=de-AT}: the language by its short name (BCP 47)"
            start = end + len("]{lang=")
            length = self.source.find("}", start) - start
            raise MarkupError("this is not the name of a language", start, hint, length=max(length, 1))

    def gap(self, token: str, start: int) -> None:
        if len(token) > 3:
            raise nested_gap(start + 2)
        if len(token) == 3:  # a brace before a gap: {{{x}}} is a gap in braces
            self.pending.append("{")
            start += 1
        gap, self.at = gap_at(self.source, start, in_code=self.is_code, most=self.most)
        self.flush()
        self.done.append(replace(gap, bold=2 in self.opened, italic=1 in self.opened))

    def code(self, ticks: str) -> None:
        """Read code between as many ticks, in one paragraph; ticks that are not closed are printed."""
        closing = re.compile(rf"(?<!`){ticks}(?!`)").search(self.source, self.at)
        if not closing or not is_one_paragraph(inner := self.source[self.at : closing.start()]):
            self.pending.append(ticks)
            return
        self.flush()
        # A space parts the code from its ticks where it begins or ends with one itself: `` `x` ``.
        is_padded = inner.startswith(" ") and inner.endswith(" ") and bool(inner.strip())
        self.at += is_padded
        self.verbatim(closing.start() - is_padded)
        self.at = closing.end()

    def verbatim(self, end: int, line_break: str = " ") -> None:
        """Read code up to an index: as it was typed, but for gaps and for \\{, which is a brace."""
        self.is_code, self.most = True, end
        while match := _IN_CODE.match(self.source, self.at, end):
            start, self.at, token = self.at, match.end(), match.group()
            if token.startswith("{{") and self.gaps:
                self.gap(token, start)
            elif BREAK.fullmatch(token):
                self.pending.append(line_break)
            else:
                self.pending.append("{" if token == "\\{" else token.replace("\t", _TAB))
        self.flush()
        self.is_code, self.most = False, None

    def fence(self) -> Spans:
        """Return the spans of the lines of a fence, parted by LINEBREAK."""
        self.at = 0
        self.verbatim(len(self.source), LINE_BREAK)
        return tuple(self.done)


def _unclosed(size: int, offset: int, where: str) -> MarkupError:
    stars = "*" * size
    message = f"{_NAMES[size]} text opens here and is not closed before {where}"
    hint = f"put {stars} right after its last word, or write {chr(92)}* for a star that is to be printed"
    return MarkupError(message, offset, hint, size)


def parse(source: str) -> Spans:
    """Return the spans of a source text; an empty tuple if it has nothing but spaces.

    Runs of spaces become one space, and blank lines become PARAGRAPH_BREAK; spaces at both ends are removed, and
    no-break spaces stay. Bold and italic end within their paragraph. A paragraph in a block, and one after it, begins
    with a Start. The time grows linearly with the source.

    Raises MarkupError if bold, italic, a gap or a fence stays open, if a gap is empty, if gaps nest, or if the row of a
    table has too many cells.
    """
    done: list[Span] = []
    for number, chunk in enumerate(chunks(source)):
        if number or chunk.place:
            done.append(Start(PARAGRAPH_BREAK if done else "", place=chunk.place))
        done += _spans_of(chunk)
    return tuple(done)


def _spans_of(chunk: Chunk) -> Spans:
    parser = _Parser(chunk.text)
    try:
        return parser.fence() if chunk.is_code else parser.read()
    except MarkupError as error:
        raise MarkupError(error.message, chunk.offset(error.offset), error.hint, error.length) from None


_MARKS = re.compile(r"[*~^\[`$]")


def parse_line(source: str) -> str:
    """Return a single line, which is a MarkedLine if it has marks other than gaps.

    A mark that is not closed is printed, as is a line in which one is. Raises FormulaMarkupError for a formula that
    cannot be drawn.
    """
    if not _MARKS.search(source):
        return source
    try:
        spans = _Parser(source, gaps=False).read()
    except FormulaMarkupError:
        raise
    except MarkupError:
        return source
    return MarkedLine.of(span for span in spans if isinstance(span, Text))
