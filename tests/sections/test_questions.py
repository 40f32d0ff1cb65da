"""Questions and their schemes: marks that agree over sheet and key, room to write, nothing told to pupils, no page changed."""

import re

import pytest
from laws import keeps_the_laws, spoken, text_runs, texts_apart_are_two_words
from packs import all_pairs, pack
from pdf.verdict import verdict_on

from studypack.base.errors import ChoiceError
from studypack.layout.field import Field, Filling
from studypack.layout.page import Rectangle, Rule
from studypack.layout.style import RULE, mm
from studypack.model.choices import Key, Paper, Preset, Profile
from studypack.model.options import Flags, Options
from studypack.model.section_modes import QuestionModes
from studypack.output.build import render
from studypack.output.compose import compose
from studypack.output.plan import sections_printed
from studypack.output.resolve import choose, options_for
from studypack.output.starter import TEMPLATES, write_starter
from studypack.pdf.tagged import pdf_bytes
from studypack.reading.load import load, read
from studypack.sections import answers
from studypack.sections.questions import SECTION
from tests.pdf.leaks import places_of
from tests.pictures import shown
from tests.transcript import heard

HIDDEN = ("Quibberdaunt", "Mulgavance", "Drompelfitz", "Plontrevik", "Yarmolquist")
LONG = "A sentence that goes on for a while, and says not very much. " * 60
TABLE = "\n\n| Industrialisation | Recognition | Debts | Self-determination |\n|---|---|---|---|\n" + (
    "| Germany alone | Lloyd George himself | recognised | all of the debts |\n" * 2
)
"""In large type on half a sheet it is a list of its rows."""
EVERY_KIND = {
    "questions": [
        {"ask": "Why?", "kind": "short", "marks": 2, "scheme": ["It was Quibberdaunt.", "So they said."]},
        {"ask": "Work it out.", "marks": 3, "space": 40, "scheme": {"any": 3, "points": ["Mulgavance", "b", "c", "d"]}},
        {"ask": "Draw a {{graph}}.", "marks": 4, "draw": "axes", "model": "A Drompelfitz."},
        {
            "ask": "Say how far the source\n\n- proves it\n- hides it",
            "marks": 12,
            "starters": ["It proves …", "It hides …"],
            "source": {"text": LONG[:600], "credit": "Somebody, 1921", "picture": shown(300, 200, alt="A dam")},
            "scheme": {
                "levels": [
                    {"marks": "7-12", "says": "Plontrevik is weighed."},
                    {"marks": "1-6", "says": "It is told."},
                ],
                "content": "- Yarmolquist\n- and more",
            },
        },
        {"ask": "To what extent?", "kind": "essay", "marks": 20, "lines": 70},
    ]
}
PACKS = {
    "every kind": pack(**EVERY_KIND),
    "one question": pack(questions=[{"ask": "Why?", "marks": 1}]),
    "a table that fills a small page": pack(questions=[{"ask": LONG[:200] + TABLE, "marks": 20}]),
    "long texts": pack(
        questions=[
            {
                "ask": LONG * 3,
                "marks": 100,
                "source": {"text": LONG * 3, "credit": LONG[:900]},
                "starters": ["One. " * 60, "Two. " * 60],
                "scheme": {"levels": [{"marks": "1-100", "says": LONG * 3, "name": LONG[:900]}], "content": LONG * 3},
                "model": LONG * 5,
            }
        ]
    ),
}  # fmt: skip


def sheet_and_key(content, options=None):
    options = options or Options()
    return compose(content, options, [SECTION], [SECTION]), compose(content, options, [answers.SECTION], [SECTION])


@pytest.mark.parametrize(("name", "profile", "paper"), all_pairs(PACKS, Profile, Paper))
def test_sheet_and_key_keep_every_law_and_are_valid_files(name, profile, paper):
    made = sheet_and_key(PACKS[name], Options(paper=paper, profile=profile, fillable=True))
    for document in made if SECTION.owes(PACKS[name], Options()) else made[:1]:  # it has no scheme
        keeps_the_laws(document)
        texts_apart_are_two_words(document)
        assert verdict_on(document, pdf_bytes(document)) == []


@pytest.mark.parametrize("only", [None, "2-4", "1,5"])
def test_marks_and_boxes_add_up_over_sheet_and_key(shipped, only):
    options = Options(questions=QuestionModes(only=only), fillable=True)
    for content in (shipped, PACKS["every kind"]):
        sheet, key = sheet_and_key(content, options)
        asked = re.findall(r"(\d+) marks?\b(?! ·|,)", spoken(sheet))
        numbers = [n for n in range(1, len(content.questions) + 1) if only is None or n in options.questions.only]
        total = sum(content.questions[number - 1].marks for number in numbers)
        assert sum(map(int, asked)) == total
        assert f"/ {total}" in spoken(sheet)
        assert f"{total} marks, in about {total} minutes" in spoken(sheet)
        assert f"{total} marks · Version" in spoken(key)
        ticks = [item.name for item in _fields(key) if item.filling is Filling.TICKED]
        worth = [
            (n, max(content.questions[n - 1].marks, len(content.questions[n - 1].marking.points))) for n in numbers
        ]
        owed = [n for n, _ in worth]
        assert [sum(tick.startswith(f"Question {n}, ") for tick in ticks) for n in owed] == [
            boxes for _, boxes in worth
        ]
        assert len(set(ticks)) == len(ticks)


def _writing_lines(document):
    """The heights of the rules to write on, each with the number of its page; other rules begin at the margin."""
    return [
        (page.number, item.y0)
        for page in document.pages
        for item in page.items
        if isinstance(item, Rule) and item.color == RULE and item.x0 > page.frame.left + 10
    ]


def _fields(document):
    return [item for page in document.pages for item in page.items if isinstance(item, Field)]


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        ({"marks": 1}, 2),
        ({"marks": 4}, 8),
        ({"marks": 4, "kind": "explain"}, 8),
        ({"marks": 1, "kind": "short"}, 2),
        ({"marks": 4, "kind": "Short"}, 5),
        ({"marks": 4, "kind": "essay"}, 20),
        ({"marks": 15, "kind": "essay"}, 30),
        ({"marks": 4, "lines": 3}, 3),
        ({"marks": 4, "lines": 0}, 0),
        ({"marks": 4, "space": 40}, 0),
        ({"marks": 4, "draw": "grid"}, 0),
    ],
)
def test_a_question_has_lines_by_its_marks_and_its_kind(question, lines):
    sheet, _ = sheet_and_key(pack(questions=[{"ask": "Why?", **question}]))
    assert len(_writing_lines(sheet)) == lines


def test_room_to_work_in_is_as_high_as_it_is_told_and_can_be_typed_in():
    sheet, _ = sheet_and_key(pack(questions=[{"ask": "Why?", "marks": 4, "space": 40}]), Options(fillable=True))
    (box,) = [item for page in sheet.pages for item in page.items if isinstance(item, Rectangle)]
    assert box.height == pytest.approx(mm(40))
    (field,) = [each for each in _fields(sheet) if each.name == "Question 1"]
    assert field.filling is Filling.WRITTEN


@pytest.mark.parametrize(
    ("setting", "gone"), [("questions.lines=no", Filling.WRITTEN), ("questions.starters=no", "It proves")]
)
def test_modes_leave_out_what_they_say(setting, gone):
    sheet, _ = sheet_and_key(
        PACKS["every kind"], options_for(PACKS["every kind"], Flags(settings=(setting,), fillable=True))
    )
    usual, _ = sheet_and_key(PACKS["every kind"], Options(fillable=True))
    held = (
        (lambda made: gone in spoken(made))
        if isinstance(gone, str)
        else lambda made: gone in {f.filling for f in _fields(made)}
    )
    assert (held(usual), held(sheet)) == (True, False)
    assert "Work it out." in spoken(sheet)


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
def test_a_question_stays_with_its_first_lines(paper):
    """Wherever on the page it would begin."""
    for lines in range(4, 26):
        first = {"ask": "First.", "marks": 1, "lines": lines}
        content = pack(questions=[first, {"ask": "Second.", "marks": 20, "lines": 40, "starters": ["So …", "But …"]}])
        sheet, _ = sheet_and_key(content, Options(paper=paper))
        page, ask = next((page, run.y) for page, run in text_runs(sheet) if run.text.startswith("Second."))
        under = [y for number, y in _writing_lines(sheet) if number == page.number and y < ask]
        assert len(under) >= 4, lines


def test_a_question_that_goes_on_has_its_number_and_the_sheet_its_name_again():
    sheet, _ = sheet_and_key(pack(questions=[{"ask": "Why?", "marks": 20, "lines": 60}]))
    first, second, *_ = [[run.text.strip() for run in page.items if hasattr(run, "text")] for page in sheet.pages]
    assert "Why?" in first
    assert {"1.", "QUESTIONS CONTINUED"} <= set(second)


@pytest.mark.parametrize("fillable", [False, True])
def test_what_earns_marks_is_nowhere_in_the_pupils_file(fillable):
    content = pack(**EVERY_KIND)
    pupils, teachers = render(content, Flags(sections=("questions",), key=Key.SEPARATE, fillable=fillable), "x")
    assert {word: places_of(word, pupils.data) for word in HIDDEN} == {word: [] for word in HIDDEN}
    assert all(places_of(word, teachers.data) for word in HIDDEN)


def test_what_a_screen_reader_says(shipped):
    sheet, key = (heard(pdf_bytes(each)) for each in sheet_and_key(PACKS["every kind"]))
    said, told = "\n".join(sheet), "\n".join(key)
    for words in (
        "Question 1",
        "2 marks",
        "Lines to write on",
        "Room to draw or calculate in",
        "A pair of axes to draw in",
        "Source",
    ):
        assert words in said
    assert (
        told.index("Question 4")
        < told.index("Level 2: 7 to 12 marks")
        < told.index("Plontrevik")
        < told.index("Yarmolquist")
    )
    assert "Any 3 of these, a mark each:" in told


def test_questions_change_no_other_sheet(shipped):
    without = shipped.model_copy(update={"questions": ()})
    assert shipped.digest == read(_without_questions(), "x.yaml").pack.digest
    assert SECTION not in sections_printed(shipped, options_for(shipped, Flags()))
    assert SECTION in sections_printed(shipped, options_for(shipped, Flags(preset=Preset.FULL)))
    assert without.questions == ()
    one, other = (pack(questions=[{"ask": ask, "marks": 1}]) for ask in ("Why?", "How?"))
    assert one.digest == other.digest
    assert one.questions_digest != other.questions_digest


def _without_questions():
    from studypack.base.resources import shipped_content_folder

    text = (shipped_content_folder() / "anglo-soviet-relations.yaml").read_text(encoding="utf-8")
    head, _, rest = text.partition("\nquestions:\n")
    return (head + rest[rest.index("\nevaluation:\n") :]).encode()


def test_sheet_and_key_share_a_code_of_their_own(shipped):
    sheet, key = map(spoken, sheet_and_key(shipped))
    (code,) = set(re.findall(r"Version (\w{4})", sheet))
    assert set(re.findall(r"[Vv]ersion (\w{4})", key)) == {code}


def test_who_asks_for_questions_that_there_are_none_of_is_shown_how_to_write_one():
    bare = "title: T\npoints: [{title: A, text: 'B {{c}}.'}]\n"
    with pytest.raises(ChoiceError) as refused:
        choose(content := read(bare.encode(), "x.yaml").pack, options_for(content, Flags(sections=("questions",))))
    (problem,) = refused.value.problems
    assert "the content has no questions" in problem.message
    example = problem.hint.partition("for example: ")[2]
    written = read(f"{bare}{example}\n".encode(), "x.yaml").pack
    assert written.questions[0].marks == len(written.questions[0].marking.points) == 2
    assert render(written, Flags(sections=("questions",)), "x")


def test_numbers_beyond_the_last_are_told():
    content = PACKS["every kind"]
    options = options_for(content, Flags(settings=("questions.only=4-9",)))
    assert SECTION.lack(content, options) is None
    assert SECTION.warnings(content, options) == [("there is no question after 5", "write questions.only=1-5")]
    assert SECTION.warnings(content, Options()) == []


@pytest.mark.parametrize("template", [template for template in TEMPLATES if template != "blank"])
def test_every_template_has_questions_whose_schemes_add_up(tmp_path, template):
    path, *_ = write_starter(str(tmp_path / "topic.yaml"), template)
    content = load(path).pack
    assert content.questions
    assert all(each.scheme for each in content.questions)
    assert len(render(content, Flags(sections=("questions",)), "x")) == 2


def test_a_table_that_a_page_has_no_room_for_under_its_head_is_parted():
    options = Options(paper=Paper.HALF_LETTER, profile=Profile.LARGE)
    document = compose(PACKS["a table that fills a small page"], options, [SECTION], [SECTION])
    keeps_the_laws(document)
    assert "all of the debts" in spoken(document)
