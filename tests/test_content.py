"""The models: marks, keys, and the JSON Schema that editors check against."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import ValidationError

from studypack.base.errors import ContentError
from studypack.model.content import Pack
from studypack.model.fields import ContentModel, Line
from studypack.model.letters import MAX_SLUG, slug, slugs
from studypack.model.options import Flags
from studypack.model.schema import json_schema
from studypack.reading.load import read

CONTENT = Path(__file__).parents[1] / "content" / "anglo-soviet-relations.yaml"


def pack(sides=None, **more) -> Pack:
    points = [
        {"side": side, "title": title, "text": "It {{was}} so."}
        for side, title in [
            ("advantage", "One"),
            ("disadvantage", "Two"),
            ("advantage", "One"),
            ("advantage", ""),
        ]
        if title
    ]
    return Pack.model_validate({"title": "T", "points": points, **({"sides": sides} if sides else {}), **more})


def marks(sides=None) -> list[str]:
    return [marked.mark for marked in pack(sides).marked]


def test_marks_count_within_each_side():
    assert marks() == ["A1", "D1", "A2"]
    assert [marked.key for marked in pack().marked] == ["one", "two", "one-2"]


@pytest.mark.parametrize(
    ("advantage", "disadvantage", "expected"),
    [
        ("For", "Against", ["F1", "A1", "F2"]),
        ("strengths", "weaknesses", ["S1", "W1", "S2"]),
        ("Helped", "Hindered", ["A1", "D1", "A2"]),
        ("1914", "Later", ["A1", "D1", "A2"]),
        ("Élan", "Ruin", ["É1", "R1", "É2"]),
    ],
)
def test_marks_take_the_headings_initials_where_they_differ(advantage, disadvantage, expected):
    assert marks({"advantage": advantage, "disadvantage": disadvantage}) == expected


def test_one_heading_may_be_changed():
    assert marks({"advantage": "Strengths"}) == ["S1", "D1", "S2"]
    assert marks({"advantage": "Drivers"}) == ["A1", "D1", "A2"]


def test_a_given_id_is_the_key_and_no_made_one_takes_it():
    points = [
        {"side": "advantage", "title": "Trade", "text": "One."},
        {"side": "advantage", "title": "Other", "text": "Two.", "id": "trade"},
    ]
    found = Pack.model_validate({"title": "T", "points": points})
    assert [marked.key for marked in found.marked] == ["trade-2", "trade"]


def test_one_line_stays_one_line():
    assert Pack.model_validate({"title": " Two\n lines\u00a0kept "}).title == "Two lines\u00a0kept"


def test_a_pack_is_closed_and_frozen():
    with pytest.raises(ValidationError):
        Pack.model_validate({"title": "T", "colour": "red"})
    with pytest.raises(ValidationError):
        pack().title = "U"


def test_faults_between_parts_come_with_faults_within_them():
    data = {"title": "T", "foo": 1, "points": [], "worksheets": [{"title": "W", "points": ["none"]}, {"title": "V"}]}
    with pytest.raises(ValidationError) as caught:
        Pack.model_validate(data)
    paths = {error["loc"] for error in caught.value.errors()}
    assert paths == {("foo",), ("worksheets", 0, "points", 0), ("worksheets", 1)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anglo–Soviet Relations: 1917/39", "anglo-soviet-relations-1917-39"),
        ("ＦＵＬＬ Straße", "full-strasse"),
        ("Отношения", "отношения"),
        ("!!!", "pack"),
        ("", "pack"),
        ("CON", "pack-con"),
        ("lpt1", "pack-lpt1"),
        ("../../etc/passwd", "etc-passwd"),
        ("a" * 59 + " b", "a" * 59),
    ],
)
def test_slugs(text, expected):
    assert slug(text) == expected


def test_slugs_are_told_apart_and_bounded():
    assert slug("Genoa", {"genoa", "genoa-2"}) == "genoa-3"
    found = slugs(["x" * 100] * 12)
    assert len(set(found)) == 12
    assert max(map(len, found)) == MAX_SLUG
    assert slugs(["a", "a", "a-2", "a"]) == ("a", "a-2", "a-2-2", "a-3")


def parts(kind: type[ContentModel] = ContentModel) -> list[type[ContentModel]]:
    return [each for sub in kind.__subclasses__() if sub is not Flags for each in (sub, *parts(sub))]


def test_every_field_of_the_schema_is_described():
    schema = json_schema()
    objects = [schema, *(each for each in schema["$defs"].values() if "properties" in each)]
    assert len(objects) == len(parts()) > 15
    fields = [field for each in objects for field in each["properties"].values()]
    assert len(fields) > 50
    for field in fields:
        assert field["description"]
        assert "title" in field or "$ref" in json.dumps(field)


TRICKY = """\
title: 1984
subject:
level: true
author: 12.5
period: 1917
summary: no
points:
  - {side: advantage, date: 1921, title: 1e3, text: 1939-08-23}
  - {side: disadvantage, date: 1939-08-23, title: 12:30, text: yes, theme: null}
events:
  - {date: -0043, title: 0x1F}
worksheets: []
sides: {advantage: 1, disadvantage: ~}
evaluation:
pack: {seed: 7, sections: [cover, 2]}
"""
WRONG = [
    "title: T\ncolour: red\n",
    "subject: x\n",
    "title: T\npoints: x\n",
    "title: [T]\n",
    "title: T\npoints: [{side: [left], title: a, text: b}]\n",
    "title: T\nevaluation: {paragraphs: [{move: m, text: t}]}\n",
    "title: T\npack: {seed: 1.5}\n",
]


def test_the_schema_accepts_what_is_read_and_refuses_what_is_not(tmp_path):
    schema = tmp_path / "schema.json"
    schema.write_text(json.dumps(json_schema()))
    right = tmp_path / "tricky.yaml"
    right.write_text(TRICKY)
    assert read(TRICKY.encode(), "tricky.yaml").pack.title == "1984"
    assert checked(schema, [right, CONTENT]) == set()
    wrong = [tmp_path / f"wrong{number}.yaml" for number in range(len(WRONG))]
    for path, text in zip(wrong, WRONG, strict=True):
        path.write_text(text)
    assert checked(schema, wrong) == set(wrong)


def checked(schema: Path, files: list[Path]) -> set[Path]:
    """The files that check-jsonschema, a checker that editors and hooks use, refuses."""
    command = [sys.executable, "-m", "check_jsonschema", "-o", "json", "--schemafile", schema, *files]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    report = json.loads(ran.stdout)
    assert not report.get("parse_errors")
    return {Path(error["filename"]) for error in report["errors"]}


def test_ids_are_compared_as_people_see_them():
    point = {"side": "advantage", "title": "Ra\u00adpallo", "text": "A {{word}}."}
    pack = Pack.model_validate({"title": "T", "points": [point], "worksheets": [{"title": "W", "points": ["rapallo"]}]})
    assert [marked.key for marked in pack.marked] == ["rapallo"]
    with pytest.raises(ValidationError):
        Pack.model_validate({"title": "T", "points": [{**point, "id": "k"}, {**point, "id": "k\u200b"}]})


def digest_of(text):
    return read(text.encode(), "a.yaml").pack.digest


def test_the_fingerprint_is_of_what_was_written_and_of_nothing_else():
    """A code on a sheet that was handed out must stay with its key: it is pinned here, for one small pack."""
    written = "title: T\npoints:\n  - {side: advantage, title: A, text: 'One {{gap}}.'}\n"
    assert digest_of(written)[:16] == "1e0da0c1410765bf"
    turned = "points:\n  - {title: A, text: 'One {{gap}}.', side: advantage}\ntitle: 'T'\n"
    assert digest_of(turned) == digest_of(written)
    assert digest_of(written + "pack: {paper: a5}\n") == digest_of(written)
    assert digest_of(written + "question:\n") == digest_of(written)
    assert digest_of(written + "question: Why?\n") != digest_of(written)
    assert digest_of(written.replace("gap", "gaps")) != digest_of(written)
    points = "\npoints:\n  - {side: advantage, title: A, text: x}\n  - {side: advantage, title: B, text: x}\n"
    assert digest_of("title: T" + points) != digest_of("title: T" + points.replace("A,", "C,").replace("B,", "A,"))


def test_new_optional_keys_change_no_fingerprint():
    class Wider(Pack):
        rating: Line | None = None

    data = {"title": "T", "points": [{"side": "advantage", "title": "A", "text": "One {{gap}}."}]}
    assert Wider.model_validate(data).digest == Pack.model_validate(data).digest


def test_the_fingerprint_does_not_depend_on_what_was_asked_before():
    fresh, used = (pack() for _ in range(2))
    assert used.marked
    assert fresh.digest == used.digest


def test_the_shipped_corrections_quote_no_more_than_eight_words_of_the_notes(shipped):
    corrections = [*shipped.corrections, *shipped.evaluation.corrections]
    corrections += [each for point in shipped.points for each in point.corrections]
    quoted = [each.notes for each in corrections]
    assert len(quoted) > 30
    assert [notes for notes in quoted if len(re.findall(r"[\w’]+", notes)) > 8] == []


NAMED = """\
title: T
language: {language}
sides: {sides}
points:
  - {{side: {one}, title: Trade agreement, text: "It {{{{was}}}} so."}}
  - {{side: {two}, title: Second, text: "It {{{{was}}}} not.", id: {id}}}
worksheets: [{{title: W, points: [{named}]}}]
flashcards: [{{front: F, back: B, point: {named}}}]
"""
OTHERS = "{advantage: For, disadvantage: Against}"
INFORMAL = "{advantage: {name: İyi, says: Bir}, disadvantage: {name: Islak}}"


@pytest.mark.parametrize(
    ("sides", "one", "two", "language"),
    [
        ("", "advantage", "disadvantage", "en-GB"),
        ("", "Advantages", " DISADVANTAGE ", "en-GB"),
        ("", "A", "d", "en-GB"),
        (OTHERS, "For", "against", "en-GB"),
        (OTHERS, "FOR", '"  Against "', "en-GB"),
        (OTHERS, "advantage", "Against", "en-GB"),
        ("{advantage: Gains, disadvantage: Losses}", "g", "L", "en-GB"),
        ("{advantage: Disadvantage, disadvantage: B}", "advantage", "disadvantage", "en-GB"),
        (INFORMAL, "iyi", "ISLAK", "tr"),
    ],
)
def test_a_side_is_named_as_the_pages_name_it(sides, one, two, language):
    text = NAMED.format(sides=sides, one=one, two=two, language=language, id="x", named="x")
    assert [str(point.side) for point in read(text.encode(), "p").pack.points] == ["advantage", "disadvantage"]


@pytest.mark.parametrize(
    ("named", "id_", "meant"),
    [
        ("trade-agreement", "x", "trade-agreement"),
        ("Trade agreement", "x", "trade-agreement"),
        ("f1", "x", "trade-agreement"),
        ("A1", "x", "x"),
        ("X", "x", "x"),
        ("second", "x", "x"),
        ("F1", "F1", "F1"),
        ("f1", "F1", "F1"),
        ("F1", "Trade agreement", "trade-agreement"),
        ("Trade agreement", "Trade agreement", "Trade agreement"),
    ],
)
def test_a_point_is_named_by_its_id_or_its_title_or_its_mark(named, id_, meant):
    text = NAMED.format(sides=OTHERS, one="For", two="Against", language="en-GB", id=id_, named=named)
    pack = read(text.encode(), "p").pack
    assert pack.worksheets[0].points == (meant,)
    assert pack.flashcards[0].point == meant


@pytest.mark.parametrize(
    ("sides", "one", "named", "path"),
    [
        (OTHERS, "Fore", "x", ("points", 0, "side")),
        ("{advantage: Both, disadvantage: Both}", "Both", "x", ("points", 0, "side")),
        (OTHERS, "For", "F2", ("worksheets", 0, "points", 0)),
        (OTHERS, "For", "B1", ("worksheets", 0, "points", 0)),
    ],
)
def test_what_no_page_names_or_two_things_share_is_refused(sides, one, named, path):
    text = NAMED.format(sides=sides, one=one, two="disadvantage", language="en-GB", id="x", named=named)
    with pytest.raises(ContentError) as caught:
        read(text.encode(), "p")
    assert path in {problem.path for problem in caught.value.problems}
