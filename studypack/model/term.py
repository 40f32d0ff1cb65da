"""A term of the topic: what it means, what it is in another language, its gender, and a sentence that has it."""

import re
from dataclasses import replace
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator

from studypack.base.characters import normalise_word
from studypack.base.styled_text import Text, spans_of
from studypack.model.blocks import Start
from studypack.model.card_answer import joined_texts
from studypack.model.fields import ContentModel, Line, Prose
from studypack.model.spans import Spans, plain
from studypack.model.words import Words


class Gender(StrEnum):
    """The gender of a noun, and whether it is a plural."""

    MASCULINE = "m"
    FEMININE = "f"
    NEUTER = "n"
    COMMON = "c"
    EITHER = "m/f"
    MASCULINE_PLURAL = "m pl"
    FEMININE_PLURAL = "f pl"
    NEUTER_PLURAL = "n pl"
    PLURAL = "pl"


_SAID = {
    "m": "m masc masculine masculin männlich maskulin maskulinum masculino nm sm der le el il",
    "f": "f fem feminine féminin weiblich feminin femininum femenino nf sf die la",
    "n": "n neut neuter neutre sächlich neutrum neutro nt das",
    "c": "c common utrum",
    "pl": "pl plural pluriel plur",
}
"""How a gender may be typed."""
_GENDERS = {word: gender for gender, words in _SAID.items() for word in words.split()}


def _gender(value: object) -> object:
    """Return a gender in the form of the format: masculine, n. m. and nm become m; what is none stays as it is."""
    if not isinstance(value, str) or isinstance(value, Gender):
        return value
    words = [word for word in re.findall(r"[^\W\d_]+", normalise_word(value).lower()) if word not in ("nom", "noun")]
    if len(words) > 1 and words[0] in ("n", "s"):  # n. m.: a masculine noun
        del words[0]
    joining = ("and", "or", "et", "ou", "und", "oder", "y", "o")
    found = [_GENDERS.get(word, "") for word in words if word not in joining]
    plural = ["pl"] if "pl" in found else []
    own = [each for each in ("m", "f", "n", "c") if each in found]
    if "" in found or not found or (len(own) > 1 and own != ["m", "f"]):
        return value
    return " ".join(filter(None, ("/".join(own), *plural)))


class Term(ContentModel):
    """A word of the topic and what it means."""

    term: Line
    """The word."""
    meaning: Prose
    """What it means, in a sentence."""
    translation: Line | None = None
    """The word in another language, in [ ] before {lang=en} (de, es …) to be read aloud in that one."""
    gender: Annotated[Gender | None, BeforeValidator(_gender)] = None
    """m, f, n, c (common), m/f, pl; or m pl, f pl, n pl. It is printed as in dictionaries of the pack's language."""
    example: Line | None = None
    """A sentence that has the word."""

    def told(self, *, with_example: bool) -> Spans:
        """Return what there is to say of it: its translation, what it means, and an example in a line of its own."""
        words: Spans = (
            tuple(replace(span, italic=True) for span in spans_of(self.translation)) if self.translation else ()
        )
        if words and not isinstance(self.meaning[0], Start):  # a list or a table goes on in no line
            words = (*words, Text(" " if plain(words).endswith((".", "!", "?")) else ". "))
        example = spans_of(self.example) if self.example and with_example else ()
        return joined_texts((*words, *self.meaning), example)


def gender_words(gender: Gender, say: Words) -> tuple[str, str]:
    """Return a gender as dictionaries print it, and as it is read aloud."""
    own, _, plural = gender.partition(" ")
    printed, heard = _printed(own, say), _heard(own, say)
    if not plural:
        return printed, heard
    return (
        # Words: the gender of a noun that is a plural: m pl.
        say("gender_plural", "{gender} pl", gender=printed),
        say("gender_plural_by_ear", "{gender} plural", gender=heard),
    )


def _printed(own: str, say: Words) -> str:
    # Words: after a noun in a list of words, as dictionaries have it; so the next ones, up to "pl".
    return {
        "m": say("gender_m", "m"),
        "f": say("gender_f", "f"),
        "n": say("gender_n", "n"),
        "c": say("gender_c", "c"),
        "m/f": say("gender_m_f", "m/f"),
        "pl": say("gender_pl", "pl"),
    }[own]


def _heard(own: str, say: Words) -> str:
    # Words: by ear: the gender of a noun; so the next ones, up to "plural".
    return {
        "m": say("gender_m_by_ear", "masculine"),
        "f": say("gender_f_by_ear", "feminine"),
        "n": say("gender_n_by_ear", "neuter"),
        "c": say("gender_c_by_ear", "common gender"),
        "m/f": say("gender_m_f_by_ear", "masculine or feminine"),
        "pl": say("gender_pl_by_ear", "plural"),
    }[own]


_NO_SHEETS = ("translation", "gender", "example")


def without_translations(data: object) -> object:
    """Return a content as it was typed, without what its terms have for lessons in a language."""
    terms = data.get("glossary") if isinstance(data, dict) else None
    if not isinstance(data, dict) or not isinstance(terms, list | tuple):
        return data
    kept = [
        {key: value for key, value in each.items() if key not in _NO_SHEETS} if isinstance(each, dict) else each
        for each in terms
    ]
    return {**data, "glossary": kept}
