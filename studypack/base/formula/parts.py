"""What a part of a formula is, in MathML: a sign, a term, a product; a sum with its limits."""

from xml.etree.ElementTree import Element

from studypack.base.formula.signs import BEGIN, BIND, LARGE


def has_limits(node: Element) -> bool:
    """Return whether what follows is what a sum or a limit is of."""
    if node.tag in ("msubsup", "munderover", "munder") or (node.tag == "msub" and (node[0].text or "") in LARGE):
        return (node[0].text or "") in LARGE or (node[0].text or "") == "lim"
    return node.tag == "mo" and (node.text or "") in LARGE


def is_sign(node: Element) -> bool:
    """Return whether it is one sign: a letter, a number, a word or an operator."""
    return len(node) == 0 and node.tag in ("mi", "mn", "mtext", "mo")


def is_term(node: Element) -> bool:
    """Return whether it is one sign, or one with a minus: it ends where it is said to, without words for it."""
    negative = node.tag == "mrow" and len(node) == 2 and node[0].text in ("-", "−")
    return is_sign(node) or (negative and is_sign(node[1]))


def is_product(node: Element) -> bool:
    """Return whether it is a term, or letters and numbers after each other."""
    return is_term(node) or (node.tag == "mrow" and all(each.tag in ("mi", "mn") for each in node))


def stands_alone(before: Element | None, after: Element | None) -> bool:
    """Return whether a fraction has nothing beside it that could be taken for a part of it."""
    return (before is None or (before.text or " ") in BEGIN) and (after is None or (after.text or " ") in BIND)


def begins(node: Element) -> str:
    """Return the first letter of a part of a fraction that has several."""
    return next((text.strip()[:1] for text in node.itertext() if text.strip()), "") if len(node) else ""
