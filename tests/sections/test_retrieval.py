"""Retrieval grids: a column for each time that packs were taught, marks that agree with the key, silent about answers."""

import re
from datetime import date
from pathlib import Path

import pytest
from laws import keeps_the_laws, spoken, texts_apart_are_two_words
from packs import LONG_WORD, SENTENCE, all_pairs, pack, point
from pdf.verdict import verdict_on

from studypack.base.resources import shipped_content_folder
from studypack.layout.field import Field
from studypack.model.choices import Paper, Profile, ThemeName
from studypack.model.options import Flags, Options
from studypack.model.section_modes import QuizModes, RetrievalModes
from studypack.output.build import read
from studypack.output.compose import compose, version_code
from studypack.pdf.tagged import pdf_bytes
from studypack.preview.query import Asked, command_line
from studypack.preview.renderer import PreviewRenderer
from studypack.preview.shelf import Shelf
from studypack.preview.watcher import ContentCache
from studypack.reading.load import load
from studypack.sections import answers, quiz
from studypack.sections.retrieval import SECTION
from studypack.sections.retrieval.columns import columns_of
from tests.command import SMALL
from tests.pdf.files import every_key
from tests.pdf.leaks import places_of
from tests.transcript import heard

SHIPPED = {path.stem: load(path).pack for path in sorted(shipped_content_folder().glob("*.yaml"))}
HISTORY, ROME, BIOLOGY = (SHIPPED[name] for name in ("anglo-soviet-relations", "roman-republic", "photosynthesis"))
TERMS = "glossary: [{term: Senate, meaning: Old men.}, {term: Consul, meaning: A leader.}]\n"
FEW = pack(glossary=[{"term": "Consul", "meaning": "A leader."}, {"term": "Senate", "meaning": "Old men."}])


def taught(content, day):
    return content.model_copy(update={"taught": date.fromisoformat(day)})


DATED = taught(HISTORY, "2026-11-26").beside([taught(BIOLOGY, "2026-11-06"), taught(ROME, "2026-11-17")])
LONG = pack(
    title="A title that is long " * 9,
    glossary=[{"term": f"{LONG_WORD}{n}", "meaning": f"{SENTENCE} {word}"} for n, word in enumerate("ABCDEF")],
    points=[point("The force on the body is the product that {{$F = ma$}} says of $m$ in the field **B**.", "CO$_2$")],
)
MADE = {
    "alone": every_key(),
    "dated": DATED,
    "in the order given": FEW.beside([HISTORY, LONG]),
    "six times": taught(FEW, "2026-11-26").beside(taught(BIOLOGY, f"2026-{month}-06") for month in (11, 10, "08", "07", "06")),
    "long": LONG.beside([every_key()]),
}  # fmt: skip


def made(content, *, rows=None, sections=(SECTION,), **options):
    return compose(content, Options(retrieval=RetrievalModes(rows=rows), **options), sections, [SECTION])


def columns(content, rows=None, seed=0):
    return columns_of(content, seed, rows)


@pytest.mark.parametrize(("name", "paper", "profile", "theme"), all_pairs(MADE, Paper, Profile, ThemeName))
def test_it_keeps_every_law_on_every_paper_and_in_every_profile(name, paper, profile, theme):
    document = made(MADE[name], paper=paper, profile=profile, theme=theme, fillable=True)
    keeps_the_laws(document)
    texts_apart_are_two_words(document)
    asked = [f"question {each.number}" for column in columns(MADE[name]) for each in column.questions]
    names = {item.name for page in document.pages for item in page.items if isinstance(item, Field)}
    assert set(asked) == {each for each in names if each.startswith("question")}
    assert asked == [f"question {number}" for number in range(1, len(asked) + 1)]


@pytest.mark.parametrize(
    ("day", "heading"),
    [
        ("2026-11-26", "This lesson"),  # a Thursday
        ("2026-11-23", "Earlier this week"),
        ("2026-11-22", "Last week"),
        ("2026-11-16", "Last week"),
        ("2026-11-15", "2 weeks ago"),
        ("2026-09-28", "8 weeks ago"),
        ("2026-09-27", "2 months ago"),
        ("2026-01-04", "10 months ago"),
        ("2025-11-28", "1 year ago"),
        ("2024-06-01", "2 years ago"),
    ],
)
def test_a_column_says_how_long_ago_it_was_and_older_answers_are_worth_more(day, heading):
    found = columns(taught(HISTORY, "2026-11-26").beside([taught(ROME, day)]))
    assert [(each.headed, each.worth) for each in found] == (
        [("This lesson, 1 mark each", 1)] if heading == "This lesson"
        else [("This lesson, 1 mark each", 1), (f"{heading}, 2 marks each", 2)]
    )  # fmt: skip


def test_without_days_the_columns_are_in_the_order_given_and_answers_are_worth_the_same():
    found = columns(HISTORY.beside([taught(BIOLOGY, "2026-01-01"), ROME]))
    assert [each.headed for each in found] == [HISTORY.title, BIOLOGY.title, ROME.title]
    assert {each.worth for each in found} == {1}
    assert "1 mark each" not in spoken(made(HISTORY.beside([ROME])))


@pytest.mark.parametrize(("earlier", "rows", "shape"), [
    ((), None, [12]), ((), 2, [6]), ((ROME,), None, [6, 6]), ((ROME, BIOLOGY), None, [4, 4, 4]), ((ROME, BIOLOGY), 2, [2, 2, 2]),
])  # fmt: skip
def test_it_has_twelve_questions_or_as_many_rows_as_are_asked_for(earlier, rows, shape):
    found = columns(HISTORY.beside(earlier), rows)
    assert [len(each.questions) for each in found] == shape


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("earlier", [(ROME, BIOLOGY), (BIOLOGY,), (HISTORY.model_copy(update={"title": "Again"}),)])
def test_nothing_is_asked_twice_and_the_sheet_tells_no_answer(earlier, seed):
    content = HISTORY.beside(earlier)
    found = [each.recall for column in columns(content, seed=seed) for each in column.questions]
    assert len({each.answer for each in found}) == len({each.asked for each in found}) == len(found)
    data = pdf_bytes(made(content, seed=seed, fillable=True))
    for each in found:
        assert places_of(each.answer.replace("\xa0", " "), data) == []


@pytest.mark.parametrize("content", [DATED, HISTORY.beside([ROME]), HISTORY], ids=["dated", "undated", "alone"])
def test_sheet_and_key_agree_on_marks_and_code(content):
    sheet, key = spoken(made(content)), " ".join(spoken(made(content, sections=[answers.SECTION])).split())
    total = sum(map(int, re.findall(r"(\d+) marks? · Version", key)))
    assert f"Score / {total} " in sheet
    assert total == sum(column.worth * len(column.questions) for column in columns(content))
    (code,) = set(re.findall(r"ersion ([0-9A-F](?: ?[0-9A-F]){3})\b", sheet))
    assert code.replace(" ", "") in key
    for column in columns(content):
        assert column.headed in key
        assert all(" ".join(each.recall.answer.split()) in key for each in column.questions)
    assert ("One mark an answer, or as many as its heading says" in key) == (content is DATED)


def test_what_was_handed_out_keeps_its_code_and_the_grid_has_one_of_all_packs():
    text = "title: T\n" + TERMS
    plain, dated = (load_text(each) for each in (text, f"{text}taught: 14 September 2026\n"))
    assert dated.taught == date(2026, 9, 14)
    assert plain.digest == dated.digest == dated.beside([ROME]).digest
    assert version_code(dated.beside([ROME]), Options()) == version_code(plain, Options())
    options = Options(quiz=QuizModes(of=2))
    assert quiz.SECTION.answers(plain, options) == quiz.SECTION.answers(dated.beside([ROME]), options)
    codes = {
        SECTION.answers(each, Options())[0].version
        for each in (HISTORY, HISTORY.beside([ROME]), HISTORY.beside([BIOLOGY]), HISTORY.beside([ROME, BIOLOGY]))
    }
    assert len(codes) == 4


def load_text(text):
    from studypack.reading.load import read as read_text

    return read_text(text.encode(), "x.yaml").pack


def test_it_is_heard_column_by_column():
    said = heard(pdf_bytes(made(DATED, fillable=True)))
    heads = [line.strip() for line in said if "heading 2" in line]
    assert heads == [
        "heading 2: This lesson, 1 mark each", "heading 2: Last week, 2 marks each", "heading 2: 3 weeks ago, 3 marks each",
    ]  # fmt: skip
    fields = re.findall(r"\(edit: question (\d+)\)", "\n".join(said))
    assert fields == [str(number) for number in range(1, 13)]


@pytest.mark.parametrize(("name", "profile", "paper"), [
    ("dated", Profile.STANDARD, Paper.A4), ("six times", Profile.STANDARD, Paper.A5), ("in the order given", Profile.LARGE, Paper.A4),
])  # fmt: skip
def test_its_file_is_valid_and_read_in_order(name, profile, paper):
    document = made(MADE[name], profile=profile, paper=paper, fillable=True)
    assert verdict_on(document, pdf_bytes(document)) == []


TOLD = [
    # the earlier file, what is typed more, what is told
    (None, "", "there is no such file"),
    ("title: [\n", "", "--> earlier.yaml:1"),
    ("title: Rome\nsummary: S.\n", "", "there is nothing to ask for in this pack"),
    (SMALL + "taught: 14 September 2026\n", "", "this is no earlier pack, but the one that is to be printed"),
    (f"title: Rome\n{TERMS}taught: 2026-09-21\n", "", "this is taught later than 'The Weimar Republic': on 2026-09-21"),
    (f"title: Rome\n{TERMS}taught: 2026-09-21\n", "", "--> earlier.yaml:3:9"),
    (f"title: Rome\nlanguage: fr\n{TERMS}", "", "this is in the language 'fr', and 'The Weimar Republic' in 'en-GB'"),
    (f"title: Rome\n{TERMS}taught: September 2026\n", "", "this is no day on which a lesson can be"),
    (f"title: Rome\n{TERMS}taught: 44 BC\n", "", "write the day, and its month as a word: 14 September 2026"),
    ("title: Rome\nglossary: [{term: Consul, meaning: A leader.}]\n", "--set retrieval.rows=2", "2 questions for the column 'Rome' that stand by themselves and tell no answer, but 1"),
    (f"title: Rome\n{TERMS}", "", "the columns of the retrieval grid are in the order given: 'Rome' has no day"),
    (f"title: Rome\n{TERMS}", "--skip retrieval -s table", "no section asks about the earlier packs"),
]  # fmt: skip


@pytest.mark.parametrize(("earlier", "more", "told"), TOLD)
def test_what_is_no_earlier_pack_is_told_at_its_place(typed, desk, earlier, more, told):
    (desk / "content" / "now.yaml").write_text(SMALL + "taught: 14 September 2026\n", encoding="utf-8")
    if told.startswith("this is no earlier"):
        earlier = (desk / "content" / "now.yaml").read_text(encoding="utf-8")
    if earlier is not None:
        (desk / "earlier.yaml").write_text(earlier, encoding="utf-8")
    status, _, wrong = typed("build", "content/now.yaml", "-s", "retrieval", "--also", "earlier.yaml", *more.split())
    assert told in wrong
    assert (status == 0) == wrong.startswith("warning")


@pytest.mark.parametrize("command", ["build", "preview", "print --dry-run", "build --verify"])
def test_every_command_that_lays_out_a_pack_takes_earlier_ones(typed, desk, command):
    (desk / "rome.yaml").write_text(f"title: Rome\n{TERMS}", encoding="utf-8")
    words = ["content/weimar.yaml", "-s", "retrieval", "--also", "rome.yaml"]
    if "--verify" in command:
        typed("build", *words)
    status, out, _ = typed(*command.split(), *words)
    assert (status == 0) or "dry-run" in command
    assert out


def test_the_preview_reads_an_earlier_pack_anew_that_has_changed(desk):
    earlier = desk / "rome.yaml"
    earlier.write_text(f"title: Rome\n{TERMS}", encoding="utf-8")
    content = ContentCache(desk / "content" / "weimar.yaml", also=[earlier])
    assert [each.title for each in content.read()[1].pack.also] == ["Rome"]
    earlier.write_text(f"title: The fall of Rome\n{TERMS}", encoding="utf-8")
    assert [each.title for each in content.read()[1].pack.also] == ["The fall of Rome"]
    assert read(desk / "content" / "weimar.yaml").pack.also == ()


def test_the_preview_shows_the_named_content_beside_earlier_ones_and_the_others_by_themselves(desk):
    earlier = desk / "content" / "rome.yaml"
    earlier.write_text(f"title: Rome\n{TERMS}", encoding="utf-8")
    press, flags = PreviewRenderer(Shelf(desk / "content", "weimar.yaml", [earlier])), Flags(sections=("retrieval",))
    shown, other = (press.proof(Asked(name, "", flags)).files[0] for name in ("weimar.yaml", "rome.yaml"))
    assert (len(shown.pages), len(other.pages)) == (1, 1)
    assert (
        command_line(Path("x.yaml"), flags, [Path("y.yaml")])
        == "studypack build x.yaml --sections retrieval --also y.yaml"
    )
