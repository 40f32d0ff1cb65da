"""Advice where a text asks for a picture, as web pages and other programs write one: a pack holds none."""

import re
from collections.abc import Iterator

from studypack.errors import Problem
from studypack.load import Loaded
from studypack.markup import plain
from studypack.mistakes import NO_PICTURES
from studypack.texts import say, values

_PICTURE = re.compile(r"!\[[^\]]{0,200}\]\([^)]{0,200}\)|<img\b[^>]{0,200}>?", re.IGNORECASE)


def pictures(loaded: Loaded) -> Iterator[Problem]:
    """The first of each text."""
    for path, value in values(loaded.pack):
        if found := _PICTURE.search(value if isinstance(value, str) else plain(value)):
            message = "this is printed as it stands: a pack holds no pictures"
            yield say(loaded, path, message, NO_PICTURES, found.group())
