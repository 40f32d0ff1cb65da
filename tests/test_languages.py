"""In a pack of another language no word of the program stays English: not on the pages, and not for who hears them."""

import re
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import get_args

import pikepdf
import pytest
import yaml
from laws import no_text_touches_text, nothing_leaves_the_frame

from studypack.base.resources import catalogue_languages
from studypack.model.choices import Key, Paper, Profile
from studypack.model.dates.printers import dates_in
from studypack.model.messages import VALUE, messages
from studypack.model.options import MODES, Flags
from studypack.model.words import forms_in
from studypack.output.build import render_loaded
from studypack.output.compose import version_code
from studypack.output.resolve import options_for
from studypack.reading.load import read
from tests.pdf.marked import marked_pages
from tests.pictures import pictures

NONSENSE = (Path(__file__).parent / "fixtures" / "languages" / "nonsense.yaml").read_text("utf-8")
"""A pack with texts of every kind, all in Cyrillic letters."""
LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
GREEK = str.maketrans(LATIN, "αβξδεφγηιθκλμνοπψρστυωχζυςΑΒΞΔΕΦΓΗΙΘΚΛΜΝΟΠΨΡΣΤΥΩΧΖΥΣ")
WORD = re.compile("[A-Za-zÀ-ɏ]{2,}")
FOR_MACHINES = {
    *("/T", "/Lang", "/ID", "/DA", "/Dests", "/D", "/Dest", "/Names", "/Headers", "/Producer", "/Creator"),
    *("/CreationDate", "/ModDate", "/Registry", "/Ordering", "/Info", "/OutputConditionIdentifier"),
}
"""Where a file has texts that nobody reads."""
VALUES = {"worksheets.distractors": [3, 0], "flashcards.cards": [8, 10], "notes.pages": [1, 2]}
"""Of settings with numbers."""


def texts(data):
    """Every text of a file that somebody reads or hears: on its pages, in its tags, fields and bookmarks, about itself."""
    with pikepdf.open(BytesIO(data)) as pdf:
        for thing in pdf.objects:
            yield from strings(thing)
        for page in marked_pages(pdf):
            for sequence in (*page.sequences, page.loose):
                yield from (sequence.text, sequence.said or "")
        about = pdf.Root.Metadata.read_bytes().decode() if "/Metadata" in pdf.Root else ""
        for each in re.findall(r"<dc:(title|description|subject)>(.*?)</dc:\1>", about, re.DOTALL):
            yield re.sub("<[^>]*>", " ", each[1])


def strings(thing):
    """The texts in an object of a file; what it holds that are objects of their own are met among those."""
    held = ()
    if isinstance(thing, pikepdf.String):
        yield str(thing)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        held = [value for name, value in thing.items() if name not in FOR_MACHINES]
    elif isinstance(thing, pikepdf.Array):
        held = thing
    for each in held:
        if not (isinstance(each, pikepdf.Object) and each.is_indirect):
            yield from strings(each)


def words_in(content, flags):
    """Each word in Latin letters that the files of a pack have, with a text that it stands in."""
    loaded = read(content.encode(), "pack.yaml", pictures())
    code, found = version_code(loaded.pack, options_for(loaded.pack, flags)), {}
    for made in render_loaded(loaded, flags, "pack"):
        for text in texts(made.data):
            for word in WORD.findall(text.replace(code, "")):
                found.setdefault(word, text)
    return found


def settings(number):
    """One setting for each mode of each section; twelve numbers give each value, and all pairs of a section's first two."""
    for section, modes in MODES.items():
        for place, (name, field) in enumerate(modes.model_fields.items()):
            setting = f"{section}.{name}"
            if values := VALUES.get(setting) or values_of(field):
                yield f"{setting}={values[(number // 4 if place else number) % len(values)]}"


def values_of(field):
    for kind in (field.annotation, *get_args(field.annotation)):
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return list(kind)
        if kind is bool:
            return ["yes", "no"]
    return []


def chosen(number, *skip):
    """Choices under which all is printed that there is, on every paper, in every profile, as every kind of file."""
    imposed = {"booklet": number == 5, "two_up": number == 6}
    return Flags(
        skip=skip,
        settings=tuple(settings(number)),
        key=list(Key)[number % 2],
        paper=Paper.A5 if any(imposed.values()) else list(Paper)[number % len(Paper)],
        profile=list(Profile)[number % len(Profile)],
        eco=number % 3 == 1,
        fillable=number not in range(4, 8),
        **imposed,
    )


def in_greek(english):
    """Words with other letters, but for the names of their values."""
    parts = enumerate(VALUE.split(english))
    return "".join(f"{{{part}}}" if place % 2 else part.translate(GREEK) for place, part in parts)


def pretended(content=NONSENSE):
    """The pack with words of the program in a language that nobody speaks, given by its author."""
    return with_words(content, lambda message: " | ".join(map(in_greek, message.english)))


def with_words(content, said):
    """The content with the author's own for all words of the program."""
    words = {key: said(message) for key, message in messages().items()}
    return content + yaml.safe_dump({"words": words}, allow_unicode=True)


OF_DATES = {"circa", "from", "to"}
"""What is heard of dates stays English in a language that the program does not speak."""


@pytest.mark.parametrize("number", range(12))
def test_no_word_of_the_program_escapes(number):
    """Its own are in Greek letters, and the author's in Cyrillic: one in Latin letters was never asked for."""
    assert {word: text for word, text in words_in(pretended(), chosen(number)).items() if word not in OF_DATES} == {}


SIDE = re.compile(r"side: \w+(, |\n    )")
SIDES = re.compile(r"sides:\n(  .*\n)+")
DATE = re.compile(r"(?<=date: )[^,\n}]+")
OTHERS = {
    "sides without names": [(SIDES, "")],
    "one side": [(SIDES, "sides: [{id: one, name: Велеум}]\n"), (SIDE, r"side: one\1")],
    "three sides": [(SIDES, "sides: [{id: advantage, name: Велеум}, {id: disadvantage, name: Вестум}, Вигила]\n")],
    "four sides": [(SIDES, "sides: [{id: advantage, name: Велеум}, {id: disadvantage, name: Естуам}, Нихил, Юре]\n")],
    "no side": [(SIDES, ""), (SIDE, "")],
    "points on no side": [("side: advantage, ", "")],
    "one date": [(DATE, "1921")],
    "terms alone": [(r"(?s)\nsummary:.*?\nglossary", r"\nglossary"), (", point: прима", "")],
}


OF_NO_POINTS = "worksheets", "evaluation", "flashcards", "notes"
"""Sections that sides and dates hardly change."""


IN_TURN = [(other, number) for place, other in enumerate(OTHERS) for number in ((1, 2), (0, 3))[place % 2]]


@pytest.mark.parametrize(("other", "number"), IN_TURN)
def test_no_word_escapes_from_another_pack(other, number):
    content = NONSENSE
    for old, new in OTHERS[other]:
        content = re.sub(old, new, content)
    found = words_in(pretended(content), chosen(number, *OF_NO_POINTS))
    assert {word: text for word, text in found.items() if word not in OF_DATES} == {}


DATES = {
    "years": "44 av. J.-C., vers 30 av. J.-C., IIe siècle, XVIIe siècle, 1800, 1900, 1950",
    "months": "1914-07, 1914-08, 1914-09~, 1914-10, 1914-11/.., 1914-12, 1915-01",
    "days": "1914-07-28, 1914-07-28/1914-07-30, 1914-07-29~, 1914-08-01, 1914-08-02/.., 1914-07-31, 1914-08-03",
    "hours": ", ".join(
        f"28 juillet 1914 à {hour}" for hour in ("11 h", "12 h", "14 h 30", "16 h", "17 h", "18 h 15", "19 h")
    ),
    "an order": "Jour 1, Jour 2, Jours 3-4, Jour 5, Jour 6, Jour 7, Jour 8",
    "years ago": ", ".join(f"il y a {millions} millions d’années" for millions in (66, 60, 50, 30, 20, 10, 2)),
}
FRENCH = (
    "années ans ap apr après aujourd av avant avr avril août cent Christ de dim du décembre er déc février hui il janv janvier "
    "jeu Jour Jours juil juillet juin Jésus le lun mai mar mars mer milliard million millions mille nov novembre oct "
    "octobre partir sam sept septembre siècle ven vers II XVII au carré plus"
)
"""Of dates, of the units of a timeline, and of a formula."""


@pytest.mark.parametrize("kind", DATES)
def test_no_word_escapes_beside_dates(kind):
    """The dates are French, and the rest pretended."""
    following = iter(DATES[kind].split(", "))
    content = DATE.sub(lambda _: f"'{next(following)}'", NONSENSE).replace("language: el", "language: fr")
    found, french = words_in(pretended(content), chosen(1, *OF_NO_POINTS)), FRENCH.casefold().split()
    assert {word: text for word, text in found.items() if word.casefold() not in french} == {}


MONTHS = {"ago"}
"""That are English words, too: Spanish says 23 ago 1939."""
ENGLISH = "circa century first from January February March June July October December since today years"
"""Of dates."""


@pytest.mark.parametrize("number", [0, 7])
@pytest.mark.parametrize("language", catalogue_languages())
def test_no_word_is_english_in_a_language_that_the_program_speaks(language, number):
    english, dates = set(ENGLISH.casefold().split()), dates_in(language)
    # August is ago in Spanish, and August in German.
    spoken = {month.casefold().rstrip(".") for month in (*dates.months, *dates.short_months)}
    for message in messages().values():
        english |= {word.casefold() for form in message.english for word in WORD.findall(VALUE.sub("", form))}
        spoken |= {word.casefold() for form in forms_in(language, message) for word in WORD.findall(form)}
    found = words_in(NONSENSE.replace("language: el", f"language: {language}"), chosen(number))
    assert len(found) > 100
    assert {word: text for word, text in found.items() if word.casefold() in english - spoken - MONTHS} == {}


def longest(message):
    """As many letters as words may have, in words of six, and all values."""
    values = "".join(f" {{{name}}}" for name in message.values)
    words = ("nnnnnn " * message.room)[: message.room - len(values)].strip()
    return " | ".join([words + values] * len(message.english))


FULLEST = ("worksheets.ladder=yes", "flashcards.flip=fold", "notes.ruling=cornell", "table.mode=columns")
WRITTEN_ON = (
    ("table.mode=blank", "timeline.mode=dates-blank", "evaluation.mode=plain"),
    ("table.mode=sort", "timeline.mode=labels-blank", "evaluation.mode=scaffold"),
)


@pytest.mark.parametrize("settings", [(), FULLEST, *WRITTEN_ON])
def test_the_longest_words_of_an_authors_own_keep_to_the_page(settings):
    loaded = read(with_words(NONSENSE, longest).encode(), "pack.yaml", pictures())
    flags = Flags(paper=Paper.A5, profile=Profile.LARGE, settings=settings, key=Key.SEPARATE)
    for made in render_loaded(loaded, flags, "pack"):
        assert nothing_leaves_the_frame(made.document) > 20
        assert no_text_touches_text(made.document) > 20
