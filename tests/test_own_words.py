"""A pack in another language: its words are in that language, the program's own are English, for whoever hears it."""

import pytest
from laws import every_tag, text_runs

from studypack.layout.tag import Tag
from studypack.model.choices import Profile
from studypack.model.content import Pack
from studypack.model.options import Options
from studypack.output.compose import compose
from studypack.sections import SECTIONS

ITALIAN = {
    "title": "La Repubblica di Weimar",
    "language": "it-IT",
    "question": "Perché fallì la Repubblica?",
    "sides": {"advantage": "Forze", "disadvantage": "Debolezze"},
    "points": [
        {
            "side": "advantage",
            "date": "1919-08-11",
            "title": "Una Costituzione per tutti",
            "theme": "Diritti",
            "text": "L’{{assemblea}} diede al popolo *per la prima volta* un {{voto::diritto}} anche per le donne, "
            "e nessuno parlava più di [cordon sanitaire]{lang=fr} o di imperatore.",
        },
        {"side": "disadvantage", "date": "1923", "title": "Iperinflazione", "text": "Un pane costava {{miliardi}}."},
    ],
    "glossary": [{"term": "Reichstag", "meaning": "Il Parlamento della Repubblica."}],
    "evaluation": {
        "question": "Era destinata a fallire?",
        "paragraphs": [[{"move": "Giudizio", "text": "Non lo era.", "note": "Risponde subito."}]],
        "try": "Spiega il giudizio.",
    },
}


def composed(profile=Profile.STANDARD):
    return compose(Pack.model_validate(ITALIAN), Options(profile=profile), SECTIONS, SECTIONS)


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
    assert {"Iperinflazione", "Non lo era.", "Reichstag", "· Diritti"} <= theirs
    assert {"Name", "Your turn", "Glossary", "How to read the marks"} <= ours
    italian = {word for text in theirs for word in text.split() if word[0].isupper() and len(word) > 7}
    assert {"Costituzione", "Parlamento", "Repubblica"} <= {word.strip(".,?") for word in italian}
    whole: dict[Tag, str] = {}
    for _, run in text_runs(document):
        whole[run.tag] = whole.get(run.tag, "") + run.text
    marked = {tag: tag.said or text for tag, text in whole.items() if isinstance(tag, Tag) and tag.lang == "en"}
    mixed = [text for text in marked.values() if "Repubblica" in text]
    assert all(" the " in text for text in mixed), "a task of ours that quotes the question, and nothing else"


def test_gaps_and_pictures_are_announced_in_english():
    tags = list(every_tag(composed().root))
    gaps = [tag for tag in tags if tag.said.startswith("(gap ")]
    assert len(gaps) == 2 * 3, "on the sheets, and in the key"
    pictures = [tag for tag in tags if tag.alt]
    assert pictures
    assert {tag.lang for tag in (*gaps, *pictures)} == {"en"}


def test_a_range_of_years_is_said_in_english_whatever_letters_the_pack_has():
    """“Pane contato” has the letters of “to”."""
    point = {"side": "advantage", "date": "1923-24", "title": "Moneta", "text": "{{Pane}} contato."}
    document = compose(Pack.model_validate({**ITALIAN, "points": [point]}), Options(), SECTIONS, SECTIONS)
    said = [tag for tag in every_tag(document.root) if tag.said.startswith("1923 to 1924")]
    assert {tag.lang for tag in said} == {"en"}


def test_words_of_a_third_language_say_which():
    assert "cordon sanitaire" in said_in(composed(), "fr")


def test_in_an_english_pack_nothing_needs_to_say_its_language(shipped):
    document = compose(shipped, Options(), SECTIONS, SECTIONS)
    said = {tag.lang for tag in every_tag(document.root)}
    assert "en" not in said
