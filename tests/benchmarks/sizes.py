"""What the bytes of the shipped pack are for, in each profile; and the tagged file to the same pages without tags.

python tests/benchmarks/sizes.py
"""

from collections import Counter
from io import BytesIO

import pikepdf

from studypack.base.resources import shipped_content_folder
from studypack.layout.document import Document
from studypack.model.choices import Profile
from studypack.model.options import Options
from studypack.output.compose import compose
from studypack.pdf.tagged import pdf_bytes
from studypack.pdf.writer import PdfWriter
from studypack.reading.load import load
from studypack.sections import SECTIONS


def untagged_bytes(document: Document) -> bytes:
    """The same pages, without structure, links or metadata, and with the same packing of objects."""
    file = PdfWriter(document, document.turn)
    for page in document.pages:
        file.draw(file.painter.operators(page.items))
        file.end_page(page.width, page.height)
    return file.data()


def kinds(data: bytes) -> Counter:
    """The bytes of the streams, by what they hold."""
    found: Counter = Counter()
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = {page.Contents.objgen for page in pdf.pages}
        for each in pdf.objects:
            if isinstance(each, pikepdf.Stream):
                kind = "pages" if each.objgen in pages else str(each.get("/Type", each.get("/Subtype", "fonts")))
                found[kind.strip("/")] += len(each.read_raw_bytes())
    found["objects and the rest"] = len(data) - found.total()
    return found


def main() -> None:
    pack = load(shipped_content_folder() / "anglo-soviet-relations.yaml").pack
    for profile in Profile:
        document = compose(pack, Options(profile=profile), SECTIONS, SECTIONS)
        tagged, plain = pdf_bytes(document), untagged_bytes(document)
        told = ", ".join(f"{kind} {size:,}" for kind, size in kinds(tagged).most_common())
        print(f"{profile:<9} {len(tagged):,} bytes, {len(tagged) / len(plain):.2f} of untagged: {told}")


if __name__ == "__main__":
    main()
