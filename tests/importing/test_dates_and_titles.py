"""The dates and the titles that an import finds in the sentences of notes."""

import pytest

from tests.importing.drafts import imported


@pytest.mark.parametrize(
    ("point", "date", "edtf"),
    [
        ("Putsch 8-9 November 1923, Hitler", "8–9 November 1923", "1923-11-08/1923-11-09"),
        ("opened 17/10/1956, the first", "17 October 1956", "1956-10-17"),
        ("1905: Bloody Sunday, 22 January", "22 January 1905", "1905-01-22"),
        ("schools short in the late 1990's", "late 1990s", "1995/1999"),
        ("1911-12 = strikes", "1911–1912", "1911/1912"),
        ("since 1973 more of it", "since 1973", "1973/.."),
        ("Waste for 1000s of years", None, None),
        ("30,00 troops and 1,200 pounds, 84 %, 350 men", None, None),
        ("in 1905 5 may have come", "1905", "1905"),
    ],
)
def test_dates_of_points(point, date, edtf):
    (found,) = imported(f"Notes\n\nPros\n- {point}\n").told["points"]
    assert (found["date"], found["edtf"]) == (date, edtf)


@pytest.mark.parametrize(
    ("others", "typed", "edtf"),
    [
        ("- talks in 2016\n- it came in 2018", "16/3/16", "2016-03-16"),
        ("- talks in 2016\n- it came in 2018", "16/3/39", "1939-03-16"),
        ("- the war of 1914\n- the peace of 1919", "28/6/14", "1914-06-28"),
        ("- Waterloo, 1815\n- Vienna, 1814", "in Nov '12", "1812-11"),
        ("- nothing else", "3/9/39", "1939-09-03"),
    ],
)
def test_a_year_of_two_figures_is_of_the_century_of_the_notes(others, typed, edtf):
    told = imported(f"Notes\n\nPros\n{others}\n- it was told {typed} to all\n").told
    assert told["points"][-1]["edtf"] == edtf
    assert "date" in [doubt["kind"] for doubt in told["doubts"]]


def test_a_day_in_figures_that_could_be_two_is_doubted():
    draft = imported("Notes\n\nPros\n- opened 05/06/1934 by the king\n")
    assert draft.told["points"][0]["date"] == "5 June 1934"
    assert "date" in [doubt["kind"] for doubt in draft.told["doubts"]]


@pytest.mark.parametrize(
    ("point", "title", "guessed"),
    [
        ("Arcos (1927): a raid was made", "Arcos", False),
        ("World Economic Conference (Geneva, 1922): talks were had", "World Economic Conference (Geneva)", False),
        ("**Article 48** - the president could rule", "Article 48", False),
        ("Public confidence. It has been trusted since 1215", "Public confidence", False),
        ("Regressive! poorer familes spend a bigger share", "Regressive", False),
        ("land hunger. peasants = 84% of all", "land hunger", False),
        ("MALTHUS. “Decrease the surplus population”", "MALTHUS", False),
        ("No vendor lock in: you can leave", "No vendor lock in", False),
        ("approx. half of them left", "Approx. half of them left", True),
        ("Because of the Depression many people turned to the Nazis", "Many people turned to the Nazis", True),
        ("Due to the loss of the war they had to pay reparations", "They had to pay reparations", True),
        ("Despite the war women could not vote until 1928", "Women could not vote", True),
        ("Because the Tsar was weak, he lost", "Tsar was weak", True),
        ("Because many people were poor they voted for him", "Many people were poor", True),
        ("Waste for 100,000 years.", "Waste for 100,000 years", True),
        ("Imperialism, e.g. Moroccan crises of 1905", "Imperialism", True),
        ("Cronyism, e.g. Wilson's 'Lavender List'", "Cronyism", True),
        ("Expertise... surgeons, judges, scientists", "Expertise", False),
        ("Salisbury convention (1945) would go -> who'd have the mandate?", "Salisbury convention", True),
        ("Sample bias, all male & all American", "Sample bias", True),
        ("More people, more jobs and more money came to the town", "More people, more jobs and more money came", True),
        ("Drought in 2015 and 2016 made farming impossible here", "Drought in 2015 and 2016 made farming impossible", True),
        ("USSR gave support to the Republicans despite the policy of others", "USSR gave support to the Republicans", True),
        ("Many people moved to cities in order to find work", "Many people moved to cities", True),
        ("Juries bring common sense and community values into the court", "Juries bring common sense and community values", True),
        ("kids in mines till 1842", "Kids in mines", True),
        ("Plants which live in deserts have thick waxy leaves that keep water in", "Plants which live in deserts", True),
        ("Students who work at night are often too tired for school next day", "Students who work at night", True),
        ("After WWI Germany had to pay reparations of £6.6 billion", "WWI Germany had to pay reparations", True),
        ("Although the League had failed in Manchuria, it did good work", "It did good work", True),
        ("Because banks had failed, many people turned to extreme parties", "Many people turned to extreme parties", True),
        ("If the temperature rises, enzymes denature", "Enzymes denature", True),
        ("It was difficult for farmers to sell their crops abroad", "It was difficult for farmers", True),
        ("The enzymes in the stomach work best at pH 2", "Enzymes in the stomach work best", True),
        ("Factories needed large amounts of cheap raw cotton imports from America", "Factories needed large amounts", True),
        ("Nuclear power stations produce very little carbon dioxide", "Nuclear power stations produce very little carbon dioxide", True),
        ("Animals are less important than people (Genesis 1 - dominion)", "Animals are less important than people", True),
        ("Army (28 legions, 150,000 men) was strong", "Army", True),
        ("Roman army (28 legions: 150,000 men) was strong", "Roman army", True),
        ("Calder Hall opened 17/10/1956 - first in the world", "Calder Hall opened", True),
        ("no one can bully them -- Bushell's Case settled that", "No one can bully them", True),
        ("Acquittal rates are high: 60% plead guilty", "Acquittal rates are high", True),
        ("land reform - peasants were given fields", "land reform", False),
        ("Gestus = the attitude shown in one gesture", "Gestus", False),
        ("Bulk buying → economies of scale → lower unit cost", "Bulk buying", False),
        ("Censorship (1966 Press Law): less of it", "Censorship (1966 Press Law)", False),
        ("Reform (in 1832): some had votes", "Reform", False),
        ("Visitations (Layton & Legh, from Sept 1535) - reports of scandal", "Visitations (Layton & Legh)", False),
        ("Dominion (Genesis 1 - the creation) - people rule", "Dominion (Genesis 1 - the creation)", False),
    ],
)  # fmt: skip
def test_titles_of_points(point, title, guessed):
    (found,) = imported(f"Notes\n\nPros\n- {point}\n").told["points"]
    assert (found["title"], found["title_guessed"]) == (title, guessed)
