"""The house style on the pages: colours; whose they are, and what is refused."""

import re
from pathlib import Path

import pytest
from laws import keeps_the_laws

from studypack.base.resources import font_data
from studypack.layout.page import Color, TextRun
from studypack.layout.style import INK
from studypack.layout.tag import Furniture
from studypack.model.options import Flags, Options
from studypack.output.build import read, render_loaded
from studypack.output.compose import version_code
from tests.command import studypack
from tests.pictures import picture_file


def document(path, **flags):
    """The cover and the table, as pages."""
    return render_loaded(read(path), Flags(sections=("cover", "table"), **flags), "tides")[0].document


def inks(document, words):
    """The colours of the texts that are these words, but for running heads."""
    items = [item for page in document.pages for item in page.items if isinstance(item, TextRun)]
    return {item.color for item in items if item.text == words and item.tag is not Furniture.HEAD}


OURS = ["#12395b", "#8e2f12"]
LEADS = ["#7a0019", "#0b3d2e", "#333333"]
SIDES = 'sides = ["#005f87", "#2b0050"]'
COLORS = [
    ("", "", "", None, OURS),
    (f'[style.colors]\nlead = "{LEADS[0]}"', "", "", LEADS[0], OURS),
    ("", f'[style.colors]\nlead = "{LEADS[0]}"', "", LEADS[0], OURS),
    (
        f'[style.colors]\nlead = "{LEADS[1]}"\n{SIDES}',
        f'[style.colors]\nlead = "{LEADS[0]}"',
        "",
        LEADS[1],
        ["#005f87", "#2b0050"],
    ),
    (
        f"[style]\ncolors.{SIDES} # ours",
        "",
        f'style: {{colors: {{lead: "{LEADS[2]}"}}}}\n',
        LEADS[2],
        ["#005f87", "#2b0050"],
    ),
    ("", "", 'style: {colors: {sides: ["#333", 005F87]}}\n', None, ["#333333", "#005f87"]),
    ("", "", 'style: {colors: {sides: ["#8e2f12"]}}\n', None, ["#8e2f12", "#892a0c"]),
]


@pytest.mark.parametrize(("house", "user", "content", "lead", "sides"), COLORS, ids=range(len(COLORS)))
def test_the_nearest_says_which_colours_the_pages_have(styled, tmp_path, house, user, content, lead, sides):
    made = document(styled(house, content, user))
    keeps_the_laws(made)
    assert inks(made, "Advantages and disadvantages") == {Color.from_hex(lead) if lead else INK}
    assert [inks(made, heading) for heading in ("Power", "Cost")] == [{Color.from_hex(side)} for side in sides]


REFUSED = {
    'lead: "#ffcc00"': ("#6e5600", "its contrast with paper is 1.5"),
    'lead: "#e4002b"': ("#b5001f", "its contrast with paper is 4.8"),
    "lead: 00a0e0": ("#005f87", "its contrast with paper is 3.0"),
    'sides: ["#1f4e79", "#1d4d2b"]': ("#144523", "in grey the colour #1d4d2b looks like #1f4e79"),
    'sides: ["#8e2f12", "#2f2f8e", "#8e2f12"]': ("#97381c", "in grey the colour #8e2f12 looks like #8e2f12"),
}
"""What each colour is refused with: the nearest that passes."""


@pytest.mark.parametrize(("typed", "told"), REFUSED.items(), ids=range(len(REFUSED)))
def test_a_colour_that_does_not_do_is_told_with_the_nearest_that_does(styled, tmp_path, typed, told):
    nearest, why = told
    styled(content=f"style: {{colors: {{{typed}}}}}\n")
    done = studypack("check", "tides.yaml", cwd=tmp_path)
    assert done.returncode == 1
    assert f"write {nearest}, which is the nearest" in done.stdout
    assert why in done.stdout
    wrong = re.findall(r"\"?#?[0-9a-f]{6}\"?", typed)[-1]
    at = len("style: {colors: {") + typed.rindex(wrong) + 1
    assert re.search(rf"tides\.yaml:5:({at}|{at + 1})\n", done.stdout)
    before, after = typed[: typed.rindex(wrong)], typed[typed.rindex(wrong) + len(wrong) :]
    styled(content=f'style: {{colors: {{{before}"{nearest}"{after}}}}}\n')
    assert studypack("check", "tides.yaml", cwd=tmp_path).returncode == 0, "the way out works"


SLIPS = {
    "style: {colors: {lead: #1f4e79}}\n": ("5:24", 'put the colour in quotation marks: "#1f4e79"'),
    "style:\n  colors:\n    sides: [#1f4e79, #8e2f12]\n": ("7:13", 'put the colour in quotation marks: "#1f4e79"'),
    "style:\n  colors:\n    lead: #1f4e79\n": ("7:11", "put quotes round"),
    "style:\n  colors:\n    sides:\n      - #1f4e79\n": ("8:8", "a # without them begins a comment"),
    "style:\n  colors:\n    lead: navy\n": ("7:11", 'in quotation marks: "#1f4e79"'),
    'style: {colours: {lead: "#1f4e79"}}\n': ("5:9", "did you mean 'colors'?"),
    "style: {colors: {sides: [111, 222, 333, 444, 000]}}\n": ("5:25", "take some out"),
}


@pytest.mark.parametrize(("typed", "told"), SLIPS.items(), ids=range(len(SLIPS)))
def test_a_slip_in_a_colour_is_told_at_its_place(styled, tmp_path, typed, told):
    styled(content=typed)
    done = studypack("check", "tides.yaml", cwd=tmp_path)
    where, hint = told
    assert f"tides.yaml:{where}\n" in done.stdout
    assert hint in done.stdout


def test_a_style_changes_no_code_of_a_sheet(styled, tmp_path):
    def code():
        return version_code(read(tmp_path / "tides.yaml").pack, Options())

    styled()
    before = code()
    styled(house='[style.colors]\nlead = "#7a0019"', content='style: {colors: {sides: ["#333333"]}}\n')
    assert code() == before


def test_build_tells_whose_each_part_of_the_style_is(styled, tmp_path):
    styled(house=f'[style.colors]\nlead = "#7a0019"\n{SIDES}', content='style: {colors: {lead: "#333333"}}\n')
    told = studypack("build", "--verbose", "tides.yaml", cwd=tmp_path).stdout
    assert re.search(r"style\.colors\.lead: #333333 +tides\.yaml, line 5", told)
    assert re.search(r"style\.colors\.sides: #005f87, #2b0050 +studypack\.toml, line 3", told)


def test_the_example_of_the_readme_works(styled, tmp_path):
    readme = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
    section = readme.partition("## House style\n")[2].partition("\n## ")[0]
    house = "\n".join(line[4:] for line in section.splitlines() if line.startswith("    "))
    assert "[style" in house
    (tmp_path / "logo.png").write_bytes(picture_file())
    (tmp_path / "fonts").mkdir()
    for name in re.findall(r"fonts/(.+?)\"", house):
        (tmp_path / "fonts" / name).write_bytes(font_data("SourceSans3_400Regular"))
    styled(house=house)
    assert studypack("check", "tides.yaml", cwd=tmp_path).returncode == 0
