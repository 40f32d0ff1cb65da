"""Worksheets at every level of help, with every kind of gap, for every reader: what they show, and what they never tell."""

import re
from itertools import cycle, product

import pypdfium2
import pytest
from laws import every_tag, keeps_the_laws, spoken, text_runs
from packs import IN_EVERY_PROFILE, ON_EVERY_PAPER, PACKS, all_pairs, pack, point, setting, sheet
from sheets import banks, gap_tags, owed, told

from studypack.layout.page import Link, Rule, TextRun
from studypack.layout.theme import theme_for
from studypack.model.choices import Paper, Profile
from studypack.model.modes import GapWidth, Support
from studypack.model.options import Flags, Options
from studypack.model.section_modes import WorksheetModes
from studypack.output.build import choice_warnings, read
from studypack.output.compose import compose, version_code
from studypack.output.resolve import options_for
from studypack.pdf.tagged import pdf_bytes
from studypack.sections import answers
from studypack.sections.worksheets import SECTION

NAMES = ("word bank and hints", "word bank", "first letters", "from memory")
"""What each level of help is called, from the most help to none."""
LONG = ("sixty gaps", "three hundred gaps")
LONG_AT = dict(zip(GapWidth, (Support.BANK, Support.BANK_HINTS, Support.LETTERS), strict=True))
LONG_IN = list(zip(GapWidth, Profile, (Paper.A4, Paper.HALF_LETTER, Paper.A5), strict=True))


def printed(content, paper=Paper.A4, profile=Profile.STANDARD, seed=0, **modes):
    options = Options(paper=paper, profile=profile, seed=seed, worksheets=WorksheetModes(**modes))
    return compose(content, options, [SECTION], [SECTION])


def gap_rules(document):
    """The rules of each gap, by its tag, in reading order."""
    rules = {id(tag): [] for tag in gap_tags(document)}
    for page in document.pages:
        for item in page.items:
            if isinstance(item, Rule) and id(item.tag) in rules:
                rules[id(item.tag)].append(item)
    return list(rules.values())


def bank_of(content, count, seed=0):
    """The words of each bank that fit no gap of their sheet."""
    document = printed(content, distractors=count, seed=seed)
    answers = [{answer.accepted[0].casefold() for answer in one.answers} for one in owed(content, seed)]
    return [
        [word for word in bank if word.split("\u00a0\u00a0×")[0].casefold() not in right]
        for bank, right in zip(banks(document), answers, strict=True)
    ]


@pytest.mark.parametrize(("gap", "profile", "paper"), all_pairs(GapWidth, Profile, Paper))
def test_the_shipped_sheets_keep_the_laws_at_every_level(shipped, gap, profile, paper):
    document = printed(shipped, paper, profile, gap=gap, ladder=True)
    keeps_the_laws(document)
    every_page_says_whose_it_is(document)
    levels_have_pages_of_their_own_and_one_code(document, shipped)
    wanted = sum(len(each.answers) * len(each.levels) for each in owed(shipped))
    assert len(gap_tags(document)) == wanted > 100


@pytest.mark.parametrize(
    ("name", "gap", "profile", "paper"),
    [
        *all_pairs([name for name in PACKS if name not in LONG], GapWidth, Profile, Paper),
        *[(name, *look) for name, look in product(LONG, LONG_IN)],
    ],
)
def test_hostile_sheets_keep_the_laws_at_every_level(name, gap, profile, paper):
    # The longest need no more than one level with each gap.
    modes = {"support": LONG_AT[gap]} if name in LONG else {"ladder": True}
    document = printed(PACKS[name], paper, profile, gap=gap, distractors=5, **modes)
    keeps_the_laws(document)
    assert all(rules for rules in gap_rules(document)), "a gap without a rule to write on"


@pytest.mark.parametrize(("gap", "support", "paper"), all_pairs(GapWidth, Support, Paper))
def test_no_answer_stands_outside_the_bank(gap, support, paper):
    answers_here = ["Rapallo", "zeppelin", "quarantine wards", "Xanadu", "1867", "Oz"]
    content = pack(
        question="Was Rapallo wise?",
        points=[
            point("Signed at {{Rapallo|Santa Margherita}} with a {{zeppelin}} in {{1867}}.", "The Treaty of Rapallo"),
            point("The long {{quarantine wards::wait}} in {{Xanadu}} or {{Oz}}.", "A safe title", side="disadvantage"),
        ],
        worksheets=[{"title": "Sheet", "points": ["the-treaty-of-rapallo", "a-safe-title"]}],
    )
    document = printed(content, paper, support=support, gap=gap)
    with pypdfium2.PdfDocument(pdf_bytes(document)) as pdf:
        extracted = " ".join(page.get_textpage().get_text_range() for page in pdf)
        kept = [*pdf.get_metadata_dict().values(), *(mark.get_title() for mark in pdf.get_toc())]
    kept += [f"{tag.alt} {tag.said}" for tag in every_tag(document.root)]
    kept += [mark.title for page in document.pages for mark in page.bookmarks]
    kept += [item.description for page in document.pages for item in page.items if isinstance(item, Link)]
    kept += [name for page in document.pages for name in page.anchors]
    assert len(kept) > 20
    wanted = int(support in (Support.BANK, Support.BANK_HINTS))
    for words in (spoken(document), " ".join(extracted.split())):
        found = re.findall(r"\w+(?: wards)?", words.casefold())
        assert [found.count(answer.casefold()) for answer in answers_here] == [wanted] * len(answers_here)
        assert "santa" not in found
    assert not [text for text in kept for answer in answers_here if answer.casefold() in text.casefold().split()]
    assert ("(wait)" in spoken(document)) == (support is Support.BANK_HINTS)


def shown_in(document):
    """What the one gap shows: its letters, and a _ for each rule that no letter stands on."""
    (tag,) = gap_tags(document)
    items = [item for page in document.pages for item in page.items if item.tag is tag]
    _, *letters = [item for item in items if isinstance(item, TextRun)]
    rules = [item for item in items if isinstance(item, Rule)]
    middles = [run.x + run.width / 2 for run in letters]
    free = [rule for rule in rules if not any(rule.x0 < middle < rule.x1 for middle in middles)]
    both = [*((run.x, run.text) for run in letters), *((rule.x0, "_") for rule in free)]
    return "".join(text for _, text in sorted(both))


@pytest.mark.parametrize(
    ("word", "begins"),
    [
        ("dockers", "d"), ("Éire", "É"), ("x\u0304yz", "x\u0304"), ("Ленин", "Л"), ("(whites)", "w"), ("‘tsar’", "t"),
        ("Non-Intervention", "N"), ("a", ""), ("I.", ""), ("1921", ""), ("5", ""), ("1930s", ""), ("&", ""), ("–", ""),
        ("UN", "U"), ("x\u0304", ""), ("<b>", ""),
    ],
)  # fmt: skip
def test_the_first_letter_is_given_but_never_a_whole_word_or_a_figure(word, begins):
    assert shown_in(printed(sheet(f"A {{{{{word}}}}} here."), support="letters")).replace("_", "") == begins


@pytest.mark.parametrize(
    ("word", "lettered", "shown"),
    [
        ("Arcos", False, "_____"),
        ("Arcos", True, "A____"),
        ("Non-Intervention", False, "___-____________"),
        ("Non-Intervention", True, "N__-____________"),
        ("O’Brien", True, "O’_____"),
        ("U.S.S.R.", False, "_._._._."),
        ("30,000", True, "__,___"),
        ("1921", True, "____"),
        ("x<y", True, "x<_"),
        ("&", True, "_"),
        ("+", False, "_"),
        ("£30", True, "£__"),
        ("$5", False, "$_"),
        ("5½%", False, "__%"),
        ("€2.50", False, "€_.__"),
        ("A+B", False, "_+_"),
        ("a=b", False, "_=_"),
        ("C++", False, "_++"),
        ("~20°C", False, "~__°_"),
        ("a", True, "_"),
        ("x\u0304tat", True, "x\u0304___"),
    ],
)
def test_a_rule_a_letter(word, lettered, shown):
    support = "letters" if lettered else "none"
    assert shown_in(printed(sheet(f"A {{{{{word}}}}} here."), support=support, gap="letters")) == shown


def test_gaps_are_uniform_or_as_long_as_they_need_or_counted():
    content = sheet("A {{port}} and a {{general strike}} of {{1921}}, then {{non-aggression}}.")
    uniform, stretch, letters = (gap_rules(printed(content, gap=gap, support="none")) for gap in GapWidth)
    assert len({round(rule.x1 - rule.x0, 3) for (rule,) in uniform}) == 1
    lengths = [rule.x1 - rule.x0 for (rule,) in stretch]
    assert round(lengths[0], 6) == round(lengths[2], 6) < lengths[1]
    assert [len(rules) for rules in letters] == [4, 13, 4, 13]
    steps = [round(b.x0 - a.x1, 2) for a, b in zip(letters[1], letters[1][1:], strict=False)]
    assert steps.index(max(steps)) == 6, "two words are told apart by a wider space"
    assert max(steps) > 2 * min(steps)


def test_an_answer_of_several_words_is_begun_word_by_word():
    content = sheet("The {{general strike}} of {{August 1924}} was {{a}} great {{USSR}} thing.")
    document = printed(content, support="letters")
    said = {}
    for _, run in text_runs(document):
        said.setdefault(id(run.tag), []).append(run.text)
    shown = [[text.strip() for text in said[id(tag)] if text.strip()] for tag in gap_tags(document)]
    assert shown == [["1", "g", "s"], ["2", "A"], ["3"], ["4", "U"]]
    assert [tag.said for tag in gap_tags(document)] == [
        "(gap 1, begins with g; s)",
        "(gap 2, begins with A; 4 figures)",
        "(gap 3, a word)",
        "(gap 4, begins with U)",
    ]
    assert [len(rules) for rules in gap_rules(document)] == [2, 5, 1, 1]


def test_an_answer_longer_than_a_line_goes_on_in_another_rule():
    long = "word" * 60
    for paper in (Paper.A4, Paper.A5):
        for modes in ({"gap": "stretch"}, {"gap": "letters"}, {"gap": "stretch", "support": "letters"}):
            (rules,) = gap_rules(printed(sheet(f"A {{{{{long}}}}}."), paper, Profile.LARGE, **modes))
            lines = {round(rule.y0, 1) for rule in rules}
            assert len(lines) > 1
            if modes["gap"] == "letters":
                assert len(rules) == len(long)


@pytest.mark.parametrize(
    ("passage", "modes", "says"),
    [
        ("A {{b}}.", {"support": "none"}, "Write the missing word on the line."),
        ("A {{b c}}.", {"support": "none"}, "Write the missing word or phrase on the line."),
        ("A {{b}} {{c}}.", {"support": "none"}, "Write the missing words on the lines."),
        ("A {{bb}}.", {"support": "letters"}, "Write the missing word on the line. Its first letter is given."),
        ("A {{bb}} {{cc}}.", {"support": "letters"}, "Write the missing words on the lines. The first letter of each word is given."),
        ("A {{bb a}}.", {"support": "letters"}, "Write the missing word or phrase on the line. The first letter of each longer word is given."),
        ("In {{1921}}.", {"support": "letters"}, "Write the missing word on the line. Each dash is one figure of a number."),
        ("A {{b}} {{c}}.", {"support": "bank", "gap": "letters"}, "Fill each gap from the word bank. Each word is used once. Each dash is one letter."),
        ("A {{b}} {{+}}.", {"support": "bank", "gap": "letters"}, "Fill each gap from the word bank. Each word is used once. Each dash is one letter or sign."),
        ("A {{b 5}}.", {"support": "none", "gap": "letters"}, "Write the missing word or phrase on the line. Each dash is one letter or figure."),
    ],
)  # fmt: skip
def test_what_to_do_is_true_of_the_sheet_and_its_level(passage, modes, says):
    assert told(printed(sheet(passage), **modes)) == says


TALK = pack(
    points=[
        point("In {{1921}} the {{dockers}} of {{Warsaw}} wanted {{recognition}}. The debt grew.", "One", id="one"),
        point("By {{1924}} the {{Liberals|party}} had {{recognised}} a {{loan}}, a {{forgery}}.", "Two", id="two"),
        point("Then {{March 1935}} saw {{settle|dockers}} and {{purges}}. {{Propaganda}} rose in {{1938}}.", "Three", id="three"),
    ],
    glossary=[
        {"term": "Ultimatum", "meaning": "A last word, after which an ultimatum runs out."},
        {"term": "Dominions", "meaning": "Nobody says here how it is written."},
        {"term": "New Economic Policy", "meaning": "A plan."},
    ],
    people=[{"name": "David Lloyd George", "role": "When Lloyd George fell, trade went on."}],
    worksheets=[
        {"title": "First", "points": ["one"], "distractors": ["railwaymen", "Balfour"]},
        {"title": "Second", "points": ["two"]},
    ],
)  # fmt: skip


def test_without_a_number_the_distractors_are_the_authors_own():
    assert bank_of(TALK, None) == [["Balfour", "railwaymen"], []]
    assert bank_of(TALK, 0) == [[], []]
    assert bank_of(TALK, 1)[0] == ["railwaymen"]


def looks(word):
    if any(character.isdigit() for character in word):
        return "number" if word.isdigit() else "date"
    return "name" if word[0].isupper() else "word"


def test_more_distractors_come_from_the_pack_and_are_of_the_answers_kinds():
    first, second = bank_of(TALK, 6)
    assert {"railwaymen", "Balfour"} < set(first)
    assert len(first) == len(second) == 6
    for one, extra in zip(owed(TALK), (first, second), strict=True):
        assert {looks(word) for word in extra} <= {looks(answer.accepted[0]) for answer in one.answers}
        assert "number" in map(looks, extra), "a year stands among years"
    everything = {word for most in range(13) for bank in bank_of(TALK, most) for word in bank}
    assert "Lloyd George" in everything, "as the sentences call him"
    assert "ultimatum" in everything, "with a small letter, as running text has it"
    assert everything.isdisjoint({"Ultimatum", "Dominions", "David Lloyd George"}), "a capital would tell"
    assert "Propaganda" not in everything, "it opens a sentence: whether the capital is its own is not known"


def test_no_distractor_would_do_on_its_sheet():
    first = {word for most in range(13) for word in bank_of(TALK, most)[0]}
    assert "recognised" not in first, "too near recognition"
    assert "settle" not in first, "dockers is accepted beside it"
    assert "1921" not in first
    second = {word for most in range(13) for word in bank_of(TALK, most)[1]}
    assert "recognition" not in second
    assert len(first) > 5
    assert len(second) > 5


def test_distractors_are_the_same_for_the_same_content_and_seed():
    assert bank_of(TALK, 4) == bank_of(TALK, 4)
    assert bank_of(TALK, 4) == [
        ["1938", "Balfour", "forgery", "railwaymen"],
        ["1938", "dockers", "New Economic Policy", "ultimatum"],
    ]
    assert any(bank_of(TALK, 4, seed) != bank_of(TALK, 4) for seed in range(1, 6))


def test_a_bank_with_more_distractors_says_how_many():
    words = spoken(printed(TALK, distractors=5))
    assert "five are not needed" in words
    assert words.count("are not needed") == 2


def test_the_shipped_sheets_find_twelve_distractors_each(shipped):
    assert [len(set(map(str.casefold, words))) for words in bank_of(shipped, 12)] == [12] * 3
    assert all(len(set(map(str.casefold, bank))) == len(bank) for bank in banks(printed(shipped, distractors=12)))


def test_the_ladder_prints_each_sheet_from_the_most_help_to_none():
    content = pack(
        points=[point("A {{hole::gap}} and {{loan}}, a {{loan}}.", "First"), point("A {{moat::ditch}}.", "Second")],
        worksheets=[{"title": "Ditches", "points": ["first"]}, {"title": "Forts", "points": ["second"]}],
    )
    document = printed(content, ladder=True)
    words = spoken(document)
    heads = [f"LEVEL {step} OF 4: {name.upper()}" for step, name in enumerate(NAMES, start=1)]
    places = [match.start() for head in heads for match in re.finditer(head, words)]
    assert len(places) == 8
    assert [words.count(head) for head in heads] == [2] * 4
    assert sorted(places) == [places[n] for n in (0, 2, 4, 6, 1, 3, 5, 7)], "all levels of a sheet, then the next sheet"
    assert numbers_of(document) == ["gap 1", "gap 2", "gap 3"] * 4 + ["gap 1"] * 4
    assert len(re.findall(r"loan\s+×2", words)) == words.count("WORD BANK hole") == 2
    assert words.count("(gap)") == 1
    marks = [mark.title for page in document.pages for mark in page.bookmarks]
    assert marks[1:5] == [f"Ditches, level {step} of 4: {name}" for step, name in enumerate(NAMES, start=1)]
    assert len({name for page in document.pages for name in page.anchors if name.startswith("worksheets:")}) == 8


def levels_have_pages_of_their_own_and_one_code(document, shipped):
    # Of a sheet without a hint the first two levels are the same, and printed once.
    count = sum(len(one.levels) for one in owed(shipped))
    assert spoken(document).count(f"Version {version_code(shipped, Options())}") >= count
    starts = [page for page in document.pages if any(name.startswith("worksheets:") for name in page.anchors)]
    assert len(starts) == count


@IN_EVERY_PROFILE
def test_the_key_answers_a_ladder_once_and_says_what_it_serves(shipped, profile):
    options = Options(profile=profile, worksheets=WorksheetModes(ladder=True))
    words = spoken(compose(shipped, options, [answers.SECTION], [SECTION]))
    assert words.count("11 marks") == 2
    code = version_code(shipped, options)
    assert f"For version {code} of the sheets, at every level of help: {', '.join(NAMES)}." in words


@pytest.mark.parametrize(("support", "gap"), list(zip(Support, cycle(GapWidth), strict=False)))
def test_sheet_and_key_share_their_code_and_numbers_in_every_mode(shipped, gap, support):
    modes = {"support": support, "gap": gap, "distractors": 4}
    options = Options(worksheets=WorksheetModes(**modes))
    assert version_code(shipped, options) == version_code(shipped, Options())
    key = spoken(compose(shipped, options, [answers.SECTION], [SECTION]))
    assert key == spoken(compose(shipped, Options(), [answers.SECTION], [SECTION]))
    assert numbers_of(printed(shipped, **modes)) == numbers_of(printed(shipped))


def numbers_of(document):
    return [re.match(r"\((gap \d+)", tag.said)[1] for tag in gap_tags(document)]


@pytest.mark.parametrize(
    ("modes", "says"),
    [
        ({}, "3 worksheets, 32 gaps, each with a word bank"),
        ({"support": "bank"}, "3 worksheets, 32 gaps, each with a word bank"),
        ({"support": "letters"}, "3 worksheets, 32 gaps, each with first letters"),
        ({"support": "none"}, "3 worksheets, 32 gaps, from memory"),
        ({"ladder": True}, "3 worksheets, 32 gaps, each at three or four levels of help"),
    ],
)
def test_the_contents_say_what_is_printed(shipped, modes, says):
    assert SECTION.describe(setting(shipped, Options(worksheets=WorksheetModes(**modes)))) == says


@ON_EVERY_PAPER
def test_handwriting_has_more_room_where_type_is_larger(paper):
    content = sheet("A {{short}} one and {{another}}.\n\n" + "Many words stand here with no gap. " * 4)
    looks = [theme_for(paper, profile) for profile in (Profile.STANDARD, Profile.CLEAR, Profile.LARGE)]
    pitches = [theme.passage_fits[0].leading for theme in looks]
    assert pitches == sorted(set(pitches))
    assert all(theme.passage_fits[-1].leading > 1.7 * theme.passage_fits[-1].size for theme in looks)
    lengths = [gap_rules(printed(content, paper, theme.profile))[0][0] for theme in looks]
    assert [rule.x1 - rule.x0 for rule in lengths] == sorted({rule.x1 - rule.x0 for rule in lengths})


def every_page_says_whose_it_is(document):
    for page in filter(lambda page: page.items, document.pages):
        lines = [item for item in page.items if isinstance(item, Rule) and item.thickness == 0.6]
        assert lines, f"page {page.number} has no line for a name"
        assert all(line.x1 - line.x0 > 30 for line in lines)


HINTED, BARE = "They met at {{Rapallo::a treaty}} in {{May}}.", "They met at {{Genoa}} in {{June}}."
ONE_SHEET = "levels 1 and 2 are one sheet, for no gap has a hint"
LEVELS = {
    HINTED: [f"Level {step} of 4: {name}" for step, name in enumerate(NAMES, 1)],
    BARE: ["Levels 1 and 2 of 4: word bank", "Level 3 of 4: first letters", "Level 4 of 4: from memory"],
}


@pytest.mark.parametrize(
    ("texts", "told", "summary"),
    [
        ((HINTED,), "", "One worksheet, 2 gaps, at four levels of help"),
        ((BARE,), ONE_SHEET, "One worksheet, 2 gaps, at three levels of help"),
        ((BARE, BARE), ONE_SHEET, "2 worksheets, 4 gaps, each at three levels of help"),
        (
            (HINTED, BARE),
            "levels 1 and 2 of worksheet 2 are one sheet, for no gap there has a hint",
            "2 worksheets, 4 gaps, each at three or four levels of help",
        ),
        (
            (BARE, HINTED, BARE, BARE),
            "levels 1 and 2 of worksheets 1, 3 and 4 are one sheet, for no gap there has a hint",
            "4 worksheets, 8 gaps, each at three or four levels of help",
        ),
    ],
)
def test_levels_that_come_to_the_same_are_one_sheet(tmp_path, texts, told, summary):
    """Said on the sheet, in the key, and by build and check."""
    sheets = "".join(f"  - {{title: S{number}, passage: {text!r}}}\n" for number, text in enumerate(texts))
    path = tmp_path / "pack.yaml"
    path.write_text(f"title: A topic\npack: {{worksheets: {{ladder: yes}}}}\nworksheets:\n{sheets}", encoding="utf-8")
    loaded = read(path)
    options = options_for(loaded.pack, Flags())
    words = spoken(compose(loaded.pack, options, [SECTION], [SECTION]))
    wanted = [level for text in texts for level in LEVELS[text]]
    assert re.findall("|".join(map(re.escape, dict.fromkeys(wanted))), words, re.IGNORECASE) == list(
        map(str.upper, wanted)
    )
    in_key = spoken(compose(loaded.pack, options, [answers.SECTION], [SECTION]))
    assert re.findall(r"levels 1 and 2 [^.]*", in_key, re.IGNORECASE) == ([f"L{told[1:]}"] if told else [])
    assert ("word bank and hints" in in_key) == (HINTED in texts)
    assert [problem.message for problem in choice_warnings(loaded, Flags())] == ([told] if told else [])
    assert SECTION.describe(setting(loaded.pack, options)) == summary
