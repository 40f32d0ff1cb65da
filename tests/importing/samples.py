"""Small files of notes of every kind, to be spoilt by the fuzzer."""

from functools import cache

from tests.importing.odt_files import odt_file
from tests.importing.word_files import word_file, word_table


@cache
def samples():
    """Pairs of a file's name and its bytes."""
    from tests.importing import test_columns, test_odt, test_pdf, test_plain, test_web, test_word

    found = [("notes.txt", text.encode()) for text, _ in test_plain.LINES]
    found += [("notes.md", text.encode()) for text, _ in test_plain.LINES]
    found += [("notes.csv", text.encode()) for text, _ in test_columns.TABLES]
    found += [("notes.html", f"<html><body>{page}".encode()) for page, _ in test_web.PAGES]
    found += [("notes.html", f"<html>{page}<p>end".encode()) for page, _, _ in test_web.LEFT]
    whole = [each for body, _ in test_word.BODIES for each in body] + [xml for xml, _, _ in test_word.LEFT]
    found += 10 * [("notes.docx", word_file(*whole)), ("notes.docx", word_table(*test_word.TABLES[2][0]))]
    found += 10 * [("notes.odt", odt_file("".join(body for body, _ in test_odt.BODIES)))]
    found += [("notes.pdf", test_pdf.pdf_of(page)) for page, _ in test_pdf.PAGES]
    return found
