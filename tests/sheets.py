"""Worksheets of gaps as they are read back: their gaps, their word banks, what they tell pupils and what the key has."""

from laws import every_tag, text_runs

from studypack.model.options import Options
from studypack.sections import worksheets


def owed(content, seed=0):
    """The sheets as the key has them: their answers by number, and their passages."""
    return worksheets.SECTION.answers(content, Options(seed=seed))


def gap_tags(document):
    return [tag for tag in every_tag(document.root) if tag.kind == "Span" and tag.said.startswith("(gap ")]


def banks(document):
    """The entries of each word bank, in reading order."""
    said = {}
    for _, run in text_runs(document):
        said[id(run.tag)] = said.get(id(run.tag), "") + run.text
    listed = [tag for tag in every_tag(document.root) if tag.kind == "L"]
    return [["".join(said.get(id(tag), "") for tag in every_tag(item)) for item in listing.kids] for listing in listed]


def told(document):
    """What the first sheet says under its title: after the lines for the name and the version."""
    title = next(tag for tag in every_tag(document.root) if tag.kind == "H2")
    _, _, task = (kid for kid in title.parent.kids[:4] if kid.kind == "P")
    return "".join(run.text for _, run in text_runs(document) if run.tag is task).strip()
