"""Fillable packs filled in by real programs: PDFium, as in Chrome, and qpdf; and what the file says of its fields."""

import ctypes
import io

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from page import validate_pdf_bytes

TYPED = "Ratified 16 May: £5 or €6, déjà vu"
"""PDFium takes a font of its own, which it does not embed, for quotation marks and dashes beyond Latin-1."""
WRITTEN = "Ratified “16 May” – déjà vu…"
QPDFS_OWN = "PDFA2A-STREAM-LENGTH-001"
"""qpdf ends a stream that ends in a return so that the two may be taken for one line end; veraPDF does not mind."""


def by_pdfium(data, texts=None):
    """Every field filled in as if at the keyboard, or those whose name is in `texts`; the file, and how many."""
    with pypdfium2.PdfDocument(data) as opened:
        opened.init_forms()
        count = sum(_fill_page(opened.formenv.raw, page.raw, texts) for page in opened)
        saved = io.BytesIO()
        opened.save(saved)
    return saved.getvalue(), count


def _fill_page(form, page, texts):
    count = 0
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_WIDGET:
            name = _name(form, annotation)
            if texts is None or name in texts:
                _fill(form, page, annotation, TYPED if texts is None else texts[name])
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
                field.V = pikepdf.String(WRITTEN)
            else:
                field.V = field.AS = pikepdf.Name.Yes
        # qpdf draws fields only where a file asks for it, and takes the request back.
        opened.Root.AcroForm.NeedAppearances = True
        opened.generate_appearance_streams()
        assert "/NeedAppearances" not in opened.Root.AcroForm
        saved = io.BytesIO()
        opened.save(saved)
    return saved.getvalue(), len(fields)


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
