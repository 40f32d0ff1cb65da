"""The words of dates in French, German and Spanish.

They are no messages of the catalogue, because a preposition changes the words after it: début des années 1930, bis zum
19. Jahrhundert, después del 3 de agosto. How it does stands in `languages`, and the words that are read in
`rules`.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from studypack.base.record import record
from studypack.model.dates.english import NBSP


@record
class Noun:
    """A date, or a word for one, with what prepositions and other words before it ask about it."""

    text: str
    article: str = ""
    """In the nominative: le, das, el; empty for what has none, 1921."""
    dative: str = ""
    """Where it is not the text; German only."""
    genitive: str = ""
    of_day: bool = False
    """Whether it is a day of the calendar."""

    def followed_by(self, words: str) -> "Noun":
        """Return the noun with some words after it, which stay the same in every case."""
        cases = {case: getattr(self, case) for case in ("text", "dative", "genitive")}
        return replace(self, **{case: text and text + words for case, text in cases.items()})


@record(kw_only=True)
class DateVocabulary:
    """What does not depend on the words around it."""

    eras: tuple[str, str]
    """What follows a year before Christ, and one after."""
    today: str
    day_article: str
    after_day: str = ""
    """What follows the number of a day: 3."""
    seasons: Mapping[str, Noun]
    before_year: str = " "
    """Between a season and its year."""
    schools: Mapping[str, Noun]
    """A school year and an academic year."""
    counted_nouns: Mapping[str, tuple[str, str, str]]
    """What an order without dates counts in: singular, plural, article."""
    ago_words: Mapping[str, str]
    """How years ago are said after no word, and after those of `Open`; now is from then until today."""
    roughly: str
    """About, before a number."""
    to_word: str
    """What is heard for the dash of a range."""
    heard: Sequence[tuple[str, str | Callable[[re.Match[str]], str]]]
    """Patterns in printed dates, and what is heard instead."""


_ROMAN = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(number: int) -> str:
    """Return a number up to 89 in Roman figures."""
    done = ""
    for value, figures in _ROMAN:
        done += figures * (number // value)
        number %= value
    return done


def from_roman(figures: str) -> int:
    """Return the number that Roman figures in capitals mean; 0 if they mean none up to 89."""
    return next((number for number in range(1, 90) if roman(number) == figures), 0)


def _in_figures(roman: re.Match[str]) -> str:
    number = from_roman(roman[0].rstrip("ᵉʳ"))
    return f"{number}{'er' if number == 1 else 'e'}" if roman[0].endswith(("ᵉ", "ʳ")) else str(number)


FRENCH = DateVocabulary(
    eras=(f"av.{NBSP}J.-C.", f"ap.{NBSP}J.-C."),
    today="aujourd’hui",
    day_article="le",
    seasons={
        "spring": Noun("printemps", "le"),
        "summer": Noun("été", "l’"),
        "autumn": Noun("automne", "l’"),
        "winter": Noun("hiver", "l’"),
    },
    schools={"school": Noun("année scolaire", "l’"), "academic": Noun("année universitaire", "l’")},
    counted_nouns={
        "minute": ("Minute", "Minutes", "la"),
        "hour": ("Heure", "Heures", "l’"),
        "day": ("Jour", "Jours", "le"),
        "week": ("Semaine", "Semaines", "la"),
        "month": ("Mois", "Mois", "le"),
        "year": ("Année", "Années", "l’"),
    },
    ago_words={
        "": f"il y a{NBSP}{{}}",
        "before": "il y a plus de {}",
        "after": "il y a moins de {}",
        **dict.fromkeys(("from", "now"), "depuis {}"),
        **dict.fromkeys(("until", "by"), "jusqu’à il y a {}"),
    },
    roughly="environ",
    to_word="à",
    heard=(
        (r"av\.\sJ\.-C\.", "avant Jésus-Christ"),
        (r"ap\.\sJ\.-C\.", "après Jésus-Christ"),
        (r"\b[IVXL]+ᵉʳ?", _in_figures),
        ("ᵉʳ", "er"),
        # Du 3 au 5 août, de la fin du 18e au début du 19e siècle.
        (
            r"\s?–\s?(?=\d\d?(?:er)?\s(?:janv|févr|mars|avr|mai|jui|août|sept|oct|nov|déc)|début|milieu|\d\d?er?\ssiècle)",
            " au ",
        ),
        (r"\s–\s(?=années)", " aux "),
        (r"\s–\s(?=fin)", " à la "),
    ),
)

GERMAN = DateVocabulary(
    eras=(f"v.{NBSP}Chr.", f"n.{NBSP}Chr."),
    today="heute",
    day_article="der",
    after_day=".",
    seasons={
        "spring": Noun("Frühjahr", "das", genitive="Frühjahrs"),
        "summer": Noun("Sommer", "der", genitive="Sommers"),
        "autumn": Noun("Herbst", "der", genitive="Herbsts"),
        "winter": Noun("Winter", "der", genitive="Winters"),
    },
    schools={
        "school": Noun("Schuljahr", "das", genitive="Schuljahrs"),
        "academic": Noun("Studienjahr", "das", genitive="Studienjahrs"),
    },
    counted_nouns={
        "minute": ("Minute", "Minuten", ""),
        "hour": ("Stunde", "Stunden", ""),
        "day": ("Tag", "Tage", ""),
        "week": ("Woche", "Wochen", ""),
        "month": ("Monat", "Monate", ""),
        "year": ("Jahr", "Jahre", ""),
    },
    ago_words={
        "": "vor {}",
        "before": "vor mehr als {}",
        "after": "vor weniger als {}",
        **dict.fromkeys(("from", "now"), "seit {}"),
        **dict.fromkeys(("until", "by"), "bis vor {}"),
    },
    roughly="etwa",
    to_word="bis",
    heard=(
        (r"v\.\sChr\.", "vor Christus"),
        (r"n\.\sChr\.", "nach Christus"),
        (r"\bca\.", "circa"),
    ),
)

SPANISH = DateVocabulary(
    eras=(f"a.{NBSP}C.", f"d.{NBSP}C."),
    today="hoy",
    day_article="el",
    seasons={
        "spring": Noun("primavera", "la"),
        "summer": Noun("verano", "el"),
        "autumn": Noun("otoño", "el"),
        "winter": Noun("invierno", "el"),
    },
    before_year=" de ",
    schools={"school": Noun("curso escolar", "el"), "academic": Noun("curso académico", "el")},
    counted_nouns={
        "minute": ("Minuto", "Minutos", "el"),
        "hour": ("Hora", "Horas", "la"),
        "day": ("Día", "Días", "el"),
        "week": ("Semana", "Semanas", "la"),
        "month": ("Mes", "Meses", "el"),
        "year": ("Año", "Años", "el"),
    },
    ago_words={
        "": "hace {}",
        "before": "hace más de {}",
        "after": "hace menos de {}",
        **dict.fromkeys(("from", "now"), "desde hace {}"),
        **dict.fromkeys(("until", "by"), "hasta hace {}"),
    },
    roughly="aproximadamente",
    to_word="a",
    heard=(
        (r"\ba\.\sC\.", "antes de Cristo"),
        (r"\bd\.\sC\.", "después de Cristo"),
        (r"(?<=siglo\s)[IVXL]+|(?<=siglos\s)[IVXL]+|(?<=–)[IVXL]+", _in_figures),
        (r"\s?–\s?(?=\d\d?\sde\s|siglo\s)", " al "),
        (r"\s–\s(?=década)", " a la "),
    ),
)
