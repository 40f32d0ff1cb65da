"""PDFs of other programs: any size of page, locked, or asking to be turned over in a way of their own."""

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

MILLIMETRE = 72 / 25.4


def a_pdf(path, *sizes, duplex=None, password=None):
    """A PDF of a page for every size in millimetres."""
    encrypt = None if password is None else StandardEncryption(password, ownerPassword="owner")
    canvas = Canvas(str(path), encrypt=encrypt)
    if duplex:
        canvas.setViewerPreference("Duplex", duplex)
    for width, height in sizes:
        canvas.setPageSize((width * MILLIMETRE, height * MILLIMETRE))
        canvas.showPage()
    canvas.save()
    return path
