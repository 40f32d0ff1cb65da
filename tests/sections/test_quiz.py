"""The quiz: its questions and answers agree, tell nothing of each other, stand on one sheet, and hide what they ask for."""

import io
import re
from collections import Counter

import pikepdf
import pytest
from laws import keeps_the_laws, spoken, text_runs, texts_apart_are_two_words
from packs import LONG_WORD, SENTENCE, all_pairs, pack, point
from pdf.verdict import verdict_on

from studypack.base.resources import shipped_content_folder
from studypack.layout.field import Field
from studypack.model.choices import Paper, Profile, ThemeName
from studypack.model.modes import QuizAnswers, QuizMode
from studypack.model.options import Flags, Options
from studypack.model.section_modes import QuizModes
from studypack.output.build import render
from studypack.output.compose import compose
from studypack.pdf.tagged import pdf_bytes
from studypack.reading.load import load
from studypack.sections import answers
from studypack.sections.kit.recall import RecallKind
from studypack.sections.quiz import SECTION
from studypack.sections.quiz.questions import LETTERS, questions_of
from tests.pdf.files import every_key
from tests.pdf.leaks import places_of
from tests.transcript import heard

SHIPPED = {path.stem: load(path).pack for path in sorted(shipped_content_folder().glob("*.yaml"))}
NAMES = ["Ann Bell", "Cy Dorn", "Eve Foss", "Gil Hart", "Ida Jens", "Kai Lund"]
HOSTILE = {
    "every key": every_key(),
    "one question": pack(events=[{"title": "Arcos", "date": "1927"}]),
    "long words": pack(
        points=[point(f"The old campaign of the north was led by {{{{{LONG_WORD}}}}} alone.", "word " * 60)],
        glossary=[{"term": f"{LONG_WORD}{n}", "meaning": f"{SENTENCE} {word}"} for n, word in enumerate("ABCDEF")],
        people=[{"name": f"{name} {SENTENCE}", "role": f"Number {n} " + "of so many words " * 12} for n, name in enumerate(NAMES)],
    ),
    "formulas": pack(
        points=[point("The force on the body is the product that {{$F = ma$}} says of $m$ in the field **B**.")],
        glossary=[{"term": "Q~10~", "meaning": "How much *faster* it is: $Q$ of $\\frac{1}{2}$."}],
    ),
}  # fmt: skip


def quiz(content, seed=0, **modes):
    return questions_of(content, Options(seed=seed, quiz=QuizModes(**modes)))


@pytest.mark.parametrize(("name", "mode"), all_pairs(SHIPPED, QuizMode))
def test_questions_tell_no_answers_and_options_are_four_different_ones(name, mode):
    content, places = SHIPPED[name], Counter()
    for seed in range(8):
        questions = quiz(content, seed, mode=mode)
        for number, question in enumerate(questions, start=1):
            assert question.number == number
            places[question.letter] += 1
            if question.options:
                assert len({option.casefold() for option in question.options}) == len(LETTERS)
                assert question.options[LETTERS.index(question.letter)] == question.recall.answer
            for other in questions:
                words = f"{other.recall.topic} . {other.recall.asked}"
                assert other is question or not question.recall.told_by(words, content.language)
                if other.options and not question.options:
                    assert question.recall.answer not in other.options
        assert len(questions) >= (1 if mode is QuizMode.CHOICE else 10)
    written = places.pop("", 0)
    assert bool(written) is (mode is not QuizMode.CHOICE)
    assert bool(places) is (mode is not QuizMode.SHORT)
    assert sorted(places) == list(LETTERS) or sum(places.values()) < 3 * len(LETTERS)
    if places and mode is QuizMode.CHOICE:
        assert max(places.values()) - min(places.values()) <= 12


@pytest.mark.parametrize("mode", QuizMode)
def test_no_term_stands_beside_others_of_which_it_alone_may_be_a_treaty(mode):
    rows = {"Rapallo pact": "A treaty of two outcasts.", "Kulak": "A farmer with some land.", "Cheka": "The first secret police.",
            "Gosplan": "The office for plans.", "Zemstvo": "A council of a district.", "Duma": "A house that votes laws."}  # fmt: skip
    content = pack(glossary=[{"term": term, "meaning": meaning} for term, meaning in rows.items()])
    said = spoken(compose(content, Options(quiz=QuizModes(mode=mode)), [SECTION], [SECTION]))
    assert {term for term in rows if term in said} == {term for term in rows if f"What does it mean? {term}" in said}
    assert "What does it mean? Rapallo pact" not in said  # a pact is a treaty
    assert "What does it mean? Kulak" not in said  # and of four, one alone would be a farmer
    assert ("What does it mean?" in said) is (mode is not QuizMode.SHORT)
    assert ("Which term?" in said) is (mode is not QuizMode.CHOICE)


@pytest.mark.parametrize("count", [1, 3, 4, 8, 10, 20])
def test_the_right_answers_are_evenly_spread(count):
    places = Counter(question.letter for question in quiz(SHIPPED["anglo-soviet-relations"], of=count, mode="choice"))
    assert sum(places.values()) == min(count, 18)  # as many as can be chosen beside each other
    assert max(places.values()) - min((places[letter] for letter in LETTERS), default=0) <= 1


def test_answers_are_no_wrong_answers_elsewhere_where_there_are_enough():
    content = SHIPPED["anglo-soviet-relations"]
    for seed in range(4):
        chosen = [each for each in quiz(content, seed) if each.options]
        offered = [option for each in chosen for option in each.options]
        assert all(offered.count(each.recall.answer) == 1 for each in chosen)


@pytest.mark.parametrize(
    ("answers", "kept"),
    [
        (("interference", "intervention"), ()),
        (("interference|intervention", "intervention"), ("interference",)),
        (("interference", "armed intervention"), None),
        (("compensate", "compensated"), None),
        (("mont-de-piété", "Mont-Valérien"), None),
        (("conference", "competition"), None),
    ],
)
def test_a_gap_is_not_asked_where_another_answer_begins_as_the_sheet_shows(answers, kept):
    texts = ["The northern states always fear every {{%s}} there.", "The southern peoples wanted a long {{%s}} then."]
    content = pack(points=[point(text % answer, "X Y") for text, answer in zip(texts, answers, strict=True)])
    found = {each.recall.answer for seed in range(4) for each in quiz(content, seed, mode="short", of=1)}
    assert found == set(answers if kept is None else kept)


def test_the_date_of_a_point_is_not_asked_beside_one_in_its_text():
    text = "Treaties of {{August 1924}} promised Britain a new market for its trade."
    content = pack(points=[point(text, "Labour recognises the USSR", date="1 February 1924")])
    assert len(quiz(content, of=2)) == 1


def test_half_of_the_questions_are_to_choose_from_and_another_seed_has_others():
    content = SHIPPED["anglo-soviet-relations"]
    assert [sum(bool(each.options) for each in quiz(content, seed)) for seed in range(4)] == [5] * 4
    few = SHIPPED["photosynthesis"]  # whose people are of many nations, and whose terms tell what they are
    assert [sum(bool(each.options) for each in quiz(few, seed)) for seed in range(20, 24)] == [1] * 4
    assert [len(quiz(few, seed)) for seed in range(20, 24)] == [10] * 4
    assert len(quiz(content)) == 10
    keys = [tuple(each.recall.key for each in quiz(content, seed)) for seed in range(4)]
    assert len(set(keys)) == 4
    assert keys[0] == tuple(each.recall.key for each in quiz(content))


@pytest.mark.parametrize(
    ("name", "mode", "where", "profile", "paper", "theme"),
    all_pairs(HOSTILE, QuizMode, QuizAnswers, Profile, Paper, ThemeName),
)
def test_it_keeps_every_law_on_every_paper_and_in_every_profile(name, mode, where, profile, paper, theme):
    options = Options(
        paper=paper, profile=profile, theme=theme, fillable=True, quiz=QuizModes(mode=mode, answers=where, of=40)
    )
    content = HOSTILE[name]
    document = compose(content, options, [SECTION], [SECTION])
    keeps_the_laws(document)
    texts_apart_are_two_words(document)
    fields = [item.name for page in document.pages for item in page.items if isinstance(item, Field)]
    for question in questions_of(content, options):
        own = [each for each in fields if re.match(rf"question {question.number}\b", each)]
        assert own, "a place for the answer"
        assert len(own) == 4 or not question.options


@pytest.mark.parametrize("where", QuizAnswers)
@pytest.mark.parametrize("mode", QuizMode)
def test_key_and_sheet_agree(shipped, mode, where):
    options = Options(quiz=QuizModes(mode=mode, answers=where))
    questions = questions_of(shipped, options)
    sheet = compose(shipped, options, [SECTION], [SECTION])
    said = spoken(sheet)
    assert f"Score / {len(questions)}" in said
    owed = [answer for each in SECTION.answers(shipped, options) for answer in each.answers]
    assert len(owed) == (len(questions) if where is QuizAnswers.KEY else 0)
    told = spoken(compose(shipped, options, [answers.SECTION], [SECTION])) if owed else said
    for question in questions:
        right = f"{question.letter} {question.recall.spoken or question.recall.answer}".strip()
        assert " ".join(right.split()) in told


def test_a_quiz_shares_its_code_with_its_answers_alone(shipped):
    codes = []
    for modes in ({}, {"of": 9}, {"mode": "short"}, {"answers": "folded"}):
        options = Options(quiz=QuizModes(**modes))
        sheet = spoken(compose(shipped, options, [SECTION], [SECTION]))
        (code,) = re.findall(r"Version (\w{4})", sheet)
        codes.append(code)
        for owed in SECTION.answers(shipped, options):
            assert owed.version == code
            assert code in spoken(compose(shipped, options, [answers.SECTION], [SECTION]))
    assert len(set(codes)) == 3
    assert codes[3] == codes[0]


@pytest.mark.parametrize(("where", "pages"), [(QuizAnswers.KEY, 1), (QuizAnswers.FOLDED, 1), (QuizAnswers.BACK, 2)])
def test_a_quiz_of_ten_is_one_sheet_with_its_answers_at_the_foot_or_on_the_back(where, pages):
    for content in SHIPPED.values():
        for seed in range(3):
            document = compose(content, Options(seed=seed, quiz=QuizModes(answers=where)), [SECTION], [SECTION])
            assert len(document.pages) == pages, (content.title, seed)
            runs = [
                (page, run) for page, run in text_runs(document) if "fold" in run.text.lower() or "Repliez" in run.text
            ]
            assert len(runs) == (where is QuizAnswers.FOLDED)
            if runs:
                ((page, run),) = runs
                assert run.y < page.frame.bottom + page.frame.height / 5


def test_what_is_asked_is_not_in_the_pupils_file():
    for name, content in SHIPPED.items():
        for mode in (QuizMode.SHORT, QuizMode.MIXED):
            options = Options(fillable=True, quiz=QuizModes(mode=mode))
            data = pdf_bytes(compose(content, options, [SECTION], [SECTION]))
            for question in questions_of(content, options):
                if not question.options:
                    answer = question.recall.answer.replace("\xa0", " ")
                    assert places_of(answer, data) == [], (name, answer)


def test_the_words_of_a_pupils_file_do_not_tell_which_answer_is_right():
    content = SHIPPED["anglo-soviet-relations"]
    data = pdf_bytes(compose(content, Options(fillable=True, quiz=QuizModes(mode="choice")), [SECTION], [SECTION]))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        names = [str(field.get("/TU", "")) for field in pdf.Root.AcroForm.Fields]
    for question in quiz(content, mode="choice"):
        for letter, option in zip(LETTERS, question.options, strict=True):
            said = f"question {question.number}, {letter}: {option}".replace("\xa0", " ")
            assert sum(each.replace("\xa0", " ") == said for each in names) == 1


TASKS = {
    QuizMode.MIXED: "Tick the right answer, or write it where there is none to tick.",
    QuizMode.CHOICE: "Tick the right answer.",
    QuizMode.SHORT: "Write the answer.",
}


@pytest.mark.parametrize(("mode", "fillable"), all_pairs(QuizMode, (False, True)))
def test_it_is_heard(shipped, mode, fillable):
    options = Options(fillable=fillable, quiz=QuizModes(mode=mode))
    said = "\n".join(heard(pdf_bytes(compose(shipped, options, [SECTION], [SECTION])))).replace("\xa0", " ")
    wanted = [TASKS[mode], "list of 10"]
    for question in questions_of(shipped, options):
        number = f"question {question.number}"
        for letter, option in zip(LETTERS, question.options, strict=bool(question.options)):
            plain = option.replace("\xa0", " ")
            wanted.append(f"{number}, {letter}: {plain})" if fillable else f"• {letter}: | {plain}")
        if not question.options:
            wanted.append(f"(edit: {number}" if fillable else f"• {question.number}. | ")
        if question.recall.kind is RecallKind.GAP and not fillable and question.recall.answer.islower():
            wanted.append(f"(blank, begins with {question.recall.answer[0]}")
    assert [line for line in wanted if line not in said] == []
    assert ("Line to write on" in said) is any(
        not question.options and question.recall.kind is not RecallKind.GAP
        for question in questions_of(shipped, options)
    )


@pytest.mark.parametrize(
    ("language", "answer", "letters"),
    [
        ("en", "trade", "t"),
        ("en", "trade agreement", "t a"),
        ("en", "Warsaw", "W"),
        ("en", "May 1921", ""),
        ("en", "guaranteed|promised", "g"),
        ("en", "non-aggression", "n"),
        ("de", "Handel", "H"),
        ("fr", "Varsovie", "V"),
    ],
)
def test_a_gap_for_a_word_shows_how_it_begins(language, answer, letters):
    text = f"Die Stadt Riga hatte im alten Jahrhundert so viel von {{{{{answer}}}}} im Osten."
    content = pack(language=language, points=[point(text, "X Y")])
    options = Options(quiz=QuizModes(mode="short"))
    document = compose(content, options, [SECTION], [SECTION])
    shown = [run.text.strip() for _, run in text_runs(document)]
    assert [each for each in shown if len(each) == 1 and each.isalpha()] == letters.split()
    ((owed,),) = [each.answers for each in SECTION.answers(content, options)]
    assert [each.replace("\xa0", " ") for each in owed.accepted] == answer.split("|")[:1]


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("12 May 1927", "When (day, month, year)?"),
        ("May 1927", "When (month, year)?"),
        ("1927", "When (year)?"),
        ("1919/1921", ""),
        ("spring 1927", ""),
    ],
)
def test_a_date_to_write_is_asked_for_as_precisely_as_it_is_known(date, words):
    content = pack(events=[{"title": "Arcos", "date": date}], glossary=[{"term": "Senate", "meaning": "Old men."}])
    said = spoken(compose(content, Options(quiz=QuizModes(mode="short")), [SECTION], [SECTION]))
    assert (words in said) if words else ("Arcos" not in said)


@pytest.mark.parametrize(("profile", "mode", "where"), all_pairs(Profile, QuizMode, QuizAnswers))
def test_its_file_is_valid_and_read_in_order(profile, mode, where):
    options = Options(profile=profile, fillable=True, quiz=QuizModes(mode=mode, answers=where))
    document = compose(every_key(), options, [SECTION], [SECTION])
    assert verdict_on(document, pdf_bytes(document)) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--set", "quiz.of=20"], "the content has no 20 questions that stand by themselves and tell no answer, but 2"),
        (["--set", "quiz.mode=choice"], "the content has no four meanings, people or dates alike to choose from"),
    ],
)
def test_what_the_content_lacks_is_told_where_it_is_asked_for(typed, desk, words, told):
    text = "title: T\nglossary:\n- {term: Consul, meaning: A leader.}\n- {term: Senate, meaning: Old men.}\n"
    (desk / "content" / "few.yaml").write_text(text, encoding="utf-8")
    status, _, wrong = typed("build", "content/few.yaml", "--sections", "quiz", *words)
    assert status != 0
    assert told in wrong
    status, said, wrong = typed("build", "content/few.yaml", "--sections", "quiz")
    assert status == 0
    assert "the quiz has 2 questions" in said + wrong


def test_how_few_can_be_chosen_is_told(typed, desk):
    rows = {"Senate": "The council of old heads.", "Legion": "A body of foot and horse.", "Forum": "A place to meet and trade.",
            "Toga": "A cloak of white wool."}  # fmt: skip
    terms = "".join(f"- {{term: {term}, meaning: {meaning}}}\n" for term, meaning in rows.items())
    (desk / "content" / "some.yaml").write_text(f"title: T\nglossary:\n{terms}", encoding="utf-8")
    status, said, wrong = typed("build", "content/some.yaml", "--sections", "quiz", "--set", "quiz.mode=choice")
    assert status == 0
    assert "the quiz has 1 question, for the content has no more that have four answers alike" in said + wrong


def test_it_is_printed_where_it_is_asked_for_and_by_presets(shipped):
    def printed(**flags):
        return {page.section for each in render(shipped, Flags(**flags), "topic") for page in each.document.pages}

    assert "quiz" not in printed()
    assert "quiz" in printed(preset="revision")
    assert {"questions", "quiz", "answers"} <= printed(preset="lesson")
