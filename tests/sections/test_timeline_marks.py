"""The marks that bars of a timeline bear, and the labels of a crowd of dates, which fan out."""

import re

import pytest
from laws import extent, keeps_the_laws, text_runs
from timelines import MONTHS, no_pole_crosses_a_text, point, poles

from studypack.layout.page import Hatch, Rectangle, Rule
from studypack.layout.style import SIDE_COLORS, WHITE
from studypack.layout.tag import Furniture
from studypack.model.content import Pack
from studypack.model.options import Options
from studypack.output.compose import compose
from studypack.sections import timeline
from studypack.sections.timeline.geometry import GEOMETRY


def marks_on_bars(document):
    """The runs of the marks that bars bear: small, bold, and for the eye alone."""
    runs = [run for _, run in text_runs(document) if run.tag is Furniture.MARKING and run.size == GEOMETRY.bar_mark]
    return [run for run in runs if re.fullmatch(r"[A-Z]+\d+|\d+", run.text)]


@pytest.mark.parametrize(
    ("spans", "marks"),
    [
        (("1919/1920", "1919/1920"), ["A1", "A2"]),
        (("1920/1926", "1921/1925", "1922/1923", "1924/1927", "1921/1922"), ["A1", "A2", "A3", "A4", "A5"]),
        (("3 May 1919", "1921"), ["A2"]),
        (("1919/1930", "1 July 1919"), ["A1"]),
        (("c. 1919/1921", "1920"), ["A1", "A2"]),
        (("1919", "1920", "1921"), ["A1", "A2", "A3"]),
        (("1919/..", "../1930"), ["A1", "A2"]),
    ],
)
@pytest.mark.parametrize("side", ["advantage", "disadvantage"])
def test_each_bar_bears_its_mark(spans, marks, side):
    points = [point(span, side=side) for span in spans]
    pack = Pack.model_validate({"title": "A pack", "period": "1917/1939", "points": points})
    document = compose(pack, Options(timeline={"span": "23"}), [timeline.SECTION], [timeline.SECTION])
    keeps_the_laws(document)
    no_pole_crosses_a_text(document)
    found = marks_on_bars(document)
    assert sorted(run.text for run in found) == [mark.replace("A", side[0].upper()) for mark in marks]
    bars = [item for item in document.pages[0].items if isinstance(item, Rectangle | Hatch | Rule)]
    for run in found:
        beside = [bar for bar in bars if extent(bar)[1] - 1 <= run.y and run.y + 0.65 * run.size <= extent(bar)[3] + 1]
        near = [bar for bar in beside if extent(bar)[0] - 20 <= run.x <= extent(bar)[2] + 8]
        assert near, f"{run.text} is in no bar, and at none"
        filled = any(
            isinstance(bar, Rectangle)
            and bar.fill == SIDE_COLORS[0]
            and bar.x <= run.x <= bar.x + bar.width - run.width
            for bar in near
        )
        assert (run.color == WHITE) is filled


def test_a_pupil_who_names_events_is_told_their_numbers_and_not_their_marks():
    points = [point("1919/1920", "One"), point("1919/1922", "Two", "disadvantage"), point("1924/1925", "Three")]
    pack = Pack.model_validate({"title": "A pack", "period": "1917/1939", "points": points})
    document = compose(pack, Options(timeline={"mode": "labels-blank"}), [timeline.SECTION], [timeline.SECTION])
    assert sorted(run.text for run in marks_on_bars(document)) == ["1", "2", "3"]


def test_more_bars_than_rows_keep_the_laws():
    points = [point(f"{1917 + number % 3}/{1930 + number}", side="disadvantage") for number in range(14)]
    pack = Pack.model_validate({"title": "A pack", "points": points})
    document = compose(pack, Options(), [timeline.SECTION], [timeline.SECTION])
    keeps_the_laws(document)
    no_pole_crosses_a_text(document)
    assert len(marks_on_bars(document)) >= GEOMETRY.rows - 1


def test_a_crowd_of_labels_fans_out():
    """Six dates of a year that has nothing before it: half of the labels fly to the left, and none stands high."""
    points = [point(f"{3 + number} {month} 1928", "What happened then") for number, month in enumerate(MONTHS[:6])]
    pack = Pack.model_validate({"title": "A pack", "period": "1917/1939", "points": points})
    document = compose(pack, Options(timeline={"span": "23"}), [timeline.SECTION], [timeline.SECTION])
    keeps_the_laws(document)
    no_pole_crosses_a_text(document)
    runs = [run for _, run in text_runs(document) if "happened" in run.text or "What" in run.text]
    sides = {pole.x0: any(run.x > pole.x0 for run in runs) for pole in poles(document.pages[0])}
    assert len(sides) == 6
    assert max(abs(pole.y1 - pole.y0) for pole in poles(document.pages[0])) < 90
