"""Lists, quotations, tables and code in texts: what is read as a block, and what stays words."""

import pytest
from effort import calls_of
from hypothesis import given
from hypothesis import strategies as st

from studypack.advice.marks_read import marks_read
from studypack.base.styled_text import Text
from studypack.model.blocks import Code, Listing, Quotation, Table, blocks
from studypack.model.labelled_parts import with_labelled_parts
from studypack.model.markup import parse
from studypack.model.sentences import sentences
from studypack.model.source_lines import MarkupError
from studypack.model.spans import Gap, gaps, plain
from studypack.reading.load import read as load_bytes


def shown(spans, tick="`"):
    """The words of some spans, gaps in braces, code in ticks, links with their addresses."""
    marks = {True: tick, False: ""}
    return "".join(
        f"{{{'|'.join(span.answers)}}}"
        if isinstance(span, Gap)
        else marks[span.code] + span.text + marks[span.code] + (f"<{span.link}>" if span.link else "")
        for span in spans
    )


def tree(found):
    """Blocks as plain values: a paragraph is its words."""
    made = []
    for block in found:
        if isinstance(block, Listing):
            made.append(
                {
                    label or f"•{n}": tree(item)
                    for n, (label, item) in enumerate(zip(block.labels, block.items, strict=True))
                }
            )
        elif isinstance(block, Quotation):
            made.append(("quoted", tree(block.says), shown(block.source)))
        elif isinstance(block, Table):
            made.append(
                (
                    "table",
                    "".join(each[0] for each in block.aligned),
                    [[shown(cell) for cell in row] for row in block.rows],
                )
            )
        elif isinstance(block, Code):
            made.append(("code", block.language, [shown(line, "") for line in block.lines]))
        else:
            made.append(shown(block))
    return made


def read(source):
    return tree(blocks(parse(source)))


AB = {"•0": ["a"], "•1": ["b"]}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("- a\n- b", [AB]),
        ("* a\n+ b", [AB]),
        ("• a\n‣ b", [AB]),
        ("– a\n– b", [AB]),
        ("-\ta\n-\tb", [AB]),
        ("  - a\n  - b", [AB]),
        ("- a\n - b", [AB]),
        ("x:\n- a\n- b", ["x:", AB]),
        ("x\n\n- a\n- b", ["x", AB]),
        ("x\n\n- a\n\n- b\n\ny", ["x", AB, "y"]),
        ("- a\n- b\n\ny", [AB, "y"]),
        ("1. a\n2. b", [{"1.": ["a"], "2.": ["b"]}]),
        ("1) a\n2) b", [{"1)": ["a"], "2)": ["b"]}]),
        ("a. a\nb. b", [{"a.": ["a"], "b.": ["b"]}]),
        ("1. a\n1. b\n1. c", [{"1.": ["a"], "2.": ["b"], "3.": ["c"]}]),
        ("1. a\n\n2. b\n\n3. c", [{"1.": ["a"], "2.": ["b"], "3.": ["c"]}]),
        ("- a\n  goes on\n- b\ngoes on", [{"•0": ["a goes on"], "•1": ["b goes on"]}]),
        ("- a\n\n  second\n- b", [{"•0": ["a", "second"], "•1": ["b"]}]),
        ("- a\n  - b\n    - c\n- d", [{"•0": ["a", {"•0": ["b", {"•0": ["c"]}]}], "•1": ["d"]}]),
        ("1. a\n  - b\n  - c\n2. d", [{"1.": ["a", {"•0": ["b"], "•1": ["c"]}], "2.": ["d"]}]),
        ("-\ta\n\t- b\n- c", [{"•0": ["a", {"•0": ["b"]}], "•1": ["c"]}]),
        ("1. a\n2. b\n- c\n- d", [{"1.": ["a"], "2.": ["b"]}, {"•0": ["c"], "•1": ["d"]}]),
        ("● a\n● b", [AB]),
        ("•a\n•b", [AB]),
        ("•\u00a0a\n•\u00a0b", [AB]),
        ("·\ta\n·\tb", [AB]),
        ("•\ta\no\tb\no\tc\n•\td", [{"•0": ["a", {"•0": ["b"], "•1": ["c"]}], "•1": ["d"]}]),
        ("(1) a\n(2) b", [{"(1)": ["a"], "(2)": ["b"]}]),
        ("A) a\nB) b", [{"A)": ["a"], "B)": ["b"]}]),
        ("i. a\nii. b\niii. c", [{"i.": ["a"], "ii.": ["b"], "iii.": ["c"]}]),
        ("> 1917 was a year\n> — Lenin", [("quoted", ["1917 was a year"], "Lenin")]),
        ("```python {.n}\na\n```", [("code", "python", ["a"])]),
        ("~~~ {.python title=x}\na\n~~~", [("code", "", ["a"])]),
        ("```\n\ta\n```", [("code", "", ["    a"])]),
        ("`a\tb`", ["`a    b`"]),
        ("5*6 and 7*8, 2**3 + 4**2, a*b > c*d", ["5*6 and 7*8, 2**3 + 4**2, a*b > c*d"]),
        ("[{{de jure}}]{lang=la} and [{{a}} b](https://c.org)", ["{de jure} and {a} b<https://c.org>"]),
        (
            "|a|b|\n|-|-|\n|{{$\\frac{1}{2}$|0.5}}|{{a{b}|y}}|",
            [("table", "ll", [["a", "b"], ["{\\frac{1}{2}|0.5}", "{a{b}|y}"]])],
        ),
        ("- {{a|b}} c\n- **d**", [{"•0": ["{a|b} c"], "•1": ["d"]}]),
        ("- a\n  > q\n- b", [{"•0": ["a > q"], "•1": ["b"]}]),
        ("- a:\n  > q\n- b", [{"•0": ["a:", ("quoted", ["q"], "")], "•1": ["b"]}]),
        ("> a\n> b", [("quoted", ["a b"], "")]),
        (">a\n>\n> b", [("quoted", ["a", "b"], "")]),
        ("> a\n> — Lenin, 1920", [("quoted", ["a"], "Lenin, 1920")]),
        ("> a\n> -- Lenin", [("quoted", ["a"], "Lenin")]),
        ("> a\nb", [("quoted", ["a"], ""), "b"]),
        ("> - a\n> - b\n> – c", [("quoted", [{"•0": ["a"], "•1": ["b"]}], "c")]),
        ("|a|b|\n|-|-:|\n|c|d|", [("table", "lr", [["a", "b"], ["c", "d"]])]),
        ("a | b\n--|:-:\nc | d\n\ny", [("table", "lc", [["a", "b"], ["c", "d"]]), "y"]),
        ("x\n| a |\n|---|\n| b |\ny", ["x", ("table", "l", [["a"], ["b"]]), "y"]),
        ("|a|b|\n|-|-|\n|c|\n||d|", [("table", "ll", [["a", "b"], ["c", ""], ["", "d"]])]),
        ("|a|b|\n|-|-|\n|{{c|d}}|e\\|f|", [("table", "ll", [["a", "b"], ["{c|d}", "e|f"]])]),
        ("|a|b|\n|-|-|\n|`c|d`|e|", [("table", "ll", [["a", "b"], ["`c|d`", "e"]])]),
        ("|a|b|\n|-|-|\n|$5|$6|", [("table", "ll", [["a", "b"], ["$5", "$6"]])]),
        ('```\na  "b"\n\n  c\n```', [("code", "", ['a  "b"', "", "  c"])]),
        ("x\n~~~c++\n- a\n**b\n~~~\ny", ["x", ("code", "c++", ["- a", "**b"]), "y"]),
        ("  ```\n  a\n    b\n c\n  ```", [("code", "", ["a", "  b", "c"])]),
        ("````\n```\n````", [("code", "", ["```"])]),
        ("```\nf({{x}}, \\{{y}}, {z}, \\n)\n```", [("code", "", ["f({x}, {{y}}, {z}, \\n)"])]),
        ("- a\n  ```\n  x\n  ```\n- b", [{"•0": ["a", ("code", "", ["x"])], "•1": ["b"]}]),
        ('`a  *b* "c"`', ['`a  *b* "c"`']),
        ("`` a`b ``", ["`a`b`"]),
        ("1. - 5 degrees\n2. > q", [{"1.": ["- 5 degrees"], "2.": [("quoted", ["q"], "")]}]),
        ("`a\nb` c", ["`a b` c"]),
        ("`f({{x::y}})`, `\\{{z}}`", ["`f(`{x}`)`, `{{z}}`"]),
        ("[a *b*](https://c.org/d_(e)).", ["a <https://c.org/d_(e)>b<https://c.org/d_(e)>."]),
        ("[a](mailto:b@c.org)", ["a<mailto:b@c.org>"]),
    ],
)
def test_what_is_read_as_a_block(source, expected):
    assert read(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        # Departures from CommonMark: what teachers type as words.
        "[Lenin]: no",
        "---",
        "x\n---",
        "x\n===",
        "1921. The year of the treaty\n1922. The year of the other",
        "3. x\n4. y",
        "b. x\nc. y",
        "1. The only one",
        "# 5 was the worst",
        "# Heading",
        "- 5 degrees",
        "- 5 degrees in the shade,\nand less at night",
        "The years 1914\n- 1918 and 1939\n- 1945",
        "-5 and\n-6",
        "He signed a or b\n---",
        "A. J. P. Taylor\nand others",
        "-",
        "> 5 is more",
        ">= 5",
        "> £5",
        ">",
        "a > b",
        "A vs\n> B",
        "&amp; &eacute; <b>x</b> <https://example.org>",
        "https://example.org/_a_ and _emphasis_",
        "    four spaces",
        "| a | b |\n| c | d |",
        "a | b\nc",
        "||",
        "[x](y.html) and f[x](y)",
        "see ![x](y.png)",
        "~100–~200, ~100 to ~200, 3~4, x^2",
        "`open and ``open` too",
        "C:\\Users\\anna\\*.docx and C:\\{x}",
        "50\\% and \\d and a\\-b",
    ],
)
def test_what_stays_words(source):
    (paragraph,) = blocks(parse(source))
    assert shown(paragraph) == " ".join(source.split())


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("\\- a\n\\- b", "- a - b"),
        ("\\> a", "> a"),
        ("1\\. a\n2\\. b", "1. a 2. b"),
        ("\\`a\\`", "`a`"),
        ("**“Rapallo”**s and a**{{x}}**b", "“Rapallo”s and a{x}b"),
        ("{{a|b}} | {{c}}", "{a|b} | {c}"),
    ],
)
def test_a_backslash_keeps_a_mark_from_meaning_anything(source, expected):
    (paragraph,) = blocks(parse(source))
    assert shown(paragraph) == expected


@pytest.mark.parametrize(
    ("source", "message", "at"),
    [
        ("x\n\n- a\n- **b\n- c", "bold text opens here and is not closed before the end of the text", "**b"),
        ("> a\n> b {{c\n> d", "this gap is never closed", "{{c"),
        ("- a\n  - b\n    goes {{}} on", "this gap has no answer", "{{}}"),
        ("|a|b|\n|-|-|\n|c|*d|", "italic text opens here and is not closed before the end of the text", "*d"),
        ("|a|b|\n|-|-|\n|c|d|e|", "this row has 3 cells, and the head of its table 2", "e|"),
        ("x\n```python\ny", "this code is never closed", "```"),
        ("- a\n  ~~~\n  x\n- b", "this code is never closed", "~~~"),
        ("x\n\n```\n```\ny", "there is no code here", "```"),
        ("`f({{x` then stop}})", "this gap is never closed", "{{x"),
        ("```\nf({{x)\n```", "this gap is never closed", "{{x"),
    ],
)
def test_a_problem_stands_at_its_place_in_the_source(source, message, at):
    with pytest.raises(MarkupError) as raised:
        parse(source)
    assert raised.value.message == message
    assert source[raised.value.offset :].startswith(at)


def test_blocks_nest_so_deep_and_no_deeper_and_no_word_is_lost():
    for deep in (8, 10, 12, 500):
        source = "\n".join("  " * n + f"- w{n}\n" + "  " * n + f"- v{n}" for n in range(deep))
        found = blocks(parse(source))
        words = plain(parse(source)).replace("-", " ").split()
        assert words == [f"{letter}{n}" for n in range(deep) for letter in "wv"]
        depth = 0
        while found and isinstance(found[-1], Listing):
            depth, found = depth + 1, found[-1].items[-1][1:]
        assert depth == min(deep, 10)


def test_hundreds_of_pictures_on_lines_under_each_other_are_no_captions():
    found = blocks(parse("![a](b.png)\n" * 2_000))
    assert len(found) == 2_000


def test_a_bar_in_a_gap_makes_no_table():
    (paragraph,) = blocks(parse("He signed {{A|B}} in 1921\n---"))
    assert shown(paragraph) == "He signed {A|B} in 1921 ---"


_MARKS = st.sampled_from(
    ["- ", "1. ", "2. ", "a) ", "> ", "|", "|-|-|", "```", "~~~", "`", "\n", "\n\n", "  ", "{{", "}}", "::", "**", "*", "\\",
     "[a](https://b.c)", "](", "https://", "x", "5", "é", ":", "—", "\t"]
)  # fmt: skip


@given(st.lists(_MARKS, max_size=40).map("".join))
def test_any_marks_are_read_or_refused_and_no_letter_is_lost(source):
    try:
        spans = parse(source)
    except MarkupError as error:
        assert 0 <= error.offset <= len(source)
        return
    seen = "".join(
        span.link + span.text if isinstance(span, Text) else "".join((*span.answers, span.hint)) for span in spans
    )
    for letter in "xé":
        assert letter in seen or letter not in source or _is_only_in_a_fence_line(source, letter)
    laid_out = [each for block in blocks(spans) for each in _leaves(block)]
    assert [gap for leaf in laid_out for gap in gaps(leaf)] == list(gaps(spans))


def _is_only_in_a_fence_line(source, letter):
    return any(line.lstrip().startswith(("```", "~~~")) for line in source.split("\n") if letter in line)


def _leaves(block):
    if isinstance(block, Listing):
        return [leaf for item in block.items for each in item for leaf in _leaves(each)]
    if isinstance(block, Quotation):
        return [*(leaf for each in block.says for leaf in _leaves(each)), block.source]
    if isinstance(block, Table):
        return [cell for row in block.rows for cell in row]
    return block.lines if isinstance(block, Code) else [block]


def test_check_says_what_is_read_as_more_than_words_and_where():
    content = b"""title: T
summary: |
  Words:
  - a `b`
  - c

  | d |
  |---|
  | e |
points:
  - {side: advantage, title: "`f`", text: "See [g](https://h.org), [*i*](https://j.org)."}
  - side: disadvantage
    title: P
    text: |
      ~~~
      x
      ~~~

      > y
"""
    assert marks_read(load_bytes(content, "pack.yaml")) == (
        "1 list (line 4), 2 pieces of code (lines 4, 15), 1 table (line 7), 2 links (line 11), 1 quotation (line 19)"
    )
    assert marks_read(load_bytes(b"title: T\nsummary: Words.\n", "pack.yaml")) == ""


PEL = [("P:", ["Saves {time}."]), ("E:", ["a long Act"]), ("L:", ["so it helps"])]
WORDS = [("Point:", ["One."]), ("Link:", ["two"])]


@pytest.mark.parametrize(
    ("source", "parts"),
    [
        ("P: Saves {{time}}.\n\nE: a long Act\n\nL: so it helps", PEL),
        ("P: Saves {{time}}.\nE: a long Act\nL: so it helps", PEL),
        ("P: Saves {{time}}. E: a long Act\n\n**L:** so it helps", PEL),
        ("Point: One. Link: two", WORDS),
        ("Point:\nOne.\n\nLink:\n\ntwo", WORDS),
        ("**Point**: One.\n**Link:** two", WORDS),
        ("P: Quick, e.g. in 2001. Bans too.", [("P:", ["Quick, e.g. in 2001. Bans too."])]),
        ("É: un\nL : deux", [("É:", ["un"]), ("L :", ["deux"])]),
        ("E:\n\n- a\n- b", [("E:", [{"•0": ["a"], "•1": ["b"]}])]),
        # Words:
        ("Note: one label is none.", None),
        ("It saves time. E: an Act.", None),
        ("Kept: at 16:30. He ran: she sat.", None),
        ("{{Point}}: One. Link: two", None),
        ("ratio 3:1 and C:\\Users", None),
        ("`P: code`", None),
    ],
)
def test_labelled_parts_are_a_list_however_they_are_typed(source, parts):
    found = with_labelled_parts(blocks(parse(source)))
    if parts is None:
        assert found == list(blocks(parse(source)))
    else:
        (listing,) = found
        assert [(label, tree(item)) for label, item in zip(listing.labels, listing.items, strict=True)] == parts


@pytest.mark.parametrize("cut", [lambda text: list(sentences(text)), lambda text: with_labelled_parts(blocks(text))])
def test_twice_as_many_parts_take_no_more_than_twice_as_long(cut):
    long, longer = (parse("E: {{a}} b. " * count) for count in (200, 400))
    assert calls_of(lambda: cut(longer)) < 2.1 * calls_of(lambda: cut(long))
