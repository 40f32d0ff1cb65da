"""MathML is put in English words, for who hears a formula: "the fraction a plus b over 2, end fraction"."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from xml.etree.ElementTree import Element

from studypack.base.formula.latex import FormulaError
from studypack.base.formula.mathml import mathml
from studypack.base.formula.signs import ACCENTS, ALPHABETS, BEGIN, BIND, FUNCTIONS, HALVES, LARGE, SETS, SIGNS
from studypack.base.formula.units import BLANK, unit_after, unit_words, without_blanks
from studypack.base.wording import quantity

_GREEK = re.compile(r"GREEK (SMALL|CAPITAL)? ?(?:LETTER |LUNATE )?(\w+)(?: SYMBOL)?")
_BEFORE_STOP = re.compile(r" +(?=[,.;:])")
_PRIMES = frozenset("′″‴")
_POWERS = {"2": "squared", "3": "cubed", "∘": "degrees"}
_SAID_AFTER = re.compile(r"[′″‴]+[23]?|[23∘°*∗+\-−†]")
"""What is raised and said right after its base."""
_COMMAS = re.compile(r",[,;]+")


class _UnsaidError(Exception):
    """There are no words for a part."""


@lru_cache(maxsize=4096)
def in_words(latex: str, *, after_number: bool = False) -> str:
    """Return how a formula is said in English; empty if there are no words for a part of it, or it is no formula.

    After a number in the text, Ω is ohms, and what is upright is read as a unit.
    """
    try:
        root = mathml(latex)
        unit = unit_words(root) if after_number else ""
        said = unit or _Speaker("".join(node.text or "" for node in root.iter("mi"))).row(list(root))
    except (_UnsaidError, FormulaError):
        return ""
    return _COMMAS.sub(",", _BEFORE_STOP.sub("", " ".join(said.split()))).strip(" ,;")


class _Speaker:
    """Says the parts of one formula."""

    def __init__(self, letters: str) -> None:
        self._both = {each.lower() for each in letters if each.lower() in letters and each.upper() in letters}
        """The letters that occur small and as capitals: of them, capitals are called so."""
        self._sayers: dict[str, Callable[[Element], str]] = {
            **{"mi": self.letters, "mn": self.plain, "mtext": self.plain, "mo": self.sign, "mfrac": self.fraction},
            **{"msup": self.raised, "msub": self.lowered, "msubsup": self.both_scripts, "mover": self.over},
            **{"munder": self.under, "munderover": self.under, "msqrt": self.root, "mroot": self.root},
            **{"mtable": self.table, "menclose": self.enclosed},
        }

    def say(self, node: Element) -> str:
        if node.tag in BLANK:
            return " "
        if node.tag in self._sayers:
            return self._sayers[node.tag](node)
        return self.row(list(node))

    def row(self, nodes: Sequence[Element]) -> str:
        """Some parts after each other, with what only their neighbours tell."""
        kept = without_blanks(nodes)
        fences = _Fences(kept)
        said = []
        for place, node in enumerate(kept):
            before, after = kept[place - 1] if place else None, kept[place + 1] if place + 1 < len(kept) else None
            if (words := fences.words(place)) is not None:
                said.append(words)
            elif unit := unit_after(before, node, nodes):
                said.append(unit)
            elif node.tag == "mfrac" and _stands_alone(before, after):
                said.append(self.fraction(node, alone=True))
            elif node.tag == "mtable":
                said.append(self.table(node, fences.kind_of_table(place)))
            else:
                said.append(self.say(node))
            if _has_limits(node):
                said.append("of")
        return " ".join(said)

    def plain(self, node: Element) -> str:
        return f" {(node.text or '').replace(chr(0xA0), ' ').strip()} "

    def letters(self, node: Element) -> str:
        text, variant = node.text or "", node.get("mathvariant", "")
        if text in SIGNS or text in FUNCTIONS or not text:
            return self.sign(node)
        if "double" in variant and text in SETS:
            return SETS[text]
        shape = next((f"{name} " for kind, name in ALPHABETS.items() if kind in variant), "")
        return shape + " ".join(self.letter(each) for each in text)

    def letter(self, letter: str) -> str:
        name = unicodedata.name(letter, "")
        greek = _GREEK.fullmatch(name)
        if not greek and not (letter.isascii() and letter.isalnum()) and "LATIN" not in name:
            raise _UnsaidError(letter)
        capital = "capital " if letter.isupper() and (greek or letter.lower() in self._both) else ""
        return capital + (greek[2].lower().replace("lamda", "lambda") if greek else letter)

    def sign(self, node: Element) -> str:
        text = (node.text or "").replace("\u2009", "").strip()
        if text in SIGNS or text in FUNCTIONS or not text:
            return SIGNS.get(text) or FUNCTIONS.get(text) or ""
        if text.isalpha() and text.isascii():
            return text
        return " ".join(self.letter(each) if each not in SIGNS else SIGNS[each] for each in text)

    def fraction(self, node: Element, *, alone: bool = False) -> str:
        upper, lower = (self.say(part).strip() for part in node)
        if node.get("linethickness") == "0":
            return f"{upper} choose {lower}"
        if upper == "1" and lower.isdigit() and int(lower) in HALVES:
            return f"one {HALVES[int(lower)]}"
        if _begins(node[0]) in ("d", "∂") and _begins(node[1]) in ("d", "∂"):
            return f"{upper} by {lower}"
        if alone and _is_product(node[0]) and _is_sign(node[1]):
            return f"{upper} over {lower}"
        if node.find(".//mfrac") is not None:
            return f"the fraction with the numerator {upper}, and the denominator {lower}, end fraction,"
        return f"the fraction {upper} over {lower}, end fraction,"

    def raised(self, node: Element) -> str:
        base, power = self.say(node[0]), node[1]
        if not base.strip():
            return "degrees" if "".join(power.itertext()) == "∘" else f"superscript {self.say(power)},"
        text = "".join(power.itertext()).strip().replace("′′′", "‴").replace("′′", "″")
        if _SAID_AFTER.fullmatch(text):
            return f"{base} {' '.join(_POWERS.get(each) or SIGNS[each] for each in text)}"
        if text in ("-1", "−1") and (node[0].text or "") in FUNCTIONS:
            return f"inverse {base}"
        return f"{base} to the power {self.say(power)}{'' if _is_term(power) else ', end power,'}"

    def lowered(self, node: Element) -> str:
        base, below = self.say(node[0]), self.say(node[1])
        if not base.strip():
            return f"subscript {below},"
        if (node[0].text or "") in LARGE:
            return f"{base} over {below}"
        if (node[0].text or "") in ("log", "lim"):
            return f"{base} {'base' if node[0].text == 'log' else 'as'} {_tending(below)} of"
        is_count = node[0].get("mathvariant") == "normal" and node[1].tag == "mn"
        return f"{base} {below}" if is_count else f"{base} sub {below}{'' if _is_term(node[1]) else ', end sub,'}"

    def both_scripts(self, node: Element) -> str:
        base, below, above = node
        if (base.text or "") in LARGE:
            return f"{self.say(base)} from {self.say(below)} to {self.say(above)}"
        if not self.say(base).strip():
            return f"superscript {self.say(above)}, subscript {self.say(below)},"
        if "".join(base.itertext()).strip()[-1:] in ("]", "|"):
            return f"{self.say(base)} from {self.say(below)} to {self.say(above)}"
        made = Element("msup")
        lowered = Element("msub")
        lowered.extend((base, below))
        made.extend((lowered, above))
        return self.raised(made)

    def over(self, node: Element) -> str:
        base, above = node
        if (above.text or "") in ACCENTS:
            said = self.say(base).strip()
            return ACCENTS[above.text or ""].format(said) + ("" if _is_term(base) else ",")
        return f"{self.say(base)}, over it {self.say(above)},"

    def under(self, node: Element) -> str:
        base, below, *above = node
        if (below.text or "") in ACCENTS and not above:
            return ACCENTS[below.text or ""].format(self.say(base).strip())
        text, upper = base.text or "", self.say(above[0]) if above else ""
        if text in LARGE:
            return f"{self.say(base)} {f'from {self.say(below)} to {upper}' if above else f'over {self.say(below)}'}"
        if text in FUNCTIONS:
            return f"{self.say(base)} as {_tending(self.say(below))}"
        return f"{self.say(base)}, under it {self.say(below)}," + (f" over it {upper}," if above else "")

    def root(self, node: Element) -> str:
        inside = list(node) if node.tag == "msqrt" else [node[0]]
        order = "square" if node.tag == "msqrt" else self.say(node[1]).strip()
        named = {"3": "cube", "square": "square"}.get(order)
        kind = f"the {named} root of" if named else f"the root of order {order} of"
        closed = "" if len(inside) == 1 and _is_term(inside[0]) else ", end root,"
        return f"{kind} {self.row(inside)}{closed}"

    def table(self, node: Element, kind: str = "table") -> str:
        rows = [[self.say(cell).strip() for cell in row] for row in node]
        if node.get("columnspacing") or node.get("displaystyle"):
            return "; ".join(" ".join(row) for row in rows)
        if kind == "cases":
            return (
                f"one of {quantity(len(rows), 'case')}: {'; '.join(', '.join(row) for row in rows)}; end of the cases,"
            )
        size = f"{quantity(len(rows), 'row')} and {quantity(max(map(len, rows)), 'column')}"
        lines = "; ".join(f"row {number}: {', '.join(row)}" for number, row in enumerate(rows, start=1))
        return f"{kind} of {size}: {lines}; end of the {kind},"

    def enclosed(self, node: Element) -> str:
        inside = self.row(list(node))
        return f"crossed out {inside}," if "strike" in node.get("notation", "") else f"{inside}, in a box,"


class _Fences:
    """The brackets and bars of a row: what only those on both sides tell."""

    def __init__(self, row: Sequence[Element]) -> None:
        self._texts = [node.text or "" for node in row]
        self._row = row

    def words(self, place: int) -> str | None:
        """Return what is said for a bracket or a bar by its place; None where it is said as what it is."""
        text = self._texts[place]
        if (
            text in "()[]{}|"
            and text
            and any(0 <= at < len(self._row) and self._named(at) for at in (place - 1, place + 1))
        ):
            return ""
        if text in ("|", "‖"):
            return self._bar(place)
        if text == "∣" and self._texts[0] == "{":
            return "such that"
        if text == "(" and self._is_argument(place):
            return "of"
        if text == ")" and self._is_argument(place - 2):
            goes_on = place + 1 < len(self._row) and self._texts[place + 1] not in BIND
            return "," if goes_on else ""
        return None

    def _named(self, place: int) -> bool:
        """Whether what stands there says what the brackets round it are."""
        node = self._row[place]
        is_choice = node.tag == "mfrac" and node.get("linethickness") == "0"
        return is_choice or (node.tag == "mtable" and self.kind_of_table(place) != "table")

    def kind_of_table(self, place: int) -> str:
        """Return what a table is, by the brackets round it."""
        before = self._texts[place - 1] if place else ""
        after = self._texts[place + 1] if place + 1 < len(self._texts) else ""
        pairs = {"()": "matrix", "[]": "matrix", "{}": "matrix", "||": "determinant"}
        return "cases" if before == "{" and after != "}" else pairs.get(before + after, "table")

    def _bar(self, place: int) -> str | None:
        text = self._texts[place]
        if self._texts.count(text) % 2:
            return {"{": "such that", "P": "given"}.get(next(filter(None, self._texts), "")) if text == "|" else None
        what = "absolute value" if text == "|" else "norm"
        return f", end {what}," if self._texts[:place].count(text) % 2 else f"the {what} of"

    def _is_argument(self, place: int) -> bool:
        """Whether a bracket there holds the argument of a function, one sign: f(x)."""
        if not 0 < place < len(self._row) - 2 or self._texts[place] != "(" or self._texts[place + 2] != ")":
            return False
        function = self._row[place - 1]
        name = (
            function[0].text
            if function.tag == "msup" and _PRIMES & set("".join(function.itertext()))
            else function.text
        )
        return name in ("f", "g", "h", "P") and _is_sign(self._row[place + 1])


def _tending(words: str) -> str:
    return words.replace("goes to", "tends to")


def _has_limits(node: Element) -> bool:
    """Whether what follows is what a sum or a limit is of."""
    if node.tag in ("msubsup", "munderover", "munder") or (node.tag == "msub" and (node[0].text or "") in LARGE):
        return (node[0].text or "") in LARGE or (node[0].text or "") == "lim"
    return node.tag == "mo" and (node.text or "") in LARGE


def _is_sign(node: Element) -> bool:
    return len(node) == 0 and node.tag in ("mi", "mn", "mtext", "mo")


def _is_term(node: Element) -> bool:
    """One sign, or one with a minus: it ends where it is said to, without words for it."""
    negative = node.tag == "mrow" and len(node) == 2 and node[0].text in ("-", "−")
    return _is_sign(node) or (negative and _is_sign(node[1]))


def _is_product(node: Element) -> bool:
    return _is_term(node) or (node.tag == "mrow" and all(each.tag in ("mi", "mn") for each in node))


def _stands_alone(before: Element | None, after: Element | None) -> bool:
    """Whether a fraction has nothing beside it that could be taken for a part of it."""
    return (before is None or (before.text or " ") in BEGIN) and (after is None or (after.text or " ") in BIND)


def _begins(node: Element) -> str:
    """The first letter of a part of a fraction that has several."""
    return next((text.strip()[:1] for text in node.itertext() if text.strip()), "") if len(node) else ""
