"""Fuzzes the loader where its code is new: libFuzzer keeps the inputs that reach lines which none before them reached.

    .venv/bin/pip install atheris
    python -m tests.fuzz.guided build/fuzz/reached -runs=100000

Our own mutator makes every second input from one that libFuzzer chose; it knows YAML, dates and markup.
"""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["studypack"]):
    from tests.fuzz.loading import KEPT, examine

from tests.fuzz.mutating import ROOT, mutated, seeds
from tests.fuzz.watch import TooSlowError, niced

_ORIGINALS = seeds()


def _mutate(data, most, seed):
    made = mutated(data, seed, _ORIGINALS) if seed % 2 else atheris.Mutate(data, most)
    return made[:most]


def main():
    niced()
    reached = Path(
        next((each for each in sys.argv[1:] if not each.startswith("-")), ROOT / "build" / "fuzz" / "reached")
    )
    reached.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(dict.fromkeys(_ORIGINALS)):
        (reached / f"seed-{number}").write_bytes(data)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "content.yaml"

        def once(data):
            try:
                examine(data, path)
            except (Exception, TooSlowError) as error:
                KEPT.mkdir(parents=True, exist_ok=True)
                place = _place(error)
                kept = KEPT / f"guided-{place}.yaml"
                if not kept.exists():
                    kept.write_bytes(data)
                    print(f"\n== {kept}: {error!r}", flush=True)

        arguments = [
            sys.argv[0],
            str(reached),
            "-max_len=6000",
            "-timeout=60",
            *(each for each in sys.argv[1:] if each.startswith("-")),
        ]
        atheris.Setup(arguments, once, custom_mutator=_mutate)
        atheris.Fuzz()


def _place(error):
    """The file and line that an exception left, as a name: one kept input for each."""
    trace = error.__traceback__
    while trace.tb_next:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).stem}-{trace.tb_lineno}"


if __name__ == "__main__":
    main()
