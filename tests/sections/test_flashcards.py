"""Flashcards: fronts on rectos, each back behind its front, every word on a card, on every paper."""

import re
from dataclasses import dataclass, replace
from itertools import product

import pytest
from effort import calls_of
from laws import keeps_the_laws, spoken, text_runs
from packs import ON_EVERY_PAPER, all_pairs, setting

from studypack.base.errors import ChoiceError
from studypack.layout.boxes import Space
from studypack.layout.page import Hatch, Outline, Picture, Rectangle, Rule, TextRun
from studypack.layout.style import INK, mm
from studypack.layout.tag import Furniture, Tag
from studypack.layout.theme import theme_for
from studypack.model.choices import Paper, Profile
from studypack.model.content import Pack
from studypack.model.modes import Flip
from studypack.model.options import Flags, Options
from studypack.model.section_modes import FlashcardModes
from studypack.model.spans import plain
from studypack.output.compose import compose
from studypack.output.resolve import choose, options_for
from studypack.sections.flashcards import SECTION
from tests.pictures import shown, text_with


def words(count, seed="word"):
    return " ".join(f"{seed}{number}" for number in range(count))


def cards(*texts, title="A topic", **more):
    made = [{"front": front, "back": back} for front, back in texts]
    return Pack.model_validate({"title": title, "flashcards": made, **more})


def point(title="Trade agreement", text="Britain {{signed}}. Russia did too.", **more):
    return {"side": "advantage", "title": title, "text": text, **more}


PACKS = {
    "one card": cards(("Front?", "Back.")),
    "nine cards": cards(*[(f"Front {number}?", f"Back {number}.\n\nMore {number}.") for number in range(9)]),
    "a long front": cards(("A", "B"), (words(1500, "f"), "Short."), ("C", "D")),
    "a long back": cards(("A", "B"), ("Short?", words(1500, "b")), ("C", "D")),
    "both long": cards((words(700, "f"), words(300, "a") + "\n\n" + words(1500, "b"))),
    "many paragraphs": cards(("One?\n\nTwo?", "\n\n".join(f"Paragraph {number}." for number in range(40)))),
    "a long word": cards(("x" * 200, "y" * 200 + "\n\n" + "z" * 200)),
    "a long title": cards(("Front?", "Back."), title=words(60, "title")),
    "other letters": cards(("Łódź, Ελλάδα, Россия? x<y & z", "**Żegota** *и* Ĳssel"), title="Ανάλυση"),
    "from points": Pack.model_validate({
        "title": "A topic",
        "sides": {"advantage": words(20, "helped"), "disadvantage": "Hindered"},
        "points": [
            point(date="16 March 1921"),
            point("Undated", words(300)),
            point("x" * 150, words(30) + ". Then more."),
        ],
    }),
    "four hundred cards": cards(*[(f"Front {number}?", words(number % 30 + 1)) for number in range(400)]),
    "marked": Pack.model_validate({
        "title": "A topic",
        "points": [point(id="trade")],
        "flashcards": [{"front": words(900), "back": "B", "point": "trade"}, {"front": "A", "back": "B"}],
    }),
    "terms and people": Pack.model_validate({
        "title": "A topic",
        "glossary": [
            {"term": "Comintern", "meaning": "The Communist International. It spread {{revolution}}."},
            {"term": "x" * 90, "meaning": words(300)},
            {"term": "Cheka", "meaning": "It was police.\n\nIt was a court."},
        ],
        "people": [{"name": "Lenin", "role": "Head of the government."}],
    }),
}  # fmt: skip


MODES = {
    "long": FlashcardModes(),
    "short": FlashcardModes(flip="short"),
    "fold": FlashcardModes(flip="fold"),
    "ten, long": FlashcardModes(cards=10),
    "ten, short": FlashcardModes(flip="short", cards=10),
    "ten, fold": FlashcardModes(flip="fold", cards=10),
}
CASES = [
    *((name, "long", Profile.STANDARD, paper) for name in PACKS for paper in Paper),
    *product(["one card"], MODES, Profile, Paper),
    *all_pairs(("both long", "a long word", "marked", "terms and people"), MODES, Profile, Paper),
    *(("four hundred cards", modes, Profile.LARGE, Paper.A5) for modes in ("long", "ten, fold")),
]
"""Every pack on every paper; and those that ask most of it in the modes and profiles."""


def printed(pack, paper=Paper.A4, profile=Profile.STANDARD, modes=MODES["long"], **more):
    """The author's own cards alone, where the pack has any: those made from points are looked at in packs without."""
    modes = modes.model_copy(update={"from_points": not pack.flashcards})
    options = Options(paper=paper, profile=profile, flashcards=modes, **more)
    return compose(pack, options, [SECTION], [SECTION])


@dataclass
class Grid:
    """Where the cards of a sheet are."""

    paper: Paper = Paper.A4
    profile: Profile = Profile.STANDARD
    modes: FlashcardModes = MODES["long"]

    def __post_init__(self):
        theme = theme_for(self.paper, self.profile)
        ten = theme.ten_cards if self.modes.cards == 10 else ()
        self.columns, self.rows, self.padding = ten or theme.card_grid
        self.card_width, self.card_height = theme.width / self.columns, theme.height / self.rows
        self.flip = self.modes.flip


def card_of(tag):
    while tag.parent.parent.kind != "Document":
        tag = tag.parent
    return tag


def place_of(page, run, grid):
    """The column and row of the card that a run stands on."""
    middle = run.x + run.width / 2
    return int(middle // grid.card_width), int((page.height - run.y) // grid.card_height)


def turned(cell, grid):
    """Where a cell of the back falls on the front, when the sheet has been turned or folded as it is meant to be."""
    column, row = cell
    over_the_top = grid.flip is Flip.SHORT or (grid.flip is Flip.FOLD and grid.columns == 1)
    return (column, grid.rows - 1 - row) if over_the_top else (grid.columns - 1 - column, row)


def is_back(page, cell, grid):
    """Whether a cell is of a back: on a verso, or beyond the fold."""
    if grid.flip is not Flip.FOLD:
        return not page.recto
    return cell[1] >= grid.rows / 2 if grid.columns == 1 else cell[0] >= grid.columns / 2


def said(text):
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize(("name", "modes", "profile", "paper"), dict.fromkeys(CASES))
def test_cards_keep_the_laws_and_can_be_cut(name, modes, profile, paper):
    pack, grid = PACKS[name], Grid(paper, profile, MODES[modes])
    document = printed(pack, paper, profile, MODES[modes])
    keeps_the_laws(document)
    text_keeps_clear_of_the_cuts(document, grid)
    every_back_is_behind_its_front(document, grid)
    every_word_is_read_once_and_front_before_back(document, pack)


def text_keeps_clear_of_the_cuts(document, grid):
    for page, run in text_runs(document):
        if run.text == "fold" or says_task(run):
            continue
        column, row = place_of(page, run, grid)
        left, bottom, right, top = run.box
        assert left >= column * grid.card_width + grid.padding - 0.1
        assert right <= (column + 1) * grid.card_width - grid.padding + 0.1
        assert top <= page.height - row * grid.card_height - grid.padding + 0.1
        assert bottom >= page.height - (row + 1) * grid.card_height + grid.padding - 4


def says_task(run):
    return re.match("Print on both|Flip on|Fold along", run.text)


@pytest.mark.parametrize(
    ("modes", "paper", "profile", "task"),
    [
        ("long", Paper.A4, Profile.STANDARD, "Print on both sides, flip on the long edge"),
        ("long", Paper.A5, Profile.STANDARD, "Print on both sides, flip on the long edge"),
        ("long", Paper.A4, Profile.LARGE, "Flip on the long edge"),
        ("short", Paper.A4, Profile.CLEAR, "Print on both sides, flip on the short edge"),
        ("fold", Paper.A4, Profile.STANDARD, "Fold along the dashed line, glue, then cut"),
        ("long", Paper.A5, Profile.CLEAR, None),
    ],
)
def test_the_first_sheet_says_once_how_to_turn_it(shipped, modes, paper, profile, task):
    """Under all cards, clear of the cuts and of the words at their feet, and not read aloud again."""
    found = [(page, run) for page, run in text_runs(printed(shipped, paper, profile, MODES[modes])) if says_task(run)]
    assert [(page.number, run.text) for page, run in found] == ([(1, task)] if task else [])
    for page, run in found:
        left, bottom, right, top = run.box
        others = [other.box for other in page.items if isinstance(other, TextRun) and other is not run]
        assert right < page.width - mm(5) and left > page.width * (1 - 1 / Grid(paper, profile, MODES[modes]).columns)
        assert bottom >= mm(3) and all(other[1] >= top for other in others)
        assert isinstance(run.tag, Furniture)


def every_back_is_behind_its_front(document, grid):
    """Turned over as it says, or folded, every back lies on the front of the same card."""
    fronts, backs = {}, {}
    for page, run in text_runs(document):
        if isinstance(run.tag, Tag):
            cell, sheet = place_of(page, run, grid), (page.number - 1) // 2
            if is_back(page, cell, grid):
                backs.setdefault((sheet, *turned(cell, grid)), set()).add(id(card_of(run.tag)))
            else:
                fronts.setdefault((sheet, *cell), set()).add(id(card_of(run.tag)))
    assert fronts
    assert backs
    assert all(len(items) == 1 for items in (*fronts.values(), *backs.values()))
    assert all(backs[place] == fronts[place] for place in fronts.keys() & backs.keys())
    firsts = {next(iter(items)): place for place, items in reversed(fronts.items())}
    assert {next(iter(items)) for items in backs.values()} <= firsts.keys()


@pytest.mark.parametrize(("modes", "profile", "paper"), all_pairs(MODES, Profile, Paper))
def test_the_marks_of_a_card_lie_on_one_another(shipped, modes, profile, paper):
    """Seen through the paper, the mark of the front and the mark of the back are in one card, sheet by sheet."""
    modes = MODES[modes]
    grid = Grid(paper, profile, modes)
    wanted = {marked.mark for marked in shipped.marked}
    found = {True: {}, False: {}}
    for page, run in text_runs(printed(shipped, paper, profile, modes)):
        if run.text in wanted:
            cell = place_of(page, run, grid)
            back = is_back(page, cell, grid)
            found[back][run.text] = ((page.number - 1) // 2, turned(cell, grid) if back else cell)
    assert len(found[True]) == len([card for card in shipped.flashcards if card.point])
    assert found[True] == found[False]


@ON_EVERY_PAPER
@pytest.mark.parametrize(
    ("profile", "counts"), [(Profile.STANDARD, (8, 8, 6)), (Profile.CLEAR, (6, 6, 4)), (Profile.LARGE, (4, 4, 2))]
)
def test_large_print_has_fewer_and_larger_cards(profile, counts, paper):
    pack, count = cards(*[("A", "B")] * 12), counts[2 if paper.small else list(Paper).index(paper)]
    for modes, most in (("long", count), ("ten, long", 10 if count == 8 else count)):
        first = printed(pack, paper, profile, MODES[modes]).pages[0]
        assert [run.text for run in first.items if getattr(run, "text", "").endswith("of 12")] == [
            f"{number} of 12" for number in range(1, most + 1)
        ]


@pytest.mark.parametrize("duplex", [None, True, False])
def test_nothing_is_printed_behind_a_sheet_to_fold(shipped, duplex):
    """What stood there would be folded and cut; on one-sided paper there is no page for it."""
    one_page = replace(SECTION, name="after", compose=lambda setting: [_Written()])
    modes = FlashcardModes(flip="fold", from_points=False)
    options = Options(flashcards=modes, duplex=duplex)
    pages = compose(shipped, options, [one_page, SECTION, one_page], [SECTION]).pages
    behind = {page.number: page for page in pages}
    sheets = [page for page in pages if page.section == "flashcards" and page.items]
    assert len(sheets) == len(range(0, len(shipped.flashcards), 4))
    for page in sheets:
        assert page.recto
        following = behind[page.number + 1]
        assert duplex is False or not following.items


class _Written(Space):
    def __init__(self):
        super().__init__(10)

    def place(self, page, x, top, width):
        page.add(Rule(x, top, x + width, top, 1, INK))


def test_the_fold_is_dashed_and_the_cuts_are_not(shipped):
    page = printed(shipped, modes=MODES["fold"]).pages[0]
    middle = [item for item in page.items if isinstance(item, Rule) and item.x0 == item.x1 == page.width / 2]
    assert len(middle) == 1
    assert middle[0].dash
    across = [item for item in page.items if isinstance(item, Rule) and item.x1 - item.x0 == page.width]
    assert len(across) == 3
    assert not any(item.dash for item in across)
    assert [run.text for own, run in text_runs(printed(shipped, modes=MODES["fold"])) if own.number == 1].count(
        "fold"
    ) == 1


def every_word_is_read_once_and_front_before_back(document, pack):
    text = said(spoken(document))
    expected = [said(plain(face)) for card in pack.flashcards for face in (card.front, card.back)]
    assert "".join(expected) in text or pack.points
    for face in expected:
        assert face in text
    for each in pack.points if not pack.flashcards else ():
        assert text.count(said(each.title)) == 1
    for name, says in ((each.term, each.meaning) for each in pack.glossary):
        assert said(name) in text
        assert said(plain(says)) in text


@ON_EVERY_PAPER
@pytest.mark.parametrize("before", [0, 1, 2])
def test_fronts_are_on_rectos(shipped, paper, before):
    """Whatever stands before them: a blank page is put in if need be."""
    one_page = replace(SECTION, compose=lambda setting: [Space(10)])
    options = Options(paper=paper, flashcards=FlashcardModes(from_points=False))
    document = compose(shipped, options, [*[one_page] * before, SECTION], [SECTION])
    titled = [page.number for page, run in text_runs(document) if run.text == shipped.title]
    assert len(titled) == len(shipped.flashcards)
    assert len(set(titled)) == len(range(0, len(shipped.flashcards), 6 if paper.small else 8))
    assert all(number % 2 for number in titled)


def test_a_part_filled_sheet_keeps_its_places():
    document = printed(PACKS["nine cards"])
    assert len(document.pages) == 4
    grid = Grid()
    places = [
        {place_of(page, run, grid) for own, run in text_runs(document) if own is page and isinstance(run.tag, Tag)}
        for page in document.pages[2:]
    ]
    assert places == [{(0, 0)}, {(1, 0)}]


def test_a_part_filled_sheet_is_cut_no_further_than_its_cards():
    last_front = printed(PACKS["nine cards"]).pages[2]
    dashed = [item for item in last_front.items if isinstance(item, Rule) and item.dash]
    lowest = last_front.height - last_front.height / 4
    assert len(dashed) == 2
    assert min(min(rule.y0, rule.y1) for rule in dashed) == pytest.approx(lowest)


def rules_of(page, *, dashed):
    return {
        tuple(round(each, 2) for each in (i.x0, i.y0, i.x1, i.y1))
        for i in page.items
        if isinstance(i, Rule) and bool(i.dash) is dashed and (i.color == INK or dashed)
    }


def test_ticks_stand_on_both_sides_at_the_same_places():
    """Five millimetres from the edge, four long, on the line of the cut."""
    front, back = printed(PACKS["nine cards"]).pages[:2]
    ticks = [rules_of(page, dashed=False) for page in (front, back)]
    assert ticks[0] == ticks[1]
    assert len(ticks[0]) == 2 + 2 * 3
    assert (round(front.width / 2, 2), round(mm(5), 2), round(front.width / 2, 2), round(mm(9), 2)) in ticks[0]


@pytest.mark.parametrize("count", [1, 3, 8, 9])
@pytest.mark.parametrize("flip", ["long", "short"])
@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
def test_a_sheet_is_cut_from_either_side(count, flip, paper):
    """Seen through the paper, the lines of one side lie on those of the other."""
    pack = cards(*[("A", "B")] * count)
    pages = printed(pack, paper, modes=MODES[flip]).pages
    for front, back in zip(pages[::2], pages[1::2], strict=True):
        lines, behind = (rules_of(page, dashed=True) for page in (front, back))
        assert lines
        if flip == "short":
            behind = {(x0, front.height - y0, x1, front.height - y1) for x0, y0, x1, y1 in behind}
        assert {ends(*line) for line in behind} == {ends(*line) for line in lines}


def ends(x0, y0, x1, y1):
    """A line, whichever end it is drawn from."""
    return tuple(sorted([(round(x0), round(y0)), (round(x1), round(y1))]))


@pytest.mark.parametrize(("profile", "paper"), [*product(Profile, [Paper.A4, Paper.A5])])
def test_both_faces_are_set_alike(shipped, profile, paper):
    """On every card of a size, a text begins at the same place under the same head, and under a band as wide as it."""
    grid = Grid(paper, profile)
    found = {}
    for page, run in text_runs(printed(shipped, paper, profile)):
        if isinstance(run.tag, Tag) and not re.fullmatch(r"[AD]\d+", run.text):
            column, row = place_of(page, run, grid)
            left, top = column * grid.card_width, page.height - row * grid.card_height
            at = (round(run.x - left, 1), round(top - run.y, 1))
            key = (page.number, column, row)
            found[key] = min(found.get(key, (*at, run.size)), (*at, run.size), key=lambda each: (each[1], each[0]))
    assert len(found) == 2 * len(shipped.flashcards)
    assert {x for x, _, _ in found.values()} == {round(grid.padding, 1)}
    for size in {size for _, _, size in found.values()}:
        assert len({y for _, y, own in found.values() if own == size}) == 1


def test_a_band_tells_the_side_of_a_card(shipped):
    """Filled, hatched, or a line for no side: on the front and on the back."""
    for page in printed(shipped).pages:
        texts = [item.text for item in page.items if isinstance(item, TextRun)]
        marks = [text for text in texts if re.fullmatch(r"[AD]\d+", text)]
        full = [item for item in page.items if isinstance(item, Rectangle) and item.fill and item.radius == 0]
        hatched = [item for item in page.items if isinstance(item, Hatch)]
        assert len(full) == sum(mark.startswith("A") for mark in marks)
        assert len(hatched) == sum(mark.startswith("D") for mark in marks)


@pytest.mark.parametrize(
    ("modes", "fronts"),
    [
        ({}, ["Trade", "Comintern", "Lenin", "Own?"]),
        ({"from_points": "no"}, ["Own?"]),
        ({"from_terms": "no"}, ["Trade", "Own?"]),
        ({"from_points": "no", "from_terms": "yes"}, ["Comintern", "Lenin", "Own?"]),
    ],
)
def test_terms_and_people_are_cards_too(modes, fronts):
    pack = Pack.model_validate({
        "title": "A topic",
        "points": [point("Trade", date="1921")],
        "glossary": [{"term": "Comintern", "meaning": "The Communist International. It spread {{revolution}}."}],
        "people": [{"name": "Lenin", "role": "Head of the government."}],
        "flashcards": [{"front": "Own?", "back": "Yes."}],
    })  # fmt: skip
    options = options_for(pack, Flags(settings=tuple(f"flashcards.{key}={value}" for key, value in modes.items())))
    document = compose(pack, options, [SECTION], [SECTION])
    assert re.findall(r"(Trade|Comintern|Lenin|Own\?)", spoken(document)) == fronts
    if "Lenin" in fronts:
        heard = spoken(document)
        assert "Comintern Say what it means. The Communist International. It spread revolution." in heard
        assert "Lenin Say who this is. Head of the government." in heard
        words = [run.text for page, run in text_runs(document) if page.number == 1]
        assert words.count("Terms") == words.count("People") == 1


@ON_EVERY_PAPER
def test_the_mark_is_on_both_faces(shipped, paper):
    document = printed(shipped, paper)
    marks = {marked.key: marked.mark for marked in shipped.marked}
    wanted = sorted(marks[card.point] for card in shipped.flashcards if card.point)
    for recto in (True, False):
        faces = [run for page, run in text_runs(document) if page.recto is recto]
        found = [run.text for run in faces if run.face is theme_for(paper).mark.face and run.text in wanted]
        assert sorted(found) == wanted


def test_short_text_is_large_and_long_text_smaller():
    sizes = {run.text: run.size for page, run in text_runs(printed(PACKS["one card"])) if isinstance(run.tag, Tag)}
    assert sizes == {"Front?": 19, "Back.": 19}
    longer = printed(cards((words(60), words(60))))
    assert len(longer.pages) == 2
    assert all(9 <= run.size < 19 for _, run in text_runs(longer) if isinstance(run.tag, Tag))


def test_a_point_asks_for_its_date():
    text = spoken(printed(PACKS["from points"]))
    assert "Trade agreement Give its date, and say what you know of it." in text
    assert "16\N{NO-BREAK SPACE}March" in text or "16 March 1921" in text
    assert "Undated Explain this point." in text


LONG = words(16)


@pytest.mark.parametrize(
    ("text", "backs"),
    [
        ("Plants take in {{carbon}} each {{year}}.", ["Plants take in carbon each year."]),
        ("It {{grew}}. Then it {{fell}}. It was over.", ["It grew.", "Then it fell. It was over."]),
        ("No gap at all", ["No gap at all"]),
        ("First.\n\nSecond paragraph.", ["First.", "Second paragraph."]),
        (
            "P: Saves time.\n\nE: An Act is slow.\n\nL: More of them.",
            ["P: Saves time.", "E: An Act is slow.L: More of them."],
        ),
        ("Point: " + LONG + ".\n\nLink: " + LONG + ".", ["Point: " + LONG + ".", "Link:" + LONG + "."]),
        ("P: One. E: " + LONG + ". L: " + LONG + ".", ["P: One.", "E:" + LONG + ".L:" + LONG + "."]),
        ("First.\n\n" + "Second " + "a" * 190 + ".", ["First."]),
    ],
)
def test_an_undated_point_is_answered_by_its_sentences(text, backs):
    """Case of "carbon · year": its key terms are no answer."""
    document = printed(Pack.model_validate({"title": "A topic", "points": [point("Undated", text)]}))
    back = [run for page, run in text_runs(document) if page.number == 2 and isinstance(run.tag, Tag)]
    assert "".join(run.text for run in back).replace(" ", "") == "".join(backs).replace(" ", "")
    assert len({run.size for run in back}) == len(backs)


OWN, FROM_POINTS = "What was the raid?", "Give its date, and say what you know of it."


@pytest.mark.parametrize(
    ("own", "from_points", "asked"),
    [
        (1, {}, [FROM_POINTS, FROM_POINTS, OWN]),
        (2, {"from_points": "yes"}, [FROM_POINTS, FROM_POINTS, OWN, OWN]),
        (1, {"from_points": "no"}, [OWN]),
        (0, {}, [FROM_POINTS, FROM_POINTS]),
    ],
)
@pytest.mark.parametrize("where", ["content", "flag"])
def test_own_cards_are_added_to_those_made_from_points(own, from_points, asked, where):
    content = {
        "title": "A topic",
        "points": [point("One", date="1921"), point("Two", date="1922")],
        "flashcards": [{"front": OWN, "back": "A search."}] * own,
        **({"pack": {"flashcards": from_points}} if where == "content" else {}),
    }
    settings = tuple(f"flashcards.{key}={value}" for key, value in from_points.items())
    pack = Pack.model_validate(content)
    options = options_for(pack, Flags(preset="full", settings=settings if where == "flag" else ()))
    words = spoken(compose(pack, options, choose(pack, options).pack, [SECTION]))
    assert re.findall(f"{re.escape(OWN)}|{FROM_POINTS}", words) == asked


def test_without_cards_of_its_own_a_pack_has_none_to_print_alone():
    pack = Pack.model_validate({"title": "A topic", "points": [point()]})
    options = Options(sections=("flashcards",), flashcards=FlashcardModes(from_points=False))
    with pytest.raises(ChoiceError, match="the content has no flashcards of its own"):
        choose(pack, options)


def back_of(text):
    """What stands on the back of the card of a dated point, after its date."""
    pack = Pack.model_validate({"title": "A topic", "points": [point("Dated", text, date="1921")]})
    words = "".join(run.text for page, run in text_runs(printed(pack)) if not page.recto and isinstance(run.tag, Tag))
    assert words.startswith("1921")
    return words[4:]


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("One. Two.", "One. Two."),
        ("First " + "a" * 150 + ". Second " + "b" * 150 + ".", "First " + "a" * 150 + "."),
        ("Mr. J. Smith " + "a" * 250 + ". Then more.", "Mr. J. Smith " + "a" * 250 + "."),
        ("a" * 400, "a" * 400),
        ("{{One}} " + "a" * 190 + ". {{Two}} more.", "One " + "a" * 190 + "."),
        ("At c. Easter " + "a" * 250 + ". Then more.", "At c. Easter " + "a" * 250 + "."),
        ("“First " + "a" * 150 + ".” Then " + "b" * 150 + ".", "“First " + "a" * 150 + ".”"),
        ("Ещё " + "я" * 150 + ". Потом " + "ю" * 150 + ".", "Ещё " + "я" * 150 + "."),
    ],
    ids=["short", "two sentences", "abbreviations", "no end", "gaps", "circa", "quoted", "Russian"],
)
def test_the_opening_sentences_of_a_point(source, kept):
    assert said(back_of(source)) == said(kept)


COLONS = {
    "words": (
        "Papen told me:\n\nI have hired him. He will obey.\n\nMore.",
        "Papen told me:|I have hired him. He will obey.|More.",
    ),
    "long words": ("He said:\n\n" + "A short one. W" + "ord " * 60 + ".", "He said:|A short one."),
    "labelled lines": (
        "They did {{not}} resist:\n\nP: no allies.\nE: " + "a quote, " * 30 + "\nL: a link.\n\nMore.",
        "They did not resist:|P: no allies.|E: " + "a quote, " * 29 + "a quote,|L: a link.",
    ),
    "a list": ("They are:\n\n- one\n- two\n\nMore.", "They are:|•|one|•|two"),
    "a colon after another": ("Two laws:\n\nThe first:\n\n- one\n- two", "Two laws:|The first:|•|one|•|two"),
    "no colon": ("They are.\n\n- one\n- two", "They are."),
    "a short paragraph after it": (
        "They are.\n\nOthers are not:\n\n- one\n- two",
        "They are.|Others are not:|•|one|•|two",
    ),
    "colons without end": ("So on:\n\n" * 500 + "End.", "So on:|" * 32 + "So on:"),
    "nothing after it": ("And so:", "And so:"),
}


@pytest.mark.parametrize(("source", "kept"), COLONS.values(), ids=COLONS)
def test_what_a_colon_announces_is_on_the_card(source, kept):
    assert said(back_of(source)) == said(kept.replace("|", ""))


FORMULA = "$$V = IR$$"
WITH_FORMULAS = {
    "after a colon": (f"The law of {{{{Ohm}}}} is:\n\n{FORMULA}\n\nMore.", True),
    "in the middle of a sentence": (f"The law is\n\n{FORMULA}\n\nat one temperature.", True),
    "in the second sentence": (f"It has a law. The law is:\n\n{FORMULA}", True),
    "after a finished sentence": (f"The law is known.\n\n{FORMULA}", False),
}


@pytest.mark.parametrize("date", [{}, {"date": "1827"}])
@pytest.mark.parametrize(("source", "shown"), WITH_FORMULAS.values(), ids=WITH_FORMULAS)
def test_a_formula_that_ends_a_sentence_is_on_the_card(source, shown, date):
    document = printed(Pack.model_validate({"title": "T", "points": [point("Law", source, **date)]}))
    formulas = [item for item in document.pages[1].items if isinstance(item, Outline)]
    (row,) = {round(item.y) for item in formulas} if shown else {None}
    words = [run for page, run in text_runs(document) if not page.recto and isinstance(run.tag, Tag) and not run.hidden]
    assert row is None or all(run.y > row for run in words)


def test_the_formula_of_an_answer_is_as_large_as_its_words():
    """No detail in small grey letters, on an author's own card and on one made from a point."""
    own = cards(("What is it?", f"It is:\n\n{FORMULA}\n\nat one temperature"))
    made = Pack.model_validate({"title": "T", "points": [point("Law", f"It is:\n\n{FORMULA}")]})
    for pack in (own, made):
        items = printed(pack).pages[1].items
        assert {item.color for item in items if isinstance(item, Outline)} == {INK}
        assert next(run for run in items if isinstance(run, TextRun) and run.text.startswith("It")).size == 19


def lengths_on_cards(document, grid):
    """For each back in order: the top of its highest letters, the foot of its lowest, its left and right, and sizes."""
    found = {}
    for page, run in text_runs(document):
        cell = place_of(page, run, grid)
        if is_back(page, cell, grid) and isinstance(run.tag, Tag):
            found.setdefault((page.number, turned(cell, grid)[::-1]), []).append(run)
    return [
        (max(run.box[3] for run in runs) - min(run.box[1] for run in runs), {run.size for run in runs})
        for _, runs in sorted(found.items())
    ]


ITEMS = [f"the item of number {number}" for number in range(13)]
OVER_CARDS = {
    "a list": ("\n".join(f"- {item}" for item in ITEMS), 2, 10),
    "words before a list": ("They are these:\n\n" + "\n".join(f"- {item}" for item in ITEMS), 2, 9),
    "code": ("```\n" + "\n".join(ITEMS * 2) + "\n```", 3, 9),
    "a table": ("| A | B |\n|---|---|\n" + "".join(f"| {item} | x |\n" for item in ITEMS), 3, 10),
    "paragraphs": ("\n\n".join(f"{item}.".capitalize() for item in ITEMS), 2, 9),
}


@pytest.mark.parametrize(("back", "count", "size"), OVER_CARDS.values(), ids=OVER_CARDS)
def test_a_text_goes_over_few_cards_in_large_type_and_fills_them_evenly(back, count, size):
    made = lengths_on_cards(printed(cards(("Which?", back))), Grid())
    assert len(made) == count
    assert min(min(sizes) for _, sizes in made) >= size
    row = 2.5 * min(min(sizes) for _, sizes in made)
    assert max(height for height, _ in made) <= sum(height for height, _ in made) / count + row, (
        "by an item, or a row and a head"
    )


def test_an_answer_stands_with_the_start_of_its_detail():
    quotation = "> " + "Germany is dancing on a volcano, and all that we have is on loan. " * 6 + "\n> — A speech"
    made = lengths_on_cards(printed(cards(("What?", f"A warning.\n\nOne that nobody heard:\n\n{quotation}"))), Grid())
    assert len(made) == 2
    assert len(made[0][1]) > 1


def test_a_table_that_does_not_fit_under_its_date_is_parted_and_leaves_it_no_card_alone():
    rows = "".join(f"| 19{number} | {number}.1 | {number}.3% | 12 |\n" for number in (28, 30, 32))
    table = "| Year | Unemployed (millions) | Share of workforce | NSDAP seats |\n|---|---|---|---|\n" + rows
    pack = Pack.model_validate({"title": "T", "points": [point("Jobs", table, date="1929/1932")]})
    made = lengths_on_cards(printed(pack, Paper.A5, Profile.LARGE), Grid(Paper.A5, Profile.LARGE))
    assert len(made) == 2


BLOCKS = {
    "list": "1. cork\n2. ice\n3. lead",
    "table": "| A | Rule |\n|---|---|\n| one | two |",
    "code": "```\nx = 3\nprint(x)\n```",
    "quotation": "> So it was.\n> — A poet",
    "list in a list": "- cork\n  - ice\n- lead",
    "list after words": "It is:\n\n- cork\n- ice",
}


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.parametrize("back", BLOCKS.values(), ids=BLOCKS)
def test_the_lines_of_a_block_begin_at_the_left(back, profile):
    page, grid = printed(cards(("Which?", back)), profile=profile).pages[1], Grid(profile=profile)
    runs = [
        run for run in page.items if isinstance(run, TextRun) and run.text.strip() and not run.text.startswith("It")
    ]
    inner = grid.card_width + grid.padding - 1, 2 * grid.card_width - grid.padding + 1
    rules = [rule for rule in page.items if isinstance(rule, Rule) and inner[0] < rule.x0 <= rule.x1 < inner[1]]
    left = min([run.x for run in runs] + [rule.x0 - rule.thickness * (rule.x0 == rule.x1) / 2 for rule in rules])
    assert left == pytest.approx(grid.card_width + grid.padding, abs=1)


ASKED = "What does it show?"


def with_picture(where, wide, high, caption=""):
    """One card with a picture: under its question, in the text of either side, or on the back of a point's card."""
    more = {"caption": caption} if caption else {}
    text = f"\n\n![A dam](dam.png)\n{caption}\n"
    if where == "point":
        return Pack.model_validate({"title": "T", "points": [point(picture=shown(wide, high, alt="A dam"))]})
    if where == "picture":
        return Pack.model_validate(
            {
                "title": "T",
                "flashcards": [{"front": ASKED, "back": "A", "picture": shown(wide, high, alt="A dam", **more)}],
            }
        )
    front, back = (
        text_with(words, width=wide, height=high)
        for words in ((ASKED + text, "A"), ("A", ASKED + text))[where == "back"]
    )
    return Pack.model_validate({"title": "T", "flashcards": [{"front": front, "back": back}]})


PLACES = ("picture", "front", "back", "point")


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize(
    ("wide", "high", "least"), [(600, 1000, (0, 38)), (800, 1000, (0, 38)), (1000, 300, (80, 0)), (1200, 800, (38, 25))]
)
def test_a_picture_is_as_large_as_its_card_allows(where, wide, high, least):
    """On a card of A7. An upright picture stands beside the words; it was 22 mm high."""
    document = printed(with_picture(where, wide, high))
    keeps_the_laws(document)
    ((page, own),) = [(page, item) for page in document.pages for item in page.items if isinstance(item, Picture)]
    assert own.width >= mm(least[0]) * (0.9 if where == "point" else 1), "two sizes of words leave less room"
    assert own.height >= mm(least[1])
    words = [run for on, run in text_runs(document) if on is page and isinstance(run.tag, Tag) and run.size > 10]
    if high > wide:
        assert max(run.x + run.width for run in words) < own.x
        assert own.y < min(run.y for run in words) <= max(run.y for run in words) < own.y + own.height


@pytest.mark.parametrize(
    ("where", "size", "modes", "profile", "paper"),
    all_pairs(PLACES, ((600, 1000), (900, 360), (90, 1500), (1500, 120), (1000, 1000)), MODES, Profile, Paper),
)
def test_cards_with_pictures_keep_the_laws(where, size, modes, profile, paper):
    document = printed(with_picture(where, *size, caption=words(12, "caption")), paper, profile, MODES[modes])
    keeps_the_laws(document)
    text_keeps_clear_of_the_cuts(document, Grid(paper, profile, MODES[modes]))
    for page in document.pages:
        for own in page.items:
            if isinstance(own, Picture):
                grid = Grid(paper, profile, MODES[modes])
                column, row = int(own.x // grid.card_width), int((page.height - own.y) // grid.card_height)
                assert own.x + own.width <= (column + 1) * grid.card_width - grid.padding + 0.1
                assert own.y + own.height <= page.height - row * grid.card_height - grid.padding + 0.1
    if where != "point":
        assert words(12, "caption") in spoken(document)


def test_a_picture_stays_under_words_that_have_no_room_beside_it():
    document = printed(cards_with_long_words())
    ((page, own),) = [(page, item) for page in document.pages for item in page.items if isinstance(item, Picture)]
    assert all(run.y > own.y for on, run in text_runs(document) if on is page and isinstance(run.tag, Tag))


def cards_with_long_words():
    front = "Donaudampfschifffahrtsgesellschaft?"
    return Pack.model_validate(
        {"title": "T", "flashcards": [{"front": front, "back": "A", "picture": shown(600, 1000, alt="A")}]}
    )


def test_it_is_found_from_the_contents(shipped):
    first = printed(shipped).pages[0]
    assert "section:flashcards" in first.anchors
    assert [bookmark.title for bookmark in first.bookmarks] == ["Flashcards"]
    count = len(shipped.points) + len(shipped.glossary) + len(shipped.people) + len(shipped.flashcards)
    every = Options(flashcards=FlashcardModes(from_points=True))
    assert SECTION.describe(setting(shipped, every)) == f"{count} cards; print on both sides, flip on the long edge"
    assert not SECTION.applies(Pack.model_validate({"title": "T"}))


def test_the_opening_of_a_very_long_point_is_found_at_once():
    long, longer = ("Mr. A. Smith went on. " * count for count in (45, 4500))
    assert said(back_of(longer)) == said("Mr. A. Smith went on. " * 8)
    assert calls_of(lambda: back_of(longer)) < 2 * calls_of(lambda: back_of(long))


@ON_EVERY_PAPER
def test_a_title_without_end_is_cut_between_words_and_at_once(paper):
    long, longer = (cards(("A", "B"), ("C", "D"), title="wordy " * count) for count in (450, 4500))
    document = printed(longer, paper)
    assert calls_of(lambda: printed(longer, paper)) < 2 * calls_of(lambda: printed(long, paper))
    feet = [run.text for _, run in text_runs(document) if run.text.startswith("wordy")]
    assert len(feet) == 2
    assert all(re.fullmatch("(wordy )+…", foot) for foot in feet)
