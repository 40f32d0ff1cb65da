r"""The parser of a formula: `$E = mc^2$`, and `$$…$$` on a line of its own. Dollars of money stay dollars.

Pandoc's rule: no blank right after the first dollar, none right before the last, no figure right after that. And ours:
a dollar right before a figure, or right after a letter or a figure, begins a formula only where LaTeX follows (`\`, `^`
or `_`): `$5/€4`, `US$`, but `$3 \times 10^8$`, `CO$_2$`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from studypack.base.formula.error import FormulaError
from studypack.base.formula.outline import drawn
from studypack.base.styled_text import Formula, Text
from studypack.model.blanks import BREAK, is_one_paragraph
from studypack.model.source_lines import MarkupError

_FORMULA = re.compile(r"(?P<fence>\${1,2})(?!\$)(?P<latex>(?:\\.|[^\\$])+)(?P=fence)(?!\$)", re.DOTALL)
_DOLLARS = re.compile(r"\\.|(?P<dollars>\$+)", re.DOTALL)
_LATEX = re.compile(r"\\[A-Za-z,;:]|[\^_]")
_FIGURE = re.compile(r"[.,]?\d")
_WHOLE = re.compile(r"\S*[\w})]")
"""What letters may follow, as in the $n$th."""
_BRACE = re.compile(r"\\.|[{}]")
_CLOSES = re.compile(r"[\w)}\]!']\Z")
_ALT = re.compile(r"\{alt=(?P<quote>[\"“]?)(?P<words>[^{}]*?)[\"”]?\}")
_BLANK, _BLANKS = re.compile(r"\s"), re.compile(r"\s*")


class FormulaMarkupError(MarkupError):
    """A formula cannot be drawn. In a title, too, that is told: printed as it stands it would be no title."""


class FormulaMark(NamedTuple):
    """A formula in a source text."""

    latex: str
    at: int
    """Where its LaTeX begins."""
    end: int
    """The index after it, and after the words that its author gives for it."""
    display: bool
    """It stands on a line of its own, between two dollars."""
    alt: str
    """The author's words for it."""


def formula_at(source: str, start: int) -> FormulaMark | None:
    """Return the formula whose first dollar stands at an index; None if that dollar is one to print.

    Raises MarkupError if a gap stands in it, or if its words are not closed.
    """
    found = _FORMULA.match(source, start)
    if not found or source[start - 1 : start] == "$":
        return None
    latex, end = found["latex"], found.end()
    alt = _ALT.match(source, end)
    display = len(found["fence"]) == 2 and _is_alone(source, start, alt.end() if alt else end)
    if not is_one_paragraph(latex) or _closes_gap(latex) or not (display or _is_formula(source, start, latex, end)):
        return None
    if (gap := latex.find("{{")) >= 0:
        hint = "put the gap round the whole formula, {{$…$}}, or a blank between two braces of LaTeX"
        raise FormulaMarkupError("a gap cannot stand in a formula", found.start("latex") + gap, hint, 2)
    if source.startswith("{alt=", end) and not (alt and alt["words"].strip()):
        hint = "write {alt=one half} right after the formula"
        raise FormulaMarkupError("these words for a formula are not complete", end, hint, len("{alt="))
    words = " ".join(alt["words"].split()) if alt else ""
    at = found.start("latex") + len(latex) - len(latex.lstrip())
    return FormulaMark(_BLANK.sub(" ", latex.strip()), at, alt.end() if alt else end, display, words)


def formula_text(mark: FormulaMark) -> Text:
    """Return a formula as a piece of text. Raises FormulaMarkupError at its place if it cannot be drawn."""
    try:
        drawn(mark.latex, display=mark.display)
    except FormulaError as error:
        raise FormulaMarkupError(error.message, mark.at + error.offset, error.hint, error.length) from error
    return Text(mark.latex, formula=Formula(mark.display, mark.alt))


def is_doubtful(latex: str) -> bool:
    """Whether words stand between two dollars that may have been meant for money, and nothing that only LaTeX has."""
    return not _LATEX.search(latex) and " " in latex.strip() and re.search(r"[^\W\d_]{3}", latex) is not None


def formulas_in(source: str) -> Iterator[FormulaMark]:
    """Yield the formulas of a source text, in order."""
    at = 0
    while found := _DOLLARS.search(source, at):
        mark = formula_at(source, found.start()) if found["dollars"] else None
        if mark:
            yield mark
        at = mark.end if mark else found.end()


def looks_like_formula(source: str, start: int) -> bool:
    """Whether a dollar that is printed before a figure is closed as that of a formula is: $5x$."""
    found = _FORMULA.match(source, start)
    if not found or formula_at(source, start) or not _FIGURE.match(found["latex"]):
        return False
    after = source[found.end() : found.end() + 1]
    return len(found["fence"]) == 1 and bool(_CLOSES.search(found["latex"])) and not after.isalnum()


def _is_formula(source: str, start: int, latex: str, end: int) -> bool:
    before, after = source[start - 1 : start] if start else "", source[end : end + 1]
    if latex[0].isspace() or latex[-1].isspace() or latex.startswith(("{{", ")")) or latex.endswith("("):
        return False
    if after.isdigit() or (after == "{" and not source.startswith(("{alt=", "{{"), end)):
        return False
    if _LATEX.search(latex):
        return True
    return not (_FIGURE.match(latex) or before.isalnum() or (after.isalpha() and not _WHOLE.fullmatch(latex)))


def _closes_gap(latex: str) -> bool:
    """Whether the dollars are answers of two gaps: {{$}} and {{$}}."""
    depth = 0
    for brace in _BRACE.finditer(latex):
        depth += {"{": 1, "}": -1}.get(brace.group(), 0)
        if depth < 0:
            return latex.startswith("}}", brace.start())
    return False


def _is_alone(source: str, start: int, end: int) -> bool:
    """Whether there is nothing else on the lines."""
    blanks = _BLANKS.match(source, end)
    assert blanks is not None
    before = start
    while before and source[before - 1].isspace():
        before -= 1
    opens = not before or BREAK.search(source, before, start) is not None
    closes = blanks.end() == len(source) or BREAK.search(source, end, blanks.end()) is not None
    return opens and closes
