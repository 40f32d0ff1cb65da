"""Where a date may stand in a sentence of notes, and which numbers are none, whatever they look like."""

import re
from functools import lru_cache

from studypack.model.dates.cldr import CldrDates
from studypack.model.dates.english import MONTHS, EnglishDates
from studypack.model.dates.grammar import GrammarDates
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
    r"(?:men|women|people|ppl|persons|workers|soldiers|sailors|children|kids|boys|girls|pupils|students|teachers|members"
    r"|prisoners|refugees|jews|families|peasants|civilians|passengers|victims|survivors|casualties|inhabitants|residents"
    r"|citizens|slaves|customers|patients|employees|staff|infantry|cavalry|sheep|cattle|species|strong|years?)\b(?!['’])"
)
_HARMED = (
    r"(?:(?:were|was|had|have|are)\s)?(?:\w+ly\s)?(?:died|dead|injured|killed|wounded|drowned|arrested|executed|starved|hurt"
    r"|perished|deported)\b(?!\s(?:about\s|over\s|nearly\s|some\s)?\d)"
)
_SHARE = (
    r"(?:(?:a|per|each)\s(?:day|week|month|year|night|head|person|hour|minute|second)|each|or\s(?:so|more)"
    r"|of\s(?:them|the|these|those|his|its|their))\b"
)
"""What stands after a number of people, or of anything."""
_AMOUNT = re.compile(
    r"\b(?:(?:temp|pop|budget|total|sum|population|army|armies|force|crowd|fleet|loss|losses|profits?|costs?|prices?|values?|salary|wages?|average|maximum"
    r"|minimum|capacity|speed|height|depth|length|weight|mass|distance|groups?|sample|temperature|pressure|majority|number|amount"
    r"|score|dose|audience|membership|crew|garrison|debt|fine|pension|income|rent|factor|limit|diameter|frequency|density"
    r"|intake|attendance|turnout|estimate)\s(?:of|is|was|were|to|reached)|costs?|costing|worth|paid|earn(?:s|ed|ing)?|employ(?:s|ed|ing)?|has|have|had"
    r"|having|contain(?:s|ed|ing)?|needs?|eats?|burns?|holds?|holding|weigh(?:s|ed|ing)?|measur(?:es|ed|ing)|total(?:s|led|ling)"
    r"|(?:rose|fell|grew|dropped|increased?|decreased?|reduced|multipl(?:y|ied)|divided?)\s(?:to|by)|for\severy|out\sof|one\sin"
    r"|\d\sin|1\sin\severy)\s(?:(?:about|around|roughly|approx\.?|just|a)\s)?$",
    re.IGNORECASE,
)
"""What stands before a number that says how much; some also before years that are not round."""
_VERBS = (
    r"(?!(?:was|is|has|does|its|as|this|thus|sees|marks|brings|begins|starts|ends|shows|means|becomes|opens|comes|goes|gives"
    r"|makes|leads|remains|stays|works|says|argues|claims|finds|puts|lets|bans|allows|states|plans|calls|asks|tells|towards|onwards|afterwards|always|perhaps|across|less|s)\b)"
)
_PLURAL = re.compile(
    rf"\s{_VERBS}(?:(?:more|new|extra|other|different|small|large|young|local|separate)\s)?[a-z]{{3,}}(?<!s)s\b(?!['’])"
)
"""A word in small letters that ends like a plural, and is no verb."""
_ENDS = re.compile(
    r"\s*(?:$|[.,;:)!?]|(?:and|in|of|from|to|on|at|by|for|with|across|were|was|are|who|which|that|each)\b)"
)
"""What stands after the last word of a phrase."""
_LED = re.compile(
    rf"(?:(?P<about>around|about|approx\.?|roughly)\s?|(?P<open>{_OPEN})\s|between\s|from\s)?"
    rf"(?:(?P<first>{_YEAR})(?:\s(?:and|to)\s|{_DASH}))?(?P<number>{_YEAR})",
    re.IGNORECASE,
)
"""A date that may be a number: a year or two, with the words before them that numbers have too."""
_ERA_OF = re.compile(rf"\d{{1,5}}\s?{_ERA}", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?:[£$€¥#§+×=<>~^_/]\s?|\b(?:p|pp|page|pages|room|line|lines|no|nr|number|chapter|ch|verse|version|v|boeing|airbus|windows|bus|flight"
    r"|code|tel|phone|isbn|over|some|nearly|almost|than|only|at\sleast|up\sto|another|runner|area|model|route|unit|paper)\.?\s"
    r"|\d[\s,.]|\d{3}-|[\"“*])$",
    re.IGNORECASE,
)
"""What stands before a year-like number that is no year."""
_OPENS_CLAUSE = re.compile(r"(?:^|[.;:!?,(–—-]|\b(?:and|but|so|that|as|when))[\s\"“‘*]*$")
_SUBJECT = re.compile(rf"\s(?:\w+\s)?(?:{_CROWDS}|[a-z]{{3,}}s\b)\s(?=[a-z])")
"""Several of whom a clause tells, after a number or a year."""
_STATES = re.compile(r"(?:were|was|are|had|have|could)\b")
_CHANGES = re.compile(
    r"(?:(?:all|also|often|slowly|quickly|usually|mostly|still)\s)?(?:grew|became|beg[au]n|started|stopped|appeared"
    r"|disappeared|spread|emerged|changed|rose|fell|declined|developed|improved|gained|got|wore|used|could|tended|wanted"
    r"|demanded|lived|worked|relied|depended|moved|increased|decreased|opened|introduced|controlled|dominated"
    r"|(?:were|was)\s(?:still|becoming|beginning|usually|often|mostly|common|rare|allowed|expected|seen|cheap\w*|fast\w*"
    r"|small\w*|large\w*|growing|overcrowded))\b"
)
"""What a clause tells of a time, and not of a number of people or things."""
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
    aged = rf"(?:{dayed}|{month}\s{_DAY}|{month}),?\s(?:of\s)?(?:\d{{1,4}}\s?{_ERA}(?!\w)|(?:ad|a\.d\.)\s\d{{1,4}})"
    seasons, eras = _words_abroad(dates)
    season = rf"(?:{_SEASON}|{seasons})\s(?:(?:of|de)\s)?(?:{_YEAR}{_DASH}(?:{_YEAR}|\d\d)|{_YEAR})"
    decade = rf"(?:(?:les\s)?années\s{_YEAR}|(?!1000s){_YEAR}(?:['’]?s|er(?:n)?(?:\sjahren?)?))\b"
    era = rf"(?:(?:ad|a\.d\.)\s\d{{1,4}}(?:{_DASH}\d{{1,4}})?|\d{{1,5}}(?:{_DASH}\d{{1,5}})?\s?{_ERA}(?![\w]))"
    era = rf"(?:{era}|\d{{1,5}}\s?{eras})"
    century = (
        rf"(?:c\d{{1,2}}(?:th)?\b|{_CENTURY}(?:\s?{_DASH}\s?{_CENTURY})?\s(?:century|centuries|cent\.?|c\.?)(?:\s{_ERA}(?!\w))?"
        rf"|(?:[xvi]+e\ssiècle|siglo\s[xvi]+\b|\d{{1,2}}\.\sjahrhunderts?)(?:\s{eras})?)"
    )
    whole = rf"(?:{dated}|{season}|{decade}|{era}|{century}|{_YEAR})"
    spans = (
        rf"(?:between|from)\s(?:the\s)?(?:{whole}|{dayed}|{month})\s(?:and|to|until|till)\s(?:the\s)?(?:{whole})",
        rf"{_DAY}{_DASH}{_DAY}\s(?:of\s)?{month},?\s{_YEAR}",
        rf"(?:{dated}|{dayed}|{month}){_DASH}{dated}",
        rf"{month}\s(?:to|until)\s{dated}",
        rf"(?:{dated}|{decade}|{_YEAR})\s(?:to|until)\s{dated}",
        rf"{decade}(?:{_DASH}|\s(?:and|to)\s(?:the\s)?)(?:{decade}|\d0['’]?s\b)",
        rf"from\s{_YEAR}\s(?:right\s)?(?:up\s)?(?:until|till|to)\s(?:[^\W\d]+(?:['’]s)?\s){{1,4}}in\s{_YEAR}",
        rf"(?:{_PART}[\s-])?{_CENTURY}(?:\scentury)?\s(?:and|to)\s(?:the\s)?(?:{_PART}[\s-])?{_CENTURY}\s(?:century|centuries)",
        rf"{_YEAR}\s?[-–—/]\s?(?:{_YEAR}|\d\d)(?![\d-])(?!['’]?s\b)",
        r"(?:1\d|20)\d(?:0[-–][1-9]|1[-–][2-9]|2[-–][3-9]|3[-–][4-9]|4[-–][5-9]|5[-–][6-9]|6[-–][7-9]|7[-–][89]|8[-–]9)(?![\d-])",
        rf"(?:de\s|von\s|entre\s|zwischen\s)?{whole}\s(?:{between})\s{whole}",
    )
    part = rf"{_PART}[\s-](?:the\s)?"
    single = rf"(?:{part}|{_ABOUT}\s?(?:the\s)?|{_OPEN}\s(?:the\s)?(?:{part})?){whole}"
    abroad = rf"(?:{before})\s(?:de\s|les\s|l['’])?{whole}"
    iso = rf"{_YEAR}-\d\d-\d\d|\d{{1,2}}([/.-])\d{{1,2}}\1(?:{_YEAR})"
    onwards = rf"(?:from\s)?(?:{whole})(?:\s(?:onwards?|to\s(?:the\s)?present)|\s?[-–—]\s?(?:present|now|today))\b"
    each = "|".join((iso, onwards, *spans, single, abroad, aged, dated, season, decade, era, century))
    return re.compile(
        rf"(?<![\d£$€,.\w/])(?<!version\s)(?:{each}|(?P<year>{_YEAR}))(?![\d\w]|[.,/:]\d)(?!\s?(?!w/)(?:{_COUNTED}))",
        re.IGNORECASE,
    )


def _words_abroad(dates: EnglishDates) -> tuple[str, str]:
    """The expressions for the seasons and the eras of a language, which match nothing in English."""
    if not isinstance(dates, GrammarDates):
        return "(?!)", "(?!)"
    eras = (r"\s?".join(map(re.escape, re.findall(r"\w+\.?|-", each))) for each in dates.words.eras)
    return "|".join(noun.text for noun in dates.words.seasons.values()), f"(?:{'|'.join(eras)})(?!\\w)"


def is_counted(match: re.Match[str]) -> bool:
    """Return whether what was found is a number that counts or names: of men, of a page, a book."""
    text, end = match.string, match.end()
    before, after = text[max(0, match.start() - 32) : match.start()], text[end : end + 48]
    if _ERA_OF.fullmatch(match.group()):
        is_small = not re.search(r"\d{3}", match.group())
        return bool((is_small or re.search(r"\w\s$", before)) and not _IN.search(before) and _PLURAL.match(after))
    led = _LED.fullmatch(match.group())
    if not led:
        return False
    if not match["year"]:
        return _counts_after(led, before, after)
    return _names_something(before, after) or _counts_a_year(match.group(), before, after)


def _names_something(before: str, after: str) -> bool:
    """Whether a year alone is a page, a room, a sum, a work."""
    if _BEFORE.search(before) and not before.endswith(("**", "- ")):
        return True
    is_sum = re.match(r"[\s-]\d{3,}(?!\d)|\s?[=+×^]\s?\d|\sx\s\d|[²³]", after)
    is_span = re.match(rf"(?:{_DASH}|\s(?:to|or|and)\s)\d,?\d{{3}}\s?(?:{_COUNTED})", after, re.IGNORECASE)
    return bool(is_sum or is_span or _WORKS.match(after)) and not after.startswith("**")


def _counts_a_year(year: str, before: str, after: str) -> bool:
    """Whether a year alone counts what stands after it, or says how much."""
    is_round = year.endswith("00")
    if _AMOUNT.search(before) and (is_round or (year.endswith("0") and not re.search(r"\d\sin\s$", before))):
        return True
    if re.match(rf"\s{_SHARE}|-strong\b", after, re.IGNORECASE) and not re.search(r"\bin\s$", before):
        return True
    if _IN.search(before):
        return is_round and _ends_after_plural(after)
    is_named = bool(re.search(r"\bthe\s$", before)) and not is_round
    return not is_named and (_counts_people(year, before, after) or _counts_things(year, before, after))


def _counts_people(year: str, before: str, after: str) -> bool:
    """Whether people stand after a year, or what was done to them; at the start of a point it may be its date."""
    is_round, is_label = year.endswith("0"), not before.strip(" -*([")
    is_after_word = bool(re.search(r"[a-z],?\s$", before) and not re.search(r"\b[A-Z]\w*,?\s$", before))
    if re.match(rf"\s{_HARMED}", after, re.IGNORECASE):
        return is_round or is_after_word or after.startswith(" were")
    if people := re.match(rf"\s{_CROWDS}", after, re.IGNORECASE):
        return is_round or not is_label or bool(re.match(rf"\s{_HARMED}", after[people.end() :], re.IGNORECASE))
    return bool(re.match(rf"\s\w+\s{_CROWDS}", after, re.IGNORECASE)) and (is_round or is_after_word)


def _counts_things(year: str, before: str, after: str) -> bool:
    """Whether a word of several stands after a year that could be a number of them."""
    is_led = re.search(r"\bthe\s$" if year.endswith("00") else r"\b(?:the|of|and|to)\s$|^\W*$", before)
    return bool(_PLURAL.match(after) and year.endswith(("0", "5")) and not is_led)


def _counts_after(led: re.Match[str], before: str, after: str) -> bool:
    """Whether a year, or two, with a word before them counts what stands after: about 1500 people, by 1500."""
    if re.search(
        r"\b(?:rose|fell|grew|dropped|increased?|decreased?|reduced|multiplied|divided|multiply|up|down|beat)\s$",
        before,
    ):
        return (led["open"] or "").casefold() == "by" and led["number"].endswith("0")
    years = [each for each in (led["first"], led["number"]) if each]
    if not led["first"] and _is_clause(years[0], before, after, is_open=bool(led["open"])):
        return False
    if not led["first"] and not led["about"]:
        return years[0].endswith("00") and _ends_after_plural(after)
    is_people = bool(re.match(rf"\s(?:\w+\s)?(?:{_CROWDS}|{_HARMED})|\s{_SHARE}", after, re.IGNORECASE))
    if led["first"]:
        is_people = is_people and all(each.endswith("0") for each in years)
        return is_people or (all(each.endswith("00") for each in years) and _ends_after_plural(after))
    return bool(is_people or _AMOUNT.search(before) or _PLURAL.match(after))


def _is_clause(year: str, before: str, after: str, *, is_open: bool) -> bool:
    """Whether a round year opens a clause about several: around 1900 cities grew, by 1800 towns were crowded."""
    subject = _SUBJECT.match(after) if _OPENS_CLAUSE.search(before) and year.endswith("0") else None
    verb = after[subject.end() :] if subject else ""
    return bool(_CHANGES.match(verb) or (is_open and _STATES.match(verb)))


def _ends_after_plural(after: str) -> bool:
    """Whether a noun of several stands after a number, and no verb after that: in 1500 villages."""
    plural = _PLURAL.match(after) or re.match(rf"\s{_CROWDS}", after, re.IGNORECASE)
    return bool(plural and _ENDS.match(after[plural.end() :]))
