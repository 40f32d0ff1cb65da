"""Where sentences end, for advice, cards and names alike."""

from itertools import pairwise

import pytest
from effort import ends

from studypack.model.markup import parse
from studypack.model.sentences import Capitals, is_finished, sentence_ends, sentence_starts, sentences
from studypack.model.spans import gaps, plain


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("Mr. J. Smith came c. March. He left.", ["Mr. J. Smith came c. March.", "He left."]),
        ("“Why?” “Because.” So it was… Ever (so) on.", ["“Why?”", "“Because.”", "So it was…", "Ever (so) on."]),
        ("It cost 3.5 per cent. of all.", ["It cost 3.5 per cent. of all."]),
        ("On 16. 3. 1921 it was signed.", ["On 16. 3. 1921 it was signed."]),
        ("Война. Мир. В. Ленин.", ["Война.", "Мир.", "В. Ленин."]),
        ("«Être.» L’autre.", ["«Être.»", "L’autre."]),
        ("戦争。平和。", ["戦争。", "平和。"]),
        ("", [""]),
    ],
    ids=["two", "abbreviations", "marks", "no capital", "figures", "Russian", "French", "Japanese", "nothing"],
)
def test_sentences_end(text, sentences):
    cuts = [0, *sentence_ends(text), len(text)]
    assert [text[start:end].strip() for start, end in pairwise(cuts)] == sentences


def test_a_sentence_opens_after_an_end_or_a_colon():
    text = "“One (two): Three. ‘Four’ Mr. Five."
    assert [text[at:].split(maxsplit=1)[0].strip("’") for at in sentence_starts(text)] == ["One", "Three.", "Four"]


@pytest.mark.parametrize(
    ("source", "counts"),
    [
        ("A {{b}}. Then {{c}} {{d}}.", [1, 2]),
        ("A {{b}}. {{Then}} {{d}}.", [1, 2]),
        ("A {{St. Petersburg}} and {{Mr. A. Bee}} c. {{d}}.", [3]),
        ("A {{b.}} Then **all. Now** {{c}}.", [1, 0, 1]),
        ("A {{b}}\n\nand {{c}}", [1, 1]),
    ],
    ids=["two", "a gap opens", "stops within gaps", "spans", "paragraphs"],
)
def test_gaps_are_counted_by_the_sentence(source, counts):
    found = list(sentences(parse(source)))
    assert [len(gaps(sentence)) for sentence in found] == counts
    assert "".join(map(plain, found)) == plain(parse(source)).replace("\n", "")


@pytest.mark.parametrize("text", ["Done.", "“Done.”", "Done (so).", "完了。", "Why?!"])
def test_what_ends_in_a_stop_is_finished(text):
    assert is_finished(text)
    assert not is_finished(f"{text} And")


@pytest.mark.parametrize(
    "text",
    [
        "It went on. And on. " * 8000,
        "So c. Mr. " * 16000,
        "." * 160000,
        ". " * 80000,
        "。“" * 80000,
        ".” " + "“" * 160000,
    ],
    ids=["sentences", "abbreviations", "stops", "spaced stops", "quotes", "openers"],
)
def test_long_texts_take_no_longer_than_they_are(text):
    with ends():
        counted = len(list(sentence_ends(text))), len(list(sentence_starts(text))), list(sentences(parse(text)))
    assert counted[2]


@pytest.mark.parametrize(
    ("word", "within"),
    [
        ("Trade", "trade"),
        ("Trade agreement", "trade agreement"),
        ("trade", "trade"),
        ("Rapallo", "Rapallo"),
        ("Western Front", "Western Front"),
        ("NEP", "NEP"),
        ("1921", "1921"),
        ("May", "May"),
        ("Intervention", ""),
    ],
)
def test_a_word_that_only_opens_a_sentence_with_a_capital_is_no_name(word, within):
    capitals = Capitals(["Trade grew. So trade may grow. They met at Rapallo.", "Intervention failed. May came."], "en")
    assert capitals.within(word) == within
