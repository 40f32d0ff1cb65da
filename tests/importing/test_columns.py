"""CSV, TSV, and what Quizlet and Anki export: rows and cells in any dialect."""

import re

import pytest

from studypack.importing.readers import read_notes
from tests.importing.notes_read import told, words, words_of

ROWS = ["| term / meaning", "| GDP / gross product", "| CPI / prices, all of them"]
TABLES = [
    ('term,meaning\nGDP,gross product\nCPI,"prices, all of them"\n', ROWS),
    ('"term","meaning"\n"GDP","gross product"\n"CPI","prices, all of them"', ROWS),
    ("term;meaning\nGDP;gross product\nCPI;prices, all of them", ROWS),
    ("term\tmeaning\nGDP\tgross product\nCPI\tprices, all of them", ROWS),
    ("term|meaning\nGDP|gross product\nCPI|prices, all of them", ROWS),
    ("sep=;\nterm;meaning\nGDP;gross product\nCPI;prices, all of them", ROWS),
    ("term;meaning\n\n;;\nGDP;gross product\nCPI;prices, all of them\n\n", ROWS),
    ('a,b\n"one\ntwo",c\n', ["| a / b", "| one two / c"]),
    ('a,b\n"open,c\nd,e\n', ["| a / b", '| "open / c', "| d / e"]),
    ('a,b\n"open,c\nd,e\n"f",g', ["| a / b", '| "open / c', "| d / e", "| f / g"]),
    ('"To be" speech\tHamlet\nx\ty', ['| "To be" speech / Hamlet', "| x / y"]),
    ("GDP\tgross\nmore of it\nCPI\tprices", ["| GDP / gross more of it", "| CPI / prices"]),
    ("first\n- second\nthird", ["¶ first", "- second", "¶ third"]),
    ("#separator:tab\n#html:true\n#tags column:3\nQ<br>one\t<b>A</b>&amp;\tmy_tag\nCapital: {{c1::Paris::city}}\tx[sound:a.mp3]\t", ["| Q one / A&", "| Capital: Paris / x"]),
    ("Date,What\n1 May 1901,a\n1902,b", ["! Date / What", "| 1 May 1901 / a", "| 1902 / b"]),
    ("Gandhi,salt march\nNehru,the tryst with destiny of 1947\nJinnah,the Lahore resolution of 1940", ["| Gandhi / salt march", "| Nehru / the tryst with destiny of 1947", "| Jinnah / the Lahore resolution of 1940"]),
    ("Pro,Con\nit is cheap,it is dear\nit is quick,it is slow\nit is new,it is old", ["! Pro / Con", "| it is cheap / it is dear", "| it is quick / it is slow", "| it is new / it is old"]),
    ("GDP,gross product\nCPI,consumer prices and more\nRPI,retail prices and more", ["| GDP / gross product", "| CPI / consumer prices and more", "| RPI / retail prices and more"]),
    ("#separator:Semicolon\n#columns:Front;Back\na;b", ["! Front / Back", "| a / b"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right"), TABLES)
def test_rows_and_cells(text, right):
    assert told(text, "notes.csv") == right
    assert told(text.replace("\n", "\r\n"), "notes.tsv") == right


@pytest.mark.parametrize(("text", "right"), TABLES)
def test_no_word_of_a_table_is_lost(text, right):
    typed = re.sub(r"<.*?>|&amp;|\{\{c1|\[sound", " ", text)
    assert words(typed) == words_of(read_notes(text.encode(), "notes.csv"))


def test_anki_is_told_without_its_ending():
    assert told("#separator:tab\n#html:false\na\tb", "cards.txt") == ["| a / b"]


@pytest.mark.parametrize("text", ['a,b\n"open,c\nd,e', 'a,b\n"open,c\nd,e\n"f",g'])
def test_an_unclosed_quotation_mark_is_a_doubt(text):
    doubts = read_notes(text.encode(), "n.csv").doubts
    assert [(doubt.line, doubt.text) for doubt in doubts] == [(2, '"open,c')]


def test_rows_have_the_lines_that_they_begin_on():
    lines = read_notes(b'a,b\n\n"c\nd",e\nf,g', "n.csv").lines
    assert [line.number for line in lines] == [1, 3, 5]
