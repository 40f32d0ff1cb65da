"""Terms and meanings: nothing on a sheet tells a term that is to be written, and sheet and key agree."""

import pytest
from laws import keeps_the_laws, spoken, text_runs, texts_apart_are_two_words
from packs import LONG_WORD, SENTENCE, all_pairs, pack
from pdf.leaks import places_of
from pdf.verdict import verdict_on
from pydantic import ValidationError

from studypack.base.resources import shipped_content_folder
from studypack.base.wording import letters_for
from studypack.layout.field import Field
from studypack.model.choices import Key, Paper, Profile
from studypack.model.modes import VocabularyMode, Written
from studypack.model.options import Flags, Options
from studypack.model.section_modes import VocabularyModes
from studypack.model.spans import plain
from studypack.output.build import render
from studypack.output.compose import compose, version_code
from studypack.pdf.tagged import pdf_bytes
from studypack.reading.load import load
from studypack.sections import answers, flashcards, glossary
from studypack.sections.vocabulary import SECTION
from studypack.sections.vocabulary.terms import sheet_of
from tests.pdf.files import every_key
from tests.transcript import heard

SHIPPED = {path.stem: load(path).pack for path in sorted(shipped_content_folder().glob("*.yaml"))}
WORDS = ("Quibberdaunt", "Mulgavance", "Drompelfitz", "Plontrevik", "Yarmolquist", "Glimmerfold", "Wexloth")
MADE_UP = pack(
    glossary=[
        {
            "term": word,
            "meaning": f"What {other}s have that is number {n}; {word} for short.",
            "gender": "f",
            "example": f"A {word} came in.",
        }
        for n, (word, other) in enumerate(zip(WORDS, WORDS[1:] + WORDS[:1], strict=True))
    ]
)


def terms(*pairs, **more):
    return pack(glossary=[{"term": term, "meaning": meaning, **more} for term, meaning in pairs])


def sheet(content, **modes):
    return sheet_of(content, Options(vocabulary=VocabularyModes(**modes)))


@pytest.mark.parametrize(
    ("term", "meaning", "shown"),
    [
        ("Stroma", "The fluid in a chloroplast.", "The fluid in a chloroplast."),
        ("Consul", "A consul led the army.", "A … led the army."),
        ("Consul", "One of two consuls, who led the army.", "One of two …, who led the army."),
        ("Limiting factor", "The factor in shortest supply.", "The … in shortest supply."),
        ("Limiting factor", "A limiting factor holds others up.", "A … holds others up."),
        ("Ratification", "When a parliament ratifies a treaty.", "When a parliament … a treaty."),
        ("IT", "What IT does; it is useful.", "What … does; it is useful."),
        ("Q~10~", "How many times faster it is.", "How many times faster it is."),
        ("NATO", "The North Atlantic Treaty Organization.", None),
        ("Consul", "A consul, two consuls, and more of a consul.", None),
        ("Consul", "Consul.", None),
    ],
)
def test_words_that_tell_a_term_are_blanks_or_it_is_left_out(term, meaning, shown):
    content = terms((term, meaning), ("Tribune", "Somebody who spoke for the plebs."))
    made = sheet(content)
    found = {each.term: plain(each.shown) for each in made.asked}
    assert found.get(term.replace("~", "")) == shown
    assert made.left_out == (() if shown else (term,))


@pytest.mark.parametrize(
    ("pairs", "asked"),
    [
        ([("Granum", "A stack of thylakoids."), ("Thylakoid", "A flat sac.")], {"Granum": "A stack of ….", "Thylakoid": "A flat sac."}),
        ([("Consul", "A leader."), ("Praetor", "A leader."), ("Tribune", "A man.")], {"Tribune": "A man."}),
        ([("Consul", "A leader of two."), ("Praetor", "A leader.")], {"Consul": "A leader of two."}),
        ([("Consul", "A leader."), ("consul", "A man.")], {}),
    ],
)  # fmt: skip
def test_no_meaning_tells_the_term_of_another_or_fits_it_too(pairs, asked):
    assert {each.term: plain(each.shown) for each in sheet(terms(*pairs)).asked} == asked


@pytest.mark.parametrize(("mode", "profile", "paper"), all_pairs(VocabularyMode, Profile, (Paper.A4, Paper.A5)))
def test_what_is_to_be_written_is_nowhere_in_the_pupils_file(mode, profile, paper):
    settings = (f"vocabulary.mode={mode}",)
    flags = Flags(
        sections=("contents", "vocabulary"),
        settings=settings,
        profile=profile,
        paper=paper,
        key=Key.SEPARATE,
        fillable=True,
    )
    pupils, teachers = (each.data for each in render(MADE_UP, flags, "topic"))
    asked = sheet(MADE_UP, mode=mode).asked
    hidden = [each.term for each in asked if each.writes is Written.TERM] if mode is not VocabularyMode.MATCH else []
    assert len(asked) >= 4
    assert {word: places for word in hidden if (places := places_of(word, pupils))} == {}
    assert all(places_of(word, teachers) for word in hidden)


@pytest.mark.parametrize("mode", VocabularyMode)
@pytest.mark.parametrize("write", Written)
@pytest.mark.parametrize("content", SHIPPED.values(), ids=SHIPPED)
def test_sheet_and_key_agree(content, mode, write):
    options = Options(vocabulary=VocabularyModes(mode=mode, write=write))
    asked = sheet_of(content, options)
    printed = spoken(compose(content, options, [SECTION], [SECTION]))
    key = spoken(compose(content, options, [answers.SECTION], [SECTION]))
    (owed,) = SECTION.answers(content, options)
    assert [answer.number for answer in owed.answers] == list(range(1, len(asked.asked) + 1))
    assert len(asked.asked) >= 8
    for code in (printed, key):
        assert asked.code in code
    assert f"/ {len(asked.asked)}" in printed
    if mode is VocabularyMode.MATCH:
        letters = [answer.accepted[0] for answer in owed.answers]
        assert len(set(letters)) == len(letters) == len(asked.asked)
        assert len(asked.spares) == 2
        for answer, each in zip(owed.answers, asked.asked, strict=True):
            assert f"{answer.accepted[0]} {plain(each.shown)}".replace("…", "____") in printed
        return
    for answer, each in zip(owed.answers, asked.asked, strict=True):
        right = each.term if each.writes is Written.TERM else plain(each.clue)
        assert right in answer.accepted[0]
        assert each.given.replace("…", "____") in printed


def test_more_are_matched_than_the_alphabet_has_letters():
    content = terms(*((letters_for(n) * 4, f"That is number {n}.") for n in range(100, 145)))
    options = Options(vocabulary=VocabularyModes(mode=VocabularyMode.MATCH, of=40))
    (owed,) = SECTION.answers(content, options)
    document = compose(content, options, [SECTION], [SECTION])
    keeps_the_laws(document)
    printed = {run.text for _, run in text_runs(document)}
    assert {letters_for(at) for at in range(42)} <= printed
    letters = {answer.accepted[0] for answer in owed.answers}
    assert len(letters) == 40
    assert any(len(each) == 2 for each in letters)


def test_translations_are_asked_both_ways_with_gender_and_example():
    content = SHIPPED["la-commune-de-paris"]
    into, out = sheet(content), sheet(content, write="meaning")
    assert {each.term for each in into.asked} == {each.term for each in out.asked}
    (guard,) = (each for each in into.asked if each.term == "Garde nationale")
    assert (plain(guard.shown), plain(guard.example)) == (
        "National Guard",
        "La … conserve ses fusils après l’armistice.",
    )
    (owed,) = SECTION.answers(content, Options())
    assert ("Garde nationale (n.\u00a0f.)",) in {answer.accepted for answer in owed.answers}
    assert {answer.spoken for answer in owed.answers} > {"Garde nationale (nom féminin)"}
    assert {plain(each.shown) for each in sheet(content, by="meaning").asked} > {
        "Gardes nationaux qui servent la Commune."
    }


@pytest.mark.parametrize(
    ("typed", "gender"),
    [
        *((each, "m") for each in ("m", "M.", "masc.", "masculine", "n. m.", "nm", "le", "der", "nom masculin")),
        *((each, "f") for each in ("f", "die", "féminin", "n. f.", "s. f.")),
        *((each, "n") for each in ("n", "neuter", "das", "n. n.")),
        *((each, "m/f") for each in ("m/f", "f/m", "m. ou f.", "masculine or feminine")),
        *((each, "m pl") for each in ("m pl", "n. m. pl.", "masculine plural")),
        *((each, "pl") for each in ("pl", "plural")),
        *((each, None) for each in ("x", "verb", "m x", "m n", "")),
    ],
)
def test_a_gender_may_be_typed_as_it_is_known(typed, gender):
    def made():
        return terms(("Guard", "A guard."), gender=typed).glossary[0].gender

    if gender is None:
        with pytest.raises(ValidationError):
            made()
    else:
        assert made() == gender


def test_translations_print_in_the_glossary_and_on_cards_and_change_no_other_sheet():
    plainly = {"term": "garde", "meaning": "Une milice."}
    told = {**plainly, "translation": "[guard]{lang=en}", "gender": "f", "example": "La garde passe."}
    without, content = (pack(language="fr", glossary=[each]) for each in (plainly, told))
    assert version_code(without, Options()) == version_code(content, Options())
    printed = spoken(compose(content, Options(), [glossary.SECTION], [glossary.SECTION]))
    assert "garde n. f." in printed
    assert "guard. Une milice." in printed
    assert "La garde passe." in printed
    cards = spoken(compose(content, Options(), [flashcards.SECTION], [flashcards.SECTION]))
    assert all(words in cards for words in ("garde (nom féminin)", "guard", "Une milice.", "La garde passe."))


def test_a_translation_and_an_example_stand_beside_a_table():
    table = "| a | b |\n|---|---|\n| c | d |"
    for meaning in (table, f"What it is:\n\n{table}"):
        content = terms(("Guard", meaning), translation="garde", example="The guard came.")
        for section in (glossary.SECTION, flashcards.SECTION):
            said = spoken(compose(content, Options(), [section], [section]))
            assert all(words in said for words in ("garde", "c", "The guard came."))


def test_examples_are_left_out_of_the_glossary_only_where_they_cost_a_page_and_a_test_has_them():
    def pages_and_words(example, count):
        each = {"meaning": "What it is.", "translation": "mot"}
        entries = [{"term": f"Drompelfitz{n}", **each, "example": example.format(n)} for n in range(count)]
        document = compose(pack(glossary=entries), Options(), [glossary.SECTION], [glossary.SECTION])
        return len(document.pages), "it came" in spoken(document)

    assert pages_and_words("Then it came.", 24) == (2, True), "no test would have it"
    assert pages_and_words("Drompelfitz{}: it came.", 24) == (1, False)
    assert pages_and_words("Drompelfitz{}: it came.", 8) == (1, True)


HOSTILE = {
    "every key": every_key(),
    "made up": MADE_UP,
    "one": terms(("x", "y")),
    "people": pack(people=[{"name": f"{word} X", "role": f"They were {n}."} for n, word in enumerate(WORDS)]),
    "long": pack(
        glossary=[
            {"term": f"{LONG_WORD}{n}", "meaning": f"{SENTENCE} {word}", "translation": f"{LONG_WORD} {word}", "gender": "m pl"}
            for n, word in enumerate("ABCDEF")
        ]
    ),
    "marks": terms(
        ("*So* $E = mc^2$", "It [was](https://example.org) `so` and **so**."),
        ("H~2~O", "What is in H~2~O and the sea."),
        *((f"{word} `c`", f"*One* of {n} [de jure]{{lang=la}}.") for n, word in enumerate(WORDS)),
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "mode", "write", "profile", "paper"), all_pairs(HOSTILE, VocabularyMode, Written, Profile, Paper)
)
def test_it_keeps_every_law_on_every_paper_and_in_every_profile(name, mode, write, profile, paper):
    options = Options(
        paper=paper, profile=profile, fillable=True, vocabulary=VocabularyModes(mode=mode, write=write, of=40)
    )
    asked = sheet_of(HOSTILE[name], options).asked
    for sections in ([SECTION], [answers.SECTION]) if asked else ():
        document = compose(HOSTILE[name], options, sections, [SECTION])
        keeps_the_laws(document)
        texts_apart_are_two_words(document)
        fields = {item.name for page in document.pages for item in page.items if isinstance(item, Field)}
        if sections == [SECTION]:
            assert len(fields) >= len(asked)


@pytest.mark.parametrize(("mode", "profile"), all_pairs(VocabularyMode, Profile))
def test_its_file_is_valid_and_read_in_order(mode, profile):
    options = Options(profile=profile, fillable=True, vocabulary=VocabularyModes(mode=mode))
    for sections in ([SECTION], [answers.SECTION]):
        document = compose(HOSTILE["marks"], options, sections, [SECTION])
        assert verdict_on(document, pdf_bytes(document)) == []


@pytest.mark.parametrize(
    ("mode", "lines"),
    [
        ("test", ["A … led the army.".replace("…", "(blank)"), "(edit: question 1)"]),
        ("grid", ["Term", "(edit: 1, Term)", "Line to write on", "Lines to write on"]),
    ],
)
def test_it_is_heard(mode, lines):
    content = terms(("Consul", "A consul led the army."), ("Tribunes " + "of the plebs " * 9, "Ten men."))
    options = Options(fillable=True, vocabulary=VocabularyModes(mode=mode))
    said = "\n".join(heard(pdf_bytes(compose(content, options, [SECTION], [SECTION]))))
    assert [line for line in lines if line not in said] == []


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (("vocabulary.by=translation",), "no terms with a translation"),
        (("vocabulary.mode=match",), "no 5 terms whose meanings do not give them away"),
        (("vocabulary.of=9",), "no 9 terms that can stand on one sheet, but 2"),
    ],
)
def test_what_the_content_lacks_is_told_where_it_is_asked_for(typed, desk, settings, told):
    text = "title: T\nglossary:\n- {term: Consul, meaning: A leader.}\n- {term: Senate, meaning: Old men.}\n- {term: NATO, meaning: North Atlantic Treaty Organization}\n"
    (desk / "content" / "few.yaml").write_text(text, encoding="utf-8")
    asked = ("build", "content/few.yaml", "--sections", "vocabulary")
    status, _, wrong = typed(*asked, *(word for each in settings for word in ("--set", each)))
    assert status != 0
    assert told in wrong
    status, _, wrong = typed(*asked)
    assert status == 0
    assert "the vocabulary leaves out NATO" in wrong
