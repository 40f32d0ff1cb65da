"""The command line that makes what the preview shows."""

import os
import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path

from studypack.options import Flags

Spelling = Callable[[Flags], list[str]]
"""How the command line says some flags: ["--paper", "a5"]."""


def command_line(path: Path, flags: Flags, spelling: Spelling) -> str:
    """`studypack build` with these flags, quoted for the user's shell."""
    words = ["studypack", "build", str(path), *spelling(flags)]
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)
