"""The English words that say what stands under a heading: a side, an evaluation, a website's own part."""

import re
from enum import Enum

_TRIM = re.compile(r"^[\W_]+|[\s:;.,!*_–—\u2600-\u27bf\U0001f000-\U0001faff\ufe0f\u200d-]+$")
_NUMBER = re.compile(r"^(?:(?:part|section|chapter)\s+)?(?:\d{1,2}|[ivx]{1,4}|[a-z])[.):]\s+", re.IGNORECASE)
_LEADS = r"(?:(?:the|key|main|some|possible|potential|list of|my|all|other|big|major|more|its|a few)\s+)*"
_ABOUT = r"(?:\s+(?:of|to|for|in|with|about|on|from|that|which|why|as)\b.*|\s*[(\[/&+,–—-].*)?"
"""What follows the word of a side: Advantages of wind power, Pros (+)."""
_MOST_WORDS = 12
"""Of a heading that names a side."""

_FOR = (
    r"advantages?|pros?|strengths?|strong points|benefits?|success(?:es)?|arguments? (?:for|in favou?r)|merits?"
    r"|(?:points?|reasons?|evidence|case|the case) (?:for|in favou?r)|in favou?r|positives?|positive \w+|opportunities"
    r"|upsides?|gains?|achievements?|good (?:points?|things?|bits?)|plus(?: points?|es)?|agree"
    r"|supporting (?:arguments?|evidence)|ways? (?:that |in which )?\w+ (?:helped|succeeded|worked)"
)
_AGAINST = (
    r"disadvantages?|cons?|weaknesses|weakness|weak points|drawbacks?|failures?|failings?|arguments? against|demerits?"
    r"|(?:points?|reasons?|evidence|case|the case) against|limitations?|limits|negatives?|negative \w+|challenges?"
    r"|threats?|downsides?|bad (?:points?|things?|bits?)|minus(?: points?|es)?|disagree|criticisms?|problems?|risks?"
    r"|losses|counter-?arguments?|opposing (?:arguments?|evidence)"
)
_FOR_ALONE = (
    r"for|adv|pos|yes|good|help(?:s|ed)|right|plus|\+|✓|👍|supports?|worked|winners?|successful"
    r"|useful(?:ness)?|values?|reliab(?:le|ility)"
)
_AGAINST_ALONE = (
    r"against|disadv|neg|no|bad|hindered|hinders|harm(?:s|ed)|wrong"
    r"|minus|-|–|✗|👎|opposes?|didn['’]?t work|losers?|costs?|unsuccessful|opponents?"
)
_CASE = r"(?:arguments?|the case|case|evidence|points)"
_PLAINLY_FOR = r"advantages|pros|strengths|benefits|arguments for|opportunities|successes|positives"
_PLAINLY_AGAINST = (
    r"disadvantages|problems|cons|weaknesses|drawbacks|arguments against|challenges|threats|failures|negatives"
    r"|limitations"
)
"""Words that name a side at the end of a heading, too: Wind power: pros."""
_CLOSING = (
    r"evaluation|conclusions?|judge?ments?|verdict|overall|overall (?:judge?ment|conclusion|evaluation|verdict)"
    r"|eval|concl?|which (?:is|was) (?:the )?(?:better|best|right|worse)\??"
    r"|summing up|final (?:judge?ment|thoughts|verdict)|to conclude|in conclusion|model answer|weighing (?:it )?up"
    r"|so what\??|to what extent|my (?:opinion|view|judge?ment|conclusion)|evaluation (?:and|&) conclusion"
)
_OPENING = r"introduction|intro|summary|overview|background|context|in brief|in a nutshell|the topic"
_CARDS = (
    r"flash ?cards|quiz|questions?(?: (?:and|&) answers?)?|q ?(?:&|and|/) ?a|(?:self-?|quick )?test(?: yourself)?"
    r"|revision questions|recall questions"
)
_TERMS = (
    r"glossary|key ?(?:words|terms|vocab(?:ulary)?|concepts)|vocab(?:ulary)?|definitions?|terms|terminology"
    r"|words to know"
)
_PEOPLE = r"(?:key|main|important) (?:people|figures|individuals|characters|personalities)|who['’]?s who|who was who"
_CHROME = (
    r"(?:\d+ )?comments?|related(?: \w+)*|share(?: this)?|report|see also"
    r"|similar (?:\w+ )*(?:resources|pages|articles|posts|notes|topics|questions)|more (?:from|like) .*|log ?in"
    r"|(?:you (?:may|might) also like|recommended|popular|latest|recent|trending)(?: \w+)*|leave a (?:reply|comment)"
    r"|sign up|to ?do(?: list)?|homework"
)


class Part(Enum):
    """What a heading says that stands under it."""

    FOR = "for"
    AGAINST = "against"
    EVALUATION = "evaluation"
    SUMMARY = "summary"
    CARDS = "cards"
    TERMS = "terms"
    PEOPLE = "people"
    CHROME = "chrome"
    """What belongs to a website."""
    OTHER = "other"


_ALONE = tuple(
    (part, re.compile(rf"{_LEADS}(?:{words})", re.IGNORECASE))
    for part, words in (
        (Part.FOR, f"{_FOR}|{_FOR_ALONE}"),
        (Part.AGAINST, f"{_AGAINST}|{_AGAINST_ALONE}"),
        (Part.EVALUATION, _CLOSING),
        (Part.SUMMARY, _OPENING),
        (Part.CARDS, _CARDS),
        (Part.TERMS, _TERMS),
        (Part.PEOPLE, _PEOPLE),
        (Part.CHROME, _CHROME),
    )
)
_WITHIN = tuple(
    (part, re.compile(pattern, re.IGNORECASE))
    for part, pattern in (
        (Part.AGAINST, rf"{_LEADS}(?:{_AGAINST}|against){_ABOUT}"),
        (Part.FOR, rf"{_LEADS}(?:{_FOR}){_ABOUT}"),
        (Part.AGAINST, rf"{_LEADS}{_CASE} against\b.*"),
        (Part.FOR, rf"{_LEADS}{_CASE} (?:for|in favou?r of)\b.*"),
        (Part.AGAINST, rf"(?:\S+\s+){{0,5}}?\S*[\s:–—/-]\s*(?:{_PLAINLY_AGAINST})"),
        (Part.FOR, rf"(?:\S+\s+){{0,5}}?\S*[\s:–—/-]\s*(?:{_PLAINLY_FOR})"),
        (Part.EVALUATION, rf"(?:{_CLOSING})(?:\s+(?:of|on|about|:)\b.*|\s*[(:–—-].*)"),
    )
)


def bare(heading: str) -> str:
    """Return the words of a heading without its number and the signs around them."""
    return _TRIM.sub("", _NUMBER.sub("", heading.replace("**", "").strip()))


def part_named(heading: str) -> Part:
    """Return what a heading names, by its English words; OTHER if it names nothing that is known."""
    sign = heading.replace("**", "").strip(" :")
    words = sign if sign in "+-–✓✗👍👎" else bare(heading)
    if not words or len(words.split()) > _MOST_WORDS:
        return Part.OTHER
    for part, pattern in (*_ALONE, *_WITHIN):
        if pattern.fullmatch(words):
            return part
    return Part.OTHER


SIDES = (Part.FOR, Part.AGAINST)


def names_side(heading: str) -> bool:
    """Return whether a heading names a side."""
    return part_named(heading) in SIDES
