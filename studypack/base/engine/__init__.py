"""ReportLab as this program uses it: a private copy with ReportLab's default settings and our changes.

When it is first imported, ReportLab runs `reportlab_mods.py` and `reportlab_settings.py` from the import path, else
`~/.reportlab_mods` and `~/.reportlab_settings`, and obeys `RL_…` variables. Our copy finds none of them, so that the
PDFs are the same everywhere. A program that uses both studypack and ReportLab keeps its own ReportLab, with its own
settings and without our changes. Import ReportLab from here, never directly.
"""

import os
import sys
import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeAlias

from typing_extensions import override

from studypack.base.engine.names import REQUIREMENT, missing_names
from studypack.base.engine.private_package import PrivatePackage
from studypack.base.errors import LibraryError
from studypack.base.wording import join_some

_ITS_FILES = ("reportlab_mods", "reportlab.local_rl_mods", "reportlab_settings", "reportlab.local_rl_settings")
_SHOWN = 3
"""The number of missing names that an error lists; the rest are counted."""


class _Environment(Mapping[str, str]):
    """The process's environment variables, without those that ReportLab takes for settings."""

    def __getitem__(self, name: str) -> str:
        # ReportLab's evaluator of colours reads EVAL_DEBUG, and fails if it is no number.
        if name.upper().startswith("RL_") or name == "EVAL_DEBUG":
            raise KeyError(name)
        return os.environ[name]

    def __iter__(self) -> Iterator[str]:
        return (name for name in os.environ if name in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _stand_in(name: str, /, **contents: object) -> ModuleType:
    module = ModuleType(name)
    vars(module).update(contents)
    return module


module = PrivatePackage(
    "reportlab",
    {
        # ReportLab would search the system's font folders; we use no font from there.
        "os": _stand_in("os", **{**vars(os), "environ": _Environment(), "walk": lambda *_: ()}),
        # ReportLab imports Pillow for pictures. We draw none, and the import takes a fiftieth of a build.
        "PIL": _stand_in("PIL", Image=None),
        **{name: _stand_in(name, __all__=()) for name in _ITS_FILES},
    },
).module
"""Return a module of our copy by its full name. Raises ImportError."""


def check_names() -> None:
    """Raise LibraryError if ReportLab is missing or lacks a name that we rely on: its PDFs would be wrong."""
    missing = missing_names(module)
    if not missing:
        return
    way = f'studypack needs {REQUIREMENT}: {sys.executable} -m pip install "{REQUIREMENT}"'
    try:
        version = f"ReportLab {vars(module('reportlab')).get('__version__', 'of an unknown version')}"
    except ModuleNotFoundError:
        raise LibraryError("ReportLab is not installed", way) from None
    raise LibraryError(f"{version} is installed, which lacks {join_some(missing, _SHOWN)}", way)


# This must come before the subclasses below, and before any build.
check_names()
if TYPE_CHECKING:
    from reportlab.pdfbase import pdfdoc, pdfmetrics, ttfonts
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas
else:
    pdfdoc, pdfmetrics, ttfonts = (module(f"reportlab.pdfbase.{name}") for name in ("pdfdoc", "pdfmetrics", "ttfonts"))
    TTFont = ttfonts.TTFont
    Canvas = module("reportlab.pdfgen.canvas").Canvas

# Base 85 makes streams a quarter longer; it served mail gateways that were not 8-bit clean.
vars(module("reportlab.rl_config"))["useA85"] = 0

_compress = lru_cache(maxsize=256)(zlib.compress)


class _CachedFlate(pdfdoc.PDFStreamFilterZCompress):
    """Flate compression with a cache: a font subset or a page that did not change is not compressed again."""

    @override
    def encode(self, text: str | bytes) -> bytes:
        return _compress(text.encode("utf-8") if isinstance(text, str) else text)


pdfdoc.PDFZCompress = _CachedFlate()

_NO_CHARACTERS = {0, 0xFEFF, 0xFFFE}
"""Values that no code may map to (ISO 14289-1, 7.21.7); ReportLab maps unused codes to U+0000."""
_MOST_IN_BLOCK = 100
"""The entries of a bfchar block (Adobe Technical Note 5014)."""


def _to_unicode(name: str, subset: Sequence[int]) -> str:
    """Return the ToUnicode CMap from a subset's codes to characters, used to copy, search and read aloud (ISO 32000-1,
    9.10.3).

    ReportLab's own puts all entries in one block, and writes characters above U+FFFF with five digits.
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
"""ReportLab's document. Its type stubs lack most of its attributes."""

__all__ = ["Canvas", "PdfDocument", "TTFont", "pdfdoc", "pdfmetrics", "ttfonts"]
