"""Which dollars are formulas and which are money; formulas in gaps, titles, tables and on lines of their own."""

import contextlib

import pytest
from effort import ends

from studypack.base.styled_text import Text, spans_of
from studypack.model.markup import parse, parse_line
from studypack.model.source_lines import MarkupError
from studypack.model.spans import Gap, plain
from studypack.model.words import Words


def short(spans):
    """The spans in one line: <formula>, <<formula on a line of its own>>, ^small letters^, gaps in square brackets."""
    done = []
    for span in spans:
        if isinstance(span, Gap):
            hint = f" hint {short(spans_of(span.hint))}" if span.hint else ""
            done.append(f"[{'|'.join(short(spans_of(each)) for each in span.answers)}{hint}]")
        elif span.formula:
            own = span.text + (f" says {span.formula.says}" if span.formula.says else "")
            done.append(f"<<{own}>>" if span.formula.display else f"<{own}>")
        else:
            done.append(f"{span.script.value}{span.text}{span.script.value}" if span.script else span.text)
    return "".join(done)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("$E = mc^2$", "<E = mc^2>"),
        ("so $x$, ($y$) and “$z$”.", "so <x>, (<y>) and “<z>”."),
        ("the $n$th term", "the <n>th term"),
        (r"$3 \times 10^8$ and $2^{10}$", r"<3 \times 10^8> and <2^{10}>"),
        (r"$1\,000\,000$ and $5\;\mathrm{m}$", r"<1\,000\,000> and <5\;\mathrm{m}>"),
        (r"CO$_2$ at 90$^\circ$C", r"CO<_2> at 90<^\circ>C"),
        ("${5x}$ and $-5$", "<{5x}> and <-5>"),
        (r"$\text{a\$b}$", r"<\text{a\$b}>"),
        ("$a*b*c$, $a~b~c$ and $[x]$", "<a*b*c>, <a~b~c> and <[x]>"),
        ("$x$${{y}}", "$x$$[y]"),
        ("$x${{y}}$z$", "<x>[y]<z>"),
        ("$a +\nb$", "<a + b>"),
        ("**$x$** and *a $y$*", "<x> and a <y>"),
        # Money, and other dollars.
        ("$5 and $10", "$5 and $10"),
        ("costs $5–$10", "costs $5–$10"),
        ("$5-$10, $5/$10, $5,$6", "$5-$10, $5/$10, $5,$6"),
        ("$.50/$.75 and $1,000.50 (US$)", "$.50/$.75 and $1,000.50 (US$)"),
        ("US$20m and US$30m", "US$20m and US$30m"),
        ("US$5/CA$ or A$AP", "US$5/CA$ or A$AP"),
        ("($m) in 1921 and ($m) in 1922", "($m) in 1921 and ($m) in 1922"),
        ("$m in 1921, $bn in 1922", "$m in 1921, $bn in 1922"),
        ("cheap ($), mid ($$), posh ($$$)", "cheap ($), mid ($$), posh ($$$)"),
        ("from $$ to $$$", "from $$ to $$$"),
        ("5$ and 10$, a $ b $ c", "5$ and 10$, a $ b $ c"),
        ("$5x$ and $2x + 1 = 7$", "$5x$ and $2x + 1 = 7$"),
        ("$HOME/$USER, ${a} and ${b}, $a.$b", "$HOME/$USER, ${a} and ${b}, $a.$b"),
        ("Ke$ha, unclosed $x", "Ke$ha, unclosed $x"),
        (r"\$x\$ and \$5", "$x$ and $5"),
        ("$a\n\nb$", "$a\nb$"),
        ("`$x$`", "$x$"),
        # In gaps, and dollars beside gaps.
        ("{{$5}} and {{$10}}", "[$5] and [$10]"),
        ("${{11}} and ${{12}}, ${{11}}–${{12}}", "$[11] and $[12], $[11]–$[12]"),
        ("{{$}} and {{$}}, {{$}} or {{€}}", "[$] and [$], [$] or [€]"),
        (r"{{$\frac{1}{2^{n}}$}}", r"[<\frac{1}{2^{n}}>]"),
        (r"{{c1::$\frac{1}{2}$|0.5|half::a $q$}}", r"[<\frac{1}{2}>|0.5|half hint a <q>]"),
        ("{{$|x|$}} {{$a::b$}}", "[<|x|>] [<a::b>]"),
        ("{{H~2~O}}, {{10^-3^|x^2}}", "[H~2~O], [10^−3^|x^2]"),
        ("{{CO~2~ gas::a $g$}}", "[CO~2~ gas hint a <g>]"),
        # On a line of its own.
        ("$$E = mc^2$$", "<<E = mc^2>>"),
        ("a\n\n$$E$$\n\nb", "a\n<<E>>\nb"),
        ("a\n$$E$$\nb", "a\n<<E>>\nb"),
        ("$$E$$\n$$F$$", "<<E>>\n<<F>>"),
        ("$$\n\\frac{1}{2}\n$$", "<<\\frac{1}{2}>>"),
        ("a $$E$$ b", "a <E> b"),
        # The author's words.
        (r"$\frac{1}{2}${alt=one half}.", r"<\frac{1}{2} says one half>."),
        ('$$x$${alt="the  unknown"}', "<<x says the unknown>>"),
        # In blocks.
        ("- $x$\n- $y$", "<x>\n<y>"),
        ("| a | b |\n|---|---|\n| $|x|$ | {{$|y|$}} |", "a\nb\n<|x|>\n[<|y|>]"),
    ],
)
def test_what_is_read(source, expected):
    assert short(parse(source)) == expected


@pytest.mark.parametrize(
    ("source", "offset", "message"),
    [
        (r"so $\foo$", 4, r"no \foo"),
        ("so $x^2^3$", 7, "two ^"),
        ("**so $\\frac{1}$**", 6, "nothing after"),
        (r"a {{$\foo$}}", 5, r"no \foo"),
        ("- a\n- $x^$", 8, "nothing after ^"),
        ("$x = {{5}}$", 5, "gap cannot stand in a formula"),
        ("$x${alt=}", 3, "not complete"),
        ("$x${alt=foo", 3, "not complete"),
        ("$$\n  \\foo\n$$", 5, r"no \foo"),
    ],
)
def test_what_is_broken_is_told_at_its_place(source, offset, message):
    with pytest.raises(MarkupError) as caught:
        parse(source)
    assert message in caught.value.message
    assert caught.value.offset == offset
    assert caught.value.hint


def test_a_title_has_formulas_and_its_words_are_their_latex():
    line = parse_line("The law $E = mc^2$ costs $5")
    assert line == "The law E = mc^2 costs $5"
    assert short(spans_of(line)) == "The law <E = mc^2> costs $5"
    assert short(spans_of(line + " x")) == "The law <E = mc^2> costs $5 x"
    assert plain(parse("so $x$")) == "so x"


def test_a_title_with_a_formula_that_cannot_be_drawn_is_refused():
    with pytest.raises(MarkupError, match=r"no \\foo"):
        parse_line(r"The law $\foo$")


def test_text_beside_formulas_gets_its_quotation_marks():
    from studypack.model.content import Pack

    pack = Pack.model_validate(
        {"title": "T", "summary": """He said "$x'$" is 'so', in '$y-z$'."""}, context={"say": Words("en-GB", {})}
    )
    assert "".join(span.text for span in pack.summary) == "He said “x'” is ‘so’, in ‘y-z’."
    assert all(isinstance(span, Text) for span in pack.summary)


@pytest.mark.parametrize(
    "source",
    [
        "$" * 300_000,
        "$x" * 150_000,
        "$x$ " * 75_000,
        "$$x$$\n" * 50_000,
        "{{$x" * 70_000,
        "$a " * 90_000,
        "{{$x$}} " * 30_000,
    ],
)
def test_dollars_without_end_are_read_in_linear_time(source):
    with ends(), contextlib.suppress(MarkupError):
        parse(source)
