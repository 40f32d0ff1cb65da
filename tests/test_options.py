"""Options: what the command line, the content and an address say alike, and what they were called before."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import studypack
from studypack.base.errors import ChoiceError, ContentError, Severity
from studypack.model.fields import choices, numbers, written, written_form
from studypack.model.options import LISTS, MODES, OPTIONS, Flags, Options
from studypack.model.options import typed as words_for
from studypack.output.resolve import options_for
from studypack.preview.query import flags_of
from studypack.reading.load import read
from tests.command import SMALL


def examples(part, key):
    return [form.example] if (form := written_form(part, key)) else []


VALUES = {
    name: choices(Options, name) or map(str, numbers(Options, name)[5:6]) for name in OPTIONS if name not in LISTS
}
ASKED = [(name, value) for name, values in VALUES.items() for value in values]
MODES_ASKED = [
    (f"{name}.{key}", value)
    for name, part in MODES.items()
    for key in part.model_fields
    for value in (*choices(part, key), *map(str, numbers(part, key)[-1:]), *examples(part, key))
]


def loaded(*lines):
    return read("\n  ".join([f"{SMALL}pack:", *lines]).encode(), "weimar.yaml")


def in_file(key, value):
    name, _, mode = key.partition(".")
    return f"{name}: {{{mode}: {value}}}" if mode else f"{name}: {value}"


@pytest.mark.parametrize(("key", "value"), [*ASKED, *MODES_ASKED])
def test_the_content_and_an_address_say_what_the_command_line_says(key, value):
    content, flags = loaded(in_file(key, value)), flags_of([(key, value)])
    assert content.warnings == ()
    assert options_for(content.pack, Flags()) == options_for(read(SMALL.encode(), "").pack, flags)
    assert dict(flags.said).keys() == {key}
    assert flags.words == words_for(key, dict(flags.said)[key])


@pytest.mark.parametrize(("key", "value"), [*ASKED, ("sections", "table,worksheets"), ("skip", "cover")])
def test_what_stands_in_the_content_makes_the_files_that_the_command_makes(typed, desk, key, value):
    words = flags_of([(key, value)]).words
    assert typed("build", "--out", "said", *words)[0] == 0
    line = f"{key}: [{value}]" if key in LISTS else f"{key}: {value}"
    (desk / "content" / "weimar.yaml").write_text(f"{SMALL}pack:\n  {line}\n", encoding="utf-8")
    assert typed("build", "--out", "written")[0] == 0
    if key == "paper":  # of sheets, the content says the sheet, and the command line the page
        assert typed("build", "--out", "written", "--no-booklet", "--no-two-up")[0] == 0
    said, made = ({path.name: path.read_bytes() for path in (desk / out).iterdir()} for out in ("said", "written"))
    assert said == made


@pytest.mark.parametrize(
    ("own", "words", "like"),
    [
        (["booklet: yes"], ["--no-booklet"], []),
        (["booklet: yes"], ["--two-up"], ["--two-up"]),
        (["two_up: yes"], ["--booklet"], ["--booklet"]),
        (["booklet: yes"], ["--fillable"], ["--fillable"]),
        (["booklet: yes"], ["--one-sided"], ["--one-sided"]),
        (["booklet: yes", "paper: letter"], [], ["--booklet", "--paper", "half-letter"]),
        (["fillable: yes"], ["--two-up"], ["--two-up"]),
        (["duplex: no"], ["--booklet"], ["--booklet"]),
        (["duplex: no"], ["--duplex"], ["--duplex"]),
        (["eco: yes", "grey: yes"], ["--full-ink"], ["--grey"]),
        (["worksheets: {gap: letters, ladder: yes}"], ["--set", "worksheets.ladder=no"], ["--set", "worksheets.gap=letters"]),
    ],
)  # fmt: skip
def test_the_command_line_overrides_the_content(typed, desk, own, words, like):
    assert typed("build", "-s", "worksheets", "--out", "like", *like)[0] == 0
    content = SMALL + "pack:\n" + "".join(f"  {line}\n" for line in own)
    (desk / "content" / "weimar.yaml").write_text(content, encoding="utf-8")
    assert typed("build", "-s", "worksheets", "--out", "made", *words)[0] == 0
    # The key is printed as the content has it: it is no booklet, for example.
    like_it, made = (sorted((desk / out).glob("weimar*.pdf"))[-1] for out in ("like", "made"))
    assert (made.name, made.read_bytes()) == (like_it.name, like_it.read_bytes())


@pytest.mark.parametrize(
    ("own", "message", "hint", "line"),
    [
        (["booklet: yes", "two_up: yes"], "one sheet cannot be folded and be cut", "booklet: yes and two_up: yes", 13),
        (["fillable: yes", "booklet: yes"], "a booklet is for paper", "booklet: yes and fillable: yes", 12),
        (["booklet: yes", "duplex: no"], "a booklet is printed on both sides", "booklet: yes and duplex: no", 13),
    ],
)
def test_choices_of_a_content_that_are_at_odds_are_told_at_their_place(typed, desk, own, message, hint, line):
    content = SMALL + "pack:\n" + "".join(f"  {line}\n" for line in own)
    (desk / "content" / "weimar.yaml").write_text(content, encoding="utf-8")
    for command in ("build", "check"):
        status, out, err = typed(command)
        assert status == 1
        assert message in (out + err).splitlines()[0]
        assert f"--> content/weimar.yaml:{line}:" in out + err
        assert f"choose one of {hint}" in out + err


@pytest.mark.parametrize(
    "line", ["copies: 3", "printer: x", "with_key: yes", "out: x", "open: yes", "verify: yes", "imposition: booklet"]
)
def test_what_concerns_one_printing_is_no_key_of_the_content(line):
    with pytest.raises(ContentError, match="unknown key"):
        loaded(line)


WHOLE = """
import sys
from studypack.cli import app
from studypack.model.content import Pack
from studypack.model.schema import json_schema
from studypack.preview.controls import pack_controls
from studypack.preview.query import flags_of
from studypack.reading.load import read
print([each.says for each in pack_controls() if each.name == "glitter"])
print(flags_of([("glitter", "yes")]).words, read(sys.argv[1].encode(), "").pack.pack.glitter)
print(json_schema()["$defs"]["Options"]["properties"]["glitter"]["description"])
app(["build", "--help"])
"""


def test_a_new_option_is_one_field(tmp_path):
    shutil.copytree(Path(studypack.__file__).parent, tmp_path / "studypack")
    path = tmp_path / "studypack" / "model" / "options.py"
    field = 'glitter: Annotated[bool, Option("A little of it.", _TYPE)] = False\n'
    before, here, after = path.read_text("utf-8").partition("    hyphenate: Annotated[")
    path.write_text(f"{before}    {field}{here}{after}", "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", WHOLE, SMALL + "pack: {glitter: yes}"],
        env=os.environ | {"PYTHONPATH": str(tmp_path), "COLUMNS": "100"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    form, flags, schema, *page = done.stdout.splitlines()
    assert (form, flags, schema) == ("['A little of it.']", "['--glitter'] True", "A little of it.")
    assert any("--glitter" in line and "--no-glitter" in line and "A little of it." in line for line in page)


OLD = [
    # what was written, what is written now, how often it is told, the hint
    ("sections: [cover, cloze]", "sections: [cover, worksheets]", "write worksheets", (12, 21)),
    ("skip: [cloze]", "skip: [worksheets]", "write worksheets", (12, 10)),
    ("cloze: {gap: letters}", "worksheets: {gap: letters}", "write worksheets:", (12, 3)),
    ("timeline: {years: 10}", "timeline: {span: 10 years}", "write span: 10", (12, 14)),
    ("sides: two", "duplex: yes", "write duplex: yes", (12, 3)),
    ("sides: One", "duplex: no", "write duplex: no", (12, 3)),
]


@pytest.mark.parametrize(("old", "new", "hint", "place"), OLD)
def test_old_spellings_of_the_content_are_read_and_told(old, new, hint, place):
    before, now = loaded(old), loaded(new)
    assert before.pack.pack == now.pack.pack
    assert before.pack.pack.model_fields_set == now.pack.pack.model_fields_set
    (told,) = before.warnings
    assert (told.severity, told.hint, (told.line, told.column)) == (Severity.WARNING, hint, place)
    assert "is the old name of" in told.message
    assert now.warnings == ()


@pytest.mark.parametrize(
    ("line", "message", "place"),
    [
        ("cloze: {gap: wide}", "gap must be", (12, 16)),
        ("timeline: {years: ten}", "span cannot be 'ten'", (12, 21)),
        ("timeline: {span: 0}", "span cannot be '0'", (12, 20)),
        ("timeline: {years: 9, span: 2 weeks}", "'years' is the old name of 'span', which stands here, too", (12, 14)),
        ("sides: both", "duplex must be 'yes' or 'no'", (12, 10)),
        ("cloze: {ladder: yes}\n  worksheets: {ladder: no}", "'cloze' is the old name of 'worksheets', which stands", (12, 3)),
        ("sides: {advantage: For, disadvantage: Against}", "unknown key 'sides'", (12, 3)),
        ("sections: [cloze, tabel]\n  papre: a4", "unknown key 'papre'", (13, 3)),
    ],
)  # fmt: skip
def test_mistakes_beside_an_old_spelling_are_told_at_their_place(line, message, place):
    with pytest.raises(ContentError) as refused:
        loaded(line)
    (problem,) = [each for each in refused.value.problems if each.severity is Severity.ERROR]
    assert message in problem.message
    assert (problem.line, problem.column) == place


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (["--sections", "table,cloze"], ["--sections", "table,worksheets"]),
        (["-s", "Cloze"], ["--sections", "worksheets"]),
        (["--skip", "cloze"], ["--skip", "worksheets"]),
        (["--set", "cloze.gap=letters"], ["--set", "worksheets.gap=letters"]),
        (["--set", "timeline.years=10"], ["--set", "timeline.span=10"]),
    ],
)
def test_old_spellings_of_the_command_line_work_and_are_told(typed, desk, old, new):
    status, _, err = typed("build", "--out", "old", *old)
    assert status == 0
    assert re.match("warning: '(cloze|timeline.years)' is the old name of '(worksheets|timeline.span)'\n", err)
    assert f"= help: write {new[0]} {new[1].removeprefix('table,')}\n" in err
    assert typed("build", "--out", "new", *new)[::2] == (0, "")
    files = [{path.name: path.read_bytes() for path in (desk / out).iterdir()} for out in ("old", "new")]
    assert files[0] == files[1]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ([("sections", "table,cloze")], [("sections", "table,worksheets")]),
        ([("skip", "cloze")], [("skip", "worksheets")]),
        ([("cloze.gap", "letters")], [("worksheets.gap", "letters")]),
        ([("timeline.years", "10")], [("timeline.span", "10 years")]),
        ([("sides", "two"), ("imposition", "booklet")], [("duplex", "yes"), ("booklet", "yes")]),
        ([("sides", "one"), ("imposition", "two-up")], [("duplex", "no"), ("two_up", "yes")]),
        ([("sides", ""), ("imposition", "")], []),
    ],
)
def test_old_links_of_the_preview_work(old, new):
    assert flags_of(old) == flags_of(new)


def test_an_unknown_value_of_an_old_link_is_told():
    with pytest.raises(ChoiceError, match="nothing to choose called 'imposition'"):
        flags_of([("imposition", "scroll")])


def test_values_are_written_as_they_are_typed():
    assert [written(value) for value in (True, False, None, 7, ("table", "notes"))] == [
        "yes",
        "no",
        "",
        "7",
        "table,notes",
    ]
