"""Inline markup: what an author writes, and the spans it becomes."""

import contextlib

import pytest
from effort import ends
from hypothesis import given
from hypothesis import strategies as st

from studypack.base.styled_text import LINE_BREAK, Script, Text
from studypack.model.markup import parse
from studypack.model.source_lines import MarkupError
from studypack.model.spans import Gap, gaps, paragraphs, plain


def short(source: str) -> str:
    """The spans in one line: <b:bold> <i:italic> <bi:both>, gaps in square brackets."""
    done = []
    for span in parse(source):
        voice = "b" * span.bold + "i" * span.italic
        said = span.text.replace(LINE_BREAK, "/") if isinstance(span, Text) else f"[{'|'.join(span.answers)}]"
        if isinstance(span, Text) and span.script:
            voice += "up" if span.script is Script.SUPER else "down"
        if isinstance(span, Gap):
            said = said[:-1] + (f" hint {span.hint}" if span.hint else "")
            said += (f" group {span.group}" if span.group is not None else "") + "]"
        done.append(f"<{voice}:{said}>" if voice else said)
    return "".join(done)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("plain", "plain"),
        ("a **bold** word", "a <b:bold> word"),
        ("an *italic* word", "an <i:italic> word"),
        ("***both***", "<bi:both>"),
        ("**bold *and italic***", "<b:bold ><bi:and italic>"),
        ("*italic **and bold***", "<i:italic ><bi:and bold>"),
        ("***both** italic*", "<bi:both><i: italic>"),
        ("**bold***italic*", "<b:bold><i:italic>"),
        ("half*word*s", "half<i:word>s"),
        ("5 * 3 and 2 ** 3", "5 * 3 and 2 ** 3"),
        ("*5 * 3*", "<i:5 * 3>"),
        ("a footnote*", "a footnote*"),
        ("****", "****"),
        ("it's Lenin's", "it's Lenin's"),
        ("at {{Rapallo}}.", "at [Rapallo]."),
        ("{{Rapallo::treaty}}", "[Rapallo hint treaty]"),
        ("{{c2::Rapallo::treaty}}", "[Rapallo hint treaty group 2]"),
        ("{{c12::Rapallo}}", "[Rapallo group 12]"),
        ("{{cat::animal}}", "[cat hint animal]"),
        ("{{Zinoviev|Zinovyev}}", "[Zinoviev|Zinovyev]"),
        ("{{ Zinoviev | Zinovyev :: who }}", "[Zinoviev|Zinovyev hint who]"),
        ("{{a|b|a}}", "[a|b]"),
        ("{{trade\n  agreement}}", "[trade agreement]"),
        ("**bold {{gap}}** and *{{gap}}*", "<b:bold ><b:[gap]> and <i:[gap]>"),
        ("{{{gap}}}", "{[gap]}"),
        ("{{12:30}} {{a}b}}", "[12:30] [a}b]"),
        (r"\*not italic\* \{\{no gap\}\} \| \: \\", r"*not italic* {{no gap}} | : \ ".rstrip()),
        (r"{{a\|b\:\:c\}\}d\*}}", "[a|b::c}}d*]"),
        ("H~2~O", "H<down:2>O"),
        ("10^23^ and 10^-3^", "10<up:23> and 10<up:−3>"),
        ("SO~4~^2-^, {{x}}~n~, (CH~2~)~n~", "SO<down:4><up:2−>, [x]<down:n>, (CH<down:2>)<down:n>"),
        ("**m^2^**, *x^n+1^*", "<b:m><bup:2>, <i:x><iup:n+1>"),
        ("[CO~2~]{lang=de}", "CO<down:2>"),
        ("~100 to ~200, ~100–~200, 3~4, ~anna", "~100 to ~200, ~100–~200, 3~4, ~anna"),
        ("x^2, x^2+y^2, a ^ b, ^_^, ^1^", "x^2, x^2+y^2, a ^ b, ^_^, ^1^"),
        ("~~struck~~, a^^b, a~ b~, a~~b", "~~struck~~, a^^b, a~ b~, a~~b"),
        (r"x\^2\^ and H\~2\~O", "x^2^ and H~2~O"),
        ("a verse \\\nof two\\\n  or three", "a verse /of two/ or three"),
        ("P: a point\nE: *so\nEE: it*\nis L: no", "P: a point/E: <i:so/EE: it> is L: no"),
        ("P: alone\nand on", "P: alone and on"),
        ("Point: a\n**Link:** b", "Point: a/<b:Link:> b"),
        ("a: b\nPEEL: c\nPE:d", "a: b PEEL: c PE:d"),
        ("the end \\\n\nand \\", "the end \\\nand \\"),
        (r"C:\path \n", r"C:\path \n"),
        ("stray }} braces { one }", "stray }} braces { one }"),
        ("  several \n lines\tand   spaces ", "several lines and spaces"),
        ("one\n\n  \n two\n", "one\ntwo"),
        ("one\r\n\r\ntwo\r\nthree", "one\ntwo three"),
        ("16\u00a0March \u00a0 1921", "16\u00a0March \u00a0 1921"),
        ("", ""),
        (" \n\n ", ""),
    ],
)
def test_what_is_read(source, expected):
    assert short(source) == expected


@pytest.mark.parametrize(
    ("source", "offset", "message"),
    [
        ("some **bold", 5, "bold text opens here"),
        ("some *italic", 5, "italic text opens here"),
        ("five*three", 4, "italic"),
        ("  **a\n\nb**", 2, "its paragraph"),
        ("*a *b*", 0, "the next *"),
        ("** bold**", 7, "this ** closes nothing"),
        ("see {{gap", 4, "this gap is never closed"),
        ("see {{gap\n\nnext}}", 4, "this gap is never closed"),
        ("see {{}}", 4, "no answer"),
        ("see {{ :: hint}}", 4, "no answer"),
        ("see {{c1::}}", 4, "no answer"),
        ("see {{a||b}}", 4, "empty answer"),
        ("{{a {{b}} c}}", 4, "a gap opens inside a gap"),
        ("{{a::b::c}}", 0, "more parts"),
        ("{{**a**}}", 2, "do not work inside a gap"),
    ],
)
def test_what_is_broken(source, offset, message):
    with pytest.raises(MarkupError) as caught:
        parse(source)
    assert caught.value.offset == offset
    assert message in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize(
    "source",
    [
        "{{" * 500_000,
        "*" * 1_000_000,
        "* " * 500_000,
        "**a** " * 160_000,
        "{{a}} " * 160_000,
        "{{" + "a:" * 500_000,
        "{{" + "a|" * 500_000,
        "\\" * 1_000_000,
        "{ " * 500_000,
        "a\n\n" * 330_000,
    ],
    ids=lambda source: source[:8],
)
def test_a_text_three_times_too_long_is_read_in_linear_time(source):
    with ends(), contextlib.suppress(MarkupError):
        parse(source[:300_000])


def test_paragraphs_are_cut_at_blank_lines():
    found = paragraphs(parse("one {{gap}}\n\n**two**\n\nthree"))
    assert [plain(spans) for spans in found] == ["one gap", "two", "three"]
    assert plain(parse("one\n\ntwo")) == "one\ntwo"


def test_gaps_in_reading_order():
    assert [gap.answer for gap in gaps(parse("{{b}} *{{a|c}}*"))] == ["b", "a"]


NO_MARKS = st.characters(codec="utf-8", exclude_characters="\\*{}|:`~^[>-+•‣◦▪–.)")


@given(st.text(NO_MARKS, max_size=80))
def test_plain_text_is_itself_but_for_space(text):
    for break_ in ("\x85", "\u2028", "\u2029", "\x0b", "\x0c"):
        text = text.replace(break_, " ")
    joined = "".join(span.text for span in parse(text) if isinstance(span, Text))
    assert "".join(joined.split()) == "".join(text.split())


@given(st.text(NO_MARKS | st.sampled_from("*{}|:\\`~^["), max_size=40))
def test_escaped_text_is_literal(text):
    escaped = "".join(f"\\{char}" if char in "*{}|:\\`~^[" else char for char in text)
    assert "".join(plain(parse(escaped)).split()) == "".join(text.split())
    assert not gaps(parse(escaped))


@given(st.text(st.sampled_from("*{}|:\\ ab\n"), max_size=30))
def test_anything_is_read_or_refused_at_a_place_within(text):
    try:
        spans = parse(text)
    except MarkupError as error:
        assert 0 <= error.offset < len(text)
    else:
        assert all(span.text for span in spans if isinstance(span, Text))
        assert all(all(gap.answers) for gap in gaps(spans))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("full, *[de jure]{lang=la}* recognition", [("full, ", ""), ("de jure", "la"), (" recognition", "")]),
        ("[a *cordon* sanitaire]{lang=fr}.", [("a ", "fr"), ("cordon", "fr"), (" sanitaire", "fr"), (".", "")]),
        ("he wrote [sic] and [no more", [("he wrote [sic] and [no more", "")]),
        (r"\[de jure\]{lang=la}", [("[de jure]{lang=la}", "")]),
        ("no language ends here]{lang=la}", [("no language ends here]{lang=la}", "")]),
    ],
)
def test_words_of_another_language(source, expected):
    assert [(span.text, span.language) for span in parse(source)] == expected


def test_a_language_must_have_its_short_name():
    with pytest.raises(MarkupError, match="not the name of a language") as caught:
        parse("the [cordon]{lang=français}")
    assert (caught.value.offset, caught.value.length) == (18, 8)
    assert "{lang=fr}" in caught.value.hint
