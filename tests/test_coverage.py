"""What cannot be printed: one error a word, which names its script, at its place, with a way out."""

import pytest

from studypack.base.errors import StudypackError
from studypack.output.build import read


def told(text, folder):
    path = folder / "pack.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(StudypackError) as caught:
        read(path)
    return caught.value.problems


@pytest.mark.parametrize(
    ("word", "names", "way_out"),
    [
        ("שלום", "the Hebrew word 'שלום'", "Latin, Greek or Cyrillic"),
        ("مكتب", "the Arabic word 'مكتب'", "Latin, Greek or Cyrillic"),
        ("中文字", "the Chinese word '中文字'", "Latin, Greek or Cyrillic"),
        ("ひらがな", "the Japanese word 'ひらがな'", "Latin, Greek or Cyrillic"),
        ("カタカナ", "the Japanese word 'カタカナ'", "Latin, Greek or Cyrillic"),
        ("한국어", "the Korean word '한국어'", "Latin, Greek or Cyrillic"),
        ("हिन्दी", "the Devanagari word 'हिन्दी'", "Latin, Greek or Cyrillic"),
        ("ไทย", "the Thai word 'ไทย'", "Latin, Greek or Cyrillic"),
        ("ქართული", "the Georgian word 'ქართული'", "Latin, Greek or Cyrillic"),
        ("ꜳla", "the letter 'ꜳ' (U+A733, latin small letter aa) in 'ꜳla'", "other letters"),
        ("\uf0b7", "the sign of a symbol font: U+F0B7", "type the sign itself, such as •"),
        ("\uf06d\uf0ae", "the signs of a symbol font: U+F06D, U+F0AE", "type the sign itself"),
        ("😀", "the sign '😀' (U+1F600, grinning face)", "say it in words"),
        ("🇬🇧", "the signs '🇬🇧'", "say it in words"),
        ("👩\u200d🔬", "the signs '👩🔬'", "say it in words"),
        ("𝓗𝓮𝓵𝓵𝓸", "'𝓗𝓮𝓵𝓵𝓸'", "write 'Hello'"),
        ("ＡＢＣ", "'ＡＢＣ'", "write 'ABC'"),
    ],
)
@pytest.mark.parametrize("around", ["(@), he said", "“@”, @ and @", "*@* and {{@}}, @."])
def test_each_word_is_told_once_with_its_script_and_a_way_out(word, names, way_out, around, tmp_path):
    text = around.replace("@", word)
    (problem,) = told(f"title: T\nsummary: '{text}'\n", tmp_path)
    assert "no bundled typeface can print" in problem.message
    assert names in problem.message
    assert way_out in problem.hint
    assert (problem.line, problem.column) == (2, 11 + text.index(word))


def test_each_text_tells_its_own_words_and_each_sign_once(tmp_path):
    text = "title: שלום עולם שלום\nsubject: שלום\nlevel: 😀🎉 and 😀, 🎉\n"
    assert [(problem.line, problem.column) for problem in told(text, tmp_path)] == [(1, 8), (1, 13), (2, 10), (3, 8)]


def test_a_pack_in_another_script_is_told_in_few_words(tmp_path):
    words = " ".join(f"{chr(0x05D0 + n % 20)}{chr(0x05D0 + n // 20)}" for n in range(200))
    found = told(f"title: T\nsummary: {words}\n", tmp_path)
    assert len(found) == 100
    assert found[-1].message == "and 101 more words that no bundled typeface can print"
