"""Statements with a mistake: each is plainly false by the pack, and sheet and key agree on what is right and why."""

import pytest
from laws import keeps_the_laws, spoken, texts_apart_are_two_words
from packs import LONG_WORD, SENTENCE, all_pairs, pack, point
from pdf.verdict import verdict_on

from studypack.base.resources import shipped_content_folder
from studypack.layout.field import Field
from studypack.model.choices import Paper, Profile
from studypack.model.modes import MistakesMode
from studypack.model.options import Flags, Options
from studypack.model.section_modes import MistakesModes
from studypack.model.spans import plain
from studypack.model.texts import printed_values
from studypack.output.build import render
from studypack.output.compose import compose, version_code
from studypack.pdf.tagged import pdf_bytes
from studypack.reading.load import load
from studypack.sections import answers
from studypack.sections.kit.facts import facts_of
from studypack.sections.mistakes import SECTION
from studypack.sections.mistakes.statements import code_of, statements_of
from tests.pdf.files import every_key
from tests.transcript import heard

SHIPPED = {path.stem: load(path).pack for path in sorted(shipped_content_folder().glob("*.yaml"))}
ACT = "a conference met at Genoa and agreed upon very little"
EVENTS = [
    {"title": "Arcos", "date": "March 1921"},
    {"title": "Bonn", "date": "May 1935"},
    {"title": "Cork", "date": "June 1922"},
]
PEOPLE = [
    {"name": "Ann Bell", "role": "Prime Minister of the Republic, 1919–21."},
    {"name": "Cy Dorn", "role": "Prime Minister of the Republic, 1921–24; kept gardens."},
    {"name": "Eve Foss", "role": "Prime Minister of the Republic, 1930–34."},
    {"name": "Gil Hart", "role": "A painter, 1930–34."},
    {"name": "Ida Jens", "role": "Prime Minister of the Republic; ill from 1930."},
]
WRONG = {"notes": "Geneva", "here": "Genoa", "why": "It met at Genoa.", "wrong": "In 1922 they met at {{Geneva}}."}


def held(content, **modes):
    return statements_of(content, Options(mistakes=MistakesModes(**modes)))


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        (f"In April 1922 {ACT}.", {"April 1922": {"June 1922", "March 1921"}}),
        (f"In {{{{April}}}} 1922 {ACT}.", {"April 1922": {"June 1922", "March 1921"}}),
        (f"In {{{{April 1922}}}} {ACT}.", {"April 1922": {"June 1922", "March 1921"}}),
        (f"After April 1922 {ACT}.", {}),
        (f"By the end of April 1922 {ACT}.", {}),
        (f"At the end of April 1922 {ACT}.", {"April 1922": {"June 1922", "March 1921"}}),
        (f"From March to April 1922 {ACT}.", {}),
        (f"In 1922 {ACT}.", {}),
        (f"In early April 1922 {ACT}.", {}),
        (f"In April 1922 {ACT}, and in March 1921 nobody had met anywhere.", {"April 1922": {"June 1922"}, "March 1921": {"June 1922"}}),
        ("Then they met. It was in April 1922 that this was done at last.", {}),
        ("In 1922 Bell opened a conference at Genoa and agreed upon little.", {"Bell": {"Foss"}}),
        ("In 1922 the proud Ann Bell opened a conference at Genoa with little.", {"Ann Bell": {"Eve Foss"}}),
        ("In 1922 Bell and Dorn opened a conference at Genoa with very little.", {}),
        ("In 1922 the proud Jim Bell opened a conference at Genoa with little.", {}),
        ("One day Bell opened a conference at Genoa and agreed upon little.", {}),
        ("In 1922 Hart opened a conference at Genoa and agreed upon little.", {}),
    ],
)  # fmt: skip
def test_a_fact_is_changed_where_another_of_its_kind_is_plainly_false(text, changed):
    content = pack(points=[point(text, "X Y")], events=EVENTS, people=PEOPLE, period="1917/1939")
    found = [each for each in facts_of(content) if each.in_sentence]
    assert {each.recall.answer: set(each.others) for each in found if each.others} == changed


def test_a_date_of_the_same_theme_or_of_what_is_told_alike_is_not_put_in():
    def put_in(**more):
        other = point("A treaty on fishing was signed.", "Delhi", date="May 1922", **more)
        content = pack(points=[point(f"In April 1922 {ACT}.", "X Y", theme="trade"), other], events=EVENTS)
        return {word for each in facts_of(content) if each.in_sentence for word in each.others}

    assert "May 1922" in put_in(theme="fish")
    assert "May 1922" not in put_in(theme="trade")
    other = point("At Genoa a conference agreed upon fishing.", "Delhi", date="May 1922")
    content = pack(points=[point(f"In April 1922 {ACT}.", "X Y"), other], events=EVENTS)
    assert [word for each in facts_of(content) if each.in_sentence for word in each.others if word == "May 1922"] == []


def test_a_point_of_a_whole_year_is_not_put_into_another():
    points = [point("Text.", "Arms for Spain", date="1936"), point("Text.", "Shut out of Munich", date="1938")]
    events = [{"title": each["title"], "date": each["date"]} for each in points]
    assert facts_of(pack(points=points, period="1917/1939")) == ()
    assert [each.others for each in facts_of(pack(events=events, period="1917/1939"))] == [("1938",), ("1936",)]


@pytest.mark.parametrize(("name", "mode"), all_pairs(SHIPPED, MistakesMode))
def test_each_mended_statement_is_the_packs_own(name, mode):
    content = SHIPPED[name]
    texts = [" ".join((each if isinstance(each, str) else plain(each)).split()) for _, each in printed_values(content)]
    dates = {f"{title} . {' '.join(date.long.split())}" for title, date in dated(content)}
    for seed in range(6):
        options = Options(seed=seed, mistakes=MistakesModes(mode=mode, of=12))
        made = statements_of(content, options)
        assert len({each.shown for each in made}) == len(made) >= 3
        changed = [each for each in made if each.source]
        assert len({each.source for each in changed}) == len(changed)
        for each in changed:
            mended = each.shown.replace(each.wrong, each.right[0]) if each.right else each.shown
            said = " ".join(mended.removeprefix(" . ").split())
            _, _, meaning = said.partition(" . ")
            assert said in dates or any((meaning or said) in text for text in texts), each.shown
            assert not each.right or each.right[0] not in each.shown
            assert all(each.right[:1] != (other.name,) or each.name != other.right[:1] for other in made if each.name)
    assert sum(not each.right for each in made) == (0 if mode is MistakesMode.EACH else min(3, len(made) - 1))


def dated(content):
    yield from ((each.title, each.date) for each in content.events)
    yield from ((each.title, each.date) for each in content.points if each.date)


def test_the_authors_own_come_first_and_each_seed_has_others(shipped):
    own = [each for each in held(shipped) if not each.source]
    assert len(own) == 8
    assert all(each.why and each.wrong and len(each.right) == 1 for each in own)
    assert sum(not each.source for each in held(shipped, of=20)) == 12
    assert len({tuple(each.shown for each in statements_of(shipped, Options(seed=seed))) for seed in range(5)}) == 5


@pytest.mark.parametrize("seed", range(4))
def test_a_point_whose_mistake_is_to_be_found_says_nothing_else(shipped, seed):
    made = statements_of(shipped, Options(seed=seed, mistakes=MistakesModes(of=24)))
    own, changed = ({each.mark for each in made if bool(each.source) is there} for there in (False, True))
    assert own - {""}
    assert changed - {""}
    assert not (own & changed) - {""}


def test_what_tells_of_an_event_is_not_beside_its_date(shipped):
    met, told = set(), ("Hitler enters Prague", "entered Prague")
    for seed in range(12):
        made = statements_of(shipped, Options(seed=seed, mistakes=MistakesModes(of=40)))
        said = " | ".join(each.shown for each in made)
        there = [words for words in told if words in said]
        assert len(there) < 2
        met.update(there)
    assert met == set(told)


def test_what_is_right_and_long_stands_whole_under_its_beginning():
    long = "It was a long story " * 20
    content = pack(corrections=[{**WRONG, "here": long}])
    (owed,) = SECTION.answers(content, Options())
    assert owed.answers[0].accepted[0].startswith("It was a long story")
    assert len(owed.answers[0].accepted[0]) <= 201 < len(long)
    assert " ".join(long.split()) in spoken(compose(content, Options(paper=Paper.A5), [answers.SECTION], [SECTION]))


@pytest.mark.parametrize("mode", MistakesMode)
def test_sheet_and_key_agree(shipped, mode):
    options = Options(mistakes=MistakesModes(mode=mode, of=16))
    made, sheet = statements_of(shipped, options), spoken(compose(shipped, options, [SECTION], [SECTION]))
    key = spoken(compose(shipped, options, [answers.SECTION], [SECTION]))
    (owed,) = SECTION.answers(shipped, options)
    assert [answer.number for answer in owed.answers] == list(range(1, len(made) + 1))
    assert f"Score / {len(made)}" in sheet
    assert f"{len(made)} marks" in key
    right = sum(not each.right for each in made)
    assert ("4 of the 16 statements are right" in sheet) is (right == 4) is (mode is MistakesMode.SOME)
    for each, answer in zip(made, owed.answers, strict=True):
        assert " ".join(plain(each.words).split()) in sheet
        assert (answer.accepted == ("right",)) is not bool(each.right)
        assert not each.why or " ".join(plain(each.why).split()) in key
        assert all(" ".join(word.split()) in key for word in (*each.right, each.wrong))


def test_the_key_says_what_was_wrong_what_is_right_and_why():
    content = pack(points=[point("Text.", corrections=[WRONG, {**WRONG, "wrong": "They met at Geneva."}])])
    (owed,) = SECTION.answers(content, Options())
    assert {answer.accepted for answer in owed.answers} == {("Genoa, not “Geneva”",), ("Genoa",)}
    assert {(plain(answer.why), answer.mark) for answer in owed.answers} == {("It met at Genoa.", "A1")}


def test_of_a_content_without_any_there_is_no_page():
    content = pack(points=[point("Text.")])
    assert statements_of(content, Options()) == ()
    assert SECTION.lack(content, Options())
    assert [page for page in compose(content, Options(), [SECTION], [SECTION]).pages if page.items] == []


def test_wrong_sentences_change_the_code_of_their_own_sheet_alone():
    def codes(text, here="Genoa"):
        made = pack(
            points=[
                point(
                    "Text.",
                    corrections=[
                        {"notes": "Geneva", "here": here, "why": "It did.", **({"wrong": text} if text else {})}
                    ],
                )
            ]
        )
        return version_code(made, Options()), code_of(made, Options())

    texts = ("", "They met at Geneva.", "They met in {{Geneva}}.")
    assert len({codes(text)[0] for text in texts}) == 1
    assert len({codes(text)[1] for text in texts}) == 3
    assert codes("They met at {{Geneva}}.") == codes("They met at Geneva."), "the sheet is the same"
    assert codes("They met.")[0] != codes("They met.", here="Rome")[0]
    sided = [pack(sides=[{"id": "corrections", "name": name}, {"name": "B"}], points=[]) for name in ("A", "C")]
    assert sided[0].digest != sided[1].digest


HOSTILE = {
    "every key": every_key(),
    "one statement": pack(corrections=[{**WRONG, "wrong": "x"}]),
    "long words": pack(
        corrections=[{**WRONG, "here": f"{LONG_WORD} {SENTENCE}", "wrong": f"{LONG_WORD} and {SENTENCE}. " * 9}],
        glossary=[{"term": f"{LONG_WORD}{n}", "meaning": f"{SENTENCE} {word}"} for n, word in enumerate("ABCDEF")],
    ),
    "marks": pack(
        corrections=[
            {**WRONG, "here": "$E = mc^2$", "why": "- a\n- b\n\n| c | d |\n|---|---|\n| e | f |", "wrong": "*So* {{$E = m$}} [it](https://example.org) was."},
            {**WRONG, "wrong": "- one\n- {{two}} and {{three}}\n\n> four"},
        ]
    ),
}  # fmt: skip


@pytest.mark.parametrize(("name", "mode", "profile", "paper"), all_pairs(HOSTILE, MistakesMode, Profile, Paper))
def test_it_keeps_every_law_on_every_paper_and_in_every_profile(name, mode, profile, paper):
    options = Options(paper=paper, profile=profile, fillable=True, mistakes=MistakesModes(mode=mode, of=40))
    for sections in ([SECTION], [answers.SECTION]):
        document = compose(HOSTILE[name], options, sections, [SECTION])
        keeps_the_laws(document)
        texts_apart_are_two_words(document)
        fields = [item.name for page in document.pages for item in page.items if isinstance(item, Field)]
        places = {each for each in fields if each.startswith("statement")}
        assert len(places) == (len(statements_of(HOSTILE[name], options)) if sections == [SECTION] else 0)


@pytest.mark.parametrize("profile", list(Profile))
def test_its_file_is_valid_and_read_in_order(profile):
    for sections in ([SECTION], [answers.SECTION]):
        document = compose(HOSTILE["marks"], Options(profile=profile, fillable=True), sections, [SECTION])
        assert verdict_on(document, pdf_bytes(document)) == []


@pytest.mark.parametrize(
    ("fillable", "lines"),
    [
        (False, ["write what is wrong, and what is right.", "• 1: | Genoa, not “Geneva”", "It met at Genoa.", "Line to write on"]),
        (True, ["(edit: statement 1, what is right)"]),
    ],
)  # fmt: skip
def test_it_is_heard(fillable, lines):
    content = pack(points=[point("Text.", corrections=[WRONG])])
    both = [compose(content, Options(fillable=fillable), [each], [SECTION]) for each in (SECTION, answers.SECTION)]
    said = "\n".join(line for document in both for line in heard(pdf_bytes(document)))
    assert [line for line in lines if line not in said] == []
    assert "nderline" not in said


def test_what_the_content_lacks_is_told_where_it_is_asked_for(typed, desk):
    text = "title: T\nglossary:\n- {term: Consul, meaning: A leader.}\n- {term: Senate, meaning: Old men.}\n"
    (desk / "content" / "few.yaml").write_text(text, encoding="utf-8")
    status, _, wrong = typed("build", "content/few.yaml", "--sections", "mistakes", "--set", "mistakes.of=20")
    assert status != 0
    assert "the content has no 20 statements that can be made false, but 2" in wrong
    assert typed("build", "content/few.yaml", "--sections", "mistakes")[0] == 0
    (desk / "content" / "none.yaml").write_text("title: T\nevents: [{date: 1921, title: A}]\n", encoding="utf-8")
    status, _, wrong = typed("build", "content/none.yaml", "--sections", "mistakes")
    assert status != 0
    assert "wrong: sentences beside its corrections" in wrong


@pytest.mark.parametrize(
    ("count", "mode", "told", "way"),
    [
        (8, "each", "", ""),
        (9, "each", "8 of your 9 wrong sentences", "--set mistakes.of=9"),
        (6, "some", "", ""),
        (9, "some", "6 of your 9 wrong sentences", "--set mistakes.of=11"),
        (41, "each", "8 of your 41 wrong sentences", "--seed 1"),
    ],
)
def test_wrong_sentences_that_have_no_room_are_told(typed, desk, count, mode, told, way):
    wrong = "".join(f"- {{notes: A{n}, here: B{n}, why: W, wrong: We met at A{n}.}}\n" for n in range(count))
    (desk / "content" / "own.yaml").write_text(f"title: T\ncorrections:\n{wrong}", encoding="utf-8")
    asked = ("build", "content/own.yaml", "--sections", "mistakes", "--set", f"mistakes.mode={mode}")
    status, _, said = typed(*asked)
    assert status == 0
    assert ("wrong sentences" in said) is bool(told)
    assert told in said
    assert way in said
    if "of=" in way:
        _, _, said = typed(*asked, *way.split())
        assert "wrong sentences" not in said


def test_it_is_printed_where_it_is_asked_for_and_told_where_an_author_wrote_some(shipped):
    def made(content, **flags):
        files = render(content, Flags(**flags), "topic")
        told = [each.words for file in files for each in file.left_out]
        return {page.section for file in files for page in file.document.pages}, told

    printed, told = made(shipped)
    assert "mistakes" not in printed
    assert "mistakes (12 wrong sentences)" in told
    assert "mistakes" in made(shipped, preset="full")[0]
    _, told = made(replace_corrections(shipped))
    assert not [words for words in told if "mistakes" in words]


def replace_corrections(content):
    """A pack without corrections."""
    points = tuple(each.model_copy(update={"corrections": ()}) for each in content.points)
    evaluation = content.evaluation.model_copy(update={"corrections": ()})
    made = content.model_copy(update={"points": points, "evaluation": evaluation})
    made.__dict__.pop("marked", None)
    return made
