"""What a build asks of the system: its content, its typefaces, Python's own files, the output folder; nothing else.

No socket, no process, nothing from the working directory or home. Python tells what it does (PEP 578); what C libraries
do among themselves it does not hear.
"""

import json
import os
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

import pytest

import studypack
from tests import command
from tests.command import PROGRAM, SMALL

OVERHEAR = Path(__file__).parent / "overhear.py"
PACKAGE = Path(studypack.__file__).parent
FONTS = PACKAGE.parent / "fonts"
PYTHON = {Path(sysconfig.get_path(name)) for name in ("stdlib", "platstdlib", "purelib", "platlib")}
"""The standard library and what is installed beside it."""

ZONES = {Path("/usr/share/zoneinfo"), Path("/etc/localtime"), Path("/etc/timezone")}
"""Babel finds out the computer's time zone when it is imported; nothing that is printed has it."""
LISTED = ("os.listdir", "os.scandir", "os.walk")


@dataclass
class Heard:
    """What a run of the program was overheard to do."""

    desk: Path
    told: dict
    output: Path
    reads: set[Path]
    """Files and folders of its own that it may read."""

    def breaches(self, noted=None):
        """What it did that it may not; of some events alone, where they are given."""
        found = [
            breach for event in (self.told["noted"] if noted is None else noted) if (breach := self._breach(*event))
        ]
        for name, file in self.told["modules"].items():
            if not self._within(Path(file), {*PYTHON, PACKAGE, OVERHEAR}):
                found.append(f"import {name} from {file}")
        return found

    def _breach(self, event, words, writes):
        paths = [Path(word) for word in words]
        if event == "open" or event in LISTED:
            allowed = {self.output} if writes else {*PYTHON, PACKAGE, FONTS, self.output, *ZONES}
            # An import looks into every folder that modules may come from, and for a zip of the standard library.
            single = set() if writes else {*self.reads, PROGRAM, *(Path(each) for each in self.told["path"])}
            if event == "open" and not writes:
                single.add(self.output.parent)  # to have the names in it on the disk before a power cut
            if all(self._within(path, allowed) or path in single for path in paths):
                return None
        elif writes and paths and all(self._within(path, {self.output}) for path in paths):
            return None
        return f"{event} {' '.join(words)}{' to write' if writes else ''}"

    @staticmethod
    def _within(path, folders):
        return any(path.is_relative_to(folder) for folder in folders)


@pytest.fixture
def desk(tmp_path):
    """A folder and a home full of what must not be read."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "weimar.yaml").write_text(SMALL, encoding="utf-8")
    home = tmp_path / "home"
    home.mkdir()
    for folder in (tmp_path, home):
        for name in ("yaml", "typer", "reportlab", "studypack", "PIL", "sitecustomize", "reportlab_settings"):
            (folder / f"{name}.py").write_text(f"raise SystemExit('imported {name}')\n", encoding="utf-8")
        for name in (".reportlab_settings", ".reportlab_mods", ".netrc", ".config"):
            (folder / name).write_text("raise SystemExit('read the home')\n", encoding="utf-8")
    return tmp_path


def overheard(desk, *words, planted=()):
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "RL_"))}
    done = subprocess.run(
        [sys.executable, str(OVERHEAR), str(desk / "report.json"), str(PROGRAM), json.dumps(planted), *words],
        cwd=desk,
        # Compiled modules are Python's to write, wherever it is let.
        env={**environment, "HOME": str(desk / "home"), "PYTHONDONTWRITEBYTECODE": "1", "NO_COLOR": "1"},
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = json.loads((desk / "report.json").read_text("utf-8"))
    assert told["status"] == 0, done.stderr
    content = desk / "content"
    return Heard(desk, told, desk / "build", {content, content / "weimar.yaml"})


@pytest.mark.parametrize(
    "words",
    [
        ["build"],
        ["build", "--booklet", "--hyphenate", "--profile", "large", "--grey"],
        ["check"],
        ["sections"],
        ["schema"],
    ],
    ids=" ".join,
)
def test_a_command_asks_for_nothing_but_its_own(desk, words):
    heard = overheard(desk, *words)
    assert heard.breaches() == []
    events = heard.told["events"]
    assert sum(events.values()) > 3_000
    assert events["open"] > 100
    assert len(heard.told["modules"]) > 200
    read = {Path(paths[0]).name for event, paths, writes in heard.told["noted"] if event == "open" and not writes}
    if words != ["schema"]:
        assert "weimar.yaml" in read
        assert any(name.endswith(".ttf") for name in read)
    written = [paths for event, paths, writes in heard.told["noted"] if writes]
    assert bool(written) == (words[0] == "build")


def test_verify_writes_nothing(desk):
    assert command.studypack("build", cwd=desk).returncode == 0
    heard = overheard(desk, "build", "--verify")
    assert heard.breaches() == []
    assert not any(writes for _, _, writes in heard.told["noted"])


BREACHES = [
    "import socket; socket.socket()",
    "import socket; socket.getaddrinfo('localhost', 80)",
    "import urllib.request; urllib.request.urlopen('file:///etc/hostname')",
    "import subprocess; subprocess.run(['true'])",
    "import os; os.system('true')",
    "import os; os.waitpid(os.posix_spawn('/bin/true', ['true'], {}), 0)",
    "import os; pid = os.fork() or os._exit(0)",
    "import os; os.path.exists('x') or os.waitpid(os.spawnv(os.P_NOWAIT, '/bin/true', ['true']), 0)",
    "import ctypes; ctypes.CDLL(None)",
    "open('home/.netrc')",
    "open('/etc/hostname')",
    "import os; os.close(os.open('yaml.py', os.O_RDONLY))",
    "from pathlib import Path; Path('home/.config').read_bytes()",
    "import os; os.listdir('home')",
    "import os; list(os.scandir('/'))",
    "import os; os.listdir()",
    "open('content/weimar.yaml', 'r+')",
    "open('beside.txt', 'w')",
    "import os; os.open('beside.txt', os.O_WRONLY | os.O_CREAT)",
    "import os; os.mkdir('other')",
    "import os; os.rename('build/weimar.pdf', 'weimar.pdf')",
    "import os; os.link('build/weimar-answers.pdf', 'beside.pdf')",
    "import os; os.remove('yaml.py')",
    "import tempfile; tempfile.mkdtemp(dir='home')",
]


def test_every_planted_breach_is_heard(desk):
    heard = overheard(desk, "build", planted=BREACHES)
    assert heard.breaches() == []
    unheard = [code for code, noted in zip(BREACHES, heard.told["planted"], strict=True) if not heard.breaches(noted)]
    assert unheard == []


def test_a_module_of_the_working_directory_is_noticed(desk):
    (desk / "stray.py").write_text("", encoding="utf-8")
    heard = overheard(desk, "build", planted=["sys.path.insert(0, '.'); import stray"])
    assert heard.breaches() == [f"import stray from {desk / 'stray.py'}"]


def test_as_a_module_nothing_comes_from_the_working_directory(desk):
    """`python -m` looks there for the program itself alone."""
    (desk / "studypack.py").unlink()
    (desk / "sitecustomize.py").unlink()
    environment = {**os.environ, "HOME": str(desk / "home")}
    environment.pop("PYTHONSAFEPATH", None)
    done = subprocess.run(
        [sys.executable, "-m", "studypack", "build"],
        cwd=desk, env=environment, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
