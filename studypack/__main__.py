"""Runs the command line with `python -m studypack`."""

from studypack.cli import run

run()
