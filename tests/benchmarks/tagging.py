"""What tagging costs: time and size of tagged files against the same pages untagged, turn by turn in one run.

    python tests/benchmarks/tagging.py [ROUNDS]

The untagged file is written by the same program with the same packing of objects, so that the ratio tells of the tags
alone; its time is that of layout and writing together.
"""

import gc
import sys
import time
from collections.abc import Callable
from statistics import median

from studypack.base.resources import shipped_content_folder
from studypack.layout.document import Document
from studypack.model.options import Options, Profile
from studypack.output.compose import compose
from studypack.pdf.tagged import pdf_bytes
from studypack.pdf.writer import PdfWriter
from studypack.reading.load import load
from studypack.sections import SECTIONS

_ROUNDS = 15


def untagged_bytes(document: Document) -> bytes:
    """The same pages, without structure, links or metadata."""
    file = PdfWriter(document, document.turn)
    for page in document.pages:
        file.draw(file.painter.operators(page.items))
        file.end_page(page.width, page.height)
    return file.data()


def _timed(write: Callable[[Document], bytes], options: Options) -> float:
    pack = load(shipped_content_folder() / "anglo-soviet-relations.yaml").pack
    gc.collect()
    start = time.perf_counter()
    write(compose(pack, options, SECTIONS, SECTIONS))
    return time.perf_counter() - start


def main() -> None:
    """A line for each profile."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else _ROUNDS
    pack = load(shipped_content_folder() / "anglo-soviet-relations.yaml").pack
    for profile in Profile:
        options = Options(profile=profile)
        document = compose(pack, options, SECTIONS, SECTIONS)
        sizes = [len(write(document)) for write in (pdf_bytes, untagged_bytes)]
        times = [[_timed(write, options) for write in (pdf_bytes, untagged_bytes)] for _ in range(rounds)]
        tagged, plain = (median(column) for column in zip(*times, strict=True))
        ratio = median(one / other for one, other in times)
        print(
            f"{profile:<9} time {1000 * tagged:6.1f} ms against {1000 * plain:6.1f} ms: {ratio:.2f}"
            f"   size {sizes[0]:,} against {sizes[1]:,} bytes: {sizes[0] / sizes[1]:.2f}"
        )


if __name__ == "__main__":
    main()
