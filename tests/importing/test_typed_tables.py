"""Tables that were typed with blanks or tabs, with cells over several lines: which cells a person would see."""

import pytest

from tests.importing.notes_read import told, words

BLANKS_BETWEEN = """
Advantages                           Disadvantages

Cheap: they are unpaid, so it        Not at all like the people whom
costs less than judges               they try, half are over 60

Local knowledge, see Paul v          Many courts have closed in the
DPP in 1989                          last ten years

Gender balance                       Shortage: only about
                                     13,000 are left by now
"""
RULED = """
Reason       Detail                        Date
-----------  ----------------------------  ---------
Cost         Unpaid, and so much cheaper   1361
             than District Judges
Knowledge    They know the area and what   1989
             goes on in it
Trust        Open to everybody             2006
"""
NO_BLANKS = """
Term             What it means
Monopoly         Only one firm sells it and
                 can set the price
Oligopoly        Few firms, each of which
                 watches the others
Cartel           They agree on a price
"""
FIRST_WRAPPED = """
Cause of the           Effect
first war
Rivalry between the    More ships were built
navies of the powers
Alliances and the      A small war became a big one
secret treaties
Nationalism            Serbia
"""
MIDDLE_WRAPPED = """
Year   What happened                Who
1917   The Tsar gave up the         Nicholas
       throne in a train
1918   Peace was made at Brest      Lenin
1921   The sailors of Kronstadt     Trotsky
       rose and were beaten
"""
LAST_OF_FOUR = """
No  Name       Born  Known for
1   Marie      1867  Two prizes and the
                     discovery of radium
2   Rosalind   1920  A picture of DNA
3   Ada        1815  The first program, for
                     a machine that was
                     never built
"""
RULES_BETWEEN = """
For                    Against
---------------------------------------
It is cheap and        The waste stays for
safe                   ten thousand years
---------------------------------------
It needs little        One accident is
land                   enough
---------------------------------------
Jobs                   Uranium runs out
"""
SMALL_LETTERS = """
for            against
cheap          waste
clean          dear
               terror
"""
NOT_WRAPPED = """
Strengths              Weaknesses
Large army             No navy
Rich in coal           Poor roads
Good generals          Many enemies
"""
GROUPS = """
Pros                   Cons
Cheap                  Loud
Quick                  Dirty

Safe                   Ugly
Known                  Old

Strong                 Heavy
Light                  Weak
"""
BULLETS = """
Pros                   Cons
• Cheap and good       • Loud, and it shakes
• Quick to build       • Dirty
"""
THREE_LONG = """
Side         Argument                      Answer

For          Wind costs nothing once       It still has to be
             the mill stands, and it       stored for calm days
             never runs out

Against      Birds die, and the people     Fewer than by cats,
             nearby cannot sleep           says a study of 2015
"""

LEFT_ALONE = """
STRENGTHS                             WEAKNESSES

Standardised procedure so it can be   Deceived into thinking it was about
replicated                            memory

Sheridan used a real puppy, and
100% of the women obeyed

                                      Lacks ecological validity
"""

TABLES = [
    (
        BLANKS_BETWEEN,
        [
            "! Advantages / Disadvantages",
            "| Cheap: they are unpaid, so it costs less than judges / Not at all like the people whom they try, half are over 60",
            "| Local knowledge, see Paul v DPP in 1989 / Many courts have closed in the last ten years",
            "| Gender balance / Shortage: only about 13,000 are left by now",
        ],
    ),
    (
        RULED,
        [
            "! Reason / Detail / Date",
            "| Cost / Unpaid, and so much cheaper than District Judges / 1361",
            "| Knowledge / They know the area and what goes on in it / 1989",
            "| Trust / Open to everybody / 2006",
        ],
    ),
    (
        NO_BLANKS,
        [
            "! Term / What it means",
            "| Monopoly / Only one firm sells it and can set the price",
            "| Oligopoly / Few firms, each of which watches the others",
            "| Cartel / They agree on a price",
        ],
    ),
    (
        FIRST_WRAPPED,
        [
            "! Cause of the first war / Effect",
            "| Rivalry between the navies of the powers / More ships were built",
            "| Alliances and the secret treaties / A small war became a big one",
            "| Nationalism / Serbia",
        ],
    ),
    (
        MIDDLE_WRAPPED,
        [
            "! Year / What happened / Who",
            "| 1917 / The Tsar gave up the throne in a train / Nicholas",
            "| 1918 / Peace was made at Brest / Lenin",
            "| 1921 / The sailors of Kronstadt rose and were beaten / Trotsky",
        ],
    ),
    (
        LAST_OF_FOUR,
        [
            "! No / Name / Born / Known for",
            "| 1 / Marie / 1867 / Two prizes and the discovery of radium",
            "| 2 / Rosalind / 1920 / A picture of DNA",
            "| 3 / Ada / 1815 / The first program, for a machine that was never built",
        ],
    ),
    (
        RULES_BETWEEN,
        [
            "! For / Against",
            "| It is cheap and safe / The waste stays for ten thousand years",
            "| It needs little land / One accident is enough",
            "| Jobs / Uranium runs out",
        ],
    ),
    (SMALL_LETTERS, ["! for / against", "| cheap / waste", "| clean / dear", "|  / terror"]),
    (
        NOT_WRAPPED,
        ["! Strengths / Weaknesses", "| Large army / No navy", "| Rich in coal / Poor roads", "| Good generals / Many enemies"],
    ),
    (
        GROUPS,
        ["! Pros / Cons", "| Cheap / Loud", "| Quick / Dirty", "| Safe / Ugly", "| Known / Old", "| Strong / Heavy", "| Light / Weak"],
    ),
    (BULLETS, ["# Pros", "- [•] Cheap and good", "- [•] Quick to build", "# Cons", "- [•] Loud, and it shakes", "- [•] Dirty"]),
    (
        LEFT_ALONE,
        [
            "! STRENGTHS / WEAKNESSES",
            "| Standardised procedure so it can be replicated / Deceived into thinking it was about memory",
            "| Sheridan used a real puppy, and 100% of the women obeyed / ",
            "|  / Lacks ecological validity",
        ],
    ),
    (
        THREE_LONG,
        [
            "! Side / Argument / Answer",
            "| For / Wind costs nothing once the mill stands, and it never runs out / It still has to be stored for calm days",
            "| Against / Birds die, and the people nearby cannot sleep / Fewer than by cats, says a study of 2015",
        ],
    ),
]  # fmt: skip
IDS = """blanks_between ruled no_blanks first middle last_of_four rules_between small_letters not_wrapped groups bullets
left_alone three_long""".split()  # noqa: SIM905


def _rows(table):
    """The lines of a table that may be among others; whether its first row is known as heads is told elsewhere."""
    return [line.replace("!", "|", 1) for line in told(table)]


@pytest.mark.parametrize(("table", "right"), TABLES, ids=IDS)
def test_a_cell_goes_on_in_the_next_line_of_its_column(table, right):
    assert _rows(table) == [line.replace("!", "|", 1) for line in right]


@pytest.mark.parametrize(("table", "right"), TABLES, ids=IDS)
def test_it_is_so_among_other_lines(table, right):
    around = f"The question is old.\n\n{table.strip()}\n\nSo much for that, and it is not a small matter.\n"
    found = _rows(around)
    assert found[0] == "¶ The question is old."
    assert found[1:-1] == [line.replace("!", "|", 1) for line in right]


@pytest.mark.parametrize(("table", "right"), TABLES, ids=IDS)
def test_no_word_of_a_table_is_lost(table, right):
    assert words(" ".join(told(table))) == words(table)


@pytest.mark.parametrize(
    ("table", "right"),
    [
        ("Pros\tCons\nCheap, as nobody is\tLoud\npaid for it\t\nQuick\tDirty", ["| Pros / Cons", "| Cheap, as nobody is paid for it / Loud", "| Quick / Dirty"]),
        ("Term\tMeaning\tYear\nMonopoly\tOnly one firm sells and\t1890\n\tsets the price\nCartel\tThey agree\t1914", ["| Term / Meaning / Year", "| Monopoly / Only one firm sells and sets the price / 1890", "| Cartel / They agree / 1914"]),
        ("A\tB\nOne\tTwo\nThree\tFour", ["| A / B", "| One / Two", "| Three / Four"]),
    ],
)  # fmt: skip
def test_tabs_part_cells_that_go_on_too(table, right):
    assert _rows(table) == right
