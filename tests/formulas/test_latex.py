"""Formulas: what is drawn, and what is refused at its place, with a way to write it that is drawn."""

import re
import subprocess
import sys

import pytest
from effort import ends

from studypack.base.formula import outline
from studypack.base.formula.error import FormulaError
from studypack.base.formula.outline import SMALLEST, Drawing, drawn

SCHOOL = (
    r"E = mc^2",
    r"x = \frac{-b \pm \sqrt{b^2-4ac}}{2a}",
    r"\frac12 + \tfrac{1}{2} + \dfrac ab + x^\frac12",
    r"\sum_{i=1}^n i + \prod_{k=1}^{n} k + \int_0^1 x^2\,dx + \oint + \iint",
    r"a < b > c \leq d \geq e \neq f \approx g \equiv h \propto \infty",
    r"\binom{n}{k} + \sqrt[3]{8} + n! + 50\% + \$5 + \{1\}",
    r"\begin{pmatrix}1&2\\3&4\end{pmatrix} \begin{vmatrix}a&b\\c&d\end{vmatrix}",
    r"f(x)=\begin{cases}1&x>0\\0&\text{if not}\end{cases}",
    r"\begin{aligned}a&=b+c\\&=d\end{aligned}",
    r"\begin{array}{lcr}a&b&c\\1&22&333\end{array}",
    r"\vec{AB} + \overrightarrow{AB} + \overline{AB} + \bar{x} + \hat{y} + \dot{z} + \underbrace{a+b}_{n}",
    r"9.81\,\mathrm{m\,s^{-2}} + 1,000,000.5 + 3{,}14",
    r"A \xrightarrow{\text{heat}} B \rightleftharpoons C \implies D \iff E",
    r"f'(x) + f''(x) + x'^2 + x''^{2} + y'_1 + y_1'' + {}^{14}_{6}\mathrm{C}",
    r"\lim_{x\to 0}\frac{\sin x}{x} = \log_{10} 10 = \ln e = \max\{1, 0\}",
    r"\mathbb{R} \subset \mathbb{C}, \mathcal{L}, \mathbf{v}, \boldsymbol{\mu}, A \cup B \cap C, x \notin D",
    r"\left\{x \mid x > 5\right\} + \left|x\right| + \|v\| + ||v|| + \bigl( x \bigr) + \left. x \right]",
    r"\therefore \angle ABC = 90^\circ, AB \parallel CD, p \land \neg q, \forall x \exists y",
    r"\cancel{x} + \boxed{x=1} + \operatorname{erf}(x) + \sech x + x \overset{?}{=} y + \phantom{x}",
    r"\alpha\beta\gamma\delta\varepsilon\theta\lambda\mu\pi\rho\sigma\phi\omega\Delta\Omega\Sigma + αβ×÷½²",
    r"\nabla \times \vec{E} = -\frac{\partial \vec{B}}{\partial t} \not= \hbar\omega",
)


@pytest.mark.parametrize("latex", SCHOOL)
@pytest.mark.parametrize("display", [False, True])
def test_what_schools_write_is_drawn(latex, display):
    made = drawn(latex, display=display)
    assert made.contours
    assert all(len(segment) in (2, 6) for contour in made.contours for segment in contour)
    assert all(-0.01 <= x <= made.width + 0.01 for contour in made.contours for x in contour[0][::2])
    assert made.height > 0


@pytest.mark.parametrize(
    ("latex", "least"),
    [
        (r"\overrightarrow{ABCDEF}", 7),  # the arrow is made of parts
        (r"\underbrace{a+b+c+d}_{n}", 10),
        (r"\begin{vmatrix}a\\b\\c\\d\\e\end{vmatrix}", 7),
        (r"\boxed{x}", 5),
        (r"\cancel{x}", 2),
        (r"\frac{1}{2}", 3),
        (r"\sqrt{2}", 3),
        (r"\overline{AB}", 3),
    ],
)
def test_nothing_of_a_formula_is_lost(latex, least):
    assert len(drawn(latex).contours) >= least


def test_a_formula_in_a_line_is_lower_than_one_that_stands_alone():
    latex = r"\sum_{i=1}^n \frac{1}{i}"
    alone, within = drawn(latex, display=True), drawn(latex)
    assert alone.height + alone.depth > 1.2 * (within.height + within.depth)


def test_a_fraction_has_room_on_both_sides():
    made = drawn(r"\frac{9}{4}")
    across = [x for contour in made.contours for segment in contour for x in segment[::2]]
    assert min(across) == pytest.approx(made.width - max(across), abs=0.06)
    assert min(across) > 0.1


@pytest.mark.parametrize("latex", ["P =", "= 5", "x +", r"\leq 3", r"A \subset", "=", r"\frac{1}{2} ="])
def test_a_sign_at_its_edge_has_no_room_of_its_own(latex):
    made = drawn(latex)
    across = [x for contour in made.contours for segment in contour for x in segment[::2]]
    assert made.width - max(across) < 0.2
    assert min(across) < 0.2


@pytest.mark.parametrize(("least", "part"), [(0.45, 0.7), (0.8, 0.8), (1, 1)])
def test_powers_are_as_large_as_is_asked(least, part):
    base, power = drawn("x^x", least=least).contours
    tall = [max(s[-1] for s in contour) - min(s[-1] for s in contour) for contour in (base, power)]
    assert tall[1] / tall[0] == pytest.approx(part, abs=0.1)  # small letters of their own are a little taller


@pytest.mark.parametrize(
    ("latex", "offset", "length", "message", "hint"),
    [
        ("", 0, 1, "empty", r"\$"),
        (r"\quad", 0, 5, "shows nothing", r"\$"),
        (r"x + \frac{1}", 4, 5, "nothing after \\frac", r"\frac{a}{b}"),
        ("x^2^3", 3, 1, "two ^", "x^{2^3}"),
        ("x_1_2", 3, 1, "two _", "braces"),
        ("x^2'", 3, 1, "after a power", "x'^2"),
        ("x'^2^3", 4, 1, "two ^", "braces"),
        ("x_", 1, 1, "nothing after _", "x_{10}"),
        (r"\sqrt", 0, 5, "nothing after", r"\sqrt{a}"),
        (r"\sqrt[3", 5, 1, "[ is never closed", "]"),
        (r"\frac{a}{b", 8, 1, "{ is never closed", "}"),
        ("a}", 1, 1, "} closes nothing", r"\}"),
        (r"1 + \left( x", 4, 1, r"\left is never closed", r"\right)"),
        (r"x \right)", 2, 6, r"\right closes nothing", r"\left"),
        (r"\left x", 0, 5, "no bracket", r"\left("),
        (r"\begin{cases}1&x", 0, 1, r"\begin is never closed", r"\end"),
        (r"\begin{cases}1&x\end{pmatrix}", 16, 4, "does not close", r"\end{cases}"),
        (r"\begin{foo}x\end{foo}", 0, 11, "no such table", "pmatrix"),
        (r"\begin{pmatrix}\end{pmatrix}", 0, 15, "table is empty", "&"),
        (r"\begin{array}{c|c}1&2\end{array}", 0, 13, "columns", "without lines"),
        (r"\begin{aligned}a\\[2pt]b\end{aligned}", 18, 1, "no room", "brackets"),
        ("a & b", 2, 1, "columns and rows", r"\begin{aligned}"),
        (r"a \\ b", 2, 2, "columns and rows", r"\begin{aligned}"),
        ("50% done", 2, 1, "%", r"\%"),
        ("no #1", 3, 1, "#", r"\#"),
        (r"1 + \foo", 4, 4, r"no \foo", "known"),
        (r"\aplha", 0, 6, r"no \aplha", r"did you mean \alpha?"),
        (r"\ce{2H2 + O2 -> 2H2O}", 0, 3, r"no \ce", "2H~2~ + O~2~ → 2H~2~O"),
        (r"\ce{SO4^2-}", 0, 3, r"no \ce", "SO~4~^2-^"),
        (r"\ce{Ca(OH)2}", 0, 3, r"no \ce", "Ca(OH)~2~"),
        (r"\ce{Na+ + Cl-}", 0, 3, r"no \ce", "Na^+^ + Cl^-^"),
        (r"\SI{5}{\metre\per\second}", 0, 3, r"no \SI", r"5\,\mathrm{m/s}"),
        (r"\SI{5}{m}", 0, 3, r"no \SI", r"5\,\mathrm{m}"),
        (r"a \over b", 2, 5, r"no \over", r"\frac{a}{b}"),
        (r"\color{red} x", 0, 6, r"no \color", "colour"),
        (r"\newcommand{\x}{y}", 0, 11, r"no \newcommand", "write out"),
        (r"\text{if {x}}", 0, 5, "one pair of braces", r"\text{if}"),
        (r"\not x", 0, 6, r"\not", r"\neq"),
        (r"\sum\limits", 4, 7, "limits", r"\sum\limits_{i=1}"),
        ("x + 中", 4, 1, "no sign 中", "text beside"),
        ("x" * 1001, 0, 1001, "1,001 characters", "several"),
        ("x^{" * 50 + "}" * 50, 35, 1, "12 deep", "a formula of its own"),
        (r"\sqrt{1+" * 11 + "x" + "}" * 11, 0, 100, "too many", "several"),
    ],
)
def test_what_is_refused_and_where(latex, offset, length, message, hint):
    with ends(), pytest.raises(FormulaError) as caught:
        drawn(latex)
    assert message in caught.value.message
    assert hint in caught.value.hint
    assert (caught.value.offset, caught.value.length) == (offset, length)


@pytest.mark.parametrize(
    "latex", [r"\SI{5}{m}", r"\si{kg}", r"a \over b", r"\celsius", r"\qty{3}{\kilo\gram}", r"\aplha"]
)
def test_the_way_out_is_drawn(latex):
    with pytest.raises(FormulaError) as caught:
        drawn(latex)
    assert drawn(re.sub("^(write|did you mean) |[?]$", "", caught.value.hint)).contours


def test_a_formula_is_drawn_once_in_a_process(monkeypatch):
    drawings = []
    monkeypatch.setattr(outline, "_drawing", lambda root, least: drawings.append(least) or Drawing((), 1, 1, 0))
    for _ in range(2):
        drawn("x + once")
        drawn("x + once", display=False, least=SMALLEST)
    assert drawings == [SMALLEST]
    outline._drawn.cache_clear()


def test_the_same_formula_is_the_same_in_another_process():
    latex = SCHOOL[1]
    code = f"from studypack.base.formula.outline import drawn; print(drawn({latex!r}))"
    other = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": "7"}
    )
    assert other.stdout == f"{drawn(latex)}\n"
