"""Advice on the faces of a house: letters of the pack that they lack, which another face prints."""

from collections.abc import Iterator

from studypack.advice.prose import advise
from studypack.base.errors import Problem
from studypack.base.wording import join_some, pluralise
from studypack.model.spans import plain
from studypack.model.texts import printed_values
from studypack.reading.load import LoadedPack

_SHOWN = 8
"""Letters in a piece of advice."""


def letters_from_elsewhere(loaded: LoadedPack) -> Iterator[Problem]:
    """Advise on a face of the house that lacks letters of the pack's texts."""
    faces = loaded.pack.style.faces
    if faces.text is None and faces.headings is None:
        return
    from studypack.layout.fonts import own_face  # noqa: PLC0415  (whoever only reads content loads no type)

    texts = [value if isinstance(value, str) else plain(value) for _, value in printed_values(loaded.pack)]
    letters = {letter for text in texts for letter in text if letter.isalpha()}
    for part, face in (("text", faces.text), ("headings", faces.headings)):
        lacking = sorted(filter(lambda each: not own_face(face.regular.file).covers(each), letters)) if face else []
        if face and lacking:
            which = f"{pluralise(len(lacking), 'letter')} {join_some(lacking, _SHOWN)}"
            message = (
                f"{face.regular.name} lacks the {which}: another face prints {'it' if len(lacking) == 1 else 'them'}"
            )
            yield advise(
                loaded, ("style", "faces", part, "regular"), message, "take a font that has all letters of your texts"
            )
