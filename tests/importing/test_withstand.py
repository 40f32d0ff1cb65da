"""Files that are broken, hostile or of another kind: a clear error with a way out, or notes; soon, and without a crash."""

from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest

from studypack.base import limits
from studypack.base.errors import ContentError, render_all
from studypack.importing.readers import read_notes
from tests.fuzz.watch import watched
from tests.importing.notes_read import told, words, words_of
from tests.importing.odt_files import odt_file
from tests.importing.word_files import changed, with_part, word_file

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
WORD = word_file("some text", ("a part", "Heading 1"))
BODY = "word/document.xml"
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
PASSWD = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def head_of(data, doctype, entity):
    made = changed(data, BODY, "<w:document ", f"{doctype}<w:document ")
    return changed(made, BODY, "some text", entity)


def bomb():
    made = BytesIO()
    with ZipFile(BytesIO(WORD)) as old, ZipFile(made, "w", ZIP_DEFLATED, compresslevel=1) as new:
        for info in old.infolist():
            new.writestr(info, old.read(info))
        with new.open("word/media/large.bin", "w", force_zip64=True) as file:
            for _ in range(limits.UNZIPPED_BYTES // 1_000_000 + 1):
                file.write(bytes(1_000_000))
    return made.getvalue()


def lying_bomb():
    """A part that says it has few bytes, and has many: no more are read than it says."""
    made = with_part(WORD, BODY, b"<w:p/>" + b" " * 10_000_000)
    size = (10_000_006).to_bytes(4, "little")
    return made.replace(size, (100).to_bytes(4, "little"))


def many_parts():
    made = BytesIO()
    with ZipFile(BytesIO(WORD)) as old, ZipFile(made, "w") as new:
        for info in old.infolist():
            new.writestr(info, old.read(info))
        for at in range(limits.PARTS):
            new.writestr(f"word/x{at}", b"")
    return made.getvalue()


def other_compression():
    made = BytesIO()
    with ZipFile(BytesIO(WORD)) as old, ZipFile(made, "w", ZIP_BZIP2) as new:
        for info in old.infolist():
            new.writestr(info.filename, old.read(info))
    return made.getvalue()


REFUSED = [
    ("notes.txt", lambda: b"", "the file is empty", "save it"),
    ("notes.txt", lambda: b" \n\t\r\n ", "the file is empty", "save it"),
    ("notes.txt", lambda: b"-\n* * *\n=====\n", "there are no words in this file", ".txt"),
    ("notes.txt", lambda: b"a" * (limits.BYTES + 1), "the file is too large: 4.0 MB, where 4 MB is the most", "split"),
    ("notes.txt", lambda: b"a" * (limits.DOCUMENT_BYTES + 1), "the file is too large: 50.0 MB, where 50 MB is the most", ".txt"),
    ("notes.txt", lambda: b"a\n\n" * (limits.NOTE_LINES + 1), "these notes have more than 50,000 lines", "split"),
    ("notes.txt", ("e" + "\u0301" * 60).encode, "more than 30 accents on one letter", "delete them"),
    ("notes.doc", lambda: OLE + "WordDocument".encode("utf-16-le"), "an old Word document cannot be read as notes", ".docx"),
    ("notes.docx", lambda: OLE + "WordDocument".encode("utf-16-le"), "an old Word document cannot be read as notes", ".docx"),
    ("notes.docx", lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "this document is protected by a password", "take the password away"),
    ("notes.rtf", lambda: b"{\\rtf1 text}", "a rich-text document (RTF) cannot be read as notes", ".docx"),
    ("notes.png", lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), "a picture cannot be read as notes", "type its words"),
    ("notes.docx", lambda: b"\x1f\x8b" + bytes(100), "a compressed file cannot be read as notes", "unpack"),
    ("notes.docx", lambda: bytes(range(256)), "the name ends in '.docx', and the file is something else", "save it again"),
    ("notes.docx", lambda: WORD[:-400], "the document is damaged: it cannot be read", "save it again"),
    ("notes.docx", lambda: WORD[:300] + WORD[900:], "the document is damaged: it cannot be read", "save it again"),
    ("notes.docx", lambda: with_part(WORD, BODY, b"<w:document"), "this is not a Word document that can be read", "save it as"),
    ("notes.docx", lambda: with_part(WORD, "[Content_Types].xml", b"<x/>"), "this is not a Word document that can be read", "save it as"),
    ("notes.docx", lambda: with_part(WORD, "word/vbaProject.bin", b"x"), "this Word document has macros, which are programs", "without macros"),
    ("notes.docx", bomb, "the document is too large: unzipped it has more than 150 MB, or 5,000 parts", "split"),
    ("notes.docx", many_parts, "the document is too large: unzipped it has more than 150 MB, or 5,000 parts", "split"),
    ("notes.docx", lying_bomb, "the document is damaged: it cannot be read", "save it again"),
    ("notes.docx", other_compression, "the document is damaged: it cannot be read", "save it again"),
    ("notes.docx", lambda: head_of(WORD, LAUGHS, "&c;"), "the document has a DOCTYPE in it, which may stand for other files: it is not read", "save it again"),
    ("notes.docx", lambda: head_of(WORD, PASSWD, "&a;"), "the document has a DOCTYPE in it, which may stand for other files: it is not read", "save it again"),
    ("notes.odt", lambda: odt_file("<text:p>&a;</text:p>", head=PASSWD), "the document has a DOCTYPE in it, which may stand for other files: it is not read", "save it again"),
    ("notes.odt", lambda: odt_file("<text:p>x</text:p>", manifest="<encryption-data/>"), "this document is protected by a password", "without a password"),
    ("notes.odt", lambda: odt_file("<text:p>x"), "the document is damaged: it cannot be read", "save it again"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "make", "message", "hint"), REFUSED)
def test_what_cannot_be_read_is_told_with_a_way_out(name, make, message, hint):
    with pytest.raises(ContentError) as raised:
        read_notes(make(), name)
    [problem] = raised.value.problems
    assert (problem.message, problem.source) == (message, name)
    assert hint in problem.hint
    assert render_all([problem]).count("\n") >= 2


@pytest.mark.parametrize(
    "hidden",
    [
        lambda text: text.replace("UTF-8", "UTF-32").encode("utf-32"),
        lambda text: text.replace("UTF-8", "UTF-16").encode("utf-16"),
        lambda text: text.replace("UTF-8", "UTF-7").replace("<!DOC", "+ADwAIQ-DOC").replace("•", "-").encode(),
    ],
)
def test_a_doctype_in_other_letters_is_refused(hidden):
    content = odt_file("<text:p>x</text:p>", head=PASSWD)
    with ZipFile(BytesIO(content)) as file:
        part = hidden(file.read("content.xml").decode())
    assert b"<!DOCTYPE" not in part
    with pytest.raises(ContentError, match="DOCTYPE"):
        read_notes(with_part(content, "content.xml", part), "n.odt")


NAMES = [
    ("notes.txt", WORD, ["¶ some text", "#1 a part"]),
    ("notes.pages", b"# Title\ntext", ["#1 Title", "¶ text"]),
    ("-", b"- one\n- two", ["- one", "- two"]),
    ("notes.docx", b"<!DOCTYPE html><html><p>text</html>", ["¶ text"]),
    ("notes.docx", b"- only text\n- named wrongly", ["- only text", "- named wrongly"]),
    ("NOTES.MD", b"a &amp; b", ["¶ a & b"]),
    ("notes.txt", odt_file("<text:p>text</text:p>"), ["¶ text"]),
]


@pytest.mark.parametrize(("name", "data", "right"), NAMES)
def test_the_bytes_say_what_a_file_is_not_its_name(name, data, right):
    assert told(data, name) == right


def test_mixed_ends_of_lines():
    assert told(b"one\r\ntwo\rthree\nfour", "n.txt") == ["¶ one", "¶ two", "¶ three", "¶ four"]


SENTENCE = "The treaty was signed in 1919 and nobody liked it. "


def test_one_line_of_a_megabyte_is_cut_between_sentences_with_a_doubt():
    text = SENTENCE * 20_000
    notes = read_notes(text.encode(), "n.txt")
    assert words_of(notes) == words(text)
    assert all(len(line.text) <= limits.CHARACTERS and line.text.endswith("it.") for line in notes.lines)
    assert {doubt.line for doubt in notes.doubts} == {1}


@pytest.mark.parametrize(
    "unit",
    [
        "word ",
        "*",
        "**a ",
        "[a](",
        "|",
        "\t",
        "a\t",
        "- ",
        "_a",
        "~~",
        "`",
        "<b>",
        "&amp;",
        "\\",
        "1.",
        "((",
        "ab",
        "é",
        "\x0c",
    ],
)
@pytest.mark.parametrize("name", ["n.txt", "n.md", "n.csv", "n.html"])
def test_a_line_of_the_same_a_hundred_thousand_times(unit, name):
    with watched(4):
        try:
            read_notes((unit * (100_000 // len(unit))).encode(), name)
        except ContentError as error:
            assert error.problems[0].hint


def test_notes_that_take_too_long_are_told(monkeypatch):
    monkeypatch.setattr(limits, "SECONDS", -1)
    with pytest.raises(ContentError, match="these notes are not read after") as raised:
        read_notes(b"one\n\ntwo", "n.txt")
    assert raised.value.problems[0].source == "n.txt"


def test_a_word_that_no_page_can_hold_is_left_out():
    notes = read_notes(("one " + "x" * (limits.WORD + 1) + " two").encode(), "n.txt")
    assert [line.text for line in notes.lines] == ["one two"]
    assert [len(each.text) for each in notes.left_out] == [limits.WORD + 1]


def test_five_hundred_pages_of_word():
    def paragraph(text, style):
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'

    points = "".join(paragraph(f"Point {at} of it: {SENTENCE * 3}", "ListBullet") for at in range(60))
    row = "<w:tr>" + "<w:tc><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc>" * 3 + "</w:tr>"
    body = "".join(paragraph(f"Part {at}", "Heading1") + points for at in range(100))
    data = changed(WORD, BODY, "<w:body>", f"<w:body>{body}<w:tbl>{row * 300}</w:tbl>")
    assert len(read_notes(data, "n.docx").lines) == 100 * 61 + 300 + 2


def test_tables_in_tables_in_tables():
    inner = "<w:p><w:r><w:t>deep</w:t></w:r></w:p>"
    for _ in range(40):
        inner = f"<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    notes = read_notes(word_file("top", inner), "n.docx")
    assert words_of(notes) == words("top deep")
