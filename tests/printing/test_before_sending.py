"""What is said and asked before paper is spent, on a real printer and, for the question, a real terminal."""

import os
import pty
from contextlib import suppress

import pytest

from tests.command import studypack
from tests.warm import begun

SHEET = ["--sections", "worksheets", "--copies"]
"""One sheet a copy."""


def at_a_terminal(*words, cwd, types):
    """The status of a run whose three streams are a terminal, and what it shows; `types` is typed at once."""
    main, end = pty.openpty()
    streams = dict.fromkeys(("stdin", "stdout", "stderr"), os.ttyname(end))
    running = begun(*words, cwd=cwd, streams=streams, TERM="dumb")
    os.close(end)
    os.write(main, types.encode())
    shown = b""
    with suppress(OSError):  # Linux ends a terminal that nobody holds with an error
        while data := os.read(main, 4096):
            shown += data
    os.close(main)
    return running.end().returncode, shown.decode().replace("\r\n", "\n")


@pytest.fixture
def jobs(duplex_printer):
    """How many jobs have come to the printer since the test began."""
    before = len(duplex_printer.received())
    return lambda: len(duplex_printer.received()) - before


@pytest.mark.parametrize(
    ("words", "types", "asked", "sent"),
    [
        ([*SHEET, "60"], "", False, True),
        ([*SHEET, "61"], "y\n", True, True),
        ([*SHEET, "61"], "n\n", True, False),
        ([*SHEET, "61"], "\n", True, False),
        ([*SHEET, "61", "--yes"], "", False, True),
        ([*SHEET, "60", "--with-key"], "n\n", True, False),  # the key is a sheet, too
    ],
)
def test_more_than_sixty_sheets_are_asked_for_at_a_terminal(
    duplex_printer,
    desk,
    jobs,
    words,
    types,
    asked,
    sent,
):
    status, shown = at_a_terminal("print", *words, "--printer", duplex_printer.uri, cwd=desk, types=types)
    assert ("Print 61 sheets?" in shown) == asked
    assert jobs() == sent
    assert status == (0 if sent else 1)
    assert ("sent as" in shown) == sent
    assert ("Nothing was printed." in shown) == (not sent)
    said = shown.index(f"  to {duplex_printer.uri}")
    assert shown.index("The Weimar Republic: 6") < said
    assert "A4" in shown[:said]
    if asked:
        assert said < shown.index("Print 61 sheets?")


@pytest.mark.parametrize(
    ("words", "sent"),
    [([*SHEET, "300"], True), ([*SHEET, "301"], False), ([*SHEET, "301", "--yes"], True)],
)
def test_without_a_terminal_more_than_three_hundred_sheets_need_yes(
    duplex_printer,
    desk,
    jobs,
    words,
    sent,
):
    done = studypack("print", *words, "--printer", duplex_printer.uri, cwd=desk)
    assert jobs() == sent
    assert done.returncode == (0 if sent else 2)
    assert ("= help: add --yes" in done.stderr) == (not sent)
    assert f": {words[3]} sheets\n  to {duplex_printer.uri}\n" in done.stdout


def test_a_dry_run_says_all_and_sends_nothing(duplex_printer, desk, jobs):
    done = studypack("print", *SHEET, "500", "--dry-run", "--printer", duplex_printer.uri, cwd=desk)
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0] == "The Weimar Republic: 500 copies of 1 page, A4, one side: 500 sheets"
    assert lines[1:] == [f"  to {duplex_printer.uri}", "Nothing was sent: --dry-run only says what would be."]
    assert jobs() == 0


def test_a_dry_run_tells_what_the_printer_cannot_do(shop, desk):
    simplex = shop.printer("Simplex-dry")
    done = studypack("print", "--sections", "flashcards", "--dry-run", "--printer", simplex.uri, cwd=desk)
    assert done.returncode == 1
    assert "does not print on both sides" in done.stderr
    assert simplex.received() == []
