"""The shipped pack as a screen reader says it, line by line: a change of what is heard is read in the diff."""

from pathlib import Path

import pytest
from packs import pack

from studypack.model.options import Flags
from studypack.output.build import render
from tests.pdf.tagged import opened
from tests.transcript import transcript

GOLDEN = Path(__file__).parent / "goldens" / "heard.txt"


def test_the_shipped_pack_and_its_key_are_heard_as_the_golden_has_it(shipped, update_goldens):
    found = []
    for made in render(shipped, Flags(), "pack"):
        with opened(made.data) as tagged:
            found += transcript(tagged)
    if update_goldens:
        GOLDEN.write_text("\n".join(found) + "\n", encoding="utf-8")
    assert found == GOLDEN.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("language", "heard"),
    [
        ("en", "From 1923 to 1924 it"),
        ("fr", "From 1923 à 1924 it"),
        ("es", "From 1923 a 1924 it"),
        ("pl", "From 1923–24 it"),
    ],
)
def test_an_authors_ranges_of_years_are_said_where_the_pack_s_word_for_to_is_known(language, heard):
    content = pack(language=language, summary="From 1923–24 it fell.", glossary=[{"term": "A", "meaning": "B."}])
    (made,) = render(content, Flags(sections=("overview",)), "pack")
    with opened(made.data) as tagged:
        assert any(line.startswith(heard) for line in transcript(tagged))


def test_a_title_with_years_is_heard_before_the_mark_that_follows_it():
    title = "The years 1919–21"
    content = pack(points=[{"side": "advantage", "date": "1921", "title": title, "text": "A {{gap}}."}])
    (made,) = render(content, Flags(sections=("overview", "timeline")), "pack")
    with opened(made.data) as tagged:
        lines = [line.strip() for line in transcript(tagged) if "1919" in line]
    assert lines == ["• 1921: | The years 1919 to 1921, Advantage 1", "• 1921: The years 1919 to 1921, Advantage 1"]
