"""Runs the command line with `python -m studypack`."""

import sys

# `python -m` looks for every module in the working directory first, where a yaml.py may lie that is not meant for us.
if not sys.flags.safe_path:
    del sys.path[0]

from studypack.cli import run

run()
