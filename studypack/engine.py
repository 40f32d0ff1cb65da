"""Imports ReportLab with its own defaults, whatever lies in the working directory, home or environment.

While it is first imported, ReportLab runs `reportlab_mods.py` and `reportlab_settings.py` from the import path, else
`~/.reportlab_mods` and `~/.reportlab_settings`, and obeys `RL_…` variables. Stand-in modules that set nothing keep the
files out; the variables are put aside for as long as the import lasts, and Pillow is not imported at all. Import
ReportLab from here, never directly.
"""

import os
import sys
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from types import ModuleType
from typing import Any, TypeAlias

_ITS_FILES = ("reportlab_mods", "reportlab.local_rl_mods", "reportlab_settings", "reportlab.local_rl_settings")


@contextmanager
def _undisturbed() -> Iterator[None]:
    stand_ins = [*_ITS_FILES]
    if "PIL" not in sys.modules:
        # ReportLab imports Pillow for pictures, of which we draw none: a fiftieth of a build's time.
        stand_ins.append("PIL")
    # EVAL_DEBUG: what its evaluator of colours reads, and fails on where it is no number.
    aside = {
        name: os.environ.pop(name)
        for name in list(os.environ)
        if name.upper().startswith("RL_") or name == "EVAL_DEBUG"
    }
    shadowed = {name: sys.modules.get(name) for name in stand_ins}
    try:
        for name in stand_ins:
            module = ModuleType(name)
            module.__all__ = []  # type: ignore[attr-defined]
            module.Image = None  # type: ignore[attr-defined]  # what ReportLab takes from PIL
            sys.modules[name] = module
        yield
    finally:
        os.environ.update(aside)
        for name, module_before in shadowed.items():
            if module_before is None:
                sys.modules.pop(name, None)
            else:
                sys.modules[name] = module_before


with _undisturbed():
    import reportlab.rl_config

    # Base 85 makes streams a quarter longer, for mail gateways that were not 8-bit clean.
    reportlab.rl_config.useA85 = 0
    # Our faces are opened by their paths; in the working directory, home and system nothing is to be looked for.
    reportlab.rl_config.T1SearchPath = []
    reportlab.rl_config.TTFSearchPath = []
    reportlab.rl_config.CMapSearchPath = []
    from reportlab.pdfbase import pdfdoc, pdfmetrics, ttfonts
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

_compress = lru_cache(maxsize=256)(zlib.compress)


class _RememberedZip(pdfdoc.PDFStreamFilterZCompress):
    """Flate, which does not compress again what it has compressed: a face's subset, a page that is as it was."""

    def encode(self, text: str | bytes) -> bytes:
        """The compressed stream."""
        return _compress(text.encode("utf-8") if isinstance(text, str) else text)


pdfdoc.PDFZCompress = _RememberedZip()

_NO_CHARACTERS = {0, 0xFEFF, 0xFFFE}
"""What no code may stand for (ISO 14289-1, 7.21.7); ReportLab has unused codes stand for U+0000."""
_MOST_IN_BLOCK = 100
"""Entries of a bfchar block (Adobe Technical Note 5014)."""


def _to_unicode(name: str, subset: Sequence[int]) -> str:
    """The map from a subset's codes to characters, for whoever copies, searches or reads aloud (ISO 32000-1, 9.10.3).

    ReportLab's puts all entries in one block, and writes what is above U+FFFF with five digits.
    """
    entries = [
        f"<{code:02X}> <{chr(character).encode('utf-16-be').hex().upper()}>"
        for code, character in enumerate(subset)
        if character not in _NO_CHARACTERS
    ]
    blocks = [entries[start : start + _MOST_IN_BLOCK] for start in range(0, len(entries), _MOST_IN_BLOCK)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
            f"/CMapName /{name} def /CMapType 2 def",
            "1 begincodespacerange\n<00> <FF>\nendcodespacerange",
            *(line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")),
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        ]
    )


ttfonts.makeToUnicodeCMap = _to_unicode  # type: ignore[assignment]  # the same, by other names

PdfDocument: TypeAlias = Any
"""ReportLab's document, whose attributes its type stubs hardly know."""

__all__ = ["Canvas", "PdfDocument", "TTFont", "pdfdoc", "pdfmetrics", "ttfonts"]
