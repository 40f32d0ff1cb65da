"""What every test may use: the shipped pack, a folder with a small one, and the switch that rewrites goldens."""

import atexit
import os
import shutil
import signal
import tempfile

import pytest

from studypack.base.resources import shipped_content_folder
from studypack.reading.load import load
from tests.command import SMALL, studypack

# The house style of who runs the tests is none of theirs.
os.environ["XDG_CONFIG_HOME"] = tempfile.mkdtemp(prefix="studypack-nobody-")
atexit.register(shutil.rmtree, os.environ["XDG_CONFIG_HOME"], ignore_errors=True)

# A shell's background job is born deaf to Ctrl-C, and so are the programs that its tests start and interrupt.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser):
    parser.addoption("--update-goldens", action="store_true", help="rewrite the text goldens; look at every change")


@pytest.fixture
def update_goldens(request):
    return request.config.getoption("--update-goldens")


@pytest.fixture(scope="session")
def shipped_path():
    return shipped_content_folder() / "anglo-soviet-relations.yaml"


@pytest.fixture(scope="session")
def shipped(shipped_path):
    return load(shipped_path).pack


@pytest.fixture
def desk(tmp_path):
    """A folder with a small pack in it."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "weimar.yaml").write_text(SMALL, encoding="utf-8")
    return tmp_path


@pytest.fixture
def typed(desk, monkeypatch):
    """Runs a command in that folder: its status, what it said, and what it said of mistakes."""
    monkeypatch.chdir(desk)

    def run(*words):
        done = studypack(*words, cwd=desk)
        return done.returncode, done.stdout, done.stderr

    return run


TIDES = """\
title: Tides
points:
  - {side: advantage, title: Power, date: 1966, text: "The dam at the {{Rance}} turns."}
  - {side: disadvantage, title: Cost, text: "Dams are {{dear}}."}
"""


@pytest.fixture
def styled(tmp_path, monkeypatch):
    """Writes a content with more lines, and the project's and the user's house styles; returns the content's path."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "user"))
    (tmp_path / "user" / "studypack").mkdir(parents=True)

    def write(house="", content="", user=""):
        (tmp_path / "studypack.toml").write_text(house, "utf-8")
        (tmp_path / "user" / "studypack" / "studypack.toml").write_text(user, "utf-8")
        (tmp_path / "tides.yaml").write_text(TIDES + content, "utf-8")
        return tmp_path / "tides.yaml"

    return write
