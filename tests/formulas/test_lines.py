"""Lines with formulas: those above each other do not touch, others keep their leading, and lists have air."""

from itertools import pairwise

import pytest

from studypack.base.styled_text import Formula, Text
from studypack.layout.formula import FormulaBox
from studypack.layout.page import Frame, Outline, Page, TextRun
from studypack.layout.paragraph import Paragraph, text
from studypack.layout.text import Run
from studypack.layout.theme import theme_for
from studypack.model.choices import Paper, Profile
from studypack.model.markup import parse_line

SPRING = r"So $E=\frac12ke^2$, and here are more words for it, then $a=\frac{v^2}{r}$ and so on. "
NARROW = (
    r"One has $k = \frac{2}{0.04} = \frac{2000}{0.04} = 50$ and more of it stands under it as "
    r"$E = \frac{1}{2}ke^2 = \frac{1}{2}k\frac{e^2}{1} = \frac{1}{2}ke^2$, so they touch, as "
    r"$a = \frac{v^2}{r} = \frac{v^2}{r}$ touches $a = \frac{v^2}{r} = \frac{v^2}{r} = \frac{v^2}{r}$."
)


def _placed(source: str, width: float, profile: Profile) -> tuple[Paragraph, list[tuple[float, float, float]]]:
    """The paragraph; and of each line its top, its baseline and its foot, upwards, with what its letters reach."""
    style = theme_for(Paper.A4, profile).body
    page, paragraph = Page(1, 500, 900, Frame(0, 0, 500, 900), "table"), text([Run(parse_line(source), style)], style)
    paragraph.place(page, 0, 0, width)
    lines: dict[float, tuple[float, float]] = {}
    for item in page.items:
        if isinstance(item, Outline):
            over, under = item.drawing.height * item.size, item.drawing.depth * item.size
        elif isinstance(item, TextRun) and not item.hidden and item.text.strip():
            over, under = 0.7 * item.size, 0.23 * item.size
        else:
            continue
        high, deep = lines.get(item.y, (0, 0))
        lines[item.y] = (max(high, over), max(deep, under))
    return paragraph, [(y + lines[y][0], y, y - lines[y][1]) for y in sorted(lines, reverse=True)]


@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize("width", [150, 200, 215, 240, 300])
@pytest.mark.parametrize(
    "source",
    [
        SPRING * 3,
        NARROW,
        r"Let $x = \frac{-b \pm \sqrt{b^2-4ac}}{2a}$ be, and $\sum_{i=1}^n \frac{1}{i}$ go on. " * 3,
        r"It jumps by $\left(\frac{v_2}{v_1}\right)^2$, quickly. " * 5,
    ],
)
def test_no_line_touches_the_next(source, width, profile):
    _, lines = _placed(source, width, profile)
    assert len(lines) > 1
    for (_, _, foot), (top, _, _) in pairwise(lines):
        assert foot - top >= 0.95


@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize("formula", ["$x$", "$E = mc^2$", "$x_1$", r"$\sqrt{2}$", "$(x+1)$", r"$\Omega$"])
def test_low_formulas_move_no_line(formula, profile):
    leading = theme_for(Paper.A4, profile).body.leading
    paragraph, lines = _placed(f"Words before {formula} and after it. " * 5, 200, profile)
    assert {round(a - b, 2) for (_, a, _), (_, b, _) in pairwise(lines)} == {leading}
    assert paragraph.height(200) == pytest.approx(len(lines) * leading)


@pytest.mark.parametrize("fraction", [r"\frac12", r"\frac{v^2}{r}", r"\frac{2000}{0.04}"])
def test_a_fraction_among_letters_opens_no_line(fraction):
    words = "only words, and more of them and more of them. "
    _, lines = _placed(f"{words * 2} ${fraction}$ {words * 2}", 200, Profile.STANDARD)
    leading = theme_for(Paper.A4).body.leading
    assert {round(a - b, 2) for (_, a, _), (_, b, _) in pairwise(lines)} == {leading}


@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize(
    "tall",
    [r"\begin{pmatrix}1&2\\3&4\end{pmatrix}", r"f(x)=\begin{cases}1&x>0\\0&x<0\end{cases}", r"\sum_{i=1}^n x"],
)
def test_tall_formulas_have_air_in_the_box(tall, profile):
    paragraph, ((top, _, foot),) = _placed(f"See ${tall}$.", 400, profile)
    size = theme_for(Paper.A4, profile).body.size
    assert -top >= 0.1 * size
    assert foot + paragraph.height(400) >= 0.1 * size


@pytest.mark.parametrize(("size", "figures"), [(18, 0.7), (10, 0.7), (8.5, 7 / 8.5), (7, 1)])
def test_fractions_in_small_type_can_be_read(size, figures):
    style = theme_for(Paper.A4).body.sized(size, 1.4 * size)
    full = FormulaBox.of(Text("H", formula=Formula()), style, None).reach.height
    box = FormulaBox.of(Text(r"\frac{H}{H}", formula=Formula()), style, None)
    upper = max(box.drawing.contours, key=lambda contour: contour[0][1])
    tall = max(segment[-1] for segment in upper) - min(segment[-1] for segment in upper)
    assert tall * box.size / full == pytest.approx(figures, abs=0.06)
