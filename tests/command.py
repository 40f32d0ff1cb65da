"""The command line as a user types it: in this process, which is quick, or in one of its own."""

import os
import subprocess
import sys
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from unittest.mock import patch

import pypdfium2

from studypack.cli import run

PROGRAM = Path(sys.executable).parent / "studypack"

SMALL = """\
title: The Weimar Republic
points:
  - side: advantage
    date: 1919
    title: A new constitution
    text: The constitution gave every adult a {{vote}}.
  - side: disadvantage
    date: 28 June 1919
    title: Versailles
    text: Germany had to accept {{blame}} for the war.
"""


@dataclass(frozen=True)
class Done:
    """A command that has ended, with the names that `subprocess` gives these."""

    returncode: int
    stdout: str
    stderr: str


def _environment(more):
    return {**os.environ, "NO_COLOR": "1", "COLUMNS": "100", **more}


def studypack(*words, cwd, **environment):
    """Run a command to its end without a process of its own: a start takes a third of a second, and there are hundreds.

    `started` is for what only a process can show: signals, another encoding of its streams, a first import.
    """
    here, (out, err) = Path.cwd(), (TextIOWrapper(BytesIO(), encoding="utf-8", newline="\n") for _ in range(2))
    with (
        Path(os.devnull).open(encoding="utf-8") as nothing,
        patch.dict(os.environ, _environment(environment), clear=True),
        patch.object(sys.modules["__main__"], "__package__", None),  # which Click takes the program's name from
        patch.multiple(sys, argv=["studypack", *map(str, words)], stdin=nothing, stdout=out, stderr=err),
    ):
        os.chdir(cwd)
        try:
            run()
            status = 0
        except SystemExit as ended:
            status = ended.code or 0
            if isinstance(status, str):
                print(status, file=sys.stderr)
                status = 1
        finally:
            os.chdir(here)
    return Done(status, *(_text(stream) for stream in (out, err)))


def _text(stream):
    stream.flush()
    return stream.buffer.getvalue().decode()


def started(*words, cwd, given="", **environment):
    """Run a command in a process of its own, with a text `given` on its standard input."""
    return subprocess.run(
        [str(PROGRAM), *map(str, words)],
        cwd=cwd, input=given, encoding="utf-8", capture_output=True, check=False, timeout=60, env=_environment(environment),
    )  # fmt: skip


def text_of(path):
    """All that a PDF says."""
    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
