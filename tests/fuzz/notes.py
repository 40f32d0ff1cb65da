"""Fuzzes the readers of notes: any bytes are notes with all their words, or are refused as a user's mistake, and soon.

    python -m tests.fuzz.notes --count 100000 --seed 1

An input that breaks the rule is kept under build/fuzz/, and the run goes on; at its end it tells how many there were.
"""

import traceback
from collections import Counter
from functools import cache
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from studypack.base import limits
from studypack.base.errors import StudypackError, mask_controls, render_all
from studypack.importing.notes import Kind
from studypack.importing.readers import read_notes
from tests.fuzz.command import main_of
from tests.fuzz.mutating import ROOT, mutated
from tests.fuzz.watch import TooSlowError, alive, done, watched
from tests.importing.notes_read import words, words_of
from tests.importing.samples import samples

SECONDS = 2.0
"""Of processor time for an input, and as much again for every hundred kilobytes."""
KEPT = ROOT / "build" / "fuzz"
_MARKS = str.maketrans("", "", "*_`=")
"""Marks that are taken away within words."""
_WHOLE = ("txt", "csv")
"""The formats whose every letter is seen."""


def examine(data, name):
    """Reads the bytes as the file of a name; "read" or "refused".

    Raises whatever is no StudypackError, AssertionError where notes are not as they are promised or a word is lost, and
    TooSlowError.
    """
    with watched(SECONDS * (1 + len(data) / 100_000)):
        try:
            notes = read_notes(data, name)
        except StudypackError as error:
            told = render_all(error.problems)
            assert error.problems and all(problem.message and problem.hint for problem in error.problems)
            assert mask_controls(told.replace("\n", "")) == told.replace("\n", ""), (
                "what is told could drive a terminal"
            )
            return "refused"
    _are_as_promised(notes)
    if name.rpartition(".")[2] in _WHOLE and data.isascii() and b"\0" not in data and not _is_marked_up(data):
        lost = words(data.decode().translate(_MARKS)) - words_of(notes, _MARKS)
        assert not lost, f"words lost: {lost}"
    return "read"


def _is_marked_up(data):
    return data.lstrip()[:1] in (b"%", b"<", b"{") or b"#html" in data


def _are_as_promised(notes):
    assert notes.lines
    for line in notes.lines:
        assert line.text == " ".join(line.text.split()) and line.words, repr(line)
        assert len(line.text) <= limits.CHARACTERS
        assert line.text.encode("utf-8")
        assert (line.kind is Kind.ROW) == bool(line.cells) == bool(line.table), repr(line)
        if line.kind is Kind.ROW:
            assert line.text == " ".join(cell for cell in line.cells if cell)
    for left in notes.left_out:
        assert left.text and left.why, repr(left)
    for doubt in notes.doubts:
        assert doubt.hint, repr(doubt)


def spoilt(seed, number):
    """The input of this number: its bytes and the name of its file."""
    chance = Random(f"{seed}:{number}")
    name, data = chance.choice(samples())
    if data.startswith(b"PK"):
        data = _spoilt_archive(data, chance) if chance.random() < 0.8 else mutated(data, chance.random(), _texts())
    else:
        data = mutated(data, chance.random(), _texts())
    return data, name if chance.random() < 0.9 else "notes." + chance.choice(
        ("txt", "md", "docx", "odt", "html", "csv", "pdf")
    )


@cache
def _texts():
    return [data for name, data in samples() if not data.startswith(b"PK")]


def _spoilt_archive(data, chance):
    """The archive with one of its parts spoilt, so that what comes behind unzipping is tried."""
    made = BytesIO()
    try:
        with ZipFile(BytesIO(data)) as old, ZipFile(made, "w", ZIP_DEFLATED, compresslevel=1) as new:
            names = [name for name in old.namelist() if name.endswith((".xml", ".rels"))]
            often = [name for name in names if name.endswith(("document.xml", "content.xml", "numbering.xml"))]
            target = chance.choice(often * 6 + names)
            for name in old.namelist():
                part = old.read(name)
                new.writestr(name, _spoilt_xml(part, chance) if name == target else part)
    except BadZipFile:
        return data
    return made.getvalue()


def _spoilt_xml(part, chance):
    """XML spoilt as XML, most of the time: elements and attributes taken away, doubled, changed for others."""
    if chance.random() < 0.2:
        return mutated(part, chance.random(), [part])
    pieces = part.split(b"<")
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        at, other = chance.randrange(len(pieces)), chance.randrange(len(pieces))
        way = chance.random()
        if way < 0.3:
            pieces[at] = pieces[other]
        elif way < 0.5:
            pieces[at : at + 1] = [pieces[at], *pieces[other : other + chance.choice((1, 2, 8))]]
        elif way < 0.7:
            attribute = pieces[at].split(b'"')
            attribute[1::2] = [
                chance.choice((b"", b"0", b"-1", b"99999999999", b"x", b"NaN", value)) for value in attribute[1::2]
            ]
            pieces[at] = b'"'.join(attribute)
        elif way < 0.9:
            del pieces[at : at + chance.choice((1, 2))]
        else:
            pieces[at] = pieces[at].replace(b"/>", b">")
        pieces = pieces or [b""]
    return b"<".join(pieces)


def run(seed, first, count, path):
    """Counts of what became of the inputs, and the finds as (number, data, traceback)."""
    became, finds = Counter(), []
    for number in range(first, first + count):
        if number % 500 == 0:
            alive()
        data, name = spoilt(seed, number)
        path.write_bytes(data)
        ending = name.rpartition(".")[2]
        try:
            became[f"{ending} {examine(data, name)}"] += 1
        except (Exception, TooSlowError):  # the one place for it: whatever comes is the find
            became["broken"] += 1
            finds.append((number, data, traceback.format_exc()))
            print(f"\n== input {seed}:{number}, {name}, {len(data)} bytes\n{finds[-1][2]}", flush=True)
            KEPT.mkdir(parents=True, exist_ok=True)
            (KEPT / f"notes-{seed}-{number}.{ending}").write_bytes(data)
        if number % 20_000 == 0:
            print(number, dict(became), flush=True)
    done()
    return became, finds


if __name__ == "__main__":
    main_of(run, __doc__, 100_000)
