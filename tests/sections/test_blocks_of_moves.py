"""Lists, quotations, tables, code and formulas in the moves of an evaluation, and wherever a text follows its name."""

import re
from itertools import pairwise

import pytest
from laws import keeps_the_laws, spoken, text_runs, texts_apart_are_two_words
from packs import all_pairs

from studypack.layout.document import Document
from studypack.layout.tag import Furniture, Tag
from studypack.model.choices import Paper, Profile
from studypack.model.content import Pack
from studypack.model.modes import EvaluationMode
from studypack.model.options import Flags, Options
from studypack.model.section_modes import EvaluationModes
from studypack.output.build import render
from studypack.output.compose import compose
from studypack.pdf.tagged import pdf_bytes
from studypack.sections.evaluation import SECTION
from tests.pdf.verdict import verdict_on
from tests.transcript import heard

TEXT = """
It counts:

- one
- two
  1. deep
  2. deeper

> I saw it.
> — A voter, 1932

| Year | Votes |
|------|------:|
| 1928 | 2 |

```python
if x:
    y
```

$$x$$

So it is.
"""
TEXT_HEARD = """
list of 2
• • | one
• • | two
list of 2
• 1. | deep
• 2. | deeper
I saw it.
— A voter, 1932
table of 2 rows, 2 columns
row 1
header: Year
header: Votes
row 2
header: 1928
cell: 2
if x:
4 spaces in: y
x"""


def evaluation(*paragraphs, **more):
    return Pack.model_validate(
        {"title": "A topic", "evaluation": {"paragraphs": [list(each) for each in paragraphs]}, **more}
    )


def move(text, note="", name="evidence"):
    return {"move": name, "text": text, **({"note": note} if note else {})}


def said(pack, section="evaluation", mode="annotated", **flags):
    settings = (f"evaluation.mode={mode}",)
    made = render(pack, Flags(sections=(section,), key="none", settings=settings, **flags), "pack")[0]
    assert verdict_on(made.document, made.data) == []
    return heard(made.data)


BESIDE = f"""
Move a: First. (note: Note a: Evidence. Why.) Move b: It counts:{TEXT_HEARD}
So it is.
note: Note b:
Evidence. A note:
list of 2
• • | x
• • | y
Move c:
list of 2
• • | end
• • | of it
(note: Note c: Evidence. Last.)
Move d: More. (note: Note d: Evidence.)"""
BELOW = f"""
Move a: First. Move b: It counts:{TEXT_HEARD}
So it is.
Move c:
list of 2
• • | end
• • | of it
Move d: More.
(note: Note a: Evidence. Why.)
note: Note b:
Evidence. A note:
list of 2
• • | x
• • | y
(note: Note c: Evidence. Last.) (note: Note d: Evidence.)"""
PLAIN = f"""
First. It counts:{TEXT_HEARD}
So it is.
list of 2
• • | end
• • | of it
More."""


@pytest.mark.parametrize(
    ("mode", "look", "expected"),
    [
        ("annotated", {}, BESIDE),
        ("annotated", {"paper": Paper.A5}, BELOW),
        ("annotated", {"profile": Profile.LARGE}, BELOW),
        ("plain", {}, PLAIN),
    ],
    ids=["notes beside", "notes below", "large", "to mark up"],
)
def test_the_blocks_of_moves_are_heard_as_what_they_are(mode, look, expected):
    moves = [move("First.", "Why."), move(TEXT, "A note:\n- x\n- y"), move("- end\n- of it", "Last."), move("More.")]
    lines = said(evaluation(moves), mode=mode, **look)
    wanted = expected.strip().split("\n")
    begins = next(number for number, line in enumerate(lines) if line.startswith(wanted[0][:10]))
    assert lines[begins : begins + len(wanted)] == wanted


NAMED = """
Two:
list of 2
• • | one
• • | two
He said it.
Then."""
BLOCKS = "Two:\n- one\n- two\n\n> He said it.\n\nThen."


@pytest.mark.parametrize(
    ("section", "mode", "before"),
    [
        ("evaluation", "scaffold", "In the model: "),
        ("overview", "annotated", "• 1 | T: "),
        ("answers", "annotated", "cell: "),
    ],
)
def test_blocks_under_words_that_follow_a_name_are_heard_as_what_they_are(section, mode, before):
    corrected, term = {"notes": "a", "here": "b", "why": BLOCKS}, {"term": "T", "meaning": BLOCKS}
    lines = said(evaluation([move("First.", BLOCKS)], corrections=[corrected], glossary=[term]), section, mode)
    wanted = (before + NAMED.strip()).split("\n")
    begins = lines.index(wanted[0])
    assert lines[begins : begins + len(wanted)] == wanted


def test_a_term_whose_meaning_is_a_list_alone_has_its_name_over_it():
    lines = said(evaluation([move("x")], glossary=[{"term": "T", "meaning": "- one\n- two"}]), "overview")
    assert lines[lines.index("• 1 | T:") :][:4] == ["• 1 | T:", "list of 2", "• • | one", "• • | two"]


def words(count, seed="word"):
    return " ".join(f"{seed}{number}" for number in range(count))


def grid(rows, columns, seed):
    cells = [[f"{seed}{row}c{column}" for column in range(columns)] for row in range(rows)]
    lines = ["|" + "|".join(row) + "|" for row in cells]
    return "\n".join([lines[0], "|" + "-|" * columns, *lines[1:]])


def fence(lines, seed):
    return "```\n" + "\n".join(f"  {seed}{number} = 0" for number in range(lines)) + "\n```"


def listed(count, seed, long=1):
    return "\n".join(f"{number + 1}. {words(long, f'{seed}{number}i')}" for number in range(count))


SHORT = {
    "a list": "- listA\n- listB\n  - listC\n  - listD\n    1. listE\n    2. listF",
    "a quotation": "> quoteA quoteB\n> — quoteC",
    "a table": grid(3, 3, "cell"),
    "code": fence(3, "code"),
    "a formula": "$$\\frac{a}{b}$$",
}
SURROUNDED = {
    f"{name} {where}": [move("lead lead2.", "note"), move(text, "note2"), move("next1 next2.", "note3")]
    for name, block in SHORT.items()
    for where, text in (
        ("first", f"{block}\n\nafter1 after2."),
        ("last", f"before1 before2:\n\n{block}"),
        ("amid", f"before1 before2:\n\n{block}\n\nafter1 after2."),
        ("alone", block),
    )
}
LONG = {
    "a long list": [move("Lead:\n\n" + listed(60, "i", 9), "note")],
    "items of a page": [move("Lead:\n\n" + listed(3, "i", 400), "note"), move("End.", "note2")],
    "a long quotation": [move("> " + words(900, "q"), "note"), move(words(90, "n"), "note2")],
    "a long table": [move(grid(60, 3, "c"), "note"), move("End.", "note2")],
    "a wide table": [move(grid(4, 14, "widecell"), "note"), move("End.", "note2")],
    "cells without end": [move(f"| A | B |\n|---|---|\n| {words(700, 'a')} | b |\n| c | {words(600, 'd')} |", "note")],
    "long code": [move("Lead\n\n" + fence(90, "c"), "note"), move("End.", "note2")],
    "wide code": [move("Lead\n\n```\n" + words(60, "code") + "\n```", "note")],
    "many": [
        move(f"{words(20, f's{n}w')}:\n\n{block.replace('cell', f'{n}cell')}\n\n{words(15, f't{n}w')}.", f"n{n}")
        for n, block in enumerate([*SHORT.values()] * 4)
    ],
    "long notes": [
        move("Lead.\n\n- a\n- b", "Note:\n\n" + listed(40, "i", 9)),
        move("- c\n- d", "> " + words(400, "q")),
    ],
    "a table of a page in an item": [
        move(f"- {words(27, 'lead')}:\n\n" + "  " + grid(8, 2, "c").replace("\n", "\n  ") + "\n- other1", "note")
    ],
    "eight deep": [move("\n".join("  " * n + f"- deep{n}\n" + "  " * n + f"- other{n}" for n in range(8)), "note")],
}
EVERY = {**SURROUNDED, **LONG}
MODES = (EvaluationMode.ANNOTATED, EvaluationMode.PLAIN)
CASES = [
    *all_pairs(EVERY, MODES, Profile, Paper),
    *(("a table of a page in an item", mode, Profile.LARGE, Paper.HALF_LETTER) for mode in MODES),
]


def printed(moves, paper=Paper.A4, profile=Profile.STANDARD, mode=EvaluationMode.ANNOTATED):
    options = Options(paper=paper, profile=profile, evaluation=EvaluationModes(mode=mode))
    return compose(evaluation(moves), options, [SECTION], [SECTION])


def words_of(moves):
    """The words of the moves in their order: what an author typed, without the marks of blocks."""
    return [word for each in moves for word in re.findall(r"[A-Za-z]+\d\w*|\b(?:list|quote)[A-Z]\b", each["text"])]


@pytest.mark.parametrize(("name", "mode", "profile", "paper"), dict.fromkeys(CASES))
def test_moves_with_blocks_keep_the_laws_and_their_words(name, mode, profile, paper):
    document = printed(EVERY[name], paper, profile, mode)
    keeps_the_laws(document)
    lines_are_numbered_in_order(document)
    said = spoken(document)
    place = 0
    for word in words_of(EVERY[name]):
        found = re.compile(rf"{word}(?!\w)").search(said, place)
        assert found, f"{word} is lost, or out of order"
        # A table without room for its columns says its heads again in every row.
        place = 0 if name == "a wide table" else found.start()


def test_files_of_moves_with_blocks_say_what_their_pages_show():
    for number, (name, moves) in enumerate(EVERY.items()):
        document = printed(moves, list(Paper)[number % len(Paper)], list(Profile)[number % len(Profile)])
        assert verdict_on(document, pdf_bytes(document)) == [], name
        if "cells" not in name and "wide" not in name:
            texts_apart_are_two_words(document)


def numbers_of(document: Document):
    """The numbers in the margin, page by page from top to bottom."""
    for page in document.pages:
        numbers = [
            item
            for own, item in text_runs(document)
            if own is page and item.tag is Furniture.MARKING and item.text.isdigit()
        ]
        yield from ((int(run.text), page, run) for run in sorted(numbers, key=lambda run: -run.y))


def lines_are_numbered_in_order(document):
    numbers = [number for number, _, _ in numbers_of(document)]
    assert numbers == [1, *range(5, numbers[-1] + 1, 5)] if numbers else True


LINES = """
- one
- two
  1. deep
  2. deeper

> I saw it.
> — Somebody

$$x$$

six
"""


@pytest.mark.parametrize("mode", [EvaluationMode.ANNOTATED, EvaluationMode.PLAIN])
@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
def test_lines_of_lists_quotations_and_formulas_are_counted_and_those_of_tables_and_code_are_not(paper, mode):
    uncounted = f"{grid(3, 2, 'c')}\n\n{fence(2, 'k')}"
    document = printed([move("First."), move(f"{LINES}\n\n{uncounted}\n\n9th"), move("10th")], paper, mode=mode)
    words = {}
    for page, run in text_runs(document):
        words.setdefault((page.number, round(run.y, 1)), []).append(run.text.strip())
    beside = {number: words[page.number, round(run.y, 1)] for number, page, run in numbers_of(document)}
    assert [next(word for word in ("First.", "deeper", "10th") if word in words) for words in beside.values()] == [
        "First.",
        "deeper",
        "10th",
    ]


@pytest.mark.parametrize("mode", [EvaluationMode.ANNOTATED, EvaluationMode.PLAIN])
@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
@pytest.mark.parametrize("hyphenate", [False, True])
def test_numbers_are_right_after_a_page_that_would_end_within_a_word(hyphenate, paper, mode):
    compounds = "a revolutionary-minded establishment of well-known responsibilities in foreign-owned administration "
    for shift in range(6):
        items = "\n".join("- " + compounds[shift * 3 :] * (3 + n % 5) for n in range(12))
        options = Options(paper=paper, hyphenate=hyphenate, evaluation=EvaluationModes(mode=mode))
        document = compose(evaluation([move(f"Lead:\n\n{items}"), move("End.")]), options, [SECTION], [SECTION])
        lines = {}
        for page, run in text_runs(document):
            if isinstance(run.tag, Tag) and run.x < page.frame.left + 0.7 * page.frame.width and run.size > 9:
                lines.setdefault((page.number, round(-run.y, 1)))
        first = next(
            (page.number, round(-run.y, 1)) for page, run in text_runs(document) if run.text.startswith("Lead")
        )
        order = list(lines)[list(lines).index(first) :]
        for number, page, run in numbers_of(document):
            assert order[number - 1] == (page.number, round(-run.y, 1)), (shift, number)


def placed(document):
    """Where the words that stand at the start of a text run stand: page, left edge and baseline."""
    return {run.text.strip(): (page.number, run.x, run.y, run.size) for page, run in text_runs(document)}


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
@pytest.mark.parametrize("profile", list(Profile))
def test_items_hang_half_an_em_from_their_labels_and_nested_ones_a_step_more(paper, profile):
    turned = "- first " + words(40, "turned") + "\n  1. nested\n  2. other\n- last"
    runs = [run for _, run in text_runs(printed([move(f"Lead:\n\n{turned}")], paper, profile))]
    lead = next(run for run in runs if run.text.startswith("Lead"))
    listed = [run for run in runs[runs.index(lead) + 1 :] if run.size == lead.size]
    bullet, first, turned, *_ = listed
    number, nested = next(pair for pair in pairwise(listed) if pair[0].text == "1.")
    assert first.text.startswith("first")
    assert first.x - bullet.x - bullet.width == pytest.approx(0.5 * bullet.size)
    assert turned.x == pytest.approx(first.x)
    assert turned.y < first.y
    # In so narrow a column they would have no room.
    outdented = (paper, profile) == (Paper.A5, Profile.LARGE)
    assert number.x < first.x if outdented else number.x == pytest.approx(first.x)
    assert 0.49 <= (nested.x - number.x - number.width) / number.size < 0.7


@pytest.mark.parametrize("block", SHORT.values(), ids=SHORT)
@pytest.mark.parametrize("mode", [EvaluationMode.ANNOTATED, EvaluationMode.PLAIN])
def test_words_after_a_block_begin_a_line(block, mode):
    for moves in ([move(f"Lead\n\n{block}"), move("After.")], [move(f"Lead\n\n{block}\n\nAfter.")]):
        document = printed(moves, mode=mode)
        lead, after = (
            next(run for _, run in text_runs(document) if run.text.startswith(word)) for word in ("Lead", "After.")
        )
        # A letter may stand before them.
        assert lead.x - 20 < after.x <= lead.x
        assert not [
            run for _, run in text_runs(document) if abs(run.y - after.y) < 1 and run.x < after.x - 20 and run.size > 9
        ]


@pytest.mark.parametrize("name", SHORT)
@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
def test_words_that_lead_on_stay_with_their_block_and_tables_and_code_are_not_parted(name, paper):
    starts = {
        "a list": "listA",
        "a quotation": "quoteA quoteB",
        "a table": "cell0c0",
        "code": "code0 = 0",
        "a formula": r"\frac{a}{b}",
    }
    ends = {"a table": "cell2c2", "code": "code2 = 0"}
    ended = set()
    for count in range(100, 420, 20):
        document = printed([move(words(count)), move(f"Lead\n\n{SHORT[name]}"), move(words(40, "more"))], paper)
        at = placed(document)
        page = at["Lead"][0]
        assert at[starts[name]][0] == page, count
        assert at[ends.get(name, starts[name])][0] == page, count
        ended.add(page)
    assert len(ended) > 1, "no page ends there"


def test_a_letter_before_a_block_is_level_with_its_first_line_and_so_is_its_note():
    for block in SHORT.values():
        document = printed([move("First."), move(block, "A note."), move("Last.")])
        letters = [run for _, run in text_runs(document) if run.text == "b" and run.size < 9]
        assert len(letters) == 2
        level, beside = letters
        assert abs(level.y - beside.y) < 3
        runs = [
            run for _, run in text_runs(document) if run.x > level.x + 5 and run.size > 9 and abs(run.y - level.y) < 3
        ]
        assert runs, block


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
def test_a_block_of_pages_begins_under_the_heading(paper, mode):
    first = {
        "a long list": "1.",
        "items of a page": "1.",
        "a long quotation": "q0",
        "a long table": "c0c0",
        "long code": "c0",
    }
    for name, word in first.items():
        moves = [move(LONG[name][0]["text"].replace("Lead\n\n", "").replace("Lead:\n\n", ""))]
        document = printed(moves, paper, mode=mode)
        assert len(document.pages) > 1
        assert {page.number for page, run in text_runs(document) if run.text.startswith(word)} >= {1}, name


def test_a_page_may_end_between_a_move_and_the_list_of_the_next():
    """Only words of the same move lead on to it."""
    ended = 0
    for count in range(100, 140, 4):
        moves = [move(words(count)), move(words(12, "last")), move("- listA\n- listB"), move(words(40, "more"))]
        at = placed(printed(moves, mode=EvaluationMode.PLAIN))
        ended += at["listA"][0] > max(page for word, (page, *_) in at.items() if "last" in word)
    assert ended
