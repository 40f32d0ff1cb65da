"""Cloze worksheets: every gap numbered, every answer in the bank, and none anywhere else, on every paper."""

from itertools import pairwise, product

import pytest
from laws import extent, keeps_the_laws, spoken, text_runs
from packs import ON_EVERY_PAPER, PACKS, many, pack, point, setting, sheet
from sheets import banks, gap_tags, owed, told

from studypack.layout.page import Rectangle, Rule, TextRun
from studypack.layout.style import INK, SIDE_COLORS, mm
from studypack.layout.tag import Tag
from studypack.layout.theme import theme_for
from studypack.model.choices import Paper, Profile
from studypack.model.letters import collation_key
from studypack.model.options import Options
from studypack.model.spans import gaps
from studypack.output.compose import compose
from studypack.pdf.tagged import pdf_bytes
from studypack.sections.worksheets import SECTION
from tests.pdf.tagged import opened
from tests.transcript import transcript


def printed(content, paper=Paper.A4, seed=0):
    return compose(content, Options(paper=paper, seed=seed), [SECTION], [SECTION])


@pytest.mark.parametrize(
    ("name", "paper"),
    # The longest pack has more of the same on every paper.
    [each for each in product(PACKS, Paper) if each[0] != "three hundred gaps" or each[1] is Paper.HALF_LETTER],
)
def test_sheets_keep_the_laws_and_have_every_gap_and_answer(name, paper):
    each = PACKS[name]
    document, sheets = printed(each, paper), owed(each)
    assert keeps_the_laws(document)["nothing_leaves_the_frame"] > 20
    no_rule_of_a_gap_crosses_text(document, sheets)
    gaps_are_numbered_in_reading_order(document, sheets)
    the_bank_is_complete_and_alphabetical(document, each, sheets)
    tick_boxes_stand_clear_of_their_words(document)


@ON_EVERY_PAPER
def test_the_sheets_that_the_program_makes_keep_the_laws(shipped, paper):
    keeps_the_laws(printed(shipped.model_copy(update={"worksheets": ()}), paper))


def no_rule_of_a_gap_crosses_text(document, sheets):
    looked_at = 0
    for page in document.pages:
        rules = [item for item in page.items if isinstance(item, Rule) and isinstance(item.tag, Tag)]
        runs = [item for item in page.items if isinstance(item, TextRun)]
        for rule in rules:
            left, y, right, _ = extent(rule)
            for run in runs:
                start, low, end, high = run.box
                crossed = min(right, end) - max(left, start) > 0.2 and low + 0.2 < y < high
                assert not crossed, f"page {page.number}: a gap's rule runs through {run.text!r}"
            looked_at += 1
    assert looked_at == sum(len(one.answers) for one in sheets)


def gaps_are_numbered_in_reading_order(document, sheets):
    wanted = [f"gap {n}" for each in sheets for n in range(1, len(each.answers) + 1)]
    assert [tag.said.strip(" ()") for tag in gap_tags(document)] == wanted
    shown = {id(run.tag): run.text for _, run in text_runs(document)}
    assert [f"gap {shown[id(tag)]}" for tag in gap_tags(document)] == wanted


def test_gaps_of_a_sheet_are_as_long_as_one_another():
    document = printed(sheet("A {{short}} and a {{much, much longer}} and {{one}}."))
    lengths = {round(item.x1 - item.x0, 3) for item in document.pages[0].items if isinstance(item, Rule) and item.tag}
    assert len(lengths) == 1


def the_bank_is_complete_and_alphabetical(document, each, sheets):
    others = {word for one in each.worksheets for word in one.distractors}
    for one, bank in zip(sheets, banks(document), strict=True):
        words = [word.split("\u00a0\u00a0×")[0] for word in bank]
        answers = {answer.accepted[0] for answer in one.answers}
        assert answers <= set(words)
        assert set(words) - answers <= others
        assert words == sorted(words, key=lambda word: (collation_key(word, "en"), word))


def test_alphabetical_means_by_letters_not_by_code():
    words = ["zebra", "Łódź", "lodge", "Éire", "apple", "Zürich", "Ypres", "egg"]
    document = printed(sheet("".join(f"One {{{{{word}}}}} went, " for word in words)))
    assert banks(document) == [["apple", "egg", "Éire", "lodge", "Łódź", "Ypres", "zebra", "Zürich"]]


@pytest.mark.parametrize(("paper", "profile"), [(Paper.A5, Profile.STANDARD), (Paper.A4, Profile.LARGE)])
@pytest.mark.parametrize("long", ["hydrogencarbonate", "sodium hydrogencarbonate", "Versicherungspflicht, die"])
def test_no_word_of_the_bank_is_cut_where_fewer_columns_have_room_for_it(long, paper, profile):
    content = sheet(f"A {{{{{long}}}}}. {many(12, 'a')}")
    document = compose(content, Options(paper=paper, profile=profile), [SECTION], [SECTION])
    assert {*long.split()} <= {word for _, run in text_runs(document) for word in run.text.split()}


def test_an_answer_that_serves_twice_is_listed_once_and_says_so():
    content = sheet("A {{loan}} and a {{loan}}; {{Trade}} or {{trade}} or {{trade}}.", distractors=["debt", "loan"])
    assert banks(printed(content)) == [["debt", "loan\u00a0\u00a0×2", "trade\u00a0\u00a0×3"]]


def test_how_often_an_answer_is_used_is_heard_after_it_if_it_is_code_too():
    content = pack(points=[point("It says:\n\n```\n{{loan}} = {{loan}}\n```")])
    with opened(pdf_bytes(printed(content))) as tagged:
        assert "• loan, twice" in list(map(str.strip, transcript(tagged)))


@pytest.mark.parametrize(
    ("passage", "distractors", "says"),
    [
        ("A {{b}}.", [], "Write the word from the word bank that fits on the line."),
        ("A {{b}} {{c}}.", [], "Fill each gap from the word bank. Each word is used once."),
        ("A {{b}} {{c d}}.", [], "Fill each gap from the word bank. Each word or phrase is used once."),
        (
            "A {{b}} {{c}}.",
            ["d"],
            "Fill each gap from the word bank. No word is used twice; one is not needed.",
        ),
        (
            "A {{b}} {{c}} {{b}}.",
            ["d", "e"],
            "Fill each gap from the word bank. Each word is used once, or twice where it says ×2; two are not needed.",
        ),
    ],
)
def test_what_to_do_is_true_of_the_sheet(passage, distractors, says):
    assert told(printed(sheet(passage, distractors=distractors))) == says


@ON_EVERY_PAPER
def test_hints_are_shown_beside_their_gap(paper):
    words = spoken(printed(sheet("Forbidden by {{Versailles::a treaty}}, and by {{law}}."), paper))
    assert "(a\u00a0treaty)" in words or "(a treaty)" in words


@ON_EVERY_PAPER
def test_every_word_that_is_not_hidden_is_printed_once(paper):
    visible = " ".join(f"word{number}" for number in range(300))
    words = spoken(printed(sheet(f"{visible} {{{{answer}}}}."), paper)).split()
    assert [word for word in words if word.startswith("word") and word[4:].isdigit()] == visible.split()


def test_sheets_made_from_points_keep_to_their_side_and_size(shipped):
    content = shipped.model_copy(update={"worksheets": ()})
    sheets = owed(content)
    assert [one.title.split(":")[0] for one in sheets] == [f"Worksheet {n + 1}" for n in range(len(sheets))]
    assert all(1 <= len(one.answers) <= 15 for one in sheets)
    assert all(len({passage.marked.point.side for passage in one.passages}) == 1 for one in sheets)
    printed_points = [passage.marked.key for one in sheets for passage in one.passages]
    assert sorted(printed_points) == sorted(one.key for one in content.marked if gaps(one.point.text))


def test_a_seed_changes_the_order_but_not_the_content():
    content = pack(points=[point(f"A {{{{gap{n}}}}}.", f"Point {n}") for n in range(6)])
    (first,), (again,), (other,) = owed(content), owed(content), owed(content, 7)
    assert first == again
    assert [each.accepted[0] for each in first.answers] == [f"gap{n}" for n in range(6)]
    # A fixed order, so that a change of Python or of this program shows.
    assert [each.accepted[0] for each in other.answers] == ["gap3", "gap5", "gap4", "gap1", "gap2", "gap0"]
    assert [passage.first for passage in other.passages] == [1, 2, 3, 4, 5, 6]
    documents = printed(content), printed(content, seed=7)
    assert banks(documents[0]) == banks(documents[1])
    assert documents[0].pages[0].items != documents[1].pages[0].items


@ON_EVERY_PAPER
def test_every_sheet_starts_a_page_with_its_bookmark(shipped, paper):
    document = printed(shipped, paper)
    starts = [page for page in document.pages if any(name.startswith("worksheets:") for name in page.anchors)]
    assert len(starts) == len(owed(shipped)) == 3
    marks = [(mark.level, mark.title) for page in document.pages for mark in page.bookmarks]
    assert marks[:2] == [(0, "Worksheets: fill the gaps"), (1, "From revolution to trade")]
    assert [level for level, _ in marks] == [0, 1, 1, 1]


def pitches(document):
    """The least from line to line on each page with gaps in lines that follow each other, in millimetres."""
    found = []
    for page in document.pages:
        tagged = sorted({round(item.y0, 2) for item in page.items if isinstance(item, Rule) and item.tag})
        steps = [b - a for a, b in pairwise(tagged) if b - a > 1]
        found += [round(min(steps) * 25.4 / 72, 1)] if steps else []
    return found


@pytest.mark.parametrize(
    ("sheets", "pitch"), [([7, 7], 9.2), ([7, 62], 8.6), ([62, 7], 8.6), ([30, 7, 62], 8.0), ([7, 60], 9.2)]
)
def test_sheets_are_set_closer_only_where_that_saves_a_page_and_all_of_a_pack_alike(sheets, pitch):
    document = printed(pack(worksheets=[{"title": f"Sheet {count}", "passage": many(count)} for count in sheets]))
    assert set(pitches(document)) == {pitch}
    assert len({run.size for _, run in text_runs(document) if "and so it went" in run.text}) == 1


def test_the_shipped_sheets_are_on_one_pitch_and_a_page_each(shipped):
    assert set(pitches(printed(shipped))) == {8.0}
    assert len(printed(shipped).pages) == 3


@ON_EVERY_PAPER
def test_a_task_fills_a_free_third_of_a_page_and_never_takes_another(paper):
    short = sheet("Only {{one}} gap.")
    assert "Now use it" in spoken(printed(short, paper))
    assert len(printed(short, paper).pages) == 1
    for count in (4, 10, 19, 25, 31, 37):
        content = sheet(many(count))
        with_task = printed(content, paper)
        last = with_task.pages[-1]
        gaps_on_last = [item for item in last.items if isinstance(item, Rule) and item.tag]
        assert gaps_on_last, "the task stands on a page of its own"


@ON_EVERY_PAPER
def test_a_sheet_is_read_from_the_title_down(paper):
    content = pack(question="Why?", points=[point("First {{hole}} here.", "The label")])
    words = spoken(printed(content, paper))
    parts = (
        "Fill the gaps",
        "Name",
        "/ 1",
        "Write the word",
        "WORD BANK",
        "hole",
        "The label",
        "First",
        "Now use it",
    )
    places = [words.index(part) for part in parts]
    assert places == sorted(places)


def tick_boxes_stand_clear_of_their_words(document):
    looked_at = 0
    for page in document.pages:
        runs = [item for item in page.items if isinstance(item, TextRun)]
        for box in (item for item in page.items if isinstance(item, Rectangle) and item.thickness < 0.6):
            left, bottom, right, top = extent(box)
            if box.fill is None:
                for run in runs:
                    start, low, end, high = run.box
                    assert end < left or start > right + 2 or high < bottom or low > top, f"a tick box on {run.text!r}"
                looked_at += 1
    assert looked_at == sum(map(len, banks(document)))


def test_titles_and_names():
    assert SECTION.title(PACKS["one gap"], Options()) == "Worksheets: fill the gaps"
    assert SECTION.describe(setting(PACKS["one gap"])) == "One worksheet, 1 gap, with a word bank"
    assert SECTION.applies(PACKS["one gap"])
    assert not SECTION.applies(pack(points=[point("No gap at all.")]))
    assert not SECTION.applies(pack())


def test_the_shipped_pack_is_described(shipped):
    assert SECTION.describe(setting(shipped)) == "3 worksheets, 32 gaps, each with a word bank"


def test_a_few_gaps_of_both_sides_make_one_sheet():
    content = pack(points=[point("A {{one}} here.", "First"), point("A {{two}} there.", "Second", side="disadvantage")])
    (sheet,) = owed(content)
    assert [each.accepted for each in sheet.answers] == [("one",), ("two",)]


@ON_EVERY_PAPER
def test_a_second_page_says_which_sheet_it_belongs_to(paper):
    long = "Some words before a {{gap}} and many after it. " * 40
    document = printed(pack(points=[point(long, "Long")]), paper)
    assert len(document.pages) > 1
    for page in document.pages[1:]:
        words = [item.text for item in page.items if isinstance(item, TextRun)]
        assert any("CONTINUED" in word for word in words)
        assert "Name" in words


def test_a_sheet_of_two_pages_is_one_leaf():
    long = "Some words before a {{gap}} and many after it. " * 40
    content = pack(points=[point(long, "First"), point(long.replace("gap", "hole"), "Second", side="disadvantage")])
    document = printed(content, Paper.A5)
    starts = [page for page in document.pages if any(name.startswith("worksheets:") for name in page.anchors)]
    assert len(starts) > 1
    assert all(page.recto for page in starts)


@pytest.mark.parametrize(
    ("text", "bank"),
    [
        ("Later, trade grew. {{Trade}} with {{Genoa}} stopped.", ["Genoa", "trade"]),
        ("Later, trade grew. {{Trade agreements}} followed.", ["trade agreements"]),
        ("It ended. {{Intervention}} failed.", ["Intervention"]),
        ("It ended by {{force}}. {{Intervention}} of {{Baldwin}} failed.", ["Baldwin", "Force", "Intervention"]),
        (
            "In {{Rome}}, {{Genoa}} and {{Pisa}} a {{war}} began. {{Lucca}} fell.",
            ["Genoa", "Lucca", "Pisa", "Rome", "war"],
        ),
        ("It met the League. {{The League}} met a {{friend}}.", ["friend", "the League"]),
        ("It was so at Genoa. {{Genoa}} failed.", ["Genoa"]),
        ("It may be. {{May}} came.", ["May"]),
        ("The council met. {{Council}} of {{Ministers}}.", ["council", "Ministers"]),
    ],
)
def test_a_capital_in_the_bank_is_that_of_a_name(text, bank):
    """Case 9: the capital that only opens a sentence would tell which gap the word fills."""
    assert banks(printed(pack(points=[point(text)]))) == [bank]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("By 10{{%}} or £{{11}}.", "By 10 1 or £ 2."),
        ("By {{ten}} in {{May}} of it.", "By 1 in 2 of it."),
        ("H{{2}}O.", "H 1O."),
    ],
)
def test_the_number_of_a_gap_is_no_part_of_the_word_before_it(text, read):
    words = spoken(printed(pack(points=[point(text)])))
    assert read in words


@pytest.mark.parametrize("profile", list(Profile))
def test_a_passage_stands_under_the_head_of_its_point(shipped, profile):
    theme = theme_for(Paper.A4, profile)
    titles = {marked.point.title: SIDE_COLORS[marked.side.number] for marked in shipped.marked}
    document = compose(shipped, Options(profile=profile), [SECTION], [SECTION])
    heads = [(page, run) for page, run in text_runs(document) if run.text in titles]
    assert len(heads) >= 6
    for page, run in heads:
        assert (run.face, run.size, run.color) == (theme.point_title.face, theme.point_title.size, titles[run.text])
        marks = [
            each for each in page.items if isinstance(each, TextRun) and abs(each.y - run.y) < 3 and each.x < run.x
        ]
        assert marks, "its mark is before it, on its line"


def heads_and_lines(document, theme):
    """On each page, the baselines of the heads of passages and of the lines under the first of them; and the rules."""
    sizes = {fit.size or theme.body.size for fit in theme.passage_fits}
    for page in document.pages:
        tagged = [item for item in page.items if isinstance(item, TextRun) and isinstance(item.tag, Tag)]
        under = [item for item in tagged if item.tag.kind == "H3"]
        heads = {round(item.y, 2) for item in under if item.color in SIDE_COLORS}
        lines = {round(item.y, 2) for item in tagged if item.tag.kind == "P" and item.size in sizes}
        rules = {round(item.y0, 2) for item in page.items if isinstance(item, Rule) and item.tag}
        if heads:
            first, others = max(heads), {item.y for item in under if item.text.strip() and item.color == INK}
            task = max((other for other in others if other < first), default=0)
            yield heads, sorted((line for line in lines if task < line < first), reverse=True), rules


@pytest.mark.parametrize(
    ("paper", "profile"),
    [(Paper.A4, Profile.STANDARD), (Paper.A5, Profile.STANDARD), (Paper.A4, Profile.CLEAR), (Paper.A4, Profile.LARGE)],
)
def test_a_head_stands_nearer_to_its_own_text_than_to_the_last(paper, profile, shipped):
    theme = theme_for(paper, profile)
    text = "These are the words of a point, so many that they take some lines on every paper, to {{the}} end. "
    roomy = pack(points=[point(text * 2, f"Point {n}") for n in range(4)])
    capitals, seen = 2 * theme.point_title.middle, []
    for content, on_grid in ((roomy, True), (shipped, False)):
        document = compose(content, Options(paper=paper, profile=profile), [SECTION], [SECTION])
        for heads, lines, rules in heads_and_lines(document, theme):
            steps = [upper - lower for upper, lower in pairwise(lines)]
            pitch = min(steps)
            assert pitch >= mm(8) - 0.01
            assert not on_grid or all(abs(step / pitch - round(step / pitch)) < 0.01 for step in steps)
            for head in heads:
                over, under = [line for line in lines if line > head], [line for line in lines if line < head]
                if over and not any(0 < under[0] - rule < mm(2) for rule in rules):
                    seen.append((over[-1] - head - capitals) / (head - under[0] - capitals))
    assert len(seen) > 3
    assert min(seen) >= 1.99
