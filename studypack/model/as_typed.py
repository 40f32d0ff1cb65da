"""What an author typed, as the text that codes are made of: without what changes no sheet that has the code."""

import json

from studypack.model.correction import without_wrong_sentences
from studypack.model.term import without_translations

OWN_SHEET = "questions"
_OF_NO_SHEET = ("pack", "rights", "words", "school", "foot", "style", "taught", OWN_SHEET)
"""The keys that change no question and no answer; the questions have a code of their own."""


def of_every_sheet(written: object) -> object:
    """Return what the author wrote, without what sheets with codes of their own ask for."""
    return without_translations(without_wrong_sentences(written))


def canonical(data: object) -> str:
    """Return the content as text that does not depend on the order of its keys."""
    written = {key: value for key, value in data.items() if key not in _OF_NO_SHEET} if isinstance(data, dict) else data
    return json.dumps(written, sort_keys=True, ensure_ascii=True, default=str)
