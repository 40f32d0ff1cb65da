"""What is asked of a pack in a line, in quizzes and the like: it stands by itself, and tells no answer; and wrong answers to it."""

from itertools import combinations

import pytest
from packs import pack, point

from studypack.base.resources import shipped_content_folder
from studypack.model.letters import fold_case
from studypack.reading.load import load, read
from studypack.sections.kit.alternatives import alternatives, like_it
from studypack.sections.kit.meanings import meanings
from studypack.sections.kit.recall import RecallKind, recalls

SHIPPED = sorted(shipped_content_folder().glob("*.yaml"))


def asked(content, kind=None):
    return [recall.answer for recall in recalls(content) if kind in (None, recall.kind)]


@pytest.mark.parametrize(
    ("language", "text", "answers"),
    [
        ("en", "Russia promised to refrain from hostile {{propaganda}}.", ["propaganda"]),
        ("en", "The pact was signed. It made an end of the old {{hostility}} at once.", []),
        ("en", "The pact was signed. Moscow then asked for a {{loan}} of money.", ["loan"]),
        ("en", "In dim light they spread out to catch the {{energy}}.", []),
        ("en", "The old leaves are thin, and they catch the {{energy}}.", ["energy"]),
        ("en", "So Lenin looked. In 1921 he asked London for a new {{loan}}.", []),
        ("en", "In 1921 the leader Lenin said that he wanted a {{loan}}.", ["loan"]),
        ("en", "Conservatives in his coalition stayed very {{suspicious}} of it.", []),
        ("en", "It hit the Conservatives. Conservatives in his coalition stayed very {{suspicious}} then.", []),
        ("en", "It hit Churchill. Churchill and his coalition stayed very {{suspicious}} then.", ["suspicious"]),
        ("en", "Of three partners two were left, and {{Pompey}} drew nearer.", []),
        ("en", "To find out whether that is air, a little {{acid}} is dissolved.", []),
        ("en", "But the campaign of the north ended in {{disaster}} soon.", []),
        ("en", "{{Lenin}} asked the government in London for a loan.", []),
        ("en", "What did the government in London ask for: a {{loan}}?", []),
        ("en", "A short {{one}}.", []),
        ("en", "The propaganda of London was {{propaganda}} of war.", []),
        ("en", "Prices that had risen rose, and the {{rise}} went on.", []),
        ("en", "The treaties were never ratified: {{ratification}} failed in the Commons.", []),
        ("en", "The rate falls with the square,\n\n$$I = 1$$\n\nso a plant twice as far gets {{a quarter}} of it.", []),
        ("en", "The rate is so:\n\n$$I = 1$$\n\nAt the point the plant gets {{a quarter}} of the light.", []),
        ("en", "In its early years the League kept the {{peace}} well.", []),
        ("en", "In the early years the League kept its {{peace}} well.", ["peace"]),
        ("en", "| The rate of the plant at the lamp was {{one}}. | b |\n|---|---|\n| c | d |", []),
        ("en", "They say (it was a long time ago. The peoples of the {{East}} met) so.", []),
        ("fr", "L’armée entre. Elle fusille les prisonniers de la {{Commune}} à Paris.", []),
        ("en", "Most people there chose the ones with a {{gentle}} nature.", []),
        ("fr", "Dans la ville un patron pourra le {{lire}} à Paris.", []),
        ("fr", "Dans la ville un patron pourra lire le {{journal}} à Paris.", ["journal"]),
        ("fr", "Les campagnes veulent la paix et nomment des {{notables}}.", ["notables"]),
        ("fr", "Deux exilés polonais comptent parmi ses meilleurs {{généraux}} à Paris.", []),
        ("fr", "Deux exilés que la ville nomme comptent parmi ses meilleurs {{généraux}}.", ["généraux"]),
        ("fr", "Le Mont-Valérien les bombarde, et l’attaque tourne à la {{déroute}}.", []),
        ("fr", "La Commune répond par un décret sur les {{otages}} de Paris.", ["otages"]),
        ("fr", "Le 20, le travail de nuit est interdit dans les {{boulangeries}}.", []),
        ("de", "Der Zar dankt ab. Er flieht noch im selben {{Jahr}} aus der Stadt.", []),
        ("de", "Die Revolution brachte das Ende des alten {{Reiches}} im Osten.", ["Reiches"]),
        ("es", "Su ejército entró por la puerta del {{oeste}} sin lucha.", []),
        ("pl", "Zamek stoi nad rzeką od czasów króla {{Kazimierza}}. Zbudował go mistrz z dalekiego {{Krakowa}}.", ["Kazimierza"]),
    ],
)  # fmt: skip
def test_a_sentence_with_a_gap_is_asked_where_it_stands_by_itself(language, text, answers):
    content = pack(language=language, points=[point(text, "X Y")])
    assert asked(content) == answers
    for recall in recalls(content):
        assert recall.mark == content.marked[0].mark
        assert recall.asked.count("…") == 1


def entries(*rows):
    return [{"term": term, "meaning": meaning} for term, meaning in rows]


@pytest.mark.parametrize(
    ("term", "meaning", "is_asked"),
    [
        ("Anschluss", "The union of Austria with Germany.", True),
        ("Limiting factor", "The factor in shortest supply.", False),
        ("Granum", "A stack of thylakoids; the plural is grana.", False),
        ("De facto recognition", "Dealing with a government that holds power in fact.", False),
        ("USSR", "The Union of Soviet Socialist Republics.", False),
        ("SaaS", "Software as a Service, paid by the month.", False),
        ("Comintern", "The Communist International, founded in 1919.", False),
        ("Rubisco", "Ribulose bisphosphate carboxylase/oxygenase, an enzyme.", False),
        ("LSD", "Longshore drift.", False),
        ("LAN / WAN", "Local / wide area network.", False),
        ("NATO", "An alliance of the West.", True),
        ("Ratification", "The formal approval of a treaty.", True),
        ("Ratification", "What is done when a treaty is ratified.", False),
        ("Topic", "What a pack is about.", False),  # the head of each page says so: the pack's title is A topic
    ],
)
def test_a_term_is_asked_for_where_its_meaning_does_not_tell_it(term, meaning, is_asked):
    assert asked(pack(glossary=entries((term, meaning)))) == [term] * is_asked


def test_an_entry_that_another_one_covers_is_not_asked():
    told = pack(glossary=entries(("Consul", "A magistrate."), ("Censor", "A magistrate who counts.")))
    assert asked(told) == ["Censor"]


@pytest.mark.parametrize(
    ("title", "date", "is_asked"),
    [
        ("The Arcos raid", "12 May 1927", True),
        ("The Ides of March", "15 March 44 BC", False),
        ("The crash of 1929", "October 1929", False),
        ("Two suspicions of Baldwin", "c. 1937", False),
        ("Halifax declines to go to Moscow", "June 1939", True),
        ("Halifax declines to go to Moscow", "1919/1921", False),
        ("Caesar crosses the Rubicon", "10–11 January 49 BC", False),
        ("The Genoa conference", "April–May 1922", False),
        ("The Arcos raid", "spring 1927", False),
        ("Metro-Vickers trial; embargo", "April 1933", False),
        ("Russia mobilises in part, then stops", "29 July 1914", False),
        ("The General Strike and Soviet money", "1926", False),
        ("Britain and France declare war on Germany", "3 September 1939", True),
        ("Battles of Philippi", "October 42 BC", False),
        ("Battle of Pharsalus", "9 August 48 BC", True),
        ("Congress of Vienna opens", "1 November 1814", True),
        ("The Senate’s ultimate decree", "7 January 49 BC", False),
        ("The Senate’s old Anschluss", "7 January 1938", True),
    ],
)
def test_a_date_is_asked_for_where_the_title_has_that_date_alone(title, date, is_asked):
    told = entries(
        ("Ultimate decree", "A call to save the state, first heard in 121 BC."), ("Anschluss", "A union of 1938.")
    )
    found = recalls(pack(events=[{"title": title, "date": date}], glossary=told))
    assert any(recall.date for recall in found) is is_asked


@pytest.mark.parametrize(
    ("language", "term", "accepted"),
    [
        ("en", "Term", None),
        ("fr", "Terme", None),
        ("de", "Begriff", None),
        ("es", "Término", None),
        ("en", "Terme", None),
        ("en", "Consul", ("Consul",)),
        ("fr", "harceler (harcelé)", ("harceler (harcelé)", "harceler")),
    ],
)
def test_a_term_is_not_in_the_question_for_it_and_needs_no_brackets(language, term, accepted):
    found = recalls(pack(language=language, glossary=entries((term, "a rent of three months"))))
    assert [recall.answers for recall in found] == ([accepted] if accepted else [])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("In 1927 the raid was talked of.", True),
        ("On 12 May the police raided Arcos.", True),
        ("In May Arcos was searched.", True),
        ("In June Arcos was searched.", False),
        ("On the 12th Arcos was searched.", False),
        ("In 1927 and on 12 May nothing of the kind was told.", False),
        ("It was 12 May 1927.", True),
    ],
)
def test_a_date_is_told_beside_a_word_of_what_is_dated(words, told):
    (recall,) = recalls(pack(events=[{"title": "The Arcos raid", "date": "12 May 1927"}]))
    assert recall.told_by(words, "en") is told


def test_a_year_before_christ_is_told_too():
    (recall,) = recalls(pack(events=[{"title": "Battle of Pharsalus", "date": "9 August 48 BC"}]))
    assert recall.told_by("In 48 BC he won at Pharsalus.", "en")
    assert not recall.told_by("In 49 BC he was at Pharsalus.", "en")


def test_a_person_alone_is_no_event():
    people = [{"name": "Cnut", "role": "Ruled."}]
    events = [{"title": title, "date": "1016"} for title in ("King Cnut", "Cnut wins at Assandun")]
    assert [recall.asked for recall in recalls(pack(people=people, events=events)) if recall.date] == [
        events[1]["title"]
    ]


def test_a_point_is_dated_where_its_title_names_something():
    points = [point("Text.", "Soldiers without land", date="1921"), point("Text.", "A raid on Arcos", date="1927")]
    assert asked(pack(points=points)) == ["1927"]
    assert asked(pack(points=points, events=[{"title": "Second raid on Arcos", "date": "1930"}])) == ["1930"]


def test_of_people_more_than_the_whole_name_is_accepted():
    people = [{"name": "Neville Chamberlain", "role": "Signed at Munich."}, {"name": "Ann Lee", "role": "A Shaker."}]
    assert [recall.answers for recall in recalls(pack(people=[*people, {"name": "Bo Lee", "role": "A writer."}]))] == [
        ("Neville Chamberlain", "Chamberlain"),
        ("Ann Lee",),
        ("Bo Lee",),
    ]


def wrong(content, answer, seed=0, others=()):
    (recall,) = [each for each in recalls(content) if each.answer.replace("\xa0", " ") == answer]
    return {each.replace("\xa0", " ") for each in alternatives(content, recall, seed, others)}


def meant(content, term, seed=0):
    """The wrong meanings beside that of a term; None if it is not asked for its meaning."""
    found = [alternatives(content, each, seed) for each in meanings(content) if each.asked == term]
    return set(found[0]) if found else None


OFFICES = {
    "Censor": "A magistrate who counts the people.", "Tribune": "A magistrate who may stop a law.",
    "Aedile": "A magistrate who keeps the streets.", "Quaestor": "A magistrate who keeps the money.",
}  # fmt: skip
THINGS = {
    "Senate": "The council of old citizens.", "Legion": "A body of citizens on foot.",
    "Forum": "A place for citizens to trade in.", "Social war": "A fight with the former allies.",
    "NATO": "An alliance of the far West.",
}  # fmt: skip
SEVERAL = {"Optimates": "Those who upheld the old rights.", "Spoils": "What is taken from a beaten enemy."}
ROMANS = entries(*OFFICES.items(), *THINGS.items(), *SEVERAL.items(), ("Ager", "Land."))


@pytest.mark.parametrize(
    ("term", "among"),
    [
        *((office, set(OFFICES.values())) for office in OFFICES),  # of four, no one alone is a man
        *((thing, set(THINGS.values())) for thing in THINGS if thing.istitle()),
        ("Social war", None),  # says itself that it is a war
        ("NATO", None),
        ("Optimates", set()),  # of four, it alone would be several
        ("Ager", set()),  # and that the shortest by far
    ],
)
def test_a_meaning_is_chosen_from_four_of_one_kind_where_the_term_tells_none(term, among):
    content = pack(glossary=ROMANS)
    for seed in range(4):
        found = meant(content, term, seed)
        assert found is None if among is None else len(found) == min(len(among), 3)
        assert not found or found <= among
    for recall in recalls(content):
        assert recall.kind is not RecallKind.TERM or alternatives(content, recall, 0) == ()


@pytest.mark.parametrize(
    ("meaning", "is_asked"),
    [
        ("A place for citizens to trade in.", True),
        ("A forum to meet and to trade in.", False),
        ("A place to meet and to trade in, " + "and to talk of what is new " * 4, False),
        ("Place = 2 × 3 + 4 × 5 + 6 × 7.", False),
    ],
)
def test_a_meaning_is_asked_for_where_it_is_short_and_tells_no_term(meaning, is_asked):
    others = [row for row in THINGS.items() if row[0] != "Forum"]
    assert (meant(pack(glossary=entries(("Forum", meaning), *others)), "Forum") is not None) is is_asked


def test_a_meaning_that_names_its_own_term_or_the_one_that_is_asked_for_is_no_wrong_one():
    rows = [*THINGS.items(), ("USSR", "The Union of Soviet Socialist Republics."), ("Rostra", "A stage in the forum to speak.")]  # fmt: skip
    assert meant(pack(glossary=entries(*rows)), "Forum") <= {each for term, each in THINGS.items() if term != "Forum"}


def test_a_long_meaning_stands_beside_one_that_speaks_of_the_same_and_none_names_another_term_that_is_asked():
    rows = [("Stroma", "The fluid in a chloroplast where the cycle is."), ("Granum", "A stack of discs in a chloroplast of a leaf."),
            ("Factor", "Something in short supply that sets a limit."), ("Quotient", "How many times faster it is when warmer.")]  # fmt: skip
    content = pack(glossary=entries(*rows, ("Disc", "A thing that a granum of a chloroplast is made of.")))
    stroma, granum, factor = (each for each in meanings(content) if each.asked in ("Stroma", "Granum", "Factor"))
    assert rows[1][1] in alternatives(content, stroma, 0)
    assert alternatives(content, factor, 0) == ()
    assert not any("granum" in each for each in alternatives(content, stroma, 0, [granum]))


def test_a_word_that_is_no_name_and_no_date_has_no_wrong_answers():
    text = "Russia promised London to refrain from hostile {{propaganda}} and much {{noise}} and {{war}} and {{games}}."
    content = pack(points=[point(text)], glossary=ROMANS)
    assert all(wrong(content, answer) == set() for answer in asked(content, RecallKind.GAP))


DAYS = [("Arcos raid", "12 May 1927"), ("Munich", "29 September 1938"), ("Pact", "23 August 1939"),
        ("Prague", "15 March 1939"), ("A week", "20/27 August 1939"), ("Slump", "1930"), ("Second raid on Arcos", "3 May 1930"),
        ("Someday", "May 1931"), ("Rome", "4 May 44 BC")]  # fmt: skip


def test_wrong_dates_are_as_precise_and_those_of_something_else():
    content = pack(events=[{"title": title, "date": date} for title, date in DAYS])
    assert wrong(content, "29 September 1938") <= {"12 May 1927", "23 August 1939", "15 March 1939", "3 May 1930"}
    assert wrong(content, "3 May 1930") == {"29 September 1938", "23 August 1939", "15 March 1939"}
    assert wrong(content, "1930") == set()


@pytest.mark.parametrize(("period", "some"), [("1920–1930", True), ("1920–1922", False)])
def test_wrong_dates_are_no_further_than_a_third_of_the_time_of_the_pack(period, some):
    days = zip(["Arcos", "Bonn", "Cork", "Delhi"], ["May 1920", "June 1920", "May 1921", "July 1922"], strict=True)
    content = pack(period=period, events=[{"title": title, "date": date} for title, date in days])
    assert bool(wrong(content, "May 1920")) is some


@pytest.mark.parametrize(
    ("dates", "some"),
    [
        (["March 1921", "May 1922", "June 1923", "July 1924"], True),
        (["March 1921", "May 1922", "June 1923", "after 1924"], False),
        (["3 May 1927", "12 May 1927", "1 July 1927", "7–8 July 1927"], False),
        (["March 1921", "May 1922", "June 1923", "spring 1924"], False),
        (["March 1921", "May 1922", "June 1923", "c. July 1924"], False),
        (["44 BC", "40 BC", "30 BC", "27 BC"], True),
        (["4 BC", "40 BC", "30 BC", "AD 7"], False),
    ],
)
def test_wrong_dates_share_no_moment(dates, some):
    events = [
        {"title": title, "date": date} for title, date in zip(["Arcos", "Bonn", "Cork", "Delhi"], dates, strict=True)
    ]
    content = pack(period="44 BC – AD 2000", events=events)
    assert bool(alternatives(content, recalls(content)[0], 0)) is some


@pytest.mark.parametrize(
    ("language", "title", "date", "some"),
    [
        ("en", "The raid on Arcos", "12 May 1927", True),
        ("en", "A new calendar", "12 May 1927", False),
        ("en", "The raid on Arcos", "1 January 1927", False),
        ("fr", "La Semaine sanglante", "12 mai 1927", False),
        ("fr", "La sortie", "12 mai 1927", True),
        ("de", "Die Bartholomäusnacht", "12. Mai 1927", False),
        ("es", "La noche triste", "12 de mayo de 1927", False),
    ],
)
def test_a_title_that_tells_the_time_has_no_wrong_dates(language, title, date, some):
    events = [{"title": title, "date": date}]
    events += [
        {"title": town, "date": f"19{n}-03-0{n - 29}"} for n, town in enumerate(["Bonn", "Cork", "Fez"], start=31)
    ]
    content = pack(language=language, period="1900/2000", events=events)
    assert bool(alternatives(content, recalls(content)[0], 0)) is some


@pytest.mark.parametrize(
    ("language", "roles", "some"),
    [
        ("en", ["German chemist who found it.", "A German chemist.", "German chemist of note.", "German chemist, too."], True),
        ("en", ["German chemist who found it.", "A German chemist.", "German chemist of note.", "French chemist, too."], False),
        ("en", ["German chemist who found it.", "A chemist.", "A German king.", "A baker."], False),
        ("en", ["Chemist who found it.", "A chemist.", "A German king.", "A baker."], False),
        ("en", ["Chemist who found it.", "A chemist.", "A king.", "A baker."], True),
        ("en", ["Chemist, born in Riga.", "A chemist.", "A king.", "A baker."], False),
        ("en", ["Chemist who found it.", "A painter.", "A king.", "A baker."], False),
        ("en", ["General Secretary, 1922.", *(f"Foreign Secretary, {year}, and German." for year in (1919, 1930, 1938))], False),
        ("en", ["Foreign Secretary, 1919.", *(f"Foreign Secretary, {year}." for year in (1922, 1930, 1938))], True),
        ("en", ["Foreign Secretary, 1919.", *(f"Foreign Secretary, {year}." for year in (1922, 1930, 1838))], False),
        ("en", ["Consul in 44 BC.", *(f"Consul in {year} BC." for year in (59, 63, 70))], True),
        ("en", ["Consul in 44 BC.", "Consul in 59 BC.", "Led wars.", "Led men."], True),
        ("en", ["Consul in 44 BC.", *(f"Consul in {year} BC." for year in (59, 63, 133))], False),
        ("fr", ["Chimiste allemand qui le trouva.", "Roi français.", "Boulanger.", "Poète."], False),
        ("de", ["Deutscher Chemiker, der es fand.", "König.", "Bäcker.", "Dichter."], False),
        ("es", ["Químico alemán que lo halló.", "Rey de Francia.", "Panadero.", "Poeta."], False),
    ],
)  # fmt: skip
def test_a_name_is_not_told_by_its_people_or_its_time(language, roles, some):
    people = [{"name": f"{'XYZU'[n]}an Lo{n}", "role": role} for n, role in enumerate(roles)]
    content = pack(language=language, people=people)
    assert bool(alternatives(content, recalls(content)[0], 0)) is some


@pytest.mark.parametrize(
    ("language", "meaning", "some"),
    [
        ("fr", "Conseil élu ; il tient Paris.", False),
        ("fr", "Conseil élu de Paris.", True),
        ("de", "Ein Rat; er wird gewählt.", False),
        ("es", "Consejo; ella lo eligió.", False),
    ],
)
def test_a_pronoun_does_not_tell_the_gender_of_a_term(language, meaning, some):
    others = [("Armistice", "Accord du Nord."), ("Terme", "Loyer du Sud."), ("Bastille", "Prison du Roi.")]
    content = pack(language=language, glossary=entries(("Commune", meaning), *others))
    assert bool(meant(content, "Commune")) is some


@pytest.mark.parametrize(
    ("term", "meaning", "some"),
    [
        ("un avis", "an opinion", True),
        ("perdre", "to lose", False),
        ("pourtant", "however", False),
    ],
)
def test_words_of_another_language_stand_among_words_of_their_kind(term, meaning, some):
    rows = [("une infox", "a fake"), ("le patron", "a boss"), ("l’écran", "a screen"), ("harceler", "to bully"),
            ("bientôt", "soon"), ("demain", "tomorrow")]  # fmt: skip
    content = pack(language="fr", glossary=entries((term, meaning), *rows))
    assert bool(meant(content, term)) is some


def test_two_terms_may_share_a_word_if_neither_is_a_kind_of_the_other():
    rows = [("Action spectrum", "A graph of the rate."), ("Absorption spectrum", "A graph of what is held."),
            ("Limiting factor", "What is scarce."), ("Calvin cycle", "What makes sugar.")]  # fmt: skip
    content = pack(glossary=entries(*rows))
    assert set(like_it(content, recalls(content)[0])) == {row[0] for row in rows[1:]}
    rows[1] = ("Old action spectrum", "A graph of what is held.")
    content = pack(glossary=entries(*rows))
    assert set(like_it(content, recalls(content)[0])) == {row[0] for row in rows[2:]}


def test_a_number_that_is_found_from_figures_is_not_asked():
    text = "The lamp was moved away from the pondweed by {{20}} steps."
    assert asked(pack(points=[point(text)])) == ["20"]
    assert asked(pack(points=[point(f"{text}\n\n| a | b |\n|---|---|\n| 1 | 2 |")])) == []
    assert asked(pack(points=[point(f"{text}\n\n$$E = 1$$")])) == []


def test_people_are_of_one_sex_as_far_as_their_roles_tell():
    roles = [
        "She nursed.",
        "He ruled.",
        "A king.",
        "His wars failed.",
        "Wrote a book.",
        "A queen.",
        "Her life was short.",
    ]
    content = pack(
        people=[{"name": f"{'XYZUVWT'[n]}an Lo{n}", "role": f"{role} Lived there."} for n, role in enumerate(roles)]
    )
    assert wrong(content, "Yan Lo1") == {"Zan Lo2", "Uan Lo3", "Van Lo4"}
    assert wrong(content, "Xan Lo0") == set()


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("The pact with the old League was made in {{May 1935}} in the end.", {"June 1923", "May 1922", "April 1926"}),
        ("The pact with the League of 1934 was made in {{May 1935}} in the end.", set()),  # not before that
        ("The pact with the old League was made in {{1935}} in the end.", set()),
        ("The pact with Berlin and the League was made in {{May 1935}} in the end.", set()),  # the date of Berlin may be right
    ],
)  # fmt: skip
def test_a_date_in_a_gap_is_beside_others_of_its_form(text, others):
    days = {"Fez": "April 1926", "Berlin": "June 1923", "Cork": "May 1922", "Eden": "1925"}
    events = [{"title": title, "date": date} for title, date in days.items()]
    content = pack(period="1900/2000", points=[point(text)], events=events)
    assert wrong(content, next(each for each in asked(content, RecallKind.GAP))) == others


def test_a_person_in_a_gap_is_beside_others_called_alike():
    people = [
        (name, f"Led {number} wars.") for number, name in enumerate(["Ann Rand", "Bo Meyer", "Cy Lloyd", "Di Stone"])
    ]
    content = pack(
        points=[point("The campaign of the north was led by {{Meyer}} alone.")],
        people=[{"name": name, "role": role} for name, role in people],
    )
    assert wrong(content, "Meyer") == {"Rand", "Lloyd", "Stone"}


def test_answers_to_other_questions_are_left_out_where_that_is_asked():
    content = pack(events=[{"title": title, "date": date} for title, date in DAYS])
    prague = [each for each in recalls(content) if each.asked == "Prague"]
    assert "15 March 1939" in wrong(content, "3 May 1930")
    assert wrong(content, "3 May 1930", others=prague) == set()


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_of_the_shipped_packs_nothing_tells_its_answer_and_no_two_options_are_alike(path):
    content = load(path).pack
    seen = 0
    for recall in (*recalls(content), *meanings(content)):
        assert not recall.told_by(f"{recall.topic} . {recall.asked} . {content.title}", content.language)
        others = alternatives(content, recall, seed=3)
        seen += bool(others)
        words = [fold_case(each, content.language) for each in (*others, *recall.answers)]
        assert len(set(words)) == len(words)
        assert not any(one in two for one, two in combinations(words[: len(others)], 2))
    assert len(recalls(content)) >= 30
    assert seen >= 1


def test_both_are_the_same_each_time():
    def made():
        content = read(SHIPPED[0].read_bytes(), "a.yaml").pack
        return [(recall, alternatives(content, recall, 7)) for recall in recalls(content)]

    assert made() == made()
