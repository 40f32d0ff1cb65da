"""The title of a point: its writer's own words before a colon or a dash, else a guess from its first words.

It looks at signs and small words alone; `title_of` is its door.
"""

import re
from dataclasses import dataclass

from studypack.importing.dates_found import find_dates

_MOST_WORDS = 8
"""Of a title."""
_BOLD = re.compile(r"\*\*(?P<title>[^*]+)\*\*(?P<rest>.*)", re.DOTALL)
_HEAD = re.compile(r"(?P<title>[^.;:!?]{2,80}?)\s*(?::\s+|\s[-–—]+\s|\s->\s)(?P<rest>\S.*)", re.DOTALL)
_LABEL = re.compile(r"(?P<title>[A-Z][^.;:!?,]{2,60}?)\.\s+(?P<rest>[A-Z0-9].*)", re.DOTALL)
_EDGE = " ,;:–—-()[]"
_LEADS = re.compile(
    r"^(?:in(?! spite\b)|on|by|between|during|after|since|from|before|until|the|a|and)\b[\s,]*", re.IGNORECASE
)
_HANGING = re.compile(
    r"(?:\s+(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|but|as|until|till|since|than|that|was|were|is|are|had"
    r"|into|onto|over|under|about|between|against|towards?|through|during|without|despite|because|if|nor|so|which|who|when"
    r"|where|while|be|been|being|has|have|will|would|can|could|should|may|might|must|did|do|does|not|very|more|most|too|also"
    r"|its|their|his|her|our|my|your|this|these|those|some|any|every|each|no|such|in order|both|either))+$"
)
"""Words that lead on, at the end of a title that was cut."""
_STOP = re.compile(
    r"[,;:](?!\d)|[.!?](?!\w)(?<!e\.g\.)(?<!i\.e\.)|\(|\s[-–—]+\s|\s->\s"
    r"|\b(?:which|who|because|so that|but|although|however|where|when|despite|whereas|while|unless|after|before"
    r"|in order to|such as|compared (?:with|to)|rather than|instead of|as well as|due to)\b"
)


_BRACKETS = re.compile(r"\([^()]*\)?|\[[^\[\]]*\]?")
_SUBORDINATE = re.compile(
    r"^(?:although|though|even though|while|whilst|whereas|because|if|when|since|as|once|unless|until|after|before"
    r"|despite|in spite of|due to)\s[^,;:.()]{3,80}?,\s+(?!(?:and|or|but|\d)\b)(?=\S+\s+\S)",
    re.IGNORECASE,
)
"""A clause that leads to the main one."""
_RELATIVE = re.compile(
    r"^(?:\S+\s+){1,4}?(?:which|that|who)\s+(?:\S+\s+){2,6}?(?=(?:have|has|had|is|are|was|were|can|cannot|could|will|would"
    r"|should|must|may|might|need|needs|do|does|did|often|usually|always|never)\b)",
    re.IGNORECASE,
)
"""What a sentence is about, with what is said of it: plants which live in deserts."""
_PHRASES = re.compile(
    r"(?:to|of|in|on|at|by|for|from|with|into|onto|over|under|about|between|against|through|during|without|and|or|but|as|than"
    r"|that|which|who|so|because|if|when|where|while|until|since|here|there|now|again|after|before)",
    re.IGNORECASE,
)
"""Words before which a phrase ends."""
_LEADS_TO = re.compile(r"\b(?:had|has|have|needs?|want(?:s|ed)?|used|able|going|ought|beg[au]n|started|tried|likely)$")
"""Words with which "to" is one."""
_NUMBERED = re.compile(
    r"(?:pH|article|act|chapter|class|group|stage|type|level|year|part|section|figure)$", re.IGNORECASE
)
_CLAUSE = re.compile(r"\w\s(?:is|are|was|were|has|had|could|would|opened|began|started|can(?=\s[a-z]))\b")
"""What a sentence has, and a title that its writer set apart has not."""


@dataclass(frozen=True, slots=True)
class FoundTitle:
    """A title, and what of the text is not in it."""

    title: str
    """Without the mark of bold and without its date."""
    rest: str
    """What the text says beyond the title; all of it where the title is a guess."""
    is_guess: bool
    """Whether it is no title that the writer set apart, but some words of the text."""


def title_of(text: str) -> FoundTitle:
    """Return the title of a point, with words of bold between ** in its text."""
    bare = _BRACKETS.sub(lambda match: "x" * len(match.group()), text)
    for pattern, seen, most in ((_BOLD, text, 15), (_HEAD, bare, _MOST_WORDS), (_LABEL, bare, 5)):
        found = pattern.match(seen)
        if not found or len(text[slice(*found.span("title"))].split()) > most:
            continue
        title = _undated(text[slice(*found.span("title"))]).replace("**", "").strip(_EDGE.rstrip("()[]"))
        if re.search(r"[^\W\d_]", title):
            if pattern is _HEAD and _CLAUSE.search(title):
                return FoundTitle(title[:1].upper() + title[1:], text, is_guess=True)
            return FoundTitle(title, text[found.start("rest") :].lstrip(" ,;:–—->"), is_guess=False)
    return FoundTitle(_guess(text.replace("**", "")), text, is_guess=True)


def _undated(text: str) -> str:
    """The text without its dates and what they leave: empty brackets, a hanging word."""
    for found in reversed(find_dates(text)):
        text = text[: found.start] + text[found.end :]
    text = re.sub(r"[\s,;]+(?=[)\]])", "", re.sub(r"\(\W*\)|\[\W*\]", "", text))
    if text.count("(") > text.count(")"):
        text = text[: text.rindex("(")]
    return re.sub(r"\s+(?:from|of|in|between|during|since|on|c\.?)\s*$", "", " ".join(text.split()))


def _guess(text: str) -> str:
    """The first words of a text, without the dates and the small words around them."""
    words = text.strip(_EDGE)
    for found in find_dates(words)[:1]:
        if not words[: found.start].strip(_EDGE) or _LEADS.fullmatch(f"{words[: found.start].strip(_EDGE)} "):
            words = words[found.end :].strip(_EDGE) or words
    words = _SUBORDINATE.sub("", words)
    words = _LEADS.sub("", words).strip(_EDGE) or words
    found_stop = _STOP.search(words, 12)
    kept = words[: found_stop.start()] if found_stop else words
    for bracket in _BRACKETS.finditer(kept):
        if bracket.group()[-1] not in ")]":
            kept = kept[: bracket.start()].strip() or kept[1:]
            break
    words = _undated_end(_cut(kept)).strip(_EDGE)
    words = _HANGING.sub("", words) or words or text
    return words[:1].upper() + words[1:]


def _cut(text: str) -> str:
    """The first words of a text, up to where a phrase ends; all of it where that is short."""
    words = text.split()
    if len(words) <= _MOST_WORDS:
        return text
    about = _RELATIVE.match(text)
    if about and len(about.group().split()) <= _MOST_WORDS:
        return about.group()
    for end in range(_MOST_WORDS, 2, -1):
        kept = " ".join(words[:end])
        if not _PHRASES.fullmatch(words[end]) or (words[end] == "to" and _LEADS_TO.search(kept)):
            continue
        whole = _HANGING.sub("", kept)
        if len(whole.split()) > 2 and not _NUMBERED.search(whole):
            return whole
    end = (
        _MOST_WORDS - 1
        if re.search(r"\d", words[_MOST_WORDS - 1]) or _NUMBERED.match(words[_MOST_WORDS - 1])
        else _MOST_WORDS
    )
    return " ".join(words[:end])


def _undated_end(words: str) -> str:
    """Words without a date at their end."""
    found = find_dates(words)
    if found and found[-1].end >= len(words.rstrip(_EDGE)) and found[-1].start > 0:
        return words[: found[-1].start]
    return words
