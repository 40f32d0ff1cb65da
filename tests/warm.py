"""Processes of their own, quickly: a Python that has loaded the program and built once forks one for each run.

Run as a program it reads requests, a line of JSON each, and tells of each the process and then its status.
"""

import json
import os
import subprocess
import sys
import tempfile
from contextlib import chdir, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.command import SMALL, Done

AS_STARTED = "from studypack.__main__ import main; main()"
"""What the installed command does."""


@dataclass
class Running:
    """A process that was forked, until it ends."""

    pid: int
    told: dict[str, str]

    def end(self) -> Done:
        """Wait for its end. A status below zero is the signal that ended it, as with `subprocess`."""
        status = os.waitstatus_to_exitcode(int(_forker().stdout.readline()))
        paths = {name: Path(path) for name, path in self.told.items()}
        said = {name: path.read_text("utf-8") if path.is_file() else "" for name, path in paths.items()}
        return Done(status, said["stdout"], said["stderr"])


@cache
def _forker():
    words = [sys.executable, "-m", "tests.warm"]
    folder = Path(__file__).parents[1]
    forker = subprocess.Popen(words, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert forker.stdout.readline() == "ready\n"
    return forker


@cache
def _streams():
    return tempfile.TemporaryDirectory(prefix="streams")


def begun(*words, cwd, code=AS_STARTED, streams=None, **environment):
    """Begin a run of the program, or of other code, with some words; one at a time. `streams` are paths by name."""
    told = {name: f"{_streams().name}/{name}" for name in ("stdout", "stderr")} | (streams or {})
    request = {
        "code": code, "words": ["studypack", *map(str, words)], "cwd": str(cwd),
        "streams": {"stdin": os.devnull, **told},
        "environment": {**os.environ, "NO_COLOR": "1", "COLUMNS": "100", **environment},
    }  # fmt: skip
    forker = _forker()
    forker.stdin.write(json.dumps(request) + "\n")
    forker.stdin.flush()
    return Running(int(forker.stdout.readline()), told)


def ran(*words, cwd, **more):
    """The program, or other code, run to its end in a process of its own."""
    return begun(*words, cwd=cwd, **more).end()


def _become(request):
    """The process that was asked for, up to its first line."""
    told = os.dup(1)
    for descriptor, name in enumerate(("stdin", "stdout", "stderr")):
        way = os.O_WRONLY | os.O_CREAT | os.O_TRUNC if descriptor else os.O_RDONLY
        opened = os.open(request["streams"][name], way)
        os.dup2(opened, descriptor)
        os.close(opened)
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = os.fdopen(2, "w", 1, encoding="utf-8", errors="backslashreplace", closefd=False)
    sys.argv = request["words"]
    sys.modules["__main__"].__package__ = None  # which Click takes the program's name from
    os.environ.clear()
    os.environ.update(request["environment"])
    os.chdir(request["cwd"])
    os.write(told, f"{os.getpid()}\n".encode())
    os.close(told)


def _requests():
    """Each request, in a process of its own."""
    for line in iter(sys.stdin.readline, ""):
        pid = os.fork()
        if not pid:
            yield json.loads(line)
            sys.exit()
        print(os.waitpid(pid, 0)[1], flush=True)


def _warm():
    """Load all that a command needs, and all that a build keeps: a user without privileges may not read its files."""
    import studypack.__main__
    import studypack.cli.preview
    import studypack.cli.printing
    import studypack.preview.contact_sheet
    import studypack.printing.destination
    import studypack.printing.printout  # noqa: F401
    from studypack.cli import app

    with tempfile.TemporaryDirectory() as folder, chdir(folder), Path(os.devnull).open("w") as nowhere:
        Path("small.yaml").write_text(SMALL, "utf-8")
        out, sys.stdout = sys.stdout, nowhere
        with suppress(SystemExit):
            app(["build", "small.yaml"])
        sys.stdout = out


if __name__ == "__main__":
    _warm()
    print("ready", flush=True)
    for request in _requests():
        _become(request)
        exec(request["code"], {"__name__": "__main__"})
