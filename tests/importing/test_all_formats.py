"""The same notes in every format are read as the same lines, and none of their words is lost."""

import html

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from studypack.importing.readers import read_notes
from tests.importing.notes_read import told_line
from tests.importing.odt_files import odt_file
from tests.importing.word_files import saved

WORD = st.text("abcdefghijklmnopqrstuvwxyzéüßœñ", min_size=2, max_size=9)
TEXT = st.lists(
    WORD | st.sampled_from(["1919", "(1815)", "3.5%", "it's", "x&y", "<5", "Ñandú", "–"]), min_size=1, max_size=9
).map(lambda parts: "A" + " ".join(parts) + "e")
BLOCK = st.one_of(
    st.tuples(st.just("#"), st.integers(1, 3), TEXT),
    st.tuples(st.just("-"), st.lists(st.tuples(st.integers(0, 2), TEXT), min_size=1, max_size=5)),
    st.tuples(st.just("¶"), TEXT),
    st.tuples(st.just("|"), st.lists(st.lists(TEXT, min_size=2, max_size=2), min_size=2, max_size=3)),
)
NOTES = st.lists(BLOCK, min_size=1, max_size=6)


def items(block):
    """The items of a list, none more than one deeper than the one before it."""
    found, before = [], -1
    for depth, text in block[1]:
        before = min(depth, before + 1)
        found.append((before, text))
    return found


def markdown(notes):
    made = []
    for block in notes:
        if block[0] == "#":
            made.append("#" * block[1] + " " + block[2])
        elif block[0] == "-":
            made.append("\n".join("    " * depth + "- " + text.replace("<", "\\<") for depth, text in items(block)))
        elif block[0] == "¶":
            made.append(block[1])
        else:
            first, *rest = (" | ".join(row) for row in block[1])
            made.append("\n".join([f"| {first} |", "|---|---|", *(f"| {row} |" for row in rest)]))
    return "\n\n".join(made).encode()


def page(notes):
    made = []
    for block in notes:
        if block[0] == "#":
            made.append(f"<h{block[1]}>{html.escape(block[2])}</h{block[1]}>")
        elif block[0] == "-":
            before = -1
            for depth, text in items(block):
                made.append("<ul>" * (depth - before) + "</ul>" * (before - depth) + f"<li>{html.escape(text)}")
                before = depth
            made.append("</ul>" * (before + 1))
        elif block[0] == "¶":
            made.append(f"<p>{html.escape(block[1])}</p>")
        else:
            first, *rest = block[1]
            rows = [
                "".join(f"<th>{html.escape(cell)}" for cell in first),
                *("".join(f"<td>{html.escape(cell)}" for cell in row) for row in rest),
            ]
            made.append("<table>" + "".join(f"<tr>{row}" for row in rows) + "</table>")
    return ("<html><meta charset=utf-8>" + "\n".join(made)).encode()


def word(notes):
    document = Document()
    for block in notes:
        if block[0] == "#":
            document.add_heading(block[2], block[1])
        elif block[0] == "-":
            for depth, text in items(block):
                document.add_paragraph(text, "List Bullet" + (f" {depth + 1}" if depth else ""))
        elif block[0] == "¶":
            document.add_paragraph(block[1])
        else:
            table = document.add_table(len(block[1]), 2)
            for at, (row, texts) in enumerate(zip(table.rows, block[1], strict=True)):
                for cell, text in zip(row.cells, texts, strict=True):
                    cell.paragraphs[0].add_run(text).bold = at == 0
    return saved(document)


def odt(notes):
    made = []
    for block in notes:
        if block[0] == "#":
            made.append(f'<text:h text:outline-level="{block[1]}">{html.escape(block[2])}</text:h>')
        elif block[0] == "-":
            before = -1
            for depth, text in items(block):
                opened = '<text:list text:style-name="L1"><text:list-item>' * (depth - before)
                closed = "</text:list-item></text:list>" * (before - depth)
                joint = "</text:list-item><text:list-item>" if depth <= before else ""
                made.append(f"{opened}{closed}{joint}<text:p>{html.escape(text)}</text:p>")
                before = depth
            made.append("</text:list-item></text:list>" * (before + 1))
        elif block[0] == "¶":
            made.append(f"<text:p>{html.escape(block[1])}</text:p>")
        else:
            rows = [
                "".join(f"<table:table-cell><text:p>{html.escape(cell)}</text:p></table:table-cell>" for cell in row)
                for row in block[1]
            ]
            first, *rest = (f"<table:table-row>{row}</table:table-row>" for row in rows)
            made.append(
                f"<table:table><table:table-header-rows>{first}</table:table-header-rows>{''.join(rest)}</table:table>"
            )
    return odt_file("".join(made), "")


def right(notes):
    found = []
    for block in notes:
        if block[0] == "#":
            found.append(f"#{block[1]} {block[2]}")
        elif block[0] == "-":
            found += [f"-{depth or ''} {text}" for depth, text in items(block)]
        elif block[0] == "¶":
            found.append(f"¶ {block[1]}")
        else:
            found += [("! " if not at else "| ") + " / ".join(row) for at, row in enumerate(block[1])]
    return found


@pytest.mark.parametrize(("name", "made"), [("n.md", markdown), ("n.html", page), ("n.docx", word), ("n.odt", odt)])
def test_the_same_notes_are_the_same_lines_in_every_format(name, made):
    @settings(max_examples=40, deadline=None, derandomize=True, database=None)
    @given(NOTES)
    def check(blocks):
        lines = [told_line(line).replace("[•] ", "") for line in read_notes(made(blocks), name).lines]
        assert lines == right(blocks)

    check()
