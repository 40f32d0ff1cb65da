"""Files that are no packs are told by their bytes, whatever they are called, with what to do today."""

import io
import zipfile
from pathlib import Path

import pytest

from studypack.base.errors import ContentError, UsageError
from studypack.base.limits import BYTES
from studypack.output.starter import write_starter
from studypack.reading.load import load
from tests.command import SMALL, studypack

PROSE = """\
Photosynthesis

Plants use light to make sugar from water and carbon dioxide. Most of it happens in the leaves.
Limiting factors: light, warmth and carbon dioxide - whichever there is least of
"""
BULLETS = """\
LAW UNIT 1 - TRIAL BY JURY

Date: 12.3.21
-- Public confidence. Has been around since Magna Carta 1215, and people trust it
• Jury equity: they can go by what is fair & don't have to give reasons (Ponting's case 1985)
"""
TABLE = """\
# Nuclear power
| For | Against |
|-----|---------|
| No CO2 when running, so it helps with climate targets | Waste stays radioactive for 1000s of years |
"""
CSV = "year,event,who\n1921,Trade agreement signed in London,Lloyd George\n1924,The Zinoviev letter is printed,Daily Mail\n"


def zipped(*names, stored=b""):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, stored or b"<xml/>")
    return made.getvalue()


def old_office(stream):
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000) + stream.encode("utf-16-le") + bytes(100)


DOCUMENTS = {
    "Word": (zipped("[Content_Types].xml", "word/document.xml"), "a Word document"),
    "Excel": (zipped("[Content_Types].xml", "xl/workbook.xml"), "an Excel spreadsheet"),
    "PowerPoint": (zipped("[Content_Types].xml", "ppt/slides/slide1.xml"), "a PowerPoint presentation"),
    "ODT": (zipped("mimetype", stored=b"application/vnd.oasis.opendocument.text"), "an OpenDocument text (ODT)"),
    "ODS": (zipped("mimetype", stored=b"application/vnd.oasis.opendocument.spreadsheet"), "spreadsheet (ODS)"),
    "EPUB": (zipped("mimetype", stored=b"application/epub+zip"), "an e-book (EPUB)"),
    "Pages": (zipped("Index/Document.iwa"), "a Pages, Numbers or Keynote document"),
    "zip": (zipped("notes.txt"), "a zipped file"),
    "old Word": (old_office("WordDocument"), "an old Word document"),
    "old Excel": (old_office("Workbook"), "an old Excel spreadsheet"),
    "old other": (old_office("Contents"), "an old Office document"),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3\n1 0 obj", "a PDF"),
    "PDF after a mark": (b"\xef\xbb\xbf\n%PDF-1.7", "a PDF"),
    "RTF": (rb"{\rtf1\ansi\deff0 Plants use light.}", "a rich-text document (RTF)"),
    "web page": (b"<!DOCTYPE html><html><body><p>title: Plants use light.</p></body></html>", "a web page"),
    "flat XML": (b'<?xml version="1.0"?><office:document/>', "an XML document"),
    "PNG": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture"),
    "JPEG": (b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture"),
    "GIF": (b"GIF89a\1\0\1\0", "a picture"),
    "WebP": (b"RIFF\x24\0\0\0WEBPVP8 ", "a picture"),
    "HEIC": (b"\0\0\0\x18ftypheic\0\0\0\0", "a picture"),
    "film": (b"\0\0\0\x18ftypmp42\0\0\0\0", "a film or a recording"),
    "gzip": (b"\x1f\x8b\x08\0", "a compressed file"),
    "Google": (b'{"url": "https://docs.google.com/open?id=1", "doc_id": "1"}', "a link to a document on line"),
    "prose": (PROSE.encode(), "a file of plain notes"),
    "prose, Windows": (PROSE.replace(" - ", " – ").encode("cp1252"), "a file of plain notes"),
    "prose, UTF-16": (PROSE.encode("utf-16"), "a file of plain notes"),
    "bullets": (BULLETS.encode(), "a file of plain notes"),
    "Markdown": (TABLE.encode(), "a file of plain notes"),
    "CSV": (CSV.encode(), "a file of plain notes"),
}


READ = ("a PDF", "a Word document", "an OpenDocument text (ODT)", "a web page", "a file of plain notes")
"""What `studypack import` makes a draft of."""


@pytest.mark.parametrize(("data", "what"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_document_is_named_with_what_to_do(tmp_path, data, what):
    path = tmp_path / "notes.yaml"
    path.write_bytes(data)
    with pytest.raises(ContentError) as caught:
        load(path)
    (problem,) = caught.value.problems
    assert problem.message == f"this is {what}, not a pack" or what in problem.message
    assert ("studypack import" if what in READ else 'studypack new "') in problem.hint
    assert ("type its words in" in problem.hint) == (what == "a picture")


def test_a_document_is_named_before_its_size(tmp_path):
    path = tmp_path / "notes.docx"
    path.write_bytes(DOCUMENTS["Word"][0] + bytes(BYTES))
    with pytest.raises(ContentError, match="this is a Word document"):
        load(path)


PACKS = {
    "a pack": SMALL,
    "keys in capitals": "Title: A topic\nPoints:\n" + "Subject: a long text of words, as notes are, of words and words",
    "keys misspelt": "titel: A topic\nponts:\n  - advantage: Plants use light to make sugar from water and from air.",
    "keys in French": "titre: Un sujet\nresume: |\n  Les plantes font du sucre de la lumiere.\nquestion: Pourquoi donc, et comment ?",
    "no-break spaces": "\u00a0title: Plants use light to make sugar from water and from the air around the leaf\n",
    "keys in quotes": '{"subject": "Plants use light to make sugar from water and from the air around them"}',
    "equals signs": "title = Plants use light to make sugar\npoints = from water and from the air around them all",
    "little": "Photosynthesis in plants",
    "comments": "# Write down here what there is to say of the topic, in as many words as you like to use\n",
}


@pytest.mark.parametrize("text", PACKS.values(), ids=PACKS)
def test_what_is_meant_to_be_a_pack_is_not_called_notes(tmp_path, text):
    path = tmp_path / "pack.yaml"
    path.write_text(text, encoding="utf-8")
    try:
        load(path)
    except ContentError as error:
        assert "this is " not in str(error)


def test_build_and_check_say_what_a_file_is(tmp_path):
    (tmp_path / "notes.docx").write_bytes(DOCUMENTS["Word"][0])
    for command in ("build", "check", "print"):
        done = studypack(command, "notes.docx", cwd=tmp_path)
        assert done.returncode == 1
        assert "this is a Word document, not a pack" in done.stdout + done.stderr
        assert "studypack import notes.docx" in done.stdout + done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["notes.docx"]


@pytest.mark.parametrize("name", ["notes.docx", "notes.txt", "Notes.PDF", "my notes.odt", "dir/notes.md", "map.png"])
@pytest.mark.parametrize("there", [True, False])
def test_new_takes_no_document_for_a_title(tmp_path, monkeypatch, name, there):
    monkeypatch.chdir(tmp_path)
    if there:
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_bytes(DOCUMENTS["Word"][0])
    before = sorted(tmp_path.rglob("*"))
    said = "is a Word document, not a title" if there else "is the name of a file, not a title"
    with pytest.raises(UsageError, match=said) as caught:
        write_starter(name)
    assert ("studypack import" if there else 'studypack new "') in caught.value.problems[0].hint
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    "title", ["Germany vs. U.S.", "The St. Petersburg Soviet", "Node.js", "1.5 million", "A. J. P."]
)
def test_a_title_with_a_full_stop_is_a_title(tmp_path, monkeypatch, title):
    monkeypatch.chdir(tmp_path)
    assert write_starter(title)[0].is_file()
