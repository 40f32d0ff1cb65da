"""Dates in the pack's language: read as people type them, printed and read aloud by its grammar, and read again."""

import re
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_dates import COUNTED, DAYS, NEW_SPANS, ROUGHLY, SPANS, TIMES, YEARS

from studypack.model.content import Pack
from studypack.model.dates.parser import DateError, parse
from studypack.model.dates.printers import dates_in, dates_read_in
from studypack.output.glyph_coverage import is_printable

FRENCH = [
    # typed, what English says, long, short, spoken
    ("3 août 2018", "3 August 2018", "3 août 2018", "3 août 2018", "3 août 2018"),
    ("3 AOUT 2018", "3 August 2018", "3 août 2018", "3 août 2018", "3 août 2018"),
    ("1er mars 1921", "1 March 1921", "1ᵉʳ mars 1921", "1ᵉʳ mars 1921", "1er mars 1921"),
    ("le 16 févr. 1921", "16 February 1921", "16 février 1921", "16 févr. 1921", "16 février 1921"),
    ("dimanche 3 septembre 1939", "Sunday 3 September 1939", "dimanche 3 septembre 1939", "dim. 3 sept. 1939", "dimanche 3 septembre 1939"),
    ("en février 2004", "February 2004", "février 2004", "févr. 2004", "février 2004"),
    ("en l'an 1000", "1000", "1000", "1000", "1000"),
    ("44 av. J.-C.", "44 BC", "44 av. J.-C.", "44 av. J.-C.", "44 avant Jésus-Christ"),
    ("43 après Jésus-Christ", "AD 43", "43 ap. J.-C.", "43 ap. J.-C.", "43 après Jésus-Christ"),
    ("10 000 av. J.-C.", "10,000 BC", "10 000 av. J.-C.", "10 000 av. J.-C.", "10 000 avant Jésus-Christ"),
    ("de 1919 à 1921", "1919–21", "1919–1921", "1919–1921", "1919 à 1921"),
    ("entre 1919 et 1921", "1919–21", "1919–1921", "1919–1921", "1919 à 1921"),
    ("58-50 av. J.-C.", "58–50 BC", "58–50 av. J.-C.", "58–50 av. J.-C.", "58 à 50 avant Jésus-Christ"),
    ("du 3 au 5 août 2018", "3–5 August 2018", "3–5 août 2018", "3–5 août 2018", "3 au 5 août 2018"),
    ("du 1er août au 3 septembre 1914", "1 August – 3 September 1914", "1ᵉʳ août – 3 septembre 1914", "1ᵉʳ août – 3 sept. 1914", "1er août au 3 septembre 1914"),
    ("de mars à mai 1926", "March–May 1926", "mars–mai 1926", "mars–mai 1926", "mars à mai 1926"),
    ("les années 1930", "1930s", "années 1930", "années 1930", "années 1930"),
    ("années 1920–1930", "1920s–30s", "années 1920–1930", "années 1920–1930", "années 1920 à 1930"),
    ("XIXe siècle", "19th century", "XIXᵉ siècle", "XIXᵉ siècle", "19e siècle"),
    ("Ier siècle av. J.-C.", "1st century BC", "Iᵉʳ siècle av. J.-C.", "Iᵉʳ siècle av. J.-C.", "1er siècle avant Jésus-Christ"),
    ("XVIIe-XVIIIe siècle", "17th–18th century", "XVIIᵉ–XVIIIᵉ siècle", "XVIIᵉ–XVIIIᵉ siècle", "17e au 18e siècle"),
    ("XLVe siècle av. J.-C.", "45th century BC", "XLVᵉ siècle av. J.-C.", "XLVᵉ siècle av. J.-C.", "45e siècle avant Jésus-Christ"),
    ("1er janvier 100 – IIe siècle", "1 January 100 – 2nd century", "1ᵉʳ janvier 100 – IIᵉ siècle", "1ᵉʳ janv. 100 – IIᵉ siècle", "1er janvier 100 au 2e siècle"),
    ("le dix-neuvième siècle", "19th century", "XIXᵉ siècle", "XIXᵉ siècle", "19e siècle"),
    ("début 1930", "early 1930", "début 1930", "début 1930", "début 1930"),
    ("au début des années 1930", "early 1930s", "début des années 1930", "début des années 1930", "début des années 1930"),
    ("à la fin du XIXe siècle", "late 19th century", "fin du XIXᵉ siècle", "fin du XIXᵉ siècle", "fin du 19e siècle"),
    ("de la fin du XVIIIe au début du XIXe siècle", "late 18th to early 19th century", "fin du XVIIIᵉ siècle – début du XIXᵉ siècle", "fin du XVIIIᵉ siècle – début du XIXᵉ siècle", "fin du 18e siècle au début du 19e siècle"),
    ("mi-mars 1921", "mid-March 1921", "mi-mars 1921", "mi-mars 1921", "mi-mars 1921"),
    ("printemps 1921", "spring 1921", "printemps 1921", "printemps 1921", "printemps 1921"),
    ("hiver 1939-1940", "winter 1939–40", "hiver 1939–1940", "hiver 1939–1940", "hiver 1939 à 1940"),
    ("vers 1919", "c. 1919", "vers 1919", "vers 1919", "vers 1919"),
    ("vers le 3 août 2018", "c. 3 August 2018", "vers le 3 août 2018", "vers le 3 août 2018", "vers le 3 août 2018"),
    ("après 1935", "after 1935", "après 1935", "après 1935", "après 1935"),
    ("avant le 3 août 2018", "before 3 August 2018", "avant le 3 août 2018", "avant le 3 août 2018", "avant le 3 août 2018"),
    ("depuis 1991", "1991–present", "depuis 1991", "depuis 1991", "depuis 1991"),
    ("1991 à nos jours", "1991–present", "depuis 1991", "depuis 1991", "depuis 1991"),
    ("à partir d'avril 1921", "from April 1921", "à partir d’avril 1921", "à partir d’avr. 1921", "à partir d’avril 1921"),
    ("jusqu'en 1930", "until 1930", "jusqu’en 1930", "jusqu’en 1930", "jusqu’en 1930"),
    ("jusqu'aux années 1930", "until 1930s", "jusqu’aux années 1930", "jusqu’aux années 1930", "jusqu’aux années 1930"),
    ("au plus tard le 3 août 2018", "by 3 August 2018", "au plus tard le 3 août 2018", "au plus tard le 3 août 2018", "au plus tard le 3 août 2018"),
    ("il y a 66 millions d'années", "66 million years ago", "il y a 66 millions d’années", "il y a 66 millions d’années", "il y a 66 millions d’années"),
    ("il y a 4,6 milliards d'années", "4.6 billion years ago", "il y a 4,6 milliards d’années", "il y a 4,6 milliards d’années", "il y a 4,6 milliards d’années"),
    ("il y a 1,001 milliard d'années", "1001 million years ago", "il y a 1,001 milliard d’années", "il y a 1,001 milliard d’années", "il y a 1,001 milliard d’années"),
    ("10,000 av. J.-C.", "10,000 BC", "10 000 av. J.-C.", "10 000 av. J.-C.", "10 000 avant Jésus-Christ"),
    ("il y a environ 10 000 ans", "c. 10,000 years ago", "il y a environ 10 000 ans", "il y a environ 10 000 ans", "il y a environ 10 000 ans"),
    ("il y a plus de 66 millions d'années", "before 66 million years ago", "il y a plus de 66 millions d’années", "il y a plus de 66 millions d’années", "il y a plus de 66 millions d’années"),
    ("28 juillet 1914, 11 h 10", "28 July 1914, 11.10", "28 juillet 1914, 11 h 10", "28 juil. 1914, 11 h 10", "28 juillet 1914, 11 h 10"),
    ("28 juillet 1914 à 23h", "28 July 1914, 23.00", "28 juillet 1914, 23 h", "28 juil. 1914, 23 h", "28 juillet 1914, 23 h"),
    ("Jour 3", "Day 3", "Jour 3", "Jour 3", "Jour 3"),
    ("semaines 2-4", "Weeks 2–4", "Semaines 2–4", "Semaines 2–4", "Semaines 2 à 4"),
    ("année scolaire 2024-2025", "school year 2024/2025", "année scolaire 2024/2025", "année scolaire 2024/2025", "année scolaire 2024/2025"),
    ("30 janvier 1648/9", "30 January 1648/9", "30 janvier 1648/9", "30 janv. 1648/9", "30 janvier 1648/9"),
]  # fmt: skip
GERMAN = [
    ("3. August 2018", "3 August 2018", "3. August 2018", "3. Aug. 2018", "3. August 2018"),
    ("3.August 2018", "3 August 2018", "3. August 2018", "3. Aug. 2018", "3. August 2018"),
    ("am 16. März 1921", "16 March 1921", "16. März 1921", "16. März 1921", "16. März 1921"),
    ("16. Maerz 1921", "16 March 1921", "16. März 1921", "16. März 1921", "16. März 1921"),
    ("Sonntag, 3. September 1939", "Sunday 3 September 1939", "Sonntag, 3. September 1939", "So., 3. Sept. 1939", "Sonntag, 3. September 1939"),
    ("im Oktober 1917", "October 1917", "Oktober 1917", "Okt. 1917", "Oktober 1917"),
    ("im Jahre 1921", "1921", "1921", "1921", "1921"),
    ("44 v. Chr.", "44 BC", "44 v. Chr.", "44 v. Chr.", "44 vor Christus"),
    ("43 nach Christus", "AD 43", "43 n. Chr.", "43 n. Chr.", "43 nach Christus"),
    ("10.000 v. Chr.", "10,000 BC", "10.000 v. Chr.", "10.000 v. Chr.", "10.000 vor Christus"),
    ("von 1919 bis 1921", "1919–21", "1919–1921", "1919–1921", "1919 bis 1921"),
    ("zwischen 1919 und 1921", "1919–21", "1919–1921", "1919–1921", "1919 bis 1921"),
    ("3.–5. August 2018", "3–5 August 2018", "3.–5. August 2018", "3.–5. Aug. 2018", "3. bis 5. August 2018"),
    ("vom 3. bis zum 5. August 2018", "3–5 August 2018", "3.–5. August 2018", "3.–5. Aug. 2018", "3. bis 5. August 2018"),
    ("29. März bis 3. Mai 1926", "29 March – 3 May 1926", "29. März – 3. Mai 1926", "29. März – 3. Mai 1926", "29. März bis 3. Mai 1926"),
    ("1930er Jahre", "1930s", "1930er Jahre", "1930er Jahre", "1930er Jahre"),
    ("die 1930er-Jahre", "1930s", "1930er Jahre", "1930er Jahre", "1930er Jahre"),
    ("1920er–1930er Jahre", "1920s–30s", "1920er–1930er Jahre", "1920er–1930er Jahre", "1920er bis 1930er Jahre"),
    ("19. Jahrhundert", "19th century", "19. Jahrhundert", "19. Jahrhundert", "19. Jahrhundert"),
    ("17./18. Jh.", "17th–18th century", "17.–18. Jahrhundert", "17.–18. Jahrhundert", "17. bis 18. Jahrhundert"),
    ("17.–18. Jh.", "17th–18th century", "17.–18. Jahrhundert", "17.–18. Jahrhundert", "17. bis 18. Jahrhundert"),
    ("im neunzehnten Jahrhundert", "19th century", "19. Jahrhundert", "19. Jahrhundert", "19. Jahrhundert"),
    ("5. Jahrhundert v. Chr.", "5th century BC", "5. Jahrhundert v. Chr.", "5. Jahrhundert v. Chr.", "5. Jahrhundert vor Christus"),
    ("Anfang der 1930er", "early 1930s", "Anfang der 1930er Jahre", "Anfang der 1930er Jahre", "Anfang der 1930er Jahre"),
    ("Mitte des 19. Jahrhunderts", "mid-19th century", "Mitte des 19. Jahrhunderts", "Mitte des 19. Jahrhunderts", "Mitte des 19. Jahrhunderts"),
    ("Ende März 1921", "late March 1921", "Ende März 1921", "Ende März 1921", "Ende März 1921"),
    ("von Ende 1929 bis Anfang 1931", "late 1929 – early 1931", "Ende 1929 – Anfang 1931", "Ende 1929 – Anfang 1931", "Ende 1929 bis Anfang 1931"),
    ("Frühling 1921", "spring 1921", "Frühjahr 1921", "Frühjahr 1921", "Frühjahr 1921"),
    ("Winter 1939/40", "winter 1939–40", "Winter 1939/40", "Winter 1939/40", "Winter 1939/40"),
    ("um 1919", "c. 1919", "um 1919", "um 1919", "um 1919"),
    ("etwa 1930–1935", "c. 1930–35", "ca. 1930–1935", "ca. 1930–1935", "circa 1930 bis 1935"),
    ("nach dem 3. August 2018", "after 3 August 2018", "nach dem 3. August 2018", "nach dem 3. Aug. 2018", "nach dem 3. August 2018"),
    ("vor 1935", "before 1935", "vor 1935", "vor 1935", "vor 1935"),
    ("seit 1991", "1991–present", "seit 1991", "seit 1991", "seit 1991"),
    ("1991 bis heute", "1991–present", "seit 1991", "seit 1991", "seit 1991"),
    ("ab den 1930er Jahren", "from 1930s", "ab den 1930er Jahren", "ab den 1930er Jahren", "ab den 1930er Jahren"),
    ("bis zum 19. Jahrhundert", "until 19th century", "bis zum 19. Jahrhundert", "bis zum 19. Jahrhundert", "bis zum 19. Jahrhundert"),
    ("spätestens 1930", "by 1930", "spätestens 1930", "spätestens 1930", "spätestens 1930"),
    ("vor 66 Millionen Jahren", "66 million years ago", "vor 66 Millionen Jahren", "vor 66 Millionen Jahren", "vor 66 Millionen Jahren"),
    ("vor etwa 4,6 Milliarden Jahren", "c. 4.6 billion years ago", "vor etwa 4,6 Milliarden Jahren", "vor etwa 4,6 Milliarden Jahren", "vor etwa 4,6 Milliarden Jahren"),
    ("vor 10.000 Jahren", "10,000 years ago", "vor 10.000 Jahren", "vor 10.000 Jahren", "vor 10.000 Jahren"),
    ("28. Juli 1914 um 11 Uhr", "28 July 1914, 11.00", "28. Juli 1914, 11:00 Uhr", "28. Juli 1914, 11:00 Uhr", "28. Juli 1914, 11:00 Uhr"),
    ("28. Juli 1914, 11:10–11:45 Uhr", "28 July 1914, 11.10–11.45", "28. Juli 1914, 11:10–11:45 Uhr", "28. Juli 1914, 11:10–11:45 Uhr", "28. Juli 1914, 11:10 bis 11:45 Uhr"),
    ("Tag 3", "Day 3", "Tag 3", "Tag 3", "Tag 3"),
    ("Wochen 2–4", "Weeks 2–4", "Wochen 2–4", "Wochen 2–4", "Wochen 2 bis 4"),
    ("Schuljahr 2024/25", "school year 2024/25", "Schuljahr 2024/25", "Schuljahr 2024/25", "Schuljahr 2024/25"),
]  # fmt: skip
SPANISH = [
    ("3 de agosto de 2018", "3 August 2018", "3 de agosto de 2018", "3 ago 2018", "3 de agosto de 2018"),
    ("el 3 de agosto del 2018", "3 August 2018", "3 de agosto de 2018", "3 ago 2018", "3 de agosto de 2018"),
    ("1.º de mayo de 1886", "1 May 1886", "1 de mayo de 1886", "1 may 1886", "1 de mayo de 1886"),
    ("martes, 14 de abril de 1931", "Tuesday 14 April 1931", "martes, 14 de abril de 1931", "mar, 14 abr 1931", "martes, 14 de abril de 1931"),
    ("setiembre de 1939", "September 1939", "septiembre de 1939", "sept 1939", "septiembre de 1939"),
    ("en el año 1921", "1921", "1921", "1921", "1921"),
    ("44 a. C.", "44 BC", "44 a. C.", "44 a. C.", "44 antes de Cristo"),
    ("43 d.C.", "AD 43", "43 d. C.", "43 d. C.", "43 después de Cristo"),
    ("10 000 a. C.", "10,000 BC", "10.000 a. C.", "10.000 a. C.", "10.000 antes de Cristo"),
    ("de 1919 a 1921", "1919–21", "1919–1921", "1919–1921", "1919 a 1921"),
    ("entre 1919 y 1921", "1919–21", "1919–1921", "1919–1921", "1919 a 1921"),
    ("del 3 al 5 de agosto de 2018", "3–5 August 2018", "3–5 de agosto de 2018", "3–5 ago 2018", "3 al 5 de agosto de 2018"),
    ("desde marzo hasta mayo de 1926", "March–May 1926", "marzo–mayo de 1926", "mar–may 1926", "marzo a mayo de 1926"),
    ("44 a. C. – 10 d. C.", "44 BC – AD 10", "44 a. C. – 10 d. C.", "44 a. C. – 10 d. C.", "44 antes de Cristo a 10 después de Cristo"),
    ("la década de 1930", "1930s", "década de 1930", "década de 1930", "década de 1930"),
    ("los años 1930", "1930s", "década de 1930", "década de 1930", "década de 1930"),
    ("siglo XIX", "19th century", "siglo XIX", "siglo XIX", "siglo 19"),
    ("s. V a. C.", "5th century BC", "siglo V a. C.", "siglo V a. C.", "siglo 5 antes de Cristo"),
    ("siglos XVII–XVIII", "17th–18th century", "siglos XVII–XVIII", "siglos XVII–XVIII", "siglos 17 a 18"),
    ("a principios de 1930", "early 1930", "principios de 1930", "principios de 1930", "principios de 1930"),
    ("mediados de los años 1930", "mid-1930s", "mediados de la década de 1930", "mediados de la década de 1930", "mediados de la década de 1930"),
    ("finales del siglo XIX", "late 19th century", "finales del siglo XIX", "finales del siglo XIX", "finales del siglo 19"),
    ("del siglo V a. C. al siglo I d. C.", "5th century BC – 1st century", "siglo V a. C. – siglo I", "siglo V a. C. – siglo I", "siglo 5 antes de Cristo al siglo 1"),
    ("de finales de 1929 a principios de 1931", "late 1929 – early 1931", "finales de 1929 – principios de 1931", "finales de 1929 – principios de 1931", "finales de 1929 a principios de 1931"),
    ("primavera de 1921", "spring 1921", "primavera de 1921", "primavera de 1921", "primavera de 1921"),
    ("hacia 1919", "c. 1919", "hacia 1919", "hacia 1919", "hacia 1919"),
    ("alrededor de 1919", "c. 1919", "hacia 1919", "hacia 1919", "hacia 1919"),
    ("de 1919 a c. 1921", "1919 – c. 1921", "1919 – hacia 1921", "1919 – hacia 1921", "1919 a hacia 1921"),
    ("después del 3 de agosto de 2018", "after 3 August 2018", "después del 3 de agosto de 2018", "después del 3 ago 2018", "después del 3 de agosto de 2018"),
    ("antes de 1935", "before 1935", "antes de 1935", "antes de 1935", "antes de 1935"),
    ("desde 1991", "from 1991", "desde 1991", "desde 1991", "desde 1991"),
    ("1991 en adelante", "from 1991", "desde 1991", "desde 1991", "desde 1991"),
    ("1991-actualidad", "1991–present", "desde 1991 hasta hoy", "desde 1991 hasta hoy", "desde 1991 hasta hoy"),
    ("hasta el siglo XIX", "until 19th century", "hasta el siglo XIX", "hasta el siglo XIX", "hasta el siglo 19"),
    ("a más tardar en 1930", "by 1930", "a más tardar en 1930", "a más tardar en 1930", "a más tardar en 1930"),
    ("hace 66 millones de años", "66 million years ago", "hace 66 millones de años", "hace 66 millones de años", "hace 66 millones de años"),
    ("hace 4600 millones de años", "4.6 billion years ago", "hace 4600 millones de años", "hace 4600 millones de años", "hace 4600 millones de años"),
    ("28 de julio de 1914, a las 11:10", "28 July 1914, 11.10", "28 de julio de 1914, 11:10", "28 jul 1914, 11:10", "28 de julio de 1914, 11:10"),
    ("Día 3", "Day 3", "Día 3", "Día 3", "Día 3"),
    ("curso escolar 2024/25", "school year 2024/25", "curso escolar 2024/25", "curso escolar 2024/25", "curso escolar 2024/25"),
]  # fmt: skip
TABLE = [(language, *row) for language, rows in (("fr", FRENCH), ("de", GERMAN), ("es", SPANISH)) for row in rows]


def read(text, language):
    with dates_read_in(language):
        return parse(text)


def plain(printed):
    """With ordinary blanks."""
    return re.sub(r"\s", " ", printed)


@pytest.mark.parametrize(("language", "typed", "english", "long", "short", "spoken"), TABLE)
def test_a_date_is_read_and_printed_in_the_pack_s_language(language, typed, english, long, short, spoken):
    when, same = read(typed, language), parse(english)
    assert (when.begins, when.ends, when.precision) == (same.begins, same.ends, same.precision)
    assert (when.approximate, when.reckoning, when.noun) == (same.approximate, same.reckoning, same.noun)
    assert (plain(when.long), plain(when.short), plain(when.spoken)) == (long, short, spoken)


ENGLISH = [row[0] for row in YEARS + DAYS + TIMES + SPANS + NEW_SPANS + ROUGHLY + COUNTED]


def what_it_means(when):
    return when.begins, when.ends, when.precision, when.approximate, when.reckoning, when.noun


@pytest.mark.parametrize("language", ["fr", "de", "es", "fr-CA", "de-AT", "de-CH", "es-MX"])
def test_what_is_printed_is_read_as_the_same_date(language):
    """Every English date can be typed in every pack, and every date as it is printed, long or short."""
    typed = [(source, source) for source in ENGLISH] + [row[1:3] for row in TABLE if row[0] == language]
    for source, english in typed:
        when = read(source, language)
        assert what_it_means(when) == what_it_means(parse(english)), source
        for shown in (when.long, when.short):
            again = read(shown, language)
            assert (*what_it_means(again), again.long) == (*what_it_means(when), when.long), (source, shown)
            assert not again.advice, (source, shown, again.advice)


def test_a_date_is_the_same_in_every_language():
    dates = {read("1921-08-03", language) for language in ("", "en-US", "fr", "de", "pl")}
    assert len(dates) == 1
    assert {plain(read("1921-08-03", language).long) for language in ("en", "fr", "pl")} == {
        "3 August 1921",
        "3 août 1921",
        "3 sierpnia 1921",
    }


MONTH_NAMES = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
YEAR = st.integers(100, 2100).map(str)
MONTH = st.builds("{} {}".format, st.sampled_from(MONTH_NAMES), YEAR)
SINGLE = st.one_of(
    YEAR,
    MONTH,
    st.builds("{} {}".format, st.integers(1, 28), MONTH),
    st.builds("{} BC".format, st.integers(1, 99_999)),
    st.builds("AD {}".format, st.integers(1, 99)),
    st.builds("{}0s".format, st.integers(11, 202)),
    st.builds("{}0s BC".format, st.integers(1, 90)),
    st.builds("{}th century{}".format, st.integers(1, 89), st.sampled_from(["", " BC"])),
    st.builds("{} {}".format, st.sampled_from(["spring", "summer", "autumn", "winter"]), YEAR),
    st.builds("{} million years ago".format, st.integers(1, 13_000)),
    st.builds("Week {}".format, st.integers(1, 99)),
)
PARTS = st.sampled_from(["early", "mid", "late", "c."])
WORDS = st.sampled_from(["after", "before", "from", "until", "by", "after c.", "until late"])
ANY = st.one_of(
    SINGLE,
    st.builds("{} {}".format, PARTS, SINGLE),
    st.builds("{} {}".format, WORDS, SINGLE),
    st.builds("{} – {}".format, SINGLE, st.one_of(SINGLE, st.just("present"))),
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(ANY, st.sampled_from(["fr", "de", "es"]))
def test_every_form_is_printed_so_that_it_is_read_again(source, language):
    try:
        when = read(source, language)
    except DateError:
        return  # It ends before it begins, or has no parts.
    for shown in (when.long, when.short):
        again = read(shown, language)
        assert (*what_it_means(again), again.long) == (*what_it_means(when), when.long)


PIECES = {
    "fr": "3 31 1919 1er août mars siècle XIXe XVX VVe LIe années 1930 début fin mi- vers après depuis jusqu'en de du à au"
    " entre et av. J.-C. il y a millions d'années ans 10 000 hiver 11 h jour semaine nos jours – - / . plus lundi",
    "de": "3. 31. 1919 August März Jahrhundert 19. 1930er Jahre Anfang Ende um ca. nach vor seit bis zum dem von und v. Chr."
    " Millionen Jahren 4,6 10.000 Winter 11:10 Uhr Tag Woche heute spätestens – - / . Montag",
    "es": "3 31 1919 agosto mar siglo XIX VX IIII siglos V década de años 1930 principios hacia después del desde hasta a al"
    " entre y a. C. hace millones mil 10.000 invierno 11:10 a las día semana hoy – - / . lunes",
}


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.sampled_from(sorted(PIECES)), st.data())
def test_words_of_dates_in_any_order_are_a_date_or_refused_with_a_hint(language, data):
    text = " ".join(data.draw(st.lists(st.sampled_from(PIECES[language].split()), min_size=1, max_size=5)))
    try:
        assert read(text, language).long
    except DateError as error:
        assert error.hint


OTHERS = [
    "af",
    "be",
    "bg",
    "ca",
    "cs",
    "cy",
    "da",
    "el",
    "et",
    "eu",
    "fi",
    "ga",
    "gl",
    "hr",
    "hu",
    "is",
    "it",
    "kk",
    "lt",
    "lv",
    "mk",
    "mn",
    "nb",
    "nl",
    "pl",
    "pt",
    "pt-PT",
    "ro",
    "ru",
    "sk",
    "sl",
    "sq",
    "sr",
    "sv",
    "tr",
    "tt",
    "uk",
    "vi",
]


@pytest.mark.parametrize("language", OTHERS)
def test_days_and_months_are_read_and_printed_in_other_languages(language):
    """By the names and the order of CLDR; all other words stay English."""
    assert dates_in(language) is not dates_in("en")
    days = [f"1921-{month:02}-{day:02}" for month in range(1, 13) for day in (1, 16)]
    months = [f"1921-{month:02}" for month in range(1, 13)]
    ranges = [
        "1921-03-16/1921-04-02",
        "1921-03-16/1921-03-18",
        "1921-03/1922-05",
        "Sunday 3 September 1939",
        "c. 1921-05",
    ]
    for source in (*days, *months, *ranges, "after 1921-03-16", "44 BC"):
        when = read(source, language)
        assert all(map(is_printable, when.long + when.short))
        assert what_it_means(read(when.long, language)) == what_it_means(parse(source)), (when.long, source)
        assert not when.advice


@pytest.mark.parametrize(
    ("language", "typed", "long"),
    [
        ("it", "1º maggio 1921", "1 maggio 1921"),
        ("pt", "1.º de maio de 1921", "1 de maio de 1921"),
        ("it", "16 marzo 1921", "16 marzo 1921"),
        ("it", "16 MARZO 1921", "16 marzo 1921"),
        ("pt", "16 de março de 1921", "16 de março de 1921"),
        ("pl", "16 marca 1921", "16 marca 1921"),
        ("pl", "marzec 1921", "marzec 1921"),
        ("ru", "16 марта 1921", "16 марта 1921 г."),
        ("hu", "1921. március 16.", "1921. március 16."),
        # No bundled typeface prints their months, or they have other figures or names that nobody knows.
        *(
            (language, "16 March 1921", "16 March 1921")
            for language in ["ab", "ar", "fa", "hi", "ht", "hy", "ja", "ka", "ko", "la", "sah", "th", "ur", "zh"]
        ),
        ("xx", "16 March 1921", "16 March 1921"),
        ("no such language", "16 March 1921", "16 March 1921"),
    ],
)
def test_a_language_without_rules_has_its_months(language, typed, long):
    assert plain(read(typed, language).long) == long


@pytest.mark.parametrize(
    ("language", "typed", "message", "ways"),
    [
        ("fr", "31 juin 2018", "juin 2018 has 30 days", ["juin 2018"]),
        ("fr", "5/6/1934", "in two ways", ["5 juin 1934", "6 mai 1934"]),
        ("fr", "lundi 3 septembre 1939", "is a dimanche, not a lundi", ["dimanche 3 septembre 1939"]),
        ("fr", "3 septmbre 2018", "no date", ["3 septembre 2018"]),
        ("fr", "3 agosto 2018", "'agosto' is no French month", ["3 août 2018", "2018-08-03"]),
        ("fr", "nuit du 4 août 1789", "'night' is no time that can be read", ["4 août 1789, 11.10"]),
        ("fr", "4 août 1914, minuit", "begin a day or end it", ["4 août 1914, 00.00"]),
        ("de", "9. November 1989, abends", "no time that can be read", ["9. November 1989, 11.10"]),
        ("fr", "Pâques 1916", "no month or season in French", ["1916", "mars 1916", "printemps 1916"]),
        ("fr", "années 30", "no century", ["1921", "années 1930", "44 av. J.-C."]),
        ("fr", "XXXXe siècle", "no date", ["mars 1921"]),
        ("es", "siglo VX", "no date", ["marzo de 1921"]),
        ("fr", "bientôt", "no date", ["16 mars 1921", "vers 1930", "début des années 1930", "après 1935"]),
        ("fr", "de 1921 à 1919", "before it begins (1921)", ["1919 à 1921"]),
        ("fr", "il y a 20 ans", "move with the year", ["années 1990", "vers 1500"]),
        ("de", "30er Jahre", "no century", ["1930er Jahre"]),
        ("de", "32. März 1921", "31 days", ["März 1921"]),
        ("de", "3. Agust 2018", "no date", ["3. August 2018"]),
        ("de", "bald", "no date", ["16. März 1921", "um 1930", "Anfang der 1930er Jahre", "nach 1935"]),
        ("es", "31 de junio de 2018", "junio de 2018 has 30 days", ["junio de 2018"]),
        ("es", "5.6.1934", "in two ways", ["5 de junio de 1934", "6 de mayo de 1934"]),
        ("es", "años 30", "no century", ["década de 1930"]),
        ("pl", "31 czerwca 2018", "czerwiec 2018 has 30 days", ["czerwiec 2018"]),
        ("en", "3 août 2018", "'août' is no English month", ["3 August 2018", "language: fr"]),
        ("en", "siglo XIX", "no date", ["19th century", "language: es"]),
        ("", "Anfang 1930", "no month or season in English", ["early 1930", "language: de"]),
    ],
)
def test_a_way_out_is_in_the_pack_s_language(language, typed, message, ways):
    with pytest.raises(DateError) as caught:
        read(typed, language)
    assert message in caught.value.message
    for way in ways:
        assert way in caught.value.hint
        if "language" not in way:
            read(way, language)


def test_a_pack_has_its_dates_in_its_language_and_its_code_from_what_was_typed():
    point = {"side": "advantage", "title": "Un", "text": "Un."}
    content = {
        "title": "Un",
        "language": "fr",
        "period": "2004/2018",
        "points": [{**point, "date": "3 août 2018"}],
    }
    pack = Pack.model_validate(content)
    assert [plain(date.long) for _, date in pack.dates] == ["2004–2018", "3 août 2018"]
    in_english = Pack.model_validate({**content, "language": "en", "points": [{**point, "date": "3 August 2018"}]})
    assert in_english.points[0].date.long == "3\u00a0August 2018"
    assert pack.digest == Pack.model_validate(content).digest != in_english.digest


def test_no_english_pack_waits_for_babel():
    """It takes longer to import than all that reads an English date."""
    code = (
        "import sys; from pathlib import Path; from studypack.reading.load import load;"
        "load(Path('content/anglo-soviet-relations.yaml')); print([name for name in sys.modules if 'babel' in name])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
