"""A shop with real printers, open for the whole run of the tests, and a PDF to print on them."""

import shutil
import tempfile
from pathlib import Path

import pytest

from studypack.model.options import Flags
from studypack.output.build import render
from tests.printing.pdfs import a_pdf
from tests.printing.printers import Shop, need_printers


@pytest.fixture(scope="session")
def shop():
    need_printers()
    # Not pytest's folder: the name of a socket may have no more than 107 bytes.
    folder = Path(tempfile.mkdtemp(prefix="shop"))
    folder.chmod(0o755)  # cupsd, started by root, runs its filters as another user
    shop = Shop(folder)
    try:
        shop.open_bus()
        yield shop
    finally:
        shop.close()
        shutil.rmtree(folder)


@pytest.fixture(scope="session")
def duplex_printer(shop):
    """Prints PDFs, on both sides."""
    return shop.printer("Duplex", "-2")


@pytest.fixture(scope="session")
def pdf(shipped):
    """Three pages, A4."""
    return render(shipped, Flags(sections=("worksheets",)), "sheets")[0].data


@pytest.fixture
def pdf_path(pdf, tmp_path):
    path = tmp_path / "sheets.pdf"
    path.write_bytes(pdf)
    return path


@pytest.fixture
def sheet_of(tmp_path):
    """Writes a PDF of one page a size, each given as width and height in millimetres."""

    def write(*pages, **more):
        return a_pdf(tmp_path / "sheet.pdf", *pages, **more)

    return write
