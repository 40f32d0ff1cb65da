"""What a line of notes says of itself: a website's words, a side before a colon, a question with its answer."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from studypack.importing.notes import Kind, NoteLine
from studypack.importing.side_words import Part, part_named

_CHROME = re.compile(
    r"\W*(?:created (?:by|on)\b.*|(?:last )?(?:modified|updated)\b.*|page \d+(?: of \d+)?|no comments? .*|rating\b.*"
    r"|slide \d+(?: of \d+)?|.{0,60}\|\s*(?:last )?(?:updated|modified|posted)\b.*|.{0,60}\b\d+ min(?:ute)?s? read"
    r"|(?:(?:share|tweet|facebook|twitter|whatsapp|pinterest|e-?mail|print|pin)\W*){2,}"
    r"|(?:homework|hw|h/w|to ?do)\s?[:–-]\s.*"
    r"|posted (?:by|on)\b.*|(?:©|\(c\)|copyright)\s.*|log ?in.*|sign up.*|share this.*|back to top|print(?: this page)?"
    r"|(?:we|this (?:web)?site|our (?:web)?site|by (?:continuing|using))\b[^.]{0,80}\bcookies?\b.{0,300}"
    r"|(?:accept|reject|allow|manage)(?: all(?: cookies)?| cookies| settings| preferences)"
    r"|(?:privacy|cookie) (?:policy|settings)|terms (?:of|and) (?:use|service|conditions)|subscribe(?: (?:to|now)\b.*)?"
    r"|enter your e-?mail.*|advertisements?|(?:save|share) (?:this )?(?:page|article|post)(?: (?:with|on)\b.*)?"
    r"|(?:back|return) to (?:top|home|all \w+)"
    r"|skip to (?:main )?content|(?:accept )?cookies?\b.*|all rights reserved.*|download(?: pdf)?|\d+ comments?"
    r"|(?:https?://|www\.)\S+|home ?[>»|].*|[?!.\W]{1,3})",
    re.IGNORECASE,
)
_CHROME_WORDS = re.compile(
    r"(?:(?:report|share|like|reply|save|favou?rites?|tweet|pin(?: it)?|e-?mail|follow|print|next|previous|menu|search"
    r"|home|facebook|twitter|whatsapp|pinterest|(?:view|see) all|(?:show|load|read) more|(?:add|post|leave) a (?:reply"
    r"|comment)|no ratings?|rate (?:this|it)(?: \w+)?|tags?)\W*)+",
    re.IGNORECASE,
)
"""Words of a website only beside other such lines: they may be a heading of notes."""
_GREETING = re.compile(
    r"(?:hi|hello|hey|dear|good morning)(?: (?:all|everyone|class|there|guys|team|sir|miss|year \d+|\w{1,20}(?=[,!])))?"
    r"(?:[,!.].{0,80})?",
    re.IGNORECASE,
)
_PAGE = re.compile(r"\d{1,3}")
_FEWEST_PAGES = 3
_GREETED = 2
"""The words of a name under a letter, and the lines that it has more than."""
_TAGGED = re.compile(
    r"(?:\*\*)?[\[(]?(?P<side>pros?|cons?|for|against|advantages?|disadvantages?|strengths?|weakness(?:es)?|benefits?|drawbacks?"
    r"|limitations?|opportunity|opportunities|threats?|positives?|negatives?)"
    r"(?:\s?#?\d{0,2}[\])]?(?:\*\*)?\s?(?::|\s[-–—])|\s?#?\d{1,2}[.)](?:\*\*)?|(?<=[\[(]\w{3})[\])]|(?<=[\[(]\w{7})[\])])"
    r"(?:\*\*)?\s+(?=\S)",
    re.IGNORECASE,
)
_ASKS = re.compile(r"(?:(?:essay|exam|key|enquiry|inquiry|big)\s)?question\s?[:–-]\s*(?P<question>\S.*)", re.IGNORECASE)
_CONCLUDES = re.compile(
    r"(?:(?:(?:my|final|overall)\s)?(?:conclusion|evaluation|judge?ment|verdict|view|opinion|answer|thoughts?)"
    r"|overall|conc|so|therefore|thus|what i think|so what\??)\s?(?::|\s[-–—]+|(?<!so\s)(?<!what\s)\?\?+)\s+(?=\S)"
    r"|(?:(?:so,? )?overall|in conclusion|to conclude|on balance|to sum up|all in all)\b,?\s(?=\S)",
    re.IGNORECASE,
)
_FOR_SCHOOL = re.compile(
    r"\b(?:paper|unit|module|booklet|textbook|handout|worksheet|notes?|learn|revis\w+|homework|hw|exams?|mocks?|test|essay|lesson"
    r"|class|teacher|mr|mrs|ms|miss|gcse|a-?level|as-?level|aqa|ocr|edexcel|wjec|eduqas|spec|friday|monday|tuesday"
    r"|wednesday|thursday|tomorrow|next week|pages?|pp?\.|chapter|ch\.|topic|year \d+|yr ?\d+)(?!\w)",
    re.IGNORECASE,
)
_SUMS_UP = re.compile(r"(?:=+>?|∴|⇒|→|so\b|therefore\b)[,:]?\s+(?=\S)", re.IGNORECASE)
_SUMMARISES = re.compile(
    r"(?:in )?(?:summary|overview|intro(?:duction)?|in a nutshell)\s?[:–-]\s+(?=\S)", re.IGNORECASE
)
_MOST_LISTED = 5
"""The words of a part of a list between commas."""
_NUMBER_WITHIN = re.compile(r"(?:^|(?<=\s))\(?(\d{1,2})[.)]\s+")
_MOST_OF_TWO = 2
_SIGN = re.compile(r"\(?(?P<sign>[+–-])\)?\s+(?=\S)")
_LAST_SIGN = re.compile(r"(?<=\S)\s*[(\[](?P<sign>[+–-])[)\]]\.?$")
_LIKE_PLUS, _LIKE_MINUS = "+✓✔☑✅👍➕", "-–✗✘☒❌❎👎➖"
_LEGEND = re.compile(
    rf"(?:^|.*[\s(:])[{_LIKE_PLUS}]\s?(?:=|means)\s?(?P<plus>[^=]{{1,50}}?)[\s,;/|]+"
    rf"[{_LIKE_MINUS[1:]}-]\s?(?:=|means)\s?(?P<minus>[^=]{{1,50}}?)[).]?"
)
"""What plus and minus mean in some notes: + = keep them, - = ban them."""


def find_chrome(lines: Sequence[NoteLine]) -> set[int]:
    """Return the indexes of the lines that are a website's own: who made it and when, how many comments there are.

    The greeting of a letter, and the name under it, are no content either.
    """
    found = {at for at, line in enumerate(lines) if line.kind is not Kind.ROW and _CHROME.fullmatch(line.words)}
    anchors = {
        at for at, line in enumerate(lines) if line.kind is Kind.HEADING and part_named(line.text) is Part.CHROME
    }
    may_be = [
        at for at, line in enumerate(lines) if line.kind is Kind.PARAGRAPH and _CHROME_WORDS.fullmatch(line.words)
    ]
    for order in (may_be, may_be[::-1]):
        for at in order:
            if not {at - 1, at, at + 1}.isdisjoint(found | anchors):
                found.add(at)
    found |= _on_pages(lines)
    last = len(lines) - 1
    if last > _GREETED and _GREETING.fullmatch(lines[0].words):
        is_name = lines[last].kind is Kind.PARAGRAPH and len(lines[last].words.split()) <= _GREETED
        found |= {0, last} if is_name else {0}
    return found


def _on_pages(lines: Sequence[NoteLine]) -> set[int]:
    """The lines that count pages or slides, each a number alone, and the words that stand beside them every time."""
    plain = [at for at, line in enumerate(lines) if line.kind in (Kind.PARAGRAPH, Kind.HEADING)]
    numbers = [at for at in plain if _PAGE.fullmatch(lines[at].words)]
    counted = [int(lines[at].words) for at in numbers]
    if len(counted) < _FEWEST_PAGES or counted != list(range(counted[0], counted[0] + len(counted))):
        return set()
    beside = [at + by for at in numbers for by in (-1, 1) if at + by in plain]
    often = Counter(lines[at].words for at in beside)
    running = {at for at in beside if often[lines[at].words] > max(1, len(numbers) // 2)}
    return {*numbers, *running}


def sign_of(line: NoteLine) -> str:
    """Return the + or - that an item begins with, as its bullet or after it, or that a line ends with in brackets.

    Ticks and crosses are + and -. Empty if there is none.
    """
    if line.kind is Kind.ITEM:
        found = _SIGN.match(line.text) or _LAST_SIGN.search(line.text)
    else:
        found = _LAST_SIGN.search(line.text) if line.kind is Kind.PARAGRAPH else None
    sign = found["sign"] if found else line.label[:1] if line.kind is Kind.ITEM else ""
    return "+" if sign and sign in _LIKE_PLUS else "-" if sign and sign in _LIKE_MINUS else ""


_ANSWERED = re.compile(
    r"(?:\*\*)?(?P<side>yes|no|agree|disagree|good|bad|plus|minus|adv|disadv|pos|neg|helped|hindered|helps|harms)\b\.?(?:\*\*)?"
    r"(?:\s?(?::|,|\s[-–—])(?:\*\*)?\s+(?:because\s)?|\s(?:because(?: of)?|since|as)\s)(?=\S)",
    re.IGNORECASE,
)
"""What is a side only where others say the opposite: Yes because it paid. No, it did not."""


class Tagged(NamedTuple):
    """A point that says its side itself."""

    side: str
    """The word for it as the notes have it; empty if there is none."""
    text: str
    """The point without it."""


def side_before_colon(text: str) -> Tagged:
    """Return the side that a text begins with, as in Pro: it is cheap."""
    found = _TAGGED.match(text)
    return Tagged(found["side"], text[found.end() :]) if found else Tagged("", text)


def side_answered(text: str) -> Tagged:
    """Return the side that a text takes with its first word, as in Yes because it was cheap."""
    found = _ANSWERED.match(text)
    return Tagged(found["side"], text[found.end() :]) if found else Tagged("", text)


def names_both_sides(lines: Iterable[NoteLine], reader: Callable[[str], Tagged] = side_before_colon) -> bool:
    """Return whether some lines say that they are for, and others that they are against, as `reader` reads them."""
    parts = {part_named(tagged.side) for line in lines if (tagged := reader(line.text)).side}
    return parts >= {Part.FOR, Part.AGAINST}


def list_in_line(text: str) -> list[str]:
    """Return the parts of a list in one line: numbered, between semicolons, or of a few words each between commas."""
    numbers = [int(found[1]) for found in _NUMBER_WITHIN.finditer(text)]
    if len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)) and _NUMBER_WITHIN.match(text):
        return [part.strip(" ;,.") for part in _NUMBER_WITHIN.sub("\0", text).split("\0") if part.strip(" ;,.")]
    parts = [part.strip(" .") for part in text.split(";") if part.strip(" .")]
    if len(parts) > 1:
        return parts
    parts = [part.strip(" .") for part in text.split(", ") if part.strip(" .")]
    most = _MOST_LISTED if len(parts) > 2 else _MOST_OF_TWO
    is_list = len(parts) > 1 and all(len(part.split()) <= most for part in parts)
    return parts if is_list and "**" not in text else [text]


def legend_in(line: NoteLine) -> dict[str, str]:
    """Return the names that a line gives to the signs + and -; empty if it gives none."""
    found = _LEGEND.fullmatch(f"{line.label} {line.words}".strip()) if line.kind is not Kind.ROW else None
    return {"For": found["plus"].strip(), "Against": found["minus"].strip()} if found else {}


def side_by_sign(line: NoteLine) -> Tagged:
    """Return the side of an item that begins with + or -."""
    side = {"+": "For", "-": "Against"}.get(sign_of(line), "")
    text = _SIGN.sub("", line.text, count=1) if line.kind is Kind.ITEM and _SIGN.match(line.text) else line.text
    return Tagged(side, _LAST_SIGN.sub("", text))


def concludes(line: NoteLine) -> bool:
    """Return whether a line is an evaluation without a heading of its own: Conclusion: …, or a paragraph Overall, …"""
    found = _CONCLUDES.match(line.words)
    return found is not None and (line.kind is Kind.PARAGRAPH or ":" in found.group())


def is_for_school(words: str) -> bool:
    """Return whether a line speaks of the lesson, and not of its topic: for Friday, Paper 3, ask Mr Smith."""
    return _FOR_SCHOOL.search(words) is not None


def least_lead(line: NoteLine) -> int:
    """Return the words from which on a line before the first heading is part of the summary."""
    return 12 if is_for_school(line.words) else 4 if line.words.endswith(".") else 7


def summarises(line: NoteLine) -> bool:
    """Return whether a line is the summary of the notes, by its first word: Summary: …"""
    return _SUMMARISES.match(line.words) is not None


def without_summary(text: str) -> str:
    """Return a text without the label that makes it the summary."""
    return _SUMMARISES.sub("", text, count=1) if _SUMMARISES.match(text) else text


def sums_up(line: NoteLine) -> bool:
    """Return whether a line draws the sum under points with + and -: = it depends."""
    return _SUMS_UP.match(line.words) is not None


def without_conclusion(text: str) -> str:
    """Return a text without the label or sign that makes it an evaluation: Conclusion: It paid; = it paid."""
    if (sign := _SUMS_UP.match(text)) and not sign.group()[0].isalpha():
        return text[sign.end() :]
    found = _CONCLUDES.match(text)
    return text[found.end() :] if found and found.group().rstrip().endswith((":", "-", "–", "—")) else text


def asks(line: NoteLine) -> bool:
    """Return whether a line says which question the notes are about."""
    return _ASKS.fullmatch(line.words) is not None


def asked(words: str) -> str:
    """Return the question that a line asks, without the word Question before it."""
    found = _ASKS.fullmatch(words)
    return found["question"] if found else words
