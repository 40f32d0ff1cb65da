"""What a file, a folder or a keyboard can do to the program: it refuses with a reason, or it prints every word."""

import os
from contextlib import contextmanager, nullcontext
from itertools import product

import pypdfium2
import pytest
from effort import ends
from laws import LAWS, spoken
from packs import all_pairs

from studypack.base.errors import StudypackError, render_all
from studypack.model.choices import Key, Paper, Profile
from studypack.model.modes import GapWidth
from studypack.model.options import Options
from studypack.model.section_modes import WorksheetModes
from studypack.output.build import read
from studypack.output.compose import compose
from studypack.output.resolve import choose
from studypack.pdf.tagged import pdf_bytes
from studypack.reading.load import read as read_bytes
from studypack.sections import SECTIONS

POINT = "  - {{side: {side}, date: '{date}', title: '{title}', text: '{text}'}}\n"


def content(points, extra=""):
    return ("title: A topic\npoints:\n" + "".join(POINT.format(**point) for point in points) + extra).encode()


def point(side="advantage", date="1921", title="A title", text="Some {{{{words}}}} to read."):
    return {
        "side": side,
        "date": date,
        "title": title,
        "text": text.replace("{{{{", "{{").replace("}}}}", "}}"),
    }


def both(count, **kwargs):
    return [
        point(side=("advantage", "disadvantage")[number % 2], title=f"Title {number}", **kwargs)
        for number in range(count)
    ]


LONG = " ".join(f"word{number}" for number in range(1500))

PRINTABLE = {
    "a point of 10,000 characters": content([point(text=LONG), point(side="disadvantage")]),
    "a word of 200 letters": content([point(text="a " + "x" * 200 + " b", title="y" * 200), point(side="disadvantage")]),
    "no points on one side": content([point(side="disadvantage"), point(side="disadvantage", title="Other")]),
    "one point only": content([point()]),
    "60 points": content(both(60)),
    "300 points": content(both(300)),
    "150 events in two years": content(
        both(2),
        "events:\n" + "".join(f"  - {{date: '{n % 27 + 1} {m} {y}', title: 'Event {n} {m}'}}\n"
                              for y in (1938, 1939) for m in ("March", "May", "July") for n in range(25)),
    ),
    "names in Polish, Cyrillic and Greek": content(
        [point(title="Józef Piłsudski, Łódź", text="Зиновьев и Ленин: {{Чичерин}}. Βενιζέλος και {{Θεσσαλονίκη}}."),
         point(side="disadvantage", title="Żółć")]
    ),
    "x<y & z": content([point(title="x<y & z", text="If x<y & z then </b> <img src=/etc/passwd> {{<b>}}.")]),
    "titles of three lines": content(both(4), "").replace(b"Title 1", b"A title that goes on " * 9),
    "no dates at all": b"title: T\npoints:\n  - {side: advantage, title: One, text: Some words.}\n",
    "only a title": b"title: T\nglossary:\n  - {term: One, meaning: A word.}\n",
    "a gap that is the whole text": content([point(text="{{{{all}}}}"), point(side="disadvantage", text="{{{{one}}}} {{{{two}}}}")]),
    "two thousand years": content([point(date="44 BC"), point(side="disadvantage", date="1989")]),
    "everything on one day": content(both(40, date="1 May 1921")),
    "dates open at both ends": content([point(date="../1930"), point(side="disadvantage", date="1935/..")]),
    "spaces that do not break": content([point(text="a\u00a0" * 120 + "end")]),
}  # fmt: skip


WORKSHEETS = next(section for section in SECTIONS if section.name == "worksheets")
SMALLER = [name for name in PRINTABLE if name != "300 points"]
"""What is laid out in every look; the most points in one is enough."""


@pytest.mark.parametrize(("name", "paper"), [*product(SMALLER, Paper), ("300 points", Paper.A4)])
def test_it_is_printed_and_keeps_the_laws(name, paper):
    pack = read_bytes(PRINTABLE[name], name).pack
    options = Options(paper=paper)
    chosen = choose(pack, options)
    for sections in filter(None, (chosen.pack, chosen.key)):
        document = compose(pack, options, sections, chosen.answered)
        for law in LAWS:
            law(document)
        with pypdfium2.PdfDocument(pdf_bytes(document)) as pdf:
            assert len(pdf) == len(document.pages)


WITH_GAPS = [name for name in SMALLER if WORKSHEETS.applies(read_bytes(PRINTABLE[name], name).pack)]


@pytest.mark.parametrize(("name", "profile", "gap"), all_pairs(WITH_GAPS, Profile, GapWidth))
def test_its_worksheets_keep_the_laws_at_every_level_of_help(name, profile, gap):
    pack = read_bytes(PRINTABLE[name], name).pack
    modes = WorksheetModes(ladder=True, gap=gap, distractors=12)
    document = compose(pack, Options(paper=Paper.A5, profile=profile, worksheets=modes), [WORKSHEETS], [WORKSHEETS])
    for law in LAWS:
        law(document)
    assert len(document.pages) >= 3, "a level a page; the first two are one where there is no hint"


def test_no_word_of_a_long_point_is_lost():
    pack = read_bytes(PRINTABLE["a point of 10,000 characters"], "x").pack
    table = [section for section in choose(pack, Options()).pack if section.name == "table"]
    assert " ".join(LONG.split()) in spoken(compose(pack, Options(), table, table))


WORDS = "word " * 300
IN_EVERY_PROFILE = {
    "three long entries of a list": (
        "title: T\nglossary:\n" + "".join(f"  - {{term: Term {n}, meaning: '{WORDS}'}}\n" for n in range(3))
        + "people:\n" + "".join(f"  - {{name: Name {n}, role: '{WORDS}'}}\n" for n in range(4))
    ),
    "headings in Greek and Cyrillic": content(both(4), "sides: {advantage: Υπέρ, disadvantage: Йод}\n").decode(),
    "long corrections": (
        "title: T\npoints:\n  - side: advantage\n    title: One\n    text: 'Some {{words}}.'\n    corrections:\n"
        f"      - {{notes: '{WORDS[:750]}', here: '{WORDS[:500]}', why: '{WORDS}'}}\n"
    ),
    "a question of 80 words": (
        f"title: T\nquestion: '{WORDS[:400]}'\nsummary: Words.\nevaluation:\n  question: '{WORDS[:400]}'\n"
        f"  try: '{WORDS[:400]}'\n  paragraphs:\n    - - {{move: judgement, text: 'It {{{{did}}}}.'}}\n"
        "worksheets:\n  - {title: One, passage: 'A {{gap}}.'}\n"
    ),
    "long titles everywhere": (
        f"title: '{WORDS[:300]}'\nsummary: Words.\npoints:\n"
        f"  - {{side: advantage, title: '{WORDS[:400]}', theme: '{WORDS[:300]}', text: 'A {{{{gap}}}}.', date: 1921}}\n"
        f"worksheets:\n  - {{title: '{WORDS[:400]}', passage: 'A {{{{gap}}}}.'}}\n"
    ),
    "a big bank with an answer of 26 words": (
        f"title: T\nworksheets:\n  - title: One\n    passage: >-\n      It was {{{{{LONG[:210]}}}}}, they say.\n"
        + "".join(f"      Then {{{{word{n}}}}} came.\n" for n in range(60))
    ),
    "four answers of 30 words": (
        "title: T\nworksheets:\n  - title: One\n    passage: >-\n"
        + "".join(f"      In {n} it was {{{{{LONG[:250]} {n}}}}}, they say.\n" for n in range(4))
    ),
    "years of seven letters": content([point(date="1304 BC"), point(side="disadvantage", date="1901")]).decode(),
}  # fmt: skip


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize("name", IN_EVERY_PROFILE)
def test_it_is_printed_in_every_profile(name, profile, paper):
    pack = read_bytes(IN_EVERY_PROFILE[name].encode(), name).pack
    options = Options(paper=paper, profile=profile, key=Key.APPENDIX)
    chosen = choose(pack, options)
    document = compose(pack, options, chosen.pack, chosen.answered)
    for law in LAWS:
        law(document)


REFUSED = {
    "an empty file": (b"", "empty"),
    "only a comment": (b"# nothing\n", ""),
    "a list": (b"- one\n- two\n", ""),
    "not UTF-8": ("title: caf\xe9\n".encode("latin-1"), "UTF-8"),
    "an unclosed quote": (b'title: "one\npoints: []\n', ""),
    "an unknown key": (b"title: T\npionts: []\n", "did you mean 'points'?"),
    "a key twice": (b"title: T\nlevel: A\ntitle: U\n", "title"),
    "the wrong kind": (b"title: T\npoints: many\n", "list"),
    "an alias bomb": (b"a: &a [x,x]\nb: &b [*a,*a]\ntitle: [*b,*b]\n", ""),
    "nesting": (b"title: " + b"[" * 100_000, ""),
    "nesting in blocks": (b"".join(b" " * n + b"- \n" for n in range(3000)), ""),
    "emoji": ("title: T\npoints:\n  - {side: advantage, title: Hi 😀, text: Words.}\n".encode(), "U+1F600"),
    "a date that is none": (b"title: T\npoints:\n  - {side: advantage, date: 1930-02-30, title: A, text: B.}\n", "February"),
    "an open gap": (b"title: T\npoints:\n  - {side: advantage, title: A, text: 'an {{open gap'}\n", ""),
    "a bidi override": ("title: \u202eT\n".encode(), ""),
    "a megabyte and more": (b"title: T\nsummary: |\n" + b"  x\n" * 4_000_000, ""),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_at_once_with_a_reason(name, tmp_path):
    data, reason = REFUSED[name]
    path = tmp_path / "content.yaml"
    path.write_bytes(data)
    with ends(), pytest.raises(StudypackError) as caught:
        read(path)
    told = render_all(caught.value.problems)
    assert reason in told
    assert "content.yaml" in told


def test_the_emoji_is_told_at_its_place(tmp_path):
    path = tmp_path / "content.yaml"
    path.write_bytes(REFUSED["emoji"][0])
    with pytest.raises(StudypackError) as caught:
        read(path)
    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (3, 33)


@contextmanager
def as_nobody():
    """As a user who may not read everything; nothing to do where the tests run as one already."""
    if not hasattr(os, "seteuid") or os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize("what", ["nothing there", "a folder", "no permission"])
def test_a_file_that_cannot_be_read(what, tmp_path):
    path = tmp_path / "content.yaml"
    if what == "a folder":
        path.mkdir()
    if what == "no permission":
        path.write_text("title: T")
        path.chmod(0)
    with as_nobody() if what == "no permission" else nullcontext(), pytest.raises(StudypackError) as caught:
        read(path)
    assert caught.value.problems[0].hint


def test_a_link_that_leads_nowhere_is_not_offered_as_the_way_out(tmp_path):
    path = tmp_path / "content.yaml"
    path.symlink_to(tmp_path / "gone.yaml")
    with pytest.raises(StudypackError) as caught:
        read(path)
    assert caught.value.problems[0].hint == "check the name and the folder"


@pytest.mark.parametrize(
    "names", [["answers"], ["table", "answers"], ["contents", "answers"], ["flashcards", "cover"], ["contents"]]
)
def test_any_choice_of_sections_prints_what_it_lists(names):
    pack = read_bytes(PRINTABLE["60 points"], "x").pack
    for key in Key:
        options = Options(sections=tuple(names), key=key)
        chosen = choose(pack, options)
        document = compose(pack, options, chosen.pack, chosen.answered)
        printed = {page.section for page in document.pages}
        assert {section.name for section in chosen.pack} == printed
        anchors = {name for page in document.pages for name in page.anchors}
        assert all(slot.target in anchors for page in document.pages for slot in page.slots)
