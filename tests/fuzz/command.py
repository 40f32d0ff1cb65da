"""The command line of a fuzzer: how many inputs, from which on, of which seed; status 1 where any broke the rule."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.fuzz.watch import niced


def main_of(run, description, usual):
    """Runs a fuzzer `usual` times unless told; `run(seed, first, count, path)` gives counts and finds."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--count", type=int, default=usual)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    said = parser.parse_args()
    niced()
    with tempfile.TemporaryDirectory() as folder:
        became, finds = run(said.seed, said.first, said.count, Path(folder) / "content.yaml")
    print("in all", dict(became), "finds", len(finds), flush=True)
    sys.exit(1 if finds else 0)
