"""Word files for the tests, made by python-docx, with what it cannot make put in as XML."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.oxml import parse_xml

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def saved(document):
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def word_file(*paragraphs):
    """A document of paragraphs: a text, or (text, style), or XML of the body that begins with <w: ."""
    document = Document()
    for each in paragraphs:
        text, style = (each, None) if isinstance(each, str) else each
        if text.startswith("<w:"):
            document.element.body.insert_element_before(
                parse_xml(re.sub(r"^<w:\w+", rf"\g<0> {SPACES}", text)), "w:sectPr"
            )
        else:
            document.add_paragraph(text, style)
    return saved(document)


def word_table(*rows):
    """A document of one table; a cell is a text, whose lines are paragraphs, those with "• " items of a list."""
    document = Document()
    table = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            for at, line in enumerate(text.split("\n")):
                paragraph = cell.paragraphs[0] if not at else cell.add_paragraph()
                if line.startswith("• "):
                    paragraph.style = "List Bullet"
                if line.startswith("**"):
                    paragraph.add_run(line.strip("*")).bold = True
                else:
                    paragraph.add_run(line.removeprefix("• "))
    return saved(document)


def with_part(data, name, content):
    """The file with a part more, or another one in its place."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename != name:
                new.writestr(info, old.read(info))
        new.writestr(name, content)
    return made.getvalue()


def changed(data, name, before, after):
    """The file with a text of a part changed; it must be there."""
    with ZipFile(BytesIO(data)) as file:
        part = file.read(name).decode()
    assert before in part
    return with_part(data, name, part.replace(before, after))
