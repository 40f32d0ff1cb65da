"""Disks to fail on: file systems mounted for one program, which are gone when it ends."""

import subprocess
import textwrap
from functools import cache
from pathlib import Path

from needs import missing

APART = (["unshare", "-m"], ["unshare", "-Urm"], ["sudo", "-n", "unshare", "-m"])
"""How a program gets mounts of its own: as root, in a namespace of users, or as who may become root."""


@cache
def _apart():
    for words in APART:
        probe = [*words, "sh", "-c", "mount -t tmpfs tmpfs /mnt"]
        try:
            if subprocess.run(probe, capture_output=True, check=False, timeout=20).returncode == 0:
                return words
        except OSError:
            continue
    return None


def on_disks(script: str, cwd: Path, program: Path) -> list[str]:
    """Run a shell's script that may mount disks; `tried` in it runs the program. The lines that it prints.

    Skips the test, or fails in CI, where nothing may be mounted.
    """
    words = _apart()
    if words is None:
        missing("no disk can be mounted here (containers mostly forbid it)")
    tried = f'tried() {{ {program} "$@" 2>&1 && echo status=0 || echo status=$?; }}\n'
    done = subprocess.run(
        [*words, "sh", "-euc", tried + textwrap.dedent(script)],
        cwd=cwd, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.splitlines()
