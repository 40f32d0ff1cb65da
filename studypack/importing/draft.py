"""From the outline of notes to a draft of a pack: its head, its sides, its points, its evaluation, its cards."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from studypack.base import limits
from studypack.base.errors import ContentError, Problem
from studypack.base.wording import join_words, quoted
from studypack.importing.dates_found import find_dates, in_century_of
from studypack.importing.draft_model import Draft, DraftCard, DraftMove, DraftSide
from studypack.importing.draft_points import LONG_TEXT, MOST_NAME, MOST_TITLE, points_of
from studypack.importing.line_signs import asked, without_conclusion, without_summary
from studypack.importing.moves_guessed import guess_moves
from studypack.importing.notes import Doubt, DoubtKind, LeftOut, NoteLine, Notes
from studypack.importing.notes_language import USUAL, language_of
from studypack.importing.outline import Card, Entry, Outline
from studypack.importing.outlining import outline_of
from studypack.importing.point_dates import counts_from_start
from studypack.importing.printable import has_words, printable, short, unprintable
from studypack.importing.safe_markup import Block, block_of
from studypack.importing.side_words import Part
from studypack.importing.spelling import misspelt
from studypack.model.dates.printers import dates_read_in
from studypack.model.letters import capitalise, fold_case, primary_language, slug

_NO_LETTERS = "no typeface here has its letters"
_LABEL = re.compile(r"^(?:title|topic)\s?:\s+(?=\S)", re.IGNORECASE)
_LIKE_TITLE = re.compile(r"(?<=\w)\s(?:of|to|for|in|about|from)\s.*")
"""What the name of the only side says beyond its first words, where the title of the pack says it."""
_FEWEST_IN_TITLE = 3
"""The words of the name of the only side that may be the title."""
_SHOWN = 60
"""The characters that a doubt about a line shows of it."""


def draft_of(notes: Notes, language: str) -> Draft:
    """Return the draft of some notes, for a pack in a language (BCP 47); empty for that of the notes, which is guessed.

    Raises ContentError if they hold more than a pack may, or nothing that can be printed.
    """
    outline, is_guess = outline_of(notes), not language
    language = language or language_of(notes.lines)
    with dates_read_in(language), in_century_of(line.words for line in notes.lines):
        draft = _Drafting(outline, language).made()
    if is_guess and language != USUAL:
        hint = "the language of the notes, by their small words: if it is another, import them with --language"
        draft.head_doubts.append(Doubt(1, DoubtKind.STRUCTURE, f"language: {language}", hint))
    if primary_language(language) == "en":
        _doubt_spelling(draft, notes.lines)
    return draft


class _Drafting:
    """One outline, while its draft is made."""

    def __init__(self, outline: Outline, language: str) -> None:
        self.outline = outline
        title, is_guess = _pack_title(outline)
        name = slug(title) if outline.title else slug(PurePath(outline.source).stem, fallback="notes")
        self.draft = Draft(outline.source, language, title, name, left_out=list(outline.left_out))
        self.draft.head_doubts += outline.doubts
        if is_guess:
            hint = "the notes have no title of their own: is it a good one?"
            self.draft.head_doubts.append(Doubt(1, DoubtKind.TITLE, title, hint))
        if primary_language(language) != "en" and outline.sides:
            hint = "sides are known by English words alone; here each heading was taken for one: is it?"
            self.draft.head_doubts.append(Doubt(1, DoubtKind.SIDE, join_words(outline.sides), hint))

    def made(self) -> Draft:
        draft, outline = self.draft, self.outline
        self._refuse_too_much()
        self._head()
        names = outline.sides if outline.title else [_LIKE_TITLE.sub("", name) for name in outline.sides]
        draft.sides = _sides(names if len(names) == 1 else outline.sides, draft.language)
        sides = dict(zip(outline.sides, draft.sides, strict=True))
        for entry in outline.entries:
            limits.check_time()
            found = points_of(entry, sides)
            draft.points += found
            if not found:
                draft.left_out.append(LeftOut(entry.line, " ".join(entry.original), _NO_LETTERS))
        self._keep_one_reckoning()
        self._evaluation()
        for card in outline.cards:
            self._add_card(card)
        if not (draft.points or draft.cards or draft.summary or draft.evaluation):
            message = "there is nothing in these notes that a pack can print"
            hint = "it takes words in Latin, Greek or Cyrillic letters, a line for each point"
            raise ContentError([Problem(message, hint, source=outline.source)])
        return draft

    def _refuse_too_much(self) -> None:
        """Raise ContentError if there is more than a pack may hold."""
        outline = self.outline
        count = len(outline.entries) + len(outline.cards) + len(outline.evaluation)
        if count > limits.ITEMS:
            message = f"these notes make {count:,} points, cards and paragraphs"
            hint = f"a pack holds {limits.ITEMS:,}: split the file by topic"
            raise ContentError([Problem(message, hint, source=outline.source)])

    def _head(self) -> None:
        draft, outline = self.draft, self.outline
        if outline.title:
            if outline.title.words != draft.title:
                draft.heads.append(outline.title.words)
            spans = [found for found in find_dates(outline.title.words) if "/" in found.edtf and ".." not in found.edtf]
            draft.period = spans[0].date if len(spans) == 1 else ""
        draft.heads += [line.words for line in outline.remarks]
        if outline.question:
            draft.heads.append(outline.question.words)
            draft.question = printable(asked(outline.question.words))[0]
        size = 0
        for line in outline.summary:
            size += len(line.text)
            if size > LONG_TEXT:  # what one text cannot hold
                outline.entries.append(Entry(line.number, line.text, (line.text,)))
                continue
            draft.heads.append(line.words)
            if block := self._block(replace(line, text=without_summary(line.text))):
                draft.summary.append(block)

    def _block(self, line: NoteLine) -> Block | None:
        """A line as a paragraph; None if no typeface has its letters."""
        text, lost = printable(line.text)
        if lost:
            self.draft.head_doubts.append(unprintable(line.number, lost))
        return block_of(text) if has_words(text) else None

    def _keep_one_reckoning(self) -> None:
        """Take the dates that count from a start (Day 3) away where others do not: no timeline has both."""
        points = self.draft.points
        counted = {at for at, each in enumerate(points) if each.date and counts_from_start(each.date)}
        others = {at for at, each in enumerate(points) if each.date} - counted
        if not counted or not (others or self.draft.period):
            return
        for at in counted if len(counted) <= len(others) or self.draft.period else others:
            point = points[at]
            hint = "no timeline has both days that are counted and dates: this one is left to the text"
            doubt = Doubt(point.line, DoubtKind.DATE, point.date, hint)
            points[at] = replace(point, date="", edtf="", doubts=(*point.doubts, doubt))

    def _evaluation(self) -> None:
        draft, lines = self.draft, self.outline.evaluation
        draft.evaluation_lines = [head.text for head in self.outline.evaluation_heads]
        for line in lines:
            draft.evaluation_lines.append(line.typed)
            block = self._block(replace(line, text=without_conclusion(line.words)))
            moves = guess_moves(block.words, is_first=not draft.evaluation) if block else []
            if moves:
                draft.evaluation.append([DraftMove(move, (block_of(words),)) for move, words in moves])
        count = sum(map(len, draft.evaluation))
        if count:
            what = f"each of {count} sentences" if count > 1 else "the sentence"
            hint = f"what {what} does for the argument is a guess"
            words = lines[0].words
            shown = words if len(words) < _SHOWN else f"{words[: _SHOWN - 1]}…"
            draft.evaluation_doubts.append(Doubt(lines[0].number, DoubtKind.STRUCTURE, shown, hint))
        else:
            draft.left_out += [LeftOut(line.number, line.text, _NO_LETTERS) for line in lines]

    def _add_card(self, card: Card) -> None:
        front, lost = printable(card.front)
        back, more = printable(card.back)
        if lost or more:
            self.draft.head_doubts.append(unprintable(card.line, lost + more))
        if not has_words(front) or not has_words(back):
            why = _NO_LETTERS if card.back else "a question without an answer"
            self.draft.left_out.append(LeftOut(card.line, " ".join(card.original), why))
            return
        is_long = short(front, MOST_TITLE)[1]  # no term, and no name
        self.draft.cards.append(
            DraftCard(front, (block_of(back),), card.original, Part.CARDS if is_long else card.part)
        )


def _doubt_spelling(draft: Draft, lines: Sequence[NoteLine]) -> None:
    """Add a doubt for each word that is probably misspelt, at the point that it stands in."""
    found = misspelt([line.words for line in lines])
    draft.is_spelling_read = found is not None
    for each in found or ():
        doubt = Doubt(lines[each.text].number, DoubtKind.SPELLING, each.word, f"is it {quoted(each.suggestion)}?")
        own = [at for at, point in enumerate(draft.points) if each.word in " ".join(point.original)]
        if own:
            at = max(own, key=lambda at: -abs(draft.points[at].line - doubt.line))
            draft.points[at] = replace(draft.points[at], doubts=(*draft.points[at].doubts, doubt))
        elif any(each.word in line for line in draft.evaluation_lines):
            draft.evaluation_doubts.append(doubt)
        else:
            draft.head_doubts.append(doubt)


def _pack_title(outline: Outline) -> tuple[str, bool]:
    """The title of the pack, and whether it is a guess."""
    if outline.title:
        title, cut = short(printable(_LABEL.sub("", outline.title.words))[0], MOST_TITLE)
        if has_words(title):
            return title, cut
    if len(outline.sides) == 1 and len(outline.sides[0].split()) >= _FEWEST_IN_TITLE:  # Advantages of wind power
        title = short(printable(outline.sides[0])[0], MOST_TITLE)[0]
        if has_words(title):
            return title, True
    stem = re.sub(r"[\W_]+", " ", PurePath(outline.source).stem).strip()
    stem = short(printable(stem)[0], MOST_TITLE)[0]
    return (stem[:1].upper() + stem[1:] if has_words(stem) else "Notes"), True


def _sides(names: Sequence[str], language: str) -> list[DraftSide]:
    """The sides; Advantages and Disadvantages have the words of the format, others their names as ids."""
    done: list[DraftSide] = []
    usual = {"advantages": "advantage", "disadvantages": "disadvantage"}
    is_usual = len(names) == 2 and {name.casefold() for name in names} == set(usual)
    for number, name in enumerate(names, start=1):
        shown = short(printable(name)[0], MOST_NAME)[0]
        shown = shown if has_words(printable(capitalise(shown, language))[0]) else f"Side {number}"
        if fold_case(shown, language) in {fold_case(side.name, language) for side in done}:
            shown = f"{shown} ({number})"  # the names differ where they were cut, or in what no typeface has
        taken = {side.id for side in done}
        done.append(DraftSide(usual[name.casefold()] if is_usual else slug(shown, taken, fallback="side"), shown))
    return done
