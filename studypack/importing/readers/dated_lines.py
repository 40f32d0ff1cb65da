"""Lines that begin with their dates, one after the other: a list that its writer gave no bullets."""

from collections.abc import Sequence

from studypack.importing.dates_found import find_dates
from studypack.importing.readers.labels import Label

_FEWEST = 4
"""Lines that make a list."""
_FULL = 60
"""Characters of a line that may go on in the next."""


def label_dated(bodies: Sequence[str], indents: Sequence[int], labels: Sequence[Label | None]) -> list[Label | None]:
    """Return the labels of lines, with an empty one for each line that begins with its date, where most do.

    Lines that are indented under these get one too: they say more of them. All three arguments have one for each line.
    """
    outer = [at for at, body in enumerate(bodies) if body and not labels[at] and indents[at] <= 1]
    dated = {at for at in outer if _opens_with_date(bodies[at])}
    made = list(labels)
    if len(dated) < max(_FEWEST, len(outer) / 2):
        return made
    for at, body in enumerate(bodies):
        is_within = body and at and indents[at] > 1 and len(bodies[at - 1]) < _FULL
        if at in dated or (is_within and not labels[at] and made[at - 1] and not labels[at - 1]):
            made[at] = Label("", "", body)
    return made


def _opens_with_date(body: str) -> bool:
    found = find_dates(body.replace("**", ""))
    return bool(found) and found[0].start == 0
