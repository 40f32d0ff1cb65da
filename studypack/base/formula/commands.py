r"""The commands of LaTeX that formulas may have, and what to write for those of packages that they may not.

The signs (`\alpha`, `\leq`) are those of latex2mathml's own table; what else it knows, such as colours, macros and
links, is not for paper, or is drawn wrongly.
"""

import re
from functools import cache

_OF_ONE = """acute bar breve check ddot dddot dot grave hat mathring tilde vec
 overline underline overbrace underbrace overrightarrow overleftarrow overleftrightarrow widehat widetilde
 boxed cancel bcancel xcancel phantom
 mathbb mathbf mathcal mathfrak mathit mathrm mathscr mathsf mathtt mathnormal boldsymbol bm pmod"""
_OF_TWO = "frac dfrac tfrac cfrac binom dbinom tbinom overset underset stackrel"
_ARGUMENTS = {f"\\{name}": count for count, names in ((1, _OF_ONE), (2, _OF_TWO)) for name in names.split()}
_OPTIONAL = frozenset({r"\sqrt", r"\xrightarrow", r"\xleftarrow", r"\xrightleftharpoons"})
"""Those with a part in square brackets before the one in braces."""
TEXTS = frozenset({r"\text", r"\textrm", r"\textbf", r"\textit", r"\mbox"})
"""Those whose part is printed as it is typed."""
DELIMITED = frozenset(rf"\{size}{side}" for size in ("big", "Big", "bigg", "Bigg") for side in ("", "l", "r", "m"))
"""Those that make the bracket after them larger."""
_SWITCHES = frozenset({r"\displaystyle", r"\textstyle", r"\limits", r"\prime", r"\bmod"})
_SPACES = frozenset((r"\,", r"\:", r"\;", r"\!", r"\ ", r"\>", r"\quad", r"\qquad", r"\enspace", r"\thinspace"))
_ESCAPED = frozenset((r"\{", r"\}", r"\%", r"\$", r"\&", r"\#", r"\_", r"\|"))
_FUNCTIONS = """arccos arcsin arctan cos cosec cosh cot coth csc deg dim exp ker lg ln log sec sin sinh tan tanh
 lim sup inf max min liminf limsup gcd det Pr argmax argmin"""
_NAMED = "sech csch arcsinh arccosh arctanh arccot arcsec arccsc erf lcm sgn Re Im"
ALIASES = {
    r"\implies": r"\Longrightarrow",
    r"\impliedby": r"\Longleftarrow",
    r"\iff": r"\Longleftrightarrow",
    r"\textdegree": r"\degree",
    r"\micro": r"\mu",
    r"\ohm": r"\Omega",
    r"\enspace": r"\;",
    r"\thinspace": r"\,",
    r"\>": r"\:",
    **{f"\\{name}": rf"\operatorname{{{name}}}" for name in _NAMED.split()},
}
"""What stands for a command that latex2mathml does not know, or draws otherwise."""
ENVIRONMENTS = {
    **{name: name for name in ("matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix", "cases", "array")},
    **dict.fromkeys(("aligned", "align", "align*", "split"), "align*"),
    **dict.fromkeys(("gathered", "gather", "gather*"), "matrix"),
}
"""The tables of rows and columns, by the names that latex2mathml knows."""
_NAMED_BRACKETS = r"\{ \} \| \langle \rangle \lfloor \rfloor \lceil \rceil \vert \Vert \lvert \rvert \lVert \rVert"
BRACKETS = frozenset(("||", *"()[]|/.<>‖⟨⟩⌊⌋⌈⌉", *_NAMED_BRACKETS.split()))
r"""What may stand after `\left` and `\right`."""
NEGATED = {
    "=": r"\neq",
    "<": r"\nless",
    ">": r"\ngtr",
    r"\in": r"\notin",
    r"\equiv": r"\nequiv",
    r"\subset": r"\nsubset",
}
r"""What a sign is with `\not` before it."""
_UNITS = re.compile(r"\{([^{}]*)\}\s*(?:\{([^{}]*)\})?")
_CHEMICAL = re.compile(r"(?<=[\w)\]])\^?\{?(\d*[+-])\}?(?=\s|$|\^)|(?<=[A-Za-z)\]])_?\{?(\d+)\}?(?![+-])")
"""A charge, or a number of atoms."""
_UNIT_NAMES = {
    **{"metre": "m", "meter": "m", "second": "s", "gram": "g", "newton": "N", "joule": "J", "watt": "W", "kelvin": "K"},
    **{"ampere": "A", "volt": "V", "ohm": r"\Omega ", "pascal": "Pa", "hertz": "Hz", "mole": "mol", "litre": "l"},
    **{
        "per": "/",
        "kilo": "k",
        "milli": "m",
        "centi": "c",
        "mega": "M",
        "squared": "^2",
        "cubed": "^3",
        "percent": r"\%",
    },
}


@cache
def signs() -> dict[str, str]:
    """Return the commands that stand for one sign, each with the sign."""
    from latex2mathml.symbols_parser import SYMBOLS  # noqa: PLC0415 (heavy)

    return {name: chr(int(code, 16)) for name, code in SYMBOLS.items() if re.fullmatch(r"\\[A-Za-z]+", name)}


@cache
def plain_commands() -> frozenset[str]:
    """Return the commands without parts: signs, functions, spaces, switches."""
    from latex2mathml import commands  # noqa: PLC0415 (heavy)

    with_parts = {*commands.COMMANDS_WITH_ONE_PARAMETER, *commands.COMMANDS_WITH_TWO_PARAMETERS}
    only_signs = {*signs()} - with_parts - {*commands.CONVERSION_MAP}
    functions = {f"\\{name}" for name in _FUNCTIONS.split()}
    return frozenset({*only_signs, *functions, *ALIASES, *_SPACES, *_ESCAPED, *_SWITCHES})


def parts_of(command: str) -> tuple[int, bool]:
    """Return how many parts in braces a command has, and whether one in square brackets may come first."""
    return (1, True) if command in _OPTIONAL else (_ARGUMENTS.get(command, 0), False)


def known_names() -> list[str]:
    """Return every command there is, to find the one that was meant."""
    return sorted({*plain_commands(), *_ARGUMENTS, *_OPTIONAL, *TEXTS, *DELIMITED, r"\left", r"\right", r"\begin"})


def instead_of(command: str, rest: str) -> str:
    """Return what to write in place of a command that formulas do not have, or nothing; `rest` is what follows it."""
    parts = _UNITS.match(rest)
    first, second = (parts[1], parts[2] or "") if parts else ("", "")
    if command in (r"\ce", r"\cf"):
        return (
            f"write it as text, without dollars: {_chemistry(first)}"
            if first
            else "write H~2~O as text, without dollars"
        )
    if command in (r"\SI", r"\qty"):
        return rf"write {first or 5}\,\mathrm{{{_unit(second) or 'm'}}}"
    if command in (r"\si", r"\unit"):
        return rf"write \mathrm{{{_unit(first) or 'm'}}}"
    if command == r"\num":
        return f"write {first or 5}"
    return _HINTS.get(command, "")


_HINTS = {
    r"\over": r"write \frac{a}{b}",
    r"\choose": r"write \binom{n}{k}",
    r"\hline": "take it out: tables in formulas have no lines",
    r"\celsius": r"write ^\circ\mathrm{C}",
    r"\newline": r"write \\ between \begin{aligned} and \end{aligned}",
    **dict.fromkeys((r"\rm", r"\textnormal"), r"write \mathrm{…} round the letters"),
    **dict.fromkeys((r"\bf", r"\textbf"), r"write \mathbf{…} round the letters"),
    **dict.fromkeys((r"\color", r"\textcolor", r"\colorbox"), "take the colour out: a formula has that of its text"),
    **dict.fromkeys((r"\label", r"\tag", r"\notag", r"\nonumber"), "take it out: formulas have no numbers"),
    **dict.fromkeys(
        (r"\newcommand", r"\def", r"\DeclareMathOperator"), "write out what it stands for, wherever it is used"
    ),
    **dict.fromkeys((r"\includegraphics", r"\href", r"\url", r"\hspace", r"\vspace"), "take it out"),
}


def _chemistry(formula: str) -> str:
    """An equation of the package mhchem as type: 2H2 + O2 -> 2H2O becomes 2H~2~ + O~2~ → 2H~2~O."""
    made = _CHEMICAL.sub(lambda part: f"^{part[1]}^" if part[1] else f"~{part[2]}~", formula)
    return made.replace("<=>", "⇌").replace("->", "→")


def _unit(unit: str) -> str:
    """A unit of the package siunitx in letters: \\metre\\per\\second becomes m/s."""
    return re.sub(r"\\([A-Za-z]+)", lambda name: _UNIT_NAMES.get(name[1], name[1]), unit)
