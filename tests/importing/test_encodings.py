"""Bytes to text: byte order marks, UTF-16 without one, Windows, Mac and DOS letters, and what is no text."""

import pytest

from studypack.base.errors import ContentError
from studypack.importing.readers import read_notes
from tests.importing.notes_read import told

ENGLISH = "Zürich’s café – “naïve” façade… £30, 20° of it • a bullet\nThe people’s vote didn’t count\n"
GERMAN = "Die Größe der Länder – „Über“ Österreich, Maßnahmen für Bürger\n"
FRENCH = "L’évêque était là où l’été commençait, à l’hôtel « Cœur »\n"
POLISH = "Łódź żółć ąę"
GREEK = "Ιστορία της Ελλάδας, μια σελίδα ακόμη"
CASES = [
    *((text, name) for text in (ENGLISH, GERMAN, FRENCH) for name in ("utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "mac_roman")),
    *((text, name) for text in (ENGLISH, GERMAN, FRENCH, POLISH, GREEK) for name in ("utf-16-le", "utf-16-be", "utf-32-le")),
    ("Größe für Österreich, Straße über Länder", "cp850"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "encoding"), CASES)
def test_letters_are_told(text, encoding):
    right = [" ".join(line.split()) for line in text.strip().split("\n")]
    assert [line.removeprefix("¶ ") for line in told(text.encode(encoding), "n.txt")] == right


def test_a_few_bytes_of_windows_in_utf_8_are_read_too():
    assert told("café – naïve ".encode() + b"don\x92t", "n.txt") == ["¶ café – naïve don’t"]


def test_a_letter_cut_at_the_end_does_not_change_the_others():
    assert told("café naïve é".encode()[:-1], "n.txt")[0].startswith("¶ café naïve")


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 8,
        b"\0\1\2\3" * 100,
        b"\x7fELF\2\1\1\0" + bytes(200),
        b"SQLite format 3\0" + bytes(range(100)) * 3,
    ],
)
def test_what_is_no_text_is_told(data):
    with pytest.raises(ContentError) as raised:
        read_notes(data, "notes.txt")
    [problem] = raised.value.problems
    assert (problem.message, problem.source) == ("this is not a file of text", "notes.txt")
    assert ".docx" in problem.hint


def test_characters_that_are_not_seen_are_not_read():
    assert told("a\u200bb\u00adc \u202eder\u202c \x07end\u00a0now", "n.txt") == ["¶ abc der end now"]
