"""From lines of notes to their outline: a title, points on sides or under themes, an evaluation, cards."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from studypack.importing.note_tables import RowPoint, read_table
from studypack.importing.notes import Doubt, Kind, LeftOut, NoteLine, Notes
from studypack.importing.side_words import Part, bare, names_side, part_named
from studypack.model.sides import MOST_SIDES

_MOST_HEADING = 9
"""The words of a heading that only stands before a list."""
_MOST_TITLE = 16
_LONG_LEAD = 12
"""The words from which on the lines before the first heading are a summary."""
_CHROME = re.compile(
    r"\W*(?:created (?:by|on)\b.*|(?:last )?(?:modified|updated)\b.*|page \d+(?: of \d+)?|no comments? .*|rating\b.*"
    r"|posted (?:by|on)\b.*|(?:©|\(c\)|copyright)\s.*|log ?in.*|sign up.*|share this.*|back to top|print(?: this page)?"
    r"|skip to (?:main )?content|(?:accept )?cookies?\b.*|all rights reserved.*|download(?: pdf)?|\d+ comments?"
    r"|(?:https?://|www\.)\S+|home ?[>»|].*|[?!.\W]{1,3})",
    re.IGNORECASE,
)
_CHROME_WHY = "a website's own words"
_NOTHING = "nothing stands under it"
_PEEL = re.compile(
    r"(?P<label>P|E|L|Ev|Ex|A|C|Point|Evidence|Explain|Explanation|Example|Link|Analysis|Claim)"
    r"\s?(?P<number>\d{0,2})\s?[:=]\s+(?=\S)",
    re.IGNORECASE,
)
_OPENS_PEEL = ("p", "point", "claim", "c")
_TAGGED = re.compile(
    r"(?P<side>pros?|cons?|for|against|advantages?|disadvantages?|strengths?|weakness(?:es)?|benefits?|drawbacks?"
    r"|limitations?|opportunity|opportunities|threats?|positives?|negatives?)\s?\d{0,2}\s?(?::|\s[-–—])\s+(?=\S)",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"(?:q(?:uestion)?\s?\d{0,2}\s?[:.)]\s*)(?P<front>\S.*?)(?:\s+a(?:nswer)?\s?\d{0,2}\s?[:.)]\s*(?P<back>\S.*))?",
    re.IGNORECASE,
)
_ASKS = re.compile(r"(?:(?:essay|exam|key|enquiry|inquiry|big)\s)?question\s?[:–-]\s*(?P<question>\S.*)", re.IGNORECASE)
_CONCLUDES = re.compile(
    r"(?:(?:my\s)?(?:conclusion|evaluation|judge?ment|verdict)|overall)\s?(?::|\s[-–—]+)\s+(?=\S)"
    r"|(?:overall|in conclusion|to conclude|on balance|to sum up|all in all)\b,?\s(?=\S)",
    re.IGNORECASE,
)
_SIGN = re.compile(r"\(?(?P<sign>[+–-])\)?\s+(?=\S)")
_ANSWER = re.compile(r"a(?:ns(?:wer)?)?\s?\d{0,2}\s?[:.)]\s*(?P<back>\S.*)", re.IGNORECASE)
_ASKED = re.compile(r"(?P<front>[^?]{3,300}\?)\W*\s(?P<back>\S.*)")
_MEANS = re.compile(r"(?P<front>.{1,80}?)(?:\s?(?:=|:)\s+|\s[-–—]+\s|\s->\s)(?P<back>\S.*)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading over lines of notes."""

    text: str
    part: Part
    rank: int
    """The lower, the further out."""
    line: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A point of the notes."""

    line: int
    text: str
    """Its words, with bold ones between **."""
    original: tuple[str, ...]
    """The lines that it was made of, as they stand in the notes."""
    details: tuple[tuple[int, str], ...] = ()
    """The items within it, each with its depth from 0; -1 for a paragraph."""
    title: str = ""
    """As a column of a table says it."""
    date: str = ""
    """As a column of a table says it."""
    side: str = ""
    """The name of its side; empty for none."""
    theme: str = ""
    headings: tuple[Heading, ...] = ()
    """Those that it stands under, from the outermost."""
    tagged: str = ""
    """The side that its own first word, or its column, names."""


@dataclass(frozen=True, slots=True)
class Card:
    """Two texts that belong together: a question and its answer, a term and its meaning, a name and a role."""

    line: int
    front: str
    back: str
    original: tuple[str, ...]
    part: Part
    """CARDS, TERMS or PEOPLE."""


@dataclass(slots=True)
class Outline:
    """What the lines of some notes are."""

    source: str
    title: NoteLine | None = None
    question: NoteLine | None = None
    summary: list[NoteLine] = field(default_factory=list)
    remarks: list[NoteLine] = field(default_factory=list)
    """Lines at the head that are kept as comments."""
    sides: list[str] = field(default_factory=list)
    """The names of the sides, at most four, in order."""
    entries: list[Entry] = field(default_factory=list)
    evaluation: list[NoteLine] = field(default_factory=list)
    evaluation_heads: list[Heading] = field(default_factory=list)
    cards: list[Card] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def outline_of(notes: Notes) -> Outline:
    """Return the outline of some notes. Every line is in it once."""
    outline = _Walk(notes).outline()
    if outline.cards and not outline.entries:
        outline.entries = [_entry_of(card) for card in outline.cards]
        outline.cards = []
    _choose_sides(outline)
    return outline


def _entry_of(card: Card) -> Entry:
    return Entry(card.line, card.back, card.original, title=card.front)


def _choose_sides(outline: Outline) -> None:
    """Give the points their sides: those that headings name, else the headings themselves where they are few."""
    entries = outline.entries
    named = any(each.tagged or any(h.part in _SIDES for h in each.headings) for each in entries)
    found = [_polar(each) for each in entries] if named else _by_headings(entries)
    spelled: dict[str, str] = {}
    for each in found:
        if each.side:
            spelled.setdefault(_folded(each.side), each.side)
    if len(spelled) > MOST_SIDES and named:
        found, spelled = _merged(found), {}
        for each in found:
            if each.side:
                spelled.setdefault(_folded(each.side), each.side)
    if len(spelled) > MOST_SIDES:
        found = [replace(each, side="", theme=each.side or each.theme) for each in found]
        spelled = {}
    outline.entries = [replace(each, side=spelled.get(_folded(each.side), "")) for each in found]
    outline.sides = list(spelled.values())


_SIDES = (Part.FOR, Part.AGAINST)


def _polar(entry: Entry) -> Entry:
    inner = [h for h in entry.headings if h.part not in _SIDES]
    theme = bare(inner[-1].text) if inner else entry.theme
    side = next((h.text for h in reversed(entry.headings) if h.part in _SIDES), "")
    return replace(entry, side=bare(entry.tagged or side), theme=entry.theme or theme)


def _by_headings(entries: Sequence[Entry]) -> list[Entry]:
    """The points with the headings as their sides that part them: the outermost of which there are several."""
    deepest = max((len(each.headings) for each in entries), default=0)
    level = next((k for k in range(deepest) if len(_at(entries, k)) > 1), 0)
    done = []
    for each in entries:
        side = each.headings[level].text if len(each.headings) > level else ""
        inner = each.headings[level + 1 :]
        theme = each.theme or (bare(inner[-1].text) if inner else "")
        done.append(replace(each, side=bare(side) or side, theme=theme))
    return done


def _at(entries: Iterable[Entry], level: int) -> set[str]:
    return {_folded(each.headings[level].text) for each in entries if len(each.headings) > level}


def _merged(entries: Sequence[Entry]) -> list[Entry]:
    """Points on more sides than a pack has, on two: those that speak for and against; their headings are themes."""
    done = []
    for each in entries:
        part = part_named(each.side) if each.side else Part.OTHER
        side = {Part.FOR: "Advantages", Part.AGAINST: "Disadvantages"}.get(part, "")
        done.append(replace(each, side=side, theme=each.theme or each.side))
    return done


def _folded(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold()))


class _Walk:
    """Goes through the lines once, and puts each where it belongs."""

    def __init__(self, notes: Notes) -> None:
        self.lines = notes.lines
        self.out = Outline(notes.source, left_out=list(notes.left_out), doubts=list(notes.doubts))
        self.stack: list[Heading] = []
        self.heads: list[NoteLine] = []
        self.base: int | None = None
        """The depth of the items that are points."""
        self.has_peel = _has_peel(notes.lines)
        self.has_lists = any(line.kind in (Kind.ITEM, Kind.ROW) for line in notes.lines)
        self.has_headings = False
        self.generic_within = False
        self.item_heads = _item_heads(notes.lines)
        self.signs = {sign for line in notes.lines if (sign := _sign_of(line))}
        self.pending: list[str] = []
        """Lines that lead to the next point, and stand beside it as a comment."""

    def outline(self) -> Outline:
        at = self._open()
        while at < len(self.lines):
            line = self.lines[at]
            if line.kind is Kind.ROW:
                end = next(
                    (n for n in range(at, len(self.lines)) if self.lines[n].table != line.table), len(self.lines)
                )
                self._table(self.lines[at:end])
                at = end
                continue
            self._line(at, line)
            at += 1
        self._close()
        return self.out

    def _close(self) -> None:
        """Put the headings that nothing stands under: they are points where there are no others."""
        out, last = self.out, self.lines[-1].number
        if not (out.entries or out.cards or out.summary or out.evaluation):
            out.entries += [Entry(last, text, (text,)) for text in self.pending]
        else:
            out.left_out += [LeftOut(last, text, _NOTHING) for text in self.pending]
        if not out.evaluation:
            out.left_out += [LeftOut(head.line, head.text, _NOTHING) for head in out.evaluation_heads]

    def _open(self) -> int:
        """Take the title. Returns the index of the line after it."""
        at = 0
        while at < len(self.lines) - 1 and self._is_chrome(self.lines[at]):
            self._leave_out(self.lines[at])
            at += 1
        first = self.lines[at]
        words = first.words.split()
        is_head = first.kind is Kind.HEADING or (
            first.kind is Kind.PARAGRAPH
            and len(words) <= _MOST_TITLE
            and not first.words.endswith((".", ":", ";", ","))
        )
        if is_head and part_named(first.text) is Part.OTHER and len(self.lines) > at + 1:
            self.out.title = first
            at += 1
        heads = (line for n, line in enumerate(self.lines[at:], at) if self._is_heading(n, line))
        first_head = next(heads, None)
        self.generic_within = first_head is not None and names_side(first_head.text)
        return at

    def _line(self, at: int, line: NoteLine) -> None:
        title = self.out.title
        if title and _folded(line.words) == _folded(title.words) and line.kind is not Kind.ITEM:
            self.out.remarks.append(line)
        elif self._is_chrome(line):
            self._leave_out(line)
        elif self._is_heading(at, line):
            self._heading(at, line)
        elif self._part() is Part.CHROME and line.kind is Kind.PARAGRAPH:
            self._leave_out(line)
        elif self._part() is Part.EVALUATION:
            self.out.evaluation.append(line)
        elif self._part() is Part.SUMMARY and line.kind is Kind.PARAGRAPH:
            self.out.summary.append(line)
        elif line.kind is Kind.PARAGRAPH and self._leads(line):
            self._lead(line)
        elif _CONCLUDES.match(line.words) and (line.kind is Kind.PARAGRAPH or ":" in line.words[:14]) and at:
            self.out.evaluation.append(line)
        else:
            self._content(at, line)

    def _leads(self, line: NoteLine) -> bool:
        """Whether a paragraph stands before the first heading, list or table, or asks the question of the notes."""
        if self.out.entries or self.out.cards or self.has_headings:
            return False
        return self.has_lists or bool(_ASKS.fullmatch(line.words))

    def _lead(self, line: NoteLine) -> None:
        asked = _ASKS.fullmatch(line.words) or (line.words.endswith("?") and len(line.words.split()) > 4)
        if asked and not self.out.question:
            self.out.question = line
        elif len(line.words.split()) >= _LONG_LEAD:
            self.out.summary.append(line)
        else:
            self.out.remarks.append(line)

    def _part(self) -> Part:
        parts = [h.part for h in self.stack if h.part not in (Part.OTHER, *_SIDES)]
        return parts[-1] if parts else Part.OTHER

    # ---------------------------------------------------------------- headings
    def _is_heading(self, at: int, line: NoteLine) -> bool:
        if line.kind is Kind.HEADING:
            return True
        if self.has_peel and _PEEL.match(line.words):
            return False
        following = self.lines[at + 1] if at + 1 < len(self.lines) else None
        words, part = line.words.split(), part_named(line.text)
        if line.kind is Kind.ITEM:
            leads = following is not None and following.kind is Kind.ITEM and following.depth > line.depth
            is_named = (part in _SIDES or part is Part.EVALUATION) and len(words) <= _MOST_HEADING
            return leads and (is_named or at in self.item_heads)
        if line.kind is not Kind.PARAGRAPH or following is None or line.words.endswith((".", ",", ";", "!")):
            return False
        if part is not Part.OTHER:
            return len(words) <= _MOST_HEADING
        if len(words) > _MOST_HEADING:
            return False
        is_loud = line.words.isupper() and len(line.words) > 3
        return is_loud or following.kind in (Kind.ITEM, Kind.ROW) or line.words.endswith(":")

    def _heading(self, at: int, line: NoteLine) -> None:
        self.has_headings = True
        part = part_named(line.text)
        rank = self._rank(line, part)
        self.stack = [h for h in self.stack if h.rank < rank]
        heading = Heading(line.text, part, rank, line.number)
        self.stack.append(heading)
        self.base = None
        self.pending.append(line.text)
        if self._part() is Part.EVALUATION:
            self.out.evaluation_heads.append(heading)
            self.pending.pop()
        elif self._part() is Part.CHROME:
            self._leave_out(line)
            self.pending.pop()

    def _rank(self, line: NoteLine, part: Part) -> int:
        if line.kind is Kind.ITEM:
            return 50 + line.depth
        if line.depth:
            return line.depth
        if part in _SIDES:
            return 20
        if part is not Part.OTHER:
            return 1
        return 30 if self.generic_within else 10

    def _is_chrome(self, line: NoteLine) -> bool:
        return line.kind is not Kind.ROW and bool(_CHROME.fullmatch(line.words))

    def _leave_out(self, line: NoteLine) -> None:
        self.out.left_out.append(LeftOut(line.number, line.words, _CHROME_WHY))

    # ---------------------------------------------------------------- points
    def _content(self, at: int, line: NoteLine) -> None:
        part = self._part()
        if line.kind is Kind.ITEM:
            self.stack = [h for h in self.stack if h.rank < 50 or line.depth > h.rank - 50]
        may_be_card = part in (Part.CARDS, Part.TERMS, Part.PEOPLE) or _QUESTION.match(line.words)
        if (may_be_card or self._answers(line)) and self._card(line, part):
            return
        entries = self.out.entries
        if line.kind is Kind.ITEM and self.base is None:
            self.base = line.depth
        label = _PEEL.match(line.words) if self.has_peel else None
        goes_on = bool(
            entries
            and not self.pending
            and (
                (line.kind is Kind.ITEM and self.base is not None and line.depth > self.base)
                or (label and label["label"].casefold() not in _OPENS_PEEL and not _opens(label, entries[-1]))
            )
        )
        if goes_on:
            self._go_on(line, bool(label))
        else:
            self._begin(line)

    def _go_on(self, line: NoteLine, is_peel: bool) -> None:
        last = self.out.entries[-1]
        depth = -1 if is_peel else line.depth - (self.base or 0) - 1
        self.out.entries[-1] = replace(
            last,
            details=(*last.details, (depth, line.text)),
            original=(*last.original, f"{line.label} {line.text}".strip()),
        )

    def _begin(self, line: NoteLine) -> None:
        text, tagged = line.text, ""
        if (found := _TAGGED.match(line.words)) and not line.text.startswith("**"):
            tagged, text = found["side"], line.text[found.end() :]
        if not tagged and self.signs >= {"+", "-"} and not any(h.part in _SIDES for h in self.stack):
            tagged = {"+": "For", "-": "Against"}.get(_sign_of(line), "")
            text = _SIGN.sub("", text, count=1) if _SIGN.match(text) else text
        original = (*self.pending, f"{line.label} {line.text}".strip())
        self.pending = []
        self.out.entries.append(Entry(line.number, text, original, headings=tuple(self.stack), tagged=tagged))

    def _answers(self, line: NoteLine) -> bool:
        cards = self.out.cards
        return bool(cards and not cards[-1].back and _ANSWER.match(line.words))

    def _card(self, line: NoteLine, part: Part) -> bool:
        """Take a line for a card, if it has two texts, or is the second one of the card before it."""
        cards, original = self.out.cards, f"{line.label} {line.text}".strip()
        if self._answers(line) or (cards and not cards[-1].back and part is Part.CARDS):
            found = _ANSWER.match(line.words)
            back = found["back"] if found else line.words
            cards[-1] = replace(cards[-1], back=back, original=(*cards[-1].original, original))
            return True
        if part in (Part.TERMS, Part.PEOPLE):
            found = _MEANS.fullmatch(line.words)
        else:
            part = Part.CARDS
            found = _QUESTION.fullmatch(line.words) or _ASKED.fullmatch(line.words) or _MEANS.fullmatch(line.words)
            if not found and line.words.endswith("?"):
                cards.append(Card(line.number, line.words, "", (*self.pending, original), part))
                self.pending = []
                return True
        if not found:
            return False
        cards.append(Card(line.number, found["front"], found["back"] or "", (*self.pending, original), part))
        self.pending = []
        return True

    # ---------------------------------------------------------------- tables
    def _table(self, rows: Sequence[NoteLine]) -> None:
        self.base = None
        if self._part() is Part.EVALUATION:
            self.out.evaluation += rows
            return
        section = self._part()
        heads, points = read_table(rows, section)
        self.pending += heads
        for point in points:
            original = (*self.pending, *point.original)
            self.pending = []
            if point.card is not Part.OTHER:
                self.out.cards.append(Card(point.line, point.title, point.text, original, point.card))
            else:
                self.out.entries.append(self._of_row(point, original))
        self.has_headings = True

    def _of_row(self, point: RowPoint, original: tuple[str, ...]) -> Entry:
        stack = list(self.stack)
        if point.side and not names_side(point.side):
            stack.append(Heading(point.side, Part.OTHER, 40, point.line))
        tagged = point.side if names_side(point.side) else ""
        return Entry(
            point.line, point.text, original, point.details, point.title, point.date,
            theme=point.theme, headings=tuple(stack), tagged=tagged,
        )  # fmt: skip


def _sign_of(line: NoteLine) -> str:
    """The + or - that an item begins with, as its bullet or after it; empty if there is none."""
    if line.kind is not Kind.ITEM:
        return ""
    found = _SIGN.match(line.text)
    sign = found["sign"].replace("–", "-") if found else line.label
    return sign if sign in ("+", "-") else ""


def _item_heads(lines: Sequence[NoteLine]) -> set[int]:
    """The items that are headings: in a list all of whose items are a word or a few, each with items of its own."""
    found: set[int] = set()
    at = 0
    while at < len(lines):
        if lines[at].kind is not Kind.ITEM:
            at += 1
            continue
        end = next((n for n in range(at, len(lines)) if lines[n].kind is not Kind.ITEM), len(lines))
        base = min(line.depth for line in lines[at:end])
        tops = [n for n in range(at, end) if lines[n].depth == base]
        sizes = [after - n - 1 for n, after in zip(tops, [*tops[1:], end], strict=True)]
        if len(tops) > 1 and all(size > 1 for size in sizes) and all(_names_theme(lines[n].words) for n in tops):
            found.update(tops)
        at = end
    return found


def _names_theme(words: str) -> bool:
    """Whether some words may name what several points are about, and no event: Money, Foreign policy."""
    rest = words.rstrip(":")[1:]
    return len(words.split()) <= 4 and not re.search(r"[\dA-Z.,:;()=]| - ", rest)


def _opens(label: re.Match[str], last: Entry) -> bool:
    """Whether the entry before is none by PEEL, so that this label begins one."""
    return not _PEEL.match(last.text.replace("**", ""))


def _has_peel(lines: Iterable[NoteLine]) -> bool:
    """Whether points are labelled as P and E."""
    labels = {found["label"].casefold()[:1] for line in lines if (found := _PEEL.match(line.words))}
    return {"p", "e"} <= labels


def asked(words: str) -> str:
    """Return the question that a line asks, without the word Question before it."""
    found = _ASKS.fullmatch(words)
    return found["question"] if found else words


def without_label(text: str) -> str:
    """Return the text of a point without the letter or the word of PEEL before it."""
    found = _PEEL.match(text)
    return text[found.end() :] if found else text
