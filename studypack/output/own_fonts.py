"""Hold the fonts of a house against what sets and embeds type, before the layout: problems at their places."""

import struct
from collections.abc import Iterator
from functools import lru_cache

from studypack.base.engine import ttfonts
from studypack.base.errors import Problem
from studypack.layout.face_metrics import Face
from studypack.layout.fonts import own_face
from studypack.model.house_faces import FaceFiles, NamedFont
from studypack.reading.load import LoadedPack

_UNUSABLE = (
    ttfonts.TTFError, struct.error, LookupError, ValueError, TypeError, OverflowError, ZeroDivisionError,
    AttributeError,
)  # fmt: skip
"""What ReportLab raises for a font that is not as it should be; the last one for a font without a name."""
_MOST = 2_000
"""The characters of a font that are tried."""


def font_problems(loaded: LoadedPack) -> Iterator[Problem]:
    """Yield a problem for each font of the house that cannot be embedded after all."""
    faces = loaded.pack.style.faces
    for part in ("text", "headings"):
        face: FaceFiles | None = getattr(faces, part)
        for name in FaceFiles.model_fields if face else ():
            font: NamedFont | None = getattr(face, name)
            if font is not None and not _is_usable(font):
                message, hint = "the font is damaged", "download or copy it again, or take another font"
                yield loaded.problem(("style", "faces", part, name), message, hint)


@lru_cache(maxsize=64)
def _is_usable(font: NamedFont) -> bool:
    try:
        face: Face = own_face(font.file)
        characters = sorted(face.font.face.charToGlyph)[:_MOST]
        face.font.face.makeSubset(characters)
        face.measured("".join(filter(str.isalpha, map(chr, characters))))
    except _UNUSABLE:
        return False
    return True
