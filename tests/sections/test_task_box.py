"""Tasks in frames: round corners, an icon that no ear hears, a line for the name, and parts on later pages."""

import pytest
from laws import keeps_the_laws, spoken
from packs import pack, point

from studypack.layout.page import Polygon, Rectangle, Rule
from studypack.layout.style import mm
from studypack.layout.theme import theme_for
from studypack.model.choices import Paper, Profile
from studypack.model.options import Options
from studypack.output.compose import compose
from studypack.sections import evaluation, table, worksheets

MODEL = {"question": "Q?", "paragraphs": [[{"move": "judgement", "text": "It was so."}]]}


def two_sided(task):
    both = [point("Some text.", "One", "advantage"), point("Some text.", "Other", "disadvantage")]
    return pack(points=both, evaluation={**MODEL, "try": task})


def frames_of(document):
    return [
        (page, each)
        for page in document.pages
        for each in page.items
        if isinstance(each, Rectangle) and each.radius == pytest.approx(mm(1.5)) and each.stroke and not each.fill
    ]


@pytest.mark.parametrize(
    ("paper", "profile"),
    [(Paper.A4, Profile.STANDARD), (Paper.A4, Profile.CLEAR), (Paper.A5, Profile.STANDARD)],
)
@pytest.mark.parametrize(
    ("section", "title"), [(table.SECTION, "Weigh it up"), (evaluation.SECTION, "Your turn")], ids=["weigh", "turn"]
)
def test_a_task_has_a_frame_with_an_icon_and_a_line_for_the_name(section, title, paper, profile):
    document = compose(two_sided("Write."), Options(paper=paper, profile=profile), [section], [section])
    keeps_the_laws(document)
    theme = theme_for(paper, profile)
    ((page, frame),) = frames_of(document)
    assert (frame.width, frame.thickness) == (pytest.approx(theme.measure), theme.frame_rule)
    inside = [each for each in page.items if isinstance(each, Polygon) and frame.y < each.points[0][1]]
    icon = [each for each in inside if each.points[0][1] < frame.y + frame.height]
    assert icon, "a drawing beside the heading"
    assert all(each.tag is None for each in icon), "the heading says what it shows"
    assert all(frame.x + theme.frame_padding - 1 < across for each in icon for across, _ in each.points)
    words = spoken(document)
    assert title in words
    assert "Name" in words[words.index(title) :]


def test_a_task_longer_than_a_page_loses_no_word_and_has_a_frame_on_each_page():
    task = "\n\n".join(
        f"Paragraph number{number} of a task that goes on and on over its pages." for number in range(90)
    )
    document = compose(two_sided(task), Options(paper=Paper.A5), [evaluation.SECTION], [evaluation.SECTION])
    keeps_the_laws(document)
    words = spoken(document)
    assert all(f"number{number} " in words for number in range(90))
    pages = {page.number for page, _ in frames_of(document)}
    assert len(pages) > 2
    assert pages == set(range(min(pages), max(pages) + 1))


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
def test_the_task_of_a_worksheet_has_a_frame_with_its_lines_in_it(paper):
    content = pack(points=[point("Some {{words}} of it.", "One", "advantage")])
    document = compose(content, Options(paper=paper), [worksheets.SECTION], [worksheets.SECTION])
    keeps_the_laws(document)
    ((page, frame),) = frames_of(document)
    lines = [each for each in page.items if isinstance(each, Rule) and frame.y < each.y0 < frame.y + frame.height]
    assert len(lines) >= 3
    assert "Now use it" in spoken(document)
