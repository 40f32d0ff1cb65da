"""Numbers of several parts are joined, and units after a number put in words: "9.81 metres per second squared"."""

import re
from collections.abc import Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element

from studypack.base.formula.spoken import Numbered, UnitWords

BLANK = frozenset(("mspace", "mphantom"))
_HEAD, _THREE = re.compile(r"\d{1,3}(,\d{3})*"), re.compile(r"\d{3}(\.\d+)?")
"""Of a number in groups: what it begins with, and what goes on."""
_INTEGER = re.compile(r"[-−]?\d+")
_TIMES = ("s", "min", "h")
_PART = re.compile(r"\s*(?P<per>/?)\s*(?P<unit>[A-Za-zΩμµ]+)(?:\^(?P<power>[-−]?\d))?")


def without_blanks(row: Sequence[Element]) -> list[Element]:
    """Return a row without its blanks, each number in one part, 1\\,000\\,000 or 3{,}14, and kΩ after one, too."""
    made: list[Element] = []
    for node in row:
        text = node.text or ""
        last, number = made[-1] if made else None, made[-2] if len(made) > 1 else None
        if _is_blank(node):
            continue
        if node.tag == "mn" and last is not None and last.tag == "mn" and _goes_on(last.text or "", text):
            made[-1] = _part("mn", f"{last.text},{text}")
        elif node.tag == "mn" and number is not None and number.tag == "mn" and _is_comma(last):
            made[-2:] = [_part("mn", f"{number.text},{text}")]
        elif text == "Ω" and last is not None and last.text in ("k", "M", "m") and _is_number(number):
            made[-1] = _part("mi", f"{last.text}Ω")
        else:
            made.append(node)
    return made


def unit_after(number: Element | None, node: Element, row: Sequence[Element], words: UnitWords) -> str:
    """Return the words for a unit that follows a number in a row; else nothing.

    Where no blank parts the two it may be chemistry, 2C; ohms are always ohms.
    """
    is_apart = any(node is after and _is_blank(before) for before, after in pairwise(row))
    if not _is_number(number) or not (is_apart or (node.text or "").endswith("Ω")):
        return ""
    return unit_words(node, words, one=number is not None and number.text == "1")


def unit_words(node: Element, words: UnitWords, *, one: bool = False) -> str:
    """Return the words for the units that a part of MathML is; empty where it is none, or has other letters.

    They are in the plural unless there is `one`.
    """
    typed, at = _typed(node).strip(), 0
    above: list[Numbered] = []
    below: list[str] = []
    while part := _PART.match(typed, at):
        at, power = part.end(), (part["power"] or "1").replace("−", "-")
        names, size = _names(part["unit"], words), power.lstrip("-")
        if names is None or size not in "123" or (part["per"] and (below or power[0] == "-")):
            return ""
        is_below = bool(part["per"]) or power[0] == "-"
        if is_below and part["unit"] in _TIMES:
            below.append(names[0] + words.time_powers[size])
            continue
        one_of, several = (
            phrase.format(name, low=name[:1].lower() + name[1:])
            for phrase, name in zip(words.powers[size], names, strict=True)
        )
        if is_below:
            below.append(one_of)
        else:
            above.append((one_of, several))
    if at < len(typed) or not above:
        return ""
    said = [*(names[0] for names in above[:-1]), above[-1][not one]]
    return " ".join((*said, *(words.per.format(name) for name in below)))


def _names(unit: str, words: UnitWords) -> Numbered | None:
    """Return what one and several of a unit are called; None if it is none."""
    if unit in words.names or unit in words.whole:
        return words.names.get(unit) or words.whole[unit]
    if unit[0] not in words.prefixes or unit[1:] not in words.names:
        return None
    prefix = words.prefixes[unit[0]]
    prefix = prefix.rstrip("ao") if words.elided and unit[1:] == "Ω" else prefix
    one, several = (name[:1].lower() + name[1:] for name in words.names[unit[1:]])
    return prefix + one, prefix + several


def _typed(node: Element) -> str:
    """Return upright letters as they are typed, `m/s` or `m s^-2`; of anything else, a sign that no unit has."""
    text = (node.text or "").strip()
    if node.tag in ("math", "mrow"):
        return "".join(map(_typed, node))
    if node.tag == "mi" and (node.get("mathvariant") == "normal" or text == "Ω"):
        return text
    if node.tag == "msup" and node[1].tag in ("mn", "mrow") and len(node) == 2:
        return f"{_typed(node[0])}^{''.join(node[1].itertext()).strip()}"
    if node.tag == "mspace" or text == "⋅":
        return " "
    return "/" if text == "/" else "?"


def _goes_on(head: str, digits: str) -> bool:
    return bool(_HEAD.fullmatch(head) and _THREE.fullmatch(digits))


def _part(tag: str, text: str) -> Element:
    made = Element(tag, mathvariant="normal")
    made.text = text
    return made


def _is_comma(node: Element | None) -> bool:
    """Whether it is a comma in braces, which parts the figures of one number."""
    return node is not None and node.tag == "mrow" and len(node) == 1 and node[0].text == ","


def _is_blank(node: Element) -> bool:
    return node.tag in BLANK or (node.tag == "mtext" and not (node.text or "").strip())


def _is_number(node: Element | None) -> bool:
    """Whether it is a number, or a power of one."""
    if node is not None and node.tag == "msup":
        return node[0].tag == "mn" and _INTEGER.fullmatch("".join(node[1].itertext())) is not None
    return node is not None and node.tag == "mn"
