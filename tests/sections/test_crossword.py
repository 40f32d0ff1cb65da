"""The crossword: its grid holds together, its clues tell no answer, sheet and key agree, and the sheet hides what it asks."""

import re
from itertools import groupby

import pytest
from laws import keeps_the_laws, spoken, text_runs, texts_apart_are_two_words
from packs import LONG_WORD, SENTENCE, all_pairs, pack, point
from pdf.verdict import verdict_on

from studypack.base.resources import shipped_content_folder
from studypack.layout.field import Field
from studypack.layout.page import TextRun
from studypack.model.choices import Paper, Profile, ThemeName
from studypack.model.options import Flags, Options
from studypack.model.section_modes import CrosswordModes
from studypack.output.build import render
from studypack.output.compose import compose
from studypack.pdf.tagged import pdf_bytes
from studypack.reading.load import load
from studypack.sections import SECTIONS, answers
from studypack.sections.crossword import SECTION
from studypack.sections.crossword.filler import Placed, fill
from studypack.sections.crossword.words import crossword_of, in_squares
from tests.pdf.files import every_key
from tests.pdf.leaks import places_of
from tests.transcript import heard

SHIPPED = {path.stem: load(path).pack for path in sorted(shipped_content_folder().glob("*.yaml"))}
NAMES = ["Bell", "Dorn", "Foss", "Hart", "Jens", "Lund", "Mora", "Nash", "Oder", "Pell", "Rees", "Sand"]
HOSTILE = {
    "every key": every_key(),
    "long words": pack(
        points=[point(f"The old campaign of the north was led by {{{{{LONG_WORD}}}}} alone.", "word " * 60)],
        glossary=[{"term": f"{word}ett", "meaning": f"{SENTENCE} {word * 3}"} for word in NAMES],
    ),
    "formulas": pack(
        glossary=[{"term": name, "meaning": f"How *fast* $x^{number}$ is: `{number}`."} for number, name in enumerate(NAMES)]
    ),
}  # fmt: skip
WORDS = {
    "long and short": "ratification comintern propaganda imperialism delegates nationalised military conference purges "
    "anschluss baldwin churchill lenin molotov litvinov archangel export claims market whites severed dockers warsaw stalin",
    "one letter in common": "bazar cafer dagen fahim gaken lapon mauno nabis raves tabus vadim wafel ember ebony ecole "
    "inked issue itchy ocean offer ohmic under untie upset",
    "short": "ant bee cat dog eel fox gnu hen imp jay kid lion mole newt owl pig ram seal toad urchin vole wasp yak zebra",
}  # fmt: skip
"""Twenty-four of each."""


def crossed(content, seed=0, **more):
    return crossword_of(content, Options(seed=seed, **more))


def read_off(placed):
    """Every row of two or more letters beside each other in the grid, from left to right and from top to bottom."""
    letters = {cell: letter for each in placed for cell, letter in zip(each.cells, each.word, strict=True)}
    found = []
    for turn in ((0, 1), (1, 0)):
        lines = sorted(letters, key=lambda cell: (cell[turn[1]], cell[turn[0]]))
        numbered = ((cell[turn[1]], cell[turn[0]] - place, cell) for place, cell in enumerate(lines))
        for _, run in groupby(numbered, key=lambda each: each[:2]):
            word = "".join(letters[cell] for *_, cell in run)
            found += [word] if len(word) > 1 else []
    return found


def hang_together(placed):
    reached, left = set(placed[0].cells), list(placed[1:])
    while any(reached & set(each.cells) for each in left):
        reached |= {cell for each in left if reached & set(each.cells) for cell in each.cells}
        left = [each for each in left if not reached >= set(each.cells)]
    return not left


@pytest.mark.parametrize(("name", "size"), all_pairs(WORDS, [(21, 14), (14, 21), (15, 15), (9, 9), (12, 4)]))
def test_words_cross_in_one_grid_and_touch_nowhere_else(name, size):
    words = WORDS[name].split()
    placed = fill(words, *size, 20, "salt")
    assert placed == fill(words, *size, 20, "salt")
    assert sorted(read_off(placed)) == sorted(each.word for each in placed)
    assert hang_together(placed)
    assert {min(at) for at in zip(*(each.cells[0] for each in placed), strict=True)} == {0}
    reach = [max(at) + 1 for at in zip(*(each.cells[-1] for each in placed), strict=True)]
    assert reach[0] <= size[0]
    assert reach[1] <= size[1]


@pytest.mark.parametrize("salt", range(3))
@pytest.mark.parametrize(
    ("name", "size", "least"),
    [
        ("long and short", (19, 19), 20),
        ("long and short", (21, 14), 17),
        ("one letter in common", (21, 14), 22),
        ("short", (21, 14), 20),
        ("short", (12, 12), 20),
    ],
)
def test_most_of_twenty_four_words_are_placed(name, size, least, salt):
    assert len(fill(WORDS[name].split(), *size, 24, str(salt))) >= least


@pytest.mark.parametrize(
    ("words", "count"), [([], 0), (["cat"], 1), (["cat", "dog"], 1), (["cat", "tag"], 2), (["z" * 30], 0)]
)
def test_words_that_do_not_cross_are_left_out(words, count):
    assert len(fill(words, 12, 12, 20)) == count


@pytest.mark.parametrize(
    ("answer", "language", "letters", "lengths"),
    [
        ("mont-de-piété", "fr", "MONTDEPIETE", "4-2-5"),
        ("l’État", "fr", "LETAT", "5"),
        ("œuvre", "fr", "OEUVRE", "6"),
        ("Straße", "de", "STRASSE", "7"),
        ("Völkerbund", "de-AT", "VOELKERBUND", "11"),
        ("España", "es", "ESPAÑA", "6"),
        ("río Ebro", "es", "RIOEBRO", "3, 4"),
        ("żółć", "pl", "ŻÓŁĆ", "4"),
        ("İzmir", "tr", "İZMİR", "5"),
        ("Διόνυσος", "el", "ΔΙΟΝΥΣΟΣ", "8"),
        ("Ленин", "ru", "ЛЕНИН", "5"),
        ("Lloyd\xa0George", "en", "LLOYDGEORGE", "5, 6"),
        ("George V", "en", "GEORGEV", "6, 1"),
        ("1917", "en", "", ""),
        ("11 %", "en", "", ""),
        ("A.D.", "en", "", ""),
        ("-", "en", "", ""),
    ],
)
def test_an_answer_stands_in_squares_as_in_the_crosswords_of_its_language(answer, language, letters, lengths):
    assert in_squares(answer, language) == (letters, lengths)


def test_numbers_run_row_by_row_and_crossings_are_found():
    content = pack(
        glossary=[{"term": term, "meaning": f"It is number {n}."} for n, term in enumerate(["Senate", "Consul", "Legion"])]
    )  # fmt: skip
    crossword = crossed(content)
    starts = [(each.placed.row, each.placed.column, each.number) for each in crossword.entries]
    assert [number for *_, number in sorted(set(starts))] == list(range(1, len(set(starts)) + 1))
    for entry in crossword.entries:
        for own, other, theirs in crossword.crossings(entry):
            assert entry.placed.cells[own - 1] == other.placed.cells[theirs - 1]
            assert (theirs, entry, own) in crossword.crossings(other)
    assert sum(len(crossword.crossings(entry)) for entry in crossword.entries) >= 2 * (len(crossword.entries) - 1)


@pytest.mark.parametrize("name", SHIPPED)
def test_clues_tell_no_answer_and_no_answer_comes_twice(name):
    content, seen = SHIPPED[name], set()
    for seed in range(4):
        entries = crossed(content, seed).entries
        assert len(entries) >= 16
        assert len({entry.word.letters for entry in entries}) == len(entries)
        for entry in entries:
            word = entry.word
            assert 3 <= len(word.letters) <= 12
            assert sum(map(int, re.findall(r"\d+", word.lengths))) == len(word.letters) == len(entry.placed.cells)
            for other in entries:
                assert not word.recall.told_by(other.word.recall.asked, content.language)
        seen.add(tuple(entry.word.letters for entry in entries))
    assert len(seen) == 4


@pytest.mark.parametrize(("name", "profile", "paper", "theme"), all_pairs(HOSTILE, Profile, Paper, ThemeName))
def test_it_keeps_every_law_on_every_paper_and_in_every_profile(name, profile, paper, theme):
    options = Options(paper=paper, profile=profile, theme=theme, fillable=True, crossword=CrosswordModes(words=30))
    document = compose(HOSTILE[name], options, [SECTION], [SECTION])
    keeps_the_laws(document)
    texts_apart_are_two_words(document)
    keeps_the_laws(compose(HOSTILE[name], options, [answers.SECTION], [SECTION]))
    squares = [item.name for page in document.pages for item in page.items if isinstance(item, Field) and item.cells]
    assert len(squares) == len(set(squares)) == len(crossword_of(HOSTILE[name], options).letters) > 0


@pytest.mark.parametrize(("profile", "paper"), all_pairs(Profile, Paper))
def test_key_and_sheet_agree(shipped, profile, paper):
    options = Options(profile=profile, paper=paper)
    crossword = crossword_of(shipped, options)
    said = spoken(compose(shipped, options, [SECTION], [SECTION]))
    told = spoken(compose(shipped, options, [answers.SECTION], [SECTION]))
    count = len(crossword.entries)
    assert f"Score / {count} " in said
    assert f"{count} marks" in told
    (code,) = set(re.findall(r"Version ([0-9A-F]{4})", said))
    assert set(re.findall(r"[Vv]ersion ([0-9A-F]{4})", told)) == {code}
    for entry in crossword.entries:
        assert f"({entry.word.lengths})" in said.replace("\xa0", " ")
        assert f"{entry.number} {' '.join(entry.word.answer.split())}" in told


def test_sheets_with_other_words_have_another_code_and_looks_change_none(shipped):
    def code(**more):
        return SECTION.answers(shipped, Options(**more))[0].version

    assert code() == code(theme="plain") == code(grey=True) == code(eco=True) == code(fillable=True)
    assert len({code(), code(paper="a5"), code(profile="large"), code(seed=1), code(crossword={"words": 9})}) == 5


def test_what_is_asked_is_not_in_the_pupils_file():
    for name, content in SHIPPED.items():
        options = Options(fillable=True)
        pupils = pdf_bytes(compose(content, options, [SECTION], [SECTION]))
        teachers = pdf_bytes(compose(content, options, [answers.SECTION], [SECTION]))
        for entry in crossword_of(content, options).entries:
            answer = entry.word.answer.replace("\xa0", " ")
            assert places_of(answer, pupils) == places_of(entry.word.letters, pupils) == [], (name, answer)
            assert places_of(answer, teachers) != []


@pytest.mark.parametrize("fillable", [False, True])
def test_it_is_heard_with_lengths_and_crossings(shipped, fillable):
    options = Options(fillable=fillable)
    crossword = crossword_of(shipped, options)
    lines = heard(pdf_bytes(compose(shipped, options, [SECTION], [SECTION])))
    said = "\n".join(lines).replace("\xa0", " ")
    assert "heading 2: Across" in said
    assert f"list of {len(crossword.down)}" in said
    typed = 0
    for entry in crossword.entries:
        direction, across = ("across", "down") if entry.placed.across else ("down", "across")
        assert f"({len(entry.word.letters)} letters" in said
        for own, other, theirs in crossword.crossings(entry):
            assert f"Letter {own} is letter {theirs} of {other.number} {across}." in said
        typed += said.count(f"(edit: {entry.number} {direction}, letter ")
    assert typed == (len(crossword.letters) if fillable else 0)


@pytest.mark.parametrize(("profile", "paper"), all_pairs(Profile, Paper))
def test_its_file_is_valid_and_read_in_order(profile, paper):
    document = compose(
        SHIPPED["roman-republic"], Options(profile=profile, paper=paper, fillable=True), [SECTION], [SECTION]
    )
    assert verdict_on(document, pdf_bytes(document)) == []


@pytest.mark.parametrize(
    ("name", "paper", "seed"),
    [*((name, Paper.A4, 1) for name in SHIPPED)]
    + [("anglo-soviet-relations", paper, seed) for paper in (Paper.A4, Paper.LETTER) for seed in (0, 2, 3)],
)
def test_a_crossword_is_one_sheet(name, paper, seed):
    assert len(compose(SHIPPED[name], Options(paper=paper, seed=seed), [SECTION], [SECTION]).pages) == 1


def test_clues_that_take_another_page_begin_under_the_squares(shipped):
    document = compose(shipped, Options(profile=Profile.CLEAR), [SECTION], [SECTION])
    assert len(document.pages) == 2
    assert "Across" in {run.text for page, run in text_runs(document) if page.number == 1}


@pytest.mark.parametrize(
    ("terms", "told"),
    [
        (NAMES[:3], "the content has no 8 terms, people or gaps with answers of 3 to 12 letters"),
        (
            ["abc", "def", "ghi", "jkl", "mno", "pqr", "stu", "vwx"],
            "the content has no 8 answers that cross one another, but 1",
        ),
    ],
)
def test_what_the_content_lacks_is_told_where_it_is_asked_for(typed, desk, terms, told):
    entries = "\n".join(f"- {{term: {term}, meaning: Number {n}.}}" for n, term in enumerate(terms))
    (desk / "content" / "few.yaml").write_text(f"title: T\nglossary:\n{entries}\n", encoding="utf-8")
    status, _, wrong = typed("build", "content/few.yaml", "--sections", "crossword")
    assert status != 0
    assert told in wrong
    assert "add terms with their meanings" in wrong


def test_who_asks_for_more_words_than_cross_is_told_how_many_there_are(typed, desk):
    entries = "\n".join(f"- {{term: {name}, meaning: Number {n}.}}" for n, name in enumerate(NAMES))
    (desk / "content" / "few.yaml").write_text(f"title: T\nglossary:\n{entries}\n", encoding="utf-8")
    _, said, wrong = typed("build", "content/few.yaml", "--sections", "crossword", "--set", "crossword.words=30")
    assert re.search(r"the crossword has \d+ words", said + wrong)
    status, said, wrong = typed("build", "content/few.yaml", "--sections", "crossword")
    assert status == 0
    assert "the crossword has" not in said + wrong


def test_it_is_printed_only_where_it_is_asked_for(shipped):
    def printed(**flags):
        return {page.section for each in render(shipped, Flags(**flags), "topic") for page in each.document.pages}

    assert "crossword" not in printed()
    assert printed(sections=("crossword",)) == {"crossword", "answers"}


def test_a_placed_word_knows_its_cells():
    assert Placed("CAT", 2, 1, across=True).cells == ((2, 1), (3, 1), (4, 1))
    assert Placed("CAT", 2, 1, across=False).cells == ((2, 1), (2, 2), (2, 3))


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
def test_its_answers_stand_whole_beside_the_squares_in_the_key(paper):
    """However far down a page of the key they begin."""
    content, seen = SHIPPED["anglo-soviet-relations"], []
    options = Options(paper=paper)
    listed = {entry.word.answer for entry in crossed(content, paper=paper).entries}
    for before in (("quiz",), ("mistakes",), ("quiz", "mistakes"), ("vocabulary", "mistakes")):
        subject = [section for section in SECTIONS if section.name in before or section is SECTION]
        document = compose(content, options, [answers.SECTION], subject)
        across = next(page for page in document.pages for run in page.items if getattr(run, "text", "") == "Across")
        here = {item.text.strip() for item in across.items if isinstance(item, TextRun)}
        assert listed <= here, before
        seen.append(across.number)
    assert len(set(seen)) > 1
