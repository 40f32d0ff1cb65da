"""Formulas on the pages of every section: drawn, copied, heard; in gaps, banks, keys and fields."""

import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from effort import ends
from laws import every_tag, keeps_the_laws, text_runs
from packs import LOOKS

from studypack.base import limits
from studypack.base.errors import LimitError
from studypack.base.formula.outline import drawn
from studypack.base.styled_text import spans_of
from studypack.layout.extent import extent
from studypack.layout.field import Field
from studypack.layout.ink import saved
from studypack.layout.page import Frame, Outline, Page, Rectangle, Rule
from studypack.layout.paragraph import Paragraph
from studypack.layout.shorten import cut
from studypack.layout.style import INK, SIDE_COLORS, WHITE
from studypack.layout.tag import Furniture
from studypack.layout.text import Run
from studypack.layout.theme import theme_for
from studypack.model.choices import Paper, Profile
from studypack.model.markup import parse_line
from studypack.model.modes import GapWidth
from studypack.model.options import Options
from studypack.model.section_modes import WorksheetModes
from studypack.output.compose import compose
from studypack.pdf.tagged import pdf_bytes
from studypack.reading.load import read
from studypack.sections import SECTIONS
from tests.pdf.verdict import verdict_on
from tests.test_extraction import with_poppler
from tests.transcript import heard

YAML = r"""
title: Energy and $E = mc^2$
summary: Mass is energy, $E = mc^2$, and costs $5 to $10.
question: Is $E = mc^2$ all?
sides: {advantage: Kept, disadvantage: Lost}
points:
  - side: advantage
    title: Kinetic energy $E_k$
    date: 1740
    theme: Motion of $m$
    text: |
      A body of mass $m$ has the {{kinetic energy}} $E_k = \frac{1}{2}mv^2$. Twice the speed is {{$2^2$|four::a number}} times
      that, or $\left(\frac{v_2}{v_1}\right)^2$ of it; and {{H~2~O}} is {{$\frac{9}{4}$|2.25}} of that.

      $$\int_0^s F\,ds = \sum_{i=1}^n \frac{m_i v_i^2}{2}$$

      - An item with $\sqrt{2}$ in it.
      - Another with {{$\sum_{i=1}^n i$}}.

      | Quantity | In $\mathrm{kJ}$ |
      |---|---|
      | Speed | $v = \frac{s}{t}$ |
  - side: disadvantage
    title: Heat $Q$
    date: 1842
    text: |
      What is lost is {{heat}}: $Q = mc\Delta T$. The formula
      $$x_1 + x_2 + x_3 + x_4 + x_5 + x_6 + x_7 + x_8 + x_9 + x_{10} + x_{11} + x_{12} + x_{13} + x_{14} + x_{15} + x_{16} = y$$
      is long.
glossary: [{term: "Power $P$", meaning: "Work in a time: $P = \\frac{W}{t}$."}]
people: [{name: "Max $h$ Planck", role: "He found $E = h\\nu$."}]
flashcards: [{front: "What is $\\frac{x}{x}$?", back: "It is ${1}$.\n\n$$\\frac{x}{x} = 1$$"}]
evaluation:
  question: Is $E = mc^2$ famous?
  paragraphs:
    - - {move: judgement, text: "It is, since $E = mc^2$ and $\\frac{\\frac{a}{b}}{\\frac{c}{d}}$ are known to all who went to a school, however long ago."}
      - {move: evidence, text: "A thing costs $5, or $\\sum_{i=1}^n \\frac{1}{i}$, and that for a long line of words."}
"""
PACK = read(YAML.encode(), "physics.yaml").pack
DRAWN = r"\frac", "^2", r"\sum", "E_k", r"\sqrt", r"\Delta"
"""What is LaTeX, and is never seen."""


def named(*names):
    return [section for section in SECTIONS if section.name in names]


def seen(document):
    """What is printed as text."""
    return [run.text for _, run in text_runs(document) if not run.hidden]


@pytest.mark.parametrize(("paper", "profile"), LOOKS)
def test_every_section_draws_them_and_keeps_the_laws(paper, profile):
    for section in (each for each in SECTIONS if not each.lack(PACK, Options())):
        document = compose(PACK, Options(paper=paper, profile=profile), [section], SECTIONS)
        keeps_the_laws(document)
        printed = [text for text in seen(document) if any(mark in text for mark in DRAWN)]
        assert not printed, (section.name, printed)
    outlines = [item for page in compose(PACK, Options(), SECTIONS, SECTIONS).pages for item in page.items]
    assert sum(isinstance(item, Outline) for item in outlines) > 60


@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize("fillable", [False, True])
def test_the_file_keeps_the_standards(profile, fillable):
    sections = [section for section in SECTIONS if not section.to_cut(Options())]
    document = compose(PACK, Options(profile=profile, fillable=fillable), sections, SECTIONS)
    assert verdict_on(document, pdf_bytes(document)) == []


def test_they_are_heard_in_words():
    lines = heard(pdf_bytes(compose(PACK, Options(), SECTIONS, SECTIONS)))
    whole = "\n".join(lines)
    assert "heading 1: Energy and E equals m c squared" in lines
    assert "Kept 1: Kinetic energy E sub k" in whole
    assert "energy E sub k equals one half m v squared. Twice" in whole
    assert "is (gap 2, hint: a number) times that" in whole
    assert "the square root of 2 in it" in whole
    assert not [line for line in lines if any(mark in line for mark in DRAWN)]


def test_bank_key_and_fields_show_the_answers_of_gaps():
    sheets = compose(PACK, Options(fillable=True), named("worksheets"), SECTIONS)
    bank = [tag for tag in every_tag(sheets.root) if tag.kind == "Formula" and tag.parent.kind == "LBody"]
    assert {tag.alt for tag in bank} >= {"2 squared", "9 over 4"}
    names = [item.name for page in sheets.pages for item in page.items if isinstance(item, Field)]
    assert {"9 over 4, used", "2 squared, used", "H2O, used"} <= set(names)
    gaps = [name for name in names if name.startswith("gap")]
    assert len(gaps) == 6
    assert not [name for name in gaps if "9 over 4" in name or "2 squared" in name]
    assert not [name for name in names if any(mark in name for mark in DRAWN)]
    key = compose(PACK, Options(), named("answers"), named("worksheets"))
    said = {tag.alt for tag in every_tag(key.root) if tag.kind == "Formula"}
    assert {"2 squared", "9 over 4", "the sum from i equals 1 to n of i"} <= said
    assert {"four", "2.25"} <= {text.strip() for text in seen(key)}


@pytest.mark.parametrize("gap", list(GapWidth))
def test_a_formula_has_one_rule_however_wide_gaps_are(gap):
    options = Options(worksheets=WorksheetModes(gap=gap))
    sheets = compose(PACK, options, named("worksheets"), SECTIONS)
    keeps_the_laws(sheets)
    told = [tag.said for tag in every_tag(sheets.root) if tag.said.startswith("(gap 4")]
    assert told == ["(gap 4)"]  # nothing of the letters of LaTeX
    wide = [
        item
        for page in sheets.pages
        for item in page.items
        if isinstance(item, Field) and item.name.startswith("gap 4")
    ]
    assert len(wide) == 1


def test_capitals_are_other_letters_in_a_formula():
    text = "It is {{$v$}} and {{$V$}}, {{heat}} and {{Heat}}."
    pack = read(f"title: T\nworksheets: [{{title: S, passage: '{text}'}}]".encode(), "p.yaml").pack
    sheets = compose(pack, Options(), named("worksheets"), SECTIONS)
    names = [
        item.name
        for page in sheets.pages
        for item in page.items
        if isinstance(item, Field) and item.name.endswith("used")
    ]
    assert sorted(names) == ["V, used", "heat, used", "v, used"]


def test_they_are_copied_as_they_were_typed():
    read_back = with_poppler(pdf_bytes(compose(PACK, Options(paper=Paper.A4), named("table"), SECTIONS)))
    whole = " ".join(read_back.split())
    assert r"E_k = \frac{1}{2}mv^2. Twice" in whole
    assert r"What is lost is heat: Q = mc\Delta T. The" in whole


def test_in_a_language_without_words_for_formulas_the_author_speaks():
    yaml = "title: T\nlanguage: it\nsummary: 'Vale $x^2${alt=x al quadrato}, $y^2$ e [$z^2$]{lang=en}.'\n"
    document = compose(read(yaml.encode(), "p.yaml").pack, Options(), named("overview"), SECTIONS)
    formulas = [tag for tag in every_tag(document.root) if tag.kind == "Formula"]
    assert [tag.alt for tag in formulas] == ["x al quadrato", "y^2", "z squared"]
    assert not any(tag.lang for tag in formulas)


SAID = r"""
title: T
points:
  - side: advantage
    title: Power, $P = VI$
    text: |
      It is {{$E = Pt$}} at 10 $\Omega$, about 10^28^, 5 kg/m^3^. At 2 $\mathrm{m/s}$ it is {{100}} $\Omega$ of $\Omega$.

      | Name | In kg/m^3^ |
      |---|---|
      | Ice | {{920}} |
  - {side: disadvantage, title: Density in kg/m^3^, date: 1678, text: "It is {{low}}."}
  - {side: disadvantage, title: Power, date: 1827, text: "It is {{low}}."}
  - {side: disadvantage, title: Heat, date: 1841, text: "It is {{low}}."}
  - {side: disadvantage, title: Light, date: 1879, text: "It is {{low}}."}
"""


def test_whatever_is_said_has_its_formulas_and_small_letters_in_words():
    pack = read(SAID.encode(), "p.yaml").pack
    sections = named("table", "timeline", "worksheets", "answers")
    whole = "\n".join(heard(pdf_bytes(compose(pack, Options(fillable=True), sections, SECTIONS))))
    for words in (
        "Key words: E equals P t, 100, 920",  # the words in bold, at the end of a point
        "at 10 ohms, about 10 to the power 28, 5 kg/m cubed. At 2 metres per second it is 100 ohms of capital omega.",
        "Not dated: Advantage 1 (link), Power, P equals V I",
        "gap 3: In kg/m cubed, Ice",
    ):
        assert words in whole
    assert "Density in kg/m cubed" in whole
    for typed in ("= ", "m3", "1028", " .", " ,"):
        assert typed not in whole


@pytest.mark.parametrize("profile", list(Profile))
def test_formulas_are_as_bold_as_the_words_around_them(profile):
    text = "It is $a$, **bold $b$**, {{$c$}} and {{plain}}."
    yaml = f"title: T\npoints: [{{side: advantage, title: Of $d$, text: '{text}'}}]\n"
    document = compose(read(yaml.encode(), "p.yaml").pack, Options(profile=profile), named("table"), SECTIONS)
    outlines = [item for page in document.pages for item in page.items if isinstance(item, Outline)]
    assert {item.tag.alt: item.bold for item in outlines} == {"a": False, "b": True, "c": True, "d": True}
    plain = [replace(page, items=[_unbold(item) for item in page.items]) for page in document.pages]
    paths = [_fills(each) for each in (document, replace(document, pages=plain))]
    assert paths[0] - paths[1] == 3


def _unbold(item):
    return replace(item, bold=False) if isinstance(item, Outline) else item


def _fills(document):
    with pikepdf.open(BytesIO(pdf_bytes(document))) as pdf:
        painted = [str(each.operator) for page in pdf.pages for each in pikepdf.parse_content_stream(page)]
    return painted.count("f")


@pytest.mark.parametrize("profile", list(Profile))
def test_headings_and_running_heads_have_formulas_drawn_and_clear_of_their_rule(profile):
    yaml = (
        r"{title: 'Of $\frac{1}{2}$', sides: {advantage: 'With $F = ma$', disadvantage: 'Without $\frac{v^2}{r}$'}, points:"
        " [{side: advantage, title: A, text: 'It {{is}}.'}, {side: disadvantage, title: B, text: 'It {{is}} not.'}]}"
    )
    document = compose(read(yaml.encode(), "p.yaml").pack, Options(profile=profile), named("table"), SECTIONS)
    keeps_the_laws(document)
    assert not [words for words in seen(document) if "= ma" in words or "frac" in words]
    heads = [item for item in document.pages[0].items if isinstance(item, Outline) and item.tag is Furniture.HEAD]
    rule = max(item.y0 for item in document.pages[0].items if isinstance(item, Rule))
    assert heads
    assert all(rule < extent(item)[1] for item in heads)


@pytest.mark.parametrize("color", [WHITE, INK])
def test_saving_ink_keeps_formulas_as_it_keeps_words(color):
    ground = Rectangle(0, 0, 100, 100, fill=SIDE_COLORS[0])
    formula = Outline(10, 10, drawn("x"), 12, color)
    page = Page(1, 100, 100, Frame(0, 0, 100, 100), "table", items=[ground, formula])
    kept = [item for item in saved([page])[0].items if isinstance(item, Outline)]
    assert [item.color for item in kept] == [SIDE_COLORS[0] if color == WHITE else INK]


HEAVY = ("ziamath", "ziafont", "latex2mathml")


@pytest.mark.parametrize(
    ("summary", "loaded"), [("It costs $5 to $10, H~2~O and x^2^.", False), ("It is $x^2$.", True)]
)
def test_what_draws_formulas_is_loaded_with_the_first_one(tmp_path, summary, loaded):
    (tmp_path / "pack.yaml").write_text(
        f"title: T\nsummary: '{summary}'\npoints: [{{side: advantage, title: P, text: A.}}]\n"
    )
    program = Path(sys.executable).parent / "studypack"
    code = f"""
import runpy, sys
sys.argv = ["studypack", "build", "pack.yaml", "--out", "made"]
try:
    runpy.run_path({str(program)!r}, run_name="__main__")
except SystemExit as end:
    assert not end.code, end.code
print([name for name in {HEAVY} if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == str([*HEAVY] if loaded else [])


@pytest.mark.parametrize("width", range(40, 400, 40))
def test_a_title_that_is_cut_has_whole_formulas_or_none(width):
    line = parse_line(r"The energy $E = \frac{1}{2}mv^2$ of a body in motion, *so* $F = ma$, and on")
    style = theme_for(Paper.A4).body
    shown = cut(line, style, width, 1)
    assert Paragraph([Run(shown, style)], style.leading).lines(width) == 1
    assert shown == line or shown.endswith(" …")
    formulas = [span.text for span in spans_of(shown) if span.formula]
    assert formulas == [r"E = \frac{1}{2}mv^2", "F = ma"][: len(formulas)]
    assert not [span for span in spans_of(shown) if not span.formula and "frac" in span.text]


def test_formulas_without_end_are_refused_when_their_time_is_up(monkeypatch):
    text = " ".join(rf"$\sqrt{{{number}}} + x_{{{number}}}^2$" for number in range(7_000, 7_400))
    monkeypatch.setattr(limits, "SECONDS", 0.2)
    with ends(), pytest.raises(LimitError, match="not done after"):
        read(f"title: T\nsummary: '{text}'".encode(), "p.yaml")
