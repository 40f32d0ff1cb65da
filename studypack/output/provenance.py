"""Whose choice each choice is: the command line's, the content's, or the house's; those of nobody are not told."""

from collections.abc import Iterator

from studypack.base.errors import ContentPath, Severity
from studypack.model.fields import written
from studypack.model.options import Flags
from studypack.output.resolve import options_for
from studypack.reading.load import LoadedPack

_COMMAND_LINE = "the command line"


def provenance(loaded: LoadedPack, flags: Flags) -> Iterator[tuple[str, str, str]]:
    """Yield the key of each choice, its value and who made it: ("paper", "a5", "studypack.toml, line 3").

    Choices that follow from others, such as the paper of a booklet, are not told.
    """
    for key in loaded.house.usual:
        if key not in loaded.typed_keys:
            yield key, loaded.house.usual[key], _place(loaded, (key,))
    for key, said in loaded.pack.style.said():
        yield f"style.{key}", said, _place(loaded, ("style", *key.split(".")))
    typed, printed = dict(flags.said), dict(options_for(loaded.pack, flags).said)
    for key, value in printed.items():
        if value != (dict(loaded.pack.pack.said) | typed).get(key):
            continue  # it follows from another choice
        yield key, written(value), _COMMAND_LINE if key in typed else _place(loaded, ("pack", *key.split(".")))


def _place(loaded: LoadedPack, path: ContentPath) -> str:
    problem = loaded.problem(path, "", "", severity=Severity.ADVICE)
    return f"{problem.source}, line {problem.line}"
