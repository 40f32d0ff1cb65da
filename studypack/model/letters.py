"""Letters by the rules of a language: capitals, case folding, sorting; and slugs.

Python's own `upper` and `casefold` know no language. The rules are Unicode's (SpecialCasing.txt) and, for Greek and
Dutch, CLDR's as ICU applies them. There are two ICU packages for Python: one is distributed as source only, the other
lacks these rules.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import cache

from studypack.base.styled_text import MarkedLine

MAX_SLUG = 60
"""The characters of a slug. With a folder, a version and .pdf it still fits in the 255 bytes of file systems."""

_RESERVED = re.compile(r"con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]")
"""Names that Windows reserves for devices, whatever their extension (learn.microsoft.com, Naming Files)."""


def slug(text: str, taken: Collection[str] = (), fallback: str = "pack") -> str:
    """Return the text as lower-case letters and digits of any script with hyphens between; never empty, never in
    `taken`.

    A slug that is taken gets -2, -3 and so on; a name that Windows reserves gets the fallback in front.
    """
    return slugs([text], taken, fallback)[0]


def slugs(texts: Iterable[str], taken: Collection[str] = (), fallback: str = "pack") -> tuple[str, ...]:
    """Return a slug for each text, all different and none in `taken`, in linear time."""
    used = set(taken)
    tried: dict[str, int] = {}
    """How often each name was requested: where to continue counting."""
    done = []
    for text in texts:
        name = unique = _name(text, fallback)
        number = tried.get(name, 1)
        while unique in used:
            number += 1
            unique = f"{_cut(name, MAX_SLUG - len(str(number)) - 1)}-{number}"
        tried[name] = number
        used.add(unique)
        done.append(unique)
    return tuple(done)


def _name(text: str, fallback: str) -> str:
    small = unicodedata.normalize("NFKC", text).lower().replace("i\u0307", "i")  # İ has a dot too many
    # A sigma at the end of its word stays as Greeks write it.
    folded = unicodedata.normalize("NFKC", "ς".join(part.casefold() for part in small.split("ς")))
    kept = "".join(char if char.isalnum() or unicodedata.combining(char) else "-" for char in folded)
    name = _cut("-".join(part for part in kept.split("-") if part), MAX_SLUG) or fallback
    return f"{fallback}-{name}" if _RESERVED.fullmatch(name) else name


def _cut(name: str, longest: int) -> str:
    """The name cut to a number of characters, and to 180 bytes for scripts with four bytes a character."""
    name = name[:longest]
    while len(name.encode("utf-8", "replace")) > 180:
        name = name[:-1]
    return name.rstrip("-")


_DOTTED = str.maketrans({"i": "İ"}), str.maketrans({"İ": "i", "I": "ı"})
"""Turkish and Azerbaijani keep the dot of i in its capital İ."""
_SOFT_DOT = re.compile("(?<=[ijįIJĮ])\u0307")
"""Lithuanian keeps the dot of a small i under an accent; its capital has none."""
_GREEK_MARKS = re.compile("(?<=[\u0370-\u03ff\u1f00-\u1fff])[\u0300-\u0344]+")
_HIATUS = re.compile("(?<=[αεηιουωΑΕΗΙΟΥΩ]\u0301)[ιυΙΥ](?![\u0300-\u0345])")
"""A vowel after an accented one. Without the accent, a dialytika must show that the two are no diphthong."""
_GREEK_OR = re.compile(r"(?<!\w)[ήΉ](?!\w)")
"""The Greek word for "or", which keeps its accent."""
_ARTICLE = re.compile(r"(['’](?:s|t|k|n|r|m|d|er|ns)[ -])(\w.*)", re.DOTALL)
"""Dutch and Afrikaans words that stay lower case; the next word has the capital: 's Morgens, 't Kind."""
_ALPHABETS = {
    "az": "c:ç e:ə g:ğ h:xı k:q o:ö s:ş u:ü z:w",
    "be": "е:ё і:й у:ў",
    "bg": "и:й",
    "bs": "c:čć d:đ s:š z:ž",
    "cs": "c:č h:(ch) r:ř s:š z:ž",
    "cy": "c:(ch) d:(dd) f:(ff) l:(ll) p:(ph) r:(rh) t:(th)",
    "da": "z:æøå",
    "es": "n:ñ",
    "et": "s:šzž w:õäöü",
    "fi": "z:åäö",
    "hr": "c:čć d:(dž)đ l:(lj) n:(nj) s:š z:ž",
    "hu": "o:ö u:ü",
    "is": "a:á d:ð e:é i:í o:ó u:ú y:ý z:þæö",
    "lt": "c:č i=y s:š z:ž",
    "lv": "c:č g:ģ i=y k:ķ l:ļ n:ņ r:ŗ s:š z:ž",
    "nb": "z:æøå",
    "nn": "z:æøå",
    "no": "z:æøå",
    "pl": "a:ą c:ć e:ę l:ł n:ń o:ó s:ś z:źż",
    "ro": "a:ăâ i:î s:ș t:ț",
    "ru": "и:й",
    "sk": "a:ä c:č h:(ch) o:ô s:š z:ž",
    "sl": "c:čć d:đ s:š z:ž",
    "sq": "c:ç d:(dh) e:ë g:(gj) l:(ll) n:(nj) r:(rr) s:(sh) t:(th) x:(xh) z:(zh)",
    "sv": "z:åäö",
    "tr": "c:ç g:ğ h:ı o:ö s:ş u:ü",
    "uk": "г:ґ е:є и:ії й:й",
}
"""The extra letters of each language. They sort after all words with the base letter, or like it with = (CLDR's
collations).
"""
_UNDECOMPOSED = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
"""Letters that Unicode does not decompose into a base and an accent."""


def upper(text: str, language: str) -> str:
    """Return the text in the capitals of a language (BCP 47): İSTANBUL, ΕΙΡΗΝΗ."""
    primary = primary_language(language)
    if primary in ("tr", "az"):
        text = text.translate(_DOTTED[0])
    elif primary == "lt":
        text = _SOFT_DOT.sub("", text)
    elif primary == "el":
        text = _greek(text)
    return unicodedata.normalize("NFC", text.upper())


def _greek(text: str) -> str:
    """The text without the accents that Greek capitals do not have; a dialytika stays."""
    kept = _GREEK_OR.sub("\ue000", unicodedata.normalize("NFC", text))
    kept = _HIATUS.sub("\\g<0>\u0308", unicodedata.normalize("NFD", kept))
    return _GREEK_MARKS.sub(lambda marks: "\u0308" * ("\u0308" in marks.group()), kept).replace("\ue000", "ή")


def capitalise(text: str, language: str) -> str:
    """Return the text with a capital at its start, by the rules of a language: IJsland, ’s Morgens, İzmir.

    A line with marks keeps them; code stays as it was typed.
    """
    if isinstance(text, MarkedLine):
        first, *others = text.spans
        return text if first.code else MarkedLine.of((replace(first, text=capitalise(first.text, language)), *others))
    primary = primary_language(language)
    if primary in ("nl", "af") and (small := _ARTICLE.match(text)):
        return small[1] + capitalise(small[2], language)
    if primary == "nl" and re.match("[iIíÍ]j", text):
        return text[:2].upper() + text[2:]
    if primary in ("tr", "az"):
        return upper(text[:1], language) + text[1:]
    if primary == "lt":
        text = text[:1] + _SOFT_DOT.sub("", text[:2])[1:] + text[2:]
        return unicodedata.normalize("NFC", text[:1].upper() + text[1:])
    return text[:1].title() + text[1:]


def uncapitalise(text: str, language: str) -> str:
    """Return the text with a lower-case letter at its start: ijsland, izmir."""
    first = 2 if primary_language(language) == "nl" and text.startswith("IJ") else 1
    return lower(text[:first], language) + text[first:]


def lower(text: str, language: str) -> str:
    """Return the text in the lower case of a language."""
    return (text.translate(_DOTTED[1]) if primary_language(language) in ("tr", "az") else text).lower()


def fold_case(text: str, language: str) -> str:
    """Return the key under which texts that differ only in case are equal: IJS and ijs, Η and η, but not ß and ss."""
    # A second dot on an i has no meaning; nor has the final form of a sigma.
    small = unicodedata.normalize("NFC", _SOFT_DOT.sub("", lower(text, language)))
    return small.replace("ς", "σ").replace("ĳ", "ij")


def collation_key(word: str, language: str) -> str:
    """Return the key that sorts words in a language, the same on every computer: case and accents are ignored, unless
    an accented letter has its own place in the alphabet.
    """
    after, pattern = _alphabet(primary_language(language))
    small = unicodedata.normalize("NFC", lower(unicodedata.normalize("NFKC", word), language))
    return "".join(after.get(part) or _base_letters(part) for part in pattern.split(small))


@cache
def _alphabet(primary: str) -> tuple[dict[str, str], re.Pattern[str]]:
    """The sort key of each extra letter of a language, and the pattern that splits a word at these letters."""
    after: dict[str, str] = {}
    for group in _ALPHABETS.get(primary, "").split():
        base, sign, letters = group[0], group[1], group[2:]
        for place, (pair, letter) in enumerate(re.findall(r"\((\w+)\)|(\w)", letters)):
            after[pair or letter] = base + (chr(0x10FFF0 + place) if sign == ":" else "")
    longest = sorted(after, key=len, reverse=True)
    return after, re.compile(f"({'|'.join(longest)})" if after else "(?!)")


def _base_letters(letters: str) -> str:
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", letters).casefold())
    return "".join(_UNDECOMPOSED.get(part, part) for part in parts if not unicodedata.combining(part))


def primary_language(language: str) -> str:
    """Return the primary language subtag: nl of nl-BE."""
    return language.partition("-")[0].lower()


def initial(text: str, language: str) -> str:
    """Return the capital that a text begins with: IJ of ijs, Ι of ίσως. It may be no letter; empty for an empty
    text.
    """
    first = capitalise(text.strip(), language)
    return "IJ" if primary_language(language) == "nl" and first.startswith("IJ") else upper(first[:1], language)[:1]


def edit_distance(one: str, two: str) -> int:
    """Return the optimal string alignment distance: the letters to insert, delete, replace or swap with a neighbour."""
    before: list[int] = []
    last = list(range(len(two) + 1))
    for row, left in enumerate(one, 1):
        line = [row]
        for column, right in enumerate(two, 1):
            best = min(last[column] + 1, line[-1] + 1, last[column - 1] + (left != right))
            if row > 1 and column > 1 and left == two[column - 2] and one[row - 2] == right:
                best = min(best, before[column - 2] + 1)
            line.append(best)
        before, last = last, line
    return last[-1]
