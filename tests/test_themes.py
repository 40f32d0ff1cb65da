"""Every theme holds on every paper and in every profile; a theme says what it has and what it leaves out."""

import pytest
from laws import keeps_the_laws, spoken
from packs import all_pairs

from studypack.layout.page import Polygon, Rectangle
from studypack.layout.style import INK, WHITE, mm
from studypack.layout.themes import THEMES
from studypack.layout.themes.roles import Roles
from studypack.model.options import Options, Paper, Profile, ThemeName
from studypack.output.compose import compose, version_code
from studypack.sections import SECTIONS

OTHERS = [name for name in ThemeName if name is not ThemeName.GUIDE]


@pytest.mark.parametrize(
    ("section", "profile", "paper", "theme"),
    all_pairs(SECTIONS, Profile, Paper, OTHERS),
    ids=lambda each: getattr(each, "name", each),
)
def test_a_section_keeps_the_laws_in_every_theme(shipped, section, profile, paper, theme):
    document = compose(shipped, Options(paper=paper, profile=profile, theme=theme), [section], SECTIONS)
    keeps_the_laws(document)
    assert spoken(document) == spoken(compose(shipped, Options(paper=paper, profile=profile), [section], SECTIONS)), (
        "a theme drops nothing of the author's"
    )


@pytest.mark.parametrize("name", ThemeName)
def test_a_theme_has_a_value_for_every_role_and_no_other(name):
    assert set(THEMES[name].values) == set(Roles.__slots__)


def looks(document):
    """How often the pages have what makes a guide of a handout."""
    items = [each for page in document.pages for each in page.items]
    shapes = [each for each in items if isinstance(each, Rectangle | Polygon)]
    grounds = [each for each in shapes if each.fill not in (None, WHITE) and each.fill.luma > 0.5]
    frames = [each for each in shapes if isinstance(each, Rectangle) and each.radius == pytest.approx(mm(1.5))]
    icons = [each for each in shapes if isinstance(each, Polygon) and each.tag is None and each.stroke == INK]
    return {"grounds": len(grounds), "round frames": len(frames), "icons": len(icons)}


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
def test_a_plain_pack_has_no_ground_but_paper_no_icon_and_no_round_frame(shipped, paper):
    guide, plain = (
        looks(compose(shipped, Options(paper=paper, theme=theme), SECTIONS, SECTIONS)) for theme in ("guide", "plain")
    )
    assert all(guide.values()), guide
    assert not any(plain.values()), plain


def test_the_code_of_a_sheet_is_the_same_in_every_theme(shipped):
    codes = {version_code(shipped, Options(theme=theme)) for theme in ThemeName}
    assert len(codes) == 1
