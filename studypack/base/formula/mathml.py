"""LaTeX formulas become MathML."""

from html import unescape
from xml.etree.ElementTree import Element

from studypack.base.formula.error import FormulaError
from studypack.base.formula.latex import TEXT_MARK, plainly

_WIDE_GAPS = "0em 2em"
_VARIANTS = {
    "bold": "bold normal",
    "double-struck": "double",
    "monospace": "mono",
    "sans-serif": "sans",
    "sans-serif-italic": "sans italic",
}
"""What ziamath calls the alphabets."""
_SPACED = {
    **dict.fromkeys("∩∪∧∨∖⊕⊗⋅", "mediummathspace"),
    **dict.fromkeys("⊂⊃⊆⊇⊊⊋∝∥⊥⟂≈≡≅∼≃≪≫∣∤⊨⊢⟹⟸⟺⟶⟵⟷", "thickmathspace"),
}
"""The room on both sides of signs that stand between two terms, as TeX has it."""
_UNREAD = (ValueError, LookupError, TypeError, RuntimeError, StopIteration)
"""What latex2mathml raises beside its own exceptions."""


def mathml(latex: str, *, display: bool = False) -> Element:
    """Return a formula as MathML, in the style of a line or, with `display`, of one that stands alone.

    Raises FormulaError where it is not LaTeX, or has a command that no formula of ours may have.
    """
    from latex2mathml import exceptions  # noqa: PLC0415 (heavy)
    from latex2mathml.converter import convert_to_element  # noqa: PLC0415

    plain, typed = plainly(latex)
    own = tuple(each for each in vars(exceptions).values() if isinstance(each, type))
    unread: tuple[type[Exception], ...] = (*own, *_UNREAD)
    try:
        root = convert_to_element(plain, xmlns="", display="block" if display else "inline")
    except unread as error:
        raise FormulaError("this formula cannot be read", 0, "write it in simpler parts", len(latex)) from error
    del root.attrib["xmlns"]
    texts = iter(typed)
    for node in root.iter():
        node.text = unescape(node.text or "")
        if node.tag == "mtext" and node.text == TEXT_MARK:
            node.text = next(texts)
        _mend(node)
    root = _simplified(root)
    for place, side in ((0, "lspace"), (-1, "rspace")):
        node = _outermost(root, place)
        if node.tag == "mo":
            node.set(side, "0")
    return root


def _outermost(node: Element, place: int) -> Element:
    """The first or the last sign of a formula, by its place in each row; beside it there are words, and their blank."""
    while len(node) and node.tag in ("math", "mrow", "mstyle"):
        node = node[place]
    return node


def _mend(node: Element) -> None:
    """Change what latex2mathml says otherwise than it is drawn."""
    if variant := _VARIANTS.get(node.get("mathvariant", "")):
        node.set("mathvariant", variant)
    if node.tag in ("mo", "mi") and "lspace" not in node.attrib and (space := _SPACED.get(node.text or "")):
        node.tag = "mo"
        node.attrib.update(lspace=space, rspace=space)
    if node.tag in ("mover", "munder") and len(node) == 2 and node[1].tag == "mo":
        node[1].attrib.update(lspace="0", rspace="0")
    if node.text in ("↑", "↓", "⟨", "⟩") and node.get("fence") != "true":
        node.set("stretchy", "false")
    if node.tag == "mover" and len(node) == 2 and node[1].text and unescape(node[1].text) in ("^", "~"):
        narrow = node.get("accent") == "true" or node[1].get("stretchy") == "false"
        sign = unescape(node[1].text)
        node[1].text = {"^": "ˆ", "~": "˜"}[sign] if narrow else {"^": "\u0302", "~": "\u0303"}[sign]
    if node.get("columnspacing", "").startswith(_WIDE_GAPS):
        node.set("columnspacing", "0em 0.3em")


def _simplified(node: Element) -> Element:
    """A tree without rows of one: rows within rows take their drawer twice as long at each level."""
    for place, child in enumerate(node):
        node[place] = _simplified(child)
    if node.tag in ("mrow", "mtd") and len(node) == 0:
        node.append(Element("mspace", width="0"))  # what is empty is drawn without end, else
    # A sign alone in braces has no room beside it: 3{,}14.
    only = node.tag == "mrow" and len(node) == 1 and not node.attrib and node[0].tag != "mo"
    return node[0] if only else node
