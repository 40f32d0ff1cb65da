"""The starter: the commented content file that `studypack new` writes, from a template, and the schema beside it."""

import re
from collections.abc import Iterator
from pathlib import Path

from studypack.base.characters import normalise_word
from studypack.base.errors import OutputError, UsageError
from studypack.base.files import make_folder, write_files
from studypack.base.resources import starter_text
from studypack.base.wording import quoted, suggest_closest
from studypack.model.letters import slug
from studypack.output.editor_schema import SCHEMA_NAME, schema_bytes
from studypack.reading.decode import hidden_characters
from studypack.reading.filetype import describe_file_name, hint_for

USUAL = "any"
"""The template that is taken where none is named."""
TEMPLATES = (
    USUAL,
    "history",
    "science",
    "geography",
    "english",
    "languages",
    "law",
    "computing",
    "primary",
    "blank",
)
"""The templates, in the order of `--list`. A new one is a file of that name in `starters/` and a line here."""

_HEAD = "head"
"""The comments that stand at the head of every starter."""
MODELINE = f"# yaml-language-server: $schema={SCHEMA_NAME}"
"""Tells an editor which schema the file follows: one in the same folder, so that both can be moved together."""
_MAX_TOPIC = 60
"""Characters of a title that is repeated in the placeholders. A longer one is "this topic" there."""


def templates_listed() -> Iterator[tuple[str, str]]:
    """Yield the name of each template, and what it is for: the first line of its file."""
    for name in TEMPLATES:
        says, _ = _parted(name)
        yield name, says


def write_starter(name: str, template: str = USUAL) -> list[Path]:
    """Write a starter and the schema for editors, and return the paths of the files that are new or have changed.

    `name` is a title, whose file is put into ./content, where `studypack build` finds it; or a path that ends in .yaml.
    Raises UsageError if it is neither, or there is no such template, and OutputError if the file exists already.
    """
    template = normalise_word(template).lower()
    if template not in TEMPLATES:
        hint = suggest_closest(template, TEMPLATES, f"there are: {', '.join(TEMPLATES)}")
        raise UsageError(f"there is no template {quoted(template)}", hint)
    path, title = _path_and_title(name)
    if path.exists() or path.is_symlink():
        raise OutputError(f"{path} is there already", "choose another name; nothing was changed")
    files = [(path, _starter(title, template).encode("utf-8"))]
    files += schema_for(path)
    make_folder(path.parent, "choose another place for it")
    write_files(files, "choose another place for it")
    return [each for each, _ in files]


def schema_for(content: Path) -> list[tuple[Path, bytes]]:
    """Return the schema for editors beside a content file, and its bytes; nothing if it is there already."""
    schema = content.parent / SCHEMA_NAME
    is_there = schema.is_file() and schema.read_bytes() == schema_bytes()
    return [] if is_there else [(schema, schema_bytes())]


def _path_and_title(name: str) -> tuple[Path, str]:
    if name.lower().endswith((".yaml", ".yml")):
        path, title = Path(name), Path(name).stem.replace("-", " ").replace("_", " ").strip().capitalize()
    elif what := describe_file_name(name):
        raise UsageError(f"{name} is {what}, not a title", hint_for(what, name))
    else:
        path, title = Path("content") / f"{slug(name)}.yaml", " ".join(name.split())
    if hidden_characters(title)[0]:
        raise UsageError("a character of the title cannot be seen", "type the title again, in plain letters")
    if not title or not path.stem:
        raise UsageError("a pack needs a title", 'for example: studypack new "The Weimar Republic"')
    return path, title


def _parted(template: str) -> tuple[str, str]:
    """What a template is for, and its text without the line that says so."""
    first, _, text = starter_text(template).partition("\n")
    return first.removeprefix("# "), text


def _starter(title: str, template: str) -> str:
    """Return a template under the common head, with the title in it and in every placeholder."""
    fits = len(title) <= _MAX_TOPIC and not re.search(r"[\\*{}\[\]]", title)  # no markup
    topic = title if fits else "this topic"
    fills = {"TITLE": f'"{_escaped(title)}"', '"TOPIC': f'"{_escaped(topic)}', "TOPIC": topic}
    _, body = _parted(template)
    text = re.sub('TITLE|"?TOPIC', lambda found: fills[found[0]], body)
    return f"{MODELINE}\n{starter_text(_HEAD)}\n{text}"


def _escaped(text: str) -> str:
    """Return the text escaped for double quotes in YAML."""
    return text.replace("\\", "\\\\").replace('"', '\\"')
