"""The answer key: the sheets' own numbers and code, every answer and alternative, every correction."""

import re
from functools import lru_cache

import pypdfium2
import pytest
from laws import every_tag, keeps_the_laws, spoken, text_runs
from packs import IN_EVERY_PROFILE, ON_EVERY_PAPER, PACKS, SENTENCE, all_pairs, many, pack, point, setting, sheet
from sheets import owed

from studypack.base.errors import ChoiceError
from studypack.layout.page import Rule, TextRun
from studypack.layout.tag import Tag
from studypack.model.choices import Paper, Profile
from studypack.model.options import Options
from studypack.model.spans import gaps, plain
from studypack.output.compose import compose, version_code
from studypack.output.resolve import choose
from studypack.pdf.tagged import pdf_bytes
from studypack.sections import SECTIONS, evaluation, table, worksheets
from studypack.sections.answers import SECTION
from studypack.sections.kit.section import Answer, Owed, Section


def key(content, paper=Paper.A4, seed=0, subject=(worksheets.SECTION,), **options):
    return composed(content, Options(paper=paper, seed=seed, **options), tuple(subject))


@lru_cache(maxsize=32)
def composed(content, options, subject):
    return compose(content, options, [SECTION], subject)


def rows(document):
    """Each answer of the grids as (number, words), in reading order."""
    said = {}
    for _, run in text_runs(document):
        said[id(run.tag)] = said.get(id(run.tag), "") + run.text.strip() + " "
    listed = [tag for tag in every_tag(document.root) if tag.kind == "LI"]
    body = {id(item): " ".join(said.get(id(tag), "") for tag in every_tag(item.kids[1])) for item in listed}
    return [(int(said[id(item.kids[0])]), " ".join(body[id(item)].split())) for item in listed]


def asking(*sheets):
    """A section that owes the key these sheets."""
    return Section(
        name="asking",
        title=lambda pack, options: "Asking",
        describe=lambda setting: "",
        needs="anything",
        applies=lambda pack: True,
        compose=lambda setting: [],
        answers=lambda pack, options: sheets,
    )


LABELS = [
    "Revolution",
    "The Anglo-Soviet trade agreement is signed in London",
    "Labour recognises the Soviet Union",
    "MacDonald falls, and the Conservatives win an election in which a forged letter played its part",
    "The Arcos raid: police search the Soviet trade delegation for a document that they never find",
]
OWED = {
    "sides": Owed("Sort the statements", tuple(Answer(n, ("Advantages",), f"A{n}") for n in range(1, 31))),
    "dates": Owed("Timeline: the dates", tuple(Answer(n, (f"{n} March {1918 + n}",), f"D{n}") for n in range(1, 16))),
    "labels": Owed("Timeline: the labels", tuple(Answer(n, (LABELS[n % 5],), f"D{n}") for n in range(1, 121))),
    "sentences": Owed("Explain", tuple(Answer(n, (SENTENCE, "another")) for n in range(1, 8))),
    "one": Owed("A title that has to be broken over lines " * 4, (Answer(1, ("yes",)),)),
}


def squeezed(text):
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize(("name", "paper", "seed"), all_pairs(PACKS, Paper, (0, 7)))
def test_every_gap_is_answered_under_its_number(name, paper, seed):
    each = PACKS[name]
    document = key(each, paper, seed)
    keeps_the_laws(document)
    found = rows(document)
    wanted = [(answer.number, answer.accepted[0]) for one in owed(each, seed) for answer in one.answers]
    assert [number for number, _ in found] == [number for number, _ in wanted]
    for (_, words), (_, answer) in zip(found, wanted, strict=True):
        assert squeezed(words).startswith(squeezed(answer))


@ON_EVERY_PAPER
def test_a_seed_keeps_the_key_in_step_with_the_sheet(paper):
    content = pack(points=[point(f"Here is number{n} {{{{gap{n}}}}}.", f"Point {n}") for n in range(6)])
    for seed in (0, 7, 8):
        options = Options(paper=paper, seed=seed)
        sheet_words = spoken(compose(content, options, [worksheets.SECTION], [worksheets.SECTION]))
        # On the sheet, a passage's own words stand beside the number of its gap.
        order = [int(digits) for digits in re.findall(r"number(\d)", sheet_words)]
        assert [words.split()[0] for _, words in rows(key(content, paper, seed))] == [f"gap{n}" for n in order]


@ON_EVERY_PAPER
def test_sheet_and_key_share_a_code_that_the_seed_changes(shipped, paper):
    codes = set()
    for seed in (0, 7):
        options = Options(paper=paper, seed=seed)
        code = version_code(shipped, options)
        on_sheets = spoken(compose(shipped, options, [worksheets.SECTION], [worksheets.SECTION]))
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
    said = [tag.said for tag in every_tag(key(content, paper).root) if tag.said]
    assert said[2:] == ["1:", "(Advantage 1)", "2:", "(Advantage 1)", "Advantage 1", "(gap 1)", "(gap 2)"]


MEANING = "from memory any word of the same meaning"


@pytest.mark.parametrize(
    ("subject", "text", "says"),
    [
        (worksheets.SECTION, "{{debts|loans}}", f"One mark a gap; accept what stands after “or”, and {MEANING}."),
        (worksheets.SECTION, "{{debts}}", f"One mark a gap; accept {MEANING}."),
        (asking(OWED["sentences"]), "", "One mark an answer; accept what stands after “or”."),
        (asking(OWED["dates"]), "", "One mark an answer. For version"),
    ],
)
def test_the_key_says_what_else_to_accept(subject, text, says):
    assert says in spoken(key(pack(points=[point(f"It was {text}.")]), subject=(subject,)))


@ON_EVERY_PAPER
def test_passages_are_printed_whole(shipped, paper):
    words = squeezed(spoken(key(shipped, paper)))
    count = 0
    for one in owed(shipped):
        for passage in one.passages:
            number, whole = passage.first, ""
            for span in passage.spans:
                whole += f"[{number}]" if span in gaps((span,)) else ""
                number += span in gaps((span,))
                whole += plain((span,))
            assert squeezed(whole) in words
            count += 1
    assert count > 5


@ON_EVERY_PAPER
def test_every_correction_is_printed_with_its_reason(shipped, paper):
    words = squeezed(spoken(key(shipped, paper, subject=(worksheets.SECTION, evaluation.SECTION))))
    everything = [*shipped.corrections, *shipped.evaluation.corrections]
    everything += [one for marked in shipped.marked for one in marked.point.corrections]
    assert len(everything) > 40
    colon = ":" if paper in (Paper.A5, Paper.HALF_LETTER) else ""  # there a correction is one paragraph
    for one in everything:
        assert squeezed(f"“{one.notes}”{one.here}{colon}{plain(one.why)}") in words


def test_a_long_correction_goes_on_over_pages():
    long = {"notes": "said " * 300, "here": "Donaudampf" * 20, "why": "because " * 1500}
    content = pack(corrections=[long], points=[point("None.", corrections=[{"notes": "a", "here": "b", "why": "c"}])])
    for paper in (Paper.A4, Paper.A5):
        document = key(content, paper)
        keeps_the_laws(document)
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
    words = spoken(key(shipped, subject=(table.SECTION,)))
    assert "Corrections to the notes" in words
    assert "Worksheet 1" not in words


def test_a_pack_without_anything_to_answer_prints_nothing():
    content = pack(points=[point("No gap.")])
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
    assert len(key(shipped).pages) <= 6
    assert SECTION.describe(setting(shipped, subject=[worksheets.SECTION])) == (
        "For the teacher: answers, passages and corrections to the notes"
    )
    assert SECTION.describe(setting(shipped, subject=[table.SECTION])) == "For the teacher: corrections to the notes"


WHOLE, POINT, ANSWER = "The notes as a whole", "Lloyd George argued", "The model evaluation"


@pytest.mark.parametrize(
    ("sections", "corrected"),
    [
        ("worksheets", [WHOLE, POINT]),
        ("timeline worksheets", [WHOLE, POINT]),
        ("worksheets evaluation", [WHOLE, POINT, ANSWER]),
        ("evaluation", [WHOLE, ANSWER]),
        ("worksheets flashcards", [WHOLE, POINT]),
        ("quiz vocabulary mistakes judge crossword retrieval exit plan", []),
    ],
)
def test_only_what_is_printed_is_corrected(shipped, sections, corrected):
    subject = tuple(section for section in SECTIONS if section.name in sections.split())
    words = spoken(key(shipped, subject=subject)).partition("Corrections to the notes")[2]
    assert [part for part in (WHOLE, POINT, ANSWER) if part in words] == corrected


@pytest.mark.parametrize(("name", "profile", "paper"), all_pairs(OWED, Profile, Paper))
def test_the_key_answers_whatever_a_section_asks(name, profile, paper):
    asked = OWED[name]
    document = key(pack(), paper, subject=[asking(asked)], profile=profile)
    keeps_the_laws(document)
    found = rows(document)
    assert [number for number, _ in found] == [answer.number for answer in asked.answers]
    for (_, words), answer in zip(found, asked.answers, strict=True):
        assert squeezed(words).startswith(squeezed(answer.accepted[0]))
    words = spoken(document)
    assert " ".join(asked.title.split()) in words
    assert "One mark an answer" in words
    assert "In context" not in words


def test_the_sheets_of_every_section_stand_in_the_key_under_their_own_titles(shipped):
    document = key(shipped, subject=[asking(OWED["sides"], OWED["dates"]), worksheets.SECTION])
    titles = [mark.title for page in document.pages for mark in page.bookmarks]
    assert titles[1:4] == ["Sort the statements", "Timeline: the dates", "Worksheet 1: From revolution to trade"]
    assert spoken(document).count("Version") == 5


@pytest.mark.parametrize(("name", "columns"), [("sides", 3), ("dates", 3), ("labels", 2), ("sentences", 1)])
def test_sentences_are_not_piled_up_in_narrow_columns(name, columns):
    first = key(pack(), subject=[asking(OWED[name])]).pages[0]
    crowns = [item.x0 for item in first.items if isinstance(item, Rule) and item.thickness == 0.8]
    assert len(set(crowns)) == len(crowns) == columns


@pytest.mark.parametrize(
    ("title", "beside"),
    [
        ("Sort the statements", True),
        ("Sort the statements of both sides by what they are good for, again", False),
        (OWED["one"].title, True),
    ],
)
def test_the_marks_stand_beside_a_heading_unless_that_would_cost_it_a_line(title, beside):
    runs = [run for _, run in text_runs(key(pack(), subject=[asking(Owed(title, (Answer(1, ("yes",)),)))]))]
    (note,) = [run for run in runs if run.text.startswith("1 mark · Version")]
    heading = [run.y for run in runs if getattr(run.tag, "kind", "") == "H2"]
    assert heading
    assert (note.y > max(heading) - 6) is beside


def test_a_section_that_owes_nothing_as_it_is_printed_has_no_key():
    content = pack(points=[point("No gap.")])
    table = next(section for section in SECTIONS if section.name == "table")
    assert not table.owes(content, Options())
    assert worksheets.SECTION.owes(sheet("A {{gap}}."), Options())
    with pytest.raises(ChoiceError, match="answers"):
        choose(content, Options(sections=("table", "answers")))
    assert choose(content, Options(sections=("table",))).key == ()


@ON_EVERY_PAPER
@IN_EVERY_PROFILE
def test_the_shipped_key_ends_on_no_page_with_a_line_or_two(shipped, profile, paper):
    last = key(shipped, paper, profile=profile).pages[-1]
    lowest = min(item.y for item in last.items if isinstance(item, TextRun) and isinstance(item.tag, Tag))
    assert lowest < last.frame.top - last.frame.height / 7


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("It rose to {{11%}}.", "It rose to [1] 11%."),
        ("It had {{220 clauses}} in all.", "It had [1] 220 clauses in all."),
        ("It rose by 10{{%}} or £{{11}}.", "It rose by 10 [1] % or £ [2] 11."),
        ("The anti-{{Bolshevik}} ({{Whites}}).", "The anti-[1] Bolshevik ([2] Whites)."),
    ],
)
def test_the_number_of_a_gap_is_no_part_of_its_answer(text, read):
    with pypdfium2.PdfDocument(pdf_bytes(key(pack(points=[point(text)])))) as pdf:
        words = " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())
    assert read in words


def test_an_answer_and_what_else_is_accepted_are_two_words():
    words = spoken(key(pack(points=[point("They {{nationalised|seized|took}} it all.")])))
    assert "nationalised or seized, took A1" in words


@pytest.mark.parametrize(
    ("sections", "said"),
    [(("worksheets",), True), (("questions",), True), (("questions", "quiz"), False)],
)
def test_one_version_is_said_of_all_sheets_only_if_they_share_it(shipped, sections, said):
    subject = [section for section in SECTIONS if section.name in sections]
    words = spoken(compose(shipped, Options(), [SECTION], subject))
    assert ("of the sheets" in words) is said
    assert len(set(re.findall(r"Version ([0-9A-F]{4})", words))) == len(sections)
