"""What some tests need beside Python: programs that are skipped over loudly at home, and must be there in CI."""

import os
import shutil

import pytest

NEED_ALL = "STUDYPACK_TESTS_NEED_ALL"


def program(*names):
    """The path of the first of some programs that is installed; without any, the test is skipped, or fails in CI."""
    for name in names:
        found = shutil.which(name)
        if found:
            return found
    return missing(f"{names[0]} is not installed")


def all_of_them():
    """Whether nothing may be skipped."""
    return bool(os.environ.get(NEED_ALL))


def missing(what):
    """Skip a test for which this computer lacks something, or fail it in CI."""
    says = f"{what}: the tests that need it did not run"
    if all_of_them():
        pytest.fail(says, pytrace=False)
    pytest.skip(says)


def pdfjs():
    """The folder of pdf.js, and Node's program: `npm install --prefix … pdfjs-dist`, and its folder in PDFJS_DIST."""
    folder = os.environ.get("PDFJS_DIST", "")
    if not folder:
        missing("PDFJS_DIST names no folder of pdf.js")
    return program("node"), folder
