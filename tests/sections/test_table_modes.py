"""The modes of the table: what faces what, what is left to write, what is left to sort; and the laws in all of them."""

from itertools import pairwise

import pytest
from laws import extent, keeps_the_laws, spoken, text_runs
from packs import IN_EVERY_PROFILE, ON_EVERY_PAPER, all_pairs

from studypack.base.errors import ContentError
from studypack.layout.page import Rectangle, Rule
from studypack.layout.style import mm
from studypack.layout.tag import Tag
from studypack.layout.theme import theme_for
from studypack.model.choices import Paper, Profile
from studypack.model.content import Pack
from studypack.model.modes import PairBy, TableMode
from studypack.model.options import Options
from studypack.model.section_modes import TableModes
from studypack.model.spans import gaps, plain
from studypack.output.compose import compose
from studypack.output.resolve import choose
from studypack.sections import table
from studypack.sections.table.paired import rows_of
from studypack.sections.table.sort import statements

WORDS = "Some words that say what happened, who did it and why it mattered in the end to those who saw it."
LONG = "Donaudampfschifffahrtsgesellschaft" * 8
MODES = {
    "columns": TableModes(),
    "paired by theme": TableModes(mode=TableMode.PAIRED),
    "paired by date": TableModes(mode=TableMode.PAIRED, by=PairBy.DATE),
    "blank": TableModes(mode=TableMode.BLANK),
    "sort": TableModes(mode=TableMode.SORT),
}
IN_EVERY_MODE = pytest.mark.parametrize("modes", list(MODES.values()), ids=list(MODES))


def point(number, side="advantage", **more):
    return {"side": side, "title": f"Title {number}", "text": WORDS, **more}


def pack(points, **more):
    return Pack.model_validate({"title": "A topic", "points": points, **more})


def mixed_points(count, **more):
    return [point(n, ("advantage", "disadvantage")[n % 3 > 0], **more) for n in range(count)]


HOSTILE = {
    "one point": pack([point(1)]),
    "one side only": pack([point(n, "disadvantage", theme=f"theme {n % 2}", date="1921") for n in range(9)]),
    "no themes and no dates": pack(mixed_points(30)),
    "a theme for every point": pack([{**each, "theme": f"theme {each['title']}"} for each in mixed_points(20)]),
    "all in one row": pack(mixed_points(40, theme="trade", date="1 May 1921")),
    "dates from far and near": pack(
        [{**each, "date": when} for each, when in zip(
            mixed_points(8), ["9999 BC", "44 BC", "AD 14", "9999", "../1930", "1935/..", "16 March 1921", "c. 1930"], strict=True
        )]
    ),
    "200 points": pack([{**each, "theme": f"theme {n % 7}"} for n, each in enumerate(mixed_points(200))]),
    "words without end": pack(
        [point(1, text=LONG, title=LONG, theme=LONG), point(2, "disadvantage", title=WORDS * 5, theme=WORDS * 3)],
        sides={"advantage": LONG, "disadvantage": "What it cost the country in the end, all things considered"},
    ),
    "a point of many pages": pack([point(1, text=" ".join([WORDS] * 150), theme="a"), point(2, "disadvantage")]),
    "a title of a page": pack([point(1, title=WORDS * 30), *mixed_points(3)]),
}  # fmt: skip

TOO_LONG = (
    ("a title of a page", Profile.STANDARD),
    ("a title of a page", Profile.LARGE),
    ("words without end", Profile.LARGE),
)
"""For a point of the blank table, which is not parted from its lines."""


def printed(content, modes, paper=Paper.A4, profile=Profile.STANDARD, **more):
    options = Options(paper=paper, profile=profile, table=modes, **more)
    return compose(content, options, [table.SECTION], [table.SECTION])


@ON_EVERY_PAPER
@IN_EVERY_PROFILE
@IN_EVERY_MODE
def test_the_shipped_pack_keeps_the_laws(shipped, modes, profile, paper):
    document = printed(shipped, modes, paper, profile)
    keeps_the_laws(document)
    no_page_is_left_nearly_empty(document)
    words = spoken(document)
    for marked in shipped.marked:
        assert words.count(marked.point.title) == 1
        said = words.count(" ".join(plain(marked.point.text).split()))
        assert said == (0 if modes.mode is TableMode.BLANK else 1), f"{marked.mark} is there {said} times"
    if modes.mode is TableMode.BLANK:
        assert theme_for(paper, profile).hand.pitch >= mm(8)
        every_point_has_lines_that_a_hand_can_write_on(document, shipped)
        every_page_asks_whose_it_is(document)


@pytest.mark.parametrize(("name", "profile"), TOO_LONG)
def test_a_title_that_no_blank_table_has_room_for_is_told(name, profile):
    with pytest.raises(ContentError, match="'title' is too long"):
        printed(HOSTILE[name], MODES["blank"], Paper.A5, profile)


@pytest.mark.parametrize("times", [60, 90])
@pytest.mark.parametrize("mode", ["columns", "blank"])
def test_a_heading_that_no_page_has_room_for_is_told_not_parted_from_its_count(mode, times):
    sides = {"advantage": {"name": "Heading words that go on " * times, "says": "Heading words that go on " * times}}
    with pytest.raises(ContentError, match="has no page for it"):
        printed(pack(mixed_points(15), sides=sides), MODES[mode], Paper.A4, Profile.LARGE)


CASES = [
    each for each in all_pairs(HOSTILE, MODES, Profile, Paper) if each[1] != "blank" or each[0] not in dict(TOO_LONG)
]


@pytest.mark.parametrize(
    ("name", "mode", "profile", "paper"), [*CASES, ("words without end", "blank", Profile.STANDARD, Paper.A4)]
)
def test_any_content_keeps_the_laws(name, mode, profile, paper):
    modes = MODES[mode]
    document = printed(HOSTILE[name], modes, paper, profile)
    keeps_the_laws(document)
    if modes.mode is not TableMode.BLANK and name != "words without end":
        whole = " ".join([WORDS] * 150) if name == "a point of many pages" else WORDS
        assert spoken(document).count(WORDS) >= len(HOSTILE[name].points) - 1 + whole.count(WORDS)


def no_page_is_left_nearly_empty(document):
    for page in document.pages:
        ends = [bottom for _, bottom, _, _ in map(extent, page.items) if bottom >= page.frame.bottom - 1]
        filled = (page.frame.top - min(ends)) / page.frame.height
        assert filled > 0.25, f"page {page.number} is {filled:.0%} full"


# Paired


def test_rows_are_themes_in_the_author_s_order_and_the_rest_comes_last():
    themes = ["trade", None, "war", "Trade", "war", "ideology"]
    content = pack([point(n, ("advantage", "disadvantage")[n % 2], theme=theme) for n, theme in enumerate(themes)])
    rows = [(row.label, [each.mark for each in row.points]) for row in rows_of(content, PairBy.THEME)]
    assert rows == [("Trade", ["A1", "D2"]), ("War", ["A2", "A3"]), ("Ideology", ["D3"]), ("Other points", ["D1"])]


@pytest.mark.parametrize(
    ("dates", "labels"),
    [
        (["1921", "March 1921", "1923"], ["1921", "1923"]),
        ([str(year) for year in range(1917, 1940)], ["1915–19", "1920–24", "1925–29", "1930–34", "1935–39"]),
        (["1930", "1921", "before 1921"], ["1920", "1921", "1930"]),
        (["44 BC", "AD 14"], ["44 BC", "AD 14"]),
        (["1921", None], ["1921", "Undated"]),
        ([None, None], [""]),
        ([str(year) for year in range(1000, 2000, 20)], [f"{n}00–{n + 1}99" for n in range(10, 20, 2)]),
    ],
)
def test_rows_of_years_are_round_and_in_order(dates, labels):
    content = pack([point(n, **({"date": when} if when else {})) for n, when in enumerate(dates)])
    found = [row.label.replace("\N{NO-BREAK SPACE}", " ") for row in rows_of(content, PairBy.DATE)]
    assert found == labels
    keys = [each.point.date.sort_key for row in rows_of(content, PairBy.DATE) for each in row.points if each.point.date]
    assert keys == sorted(keys)


def test_an_empty_cell_says_so_and_offers_lines(shipped):
    document = printed(shipped, MODES["paired by theme"])
    ((page, note),) = [(page, run) for page, run in text_runs(document) if run.text == "No point on this side."]
    assert note.x < page.frame.left + page.frame.width / 2, "on the advantages' side: there is no point on ideology"
    lines = [item for item in page.items if isinstance(item, Rule) and item.x0 == note.x and item.y0 < note.y]
    assert len(lines) >= 2
    assert "Ideology" in spoken(document)


def test_what_faces_each_other_is_of_one_row(shipped):
    document = printed(shipped, MODES["paired by theme"])
    labels = {row.label: row for row in rows_of(shipped, PairBy.THEME)}
    marks = {marked.mark for marked in shipped.marked}
    row, seen = None, 0
    for _, run in text_runs(document):
        row = labels.get(run.text.strip(), row)
        if run.text in marks and isinstance(run.tag, Tag):
            assert run.text in [marked.mark for marked in row.points]
            seen += 1
    assert seen == len(shipped.points)


@pytest.mark.parametrize("profile", [Profile.CLEAR, Profile.LARGE])
def test_in_one_column_a_row_has_both_names(shipped, profile):
    words = spoken(printed(shipped, MODES["paired by theme"], profile=profile)).partition("remembering.")[2]
    rows = rows_of(shipped, PairBy.THEME)
    assert words.count(" Advantages ") == words.count(" Disadvantages ") == len(rows)
    assert "Ideology Advantages No point on this side. Disadvantages D1" in words


def test_in_one_column_a_side_without_any_point_is_named():
    points = [{"side": "disadvantage", "title": "War", "text": "It came.", "theme": "peace"}]
    one_sided = Pack.model_validate({"title": "T", "points": points})
    words = spoken(printed(one_sided, MODES["paired by theme"], profile=Profile.CLEAR))
    assert "Advantages No point on this side. Disadvantages D1 War" in words


# Blank


def every_point_has_lines_that_a_hand_can_write_on(document, shipped):
    ruled = 0
    for page in document.pages:
        rules = [item for item in page.items if isinstance(item, Rule) and item.y0 == item.y1]
        for start in {round(rule.x0) for rule in rules}:
            heights = sorted(rule.y0 for rule in rules if round(rule.x0) == start and rule.y0 < page.frame.top)
            for low, high in pairwise(heights):
                assert high - low >= mm(8), f"page {page.number}"
                ruled += 1
    assert ruled >= 2 * len(shipped.points)


def every_page_asks_whose_it_is(document):
    named = [page.number for page, run in text_runs(document) if run.text.strip() == "Name"]
    assert named == [page.number for page in document.pages]
    assert len(named) > 2


@pytest.mark.parametrize(
    ("times", "paper", "profile"),
    [(3, Paper.A5, Profile.LARGE), (6, Paper.A5, Profile.STANDARD), (6, Paper.A4, Profile.LARGE)],
)
def test_a_title_that_nearly_fills_a_page_leaves_room_for_the_name(times, paper, profile):
    content = pack([point(1, title=" ".join([WORDS] * times)), *mixed_points(19)])
    document = printed(content, MODES["blank"], paper, profile)
    every_page_asks_whose_it_is(document)
    every_point_has_lines_that_a_hand_can_write_on(document, content)


def test_the_blank_table_is_handed_out_on_leaves_of_its_own(shipped):
    options = Options(sections=("overview", "table", "glossary"), table=MODES["blank"], duplex=True)
    chosen = choose(shipped, options)
    pages = [page for page in compose(shipped, options, chosen.pack, chosen.answered).pages if page.items]
    for section in ("table", "glossary"):
        assert next(page for page in pages if page.section == section).recto


def test_the_blank_table_holds_no_answer(shipped):
    words = spoken(printed(shipped, MODES["blank"]))
    titles = " ".join(marked.point.title for marked in shipped.marked)
    answers = {gap.answer for marked in shipped.marked for gap in gaps(marked.point.text)}
    assert len(answers) > 40
    assert [answer for answer in answers if answer in words and answer not in titles] == []


# Sort


def test_the_sheet_tells_no_side(shipped):
    document = printed(shipped, MODES["sort"])
    runs = [run for _, run in text_runs(document)]
    assert not {run.text.strip() for run in runs} & {marked.mark for marked in shipped.marked}
    answers = {gap.answer for marked in shipped.marked for gap in gaps(marked.point.text)}
    assert not [run.text for run in runs if "600" in run.face.name and run.text.strip(" .,;") in answers]
    assert len({run.color for run in runs if run.text in ("Advantages", "Disadvantages")}) == 1
    assert not any(name.startswith("point:") for page in document.pages for name in page.anchors)
    boxes = [item for page in document.pages for item in page.items if isinstance(item, Rectangle)]
    assert len(boxes) == 2 * len(shipped.points)
    assert len({(box.fill, box.stroke, box.radius, box.width) for box in boxes}) == 1


def test_the_order_is_that_of_the_seed_and_no_other(shipped):
    marks = [marked.mark for marked in statements(shipped, 0)]
    assert sorted(marks) == sorted(marked.mark for marked in shipped.marked)
    assert marks == [marked.mark for marked in statements(shipped, 0)]
    assert marks != [marked.mark for marked in statements(shipped, 1)]
    sides = [mark[0] for mark in marks]
    assert sides != sorted(sides)


@pytest.mark.parametrize("seed", [0, 7])
def test_the_key_answers_the_sheet_of_its_version(shipped, seed):
    options = Options(sections=("table",), table=MODES["sort"], seed=seed)
    chosen = choose(shipped, options)
    (key,) = chosen.key
    sheet = spoken(compose(shipped, options, chosen.pack, chosen.answered))
    answers = spoken(compose(shipped, options, chosen.key, chosen.answered))
    version = sheet.partition("Version ")[2][:4]
    assert f"Version {version}" in answers
    for number, marked in enumerate(statements(shipped, seed), start=1):
        assert f"{number} {marked.point.title}" in sheet
        side = "Advantages" if marked.side.number == 0 else "Disadvantages"
        assert f"{number} {side} {marked.mark}" in answers
    assert key.name == "answers"


@pytest.mark.parametrize("modes", [TableModes(), MODES["blank"], MODES["paired by theme"]])
def test_a_mode_that_asks_nothing_gives_no_key(shipped, modes):
    assert choose(shipped, Options(sections=("table",), table=modes)).key == ()


def test_names_too_long_for_a_column_of_boxes_stand_under_each_statement():
    sides = {"advantage": "What Britain won by it in the end", "disadvantage": "What it lost"}
    content = pack(mixed_points(4), sides=sides)
    assert spoken(printed(content, MODES["sort"])).count("What Britain won by it in the end") == 1 + 4


@pytest.mark.parametrize(
    ("mode", "line"),
    [("sort", "22 statements to sort"), ("blank", "A table to fill in: 7 points against 15")],
)
def test_the_contents_say_what_is_printed(shipped, mode, line):
    options = Options(sections=("contents", "table"), table=MODES[mode])
    chosen = choose(shipped, options)
    assert line in spoken(compose(shipped, options, chosen.pack, chosen.answered))


@IN_EVERY_MODE
@IN_EVERY_PROFILE
def test_what_the_sides_stand_for_is_said_once_in_every_mode(modes, profile):
    sides = {
        "advantage": {"name": "Pulls", "says": "What drew them together"},
        "disadvantage": {"name": "Pushes", "says": "What drove them apart"},
    }
    content = pack(mixed_points(9, theme="trade", date="1921"), sides=sides)
    document = compose(content, Options(profile=profile, table=modes), [table.SECTION], [table.SECTION])
    words = spoken(document).casefold()
    for says in ("what drew them together", "what drove them apart"):
        assert words.count(says) == 1
    keeps_the_laws(document)
    plain_names = pack(mixed_points(9), sides={"advantage": "Pulls", "disadvantage": "Pushes"})
    assert plain_names.sides[0].name == "Pulls"
