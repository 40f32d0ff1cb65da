"""A pack in another language: its words are in that language, the program's own are English, for whoever hears it."""

import pytest
from laws import every_tag, text_runs

from studypack.layout.tag import Tag
from studypack.model.content import Pack
from studypack.model.options import Options, Profile
from studypack.output.compose import compose
from studypack.sections import SECTIONS

GERMAN = {
    "title": "Die Weimarer Republik",
    "language": "de-DE",
    "question": "Woran scheiterte die Republik?",
    "sides": {"advantage": "Stärken", "disadvantage": "Schwächen"},
    "points": [
        {
            "side": "advantage",
            "date": "1919-08-11",
            "title": "Eine Verfassung für alle",
            "theme": "Grundrechte",
            "text": "Die {{Nationalversammlung}} gab dem Volk *zum ersten Mal* ein {{Wahlrecht::Recht}} auch für Frauen, "
            "und niemand sprach noch von [cordon sanitaire]{lang=fr} oder Kaiser.",
        },
        {"side": "disadvantage", "date": "1923", "title": "Hyperinflation", "text": "Ein Brot kostete {{Milliarden}}."},
    ],
    "glossary": [{"term": "Reichstag", "meaning": "Das Parlament der Republik."}],
    "evaluation": {
        "question": "War sie zum Scheitern verurteilt?",
        "paragraphs": [[{"move": "Urteil", "text": "Sie war es nicht.", "note": "Antwortet sofort."}]],
        "try": "Führe das Urteil aus.",
    },
}


def composed(profile=Profile.STANDARD):
    return compose(Pack.model_validate(GERMAN), Options(profile=profile), SECTIONS, SECTIONS)


def said_in(document, language):
    """The pieces of text that are said to be in a language; in the document's where that is empty."""
    found = set()
    for _, run in text_runs(document):
        tag = run.tag
        while isinstance(tag, Tag) and not tag.lang:
            tag = tag.parent
        if isinstance(run.tag, Tag) and (tag.lang if tag else "") == language:
            found.add(run.text.strip().replace("\u00a0", " "))
    return found


@pytest.mark.parametrize("profile", list(Profile))
def test_the_packs_words_are_its_own_and_the_programs_are_english(profile):
    document = composed(profile)
    theirs, ours = said_in(document, ""), said_in(document, "en")
    assert {"Hyperinflation", "Sie war es nicht.", "Reichstag", "· Grundrechte"} <= theirs
    assert {"Name", "Your turn", "Glossary", "11 August 1919"} <= ours
    german = {word for text in theirs for word in text.split() if word[0].isupper() and len(word) > 7}
    assert {"Verfassung", "Parlament", "Republik"} <= {word.strip(".,?") for word in german}
    whole: dict[Tag, str] = {}
    for _, run in text_runs(document):
        whole[run.tag] = whole.get(run.tag, "") + run.text
    mixed = [text for tag, text in whole.items() if isinstance(tag, Tag) and tag.lang == "en" and "Republik" in text]
    assert all(" the " in text for text in mixed), "a task of ours that quotes the question, and nothing else"


def test_gaps_and_pictures_are_announced_in_english():
    tags = list(every_tag(composed().root))
    gaps = [tag for tag in tags if tag.said.startswith("(gap ")]
    assert len(gaps) == 2 * 3, "on the sheets, and in the key"
    pictures = [tag for tag in tags if tag.alt]
    assert pictures
    assert {tag.lang for tag in (*gaps, *pictures)} == {"en"}


def test_a_range_of_years_is_said_in_english_whatever_letters_the_pack_has():
    """“Brot ohne” has the letters of “to”."""
    point = {"side": "advantage", "date": "1923-24", "title": "Notgeld", "text": "{{Brot}} ohne Ende."}
    document = compose(Pack.model_validate({**GERMAN, "points": [point]}), Options(), SECTIONS, SECTIONS)
    said = [tag for tag in every_tag(document.root) if tag.said.startswith("1923 to 1924")]
    assert {tag.lang for tag in said} == {"en"}


def test_words_of_a_third_language_say_which():
    assert "cordon sanitaire" in said_in(composed(), "fr")


def test_in_an_english_pack_nothing_needs_to_say_its_language(shipped):
    document = compose(shipped, Options(), SECTIONS, SECTIONS)
    said = {tag.lang for tag in every_tag(document.root)}
    assert "en" not in said
