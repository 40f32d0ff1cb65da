"""The faces of a house: what is set in them, what takes the place of missing ones, and which files are refused."""

import struct

import pytest
from laws import keeps_the_laws, spoken

from studypack.base.resources import font_data
from studypack.layout.page import TextRun
from studypack.layout.tag import Furniture
from studypack.model.choices import Paper, Profile, ThemeName
from studypack.model.options import Flags
from studypack.output.build import read, render_loaded
from studypack.output.compose import version_code
from studypack.preview.watcher import ContentCache
from tests.command import studypack
from tests.pdf.verdict import verdict_on

REGULAR, BOLD = font_data("StudypackInfant_400Regular"), font_data("StudypackInfant_700Bold")
ITALIC, NARROW = font_data("AtkinsonHyperlegibleNext_400Regular_Italic"), font_data("SourceCodePro_400Regular")
FILES = {"text.ttf": REGULAR, "fonts/bold.ttf": BOLD, "italic.ttf": ITALIC, "heads.ttf": NARROW}
TEXT = '[style.faces]\ntext = "text.ttf"\n'
HEADS = '[style.faces]\nheadings = "heads.ttf"\n'
BOTH = '[style.faces]\nheadings = "heads.ttf"\ntext = { regular = "text.ttf", bold = "fonts/bold.ttf", italic = "italic.ttf" }\n'
CONTENT = 'question: "How *high* is it?"\nsummary: "The sea *rises*, and **falls**."\n'


@pytest.fixture
def house(styled, tmp_path):
    """Writes a house style beside some fonts, and returns the content's path."""
    (tmp_path / "fonts").mkdir()
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    return lambda toml, content=CONTENT, **more: styled(toml, content, **more)


def rendered(loaded, **flags):
    """The cover, the overview and the table."""
    return render_loaded(loaded, Flags(sections=("cover", "overview", "table"), **flags), "tides")[0]


def named(face):
    """The PostScript name of a face, without what makes that of a house's own unique."""
    return "-".join(face.font.face.name.decode().split("-")[:2])


def faces(document):
    """The PostScript names of the faces of some words; running heads are left out."""
    found = {}
    for page in document.pages:
        for item in page.items:
            if isinstance(item, TextRun) and not isinstance(item.tag, Furniture):
                found.setdefault(item.text.strip(), named(item.face))
    names = ("Advantages and disadvantages", "Cost", "Rance", "turns.", "rises", "falls", "1 point")
    return {name: found[name] for name in names if name in found}


OURS = {
    "Advantages and disadvantages": "SourceSerif4-SemiBold",
    "Cost": "SourceSans3-SemiBold",
    "Rance": "SourceSerif4-SemiBold",
    "turns.": "SourceSerif4-Regular",
    "rises": "SourceSerif4-Italic",
    "falls": "SourceSerif4-SemiBold",
    "1 point": "SourceSans3-Regular",
}
ATKINSON = "AtkinsonHyperlegibleNext-Regular"
SET = [
    ("", {}, {}),
    (TEXT, {}, {"turns.": "StudypackInfant-Regular"}),
    (HEADS, {}, {"Advantages and disadvantages": "SourceCodePro-Regular", "Cost": "SourceCodePro-Regular"}),
    (
        BOTH,
        {},
        {
            "Advantages and disadvantages": "SourceCodePro-Regular",
            "Cost": "SourceCodePro-Regular",
            "Rance": "StudypackInfant-Bold",
            "falls": "StudypackInfant-Bold",
            "turns.": "StudypackInfant-Regular",
            "rises": "AtkinsonHyperlegibleNext-Italic",
        },
    ),
]


@pytest.mark.parametrize(("toml", "flags", "changed"), SET, ids=range(len(SET)))
def test_text_and_headings_are_set_in_the_faces_of_the_house(house, toml, flags, changed):
    made = rendered(read(house(toml)), **flags)
    keeps_the_laws(made.document)
    assert faces(made.document) == OURS | changed


@pytest.mark.parametrize("theme", ThemeName)
@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
def test_a_pack_in_the_faces_of_a_house_keeps_the_laws_and_its_file_is_valid(house, theme, paper):
    ours, theirs = read(house("")), read(house(BOTH + "accessible = true\n"))
    for profile in Profile:
        how = {"theme": theme, "paper": paper, "profile": profile, "fillable": True}
        made = rendered(theirs, **how)
        keeps_the_laws(made.document)
        assert verdict_on(made.document, made.data) == []
        assert made.document.typed.is_ours, "it has all that may be typed into a field"
        assert spoken(made.document) == spoken(rendered(ours, **how).document), "a face drops and adds no word"
        assert rendered(theirs, **how).data == made.data


@pytest.mark.parametrize("profile", [Profile.CLEAR, Profile.LARGE])
def test_an_accessible_profile_keeps_atkinson_unless_told(house, profile):
    kept = faces(rendered(read(house(BOTH)), profile=profile).document)
    assert {name.rpartition("-")[0] for name in kept.values()} == {"AtkinsonHyperlegibleNext"}
    told = faces(rendered(read(house(BOTH + "accessible = true\n")), profile=profile).document)
    assert told["turns."] == told["rises"] == "StudypackInfant-Regular", "upright"
    assert told["Cost"] == "SourceCodePro-Regular"
    assert told["Rance"] == "StudypackInfant-Bold"


def test_a_letter_that_a_face_lacks_is_printed_by_ours_and_told(house, tmp_path):
    path = house('[style.faces]\ntext = "italic.ttf"\n', 'summary: "Ἀχιλλεύς and the sea."\n')
    made = rendered(read(path)).document
    keeps_the_laws(made)
    used = {named(item.face) for page in made.pages for item in page.items if isinstance(item, TextRun)}
    assert {"AtkinsonHyperlegibleNext-Italic", "SourceSans3-Regular"} <= used
    told = studypack("check", "tides.yaml", cwd=tmp_path)
    assert told.returncode == 0
    assert "italic.ttf lacks the letters" in told.stdout
    assert "studypack.toml:2:8" in told.stdout
    assert "lacks" not in studypack("check", str(house(TEXT).name), cwd=tmp_path).stdout


def test_faces_change_no_code_and_build_tells_whose_they_are(house, tmp_path):
    path = house("")
    code = version_code(read(path).pack, Flags())
    (tmp_path / "user" / "studypack" / "heads.ttf").write_bytes(NARROW)
    house(TEXT, user=HEADS)
    assert version_code(read(path).pack, Flags()) == code
    told = studypack("build", "--verbose", "tides.yaml", cwd=tmp_path).stdout
    assert "style.faces.text: text.ttf " in told
    assert "user/studypack/studypack.toml, line 2" in told
    house(TEXT, CONTENT + "style: {faces: {text: heads.ttf}}\n")
    assert faces(rendered(read(path)).document)["turns."] == "SourceCodePro-Regular"


def test_the_preview_sees_a_font_that_changes(house, tmp_path):
    content = ContentCache(house(TEXT))
    before, _ = content.read()
    (tmp_path / "text.ttf").write_bytes(BOLD)
    assert content.state() != before
    assert faces(rendered(content.read()[1]).document)["turns."] == "StudypackInfant-Bold"


def tables(data):
    """Where the tables of a font begin, by their tags, and how long they are."""
    count = struct.unpack_from(">H", data, 4)[0]
    records = [struct.unpack_from(">4sLLL", data, 12 + 16 * number) for number in range(count)]
    return {tag: (at, length) for tag, _, at, length in records}


def with_bytes(tag, at, new, data=REGULAR):
    """A font with other bytes in a table."""
    begin = tables(data)[tag][0] + at
    return data[:begin] + new + data[begin + len(new) :]


def with_table(tag, content, data=REGULAR):
    """A font with one table more, in place of its hints for screens."""
    records = tables(data)
    dropped = next(each for each in (b"GSUB", b"gasp", b"DSIG") if each in records)
    number = list(records).index(dropped)
    record = struct.pack(">4sLLL", tag, 0, len(data), len(content))
    return data[: 12 + 16 * number] + record + data[28 + 16 * number :] + content


AXIS = struct.pack(">4sLLLHH", b"wght", 0x640000, 0x1900000, 0x3840000, 0, 256)
VARIABLE = with_table(b"fvar", struct.pack(">HHHHHHHH", 1, 0, 16, 2, 1, 20, 0, 8) + AXIS)
REFUSED = {
    "no font": (b"It was a dark and stormy night.", "no font in TrueType"),
    "empty": (b"", "an empty file"),
    "WOFF": (b"wOFF\0\1\0\0" + bytes(100), "a font for web pages"),
    "WOFF 2": (b"wOF2\0\1\0\0" + bytes(100), "a font for web pages"),
    "collection": (b"ttcf\0\2\0\0" + bytes(100), "a collection of several fonts"),
    "PostScript outlines": (b"OTTO\0\1\0\0" + bytes(100), "a font with PostScript outlines"),
    "Type 1": (b"%!PS-AdobeFont-1.0: Gothic", "a PostScript font"),
    "archive": (b"PK\3\4" + bytes(100), "a ZIP archive"),
    "50 MB": (REGULAR + bytes(50_000_000), "more than 10,000,000 bytes"),
    "cut off": (REGULAR[:60_000], "damaged or cut off"),
    "a head alone": (REGULAR[:12], "damaged or cut off"),
    "no glyphs": (with_bytes(b"maxp", 4, b"\0\0"), "has no letters"),
    "signs alone": (font_data("StudypackSigns_400Regular"), "the font lacks '0'"),
    "restricted": (with_bytes(b"OS/2", 8, b"\0\2"), "does not allow this font to be embedded"),
    "whole alone": (with_bytes(b"OS/2", 8, b"\1\0"), "without the others"),
    "bitmaps alone": (with_bytes(b"OS/2", 8, b"\2\0"), "only bitmaps"),
    "coloured": (with_table(b"COLR", bytes(14)), "a colour font"),
    "pictures": (with_table(b"sbix", bytes(8)), "a colour font"),
    "no cmap": (with_bytes(b"cmap", 0, bytes(tables(REGULAR)[b"cmap"][1])), "the font lacks"),
    "no outlines": (with_bytes(b"loca", 0, bytes(tables(REGULAR)[b"loca"][1])), "the font lacks"),
    "letters without a width": (with_bytes(b"hmtx", 0, bytes(tables(REGULAR)[b"hmtx"][1])), "no size that"),
    "endless letters": (with_bytes(b"hmtx", 0, b"\xff" * tables(REGULAR)[b"hmtx"][1]), "no size that"),
    "tiny letters": (with_bytes(b"head", 18, b"\x40\0"), "no size that"),
    "giant letters": (with_bytes(b"head", 18, b"\0\x10"), "no size that"),
    "no name": (with_bytes(b"name", 0, bytes(6)), "damaged"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_font_is_refused_at_its_place_with_a_way_out(house, tmp_path, name):
    data, why = REFUSED[name]
    (tmp_path / "text.ttf").write_bytes(data)
    house(BOTH)
    done = studypack("check", "tides.yaml", cwd=tmp_path)
    assert done.returncode == 1
    assert why in done.stdout
    assert "studypack.toml:3:8" in done.stdout
    assert "  = help: " in done.stdout


TAKEN = {
    "preview and print": with_bytes(b"OS/2", 8, b"\0\4"),
    "editable, and restricted in older versions": with_bytes(b"OS/2", 8, b"\0\12"),
    "variable": VARIABLE,
    "Apple's": b"true" + REGULAR[4:],
}


@pytest.mark.parametrize("name", TAKEN)
def test_a_font_that_may_be_embedded_is(house, tmp_path, name):
    (tmp_path / "text.ttf").write_bytes(TAKEN[name])
    made = rendered(read(house(TEXT)))
    assert faces(made.document)["turns."] == "StudypackInfant-Regular"
    assert verdict_on(made.document, made.data) == []


WRONG = {
    "text = '../text.ttf'": "leads out of the folder of studypack.toml",
    "text = 'link.ttf'": "a link that leads out of the folder",
    "text = 'tetx.ttf'": "did you mean 'text.ttf'?",
    "text = 'fonts'": "is no file",
    "text = { bold = 'fonts/bold.ttf' }": "'text' has no 'regular'",
    "text = { regular = 'text.ttf', slanted = 'italic.ttf' }": "unknown key 'slanted'",
    "heading = 'heads.ttf'": "did you mean 'headings'?",
    "text = ['text.ttf']": "its keys are regular, bold, italic, bold_italic",
}


@pytest.mark.parametrize("typed", WRONG)
def test_a_slip_in_faces_is_told_at_its_place(house, tmp_path, typed):
    outside = tmp_path.parent / f"{tmp_path.name}.ttf"
    outside.write_bytes(REGULAR)
    (tmp_path / "link.ttf").symlink_to(outside)
    house(f"[style.faces]\n{typed}\n")
    done = studypack("check", "tides.yaml", cwd=tmp_path)
    outside.unlink()
    assert done.returncode == 1
    assert WRONG[typed] in done.stdout
    assert "studypack.toml:2:" in done.stdout


def test_a_house_may_have_one_of_ours_and_one_file_for_all(house, tmp_path):
    for name in FILES:
        (tmp_path / name).write_bytes(font_data("SourceSans3_400Regular"))
    made = rendered(read(house(BOTH)))
    keeps_the_laws(made.document)
    assert verdict_on(made.document, made.data) == []
    assert set(faces(made.document).values()) == {"SourceSans3-Regular"}
