"""Bonds: spaces at which a printer would not end a line, though the text has an ordinary space there.

Text that is copied from the page keeps that space, which a no-break space in the text would not. The rules are those
of New Hart's Rules (2.5.1, 6.4 and 11.1) and of the Imprimerie nationale, for every language at once: a bond too many
costs a few millimetres of rag, and packs quote each other's dates and names.
"""

import re
from functools import lru_cache

_MONTHS = {
    "en": "January February March April May June July August September October November December "
    "Jan Feb Mar Apr Jun Jul Aug Sept? Oct Nov Dec",
    "de": "Januar Jänner Februar März Mai Juni Juli Oktober Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "de enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre",
    "pt": "janeiro fevereiro março maio junho julho setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus oktober december",
    "sv": "mars maj augusti november marts",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}
_BEFORE_FIGURES = {
    "en": r"c\. ca\. circa pp?\. [Nn]os?\. [Vv]ols?\. [Cc]hs?\. [Ff]igs?\. [Aa]rts?\. ll?\. §§? AD "
    r"[Pp]ages? [Cc]hapters? [Pp]art [Ll]ines? [Qq]uestion [Aa]rticle [Ss]ection [Tt]able [Ff]igure [Aa]ct "
    r"[Yy]ear [Uu]nit [Pp]aper [Ss]tage [Gg]rade [Ll]evel [Ss]tep [Ww]eek Arts? ss? paras? [Ss]ch reg cl",
    "de": r"S\. Nr\. Bd\. Kap\. Abb\. um Seite Kapitel Artikel",
    "fr": r"[nN]os? [nN]° art\. chap\. v\. vers chapitre",
    "es": r"n\.º núm\. pág\. cap\. siglo s\.",
    "it": r"n\. pag\. cap\. ca secolo",
    "ru": r"№ с\. г\. гл\.",
}
_TITLES = {
    "en": r"Mrs? Ms Mx Dr Prof Rev St Sir Dame Lord Lady Fr Sgt Capt Lt Col Maj Gen Brig Adm Messrs King Queen Tsar",
    "de": r"Hr Fr Herrn? Frau Sankt",
    "fr": r"M MM Mmes? Mlles? Mgr",
    "es": r"Sra? Dña Don Doña",
    "it": r"Sig Sig\.ra Dott",
    "pl": r"prof gen św płk",
    "ru": r"г-н г-жа тов акад проф ген",
}
_AFTER_FIGURES = {
    "en": r"thousand million billion trillion percent per hundred dozen bn m k BCE? CE AD [ap]\.?m\.? o’clock",
    "measures": r"% ‰ °[CF]? [kcmdµn]?m[²³]? [kmµn]?g t ha h min m?s km/h km/s m/s²? mph ft lb oz miles? tons? tonnes? "
    r"£ € \$ "
    r"[kMGTm]?(?:W|Wh|Hz|V|A|J|Ω|N|eV|bar|cal|B|bit|bits|bps|b/s) [kMGT]iB [hkM]?Pa [mcd]?[lL] m?mol[/\w]* K dB "
    r"ppm rpm atm lm lx cd px bytes? kg/m³ g/cm³ mg/l",
    "de": r"Tausend Millionen? Mio\. Milliarden? Mrd\. Prozent Uhr v\. n\. Mark",
    "fr": r"mille millions? milliards? pour av\. francs",
    "es": r"mil millón millones a\. pesetas",
    "it": r"mila milion[ei] miliard[oi] lire",
    "pl": r"tys\. mln mld r\. proc\.",
    "ru": r"тыс\. млн млрд г\. гг\. руб\.",
}
_BETWEEN = {
    "en": "[Bb]etween…and [Ff]rom…to [Ff]rom…until",
    "de": "zwischen…und von…bis",
    "fr": "entre…et de…à",
    "es": "entre…y de…a",
    "it": "tra…e fra…e dal…al",
    "pt": "entre…e de…a",
    "nl": "tussen…en van…tot",
}
"""Two figures that are said of each other: between 1825 and 1914."""
_SHORT = "ouwzikvsВКСУЯвикосуя"
"""One-letter words of Polish, Czech and Russian, which go with the word after them."""


def _any(table: dict[str, str]) -> str:
    """One pattern for all words of a table."""
    return "|".join(dict.fromkeys(word for row in table.values() for word in row.split()))


_MONTH = rf"(?:{_any(_MONTHS)})\b"
_DAY = r"\d{1,2}(?:st|nd|rd|th|er|\.|º)?"
_CAPITAL = r"[^\W\d_a-zß-öø-ÿа-я]"
_FIGURE = r"[£€$]?\d[\d.,–/]*"
_NUMBER = r"[£€$−]?\d[\d.,–/()⁰¹²³⁴-⁹⁻%°]*"
_SPANS = "|".join(
    rf"{one} {_NUMBER} {two} {_NUMBER}"
    for row in _BETWEEN.values()
    for one, two in (pair.split("…") for pair in row.split())
)
_COURT = r"(?:All ER|[A-Z]{2,6})(?: (?:Civ|Crim|Admin|Fam|Ch)\b)?"
_WHOLE = re.compile(
    rf"""(?<!\S)[(“‘"'«]*(?:{_SPANS}"""
    rf"""|{_NUMBER}(?: [×·⋅÷±+−=≈] {_NUMBER})+"""  # 6.02 × 10²³
    rf"""|[\[(]\d{{4}}[\])](?: \d{{1,3}})?(?: {_COURT})+(?: \d+(?: {_COURT} \d+)?)?"""  # [1961] 1 QB 394
    r"""|(?:[Aa]rt(?:s|icles?)?|ss?|[Ss]ections?)\.? \d[\w(),–]* [A-Z]{2,}\b"""  # Art 7 ECHR
    rf"""|{_CAPITAL}[\w’'-]* (?:v|vs)\.? {_CAPITAL})"""  # R v Ireland
)
"""Words none of which should stand on another line than the others."""
_WORTH_A_LOOK = re.compile(
    rf" (?:(?=[\d£€$A-ZÀ-ÞА-Я–—…:;!?»])|(?<=[\d.º°«] )|(?<=\der )|(?<=\w- )|(?<=[\s(][{_SHORT}] ))"
)
"""Spaces that may be bonds, found faster than the bonds themselves."""
_BOND = re.compile(
    rf"""[(\[“‘„«"'–—/]*(?:              # from the start of the word before the space
        {_DAY}(?:[–/-]{_DAY})?(?=\ {_MONTH}) | {_MONTH}(?=\ \d\d?(?!\d))
      | (?:{_any(_BEFORE_FIGURES)})(?=\ (?:[£€$]?\d|[IVXLC]+\b))
      | (?:{_CAPITAL}\.-?){{1,3}}(?=\ {_CAPITAL})
      | (?:{_any(_TITLES)})\.?(?=\ {_CAPITAL})
      | {_FIGURE}(?=\ (?:{_any(_AFTER_FIGURES)})(?!\w)) | \d{{1,3}}(?=\ \d{{3}}(?!\d))
      | {_CAPITAL}\w+(?=\ (?:[IVX]{{2,}}|V|X)(?!\w))
      | [{_SHORT}](?=\ \w)
      | [^ ]*\w-                         # pre- and post-war: at a line's end, readers would drop the hyphen
      | [^ ]*(?=\ [–—…:;!?»](?:\s|$)) | «(?=\ )
    )(?=\ )""",
    re.VERBOSE,
)


@lru_cache(maxsize=10_000)
def bonds(text: str) -> tuple[int, ...]:
    """The indexes of the spaces in a text at which no line should end."""
    found = {space.start() for space in _WORTH_A_LOOK.finditer(text) if _is_bond(text, space.start())}
    for whole in _WHOLE.finditer(text):
        found.update(at for at in range(whole.start(), whole.end()) if text[at] == " ")
    return tuple(sorted(found))


def _is_bond(text: str, space: int) -> bool:
    match = _BOND.match(text, text.rfind(" ", 0, space) + 1)
    return match is not None and match.end() == space
