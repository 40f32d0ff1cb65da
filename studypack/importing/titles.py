"""The title of a point: its writer's own words before a colon or a dash, else a guess from its first words.

It looks at signs and small words alone; `title_of` is its door.
"""

import re

from studypack.base.record import record
from studypack.importing.common_words import COMMON_WORDS
from studypack.importing.dates_found import find_dates

_MOST_WORDS = 8
"""Of a title."""
_BOLD = re.compile(r"\*\*(?P<title>[^*]+)\*\*(?P<rest>.*)", re.DOTALL)
_HEAD = re.compile(r"(?P<title>[^.;:!?]{2,80}?)(?:\s*:\s+|\s+(?:[-–—]+|->|→|=)\s+)(?P<rest>\S.*)", re.DOTALL)
_LABEL = re.compile(r"(?P<title>[A-Z][^.;:!?,]{2,60}?)\.\s+(?P<rest>[A-Z0-9\"“‘].*)", re.DOTALL)
_SMALL_LABEL = re.compile(r"(?P<title>[^\W\d][^.;:!?,\d]{3,40}?)(?:[.!]|\.{3}|…)\s+(?P<rest>[\w\"“'‘£$].*)", re.DOTALL)
"""A few words, and a stop, where a sentence of small letters may follow: land hunger. peasants = 84 %."""
_ABBREVIATED = frozenset(
    """
    approx prof govt dept esp incl temp capt gen col hon rev est diff econ min max misc info intl fig vol orig poss prob
    resp resps conc pop univ assoc inst corp mrs messrs cent
    """.split()  # noqa: SIM905
)
_COUNTED = re.compile(
    r"(?:para(?:graph)?|point|argument|arg|reason|section|part)\s(?:\d{1,2}|one|two|three|four|five|six)", re.IGNORECASE
)
"""What counts a point, and is its title only where there is no other: Para 1 – Ambition: he is told …"""
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
_SET_OFF = re.compile(
    r"(?P<title>[^\W\d][^\s,;:.()]*(?:\s[^\s,;:.()]+){0,3}?)(?:,?\s(?:e\.g\.|eg|i\.e\.)\s|\s\(1\d{3}\)\s(?=[a-z]))"
    r"|(?P<two>[^\W\d][^\s,;:.()]{3,}\s[a-z][^\s,;:.()]{2,}),\s(?!(?:and|or|but|which|who)\b)"
)
"""A name before an example or before its year, or two words before a comma."""
_STOP = re.compile(
    r",?\s(?:e\.g\.|eg|i\.e\.)\s|[,;:](?!\d)|[.!?](?!\w)(?<!e\.g\.)(?<!i\.e\.)|\(|\s[-–—]+\s|\s->\s"
    r"|\b(?:which|who|because|so that|but|although|however|where|when|despite|whereas|while|unless|after|before"
    r"|in order to|such as|compared (?:with|to)|rather than|instead of|as well as|due to)\b"
)


_BRACKETS = re.compile(r"\([^()]*\)?|\[[^\[\]]*\]?")
_SMALL = re.compile(r"\b(?:from|of|in|between|during|since|on|until|by|after|before|around|about|and|c|ca)\b")
"""Words beside a date in brackets that say no more than it does."""
_SUBORDINATE = re.compile(
    r"^(?:although|though|even though|while|whilst|whereas|because|if|when|since|as|once|unless|until|after|before"
    r"|despite|in spite of|due to)\s[^,;:.()]{3,80}?,\s+(?!(?:and|or|but|\d)\b)(?=\S+\s+\S)",
    re.IGNORECASE,
)
"""A clause that leads to the main one."""
_CAUSE = re.compile(
    r"^(?:because of|due to|owing to|thanks to|as a result of|despite|in spite of)\s"
    r"(?:(?:the|an?|this|these|all|his|her|their)\s)?(?:[^\s,;:.()]+\s){1,5}?(?<!\bof\s)(?<!\bin\s)(?<!\bto\s)(?<!\bby\s)(?<!\bfor\s)(?<!\band\s)(?<!\bfrom\s)"
    r"(?<!\bwith\s)(?<!\bon\s)(?<!\bat\s)(?=(?:many|most|some|few|several|people|they|he|she|it|we|the|there|women|men"
    r"|workers|peasants|farmers|children|soldiers|both|no)\s\S+\s\S)",
    re.IGNORECASE,
)
"""What a clause came of, without a comma after it: Because of the Depression many people …"""
_REASON = re.compile(
    r"^(?:because|since|as|when|although|though|while|if)\s(?!of\b)(?:[^\s,;:.()]+\s){3,9}?(?=(?:he|they|she|it|we)\s\S+\s\S)",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:he|they|she|it|we|this|these|that)\s", re.IGNORECASE)
_SAYS = re.compile(r"(?:because|since|as|when)\s(?!\w+ing\b)", re.IGNORECASE)
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


@record
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
    for pattern, seen, most in (
        (_BOLD, text, 15),
        (_HEAD, bare, _MOST_WORDS),
        (_LABEL, bare, 5),
        (_SMALL_LABEL, bare, 3),
    ):
        found = pattern.match(seen)
        if found and pattern is _SMALL_LABEL and not _is_label(found["title"]):
            continue
        if not found or len(text[slice(*found.span("title"))].split()) > most:
            continue
        title = _undated(text[slice(*found.span("title"))]).replace("**", "").strip(_EDGE.rstrip("()[]"))
        if re.search(r"[^\W\d_]", title):
            if pattern is _HEAD and _CLAUSE.search(title):
                title = _set_off(text) or title
                return FoundTitle(title[:1].upper() + title[1:], text, is_guess=True)
            rest = text[found.start("rest") :].lstrip(" ,;:–—->→=")
            own = title_of(rest) if _COUNTED.fullmatch(title) else None
            return own if own and not own.is_guess else FoundTitle(title, rest, is_guess=False)
    return FoundTitle(_guess(text.replace("**", "")), text, is_guess=True)


def is_counted_point(text: str) -> bool:
    """Return whether a text begins with the number of a paragraph, and says more: Para 1 – Aims: he won."""
    found = _HEAD.match(text)
    if not found or not _COUNTED.fullmatch(found["title"]):
        return False
    return len(text.split()) > _MOST_WORDS or not title_of(found["rest"]).is_guess


def _is_label(words: str) -> bool:
    """Whether a few words before a stop are a title: no abbreviation, and no sentence."""
    last = words.rsplit(None, 1)[-1].lower()
    return len(last) > 3 and last not in _ABBREVIATED and not _CLAUSE.search(f"{words} ") and not _LEADS.match(words)


def _undated(text: str) -> str:
    """The text without its dates and what they leave: empty brackets, a hanging word."""
    dates = find_dates(text)
    if not dates:
        return " ".join(text.split())
    brackets = [match.span() for match in _BRACKETS.finditer(text)]
    for found in reversed(dates):
        is_name = re.match(r"\s[^\W\d_]", text[found.end :]) and any(a < found.start < b for a, b in brackets)
        if not is_name:  # (1966 Press Law)
            text = text[: found.start] + text[found.end :]
    text = re.sub(rf"(?:[\s,;]|{_SMALL.pattern})+(?=[)\]])", "", text)
    text = re.sub(r"\([^\w)]*\)|\[[^\w\]]*\]", "", text)
    if text.count("(") > text.count(")"):
        text = text[: text.rindex("(")]
    return re.sub(r"\s+(?:from|of|in|between|during|since|on|c\.?)\s*$", "", " ".join(text.split()))


def _guess(text: str) -> str:
    """The first words of a text, without the dates and the small words around them."""
    words = text.strip(_EDGE)
    for found in find_dates(words)[:1]:
        if not words[: found.start].strip(_EDGE) or _LEADS.fullmatch(f"{words[: found.start].strip(_EDGE)} "):
            words = words[found.end :].strip(_EDGE) or words
    words = _main_clause(words)
    words = _LEADS.sub("", words).strip(_EDGE) or words
    found_stop = _STOP.search(words, 12)
    kept = _set_off(words) or (words[: found_stop.start()] if found_stop else words)
    for bracket in _BRACKETS.finditer(kept):
        if bracket.group()[-1] not in ")]":
            kept = kept[: bracket.start()].strip() or kept[1:]
            break
    words = _undated_end(_cut(kept)).strip(_EDGE)
    words = _HANGING.sub("", words) or words or text
    return words[:1].upper() + words[1:]


def _set_off(words: str) -> str:
    """The name that a text begins with, where an example, a year in brackets or a comma sets it off; else empty."""
    found = _SET_OFF.match(words)
    title = (found["title"] or found["two"]) if found else ""
    is_adverb = title.split(" ", 1)[0].lower() in COMMON_WORDS and found and not found["title"]
    return "" if is_adverb or _CLAUSE.search(f"{title} ") else title


def _main_clause(words: str) -> str:
    """A sentence without what leads to its main clause; that clause's reason, where it is of a pronoun: he lost."""
    for leading in (_SUBORDINATE, _CAUSE, _REASON):
        if found := leading.match(words):
            rest = words[found.end() :]
            if leading is not _CAUSE and _PRONOUN.match(rest):
                return re.sub(r"^\w+\s", "", found.group().rstrip(" ,")) if _SAYS.match(words) else rest
            return rest
    return words


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
