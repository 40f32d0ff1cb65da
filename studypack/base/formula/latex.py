"""LaTeX formulas are read and written again as plainly as can be, or refused at their place in words."""

import re
from typing import NoReturn

from studypack.base.formula.commands import (
    ALIASES,
    BRACKETS,
    DELIMITED,
    ENVIRONMENTS,
    NEGATED,
    TEXTS,
    instead_of,
    known_names,
    parts_of,
    plain_commands,
)
from studypack.base.formula.error import FormulaError
from studypack.base.limits import FORMULA, FORMULA_DEPTH
from studypack.base.wording import closest

_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|\d+(?:,\d{3}(?!\d))*(?:\.\d+)?|\|\||.", re.DOTALL)
_BLANKS = re.compile(r"\s*")
_RAW = re.compile(r"\s*\{((?:\\.|[^{}\\])*)\}")
_NAME = re.compile(r"\s*\{\s*([A-Za-z]+\*?)\s*\}")
_COLUMNS = re.compile(r"\s*\{[lcr\s]+\}")
_ENDS = frozenset(("}", "&", r"\\", r"\right", r"\middle", r"\end", "^", "_", ""))
"""What cannot be the part of a command."""
_SPOILED = {"%": r"write \% for the sign", "#": r"write \# for the sign", "$": r"write \$ for the sign"}
TEXT_MARK = "\N{REPLACEMENT CHARACTER}"


def plainly(latex: str) -> tuple[str, list[str]]:
    """Return a formula for latex2mathml, and what in it is printed as it is typed, where `TEXT_MARK` stands.

    Raises FormulaError where it is not LaTeX, or has a command that no formula of ours may have.
    """
    reader = _Reader(latex)
    return reader.read(), reader.texts


class _Reader:
    """Reads a formula once, from left to right, and writes it again as plainly as LaTeX can be written."""

    def __init__(self, latex: str) -> None:
        self.latex, self.at, self.depth = latex, 0, 0
        self.made: list[str] = []
        self.texts: list[str] = []

    def read(self) -> str:
        if not self.latex.strip():
            raise FormulaError("this formula is empty", 0, r"write it between the dollars, or \$ for a dollar")
        if len(self.latex) > FORMULA:
            message = f"this formula has {len(self.latex):,} characters, and none may have more than {FORMULA:,}"
            raise FormulaError(message, 0, "write it in several formulas", len(self.latex))
        self.row("", 0)
        return "".join(self.made)

    def peek(self) -> str:
        """Return the next token, which begins at `at` then; empty at the end."""
        blanks = _BLANKS.match(self.latex, self.at)
        assert blanks is not None
        self.at = blanks.end()
        found = _TOKEN.match(self.latex, self.at)
        return found.group() if found else ""

    def take(self) -> str:
        token = self.peek()
        self.at += len(token)
        return token

    def refuse(self, message: str, start: int, hint: str, length: int = 0) -> NoReturn:
        raise FormulaError(message, start, hint, length or max(self.at - start, 1))

    def row(self, end: str, opened: int, *, table: bool = False) -> None:
        """Read up to the token that ends it; what that ends began at `opened`."""
        self.depth += 1
        if self.depth > FORMULA_DEPTH:
            hint = "write a part of it as a formula of its own"
            self.refuse(
                f"the parts of this formula stand more than {FORMULA_DEPTH} deep in each other", opened, hint, 1
            )
        scripts: set[str] = set()
        while (token := self.peek()) != end:
            if not token:
                self.refuse(
                    f"this {_called(self.latex, opened)} is never closed", opened, f"close it with {_closer(end)}", 1
                )
            start = self.at
            if token in "^_":
                if token in scripts:
                    hint = "put braces round all that is raised or lowered: x^{2^3}"
                    self.refuse(f"there are two {token} after each other", start, hint, 1)
                scripts.add(token)
                self.at += 1
                self.made.append(token)
                self.part(token, start, "x^2 or x_{10}")
            elif token == "'":
                if "^" in scripts:
                    self.refuse("this prime stands after a power", start, "write it before the power: x'^2", 1)
                scripts |= self.primes(start)
            else:
                scripts.clear()
                self.item(self.take(), start, table=table)
        self.depth -= 1

    def primes(self, start: int) -> set[str]:
        """Read primes, with the power after them; return the kind of script that they are, if there is one."""
        count = 0
        while self.peek() == "'":
            self.at += 1
            count += 1
        if self.peek() != "^":
            self.made.append("'" * count + " ")
            return set()
        self.at += 1
        self.made.append("^{" + r"\prime " * count)
        self.part("^", start, "x'^2")
        self.made.append("}")
        return {"^"}

    def item(self, token: str, start: int, *, table: bool = False) -> None:
        """Read what stands for itself: a sign, a group, a command with its parts."""
        if token == "{":
            self.group(start)
        elif token == r"\left":
            self.fenced(start)
        elif token == r"\begin":
            self.table(start)
        elif table and token in ("&", r"\\"):
            self.made.append(token + " ")
            if token == r"\\" and self.peek() == "[":
                self.refuse("no room can be asked for after \\\\", self.at, "take it out, with its brackets", 1)
        elif token in ("}", r"\right", r"\end", r"\middle", "&", r"\\") or token in _SPOILED:
            self.stray(token, start)
        elif token[0] == "\\":
            self.command(token, start)
        elif token == "||":
            self.made.append(r"\| ")
        else:
            # Braces keep latex2mathml from taking 5cm and 2in for lengths.
            self.made.append(self.number(token) if token[0].isdigit() else f"{token} ")

    def number(self, digits: str) -> str:
        if "," not in digits:
            return f"{{{digits}}}"
        self.texts.append(digits)
        return rf"\text{{{TEXT_MARK}}}"

    def stray(self, token: str, start: int) -> NoReturn:
        if token in _SPOILED:
            self.refuse(f"{token} means something else in LaTeX", start, _SPOILED[token])
        if token in ("&", r"\\"):
            hint = r"put them between \begin{aligned} and \end{aligned}" + (
                r", or write \& for the sign" * (token == "&")
            )
            self.refuse(f"{token} parts columns and rows, and there are none here", start, hint)
        opens = {"}": "{", r"\end": r"\begin"}.get(token, r"\left")
        hint = r"take it out, or write \} for a brace" if token == "}" else f"write {opens} where its part begins"
        self.refuse(f"this {token} closes nothing", start, hint)

    def group(self, start: int) -> None:
        self.made.append("{")
        self.row("}", start)
        self.at += 1
        self.made.append("}")

    def part(self, command: str, start: int, example: str) -> None:
        """Read a part of a command: a group, or one sign."""
        token = self.peek()
        if token in _ENDS:
            self.refuse(
                f"there is nothing after {command} for it to stand with", start, f"write {example}", len(command)
            )
        begun = self.at
        if token == "{":
            self.at += 1
            self.group(begun)
            return
        self.made.append("{")
        if token[0].isdigit() and len(token) > 1:
            token = token[0] if command[0] == "\\" else token
        self.at += len(token)
        self.item(token, begun)
        self.made.append("}")

    def negated(self, start: int) -> None:
        sign = self.take()
        if sign not in NEGATED:
            known = " ".join(NEGATED.values())
            self.refuse(r"\not does not go with this", start, f"there are {known}")
        self.made.append(NEGATED[sign] + " ")

    def command(self, token: str, start: int) -> None:
        count, optional = parts_of(token)
        if token == r"\not":
            self.negated(start)
        elif token in TEXTS:
            self.text(token, start)
        elif token == r"\operatorname":
            name = _NAME.match(self.latex, self.at)
            if not name:
                self.refuse("an operator's name has letters alone", start, r"write \operatorname{name}")
            self.at = name.end()
            self.made.append(rf"\operatorname{{{name[1]}}} ")
        elif token in DELIMITED:
            self.made.append(token + self.bracket(token, start) + " ")
        elif count:
            self.made.append(token)
            if optional and self.peek() == "[":
                self.at += 1
                self.made.append("[")
                self.row("]", self.at - 1)
                self.at += 1
                self.made.append("]")
            for _ in range(count):
                self.part(token, start, token + "{a}{b}"[: 3 * count])
        elif token in plain_commands():
            self.made.append(ALIASES.get(token, token) + " ")
            if token == r"\limits" and self.peek() not in ("^", "_"):
                hint = r"write \sum\limits_{i=1}"
                self.refuse(r"\limits stands between a sign and its limits", start, hint, len(token))
        else:
            self.unknown(token, start)

    def unknown(self, token: str, start: int) -> NoReturn:
        near = closest(token, known_names(), 0.75)
        hint = (
            instead_of(token, self.latex[self.at :])
            or (near and f"did you mean {near}?")
            or "write it with signs that are known"
        )
        self.refuse(f"formulas have no {token}", start, hint)

    def text(self, token: str, start: int) -> None:
        raw = _RAW.match(self.latex, self.at)
        if not raw:
            self.refuse(f"{token} wants plain words in one pair of braces", start, rf"write {token}{{if}}")
        self.at = raw.end()
        words = re.sub(r"\\([^A-Za-z])", r"\1", raw[1])
        if "\\" in words:
            self.refuse("no command works in words", start, f"close the brace of {token} before it")
        if words.strip():
            self.texts.append(" ".join(words.split(" ")).replace(" ", "\u00a0"))
            self.made.append(rf"\text{{{TEXT_MARK}}}")
        else:
            self.made.append(r"\ " if words else "{}")

    def bracket(self, token: str, start: int) -> str:
        found = self.take()
        if found not in BRACKETS:
            self.at -= len(found)
            hint = rf"write {token}( or {token}., which shows none"
            self.refuse(f"there is no bracket after {token}", start, hint, len(token))
        return r"\|" if found == "||" else found

    def fenced(self, start: int) -> None:
        self.made.append(r"\left" + self.bracket(r"\left", start) + " ")
        self.row(r"\right", start)
        place = self.at
        self.at += len(r"\right")
        self.made.append(r"\right" + self.bracket(r"\right", place) + " ")

    def table(self, start: int) -> None:
        name = _NAME.match(self.latex, self.at)
        if not name or name[1] not in ENVIRONMENTS:
            self.at = name.end() if name else self.at
            known = ", ".join(each for each in ENVIRONMENTS if not each.endswith("*"))
            self.refuse("formulas have no such table", start, f"these may begin: {known}")
        self.at, own = name.end(), ENVIRONMENTS[name[1]]
        self.made.append(rf"\begin{{{own}}}")
        if own == "array":
            columns = _COLUMNS.match(self.latex, self.at)
            if not columns:
                self.refuse("an array says how its columns stand", start, r"write \begin{array}{lcr}, without lines")
            self.at = columns.end()
            self.made.append("".join(columns.group().split()))
        if self.peek() == r"\end":
            self.refuse("this table is empty", start, r"write its rows: 1 & 2 \\ 3 & 4")
        self.row(r"\end", start, table=True)
        place = self.at
        self.at += len(r"\end")
        closing = _NAME.match(self.latex, self.at)
        if not closing or closing[1] != name[1]:
            self.refuse(
                rf"this \end does not close \begin{{{name[1]}}}", place, rf"write \end{{{name[1]}}}", len(r"\end")
            )
        self.at = closing.end()
        self.made.append(rf"\end{{{own}}} ")


def _called(latex: str, opened: int) -> str:
    found = _TOKEN.match(latex, opened)
    return found.group() if found else ""


def _closer(end: str) -> str:
    return {r"\right": r"\right) or another bracket", r"\end": r"\end and its name"}.get(end, end)
