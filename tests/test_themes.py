"""Every theme holds on every paper and in every profile; a theme says what it has and what it leaves out."""

from itertools import product

import pytest
from laws import contrast, keeps_the_laws, spoken, text_runs
from packs import all_pairs

from studypack.layout.page import Polygon, Rectangle
from studypack.layout.style import INK, WHITE, mm
from studypack.layout.theme import theme_for
from studypack.layout.themes import THEMES
from studypack.layout.themes.roles import Roles
from studypack.model.choices import Paper, Profile, ThemeName
from studypack.model.modes import Scale
from studypack.model.options import Options
from studypack.model.section_modes import TimelineModes
from studypack.output.build import read
from studypack.output.compose import compose, version_code
from studypack.output.starter import write_starter
from studypack.sections import SECTIONS

SIGNS = {"SourceSans3", "StudypackSigns"}
"""What another face lacks is printed in these."""
FACES = {
    (ThemeName.PLAIN, True): {"SourceSerif4", "SourceCodePro", *SIGNS},
    (ThemeName.PLAIN, False): {"AtkinsonHyperlegibleNext", "SourceCodePro", *SIGNS},
    **{(ThemeName.PRIMARY, each): {"StudypackInfant", "SourceCodePro"} for each in (True, False)},
}
OTHERS = [name for name in ThemeName if name is not ThemeName.GUIDE]


@pytest.mark.parametrize(
    ("section", "profile", "paper", "theme"),
    all_pairs(SECTIONS, Profile, Paper, OTHERS),
    ids=lambda each: getattr(each, "name", each),
)
def test_a_section_keeps_the_laws_in_every_theme(shipped, section, profile, paper, theme):
    document = compose(shipped, Options(paper=paper, profile=profile, theme=theme), [section], SECTIONS)
    keeps_the_laws(document)
    assert spoken(document)
    runs = [run for _, run in text_runs(document)]
    assert all(run.color == WHITE or contrast(run.color) >= 7 for run in runs)
    faces = {run.face.name.partition("_")[0] for run in runs}
    assert faces <= FACES[theme, profile is Profile.STANDARD], faces


@pytest.fixture(scope="module", params=["history", "languages"])
def small(request, tmp_path_factory):
    """A small pack with nearly every section: the starter of a subject."""
    path, *_ = write_starter(str(tmp_path_factory.mktemp("small") / "topic.yaml"), template=request.param)
    return read(path).pack


@pytest.mark.parametrize("theme", ThemeName)
def test_a_small_pack_keeps_the_laws_in_every_profile_on_every_paper(small, theme):
    sections = [section for section in SECTIONS if section.applies(small)]
    assert len(sections) > 0.8 * len(SECTIONS)
    for profile, paper in product(Profile, Paper):
        keeps_the_laws(compose(small, Options(paper=paper, profile=profile, theme=theme), sections, sections))


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
    fields = [each for each in shapes if isinstance(each, Rectangle) and each.fill and each.height > mm(20)]
    return {"fields": len(fields), "grounds": len(grounds), "round frames": len(frames), "icons": len(icons)}


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


@pytest.mark.parametrize("profile", Profile)
def test_primary_is_large_in_letters_as_they_are_written_and_says_less(shipped, profile):
    said = {}
    for theme in (ThemeName.GUIDE, ThemeName.PRIMARY):
        usual = [section for section in SECTIONS if section.wanted(shipped, Options())]
        document = compose(shipped, Options(profile=profile, theme=theme), usual, usual)
        runs = [run.text for _, run in text_runs(document)]
        said[theme] = " ".join(runs), runs.count("Model evaluation")
    described = ["A knowledge organiser:"] if profile is not Profile.LARGE else []  # where it would take a page more
    for words in ("Each mark follows its point", "A move is a step", *described):
        assert [words in seen for seen, _ in said.values()] == [True, False], words
    (_, often), (_, seldom) = said.values()
    assert often > seldom > 0, "a running head names the pack alone"
    guide, primary = (theme_for(Paper.A4, profile, theme) for theme in (ThemeName.GUIDE, ThemeName.PRIMARY))
    assert primary.body.size >= max(guide.body.size, 14)
    assert primary.smallest >= max(guide.smallest, 11)
    assert primary.hand.pitch >= max(guide.hand.pitch, mm(12))


def test_a_loose_page_of_answers_tells_what_it_is(shipped):
    (key,) = [section for section in SECTIONS if section.is_key]
    document = compose(shipped, Options(theme=ThemeName.PRIMARY), [key], SECTIONS)
    heads = [
        sum(run.text == "Answer key" for page, run in text_runs(document) if page is each) for each in document.pages
    ]
    assert len(heads) > 2
    assert all(heads), heads


def test_a_timeline_that_is_not_to_scale_says_so_in_every_theme(shipped):
    (strips,) = [section for section in SECTIONS if section.name == "timeline"]
    for theme in ThemeName:
        options = Options(theme=theme, timeline=TimelineModes(scale=Scale.EVEN))
        words = " ".join(run.text for _, run in text_runs(compose(shipped, options, [strips], [strips])))
        assert "Not to scale" in words, theme
