"""Pictures in the content: read from the folder of the file and nowhere else, or refused at their place."""

import os

import pytest

from studypack.base import limits
from studypack.base.errors import ContentError
from studypack.base.file_folder import FileError
from studypack.base.picture_folder import PictureFolder
from studypack.model.options import Flags, Options
from studypack.output.build import render
from studypack.output.compose import version_code
from studypack.reading.load import load, read
from tests.pictures import picture_file

HEAD = "title: Dams\npoints:\n  - {side: advantage, title: Fuel, text: 'It is {{free}}.'}\n"


@pytest.fixture
def folder(tmp_path):
    """A folder with pictures, beside things that must not be read."""
    own = tmp_path / "own"
    (own / "pictures").mkdir(parents=True)
    (own / "dam.png").write_bytes(picture_file())
    (own / "pictures" / "dam.jpg").write_bytes(picture_file(kind="JPEG"))
    (own / "drawing.png").write_bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n")
    (own / "cut.jpg").write_bytes(picture_file(kind="JPEG")[:300])
    (own / "folder.png").mkdir()
    os.mkfifo(own / "pipe.png")
    (tmp_path / "secret.png").write_bytes(picture_file())
    (own / "outside.png").symlink_to(tmp_path / "secret.png")
    (own / "within.png").symlink_to("dam.png")
    (own / "up").symlink_to(tmp_path)
    (own / "gone.png").symlink_to("nothing.png")
    (own / "circle.png").symlink_to("circle.png")
    return own


def loaded(folder, written):
    path = folder / "pack.yaml"
    path.write_text(HEAD + written, encoding="utf-8")
    return load(path)


def refused(folder, written):
    """What is said of it: message, hint, line and the text at the place."""
    with pytest.raises(ContentError) as caught:
        loaded(folder, written)
    (problem,) = caught.value.problems
    assert problem.hint
    return problem.message, problem.hint, problem.line, problem.excerpt[problem.column - 1 :]


@pytest.mark.parametrize("name", ["dam.png", "pictures/dam.jpg", "./dam.png", "within.png", "pictures//dam.jpg"])
def test_a_picture_in_the_folder_is_read(folder, name):
    pack = loaded(folder, f"cover: {{file: {name}, alt: A dam, width: 60%, caption: A, credit: B}}\n").pack
    assert (pack.cover.raster.width, pack.cover.raster.height) == (300, 150)
    assert (pack.cover.alt, pack.cover.width, pack.cover.caption, pack.cover.credit) == ("A dam", 0.6, "A", "B")


@pytest.mark.parametrize(
    ("name", "says", "mends"),
    [
        ("../secret.png", "leads out of the folder", "copy the picture"),
        ("pictures/../../secret.png", "leads out of the folder", "copy the picture"),
        ("up/secret.png", "is a link that leads out of the folder", "copy the picture"),
        ("outside.png", "is a link that leads out of the folder", "copy the picture"),
        ("/etc/passwd", "is not in the folder", "copy the picture"),
        ("~/dam.png", "is not in the folder", "copy the picture"),
        (r"'C:\dam.png'", "is not in the folder", "copy the picture"),
        (r"'\\server\dam.png'", "is not in the folder", "copy the picture"),
        (r"pictures\dam.jpg", "folders are parted by /", "write pictures/dam.jpg"),
        ("https://a.org/dam.png", "is an address on the web", "copy the picture"),
        ("Dam.png", "there is no file 'Dam.png'", "did you mean 'dam.png'?"),
        ("dam.jpg", "there is no file 'dam.jpg'", "did you mean 'dam.png'?"),
        ("gone.png", "there is no file 'gone.png'", "did you mean"),
        ("circle.png", "'circle.png' cannot be read", "check the name"),
        (f"{'x' * 300}.png", "cannot be read: file name too long", "check the name"),
        ("folder.png", "'folder.png' is no file", ""),
        ("pipe.png", "'pipe.png' is no file", ""),
        ("drawing.png", "it is an EPS drawing, and pictures are PNG or JPEG", "save it as PNG or JPEG"),
        ("cut.jpg", "the picture is damaged or cut off", "save or copy it again"),
        ("pack.yaml", "it is no picture in PNG or JPEG", "save it as PNG or JPEG"),
    ],
)
def test_what_is_no_picture_in_the_folder_is_refused_at_its_name(folder, name, says, mends):
    message, hint, line, at = refused(folder, f"cover:\n  file: {name}\n  alt: A dam\n")
    assert (line, at) == (5, name)
    assert says in message
    assert mends in hint


def test_a_file_that_may_not_be_read_is_refused(folder):
    (folder / "locked.png").write_bytes(picture_file())
    (folder / "locked.png").chmod(0)
    if os.access(folder / "locked.png", os.R_OK):
        pytest.skip("root may read everything")
    assert "may not be read" in refused(folder, "cover: {file: locked.png, alt: A dam}\n")[0]


@pytest.mark.parametrize(
    ("written", "says", "mends", "at"),
    [
        ("cover: {file: dam.png}", "nobody who cannot see this picture", "add alt:", "{file"),
        ("cover: {file: dam.png, alt: A, decorative: yes}", "has no alt", "take one of the two out", "{file"),
        ("cover: {file: dam.png, alt: A, width: 6cm}", "cannot be 6cm", "width: 60%", "6cm"),
        ("cover: {file: dam.png, alt: A, width: 0%}", "cannot be 0%", "width: 60%", "0%"),
        ("cover: {file: dam.png, alt: A, width: 101%}", "cannot be 101%", "width: 60%", "101%"),
        ("cover: {file: dam.png, alt: A, decorative: perhaps}", "must be 'yes' or 'no'", "", "perhaps"),
        ("cover: {file: dam.png, alt: A, tilt: 3}", "unknown key 'tilt'", "the keys here are file", "tilt"),
        ("cover: {alt: A dam}", "'cover' has no 'file'", "file:", "{alt"),
        (
            "cover: dam.png",
            "should have keys of its own",
            "write cover: {file: dam.png, alt: what it shows}",
            "dam.png",
        ),
        ("image: dam.png", "unknown key 'image'", "write cover: {file: dam.png, alt: what it shows}", "image"),
        ("Cover: {file: dam.png, alt: A}", "unknown key 'Cover'", "did you mean 'cover'?", "Cover"),
        (
            "caption: A dam",
            "unknown key 'caption'",
            "cover: {file: dam.png, alt: what it shows, caption: …}",
            "caption",
        ),
        ("events: [{date: 1920, title: A, photo: dam.png}]", "no picture stands here", "picture: in a point", "photo"),
    ],
)
def test_what_is_amiss_with_its_keys_is_told_where_it_stands(folder, written, says, mends, at):
    message, hint, line, excerpt = refused(folder, written + "\n")
    assert line == 4
    assert excerpt.startswith(at)
    assert says in message
    assert mends in hint


def test_a_decorative_picture_needs_no_words(folder):
    assert loaded(folder, "cover: {file: dam.png, decorative: yes}\n").pack.cover.alt is None


@pytest.mark.parametrize(
    "written",
    [
        "cover: {file: dam.png, alt: A}",
        "worksheets: [{title: W, passage: 'A {{b}}.', picture: {file: dam.png, alt: A}}]",
        "flashcards: [{front: F, back: B, picture: {file: dam.png, alt: A}}]",
    ],
)
def test_every_place_that_has_a_picture_is_known(folder, written):
    ((path, picture),) = loaded(folder, written + "\n").pack.pictures
    assert path[-1] in ("cover", "picture")
    assert picture.file.name == "dam.png"


def test_a_point_has_one_too(folder):
    (folder / "pack.yaml").write_text(
        "title: T\npoints: [{side: advantage, title: A, text: B., picture: {file: dam.png, alt: C}}]\n"
    )
    assert load(folder / "pack.yaml").pack.points[0].picture.alt == "C"


def test_content_that_is_no_file_has_no_folder():
    with pytest.raises(ContentError) as caught:
        read(f"{HEAD}cover: {{file: dam.png, alt: A}}\n".encode(), "x")
    (problem,) = caught.value.problems
    assert "no file" in problem.message
    assert problem.line == 4


def test_the_version_code_depends_on_the_bytes_of_pictures_and_on_no_key_without_any(folder):
    def code():
        return version_code(load(folder / "pack.yaml").pack, Options())

    loaded(folder, "cover: {file: dam.png, alt: A dam}\n")
    with_picture = code()
    (folder / "dam.png").write_bytes(picture_file(color="firebrick"))
    assert code() != with_picture
    (folder / "dam.png").write_bytes(picture_file())
    assert code() == with_picture
    assert version_code(loaded(folder, "").pack, Options()) == "B2F5", "as before there were pictures"


def test_a_picture_that_goes_while_the_pack_is_built_is_printed_all_the_same(folder):
    """All of it is read with the content: what happens to the file after that makes no half-built pack."""
    pack = loaded(folder, "cover: {file: dam.png, alt: A dam}\n").pack
    (folder / "dam.png").unlink()
    assert render(pack, Flags(sections=("cover",)), "dams")[0].data
    assert "there is no file 'dam.png'" in refused(folder, "cover: {file: dam.png, alt: A dam}\n")[0]


def test_a_file_is_read_again_when_it_has_changed_and_only_then(folder, monkeypatch):
    pictures = PictureFolder(folder)
    first = pictures.file("dam.png")
    assert pictures.file("dam.png") is first
    (folder / "dam.png").write_bytes(picture_file(200, 90))
    assert pictures.file("dam.png").width == 200
    (folder / "dam.png").unlink()
    with pytest.raises(FileError):
        pictures.file("dam.png")
    assert pictures.states == {folder / "dam.png": None}
    pictures.forget()
    assert pictures.states == {}


def test_there_may_be_only_so_many(tmp_path):
    (tmp_path / "dam.png").write_bytes(picture_file(2, 2))
    pictures = PictureFolder(tmp_path)
    for number in range(limits.PICTURES):
        (tmp_path / f"{number}.png").symlink_to("dam.png")
        pictures.file(f"{number}.png")
    with pytest.raises(FileError, match="one picture too many: 200"):
        pictures.file("dam.png")


def test_the_way_out_of_a_name_is_looked_for_in_few_files(tmp_path):
    for number in range(40):
        deep = tmp_path / "a" / "b" / "c" / str(number)
        deep.mkdir(parents=True)
        (deep / "dam.png").write_bytes(b"")
    with pytest.raises(FileError) as caught:
        PictureFolder(tmp_path).file("dam.png")
    assert "c/" not in caught.value.hint
