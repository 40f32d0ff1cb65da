"""The dictionary of American English that comes with spylls (Hunspell's in Python), asked for British words too."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from studypack.importing.spelling.subject_terms import SUBJECT_TERMS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spylls.hunspell import Dictionary

_BRITISH = tuple(
    (re.compile(pattern), american)
    for pattern, american in (
        (r"(?<=[a-z]{2})our(?=s?$|ed|ing|abl|al|ful|hood|i[st]|l|er|y)", "or"),
        (r"(arm|col|flav|hon|lab|rum|sav)our", r"\1or"),
        (r"is(e[drs]?|ers|ings?|ingly|ation\w*|abl[ey]|ement|ant|ance)$", r"iz\1"),
        (r"ys(e[drs]?|ers|ing)$", r"yz\1"),
        (r"(?<=[btv])re(?=s?$|d$|ly$|ness$)", "er"),
        (r"tr(ed|ing)$", r"ter\1"),
        (r"(?<=[fb]ib)re|(?<=cent)re", "er"),
        (r"(?<=[^aeiou][aeiou])ll(ed|ing|ers?|ous|ously|ors?|ists?|ery|en|ens)$", r"l\1"),
        (r"(?<=[uia][ae])ll(ed|ing|ers?)$", r"l\1"),
        (r"(fulfi|disti|insti|enthra|enro|appa|insta)l(?=s?$|ment)", r"\1ll"),
        (r"ilful", "illful"),
        (r"worshipp", "worship"),
        (r"ae|oe", "e"),
        (r"oeuv", "euv"),
        (r"ogu(ed|ers?|ing)$", r"og\1"),
        (r"ogue(s?)$", r"og\1"),
        (r"(def|off|pret|lic)ence", r"\1ense"),
        (r"gramme(s?)$", r"gram\1"),
        (r"^sulph", "sulf"),
        (r"(?<=m)ou(?=l)", "o"),
        (r"plough", "plow"),
        (r"draught", "draft"),
        (r"grey", "gray"),
        (r"gey?(ing|ment)", r"g\1"),
        (r"nx(ion)", r"ct\1"),
        (r"^sc(?=ept)", "sk"),
        (r"^ty(?=res?$)", "ti"),
        (r"eque(s?)$", r"eck\1"),
        (r"(whil|among|amid)st$", r"\1"),
        (r"ctis(e[drs]?|ing)$", r"ctic\1"),
        (r"(lear|bur|drea|lea)(n|m|p)t$", r"\1\2ed"),
    )
)
"""British letters and the American ones: colour, realise, centre, travelled, haemoglobin, defence, programme."""
_BRITISH_ONLY = frozenset(
    """
    accoutrements adaptor adaptors aeroplane aeroplanes aluminium ambience anaesthetise anaesthetised artefact
    artefacts barque barques baulk baulked baulking baulks benefitted benefitting biassed briar briars carburettor
    carburettors chaperone chaperones chequers chilli chillies clarinettist clarinettists collectables connexion
    connexions cosier cosily cosy crenellated crenellation crenellations crueller cruellest dependant dependants
    descendent dwelt enquire enquired enquires enquiries enquiry flautist flautists flyer flyers focussed focusses
    focussing furore furores gaol gaols glycerine jewellery kerb kerbs knelt lasagne liquorice manoeuvre manoeuvred
    manoeuvres manoeuvring meagre mollusc molluscs moustache moustaches nitroglycerine nought noughts ochre omelette
    omelettes outmanoeuvre outmanoeuvred pernickety phoney pyjamas rouble roubles savouries savoury sepulchre
    sepulchres smelt specialities speciality spelt spilt spoilt storey storeyed storeys timetabled titbit titbits
    tonne tonnes tranquillity unshakeable whingeing whirrs whiskies whisky woollen yoghurt yoghurts
    """.split()  # noqa: SIM905
)


@cache
def dictionary() -> "Dictionary | None":
    """Return the dictionary, which takes half a second to load; None if spylls is not installed."""
    try:
        from spylls.hunspell import Dictionary  # noqa: PLC0415  (an extra)
    except ImportError:
        return None
    return Dictionary.from_files("en_US")


@lru_cache(65_536)
def is_word(word: str) -> bool:
    """Return whether the dictionary has a word as it is written, of small letters or a name."""
    found = dictionary()
    return found is not None and found.lookup(word)


def is_known(word: str) -> bool:
    """Return whether a word is right: in the dictionary with any capitals, or as its American spelling."""
    small = word.lower()
    return any(is_word(each) for each in {word, small, word.capitalize()}) or is_british_or_term(small)


@lru_cache(65_536)
def is_british_or_term(small: str) -> bool:
    """Return whether a word in small letters is right in Britain, or a term of a school subject."""
    return small in _BRITISH_ONLY or small in SUBJECT_TERMS or any(is_word(each) for each in _american(small))


def _american(small: str) -> "Iterator[str]":
    for pattern, ending in _BRITISH:
        american, count = pattern.subn(ending, small)
        if count:
            yield american
