"""The answer key: the sheets' own numbers and code, every answer and alternative, every correction."""

import re

import pytest
from laws import LAWS, every_link_has_a_name, every_tag, spoken, text_runs
from packs import EVERY_PACK, ON_EVERY_PAPER, many, pack, point, sheet

from studypack.compose import compose, version_of
from studypack.markup import gaps, plain
from studypack.options import Options, Paper
from studypack.sections import cloze
from studypack.sections.answers import SECTION
from studypack.sections.cloze.worksheet import sheets_of


def key(content, paper=Paper.A4, seed=0, subject=(cloze.SECTION,)):
    return compose(content, Options(paper=paper, seed=seed), [SECTION], subject)


def rows(document):
    """Each answer of the grids as (number, words), in reading order."""
    said = {}
    for _, run in text_runs(document):
        said[id(run.tag)] = said.get(id(run.tag), "") + run.text.strip() + " "
    listed = [tag for tag in every_tag(document.root) if tag.kind == "LI"]
    return [(int(said[id(item.kids[0])]), " ".join(said[id(item.kids[1])].split())) for item in listed]


def squeezed(text):
    return re.sub(r"\s+", "", text)


@ON_EVERY_PAPER
@EVERY_PACK
def test_the_laws_hold(each, paper):
    document = key(each, paper)
    looked_at = [law(document) for law in LAWS]
    assert looked_at[0] > 5


@ON_EVERY_PAPER
@EVERY_PACK
@pytest.mark.parametrize("seed", [0, 7])
def test_every_gap_is_answered_under_its_number(each, paper, seed):
    found = rows(key(each, paper, seed))
    wanted = [(number, gap.answer) for one in sheets_of(each, seed) for number, gap in enumerate(one.gaps, start=1)]
    assert [number for number, _ in found] == [number for number, _ in wanted]
    for (_, words), (_, answer) in zip(found, wanted, strict=True):
        assert squeezed(words).startswith(squeezed(answer))


@ON_EVERY_PAPER
def test_a_seed_keeps_the_key_in_step_with_the_sheet(paper):
    content = pack(points=[point(f"Here is number{n} {{{{gap{n}}}}}.", f"Point {n}") for n in range(6)])
    for seed in (0, 7, 8):
        options = Options(paper=paper, seed=seed)
        sheet_words = spoken(compose(content, options, [cloze.SECTION], [cloze.SECTION]))
        # On the sheet, a passage's own words stand beside the number of its gap.
        order = [int(digits) for digits in re.findall(r"number(\d)", sheet_words)]
        assert [words.split()[0] for _, words in rows(key(content, paper, seed))] == [f"gap{n}" for n in order]


@ON_EVERY_PAPER
def test_sheet_and_key_share_a_code_that_the_seed_changes(shipped, paper):
    codes = set()
    for seed in (0, 7):
        options = Options(paper=paper, seed=seed)
        code = version_of(shipped, options)
        on_sheets = spoken(compose(shipped, options, [cloze.SECTION], [cloze.SECTION]))
        assert on_sheets.count(f"Version {code}") == 3
        assert spoken(key(shipped, paper, seed)).count(f"Version {code}") == 3
        codes.add(code)
    assert len(codes) == 2


@ON_EVERY_PAPER
def test_alternatives_marks_and_totals_are_there(paper):
    content = pack(points=[point("{{Zinoviev|Zinovyev|Radomyslsky}} and {{force}}.")])
    words = spoken(key(content, paper))
    assert "or Zinovyev, Radomyslsky" in words
    assert "2 marks" in words
    assert [text.split()[-1] for _, text in rows(key(content, paper))] == ["A1", "A1"]


@ON_EVERY_PAPER
def test_passages_are_printed_whole(shipped, paper):
    words = squeezed(spoken(key(shipped, paper)))
    count = 0
    for one in sheets_of(shipped, 0):
        for passage in one.passages:
            number, whole = passage.first, ""
            for span in passage.spans:
                whole += f"{number}" if span in gaps((span,)) else ""
                number += span in gaps((span,))
                whole += plain((span,))
            assert squeezed(whole) in words
            count += 1
    assert count == 9


@ON_EVERY_PAPER
def test_every_correction_is_printed_with_its_reason(shipped, paper):
    words = squeezed(spoken(key(shipped, paper)))
    everything = [*shipped.corrections, *shipped.evaluation.corrections]
    everything += [one for marked in shipped.marked for one in marked.point.corrections]
    assert len(everything) > 40
    for one in everything:
        assert squeezed(f"“{one.notes}”{one.here}{plain(one.why)}") in words


def test_a_long_correction_goes_on_over_pages():
    long = {"notes": "said " * 300, "here": "Donaudampf" * 20, "why": "because " * 1500}
    content = pack(corrections=[long], points=[point("None.", corrections=[{"notes": "a", "here": "b", "why": "c"}])])
    for paper in Paper:
        document = key(content, paper)
        assert min(law(document) for law in LAWS if law is not every_link_has_a_name) > 0
        assert spoken(document).count("because") == 1500


def test_the_key_is_read_from_the_answers_to_the_corrections(shipped):
    words = spoken(key(shipped))
    parts = (
        "Answer key",
        "Worksheet 1",
        "Worksheet 3",
        "In context",
        "Corrections to the notes",
        "1917–1939",
    )
    places = [words.index(part) for part in parts]
    assert places == sorted(places)
    assert words.rindex("Worksheet 3") > words.index("In context")


def test_without_the_sheets_only_corrections_are_printed(shipped):
    words = spoken(key(shipped, subject=()))
    assert "Corrections to the notes" in words
    assert "Worksheet 1" not in words


def test_a_pack_without_anything_to_answer_prints_nothing():
    content = pack(points=[point("No gap.")])
    assert not SECTION.applies(content)
    assert key(content).pages == []


def test_a_word_of_an_answer_is_not_cut_where_fewer_columns_hold_it():
    content = sheet("The {{Non-Interventionist-Committees}} met, and {{others}} too, and a {{third}}.")
    for paper in Paper:
        assert "Non-Interventionist-Committees" in [words for _, words in rows(key(content, paper))]


def test_the_answers_to_a_sheet_stay_on_one_page_where_one_holds_them():
    for paper, count in ((Paper.A4, 60), (Paper.LETTER, 54), (Paper.A5, 24)):
        document = key(sheet(many(count)), paper)
        grid = {id(tag) for item in every_tag(document.root) if item.kind == "LI" for tag in every_tag(item)}
        assert len({page.number for page, run in text_runs(document) if id(run.tag) in grid}) == 1


def test_the_shipped_key_is_short(shipped):
    assert len(key(shipped).pages) <= 5
    assert SECTION.describe(shipped) == "For the teacher: answers, passages and corrections to the notes"
