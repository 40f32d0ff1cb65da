"""What comes along when people paste: characters that nobody sees, spaces that are not the space bar's, a fence."""

import unicodedata

import pytest
from effort import ends

from studypack.advice.rules import advice
from studypack.base.characters import IGNORABLE, SPACES, normalise, normalise_yaml
from studypack.base.errors import ContentError, render_all
from studypack.model.spans import gaps, plain
from studypack.output.glyph_coverage import is_printable, unprintable_words
from studypack.reading.load import read
from tests import needs

# Every kind of key, scalar and indent. A % stands where something that nobody sees was pasted, a ~ where a space that
# is not the space bar's was.
PACK = """\
%title%~:~%A sm%all pack~%
language%:~%de-%AT
summary:~|%~
%~ Two %words
%~ here.%~
period: %~19%19–1939%
points%:
%~ -~%i%d:~%one%~
~ ~ s%ide%:~%advan%tage~%
    date:~%16 Ma%rch 1921~%
    title:~"%O%ne%"~
    text%: '%A {{%wor%d}}.%'
  -~{side%:~%disadvantage%~,~title:~Tw%o~,~date:~c. %1930~,~text:~"And %a {{gap}}."~}~
worksheets:~[{%title:~"S%heet"~,~points:~[%on%e%~,~two%~]~}%~]~
pack:~{pap%er~:~%A%5~,~gr%ey:~%y%es~,~seed: 1%2~,~skip: [%~co%ver~]}
"""


def typed(unseen="", space=" "):
    return PACK.replace("%", unseen).replace("~", space).encode("utf-8", "surrogatepass")


def in_batches(codes):
    """Texts of 64 characters, which hold all of them."""
    return ["".join(map(chr, codes[begin : begin + 64])) for begin in range(0, len(codes), 64)]


def refused(text):
    with pytest.raises(ContentError) as caught:
        read(text.encode(), "pack.yaml")
    return caught.value.problems


def test_the_pack_of_these_tests():
    pack = read(typed(), "pack.yaml").pack
    first, second = pack.points
    assert (pack.title, pack.language, pack.period.long) == ("A small pack", "de-AT", "1919–1939")
    assert plain(pack.summary) == "Two words here."
    assert (first.id, first.side, first.title, first.date.long) == ("one", "advantage", "One", "16.\u00a0März 1921")
    assert [gap.answer for gap in gaps(first.text)] == ["word"]
    assert (second.side, pack.worksheets[0].points) == ("disadvantage", ("one", "two"))
    assert (pack.pack.paper, pack.pack.grey, pack.pack.seed, pack.pack.skip) == ("a5", True, 12, ("cover",))


def test_the_list_of_what_nobody_sees_is_that_of_unicode():
    regex = pytest.importorskip("regex") if not needs.all_of_them() else __import__("regex")
    ignorable = regex.compile(r"\p{Default_Ignorable_Code_Point}")
    assert {code for code in range(0x110000) if ignorable.match(chr(code))} == IGNORABLE


NAMED = {0x202D, 0x202E}
"""Overrides of the direction: what is seen is in another order than what is there."""


@pytest.mark.parametrize("unseen", in_batches(sorted(IGNORABLE - NAMED)), ids=lambda text: f"U+{ord(text[0]):04X}")
def test_what_nobody_sees_changes_nothing_wherever_it_is_pasted(unseen):
    assert read(typed(unseen), "pack.yaml").pack == read(typed(), "pack.yaml").pack


@pytest.mark.parametrize("space", SPACES.replace("\u3000", ""), ids=unicodedata.name)
def test_other_spaces_are_spaces_wherever_yaml_needs_one(space):
    assert read(typed(space=space), "pack.yaml").pack == read(typed(), "pack.yaml").pack


def test_an_ideographic_space_is_two_columns_wide():
    text = "title:　T\npoints:\n　- side: advantage\n　　title: A\n    text: B {{c}}.\n"
    assert read(text.encode(), "pack.yaml").pack.points[0].title == "A"


def test_no_break_spaces_within_texts_stay():
    pack = read("title: 10\u00a0km\nsummary: |\n  At 10\u00a0km,\u00a0near.\n".encode(), "pack.yaml").pack
    assert (pack.title, plain(pack.summary)) == ("10\u00a0km", "At 10\u00a0km,\u00a0near.")


@pytest.mark.parametrize("code", sorted(NAMED))
def test_what_would_be_read_otherwise_than_seen_is_named(code):
    (problem,) = refused(f"title: T\nsub{chr(code)}ject: x\n")
    assert unicodedata.name(chr(code)).casefold() in problem.message
    assert (problem.line, problem.column) == (2, 4)


@pytest.mark.parametrize(
    ("ligature", "letters"),
    [("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬃ", "ffi"), ("ﬄ", "ffl"), ("ﬅ", "st"), ("ﬆ", "st")],
)
def test_ligatures_are_letters_before_anything_looks_at_them(ligature, letters):
    text = "title: di@erent\npoints:\n  - {side: advantage, id: o@ce, title: A, text: 'The {{o@ce}}, {{@rm}}.'}\n"
    text += "worksheets: [{title: W, points: [o@ce]}]\n"
    plainly = read(text.replace("@", letters).encode(), "pack.yaml").pack
    assert read(text.replace("@", ligature).encode(), "pack.yaml").pack == plainly


def test_ligatures_and_the_unseen_are_read_alike_where_they_are_escaped():
    pack = read(rb'title: "\u200bo\uFB03ce\u00AD"' + b"\n", "pack.yaml").pack
    assert pack.title == "office"


@pytest.mark.parametrize("date", ["１６ March １９２１", "１９２１－０３－１６", "16\u3000March 1921"])
def test_dates_as_other_keyboards_type_them(date):
    text = f"title: T\npoints:\n  - {{side: advantage, date: {date}, title: A, text: B.}}\n"
    assert read(text.encode(), "pack.yaml").pack.points[0].date.long == "16\u00a0March 1921"


@pytest.mark.parametrize("before", ["", "\u00adxﬁ\u200b ", "e\u0301 ", "\u3000\ufb03 x\u0304e\u0301\u200d"])
def test_a_problem_stands_where_it_stands_in_the_file(before):
    text = f'title: T\nsummary: "{before}{{{{open"\n'
    (problem,) = refused(text)
    assert problem.excerpt == text.split("\n")[1]
    assert problem.excerpt[problem.column - 1 :][: problem.length] == "{{"


SPOILT = {
    "a key": "ti@tle: T\n",
    "a key between others": "title: T\nsub@ject: x\nsub@ject: y\n",
    "a side": "title: T\npoints: [{side: ad@vantage, title: A, text: B.}]\n",
    "a date": "title: T\npoints: [{side: advantage, title: A, date: ma@rk 1921, text: B.}]\n",
    "an id": "title: T\npoints: [{side: advantage, id: x@y, title: A, text: B.}, {side: advantage, id: x@y, title: A, text: B.}]\n",
    "an unknown id": "title: T\npoints: [{side: advantage, title: A, text: B.}]\nworksheets: [{title: A, points: [a@b]}]\n",
    "a language": "title: T\nlanguage: en@gb\n",
    "a setting": "title: T\npack: {paper: a@4, table: {mode: col@umns}}\n",
    "a comment": "title: T\nsubject: a sentence that goes on, No #3@is lost\n",
    "text for a list": "title: T\npoints: @x\n",
}


@pytest.mark.parametrize("odd", ["\u00a0", "\u2009", "\u3000"])
@pytest.mark.parametrize("where", SPOILT)
def test_no_message_shows_an_escape(where, odd):
    text = SPOILT[where].replace("@", odd)
    try:
        found = read(text.encode(), "pack.yaml").warnings
    except ContentError as error:
        found = error.problems
    assert found
    for problem in found:
        assert "\\" not in problem.message + problem.hint
        assert odd not in problem.message


@pytest.mark.parametrize(
    ("byte", "name"),
    [(b"\xa0", "a no-break space"), (b"\xad", "a soft hyphen"), (b"\x92", "a '’'"), (b"\xe9", "a 'é'")],
)
def test_a_byte_of_windows_is_named_in_words(byte, name):
    with pytest.raises(ContentError) as caught:
        read(b"title: caf" + byte + b" x\n", "pack.yaml")
    assert f"perhaps {name} of Windows" in caught.value.problems[0].message


def test_no_advice_shows_an_escape():
    text = """\
title: T
points:
  - {side: advantage, id: a, title: A, text: "They saw the {{New@Deal}}, then the {{New@Deal}},@"}
worksheets: [{title: The@New@Deal, points: [a], distractors: [New@Deal]}]
""".replace("@", "\u00a0")
    found = advice(read(text.encode(), "pack.yaml"))
    said = render_all(found)
    for words in ("fills two gaps", "is a right answer", "away", "'New Deal'"):
        assert words in said
    assert not [problem for problem in found if "\\" in problem.message]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ('title: "x"\u00a0# c\nsubject: y\n', (1, 11), "a no-break space stands here"),
        ("title: T\nsummary: 'a'\u2009b'\n", (2, 13), "a thin space stands here"),
        ("title： T\nsubject: x\n", (1, 6), "a full-width colon stands here"),
        ("title: T\npoints:\n  - side： advantage\n    title: A\n", (3, 9), "a full-width colon stands here"),
    ],
)
def test_what_yaml_cannot_read_is_named_in_words(text, place, message):
    (problem,) = refused(text)
    assert (problem.message, problem.line, problem.column) == (message, *place)
    assert problem.hint


SMALL = "title: T\nsummary: |\n  ```\n  code\n  ```\nsubject: x"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("```yaml\n", "\n```\n", [(1, "warning")]),
        ("```\n", "\n```", [(1, "warning")]),
        ("\n~~~ yml\n", "\n~~~\n\n", [(2, "warning")]),
        ("# notes\n```\n", "\n```\n", [(2, "warning")]),
        ("```yaml\n", "\n", [(1, "warning")]),
        ("", "\n```\n", [(7, "warning")]),
        ("Here it is:\n\n```yaml\n", "\n```\nGood luck!\n", [(1, "error"), (3, "warning")]),
        ("```yaml\n", "\n```\n\nGood luck!\nAnd more.\n", [(1, "warning"), (10, "error")]),
        ("", "\n", []),
    ],
)
def test_a_fence_round_the_pack_is_passed_over_and_told(before, after, told):
    try:
        loaded = read(f"{before}{SMALL}{after}".encode(), "pack.yaml")
        found = loaded.warnings
        assert (plain(loaded.pack.summary), loaded.pack.subject) == ("code", "x")
    except ContentError as error:
        found = error.problems
    assert [(problem.line, problem.severity) for problem in found] == told
    assert all("fence" in problem.message and problem.hint for problem in found)


def test_letters_that_no_face_has_as_one_are_letter_and_accent():
    """The list is that of the faces: each of the letters, and no other."""
    wanted = {
        chr(code)
        for code in range(0xA0, 0x2FFFF)
        if len(apart := unicodedata.normalize("NFD", chr(code))) > 1
        and unicodedata.normalize("NFC", apart) == chr(code)
        and not is_printable(chr(code))
        and all(map(is_printable, apart))
    }
    assert wanted >= {"ȳ", "Ṽ"}
    for letter in sorted(wanted):
        assert all(map(is_printable, normalise(letter)))
    told = read(f"title: {''.join(sorted(wanted))}\n".encode(), "pack.yaml")
    assert not list(unprintable_words(told.pack))
    assert normalise("é") == "é"


@pytest.mark.parametrize("run", [" ", "\u00a0", "- ", ", ", "' ", "'\u00a0", "\u00a0\n", "a\u200b", "e\u0301", "```\n"])
def test_no_run_of_what_is_pasted_takes_long(run):
    with ends():
        normalise_yaml(f"title: T\u00a0\nsummary: a{run * 100_000}b\n")
