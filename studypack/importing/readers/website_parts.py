"""The parts of websites that are no content of the page, known by how their makers name them: class="cookie-bar"."""

import re

from studypack.importing.readers.web_elements import CHROME, HEADINGS

_NOTICE, _SHARE, _ADVERT = "a notice of the website", "buttons to share the page", "an advertisement"
_RELATED, _COMMENTS, _MADE = "other pages of the website", "comments of readers", "who made the web page, and when"
PARTS = frozenset((_NOTICE, _SHARE, _ADVERT, _RELATED, _COMMENTS, _MADE, CHROME["nav"]))
"""The reasons of `website_part`."""
_SURE_WORDS = {
    **dict.fromkeys(("cookie", "cookies", "consent", "gdpr", "ccpa", "onetrust", "newsletter", "popup"), _NOTICE),
    **dict.fromkeys(("subscribe", "signup", "paywall"), _NOTICE),
    **dict.fromkeys(("share", "sharing", "sharedaddy", "addtoany", "addthis", "socials"), _SHARE),
    **dict.fromkeys(("ad", "ads", "advert", "adverts", "advertisement", "adsbygoogle", "sponsored", "promo"), _ADVERT),
    **dict.fromkeys(("breadcrumb", "breadcrumbs", "pagination", "pager", "navbar", "skip"), CHROME["nav"]),
    **dict.fromkeys(("byline", "disqus"), _MADE),
}
_WORDS = _SURE_WORDS | {
    **dict.fromkeys(("related", "recommended", "sidebar"), _RELATED),
    **dict.fromkeys(("comments", "respond"), _COMMENTS),
    **dict.fromkeys(("menu", "nav", "navigation"), CHROME["nav"]),
}
"""What parts of websites are named by, in their classes and ids, and what they are then."""
_NAMES = {
    **dict.fromkeys(("site-header", "masthead", "top-bar", "topbar", "nav-links"), CHROME["nav"]),
    **dict.fromkeys(("social-links", "social-icons", "social-media", "social-buttons", "social"), _SHARE),
    **dict.fromkeys(("post-meta", "entry-meta", "posted-on", "author-bio", "author-box", "tags-links"), _MADE),
    **dict.fromkeys(("cat-links", "post-tags", "entry-footer"), _MADE),
}
_STATES = frozenset(("has", "no", "with", "without"))
_HOLDS = frozenset("wrap wrapper container content layout body grid row col inner".split())  # noqa: SIM905
"""Words of a name that says what the page has, and of one that may hold more than the part."""
_MAIN = frozenset(("html", "body", "main", "article", "table", "tr", "td", "th", "tbody", *HEADINGS))
"""Elements that are never left out by their names alone."""
_MOST_WORDS = 4
_WORD = re.compile(r"[a-z]+|[A-Z][a-z]*")


def website_part(tag: str, said: dict[str, str]) -> str:
    """Return why an element is left out, if its class, id or label names a part of its website; else empty."""
    if tag in _MAIN:
        return ""
    names = [*said.get("class", "").split(), said.get("id", ""), said.get("aria-label", "").strip()]
    return next(filter(None, map(_part_named, names)), "")


def _part_named(name: str) -> str:
    words = [word.lower() for word in _WORD.findall(name)]
    if not words or len(words) > _MOST_WORDS or not _STATES.isdisjoint(words):
        return ""
    known = _SURE_WORDS if not _HOLDS.isdisjoint(words) else _WORDS
    return _NAMES.get("-".join(words)) or next((known[word] for word in words if word in known), "")
