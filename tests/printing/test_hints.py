"""The advice of `studypack print` is followed on real printers, and works: see tests/test_hints.py."""

import pytest

SIDE_BY_SIDE = "print the pages side by side, in place of --booklet: --two-up --one-sided"
ADDRESS = "give a printer's address: --printer ipp://192.168.1.20/ipp/print"
SIGNED = "printers often sign their own certificate; where you trust the network, add --insecure"
NONE = f"add one in its settings, or {ADDRESS}"
WITH_KEY = "The answers were not printed: --with-key prints one copy of them."
FLIP = "--set flashcards.flip=short"

CASES = [
    # what is typed, what is said, what is typed then; ONE prints on one side, BOTH on both, and has Letter in its tray
    ("print --booklet -P ONE", SIDE_BY_SIDE, "print --two-up --one-sided -P ONE"),
    ("print -P ONE -s flashcards", "print on one: --one-sided", "print --one-sided -P ONE -s flashcards"),
    (
        "print -P BOTH -s worksheets",
        "lay the pack out for what is there: --paper letter",
        "print -P BOTH -s worksheets --paper letter",
    ),
    ("print -P BOTH --booklet", "what is there: --paper half-letter", "print -P BOTH --booklet --paper half-letter"),
    ("print -P BOTH --booklet --paper a4", "--paper a5, --paper half-letter", "print -P BOTH --booklet --paper a5"),
    (
        f"print -P BOTH -s table,flashcards {FLIP}",
        "print them on their own: --sections flashcards",
        f"print -P BOTH -s flashcards {FLIP}",
    ),
    ("print -P BOTH -s worksheets,answers", "--skip answers", "print -P BOTH -s worksheets,answers --skip answers"),
    ("print -P BOTH -s worksheets", WITH_KEY, "print -P BOTH -s worksheets --with-key"),
    ("print -P BOTH -s worksheets -n 301", "add --yes", "print -P BOTH -s worksheets -n 301 --yes"),
    ("print -P IPPS -s worksheets", SIGNED, "print -P IPPS -s worksheets --insecure"),
    ("print -s worksheets", ADDRESS, "print -s worksheets -P BOTH"),
    ("print -s worksheets -P x", ADDRESS, "print -s worksheets -P BOTH"),
    ("print -s worksheets -P asleep", NONE, "print -s worksheets -P BOTH"),
]


@pytest.fixture(scope="module")
def printers(shop, duplex_printer):
    one = shop.printer("Simplex-hints")
    return {"ONE": one.uri, "BOTH": duplex_printer.uri, "IPPS": duplex_printer.uri.replace("ipp:", "ipps:")}


@pytest.mark.parametrize(("mistake", "hint", "then"), CASES, ids=[f"{case[0]} > {case[2]}" for case in CASES])
def test_the_way_out_of_a_mistake_in_printing_is_one(typed, printers, monkeypatch, mistake, hint, then):
    from tests.test_hints import follow

    def run(*words):
        return typed(*(printers.get(word, word) for word in words))

    if hint == ADDRESS:
        monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:9")  # where nothing is
    follow(run, mistake, hint, then)
