"""The words of dates that are read in French, German and Spanish, and what English says for them.

They are looked for in this order. English words stand for the dates that `dates` reads.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from studypack.model.dates.vocabulary import roman


class Rule(NamedTuple):
    """What English says for a pattern in each language; patterns are of small letters, without accents."""

    english: str | Callable[[re.Match[str]], str]
    fr: str = ""
    de: str = ""
    es: str = ""


def _century(match: re.Match[str]) -> str:
    """XIXe, or siglos XVII–XVIII, in English; figures that are no number stay: XXXXe."""
    numbers = [each if each.isdigit() else _NUMBERS.get(each, "") for each in match.groups() if each]
    # `dates` reads 1th like 1st.
    return "-".join(f"{number}th" for number in numbers) if all(numbers) else match[0]


def _centuries(match: re.Match[str]) -> str:
    return f"{_century(match)} century"


def _time(match: re.Match[str]) -> str:
    """11 h 10 is 11.10."""
    hour, *minutes = (each for each in match.groups() if each)
    return f" {hour:0>2}.{minutes[0] if minutes else '00'}"


_NUMBERS: dict[str, int | str] = {roman(number).lower(): number for number in range(1, 90)}
_IN_WORDS = {
    "fr": (
        "premier", "deuxieme", "troisieme", "quatrieme", "cinquieme", "sixieme", "septieme", "huitieme", "neuvieme",
        "dixieme", "onzieme", "douzieme", "treizieme", "quatorzieme", "quinzieme", "seizieme", "dix-septieme",
        "dix-huitieme", "dix-neuvieme", "vingtieme", "vingt et unieme",
    ),
    "de": (
        "erste", "zweite", "dritte", "vierte", "funfte", "sechste", "siebte", "achte", "neunte", "zehnte", "elfte",
        "zwolfte", "dreizehnte", "vierzehnte", "funfzehnte", "sechzehnte", "siebzehnte", "achtzehnte", "neunzehnte",
        "zwanzigste", "einundzwanzigste",
    ),
}  # fmt: skip
"""The numbers of centuries in words."""
_NUMBERS |= {word: number for words in _IN_WORDS.values() for number, word in enumerate(words, 1)}
_FRENCH_NUMBERS, _GERMAN_NUMBERS = ("|".join(reversed(words)) for words in _IN_WORDS.values())

ERAS_AND_AGES = (
    Rule(
        " BC ",
        r"\b(?:av\.? ?j\.?[- ]*c\b\.?|avant (?:jesus|j\.?)[- ]*c(?:hrist\b|\b\.?)|avant notre ere)",
        r"\bv(?:or |\. ?)(?:chr(?:istus|isti geburt|\b\.?)|u\. ?z\.|unserer zeit(?:rechnung)?)",
        r"\ba(?:ntes|\.)? ?(?:de )?(?:c(?:risto\b|\b\.?)|jesucristo|j\. ?c\.|n\. ?e\.|e\. ?c\.)(?!\.? ?\d)",
    ),
    Rule(
        " AD ",
        r"\b(?:ap\.? ?j\.?[- ]*c\b\.?|apres (?:jesus|j\.?)[- ]*c(?:hrist\b|\b\.?)|de notre ere)",
        r"\bn(?:ach |\. ?)(?:chr(?:istus|isti geburt|\b\.?)|u\. ?z\.|unserer zeit(?:rechnung)?)",
        r"\bd(?:espues|\.)? ?(?:de )?(?:c(?:risto\b|\b\.?)|jesucristo|j\. ?c\.|n\. ?e\.|e\. ?c\.)(?!\.? ?\d)",
    ),
    Rule("billion years", r"milliards? (?:d'an(?:nee)?s\b)", r"m(?:illiarden?|rd\.?) jahren?", r"mil millones de anos"),
    Rule(
        "million years",
        r"millions? (?:d'an(?:nee)?s\b)",
        r"mi(?:llion(?:en)?|o\.?) jahren?",
        r"mill(?:on|ones) de anos",
    ),
    Rule("thousand years", r"mille (?:ans|annees)\b", r"tausend jahren?", r"mil anos\b"),
    Rule(" years", r"(?<=\d) ?(?:ans|annees)\b(?! \d)", r"(?<=\d) ?jahren?\b(?! \d)", r"(?<=\d) ?anos\b(?! \d)"),
)
FORMS = (
    # About comes first, because other words may stand before it: il y a environ, bis etwa.
    Rule(
        " c. ",
        r"\b(?:vers|environ|env\.|circa|autour d[eu']s?|aux (?:environs|alentours) d[eu']s?|v\.(?= ?\d))(?: |\b)",
        r"\b(?:um(?! \d{1,2}(?:[.:]\d\d)? ?uhr)|etwa|ungefahr|circa|zirka|gegen|rund)\b",
        r"\b(?:hacia|alrededor del?|cerca del?|aproximadamente|aprox\.|circa|sobre|en torno al?)(?: |\b)",
    ),
    Rule(
        r"before \1 AGO", r"^il y a plus d(?:e |')(.+ years)", r"^vor mehr als (.+ years)", r"^hace mas de (.+ years)"
    ),
    Rule(
        r"after \1 AGO",
        r"^il y a moins d(?:e |')(.+ years)",
        r"^vor weniger als (.+ years)",
        r"^hace menos de (.+ years)",
    ),
    Rule(r"until \1 AGO", r"^jusqu'a il y a (.+ years)", r"^bis vor (.+ years)", r"^hasta hace (.+ years)"),
    Rule(r"\1 AGO to present", r"^depuis (.+ years)", r"^seit (.+ years)", r"^desde hace (.+ years)"),
    Rule(r"\1 AGO", r"\bil y a (.+? years)", r"\bvor (.+? years)", r"\bhace (.+? years)"),
    Rule(
        _time,
        r"(?: a)? (\d\d?) ?h(?:eures?)?(?: ?(\d\d))?\b",
        r"(?:(?: um)? |(?<=-))(\d\d?)(?:[.:](\d\d))? ?uhr(?: (\d\d)\b)?",
        r"(?: a las?)? (\d\d?)[:.](\d\d)(?: ?h(?:oras)?\b\.?)?(?![.\d])",
    ),
    # These are no times that can be read, and are told so.
    Rule(" midnight ", r"\bminuit\b", r"\bmitternachts?\b", r"\bmedianoche\b"),
    Rule(" night ", r"\bnuit\b", r"\bnachts?\b", r"\b(?:por la )?noche\b"),
    Rule(" morning ", r"\bmatin\b", r"\bmorgens?\b", r"\b(?:por la )?manana\b"),
    Rule(" evening ", r"\bsoir(?:ee)?\b", r"\babends?\b", r"\b(?:por la )?tarde\b"),
    Rule(" noon", r"(?: a)? midi\b", r"(?: am)? mittags?\b", r"(?: al?)? mediodia\b"),
    Rule(" ", es=r" a las? (?=\d)"),
    Rule(
        "school year", r"annee scolaire", r"schuljahr(?:e?s)?", r"(?:curso|ano) (?:escolar|lectivo)|curso(?= \d{4}[/-])"
    ),
    Rule(
        "academic year",
        r"annee (?:universitaire|academique)",
        r"(?:studienjahr|akademische[sn]? jahr)(?:e?s)?",
        r"(?:curso|ano) (?:academico|universitario)",
    ),
    Rule("spring", r"\bprintemps", r"\b(?:fruhling|fruhjahr)(?:e?s)?\b", r"\bprimavera"),
    Rule("summer", r"\bete\b", r"\bsommers?\b", r"\bverano"),
    Rule("autumn", r"\bautomne", r"\bherbst(?:e?s)?\b", r"\botono"),
    Rule("winter", r"\bhiver", r"\bwinters?\b", r"\binvierno"),
    Rule("1", r"\b1er(?= (?!siecle)[a-z]{3})"),
    Rule(
        _century,
        # "Le" is an article, but the 50th where nothing else stands before the century.
        rf"\b(?:({_FRENCH_NUMBERS})|(?!le?\b(?! s(?:iecle|\.)))([ivxl]+)(?:er?|i?eme)?|(\d\d?)(?:er?|i?eme))"
        r"(?=\b.* s(?:iecle|\.))",
        rf"\b({_GERMAN_NUMBERS})[nrs]?(?=\b.* j(?:ahr)?h)"
        r"|\b(\d\d?)\.(?=(?: ?[-/] ?\d\d?\.| bis (?:zum )?\d\d?\.)? ?j(?:ahr)?h)",
    ),
    Rule("century", r"\bsiecles?\b|\bs\.", r"\bj(?:ahrhundert(?:s|e|en)?\b|h\.?(?:dt?s?\b\.?|s\b\.?)?)"),
    Rule(_centuries, "", "", r"\b(?:siglos? |ss?\. ?)([ivxl]+)\b(?: ?(?:-|y|al?) ?(?:siglo )?([ivxl]+)\b)?"),
    Rule(
        r"\1s-\2s",
        r"\bannees (\d{1,3}0) ?(?:-|et|a) ?(?:annees )?(\d{1,3}0)\b",
        r"\b(\d{1,3}0)er ?(?:-|und|bis) ?(\d{1,3}0)er\b(?:[- ]?jahren?\b)?",
        r"\b(?:decadas de|anos) (?:los )?(\d{1,3}0) ?(?:-|y|a) ?(?:los )?(\d{1,3}0)\b",
    ),
    Rule(
        r"\1s",
        r"\bannees (\d{1,3}0)\b",
        r"\b(\d{1,3}0)er\b(?:[- ]?jahren?\b)?",
        r"\b(?:decadas? de|anos) (?:los )?(?:anos )?(\d{1,3}0)\b",
    ),
    Rule(
        "early ",
        r"(?:^au )?\b(?:debut|commencement)\b",
        r"\b(?:am |zu )?(?:anfang|beginn)\b|\b(?:im )?fruhe[ns]?\b",
        r"(?:^a )?\b(?:principios|comienzos|inicios)\b",
    ),
    Rule("mid ", r"(?:^au )?\bmilieu\b|\bmi-", r"\b(?:in der )?mitte\b", r"(?:^a )?\bmediados\b"),
    Rule("late ", r"(?:^a la )?\bfin\b", r"\b(?:am )?ende\b|\b(?:im )?spate[ns]?\b", r"(?:^a )?\b(?:finales|fines)\b"),
    Rule(r"day \1", r"\bjours? (\d)", r"\btage? (\d)", r"\bdias? (\d)"),
    Rule(r"week \1", r"\bsemaines? (\d)", r"\bwochen? (\d)", r"\bsemanas? (\d)"),
    Rule(r"month \1", r"\bmois (\d)", r"\bmonate? (\d)", r"\bmes(?:es)? (\d)"),
    Rule(r"hour \1", r"\bheures? (\d)", r"\bstunden? (\d)", r"\bhoras? (\d)"),
    Rule(r"minute \1", r"\bminutes? (\d)", r"\bminuten? (\d)", r"\bminutos? (\d)"),
    Rule(
        r"year \1",
        r"\bannees? (\d\d?)\b(?! (?:AD|BC))",
        r"\bjahre? (\d\d?)\b(?! (?:AD|BC))",
        r"\banos? (\d\d?)\b(?! (?:AD|BC))",
    ),
    Rule(
        r"\1 to present",
        r"^depuis (.+)|^(?:d[eu] |des |d')?(.+?)(?: ?- ?| a | jusqu'a )(?:nos jours|aujourd'hui|maintenant|present)$",
        r"^seit (.+)|^(?:vo[nm] )?(.+?)(?: ?- ?| bis )(?:heute|(?:zur )?gegenwart|jetzt)$",
        r"^(?:del? |desde )?(.+?)(?: ?- ?| a | hasta )(?:hoy|(?:la )?actualidad|(?:el )?presente|nuestros dias|ahora)$",
    ),
    Rule(
        "until ",
        r"^jusqu(?:e |')(?:en |a l'|a |aux? |dans )?",
        r"^bis (?!spat)(?:zum |zu den |zur |in die |in den )?",
        r"^hasta ",
    ),
    Rule(
        "by ",
        r"^au plus tard (?:en |au |aux |a la |a l'|dans )?",
        r"^(?:bis )?spatestens (?:am |im |in den |zum )?",
        r"^a mas tardar (?:en )?",
    ),
    Rule("after ", r"^apres ", r"^nach ", r"^(?:despues del?|tras) "),
    Rule("before ", r"^avant ", r"^vor ", r"^antes del? "),
    Rule(
        r"from \1",
        r"^a partir d(?:e |u |es |')(.+)|(.+) et (?:apres|au-dela)$",
        r"^ab (.+)|(.+) und (?:danach|spater)$",
        r"^a partir del? (.+)|(.+) en adelante$",
    ),
    Rule(r"between \1 and \2", r"^entre (.+?) et (.+)", r"^zwischen (.+?) und (.+)", r"^entre (.+?) y (.+)"),
    Rule(
        r"from \1 to \2",
        r"^d(?:e |u |es |')(.+?) (?:aux?|a|jusqu'(?:en|aux?|a)) (.+)",
        r"^vo[nm] (.+?) bis (?:zum |zu den |zur )?(.+)",
        r"^(?:del?|desde) (.+?) (?:al?|hasta) (.+)",
    ),
    Rule("from ", r"^des (?=\d{3,4}$)", "", r"^desde "),
    Rule(" to ", r" (?:aux?|a) ", r" bis (?:zum |zu den |zur )?", r" (?:al?|hasta) "),
    Rule("1", r"\b1er\b", "", r"\b(?:1ero|primero)\b"),
    Rule(
        " ",
        r"\b(?:de|du|des|le|la|les|en|aux?|an|annee)\b|\b[dl]'",
        r"\b(?:der|die|das|dem|den|des|im|am|in|jahre?s?)\b|(?:(?<=\b\d)|(?<=\b\d\d))\.(?= ?(?:[-/]|to\b))",
        r"\b(?:de|del|el|la|los|las|en|ano)\b",
    ),
)
