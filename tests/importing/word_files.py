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


def with_footnotes(data, **notes):
    """The file with a footnote to each paragraph that is such a word, as Word writes them."""
    made, relation = data, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    inner = ""
    for number, (word, text) in enumerate(notes.items(), start=2):
        mark = f'</w:t></w:r><w:r><w:footnoteReference w:id="{number}"/></w:r>'
        made = changed(made, "word/document.xml", f"<w:t>{word}</w:t></w:r>", f"<w:t>{word}{mark}")
        inner += f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
    made = with_part(made, "word/footnotes.xml", f"<w:footnotes {SPACES}>{inner}</w:footnotes>")
    part = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    kind = f'<Override PartName="/word/footnotes.xml" ContentType="{part}"/></Types>'
    made = changed(made, "[Content_Types].xml", "</Types>", kind)
    rel = f'<Relationship Id="rIdF" Type="{relation}" Target="footnotes.xml"/></Relationships>'
    return changed(made, "word/_rels/document.xml.rels", "</Relationships>", rel)
