"""OpenDocument texts: their words in order, as headings, items, paragraphs and tables; the rest is left out."""

import pytest

from studypack.importing.readers import read_notes
from tests.importing.notes_read import told
from tests.importing.odt_files import odt_file


def p(text, style=""):
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def listed(style, *items):
    inner = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
    return f'<text:list text:style-name="{style}">{inner}</text:list>'


def table(*rows):
    cells = ("".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in row) for row in rows)
    return "<table:table>" + "".join(f"<table:table-row>{row}</table:table-row>" for row in cells) + "</table:table>"


BODIES = [
    (p("Name", "P1") + '<text:h text:outline-level="1">Part</text:h>' + p("text"), ["#1 Name", "#2 Part", "¶ text"]),
    ('<text:h text:outline-level="2">Part</text:h>' + p("text"), ["#2 Part", "¶ text"]),
    (p("Fake", "PB") + p('<text:span text:style-name="U">Under</text:span>') + p("text"), ["# Fake", "# Under", "¶ text"]),
    (p('<text:span text:style-name="B">Jobs:</text:span> many<text:s text:c="3"/>more'), ["¶ **Jobs:** many more"]),
    (p('10<text:span text:style-name="S">6</text:span>'), ["¶ 10^6"]),
    (listed("L1", p("one"), p("two") + listed("", p("in"))) + p("after"), ["- [•] one", "- [•] two", "-1 [•] in", "¶ after"]),
    (listed("L2", p("one") + listed("", p("in"), p("in too")), p("two")), ["- [1.] one", "-1 [a)] in", "-1 [b)] in too", "- [2.] two"]),
    (listed("L1", p("one") + p("more"), p("two")), ["- [•] one more", "- [•] two"]),
    (p("- one") + p("- two<text:line-break/>- three"), ["- one", "- two", "- three"]),
    (p("Term<text:tab/>Meaning") + p("GDP<text:tab/>gross"), ["| Term / Meaning", "| GDP / gross"]),
    (table([p("For"), p("Against")], [p("a"), p("b")]), ["| For / Against", "| a / b"]),
    (table([p("For", "PB"), p("Against", "PB")], [p("a"), p("b")]), ["! For / Against", "| a / b"]),
    (table([p("For"), p("Against")], [listed("L1", p("a"), p("b")), p("c")]), ["# For", "- [•] a", "- [•] b", "# Against", "- c"]),
    (f"<text:section>{p('in a section')}</text:section>", ["¶ in a section"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "right"), BODIES)
def test_paragraphs_and_tables(body, right):
    assert told(odt_file(body, ""), "notes.odt") == right


def test_what_is_not_seen_or_no_content_is_left_out_with_its_reason():
    deleted = f"<text:tracked-changes><text:changed-region><text:deletion>{p('gone')}</text:deletion></text:changed-region></text:tracked-changes>"
    note = f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{p('source')}</text:note-body></text:note>"
    comment = f"<office:annotation>{p('see me')}</office:annotation>"
    struck = '<text:span text:style-name="X">wrong</text:span>'
    picture = "<draw:frame><svg:desc>a map</svg:desc></draw:frame>"
    contents = f"<text:table-of-content><text:index-body>{p('Part 1')}</text:index-body></text:table-of-content>"
    body = f"{deleted}{contents}{p(f'text{note}{comment}{struck}{picture} end')}"
    notes = read_notes(odt_file(body), "n.odt")
    assert [line.text for line in notes.lines] == ["text (source) end"]
    assert {each.text: each.why for each in notes.left_out} == {
        "gone": "deleted, with tracked changes",
        "Part 1": "a table of contents",
        "see me": "a comment in the margin",
        "wrong": "struck through",
        "a map": "the description of a picture",
        "Mr Smith": "the head of the pages",
        "Page 1": "the foot of the pages",
    }


def test_text_boxes_are_read_with_a_doubt():
    box = f"<draw:frame><draw:text-box>{p('boxed')}</draw:text-box></draw:frame>"
    notes = read_notes(odt_file(p(f"before{box}") + p("after")), "n.odt")
    assert [line.text for line in notes.lines] == ["before", "boxed", "after"]
    assert [doubt.text for doubt in notes.doubts] == ["boxed"]
