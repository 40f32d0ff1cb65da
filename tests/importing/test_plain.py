"""Plain text and Markdown: each line's kind, depth, label and words, as a person would take them."""

import pytest

from studypack.importing.readers import read_notes
from tests.importing.notes_read import told, words, words_of

WRAPPED = """I think there were many reasons why the government of the day failed to
keep its word, and this is what the book says about them in the first
chapter.

A second paragraph.
"""
WRAPPED_ITEMS = """Causes
- the first cause, which goes over more than one line because it is
rather a long one, as causes of wars in books like this are often
said to be
- a second
  and what goes with it
Effects
- none
"""
A_LINE_EACH = """The treaty cost them land, coal and their pride
reparations of 6.6 billion
army of 100,000 men, no tanks, no planes, six ships
people blamed the politicians
"""
CAPITALS = """The army had no more than 100,000 men and no tanks
Reparations of 6.6 billion pounds were to be paid
Germany lost her colonies and most of her coal too
Clause 231 said that she had begun the whole war
The people blamed the politicians who signed it
"""
WRAPPED_PEEL = (
    WRAPPED.replace("A second paragraph.\n", "")
    + """Point: the second cause was that nobody in the country wanted to pay for
Link: so it failed, and this is what the book says about all of them in
the last chapter.
"""
)

LINES = [
    ("Causes\n- one\n- two", ["¶ Causes", "- one", "- two"]),
    ("# Title\n## Part ##\ntext", ["#1 Title", "#2 Part", "¶ text"]),
    ("Title\n=====\nPart\n---\ntext", ["#1 Title", "#2 Part", "¶ text"]),
    ("=====\nTitle\n=====\n\ntext", ["#1 Title", "¶ text"]),
    ("**Part one**\n**Bold** word\n__Part two:__", ["# Part one", "¶ **Bold** word", "# Part two:"]),
    ("# 1. Causes\n## (ii) Effects", ["#1 [1.] Causes", "#2 [(ii)] Effects"]),
    ("-- one\n-- two -- three", ["- [--] one", "- [--] two -- three"]),
    ("•one\n•\ttwo\n\uf0b7 three\n▪ four", ["- [•] one", "- [•] two", "- [\uf0b7] three", "- [▪] four"]),
    ("• one\no\ttwo\n§  three", ["- [•] one", "-1 [o] two", "-2 [§] three"]),
    ("-one\n-two\n-1914 war", ["- one", "- two", "- 1914 war"]),
    ("-5 degrees\n-3 degrees", ["¶ -5 degrees", "¶ -3 degrees"]),
    ("1. one\n2. two\n10) three\n(4) four", ["- [1.] one", "- [2.] two", "- [10)] three", "- [(4)] four"]),
    ("1914. War\n1.5 million\n12 men", ["¶ 1914. War", "¶ 1.5 million", "¶ 12 men"]),
    ("a) one\nb) two\n(i) small\n(ii) smaller\nc) three", ["- [a)] one", "- [b)] two", "-1 [(i)] small", "-1 [(ii)] smaller", "- [c)] three"]),
    ("c. 1920 was a year\nA. Lincoln was a man", ["¶ c. 1920 was a year", "¶ A. Lincoln was a man"]),
    ("a. one\nb. two\nc. three", ["- [a.] one", "- [b.] two", "- [c.] three"]),
    ("I. One\n  A. inner\n  B. other\nII. Two", ["- [I.] One", "-1 [A.] inner", "-1 [B.] other", "- [II.] Two"]),
    ("1. One\n- a\n- b\n2. Two\n- c", ["- [1.] One", "-1 a", "-1 b", "- [2.] Two", "-1 c"]),
    ("- one\n    - inner\n        - innermost\n- two", ["- one", "-1 inner", "-2 innermost", "- two"]),
    ("- one\n\t- inner\n\t\t- innermost\n\t- inner", ["- one", "-1 inner", "-2 innermost", "-1 inner"]),
    ("+ good\n- bad\n+ better", ["- [+] good", "- bad", "- [+] better"]),
    ("- [ ] to do\n- [x] done", ["- [- [ ]] to do", "- [- [x]] done"]),
    ("- Jobs\n    Oil makes 5%\n    Steel\n- Water", ["- Jobs", "-1 Oil makes 5%", "-1 Steel", "- Water"]),
    ("- the NHS was made a law in 1946 by the\n  Labour government\n- two", ["- the NHS was made a law in 1946 by the Labour government", "- two"]),
    ("- one\n  more of it\n- two", ["- one more of it", "- two"]),
    (WRAPPED, ["¶ " + " ".join(WRAPPED.split("\n")[:3]), "¶ A second paragraph."]),
    (WRAPPED_ITEMS, ["¶ Causes", "- " + " ".join(WRAPPED_ITEMS.split("\n")[1:4])[2:], "- a second and what goes with it", "¶ Effects", "- none"]),
    (CAPITALS, [f"¶ {line}" for line in CAPITALS.splitlines()]),
    (WRAPPED_PEEL, ["¶ " + " ".join(WRAPPED.split("\n")[:3]), "¶ Point: the second cause was that nobody in the country wanted to pay for", "¶ Link: so it failed, and this is what the book says about all of them in the last chapter."]),
    (A_LINE_EACH, [f"¶ {line}" for line in A_LINE_EACH.splitlines()]),
    ("| For | Against |\n|---|:-:|\n| a | b |\n| | c\\|d |", ["! For / Against", "| a / b", "|  / c|d"]),
    ("For | Against\n--- | ---\na | b", ["! For / Against", "| a / b"]),
    ("+---+---+\n| a | b |\n+===+===+\n| c | d |\n| e |   |\n+---+---+\n| f | g |\n+---+---+", ["! a / b", "| c e / d", "| f / g"]),
    ("Term\tMeaning\nGDP\tgross product\n\nCPI\tprices", ["| Term / Meaning", "| GDP / gross product", "| CPI / prices"]),
    ("one\ttab alone", ["¶ one tab alone"]),
    ("Topic\n\tone\n\t\tinner\n\ttwo\n\nOther\n\tthree", ["¶ Topic", "- one", "-1 inner", "- two", "¶ Other", "- three"]),
    ("    Title in the middle\n\nfirst\nsecond\nthird\nfourth", ["¶ Title in the middle", "¶ first", "¶ second", "¶ third", "¶ fourth"]),
    ("For          Against\n- cheap      - waste\nclean        dear\n             terror", ["| For / Against", "| cheap / waste", "| clean / dear", "|  / terror"]),
    ("Point: it failed on 1 July 1916 in the north\nEvidence: 19,240 died on the day\nPoint: he carried on although it failed\nLink: a butcher", ["¶ Point: it failed on 1 July 1916 in the north", "¶ Evidence: 19,240 died on the day", "¶ Point: he carried on although it failed", "¶ Link: a butcher"]),
    ("1. For\n1.1 cheap\n1.2 quick\n2. Against\n2.1 slow", ["- [1.] For", "-1 [1.1] cheap", "-1 [1.2] quick", "- [2.] Against", "-1 [2.1] slow"]),
    ("1. CAUSES\nToo many cars\n\n2. RESULTS\n- none", ["# [1.] CAUSES", "¶ Too many cars", "# [2.] RESULTS", "- none"]),
    ("1. NATO\n2. UNESCO\n3. WHO", ["- [1.] NATO", "- [2.] UNESCO", "- [3.] WHO"]),
    ("1 one\n2 two\n3 three", ["- [1] one", "- [2] two", "- [3] three"]),
    ("1 men\n3 women\n4 children", ["¶ 1 men", "¶ 3 women", "¶ 4 children"]),
    ("1 - one\n2 - two", ["- [1 -] one", "- [2 -] two"]),
    ("text\n\n- 2 -\n\nmore", ["¶ text", "¶ - 2 -", "¶ more"]),
    ("* Causes\n- one\n- two\n* Effects", ["- [*] Causes", "-1 one", "-1 two", "- [*] Effects"]),
    ("> quoted\n> - item\n>tight\n>50% of it", ["¶ quoted", "- item", "¶ tight", "¶ >50% of it"]),
    ("----\none\n\n* * *\ntwo", ["¶ one", "¶ two"]),
    ("page one\n\x0cpage two\x0bstill", ["¶ page one", "¶ page two", "¶ still"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right"), LINES)
def test_a_text_is_read_as_a_person_would(text, right):
    assert told(text) == right
    assert told(text, "notes.md") == right


@pytest.mark.parametrize(("text", "right"), LINES)
@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_ends_of_lines_change_nothing(text, right, end):
    assert told(text.replace("\n", end)) == right


@pytest.mark.parametrize(
    ("text", "right", "left"),
    [
        ("see [the page](https://a.org/b_c)", ["¶ see the page"], [("https://a.org/b_c", "the address of a link")]),
        (
            "[a](b.org 'its title') [no](link at all)",
            ["¶ a [no](link at all)"],
            [("b.org 'its title'", "the address of a link")],
        ),
        ("![a map](map.png)\ntext", ["¶ text"], [("a map](map.png", "a picture")]),
        ("~~no~~ yes", ["¶ yes"], [("no", "struck through")]),
        ("*it* and _so_ but snake_case_word, 2*3*4 and f** k", ["¶ it and so but snake_case_word, 2*3*4 and f* k"], []),
        ("*4500 BP*Part one", ["¶ *4500 BP*Part one"], []),
        ("***both*** **x** y", ["¶ **both** **x** y"], []),
        ("so the ***main cause***", ["¶ so the **main cause**"], []),
        ("[[wiki]] and [[page|name]] ==lit== `code`", ["¶ wiki and name lit code"], []),
    ],
)
def test_marks_within_a_line_go_and_words_stay(text, right, left):
    notes = read_notes(text.encode(), "notes.md")
    assert told(text) == told(text, "notes.md") == right
    assert [(each.text, each.why) for each in notes.left_out] == left


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("a &amp; b <b>c</b>\\*<br>d", ["¶ a & b c* d"]),
        ("---\ntitle: My notes\ntags:\n  - x\n---\ntext", ["#1 My notes", "¶ text"]),
        ("---\nnot front matter at all\n---\ntext", ["#2 not front matter at all", "¶ text"]),
    ],
)
def test_what_only_markdown_has(text, right):
    assert told(text, "notes.md") == right
    notes = read_notes(text.encode(), "notes.md")
    assert words_of(notes) - words(text) == words("")


def test_lines_have_their_numbers():
    text = "\n\nTitle\n\n- one\n  more\n- two\n\na | b\n--|--\nc | d\n"
    assert [line.number for line in read_notes(text.encode(), "n.txt").lines] == [3, 5, 7, 9, 11]
