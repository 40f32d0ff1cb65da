"""The starter: the commented content file that `studypack new` writes."""

import re
from pathlib import Path

from studypack.base.errors import OutputError, UsageError
from studypack.base.files import make_folder, write_file
from studypack.base.resources import starter_template
from studypack.model.letters import slug
from studypack.reading.decode import hidden_characters
from studypack.reading.filetype import describe_file_name, hint_for

_MAX_TOPIC = 60
"""Characters of a title that is repeated in the placeholders. A longer one is "this topic" there."""


def write_starter(name: str) -> Path:
    """Write a starter and return its path.

    `name` is a title, whose file is put into ./content, where `studypack build` finds it; or a path that ends in .yaml.
    Raises UsageError if it is neither, and OutputError if the file exists already.
    """
    if name.lower().endswith((".yaml", ".yml")):
        path, title = Path(name), Path(name).stem.replace("-", " ").replace("_", " ").strip().capitalize()
    elif what := describe_file_name(name):
        raise UsageError(f"{name} is {what}, not a title", hint_for(what))
    else:
        path, title = Path("content") / f"{slug(name)}.yaml", " ".join(name.split())
    if hidden_characters(title)[0]:
        raise UsageError("a character of the title cannot be seen", "type the title again, in plain letters")
    if not title or not path.stem:
        raise UsageError("a pack needs a title", 'for example: studypack new "The Weimar Republic"')
    if path.exists() or path.is_symlink():
        raise OutputError(f"{path} is there already", "choose another name; nothing was changed")
    make_folder(path.parent, "choose another place for it")
    write_file(path, _starter(title).encode("utf-8"), "choose another place for it")
    return path


def _starter(title: str) -> str:
    """Return the template with the title in it and in every placeholder."""
    fits = len(title) <= _MAX_TOPIC and not re.search(r"[\\*{}\[\]]", title)  # no markup
    topic = title if fits else "this topic"
    text = starter_template().replace("TITLE", f'"{_escaped(title)}"', 1)
    return text.replace('"TOPIC', f'"{_escaped(topic)}').replace("TOPIC", topic)


def _escaped(text: str) -> str:
    """Return the text escaped for double quotes in YAML."""
    return text.replace("\\", "\\\\").replace('"', '\\"')
