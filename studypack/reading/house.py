"""The house style: what `studypack.toml` says for all packs of a folder, and the user's own file for all packs.

What the command line says comes first, then the content, then the nearest `studypack.toml` in the content's folder or
above it, then the user's.
"""

import os
from collections.abc import Mapping
from dataclasses import field, replace
from pathlib import Path

from platformdirs import user_config_path

from studypack.base import limits
from studypack.base.errors import ContentError, ContentPath, Problem, Severity
from studypack.base.picture_folder import PictureFolder
from studypack.base.record import record
from studypack.base.wording import quoted, suggest_closest
from studypack.model.content import Pack
from studypack.model.fields import overlaid
from studypack.model.house_style import OUR_STYLE, HouseStyle
from studypack.model.options import AT_ODDS, Flags, Options
from studypack.reading import source_map
from studypack.reading.decode import decode
from studypack.reading.file_bytes import file_bytes
from studypack.reading.tree import MappingNode, Node, ScalarNode
from studypack.reading.validated import validated

HOUSE_FILE = "studypack.toml"
_OF_PACK = ("language", "author", "rights", "school", "foot")
"""The keys of a content that a house may set for all of its packs."""
_PRINTER = "printer"
_LOGO = ("style", "logo")
_WRITE_LOGO = 'write logo = { file = "logo.png", alt = "what it shows" }'
_WRITE_PRINTER = 'write its name in quotes: printer = "Office"'
_KEYS = (*_OF_PACK, _PRINTER, "style", "pack")


@record
class House:
    """What the house says."""

    usual: Mapping[str, str] = field(default_factory=dict)
    """The keys of a content that it sets, as they were typed."""
    options: Flags = field(default_factory=Flags)
    style: HouseStyle = OUR_STYLE
    printer: str = ""
    """Where `studypack print` sends a pack; empty for the default printer."""
    places: Mapping[ContentPath, Problem] = field(default_factory=dict)
    """Where each key was said, as problems without a message: by the path that it would have in a content."""

    def problem(self, path: ContentPath, message: str, hint: str, severity: Severity) -> Problem | None:
        """Return a problem with what the house says at a path of the content; None if it says nothing there."""
        place = next((self.places[path[:end]] for end in range(len(path), 0, -1) if path[:end] in self.places), None)
        return place and replace(place, message=message, hint=hint, severity=severity, path=path)


HOUSE_FREE = House()
"""The house that says nothing."""


def house_for(folder: Path, pictures: PictureFolder | None = None) -> House:
    """Return what the house says for the contents of a folder, whose `pictures` count the files that it names.

    Raises ContentError with every problem of its files.
    """
    pictures = pictures or PictureFolder(folder)
    houses = [_read(path, pictures.beside(path.parent, HOUSE_FILE)) for path in house_files(folder)]
    made = HOUSE_FREE
    for house in reversed(houses):  # the user's first: the other overrules it
        options = Flags.saying((*_unopposed(made.options, house.options).said, *house.options.said))
        made = House(
            {**made.usual, **house.usual},
            options,
            house.style.over(made.style),
            house.printer or made.printer,
            {**made.places, **house.places},
        )
    return made


def house_files(folder: Path) -> tuple[Path, ...]:
    """Return the files of the house that there are for the contents of a folder, the stronger one first."""
    user = user_config_path("studypack", appauthor=False) / HOUSE_FILE
    return tuple(path for path in (_nearest(folder), user) if path and _is_file(path))


def _nearest(folder: Path) -> Path | None:
    """The file in a folder, or in the first above it that has one; not above a folder of Git's."""
    here = folder.resolve()
    for each in (here, *here.parents):
        if _is_file(each / HOUSE_FILE):
            return each / HOUSE_FILE
        if os.path.lexists(each / ".git"):
            return None
    return None


def _is_file(path: Path) -> bool:
    """Whether a file is there; one in a folder that may not be searched is not."""
    try:
        return path.is_file()
    except OSError:
        return False


def housed(pack: Pack, house: House) -> Pack:
    """Return the pack with the choices and the style of its house, where its author has made none."""
    if not house.options.said and house.style == OUR_STYLE:
        return pack
    options = overlaid(overlaid(Options(), _unopposed(house.options, pack.pack)), pack.pack)
    return pack.model_copy(update={"pack": options, "style": pack.style.over(house.style)})


def _unopposed(options: Flags, stronger: Options) -> Flags:
    """The options without those that contradict stronger ones."""
    strong = dict(stronger.said)
    weak = {
        name
        for *pair, _ in AT_ODDS
        for (name, value), (other, against) in (pair, pair[::-1])
        if strong.get(other) is against and other in strong and getattr(options, name) is value
    }
    return options.without(*weak, *(name for name, _ in options.said if name in strong))


def _read(path: Path, pictures: PictureFolder) -> House:
    from studypack.reading.toml_tree import TomlReader  # noqa: PLC0415  (tomllib, for those who have a house style)

    source = _shown(path)
    text = decode(file_bytes(path, limits.BYTES, (".toml",)), source, may_be_prose=True)
    tree = TomlReader(text, source)
    tree.read()
    root, problems = tree.root, list(tree.problems)
    if not isinstance(root, MappingNode):
        raise ContentError(problems)
    for key in [key for key in root.items if key not in _KEYS]:
        node = root.keys[key]
        hint = suggest_closest(key, _KEYS, f"it has the keys {', '.join(_KEYS)}, and those of a pack under [pack]")
        problems.append(tree.problem(node.line, node.column, f"unknown key {quoted(key)}", hint, length=len(key)))
        del root.items[key], root.keys[key]
    printer = root.items.pop(_PRINTER, None)
    if not isinstance(printer, ScalarNode | None):
        problems.append(tree.problem(printer.line, printer.column, f"'{_PRINTER}' should be text", _WRITE_PRINTER))
    places = {path: source_map.problem_at(tree, path, "", "") for path, _ in source_map.walk(root) if path != ("pack",)}
    title: Node = ScalarNode("House", 0, 0, 0, 0, "")  # which every pack has
    root.items["title"] = title
    pack = validated(tree, problems, pictures)
    if isinstance(source_map.node_at(root, _LOGO), ScalarNode):
        problems = [replace(each, hint=_WRITE_LOGO) if each.path == _LOGO else each for each in problems]
    if pack is None or problems:
        raise ContentError(sorted(problems, key=lambda problem: (problem.line, problem.column)))
    usual = {key: value.value for key in _OF_PACK if isinstance(value := root.items.get(key), ScalarNode)}
    name = printer.value if isinstance(printer, ScalarNode) else ""
    return House(usual, Flags.saying(pack.pack.said), pack.style, name, places)


def _shown(path: Path) -> str:
    """The path as the user would name it from here."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
