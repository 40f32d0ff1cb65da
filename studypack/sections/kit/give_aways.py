"""Words of a question that tell which of four answers is right: of a woman, of a German, of a week; by language."""

import re
from collections.abc import Mapping

from studypack.model.letters import primary_language

_GENDERED = {"fr": r"\b(?:ils?|elles?)\b", "de": r"\b(?:er|sie|es)\b", "es": r"\b(?:él|ellas?|ellos)\b"}
_WOMEN = {
    "en": r"\b(?:she|hers?|herself|wom[ae]n|queen|empress|princess|wife|mother|daughter|sister|widow|actress|heroine|"
    r"girl|lady|duchess|suffragette|nun|priestess|goddess)\b",
    "fr": r"\b(?:elle|reine|femme|fille|mère|sœur|épouse|impératrice|princesse|veuve)\b|"
    r"^\w+(?:trice|ière|euse|enne|ée)\b",
    "de": r"\b(?:frau|königin|kaiserin|tochter|mutter|schwester|gattin|witwe)\b|^(?:\w+e )?\w+in\b",
    "es": r"\b(?:ella|reina|mujer|hija|madre|hermana|esposa|emperatriz|princesa|viuda)\b|"
    r"^\w+(?:ora|era|triz|ada|ida|ina)\b",
}
_PEOPLES = {
    "en": r"\b(?:american|australian|austrian|belgian|brazilian|british|bulgarian|canadian|chinese|czech|danish|dutch|"
    r"egyptian|english|finnish|french|german|greek|hungarian|indian|iranian|irish|israeli|italian|japanese|korean|"
    r"mexican|norwegian|persian|polish|portuguese|romanian|russian|scottish|serb\w*|soviet|spanish|swedish|swiss|"
    r"turkish|ukrainian|welsh|born)\b",
    "fr": r"\b(?:allemand|américain|anglais|autrichien|belge|britannique|chinois|espagnol|français|grec|hongrois|"
    r"indien|irlandais|italien|japonais|polonais|portugais|prussien|russe|soviétique|suisse|turc|née? (?:en|à|au))",
    "de": r"\b(?:amerikanisch|belgisch|britisch|chinesisch|deutsch|englisch|französisch|griechisch|indisch|irisch|"
    r"italienisch|japanisch|österreichisch|polnisch|russisch|schweizer|sowjetisch|spanisch|türkisch|ungarisch|geboren)",
    "es": r"\b(?:alemán|alemana|american|argentin|británic|chin[oa]|cuban|español|estadounidense|frances|francés|grieg|"
    r"ingles|inglés|italian|japon|mexican|polac|portugu|rus[oa]|soviétic|turc|nacid[oa])",
}
_TIMES = {
    "en": r"\b(?:days?|weeks?|months?|years?|spring|summer|autumn|winter|nights?|eve|new year|calendar)\b",
    "fr": r"\b(?:jour|journée|semaine|mois|an|année|printemps|été|automne|hiver|nuit|veille|calendrier)s?\b",
    "de": r"(?:tage?|wochen?|monate?|jahre?|frühling|sommer|herbst|winter|nacht|abend|kalender)s?\b",
    "es": r"\b(?:día|semana|mes|año|primavera|verano|otoño|invierno|noche|víspera|calendario)s?\b",
}
_SOMEBODY = {
    "en": r"\b(?:m[ae]n|wom[ae]n|child(?:ren)?|people|persons?|some(?:one|body)|any(?:one|body)|those|one|"
    r"kings?|queens?|nobles?|priests?|monks?|nuns?|slaves?|chiefs?|judges?|magistrates?|citizens?|officials?|peasants?|saints?|"
    r"(?!factor|number|order|power|water|river|paper|letter|layer|matter|error|cent|col)[a-z]{3,}(?:er|or|ist|ian)s?)$",
    "fr": r"^(?:une?s? |les? |la |ceux|celui|celle)?(?:homme|femme|enfant|roi|reine|prêtre|moine|esclave|chef|juge|"
    r"magistrat|membre|garde|partisan|noble|paysan|citoyen|soldat|personne|gens|\w+(?:eur|ier|iste|ain|ien)s?\b)",
    "de": r"\b(?:mann|männer|frau(?:en)?|leute|menschen?|könige?|priester|mönche?|sklaven?|bürger|soldat(?:en)?|wer|"
    r"\w{3,}(?:er|ist|isten|in|innen|or))$",
    "es": r"^(?:un[oa]?s? |el |la |los |las |quien)?(?:hombre|mujer|niñ[oa]|rey|reina|monje|esclav[oa]|jefe|juez|"
    r"miembro|noble|campesino|soldado|persona|ciudadano|\w+(?:dor|dora|ista|ero|era|ano|ana)s?\b)",
}
"""Who somebody is, in the first words of what a term means."""
_AFTER_NOUN = r"[,;:.(]| (?:of|that|which|who|whose|in|for|by|from|to|with|on|at|der|die|das|des|von|im|mit|für|aus)\b"
"""Ends the words before it with the noun that says what something is."""

_ARTICLES = "a an the un une le la les des du der die das ein eine el los las una uno unos unas il lo gli i de het een"
"""Of the languages that are taught, so that a word of another stands among words of its kind."""


def opens_with_article(term: str) -> bool:
    """Return whether a term is listed with its article, as nouns are: un avis; but a letter alone is none."""
    first, _, rest = term.replace("’", "'").casefold().partition(" ")
    return (bool(rest) and first in _ARTICLES.split()) or first.startswith("l'")


def means_somebody(meaning: str, language: str) -> bool:
    """Return whether a meaning is that of people, as far as its first words tell: a sole magistrate who …."""
    words = re.sub(r"^(?:any |each )?one of ", "", meaning, flags=re.IGNORECASE)
    words = re.split(_AFTER_NOUN, words)[0]
    return bool(_found(_SOMEBODY, words, language))


def without_article(term: str) -> str:
    """Return a term without the article that it is listed with."""
    first = "l’" if term[:2].casefold() in ("l’", "l'") else term.partition(" ")[0]
    return term[len(first) :].lstrip() if opens_with_article(term) else term


def is_plural(words: str, language: str) -> bool:
    """Return whether the noun of some words has an s at its end: it is the last in English, the first in French."""
    nouns = words.split() or [words]
    match primary_language(language):
        case "en":
            return nouns[-1].endswith("s") and not nouns[-1].endswith(("ss", "us", "is"))
        case "fr":
            return nouns[0].endswith(("s", "x"))
        case "es":
            return nouns[0].endswith("s")
    return False


def means_verb(meaning: str) -> bool:
    """Return whether a meaning is an English verb: to bully."""
    return meaning.casefold().startswith("to ")


def tells_gender(meaning: str, language: str) -> bool:
    """Return whether a pronoun tells the gender of the word that is meant."""
    return bool(_found(_GENDERED, meaning, language))


def of_a_woman(role: str, language: str) -> bool:
    """Return whether a role says that it is a woman's."""
    return bool(_found(_WOMEN, role, language))


def peoples_in(role: str, language: str) -> frozenset[str]:
    """Return the peoples that a role names, or that it says of a birth: a name of another would not be believed."""
    return _found(_PEOPLES, role, language)


def tells_time(title: str, language: str) -> bool:
    """Return whether a title says how long something took, or in which part of the year it was."""
    return bool(_found(_TIMES, title, language))


def _found(tables: Mapping[str, str], text: str, language: str) -> frozenset[str]:
    pattern = tables.get(primary_language(language))
    return frozenset(each.casefold() for each in re.findall(pattern, text, re.IGNORECASE)) if pattern else frozenset()
