"""The families of faces, ours and a house's own: the file of each face, and what prints the letters that it lacks."""

from enum import StrEnum
from functools import cache, lru_cache, partial

from studypack.base.font_file import FontFile
from studypack.base.record import record
from studypack.base.resources import font_data
from studypack.layout.face_metrics import Face
from studypack.model.house_faces import FaceFiles


class Family(StrEnum):
    """The families and the parts they play."""

    SERIF = "serif"
    """Text and headings."""
    SANS = "sans"
    """Labels, symbols, and whatever the others lack."""
    CLEAR = "clear"
    """The accessible profiles."""
    INFANT = "infant"
    """For young readers: a and g as they are written, and nothing across the nought."""
    MONO = "mono"
    """Code: every letter is as wide as every other."""


_FILES: dict[tuple[Family, bool, bool], str] = {
    (Family.SERIF, False, False): "SourceSerif4_400Regular",
    (Family.SERIF, False, True): "SourceSerif4_400Regular_Italic",
    (Family.SERIF, True, False): "SourceSerif4_600SemiBold",
    (Family.SERIF, True, True): "SourceSerif4_600SemiBold_Italic",
    (Family.SANS, False, False): "SourceSans3_400Regular",
    (Family.SANS, False, True): "SourceSans3_400Regular_Italic",
    (Family.SANS, True, False): "SourceSans3_700Bold",
    # Source Sans comes without a bold italic; the bold says more than the slope would.
    (Family.SANS, True, True): "SourceSans3_700Bold",
    (Family.CLEAR, False, False): "AtkinsonHyperlegibleNext_400Regular",
    (Family.CLEAR, False, True): "AtkinsonHyperlegibleNext_400Regular_Italic",
    (Family.CLEAR, True, False): "AtkinsonHyperlegibleNext_700Bold",
    (Family.CLEAR, True, True): "AtkinsonHyperlegibleNext_700Bold_Italic",
    # No italics: a slope changes letters that are only just known.
    (Family.INFANT, False, False): "StudypackInfant_400Regular",
    (Family.INFANT, False, True): "StudypackInfant_400Regular",
    (Family.INFANT, True, False): "StudypackInfant_700Bold",
    (Family.INFANT, True, True): "StudypackInfant_700Bold",
    # Code is read letter by letter: emphasis in italics leaves it upright.
    (Family.MONO, False, False): "SourceCodePro_400Regular",
    (Family.MONO, False, True): "SourceCodePro_400Regular",
    (Family.MONO, True, False): "SourceCodePro_700Bold",
    (Family.MONO, True, True): "SourceCodePro_700Bold",
}
_SEMIBOLD_SANS = "SourceSans3_600SemiBold"
_SIGNS, _BOLD_SIGNS = "StudypackSigns_400Regular", "StudypackSigns_700Bold"
"""The signs of mathematics, science and music that no other face has (.ci/signs.py makes it). As large as the text: its
small letters and capitals are as tall as those of the other faces, within a twentieth."""
_MONOSPACED = frozenset(file for (family, _, _), file in _FILES.items() if family is Family.MONO)
_VOICES = {file: (bold, italic) for (_, bold, italic), file in reversed(_FILES.items())} | {
    _SEMIBOLD_SANS: (True, False),
    _SIGNS: (False, False),
    _BOLD_SIGNS: (True, False),
}
"""Whether a face is bold, and whether it is italic."""
_PART_OF_NAME = 40
"""The characters of a font's own name that a PDF keeps, before what makes it unique."""
_MOST_OWN = 32
"""The faces of a house that are kept: a preview reads files anew while they change."""


@cache
def _load(name: str) -> Face:
    bold, italic = _VOICES[name]
    fallback = partial(_fallback_of, name)
    return Face(name, font_data(name), bold=bold, italic=italic, fallback=fallback, monospaced=name in _MONOSPACED)


@lru_cache(maxsize=_MOST_OWN)
def own_face(file: FontFile, bold: bool = False, italic: bool = False) -> Face:
    """The face of a file that is not ours; what it lacks is printed by ours in bold, or in italics, as it is."""
    unique = f"-{file.source[:8]}{'Bold' if bold else ''}{'Italic' if italic else ''}"
    name = f"Own-{unique}"
    made = Face(name, file.data, bold=bold, italic=italic, fallback=partial(_fallback_of, name), is_ours=False)
    # A house may have one of ours, or one file for two faces: ReportLab tells fonts by their names.
    made.font.face.name = made.font.face.name[:_PART_OF_NAME] + unique.encode()
    return made


def _fallback_of(name: str) -> Face | None:
    fallback = _fallback_for(name)
    return _load(fallback) if fallback else None


def _fallback_for(name: str) -> str:
    """Source Sans in the weight nearest to the face that lacks the character; for what that lacks, the signs.

    Those of formulas are there in bold.
    """
    if name == _SIGNS:
        return ""
    if name == _BOLD_SIGNS:
        return _SIGNS
    if name.startswith("SourceSans3"):
        return _BOLD_SIGNS if "Bold" in name else _SIGNS
    if "Bold" in name:
        return _SEMIBOLD_SANS
    return "SourceSans3_400Regular_Italic" if name.endswith("Italic") else "SourceSans3_400Regular"


@record
class OwnFamily:
    """A family of files that are not ours."""

    files: FaceFiles
    instead: Family
    """Ours, whose faces take the place of those that have no file."""
    one_weight: bool = False
    """Its regular is its bold, where that has no file."""

    def face(self, *, bold: bool, italic: bool) -> Face:
        """The face in bold, in italics, in both or in neither."""
        given = self.files
        named = (given.bold_italic if italic else given.bold) if bold else given.italic if italic else given.regular
        if named is None and self.one_weight and bold and not italic:
            named = given.regular
        return own_face(named.file, bold, italic) if named else face(self.instead, bold=bold, italic=italic)


def face(family: Family | OwnFamily, *, bold: bool = False, italic: bool = False) -> Face:
    """The face of a family; bold is the family's semibold where it has no other."""
    if isinstance(family, OwnFamily):
        return family.face(bold=bold, italic=italic)
    return _load(_FILES[family, bold, italic])


def semibold_sans() -> Face:
    """For small labels: lighter than the bold, darker than the text."""
    return _load(_SEMIBOLD_SANS)
