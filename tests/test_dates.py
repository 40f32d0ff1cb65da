"""Dates: what a teacher types, and what it means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studypack.dates import DateError, Precision, parse


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
    ("-9999", -9999, -9998, "10000 BC"),
    ("9999", 9999, 10000, "9999"),
]
DAYS = [
    ("1921-03", day(1921, 59), day(1921, 90), "March 1921"),
    ("1921–03", day(1921, 59), day(1921, 90), "March 1921"),
    ("September AD 476", 476 + 244 / 366, 476 + 274 / 366, "September 476"),
    ("March 1921", day(1921, 59), day(1921, 90), "March 1921"),
    ("mar. 1921", day(1921, 59), day(1921, 90), "March 1921"),
    ("Sept 1938", day(1938, 243), day(1938, 273), "September 1938"),
    ("December 1924", day(1924, 335, 366), 1925, "December 1924"),
    ("1910-11", day(1910, 304), day(1910, 334), "November 1910"),
    ("1921-03-16", day(1921, 74), day(1921, 75), "16 March 1921"),
    ("16 March 1921", day(1921, 74), day(1921, 75), "16 March 1921"),
    ("16th march, 1921", day(1921, 74), day(1921, 75), "16 March 1921"),
    ("March 16, 1921", day(1921, 74), day(1921, 75), "16 March 1921"),
    ("March 16 1921", day(1921, 74), day(1921, 75), "16 March 1921"),
    ("29 February 1924", day(1924, 59, 366), day(1924, 60, 366), "29 February 1924"),
    ("15 March 44 BC", day(-43, 73), day(-43, 74), "15 March 44 BC"),
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
    ("from 1935", 1935, None, "from 1935"),
    ("since 1935", 1935, None, "from 1935"),
    ("until 1935", None, 1936, "until 1935"),
    ("by March 1935", None, day(1935, 90), "by March 1935"),
]
ROUGHLY = [
    ("1921~", 1921, 1922, "c. 1921"),
    ("1921?", 1921, 1922, "c. 1921"),
    ("c. 1930", 1930, 1931, "c. 1930"),
    ("c1930", 1930, 1931, "c. 1930"),
    ("Circa 1930", 1930, 1931, "c. 1930"),
    ("c. 1930?", 1930, 1931, "c. 1930"),
    ("c. 1930–35", 1930, 1936, "c. 1930–35"),
    ("1919~/1921", 1919, 1922, "c. 1919 – 1921"),
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


@pytest.mark.parametrize(("source", "begins", "ends", "long"), YEARS + DAYS + SPANS + ROUGHLY)
def test_what_is_read(source, begins, ends, long):
    when = parse(source)
    assert (when.begins, when.ends) == (pytest.approx(begins), pytest.approx(ends))
    assert when.long.replace("\u00a0", " ") == long
    assert when.source == source


@pytest.mark.parametrize(
    ("rows", "precisions", "approximate"),
    [
        (YEARS, {Precision.YEAR}, False),
        (DAYS, {Precision.DAY, Precision.MONTH}, False),
        (SPANS, {Precision.SPAN}, False),
        (ROUGHLY, {Precision.YEAR, Precision.SPAN}, True),
    ],
)
def test_a_date_keeps_its_precision(rows, precisions, approximate):
    found = [parse(source) for source, *_ in rows]
    assert {when.precision for when in found} == precisions
    assert {when.approximate for when in found} == {approximate}
    assert all(when.is_moment == (rows is DAYS) for when in found)


@pytest.mark.parametrize(
    ("source", "short"),
    [
        ("16 March 1921", "16 Mar 1921"),
        ("September 1938", "Sept 1938"),
        ("29–30 September 1938", "29–30 Sept 1938"),
        ("after March 1935", "after Mar 1935"),
        ("1919/1921", "1919–21"),
    ],
)
def test_labels_are_short(source, short):
    assert parse(source).short.replace("\u00a0", " ") == short


def test_what_belongs_together_is_not_broken():
    assert parse("16 March 1921").long == "16\u00a0March 1921"
    assert parse("c. 1930").short == "c.\u00a01930"
    assert parse("44 BC").long == "44\u00a0BC"


@pytest.mark.parametrize(
    ("source", "message", "hint"),
    [
        ("25/10/1924", "easily misread", "25 October 1924"),
        ("10/25/1924", "easily misread", "25 October 1924"),
        ("5/10/1924", "in two ways", "5 October 1924 or 10 May 1924"),
        ("5.10.24", "in two ways", "5 October 1924"),
        ("10/1924", "misread", "October 1924"),
        ("1924/10/25", "ISO", "1924-10-25"),
        ("1921-3-16", "ISO", "1921-03-16"),
        ("1921-3", "neither", "1921-03"),
        ("1901-2", "span of years", "1901-02 for the month, or 1901–02 for the years"),
        ("1924/25", "neither", "1924–25"),
        ("1921-13", "1921-13", "01 to 12"),
        ("1930-02-30", "February 1930 has 28 days", "February 1930"),
        ("31 June 1921", "June 1921 has 30 days", "June 1921"),
        ("29 February 1900", "28 days", ""),
        ("1921-00-01", "00 is no month", ""),
        ("1921/1919", "ends (1919) before it begins (1921)", "earlier date first"),
        ("May–March 1921", "before it begins", ""),
        ("21", "no century", "1921"),
        ("0 BC", "no year 0", "1 BC"),
        ("12345", "9999", ""),
        ("16 Mach 1921", "no date", "'March'"),
        ("erly 1930s", "no date", "'early'"),
        ("summer 1938–39", "no one season", "autumn 1938"),
        ("soon", "no date", "early 1930s"),
        ("March", "no date", "March 1921"),
        ("../..", "no date", ""),
        ("", "empty", "March 1921"),
        ("1921 " * 40, "too long", ""),
    ],
)
def test_what_is_no_date(source, message, hint):
    with pytest.raises(DateError) as caught:
        parse(source)
    assert message in caught.value.message
    assert hint in caught.value.hint
    assert caught.value.hint


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


@given(st.text(st.sampled_from("0129-–/.~?X Mmarchcbsfty"), max_size=16))
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


@pytest.mark.parametrize("source", ["../1930", "1935/..", "1935~/..", "../c. 1935", "before 1930", "after March 1935"])
def test_an_open_date_is_read_as_it_is_printed(source):
    when = parse(source)
    again = parse(when.long)
    assert (again.begins, again.ends, again.long) == (when.begins, when.ends, when.long)
    assert again.approximate is when.approximate
