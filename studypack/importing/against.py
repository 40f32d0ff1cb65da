"""What a pack says and its notes do not, and what the notes say that the pack lost: each at its place, as advice."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from studypack.base.errors import ContentPath, Problem, Severity
from studypack.base.record import record
from studypack.base.wording import join_words, quoted
from studypack.importing.dates_found import in_century_of
from studypack.importing.facts import Fact, FactKind, Said, date_parts, facts_in, less_precise
from studypack.importing.notes import Kind, NoteLine, Notes
from studypack.importing.outlining import outline_of
from studypack.importing.word_forms import NearWords
from studypack.model.content import Pack
from studypack.model.correction import Correction
from studypack.model.dates.printers import dates_read_in
from studypack.model.spans import Gap, Spans, gaps, plain
from studypack.model.texts import printed_values
from studypack.reading.load import LoadedPack

_NO_CLAIMS = ("author", "rights", "source", "subject", "level", "corrections", "words", "taught")
"""The keys of a pack that say nothing of its topic."""
_NO_TEXTS = ("distractors", "move", "moves", "credit", "file")
"""The keys within it that are names of other things, or wrong on purpose."""


@record
class _Claim:
    """A fact of the pack and its place."""

    path: ContentPath
    fact: Fact


def compared(loaded: LoadedPack, notes: Notes) -> tuple[Problem, ...]:
    """Return as advice each date, number and name of the pack that its notes do not say, in the order of the file; then
    those of the notes that the pack does not say, in the order of the notes.

    Each is told once, where it stands first. What a correction explains is not told.
    """
    with dates_read_in(loaded.pack.language), in_century_of(line.words for line in notes.lines):
        return tuple(_Comparison(loaded, notes).problems())


class _Comparison:
    """A pack beside its notes."""

    def __init__(self, loaded: LoadedPack, notes: Notes) -> None:
        self._loaded, self._notes = loaded, notes
        language = loaded.pack.language
        no_content = {each.line for each in outline_of(notes).left_out}
        self._lines = [line for line in notes.lines if line.number not in no_content]
        self._facts = {line: facts_in(line.words, language) for line in self._lines}
        self._noted = Said((line.words for line in self._lines), language)
        self._join_dates()
        corrections = list(_corrections(loaded.pack))
        self._explained = Said((f"{each.here}\n{plain(each.why)}" for each in corrections), language)
        texts = list(_texts(loaded.pack))
        told = [*(text for _, text in texts), *_other_answers(loaded.pack), *(each.notes for each in corrections)]
        told += [f"{each.here}\n{plain(each.why)}" for each in corrections]
        self._told = Said(told, language)
        self._claims = list(_claims(loaded.pack, texts))
        for claim in self._claims:
            self._told.add(claim.fact)
        self._name_lines = _first_lines(self._lines, language)
        self._dates = [
            (fact, line.number) for line in self._lines for fact in self._facts[line] if fact.kind is FactKind.DATE
        ]
        self._own_names = NearWords(word for claim in self._claims for word in _name_words(claim.fact))
        self._lost_names = NearWords(word for word in self._name_lines if not self._told.says_word(word))
        self._paired: set[str] = set()
        """The words of the notes that were shown beside one of the pack."""

    def _join_dates(self) -> None:
        """In the notes a day belongs to the year of its line, or of the heading that it stands under."""
        of_heading: list[str] = []
        for line, facts in self._facts.items():
            years = [less_precise(part)[0] for fact in facts for part in _date_parts(fact) if not part.startswith("--")]
            of_heading = years if line.kind is Kind.HEADING else of_heading
            self._noted.join_dates(facts, years or of_heading)

    def problems(self) -> Iterator[Problem]:
        """Yield what the pack adds, then what it lost."""
        yield from sorted(self._added(), key=lambda problem: (problem.line, problem.column))
        yield from self._lost()

    def _added(self) -> Iterator[Problem]:
        places: dict[tuple[FactKind, str], list[_Claim]] = {}
        for claim in self._claims:
            for part in self._noted.missing(claim.fact):
                if self._explained.missing(replace(claim.fact, parts=(part,))):
                    places.setdefault((claim.fact.kind, part), []).append(claim)
        dates = {part for kind, part in places if kind is FactKind.DATE}
        covered = {(FactKind.DATE, less) for part in dates for less in less_precise(part) if less != part}
        told: dict[_Claim, list[str]] = {}
        for (kind, part), claims in places.items():
            if (kind, part) not in covered:
                told.setdefault(claims[0], []).append(part)
        for claim, missing in told.items():
            yield self._added_problem(claim, missing, max(len(places[claim.fact.kind, part]) for part in missing))

    def _added_problem(self, claim: _Claim, missing: list[str], count: int) -> Problem:
        name = _shown(claim.fact, missing)
        often = f", which the pack says in {count} places" if count > 1 else ""
        message, hint = f"the notes do not say {quoted(name)}{often}", self._near_in_notes(claim.fact, missing)
        return self._loaded.problem(claim.path, message, hint, severity=Severity.ADVICE, needle=name)

    def _near_in_notes(self, fact: Fact, missing: list[str]) -> str:
        """A hint with the nearest names, or the nearest date, that the notes have; empty if there is none."""
        if fact.kind is FactKind.NAME:
            names = filter(None, map(self._lost_names.nearest, missing))
            near = {name: self._name_lines[name].number for name in names}
            self._paired.update(near)
        else:
            near = dict(_nearest_date(missing[0], self._dates) if fact.kind is FactKind.DATE else ())
        shown = join_words(f"{quoted(word)} in line {number}" for word, number in near.items())
        return f"the nearest that they have is {shown}" if near else ""

    def _lost(self) -> Iterator[Problem]:
        seen: set[str] = set()
        for line in self._lines:
            for fact in self._facts[line]:
                missing = [part for part in self._told.missing(fact) if part not in seen]
                seen.update(missing)
                missing = [part for part in missing if not self._is_told_already(fact, part)]
                if missing:
                    yield self._lost_problem(line, fact, missing)

    def _is_told_already(self, fact: Fact, part: str) -> bool:
        """Whether a name of the notes was shown beside one of the pack, or is another that they have with a slip; or a
        date is said in two places.
        """
        if fact.kind is FactKind.DATE:
            return self._told.says_apart(part)
        if fact.kind is FactKind.NUMBER:
            return False
        return part in self._paired or self._own_names.has_slip_of(part)

    def _lost_problem(self, line: NoteLine, fact: Fact, missing: list[str]) -> Problem:
        name = _shown(fact, missing)
        near = self._own_names.nearest(name) if fact.kind is FactKind.NAME else ""
        return Problem(
            f"the pack does not say {quoted(name)}",
            f"the nearest that it has is {quoted(near)}" if near else "",
            Severity.ADVICE,
            self._notes.source,
            line.number,
            line.words.find(name, fact.start) + 1,
            len(name),
            line.words,
        )


def _shown(fact: Fact, missing: Iterable[str]) -> str:
    """The fact as it was typed; of a name the words from the first that is missing to the last."""
    if fact.kind is not FactKind.NAME:
        return fact.typed
    places = [fact.typed.find(part) for part in missing]
    end = max(fact.typed.find(part) + len(part) for part in missing)
    return fact.typed[min(places) : end]


def _nearest_date(part: str, dates: Iterable[tuple[Fact, int]]) -> Iterator[tuple[str, int]]:
    """Yield the one date of the notes, with its line, that shares most with another: at least its year, or its day."""
    shared = [each for each in less_precise(part) if each != part and "X" not in each and _names_year_or_day(each)]
    for common in sorted(shared, key=lambda each: (each.count("-"), len(each)), reverse=True):
        for fact, number in dates:
            if len(fact.parts) == 1 and common in less_precise(fact.parts[0]):
                yield fact.typed, number
                return


def _names_year_or_day(part: str) -> bool:
    return not part.startswith("--") or part.count("-") > 2


def _date_parts(fact: Fact) -> tuple[str, ...]:
    return fact.parts if fact.kind is FactKind.DATE else ()


def _name_words(fact: Fact) -> tuple[str, ...]:
    return fact.parts if fact.kind is FactKind.NAME else ()


def _first_lines(lines: Iterable[NoteLine], language: str) -> dict[str, NoteLine]:
    """Each word of a name in the notes, and the first line that it stands in."""
    found: dict[str, NoteLine] = {}
    for line in lines:
        for fact in facts_in(line.words, language, all_names=True):
            for word in _name_words(fact):
                found.setdefault(word, line)
    return found


def _claims(pack: Pack, texts: Iterable[tuple[ContentPath, str]]) -> Iterator[_Claim]:
    for path, date in pack.dates:
        yield _Claim(path, Fact(FactKind.DATE, date.long, 0, date_parts(date.form)))
    for path, text in texts:
        is_person = path[0] == "people" and path[-1] == "name"
        for fact in facts_in(text, pack.language, all_names=is_person):
            yield _Claim(path, fact)


def _texts(pack: Pack) -> Iterator[tuple[ContentPath, str]]:
    """The texts of a pack that say something of its topic, without formulas and code."""
    for path, value in printed_values(pack):
        is_id = (path[0], path[-1]) == ("flashcards", "point") or (path[0] == "worksheets" and path[2:3] == ("points",))
        if path[0] in _NO_CLAIMS or "corrections" in path or is_id or any(key in _NO_TEXTS for key in path):
            continue
        yield path, str(value) if isinstance(value, str) else _prose(value)


def _prose(spans: Spans) -> str:
    return plain(tuple(span for span in spans if isinstance(span, Gap) or not (span.formula or span.code)))


def _other_answers(pack: Pack) -> Iterator[str]:
    """What a gap accepts as well."""
    for _, value in printed_values(pack):
        if not isinstance(value, str):
            yield from (answer for gap in gaps(value) for answer in gap.answers[1:])


def _corrections(pack: Pack) -> Iterator[Correction]:
    yield from pack.corrections
    for point in pack.points:
        yield from point.corrections
    yield from pack.evaluation.corrections if pack.evaluation else ()
