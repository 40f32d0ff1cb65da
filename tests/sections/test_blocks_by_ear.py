"""What is heard, seen and clicked of lists, quotations, tables, code and links, in wide and in narrow columns."""

from io import BytesIO

import pikepdf
import pytest

from studypack.layout.page import TextRun
from studypack.layout.tag import Furniture
from studypack.model.choices import Paper, Profile
from studypack.model.content import Pack
from studypack.model.options import Flags
from studypack.output.build import render
from tests.laws import LAWS
from tests.pdf.verdict import verdict_on
from tests.transcript import heard

TEXT = """
Of the [debts](https://example.org/a_(b)?c=ü):

1. {{Lenin}} refused
   - the old ones
2. The banks agreed

> We shall {{pay}}.
> — Krasin, 1921

| Year | Owed, in pounds |
|------|----------------:|
| {{1917}} | 9,000 |
| 1921 | {{none}} |

```python
def owed(year):
    return {{0}}
```
"""
WIDE_ROWS = "".join(f"| {n} | a long name of a place number {n} | {{{{answer {n}}}}} |\n" for n in range(60))


def pack_of(text, **more):
    point = {"side": "advantage", "title": "Blocks", "text": text}
    return Pack.model_validate({"title": "A topic", "points": [point], **more})


def made(pack, section, **flags):
    return render(pack, Flags(sections=(section,), key="none", **flags), "pack")[0]


HEARD = {
    "in the table": ("table", {}, """
Of the debts (link):
list of 2
• 1. | Lenin refused
list of 1
• – | the old ones
• 2. | The banks agreed
We shall pay.
— Krasin, 1921
table of 3 rows, 2 columns
row 1
header: Year
header: Owed, in pounds
row 2
cell: 1917
cell: 9,000
row 3
header: 1921
cell: none
def owed(year):
4 spaces in: return 0
debts: example.org/a_(b)?c=ü
Key words: Lenin, pay, 1917, none, 0."""),
    "on a worksheet": ("worksheets", {}, """
Of the debts:
list of 2
• 1. | (gap 1) refused
list of 1
• – | the old ones
• 2. | The banks agreed
We shall (gap 2).
— Krasin, 1921
table of 3 rows, 2 columns
row 1
header: Year
header: Owed, in pounds
row 2
cell: (gap 3)
cell: 9,000
row 3
header: 1921
cell: (gap 4)
def owed(year):
4 spaces in: return (gap 5)"""),
    "on a worksheet to fill in": ("worksheets", {"fillable": True}, """
cell: (edit: Worksheet 1, gap 3: Year)
cell: 9,000
row 3
header: 1921
cell: (edit: Worksheet 1, gap 4: Owed, in pounds, 1921)"""),
}  # fmt: skip


@pytest.mark.parametrize(("section", "flags", "expected"), HEARD.values(), ids=HEARD)
def test_blocks_are_heard_as_what_they_are(section, flags, expected):
    found, wanted = heard(made(pack_of(TEXT), section, **flags).data), expected.strip().split("\n")
    begins = found.index(wanted[0])
    assert found[begins : begins + len(wanted)] == wanted


def test_a_table_without_room_for_its_columns_is_a_list_of_its_rows():
    text = "| Administration | {{Owner}} of it | Representatives |\n|---|---|---|\n| Rostov | nobody | {{Bolshevik}} |\n| Baku | | British |"
    look = {"paper": Paper.A5, "profile": Profile.LARGE}
    lines = heard(made(pack_of(text.replace("{{Owner}}", "Proprietorship")), "table", **look).data)
    rows = [
        "list of 2",
        "• Administration: Rostov",
        "Proprietorship of it: nobody",
        "Representatives: Bolshevik",
        "• Administration: Baku",
        "Representatives: British",
    ]
    begins = lines.index("• Administration: Rostov") - 1
    assert lines[begins : begins + 6] == rows
    lines = heard(made(pack_of(text), "worksheets", **look).data)
    begins = lines.index("• Administration") - 1
    assert lines[begins : begins + 9] == [
        "list of 3", "• Administration", "(gap 1) of it", "Representatives", "• Rostov", "nobody", "(gap 2)", "• Baku", "British",
    ]  # fmt: skip


def test_a_card_that_asks_with_a_list_has_a_heading_all_the_same():
    pack = pack_of("x", flashcards=[{"front": "- a\n- b", "back": "> c"}, {"front": "d", "back": "- e\n- f"}])
    lines = heard(made(pack, "flashcards", settings=("flashcards.from_points=no",)).data)
    assert lines[-11:] == [
        "heading 2: Card 1", "list of 2", "• • | a", "• • | b", "Answer:", "c",
        "heading 2: d", "Answer:", "list of 2", "• • | e", "• • | f",
    ]  # fmt: skip


def test_a_list_so_deep_that_no_room_is_left_is_indented_no_further():
    text = "\n".join("  " * n + f"- level {n}\n" + "  " * n + f"- {{{{gap {n}}}}}" for n in range(10))
    for look in ({"paper": Paper.HALF_LETTER, "profile": Profile.LARGE}, {"paper": Paper.A5, "profile": Profile.CLEAR}):
        document = made(pack_of(text), "worksheets", fillable=True, **look).document
        for law in LAWS:
            law(document)


def test_a_gap_in_code_that_begins_far_in_stays_within_the_page():
    text = "~~~\n" + " " * 40 + "return {{a long answer of several words}}, {{another}} and {{more}}\n~~~"
    for settings in ((), ("worksheets.gap=stretch",), ("worksheets.gap=letters",)):
        look = {"paper": Paper.HALF_LETTER, "profile": Profile.LARGE}
        for law in LAWS:
            law(made(pack_of(text), "worksheets", settings=settings, **look).document)


def test_a_link_leads_to_its_address_and_a_worksheet_has_none():
    def addresses(section, **flags):
        with pikepdf.open(BytesIO(made(pack_of(TEXT), section, **flags).data)) as pdf:
            annotations = [each for page in pdf.pages for each in page.get("/Annots", [])]
            return [str(each.A.URI) for each in annotations if "/A" in each]

    assert addresses("table") == ["https://example.org/a_(b)?c=%C3%BC"]
    assert addresses("worksheets") == []


def test_an_address_is_printed_wherever_a_text_with_a_link_is():
    says = "See [it](https://example.org/x)."
    pack = pack_of(
        "x",
        summary=says,
        glossary=[{"term": "T", "meaning": says}],
        flashcards=[{"front": says, "back": says}],
        evaluation={"question": "Q", "paragraphs": [[{"move": "judgement", "text": says, "note": says}]], "try": says},
        corrections=[{"notes": "a", "here": "b", "why": says}],
    )
    for section, times in (("overview", 2), ("glossary", 1), ("flashcards", 3), ("evaluation", 3), ("answers", 1)):
        assert " ".join(heard(made(pack, section).data)).count("example.org/x") == times, section


def test_a_table_goes_on_under_its_head_and_no_row_is_parted():
    document = made(pack_of(f"| No. | Place | Answer |\n|--:|---|---|\n{WIDE_ROWS}"), "worksheets").document
    for law in LAWS:
        law(document)
    pages = [
        [item for item in page.items if isinstance(item, TextRun) and item.text.strip() in ("No.", "Place", "Answer")]
        for page in document.pages
    ]
    assert len(pages) > 2
    heads = [[(run.text.strip(), run.tag is Furniture.AGAIN) for run in page] for page in pages]
    assert heads[0] == [("No.", False), ("Place", False), ("Answer", False)]
    assert all(head == [("No.", True), ("Place", True), ("Answer", True)] for head in heads[1:])


@pytest.mark.parametrize(
    "text",
    [
        "\n".join("  " * n + f"- item {n} with {{{{gap{n}}}}}\n" + "  " * n + f"- other {n}" for n in range(8)),
        "|" + "|".join(f"Col{n}" for n in range(30)) + "|\n|" + "-|" * 30 + "\n" + ("|" + "x{{y}}|" * 30 + "\n") * 4,
        "|A|B|\n|-|-|\n|" + "word and {{gap}} " * 600 + "|b|\n|c|" + "x" * 2000 + "|",
        "> " + "word " * 2000 + "\n> — somebody " + "long " * 150,
        "So " + "word " * 1000 + ":\n- a\n- b",
        "".join(f"{n + 1}. item {{{{i{n}}}}}\n" for n in range(200)),
        "| {{a}} | |\n|---|---|\n| | b |\n\n|||\n|-|-|\n|||\n\n- a\n\n  | c |\n  |---|\n\n  > - d\n  > - e\n- f",
    ],
    ids=[
        "eight deep",
        "thirty columns",
        "cells without end",
        "a long quotation",
        "a long line to a list",
        "long",
        "odd",
    ],
)
@pytest.mark.parametrize(
    "look", [{"paper": Paper.A4}, {"paper": Paper.A5, "profile": Profile.LARGE}], ids=["A4", "large"]
)
def test_blocks_without_measure_are_printed_within_their_pages(text, look):
    for section in ("table", "worksheets") if "{{" in text else ("table",):
        document = made(pack_of(text), section, **look).document
        for law in LAWS:
            law(document)


def test_a_row_taller_than_a_card_goes_on_over_cards():
    row = "| " + "long word " * 60 + " | b |"
    text = f"| A | B |\n|---|---|\n{row}\n{row}\n\n" + "".join("  " * n + f"- item {n}\n" for n in range(6)) + "- z"
    pack = pack_of("x", flashcards=[{"front": text, "back": text}])
    for look in ({}, {"paper": Paper.A5}, {"profile": Profile.LARGE}, {"settings": ("flashcards.cards=10",)}):
        for law in LAWS:
            law(made(pack, "flashcards", **look).document)


def test_a_table_in_a_cell_of_the_paired_table_is_a_table_of_its_own():
    pack = pack_of("| a | b |\n|---|---|\n| {{c}} | d |\n\nAnd more.")
    file = made(pack, "table", settings=("table.mode=paired",))
    assert verdict_on(file.document, file.data) == []
