"""Content files spoilt by chance: bytes, lines, tokens, nesting, Unicode, dates and markup, from a seed.

Every input follows from its seed and its number alone, so that a find is found again.
"""

from pathlib import Path
from random import Random

from studypack.base.errors import ContentError
from studypack.reading.load import load

ROOT = Path(__file__).parents[2]
_OFTEN = 25
LONGEST = 3_000
"""Bytes of a usual input: small ones are many, and find the same."""

TOKENS = (
    *["-", ":", "?", "|", ">", "&", "*", "!", "%", "@", "`", "'", '"', "#", ",", "[", "]", "{", "}", "~", "=", "<", "\\", "\t"],
    *(": ", "- ", "? ", "\n", "\n\n", "\r", "\r\n", "  ", "    ", " #", " # ", "#3", "---", "...", "--- ", "<<: ", "&a ", "*a"),
    *("!!str ", "!!binary ", "!!set ", "!<tag:x> ", "%YAML 1.2\n", "%TAG ! !\n", "|-", "|+", "|9", ">-", "| \n", "? - ", "- - - "),
    *("\\x00", "\\u202e", "\\ud800", "\\U0010ffff", "\\U00110000", "\\N", "\\_", "\\L", "\\e", '"\\', '"\\x', "''", '""'),
    *("null", "~", "yes", "no", "true", "0x1F", "1e999", "-0", "NaN", ".inf", "12:30", "01", "9" * 400, "-9", "1_000"),
)  # fmt: skip
MARKUP = (
    *("{{", "}}", "{{}}", "{{ }}", "{{a}}", "{{a::b}}", "{{a|b}}", "{{a||b}}", "{{c1::a}}", "{{c999::a::b}}", "{{c1000::a}}"),
    *("{{a::b::c}}", "{{{a}}}", "{{{{a}}}}", "{{::}}", "{{|}}", "{{c1::}}", "{{a{{b}}}}", "{{*a*}}", "{{a\n\nb}}", "\\"),
    *("*", "**", "***", "****", "**a", "a**", "* a *", "*a*b*", "**a*b**c*", "\\*", "\\{", "\\}", "\\|", "\\:", "\\\\", "_a_"),
    *("[a]{lang=la}", "[{{a}} b]{lang=fr}", "[a]{lang=}", "[a]{lang=x-y-z-1}", "[**a**]{lang=el}", "[[a]{lang=la}]{lang=fr}", "\\[", "]{"),
    *("![](x.png)", "![a](b)", "<b>", "<img src=/etc/passwd>", "&amp;", "$x$", "$$x$$", "$", "$$", "$5", "$x^2^3$", "\\$", "{{$x$}}", "$x${alt=y}", "${alt=", "$\\frac{1}$", "`x`", "%s", "%(a)s", "{0}", "\\n"),
)  # fmt: skip
ODD = (
    *("\u202e", "\u2066", "\u2069", "\u200b", "\u200d", "\u200c", "\u00ad", "\ufeff", "\ufffe", "\uffff", "\u2028", "\u2029", "\x85"),
    *("\x00", "\x07", "\x1b[31m", "\x7f", "\x9b", "\ue000", "\U000f0000", "\U0010ffff", "\U0001f600", "👩‍👩‍👧‍👦", "🇬🇧", "\ufe0f"),
    *("e\u0301", "\u0301", "a" + "\u0300" * 60, "Z̷͎͝", "\u1e9e", "ß", "İ", "ı", "ﬁ", "ǆ", "Å", "\u212b", "\u2126", "שלום", "مرحبا"),
    *("漢字", "한국어", "ไทย", "हिन्दी", "Łódź", "Θεσσαλονίκη", "Чичерин", "\u00a0", "\u3000", "\u2009", "\u202f", "１９２１", "١٩٢١"),
    *("“", "”", "‘", "’", "„", "«", "…", "–", "—", "−", "½", "²", "Ⅳ", "①", "\u0378"),
)  # fmt: skip
DATES = (
    *("0", "0000", "-0000", "0001", "-0001", "9999", "10000", "-9999", "-99999", "99999999999999999999", "1 BC", "44 BC", "0 BC"),
    *("1 AD", "10000 BC", "1921-00", "1921-13", "1921-02-29", "1920-02-29", "1900-02-29", "1921-12-32", "31 April 1921", "0 May 1921"),
    *("1921/1919", "1919/1921", "../..", "/", "..", "../1930", "1935/..", "1935/", "/1930", "1919–21", "1919-21", "1999–01", "1919--21"),
    *("193X", "19XX", "XXXX", "193x", "c. 1930", "c.", "ca 1930~", "1930~", "1930?", "1930%", "~1930", "early 1930s", "mid", "late 0s"),
    *("after 1935", "before", "after ../1930", "c. c. 1930", "c. 1919–21", "March", "March 0", "Mar 21", "Sept 1921", "30 February 1921"),
    *("1921-W05", "1921-03-16T12:00", "Y170000002", "1984-23", "44 BC/AD 14", "44 BC–14 AD", "100–44 BC", "１９２１", "١٩٢١", "²", "1921 \n"),
    *("16 March 1921–3 April 1921", "16–18 March 1921", "March–May 1921", "29 Feb 1900", "spring 1921", "19th century", "1930s BC", "-0043-03-15"),
    *("4 August 1914, 11 pm", "4 August 1914, 25.61", "1914-08-04T23:00", "7-9 pm", "midnight", "12 am", "66 million years ago", "0 Ma"),
    *("9999999 billion years ago", "4500 BP", "252–66 Ma", "99,999 BC", "C17–18", "C99", "school year 2024/25", "Day 3", "Days 5–3", "Week 0"),
)  # fmt: skip
KEYS = (
    *("title", "points", "side", "date", "text", "theme", "corrections", "notes", "here", "why", "id", "events", "worksheets", "passage"),
    *("distractors", "evaluation", "paragraphs", "move", "note", "try", "task", "glossary", "term", "meaning", "people", "name", "role"),
    *("flashcards", "front", "back", "point", "pack", "sections", "skip", "paper", "key", "seed", "profile", "grey", "eco", "hyphenate"),
    *("sides", "duplex", "booklet", "two_up", "punch", "table", "timeline", "worksheets", "mode", "by", "scale", "years", "support", "gap", "ladder", "ruling", "pages", "flip"),
    *("advantage", "disadvantage", "language", "period", "question", "summary", "subtitle", "image", "picture", "cover", "file", "alt", "decorative", "width", "caption", "credit", "labels", "x", "y", "answer", "where", "draw", "__class__", "model_fields"),
)  # fmt: skip
POOLS = (TOKENS, MARKUP, ODD, DATES, KEYS)


def seeds():
    """What is spoilt: every fixture, old find and pack; those that can be read often, the others are wrong already."""
    where = ("tests/fixtures", "tests/fuzz/corpus", "content", "studypack")
    paths = [path for folder in where for path in sorted((ROOT / folder).rglob("*.yaml"))]
    return [path.read_bytes() for path in paths for _ in range(_OFTEN if _can_be_read(path) else 1)]


def _can_be_read(path):
    try:
        load(path)
    except ContentError:
        return False
    return True


def spoilt(seed, number, originals):
    """The input of this number, as bytes."""
    chance = Random(f"{seed}:{number}")
    return _spoil(_short(chance.choice(originals), chance), chance, originals)


def mutated(data, seed, originals):
    """The bytes, spoilt once more."""
    return _spoil(data, Random(seed), originals)


def _spoil(data, chance, originals):
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 5, 8))):
        data = chance.choices(_WAYS, _WEIGHTS)[0](data, chance, originals)
    return data


def _short(data, chance):
    """All of a small file, and so many whole lines of a large one."""
    if len(data) <= LONGEST or chance.random() < 0.001:
        return data
    lines = data.splitlines(keepends=True)
    start = chance.choice((0, 0, chance.randrange(len(lines))))
    short, size = [], 0
    for line in lines[start:]:
        size += len(line)
        if size > LONGEST:
            break
        short.append(line)
    return b"".join(short)


def _lines(data):
    return data.splitlines(keepends=True) or [b""]


def _flip(data, chance, _):
    made = bytearray(data or b"\n")
    for _ in range(chance.choice((1, 1, 2, 8))):
        made[chance.randrange(len(made))] = chance.randrange(256)
    return bytes(made)


def _cut(data, chance, _):
    start = chance.randrange(len(data) + 1)
    return data[:start] + data[start + chance.choice((1, 1, 2, 10, 100)) :]


def _lose_line(data, chance, _):
    lines = _lines(data)
    del lines[chance.randrange(len(lines))]
    return b"".join(lines)


def _double_line(data, chance, _):
    lines = _lines(data)
    at = chance.randrange(len(lines))
    end = min(len(lines), at + chance.choice((1, 1, 3, 8)))
    return b"".join(lines[:end] + lines[at:end] * chance.choice((1, 1, 2, 5)) + lines[end:])


def _swap_lines(data, chance, _):
    lines = _lines(data)
    one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]
    return b"".join(lines)


def _indent(data, chance, _):
    lines = _lines(data)
    at = chance.randrange(len(lines))
    for number in range(at, min(len(lines), at + chance.choice((1, 1, 3, 20)))):
        lines[number] = b" " * chance.choice((1, 2, 4)) + lines[number] if chance.random() < 0.5 else lines[number][2:]
    return b"".join(lines)


def _insert(data, chance, _):
    text = data.decode("utf-8", "replace")
    at = chance.randrange(len(text) + 1)
    token = chance.choice(chance.choice(POOLS)) * chance.choice((1, 1, 1, 2, 40))
    return _bytes(text[:at] + token + text[at + chance.choice((0, 0, len(token))) :])


def _revalue(data, chance, _):
    """Another value after a key: what the schema is for."""
    lines = _lines(data)
    valued = [number for number, line in enumerate(lines) if b": " in line]
    if not valued:
        return data
    at = chance.choice(valued)
    head, _, rest = lines[at].partition(b": ")
    value = _bytes(chance.choice(chance.choice(POOLS)))
    quote = chance.choice((b"", b"", b"'", b'"'))
    lines[at] = head + b": " + quote + (value if chance.random() < 0.6 else rest.strip() + value) + quote + b"\n"
    return b"".join(lines)


def _rekey(data, chance, _):
    lines = _lines(data)
    at = chance.randrange(len(lines))
    before = lines[at]
    start = len(before) - len(before.lstrip(b" -"))
    lines[at] = before[:start] + chance.choice(KEYS).encode() + b":" + before.partition(b":")[2]
    return b"".join(lines if lines[at].endswith(b"\n") else [*lines, b"\n"])


def _splice(data, chance, originals):
    other = _short(chance.choice(originals), chance)
    at, start = chance.randrange(len(data) + 1), chance.randrange(len(other) + 1)
    piece = other[start : start + chance.choice((5, 40, 400))]
    return data[:at] + piece + data[at + chance.choice((0, len(piece))) :]


def _splice_lines(data, chance, originals):
    lines, other = _lines(data), _lines(_short(chance.choice(originals), chance))
    at, start = chance.randrange(len(lines) + 1), chance.randrange(len(other))
    return b"".join(lines[:at] + other[start : start + chance.choice((1, 3, 10))] + lines[at:])


def _nest(data, chance, _):
    at, deep = chance.randrange(len(data) + 1), chance.choice((3, 31, 33, 500, 5000))
    kind = chance.choice((b"[", b"{", b"{a: ", b"- ", b"? ", b"{{", b"**", b"[{", b"\n-"))
    closing = {b"[": b"]", b"{": b"}", b"{a: ": b"}", b"[{": b"}]", b"{{": b"}}"}.get(kind, b"")
    return data[:at] + kind * deep + b"x" + closing * (deep * (chance.random() < 0.5)) + data[at:]


def _huge(data, chance, _):
    at = chance.randrange(len(data) + 1)
    token = _bytes(chance.choice(chance.choice(POOLS)) or "x")
    return data[:at] + token * (chance.choice((200, 2_000, 20_000)) // len(token)) + data[at:]


def _recode(data, chance, _):
    text = data.decode("utf-8", "replace")
    return text.encode(chance.choice(("utf-16", "utf-16-le", "utf-32", "latin-1", "utf-8-sig", "cp1252")), "replace")


def _bytes(text):
    return text.encode("utf-8", "surrogatepass")


_WAYS_OFTEN = {
    _flip: 10,
    _cut: 6,
    _lose_line: 8,
    _double_line: 8,
    _swap_lines: 6,
    _indent: 8,
    _insert: 16,
    _revalue: 24,
    _rekey: 6,
    _splice: 8,
    _splice_lines: 8,
    _nest: 1,
    _huge: 1,
    _recode: 0.3,
}
_WAYS, _WEIGHTS = list(_WAYS_OFTEN), list(_WAYS_OFTEN.values())
