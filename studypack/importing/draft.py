"""From the outline of notes to a draft of a pack: titles, dates and gaps for its points, and what is in doubt."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import PurePath

from studypack.base import limits
from studypack.base.errors import ContentError, Problem
from studypack.base.wording import join_some, quantity
from studypack.importing.dates_found import FoundDate, find_dates
from studypack.importing.gaps_suggested import suggest_gaps
from studypack.importing.line_signs import asked, without_label
from studypack.importing.moves_guessed import guess_moves
from studypack.importing.notes import Doubt, DoubtKind, LeftOut, NoteLine, Notes
from studypack.importing.outline import Card, Entry, Outline
from studypack.importing.outlining import outline_of
from studypack.importing.safe_markup import Block, block_of
from studypack.importing.side_words import Part
from studypack.importing.titles import title_of
from studypack.layout.fonts import Family, face
from studypack.model.calendar import DateError, Reckoning
from studypack.model.date_printers import dates_read_in
from studypack.model.dates import parse
from studypack.model.letters import capitalise, slug

_MOST_TITLE = 90
"""The characters of a title; a longer one fills a card."""
_MOST_NAME = 60
"""The characters of a side's name, or a theme."""
_MOST_WORD = 40
"""The characters of a word in a title."""
_LONG_TEXT = 40_000
"""The characters of one point, in so far as it has several lines; our markup may need twice as many to print them."""
_ALSO = 3
"""The dates of a point among which the most precise is its own."""


@dataclass(frozen=True, slots=True)
class DraftSide:
    """A side of the draft."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class DraftPoint:
    """A point of the draft."""

    line: int
    title: str
    is_title_guessed: bool
    text: tuple[Block, ...]
    original: tuple[str, ...]
    """The lines of the notes that it was made from."""
    side: str = ""
    """The id of its side; empty for none."""
    theme: str = ""
    date: str = ""
    edtf: str = ""
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftMove:
    """A sentence of the evaluation."""

    move: str
    text: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class DraftCard:
    """A flashcard, a term or a person."""

    front: str
    back: tuple[Block, ...]
    original: tuple[str, ...]
    part: Part


@dataclass(slots=True)
class Draft:
    """A content file in the making, all guesses marked."""

    source: str
    language: str
    title: str
    slug: str
    """Names its file."""
    heads: list[str] = field(default_factory=list)
    """Lines at the head of the notes, for comments."""
    head_doubts: list[Doubt] = field(default_factory=list)
    """What is in doubt about the notes as a whole, or the title."""
    period: str = ""
    question: str = ""
    summary: list[Block] = field(default_factory=list)
    sides: list[DraftSide] = field(default_factory=list)
    points: list[DraftPoint] = field(default_factory=list)
    evaluation: list[list[DraftMove]] = field(default_factory=list)
    evaluation_lines: list[str] = field(default_factory=list)
    """The notes of the evaluation, as they stand."""
    evaluation_doubts: list[Doubt] = field(default_factory=list)
    cards: list[DraftCard] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    @property
    def doubts(self) -> list[Doubt]:
        """Return every doubt, in the order of the notes."""
        own = (doubt for point in self.points for doubt in point.doubts)
        return sorted((*self.head_doubts, *own, *self.evaluation_doubts), key=lambda doubt: doubt.line)


def draft_of(notes: Notes, language: str) -> Draft:
    """Return the draft of some notes, for a pack in a language (BCP 47).

    Raises ContentError if they hold more than a pack may.
    """
    outline = outline_of(notes)
    with dates_read_in(language):
        return _Drafting(outline, language).made()


class _Drafting:
    """One outline, while its draft is made."""

    def __init__(self, outline: Outline, language: str) -> None:
        self.outline = outline
        title, is_guess = _pack_title(outline)
        name = slug(title) if outline.title else slug(PurePath(outline.source).stem, fallback="notes")
        self.draft = Draft(outline.source, language, title, name, left_out=list(outline.left_out))
        self.draft.head_doubts += outline.doubts
        if is_guess:
            hint = "the notes begin without a title: write one"
            self.draft.head_doubts.append(Doubt(1, DoubtKind.TITLE, title, hint))

    def made(self) -> Draft:
        draft, outline = self.draft, self.outline
        if len(outline.entries) > limits.ITEMS or len(outline.cards) > limits.ITEMS:
            message = f"these notes have {quantity(max(len(outline.entries), len(outline.cards)), 'point')}"
            hint = f"a pack holds {limits.ITEMS:,}: split the file by topic"
            raise ContentError([Problem(message, hint, source=outline.source)])
        self._head()
        draft.sides = _sides(outline.sides, draft.language)
        ids = dict(zip(outline.sides, draft.sides, strict=True))
        for entry in outline.entries:
            limits.check_time()
            self._add_point(entry, ids)
        self._keep_one_reckoning()
        self._evaluation()
        for card in outline.cards:
            self._add_card(card)
        if not draft.points and not draft.cards and not draft.summary and not draft.evaluation:
            self._nothing_found()
        return draft

    def _nothing_found(self) -> None:
        message = "there is nothing in these notes that a pack can print"
        hint = "it takes words in Latin, Greek or Cyrillic letters, a line for each point"
        raise ContentError([Problem(message, hint, source=self.outline.source)])

    # ---------------------------------------------------------------- the head
    def _head(self) -> None:
        draft, outline = self.draft, self.outline
        if outline.title:
            draft.heads.append(outline.title.words)
            spans = [found for found in find_dates(outline.title.words) if "/" in found.edtf and ".." not in found.edtf]
            draft.period = spans[0].date if len(spans) == 1 else ""
        draft.heads += [line.words for line in outline.remarks]
        if outline.question:
            draft.heads.append(outline.question.words)
            draft.question = _printable(asked(outline.question.words))[0]
        for line in outline.summary:
            draft.heads.append(line.words)
            if block := self._block(line, -1):
                draft.summary.append(block)

    def _block(self, line: NoteLine, depth: int) -> Block | None:
        """A line as a block; None if no typeface has its letters."""
        text, lost = _printable(line.text)
        if lost:
            self.draft.head_doubts.append(_unprintable(line.number, lost))
        return block_of(text, depth) if _has_words(text) else None

    # ---------------------------------------------------------------- points
    def _add_point(self, entry: Entry, ids: dict[str, DraftSide]) -> None:
        for number, part in enumerate(_parts(entry)):
            self._add_part(part if not number else replace(part, date=""), ids)

    def _add_part(self, entry: Entry, ids: dict[str, DraftSide]) -> None:
        doubts: list[Doubt] = []
        text, lost = _printable(entry.text)
        date = self._date(entry, text, doubts)
        text = _without_leading(date, text)
        found = title_of(without_label(text)) if not entry.title else None
        title = entry.title if found is None else found.title
        title, cut = _short(_printable(title)[0], _MOST_TITLE)
        rest = text if found is None or cut or without_label(text) != text else found.rest
        details = []
        for depth, detail in entry.details:
            words, more = _printable(detail)
            lost += more
            if _has_words(words):
                details.append(block_of(words, depth))
        blocks = [block_of(rest)] if _has_words(rest) else []
        blocks = _capitalised([*blocks, *details], self.draft.language)
        if lost:
            doubts.append(_unprintable(entry.line, lost))
        if not blocks and not title:
            why = "no typeface here has its letters"
            self.draft.left_out.append(LeftOut(entry.line, " ".join(entry.original), why))
            return
        is_guess = cut or (found is None and not entry.title) or (found is not None and found.is_guess)
        title = title or _short(blocks[0].words, _MOST_TITLE)[0]
        if is_guess:
            doubts.append(Doubt(entry.line, DoubtKind.TITLE, title, "guessed from its words: is it a good title?"))
        if not blocks:
            blocks = [block_of(title)]
        side = ids.get(entry.side)
        point = DraftPoint(
            entry.line,
            title,
            is_guess,
            tuple(_with_gaps(blocks, title)),
            entry.original,
            side.id if side else "",
            _short(_printable(entry.theme)[0], _MOST_NAME)[0] if _has_words(entry.theme) else "",
            date.date if date else "",
            date.edtf if date else "",
            tuple(doubts),
        )
        self.draft.points.append(point)

    def _date(self, entry: Entry, text: str, doubts: list[Doubt]) -> FoundDate | None:
        """The date of a point: the most precise of its first ones; that of its own column goes before."""
        year = _year_of(entry)
        found: list[FoundDate] = find_dates(entry.date, year) if entry.date else []
        if entry.date and not found:
            hint = "the notes' date could not be read: write it as March 1921, or c. 1930"
            doubts.append(Doubt(entry.line, DoubtKind.DATE, entry.date, hint))
        for words in (entry.title, text.replace("**", ""), *(detail for _, detail in entry.details)):
            found = found or find_dates(words, year)
        readable = [each for each in found if _is_readable(each.date)]
        if not readable:
            return None
        best = _most_precise(readable[:_ALSO])
        if best.doubt:
            doubts.append(Doubt(entry.line, DoubtKind.DATE, best.typed, best.doubt))
        return best

    def _keep_one_reckoning(self) -> None:
        """Take the dates that count from a start (Day 3) away where others do not: no timeline has both."""
        points = self.draft.points
        counted = {at for at, each in enumerate(points) if each.date and _is_counted(each.date)}
        others = {at for at, each in enumerate(points) if each.date} - counted
        if not counted or not (others or self.draft.period):
            return
        for at in counted if len(counted) <= len(others) or self.draft.period else others:
            point = points[at]
            hint = "no timeline has both days that are counted and dates: this one is left to the text"
            doubt = Doubt(point.line, DoubtKind.DATE, point.date, hint)
            points[at] = replace(point, date="", edtf="", doubts=(*point.doubts, doubt))

    # ---------------------------------------------------------------- the rest
    def _evaluation(self) -> None:
        draft, lines = self.draft, self.outline.evaluation
        draft.evaluation_lines = [head.text for head in self.outline.evaluation_heads]
        for line in lines:
            draft.evaluation_lines.append(f"{line.label} {line.text}".strip())
            block = self._block(line, -1)
            moves = guess_moves(block.words, is_first=not draft.evaluation) if block else []
            if moves:
                draft.evaluation.append([DraftMove(move, (block_of(words),)) for move, words in moves])
        if draft.evaluation:
            count = sum(map(len, draft.evaluation))
            hint = f"what each of {quantity(count, 'sentence')} does for the argument is a guess"
            if count == 1:
                hint = "what the sentence does for the argument is a guess"
            first = lines[0]
            words = first.words if len(first.words) < 60 else first.words[:59] + "…"
            draft.evaluation_doubts.append(Doubt(first.number, DoubtKind.STRUCTURE, words, hint))

    def _add_card(self, card: Card) -> None:
        front, lost = _printable(card.front)
        back, more = _printable(card.back)
        if lost or more:
            self.draft.head_doubts.append(_unprintable(card.line, lost + more))
        if not _has_words(front) or not _has_words(back):
            why = "a question without an answer" if front and not card.back else "no typeface here has its letters"
            self.draft.left_out.append(LeftOut(card.line, " ".join(card.original), why))
            return
        part = card.part
        if part is not Part.CARDS and _short(front, _MOST_TITLE)[1]:
            part = Part.CARDS
        self.draft.cards.append(DraftCard(front, (block_of(back),), card.original, part))


def _pack_title(outline: Outline) -> tuple[str, bool]:
    """The title of the pack, and whether it is a guess."""
    if outline.title:
        title, cut = _short(_printable(outline.title.words)[0], _MOST_TITLE)
        if _has_words(title):
            return title, cut
    stem = re.sub(r"[\W_]+", " ", PurePath(outline.source).stem).strip()
    stem = _short(_printable(stem)[0], _MOST_TITLE)[0]
    return (stem[:1].upper() + stem[1:] if _has_words(stem) else "Notes"), True


def _sides(names: Sequence[str], language: str) -> list[DraftSide]:
    """The sides; Advantages and Disadvantages have the words of the format, others their names as ids."""
    done: list[DraftSide] = []
    usual = {"advantages": "advantage", "disadvantages": "disadvantage"}
    is_usual = len(names) == 2 and {name.casefold() for name in names} == set(usual)
    for number, name in enumerate(names, start=1):
        shown = _short(_printable(name)[0], _MOST_NAME)[0]
        shown = shown if _has_words(capitalise(shown, language)) else f"Side {number}"
        taken = {side.id for side in done}
        own = usual[name.casefold()] if is_usual else slug(shown, taken, fallback="side")
        done.append(DraftSide(own, shown))
    return done


def _parts(entry: Entry) -> list[Entry]:
    """The entry, or several where one text cannot hold it all."""
    done, size = [entry], len(entry.text)
    if size + sum(len(text) + 2 for _, text in entry.details) <= _LONG_TEXT:
        return done
    kept: list[tuple[int, str]] = []
    done = []
    current = replace(entry, details=())
    for depth, text in entry.details:
        if kept and size + len(text) > _LONG_TEXT:
            done.append(replace(current, details=tuple(kept)))
            current, kept, size = replace(entry, text=text, title="", original=(), details=()), [], len(text)
            continue
        if size + len(text) > _LONG_TEXT:
            done.append(current)
            current, size = replace(entry, text=text, title="", original=(), details=()), len(text)
            continue
        kept.append((depth, text))
        size += len(text)
    return [*done, replace(current, details=tuple(kept))]


def _year_of(entry: Entry) -> int | None:
    """The one year that the headings over a point name."""
    for heading in reversed(entry.headings):
        years = set(re.findall(r"\b(1\d{3}|20\d\d)\b", heading.text))
        if len(years) == 1:
            return int(years.pop())
    return None


_PRECISION = re.compile(r"\d{4}-\d\d-\d\d|\d{4}-\d\d|\d{4}")


def _most_precise(found: Sequence[FoundDate]) -> FoundDate:
    """The first date, or one of the same year that says more."""
    first = found[0]
    same = [each for each in found if each.edtf[:4] == first.edtf[:4] and "/" not in each.edtf]
    if "/" in first.edtf or not same:
        return first
    return max(same, key=lambda each: (len(each.edtf), -each.start))


_AFTER_DATE = re.compile(r"(?:\*\*)?\s*(?:[:=]|[-–—]+(?=\s)|->)\s*(?=\S)")


def _without_leading(date: FoundDate | None, text: str) -> str:
    """A text without its date, where that stands before a colon or a dash at its start: there it is a label."""
    start = re.match(r"(?:\*\*)?", text)
    assert start is not None
    if not date or not text.startswith(date.typed, start.end()):
        return text
    after = _AFTER_DATE.match(text, start.end() + len(date.typed))
    if not after or text[: after.end()].count("**") % 2:
        return text
    return text[after.end() :]


def _is_readable(date: str) -> bool:
    try:
        parse(date)
    except DateError:
        return False
    return True


def _is_counted(date: str) -> bool:
    return parse(date).reckoning is Reckoning.COUNTED


def _short(words: str, most: int) -> tuple[str, bool]:
    """Words that fit on one line of a page, and whether some were cut off."""
    kept: list[str] = []
    for word in words.replace("**", "").split():
        if len(word) > _MOST_WORD or len(" ".join((*kept, word))) > most:
            return (" ".join(kept) or word[:_MOST_WORD]).rstrip(" ,;:–—-") + "…", True
        kept.append(word)
    return " ".join(kept), False


def _has_words(text: str) -> bool:
    return re.search(r"[^\W_]", text) is not None or bool(text.strip(" *"))


def _capitalised(blocks: Sequence[Block], language: str) -> list[Block]:
    """The blocks, the first with a capital: what stands before it became the title."""
    if not blocks:
        return []
    first = blocks[0]
    words = first.words[:1].upper() + first.words[1:]
    is_same = len(words) == len(first.words) and all(map(_prints, words[:1]))
    return [replace(first, words=words) if is_same and first.depth < 0 else first, *blocks[1:]]


def _with_gaps(blocks: Sequence[Block], title: str) -> list[Block]:
    """The blocks with gaps for a worksheet, up to three in all; none is a word that the title gives away."""
    left, done = 3, []
    told = set(re.findall(r"\w+", title.casefold()))
    for block in blocks:
        places = [
            place
            for place in (suggest_gaps(block.words, left) if left else ())
            if block.words[slice(*place)].casefold() not in told and not _crosses(place, block)
        ]
        done.append(replace(block, gaps=tuple(places)))
        left -= len(places)
    return done


def _crosses(place: tuple[int, int], block: Block) -> bool:
    """Whether some of a place is bold, and some is not."""
    return any(start < place[1] and place[0] < end for start, end in block.bold)


@cache
def _prints(character: str) -> bool:
    """Whether a typeface of the program prints a character."""
    return face(Family.SANS).prints(character)


def _printable(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without the words whose letters no typeface has, and those words and signs."""
    if text.isascii() or all(map(_prints, text)):
        return text, ()
    kept, lost = [], []
    for word in text.split(" "):
        missing = [sign for sign in word if not _prints(sign)]
        if not missing:
            kept.append(word)
        elif any(sign.isalnum() for sign in missing):
            lost.append(word.replace("**", ""))
            kept.append("**" * (word.count("**") % 2))
        else:
            lost += missing
            kept.append("".join(sign for sign in word if _prints(sign)))
    return " ".join(word for word in kept if word), tuple(lost)


def _unprintable(line: int, lost: Iterable[str]) -> Doubt:
    words = list(dict.fromkeys(lost))
    shown = join_some([word if len(word) < 30 else word[:29] + "…" for word in words], 4)
    hint = "no typeface of the program prints this: it is left to the comment"
    return Doubt(line, DoubtKind.STRUCTURE, shown, hint)
