"""Formulas by ear: in English, and in the other languages that there are words in."""

from collections.abc import Mapping
from dataclasses import fields

import pytest

from studypack.base.formula.signs import SPOKEN_IN
from studypack.base.formula.spoken import Spoken, UnitWords
from studypack.base.formula.words import LANGUAGES, in_words
from studypack.reading.load import read


@pytest.mark.parametrize(
    ("latex", "said"),
    [
        (r"E = mc^2", "E equals m c squared"),
        (
            r"x^3 + x^n + x^{-1} + x^{n+1}",
            "x cubed plus x to the power n plus x to the power minus 1 plus x to the power n plus 1, end power",
        ),
        (r"\frac{1}{2} + \frac{3}{4}", "one half plus 3 over 4"),
        (r"v = \frac{s}{t}", "v equals s over t"),
        (r"\frac{a}{b}c", "the fraction a over b, end fraction, c"),
        (r"\frac{a+b}{2}", "the fraction a plus b over 2, end fraction"),
        (
            r"\frac{\frac{1}{x}+1}{y}",
            "the fraction with the numerator 1 over x plus 1, and the denominator y, end fraction",
        ),
        (
            r"x = \frac{-b \pm \sqrt{b^2-4ac}}{2a}",
            "x equals the fraction minus b plus or minus the square root of b squared minus 4 a c, end root, over 2 a, end fraction",
        ),
        (r"\frac{dy}{dx}", "d y by d x"),
        (
            r"\sqrt{2} + \sqrt[3]{x+1} + \sqrt[n]{x}",
            "the square root of 2 plus the cube root of x plus 1, end root, plus the root of order n of x",
        ),
        (r"\sum_{i=1}^n i^2", "the sum from i equals 1 to n of i squared"),
        (r"\int_0^1 x\,dx", "the integral from 0 to 1 of x d x"),
        (r"\lim_{x\to 0} f(x)", "the limit as x tends to 0 of f of x"),
        (r"f'(x) = 2(x+1)", "f prime of x equals 2 open bracket x plus 1 close bracket"),
        (r"\sin^2 x + \cos x = 1", "sine squared x plus cosine x equals 1"),
        (r"f''(x) + x''^2 + x'_1", "f double prime of x plus x double prime squared plus x sub 1 prime"),
        (r"\sin^{-1} x", "inverse sine x"),
        (r"\log_{10} x + \ln y", "log base 10 of x plus natural log y"),
        (r"x_1 + x_{n+1}", "x sub 1 plus x sub n plus 1, end sub"),
        (r"2\pi r \leq \Delta x", "2 pi r is less than or equal to capital delta x"),
        (r"v \neq V", "v is not equal to capital V"),
        (r"\sigma = \Sigma", "sigma equals capital sigma"),
        (r"\theta = 90^\circ", "theta equals 90 degrees"),
        (r"|x| = \|v\|", "the absolute value of x, end absolute value, equals the norm of v, end norm"),
        (r"P(A|B)", "P open bracket A given B close bracket"),
        (r"\{x \mid x > 5\}", "open brace x such that x is greater than 5 close brace"),
        (r"\binom{n}{k}", "n choose k"),
        (r"\vec{AB} + \bar{x}", "vector A B, plus x bar"),
        (r"\mathrm{N_2 + 3H_2 \rightleftharpoons 2NH_3}", "N 2 plus 3 H 2 is in equilibrium with 2 N H 3"),
        (r"{}^{14}_{6}\mathrm{C}", "superscript 14, subscript 6, C"),
        (r"9.81\,\mathrm{m\,s^{-2}}", "9.81 metres per second squared"),
        # Numbers of several parts, and units after a number.
        (r"1\,000\,000 + 12\,345.5 + 1{,}000 + 3{,}14", "1,000,000 plus 12,345.5 plus 1,000 plus 3,14"),
        (r"x_1 000 + f(1, 2)", "x sub 1 000 plus f open bracket 1, 2 close bracket"),
        (r"10\,\Omega + 6.0\ k\Omega + 2\,\mathrm{M\Omega}", "10 ohms plus 6.0 kilohms plus 2 megohms"),
        (r"\Omega + \omega + \Delta T", "capital omega plus omega plus capital delta T"),
        (r"5\,\mathrm{m/s} + 1\,\mathrm{cm}", "5 metres per second plus 1 centimetre"),
        (r"3 \times 10^8\,\mathrm{m\,s^{-1}}", "3 times 10 to the power 8 metres per second"),
        (r"5\,\mathrm{kg/m^3} + 2\,\mathrm{m^2}", "5 kilograms per cubic metre plus 2 square metres"),
        (r"4\,\mathrm{J\,kg^{-1}\,K^{-1}}", "4 joules per kilogram per kelvin"),
        (r"50\,\mathrm{Hz} + 3\,\mathrm{N\,m}", "50 hertz plus 3 newton metres"),
        (r"4\,\mathrm{J/(kg\,K)}", "4 J over open bracket k g capital K close bracket"),
        # Neither chemistry nor a variable is a unit.
        (r"2\mathrm{C} + \mathrm{2NH_3} + 2m + 2\,m", "2 C plus 2 N H 3 plus 2 m plus 2 m"),
        (r"20^\circ\mathrm{C} + {}^\circ", "20 degrees C plus degrees"),
        (r"x \in \mathbb{R}", "x is in the real numbers"),
        (r"\text{speed} = \frac{\text{distance}}{\text{time}}", "speed equals distance over time"),
        (
            r"\begin{pmatrix}1&2\\3&4\end{pmatrix}",
            "matrix of 2 rows and 2 columns: row 1: 1, 2; row 2: 3, 4; end of the matrix",
        ),
        (
            r"\begin{cases}1&x>0\\0&x<0\end{cases}",
            "one of 2 cases: 1, x is greater than 0; 0, x is less than 0; end of the cases",
        ),
        (r"\begin{aligned}a&=b+c\\&=d\end{aligned}", "a equals b plus c; equals d"),
    ],
)
def test_what_is_heard(latex, said):
    assert in_words(latex) == said


@pytest.mark.parametrize("latex", [r"x \bumpeq y", r"\foo", "x^2^3", "x ⊛ y"])
def test_what_has_no_words_says_nothing_rather_than_something_wrong(latex):
    assert in_words(latex) == ""


@pytest.mark.parametrize(
    ("latex", "said"),
    [
        (r"\Omega", "ohms"),
        (r"\mathrm{k\Omega}", "kilohms"),
        (r"\,\mathrm{m\,s^{-1}}", "metres per second"),
        (r"^\circ\mathrm{C}", "degrees C"),
        ("N", "N"),
        (r"\omega", "omega"),
    ],
)
def test_what_is_heard_after_a_number(latex, said):
    assert in_words(latex, after_number=True) == said


OTHERS = {
    r"E = mc^2": ("E égale m c au carré", "E gleich m c hoch 2", "E es igual a m c al cuadrado"),
    r"\frac{1}{2} + \frac{3}{4}": ("un demi plus 3 sur 4", "ein halb plus 3 durch 4", "un medio más 3 sobre 4"),
    r"\frac{a+b}{2}": (
        "la fraction a plus b sur 2, fin de la fraction",
        "der Bruch a plus b durch 2, Ende des Bruchs",
        "la fracción a más b sobre 2, fin de la fracción",
    ),
    r"\sqrt{2} + \sqrt[3]{x+1}": (
        "la racine carrée de 2 plus la racine cubique de x plus 1, fin de la racine",
        "die Wurzel aus 2 plus die dritte Wurzel aus x plus 1, Ende der Wurzel",
        "la raíz cuadrada de 2 más la raíz cúbica de x más 1, fin de la raíz",
    ),
    r"\lim_{x\to 0} f(x)": (
        "la limite quand x tend vers 0 de f de x",
        "der Grenzwert für x gegen 0 von f von x",
        "el límite cuando x tiende a 0 de f de x",
    ),
    r"\log_{10} x + x_1": (
        "log de base 10 de x plus x indice 1",
        "Logarithmus zur Basis 10 von x plus x Index 1",
        "logaritmo en base 10 de x más x sub 1",
    ),
    r"\Delta \theta \in \mathbb{R}": (
        "delta majuscule thêta appartient à l’ensemble des réels",
        "groß delta theta Element von der Menge der reellen Zahlen",
        "delta mayúscula zeta pertenece a los números reales",
    ),
    r"\binom{n}{k}": ("k parmi n", "n über k", "el número combinatorio n sobre k"),
    r"9.81\,\mathrm{m\,s^{-2}}": (
        "9.81 mètres par seconde au carré",
        "9.81 Meter pro Sekunde hoch 2",
        "9.81 metros por segundo al cuadrado",
    ),
    r"5\,\mathrm{kg/m^3} + 1\,\mathrm{cm} + 2\,\mathrm{cm^2}": (
        "5 kilogrammes par mètre cube plus 1 centimètre plus 2 centimètres carrés",
        "5 Kilogramm pro Kubikmeter plus 1 Zentimeter plus 2 Quadratzentimeter",
        "5 kilogramos por metro cúbico más 1 centímetro más 2 centímetros cuadrados",
    ),
    r"2\,\mathrm{M\Omega}": ("2 mégohms", "2 Megaohm", "2 megaohmios"),
    r"\begin{pmatrix}1&2\end{pmatrix}": (
        "matrice de 1 ligne et 2 colonnes: ligne 1: 1, 2; fin de la matrice",
        "Matrix mit 1 Zeile und 2 Spalten: Zeile 1: 1, 2; Ende der Matrix",
        "matriz de 1 fila y 2 columnas: fila 1: 1, 2; fin de la matriz",
    ),
}


@pytest.mark.parametrize(("latex", "said"), OTHERS.items())
def test_what_is_heard_in_other_languages(latex, said):
    assert tuple(in_words(latex, language) for language in ("fr", "de", "es")) == said
    assert in_words(latex, "it") == ""


def test_the_list_of_languages_is_that_of_their_words():
    assert set(LANGUAGES) == SPOKEN_IN


@pytest.mark.parametrize("language", sorted(SPOKEN_IN - {"en"}))
@pytest.mark.parametrize("kind", [Spoken, UnitWords])
def test_a_language_has_words_for_all_that_english_has(kind, language):
    for field in fields(kind):
        english, own = (
            getattr(each if kind is Spoken else each.units, field.name)
            for each in (LANGUAGES["en"], LANGUAGES[language])
        )
        if isinstance(english, Mapping) and field.name not in ("greek", "whole"):
            assert set(own) == set(english), field.name
        if isinstance(english, str):
            assert own.count("{") == english.count("{"), field.name


@pytest.mark.parametrize(("language", "said"), [("fr", "x au carré"), ("de-AT", "x hoch 2"), ("es", "x al cuadrado")])
def test_a_formula_is_heard_in_the_language_of_its_pack(language, said):
    content = read(f"title: T\nlanguage: {language}\nsummary: $x^2$\n".encode(), "t.yaml").pack
    assert content.summary[0].heard == said
