"""Validate a tree: the pack that it holds, or its mistakes, each explained at its place."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from studypack.base import limits
from studypack.base.errors import ContentPath, Problem, Severity
from studypack.base.picture_folder import PictureFolder
from studypack.base.wording import pluralise
from studypack.model.content import Pack, language_of
from studypack.model.words import Words
from studypack.reading import source_map
from studypack.reading.content_paths import knows_key
from studypack.reading.joined_lines import split_joined_items
from studypack.reading.mistakes import Mistake, explain_mistake, null_word
from studypack.reading.tree import MappingNode, Node, ScalarNode, SequenceNode, TreeReader
from studypack.reading.unknown_keys import explain_unknown_keys

MOST_PROBLEMS = 1_000
"""The problems that are explained one by one; the rest is counted."""
NO_USUAL: Mapping[str, str] = MappingProxyType({})


def validated(
    tree: TreeReader, problems: list[Problem], pictures: PictureFolder | None, usual: Mapping[str, str] = NO_USUAL
) -> Pack | None:
    """Return the pack of a tree; or None, with its problems appended to the others.

    `usual` has what the pack says of itself where its author does not, such as its language.
    """
    lost = split_joined_items(tree)
    problems += lost
    if any(problem.path and problem.severity is Severity.ERROR for problem in lost):
        return None  # The lines that a text swallowed are missing elsewhere.
    without_value: set[ContentPath] = set()
    typed = _data(tree.root, (), without_value)
    data = {**usual, **typed} if isinstance(typed, dict) else typed
    pack = None
    try:
        context = {"say": _say(data), "pictures": pictures, "typed": typed}
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
        around = source_map.node_at(tree.root, path[:-1])
        in_brackets = isinstance(around, SequenceNode) and around.in_brackets
        if known := unknown.get(path) or explain_mistake(
            details, node, without_value=path in without_value, in_brackets=in_brackets
        ):
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
