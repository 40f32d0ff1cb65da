"""Imports go down the floors of the house, never up."""

import ast
from pathlib import Path

import pytest

import studypack

PACKAGE = Path(studypack.__file__).parent

FLOORS = [
    {
        "__init__",
        "characters",
        "errors",
        "limits",
        "allowance",
        "when",
        "datewords",
        "almanac",
        "datehints",
        "dates",
        "markup",
        "slug",
        "sentences",
        "spelling",
        "letters",
        "keyboard",
        "quotes",
        "resources",
        "drafts",
        "interrupts",
        "files",
        "engine",
    },
    {"part", "kinds", "modes", "settings", "options", "content", "references", "schema"},
    {
        "filetype",
        "decode",
        "yamlslip",
        "repairs",
        "joined",
        "unknown_keys",
        "yamlwords",
        "yamltree",
        "places",
        "mistakes",
        "amounts",
        "load",
        "check",
        "check_gaps",
        "check_markup",
        "texts",
        "starter",
    },
    {"typeset"},
    {"sections"},
    {"pdf"},
    {
        "compose",
        "own_words",
        "choose",
        "coverage",
        "check_layout",
        "settle",
        "handling",
        "filenames",
        "build",
        "verify",
    },
    {"preview", "printing"},
    {"cli", "__main__"},
]
# Typesetting knows no content, and the PDF writer neither content nor sections.
BLIND = {
    "typeset": {
        "content",
        "references",
        "load",
        "check",
        "markup",
        "datehints",
        "dates",
        "when",
        "almanac",
        "datewords",
        "yamltree",
    },
    "pdf": {"content", "references", "load", "check", "markup", "dates", "when", "almanac", "datewords", "sections"},
}


def room_of(module: str) -> str:
    """The part of the house that a dotted module name lies in: `typeset`, `content`."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def floor_of(room: str) -> int:
    found = [number for number, rooms in enumerate(FLOORS) if room in rooms]
    assert found, f"{room} stands on no floor: give it one in FLOORS and in CONTRIBUTING.md"
    return found[0]


def imports_of(source: str) -> list[str]:
    names = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level:
            names.append(f"studypack.relative imports hide where they lead: {node.module}")
        elif isinstance(node, ast.ImportFrom) and node.module:
            names += [f"{node.module}.{a.name}" if node.module == "studypack" else node.module for a in node.names]
    return [name for name in names if name.split(".")[0] == "studypack"]


def breaches(room: str, source: str) -> list[str]:
    found = []
    for name in imports_of(source):
        target = room_of(name)
        if not (PACKAGE / f"{target}.py").exists() and not (PACKAGE / target).is_dir():
            continue  # a name of the package itself, such as __version__
        if floor_of(target) > floor_of(room) or target in BLIND.get(room, ()):
            found.append(f"{room} imports {name}")
    return found


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
        ("errors", "from studypack.content import Pack"),
        ("typeset", "from studypack.content import Pack"),
        ("typeset", "from studypack import markup"),
        ("pdf", "import studypack.sections.table"),
        ("sections", "from studypack.build import build"),
    ],
)
def test_a_planted_breach_is_seen(room, line):
    assert breaches(room, f"def later():\n    {line}\n")


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
    for room, path in modules():
        if room != "engine":
            names = [
                name
                for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                if isinstance(node, ast.Import | ast.ImportFrom)
                for name in [getattr(node, "module", None) or "", *(alias.name for alias in node.names)]
            ]
            assert not any(name.split(".")[0] == "reportlab" for name in names), path
