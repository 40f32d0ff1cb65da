"""Advice on lists, tables, code and quotations whose lines YAML joins: they need a | over them."""

import re
from collections.abc import Iterator

from studypack.base.errors import Problem, Severity
from studypack.model.source_lines import FENCE, MARKER
from studypack.model.texts import printed_values
from studypack.reading.load import LoadedPack

_ROW = re.compile(r"[ \t]*\|.*\|[ \t]*$")
_QUOTED = re.compile(r"[ \t]*>[ \t]+\S")
_FEWEST = 2
"""Lines of a kind, of which one alone may be words."""


def folded_blocks(loaded: LoadedPack) -> Iterator[Problem]:
    """Advise once for each text that has the lines of a list, a table, code or a quotation, and is not under a |."""
    for path, value in printed_values(loaded.pack):
        lines = [] if isinstance(value, str) else loaded.folded_lines(path)
        kinds = (MARKER, _ROW, FENCE, _QUOTED)
        if any(sum(bool(kind.match(line)) for line in lines[1:]) >= _FEWEST for kind in kinds):
            message = "its lines are joined: YAML keeps the lines of a text only under a |"
            key = next((str(step) for step in reversed(path) if isinstance(step, str)), "text")
            yield loaded.problem(
                path, message, f"write {key}: | and put the text on the lines under it", severity=Severity.ADVICE
            )
