"""Where the notes were wrong: a correction, and a sentence with the mistake for pupils to mend."""

from studypack.model.fields import ContentModel, Line, Sentences


class Correction(ContentModel):
    """Where the notes were wrong, and what is printed instead."""

    notes: Line
    """What the notes say."""
    here: Line
    """What the pack says."""
    why: Sentences
    """How we know."""
    wrong: Sentences = ()
    """A whole sentence that holds the mistake, for pupils to find and mend; the wrong words may stand in {{braces}}."""


def without_wrong_sentences(data: object) -> object:
    """Return a content as it was typed, without the wrong sentences of its corrections."""
    if isinstance(data, list | tuple):
        return [without_wrong_sentences(each) for each in data]
    if not isinstance(data, dict):
        return data
    return {
        key: _without(value) if key == "corrections" else without_wrong_sentences(value) for key, value in data.items()
    }


def _without(corrections: object) -> object:
    if not isinstance(corrections, list | tuple):
        return corrections
    return [
        {key: value for key, value in each.items() if key != "wrong"} if isinstance(each, dict) else each
        for each in corrections
    ]
