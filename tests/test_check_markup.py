"""Markup of web pages and of Markdown in a pack: one piece of advice a kind and text, with the way out."""

import pytest

from studypack.advice.rules import advice
from studypack.reading.load import read

TEXT = "title: T\nsummary: |\n  Words before it. @\n"
LINE = 'title: "Words @"\n'


def told(pack, typed):
    text = pack.replace("@", typed)
    kinds = ("as it stands", "its lines are joined")
    given = advice(read(text.encode(), "pack.yaml"))
    found = [problem for problem in given if any(kind in problem.message for kind in kinds)]
    for problem in found:
        assert problem.excerpt[problem.column - 1 :].startswith(typed.lstrip()[:1])
    return [(problem.message.partition(": ")[2], problem.hint) for problem in found]


HTML = "a pack knows no HTML"
HEADING = "# makes no heading in a text"
LIST = "this is not read as a list"
APART = (
    "put an empty line or one that ends with a colon before its first item, and - or a number from 1 before each;"
    " a list in a list stands further in"
)
TABLE, DASHES = (
    "this is not read as a table",
    "write | a | b | for each row, and |---|---| under the first, with dashes for each column",
)
CODE, MARK = "this code is not closed", "a text knows no such mark"
CLOSE = "put ` right after it, or write \\` for a ` that is to be printed"
BLANK = "no blank may stand right within the dollars of a formula"
MONEY, LATEX = "a dollar before a figure is money", "LaTeX is read between two dollars"
FIGURES = "this makes no small raised or lowered figure"
MAKE = "take the # out, and make the words **bold**, or the title of a point"


@pytest.mark.parametrize(
    ("typed", "message", "hint"),
    [
        ("<b>War</b>.", HTML, "for bold write **word**"),
        ("<strong class='x'>War</strong>.", HTML, "for bold write **word**"),
        ("<em>War</em>.", HTML, "for italic write *word*"),
        ("<b>War</b> and <i>peace</i>, <b>war</b>.", HTML, "for bold write **word**; for italic write *word*"),
        ("<br/>War.", HTML, "for a new paragraph put the text under a |, with an empty line between the two"),
        ("<P>War.</P>", HTML, "for a new paragraph put the text under a |, with an empty line between the two"),
        ("<sub>2</sub>.", HTML, "write 10^23^ or H~2~O"),
        ("<li>War.</li>", HTML, "put an empty line before it, and - before each item"),
        ('<a href="https://x.org">War</a>.', HTML, "write [words](https://…)"),
        ("<code>x</code>.", HTML, "write `code`"),
        ("<pre>x</pre>", HTML, "put ``` on a line of its own before and after it"),
        ("<blockquote>x", HTML, "put an empty line before it, and > before each line"),
        ("<td>x</td>", HTML, "write | a | b | for each row, and |---|---| under the first"),
        ("<span>War</span>.", HTML, "take it out"),
        ("&nbsp;War.", HTML, "type a space"),
        ("&amp; war.", HTML, "write &"),
        ("&eacute;tat.", HTML, "write é"),
        ("&#8217;War.", HTML, "write ’"),
        ("&#x2019;War.", HTML, "write ’"),
        ("&#146;War.", HTML, "write ’"),
        ("&shy;War.", HTML, "take it out"),
        ("&lt;War&gt;&lt;.", HTML, "write <; write >"),
        ("## War and peace.", HEADING, MAKE),
        ("\n\n  # War and peace", HEADING, MAKE),
        ("\n  ### War\n  And peace.", HEADING, MAKE),
        ("\n  - War\n  - Peace", LIST, APART),
        ("\n  • War, in {{1914}}\n  • Peace", LIST, APART),
        ("\n\n  3. War\n  4. Peace\n  5. War", LIST, APART),
        ("\n\n  2) War\n    * Peace", LIST, APART),
        ("\n\n  | War | 1914 |\n  | Peace | 1918 |", TABLE, DASHES),
        ("\n  > War and peace", "this is not read as a quotation", "put an empty line before it"),
        ("\n\n  War\t1914\n  Peace\t1918", TABLE, DASHES),
        ("\n\n  +---+---+\n  | a | b |\n  +---+---+", TABLE, DASHES),
        ("\n\n  → War\n  → Peace", LIST, APART),
        ("\n\n  -War\n  -Peace", LIST, APART),
        ("_War_ and peace", MARK, "for italic write *word*"),
        ("~~War~~ and peace", MARK, "take it out"),
        ("[^1]", MARK, "say it in the text"),
        ("\n\n  ---", MARK, "take it out"),
        ("\\( E = mc \\)", "formulas stand between dollars", "write $E = mc$"),
        ("`War and peace", CODE, CLOSE),
        ("``War` and peace", CODE, CLOSE),
        ("[War](war.html)", "this is no address for a link", "begin it with https://"),
        ("x^2", FIGURES, "close it: x^2^"),
        ("x^2+y^2", FIGURES, "close it: x^2^; close it: y^2^"),
        ("Ca^2+ and 10^-3", FIGURES, "close it: Ca^2+^; close it: 10^-3^"),
        ("$5x$ and $5x$", MONEY, "for a formula write ${5}x$"),
        ("$2x + 1 = 7$.", MONEY, "for a formula write ${2}x + 1 = 7$"),
        ("$1,000.5$", MONEY, "for a formula write ${1,000.5}$"),
        ("$pV = $ constant", BLANK, "for a formula write $pV =$"),
        ("$ E = mc^2$, and $x$", BLANK, "for a formula write $E = mc^2$"),
        ("$ \\frac{1}{2} $ and $F = ma $", BLANK, r"for a formula write $\frac{1}{2}$; for a formula write $F = ma$"),
        ("$\\Omega $ or $(a + b) $", BLANK, r"for a formula write $\Omega$; for a formula write $(a + b)$"),
        ("\\sqrt{2}", LATEX, r"write $\sqrt{2}$"),
        ("\\frac{1}{2} and \\alpha", LATEX, r"write $\frac{1}{2}$; write $\alpha$"),
        ("\\ce{H2O}.", LATEX, "write it as text, without dollars: H~2~O"),
    ],
)
def test_what_a_text_does_not_know_is_told_once_with_the_way_out(typed, message, hint):
    assert told(TEXT, typed) == [(message, hint)]


@pytest.mark.parametrize(
    ("typed", "message", "hint"),
    [
        ("<b>War</b>", HTML, "take it out"),
        ("&amp; war", HTML, "write &"),
        ("## War", HEADING, "take the # out"),
        ("x^2", FIGURES, "close it: x^2^"),
    ],
)
def test_in_a_single_line_the_way_out_is_another(typed, message, hint):
    assert told(LINE, typed) == [(message, hint)]


def test_each_kind_and_each_text_is_told_for_itself():
    text = "title: A & B <b>C</b>\nsummary: '<b>x</b> &amp; ## Y <br> ## Z'\n"
    found = [problem for problem in advice(read(text.encode(), "pack.yaml")) if "as it stands" in problem.message]
    assert [(problem.line, problem.column) for problem in found] == [(1, 14), (2, 11), (2, 26)]


@pytest.mark.parametrize(
    "typed",
    [
        "x < y and y > z, a<b and c>d.",
        "AT&T; R&D; you & me; Q&A.",
        "\n\n  # 5 was the worst",
        "\n\n  # of workers",
        "snake_case, _, __init__ and a_b_.",
        "No. #3, C# and #hashtag.",
        "<War and peace>, <https://example.org>, <- and ->.",
        "List<string>.",
        "\n\n  - War\n  - Peace",
        "\n\n  - War\n\n  - Peace",
        "\n\n  1) War\n  2) Peace\n\n  > War\n  > — Peace\n\n  | War | 1914 |\n  |-----|------|",
        "\n\n  ```\n  <b>x^2</b>\n\n  - a\n  ```",
        "`<b>x^2</b>` and ``a ` b``, \\`x and C:\\Users\\anna\\*.docx",
        "[War](https://example.org/a_(b)) and f[x](y z).",
        "\n\n  1921. The year of the treaty\n  1922. The year of the other",
        "\n\n  - 5 degrees in the shade,\n  and less at night",
        "x^2^, 10^-3^ and H~2~O.",
        r"$x^2$, $\frac{1}{2}$ and {{$<b>$}}; $5 and $10, $.50/$.75.",
        "a $ b $ c, $m in 1921 = $bn in 1922, US$ = CA$, ($) + ($), $A = $5 and $10 = £6.",
        "The price in $A + the price in $B, $x$ + $y$ = $z$, \\$a = \\$ b.",
        "|A| and |B|; ~100 to ~200; 3~4; a ^ b; ^_^; $5 and $10; C:\\Users\\anna.",
    ],
)
def test_what_is_meant_is_no_markup(typed):
    assert told(TEXT, typed) == []
