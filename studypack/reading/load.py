"""Load a pack from bytes, or report every problem at its line and column."""

import math
from dataclasses import field
from pathlib import Path

from studypack.base.errors import ContentError, ContentPath, Problem, Severity
from studypack.base.picture_folder import PictureFolder
from studypack.base.record import record
from studypack.model.content import Pack
from studypack.model.typography import find_in_source
from studypack.reading import repairs, source_map
from studypack.reading.decode import decode
from studypack.reading.doubt_comments import DoubtComment, doubt_comments
from studypack.reading.file_bytes import content_bytes
from studypack.reading.hints import find_glued_colon
from studypack.reading.house import HOUSE_FREE, House, house_for, housed
from studypack.reading.indent_repairs import Repair
from studypack.reading.joined_lines import split_joined_items
from studypack.reading.old_names import rename_old_keys
from studypack.reading.oversize import find_oversize
from studypack.reading.tree import MappingNode, ScalarNode, TreeReader
from studypack.reading.validated import validated

_NEAR = 25
"""The lines around a repair that must be free of other problems; else it is not the right repair."""


@record
class LoadedPack:
    """A pack and the file that it was read from."""

    pack: Pack
    warnings: tuple[Problem, ...]
    """Problems with text that was read, but probably not as the author meant it; in the order of the file."""
    source: str
    """The file's name as the user gave it."""
    _tree: TreeReader = field(repr=False)
    house: House = HOUSE_FREE
    """What the house says, which holds where the author says nothing."""

    def source_text(self, path: ContentPath) -> str:
        """Return the text at a path as its author typed it, with markup; empty if there is no text."""
        node = source_map.node_at(self._tree.root, source_map.existing_path(self._tree.root, path))
        return node.value if isinstance(node, ScalarNode) else ""

    @property
    def typed_keys(self) -> tuple[str, ...]:
        """Return the keys of the content that its author typed."""
        return tuple(self._tree.root.items) if isinstance(self._tree.root, MappingNode) else ()

    @property
    def doubts(self) -> list[DoubtComment]:
        """Return the comments that begin with # ?: what a draft of notes could not know."""
        return doubt_comments(self._tree)

    def problem_on_line(self, line: int, message: str, hint: str, severity: Severity) -> Problem:
        """Return a problem with all that stands on a line of the file, from 0."""
        typed = self._tree.lines[line]
        column = len(typed) - len(typed.lstrip())
        return self._tree.problem(line, column, message, hint, length=len(typed) - column, severity=severity)

    def folded_lines(self, path: ContentPath) -> list[str]:
        """Return the lines of a text as the file has them, if YAML joins them; empty if the text keeps its lines."""
        node = source_map.node_at(self._tree.root, source_map.existing_path(self._tree.root, path))
        if not isinstance(node, ScalarNode) or node.style == "|":
            return []
        lines = self._tree.text[node.begins : node.ends].split("\n")
        return lines if len(lines) > 1 else []

    def _says(self, path: ContentPath) -> bool:
        return source_map.node_at(self._tree.root, path) is not None

    def problem(
        self,
        path: ContentPath,
        message: str,
        hint: str = "",
        *,
        severity: Severity = Severity.ERROR,
        needle: str = "",
        offset: int | None = None,
        length: int = 1,
    ) -> Problem:
        """Return a problem with the value at a path, at its line and column.

        With `needle`, its place is the first occurrence of that printed text in the value, however its quotation marks
        were typed. With `offset`, it is that many characters into `source_text`. If the path has no value, its place is
        the nearest one around it.
        """
        own = path[:3] if path[:1] == ("style",) else path[:2]
        in_house = self.house.problem(path, message, hint, severity) if path and not self._says(own) else None
        if in_house:
            return in_house
        if needle and (found := next(find_in_source(needle, self.source_text(path)), None)):
            offset, length = found
        return source_map.problem_at(self._tree, path, message, hint, severity=severity, offset=offset, length=length)


def load(path: Path, pictures: PictureFolder | None = None) -> LoadedPack:
    """Return the pack in a file, with its `pictures` from the folder that the file is in, in the style of its house.

    Raises ContentError with every problem, also if the file cannot be read.
    """
    data = content_bytes(path)
    pictures = pictures or PictureFolder(path.parent)
    return read(data, str(path), pictures, house_for(path.parent, pictures))


def read(data: bytes, source: str, pictures: PictureFolder | None = None, house: House = HOUSE_FREE) -> LoadedPack:
    """Return the pack in some bytes; `source` names them in problems, and `pictures` has its pictures, if it has any.

    Raises ContentError with every problem and warning, in the order of the file.
    """
    tree = TreeReader(decode(data, source), source)
    tree.read()
    problems = list(tree.problems)
    pack = None
    if not tree.readable:
        problems = _repaired(tree, pictures)
    else:
        if not isinstance(tree.root, MappingNode):
            raise ContentError([*problems, _not_a_mapping(tree)])
        problems = source_map.add_paths(tree, problems)
        problems += rename_old_keys(tree)
        crowds = find_oversize(tree)
        problems += crowds
        pack = None if crowds else validated(tree, problems, pictures, house.usual)
    problems.sort(key=lambda problem: (problem.line or len(tree.lines) + 1, problem.column))
    if pack is None or any(problem.severity is Severity.ERROR for problem in problems):
        raise ContentError(problems)
    return LoadedPack(housed(pack, house), tuple(problems), source, tree, house)


def _repaired(tree: TreeReader, pictures: PictureFolder | None) -> list[Problem]:
    """The problems of an unreadable text. If a small repair makes it readable, the repair explains the last problem."""

    def cost(repair: Repair) -> float:
        mended = TreeReader(repair.applied(tree.lines), tree.source)
        mended.read()
        problems = mended.problems if mended.readable else mended.problems[:-1]
        is_further = mended.readable or mended.suspects[0] > tree.suspects[0] + _NEAR
        if not is_further or not isinstance(mended.root, MappingNode) or split_joined_items(mended):
            return math.inf
        if mended.readable:
            rename_old_keys(mended)
            validated(mended, problems, pictures)
        near = sum(abs(problem.line - 1 - repair.line) <= _NEAR for problem in problems)
        return math.inf if near > 1 else near if mended.readable else near + 2

    repair = repairs.find_repair(tree.lines, tree.suspects, cost)
    if repair is None:
        return tree.problems
    repaired = tree.problem(repair.line, repair.column, repair.message, repair.hint, length=repair.length)
    return [*(problem for problem in tree.problems[:-1] if problem.line != repaired.line), repaired]


def _not_a_mapping(tree: TreeReader) -> Problem:
    """The problem with a file that is no mapping."""
    hint = "start it with title: … and go on with points:"
    if tree.root is None or (isinstance(tree.root, ScalarNode) and tree.root.is_null):
        written = any(line.strip() for line in tree.lines)
        message = "the file has nothing but comments" if written else "the file is empty"
        return Problem(message, hint, source=tree.source)
    if isinstance(tree.root, ScalarNode):
        line = tree.lines[tree.root.line]
        if glued := find_glued_colon(line):
            return tree.problem(tree.root.line, *glued)
        message = "the file is one text, without any key"
    else:
        message, hint = "the file is a list, where a pack has keys", "give the list its key: points:"
    return tree.problem(tree.root.line, tree.root.column, message, hint)
