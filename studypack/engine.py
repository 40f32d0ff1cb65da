"""Imports ReportLab with its own defaults, whatever lies in the working directory, home or environment.

ReportLab runs `reportlab_settings.py` from the import path, else `~/.reportlab_settings`, and obeys `RL_…`
variables, all while it is first imported. A stand-in module that sets nothing keeps the first two out; the
variables are put aside for as long as the import lasts, and Pillow is not imported at all. Import
ReportLab from here, never directly.
"""

import os
import sys
import zlib
from functools import lru_cache
from types import ModuleType


def _import_undisturbed() -> None:
    stand_ins = ["reportlab_settings", "reportlab.local_rl_settings"]
    if "PIL" not in sys.modules:
        # ReportLab imports Pillow for pictures, of which we draw none: a fiftieth of a build's time.
        stand_ins.append("PIL")
    aside = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("RL_")}
    shadowed = {name: sys.modules.get(name) for name in stand_ins}
    try:
        for name in stand_ins:
            module = ModuleType(name)
            module.__all__ = []  # type: ignore[attr-defined]
            module.Image = None  # type: ignore[attr-defined]  # what ReportLab takes from PIL
            sys.modules[name] = module
        import reportlab.rl_config

        # Base 85 makes streams a quarter longer, for mail gateways that were not 8-bit clean.
        reportlab.rl_config.useA85 = 0
    finally:
        os.environ.update(aside)
        for name, module_before in shadowed.items():
            if module_before is None:
                sys.modules.pop(name, None)
            else:
                sys.modules[name] = module_before


_import_undisturbed()

from reportlab.pdfbase import pdfdoc, pdfmetrics, ttfonts  # noqa: E402
from reportlab.pdfbase.ttfonts import TTFont  # noqa: E402
from reportlab.pdfgen.canvas import Canvas  # noqa: E402

_compress = lru_cache(maxsize=256)(zlib.compress)


class _RememberedZip(pdfdoc.PDFStreamFilterZCompress):
    """Flate, which does not compress again what it has compressed: a face's subset, a page that is as it was."""

    def encode(self, text: str | bytes) -> bytes:
        """The compressed stream."""
        return _compress(text.encode("utf-8") if isinstance(text, str) else text)


pdfdoc.PDFZCompress = _RememberedZip()

__all__ = ["Canvas", "TTFont", "pdfdoc", "pdfmetrics", "ttfonts"]
