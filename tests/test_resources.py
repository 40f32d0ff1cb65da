"""The program finds what comes with it where nobody may write, and where there is no folder at all."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from preview.serving import Server
from test_reproducible import installed

ROOT = Path(__file__).parents[1]
OURS = """
import sys
from pathlib import Path
sys.path.insert(0, {place!r})
import studypack
assert Path(studypack.__file__).is_relative_to({place!r}), studypack.__file__
from studypack.cli import app
"""
"""The program from a place, its libraries from where they are installed."""
USED = """
import os
print(os.access({place!r}, os.W_OK))
from studypack.base.resources import shipped_content_folder
app(["new", "Zips"], standalone_mode=False)
app(["build", "content/zips.yaml", "--sections", "worksheets"], standalone_mode=False)
app(["preview", "content/zips.yaml", "--sections", "notes", "--png", "build/sheet.png"], standalone_mode=False)
for file in shipped_content_folder().iterdir():
    Path("build", file.name).write_bytes(file.read_bytes())
"""
CLOSED = ("setpriv", "--bounding-set=-all", "--inh-caps=-all")
"""Lets root write only where the permissions of a folder let it."""


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    """The installed package in a zip, and in a folder that nobody may write to; the checkout in a zip."""
    folder = tmp_path_factory.mktemp("places")
    read_only = installed(folder / "read-only")
    packed(folder / "installed.zip", read_only, ["."])
    packed(folder / "checkout.zip", ROOT, ["studypack", "fonts", "content"])
    for path in [read_only, *read_only.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield {"checkout": ROOT, **{path.name: path for path in folder.iterdir()}}
    for path in [read_only, *read_only.rglob("*")]:
        path.chmod(0o755)


def packed(file, root, names):
    with zipfile.ZipFile(file, "w") as made:
        for path in (path for name in names for path in (root / name).rglob("*")):
            if "__pycache__" not in path.parts:
                made.write(path, path.relative_to(root))


def used(place, desk):
    """The digest of each file that was made or found with the program of a place."""
    desk.mkdir()
    closed = CLOSED if os.name == "posix" and os.getuid() == 0 else ()
    done = subprocess.run(
        [*closed, sys.executable, "-c", (OURS + USED).format(place=str(place))],
        cwd=desk, env={**os.environ, "TMPDIR": str(desk)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    made = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (desk / "build").iterdir()}
    if place.name == "read-only":
        assert done.stdout.startswith("False\n")
    # What was unpacked meanwhile is gone.
    assert {path.name for path in desk.iterdir()} == {"build", "content"}
    return made


@pytest.fixture(scope="module")
def usual(places, tmp_path_factory):
    return used(places["checkout"], tmp_path_factory.mktemp("usual") / "desk")


@pytest.mark.parametrize("name", ["installed.zip", "checkout.zip", "read-only"])
def test_the_same_is_made_and_found_from(name, places, usual, tmp_path):
    assert used(places[name], tmp_path / "desk") == usual
    shipped = {path.name for path in (ROOT / "content").iterdir()}
    assert {"anglo-soviet-relations.yaml", "photosynthesis.yaml", "leaf-section.png"} <= shipped
    assert {"zips.pdf", "zips-answers.pdf", "sheet.png", *shipped} == {*usual}


def test_the_page_of_the_preview_is_served_from_a_zip(places, tmp_path, shipped_path):
    code = OURS.format(place=str(places["installed.zip"])) + 'app(["preview", "topic.yaml", "--serve"])'
    shutil.copy(shipped_path, tmp_path / "topic.yaml")
    process = subprocess.Popen(
        [sys.executable, "-c", code], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        server = Server(process, None)
        page = server.ask("/").data.decode()
        style = server.ask("/static/preview.css").data.decode()
        wanted = ["/" + name for name in re.findall(r'="(static/[^"]+)"', page)] + re.findall(r"/fonts/\w+\.ttf", style)
        assert len(wanted) > 5
        assert {path: server.ask(path).status for path in wanted} == dict.fromkeys(wanted, 200)
        face = server.ask("/fonts/SourceSans3_400Regular.ttf").data
        assert face == (ROOT / "fonts" / "SourceSans3_400Regular.ttf").read_bytes()
    finally:
        process.kill()
        process.communicate()
