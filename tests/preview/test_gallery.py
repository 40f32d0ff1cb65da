"""The gallery: the page that each section starts on, in every theme and profile, on one picture."""

import pytest
from PIL import Image
from preview.test_sheet import cards_on, preview

from studypack.model.choices import Openings, Profile, ThemeName
from studypack.model.options import Flags
from studypack.output.build import read, render
from studypack.preview import gallery
from studypack.preview.rasterize import page_image
from tests.packs import pack, point


@pytest.mark.parametrize(
    ("words", "themes", "profiles", "sections"),
    [
        ((), ThemeName, Profile, ("table", "worksheets")),
        (("--profile", "clear"), ThemeName, ("clear",), ("table", "worksheets")),
        (("--theme", "plain", "--profile", "large"), ("plain",), ("large",), ("worksheets",)),
    ],
)
def test_each_section_stands_under_each_theme_and_profile(content, tmp_path, words, themes, profiles, sections):
    done = preview("--gallery", *words, "--sections", ",".join(sections), "--png", "all.png", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    looks = [(theme, profile) for theme in themes for profile in profiles]
    with Image.open(tmp_path / "all.png") as made:
        pages = {}
        for theme, profile in looks:
            flags = Flags(theme=theme, profile=profile, sections=sections, openings=Openings.PAGE)
            file = render(read(content).pack, flags, "x")[0]
            for name in sections:
                first = next(page for page in file.document.pages if page.section == name)
                width = round(first.width * gallery._scale(first.width, first.height, len(sections)))
                pages[name, theme, profile] = page_image(file.data, first.number - 1, width)
        (left, top), *under = cards_on(made, [pages[name, *looks[0]] for name in sections])
        assert all(place[0] == left and place[1] > top for place in under)
        for name, (_, y) in zip(sections, [(left, top), *under], strict=True):
            for number, look in enumerate(looks):
                page = pages[name, *look].crop((1, 1, width - 1, 100))
                x = left + number * (width + gallery._GAP)
                assert made.crop((x + 1, y + 1, x + width - 1, y + 100)).tobytes() == page.tobytes()


def test_all_that_the_content_has_something_for_is_in_it():
    topic = pack(points=[point("It {{came}}.", date="1921")], summary="In short.")
    names = set(gallery.sections_of(topic, Flags()))
    assert names >= {
        "cover",
        "title",
        "contents",
        "overview",
        "table",
        "timeline",
        "worksheets",
        "flashcards",
        "answers",
    }
    assert not names & {"evaluation", "glossary"}
    assert "table" not in gallery.sections_of(topic, Flags(skip=("table",)))
    assert "answers" not in gallery.sections_of(pack(summary="In short."), Flags())


@pytest.mark.parametrize(
    ("words", "says"),
    [(("--serve",), "leave --gallery or --serve out"), (("--png", "out.pdf"), "give it a name that ends in .png")],
)
def test_what_no_gallery_can_be_is_refused(content, tmp_path, words, says):
    done = preview("--gallery", *words, cwd=tmp_path)
    assert done.returncode == 2
    assert says in " ".join(done.stderr.split())
