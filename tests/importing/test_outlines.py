"""What notes of many shapes become: points on their sides or under their themes, an evaluation, cards; nothing dropped."""

import pytest

from tests.importing.drafts import imported, words, words_of

BULLETS = """\
Zoos
Advantages
- Breeding: oryx saved in 1982
- Schools visit

Disadvantages
- Space: cages are small
"""
LISTED = """\
# Causes of the war
## Long-term
1. Alliances: made in 1882
2. Arms race: from 1906
## Short-term
1. Balkan wars: of 1912-13
## Trigger
1. Sarajevo: 28 June 1914
"""
NESTED = """\
# Energy
## Wind
### Pros
- Clean: no smoke
### Cons
- Noisy: for neighbours
## Coal
### Pros
- Steady: day and night
### Cons
- Dirty: since 1750
"""
FIVE = "# Holderness\n" + "".join(
    f"## {name}\n- {name} point: is here\n" for name in ("Cliffs", "Money", "People", "Nature", "Politics")
)
PEEL = """\
Juries
Arguments for keeping juries

P: Juries protect us
E: Ponting in 1985 was set free
L: So they are a shield

P: Juries are open
E: All may be called

Arguments against them

P: Juries may be biased
E: Sander in 2000
"""
TABLE = """\
# Nuclear power
| For | Against |
|---|---|
| Clean: no smoke | Waste: for 1000 years |
| Steady: day and night | |
"""
THEMED = """\
# A wall
| | Advantages | Disadvantages |
|---|---|---|
| Money | Work: for masons | Price: ten million |
| Nature | | Sand: starves elsewhere |
"""
ROWS = """\
# The cold war
| Year | Event | What happened | Significance |
|---|---|---|---|
| 1948-49 | Berlin | The roads were cut | NATO came |
| Oct 1962 | Cuba | Missiles were found | A hotline |
"""
SIDED = "Side,Point,Evidence,Date\nFor,Cheap,Costs fell by half,2015\nAgainst,Noise,Neighbours complained,1991\n"
SIGNS = "Zoos\n+ breeding saves species\n- cages are small\n+ schools visit\n"
TAGGED = "School uniform\nPro: all look the same\nPro: it is cheap\nCon: no freedom\n"
THEMES_OF_ITEMS = """\
The Civil War
1. Money
   a) Ship money: from 1634
   b) Loans: in 1626
2. Religion
   a) Laud: from 1633
   b) Prayer book: of 1637
"""
EVENTS_WITH_DETAILS = """\
Weimar
- Dawes Plan
    - 800 million marks lent
    - payments cut
- Locarno Pact
    - borders accepted
    - signed in 1925
"""
LOUD = """\
The Tudors
Mr Smith, 10B

PROBLEMS
Religion
- Settlement: in 1559
Succession
- Heir: none

SUCCESSES
Armada
- Gravelines: 1588
"""
OVER_PARAGRAPHS = """\
Ozymandias and London

Similarities
Power: it is abused in both
Romantics: they both were

Differences
Ozymandias: one ruler long dead
London: the whole system is alive
"""
NUMBERED = """\
Hitler

1. Introduction
He became Chancellor, and was dictator soon after.

2. Legal means
2.1 Decree: of 28 Feb 1933
2.2 Act: of 23 March 1933

3. Violence
3.1 SA: beat up opponents
3.2 Knives: 30 June 1934

4. Conclusion
Both were needed.
"""
VALUES_FIRST = """\
The truce

when: in December
where: in Flanders

- Singing: from the trenches
- Football: two letters
"""
QUIZ = """\
French Revolution
Q1: When was the Bastille stormed?
A: in 1789
1. What were the estates? Clergy, nobles, all others
2. When did the king die? In January 1793
"""
TERMS_FIRST = """\
# Rivers

**Erosion** - wearing away

**Abrasion**: load scrapes the bed

## Advantages of dams
- Power: of 2012
"""
NOTHING_NAMED = "plants\nglucose is made from water: by light\nstarch: is stored\n"
PROSE = """\
The revolt

The Black Death had killed a third of the people. Wages rose.

Three taxes were raised. The last was the highest.
"""


@pytest.mark.parametrize(
    ("notes", "name", "points"),
    [
        (BULLETS, "n.txt", {"Advantages": ["Breeding", "Schools visit"], "Disadvantages": ["Space"]}),
        (LISTED, "n.md", {"Long-term": ["Alliances", "Arms race"], "Short-term": ["Balkan wars"], "Trigger": ["Sarajevo"]}),
        (NESTED, "n.md", {"Pros": ["Clean", "Steady"], "Cons": ["Noisy", "Dirty"]}),
        (
            FIVE,
            "n.md",
            {
                "Cliffs": ["Cliffs point"],
                "Money": ["Money point"],
                "People": ["People point"],
                "Nature": ["Nature point"],
                "Politics": ["Politics point"],
            },
        ),
        (
            PEEL,
            "n.txt",
            {
                "Arguments for keeping juries": ["Juries protect us", "Juries are open"],
                "Arguments against them": ["Juries may be biased"],
            },
        ),
        (TABLE, "n.md", {"For": ["Clean", "Steady"], "Against": ["Waste"]}),
        (THEMED, "n.md", {"Advantages": ["Work"], "Disadvantages": ["Price", "Sand"]}),
        (ROWS, "n.md", {"Points": ["Berlin", "Cuba"]}),
        (SIDED, "n.csv", {"For": ["Cheap"], "Against": ["Noise"]}),
        (SIGNS, "n.txt", {"For": ["Breeding saves species", "Schools visit"], "Against": ["Cages are small"]}),
        (TAGGED, "n.txt", {"Pro": ["All look the same", "It is cheap"], "Con": ["No freedom"]}),
        (THEMES_OF_ITEMS, "n.txt", {"Money": ["Ship money", "Loans"], "Religion": ["Laud", "Prayer book"]}),
        (EVENTS_WITH_DETAILS, "n.txt", {"Points": ["Dawes Plan", "Locarno Pact"]}),
        (
            OVER_PARAGRAPHS,
            "n.txt",
            {"Similarities": ["Power", "Romantics"], "Differences": ["Ozymandias", "London"]},
        ),
        (NUMBERED, "n.txt", {"Legal means": ["Decree", "Act"], "Violence": ["SA", "Knives"]}),
        (VALUES_FIRST, "n.txt", {"Points": ["Singing", "Football"]}),
        (LOUD, "n.txt", {"PROBLEMS": ["Settlement", "Heir"], "SUCCESSES": ["Gravelines"]}),
        (TERMS_FIRST, "n.md", {"Points": ["Erosion", "Abrasion"], "Advantages of dams": ["Power"]}),
        (
            QUIZ,
            "n.txt",
            {"Points": ["When was the Bastille stormed?", "What were the estates?", "When did the king die?"]},
        ),
        (NOTHING_NAMED, "n.txt", {"Points": ["glucose is made from water", "starch"]}),
        ("osmosis\twater through a membrane\nenzyme\ta protein\n", "n.tsv", {"Points": ["osmosis", "enzyme"]}),
    ],
)  # fmt: skip
def test_points_stand_where_the_notes_have_them(notes, name, points):
    draft = imported(notes, name)
    assert {side: [_alike(title) for title in titles] for side, titles in draft.points.items()} == {
        side: [_alike(title) for title in titles] for side, titles in points.items()
    }
    assert not words(notes.replace("|", " ")) - words_of(draft)


def _alike(title):
    """A title without its first capital, which may be the writer's or not."""
    return title[:1].lower() + title[1:]


@pytest.mark.parametrize(
    ("line", "titles"),
    [
        ("Pros: higher yield; fewer sprays; vitamin A", ["Higher yield", "Fewer sprays", "Vitamin A"]),
        ("**Pros:** cheap, clean, quiet", ["Cheap", "Clean", "Quiet"]),
        ("**Pros**: it was cheap as all who bought it say, and clean", ["It was cheap as all"]),
    ],
)
def test_a_list_in_one_line_is_several_points(line, titles):
    draft = imported(f"# Crops\n\n{line}\n\nCons: dear\n", "n.md")
    assert [title.split(" as")[0] for title in draft.points["Pros"]] == [title.split(" as")[0] for title in titles]
    assert draft.points["Cons"] == ["Dear"]
    assert not words(line) - words_of(draft)


@pytest.mark.parametrize("where", ["Causes", "Pros"])
def test_what_looks_like_a_side_before_a_colon_is_a_title_where_nothing_is_against_it(where):
    draft = imported(f"Work\n\n{where}\n- Benefits: higher pay\n- Strength: of unions\n")
    assert draft.points == {where: ["Benefits", "Strength"]}


@pytest.mark.parametrize(
    ("point", "date"),
    [
        ("In March 1921 the treaty of 1921 was signed", "March 1921"),
        ("1921: the treaty", "1921"),
        ("no date at all, 350 men", ""),
    ],
)
def test_the_most_precise_date_of_a_point_is_its_own(point, date):
    draft = imported(f"Russia\n\nPros\n- {point}\n- second\n")
    assert draft.data["points"][0].get("date", "") == date


def test_in_another_language_headings_are_sides_and_this_is_doubted():
    draft = imported("Les éoliennes\n\nAvantages\n- Propre\n\nInconvénients\n- Bruit\n", language="fr")
    assert draft.points == {"Avantages": ["Propre"], "Inconvénients": ["Bruit"]}
    assert draft.told["doubts"][0]["kind"] == "side"
    assert draft.data["language"] == "fr"


def test_prose_without_headings_is_a_point_for_each_paragraph():
    draft = imported(PROSE)
    assert draft.told["title"] == "The revolt"
    assert [point["line"] for point in draft.told["points"]] == [3, 5]


def test_the_pack_has_the_sides_as_it_can_print_them():
    assert "sides" not in imported(BULLETS).data
    assert [side["name"] for side in imported(LISTED, "n.md").data["sides"]] == ["Long-term", "Short-term", "Trigger"]
    five = imported(FIVE, "n.md")
    assert "sides" not in five.data
    assert [point["theme"] for point in five.data["points"]] == ["Cliffs", "Money", "People", "Nature", "Politics"]


def test_the_summary_says_how_many_points_a_side_has_and_which_lines_to_look_at():
    told = imported(f"{BULLETS}- Smell\n- Noise\n").summary
    assert "  Advantages     2 points, 1 date" in told
    assert "  Disadvantages  3 points, 0 dates" in told
    assert "3 titles guessed from the text: lines 4, 8 and 9" in told


def test_long_names_of_sides_stay_two():
    one, other = (f"{'what may be said of it ' * 6}{end}" for end in ("today", "tomorrow"))
    draft = imported(f"# Mills\n\n## {one}\n- First\n- Second\n\n## {other}\n- Third\n", "n.md")
    names = [side["name"] for side in draft.data["sides"]]
    assert len(set(names)) == len(names) == 2
    assert not words(one, other) - words_of(draft)


def test_what_stands_within_a_point_is_its_list():
    draft = imported(EVENTS_WITH_DETAILS)
    first = draft.data["points"][0]
    assert first["title"] == "Dawes Plan"
    assert (
        first["text"].replace("{{", "").replace("}}", "") == "Dawes Plan\n\n- 800 million marks lent\n- payments cut\n"
    )


def test_an_inner_heading_is_the_theme():
    draft = imported(NESTED, "n.md")
    assert [point["theme"] for point in draft.data["points"]] == ["Wind", "Wind", "Coal", "Coal"]


def test_a_line_over_all_points_is_no_theme():
    draft = imported(TABLE.replace("| For", "for Physics / Geog\n\n| For"), "n.md")
    assert draft.points == {"For": ["Clean", "Steady"], "Against": ["Waste"]}
    assert not any("theme" in point for point in draft.data["points"])
    assert "# for Physics / Geog" in draft.text


def test_columns_of_a_table_go_where_they_belong():
    draft = imported(ROWS, "n.md")
    point = draft.data["points"][1]
    assert (point["date"], point["title"]) == ("October 1962", "Cuba")
    assert "Significance: A hotline" in point["text"].replace("{{", "").replace("}}", "")


@pytest.mark.parametrize(
    "closing",
    [
        "Evaluation\n\nIt paid. However, it was slow. Overall it was worth it.\n",
        "Conclusion: It paid. However, it was slow. Overall it was worth it.\n",
        "So overall it paid. However, it was slow. Overall it was worth it.\n",
        "In conclusion it paid. However, it was slow. Overall it was worth it.\n",
    ],
)
def test_an_evaluation_becomes_moves_whose_kinds_are_doubted(closing):
    draft = imported(f"{BULLETS}\n{closing}")
    (moves,) = draft.data["evaluation"]["paragraphs"]
    assert [move["move"] for move in moves] == ["judgement", "counter-argument", "conclusion"]
    assert [doubt["kind"] for doubt in draft.told["doubts"] if "sentences" in doubt["hint"]] == ["structure"]
    assert len(draft.told["points"]) == 3


def test_questions_terms_and_people_beside_points_are_cards():
    cards = "Key terms\n- detente: a thaw\n\nKey people\n- Kennedy - president\n\nQuiz\nQ: When? A: in 1962\nWho won? Nobody\n"
    draft = imported(f"{BULLETS}\n{cards}")
    assert draft.data["glossary"] == [{"term": "detente", "meaning": "a thaw\n"}]
    assert draft.data["people"] == [{"name": "Kennedy", "role": "president\n"}]
    assert [card["front"] for card in draft.data["flashcards"]] == ["When?", "Who won?"]
    assert len(draft.told["points"]) == 3
    assert not words(cards) - words_of(draft)


def test_a_websites_own_words_are_left_out_and_listed():
    site = "Created by: Hannah\nCreated on: 23-05-15\n"
    draft = imported(f"Zoos\n{site}{BULLETS[5:]}\nComments\n\nNo comments have yet been made\n")
    assert [left["text"] for left in draft.told["left_out"]] == [
        "Created by: Hannah",
        "Created on: 23-05-15",
        "Comments",
        "No comments have yet been made",
    ]
    assert "Hannah" not in str(draft.data)
    assert "Left out, 4 lines:" in draft.summary


@pytest.mark.parametrize(
    ("lead", "key", "value"),
    [
        ("Question: Should zoos be closed down?\n", "question", "Should zoos be closed down?"),
        ("Should zoos be closed down?\n", "question", "Should zoos be closed down?"),
        ("Animals are kept in cages in all of the zoos that there are here.\n", "summary", "Animals are kept"),
        ("for Friday\n", "", ""),
    ],
)
def test_lines_before_the_first_heading_lead_in(lead, key, value):
    draft = imported(f"Zoos\n{lead}{BULLETS[5:]}")
    if key:
        assert draft.data[key].startswith(value)
    assert not words(lead) - words_of(draft)
    assert len(draft.told["points"]) == 3


@pytest.mark.parametrize(
    ("name", "title"),
    [("my-notes_2.txt", "My notes 2"), ("-", "Notes")],
)
def test_without_a_title_the_name_of_the_file_is_one_in_doubt(name, title):
    draft = imported(BULLETS[5:], name)
    assert draft.told["title"] == title
    assert draft.told["doubts"][0]["kind"] == "title"
