"""Fuzzes the import: any bytes are notes with all their words, and then a valid draft with them, or are refused; soon.

    python -m tests.fuzz.notes --count 100000 --seed 1

An input that breaks the rule is kept under build/fuzz/, and the run goes on; at its end it tells how many there were.
"""

import copy
import traceback
from collections import Counter
from functools import cache
from io import BytesIO
from random import Random
from zipfile import BadZipFile, ZipFile

from lxml import etree

from studypack.base import limits
from studypack.base.errors import StudypackError, mask_controls, render_all
from studypack.importing.draft import draft_of
from studypack.importing.notes import Kind
from studypack.importing.readers import read_notes
from studypack.importing.written import written
from studypack.reading.load import read
from tests.fuzz.command import main_of
from tests.fuzz.mutating import ROOT, mutated
from tests.fuzz.watch import TooSlowError, alive, done, watched
from tests.importing.drafts import words as words_in_draft
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
    _drafts(notes)
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


def _drafts(notes):
    """Drafts the notes, unless a pack holds less; the draft is valid and has every word, or is refused in words."""
    try:
        text = written(draft_of(notes, "en-GB"))
    except StudypackError as error:
        assert error.problems and all(problem.message and problem.hint for problem in error.problems)
        return
    read(text.encode(), "draft.yaml")
    lost = words_in_draft(*(line.words for line in notes.lines)) - words_in_draft(text)
    assert not lost, f"words lost: {lost}"


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
        with ZipFile(BytesIO(data)) as old, ZipFile(made, "w") as new:
            names = [name for name in old.namelist() if name.endswith((".xml", ".rels"))]
            often = [name for name in names if name.endswith(("document.xml", "content.xml", "numbering.xml"))]
            target = chance.choice(often * 6 + names)
            for info in old.infolist():
                part = old.read(info)
                new.writestr(info, _spoilt_xml(part, chance) if info.filename == target else part)
    except BadZipFile:
        return data
    return made.getvalue()


def _spoilt_xml(part, chance):
    """XML spoilt: now and then as bytes, most of the time as elements, which are moved, taken away and changed."""
    if chance.random() < 0.15:
        return mutated(part, chance.random(), [part])
    root = etree.fromstring(part)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        elements = [each for each in root.iter(etree.Element) if each.getparent() is not None] or [root]
        one, other = chance.choice(elements), chance.choice(elements)
        chance.choice((_move, _double, _take_away, _swap_attributes, _change_attribute, _rename, _say))(
            one, other, chance
        )
    return etree.tostring(root)


def _move(one, other, chance):
    if one not in other.iterancestors() and one is not other:
        other.append(one)


def _double(one, other, chance):
    other.addnext(copy.deepcopy(one)) if other.getparent() is not None else None


def _take_away(one, other, chance):
    if one.getparent() is not None:
        one.getparent().remove(one)


def _swap_attributes(one, other, chance):
    one.attrib.update(other.attrib)


def _change_attribute(one, other, chance):
    for key in one.attrib:
        if chance.random() < 0.5:
            one.set(
                key,
                chance.choice(
                    ("", "0", "-1", "99999999999", "x", "NaN", "true", "none", "²", "1e9", other.get(key) or "1")
                ),
            )


def _rename(one, other, chance):
    one.tag = other.tag


def _say(one, other, chance):
    one.text = chance.choice(
        ("", " ", "\n", "\t", "**", "- x", "1. y", "a | b", "x" * 20_000, "e" + "\u0301" * 40, "\u202e", "# z")
    )


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
