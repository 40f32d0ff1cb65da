"""The command line that makes what the preview shows."""

import os
import shlex
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from studypack.options import Flags
from studypack.preview.wishes import LISTS, PLAIN, written

Spelling = Mapping[str, Sequence[str]]
"""How the command line spells each flag: its option, and the one that says no where there is one."""


def command_line(path: Path, flags: Flags, spelling: Spelling) -> str:
    """`studypack build` with these flags, quoted for the user's shell."""
    words = ["studypack", "build", str(path)]
    for key in (*LISTS, *PLAIN):
        value = getattr(flags, key)
        if value is not None and key in spelling:
            words += _option(spelling[key], value)
    for setting in flags.settings:
        words += ["--set", setting]
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)


def _option(names: Sequence[str], value: object) -> list[str]:
    if isinstance(value, bool):
        return list(names[:1] if value else names[1:2])
    return [names[0], ",".join(value) if isinstance(value, tuple) else written(value)]
