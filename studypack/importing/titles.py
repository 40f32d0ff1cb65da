"""The title of a point: its writer's own words before a colon or a dash, else a guess from its first words.

This is a first form, which looks at signs alone; `title_of` is its door.
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
_LEADS = re.compile(r"^(?:in|on|by|between|during|after|since|from|before|until|the|a|and)\b[\s,]*", re.IGNORECASE)
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
    for pattern, most in ((_BOLD, 15), (_HEAD, _MOST_WORDS), (_LABEL, 5)):
        if (found := pattern.match(text)) and len(found["title"].split()) <= most:
            title = _undated(found["title"]).replace("**", "").strip(_EDGE.rstrip("()[]"))
            if re.search(r"[^\W\d_]", title):
                return FoundTitle(title, found["rest"].lstrip(" ,;:–—->"), is_guess=False)
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
    words = _LEADS.sub("", words).strip(_EDGE) or words
    found_stop = _STOP.search(words, 12)
    kept = (words[: found_stop.start()] if found_stop else words).split()
    if len(kept) > _MOST_WORDS:
        kept = kept[:_MOST_WORDS]
    words = _undated_end(" ".join(kept)).strip(_EDGE)
    words = _HANGING.sub("", words) or words or text
    return words[:1].upper() + words[1:]


def _undated_end(words: str) -> str:
    """Words without a date at their end."""
    found = find_dates(words)
    if found and found[-1].end >= len(words.rstrip(_EDGE)) and found[-1].start > 0:
        return words[: found[-1].start]
    return words
