"""Imports go down the floors of the house, never up."""

import ast
from collections.abc import Collection
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import studypack

PACKAGE = Path(studypack.__file__).parent

FLOORS = [
    {"__init__", "base"},
    {"model"},
    {"reading", "layout"},
    {"advice", "sections", "pdf", "importing"},
    {"output"},
    {"printing", "preview"},
    {"cli"},
    {"__main__"},
]
"""The rooms, from the ground up; a room imports those below it, and none beside it."""
LANDING = {"__init__.py", "__main__.py", "py.typed"}
"""All that lies in no room."""
BLIND = {
    "layout": ("model.content", "model.parts", "model.markup", "model.dates.parser", "model.texts", "model.references"),
    "pdf": ("model.content", "model.parts", "model.markup", "model.dates.parser", "model.texts", "model.references"),
}
"""What a room does not know, though it lies below: layout and the PDF writer see placed items, never content."""


def room_of(module: str) -> str:
    """The room that a dotted module name lies in: `layout` for studypack.layout.page."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def floor_of(room: str) -> int:
    found = [number for number, rooms in enumerate(FLOORS) if room in rooms]
    assert found, f"{room} stands on no floor: give it one in FLOORS and in CONTRIBUTING.md"
    return found[0]


@cache
def imports_of(source: str, *, names: bool = False) -> list[str]:
    """The modules that a source imports; with `names` also what it takes from them: studypack.layout.page.Page."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level:
            found.append(f"studypack.relative imports hide where they lead: {node.module}")
        elif isinstance(node, ast.ImportFrom) and node.module:
            every = names or node.module == "studypack"
            found += [f"{node.module}.{a.name}" for a in node.names] if every else [node.module]
    return [name for name in found if name.split(".")[0] == "studypack"]


def breaches(room: str, source: str) -> list[str]:
    """What a file of a room imports and may not."""
    found = []
    for name in imports_of(source):
        target = room_of(name)
        if not (PACKAGE / f"{target}.py").exists() and not (PACKAGE / target).is_dir():
            continue  # a name of the package itself, such as __version__
        up = target != room and floor_of(target) >= floor_of(room)
        if up or name.startswith(tuple(f"studypack.{each}" for each in BLIND.get(room, ()))):
            found.append(f"{room} imports {name}")
    return found


def dotted(path: Path) -> str:
    return ".".join(("studypack", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")


def graph(sources: dict[str, str]) -> dict[str, set[str]]:
    """What each module imports, in whatever block: at run time, within a function, or for types alone."""
    return {
        name: {
            known for each in imports_of(source, names=True) if (known := _module(each, sources)) not in (None, name)
        }
        for name, source in sources.items()
    }


def _module(name: str, known: Collection[str]) -> str | None:
    """The module that a name imported from the package is, or lies in."""
    return name if name in known else _module(name.rpartition(".")[0], known) if "." in name else None


def modules() -> list[tuple[str, Path]]:
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        relative = path.relative_to(PACKAGE)
        found.append((relative.parts[0].removesuffix(".py"), path))
    return found


def test_every_import_goes_down():
    looked_at = 0
    found = []
    for room, path in modules():
        source = path.read_text(encoding="utf-8")
        looked_at += len(imports_of(source))
        found += breaches(room, source)
    assert found == []
    assert looked_at > 100


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("base", "from studypack.model.content import Pack"),
        ("reading", "from studypack.layout.page import Page"),
        ("layout", "from studypack.model.content import Pack"),
        ("pdf", "import studypack.sections.table"),
        ("sections", "from studypack.output.build import build"),
        ("preview", "from studypack import cli"),
    ],
)
def test_a_planted_breach_is_seen(room, line):
    assert breaches(room, f"def later():\n    {line}\n")


def test_no_two_modules_import_each_other():
    imports = graph({dotted(path): path.read_text(encoding="utf-8") for _, path in modules()})
    assert sum(len(wanted) for wanted in imports.values()) > 100
    TopologicalSorter(imports).prepare()  # raises CycleError with the names


def test_a_planted_circle_is_seen():
    by_way = {
        "studypack.a": "from studypack import b",
        "studypack.b": "if TYPE_CHECKING:\n    from studypack.c import C",
        "studypack.c": "def later():\n    import studypack.a",
    }
    with pytest.raises(CycleError):
        TopologicalSorter(graph(by_way)).prepare()


def test_nothing_lies_outside_the_rooms():
    assert {path.name for path in PACKAGE.iterdir() if path.is_file()} <= LANDING


def test_the_guide_for_contributors_names_every_room():
    guide = (PACKAGE.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
    missing = [room for room, _ in modules() if room != "__init__" and f"`{room}" not in guide]
    assert missing == []


def test_platypus_is_not_used():
    for _, path in modules():
        source = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = [alias.name for alias in node.names] + [getattr(node, "module", None) or ""]
                assert not any("platypus" in name for name in names), path


def test_reportlab_is_imported_in_one_place():
    for _, path in modules():
        if "engine" not in path.parts:
            names = [
                name
                for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                if isinstance(node, ast.Import | ast.ImportFrom)
                for name in [getattr(node, "module", None) or "", *(alias.name for alias in node.names)]
            ]
            assert not any(name.split(".")[0] == "reportlab" for name in names), path
