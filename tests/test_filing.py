"""One alphabet for the glossary and the word banks, the same on every computer."""

import pytest

from studypack.filing import filed_under


@pytest.mark.parametrize(
    ("word", "under"),
    [
        ("Évian", "evian"),
        ("Łódź", "lodz"),
        ("straße", "strasse"),
        ("Ærø", "aero"),
        ("Ǿ", "o"),
        ("Þingvellir", "thingvellir"),
        ("Ħal Għaxaq", "hal ghaxaq"),
        ("İzmir", "izmir"),
        ("ﬁne", "fine"),
        ("Ленин", "ленин"),
    ],
)
def test_a_word_is_filed_by_its_letters(word, under):
    assert filed_under(word) == under
