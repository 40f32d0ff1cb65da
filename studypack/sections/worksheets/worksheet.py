"""The model of a numbered worksheet: its passages, gaps and word bank, for the sheet and for its key."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from studypack.base.record import record
from studypack.base.styled_text import MarkedLine, has_code, has_formula
from studypack.model.content import MarkedPoint, Pack
from studypack.model.giveaway import given_away
from studypack.model.letters import capitalise, collation_key, fold_case, primary_language
from studypack.model.parts import Worksheet
from studypack.model.pictures import Diagram
from studypack.model.sentences import opening_answers
from studypack.model.spans import Gap, gaps
from studypack.model.words import Words
from studypack.sections.kit.distractors import Pool
from studypack.sections.kit.fitting import mixed
from studypack.sections.kit.section import Answer, Owed, Passage

MOST_GAPS = 12
"""On a worksheet made from the points' gaps: what a class can do in a quarter of an hour."""


_HIDING = 3
"""Words of a bank with a capital among which one more tells little."""


@record
class BankWord:
    """A word of a word bank."""

    word: str
    uses: int
    """How many gaps it fills; none for a distractor."""


@dataclass(frozen=True)
class ClozeSheet:
    """A worksheet of passages with gaps, which are numbered from 1."""

    number: int
    title: str
    passages: tuple[Passage, ...]
    own: tuple[str, ...]
    """The author's words that fit no gap."""
    most: int | None
    """How many such words the bank is to have, as far as the pack has any; None for the author's own."""
    pool: Pool = field(compare=False)
    picture: Diagram | None = None

    @property
    def language(self) -> str:
        """Of the pack."""
        return self.pool.language

    @cached_property
    def bank(self) -> tuple[BankWord, ...]:
        """In alphabetical order. Made when it is asked for: a key and the contents need none."""
        distractors: Sequence[str] = self.own
        if self.most is not None:
            # None of them stands anywhere on the sheet but in its bank.
            heads = [self.title, *(self.picture.words if self.picture else ())]
            heads += (passage.marked.point.title for passage in self.passages if passage.marked)
            distractors = self.pool.distractors([each.spans for each in self.passages], heads, self.own, self.most)
        return bank_of(self.passages, distractors, self.pool)

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """In the order of their numbers."""
        return tuple(gap for passage in self.passages for gap in gaps(passage.spans))

    @property
    def to_label(self) -> bool:
        """Whether the labels of its picture are all that is to be filled in."""
        return all(passage.diagram for passage in self.passages if gaps(passage.spans))

    @property
    def hinted(self) -> bool:
        """Whether any gap has a hint; without one, a word bank with hints is a word bank."""
        return any(gap.hint for gap in self.gaps)

    @property
    def spare(self) -> int:
        """How many words of the bank fit no gap."""
        return sum(not entry.uses for entry in self.bank)

    def gives_away(self, words: str) -> bool:
        """Whether the words give an answer of the sheet away."""
        answers = (answer for gap in self.gaps for answer in gap.answers)
        return bool(given_away(answers, words, self.language))

    def owed(self, say: Words, levels: tuple[str, ...], note: str) -> Owed:
        """The sheet's answers for the key, under the same numbers, which every level of help shares."""
        answers = tuple(
            Answer(number, gap.answers, passage.marked.mark if passage.marked else "")
            for passage in self.passages
            for number, gap in enumerate(gaps(passage.spans), start=passage.first)
        )
        texts = tuple(passage for passage in self.passages if passage.diagram is None)
        title = say("worksheet_titled", "Worksheet {number}: {title}", number=self.number, title=self.title)
        return Owed(title, answers, texts, levels, note)


def has_gaps(pack: Pack) -> bool:
    """Whether the pack has anything to make a worksheet from."""
    return any(draft.has_gaps for draft in _drafts(pack))


def sheets_of(pack: Pack, seed: int, spare: int | None = None) -> tuple[ClozeSheet, ...]:
    """The worksheets that the author wrote, else those that the points' gaps make.

    Seed 0 keeps the order of the content. Any other seed puts the passages of each sheet in an order of its
    own, and so changes the numbers: neighbours cannot copy. The word bank is in alphabetical order in all.
    `spare` is how many of its words are to fit no gap, as far as the pack has any; None for the author's own.
    """
    sheets: list[ClozeSheet] = []
    pool = Pool(pack, seed)
    for draft in _drafts(pack):
        if draft.has_gaps:
            passages = _numbered([*draft.to_label, *_ordered(draft.passages, seed)])
            number = len(sheets) + 1
            sheets.append(ClozeSheet(number, draft.title, passages, draft.distractors, spare, pool, draft.picture))
    return tuple(sheets)


@record
class _Draft:
    """A worksheet before its gaps are numbered."""

    title: str
    passages: list[Passage]
    distractors: tuple[str, ...] = ()
    """The author's own."""
    picture: Diagram | None = None

    @property
    def to_label(self) -> list[Passage]:
        """The picture as a passage, if it has labels."""
        labels = self.picture.labels if self.picture else ()
        return [Passage(tuple(label.answer for label in labels), 1, diagram=self.picture)] if labels else []

    @property
    def has_gaps(self) -> bool:
        """Whether there is anything to fill in."""
        return any(gaps(passage.spans) for passage in (*self.to_label, *self.passages))


def _drafts(pack: Pack) -> list[_Draft]:
    return [_written(pack, sheet) for sheet in pack.worksheets] if pack.worksheets else _made(pack)


def _written(pack: Pack, sheet: Worksheet) -> _Draft:
    """The sheet as the author wrote it: the texts of points, then a passage of its own."""
    by_key = {marked.key: marked for marked in pack.marked}
    own = [Passage(sheet.passage, 1)] if sheet.passage else []
    return _Draft(sheet.title, [*_texts(by_key[name] for name in sheet.points), *own], sheet.distractors, sheet.picture)


def _made(pack: Pack) -> list[_Draft]:
    """Sheets of about as many gaps each, one side after the other, in the order of the file."""
    every = [marked for side in pack.groups for marked in pack.on(side) if gaps(marked.point.text)]
    if sum(len(gaps(marked.point.text)) for marked in every) <= MOST_GAPS:
        return [_Draft(pack.say("fill_the_gaps", "Fill the gaps"), _texts(every))] if every else []
    drafts: list[_Draft] = []
    for side in pack.groups:
        shares = _shared_out([marked for marked in every if marked.side == side])
        for number, share in enumerate(shares, start=1):
            title = side.name
            if len(shares) > 1:
                # Words: the title of a worksheet, one of several on a side of the table: Advantages, part 2.
                title = pack.say("sheet_of_side", "{side}, part {number}", side=title, number=number)
            drafts.append(_Draft(title, _texts(share)))
    return drafts


def _texts(points: Iterable[MarkedPoint]) -> list[Passage]:
    """Their texts as passages."""
    return [Passage(marked.point.text, 1, marked) for marked in points]


def _shared_out(points: list[MarkedPoint]) -> list[list[MarkedPoint]]:
    """The points in as few sheets as MOST_GAPS allows, as even as whole points can be."""
    total = sum(len(gaps(marked.point.text)) for marked in points)
    count = -(-total // MOST_GAPS)
    shares: list[list[MarkedPoint]] = []
    done = 0
    for marked in points:
        own = len(gaps(marked.point.text))
        # A point belongs to the sheet in whose share its middle lies.
        place = int((done + own / 2) * count / total)
        if not shares or place > len(shares) - 1:
            shares.append([])
        shares[-1].append(marked)
        done += own
    return shares


def _ordered(passages: list[Passage], seed: int) -> list[Passage]:
    """In the order of the content, or for a seed in one of its own."""
    return mixed(passages, lambda passage: passage.marked.key if passage.marked else "", seed) if seed else passages


def _numbered(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """The passages, each with the number of its first gap."""
    first, numbered = 1, []
    for passage in passages:
        numbered.append(replace(passage, first=first))
        first += len(gaps(passage.spans))
    return tuple(numbered)


def bank_of(passages: tuple[Passage, ...], distractors: Iterable[str], pool: Pool) -> tuple[BankWord, ...]:
    """Return each answer once. Two that differ in capitals alone are one entry, in the smaller letters.

    A capital that only one place on the sheet can take would give that place away: a word which the pack has with a
    small letter, too, and with a capital only where it opens a sentence, is no name, and has the small letter here.
    Where the pack does not tell whether such a word is a name, all words of the bank have a capital, unless some have
    one anyway: names in other places, or the nouns of German.
    """
    answers = [gap.answer for passage in passages for gap in gaps(passage.spans)]
    language, capitals = pool.language, pool.capitals
    uses = Counter(_folded(answer, language) for answer in answers)
    words = {_folded(word, language): word for word in sorted(distractors)}
    for answer in sorted(answers):  # capitals come first, so that the small letters stay
        is_marked = isinstance(answer, MarkedLine)
        words[_folded(answer, language)] = answer if is_marked else capitals.within(answer) or answer
    opening = {answer for passage in passages for answer in opening_answers(passage.spans)}
    doubtful = {_folded(answer, language) for answer in opening if not capitals.within(answer)}
    names = sum(word[:1].isupper() for key, word in words.items() if key not in doubtful)
    if doubtful and names < _HIDING and primary_language(language) != "de":
        words = {key: word if _has_signs(word) else capitalise(word, language) for key, word in words.items()}
    entries = [BankWord(word, uses[key]) for key, word in words.items()]
    return tuple(sorted(entries, key=lambda entry: alphabetical(entry.word, language)))


def _folded(answer: str, language: str) -> str:
    """What two answers have in common that differ in capitals alone; v and V of a formula or in code are two."""
    return answer if _has_signs(answer) else fold_case(answer, language)


def _has_signs(word: str) -> bool:
    """Whether its letters are those of a formula or of code."""
    return has_formula(word) or has_code(word)


def alphabetical(word: str, language: str = "en") -> tuple[str, str]:
    """What a bank is sorted by: the letters first, whatever their case and accents; those decide between equals."""
    return collation_key(word, language), word
