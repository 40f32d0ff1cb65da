"""The elements of web pages: which begin paragraphs, which are no content, which are open, which are bold."""

import re
from typing import NamedTuple

VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))
HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = frozenset(("ul", "ol", "menu"))
CELLS = {
    "table": (),
    "tr": ("tr",),
    "td": ("td", "th"),
    "th": ("td", "th"),
    "dl": (),
    "dt": ("dt", "dd"),
    "dd": ("dt", "dd"),
}
"""The elements of tables, and what each ends when it begins; a list of terms is a table of two columns."""
BLOCKS = LISTS | {
    *("address", "article", "aside", "blockquote", "body", "caption", "center", "details", "div", "fieldset"),
    *("figcaption", "figure", "footer", "form", "header", "hr", "html", "legend", "li", "main", "nav", "p", "pre"),
    *("section", "summary", "title", *HEADINGS, *CELLS),
}
"""What begins a paragraph of its own."""
SILENT = frozenset(("script", "style", "template", "noscript", "svg", "iframe", "object", "audio", "video"))
"""What nobody sees the words of."""
CHROME = {
    "nav": "the website's own links",
    "footer": "the foot of the web page",
    "button": "a button of the web page",
    "select": "a list of choices of the web page",
    "textarea": "a field of the web page",
    "option": "a list of choices of the web page",
    "title": "the title of the web page",
    "del": "struck through",
    "s": "struck through",
    "strike": "struck through",
}
"""What is seen and no content, with the reason that is told."""
ROLES = {
    **{"navigation": CHROME["nav"], "contentinfo": CHROME["footer"], "search": "a field of the web page"},
    **dict.fromkeys(("dialog", "alertdialog"), "a notice of the website"),
}
_BOLD_CLASS = re.compile(r"\.([\w-]{1,60})\s*\{[^{}]{0,2000}font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)


def bold_classes(style: str) -> set[str]:
    """Return the classes that a style sheet sets in bold, as Google Docs writes it: .c1{font-weight:700}."""
    return set(_BOLD_CLASS.findall(style))


class OpenElement(NamedTuple):
    """An element that is open, and what holds inside it."""

    tag: str
    bold: bool = False
    why: str = ""
    """Why its words are left out."""
    pre: bool = False
    level: int = 0
    """Of a heading."""
    is_raised: bool = False
    link: str | None = None
    """The address, if it is in a link."""


class OpenList(NamedTuple):
    """A list that is open: whether its items have numbers, how many lists it stands in, and its next number."""

    is_numbered: bool
    depth: int
    number: int
    start: int = 0
    """The lines and tables of the page before it."""


def whole_number(number: str | None) -> int:
    """Return the whole number from 1 on that an attribute says; 1 if it says none."""
    return max(1, int(number)) if number and number.isdecimal() and len(number) < 6 else 1
