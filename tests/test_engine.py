"""ReportLab beside us stays as it was, and one that is not what we know is refused before anything is built."""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path
from types import CodeType, FunctionType

import pytest
from packaging.requirements import Requirement

import studypack
from studypack.base import engine
from studypack.base.engine import names
from studypack.base.errors import StudypackError
from tests.command import PROGRAM, SMALL

PACKAGE = Path(studypack.__file__).parent
FACE = PACKAGE.parent / "fonts" / "SourceSerif4_400Regular.ttf"
SETTINGS = {"RL_pageCompression": "0", "RL_invariant": "1", "RL_useA85": "0", "RL_canvas_basefontname": "Courier"}

BUILT = """
import hashlib, json, sys
from pathlib import Path
from studypack.output.build import build
from studypack.model.options import Flags
before = {name for name in sys.modules if name.partition(".")[0] in ("reportlab", "PIL")}
made = list(build([Path("weimar.yaml")], Path("build"), Flags(), print))
after = {name for name in sys.modules if name.partition(".")[0] in ("reportlab", "PIL")}
print(json.dumps({
    "pack": [hashlib.sha256(each.path.read_bytes()).hexdigest() for each in made], "imported": [*after - before]
}))
"""
DRAWN = """
import hashlib, io, json, os, sys
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfgen.canvas import Canvas
picture = io.BytesIO()
Image.radial_gradient("L").save(picture, "PNG")
pdfmetrics.registerFont(ttfonts.TTFont("Serif", sys.argv[1]))
told = {}
for name, more in {"usual": {}, "compressed": {"pageCompression": 1, "lang": "en"}}.items():
    file = io.BytesIO()
    canvas = Canvas(file, **{"invariant": 1, **more})
    canvas.drawString(72, 700, "Plain letters, in the face that the settings name")
    canvas.setFont("Serif", 11)
    canvas.drawString(72, 600, "Łódź, 1917–21: “Yes” \U0001d54a")
    canvas.drawImage(ImageReader(picture), 72, 72)
    canvas.showPage()
    canvas.save()
    told[name] = hashlib.sha256(file.getvalue()).hexdigest()
told["environment"] = sorted(name for name in os.environ if name.startswith("RL_"))
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What is drawn and built, in a process for each order of the two, without settings of ReportLab's and with them."""
    desk = tmp_path_factory.mktemp("desk")
    (desk / "weimar.yaml").write_text(SMALL, encoding="utf-8")
    (desk / ".reportlab_settings").write_text("defaultPageSize = 'A3'\n", encoding="utf-8")
    usual = {name: value for name, value in os.environ.items() if not name.upper().startswith("RL_")}
    found = {}
    for order in (DRAWN, BUILT + DRAWN, DRAWN + BUILT + DRAWN):
        for settings in ({"HOME": str(desk / "nowhere")}, {"HOME": str(desk), **SETTINGS}):
            done = subprocess.run(
                [sys.executable, "-c", order, str(FACE)],
                cwd=desk, env={**usual, **settings}, capture_output=True, text=True, check=False,
            )  # fmt: skip
            assert done.returncode == 0, done.stderr
            found[order, len(settings) > 1] = [json.loads(line) for line in done.stdout.splitlines()]
    return found


@pytest.mark.parametrize("settings", [False, True])
def test_reportlab_beside_us_draws_what_it_would_without_us(told, settings):
    """Text in a TrueType face, a picture, and pages packed: after we were imported and a pack was built, and before."""
    (alone,) = told[DRAWN, settings]
    assert told[BUILT + DRAWN, settings][1:] == [alone]
    assert told[DRAWN + BUILT + DRAWN, settings][::2] == [alone, alone]
    assert alone["environment"] == (sorted(SETTINGS) if settings else [])
    assert alone["usual"] != alone["compressed"]
    assert alone["usual"] != told[DRAWN, not settings][0]["usual"]


def test_reportlab_beside_us_changes_nothing_in_a_pack(told):
    """Neither what it was set to, nor that it was there first."""
    orders = [(BUILT + DRAWN, 0), (DRAWN + BUILT + DRAWN, 1)]
    packs = [told[order, settings][at] for order, at in orders for settings in (False, True)]
    assert [pack["pack"] for pack in packs] == [packs[0]["pack"]] * 4
    assert len(packs[0]["pack"]) == 2


def test_a_build_imports_no_other_reportlab_late(told):
    assert told[BUILT + DRAWN, False][0]["imported"] == []


NAMES = [(place, name) for place, words in names.REQUIRED_NAMES.items() for name in words.split()]


def renamed(monkeypatch, place, name):
    """What a release of ReportLab without that name would look like: nothing has it, nothing uses it."""
    module, _, class_name = place.partition(":")
    thing = engine.module(f"reportlab.{module}")
    if not class_name:
        monkeypatch.delattr(thing, name)
        return
    for kind in getattr(thing, class_name).__mro__[:-1]:
        for own, value in list(vars(kind).items()):
            if own == name:
                monkeypatch.delattr(kind, name)
            elif isinstance(value, FunctionType):
                monkeypatch.setattr(value, "__code__", without(value.__code__, name))
            elif isinstance(value, list) and name in value:
                monkeypatch.setattr(kind, own, [each for each in value if each != name])


def without(code, name):
    inside = (without(each, name) if isinstance(each, CodeType) else each for each in code.co_consts)
    others = (f"{each}_renamed" if each == name else each for each in code.co_names)
    return code.replace(co_names=tuple(others), co_consts=tuple(inside))


@pytest.mark.parametrize(("place", "name"), NAMES)
def test_a_name_that_reportlab_has_no_more_is_told(monkeypatch, place, name):
    renamed(monkeypatch, place, name)
    with pytest.raises(StudypackError, match=rf"^ReportLab 5\.1\.\d+ is installed, which lacks .*\b{name}\b"):
        engine.check_names()


def test_every_name_that_is_used_is_on_the_list():
    """What is asked of ReportLab's modules, canvas, document, catalog, faces and fonts, by the names they go by here."""
    listed = {name for _, name in NAMES}
    own = {"__init__", "shaper", "add", "Tabs", "StructParents", "OutputIntents"}
    files = [
        *(PACKAGE / "pdf").glob("*.py"),
        *(PACKAGE / "base" / "engine").glob("*.py"),
        *(PACKAGE / "layout").glob("*.py"),
    ]
    theirs = {
        "pdfdoc",
        "pdfmetrics",
        "ttfonts",
        "canvas",
        "pdf",
        "_pdf",
        "catalog",
        "Catalog",
        "metrics",
        "tables",
        "stamp",
        "font",
    }
    used = set()
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute):
                base = node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
                if base in theirs:
                    used.add(node.attr)
    assert len(used) > 40
    assert used - listed - own == set()


@pytest.fixture(scope="module")
def other_reportlab(tmp_path_factory):
    """ReportLab with one private name changed throughout, as its next release may have it."""
    folder = tmp_path_factory.mktemp("other")
    installed = Path(find_spec("reportlab").origin).parent
    ignored = shutil.ignore_patterns("__pycache__", "fonts", "graphics", "platypus")
    shutil.copytree(installed, folder / "reportlab", ignore=ignored)
    file = folder / "reportlab" / "pdfbase" / "pdfdoc.py"
    file.write_text(file.read_text("utf-8").replace("__NoDefault__", "__Optional__"), encoding="utf-8")
    return folder


@pytest.mark.parametrize("words", ["build", "check", "print --printer none"])
def test_each_command_says_what_to_install(tmp_path, other_reportlab, words):
    (tmp_path / "weimar.yaml").write_text(SMALL, encoding="utf-8")
    done = subprocess.run(
        [str(PROGRAM), *words.split(), "weimar.yaml"],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(other_reportlab)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    lacking = "which lacks PDFCatalog.__NoDefault__, PDFPage.__NoDefault__"
    assert re.fullmatch(
        rf"error: ReportLab [\d.]+ is installed, {lacking}\n"
        rf'  = help: studypack needs {names.REQUIREMENT}: \S+ -m pip install "{names.REQUIREMENT}"\n',
        done.stderr,
    ), done.stderr
    assert done.returncode == 1
    assert not (tmp_path / "build").exists()


def test_what_is_said_to_be_needed_is_what_is_declared():
    project = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text("utf-8"))["project"]
    assert names.REQUIREMENT in project["dependencies"]


def test_every_library_has_the_one_version_that_made_the_shipped_bytes():
    project = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text("utf-8"))["project"]
    lines = (PACKAGE.parent / ".ci" / "constraints.txt").read_text("utf-8").splitlines()
    pinned = dict(line.split("==") for line in lines if not line.startswith("#"))
    assert all(re.fullmatch(r"[\w.]+", version) for version in pinned.values())
    wanted = [Requirement(each) for each in project["dependencies"]]
    assert len(wanted) > 10
    versions = {name.lower().replace("_", "-"): version for name, version in pinned.items()}
    assert [each.name for each in wanted if versions.get(each.name) not in each.specifier] == []
