"""Pictures that stand alone on a line of a text: what is one, what is under it, and where it is refused."""

import pytest

from studypack.base.errors import ContentError
from studypack.model.blocks import Figure, blocks
from studypack.model.choices import Key, Openings
from studypack.model.figures import figures_in, without_figures
from studypack.model.markup import parse
from studypack.model.options import Flags
from studypack.model.source_lines import MarkupError
from studypack.model.spans import plain
from studypack.output.build import render
from studypack.reading.load import read
from tests.pictures import pictures


def told(source):
    """The text as its paragraphs, a picture as its file, what it shows, its width, and what stands under it."""
    return [
        (block.place.file, block.place.alt, block.place.share, plain(block.caption), plain(block.credit))
        if isinstance(block, Figure)
        else plain(block)
        if isinstance(block, tuple)
        else type(block).__name__
        for block in blocks(parse(source))
    ]


DAM = ("dam.png", "A dam", None, "", "")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("![A dam](dam.png)", [DAM]),
        ("  ![A dam]( dam.png )  ", [DAM]),
        ("Before.\n\n![A dam](dam.png)\n\nAfter.", ["Before.", DAM, "After."]),
        ("Before.\n![A dam](dam.png)\n\nAfter.", ["Before.", DAM, "After."]),
        ("![A dam](dam.png)\n![A dam](dam.png)", [DAM, DAM]),
        ("![A dam](dam.png){width=60%}", [("dam.png", "A dam", 0.6, "", "")]),
        ("![A dam](dam.png) { width = 60% }", [("dam.png", "A dam", 0.6, "", "")]),
        ('![A dam](dam.png){width="60%"}', [("dam.png", "A dam", 0.6, "", "")]),
        ("![](dam.png){decorative=yes}", [("dam.png", "", None, "", "")]),
        ("![A dam](my dam (1).png)", [("my dam (1).png", "A dam", None, "", "")]),
        (r"![A \[big\] dam](dam.png)", [("dam.png", "A [big] dam", None, "", "")]),
        ("![A dam](dam.png)\nFigure 1\n\nAfter.", [("dam.png", "A dam", None, "Figure 1", ""), "After."]),
        ("![A dam](dam.png)\nFigure 1\n— A. Smith", [("dam.png", "A dam", None, "Figure 1", "A. Smith")]),
        ("![A dam](dam.png)\n-- A. Smith\n\nAfter.", [("dam.png", "A dam", None, "", "A. Smith"), "After."]),
        ("![A dam](dam.png)\n*Figure 1*: H~2~O", [("dam.png", "A dam", None, "Figure 1: H2O", "")]),
        ("![A dam](dam.png)\n- a\n- b", [DAM, "Listing"]),
        ("![A dam](dam.png)\n> said", [DAM, "Quotation"]),
        ("![A dam](dam.png)\n|a|b|\n|-|-|\n|c|d|", [DAM, "Table"]),
        ("- a\n- b\n\n  ![A dam](dam.png)", ["Listing"]),
        # These are words.
        ("A map: ![A dam](dam.png).", ["A map: ![A dam](dam.png)."]),
        ("![A dam] (see below)", [("see below", "A dam", None, "", "")]),
        ("![A dam](dam.png) from the side", ["![A dam](dam.png) from the side"]),
        ("Stop![1](2)", ["Stop![1](2)"]),
        ("![A dam]", ["![A dam]"]),
        ("```\n![A dam](dam.png)\n```", ["Code"]),
    ],
)
def test_what_is_a_picture(source, expected):
    assert told(source) == expected


def test_any_number_of_pictures_may_follow_each_other():
    for lines in (1, 3):
        source = "\n".join(["![A dam](dam.png)", "Under it", "— A. Smith"][:lines] * 3_000)
        assert len(blocks(parse(source))) == 3_000


@pytest.mark.parametrize(
    ("source", "says", "at"),
    [
        ("x\n\n![](dam.png)", "nobody who cannot see this picture", "![](dam.png)"),
        ("![A](dam.png){width=6cm}", "cannot be 6cm", "![A]"),
        ("![A](dam.png){height=60%}", "a picture in a text has no height", "![A]"),
        ("![A](dam.png){60%}", "a picture in a text has no 60%", "![A]"),
        ("![{{gap}}](dam.png)", "a gap cannot stand in what a picture shows", "![{{"),
        ("![A](dam.png)\nA {{gap}}", "a gap cannot stand under a picture", "{{gap"),
        ("![A](dam.png)\n*A\n\nAfter.", "italic text opens here", "*A"),
    ],
)
def test_what_is_amiss_is_told_where_it_stands(source, says, at):
    with pytest.raises(MarkupError) as caught:
        parse(source)
    assert says in caught.value.message
    assert source[caught.value.offset :].startswith(at)
    assert caught.value.hint


PACK = """\
title: Dams
summary: |
  One.

  ![A dam](dam.png)
  Of the summary
  — Credit one
points:
  - side: advantage
    title: Fuel
    text: |
      It is {{free}}.

      ![A dam](dam.jpg){width=50%}
      Of the point

      And after.
  - {side: disadvantage, title: Alone, text: '![A wall](dam.png)'}
worksheets:
  - title: Sheet
    points: [fuel, alone]
    passage: |
      It holds back a {{reservoir}}.

      ![The reservoir](dam.png)
      Under the passage
      — Reservoir and sons
glossary: [{term: Dam, meaning: "![A dam](dam.png)"}]
flashcards:
  - {front: "![What is it](dam.png)", back: "A dam.\\n\\n![A dam](dam.png)"}
"""


def loaded(written):
    return read(written.encode(), "pack.yaml", pictures())


def test_pictures_of_texts_count_as_those_of_keys():
    pack = loaded(PACK).pack
    assert [(path[0], picture.alt, picture.credit) for path, picture in pack.pictures] == [
        ("summary", "A dam", "Credit one"),
        ("points", "A dam", None),
        ("points", "A wall", None),
        ("worksheets", "The reservoir", "Reservoir and sons"),
        ("glossary", "A dam", None),
        ("flashcards", "What is it", None),
        ("flashcards", "A dam", None),
    ]
    assert plain(without_figures(pack.points[0].text)) == "It is free.\nAnd after."
    assert [figure.place.file for figure in figures_in(pack.points[0].text)] == ["dam.jpg"]


@pytest.mark.parametrize(
    ("written", "says", "at"),
    [
        ("summary: |\n  x\n\n  ![A](dom.png)\n", "there is no file 'dom.png'", "dom.png"),
        ("summary: '![A](../dam.png)'\n", "leads out of the folder", "../dam.png"),
        ("evaluation: {paragraphs: [[{move: m, text: '![A](dam.png)'}]]}\n", "no picture stands here", "![A]"),
        ("corrections: [{notes: a, here: b, why: '![A](dam.png)'}]\n", "no picture stands here", "![A]"),
    ],
)
def test_a_picture_of_a_text_is_refused_at_its_name(written, says, at):
    with pytest.raises(ContentError) as caught:
        loaded("title: T\n" + written)
    (problem,) = caught.value.problems
    assert says in problem.message
    assert problem.excerpt[problem.column - 1 :].startswith(at)


def test_where_they_are_printed():
    asked = ("overview", "table", "worksheets", "glossary", "flashcards")
    flags = Flags(key=Key.SEPARATE, sections=asked, openings=Openings.PAGE)
    pupils, key = (file.document for file in render(loaded(PACK).pack, flags, "dams"))
    shown = {}
    for page in pupils.pages:
        count = sum(type(item).__name__ == "Picture" for item in page.items)
        shown[page.section] = shown.get(page.section, 0) + count
    assert {name: count for name, count in shown.items() if count} == {
        "overview": 2,
        "table": 2,
        "worksheets": 3,
        "glossary": 1,
        "flashcards": 4,
    }
    words = " ".join(item.text for page in pupils.pages for item in page.items if hasattr(item, "text"))
    assert words.count("Of the point") == 2, "in the table and on the sheet"
    assert "sons" not in words, "it holds an answer of the sheet"
    told = " ".join(item.text for page in key.pages for item in page.items if hasattr(item, "text"))
    assert "Reservoir and sons" in told
    assert "Credit one" in told
    assert not any(type(item).__name__ == "Picture" for page in key.pages for item in page.items)
