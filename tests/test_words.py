"""The program's own words: complete in each language that it speaks, the author's where there are some, else English."""

import ast
import re

import pytest
import yaml
from babel.messages.pofile import read_po
from packs import pack

from studypack.advice.rules import advice
from studypack.base.errors import StudypackError
from studypack.base.resources import catalogue, catalogue_languages
from studypack.model.messages import VALUE, messages
from studypack.model.options import Flags
from studypack.model.schema import json_schema
from studypack.model.words import forms_in
from studypack.output.build import render
from studypack.output.compose import version_code
from studypack.output.glyph_coverage import unprintable_words
from studypack.reading.load import read
from tests import catalogue as catalogues
from tests.command import SMALL, studypack
from tests.pdf.tagged import opened
from tests.transcript import heard

TWO_SIDES = [
    {"side": "advantage", "title": "Uno", "text": "Un {{testo}}."},
    {"side": "disadvantage", "title": "Due", "text": "Un altro {{testo}}."},
]


def test_the_template_is_what_the_source_says():
    fresh = catalogues.written(catalogues.extracted())
    assert catalogues.TEMPLATE.read_bytes() == fresh, "run python -m tests.catalogue"


def test_every_call_in_the_source_is_in_the_template():
    found = set()
    for path in (catalogues.ROOT / "studypack").rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and (words := _english(call)) is not None:
                *texts, where = *words, f"{path.name}:{call.lineno}"
                assert len(texts) > 1 and all(isinstance(each, str) for each in texts), f"{where}: not plain words"
                assert re.fullmatch(r"[a-z][a-z0-9_]*", texts[0]), where
                assert all(each == each.strip() for each in texts), f"{where}: a blank at an end belongs to no words"
                found.add((texts[0], tuple(texts[1:])))
    assert found == {(each.key, each.english) for each in messages().values()}


def _english(call):
    """What a call of `say` or `count` has for its key and its English; None for other calls."""
    name = getattr(call.func, "attr", getattr(call.func, "id", "")).strip("_")  # `_say` is extracted by nobody
    values = [getattr(each, "value", None) for each in call.args[: 3 if name == "count" else 2]]
    is_message = (name == "say" and isinstance(call.args[0], ast.Constant)) or (name == "count" and len(call.args) > 3)
    return values if is_message else None  # `say` of the command line has no key


@pytest.mark.parametrize("language", catalogue_languages())
def test_a_catalogue_has_every_message_translated(language):
    known = read_po(catalogue(language), locale=language)
    translated = {each.context: each for each in known if each.id}
    assert set(translated) == set(messages())
    wrong = []
    for key, message in messages().items():
        each = translated[key]
        strings = (each.string,) if isinstance(each.string, str) else tuple(each.string)
        forms = known.num_plurals if message.english[1:] else 1
        english = (each.id,) if isinstance(each.id, str) else tuple(each.id)
        values = [set(VALUE.findall(string)) for string in strings]
        # A form may leave out {n}, and what the English of that form leaves out; or be as the English for one or
        # for several, where both have values of their own.
        one, several = (set(VALUE.findall(form)) - {"n"} for form in (english[0], english[-1]))
        other = one if one - several else several
        same = one <= values[0] and all(several <= own or other <= own for own in values[1:])
        same = same and all(own <= set(message.values) for own in values)
        if each.fuzzy or english != message.english or len(strings) != forms or not all(strings) or not same:
            wrong.append((key, strings))
    assert not wrong


@pytest.mark.parametrize(
    ("written", "message", "hint", "column"),
    [
        ("wiegh: Over to you", "the program has no words 'wiegh'", "did you mean 'weigh'? studypack words lists", 3),
        ("nonsense: Over to you", "the program has no words 'nonsense'", "studypack words lists them all", 3),
        ("weigh: Over {to} you", "weigh has no value {to}", "these words have no values", 15),
        ("weigh: [Over]", "'weigh' should be text, not a list", "put quotes", 10),
        ("weigh: ''", "'weigh' is empty", "write something", 10),
        (f"weigh: {'Over to you, ' * 9}", "weigh is too long", "there is room for 38 characters", 49),
    ],
)
def test_words_that_cannot_be_are_told_at_their_place(written, message, hint, column):
    with pytest.raises(StudypackError) as told:
        read(f"title: T\nwords:\n  {written}\n".encode(), "t.yaml")
    (problem,) = told.value.problems
    assert (problem.message, problem.line, problem.column) == (message, 3, column)
    assert hint in problem.hint


@pytest.mark.parametrize("value", ["Over to you", "[weigh]"])
def test_words_without_keys_are_told_with_a_way_out(value):
    with pytest.raises(StudypackError) as told:
        read(f"title: T\nwords: {value}\n".encode(), "t.yaml")
    (problem,) = told.value.problems
    assert problem.message.startswith("'words' should have keys of its own")
    assert "studypack words" in problem.hint


def lines_heard(content, *sections):
    made, *_ = render(content, Flags(sections=sections), "pack")
    return heard(made.data)


def test_own_words_are_printed_and_change_no_code_of_a_sheet():
    written = f"{SMALL}words:\n  weigh: That's *your* turn\n"
    content, before = (read(each.encode(), "t.yaml").pack for each in (written, SMALL))
    assert version_code(content, content.pack) == version_code(before, before.pack)
    assert "heading 2: That’s your turn" in lines_heard(content, "table")
    assert "heading 2: Weigh it up" in lines_heard(before, "table")


def test_a_pack_with_own_words_can_be_a_key():
    assert len({pack(words={"weigh": "Over to you"}), pack(words={"weigh": "Over to you"}), pack()}) == 2


@pytest.mark.parametrize(
    ("first", "last", "joined", "either"),
    [
        ("Causas", "Impactos", "Causas e Impactos", "Causas o Impactos"),
        ("Estado", "iglesia", "Estado e iglesia", "Estado o iglesia"),
        ("Hechos", "historias", "Hechos e historias", "Hechos o historias"),
        ("Aves", "Índices", "Aves e Índices", "Aves o Índices"),
        ("Cobre", "hierro", "Cobre y hierro", "Cobre o hierro"),
        ("Sales", "iones", "Sales y iones", "Sales o iones"),
        ("Apoyos", "Obstáculos", "Apoyos y Obstáculos", "Apoyos u Obstáculos"),
        ("Mujeres", "hombres", "Mujeres y hombres", "Mujeres u hombres"),
        ("7", "8", "7 y 8", "7 u 8"),
        ("10", "11", "10 y 11", "10 u 11"),
        ("100", "110", "100 y 110", "100 o 110"),
        ("Pro", "Contra", "Pro y Contra", "Pro o Contra"),
    ],
)
def test_spanish_and_and_or_give_way_to_their_own_sound(first, last, joined, either):
    say = pack(language="es-ES").say
    assert say.listed([first, last]) == joined
    assert say("either_side", "{first} or {last}", first=first, last=last) == either


@pytest.mark.parametrize(
    ("language", "where"),
    [
        ("en", "between 29 July 1914 and 30 July 1914"),
        ("fr", "entre le 29 juillet 1914 et le 30 juillet 1914"),
        ("de", "zwischen dem 29. Juli 1914 und dem 30. Juli 1914"),
        ("es", "entre el 29 de julio de 1914 y el 30 de julio de 1914"),
    ],
)
def test_days_on_a_scale_are_heard_with_the_article_of_their_language(language, where):
    dated = [{**point, "date": f"1914-07-{28 + at}"} for at, point in enumerate(TWO_SIDES * 2)]
    source = {"title": "T", "language": language, "points": dated, "pack": {"timeline": {"mode": "dates-blank"}}}
    content = read(yaml.safe_dump(source).encode(), "t.yaml").pack
    assert where in "\n".join(lines_heard(content, "timeline"))


@pytest.mark.parametrize(
    ("language", "dates", "where"),
    [
        ("en", "{} million years ago", "between 60 million years ago and 59 million years ago"),
        ("de", "vor {} Millionen Jahren", "im Abschnitt vor 60 Millionen Jahren bis vor 59 Millionen Jahren"),
    ],
)
def test_years_ago_on_a_scale_are_heard_as_their_language_has_it(language, dates, where):
    dated = [{**TWO_SIDES[0], "date": dates.format(ago)} for ago in (66, 60, 50, 30)]
    source = {"title": "T", "language": language, "points": dated, "pack": {"timeline": {"mode": "dates-blank"}}}
    content = read(yaml.safe_dump(source).encode(), "t.yaml").pack
    assert where in "\n".join(lines_heard(content, "timeline"))


def test_own_words_may_have_no_text():
    assert dict(read(b"title: T\nwords: {weigh: }", "t.yaml").pack.words) == {}


def test_signs_of_own_words_that_no_typeface_has_are_found():
    (found,) = unprintable_words(pack(words={"weigh": "重 yours"}))
    assert found.path == ("words", "weigh")


def test_a_language_that_the_program_does_not_speak_is_advised_once_and_english_is_marked():
    source = {"title": "Prova", "language": "it-IT", "sides": {"advantage": "Pro", "disadvantage": "Contro"}}
    loaded = read(yaml.safe_dump({**source, "points": TWO_SIDES}).encode(), "t.yaml")
    told = [each for each in advice(loaded) if "words" in each.message]
    assert [each.message for each in told] == [
        "the program has no Italian words: headings and instructions are English"
    ]
    assert "studypack words" in told[0].hint
    assert told[0].line == 1 + sorted([*source, "points"]).index("language")
    (made,) = render(loaded.pack, Flags(sections=("table",)), "pack")
    assert "heading 2: [en: Weigh it up]" in heard(made.data)
    with opened(made.data) as tagged:
        assert str(tagged.pdf.Root.Lang) == "it-IT"
    words = {"weigh": "Tocca a te", "worksheet": "Scheda {number}", "fill_the_gaps": "Completa"}
    own = read(yaml.safe_dump({**source, "points": TWO_SIDES, "words": words}).encode(), "t.yaml")
    said = lines_heard(own.pack, "table", "worksheets")
    assert {"heading 2: Tocca a te", "heading 2: Scheda 1: Completa"} <= set(said)


def test_the_words_that_are_listed_may_be_copied_into_the_content(tmp_path):
    done = studypack("words", cwd=tmp_path)
    listed = yaml.safe_load(done.stdout)["words"]
    assert {key: each.split(" | ") for key, each in listed.items()} == {
        key: list(each.english) for key, each in messages().items()
    }
    with_them = read(f"{SMALL}{done.stdout}".encode(), "t.yaml").pack
    plain = read(SMALL.encode(), "t.yaml").pack
    for one, other in zip(render(with_them, Flags(), "a"), render(plain, Flags(), "a"), strict=True):
        assert one.data == other.data


def test_words_in_a_language_that_the_program_does_not_speak(tmp_path):
    done = studypack("words", "it", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("error: the program has no words in 'it'\n  = help: ")


def test_editors_know_the_keys_of_words_with_their_english():
    known = json_schema()["properties"]["words"]
    assert known["additionalProperties"] is False
    assert {key: each["description"] for key, each in known["properties"].items()} == {
        key: " | ".join(each.english) for key, each in messages().items()
    }


@pytest.mark.parametrize(
    ("language", "space"),
    [("fr", " "), ("fr-CA", " "), ("en", ""), ("it", "")],
)
def test_a_colon_has_the_space_that_the_language_has_before_it(language, space):
    sides = [{"name": "Mare", "says": "azzurro"}, {"name": "Monti"}]
    points = [{"side": side, "title": "Uno", "text": "Due."} for side in ("Mare", "Mare", "Monti")]
    source = {"title": "T", "language": language, "sides": sides, "points": points}
    source["people"] = [{"name": "Ada", "role": "A [poet](https://example.org)."}]
    source["glossary"] = [{"term": "Mare", "meaning": "Acqua."}]
    content = read(yaml.safe_dump(source).encode(), "t.yaml").pack
    options = Flags(sections=("cover", "overview", "table", "glossary"), settings=("table.mode=sort",))
    lines = "\n".join(heard(render(content, options, "pack")[0].data)).replace("| ", "")
    for name, says in [("Ada", "A"), ("Mare", "Acqua"), ("Monti", "1"), ("Mare", "azzurro"), ("poet", "example.org")]:
        assert f"{name}{space}: {says}" in lines


@pytest.mark.parametrize(("language", "printed"), [("fr", "Uno ;"), ("en", "Uno;"), ("it", "Uno;")])
def test_a_semicolon_has_the_space_that_the_language_has_before_it(language, printed):
    source = {"title": "T", "language": language, "points": TWO_SIDES, "events": [{"date": "1921", "title": "A"}]}
    undated = read(yaml.safe_dump(source).encode(), "t.yaml").pack
    assert any(printed in line for line in lines_heard(undated, "timeline"))


def test_spanish_words_have_the_signs_of_spanish():
    texts = [text for message in messages().values() for text in forms_in("es", message)]
    wrong = re.compile(r"['\"“”]|\.\.\.| [,;:?!]|[¿¡«] ")
    unequal = [
        text for text in texts for opens, closes in ("¿?", "¡!", "«»") if text.count(opens) != text.count(closes)
    ]
    assert [text for text in texts if wrong.search(text)] + unequal == []
    assert len([text for text in texts if "¿" in text]) > 10


def test_french_words_have_the_spaces_and_apostrophes_of_french():
    wrong = re.compile(r"(?<!\u00a0):|(?<!\u202f)[;?!»]|«(?!\u202f)|['\"]|\.\.\.")
    texts = [text for message in messages().values() for text in forms_in("fr", message)]
    assert [text for text in texts if wrong.search(text)] == []
    assert len([text for text in texts if "\u00a0:" in text]) > 40
