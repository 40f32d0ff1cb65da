"""The timeline of a pack in French, German or Spanish: its band, its labels and what is heard of it."""

import re

import pytest
from laws import every_tag, keeps_the_laws, text_runs
from timelines import SCALES, band_names, events

from studypack.model.choices import Profile
from studypack.model.content import Pack
from studypack.model.modes import TimelineMode
from studypack.model.options import Options
from studypack.output.compose import compose
from studypack.sections import cover, timeline


def drawn(content, language, section=timeline, **options):
    pack = Pack.model_validate({"title": "A pack", "language": language, **content})
    return compose(pack, Options(**options), [section.SECTION], [section.SECTION])


def plain(words):
    return re.sub(r"\s", " ", words)


@pytest.mark.parametrize(
    ("language", "scale", "names"),
    [
        ("fr", "a day", ["4 h", "5 h", "6 h"]),
        ("fr", "a week", ["mar. 28 juil.", "mer. 29 juil.", "jeu. 30 juil.", "ven. 31 juil.", "sam. 1ᵉʳ août"]),
        ("fr", "ages", ["600 millions", "500 millions"]),
        ("fr", "an order without dates", ["Jour 1", "Jour 2"]),
        ("fr", "ten thousand years", ["10 000 av. J.-C.", "5000 av. J.-C.", "1 ap. J.-C."]),
        ("de", "a day", ["04:00", "05:00", "06:00"]),
        ("de", "a week", ["Di. 28. Juli", "Mi. 29. Juli"]),
        ("de", "a term", ["29. Aug. 1938", "5. Sept.", "12. Sept."]),
        ("de", "ages", ["550 Millionen", "500 Millionen"]),
        ("de", "ten thousand years", ["10.000 v. Chr.", "5000 v. Chr.", "1 n. Chr."]),
        ("es", "a week", ["mar 28 jul", "mié 29 jul"]),
        ("es", "a term", ["29 ago 1938", "5 sept"]),
        ("es", "ten thousand years", ["10.000 a. C.", "5000 a. C.", "1 d. C."]),
        ("it", "a week", ["mar 28 lug", "mer 29 lug"]),
    ],
)
def test_the_band_is_named_in_the_pack_s_language(language, scale, names):
    assert [plain(name) for name in band_names(drawn(SCALES[scale], language))][: len(names)] == names


DECADES = events("1914", "1925", "1936", "1948", "1958", "1968", "1989")


@pytest.mark.parametrize(("language", "name"), [("fr", "années 1920"), ("de", "1920er"), ("es", "1920–29")])
def test_a_decade_is_named_as_long_as_its_cell_allows(language, name):
    assert name in map(plain, band_names(drawn(DECADES, language)))


@pytest.mark.parametrize("language", ["fr", "de", "es"])
@pytest.mark.parametrize("mode", list(TimelineMode))
def test_every_scale_keeps_the_laws_in_every_language(language, mode):
    for profile, content in zip([*Profile] * 3, SCALES.values(), strict=False):
        document = drawn(content, language, profile=profile, timeline={"mode": mode})
        keeps_the_laws(document)
        # No name is left out, and none is drawn with a sign that its face lacks.
        assert all(run.face.prints_alone(run.text) for _, run in text_runs(document))


@pytest.mark.parametrize("profile", list(Profile))
def test_the_cover_has_every_letter_of_its_years(profile):
    document = drawn(SCALES["ten thousand years"], "fr", cover, profile=profile)
    assert any("000" in run.text for _, run in text_runs(document))
    assert all(run.face.prints_alone(run.text) for _, run in text_runs(document))


@pytest.mark.parametrize(
    ("language", "content", "heard"),
    [
        ("fr", SCALES["a week"], "28 juillet 1914 au 31 juillet 1914"),
        ("fr", SCALES["a day"], "3 juillet 1863, 4 h à 11 h"),
        ("fr", SCALES["ten thousand years"], "10 000 avant Jésus-Christ à"),
        ("de", SCALES["a term"], "29. August 1938 bis"),
        ("de", SCALES["an order without dates"], "Tag 1 bis Tag 14"),
        ("es", SCALES["ages"], "hace 600 millones de años a"),
        ("es", DECADES, "1910 a 1989"),
    ],
)
def test_what_a_timeline_spans_is_heard_in_the_pack_s_language(language, content, heard):
    figures = [plain(tag.alt) for tag in every_tag(drawn(content, language).root) if tag.kind == "Figure"]
    assert heard in figures[0]
