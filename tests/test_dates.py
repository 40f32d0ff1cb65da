"""Dates: what a teacher types, and what it means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studypack.model.dates.calendar import Reckoning
from studypack.model.dates.english import spoken_ranges
from studypack.model.dates.parser import DateError, Precision, parse


def day(year: int, days: int, of: int = 365) -> float:
    return year + days / of


YEARS = [
    ("1921", 1921, 1922, "1921"),
    (" 1921 ", 1921, 1922, "1921"),
    ("1921.", 1921, 1922, "1921"),
    ("44 BC", -43, -42, "44 BC"),
    ("44 B.C.", -43, -42, "44 BC"),
    ("44 bce", -43, -42, "44 BC"),
    ("-0043", -43, -42, "44 BC"),
    ("0000", 0, 1, "1 BC"),
    ("AD 43", 43, 44, "AD 43"),
    ("43 AD", 43, 44, "AD 43"),
    ("AD 476", 476, 477, "476"),
    ("871", 871, 872, "871"),
    ("44BC", -43, -42, "44 BC"),
    ("AD43", 43, 44, "AD 43"),
    ("43AD", 43, 44, "AD 43"),
    ("44 B.C.E.", -43, -42, "44 BC"),
    ("1921-XX", 1921, 1922, "1921"),
    ("1921-XX-XX", 1921, 1922, "1921"),
    ("10,000 BC", -9999, -9998, "10,000 BC"),
    ("10 000 BC", -9999, -9998, "10,000 BC"),
    ("-9999", -9999, -9998, "10,000 BC"),
    ("9999", 9999, 10000, "9999"),
    ("12,000 BC", -11_999, -11_998, "12,000 BC"),
    ("99999 BC", -99_998, -99_997, "99,999 BC"),
    ("Y-17000", -17_000, -16_999, "17,001 BC"),
]
DAYS = [
    ("1921-03", day(1921, 59), day(1921, 90), "March 1921"),
    ("1921–03", day(1921, 59), day(1921, 90), "March 1921"),
    ("September AD 476", 476 + 244 / 366, 476 + 274 / 366, "September 476"),
    ("March 1921", day(1921, 59), day(1921, 90), "March 1921"),
    ("mar. 1921", day(1921, 59), day(1921, 90), "March 1921"),
    ("Sept 1938", day(1938, 243), day(1938, 273), "September 1938"),
    ("December 1924", day(1924, 335, 366), 1925, "December 1924"),
    ("1921-03-16", day(1921, 74), day(1921, 75), "16 March 1921"),
    ("16 March 1921", day(1921, 74), day(1921, 75), "16 March 1921"),
    ("16th march, 1921", day(1921, 74), day(1921, 75), "16 March 1921"),
    ("March 16, 1921", day(1921, 74), day(1921, 75), "16 March 1921"),
    ("March 16 1921", day(1921, 74), day(1921, 75), "16 March 1921"),
    ("29 February 1924", day(1924, 59, 366), day(1924, 60, 366), "29 February 1924"),
    ("15 March 44 BC", day(-43, 73), day(-43, 74), "15 March 44 BC"),
    ("March 8, 300 BC", day(-299, 66), day(-299, 67), "8 March 300 BC"),
    ("1921-03-XX", day(1921, 59), day(1921, 90), "March 1921"),
    ("1939 September", day(1939, 243), day(1939, 273), "September 1939"),
    ("1939 September 3", day(1939, 245), day(1939, 246), "3 September 1939"),
    ("the 3rd of September 1939", day(1939, 245), day(1939, 246), "3 September 1939"),
    ("3. August 2018", day(2018, 214), day(2018, 215), "3 August 2018"),
    ("Sunday 3 September 1939", day(1939, 245), day(1939, 246), "Sunday 3 September 1939"),
    ("Sun., 3rd Sept 1939", day(1939, 245), day(1939, 246), "Sunday 3 September 1939"),
    ("Sunday, September 3, 1939", day(1939, 245), day(1939, 246), "Sunday 3 September 1939"),
    ("Saturday 14 October 1066", day(1066, 286), day(1066, 287), "Saturday 14 October 1066"),
    ("Tuesday 30 January 1649", day(1649, 29), day(1649, 30), "Tuesday 30 January 1649"),
    ("30 January 1648/9", day(1649, 29), day(1649, 30), "30 January 1648/9"),
    ("30 January 1648/49", day(1649, 29), day(1649, 30), "30 January 1648/49"),
    ("24 March 1602/3", day(1603, 82), day(1603, 83), "24 March 1602/3"),
    ("February 1688/9", day(1689, 31), day(1689, 59), "February 1688/9"),
    ("29 February 1500", day(1500, 59, 366), day(1500, 60, 366), "29 February 1500"),
]
SPANS = [
    ("1919/1921", 1919, 1922, "1919–21"),
    ("1919–21", 1919, 1922, "1919–21"),
    ("1919-21", 1919, 1922, "1919–21"),
    ("1919 - 1921", 1919, 1922, "1919–21"),
    ("1919 to 1921", 1919, 1922, "1919–21"),
    ("from 1919 to 1921", 1919, 1922, "1919–21"),
    ("between 1919 and 1921", 1919, 1922, "1919–21"),
    ("1910–11", 1910, 1912, "1910–11"),
    ("1899-1903", 1899, 1904, "1899–1903"),
    ("1921-22", 1921, 1923, "1921–22"),
    ("1914–8", 1914, 1919, "1914–18"),
    ("1914 to 18", 1914, 1919, "1914–18"),
    ("2024/25", 2024, 2026, "2024/25"),
    ("AD 43-410", 43, 411, "AD 43–410"),
    ("43–410 AD", 43, 411, "AD 43–410"),
    ("AD 60-1", 60, 62, "AD 60–61"),
    ("AD 9–14", 9, 15, "AD 9–14"),
    ("300-250 BC", -299, -248, "300–250 BC"),
    ("300-50 BC", -299, -48, "300–50 BC"),
    ("446/5 BC", -445, -443, "446–445 BC"),
    ("480/79 BC", -479, -477, "480–479 BC"),
    ("100/99 BC", -99, -97, "100–99 BC"),
    ("146 BC to 44 BC", -145, -42, "146 BC – 44 BC"),
    ("431-04 BC", -430, -402, "431–404 BC"),
    ("10,000–8000 BC", -9999, -7998, "10,000–8000 BC"),
    ("13–15 March 44 BC", day(-43, 71), day(-43, 74), "13–15 March 44 BC"),
    (
        "Tuesday 28 July – Tuesday 4 August 1914",
        day(1914, 208),
        day(1914, 216),
        "Tuesday 28 July – Tuesday 4 August 1914",
    ),
    ("Monday 3 – Tuesday 4 August 1914", day(1914, 214), day(1914, 216), "Monday 3 August – Tuesday 4 August 1914"),
    ("870s", 870, 880, "870s"),
    ("1930's", 1930, 1940, "1930s"),
    ("1930’s", 1930, 1940, "1930s"),
    ("430s BC", -438, -428, "430s BC"),
    ("000X", 1, 10, "AD 1–9"),
    ("AD 60s", 60, 70, "AD 60s"),
    ("1920s–30s", 1920, 1940, "1920s–30s"),
    ("1920s to 1930s", 1920, 1940, "1920s–30s"),
    ("1890s-1900s", 1890, 1910, "1890s–1900s"),
    ("00XX", 1, 100, "1st century"),
    ("1st century", 1, 100, "1st century"),
    ("1st century BC", -99, 1, "1st century BC"),
    ("17th–18th century", 1600, 1800, "17th–18th century"),
    ("17th to 18th centuries", 1600, 1800, "17th–18th century"),
    ("5th-4th century BC", -499, -299, "5th–4th century BC"),
    ("17th c.", 1600, 1700, "17th century"),
    ("the nineteenth century", 1800, 1900, "19th century"),
    ("1991–present", 1991, None, "1991–present"),
    ("1840-present", 1840, None, "1840–present"),
    ("from March 1991 to the present day", day(1991, 59), None, "March 1991 – present"),
    ("1921 onwards", 1921, None, "from 1921"),
    ("from 1921 on", 1921, None, "from 1921"),
    ("1921–", 1921, None, "from 1921"),
    ("post-1945", 1946, None, "after 1945"),
    ("pre-1914", None, 1914, "before 1914"),
    ("1901/1902", 1901, 1903, "1901–02"),
    ("58–50 BC", -57, -48, "58–50 BC"),
    ("27 BC – AD 14", -26, 15, "27 BC – AD 14"),
    ("1919-03/1921-05-02", day(1919, 59), day(1921, 122), "March 1919 – 2 May 1921"),
    ("March–May 1921", day(1921, 59), day(1921, 151), "March–May 1921"),
    ("March 1921 – May 1922", day(1921, 59), day(1922, 151), "March 1921 – May 1922"),
    ("29–30 September 1938", day(1938, 271), day(1938, 273), "29–30 September 1938"),
    ("1938-09-29/1938-09-30", day(1938, 271), day(1938, 273), "29–30 September 1938"),
    ("29 Sept - 1 Oct 1938", day(1938, 271), day(1938, 274), "29 September – 1 October 1938"),
    ("1921 – March 1922", 1921, day(1922, 90), "1921 – March 1922"),
    ("193X", 1930, 1940, "1930s"),
    ("1930s", 1930, 1940, "1930s"),
    ("the 1930s", 1930, 1940, "1930s"),
    ("19XX", 1900, 2000, "20th century"),
    ("21st century", 2000, 2100, "21st century"),
    ("5th century BC", -499, -399, "5th century BC"),
    ("../1930", None, 1931, "until 1930"),
    ("until 1930", None, 1931, "until 1930"),
    ("1935/..", 1935, None, "from 1935"),
    ("after 1935", 1936, None, "after 1935"),
    ("before 1935", None, 1935, "before 1935"),
    ("until the 1930s", None, 1940, "until 1930s"),
    ("after the 19th century", 1900, None, "after 19th century"),
    ("from 1935", 1935, None, "from 1935"),
    ("since 1935", 1935, None, "from 1935"),
    ("until 1935", None, 1936, "until 1935"),
    ("by March 1935", None, day(1935, 90), "by March 1935"),
]
A_MINUTE = 1 / 1440
TIMES = [
    (source, day(1914, 208 + at), day(1914, 208 + at + A_MINUTE), long)
    for source, at, long in (
        ("28 July 1914, 11.10", 670 / 1440, "28 July 1914, 11.10"),
        ("28 July 1914, 11:10", 670 / 1440, "28 July 1914, 11.10"),
        ("28 July 1914 at 11.10", 670 / 1440, "28 July 1914, 11.10"),
        ("1914-07-28T11:10", 670 / 1440, "28 July 1914, 11.10"),
        ("11.10 on 28 July 1914", 670 / 1440, "28 July 1914, 11.10"),
        ("28 July 1914, 09.05", 545 / 1440, "28 July 1914, 09.05"),
        ("28 July 1914, 11 am", 660 / 1440, "28 July 1914, 11 am"),
        ("11pm on 28 July 1914", 23 / 24, "28 July 1914, 11 pm"),
        ("28 July 1914, 11.10 p.m.", 1390 / 1440, "28 July 1914, 11.10 pm"),
        ("28 July 1914, 12.30 am", 30 / 1440, "28 July 1914, 12.30 am"),
        ("28 July 1914, 12.30 pm", 750 / 1440, "28 July 1914, 12.30 pm"),
        ("noon, 28 July 1914", 0.5, "28 July 1914, 12.00"),
        ("Tuesday 28 July 1914, 00:00", 0, "Tuesday 28 July 1914, 00.00"),
    )
]
NEW_SPANS = [
    (
        "28 July 1914, 11.10–11.45",
        day(1914, 208 + 670 / 1440),
        day(1914, 208 + 705 / 1440),
        "28 July 1914, 11.10–11.45",
    ),
    ("28 July 1914, 7-9 pm", day(1914, 208 + 19 / 24), day(1914, 208 + 21 / 24), "28 July 1914, 7–9 pm"),
    ("28 July 1914, 11 am - 1 pm", day(1914, 208 + 11 / 24), day(1914, 208 + 13 / 24), "28 July 1914, 11 am–1 pm"),
    (
        "1914-07-28T23:00/1914-07-29T01:00",
        day(1914, 208 + 23 / 24),
        day(1914, 209 + 1 / 24),
        "28 July 1914, 23.00 – 29 July 1914, 01.00",
    ),
    ("after 28 July 1914, 11.10", day(1914, 208 + 671 / 1440), None, "after 28 July 1914, 11.10"),
    ("66 million years ago", 2000 - 66e6, 2001 - 66e6, "66 million years ago"),
    ("66 Ma", 2000 - 66e6, 2001 - 66e6, "66 million years ago"),
    ("66 mya", 2000 - 66e6, 2001 - 66e6, "66 million years ago"),
    ("541.5 million years ago", 2000 - 541.5e6, 2001 - 541.5e6, "541.5 million years ago"),
    ("4.6 billion years ago", 2000 - 4.6e9, 2001 - 4.6e9, "4.6 billion years ago"),
    ("10,000 years ago", -8000, -7999, "10,000 years ago"),
    ("12 thousand years ago", -10_000, -9999, "12,000 years ago"),
    ("12 ka", -10_000, -9999, "12,000 years ago"),
    ("4500 BP", -2550, -2549, "4500 BP"),
    ("252–66 million years ago", 2000 - 252e6, 2001 - 66e6, "252–66 million years ago"),
    ("252 million years ago to 66 million years ago", 2000 - 252e6, 2001 - 66e6, "252–66 million years ago"),
    ("200,000–150,000 years ago", -198_000, -147_999, "200,000–150,000 years ago"),
    ("before 66 million years ago", None, 2000 - 66e6, "before 66 million years ago"),
    ("school year 2024/25", 2024 + 244 / 366, day(2025, 243), "school year 2024/25"),
    ("academic year 2023-24", day(2023, 243), 2024 + 244 / 366, "academic year 2023/24"),
    ("45,000–12,000 BC", -44_999, -11_998, "45,000–12,000 BC"),
    ("C17", 1600, 1700, "17th century"),
    ("C17th", 1600, 1700, "17th century"),
    ("C17–18", 1600, 1800, "17th–18th century"),
    ("C17-C18", 1600, 1800, "17th–18th century"),
]
COUNTED = [
    ("Day 1", 0, 1, "Day 1"),
    ("day 3", 2, 3, "Day 3"),
    ("Week 2", 7, 14, "Week 2"),
    ("Days 3-5", 2, 5, "Days 3–5"),
    ("Day 3 to Day 5", 2, 5, "Days 3–5"),
    ("Hour 25", 1, 25 / 24, "Hour 25"),
    ("after Day 3", 3, None, "after Day 3"),
]
"""In days from the start."""
ROUGHLY = [
    ("c. 66 million years ago", 2000 - 66e6, 2001 - 66e6, "c. 66 million years ago"),
    ("about 4500 BP", -2550, -2549, "c. 4500 BP"),
    ("early C17", 1600, 1640, "early 17th century"),
    ("late C18 to early C19", 1760, 1840, "late 18th century – early 19th century"),
    ("1921~", 1921, 1922, "c. 1921"),
    ("1921?", 1921, 1922, "c. 1921"),
    ("c. 1930", 1930, 1931, "c. 1930"),
    ("c1930", 1930, 1931, "c. 1930"),
    ("Circa 1930", 1930, 1931, "c. 1930"),
    ("c. 1930?", 1930, 1931, "c. 1930"),
    ("c. 1930–35", 1930, 1936, "c. 1930–35"),
    ("1919~/1921", 1919, 1922, "c. 1919 – 1921"),
    ("1919/1921~", 1919, 1922, "1919 – c. 1921"),
    ("c. 1919 – c. 1921", 1919, 1922, "c. 1919 – c. 1921"),
    ("1919~/1921~", 1919, 1922, "c. 1919 – c. 1921"),
    ("c.1919-c.1921", 1919, 1922, "c. 1919 – c. 1921"),
    ("c. 1919 – 1921", 1919, 1922, "c. 1919 – 1921"),
    ("c. 1919–1921", 1919, 1922, "c. 1919–21"),
    ("c. 446/5 BC", -445, -443, "c. 446–445 BC"),
    ("c. 446 – c. 430 BC", -445, -428, "c. 446 BC – c. 430 BC"),
    ("c. 10,000 BC", -9999, -9998, "c. 10,000 BC"),
    ("c. spring 1921", day(1921, 59), day(1921, 151), "c. spring 1921"),
    ("early 1930's", 1930, 1934, "early 1930s"),
    ("early to mid-1930s", 1930, 1937, "early 1930s – mid-1930s"),
    ("early 1st century", 1, 40.6, "early 1st century"),
    ("late 1st century BC", -39, 1, "late 1st century BC"),
    ("late 18th–early 19th century", 1760, 1840, "late 18th century – early 19th century"),
    ("spring 431 BC", day(-430, 59), day(-430, 151), "spring 431 BC"),
    ("winter 1916/17", day(1916, 335, 366), day(1917, 59), "winter 1916–17"),
    ("1935~/..", 1935, None, "from c. 1935"),
    ("../1935~", None, 1936, "until c. 1935"),
    ("from c. 1935", 1935, None, "from c. 1935"),
    ("early 1930s", 1930, 1934, "early 1930s"),
    ("mid 1930s", 1933, 1937, "mid-1930s"),
    ("mid-1930s", 1933, 1937, "mid-1930s"),
    ("Late 1930s", 1936, 1940, "late 1930s"),
    ("early 20th century", 1900, 1940, "early 20th century"),
    ("spring 1921", day(1921, 59), day(1921, 151), "spring 1921"),
    ("winter 1939–40", day(1939, 334), day(1940, 60, 366), "winter 1939–40"),
]


@pytest.mark.parametrize(("source", "begins", "ends", "long"), YEARS + DAYS + TIMES + SPANS + NEW_SPANS + ROUGHLY)
def test_what_is_read(source, begins, ends, long):
    when = parse(source)
    assert (when.begins, when.ends) == (pytest.approx(begins), pytest.approx(ends))
    assert when.long.replace("\u00a0", " ") == long
    assert when.source == source


@pytest.mark.parametrize(("source", "begins", "ends", "long"), COUNTED)
def test_an_order_without_dates_counts_from_its_start(source, begins, ends, long):
    when, again = parse(source), parse(long)
    assert when.begins * 365.2425 == pytest.approx(begins)
    assert when.ends is ends or when.ends * 365.2425 == pytest.approx(ends)
    assert (when.long, when.reckoning) == (long, Reckoning.COUNTED)
    assert (again.begins, again.ends, again.long) == (when.begins, when.ends, when.long)


@pytest.mark.parametrize(
    ("rows", "precisions", "approximate"),
    [
        (YEARS, {Precision.YEAR}, False),
        (DAYS, {Precision.DAY, Precision.MONTH}, False),
        (TIMES, {Precision.TIME}, False),
        (SPANS + NEW_SPANS, {Precision.SPAN}, False),
        (ROUGHLY, {Precision.YEAR, Precision.SPAN}, True),
    ],
)
def test_a_date_keeps_its_precision(rows, precisions, approximate):
    found = [parse(source) for source, *_ in rows]
    assert {when.precision for when in found} == precisions
    assert {when.approximate for when in found} == {approximate}
    assert all(when.is_moment == (rows is DAYS or rows is TIMES) for when in found)


@pytest.mark.parametrize(
    ("source", "short"),
    [
        ("16 March 1921", "16 Mar 1921"),
        ("September 1938", "Sept 1938"),
        ("29–30 September 1938", "29–30 Sept 1938"),
        ("after March 1935", "after Mar 1935"),
        ("1919/1921", "1919–21"),
        ("4 August 1914, 11 pm", "4 Aug 1914, 11 pm"),
        ("c. 66 Ma", "c. 66 million years ago"),
        ("Week 2", "Week 2"),
    ],
)
def test_labels_are_short(source, short):
    assert parse(source).short.replace("\u00a0", " ") == short


def test_what_belongs_together_is_not_broken():
    assert parse("16 March 1921").long == "16\u00a0March 1921"
    assert parse("c. 1930").short == "c.\u00a01930"
    assert parse("44 BC").long == "44\u00a0BC"


@pytest.mark.parametrize("source", [source for source, *_ in YEARS + DAYS + TIMES + SPANS + NEW_SPANS + ROUGHLY])
def test_every_date_is_read_again_as_it_is_printed(source):
    when = parse(source)
    again = parse(when.long)
    assert (again.begins, again.ends, again.long, again.short) == (when.begins, when.ends, when.long, when.short)
    assert again.approximate is when.approximate
    assert not when.advice


@pytest.mark.parametrize(
    ("source", "begins", "ends", "read_as", "others"),
    [
        ("1911-12", day(1911, 334), 1912, "December 1911", ["1911/1912", "December 1911"]),
        ("1910-11", day(1910, 304), day(1910, 334), "November 1910", ["1910/1911", "November 1910"]),
        ("1921/22", 1921, 1923, "1921/22", None),
        (
            "4 August 1914, 7.10",
            day(1914, 215 + 430 / 1440),
            day(1914, 215 + 431 / 1440),
            "4 August 1914, 07.10",
            ["4 August 1914, 07.10", "4 August 1914, 7.10 pm"],
        ),
        ("30/06/1934", day(1934, 180), day(1934, 181), "30 June 1934", []),
        ("30.6.1934", day(1934, 180), day(1934, 181), "30 June 1934", []),
        ("06/30/1934", day(1934, 180), day(1934, 181), "30 June 1934", []),
        ("5/5/1934", day(1934, 124), day(1934, 125), "5 May 1934", []),
        ("1934/06/30", day(1934, 180), day(1934, 181), "30 June 1934", []),
        ("1934-6-30", day(1934, 180), day(1934, 181), "30 June 1934", []),
        ("06/1934", day(1934, 151), day(1934, 181), "June 1934", []),
        ("1921/12", day(1921, 334), 1922, "December 1921", []),
        ("after 1800s", 1810, None, "after 1800s", ["19th century"]),
        ("1928-1", 1928, 1928 + 31 / 366, "January 1928", []),
        ("1900s", 1900, 1910, "1900s", ["20th century", "1900–09"]),
        ("1800s", 1800, 1810, "1800s", ["19th century", "1800–09"]),
        ("1900", 1900, 1901, "1900", None),
        (
            "25 October/7 November 1917",
            day(1917, 297),
            day(1917, 311),
            "25 October – 7 November 1917",
            ["7 November 1917"],
        ),
        ("1/14 February 1918", day(1918, 31), day(1918, 45), "1–14 February 1918", ["14 February 1918"]),
        ("28 July/4 August 1914", day(1914, 208), day(1914, 216), "28 July – 4 August 1914", None),
        ("25 October – 7 November 1917", day(1917, 297), day(1917, 311), "25 October – 7 November 1917", None),
    ],
)
def test_what_could_be_read_otherwise_is_told(source, begins, ends, read_as, others):
    """The advice says what is printed and what to write for the other reading, which is itself read without advice."""
    when = parse(source)
    assert (when.begins, when.ends) == (pytest.approx(begins), pytest.approx(ends))
    assert when.long.replace("\u00a0", " ") == read_as
    assert (when.advice is None) == (others is None)
    if when.advice:
        message, hint = when.advice
        assert "read as" in message
        for form in others or [read_as]:
            assert form in hint
            assert parse(form).advice is None


@pytest.mark.parametrize(
    ("source", "message", "ways"),
    [
        ("5/10/1924", "in two ways", ["5 October 1924", "10 May 1924"]),
        ("05/06/1934", "in two ways", ["5 June 1934", "6 May 1934"]),
        ("5.10.24", "in two ways", ["5 October 1924"]),
        ("25/10/24", "no century", ["25 October 1924"]),
        ("31/31/1924", "no day of any month", ["25 October 1924"]),
        ("1921-3", "a month or a span", ["March 1921", "1921–23"]),
        ("1914-8", "a month or a span", ["August 1914", "1914–18"]),
        ("c. 1914-8", "a month or a span", ["August 1914", "1914–18"]),
        ("1648/9", "a month or a span", ["September 1648", "1648–49"]),
        ("1921-13", "1921-13", ["1921"]),
        ("1921-21", "neither", ["1921", "spring 1921"]),
        ("146-44 BC", "144 or 44 BC", ["146–144 BC", "146 BC – 44 BC"]),
        ("446-5 BC", "445 or 5 BC", ["446–445 BC", "446 BC – 5 BC"]),
        ("–1914", "a year BC", ["until 1914", "1915 BC"]),
        ("1930-02-30", "February 1930 has 28 days", ["February 1930"]),
        ("31 June 1921", "June 1921 has 30 days", ["June 1921"]),
        ("29 February 1923", "February 1923 has 28 days", ["February 1923"]),
        ("29 February 1700", "28 days", ["11 March 1700", "February 1700"]),
        ("29 February 1900", "28 days", ["13 March 1900", "February 1900"]),
        ("Monday 3 September 1939", "is a Sunday, not a Monday", ["Sunday 3 September 1939", "3 September 1939"]),
        ("Sunday 14 October 1066", "is a Saturday", ["Saturday 14 October 1066"]),
        ("30 June 1648/9", "1 January to 24 March", ["30 June 1648", "30 June 1649"]),
        ("1921-00-01", "00 is no month", ["1921-03"]),
        ("1921/1919", "ends (1919) before it begins (1921)", ["1919 to 1921"]),
        ("May–March 1921", "before it begins", ["March 1921 to May 1921"]),
        ("21", "no century", ["1921", "1930s", "AD 43", "44 BC"]),
        ("'30s", "no century", ["1930s"]),
        ("0 BC", "no year 0", ["1 BC"]),
        ("4 August 1914, midnight", "begin a day or end it", ["4 August 1914, 00.00"]),
        ("4 August 1914, 12 pm", "noon or midnight", ["4 August 1914, 12.00", "4 August 1914, 00.00"]),
        ("12 am, 4 August 1914", "noon or midnight", ["4 August 1914, 12.00", "4 August 1914, 00.00"]),
        ("4 August 1914, 24.00", "no day has the time", ["4 August 1914, 11.10"]),
        ("4 August 1914, 13 pm", "no day has the time", ["4 August 1914, 11.10"]),
        ("4 August 1914, 0 am", "no day has the time", ["4 August 1914, 11.10"]),
        ("11 p.m.", "without its day", ["4 August 1914, 23.00", "4 August 1914, 11 pm"]),
        ("4 August 1914, evening", "'evening' is no time", ["4 August 1914, 11.10", "4 August 1914, 11 am"]),
        ("1914-08-04T23:00:15Z", "no time that can be read", ["4 August 1914, 11.10"]),
        ("28 July 1914, 11.45–11.10", "before it begins", ["28 July 1914, 11.10 to 28 July 1914, 11.45"]),
        ("31 June 1914, 11 am", "June 1914 has 30 days", ["June 1914"]),
        ("20 years ago", "move with the year", ["1914", "1990s", "c. 1500"]),
        ("999 years ago", "move with the year", ["1914"]),
        ("66–252 million years ago", "before it begins", ["252 million years ago to 66 million years ago"]),
        ("20 billion years ago", "before the beginning of time", ["66 million years ago"]),
        ("123,456 BC", "beyond the years", ["150,000 years ago"]),
        ("12345", "99,999 BC to 9999", ["1921", "45,000 BC", "66 million years ago"]),
        ("Days 5–3", "ends (Day 3) before it begins", ["Days 3–5"]),
        ("3 août 2018", "'août' is no English month", ["3 August 2018", "2018-08-03"]),
        ("3 de agosto de 2018", "'agosto' is no English month", ["3 August 2018"]),
        ("3. März 2018", "'märz' is no English month", ["3 March 2018", "2018-03-03"]),
        ("16 de mayo de 1921", "'mayo' is no English month", ["16 May 1921"]),
        ("1 939", "no date", ["1939"]),
        ("19 39", "no date", ["1939"]),
        ("16 March 1 939", "no date", ["16 March 1939"]),
        ("1 939–45", "no date", ["1939–45"]),
        ("1939 (approx.)", "no date", ["c. 1939"]),
        ("1939 or so", "no date", ["c. 1939"]),
        ("March 1939 (about)", "no date", ["c. March 1939"]),
        ("around the year 1939", "no date", ["c. 1939"]),
        ("probably 1939", "1939", ["c. 1939"]),
        ("août 2018", "no month or season in English", ["August 2018"]),
        ("3 juin 2018", "no date", ["3 June 2018"]),
        ("16 Mach 1921", "no date", ["16 March 1921"]),
        ("erly 1930s", "no date", ["early 1930s"]),
        ("untill 1935", "no date", ["until 1935"]),
        ("summer 1938–39", "no one season", ["autumn 1938", "winter 1938–39"]),
        ("Easter 1916", "no month or season", ["1916", "March 1916", "spring 1916"]),
        ("Christmas 1914", "no month or season", ["1914"]),
        ("mai 1968", "no month or season", ["May 1968"]),
        ("6 messidor 1794", "'messidor' is no English month", ["6 August 1794", "1794-08-06"]),
        ("end of 1921", "no date", ["late 1921"]),
        ("1921 or 1922", "no date", ["1921–22"]),
        ("17th and 18th centuries", "no date", ["17th–18th century"]),
        ("after 30/06/1934", "no date", ["30 June 1934"]),
        ("30.06.1934-05.07.1934", "no date", ["30 June 1934"]),
        ("1914/18", "neither", ["1914–18"]),
        ("soon", "no date", ["1921", "16 March 1921", "1919–21", "c. 1930", "early 1930s", "after 1935"]),
        ("March", "no date", ["March 1921"]),
        ("../..", "no date", ["March 1921"]),
        ("", "empty", ["March 1921", "1919–21"]),
        ("1921 " * 40, "too long", ["March 1921"]),
    ],
)
def test_what_is_no_date_is_answered_with_one_that_is(source, message, ways):
    with pytest.raises(DateError) as caught:
        parse(source)
    assert message in caught.value.message
    for way in ways:
        assert way in caught.value.hint
        parse(way)
    if "did you mean" in caught.value.hint:
        assert caught.value.hint == f"did you mean {ways[0]}?"


@pytest.mark.parametrize(
    "source", ["Easter 1916", "Whitsun 1830", "Lent 1921", "mai 1968", "the Terror 1793", "Eastre"]
)
def test_no_word_is_guessed_from_afar(source):
    with pytest.raises(DateError) as caught:
        parse(source)
    assert "did you mean" not in caught.value.hint


def test_times_ages_and_days_sort():
    for sources in (
        ("3 August 1914", "4 August 1914", "4 August 1914, 09.00", "4 August 1914, 9.30 am", "4 August 1914, 7 pm"),
        ("4.6 billion years ago", "66 Ma", "300,000 years ago", "12,000 BC", "4500 BP", "44 BC", "1066"),
        ("Day 1", "Day 3", "Week 2", "Day 9", "Week 3"),
    ):
        assert sorted(sorted(sources), key=lambda source: parse(source).sort_key) == list(sources)


def test_order():
    sources = [
        "before 1917",
        "1917",
        "1917-11",
        "7 November 1917",
        "November 1917 – March 1918",
        "1918",
        "after 1917",
    ]
    order = sorted(sources, key=lambda source: parse(source).sort_key)
    assert order[0] == "before 1917"
    assert order.index("1917-11") < order.index("7 November 1917") < order.index("1918")
    assert order.index("1917-11") < order.index("November 1917 – March 1918")


@given(st.dates())
def test_every_day_is_read_in_both_forms_and_as_printed(date):
    iso = parse(date.isoformat())
    assert iso.precision is Precision.DAY
    assert date.year <= iso.begins < iso.ends <= date.year + 1
    again = parse(iso.long)
    assert (again.begins, again.ends, again.long) == (iso.begins, iso.ends, iso.long)


@given(st.integers(-9000, 9999), st.integers(0, 200))
def test_spans_are_read_as_they_are_printed(first, length):
    last = min(first + length, 9999)
    signs = [f"{'-' if year < 0 else ''}{abs(year):04}" for year in (first, last)]
    when = parse("/".join(signs))
    assert (when.begins, when.ends) == (first, last + 1)
    if first < 1000 <= last or first < 100:
        return  # a century that is left out is only read after four digits
    again = parse(when.long)
    assert (again.begins, again.ends) == (first, last + 1)


@given(st.text(st.sampled_from("0129-–/.~?X Mmarchcbsftyd',"), max_size=16))
def test_anything_is_a_date_or_refused_with_a_hint(text):
    try:
        when = parse(text)
    except DateError as error:
        assert error.hint
    else:
        assert when.begins is not None or when.ends is not None
        assert when.long
        if when.begins is not None and when.ends is not None:
            assert when.begins < when.ends


@pytest.mark.parametrize(
    ("typed", "spoken"),
    [
        ("1919-21", "1919 to 1921"),
        ("1899-1902", "1899 to 1902"),
        ("871-99", "871 to 899"),
        ("AD 60-1", "AD 60 to 61"),
        ("58-50 BC", "58 to 50 BC"),
        ("446/5 BC", "446 to 445 BC"),
        ("2024/25", "2024 to 2025"),
        ("c. 1930", "circa 1930"),
        ("c. 1919-21", "circa 1919 to 1921"),
        ("1920s-30s", "1920s to 1930s"),
        ("1890s-1900s", "1890s to 1900s"),
        ("17th-18th century", "17th to 18th century"),
        ("Mar 1921", "March 1921"),
        ("3-12 May 1926", "3 to 12 May 1926"),
        ("May-Nov 1926", "May to November 1926"),
        ("25 Oct - 7 Nov 1917", "25 October to 7 November 1917"),
        ("1991-present", "1991 to present"),
        ("until 1930", "until 1930"),
        ("10,000 BC", "10,000 BC"),
        ("4 August 1914, 11.10", "4 August 1914, 11:10"),
        ("4 August 1914, 11.10–11.45 pm", "4 August 1914, 11:10 to 11:45 pm"),
        ("541.5 million years ago", "541.5 million years ago"),
        ("252-66 million years ago", "252 to 66 million years ago"),
        ("12,000-11,000 years ago", "12,000 to 11,000 years ago"),
        ("c. 4500 BP", "circa 4500 BP"),
        ("school year 2024/25", "school year 2024 to 2025"),
        ("Days 5–7", "Days 5 to 7"),
        ("C17-18", "17th to 18th century"),
    ],
)
def test_a_date_is_spoken_without_dashes_or_abbreviations(typed, spoken):
    assert parse(typed).spoken.replace("\u00a0", " ") == spoken


@pytest.mark.parametrize(
    ("printed", "spoken"),
    [
        ("Prime Minister, 1923–24, 1924–29 and 1935–37", "Prime Minister, 1923 to 1924, 1924 to 1929 and 1935 to 1937"),
        ("the strike of 3–12 May 1926, pp. 123–45", "the strike of 3 to 12 May 1926, pp. 123 to 145"),
        ("£1,000–4,000/m, 1.5–2.5 kg, 12.5–3", "£1,000 to 4,000/m, 1.5 to 2.5 kg, 12.5 to 3"),
        ("1 000–4 000 m", "1 000 to 4 000 m"),
        ("58–50 BC, 2024/25, the Nazi–Soviet pact", "58 to 50 BC, 2024/25, the Nazi–Soviet pact"),
    ],
)
def test_ranges_of_figures_are_spoken(printed, spoken):
    assert spoken_ranges(printed) == spoken
