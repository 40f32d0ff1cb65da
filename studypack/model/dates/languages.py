"""How dates are printed in French, German and Spanish: their articles, prepositions and cases."""

from dataclasses import replace
from functools import partial

from typing_extensions import override

from studypack.model.dates.cldr import CldrDates, locale_of
from studypack.model.dates.english import EN_DASH, MONTHS, NBSP
from studypack.model.dates.forms import Decade, Form, PartialDate
from studypack.model.dates.grammar import GrammarDates
from studypack.model.dates.vocabulary import FRENCH, GERMAN, SPANISH, Noun, roman
from studypack.model.letters import primary_language


def printer_of(language: str) -> CldrDates | None:
    """Return the printer of dates of a language that is not English; None if its months are unknown, or not ours."""
    locale = locale_of(language)
    kind = {"fr": FrenchDates, "de": GermanDates, "es": SpanishDates}.get(primary_language(language), CldrDates)
    try:
        printer = kind(locale) if locale and locale.language != "en" else None
    except ValueError:
        return None
    return printer if printer and all(map(partial(_is_read_again, printer), range(1, 13))) else None


def _is_read_again(printer: CldrDates, month: int) -> bool:
    """Whether a month, and a day of it, are read as they are printed: of a language in two scripts they may not be."""
    name = MONTHS[month - 1]
    return (
        printer.in_english(printer.day(PartialDate(1921, month))) == f"{name} 1921"
        and printer.in_english(printer.day(PartialDate(1921, month, 16))) == f"16 {name} 1921"
    )


class FrenchDates(GrammarDates):
    """Dates in French."""

    words = FRENCH

    @override
    def day_number(self, day: int) -> str:
        return "1ᵉʳ" if day == 1 else str(day)

    @override
    def year_names(self, year: int) -> tuple[str, ...]:
        # 10 000 av. J.-C. is longer than a thousand years are on a strip of ten.
        return (self.year(year), f"\N{MINUS SIGN}{self.number(1 - year)}") if year <= -9999 else (self.year(year),)

    @override
    def time(self, minute: int) -> str:
        hour, rest = divmod(minute, 60)
        return f"{hour}{NBSP}h{NBSP}{rest:02}" if rest else f"{hour}{NBSP}h"

    @override
    def about(self, noun: Noun) -> str:
        return f"vers {_le(noun)}"

    @override
    def open(self, word: str, noun: Noun) -> str:
        match word:
            case "from":
                return f"à partir {_de(noun)}"
            case "until":
                return f"jusqu’{_until(noun)}"
            case "by":
                return f"au plus tard {_le(noun) if noun.of_day else _until(noun)}"
        return f"{ {'after': 'après', 'before': 'avant', 'now': 'depuis'}[word] } {_le(noun)}"

    @override
    def part(self, part: str, noun: Noun) -> Noun:
        if part == "mid" and not noun.article:
            return Noun(f"mi-{noun.text}", "la")
        word, article = {"early": ("début", "le"), "mid": ("milieu", "le"), "late": ("fin", "la")}[part]
        return Noun(f"{word} {_de(noun) if noun.article else noun.text}", article)

    @override
    def _joint(self, first: Form, last: Form) -> Noun | None:
        match first, last:
            case Decade(), PartialDate(year, None) if year >= 100:  # années 1920 – 1930 may be two decades
                return Noun(f"{self.long(first)} {EN_DASH} année {year}")
        return super()._joint(first, last)

    @override
    def decade(self, year: int, last: int) -> Noun:
        return Noun(f"années {year}" + (f"{EN_DASH}{last}" if last != year else ""), "les")

    @override
    def century(self, number: int, last: int) -> Noun:
        ordinals = (f"{roman(each)}{'ᵉʳ' if each == 1 else 'ᵉ'}" for each in dict.fromkeys((number, last)))
        return Noun(f"{EN_DASH.join(ordinals)}{NBSP}siècle", "le")

    @override
    def years_counted(self, years: float) -> tuple[str, str]:
        for unit, name in ((1e9, "milliard"), (1e6, "million")):
            if years >= unit:
                return self.decimal(years / unit), f"{name}{'s' * (years >= 2 * unit)} d’années"
        return self.number(round(years)), "ans"


def _le(noun: Noun) -> str:
    return noun.text if not noun.article else f"{noun.article}{'' if noun.article == 'l’' else ' '}{noun.text}"


def _de(noun: Noun) -> str:
    if not noun.article:
        return f"d’{noun.text}" if noun.text[0] in "aeo" else f"de {noun.text}"
    contracted = {"le": "du", "les": "des"}.get(noun.article)
    return f"{contracted} {noun.text}" if contracted else f"de {_le(noun)}"


def _until(noun: Noun) -> str:
    """En 1930, au printemps 1921, aux années 1930; à environ 1930."""
    if not noun.article:
        return f"{'à' if noun.text.startswith('environ') else 'en'} {noun.text}"
    contracted = {"le": "au", "les": "aux"}.get(noun.article)
    return f"{contracted} {noun.text}" if contracted else f"à {_le(noun)}"


class GermanDates(GrammarDates):
    """Dates in German."""

    words = GERMAN

    @override
    def time(self, minute: int) -> str:
        return f"{minute // 60:02}:{minute % 60:02}"

    @override
    def clock(self, day: PartialDate) -> str:
        return f"{super().clock(day)}{NBSP}Uhr" if day.minute is not None else ""

    @override
    def _times(self, first: PartialDate, last: PartialDate, short: bool) -> str:
        start = self.day(first, short=short).removesuffix(f"{NBSP}Uhr")
        return f"{start}{EN_DASH}{self.time(last.minute or 0)}{NBSP}Uhr"

    @override
    def about(self, noun: Noun) -> str:
        if EN_DASH in noun.text:
            return f"ca.{NBSP}{noun.text}"
        return f"um {_declined(noun, 'accusative')}"

    @override
    def open(self, word: str, noun: Noun) -> str:
        dative = _declined(noun, "dative")
        match word:
            case "until":
                return f"bis zu {dative}".replace("zu dem ", "zum ") if noun.article else f"bis {dative}"
            case "by":
                place = dative.replace("dem ", "am " if noun.of_day else "im ", 1).replace("den ", "in den ", 1)
                return f"spätestens {place}"
        return f"{ {'after': 'nach', 'before': 'vor', 'from': 'ab', 'now': 'seit'}[word] } {dative}"

    @override
    def season_years(self, year: int, second: int | None) -> str:
        return f"{year}/{second % 100:02}" if second else self.year(year)

    @override
    def _day_noun(self, day: PartialDate, text: str) -> Noun:
        noun = super()._day_noun(day, text)
        return noun if day.weekday is None else replace(noun, article="")

    @override
    def part(self, part: str, noun: Noun) -> Noun:
        return Noun(f"{ {'early': 'Anfang', 'mid': 'Mitte', 'late': 'Ende'}[part] } {_declined(noun, 'genitive')}")

    @override
    def decade(self, year: int, last: int) -> Noun:
        years = f"{EN_DASH.join(f'{each}er' for each in dict.fromkeys((year, last)))} Jahre"
        return Noun(years, "die", dative=f"{years}n")

    @override
    def decade_names(self, first: int, last: int) -> tuple[str, ...]:
        return (f"{first}er",) if first >= 100 else super().decade_names(first, last)

    @override
    def century(self, number: int, last: int) -> Noun:
        centuries = f"{EN_DASH.join(f'{each}.' for each in dict.fromkeys((number, last)))}{NBSP}Jahrhundert"
        return Noun(centuries, "das", genitive=f"{centuries}s")

    @override
    def years_counted(self, years: float) -> tuple[str, str]:
        for unit, name in ((1e9, "Milliarde"), (1e6, "Million")):
            if years >= unit:
                ending = "" if years == unit else "n" if name.endswith("e") else "en"
                return self.decimal(years / unit), f"{name}{ending} Jahren"
        return self.number(round(years)), "Jahren"


_CASES = {
    "accusative": {"der": "den", "das": "das", "die": "die"},
    "dative": {"der": "dem", "das": "dem", "die": "den"},
    "genitive": {"der": "des", "das": "des", "die": "der"},
}
"""The articles; `die` is that of plurals."""


def _declined(noun: Noun, case: str) -> str:
    text = {"dative": noun.dative, "genitive": noun.genitive}.get(case) or noun.text
    return f"{_CASES[case][noun.article]} {text}" if noun.article else text


class SpanishDates(GrammarDates):
    """Dates in Spanish."""

    words = SPANISH

    @override
    def time(self, minute: int) -> str:
        return f"{minute // 60:02}:{minute % 60:02}"

    @override
    def about(self, noun: Noun) -> str:
        return f"hacia {_el(noun)}"

    @override
    def open(self, word: str, noun: Noun) -> str:
        match word:
            case "after":
                return f"después {_del(noun)}"
            case "before":
                return f"antes {_del(noun)}"
            case "by":
                return f"a más tardar {'' if noun.of_day else 'en '}{_el(noun)}"
            case "now":
                return f"desde {_el(noun)} hasta hoy"
        return f"{ {'from': 'desde', 'until': 'hasta'}[word] } {_el(noun)}"

    @override
    def part(self, part: str, noun: Noun) -> Noun:
        word = {"early": "principios", "mid": "mediados", "late": "finales"}[part]
        return Noun(f"{word} {_del(noun)}")

    @override
    def decade(self, year: int, last: int) -> Noun:
        return Noun(f"década de {year}", "la") if year == last else Noun(f"décadas de {year}{EN_DASH}{last}", "las")

    @override
    def century(self, number: int, last: int) -> Noun:
        if number == last:
            return Noun(f"siglo{NBSP}{roman(number)}", "el")
        return Noun(f"siglos{NBSP}{roman(number)}{EN_DASH}{roman(last)}", "los")

    @override
    def years_counted(self, years: float) -> tuple[str, str]:
        if years >= 1e6:
            return self.decimal(years / 1e6), f"{'millón' if years == 1e6 else 'millones'} de años"
        return self.number(round(years)), "años"


def _el(noun: Noun) -> str:
    return f"{noun.article} {noun.text}" if noun.article else noun.text


def _del(noun: Noun) -> str:
    return f"del {noun.text}" if noun.article == "el" else f"de {_el(noun)}"
