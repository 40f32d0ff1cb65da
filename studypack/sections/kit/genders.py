"""The gender of a noun after it, as dictionaries print it."""

from studypack.layout.style import Style
from studypack.layout.tag import Tag
from studypack.layout.text import Run
from studypack.model.term import Gender, gender_words
from studypack.model.words import Words


def gender_runs(gender: Gender | None, style: Style, tag: Tag, say: Words) -> list[Run]:
    """Return the gender in italics, which is read in whole words; nothing where there is none."""
    if gender is None:
        return []
    printed, heard = gender_words(gender, say)
    return [Run(f" {printed}", style.voiced(italic=True), tag.child("Span", said=f", {heard}"))]
