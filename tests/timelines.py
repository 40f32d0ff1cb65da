"""Packs whose timelines are hard to draw, for every way of drawing one."""

import random

from laws import text_runs

from studypack.layout.page import Rule, TextRun
from studypack.layout.style import SIDE_COLORS
from studypack.layout.tag import Tag
from studypack.sections.timeline.geometry import GEOMETRY

MONTHS = ("January", "March", "May", "June", "August", "October", "December")
WORDS = ("treaty", "trade", "Commonwealth", "of", "the", "a", "recognition", "loan", "crisis", "conference")


def point(date, title="A treaty", side="advantage"):
    written = {"side": side, "title": title, "text": "Text."}
    return written if date is None else {**written, "date": date}


def many(count, first, last, seed=1):
    """Points on random days, with titles of one to nine words."""
    dice = random.Random(seed)
    return [
        point(
            f"{dice.randint(1, 28)} {dice.choice(MONTHS)} {dice.randint(first, last)}",
            " ".join(dice.choices(WORDS, k=dice.randint(1, 9))),
            dice.choice(("advantage", "disadvantage")),
        )
        for _ in range(count)
    ]


def years(count, first, last, seed=2):
    dice = random.Random(seed)
    sides = ("advantage", "disadvantage")
    return [point(str(dice.randint(first, last)), "What happened", dice.choice(sides)) for _ in range(count)]


def band_names(document):
    """What is written on the bands, in order."""
    runs = [run for _, run in text_runs(document) if isinstance(run.tag, Tag)]
    return [run.text for run in runs if run.tag.kind == "Span" and run.tag.parent and run.tag.parent.kind == "Figure"]


def events(*dates):
    """Events on these dates, in turn on either side of the line and on none."""
    sides = ("advantage", "disadvantage", None)
    placed = [(date, f"What happened {number}", sides[number % 3]) for number, date in enumerate(dates)]
    points = [point(date, title, side) for date, title, side in placed if side]
    return {"points": points, "events": [{"date": date, "title": title} for date, title, side in placed if not side]}


SCALES = {
    "a day": events(*(f"3 July 1863, {time}" for time in ("4.30 am", "11 am", "1–3 pm", "3 pm", "4 pm", "17.30"))),
    "a week": {
        "period": "28 July 1914/4 August 1914",
        **events(*(f"{day} July 1914" for day in (28, 29, 30, 31)), *(f"{day} August 1914" for day in (1, 2, 3, 4))),
    },
    "a term": {
        "period": "September 1938/December 1938",
        **events(
            *(f"{day} September 1938" for day in (6, 12, 15, 22, "29-30")),
            *(f"{day} October 1938" for day in (1, 5, 10, 27)),
            "November 1938",
        ),
    },
    "a reign": {
        "period": "28 January 1547/6 July 1553",
        **events("28 January 1547", "10 September 1547", "June 1549", "July–August 1549", "1552", "6 July 1553"),
    },
    "four centuries": {
        "period": "1492/1888",
        **events("1492", "1562", "1672", "17th century", "1713", "22 May 1787", "1791-1804", "1865", "13 May 1888"),
    },
    "ages": events(
        "541.5 million years ago",
        "c. 375 million years ago",
        "252–66 million years ago",
        "66 million years ago",
        "300,000 years ago",
    ),
    "an order without dates": events("Day 1", "Day 3", "Days 5–7", "Week 2", "Day 12"),
    "ten thousand years": events("10,000 BC", "c. 8500 BC", "4000 BC", "3000 BC", "500 BC", "18th century", "1935"),
}
"""Small timelines of very different lengths."""


STRESS = {
    "like the shipped pack": {
        "period": "1917/1939",
        "points": [
            point("1919/1920", "A case for trade"),
            point("16 March 1921", "Anglo-Soviet Trade Agreement"),
            point("April 1922", "The Genoa conference"),
            point("1 February 1924", "Labour recognises the USSR"),
            point("18 September 1934", "The USSR joins the League"),
            *[point(f"May {year}", "A crisis", "disadvantage") for year in range(1918, 1930)],
            point("November 1917", "The Bolshevik Revolution", "disadvantage"),
            point("early 1930s", "Conservatives return to power", "disadvantage"),
            point("after 1935", "A pact without substance", "disadvantage"),
            point("August 1939", "The military mission to Moscow", "disadvantage"),
            point(None, "British and French Military Mission", "disadvantage"),
        ],
        "events": [{"date": "23 August 1939", "title": "Nazi–Soviet pact"}],
    },
    "150 in two years": {"points": many(150, 1916, 1917)},
    "a single date": {"points": [point("16 March 1921")]},
    "all on one day": {"points": [point("1 May 1997", f"Point {n}") for n in range(40)]},
    "first and last days": {"points": [point("1 January 1920"), point("31 December 1927")]},
    "before Christ": {
        "points": [
            point("44 BC", "Ides of March"),
            point("480 BC", "Salamis", "disadvantage"),
            point("c. 300 BC", "Euclid"),
            point("AD 43", "Britain is invaded", "disadvantage"),
            point("1st century BC", "The late republic"),
        ]
    },
    "two thousand years": {"points": years(30, 100, 1999)},
    "many marks": {"points": [point(f"{1800 + n // 2}", "Law", "disadvantage") for n in range(150)]},
    "long words": {
        "points": [
            point("1921", "W" * 200),
            point("1923", "Treaty of " + "abcdefghij" * 20, "disadvantage"),
            point("May 1922", "A title of very many words that goes on over three lines and more " * 2),
            point(None, "x" * 200),
        ]
    },
    "open on both sides": {
        "points": [
            point("../1930", "Until then"),
            point("1920/..", "From then", "disadvantage"),
            point("c. March 1921", "About then", "disadvantage"),
        ],
        "events": [{"date": "1919/1933", "title": "Weimar"}, {"date": "c. 1923", "title": "Inflation"}],
    },
    "events alone": {"events": [{"date": f"{1900 + n * 3}", "title": f"Event {n}"} for n in range(12)]},
    "other headings": {
        "points": [point("1921"), point("1950", "B", "disadvantage")],
        "sides": {"advantage": "Helped", "disadvantage": "Hindered"},
    },
    "headings without end": {
        "points": [point("1921"), point("1950", "B", "disadvantage")],
        "sides": {"advantage": "For " * 60, "disadvantage": "Against " * 60},
    },
    "a title without end": {"points": [point("1921", "word " * 2000), point("1922", "B", "disadvantage")]},
    "centuries": {"points": [point("18th century"), point("c. 12 May 1745", "B", "disadvantage")]},
    "the ends of time": {"points": [point("-9999"), point("9999", "B", "disadvantage")]},
    "300 undated": {"points": [point("1921"), *[point(None, f"Undated {n}") for n in range(300)]]},
    "one side": {"points": [point(f"{1900 + n}", f"Law {n}", "disadvantage") for n in range(30)]},
    "one year, 40 events": {
        "events": [{"date": f"{1 + n % 28} May 1921", "title": f"Event number {n} of the year"} for n in range(40)]
    },
    "300 dates": {"points": many(300, 1700, 1999)},
    "huge labels": {"points": [point(f"{1900 + n}", "word " * 60 + "end") for n in range(9)]},
}


def poles(page):
    colors = (*SIDE_COLORS[:2], SIDE_COLORS[-1])
    return [
        item
        for item in page.items
        if isinstance(item, Rule)
        and item.x0 == item.x1
        and item.thickness == GEOMETRY.pole
        and item.color in colors
        and abs(item.y1 - item.y0) > GEOMETRY.bar + 1
    ]


def no_pole_crosses_a_text(document):
    seen = 0
    for page in document.pages:
        runs = [item for item in page.items if isinstance(item, TextRun)]
        for pole in poles(page):
            low, high = sorted((pole.y0, pole.y1))
            for run in runs:
                left, bottom, right, top = run.box
                if left - 0.5 < pole.x0 < right + 0.5:
                    assert not (bottom < high and low < top), f"{run.text!r} is crossed on page {page.number}"
            seen += 1
    assert seen
