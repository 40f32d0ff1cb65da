"""Bonds: where no line ends though the text has an ordinary space, and what becomes of them in a narrow column."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import text_runs

from studypack.layout.fonts import Family, face
from studypack.layout.no_break import bonds
from studypack.layout.page import Frame, Page
from studypack.layout.paragraph import Paragraph
from studypack.layout.style import Style
from studypack.layout.text import Run
from studypack.model.choices import Paper
from studypack.model.options import Options
from studypack.output.compose import compose
from studypack.sections import SECTIONS

PLAIN = Style(face(Family.SERIF), 10, 14)
BOLD = PLAIN.voiced(bold=True)


def shown(text):
    """The text with a tilde for each bond."""
    found = bonds(text)
    return "".join("~" if index in found else letter for index, letter in enumerate(text))


@pytest.mark.parametrize(
    "wanted",
    [
        "on 24~October 1917 and from 1–3~March, or 5~Sept. 1938",
        "on October~24, 1917, though in May 1926 and in 1938 April came",
        "on the 1st~May; am 24.~Oktober; le 1er~mai; 16~марта 1921",
        "about c.~1930, pp.~12 and p.~9; No.~3, vol.~II, Act~V and question~5",
        "A.~J.~P.~Taylor on V.~I.~Lenin (J.~M.~Keynes too)",
        "Mr~Baldwin, Dr~Weizmann and Lord~Curzon met Mrs.~Pankhurst; a lord came; M.~Poincaré",
        "Nicholas~II and George~VI, then I came; World War~II",
        "lent £30~million, or 5~per cent of 10~000~km in 44~BC",
        "they came~– too late~– and slowly; a dash–tight one",
        "«~oui~»~: non~!",
        "about 6.02~×~10²³, or 3~×~4~=~12 in all; 5~±~0.2, but a = b and x × y",
        "1~GB of 500~MB, 16~kB and 2.4~GHz; 230~V, 13~A, 4~Ω, 9.8~m/s² and 60~W; 3~mol, 5~kJ, 2~N, 101~kPa",
        "25~°C and 50~ml, 3~dm³, 7~nm; but 3 Britons, 5 children and 2 Generals",
        "in R~v~Ireland and (Donoghue~v~Stevenson), in Smith~v.~Jones; Rome~vs~Carthage, and not versus Carthage",
        "see [1961]~1~QB~394; [1932]~AC~562, [1991]~4~All~ER~481, (1868)~LR~3~HL~330, [2003]~EWCA~Civ~12 too",
        "under Art~7~ECHR and Art~6(1)~ECHR, s~47, ss~18–20 and Sch~2; it’s 5 and Articles of faith",
        "between~1825~and~1914, from~1917~to~1921 and (between~£5~and~£10), but in 1825 and in 1914 between two",
        "zwischen~1825~und~1914, entre~1825~et~1914, de~1936~a~1939, tussen~1568~en~1648",
        "in Year~9, Unit~2 and Paper~1 of Level~3; a year of war",
        "w domu o~Polsce i~o~zupie, but a man and I came",
        "a plain sentence of many words: nothing is bonded, Soviet Russia neither",
    ],
)
def test_a_space_is_bonded_where_a_printer_would_not_break(wanted):
    assert shown(wanted.replace("~", " ")) == wanted


def lines_of(content, width):
    page = Page(1, 1000, 1000, Frame(0, 0, 1000, 1000), "")
    Paragraph(content, 14).place(page, 0, 1000, width)
    lines = {}
    for item in page.items:
        lines.setdefault(round(item.y, 1), []).append(item.text)
    return ["".join(parts) for _, parts in sorted(lines.items(), reverse=True)]


@pytest.mark.parametrize("width", range(70, 320, 5))
def test_no_line_ends_in_a_day_before_its_month(width):
    plain = [Run("The treaty that they signed on 24 October 1917 held, until the 3 March after it.", PLAIN)]
    voiced = [
        Run("Signed on 24 ", PLAIN),
        Run("October", BOLD),
        Run(" 1917, and then on ", PLAIN),
        Run("3", BOLD),
        Run(" March.", PLAIN),
    ]
    for content in (plain, voiced):
        lines = lines_of(content, width)
        assert len(lines) > 1 or width > 150
        assert not any(line.rstrip().endswith(("24", " 3")) for line in lines), lines
        assert "".join(lines) == "".join(run.text for run in content)


def test_what_no_column_holds_together_is_parted_at_a_bond_before_a_word_is_cut():
    narrow = PLAIN.face.width("Alexandrovich", 10) + 1
    assert lines_of([Run("A. K. Alexandrovich", PLAIN)], narrow) == ["A. K. ", "Alexandrovich"]


@settings(deadline=None, max_examples=200)
@given(
    st.lists(
        st.sampled_from(
            [
                "24",
                "October",
                "A.",
                "J.",
                "Taylor",
                "–",
                "word",
                "another",
                "Mr",
                "c.",
                "1930",
                "million",
                "5",
                "£3",
                "w",
            ]
        ),
        min_size=1,
        max_size=30,
    ),
    st.integers(20, 300),
)
def test_bonds_lose_no_word_and_overflow_no_line(words, width):
    lines = lines_of([Run(" ".join(words), PLAIN)], width)
    assert "".join(lines).replace(" ", "") == "".join(words)
    assert all(PLAIN.face.width(line.strip(), 10) <= width + 0.02 for line in lines)


@pytest.mark.parametrize("paper", list(Paper))
def test_no_line_of_the_shipped_pack_ends_at_a_bond(shipped, paper):
    ends = 0
    before = {}
    for page, run in text_runs(compose(shipped, Options(paper=paper), SECTIONS, SECTIONS)):
        last = before.get(id(run.tag))
        if run.tag and last and page.section != "worksheets" and last.text.endswith(" ") and run.y < last.y - 5:
            ends += 1
            assert len(last.text) - 1 not in bonds(last.text + run.text), last.text + run.text
        before[id(run.tag)] = run
    assert ends > 400
