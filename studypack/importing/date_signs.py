"""Where a date may stand in a sentence of notes, and which numbers are none, whatever they look like."""

import re
from functools import lru_cache

from studypack.model.dates.cldr import CldrDates
from studypack.model.dates.english import MONTHS
from studypack.model.dates.printers import dates_in

_YEAR = r"(?:1\d{3}|20\d\d)"
_DASH = r"\s?[-–—]\s?"
_DAY = r"(?:[1-3]?\d(?:st|nd|rd|th)?)"
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_PART = r"(?:early|mid|late|(?:the\s)?(?:beginning|start|end)\sof)"
_ABOUT = r"(?:c\.?|ca\.?|circa|around|about|approx\.?|roughly)"
_OPEN = r"(?:after|since|before|until|till|by)"
_ERA = r"(?:b\.?c\.?(?:e\b\.?)?|a\.d\.|ad|c\.?e\.?)"
_CENTURY = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|(?:twelf|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twentie)th)"
)
_ABROAD = {
    "fr": (r"vers|environ|depuis|avant|après|jusqu['’](?:en|au)|dès|début|fin|mi|les|années", r"à|au|et"),
    "de": (r"um|ca\.|etwa|gegen|seit|ab|vor|nach|bis|anfang|mitte|ende", r"bis|und"),
    "es": (r"hacia|alrededor\sde|desde|antes\sde|después\sde|hasta|principios\sde|mediados\sde|finales\sde", r"a|y|al"),
}
"""Words before a year or month, and between two, in the languages of which `model/dates` has the words."""
_COUNTED = (
    r"%|per\s?cent|°|(?:million|billion|thousand|hundred|dollars?|pounds?|euros?|marks?|francs?|roubles?|pence|calories|kcals?|words?|troops"
    r"|tonnes?|tons?|miles?|metres?|meters?|feet|ft|inches|litres?|acres?|hectares?|degrees?|kelvin|joules?|watts?|volts?|newtons?"
    r"|[kMm]?[gmJKWVNL]|[kc]m|m[gl]|km[²2]?|[kMG]?Hz|hPa|mph|rpm|ppm|points?|pages?|seats?|votes?|copies|times|hours?|minutes?|seconds?"
    r"|exam|code|troopers|cases|deaths|jobs|homes|houses|tanks|planes|ships|aircraft|guns|hits|runs|credits|marks|steps|bytes|[KMG]B)\b"
)
_CROWDS = (
    r"(?:men|women|people|workers|soldiers|children|pupils|students|members|prisoners|refugees|jews|families"
    r"|peasants|years?)\b"
)
_BEFORE = re.compile(
    r"(?:[£$€¥#§+×=<>~^_/]\s?|\b(?:p|pp|page|pages|room|line|lines|no|nr|number|chapter|ch|verse|version|v|boeing|airbus|windows|bus|flight"
    r"|code|tel|phone|isbn|over|some|nearly|almost|than|only|at\sleast|up\sto|another|runner|area|model|route|unit|paper)\.?\s"
    r"|\d[\s,.]|\d{3}-|[\"“*])$",
    re.IGNORECASE,
)
"""What stands before a year-like number that is no year."""
_IN = re.compile(
    r"\b(?:in|since|during|until|till|by|from|after|before|spring|summer|autumn|winter|early|late|mid)[\s-]$",
    re.IGNORECASE,
)
_WORKS = re.compile(
    r"\s?\((?:(?:the|a)\s|[A-Z]\w+['’]?s?\s)?(?:novel|book|film|movie|play|song|album)|:\sA\sSpace|[\"”*](?!\*)",
    re.IGNORECASE,
)
"""What stands after a work that is called like a year."""


@lru_cache(maxsize=16)
def proposals(language: str) -> re.Pattern[str]:
    """Return the expression that finds what may be a date in a language; `model/dates` reads what it finds.

    Its group `year` matches only a year that has nothing about it.
    """
    names = [*MONTHS, *(month[:3] for month in MONTHS), "sept"]
    dates = dates_in(language)
    names += [name for name, _ in dates.names.months] if isinstance(dates, CldrDates) else []
    months = "|".join(sorted({re.escape(name.rstrip(".")) for name in names}, key=len, reverse=True))
    before, between = _ABROAD.get(language[:2], ("(?!)", "(?!)"))
    month = rf"(?:(?:{months})\b\.?)"
    dayed = rf"{_DAY}\.?\s(?:(?:of|de|del)\s)?{month}"
    of_year = rf",?\s(?:(?:of|de|del)\s)?{_YEAR}"
    dated = rf"(?:{dayed}{of_year}|{month}\s{_DAY},?\s{_YEAR}|{month}{of_year})"
    season = rf"{_SEASON}\s(?:of\s)?(?:{_YEAR}{_DASH}(?:{_YEAR}|\d\d)|{_YEAR})"
    decade = rf"(?:(?:les\s)?années\s{_YEAR}|(?!1000s){_YEAR}(?:['’]?s|er(?:n)?(?:\sjahren?)?))\b"
    era = rf"(?:(?:ad|a\.d\.)\s\d{{1,4}}(?:{_DASH}\d{{1,4}})?|\d{{1,5}}(?:{_DASH}\d{{1,5}})?\s?{_ERA}(?![\w]))"
    century = (
        rf"(?:c\d{{1,2}}(?:th)?\b|{_CENTURY}(?:\s?{_DASH}\s?{_CENTURY})?\s(?:century|centuries|cent\.?|c\.?)(?:\s{_ERA}(?!\w))?"
        r"|[xvi]+e\ssiècle|siglo\s[xvi]+\b|\d\d\.\sjahrhunderts?)"
    )
    whole = rf"(?:{dated}|{season}|{decade}|{era}|{century}|{_YEAR})"
    spans = (
        rf"(?:between|from)\s(?:the\s)?(?:{whole}|{dayed}|{month})\s(?:and|to|until|till)\s(?:the\s)?(?:{whole})",
        rf"{_DAY}{_DASH}{_DAY}\s(?:of\s)?{month},?\s{_YEAR}",
        rf"(?:{dated}|{dayed}|{month}){_DASH}{dated}",
        rf"{month}\s(?:to|until)\s{dated}",
        rf"(?:{dated}|{decade}|{_YEAR})\s(?:to|until)\s{dated}",
        rf"{decade}{_DASH}(?:{decade}|\d0['’]?s\b)",
        rf"{_YEAR}\s?[-–—/]\s?(?:{_YEAR}|\d\d)(?![\d-])(?!['’]?s\b)",
        rf"(?:de\s|von\s|entre\s|zwischen\s)?{whole}\s(?:{between})\s{whole}",
    )
    part = rf"{_PART}[\s-](?:the\s)?"
    single = rf"(?:{part}|{_ABOUT}\s?(?:the\s)?|{_OPEN}\s(?:the\s)?(?:{part})?){whole}"
    abroad = rf"(?:{before})\s(?:de\s|les\s)?{whole}"
    iso = rf"{_YEAR}-\d\d-\d\d|\d{{1,2}}([/.-])\d{{1,2}}\1(?:{_YEAR})"
    onwards = rf"(?:from\s)?(?:{whole})(?:\s(?:onwards?|to\s(?:the\s)?present)|\s?[-–—]\s?(?:present|now|today))\b"
    each = "|".join((iso, onwards, *spans, single, abroad, dated, season, decade, era, century))
    return re.compile(
        rf"(?<![\d£$€,.\w/])(?:{each}|(?P<year>{_YEAR}))(?![\d\w]|[.,/:]\d)(?!\s?(?:{_COUNTED}))", re.IGNORECASE
    )


def is_counted(match: re.Match[str]) -> bool:
    """Return whether a match of a year alone is no year: a number of men, a page, a book called 1984."""
    text, start, end = match.string, match.start(), match.end()
    before, after = text[max(0, start - 16) : start], text[end : end + 24]
    if _BEFORE.search(before) and not before.endswith("**") and not before.endswith("- "):
        return True
    if re.match(r"[\s-]\d{3,}(?!\d)|\s?[=+×^]\s?\d|\sx\s\d|[²³]", after) or _WORKS.match(after):
        return not after.startswith("**")
    if _IN.search(before):
        return False
    if re.match(rf"\s(?:\w+\s)?{_CROWDS}", after, re.IGNORECASE):
        return True
    plural = re.match(r"\s(?!(?:was|is|has|its|as|this|thus|s)\b)[a-z]{3,}s\b", after)
    return bool(
        plural and match.group().endswith(("0", "5")) and not re.search(r"\b(?:the|of|and|to)\s$|^\W*$", before)
    )
