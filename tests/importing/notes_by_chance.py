"""Rough notes by chance, from a seed: headings, lists, tables, questions, dates, and signs that mean something to us."""

import textwrap
from itertools import zip_longest
from random import Random


def _parted(text):
    """The words of a text between blanks; ␣ is a blank in one."""
    return [word.replace("␣", " ") for word in text.split()]


_WORDS = _parted("""
    the a of Lenin treaty war trade signed in was Britain because however led coal water enzyme cell river people
    constitution important Overall since after about people's don't co-operation
""")
_DATES = _parted("""
    1921 1920s 1914-18 1911-12 March␣1919 26␣April␣1986 26/04/1986 early␣1930's after␣1935 c.␣1066 44␣BC Day␣3 May
""")
_NUMBERS = _parted("50% £30␣million 1,000 1.5 350,000␣men 10-12 page␣1918 3rd")
_HOSTILE = _parted(r"""
    \ \\ * ** *** **x {{ }} {{x}} {{a|b}} {{c1::a::b}} {{}} { [a](http://b) [x]{lang=fr} [[x]] ^2^ ~a~ ~~ ` `` ``` $x$
    $5 $$ \( | || # ## > >> - -- + 1. a) (i) ![a](b.png) : :: ' “ ” « & < > % @ ! ? … ~ null yes true [ C:\x\*.doc
    x^2+y^2 2*3*4 a*b* _x_ 漢字 عربي 🙂 é ß İ ﬁ H₂O → ½ ∫ \textbf{x} $\frac{1}{2}$ $\bad{ --- === ___ • o § &amp; <b> \n
    # P: E: Q: A: ? #x
""")
_HEADINGS = _parted("""
    Advantages Disadvantages For Against Evaluation Conclusion Key␣terms Key␣people Quiz Summary Comments Economic Social
    Causes Part␣1 WHY␣IT␣FAILED Pros␣of␣wind: Questions␣and␣answers 2.␣Problems Notes
""")
_COLUMNS = (*_HEADINGS, "Date", "Question", "Answer", "Term", "Meaning", "Side", "Point", "Theme")
_LEADS = ("", "", "", "**Head**: ", "Title: ", "Pro: ", "P: ", "E: ", "(+) ", "1919: ")


def notes_by_chance(seed):
    """The notes of a seed, and the name of their file."""
    chance = Random(seed)
    hostile = chance.choice([0, 0.1, 0.3, 0.8])
    lines = [chance.choice(["# ", ""]) + _sentence(chance, hostile), ""] if chance.random() < 0.6 else []
    for _ in range(chance.randint(1, 6)):
        lines += chance.choice(_PARTS)(chance, hostile)
    return "\n".join(lines), chance.choice(["notes.txt", "notes.md"])


def _sentence(chance, hostile):
    kinds = [_WORDS, _HOSTILE, _DATES, _NUMBERS]
    weights = [1 - hostile, hostile, 0.1, 0.05]
    words = [chance.choice(chance.choices(kinds, weights)[0]) for _ in range(chance.randint(1, 14))]
    return " ".join(words) + chance.choice(["", ".", "?", ":", "!", ";"])


def _heading(chance, _):
    return ["", chance.choice(["", "# ", "## ", "### "]) + chance.choice(_HEADINGS), ""]


def _list(chance, hostile):
    bullet = chance.choice(["- ", "* ", "• ", "1. ", "a) ", "-- ", "+ "])
    indents = [4 * chance.choice([0, 0, 0, 1, 2]) for _ in range(chance.randint(1, 5))]
    return [f"{' ' * indent}{bullet}{chance.choice(_LEADS)}{_sentence(chance, hostile)}" for indent in indents]


def _prose(chance, hostile):
    return [f"{_sentence(chance, hostile)} {_sentence(chance, hostile)}", ""]


def _pipes(chance, hostile):
    width = chance.randint(1, 4)
    rows = [[_sentence(chance, hostile).replace("|", "/") for _ in range(width)] for _ in range(chance.randint(1, 4))]
    if chance.random() < 0.6:
        rows.insert(0, [chance.choice(_COLUMNS) for _ in range(width)])
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return ["", lines[0], "|" + "---|" * width, *lines[1:], ""]


def _tabs(chance, hostile):
    return [f"{_sentence(chance, hostile)}\t{_sentence(chance, hostile)}" for _ in range(chance.randint(2, 5))]


def _labelled(chance, hostile):
    labels = chance.choice([("P: ", "E: ", "L: "), ("Q: ", "A: "), ("Pro: ", "Con: ")])
    return [label + _sentence(chance, hostile) for label in labels]


def _columns(chance, hostile):
    bullet, room = chance.choice(["", "- ", "* "]), chance.choice(["\t", "\t\t", "      "])
    rows = [[_sentence(chance, hostile * 0.5).replace("|", "/") for _ in range(2)] for _ in range(chance.randint(2, 5))]
    lines = [f"{bullet}{left}{room}{bullet}{right}" for left, right in rows]
    return ["", f"{chance.choice(_COLUMNS)}{room}{chance.choice(_COLUMNS)}", *lines, ""]


def _wrapped_columns(chance, hostile):
    """Two to four columns typed below each other, their cells over several lines."""
    count, width, lines = chance.randint(2, 4), chance.randint(8, 30), []
    for _ in range(chance.randint(2, 5)):
        cells = [textwrap.wrap(_sentence(chance, hostile * 0.3), width) for _ in range(count)]
        lines += ["  ".join(each.ljust(width + 2) for each in row) for row in zip_longest(*cells, fillvalue="")]
        lines += chance.choice([[], [""], ["-" * width * count]])
    return ["", *lines, ""]


def _records(chance, hostile):
    labels = chance.choice([("Event", "Date", "Effect"), ("Term", "Meaning"), ("Name", "Side", "What they said")])
    return [f"{label}: {_sentence(chance, hostile)}" for _ in range(2) for label in labels]


def _framed(chance, _):
    frame = chance.choice(["== {} ==", "[{}]", "*** {} ***", "{} -----", "Factor 1: {}", "Side A: {}"])
    return ["", frame.format(chance.choice(_HEADINGS))]


def _footnotes(chance, hostile):
    return [f"- {_sentence(chance, hostile)}[^1] more", "", f"[^1]: {_sentence(chance, hostile)}", ""]


def _signed(chance, hostile):
    signs = chance.choice(
        [("✓ {}", "✗ {}"), ("{} (+)", "{} (-)"), ("Yes because {}", "No, {}"), ("FOR 1. {}", "(con) {}")]
    )
    return [sign.format(_sentence(chance, hostile)) for sign in signs]


_PARTS = (
    *(_heading, _heading, _list, _list, _list, _prose, _pipes, _tabs, _labelled),
    *(_columns, _wrapped_columns, _records, _framed, _footnotes, _signed),
)
