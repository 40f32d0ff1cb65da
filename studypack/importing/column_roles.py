"""What the columns of a table hold, by their names in English."""

import re
from enum import Enum, auto

from studypack.importing.side_words import bare, names_side

_MOST_WORDS = 10
"""Of a name that is a side."""


class Role(Enum):
    """What a column holds."""

    SIDE = auto()
    """Points of the side that its head names."""
    WHICH = auto()
    """The side of each row."""
    TITLE = auto()
    DATE = auto()
    THEME = auto()
    TEXT = auto()
    NUMBER = auto()
    QUESTION = auto()
    ANSWER = auto()
    TERM = auto()
    MEANING = auto()
    PERSON = auto()
    OTHER = auto()


_ROLES = tuple(
    (role, re.compile(rf"(?:the |key |main )?(?:{words})s?", re.IGNORECASE))
    for role, words in (
        (
            Role.WHICH,
            r"sides?|for or against|for/against|pros? or cons?|pro/con|pros?/cons?|\+/-|advantage or disadvantage"
            r"|good or bad|pros? and cons?",
        ),
        (Role.DATE, r"date|year|when|time|period|dates?/years?|date or year"),
        (Role.NUMBER, r"no\.?|nr\.?|#|number"),
        (
            Role.TITLE,
            r"title|point|argument|factor|reason|event|name of .*|what|idea|heading|case|issue|cause|topic point",
        ),
        (Role.THEME, r"theme|categor(?:y|ie)|type|topic|area|kind|group|tag"),
        (Role.TEXT, r"text|detail|explanation|evidence|description|notes?|what happened|significance|example|info"),
        (Role.QUESTION, r"question|q|front|prompt|cue|cue column|recall"),
        (Role.ANSWER, r"answer|a|back|response"),
        (Role.TERM, r"term|word|keyword|key word|concept|vocab(?:ulary)?|expression"),
        (Role.MEANING, r"definition|meaning|translation|means"),
        (Role.PERSON, r"name|person|people|individual|figure|who|character"),
    )
)
_ASPECT = re.compile(
    r"features?|aspects?|criteri(?:on|a)|categor(?:y|ies)|themes?|areas?|factors?|topics?", re.IGNORECASE
)
_FIELD = re.compile(
    r"(?:key |main |short-term |long-term )?(?:examples?|evidence|explanations?|significance|effects?|causes?|results?"
    r"|consequences?|impacts?|importance|outcomes?|responses?|reasons?|dates?|years?|definitions?|meanings?|advantages?"
    r"|disadvantages?|how it (?:helps|works)|why it matters|descriptions?|details?|quot(?:e|ation)s?|analysis"
    r"|techniques?|contexts?|methods?|language|structure|aims?|procedures?|findings|conclusions?|role|events?|names?"
    r"|places?|where|why|how|what happened|links?|sources?|comments?|themes?)",
    re.IGNORECASE,
)
"""What names a column, and is hardly ever said in one."""


def role_of(head: str) -> Role:
    """Return what a column holds, by its name; OTHER if that is unknown."""
    words = bare(head)
    if names_side(head) and len(words.split()) <= _MOST_WORDS:
        return Role.SIDE
    for name in (words, *re.split(r"\s*(?:/|&|\band\b|\bor\b|,|\()\s*", words)):  # Cues / Questions
        for role, pattern in _ROLES:
            if pattern.fullmatch(name):
                return role
    return Role.OTHER


def names_aspect(head: str) -> bool:
    """Return whether a name says that its column has what other columns are compared by."""
    return _ASPECT.fullmatch(bare(head)) is not None


def names_field(head: str) -> bool:
    """Return whether a name says what its column holds, and is hardly ever said in one."""
    return _FIELD.fullmatch(bare(head)) is not None
