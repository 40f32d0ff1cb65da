"""The type scale: the pages of a pack have few sizes of type, and these are those of the scale."""

import pytest
from laws import text_runs
from packs import pack, point

from studypack.base.resources import shipped_content_folder
from studypack.layout.style import Style
from studypack.layout.theme import SCALE, theme_for
from studypack.layout.themes.roles import Roles
from studypack.model.choices import Paper
from studypack.model.options import Flags
from studypack.output.build import render
from studypack.reading.load import load

SHIPPED = sorted(path.stem for path in shipped_content_folder().glob("*.yaml"))
SCRIPTS = {theme_for(Paper.A4).body.sized(size, size).script.size for size in SCALE}
"""Of small letters and figures above or below the line."""


def sizes_on(document):
    return {round(run.size, 2) for _, run in text_runs(document) if not run.hidden}


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
def test_a_packs_pages_have_the_sizes_of_the_scale_alone(name, paper):
    assert len(SCALE) == 9
    pack = load(shipped_content_folder() / f"{name}.yaml").pack
    made, *_ = render(pack, Flags(paper=paper), name)
    found = sizes_on(made.document)
    assert len(found) >= 7
    assert found <= {*SCALE, *(round(size, 2) for size in SCRIPTS)}


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
def test_every_style_of_the_theme_has_a_size_of_the_scale(paper):
    theme = theme_for(paper)
    styles = {name: getattr(theme, name) for name in Roles.__slots__}
    sizes = {name: style.size for name, style in styles.items() if isinstance(style, Style)}
    assert len(sizes) > 40
    assert {name: size for name, size in sizes.items() if size not in SCALE} == {}


@pytest.mark.parametrize("words", [3, 12, 30, 60])
def test_a_long_title_is_stepped_down_the_scale(words):
    title = " ".join(["Consequences"] * words)
    content = pack(points=[point("A {{gap}}.", title)], worksheets=[{"title": title, "passage": "A {{gap}}."}])
    made, *_ = render(content, Flags(sections=("table", "worksheets")), "pack")
    assert sizes_on(made.document) <= set(SCALE)
