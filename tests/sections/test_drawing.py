"""Room to draw in a task: a box, axes or squares, over the lines; heard as what it is, in files to fill in, too."""

from itertools import pairwise

import pytest
from laws import keeps_the_laws
from packs import all_pairs

from studypack.base.errors import ContentError
from studypack.layout.page import Polygon, Rectangle, Rule
from studypack.model.choices import Paper, Profile
from studypack.model.content import Pack
from studypack.model.modes import Drawing, EvaluationMode
from studypack.model.options import Flags
from studypack.output.build import render
from studypack.reading.load import read
from tests.pdf.tagged import opened
from tests.pdf.verdict import verdict_on
from tests.transcript import transcript

HEARD = {Drawing.BOX: "A box to draw in", Drawing.AXES: "A pair of axes", Drawing.GRID: "Squared paper"}
WITH_A_TASK = (EvaluationMode.ANNOTATED, EvaluationMode.PLAIN)
TASK = "Sketch how both costs grow over the years, and say which line is steeper."


def pack(draw):
    moves = [[{"move": "judgement", "text": "It pays in the long run."}]]
    asked = {"text": TASK, "moves": ["judgement"], **({"draw": draw} if draw else {})}
    return Pack.model_validate({"title": "T", "evaluation": {"paragraphs": moves, "try": asked}})


def made(draw, **choices):
    (file,) = render(pack(draw), Flags(sections=("evaluation",), **choices), "x")
    return file


@pytest.mark.parametrize(("draw", "mode", "profile", "paper"), all_pairs(Drawing, WITH_A_TASK, Profile, Paper))
def test_there_is_room_to_draw_in_under_the_task(draw, mode, profile, paper):
    choices = {"profile": profile, "paper": paper, "settings": (f"evaluation.mode={mode}",)}
    with_room, without = made(draw, **choices), made(None, **choices)
    keeps_the_laws(with_room.document)
    assert verdict_on(with_room.document, with_room.data) == []
    with opened(with_room.data) as tagged:
        heard = [line.strip() for line in transcript(tagged)]
    (place,) = (number for number, line in enumerate(heard) if line.startswith(HEARD[draw]))
    assert heard[place - 1] == TASK
    assert drawn(with_room.document) != drawn(without.document)


def drawn(document):
    items = [item for page in document.pages for item in page.items]
    return [sum(isinstance(item, kind) for item in items) for kind in (Polygon, Rectangle, Rule)]


@pytest.mark.parametrize(("draw", "more"), [(Drawing.BOX, [0, 1, 0]), (Drawing.AXES, [2, 0, 2])])
def test_what_is_drawn(draw, more):
    with_room, without = (drawn(made(each).document) for each in (draw, None))
    assert [one - other for one, other in zip(with_room[:2], without[:2], strict=True)] == more[:2]


def test_squares_are_as_in_an_exercise_book():
    (page,) = made(Drawing.GRID).document.pages
    across = sorted(
        item.x0 for item in page.items if isinstance(item, Rule) and item.thickness < 0.4 and item.x0 == item.x1
    )
    steps = {round((b - a) * 25.4 / 72, 2) for a, b in pairwise(across)}
    assert steps == {5.0}
    assert len(across) > 20


def test_in_a_file_to_fill_in_there_is_nothing_to_type_over_it():
    assert verdict_on((file := made(Drawing.AXES, fillable=True)).document, file.data) == []


def test_another_word_is_refused_and_capitals_are_not():
    content = "title: T\nevaluation: {{paragraphs: [[{{move: a, text: B.}}]], try: {{text: C., draw: {}}}}}\n"
    assert read(content.format("Axes").encode(), "x").pack.evaluation.task.draw is Drawing.AXES
    with pytest.raises(ContentError, match="draw must be 'box', 'axes' or 'grid'"):
        read(content.format("circle").encode(), "x")
