"""Every word of the content is in the PDFs, pack and key, or `check` says where not; in every field, on every paper.

The texts are made from the JSON Schema, so that a new field is among them. What a choice leaves out is no loss, such as
a section that nobody asked for.
"""

import json
import re

import pypdfium2
import pytest

from studypack.base.errors import StudypackError
from studypack.model.choices import Paper, Profile, ThemeName
from studypack.model.options import Flags
from studypack.model.schema import json_schema
from studypack.output.build import render_loaded
from studypack.output.page_advice import compose_documents
from studypack.reading.load import read
from tests.pictures import pictures

SCHEMA = json_schema()
REFERENCES = {
    ("language",): "en-GB",
    ("taught",): "2026-09-14",
    ("words",): {"weigh": "Weigh it up"},
    ("sides", "advantage", "letter"): "K",
    ("sides", "disadvantage", "letter"): "Ba",
    ("points", 0, "id"): "one",
    ("points", 0, "side"): "advantage",
    ("points", 1, "id"): "two",
    ("points", 1, "side"): "disadvantage",
    ("worksheets", 0, "points"): ["one", "two"],
    ("flashcards", 0, "point"): "one",
    ("glossary", 0, "gender"): "m",
    ("boxes", 0, "where"): "table",
    ("questions", 0, "marks"): "1",
    ("questions", 0, "kind"): "short",
    ("questions", 0, "lines"): "3",
    ("questions", 0, "scheme", "levels", 0, "marks"): "1",
    ("evaluation", "try", "moves"): ["evidence"],
    ("evaluation", "try", "draw"): "axes",
}
"""What names something else, and is not printed as it is written; `test_words` has the words of the program."""
AT_ODDS = {
    ("questions", 0, "space"),
    ("questions", 0, "draw"),
    ("questions", 0, "scheme", "points"),
    ("questions", 0, "scheme", "any"),
}
"""Keys that cannot stand beside others; a test below has their words."""
OF_PICTURES = {
    **{"file": "dam.png", "alt": "What it shows.", "decorative": "no", "width": "60%"},
    **{"x": "60%", "y": "40%", "where": "Left of it."},
}
"""The keys of a picture that are not printed."""
GAPPED = {("points", 0, "text"), ("points", 1, "text"), ("worksheets", 0, "passage")}
ODD = ("<b>&amp;</b>", "\\(x)%s$€£_^~#@|`", "§†•…‹›×÷±≈≤−½", "²₂Ωμ°′″éßłЖθ")
FEW, SOME, MANY, ENDLESS = 2, 16, 150, 900
"""Words of a text."""
FOR_ONE_PAGE = (
    ("title",),
    ("author",),
    ("rights",),
    ("school",),
    ("foot",),
    ("sides", "advantage", "name"),
    ("sides", "disadvantage", "name"),
    ("sides", "advantage", "says"),
    ("sides", "disadvantage", "says"),
    ("worksheets", 0, "distractors", 0),
)
"""What goes on to no second page."""
TITLES = {("points", 0, "title"), ("points", 1, "title")}
EVENTS = {("events", 0, "title")}
SIDES = {("sides", "advantage", "name"), ("sides", "disadvantage", "name")}


def letters(number):
    """A number in letters, narrow ones: a wide one in a title would decide whether a page has room for it."""
    return "".join("acefijlrst"[int(digit)] for digit in str(number))


class Written:
    """A pack with words of its own in every field: so many as `count` gives for the path."""

    def __init__(self, count):
        self._count = count
        self.words = {}
        """What must be found of each field."""
        self.content = self._of(SCHEMA, ())

    def _of(self, schema, path):
        if path in REFERENCES or (path[-1:] and path[-1] in OF_PICTURES):
            return REFERENCES[path] if path in REFERENCES else OF_PICTURES[path[-1]]
        if "$ref" in schema:
            return self._of(SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]], path)
        if "anyOf" in schema:
            parts = [each for each in schema["anyOf"] if "$ref" in each or path == ("sides",)]
            return self._of((parts or schema["anyOf"])[0], path)
        if "items" in schema:
            return [self._of(schema["items"], (*path, number)) for number in range(2 if path == ("points",) else 1)]
        if "properties" in schema:
            keys = {key: own for key, own in schema["properties"].items() if key not in ("pack", "style")}
            return {key: self._of(own, (*path, key)) for key, own in keys.items() if (*path, key) not in AT_ODDS}
        return "1921" if "examples" in schema else self._text(path)

    def _text(self, path):
        name = f"q{letters(len(self.words))}x"
        if path[-1] == "answer":
            self.words[path] = [f"{name}answer"]
            return f"{name}answer"
        words = [f"{name}{letters(number)}z" for number in range(self._count(path))]
        words += [f"{name}{odd}z" for odd in ODD]
        self.words[path] = list(words)
        if path in GAPPED:
            answer, other, hint = f"{name}answer", f"{name}other", f"{name}hint"
            self.words[path] += [answer, other, hint]
            words.append(f"{{{{{answer}|{other}::{hint}}}}}.")
        return " ".join(words)

    def loaded(self, **choices):
        return read(json.dumps({**self.content, "pack": choices}).encode(), "pack.yaml", pictures())


def lost(written, files):
    """Each field with those of its words that are in no file."""
    found = bare("".join(text_of(made.data) for made in files))
    missing = {path: [word for word in words if bare(word) not in found] for path, words in written.words.items()}
    return {path: words for path, words in missing.items() if words}


def text_of(data):
    with pypdfium2.PdfDocument(data) as pdf:
        return "".join(page.get_textpage().get_text_range() for page in pdf)


def bare(text):
    return re.sub(r"\s+", "", text).casefold()


def all_of(loaded):
    """The files of a pack as it is printed, and of what is printed where it is asked for."""
    return [
        *render_loaded(loaded, Flags(), "pack"),
        *render_loaded(loaded, Flags(sections=("questions", "mistakes")), "pack"),
    ]


GUIDE, PLAIN, PRIMARY = ThemeName
WAYS = [
    *((SOME, paper, profile, GUIDE) for paper in Paper for profile in Profile),
    *((FEW, Paper.A4, profile, theme) for profile, theme in zip(Profile, (GUIDE, PRIMARY, PLAIN), strict=True)),
    *(
        (SOME, paper, profile, PRIMARY)
        for paper, profile in zip((Paper.A4, Paper.A5, Paper.HALF_LETTER), Profile, strict=True)
    ),
    (SOME, Paper.A5, Profile.STANDARD, PLAIN),
]


@pytest.mark.parametrize(("count", "paper", "profile", "theme"), WAYS)
def test_every_field_is_printed_whole(count, paper, profile, theme):
    pack = Written(lambda path: count)
    assert len(pack.words) > 30, "the schema was walked"
    assert lost(pack, all_of(pack.loaded(paper=paper, profile=profile, theme=theme))) == {}


@pytest.mark.parametrize(("paper", "profile"), [(Paper.A4, Profile.STANDARD), (Paper.A5, Profile.LARGE)])
def test_long_texts_are_printed_whole(paper, profile):
    pack = Written(lambda path: FEW if path in FOR_ONE_PAGE else MANY)
    assert lost(pack, all_of(pack.loaded(paper=paper, profile=profile))) == {}


@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize("path", FOR_ONE_PAGE, ids=lambda path: ".".join(map(str, path)))
def test_what_no_page_has_room_for_is_told_at_its_place(path, profile):
    loaded = Written(lambda each: ENDLESS if each == path else FEW).loaded(paper=Paper.A5, profile=profile)
    with pytest.raises(StudypackError) as refused:
        render_loaded(loaded, Flags(), "pack")
    assert [problem.path for problem in refused.value.problems] == [path]
    assert all(problem.line and "too long" in problem.message for problem in refused.value.problems)
    with pytest.raises(StudypackError) as told:
        compose_documents(loaded)
    assert told.value.problems == refused.value.problems


@pytest.mark.parametrize("gap", ["{{%s}}", "{{x|%s}}"])
def test_an_answer_that_no_page_has_room_for_is_told_where_it_stands(gap):
    answer = " ".join(f"word{letters(number)}" for number in range(ENDLESS))
    text = (
        f"title: T\npack: {{paper: a5}}\nworksheets:\n- title: A\n  passage: |\n    First.\n    And {gap % answer}.\n"
    )
    with pytest.raises(StudypackError) as refused:
        compose_documents(read(text.encode(), "pack.yaml"))
    (problem,) = refused.value.problems
    assert "an answer in 'passage' is too long" in problem.message
    assert problem.excerpt[problem.column - 1 :].startswith(answer[:40])
    assert problem.line == 7


@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize(
    ("setting", "of"),
    [
        ("table.mode=paired", TITLES | SIDES),
        ("table.mode=blank", TITLES | SIDES),
        ("timeline.mode=dates-blank", TITLES | EVENTS | SIDES),
        ("timeline.mode=cut", TITLES | EVENTS),
    ],
)
def test_no_mode_shortens_what_it_prints(setting, of, profile):
    """In a file of that section alone: the whole text is nowhere else."""
    pack = Written(lambda path: SOME if path in of else FEW)
    flags = Flags(sections=(setting.partition(".")[0],), settings=(setting,), paper=Paper.A5, profile=profile)
    missing = lost(pack, render_loaded(pack.loaded(), flags, "pack")[:1])
    assert not of & missing.keys()
    assert ("subtitle",) in missing, "what is left out is seen"
