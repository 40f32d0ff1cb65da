"""Every file is PDF/UA-1 and PDF/A-2a, its tags agree with its pages, and it is read in the order of the content."""

import re
from itertools import cycle, product

import pytest
from laws import spoken, texts_apart_are_two_words
from packs import PACKS, all_pairs

from studypack.layout.page import Picture
from studypack.model.choices import Key, Paper, Profile, ThemeName
from studypack.model.content import Pack
from studypack.model.options import Flags, Options
from studypack.output.compose import compose
from studypack.pdf.tagged import pdf_bytes
from studypack.reading.load import read
from studypack.sections import SECTIONS
from tests.pdf.files import CHOICES, alone, chosen, every_key, every_mode, in_mode, named, with_pictures
from tests.pdf.tagged import opened
from tests.pdf.verdict import verdict_on
from tests.test_hostile import PRINTABLE

MODES = list(every_mode())


def held(sample):
    """The document and the file of a sample, which nothing is to be said against."""
    document = sample.document()
    data = pdf_bytes(document)
    assert verdict_on(document, data) == [], sample.name
    return document, data


@pytest.mark.parametrize(
    ("name", "profile", "paper", "theme"), all_pairs([section.name for section in SECTIONS], Profile, Paper, ThemeName)
)
def test_a_section_alone(shipped, name, profile, paper, theme):
    document, _ = held(alone(shipped, named(name), profile, paper, theme))
    assert spoken(document)
    texts_apart_are_two_words(document)


@pytest.mark.parametrize(
    ("settings", "paper"), [(settings, paper) for settings, paper in zip(MODES, cycle(Paper), strict=False)], ids=str
)
def test_a_section_in_every_mode(shipped, settings, paper):
    """Over many pages and over few: what differs by profile is seen in both."""
    for content, profile in ((shipped, Profile.STANDARD), (shipped, Profile.LARGE), (every_key(), Profile.CLEAR)):
        sample = in_mode(content, settings, profile, paper)
        if content is not shipped and sample.sections[0].lack(content, sample.options):
            continue  # too few terms to match, for instance
        document, _ = held(sample)
        texts_apart_are_two_words(document)


def test_every_setting_is_among_the_modes():
    assert len(MODES) > 30
    assert {"table.mode=sort", "worksheets.support=none", "flashcards.flip=fold", "worksheets.ladder=yes"} <= {
        setting for settings in MODES for setting in settings
    }


@pytest.mark.parametrize("name", CHOICES)
def test_a_small_pack_and_its_key(name):
    for sample in chosen(every_key(), CHOICES[name], name):
        held(sample)


@pytest.mark.parametrize("name", CHOICES)
def test_a_small_pack_with_pictures_everywhere(name):
    for sample in chosen(with_pictures(), CHOICES[name], name):
        document, _ = held(sample)
        shown = [item.raster for page in document.pages for item in page.items if isinstance(item, Picture)]
        assert all(raster.is_grey for raster in shown) or not sample.options.grey
        assert shown or len(sample.sections) == 1


@pytest.mark.parametrize("name", ["the usual pack", "all that there is", "sheets to fill in, in large print"])
def test_a_whole_pack_and_its_key(shipped, name):
    for sample in chosen(shipped, CHOICES[name], name):
        document, data = held(sample)
        texts_apart_are_two_words(document)
        with opened(data) as tagged:
            kinds = {element.kind for element in tagged.root.every()}
        if len(sample.sections) > 5:
            assert {"H1", "P", "L", "LI", "Figure", "Link"} <= kinds
            assert len(document.pages) > 10


LONGEST = ("300 points", "three hundred gaps")
"""Whose tags are those of forty points and of sixty gaps again."""


def by_turns(packs):
    """Each name but the longest, with a profile and a paper."""
    looks = cycle(((Profile.STANDARD, Paper.A4), (Profile.LARGE, Paper.HALF_LETTER), (Profile.CLEAR, Paper.A5)))
    return [(name, *next(looks)) for name in packs if name not in LONGEST]


@pytest.mark.parametrize(("name", "profile", "paper"), by_turns(PRINTABLE))
def test_hostile_content(name, profile, paper):
    flags = Flags(profile=profile, paper=paper, key=Key.APPENDIX)
    for sample in chosen(read(PRINTABLE[name], name).pack, flags, name):
        held(sample)


@pytest.mark.parametrize(("name", "profile", "paper"), by_turns(PACKS))
def test_gaps_of_every_kind(name, profile, paper):
    flags = Flags(profile=profile, paper=paper, settings=("worksheets.ladder=yes",))
    for sample in chosen(PACKS[name], flags, name):
        held(sample)


GERMAN = """
title: Die Weimarer Republik
language: de
question: Woran scheiterte die erste deutsche Republik?
sides: {advantage: Stärken, disadvantage: Schwächen}
points:
  - {side: advantage, date: 1919-08-11, title: Die Verfassung, text: "Das {{Frauenwahlrecht}} galt „überall“."}
  - {side: disadvantage, date: 1923, title: Die Inflation, text: "Das {{Geld|Vermögen}} war [de facto]{lang=la} fort."}
glossary: [{term: Reichstag, meaning: Das Parlament des Deutschen Reiches.}]
"""


def test_content_in_another_language():
    """Its own words are of its language, the program's say that they are English, and marked ones what they are."""
    for language, name in product(
        ("de", "sv"), ("the usual pack", "with words divided", "sheets to fill in, in large print")
    ):
        pack = read(GERMAN.replace("language: de", f"language: {language}").encode(), "weimar.yaml").pack
        for sample in chosen(pack, CHOICES[name], name):
            _, data = held(sample)
            with opened(data) as tagged:
                assert str(tagged.pdf.Root.Lang) == language
                languages = {element.text("/Lang") for element in tagged.root.every()}
            assert languages == {None, "la"} | ({"en"} if language == "sv" else set()), sample.name


def test_no_last_byte_of_a_stream_can_be_taken_for_a_line_end(shipped):
    data = pdf_bytes(compose(shipped, Options(), SECTIONS, SECTIONS))
    ends = re.findall(rb"(..)endstream", data, re.S)
    assert len(ends) > 40
    assert set(ends) == {b"\r\n"}, "a carriage return of the stream's own would make one line end with a bare feed"


@pytest.mark.parametrize("profile", list(Profile))
def test_paired_rows_that_nothing_names_skip_no_heading(profile):
    points = [{"side": side, "title": f"A {side}", "text": "Words."} for side in ("advantage", "disadvantage")]
    pack = Pack.model_validate({"title": "No themes", "points": points})
    for by in ("theme", "date"):
        held(in_mode(pack, ("table.mode=paired", f"table.by={by}"), profile, Paper.A4))
