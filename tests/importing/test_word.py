"""Word documents: their words in order, as headings, items, paragraphs and tables; what is not seen is left out."""

import pytest
from docx import Document
from docx.shared import Inches

from studypack.importing.readers import read_notes
from tests.importing.notes_read import told, words, words_of
from tests.importing.word_files import saved, word_file, word_table

LARGE = "<w:sz w:val='32'/>"
UNDERLINED = "<w:u w:val='single'/>"


def r(text, properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


BODIES = [
    ([("Title here", "Title"), ("Part", "Heading 1"), ("Inner", "Heading 2"), "text"], ["#1 Title here", "#2 Part", "#3 Inner", "¶ text"]),
    ([("Part", "Heading 1"), ("Inner", "Heading 2"), "text"], ["#1 Part", "#2 Inner", "¶ text"]),
    ([("one", "List Bullet"), ("in", "List Bullet 2"), ("deep", "List Bullet 3"), ("two", "List Bullet")], ["- [•] one", "-1 [•] in", "-2 [•] deep", "- [•] two"]),
    ([("one", "List Number"), ("two", "List Number"), ("in", "List Number 2")], ["- [1.] one", "- [2.] two", "-1 [1.] in"]),
    (["• one", "o\tinner", "• two", "1. three"], ["- [•] one", "-1 [o] inner", "- [•] two", "-1 [1.] three"]),
    ([f"<w:p>{r('Fake', '<w:b/>')}</w:p>", "text"], ["# Fake", "¶ text"]),
    ([f"<w:p>{r('Under', UNDERLINED)}</w:p>", "text"], ["# Under", "¶ text"]),
    ([f"<w:p>{r('Large', LARGE)}</w:p>", "some text", "more"], ["# Large", "¶ some text", "¶ more"]),
    ([f"<w:p>{r(each, '<w:b/>')}</w:p>" for each in "abcde"], [f"¶ **{each}**" for each in "abcde"]),
    ([f"<w:p>{r('Jobs: ', '<w:b/>')}{r('many')}</w:p>"], ["¶ **Jobs:** many"]),
    ([f"<w:p>{r('a')}<w:ins w:id='1' w:author='x'>{r('b')}</w:ins><w:del w:id='2' w:author='x'><w:r><w:delText>gone</w:delText></w:r></w:del>{r('c')}</w:p>"], ["¶ abc"]),
    (["<w:p><w:r><w:t>a</w:t><w:br/><w:t>- b</w:t><w:br/><w:t>- c</w:t></w:r></w:p>"], ["¶ a", "- b", "- c"]),
    (["Term\tMeaning", "GDP\tgross product"], ["| Term / Meaning", "| GDP / gross product"]),
    ([f"<w:sdt><w:sdtContent><w:p>{r('in a control')}</w:p></w:sdtContent></w:sdt>"], ["¶ in a control"]),
    ([f"<w:p><w:hyperlink w:anchor='x'>{r('linked')}</w:hyperlink>{r(' text')}</w:p>"], ["¶ linked text"]),
    ([f"<w:p><mc:AlternateContent><mc:Choice Requires='x'>{r('new')}</mc:Choice><mc:Fallback>{r('old')}</mc:Fallback></mc:AlternateContent></w:p>"], ["¶ new"]),
    ([f"<w:p>{r('x')}<m:oMath><m:r><m:t>=y</m:t></m:r></m:oMath></w:p>"], ["¶ x=y"]),
    ([f"<w:p>{r('by')}<w:r><w:noBreakHyphen/><w:t>pass</w:t><w:tab/><w:t>end</w:t></w:r></w:p>"], ["¶ by-pass end"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "right"), BODIES)
def test_paragraphs_of_word(body, right):
    assert told(word_file(*body), "notes.docx") == right


TABLES = [
    ([["For", "Against"], ["a", "b"], ["c", ""]], ["| For / Against", "| a / b", "| c / "]),
    ([["**For**", "**Against**"], ["a", "b"]], ["! For / Against", "| a / b"]),
    ([["For", "Against"], ["• a\n• b", "• c\n• d"]], ["# For", "- [•] a", "- [•] b", "# Against", "- [•] c", "- [•] d"]),
    ([["For", "Against"], ["- a\n- b", "c"]], ["# For", "- a", "- b", "# Against", "- c"]),
    ([["For", "Against"], ["a\nb", "c"]], ["# For", "- a", "- b", "# Against", "- c"]),
    ([["Jobs", "a\nb"], ["Water", "c\nd"]], ["# Jobs", "¶ a", "¶ b", "# Water", "¶ c", "¶ d"]),
    ([["Who", "When", "What"], ["Ann", "1901", "a\nb"], ["Bob", "1902", "c"]], ["! Who / When / What", "| Ann / 1901 / a; b", "| Bob / 1902 / c"]),
    ([["only", ""], ["", ""], ["cells", ""]], ["¶ only", "¶ cells"]),
    ([["All about it", ""], ["For", "Against"], ["a", "b"]], ["¶ All about it", "| For / Against", "| a / b"]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "right"), TABLES)
def test_tables_of_word(rows, right):
    data = word_table(*rows)
    assert told(data, "notes.docx") == right
    typed = words(" ".join(cell for row in rows for cell in row))
    assert words_of(read_notes(data, "notes.docx")) == typed


def test_cells_stand_in_their_columns_beside_merged_ones():
    document = Document()
    table = document.add_table(3, 3)
    for cell, text in zip(table._cells, ["Who", "When", "What", "Ann", "", "left", "Bob", "1902", "came"], strict=True):
        cell.paragraphs[0].add_run(text)
    table.cell(1, 0).merge(table.cell(1, 1))
    assert told(saved(document), "n.docx") == ["| Who / When / What", "| Ann /  / left", "| Bob / 1902 / came"]


def test_a_table_in_a_table_is_read_in_its_place():
    document = Document()
    outer = document.add_table(1, 2)
    outer.cell(0, 0).paragraphs[0].add_run("left")
    inner = outer.cell(0, 1).add_table(2, 2)
    for cell, text in zip(inner._cells, ["For", "Against", "a", "b"], strict=True):
        cell.paragraphs[0].add_run(text)
    document.add_paragraph("after")
    assert told(saved(document), "n.docx") == ["¶ left", "| For / Against", "| a / b", "¶ after"]


def test_merged_cells_say_their_words_once():
    document = Document()
    table = document.add_table(3, 2)
    for cell, text in zip(table._cells, ["For", "Against", "a", "b", "c", "d"], strict=True):
        cell.paragraphs[0].add_run(text)
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(1, 1).merge(table.cell(2, 1))
    assert words_of(read_notes(saved(document), "n.docx")) == words("For Against a b c d")


LEFT = [
    (f"<w:p>{r('a')}<w:del w:id='2' w:author='x'><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>", "gone", "deleted in Word, with tracked changes"),
    (f"<w:p>{r('a')}{r('secret', '<w:vanish/>')}</w:p>", "secret", "hidden in Word"),
    (f"<w:p>{r('a')}{r('wrong', '<w:strike/>')}</w:p>", "wrong", "struck through"),
    (f"<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr><w:sdtContent><w:p>{r('Part 1')}</w:p></w:sdtContent></w:sdt>", "Part 1", "a table of contents"),
]  # fmt: skip


@pytest.mark.parametrize(("xml", "text", "why"), LEFT)
def test_what_is_not_seen_is_left_out_with_its_reason(xml, text, why):
    notes = read_notes(word_file(xml, "end"), "n.docx")
    assert [(each.text, each.why) for each in notes.left_out] == [(text, why)]
    assert text not in " ".join(line.text for line in notes.lines)


def test_text_boxes_are_read_with_a_doubt():
    box = f"<w:p>{r('before')}<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p>{r('boxed')}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    notes = read_notes(word_file(box, "after"), "n.docx")
    assert [line.text for line in notes.lines] == ["before", "boxed", "after"]
    assert [(doubt.text, doubt.kind.value) for doubt in notes.doubts] == [("boxed", "structure")]


def test_heads_feet_and_comments_are_left_out():
    document = Document()
    document.sections[0].header.paragraphs[0].add_run("Mr Smith")
    document.sections[0].footer.paragraphs[0].add_run("Page 1")
    run = document.add_paragraph().add_run("text")
    document.add_comment(run, "see me", "A")
    notes = read_notes(saved(document), "n.docx")
    assert told(saved(document), "n.docx") == ["¶ text"]
    assert {each.text for each in notes.left_out} == {"Mr Smith", "Page 1", "see me"}


def test_a_plain_paragraph_indented_under_an_item_belongs_to_it():
    document = Document()
    document.add_paragraph("one", "List Bullet")
    document.add_paragraph("more of it").paragraph_format.left_indent = Inches(0.5)
    document.add_paragraph("else")
    assert told(saved(document), "n.docx") == ["- [•] one more of it", "¶ else"]
