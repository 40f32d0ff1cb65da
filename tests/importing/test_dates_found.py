"""The dates that are found in sentences of notes, and the numbers that are none."""

import pytest

from studypack.importing.dates_found import find_dates
from studypack.model.dates.printers import dates_read_in
from tests.importing.drafts import imported


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("the letter of 25th Oct 1924", "1924-10-25"),
        ("on Oct 25th, 1924 it was printed", "1924-10-25"),
        ("on October 25, 1924", "1924-10-25"),
        ("the 4th of July 1776", "1776-07-04"),
        ("signed 23 August 1939 in Moscow", "1939-08-23"),
        ("Aug. 1939", "1939-08"),
        ("August, 1939", "1939-08"),
        ("in March of 1921", "1921-03"),
        ("17/10/1956", "1956-10-17"),
        ("17.10.1956", "1956-10-17"),
        ("on 1956-10-17", "1956-10-17"),
        ("8-9 November 1923", "1923-11-08/1923-11-09"),
        ("12 March – 4 April 1940", "1940-03-12/1940-04-04"),
        ("30 June-2 July 1934", "1934-06-30/1934-07-02"),
        ("Sept 1939 - May 1940", "1939-09/1940-05"),
        ("March-May 1940", "1940-03/1940-05"),
        ("between March and May 1940", "1940-03/1940-05"),
        ("from August 1914 to November 1918", "1914-08/1918-11"),
        ("March to May 1940", "1940-03/1940-05"),
        ("1914–18", "1914/1918"),
        ("1911-12", "1911/1912"),
        ("1914 - 1918", "1914/1918"),
        ("1939/40", "1939/1940"),
        ("1998/99", "1998/1999"),
        ("from 1914 to 1918", "1914/1918"),
        ("between 1914 and 1918", "1914/1918"),
        ("Famine (1845-49)", "1845/1849"),
        ("1845-9", "1845/1849"),
        ("shutdown 22/12/2018 - 25/1/2019 cost a lot", "2018-12-22/2019-01-25"),
        ("war from 3/9/1939 to 8/5/1945", "1939-09-03/1945-05-08"),
        ("around 1900 cities grew", "1900~"),
        ("About 1850 factories appeared in the north", "1850~"),
        ("so around 1920 women wore shorter skirts", "1920~"),
        ("Switzer ran Boston in 1967 w/ number 261", "1967"),
        ("SMP 2010 says 'no active intervention'", "2010"),
        ("on 9/20/1973 she beat him", "1973-09-20"),
        ("Battle of the Sexes, 9/20/73: she won", "1973-09-20"),
        ("Tannenberg, Aug '14", "1914-08"),
        ("dictator for life feb 44 BC, that is king", "-0043-02"),
        ("10 jan 49 BC = a civil war", "-0048-01-10"),
        ("lupercalia 15th feb 44BC he says no", "-0043-02-15"),
        ("March 15, 44 BCE", "-0043-03-15"),
        ("Pompeii, 24 Aug AD 79", "0079-08-24"),
        ("the famine of 1845–9", "1845/1849"),
        ("2001-2 season", "2001/2002"),
        ("in 1066", "1066"),
        ("the 1832 Act", "1832"),
        ("the 1918 elections", "1918"),
        ("in 1905 strikes began", "1905"),
        ("in 1900 people flew nowhere", "1900"),
        ("the 1848 revolutions", "1848"),
        ("1905 strikes", None),
        ("Rapallo 1922", "1922"),
        ("Versailles, 1919", "1919"),
        ("1905: Bloody Sunday", "1905"),
        ("(1927)", "1927"),
        ("c.1850", "1850~"),
        ("c. 1850", "1850~"),
        ("circa 1850", "1850~"),
        ("ca 1850", "1850~"),
        ("around 1850", "1850~"),
        ("about 1850", "1850~"),
        ("c. 1780s", "178X~"),
        ("after 1918", "1918/.."),
        ("since 1973", "1973/.."),
        ("before 1914", "../1914"),
        ("until 1945", "1945"),
        ("by 1929", "1929"),
        ("by March 1921", "1921-03"),
        ("from 1933 onwards", "1933/.."),
        ("1991-present", "1991/.."),
        ("since March 1921", "1921-03/.."),
        ("the 1960s", "196X"),
        ("the 1960's", "196X"),
        ("in the late 1920s", "1925/1929"),
        ("early 1930s", "1930/1934"),
        ("mid-1930s", "1933/1936"),
        ("since the 1960s", "1960/.."),
        ("1780s–1830s", "1780/1839"),
        ("1920s-30s", "1920/1939"),
        ("the 1920s and 30s", "1920/1939"),
        ("the 1920s and 1930s", "1920/1939"),
        ("the 1920s to the 1940s", "1920/1949"),
        ("from 1933 until his death in 1945", "1933/1945"),
        ("from 1837 to the queen's death in 1901", "1837/1901"),
        ("the late 19th and early 20th century", "1860/1939"),
        ("the late 19th century and early 20th century", "1860/1939"),
        ("the 19th and 20th centuries", "1800/1999"),
        ("the 1990s and later", "199X"),
        ("spring 1917", "1917-21"),
        ("the summer of 1940", "1940-22"),
        ("autumn 1929", "1929-23"),
        ("winter 1941-42", "1941/1942"),
        ("end of 1942", "1942"),
        ("at the end of 1942", "1942"),
        ("the beginning of 1942", "1942"),
        ("early 1942", "1942"),
        ("mid 1942", "1942"),
        ("late 1942", "1942"),
        ("early March 1933", "1933-03"),
        ("Christmas 1914", "1914"),
        ("the 19th century", "18XX"),
        ("nineteenth century", "18XX"),
        ("mid-C19th", "1830/1869"),
        ("C19 mills", "18XX"),
        ("17th-18th century", "1600/1799"),
        ("44 BC", "-0043"),
        ("44 B.C.", "-0043"),
        ("44 BCE", "-0043"),
        ("490-479 BC", "-0489/-0478"),
        ("c. 3000 BC", "-2999~"),
        ("AD 79", "0079"),
        ("79 AD", "0079"),
        ("AD 60-61", "0060/0061"),
        ("5th century BC", "-0499/-0400"),
    ],
)
def test_dates(text, edtf):
    found = find_dates(f"Notes say: {text}")
    assert [each.edtf for each in found] == ([edtf] if edtf else [])


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("1914 saw the first battles", "1914"),
        ("in 1917 people starved", "1917"),
        ("In 2000 schools had few computers", "2000"),
        ("the 1833 Factory Act", "1833"),
        ("In 1000 William was not born", "1000"),
        ("the 1381 Peasants' Revolt", "1381"),
        ("the 1984 miners' strike", "1984"),
        ("1923 German workers went on strike", "1923"),
        ("Black Death 1348 killed a third", "1348"),
        ("the Wall Street Crash of 1929", "1929"),
        ("the Treaty of 1839 was kept", "1839"),
        ("the 1900 elections were won", "1900"),
        ("1945 sees the end of it", "1945"),
        ("Germany in 1900 had many parties", "1900"),
        ("his army of 1917 mutinied", "1917"),
        ("79 AD, eruption of Vesuvius", "0079"),
        ("in 43 AD soldiers landed", "0043"),
        ("about 1850 there was a change", "1850~"),
        ("fell in 1900", "1900"),
        ("executed 1793", "1793"),
        ("1929 - 3 million unemployed", "1929"),
        ("had increased by 1945", "1945"),
        ("Haiti 2010 killed 220,000", "2010"),
        ("1918 women over 30 got the vote", "1918"),
        ("by 1900 many towns had gas", "1900"),
        ("since 1800 cities have grown", "1800/.."),
        ("between 1914 and 1918 people starved", "1914/1918"),
    ],
)
def test_years_before_people_and_things(text, year):
    assert [each.edtf for each in find_dates(text)] == [year]


@pytest.mark.parametrize(
    "text",
    [
        "2000 died", "In all 1900 injured and 2000 killed", "1503 were drowned", "1900 were arrested that night", "a budget of 1500",
        "a total of 2000", "an army of 1200", "a population of 1800", "the population rose to 1900", "prices fell to 1200",
        "1 in 1000 people", "1 in 1000 has it", "one in 2000 births", "only 3 out of 1500", "10 AD batteries", "over 10 AD batteries",
        "about 1500 people came", "About 1500 ships sank", "about 1600 people lost their homes", "around 1200 workers went on strike", "around 2000 factories closed", "roughly 1200 a year", "about 1500 were hurt", "approx 1800 houses",
        "up to 1500 jobs", "at least 2000 homes", "nearly 1900 shops", "in 1500 villages", "spread to 1200 schools in a year",
        "in 2000 schools across the country", "with 1500 members", "1500 of them fled", "2000 a day", "2000 per week", "1500-strong",
        "it has 1500 rooms", "had 2000 in it", "costs 1500 to make", "paid 2000 for it", "employed 1800", "worth 1900",
        "increased by 1500", "multiplied by 2000", "between 1500 and 2000 people", "1500-2000 calories", "from 1200 to 1500 kcal",
        "from 1200 to 1500 people", "1500 passengers", "1200 sheep", "2000 factories closed", "2000 new houses", "an average of 1600",
        "needs 2000 each day", "1600 infantry", "1800 civilians died", "1517 passengers died", "for every 1000 born",
    ],
)  # fmt: skip
def test_numbers_of_people_and_things(text):
    for whole in (text, f"It says {text}"):
        assert not find_dates(whole), find_dates(whole)


@pytest.mark.parametrize(
    "text",
    [
        "30,00 troops", "1500 calories", "£1918", "£ 1918", "$1929", "€2000", "p. 1812", "pp. 1812", "page 1918", "room 1905",
        "2001: A Space Odyssey", "1984 (the novel)", "Orwell's \"1984\"", "the Boeing 1917", "KS3 1066 exam code", "version 2.0",
        "tel 01904 123456", "0800 1066 1066", "at 9:30", "at 19:30", "lost 3-2", "John 3:16", "pH 7", "1,700 K", "1700 K", "H2O",
        "1850 words", "2000 m", "2000m", "1500 kJ", "1200 km", "84 %", "1500 %", "1000s of years", "1,200 pounds", "350 men",
        "1800 men", "1500 young women", "over 1500 were hurt", "nearly 1900 died", "more than 2000 came", "up to 1500 a day", "at least 1200",
        "1500 + 20", "1500 x 3 = 4500", "x = 3.1415", "no. 1776", "line 1805", "1600 people", "2000 litres", "1800 J", "1200 N",
        "1500 Hz", "1,914", "1914.5", "12345", "article 48", "Act 2 scene 3", "5 may have come", "24/7", "and/or", "09/11",
        "2 or 3", "1/2", "50/50", "in his late 20s", "two years later", "the following year", "a 20s style", "1500 tonnes", "1850 pages",
        "15 march north", "chapter 1600", "Windows 2000", "Blade Runner 2049", "1500 seats", "1600 votes", "1200 tanks",
        "Fe3+ 1200°C", "1200 °C", "1500 hours", "room 2012", "unit 1900", "#1984", "code 1805",
    ],
)  # fmt: skip
def test_what_is_no_date(text):
    assert not find_dates(f"It says {text}"), find_dates(f"It says {text}")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("3/9/39 war", "1939-09-03"),
        ("Aug 39", "1939-08"),
        ("Aug '39", "1939-08"),
        ("3 Sept '39", "1939-09-03"),
        ("in '68 Paris", "1968"),
        ("in the late 20s", "1925/1929"),
        ("in the '60s", "196X"),
        ("05/06/1934", "1934-06-05"),
        ("the 1800s", "180X"),
    ],
)
def test_dates_in_doubt(text, edtf):
    (found,) = find_dates(text)
    assert found.edtf == edtf
    assert found.doubt


@pytest.mark.parametrize(
    ("others", "edtf"),
    [("Monroe v. Pape, 2/20/1961", "1928-06-04"), ("20/2/1961 and 2/20/1961", "1928-04-06"), ("", "1928-04-06")],
)
def test_the_other_dates_of_the_notes_tell_whether_the_month_stands_first(others, edtf):
    points = imported(f"Cases\n\n- Olmstead, 6/4/1928\n- Mapp {others}\n").told["points"]
    assert points[0]["edtf"] == edtf


def test_the_century_of_the_heading():
    assert [each.edtf for each in find_dates("Seville fell in the 40s, Aug '39", 1848)] == ["184X", "1839-08"]


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("fr", "la prise de la Bastille, le 14 juillet 1789", "1789-07-14"),
        ("fr", "en août 1914", "1914-08"),
        ("fr", "vers 1930", "1930~"),
        ("fr", "depuis 1958", "1958/.."),
        ("fr", "de 1914 à 1918", "1914/1918"),
        ("fr", "1914-1918", "1914/1918"),
        ("fr", "les années 1930", "193X"),
        ("fr", "au XIXe siècle", "18XX"),
        ("de", "am 3. Oktober 1990", "1990-10-03"),
        ("de", "im März 1848", "1848-03"),
        ("de", "um 1850", "1850~"),
        ("de", "seit 1949", "1949/.."),
        ("de", "3.10.1990", "1990-10-03"),
        ("de", "in den 1930er Jahren", "193X"),
        ("de", "im 19. Jahrhundert", "18XX"),
        ("es", "el 12 de octubre de 1492", "1492-10-12"),
        ("es", "hacia 1930", "1930~"),
        ("es", "entre 1936 y 1939", "1936/1939"),
        ("es", "en julio de 1936", "1936-07"),
        ("es", "el siglo XIX", "18XX"),
        ("fr", "été 1914", "1914-22"),
        ("fr", "en 52 av. J.-C.", "-0051"),
        ("fr", "au IVe siècle av. J.-C.", "-0399/-0300"),
        ("de", "im Sommer 2022 waren", "2022-22"),
        ("de", "Eid des Hippokrates (ca. 400 v. Chr.)", "-0399~"),
        ("es", "el verano de 1936", "1936-22"),
        ("es", "44 a. C.", "-0043"),
        ("it", "il 25 aprile 1945", "1945-04-25"),
        ("pl", "1 września 1939", "1939-09-01"),
    ],
)
def test_dates_in_other_languages(language, text, edtf):
    with dates_read_in(language):
        assert [each.edtf for each in find_dates(text)] == [edtf]
