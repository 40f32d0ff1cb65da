"""MathML is put in words, for who hears a formula: "the fraction a plus b over 2, end fraction"."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from xml.etree.ElementTree import Element

from studypack.base.formula.english import ENGLISH
from studypack.base.formula.error import FormulaError
from studypack.base.formula.french import FRENCH
from studypack.base.formula.german import GERMAN
from studypack.base.formula.mathml import mathml
from studypack.base.formula.parts import begins, has_limits, is_product, is_sign, is_term, stands_alone
from studypack.base.formula.signs import BIND, LARGE
from studypack.base.formula.spanish import SPANISH
from studypack.base.formula.spoken import Numbered, Spoken
from studypack.base.formula.units import BLANK, unit_after, unit_words, without_blanks

LANGUAGES = {"en": ENGLISH, "fr": FRENCH, "de": GERMAN, "es": SPANISH}
"""The words of each, by its primary subtag; `signs` has their list."""
_GREEK = re.compile(r"GREEK (SMALL|CAPITAL)? ?(?:LETTER |LUNATE )?(\w+)(?: SYMBOL)?")
_BEFORE_STOP = re.compile(r" +(?=[,.;:])")
_PRIMES = frozenset("′″‴")
_SAID_AFTER = re.compile(r"[′″‴]+[23]?|[23∘°*∗+\-−†]")
"""What is raised and said right after its base."""
_COMMAS = re.compile(r",[,;]+")


class _UnsaidError(Exception):
    """There are no words for a part."""


@lru_cache(maxsize=4096)
def in_words(latex: str, language: str = "en", *, after_number: bool = False) -> str:
    """Return how a formula is said in a language, one of `LANGUAGES`.

    Empty if there are no words for a part of it, or it is no formula. After a number in the text, Ω is ohms, and what
    is upright is read as a unit.
    """
    words = LANGUAGES.get(language)
    if words is None:
        return ""
    try:
        root = mathml(latex)
        unit = unit_words(root, words.units) if after_number else ""
        said = unit or _Speaker("".join(node.text or "" for node in root.iter("mi")), words).row(list(root))
    except (_UnsaidError, FormulaError):
        return ""
    return _COMMAS.sub(",", _BEFORE_STOP.sub("", " ".join(said.split()))).strip(" ,;")


class _Speaker:
    """Says the parts of one formula."""

    def __init__(self, letters: str, words: Spoken) -> None:
        self._words = words
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
        fences = _Fences(kept, self._words)
        said = []
        for place, node in enumerate(kept):
            before, after = kept[place - 1] if place else None, kept[place + 1] if place + 1 < len(kept) else None
            if (words := fences.words(place)) is not None:
                said.append(words)
            elif unit := unit_after(before, node, nodes, self._words.units):
                said.append(unit)
            elif node.tag == "mfrac" and stands_alone(before, after):
                said.append(self.fraction(node, alone=True))
            elif node.tag == "mtable":
                said.append(self.table(node, fences.kind_of_table(place)))
            else:
                said.append(self.say(node))
            if has_limits(node):
                said.append(self._words.of)
        return " ".join(said)

    def plain(self, node: Element) -> str:
        return f" {(node.text or '').replace(chr(0xA0), ' ').strip()} "

    def letters(self, node: Element) -> str:
        text, variant = node.text or "", node.get("mathvariant", "")
        if text in self._words.signs or text in self._words.functions or not text:
            return self.sign(node)
        if "double" in variant and text in self._words.sets:
            return self._words.sets[text]
        shape = next((phrase for kind, phrase in self._words.alphabets.items() if kind in variant), "{}")
        return shape.format(" ".join(self.letter(each) for each in text))

    def letter(self, letter: str) -> str:
        name = unicodedata.name(letter, "")
        greek = _GREEK.fullmatch(name)
        if not greek and not (letter.isascii() and letter.isalnum()) and "LATIN" not in name:
            raise _UnsaidError(letter)
        said = greek[2].lower().replace("lamda", "lambda") if greek else letter
        said = self._words.greek.get(said, said) if greek else said
        is_capital = letter.isupper() and (greek or letter.lower() in self._both)
        return self._words.capital.format(said) if is_capital else said

    def sign(self, node: Element) -> str:
        text = (node.text or "").replace("\u2009", "").strip()
        signs, functions = self._words.signs, self._words.functions
        if text in signs or text in functions or not text:
            return signs.get(text) or functions.get(text) or ""
        if text.isalpha() and text.isascii():
            return text
        return " ".join(self.letter(each) if each not in signs else signs[each] for each in text)

    def fraction(self, node: Element, *, alone: bool = False) -> str:
        upper, lower = (self.say(part).strip() for part in node)
        if node.get("linethickness") == "0":
            return self._words.choose.format(upper, lower)
        if upper == "1" and lower.isdigit() and int(lower) in self._words.parts:
            return self._words.parts[int(lower)]
        if begins(node[0]) in ("d", "∂") and begins(node[1]) in ("d", "∂"):
            return self._words.derivative.format(upper, lower)
        if alone and is_product(node[0]) and is_sign(node[1]):
            return self._words.over.format(upper, lower)
        is_long = node.find(".//mfrac") is not None
        return (self._words.long_fraction if is_long else self._words.fraction).format(upper, lower)

    def raised(self, node: Element) -> str:
        base, power, words = self.say(node[0]), node[1], self._words
        if not base.strip():
            is_degrees = "".join(power.itertext()) == "∘"
            return words.degrees if is_degrees else words.superscript.format(self.say(power))
        text = "".join(power.itertext()).strip().replace("′′′", "‴").replace("′′", "″")
        if _SAID_AFTER.fullmatch(text):
            powers = {"2": words.squared, "3": words.cubed, "∘": words.degrees}
            return f"{base} {' '.join(powers.get(each) or words.signs[each] for each in text)}"
        if text in ("-1", "−1") and (node[0].text or "") in words.functions:
            return words.inverse.format(base)
        return (words.power if is_term(power) else words.long_power).format(base, self.say(power))

    def lowered(self, node: Element) -> str:
        base, below, words = self.say(node[0]), self.say(node[1]), self._words
        if not base.strip():
            return words.subscript.format(below)
        if (node[0].text or "") in LARGE:
            return words.large_over.format(base, below)
        if node[0].text == "log":
            return words.log_base.format(base, below)
        if node[0].text == "lim":
            return f"{words.limit.format(base, self._tending(below))} {words.of}"
        if node[0].get("mathvariant") == "normal" and node[1].tag == "mn":
            return f"{base} {below}"
        return (words.lowered if is_term(node[1]) else words.long_lowered).format(base, below)

    def both_scripts(self, node: Element) -> str:
        base, below, above = node
        if (base.text or "") in LARGE:
            return self._words.from_to.format(self.say(base), self.say(below), self.say(above))
        if not self.say(base).strip():
            return self._words.scripts.format(self.say(above), self.say(below))
        if "".join(base.itertext()).strip()[-1:] in ("]", "|"):
            return self._words.from_to.format(self.say(base), self.say(below), self.say(above))
        made = Element("msup")
        lowered = Element("msub")
        lowered.extend((base, below))
        made.extend((lowered, above))
        return self.raised(made)

    def over(self, node: Element) -> str:
        base, above = node
        if (above.text or "") in self._words.accents:
            said = self.say(base).strip()
            return self._words.accents[above.text or ""].format(said) + ("" if is_term(base) else ",")
        return self._words.over_it.format(self.say(base), self.say(above))

    def under(self, node: Element) -> str:
        (base, below, *above), words = node, self._words
        if (below.text or "") in words.accents and not above:
            return words.accents[below.text or ""].format(self.say(base).strip())
        text, upper = base.text or "", self.say(above[0]) if above else ""
        if text in LARGE:
            whole = words.from_to if above else words.large_over
            return whole.format(self.say(base), self.say(below), upper)
        if text in words.functions:
            return words.limit.format(self.say(base), self._tending(self.say(below)))
        under = words.under_it.format(self.say(base), self.say(below))
        return under + (words.with_over_it.format(upper) if above else "")

    def _tending(self, words: str) -> str:
        return words.replace(self._words.goes_to, self._words.tends_to)

    def root(self, node: Element) -> str:
        inside = list(node) if node.tag == "msqrt" else [node[0]]
        words, said = self._words, self.row(inside)
        closed = "" if len(inside) == 1 and is_term(inside[0]) else words.end_root
        if node.tag == "msqrt":
            return words.square_root.format(said) + closed
        order = self.say(node[1]).strip()
        if order == "3":
            return words.cube_root.format(said) + closed
        return words.root.format(order, said) + closed

    def table(self, node: Element, kind: str = "table") -> str:
        rows = [[self.say(cell).strip() for cell in row] for row in node]
        if node.get("columnspacing") or node.get("displaystyle"):
            return "; ".join(" ".join(row) for row in rows)
        if kind == "cases":
            return _counted(self._words.cases, len(rows), "; ".join(", ".join(row) for row in rows))
        height, width = _counted(self._words.rows, len(rows)), _counted(self._words.columns, max(map(len, rows)))
        lines = (self._words.row.format(number, ", ".join(row)) for number, row in enumerate(rows, start=1))
        return self._words.tables[kind].format(height, width, "; ".join(lines))

    def enclosed(self, node: Element) -> str:
        inside = self.row(list(node))
        is_struck = "strike" in node.get("notation", "")
        return (self._words.crossed_out if is_struck else self._words.boxed).format(inside)


class _Fences:
    """The brackets and bars of a row: what only those on both sides tell."""

    def __init__(self, row: Sequence[Element], words: Spoken) -> None:
        self._words = words
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
            return self._words.such_that
        if text == "(" and self._is_argument(place):
            return self._words.of
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
            said = {"{": self._words.such_that, "P": self._words.given}
            return said.get(next(filter(None, self._texts), "")) if text == "|" else None
        opens, closes = self._words.bars[text]
        return closes if self._texts[:place].count(text) % 2 else opens

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
        return name in ("f", "g", "h", "P") and is_sign(self._row[place + 1])


def _counted(words: Numbered, number: int, *more: str) -> str:
    return words[number != 1].format(number, *more)
