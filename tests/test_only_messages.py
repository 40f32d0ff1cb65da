"""Every word of the program on the pages, and by ear, is a message: with other words for all of them, no English is left.

The author's words are Cyrillic here and the program's Greek, letter for letter, so that what is Latin was not said
through the pack. Dates are allowed: their words come from elsewhere.
"""

import re
from functools import cache

import pytest
import yaml
from laws import no_text_touches_text, nothing_leaves_the_frame

from studypack.layout.field import Field
from studypack.layout.page import Link, TextRun
from studypack.model.date_english import MONTHS, SHORT_MONTHS, WEEKDAYS
from studypack.model.messages import messages
from studypack.model.options import MODES, Options, Paper, Profile
from studypack.model.settings import modes_of
from studypack.output.compose import compose
from studypack.reading.load import read
from studypack.sections import SECTIONS
from tests.pdf.files import every_mode
from tests.pictures import pictures

CONTENT = r"""
title: Торговля
subtitle: Строка
period: 1917/1939
subject: История
level: Девять
author: Автор
rights: Права
source: Записки
question: Что важнее?
summary: "Слова и {{пропуск}}."
sides: {advantage: {name: Польза, says: Общее}, disadvantage: {name: Вред}}
points:
  - {side: Польза, date: March 1921, title: Договор, theme: торговля, text: "Они {{подписали::что}} {{договор|пакт}}.",
     picture: {file: dam.png, alt: Плотина, caption: Плотина, credit: Художник}, corrections: [{notes: а, here: б, why: в.}]}
  - {side: Вред, date: 1919–21, title: Война, text: "Бои в {{России}} и **много** слов."}
  - {side: Вред, date: 1923–24, title: Долги, theme: торговля, text: "{{Цари}} не платили, {{12}} лет."}
  - title: Блоки
    side: Польза
    text: |
      Вот:

      1. {{Ленин}} отказал
      2. Ллойд настаивал

      > Мы {{платим}}.
      > — Красин

      | Год | Долг |
      |------|-----:|
      | {{1917}} | 9 |

      ```
      если:
          {{ноль}}
      ```
events:
  - {date: 23 August 1939, title: Пакт, text: Подписан.}
  - {date: 1930, title: Кризис}
worksheets:
  - {title: Один, points: [Договор, Война, Долги, Блоки], distractors: [Локарно, Рапалло пакт],
     picture: {file: dam.png, alt: Договор}}
  - {title: Два, points: [Война, Долги]}
  - {title: Три, passage: "Слово {{пакт}}, {{пакт}} и {{мир}}."}
  - {title: Четыре, picture: {file: dam.png, alt: Стена, labels: [
      {x: 20%, y: 40%, answer: дверь, where: внизу}, {x: 21%, y: 41%, answer: стена дома}]}}
  - {title: Пять, passage: "Одно {{слово}}."}
evaluation:
  question: В какой мере?
  paragraphs:
    - - {move: judgement, text: Помогла., note: Сначала.}
      - {move: evidence, text: "Они {{подписали}}:\n- договор", note: Затем.}
      - {move: ход, text: Иной., note: Свой.}
    - [{move: conclusion, text: Итак., note: Конец.}]
  try: {text: Закончи., moves: [evidence, judgement], draw: axes}
  corrections: [{notes: а, here: б, why: в}]
glossary: [{term: НЭП, meaning: Политика.}]
people: [{name: Ллойд, role: Министр.}]
flashcards:
  - {front: "Когда?", back: "- {{1921}}\n- позже", point: Договор}
  - {front: "- а\n- б", back: Ответ.}
corrections: [{notes: а, here: б, why: в.}]
"""
LATIN = re.compile(r"[A-Za-z]{2,}")
VERSION = re.compile(r"\b[0-9A-F]{4}\b|\b(?:[0-9A-F] ){4}")
OF_DATES = {"to", "today", *MONTHS, *SHORT_MONTHS, *WEEKDAYS, *(name[:3] for name in WEEKDAYS)}


def dated(*dates):
    """Points with these dates on one side."""
    points = [{"side": "а", "date": date, "title": f"Точка {'абвгд'[n]}"} for n, date in enumerate(dates)]
    return {"sides": [{"id": "а", "name": "Альфа"}], "points": [{**each, "text": "Слово {{мир}}."} for each in points]}


FEWER = dict.fromkeys(("period", "events", "worksheets", "flashcards"))
THREE = [{"id": "а", "name": "Альфа", "says": "Сказ"}, {"id": "б", "name": "Бета"}, {"id": "в", "name": "Вега"}]
OF_THREE = [("а", "1921"), ("а", "1922"), ("б", "1923"), ("в", "1924"), (None, "1925")]
VARIANTS = {
    "as it is": {},
    "three sides and a point on none": FEWER
    | {
        "sides": THREE,
        "points": [
            {"title": f"Точка {date}", "text": "Слово {{мир}}.", "date": date} | ({"side": side} if side else {})
            for side, date in OF_THREE
        ],
    },
    "sides without names": FEWER
    | dated("1921", "1923", "1925", "1930")
    | {"sides": None, "points": [{"side": "advantage", "title": "Точка", "text": "Слово {{мир}}."}]},
    "hours": FEWER | dated("1914-07-28T11:10", "1914-07-28T13:10", "1914-07-28T15:10", "1914-07-28T18:00"),
    "days": FEWER | dated("28 July 1914", "30 July 1914", "1 August 1914", "4 August 1914"),
    "years ago": FEWER
    | dated("66 million years ago", "60 million years ago", "30 million years ago", "9 million years ago"),
    "an order": FEWER | dated("Day 3", "Day 4", "Days 5–7", "Day 9"),
    "terms alone": {"glossary": [{"term": "НЭП", "meaning": "Политика."}]},
}


def greek(words):
    """The words in other letters, but for the names of values."""
    parts = re.split(r"(\{\w+\})", words)
    return "".join(part if place % 2 else re.sub("[A-Za-z]", "λ", part) for place, part in enumerate(parts))


@cache
def content(variant):
    written = yaml.load(CONTENT, yaml.BaseLoader) if variant != "terms alone" else {"title": "Торговля"}
    written |= VARIANTS[variant]
    written = {key: value for key, value in written.items() if value is not None}
    own = {key: greek(" | ".join(each.english)) for key, each in messages().items()}
    return read(yaml.safe_dump({**written, "words": own}, allow_unicode=True).encode(), "t.yaml", pictures()).pack


def everything_said(document):
    for tag in document.root.walk():
        yield from (tag.said, tag.alt, tag.sheet)
    for page in document.pages:
        yield page.head
        yield from (bookmark.title for bookmark in page.bookmarks)
        for item in page.items:
            if isinstance(item, TextRun | Link | Field):
                yield getattr(item, "text", "") or getattr(item, "description", "") or item.name


CASES = [
    (variant, settings, profile)
    for variant in VARIANTS
    for settings in [(), *every_mode()]
    for profile in (Profile.STANDARD, Profile.LARGE)
    if variant == "as it is" or (settings and settings[0].startswith(("table", "timeline"))) or not settings
    if variant == "as it is" or profile is Profile.STANDARD
]


@pytest.mark.parametrize(("variant", "settings", "profile"), CASES)
def test_no_word_of_the_program_is_said_past_the_pack(variant, settings, profile):
    pack, options = content(variant), Options(profile=profile, **modes_of(settings, MODES))
    named = settings[0].partition(".")[0] if settings else ""
    chosen = [each for each in SECTIONS if not named or each.is_key or each.name == named]
    chosen = [each for each in chosen if not each.lack(pack, options)]
    said = list(everything_said(compose(pack, options, chosen, chosen)))
    assert any("λλλ" in each for each in said) or not chosen[1:]
    found = {word: each for each in said for word in LATIN.findall(VERSION.sub("", each))}
    of_dates = {word for _, date in pack.dates for word in LATIN.findall(f"{date.long} {date.short} {date.spoken}")}
    assert {word: each for word, each in found.items() if word not in of_dates | OF_DATES} == {}


def longest(message):
    """As many letters as the words may have, in words of six, and all values."""
    values = "".join(f" {{{name}}}" for name in message.values)
    words = ("nnnnnn " * message.room)[: message.room - len(values)].strip()
    return " | ".join([words + values] * len(message.english))


@pytest.mark.parametrize(
    "settings",
    [
        (),
        ("table.mode=blank",),
        ("table.mode=sort",),
        ("timeline.mode=dates-blank",),
        ("evaluation.mode=plain",),
        ("evaluation.mode=scaffold",),
        ("worksheets.ladder=yes",),
        ("flashcards.flip=fold",),
        ("notes.ruling=cornell",),
    ],
)
def test_the_longest_words_of_an_authors_own_keep_to_the_page(settings):
    own = {key: longest(each) for key, each in messages().items()}
    written = yaml.load(CONTENT, yaml.BaseLoader) | {"words": own}
    pack = read(yaml.safe_dump(written, allow_unicode=True).encode(), "t.yaml", pictures()).pack
    options = Options(paper=Paper.A5, profile=Profile.LARGE, **modes_of(settings, MODES))
    chosen = [each for each in SECTIONS if not settings or each.name == settings[0].partition(".")[0]]
    document = compose(pack, options, chosen, chosen)
    assert nothing_leaves_the_frame(document) > 20
    assert no_text_touches_text(document) > 20
