"""What ReportLab would read from the folder, the home and the environment of whoever runs it does not reach us."""

import json
import os
import subprocess
import sys

import pytest
import reportlab.rl_settings
from test_reproducible import digests

from tests.command import PROGRAM, SMALL

FILES = ("reportlab_settings.py", "reportlab_mods.py", ".reportlab_settings", ".reportlab_mods")
NAMES = reportlab.rl_settings.__all__


def hostile(name):
    """A value that ReportLab would take, and that is not its own; as a variable holds it."""
    usual = getattr(reportlab.rl_settings, name)
    if isinstance(usual, bool):
        return str(int(not usual))
    if isinstance(usual, int | float):
        return str(int(usual == 0) or int(usual) + 1)
    return {
        "defaultPageSize": "A5",
        "renderPMBackend": "rlPyCairo",
        "xmlParser": "lxml",
        "textPaths": "backend",
        "unShapedFontGlob": "*",
    }.get(name, "hostile")


TAKEN = {f"RL_{name}": hostile(name) for name in NAMES}
REFUSED = {f"RL_{name}": "hostile" for name in NAMES}
SPELLINGS = {
    spelling: value
    for name, value in TAKEN.items()
    for spelling in (name.upper(), name.lower(), f"rl_{name[3:]}", f"Rl_{name[3:]}")
}
ENVIRONMENTS = {
    "taken": TAKEN,
    "refused": REFUSED,
    "in other cases": SPELLINGS,
    "for debugging": {"RL_DEBUG": "1", "EVAL_DEBUG": "soon"},
    "files alone": {},
}


def everything(words, desk, **environment):
    content = desk / "weimar.yaml"
    content.write_text(SMALL, encoding="utf-8")
    usual = {name: value for name, value in os.environ.items() if not name.upper().startswith("RL_")}
    done = subprocess.run(
        [*words, "build", str(content), "--out", str(desk / "out")],
        cwd=desk, env={**usual, **environment}, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return digests(desk / "out")


@pytest.fixture(scope="module")
def clean(tmp_path_factory):
    return everything([str(PROGRAM)], tmp_path_factory.mktemp("clean"))


@pytest.mark.parametrize(
    ("words", "name"),
    [*(([str(PROGRAM)], name) for name in ENVIRONMENTS), ([sys.executable, "-m", "studypack"], "taken")],
)
def test_settings_of_reportlab_do_not_reach_us(clean, tmp_path, words, name):
    environment = ENVIRONMENTS[name]
    for file in FILES:
        (tmp_path / file).write_text("raise SystemExit('read the settings')\n", encoding="utf-8")
    (tmp_path / "fonts").mkdir()
    assert len(NAMES) > 60
    # The folder is where modules come from, too: else a file in it would not be found anyhow.
    more = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "PYTHONPATH": str(tmp_path)}
    assert everything(words, tmp_path, **more, **environment) == clean


LOCAL = """
import json, sys
import reportlab
from pathlib import Path
from types import ModuleType
class Finder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name in ("reportlab.local_rl_settings", "reportlab.local_rl_mods"):
            raise SystemExit(f"looked for {name}")
for name in [name for name in sys.modules if name.partition(".")[0] == "reportlab"]:
    del sys.modules[name]
sys.meta_path.insert(0, Finder)
from studypack.cli import run
sys.argv = ["studypack", "build", *sys.argv[1:]]
run()
"""


def test_settings_beside_reportlab_itself_are_not_looked_for(clean, tmp_path):
    (tmp_path / "weimar.yaml").write_text(SMALL, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", LOCAL, "weimar.yaml"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    made = digests(tmp_path / "build")
    assert made == {name: clean[name] for name in made}


BARE = """
import json
from reportlab import rl_config
print(json.dumps({name: repr(getattr(rl_config, name)) for name in rl_config._SAVED}))
"""


def test_the_variables_would_reach_reportlab(tmp_path):
    """Imported bare, nearly every setting is what the variable says."""
    usual = {name: value for name, value in os.environ.items() if not name.upper().startswith("RL_")}
    told = [
        json.loads(subprocess.run(
            [sys.executable, "-c", BARE], cwd=tmp_path, env={**usual, **more}, capture_output=True, text=True, check=True
        ).stdout)
        for more in ({}, TAKEN)
    ]  # fmt: skip
    changed = [name for name in told[0] if told[0][name] != told[1][name]]
    assert len(changed) > 50
    assert {"invariant", "pageCompression", "useA85"} & set(changed) >= {"invariant", "pageCompression"}
