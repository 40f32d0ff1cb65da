"""What a line of notes says of itself: a website's words, PEEL, a side before a colon, a question with its answer."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from studypack.importing.notes import Kind, NoteLine
from studypack.importing.side_words import Part, part_named

_CHROME = re.compile(
    r"\W*(?:created (?:by|on)\b.*|(?:last )?(?:modified|updated)\b.*|page \d+(?: of \d+)?|no comments? .*|rating\b.*"
    r"|posted (?:by|on)\b.*|(?:©|\(c\)|copyright)\s.*|log ?in.*|sign up.*|share this.*|back to top|print(?: this page)?"
    r"|skip to (?:main )?content|(?:accept )?cookies?\b.*|all rights reserved.*|download(?: pdf)?|\d+ comments?"
    r"|(?:https?://|www\.)\S+|home ?[>»|].*|[?!.\W]{1,3})",
    re.IGNORECASE,
)
_PEEL = re.compile(
    r"(?P<label>P|E|L|Ev|Ex|A|C|Point|Evidence|Explain|Explanation|Example|Link|Analysis|Claim)"
    r"\s?(?P<number>\d{0,2})\s?[:=]\s+(?=\S)",
    re.IGNORECASE,
)
_TAGGED = re.compile(
    r"(?:\*\*)?(?P<side>pros?|cons?|for|against|advantages?|disadvantages?|strengths?|weakness(?:es)?|benefits?|drawbacks?"
    r"|limitations?|opportunity|opportunities|threats?|positives?|negatives?)\s?\d{0,2}(?:\*\*)?\s?(?::|\s[-–—])"
    r"(?:\*\*)?\s+(?=\S)",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"(?:q(?:uestion)?\s?\d{0,2}\s?[:.)]\s*)(?P<front>\S.*?)(?:\s+a(?:nswer)?\s?\d{0,2}\s?[:.)]\s*(?P<back>\S.*))?",
    re.IGNORECASE,
)
_ASKS = re.compile(r"(?:(?:essay|exam|key|enquiry|inquiry|big)\s)?question\s?[:–-]\s*(?P<question>\S.*)", re.IGNORECASE)
_CONCLUDES = re.compile(
    r"(?:(?:my\s)?(?:conclusion|evaluation|judge?ment|verdict)|overall)\s?(?::|\s[-–—]+)\s+(?=\S)"
    r"|(?:(?:so,? )?overall|in conclusion|to conclude|on balance|to sum up|all in all)\b,?\s(?=\S)",
    re.IGNORECASE,
)
_MOST_LISTED = 5
"""The words of a part of a list between commas."""
_SIGN = re.compile(r"\(?(?P<sign>[+–-])\)?\s+(?=\S)")
_ANSWER = re.compile(r"a(?:ns(?:wer)?)?\s?\d{0,2}\s?[:.)]\s*(?P<back>\S.*)", re.IGNORECASE)
_ASKED = re.compile(r"(?P<front>[^?]{3,300}\?)\W*\s(?P<back>\S.*)")
_ASKING = re.compile(r"(?:what|when|who|whose|whom|why|how|which|where|name|give)\b", re.IGNORECASE)
_MEANS = re.compile(r"(?P<front>.{1,80}?)(?:\s?(?:=|:)\s+|\s[-–—]+\s|\s->\s)(?P<back>\S.*)")


def is_chrome(line: NoteLine) -> bool:
    """Return whether a line is a website's own: who made it and when, how many comments there are."""
    return line.kind is not Kind.ROW and bool(_CHROME.fullmatch(line.words))


def has_peel(lines: Iterable[NoteLine]) -> bool:
    """Return whether some lines are labelled by P and E, or by Point and Evidence."""
    labels = {found["label"].casefold()[:1] for line in lines if (found := _PEEL.match(line.words))}
    return {"p", "e"} <= labels


def peel_label(words: str) -> str:
    """Return the label of PEEL that a line begins with, in small letters; empty if it has none."""
    found = _PEEL.match(words)
    return found["label"].casefold() if found else ""


def opens_paragraph(label: str) -> bool:
    """Return whether a label of PEEL begins another point."""
    return label in ("p", "point", "c", "claim")


def without_label(text: str) -> str:
    """Return the text of a point without the label of PEEL before it."""
    found = _PEEL.match(text)
    return text[found.end() :] if found else text


def sign_of(line: NoteLine) -> str:
    """Return the + or - that an item begins with, as its bullet or after it; empty if there is none."""
    if line.kind is not Kind.ITEM:
        return ""
    found = _SIGN.match(line.text)
    sign = found["sign"].replace("–", "-") if found else line.label
    return sign if sign in ("+", "-") else ""


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


def names_both_sides(lines: Iterable[NoteLine]) -> bool:
    """Return whether some lines say before a colon that they are for, and others that they are against."""
    parts = {part_named(tagged.side) for line in lines if (tagged := side_before_colon(line.text)).side}
    return parts >= {Part.FOR, Part.AGAINST}


def list_in_line(text: str) -> list[str]:
    """Return the parts of a list in one line, between semicolons, or of a few words each between commas."""
    parts = [part.strip(" .") for part in text.split(";") if part.strip(" .")]
    if len(parts) > 1:
        return parts
    parts = [part.strip(" .") for part in text.split(", ") if part.strip(" .")]
    is_list = len(parts) > 2 and all(len(part.split()) <= _MOST_LISTED for part in parts)
    return parts if is_list and "**" not in text else [text]


def side_by_sign(line: NoteLine) -> Tagged:
    """Return the side of an item that begins with + or -."""
    side = {"+": "For", "-": "Against"}.get(sign_of(line), "")
    return Tagged(side, _SIGN.sub("", line.text, count=1) if _SIGN.match(line.text) else line.text)


def concludes(line: NoteLine) -> bool:
    """Return whether a line is an evaluation without a heading of its own: Conclusion: …, or a paragraph Overall, …"""
    found = _CONCLUDES.match(line.words)
    return found is not None and (line.kind is Kind.PARAGRAPH or ":" in found.group())


def without_conclusion(text: str) -> str:
    """Return a text without the label that makes it an evaluation: Conclusion: It paid."""
    found = _CONCLUDES.match(text)
    return text[found.end() :] if found and found.group().rstrip().endswith((":", "-", "–", "—")) else text


def asks(line: NoteLine) -> bool:
    """Return whether a line says which question the notes are about."""
    return _ASKS.fullmatch(line.words) is not None


def asked(words: str) -> str:
    """Return the question that a line asks, without the word Question before it."""
    found = _ASKS.fullmatch(words)
    return found["question"] if found else words


def may_be_card(line: NoteLine) -> bool:
    """Return whether a line outside of lists of questions and terms is a question: Q: …"""
    return _QUESTION.match(line.words) is not None


def is_quiz(lines: Sequence[NoteLine]) -> bool:
    """Return whether at least half of some lines are questions and answers."""
    asking = sum(_asks_and_tells(line) or may_be_card(line) or bool(answer_in(line.words)) for line in lines)
    return asking > 1 and 2 * asking >= len([line for line in lines if line.kind is not Kind.HEADING]) - 1


def _asks_and_tells(line: NoteLine) -> bool:
    """Whether a line is a question with its answer after it."""
    found = _ASKED.fullmatch(line.words)
    return found is not None and _ASKING.match(found["front"]) is not None


def answer_in(words: str) -> str:
    """Return the answer that a line gives to the question above it, A: …; empty if it gives none."""
    found = _ANSWER.match(words)
    return found["back"] if found else ""


def card_in(words: str, part: Part) -> tuple[str, str] | None:
    """Return the two texts of a line: a question and its answer, empty if it has none, or a term and its meaning.

    None if the line has but one text.
    """
    if part in (Part.TERMS, Part.PEOPLE):
        found = _MEANS.fullmatch(words)
    else:
        found = _QUESTION.fullmatch(words) or _ASKED.fullmatch(words) or _MEANS.fullmatch(words)
        if not found and words.endswith("?"):
            return words, ""
    return (found["front"], found["back"] or "") if found else None
