"""What is said about gaps and dates: by `read`, which `build` and `check` share, and as advice."""

import pytest

from studypack.advice.rules import advice
from studypack.base.errors import ContentError
from studypack.output.build import Flags, read, render

POINT = "  - {side: advantage, title: %s, date: 1921, text: %r}\n"
OTHER = "  - {side: disadvantage, title: Other, date: 1922, text: 'Prices {{rose}} fast.'}\n"


def loaded(tmp_path, content):
    path = tmp_path / "pack.yaml"
    path.write_text(f"title: Trade\n{content}", encoding="utf-8")
    return read(path)


def advised(tmp_path, content):
    """Each piece of advice with the words that its caret underlines."""
    return [
        (problem.message, problem.excerpt[problem.column - 1 :][: problem.length])
        for problem in advice(loaded(tmp_path, content))
    ]


def sheet(passage, more=""):
    return f"points:\n{POINT % ('First', 'A {{loan}} came.')}{OTHER}worksheets:\n  - {{title: Zebra, passage: {passage!r}{more}}}\n"


@pytest.mark.parametrize(
    ("content", "meant", "hint"),
    [
        (sheet("Lenin began the (NEP) in 1921."), "(NEP)", "for a gap, write {{NEP}}, not (NEP)"),
        (sheet("Lenin began the [NEP] in 1921."), "[NEP]", "for a gap, write {{NEP}}, not [NEP]"),
        (sheet("Lenin began the {NEP} in 1921."), "{NEP}", "for a gap, write {{NEP}}, not {NEP}"),
        (sheet("Lenin began the ((NEP)) in 1921."), "((NEP))", "for a gap, write {{NEP}}, not ((NEP))"),
        (sheet("Lenin began the NEP}} in 1921."), "NEP}}", "for a gap, write {{NEP}}, not NEP}}"),
        (sheet("Lenin began the ____ in 1921."), "____", "for a gap, write {{the answer}}, not ____"),
        (sheet("Lenin began the ...... in 1921."), "......", "for a gap, write {{the answer}}, not ......"),
        (
            sheet("Lenin began.", ", distractors: [Numbat]"),
            "'Lenin began.'",
            "write what is to be filled in between double braces: {{trade agreement}}",
        ),
        (
            f"points:\n{POINT % ('Plain', 'No gap here.')}worksheets:\n  - title: Zebra\n    points: [plain]\n",
            "[",
            "write what is to be filled in between double braces: {{trade agreement}}",
        ),
        (
            f"points:\n{POINT % ('Plain', 'The (NEP) here.')}worksheets:\n  - title: Zebra\n    points: [plain]\n",
            "(NEP)",
            "for a gap, write {{NEP}}, not (NEP)",
        ),
    ],
    ids=["round", "square", "braces", "twice", "end", "line", "dots", "nothing", "point", "point with brackets"],
)
def test_a_worksheet_without_a_gap_is_refused_at_its_place(tmp_path, content, meant, hint):
    with pytest.raises(ContentError) as caught:
        loaded(tmp_path, content)
    [problem] = caught.value.problems
    assert problem.message == "the worksheet 'Zebra' has no gap, so nothing of it can be printed"
    assert (problem.excerpt[problem.column - 1 :][: problem.length], problem.hint) == (meant, hint)


@pytest.mark.parametrize(
    "content",
    [
        sheet("Lenin (1921) began the {{NEP}}."),
        f"points:\n{OTHER}{POINT % ('Plain', 'No gap here.')}worksheets:\n  - {{title: Zebra, points: [plain, other]}}\n",
        f"points:\n{POINT % ('Plain', 'No gap here.')}worksheets:\n  - {{title: Z, points: [plain], passage: 'A {{{{b}}}}.'}}\n",
    ],
    ids=["brackets beside a gap", "one of two points", "points and passage"],
)
def test_a_worksheet_with_one_gap_is_printed(tmp_path, content):
    assert len(render(loaded(tmp_path, content).pack, Flags(sections=("worksheets",)), "pack")) == 2


def points(*texts):
    return "points:\n" + "".join(POINT % (f"Point {n}", text) for n, text in enumerate(texts)) + OTHER


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was a {{raid::raid of 1927}}.", [("the hint prints the answer 'raid' beside its gap", "{{raid::raid of 1927}}")]),
        ("In {{1921::not 1921}}.", [("the hint prints the answer '1921' beside its gap", "{{1921::not 1921}}")]),
        ("A {{NEP|New Economic Policy::the NEP}}.", [("the hint prints the answer 'NEP' beside its gap", "{{NEP|New Economic Policy::the NEP}}")]),
        ("A {{war::war}}.", [("the hint prints the answer 'war' beside its gap", "{{war::war}}")]),
        ("A {{raid::raiders came}}, a {{war::warning}}, {{is::as it is}}.", []),
        ("The treaty was the {{treaty}} of Rapallo.", [("the answer 'treaty' also stands in plain in this sentence", "{{treaty}}")]),
        ("Some {{text}}, that is, the Text.", [("the answer 'text' also stands in plain in this sentence", "{{text}}")]),
        ("The NEP was the {{NEP}}.", [("the answer 'NEP' also stands in plain in this sentence", "{{NEP}}")]),
        ("Trade. The {{trade}} grew. Trade did.", []),
        ("The {{trade}} of traders, {{war}} or not war.", []),
        ("It ended. {{Intervention}} failed.", []),
        ("It ended. {{Intervention}} failed, like intervention before.", [("the answer 'Intervention' also stands in plain in this sentence", "{{Intervention}}")]),
        ("It ended. {{Trade}} grew. So trade did.", []),
        ("It ended near Rapallo. {{Rapallo}} is in Italy. {{Western Front}} too. {{NEP}}!", []),
    ],
    ids=str,
)  # fmt: skip
def test_what_gives_an_answer_away(tmp_path, text, found):
    told = [(message, place) for message, place in advised(tmp_path, points(text)) if "gaps is hard" not in message]
    assert told == found


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (sheet("A {{b}}.") + "summary: A {{Rapallo::treaty}}.\n", "the hint 'treaty' is printed nowhere: this text is on no worksheet"),
        (sheet("A {{b}}.") + "summary: A {{Rapallo|Genoa}}.\n", "the other answer 'Genoa' is printed nowhere: this text is on no worksheet"),
        (sheet("A {{b}}.") + "summary: A {{Rapallo}}.\n", None),
        (sheet("A {{b|c::d}}."), None),
        (points("A {{b|c::d}}."), None),
        (points("A {{b|c::d}}.") + "worksheets: [{title: Z, points: [other]}]\n", "this point has hints or other answers, but no worksheet prints them"),
        (points("A {{b|c}}.", "A {{e::f}}.") + "worksheets: [{title: Z, points: [other]}]\n", "2 points have hints or other answers, but no worksheet prints them: A1, A2"),
        (sheet("A {{b}}.") + "glossary: [{term: t, meaning: 'A {{Rapallo::treaty}}.'}]\n", "the hint 'treaty' is printed nowhere: this text is on no worksheet"),
    ],
    ids=["summary", "alternative", "plain gap", "passage", "point", "point left out", "points left out", "glossary"],
)  # fmt: skip
def test_a_hint_that_is_printed_nowhere_is_told(tmp_path, content, found):
    assert [message for message, _ in advised(tmp_path, content)] == ([found] if found else [])


@pytest.mark.parametrize(
    ("dated", "undated", "found"),
    [
        (0, 9, []),
        (4, 5, []),
        (4, 4, []),
        (5, 4, ["4 points are on no timeline, without a date: A1, A2, A3, A4"]),
        (12, 10, ["10 points are on no timeline, without a date: A1, A2, A3, A4, A5, A6, A7, A8 and 2 more"]),
        (4, 1, ["this point has no date, so it is not on the timeline"]),
        (2, 1, []),  # of so few dates there is no timeline
        (9, 0, []),
    ],
)
def test_undated_points_are_told_once_and_only_among_dated_ones(tmp_path, dated, undated, found):
    point = "  - {side: %s, title: P%d, %stext: 'A {{b%d}} here.'}\n"
    content = "".join(point % ("advantage", n, "", n) for n in range(undated))
    content += "".join(point % ("disadvantage", 90 + n, "date: 1921, ", 90 + n) for n in range(dated))
    assert [message for message, _ in advised(tmp_path, f"points:\n{content}") if "side" not in message] == found


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["A {{b}} here."], []),
        (["Nothing here."], ["this point has no gap to fill in on a worksheet"]),
        (["Nothing here.", "Nor here."], ["2 points have no gap to fill in on a worksheet: A1, A2"]),
    ],
)
def test_points_without_gaps_are_told_once(tmp_path, texts, found):
    assert [message for message, _ in advised(tmp_path, points(*texts))] == found


def test_a_pack_without_any_gap_is_told_once(tmp_path):
    content = points("One.", "Two.").replace("{{rose}}", "rose")
    assert [message for message, _ in advised(tmp_path, content)] == ["no point has a gap, so there are no worksheets"]


@pytest.mark.parametrize("end", ["\n\n      - bricks\n\n      - lime", " `x = 1`", " see http://www.a.uk/b"])
def test_what_ends_in_no_sentence_need_not_end_in_a_stop(tmp_path, end):
    text = (
        f"points:\n  - side: advantage\n    title: A\n    date: 1921\n    text: |\n      A {{{{b}}}} of{end}\n{OTHER}"
    )
    assert advised(tmp_path, text) == []
