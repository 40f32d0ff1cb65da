"""Fuzzes whole builds: any valid pack with any choices becomes PDFs that keep the laws, or is refused with a reason.

    python -m tests.fuzz.building --count 1000 --seed 1

A pack that breaks the rule is kept under build/fuzz/ as YAML with its flags, and the run goes on.
"""

import time
import traceback
from collections import Counter

import pypdfium2

from studypack.base.errors import ContentError, LimitError, StudypackError
from studypack.output.build import choice_warnings, read, render
from tests.fuzz.command import main_of
from tests.fuzz.loading import KEPT
from tests.fuzz.packing import Packer
from tests.fuzz.watch import TooSlowError, alive, done, watched
from tests.laws import LAWS, no_page_is_empty
from tests.pdf.verdict import verdict_on
from tests.pictures import lay_out

SECONDS = 60
"""Of processor time for a pack; refusing may take REFUSING."""
REFUSING = 1.0
TAGS_OF = 4
"""One pack in so many has its tags checked."""


def examine(data, flags, path, *, laws=True, tags=False):
    """Reads and builds as `studypack build` does, but for the writing; what became of it: "built", or why it was not.

    With `tags`, which takes most of the time, files to read are held to PDF/UA-1, PDF/A-2a and the order of the content.
    Raises whatever is no StudypackError, AssertionError where a PDF is not as it says, and TooSlowError.
    """
    path.write_bytes(data)
    lay_out(path.parent)
    with watched(SECONDS):
        begun = time.process_time()
        try:
            loaded = read(path)
            made = render(loaded.pack, flags, "pack")
            choice_warnings(loaded, flags)
        except StudypackError as error:
            assert error.problems
            assert all(problem.hint for problem in error.problems if not isinstance(error, ContentError))
            # A limit of pages or of time is met when so many are made.
            is_soon = time.process_time() - begun < REFUSING or isinstance(error, LimitError)
            assert is_soon, f"refused after {time.process_time() - begun:.1f} s: {error}"
            return f"{type(error).__name__}: {error.problems[0].message[:45]}"
        for each in made:
            with pypdfium2.PdfDocument(each.data) as pdf:
                assert len(pdf) == each.print_spec.sides, f"{len(pdf)} pages, not {each.print_spec.pages}"
            for law in LAWS if laws else ():
                # A booklet is filled up to whole sheets.
                if law is not no_page_is_empty or not flags.booklet:
                    law(each.document)
            if tags and not each.imposed:
                found = verdict_on(each.document, each.data)
                assert found == [], "\n".join(found[:9])
    return "built"


def run(seed, first, count, path):
    """What became of the packs, counted, and the finds as (number, traceback)."""
    became, finds = Counter(), []
    for number in range(first, first + count):
        alive()
        packer = Packer(seed, number)
        data, flags = packer.content(), packer.flags()
        try:
            became[examine(data, flags, path, tags=number % TAGS_OF == 0)] += 1
        except (Exception, TooSlowError):  # the one place for it: whatever comes is the find
            became["broken"] += 1
            finds.append((number, traceback.format_exc()))
            print(f"\n== pack {seed}:{number} {flags}\n{finds[-1][1]}", flush=True)
            KEPT.mkdir(parents=True, exist_ok=True)
            (KEPT / f"build-{seed}-{number}.yaml").write_bytes(f"# {flags}\n".encode() + data)
        if number % 200 == 0:
            print(number, dict(became.most_common(12)), flush=True)
    done()
    return became, finds


if __name__ == "__main__":
    main_of(run, __doc__, 1_000)
