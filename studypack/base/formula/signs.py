"""How the signs of formulas are said in English."""

SIGNS = {
    **{"+": "plus", "-": "minus", "−": "minus", "±": "plus or minus", "∓": "minus or plus", "×": "times", "⋅": "dot"},
    **{"·": "dot", "÷": "divided by", "/": "over", "*": "star", "∗": "star", "∘": "composed with", "=": "equals"},
    **{"≠": "is not equal to", "<": "is less than", ">": "is greater than", "≪": "is much less than"},
    **{"≤": "is less than or equal to", "⩽": "is less than or equal to", "≫": "is much greater than"},
    **{"≥": "is greater than or equal to", "⩾": "is greater than or equal to", "≈": "is approximately equal to"},
    **{"≡": "is equivalent to", "≅": "is congruent to", "∼": "is similar to", "∝": "is proportional to"},
    **{"≔": "is defined as", "∶": "to", ":": "colon", "→": "goes to", "←": "comes from", "↔": "goes to and from"},
    **{"⟶": "goes to", "⇒": "implies", "⟹": "implies", "⇐": "is implied by", "⟸": "is implied by"},
    **{"⇔": "if and only if", "⟺": "if and only if", "⇌": "is in equilibrium with", "↦": "maps to"},
    **{"↑": "up arrow", "↓": "down arrow", "∈": "is in", "∉": "is not in", "∋": "contains", "⊂": "is a subset of"},
    **{"⊆": "is a subset of or equal to", "⊃": "is a superset of", "⊇": "is a superset of or equal to"},
    **{"∪": "union", "∩": "intersection", "∖": "without", "∅": "the empty set", "⌀": "the empty set"},
    **{"∀": "for all", "∃": "there exists", "∄": "there does not exist", "¬": "not", "∧": "and", "∨": "or"},
    **{
        "⊕": "circled plus",
        "⊗": "circled times",
        "∴": "therefore",
        "∵": "because",
        "∠": "angle",
        "∡": "measured angle",
    },
    **{"∥": "is parallel to", "⊥": "is perpendicular to", "⟂": "is perpendicular to", "△": "triangle", "□": "square"},
    **{"∞": "infinity", "∂": "partial", "∇": "del", "∑": "the sum", "∏": "the product", "∫": "the integral"},
    **{"∬": "the double integral", "∭": "the triple integral", "∮": "the contour integral", "!": "factorial"},
    **{"%": "percent", "°": "degrees", "′": "prime", "″": "double prime", "‴": "triple prime", "…": "and so on"},
    **{"⋯": "and so on", "⋮": "and so on", "⋱": "and so on", ",": ",", ";": ";", ".": ".", "?": "question mark"},
    **{"(": "open bracket", ")": "close bracket", "[": "open square bracket", "]": "close square bracket"},
    **{"{": "open brace", "}": "close brace", "⟨": "open angle bracket", "⟩": "close angle bracket"},
    **{
        "⌊": "floor of",
        "⌋": "end floor",
        "⌈": "ceiling of",
        "⌉": "end ceiling",
        "|": "vertical bar",
        "∣": "vertical bar",
    },
    **{"‖": "double bar", "ℏ": "h bar", "ħ": "h bar", "ℓ": "l", "ℜ": "real part", "ℑ": "imaginary part", "ℵ": "aleph"},
    **{"$": "dollars", "£": "pounds", "€": "euros", "&": "and", "#": "number", "½": "one half", "¼": "one quarter"},
    **{
        "¾": "three quarters",
        "²": "squared",
        "³": "cubed",
        "†": "dagger",
        "′′": "double prime",
        '"': "quote",
        "_": "underscore",
    },
}
ACCENTS = {
    **{"→": "vector {}", "⃗": "vector {}", "←": "{} with an arrow to the left", "↔": "line {}", "¯": "{} bar"},
    **{"―": "{} with a line over it", "ˆ": "{} hat", "\u0302": "{} hat", "˜": "{} tilde", "\u0303": "{} tilde"},
    **{"˙": "{} dot", "¨": "{} double dot", "⃛": "{} triple dot", "´": "{} acute", "`": "{} grave", "˘": "{} breve"},
    **{"ˇ": "{} check", "˚": "{} ring", "⏞": "{}, with a brace over it", "⏟": "{}, with a brace under it"},
}
"""What stands over or under a term."""
FUNCTIONS = {
    **{"sin": "sine", "cos": "cosine", "tan": "tangent", "cot": "cotangent", "sec": "secant", "csc": "cosecant"},
    **{"cosec": "cosecant", "arcsin": "arc sine", "arccos": "arc cosine", "arctan": "arc tangent", "ln": "natural log"},
    **{"log": "log", "lg": "log", "exp": "exp", "sinh": "hyperbolic sine", "cosh": "hyperbolic cosine"},
    **{
        "tanh": "hyperbolic tangent",
        "lim": "the limit",
        "max": "the maximum",
        "min": "the minimum",
        "det": "the determinant",
    },
    **{"gcd": "the greatest common divisor", "lcm": "the least common multiple", "mod": "mod", "deg": "the degree"},
    **{"dim": "the dimension", "Pr": "the probability", "sup": "the supremum", "inf": "the infimum"},
}
LARGE = frozenset("∑∏∫∬∭∮⋃⋂")
"""The signs that have limits."""
SETS = {
    "N": "the natural numbers",
    "Z": "the integers",
    "Q": "the rational numbers",
    "R": "the real numbers",
    "C": "the complex numbers",
}
"""Letters with a doubled stroke."""
ALPHABETS = {"bold": "bold", "script": "script", "fraktur": "fraktur", "double": "double-struck"}
"""Those that mean something by their shape."""
HALVES = {2: "half", 3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 8: "eighth", 10: "tenth"}
"""The fractions with names."""
BIND = frozenset("=≠<>≤≥⩽⩾≪≫≈≡≅∼∝∶:→⟶⇒⟹⇔⟺⇌↦∈∉⊂⊆⊃⊇+-−±∓,;×÷⋅∪∩∧∨)]}|⌋⌉⟩")
"""Where a term ends for the ear."""
BEGIN = frozenset("([{|⌊⌈⟨") | (BIND - frozenset(")]}⌋⌉⟩"))
"""Where a term begins."""
