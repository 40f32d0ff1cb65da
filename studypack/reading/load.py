"""Load a pack from bytes, or report every problem at its line and column."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from studypack.base import limits
from studypack.base.errors import ContentError, ContentPath, Problem, Severity
from studypack.base.picture_folder import PictureFolder
from studypack.base.wording import pluralise
from studypack.model.content import Pack, language_of
from studypack.model.typography import find_in_source
from studypack.model.words import Words
from studypack.reading import repairs, source_map
from studypack.reading.decode import decode
from studypack.reading.doubt_comments import DoubtComment, doubt_comments
from studypack.reading.file_bytes import content_bytes
from studypack.reading.hints import find_glued_colon
from studypack.reading.indent_repairs import Repair
from studypack.reading.joined_lines import split_joined_items
from studypack.reading.mistakes import Mistake, explain_mistake, knows_key, null_word
from studypack.reading.old_names import rename_old_keys
from studypack.reading.oversize import find_oversize
from studypack.reading.tree import MappingNode, Node, ScalarNode, TreeReader
from studypack.reading.unknown_keys import explain_unknown_keys

MOST_PROBLEMS = 1_000
"""The problems that are explained one by one; the rest is counted."""
_NEAR = 25
"""The lines around a repair that must be free of other problems; else it is not the right repair."""


@dataclass(frozen=True, slots=True)
class LoadedPack:
    """A pack and the file that it was read from."""

    pack: Pack
    warnings: tuple[Problem, ...]
    """Problems with text that was read, but probably not as the author meant it; in the order of the file."""
    source: str
    """The file's name as the user gave it."""
    _tree: TreeReader = field(repr=False)

    def source_text(self, path: ContentPath) -> str:
        """Return the text at a path as its author typed it, with markup; empty if there is no text."""
        node = source_map.node_at(self._tree.root, source_map.existing_path(self._tree.root, path))
        return node.value if isinstance(node, ScalarNode) else ""

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
        if needle and (found := next(find_in_source(needle, self.source_text(path)), None)):
            offset, length = found
        return source_map.problem_at(self._tree, path, message, hint, severity=severity, offset=offset, length=length)


def load(path: Path, pictures: PictureFolder | None = None) -> LoadedPack:
    """Return the pack in a file, with its `pictures` from the folder that the file is in.

    Raises ContentError with every problem, also if the file cannot be read.
    """
    return read(content_bytes(path), str(path), pictures or PictureFolder(path.parent))


def read(data: bytes, source: str, pictures: PictureFolder | None = None) -> LoadedPack:
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
        pack = None if crowds else _validated(tree, problems, pictures)
    problems.sort(key=lambda problem: (problem.line or len(tree.lines) + 1, problem.column))
    if pack is None or any(problem.severity is Severity.ERROR for problem in problems):
        raise ContentError(problems)
    return LoadedPack(pack, tuple(problems), source, tree)


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
            _validated(mended, problems, pictures)
        near = sum(abs(problem.line - 1 - repair.line) <= _NEAR for problem in problems)
        return math.inf if near > 1 else near if mended.readable else near + 2

    repair = repairs.find_repair(tree.lines, tree.suspects, cost)
    if repair is None:
        return tree.problems
    repaired = tree.problem(repair.line, repair.column, repair.message, repair.hint, length=repair.length)
    return [*(problem for problem in tree.problems[:-1] if problem.line != repaired.line), repaired]


def _validated(tree: TreeReader, problems: list[Problem], pictures: PictureFolder | None) -> Pack | None:
    """The pack of a tree; or None, with its problems appended to the others."""
    lost = split_joined_items(tree)
    problems += lost
    if any(problem.path and problem.severity is Severity.ERROR for problem in lost):
        return None  # The lines that a text swallowed are missing elsewhere.
    without_value: set[ContentPath] = set()
    data = _data(tree.root, (), without_value)
    pack = None
    try:
        context = {"say": _say(data), "pictures": pictures}
        with limits.time_budget():  # formulas are drawn, to see whether they can be
            pack = Pack.model_validate(data, by_alias=True, by_name=False, context=context)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)
        _explain_errors(tree, found, problems, without_value)
    problems += _open_sides(tree, without_value)
    problems += _null_warnings(
        tree, without_value - {problem.path for problem in problems} if pack is None else without_value
    )
    return pack


def _explain_errors(
    tree: TreeReader,
    found: list[ErrorDetails],
    problems: list[Problem],
    without_value: set[ContentPath],
) -> None:
    """Append the problems that validation errors stand for."""
    cut = [n for n, problem in enumerate(problems) if _names_a_point(problem.path)]
    for number in cut:  # A comment cut off the name of a point: references to it would fail.
        problems[number] = replace(problems[number], severity=Severity.ERROR)
    unknown, meant = explain_unknown_keys(found[:MOST_PROBLEMS], tree.root)
    for details in found[:MOST_PROBLEMS]:
        path = details["loc"] = source_map.existing_path(tree.root, details["loc"])
        if path in meant or (details["type"] == "reference" and (cut or tree.lost_item)):
            continue  # It follows from another problem.
        node = source_map.node_at(tree.root, path)
        if known := unknown.get(path) or explain_mistake(details, node, without_value=path in without_value):
            problems.append(_problem_of(tree, known))
    more = len(found) - MOST_PROBLEMS
    if more > 0:
        problems.append(Problem(f"and {more:,} more {pluralise(more, 'problem')}", source=tree.source))


def _open_sides(tree: TreeReader, without_value: set[ContentPath]) -> Iterator[Problem]:
    """An error for each `side:` with nothing after it: a point on no side has no such line."""
    for path in sorted((path for path in without_value if path[:1] == ("points",) and path[2:] == ("side",)), key=str):
        told = null_word(path, source_map.node_at(tree.root, path))
        hint = "write it after side:, or take the line out for a point on no side"
        yield _problem_of(tree, told or Mistake(path, "'side' has no value", hint, at_key=True))


def _null_warnings(tree: TreeReader, without_value: set[ContentPath]) -> list[Problem]:
    """A warning for each word null that YAML reads as no value; an author who writes ~ knows its meaning."""
    nulls = [null_word(place, source_map.node_at(tree.root, place)) for place in without_value]
    words = [each for each in nulls if each and each.length > 1]
    return [replace(_problem_of(tree, each), severity=Severity.WARNING) for each in words]


def _names_a_point(path: ContentPath) -> bool:
    return path[:1] == ("points",) and path[2:] in (("id",), ("title",))


def _say(data: object) -> Words:
    """The words of the pack in the language of its texts, as far as they are known before validation."""
    own = data.get("words") if isinstance(data, dict) else None
    given = own if isinstance(own, dict) else {}
    return Words(language_of(data), {key: said for key, said in given.items() if isinstance(said, str)})


def _problem_of(tree: TreeReader, known: Mistake) -> Problem:
    return source_map.problem_at(tree, **known._asdict())


def _data(node: Node | None, path: ContentPath, without_value: set[ContentPath]) -> object:
    """The data for the models: texts, lists and dictionaries. Keys without a value are left out and noted."""
    if isinstance(node, ScalarNode):
        return None if node.is_null else node.value
    if isinstance(node, MappingNode):
        done = {}
        for key, value in node.items.items():
            place = (*path, key)
            if isinstance(value, ScalarNode) and value.is_null and knows_key(place):
                without_value.add(place)
            else:
                done[key] = _data(value, place, without_value)
        return done
    return [_data(each, (*path, number), without_value) for number, each in enumerate(node.items)] if node else None


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
