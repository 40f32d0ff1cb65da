"""Any valid pack builds, keeps the laws, and shows every word in the text that other programs extract."""

import re
from collections import Counter

import pypdfium2
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from laws import LAWS

from studypack.model.choices import Key, Paper
from studypack.model.content import Pack
from studypack.model.modes import GapWidth, Support
from studypack.model.options import Options
from studypack.model.section_modes import WorksheetModes
from studypack.model.spans import plain
from studypack.output.compose import compose
from studypack.output.resolve import choose
from studypack.pdf.tagged import pdf_bytes

LETTERS = st.sampled_from("abcdefghijklmnopqrstuvwxyzABCDEWłóśćžéßαβγδКИЙя0123456789’-–&<>%£")
WORDS = st.text(LETTERS, min_size=1, max_size=14)
LINES = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)
GAPS = st.builds(
    lambda word, hint: f"{{{{{word}::{hint}}}}}" if hint else f"{{{{{word}}}}}", WORDS, st.just("") | WORDS
)
PROSE = st.lists(WORDS | WORDS | WORDS | GAPS, min_size=1, max_size=70).map(" ".join)
YEARS = st.integers(-500, 2000).filter(bool)
DATES = st.one_of(
    YEARS.map(lambda year: f"{year:04d}" if year > 0 else f"{-year} BC"),
    st.builds(lambda day, month, year: f"{day} {month} {year}", st.integers(1, 28), st.sampled_from(["March", "July"]), st.integers(1900, 1960)),
    st.builds(lambda year, length: f"{year}/{year + length}", st.integers(1900, 1960), st.integers(1, 30)),
    st.integers(1900, 1960).map("c. {}".format),
    st.integers(190, 196).map("early {}0s".format),
    st.integers(1900, 1960).map("after {}".format),
    st.builds(lambda day, minute: f"{day} July 1914, {minute // 60:02}.{minute % 60:02}", st.integers(1, 28), st.integers(0, 1439)),
    st.integers(1, 4600).map("{} million years ago".format),
)  # fmt: skip
POINTS = st.fixed_dictionaries(
    {"side": st.sampled_from(["advantage", "disadvantage"]), "title": LINES, "text": PROSE},
    optional={"date": DATES, "theme": WORDS},
)
MOVES = st.fixed_dictionaries({"move": WORDS, "text": PROSE}, optional={"note": PROSE})
PACKS = st.fixed_dictionaries(
    {"title": LINES, "points": st.lists(POINTS, min_size=1, max_size=9)},
    optional={
        "question": LINES,
        "summary": PROSE,
        "events": st.lists(
            st.fixed_dictionaries({"date": DATES, "title": LINES}, optional={"text": PROSE}), max_size=6
        ),
        "evaluation": st.fixed_dictionaries(
            {"paragraphs": st.lists(st.lists(MOVES, min_size=1, max_size=4), min_size=1, max_size=3)},
            optional={"try": PROSE},
        ),
        "glossary": st.lists(st.fixed_dictionaries({"term": LINES, "meaning": PROSE}), max_size=5),
        "people": st.lists(st.fixed_dictionaries({"name": LINES, "role": PROSE}), max_size=5),
        "flashcards": st.lists(st.fixed_dictionaries({"front": PROSE, "back": PROSE}), max_size=9),
    },
)
CLOZE = st.builds(
    WorksheetModes,
    support=st.sampled_from(Support),
    gap=st.sampled_from(GapWidth),
    distractors=st.none() | st.integers(0, 12),
    ladder=st.booleans(),
)
OPTIONS = st.builds(
    Options,
    paper=st.sampled_from(Paper),
    key=st.just(Key.SEPARATE),
    seed=st.sampled_from([0, 1, 7]),
    worksheets=CLOZE,
)


def letters_of(text):
    """Letters alone: how lines and words are parted is the reader's guess, not ours."""
    return Counter(re.sub(r"\W", "", text))


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(written=PACKS, options=OPTIONS)
def test_any_pack_builds_and_shows_every_word(written, options):
    pack = Pack.model_validate(written)
    chosen = choose(pack, options)
    for sections in filter(None, (chosen.pack, chosen.key)):
        document = compose(pack, options, sections, chosen.answered)
        for law in LAWS:
            law(document)
        with pypdfium2.PdfDocument(pdf_bytes(document)) as pdf:
            found = letters_of(" ".join(page.get_textpage().get_text_range() for page in pdf))
            words = letters_of(" ".join(_shown_once(pack, {section.name for section in sections})))
        missing = words - found
        assert not missing


def _shown_once(pack, names):
    """The texts of a document's sections, each at least once somewhere."""
    if "table" in names:
        for marked in pack.marked:
            yield marked.point.title
            yield plain(marked.point.text)
    if "evaluation" in names:
        for paragraph in pack.evaluation.paragraphs:
            for move in paragraph:
                yield plain(move.text)
                yield plain(move.note)
    if "glossary" in names:
        for term in pack.glossary:
            yield term.term
            yield plain(term.meaning)
    if "flashcards" in names:
        for card in pack.flashcards:
            yield plain(card.front)
            yield plain(card.back)
