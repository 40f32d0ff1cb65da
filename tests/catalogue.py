"""The program's words, extracted from its source: `python -m tests.catalogue` writes them to messages.pot.

Each call `say("key", "English", …)` and `say.count("key", "one", "several", …)` is a message, in the order of the files. A
comment `# Words: …` above the call is for the translators.
"""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

ROOT = Path(__file__).parents[1]
CATALOGUES = ROOT / "studypack" / "model" / "catalogues"
TEMPLATE = CATALOGUES / "messages.pot"
_KEYWORDS = {"say": ((1, "c"), 2), "count": ((1, "c"), 2, 3)}
_MARK = "Words:"
_CHANGING = ('"Report-Msgid', '"POT-Creation', '"PO-Revision', '"Last-Tr', '"Language-Team', '"Generated-By')
"""The lines of the head that say who, when and by what."""
_HEADER = """\
# The words of studypack on the pages: the template is made from its source by `python -m tests.catalogue`.
#"""


class NotExtractable(Exception):
    """A key stands with two texts, or a call is none that can be read."""


def extracted() -> Catalog:
    """Return the catalogue of all messages, without translations. Raises NotExtractable."""
    found = Catalog(project="studypack", header_comment=_HEADER, charset="utf-8")
    known: dict[str, object] = {}
    where = {"comment_tags": (_MARK,), "strip_comment_tags": True, "keywords": _KEYWORDS}
    for room in ("model", "sections", "output"):
        files = extract_from_dir(ROOT / "studypack" / room, [("**.py", "python")], **where)
        for file, line, english, comments, key in sorted(files, key=lambda each: each[:2]):
            if key is None:
                continue
            if known.setdefault(key, english) != english:
                message = f"studypack/{room}/{file}:{line}: the key {key!r} has the English {known[key]!r} elsewhere"
                raise NotExtractable(message)
            place = f"studypack/{room}/{file}"
            notes = [" ".join(comments)] if comments else []
            found.add(english, locations=[(place, None)], auto_comments=notes, context=key)
    return found


def written(catalogue: Catalog) -> bytes:
    """Return a catalogue as the bytes of its file, without what would change each time: line numbers, dates, versions."""
    file = BytesIO()
    write_po(file, catalogue, width=120, include_lineno=False)
    lines = file.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(_CHANGING)).encode()


if __name__ == "__main__":
    template = extracted()
    TEMPLATE.write_bytes(written(template))
    print(f"{TEMPLATE.relative_to(ROOT)}: {len(template)} messages")
