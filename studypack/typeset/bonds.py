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
    r"[Pp]ages? [Cc]hapters? [Pp]art [Ll]ines? [Qq]uestion [Aa]rticle [Ss]ection [Tt]able [Ff]igure [Aa]ct",
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
    "measures": r"% ‰ °[CF]? [kcm]?m² [kcmµ]?m [kmµ]?g t ha k?W h min s km/h mph ft lb oz miles? tons? tonnes? £ € \$",
    "de": r"Tausend Millionen? Mio\. Milliarden? Mrd\. Prozent Uhr v\. n\. Mark",
    "fr": r"mille millions? milliards? pour av\. francs",
    "es": r"mil millón millones a\. pesetas",
    "it": r"mila milion[ei] miliard[oi] lire",
    "pl": r"tys\. mln mld r\. proc\.",
    "ru": r"тыс\. млн млрд г\. гг\. руб\.",
}
_SHORT = "ouwzikvsВКСУЯвикосуя"
"""One-letter words of Polish, Czech and Russian, which go with the word after them."""


def _any(table: dict[str, str]) -> str:
    """One pattern for all words of a table."""
    return "|".join(dict.fromkeys(word for row in table.values() for word in row.split()))


_MONTH = rf"(?:{_any(_MONTHS)})\b"
_DAY = r"\d{1,2}(?:st|nd|rd|th|er|\.|º)?"
_CAPITAL = r"[^\W\d_a-zß-öø-ÿа-я]"
_FIGURE = r"[£€$]?\d[\d.,–/]*"
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
    spaces = (match.start() for match in _WORTH_A_LOOK.finditer(text))
    return tuple(space for space in spaces if _is_bond(text, space))


def _is_bond(text: str, space: int) -> bool:
    match = _BOND.match(text, text.rfind(" ", 0, space) + 1)
    return match is not None and match.end() == space
