"""Former names under `pack:` are read as those of today, and the author is told."""

from collections.abc import Iterator
from dataclasses import replace

from studypack.base.errors import Problem, Severity
from studypack.model import old_spellings
from studypack.model.options import LISTS
from studypack.reading.source_map import node_at
from studypack.reading.tree import MappingNode, ScalarNode, SequenceNode, TreeReader

_KEYS = old_spellings.SECTIONS | old_spellings.OPTIONS


def rename_old_keys(tree: TreeReader) -> list[Problem]:
    """Change the former names in a tree to those of today. Return a warning for each, at its place."""
    pack = node_at(tree.root, ("pack",))
    if not isinstance(pack, MappingNode):
        return []
    return [*_renamed_keys(tree, pack), *_renamed_modes(tree, pack), *_renamed_sections(tree, pack)]


def _renamed_keys(tree: TreeReader, pack: MappingNode) -> Iterator[Problem]:
    # `sides: {advantage: …}` is no option: the headings of the columns, which stand here by mistake.
    known = [key for key in pack.keys if key in old_spellings.SECTIONS or isinstance(pack.items[key], ScalarNode)]
    for old in [key for key in known if key in _KEYS]:
        new, value, said = _KEYS[old], pack.items[old], ""
        if isinstance(value, ScalarNode) and (now := old_spellings.choice(old, value.value))[0] == new:
            said = now[1]
            pack.items[old] = replace(value, value=said)
        yield _renamed(tree, pack, old, new, said)


def _renamed_modes(tree: TreeReader, pack: MappingNode) -> Iterator[Problem]:
    for (section, old), new in old_spellings.MODES.items():
        modes = pack.items.get(section)
        if isinstance(modes, MappingNode) and old in modes.keys:
            value = modes.items[old]
            yield _renamed(tree, modes, old, new, value.value if isinstance(value, ScalarNode) else "")


def _renamed(tree: TreeReader, parent: MappingNode, old: str, new: str, said: str) -> Problem:
    """Change a key; `said` is the value that goes with it, as it is told."""
    key = parent.keys[old]
    if new in parent.keys:
        del parent.keys[old], parent.items[old]
        message = f"'{old}' is the old name of '{new}', which stands here, too"
        return _problem_of(tree, key, message, "keep one of them")
    parent.keys = {new if each == old else each: at for each, at in parent.keys.items()}
    parent.items = {new if each == old else each: it for each, it in parent.items.items()}
    return _warning(tree, key, old, f"{new}: {said}".strip())


def _renamed_sections(tree: TreeReader, pack: MappingNode) -> Iterator[Problem]:
    for names in (pack.items.get(key) for key in LISTS):
        for name in names.items if isinstance(names, SequenceNode) else ():
            if isinstance(name, ScalarNode) and name.value in old_spellings.SECTIONS:
                old, name.value = name.value, old_spellings.section(name.value)
                yield _warning(tree, name, old, name.value)


def _warning(tree: TreeReader, at: ScalarNode, old: str, now: str) -> Problem:
    new = now.partition(":")[0]
    return _problem_of(tree, at, f"'{old}' is the old name of '{new}'", f"write {now}", Severity.WARNING)


def _problem_of(
    tree: TreeReader, at: ScalarNode, message: str, hint: str, severity: Severity = Severity.ERROR
) -> Problem:
    return tree.problem(at.line, at.column, message, hint, length=at.ends - at.begins, severity=severity)
