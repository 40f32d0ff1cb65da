"""The program's own words are English: in a pack of another language they say so, for whoever hears it read."""

import re
from collections.abc import Iterator, Sequence

from studypack.layout.field import Field
from studypack.layout.page import Page, TextRun
from studypack.layout.tag import Tag
from studypack.model.content import Pack
from studypack.model.letters import primary_language
from studypack.model.markup import gaps, plain
from studypack.model.texts import letters_only, printed_values

_OWN = "en"
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def mark_own_words(pack: Pack, root: Tag, pages: Sequence[Page]) -> None:
    """Give English as the language of every element whose words the pack does not say.

    An element that holds words of both, such as a task that quotes the question, is mostly ours, and is called so.
    """
    if primary_language(pack.language) == _OWN:
        return
    said: dict[Tag, list[str]] = {}
    for page in pages:
        for item in page.items:
            if isinstance(item, TextRun) and isinstance(item.tag, Tag):
                said.setdefault(item.tag, []).append(item.text)
            elif isinstance(item, Field):
                said.setdefault(item.tag, []).append(item.name)
    theirs = letters_only(" ".join(_texts(pack)), pack.language)
    for tag in root.walk():
        # Piece by piece: between two pieces of a passage stands what an element inside it says.
        words = [tag.said] if tag.said else said.get(tag, [])
        if not tag.lang and any(
            _LETTERS.search(each) and letters_only(each, pack.language) not in theirs for each in words
        ):
            tag.lang = _OWN


def _texts(pack: Pack) -> Iterator[str]:
    """All that the author wrote. Our names for sides that have none are not; nor are the months of dates."""
    for path, value in printed_values(pack):
        if isinstance(value, str):
            if path[0] != "sides" or path[1] in pack.sides.model_fields_set:
                yield value
        else:
            yield plain(value)
            for gap in gaps(value):
                yield " ".join((*gap.answers, gap.hint))
