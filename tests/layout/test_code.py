"""Code in a line of text: its face and size, its element, its spaces and quotation marks, where it breaks."""

from struct import unpack_from

import pytest
from laws import keeps_the_laws, text_runs
from packs import IN_EVERY_PROFILE, pack, point

from studypack.base.styled_text import MarkedLine, Text
from studypack.layout.fonts import Family, face
from studypack.layout.page import Frame, Page, TextRun
from studypack.layout.paragraph import text
from studypack.layout.style import Style
from studypack.layout.tag import Tag
from studypack.layout.text import Run
from studypack.model.modes import TableMode
from studypack.model.options import Options
from studypack.model.section_modes import TableModes
from studypack.model.spans import PARAGRAPH_BREAK, plain
from studypack.output.compose import compose
from studypack.pdf.tagged import pdf_bytes
from studypack.reading.load import read
from studypack.sections import SECTIONS
from tests.pdf.tagged import opened
from tests.pdf.verdict import verdict_on
from tests.test_extraction import with_pdfium, with_poppler

FACES = [(family, bold) for family in Family for bold in (False, True)]
LINE = MarkedLine.of([Text("Say "), Text('print("a  b")', code=True), Text(", then "), Text("x", code=True, bold=True)])


def _outlines(face, letter):
    """How many closed lines a letter is drawn with: an O with two, a nought with a dot in it with three."""
    drawn = face.font.face
    return unpack_from(">h", drawn.get_table("glyf"), drawn.glyphPos[drawn.charToGlyph[ord(letter)]])[0]


def placed(line, style, width):
    """The text runs of a paragraph, and its element."""
    page, root = Page(1, 1000, 1000, Frame(0, 0, 1000, 1000), ""), Tag("Document").child("P")
    text([Run(line, style, root)], style).place(page, 0, 1000, width)
    return [item for item in page.items if isinstance(item, TextRun)], root


@pytest.mark.parametrize(("family", "bold"), FACES)
def test_small_letters_of_code_are_as_tall_as_those_of_the_text(family, bold):
    style = Style(face(family, bold=bold), 10, 14, family=family)
    x, mono = ord("x"), style.code
    assert mono.face.monospaced
    assert mono.face.bold == bold
    tops = [
        each.face.font.face.shaper.get_glyph_extents(each.face.font.face.charToGlyph[x]).y_bearing * each.size / 1000
        for each in (style, mono)
    ]
    assert tops[0] == pytest.approx(tops[1], rel=0.03 if bold else 0.001)
    assert mono.code == mono


def test_every_letter_of_code_is_as_wide_and_the_nought_is_no_o():
    for bold in (False, True):
        mono = face(Family.MONO, bold=bold)
        assert {mono.width(word, 10) for word in ("0Oil1 = ", "WAVE To.", 'f("fi") ')} == {48.0}
        assert mono.kerns("AVATo.") == ()
        assert [_outlines(mono, letter) for letter in "0O"] == [3, 2]


def test_code_is_an_element_of_its_own_and_keeps_its_spaces():
    runs, root = placed(LINE, Style(face(Family.SERIF), 10, 14), 900)
    assert "".join(run.text for run in runs) == LINE
    assert [kid.kind for kid in root.kids] == ["Code", "Code"]
    code = [run for run in runs if run.tag is not root]
    assert [(run.text, run.face.monospaced, run.face.bold) for run in code] == [
        ('print("a  b")', True, False),
        ("x", True, True),
    ]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('Say `"a" -- 1919-21`', 'Say "a" -- 1919-21'),
        ('He said "use `\'`" to me', "He said “use '” to me"),
        ('"`x`" is it', "“x” is it"),
        ("the `for`'s end", "the for’s end"),
        ('"Use `"` here" and "there"', '“Use " here” and “there”'),
        ("`5` - `3`, a word and a word", "5 – 3, a word and a word"),
        ("'`it's`' and 'that'", "‘it's’ and ‘that’"),
        ('"`{{"a"|\'b\'}}`" or {{"c"}}', '“"a"” or “c”'),
        ('```\na "b" - c\n```\n"d"', 'a "b" - c“d”'),
    ],
)
def test_quotation_marks_and_hyphens_of_code_stay_and_open_nothing(typed, printed):
    loaded = read(f"title: T\nsummary: |\n  {typed.replace(chr(10), chr(10) + '  ')}\n".encode(), "pack.yaml")
    spans = loaded.pack.summary
    assert plain(spans).replace(PARAGRAPH_BREAK, "") == printed
    assert all(mark in "“”‘’" for span in spans if not span.code for mark in plain((span,)) if mark in "\"'“”‘’")


@pytest.mark.parametrize("width", range(30, 200, 7))
def test_words_of_code_are_cut_only_where_no_line_holds_them(width):
    style = Style(face(Family.SERIF), 10, 14, hyphens="en-GB")
    words = "the_international = well-documented + responsibilities"
    runs, _ = placed(MarkedLine.of([Text(words, code=True)]), style, width)
    lines = {}
    for run in runs:
        lines[run.y] = lines.get(run.y, "") + run.text
    assert "".join(lines.values()) == words
    for line in lines.values():
        if line[-1] != " " and not words.endswith(line):
            word = next(each for each in words.split() if line.split()[-1] in each)
            assert style.code.face.width(word, style.code.size) > width, line


CODE = pack(
    title=LINE,
    points=[point((Text("Type "), *LINE.spans, Text(" or "), Text("─►→x0O", code=True)), "Variables", date="1921")],
    glossary=[{"term": "loop", "meaning": LINE.spans}],
)


@IN_EVERY_PROFILE
def test_code_keeps_the_laws_in_every_section(profile):
    sections = [each for each in SECTIONS if each.applies(CODE) and not each.is_key]
    document = compose(CODE, Options(profile=profile), sections, SECTIONS)
    keeps_the_laws(document)
    code = [run for _, run in text_runs(document) if run.face.monospaced]
    assert {"table", "glossary", "cover"} <= {page.section for page, run in text_runs(document) if run in code}
    assert min(run.size for run in code) >= document.smallest


def test_code_is_heard_as_such_and_copied_as_typed():
    sections = [each for each in SECTIONS if each.applies(CODE) and not each.is_key]
    document = compose(CODE, Options(), sections, SECTIONS)
    data = pdf_bytes(document)
    assert verdict_on(document, data) == []
    with opened(data) as tagged:
        assert {element.parent.kind for element in tagged.root.every() if element.kind == "Code"} >= {"P", "H1"}
    for text_read in (with_pdfium, with_poppler):
        assert 'Say print("a b"), then x' in " ".join(text_read(data).split())
    # PDFium gives one space for any number.
    assert 'print("a  b"), then' in with_poppler(data)


@pytest.mark.parametrize(
    ("theme", "printed"),
    [
        ("`io` calls", [("io", True), (" calls", False)]),
        ("loops `for` all", [("Loops ", False), ("for", True), (" all", False)]),
    ],
)
def test_a_heading_that_is_given_a_capital_keeps_its_code(theme, printed):
    loops = pack(points=[point("A {{b}}.", theme=theme), point("C.", "D", "disadvantage", theme=theme)])
    table = next(each for each in SECTIONS if each.name == "table")
    document = compose(loops, Options(table=TableModes(mode=TableMode.PAIRED)), [table], SECTIONS)
    runs = [(run.text.strip(), run.face.monospaced) for _, run in text_runs(document)]
    wanted = [(words.strip(), mono) for words, mono in printed]
    assert any(runs[at : at + len(wanted)] == wanted for at in range(len(runs)))


@IN_EVERY_PROFILE
def test_answers_of_gaps_in_code_are_code_in_the_bank_and_the_key(profile):
    sheet = pack(worksheets=[{"title": "Fill in", "passage": "`{{total}} = {{Total}}({{0}}|{{O}})`, and {{zero}}."}])
    for name in ("worksheets", "answers"):
        section = next(each for each in SECTIONS if each.name == name)
        document = compose(sheet, Options(profile=profile), [section], SECTIONS)
        keeps_the_laws(document)
        words = [(run.text.strip(), run.face.monospaced) for _, run in text_runs(document)]
        assert {("total", True), ("Total", True), ("0", True), ("O", True), ("zero", False)} <= set(words)
        assert ("total", False) not in words
