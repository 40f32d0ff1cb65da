"""Fillable packs filled in by real programs: PDFium, as in Chrome, and qpdf; and what the file says of its fields."""

import ctypes
import io
import subprocess
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from needs import pdfjs
from page import validate_pdf_bytes

TYPED = "Ratified “16 May” – it’s £5 or €6, déjà vu…"
QPDFS_OWN = "PDFA2A-STREAM-LENGTH-001"
"""qpdf ends a stream that ends in a return so that the two may be taken for one line end; veraPDF does not mind."""


def by_pdfium(data, texts=None, *, typed=TYPED):
    """Every field filled in as if at the keyboard, or those whose name is in `texts`; the file, and how many."""
    with pypdfium2.PdfDocument(data) as opened:
        opened.init_forms()
        pages, done = list(opened), set()  # all open at once, as in a browser: what is typed shows on other pages, too
        count = sum(_fill_page(opened.formenv.raw, page.raw, texts, typed, done) for page in pages)
        saved = io.BytesIO()
        opened.save(saved)
    return saved.getvalue(), count


def _fill_page(form, page, texts, typed, done):
    count = 0
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_WIDGET:
            name = _name(form, annotation)
            if name not in done and (texts is None or name in texts):
                _fill(form, page, annotation, typed if texts is None else texts[name])
                done.add(name)
                count += 1
        pdfium.FPDFPage_CloseAnnot(annotation)
    return count


def _name(form, annotation):
    size = pdfium.FPDFAnnot_GetFormFieldName(form, annotation, None, 0)
    room = (ctypes.c_ushort * (size // 2))()
    pdfium.FPDFAnnot_GetFormFieldName(form, annotation, room, size)
    return bytes(room).decode("utf-16-le").rstrip("\0")


def _fill(form, page, annotation, text):
    if pdfium.FPDFAnnot_GetFormFieldType(form, annotation) == pdfium.FPDF_FORMFIELD_TEXTFIELD:
        assert pdfium.FORM_SetFocusedAnnot(form, annotation)
        letters = (text + "\0").encode("utf-16-le")
        pdfium.FORM_ReplaceSelection(form, page, (ctypes.c_ushort * (len(letters) // 2)).from_buffer_copy(letters))
    else:
        box = pdfium.FS_RECTF()
        pdfium.FPDFAnnot_GetRect(annotation, box)
        middle = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        pdfium.FORM_OnLButtonDown(form, page, 0, *middle)
        pdfium.FORM_OnLButtonUp(form, page, 0, *middle)
    pdfium.FORM_ForceToKillFocus(form)


def by_qpdf(data):
    """Every field filled in as by a program without a screen; the file, and how many."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        fields = list(opened.Root.AcroForm.Fields)
        for field in fields:
            if field.FT == "/Tx":
                field.V = pikepdf.String(TYPED)
            else:
                field.V = field.AS = pikepdf.Name.Yes
        # qpdf draws fields only where a file asks for it, and takes the request back.
        opened.Root.AcroForm.NeedAppearances = True
        opened.generate_appearance_streams()
        assert "/NeedAppearances" not in opened.Root.AcroForm
        saved = io.BytesIO()
        opened.save(saved)
    return saved.getvalue(), len(fields)


def by_pdfjs(data, folder, typed):
    """Every field filled in by pdf.js, as far as it takes the text; the file."""
    node, library = pdfjs()
    before, after = folder / "empty.pdf", folder / "filled.pdf"
    before.write_bytes(data)
    script = Path(__file__).parent / "pdf" / "pdfjs.mjs"
    subprocess.run([node, script, library, "fill", before, after, typed], check=True, capture_output=True)
    return after.read_bytes()


def printed(widget, face):
    """What a field's appearance shows: its text, and how far that reaches across and up, in points.

    `face` is that of the text. Each is the rectangle of all lines: left, bottom, right, top.
    """
    text, size, x, y, leading, corners = "", 0.0, 0.0, 0.0, 0.0, []
    for operands, operator in pikepdf.parse_content_stream(widget.AP.N):
        numbers = [float(each) for each in operands if not isinstance(each, pikepdf.Object)]
        match str(operator):
            case "BT":
                x = y = 0.0
            case "Tf":
                size = numbers[-1]
            case "TL":
                leading = numbers[0]
            case "Td":
                x, y = x + numbers[0], y + numbers[1]
            case "Tm":
                x, y = numbers[4:]
            case "T*":
                y -= leading
            case "Tj":
                shown = bytes(operands[0]).decode("cp1252")
                text += shown
                width = face.width(shown.rstrip(), size)
                corners.append((x, y - 0.25 * size, x + width, y + 0.75 * size))
    across = [each[0] for each in corners] + [each[2] for each in corners]
    up = [each[1] for each in corners] + [each[3] for each in corners]
    return text, (min(across), min(up), max(across), max(up))


def faults(data):
    """What PDF/UA-1 and PDF/A-2a find wrong with a file."""
    reports = [validate_pdf_bytes(data, profile=profile) for profile in ("ua1", "2a")]
    return [str(failure) for report in reports for failure in report.failures if failure.rule_id != QPDFS_OWN]


def widgets(opened):
    """The places of fields, page by page, as they are listed."""
    return [each for page in opened.pages for each in page.obj.get("/Annots", ()) if each.Subtype == "/Widget"]


def name_of(widget):
    return str(widget.Parent.T if "/Parent" in widget else widget.T)


def forms(element):
    """The Form elements of a structure tree, in reading order."""
    if isinstance(element, pikepdf.Array):
        return [form for kid in element for form in forms(kid)]
    if not isinstance(element, pikepdf.Dictionary) or (
        "/S" not in element and element.get("/Type") != "/StructTreeRoot"
    ):
        return []
    return [element] if element.get("/S") == "/Form" else forms(element.get("/K", pikepdf.Array()))
