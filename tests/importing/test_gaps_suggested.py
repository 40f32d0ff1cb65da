"""The words that are suggested for gaps."""

import pytest

from studypack.importing.gaps_suggested import suggest_gaps


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lenin hoped that the war would lead to revolution.", ["revolution"]),
        ("It was a very good thing that they did then.", []),
        ("The dockers refused to load munitions that day.", ["munitions"]),
        ("The treaty was signed in Geneva. Nobody liked it then in Geneva. Stalin was suspicious.", ["Geneva", "liked"]),
        ("Trade was restored in October 1924.", ["restored"]),
        ("Troops sailed on 25th October 1924.", ["sailed"]),
        ("About 3,000 dockers went with 84 % of it.", ["dockers"]),
        ("The enzyme makes $C_6H_{12}O_6$ in the chloroplast or [mitochondrie]{lang=fr}.", ["mitochondrie"]),
        ("Water evaporates from the well-known leaves at www.example.org.", ["leaves"]),
        ("One hates tariffs here. Two hate quotas here. Three hate embargoes here. Four hate duties here.",
            ["tariffs", "quotas", "embargoes"]),
    ],
)  # fmt: skip
def test_gaps(text, words):
    assert [text[start:end] for start, end in suggest_gaps(text)] == words
