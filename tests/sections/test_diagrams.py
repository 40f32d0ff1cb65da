"""Label the diagram: numbered places on a picture, a line for each, the bank and the key; by ear, where each place is."""

import io
from math import dist

import pikepdf
import pytest
from laws import keeps_the_laws
from packs import all_pairs

from studypack.base.errors import ContentError
from studypack.layout.page import Circle, Picture, Rule, TextRun
from studypack.layout.tag import Furniture
from studypack.model.choices import Key, Paper, Profile
from studypack.model.content import Pack
from studypack.model.modes import Support
from studypack.model.options import Flags
from studypack.output.build import render
from studypack.reading.load import read
from tests.pdf.leaks import places_of
from tests.pdf.tagged import opened
from tests.pdf.verdict import verdict_on
from tests.pictures import pictures, shown
from tests.transcript import transcript

ANSWERS = ("Quibberdaunt", "Mulgavance", "Drompelfitz")
PLACES = ((0.25, 0.5), (0.75, 0.25), (0.5, 0.75))


def sheet(labels, *, size=(600, 400), **more):
    picture = shown(*size, alt="A thing with parts", labels=labels)
    return Pack.model_validate({"title": "T", "worksheets": [{"title": "Parts", "picture": picture, **more}]})


def labels(places=PLACES, answers=ANSWERS):
    return [
        {"x": f"{100 * x:g}%", "y": f"{100 * y:g}%", "answer": answer, "where": f"place {number}"}
        for number, ((x, y), answer) in enumerate(zip(places, answers, strict=True), start=1)
    ]


def made(pack, **choices):
    flags = Flags(sections=("worksheets",), key=Key.SEPARATE, **choices)
    return render(pack, flags, "parts")


def numbers(document):
    """The middle of each number on the picture, by its number, with the picture that it stands on."""
    (page,) = (page for page in document.pages if any(isinstance(item, Picture) for item in page.items))
    (picture,) = (item for item in page.items if isinstance(item, Picture))
    discs = [item for item in page.items if isinstance(item, Circle) and item.radius > 4]
    inside = [item for item in page.items if isinstance(item, TextRun) and item.tag is Furniture.MARKING]
    return picture, {
        int(run.text): (disc.x, disc.y)
        for disc in discs
        for run in inside
        if dist((run.x + run.width / 2, run.y), (disc.x, disc.y)) < disc.radius
    }


def test_each_number_stands_at_its_place():
    picture, found = numbers(made(sheet(labels()))[0].document)
    assert sorted(found) == [1, 2, 3]
    for (x, y), number in zip(PLACES, found, strict=True):
        wanted = picture.x + x * picture.width, picture.y + (1 - y) * picture.height
        assert found[number] == pytest.approx(wanted)


def test_numbers_that_would_cover_each_other_stand_apart_with_lines_to_their_places():
    places = ((0.5, 0.5), (0.5, 0.5), (0.51, 0.5))
    pupils, _ = made(sheet(labels(places)))
    _, found = numbers(pupils.document)
    assert all(dist(found[one], found[other]) > 10 for one in found for other in found if one < other)
    (page,) = (page for page in pupils.document.pages if any(isinstance(item, Picture) for item in page.items))
    leaders = [item for item in page.items if isinstance(item, Rule) and item.x0 != item.x1 and item.y0 != item.y1]
    assert leaders or len({y for _, y in found.values()}) == 1


@pytest.mark.parametrize("support", list(Support))
def test_the_sheet_asks_and_the_key_answers(support):
    pupils, key = made(sheet(labels()), settings=(f"worksheets.support={support}",))
    banked = support in (Support.BANK, Support.BANK_HINTS)
    for answer in ANSWERS:
        assert bool(places_of(answer, pupils.data)) == banked
        assert places_of(answer, key.data)
    words = " ".join(item.text for item in pupils.document.pages[0].items if isinstance(item, TextRun))
    assert "Label the picture" in words
    assert "/ 3" in words
    for made_file in (pupils, key):
        assert verdict_on(made_file.document, made_file.data) == []


def test_labels_and_a_passage_are_numbered_on():
    pupils, key = made(sheet(labels(), passage="It {{runs}} on {{water}}."))
    with opened(pupils.data) as tagged:
        heard = " / ".join(line.strip() for line in transcript(tagged))
    assert "place 3: / (gap 3)" in heard.replace("• ", "")
    assert "It (gap 4) on (gap 5)." in heard
    assert key.document.pages


def test_where_a_place_is_is_heard_unless_it_gives_an_answer_away():
    own = labels()
    own[1]["where"] = "under the quibberdaunt"
    pupils, _ = made(sheet(own), fillable=True)
    with pikepdf.open(io.BytesIO(pupils.data)) as pdf:
        names = [str(field.TU) for field in pdf.Root.AcroForm.Fields if "gap" in str(field.get("/TU", ""))]
    assert names == ["Worksheet 1, gap 1: place 1", "Worksheet 1, gap 2", "Worksheet 1, gap 3: place 3"]


CROWDS = {
    "all in one place": [(0.5, 0.5)] * 30,
    "on the edge": [(0, 0), (1, 1), (0, 1), (1, 0), (0, 0), (1, 1)],
    "in a row": [(n / 29, 0.5) for n in range(30)],
}
SIZES = ((600, 400), (40, 600), (900, 60), (3, 3))


@pytest.mark.parametrize(("crowd", "size", "profile", "paper"), all_pairs(list(CROWDS), SIZES, Profile, Paper))
def test_any_number_of_places_keeps_the_laws(crowd, size, profile, paper):
    places = CROWDS[crowd]
    pack = sheet(labels(places, [f"part {number}" for number in range(len(places))]), size=size)
    for each in made(pack, profile=profile, paper=paper):
        keeps_the_laws(each.document)
    _, found = numbers(made(pack, profile=profile, paper=paper)[0].document)
    assert len(found) == len(places)


@pytest.mark.parametrize(
    ("label", "says"),
    [
        ("{x: 25, y: 5%, answer: a}", "no place of a picture is at 25"),
        ("{x: 25%, y: 101%, answer: a}", "no place of a picture is at 101%"),
        ("{x: 25%, y: 5%}", "label 1 has no 'answer'"),
        ("{x: 25%, y: 5%, answer: 'a}} b'}", "}} stands in no answer"),
        ("{x: 25%, y: 5%, answer: a, were: b}", "unknown key 'were'"),
        ("{x: 25%, y: 5%, answer: '|b'}", "this gap has an empty answer"),
    ],
)
def test_what_is_amiss_is_told_at_its_place(label, says):
    written = f"title: T\nworksheets:\n- title: W\n  picture: {{file: dam.png, alt: A, labels: [{label}]}}\n"
    with pytest.raises(ContentError) as caught:
        read(written.encode(), "x", pictures())
    (problem,) = caught.value.problems
    assert says in problem.message
    assert (problem.line, bool(problem.hint)) == (4, True)


def test_too_many_labels_are_refused():
    with pytest.raises(ValueError, match="31 labels, and 30 are the most"):
        sheet(labels([(0.5, 0.5)] * 31, ["a"] * 31))
