"""The commented file that `studypack new` writes."""

from pathlib import Path

from studypack.decode import hidden_characters
from studypack.errors import OutputError, UsageError
from studypack.files import make_folder, write_whole
from studypack.filetype import named_like, way_out
from studypack.resources import starter_template
from studypack.slug import slug

_TITLE = "Title of your topic"
"""Stands in the template where the topic's own title goes."""


def write_starter(name: str) -> Path:
    """Write the starter for a topic and return its path.

    Raises UsageError for what is no title, and OutputError where there is such a file already.

    A title goes into ./content, where `studypack build` finds it; a path that ends in .yaml is taken as it is.
    """
    if name.lower().endswith((".yaml", ".yml")):
        path, title = Path(name), Path(name).stem.replace("-", " ").replace("_", " ").strip().capitalize()
    elif what := named_like(name):
        raise UsageError(f"{name} is {what}, not a title", way_out(what))
    else:
        path, title = Path("content") / f"{slug(name)}.yaml", " ".join(name.split())
    if hidden_characters(title)[0]:
        raise UsageError("a character of the title cannot be seen", "type the title again, in plain letters")
    if not title or not path.stem:
        raise UsageError("a pack needs a title", 'for example: studypack new "The Weimar Republic"')
    if path.exists() or path.is_symlink():
        raise OutputError(f"{path} is there already", "choose another name; nothing was changed")
    make_folder(path.parent, "choose another place for it")
    text = starter_template().replace(_TITLE, _quoted(title), 1)
    write_whole(path, text.encode("utf-8"), "choose another place for it")
    return path


def _quoted(title: str) -> str:
    """The title in double quotes, as YAML reads them, so that any title will do."""
    masked = title.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{masked}"'
