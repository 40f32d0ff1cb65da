"""A school's logo: where it is printed, whose it is, and which files are refused."""

import struct
import zlib

import pytest
from laws import keeps_the_laws

from studypack.layout.page import Picture, TextRun
from studypack.model.choices import Paper, Profile, ThemeName
from studypack.model.options import Flags
from studypack.output.build import read, render_loaded
from studypack.output.compose import version_code
from studypack.preview.watcher import ContentCache
from tests.command import studypack
from tests.pdf.verdict import verdict_on
from tests.pictures import picture_file

LOGO = '[style]\nlogo = { file = "logo.png", alt = "The shield of Hillside" }\n'


def rendered(path, **flags):
    return render_loaded(read(path), Flags(**flags), "tides")


def logos(document):
    """The sections whose pages have a picture, each with the text that is heard of it."""
    return [
        (page.section, item.tag.alt if item.tag else "")
        for page in document.pages
        for item in page.items
        if isinstance(item, Picture)
    ]


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
@pytest.mark.parametrize("first", ["cover", "title"])
@pytest.mark.parametrize(("width", "height"), [(900, 700), (2400, 160)])
def test_a_logo_stands_on_the_first_page_and_nowhere_else(styled, tmp_path, first, paper, profile, width, height):
    (tmp_path / "logo.png").write_bytes(picture_file(width, height))
    path = styled(LOGO, 'question: "Who pays for the sea wall, and for how long?"\n')
    sections = (first, "table", "worksheets", "flashcards")
    pack, key = rendered(path, sections=sections, paper=paper, profile=profile, key="separate")
    keeps_the_laws(pack.document)
    assert logos(pack.document) == [(first, "The shield of Hillside")]
    assert logos(key.document) == []
    page = next(page for page in pack.document.pages if page.section == first)
    (logo,) = (item for item in page.items if isinstance(item, Picture))
    texts = [item.box for item in page.items if isinstance(item, TextRun)]
    assert not [box for box in texts if box[0] < logo.x + logo.width and logo.x < box[2] and _level(box, logo)]


def _level(box, logo):
    return box[1] < logo.y + logo.height and logo.y < box[3]


@pytest.mark.parametrize(("theme", "look"), [("guide", {}), ("plain", {"grey": True}), ("primary", {"eco": True})])
def test_a_logo_and_colours_keep_the_file_valid(styled, tmp_path, theme, look):
    (tmp_path / "logo.png").write_bytes(picture_file())
    path = styled(LOGO + '[style.colors]\nlead = "#7a0019"\nsides = ["#003b5c", "#7a3b00"]\n')
    for first in ("cover", "title"):
        made, *_ = rendered(path, sections=(first, "table"), theme=ThemeName(theme), **look)
        assert verdict_on(made.document, made.data) == []
        assert rendered(path, sections=(first, "table"), theme=ThemeName(theme), **look)[0].data == made.data


def test_the_nearest_logo_counts_and_changes_no_code(styled, tmp_path):
    for name in ("logo.png", "crest.jpg", "user/studypack/logo.png"):
        (tmp_path / name).write_bytes(picture_file(kind="JPEG" if name.endswith("jpg") else "PNG", color="teal"))
    path = styled()
    code, _ = version_code(read(path).pack, Flags()), None
    for house, content, alt in (
        ("", "", "of the user"),
        (LOGO, "", "The shield of Hillside"),
        (LOGO, "style: {logo: {file: crest.jpg, alt: A crest}}\n", "A crest"),
        (LOGO, "style: {logo: {file: crest.jpg, decorative: yes}}\n", ""),
    ):
        styled(house, content, user=LOGO.replace("The shield of Hillside", "of the user"))
        loaded = read(path)
        assert version_code(loaded.pack, Flags()) == code
        assert logos(render_loaded(loaded, Flags(sections=("title", "table")), "tides")[0].document) == [("title", alt)]


def test_the_preview_sees_a_logo_that_changes(styled, tmp_path):
    (tmp_path / "logo.png").write_bytes(picture_file())
    content = ContentCache(styled(LOGO))
    before, loaded = content.read()
    assert content.read() == (before, loaded)
    (tmp_path / "logo.png").write_bytes(picture_file(200, 200))
    assert content.state() != before
    assert content.read()[1].pack.style.logo.raster.width == 200


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, rows=b""):
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


HOSTILE = {
    "bomb.png": (png(60_000, 60_000, bytes(1_000_000)), "25,000,000 together are the most"),
    "longer than it says.png": (png(10, 10, bytes(9_000_000)), ""),
    "cut off.png": (picture_file()[:200], "damaged or cut off"),
    "large.png": (picture_file() + bytes(21_000_000), "20,000,000 is the most"),
    "strip.png": (png(5_000, 10, bytes(150_010)), "a strip"),
    "shield.svg": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "an SVG drawing"),
    "zip.png": (b"PK\x03\x04" + bytes(100), "no picture in PNG or JPEG"),
    "empty.png": (b"", "an empty file"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_logo_is_refused_at_its_place(styled, tmp_path, name):
    data, why = HOSTILE[name]
    (tmp_path / name).write_bytes(data)
    styled(LOGO.replace("logo.png", name))
    done = studypack("check", "tides.yaml", cwd=tmp_path)
    assert done.returncode == (1 if why else 0)
    assert why in done.stdout
    assert "studypack.toml:2:8" in done.stdout or not why


WRONG = {
    "../logo.png": "leads out of the folder of studypack.toml",
    "/etc/logo.png": "is not in the folder of studypack.toml",
    "link.png": "a link that leads out of the folder",
    "https://example.org/logo.png": "an address on the web",
    "lgoo.png": "did you mean 'logo.png'?",
    "folder": "is no file",
}


@pytest.mark.parametrize("name", WRONG)
def test_a_logo_stands_beside_the_file_that_names_it(styled, tmp_path, name):
    inner = tmp_path / "inner"
    (inner / "folder").mkdir(parents=True)
    for folder in (tmp_path, inner):
        (folder / "logo.png").write_bytes(picture_file())
    (inner / "link.png").symlink_to(tmp_path / "logo.png")
    (inner / "studypack.toml").write_text(LOGO.replace("logo.png", name), "utf-8")
    (inner / "tides.yaml").write_bytes(styled().read_bytes())
    done = studypack("check", "tides.yaml", cwd=inner)
    assert done.returncode == 1
    assert WRONG[name] in done.stdout
    assert "studypack.toml:2:8" in done.stdout


SLIPS = {
    'logo = "logo.png"': 'write logo = { file = "logo.png", alt = "what it shows" }',
    'logo = "logo #1.png"  # ours': "      ^^^^^^^^^^^^^\n  = help: write logo = {",
    'logo = { file = "logo.png" }': "add alt: with what it shows, or decorative: yes",
    'logo = { file = "logo.png", alt = "A", width = "50%" }': "unknown key 'width'",
}


@pytest.mark.parametrize("typed", SLIPS)
def test_a_slip_in_a_logo_is_told_with_a_way_out(styled, tmp_path, typed):
    (tmp_path / "logo.png").write_bytes(picture_file())
    styled(f"[style]\n{typed}\n")
    done = studypack("check", "tides.yaml", cwd=tmp_path)
    assert done.returncode == 1
    assert SLIPS[typed] in done.stdout
    assert "studypack.toml:2:" in done.stdout
