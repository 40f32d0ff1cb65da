"""Pages of a PDF become pictures."""

from collections.abc import Iterator

import pypdfium2
from PIL import Image


def picture(data: bytes, index: int, width: int) -> Image.Image:
    """One page of a PDF, from index 0, `width` pixels wide.

    PDFium is not made for threads: nothing else may draw meanwhile (pypdfium2's README, "Thread safety").
    """
    with pypdfium2.PdfDocument(data) as pdf:
        return _drawn(pdf, index, width)


def pictures(data: bytes, scale: float) -> Iterator[Image.Image]:
    """Every page of a PDF, at `scale` pixels a point."""
    with pypdfium2.PdfDocument(data) as pdf:
        for index in range(len(pdf)):
            yield _drawn(pdf, index, max(1, round(pdf.get_page_size(index)[0] * scale)))


def _drawn(pdf: pypdfium2.PdfDocument, index: int, width: int) -> Image.Image:
    page = pdf[index]
    try:
        bitmap = page.render(scale=width / page.get_width())
        image: Image.Image = bitmap.to_pil().convert("RGB")
        bitmap.close()
        # The height is rounded up and may have taken the width along.
        return image.crop((0, 0, width, image.height)) if image.width != width else image
    finally:
        page.close()
