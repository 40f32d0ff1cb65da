"""studypack words."""

import math
from typing import TYPE_CHECKING, Annotated

import typer

from studypack.base.errors import UsageError
from studypack.base.wording import quoted, suggest_closest
from studypack.cli.telling import mistakes_told, say

if TYPE_CHECKING:
    from collections.abc import Iterator


def words(
    language: Annotated[
        str, typer.Argument(metavar="LANGUAGE", help="In which language, as the content names it: fr, de-AT.")
    ] = "en",
) -> None:
    """List the program's own words on the pages, with their keys: the content may have others for them."""
    from studypack.base.resources import catalogue_languages
    from studypack.model.letters import primary_language

    with mistakes_told():
        known = ["en", *catalogue_languages()]
        if primary_language(language) not in known:
            hint = suggest_closest(language, known, f"it has them in {', '.join(known)}")
            raise UsageError(f"the program has no words in {quoted(language)}", hint)
        say(*format_words(language))


def format_words(language: str) -> "Iterator[str]":
    """Yield the lines of all words in a language, as `words:` in the content has them, section by section."""
    import yaml

    from studypack.model.messages import messages
    from studypack.model.words import forms_in
    from studypack.sections import SECTIONS

    yield "words:"
    for section in ("", *(each.name for each in SECTIONS)):
        own = [each for each in messages().values() if each.section == section]
        yield from [f"  # {section or 'in several sections'}"] if own else []
        for each in own:
            text = " | ".join(forms_in(language, each))
            line = yaml.safe_dump({each.key: text}, allow_unicode=True, width=math.inf).strip()
            yield f"  {line}" + (f"  # {each.note}" if each.note else "")
