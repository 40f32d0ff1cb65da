"""The modes of sections: what the content and the command line say, and what neither may say."""

import pytest

from studypack.base.errors import ChoiceError
from studypack.model.choices import Profile
from studypack.model.content import Pack
from studypack.model.options import MODES, Flags
from studypack.model.settings import settings_of
from studypack.output.resolve import options_for


def pack(**own):
    return Pack.model_validate({"title": "T", "pack": own})


def test_the_contents_own_modes_hold_where_the_command_line_is_silent():
    options = options_for(
        pack(table={"mode": "paired"}, profile="clear", grey="yes"), Flags(settings=("table.by=date",))
    )
    assert (options.table.mode, options.table.by) == ("paired", "date")
    assert options.profile is Profile.CLEAR
    assert options.grey


def test_the_command_line_overrides_the_content():
    own = pack(table={"mode": "paired"}, profile="clear", eco="yes")
    options = options_for(
        own, Flags(profile=Profile.STANDARD, eco=False, settings=("table.mode=Sort", "worksheets.ladder=yes"))
    )
    assert (options.table.mode, options.profile, options.eco, options.worksheets.ladder) == (
        "sort",
        "standard",
        False,
        True,
    )


def test_hyphenation_is_for_languages_that_have_rules_for_it():
    assert options_for(pack(hyphenate="yes"), Flags()).hyphenate
    assert not options_for(pack(hyphenate="yes"), Flags(hyphenate=False)).hyphenate
    welsh = Pack.model_validate({"title": "T", "language": "cy"})
    assert not options_for(welsh, Flags()).hyphenate
    with pytest.raises(ChoiceError, match="'cy'") as refused:
        options_for(welsh, Flags(hyphenate=True))
    assert "--hyphenate" in (refused.value.problems[0].hint or "")


@pytest.mark.parametrize(
    ("setting", "message", "hint"),
    [
        ("tabel.mode=paired", "there are no settings for 'tabel'", "did you mean 'table'?"),
        ("table.mod=paired", "'table' has no setting 'mod'", "did you mean 'mode'?"),
        ("table.mode=pared", "table.mode cannot be 'pared'", "did you mean 'paired'?"),
        ("table.mode=x", "table.mode cannot be 'x'", "it can be: columns, paired, blank, sort"),
        (
            "worksheets.support=bank + hints",
            "worksheets.support cannot be 'bank + hints'",
            "did you mean 'bank+hints'?",
        ),
        ("worksheets.distractors=13", "worksheets.distractors cannot be '13'", "it is a whole number from 0 to 12"),
        ("flashcards.cards=9", "flashcards.cards cannot be '9'", "it is 8 or 10"),
        ("evaluation.check=perhaps", "evaluation.check cannot be 'perhaps'", "it can be: yes, no"),
        ("table=paired", "cannot read the setting 'table=paired'", "write it like table.mode=paired"),
        ("table.mode=", "cannot read the setting 'table.mode='", "write it like table.mode=paired"),
    ],
)
def test_a_wrong_setting_is_told_with_a_way_out(setting, message, hint):
    with pytest.raises(ChoiceError) as told:
        options_for(pack(), Flags(settings=(setting,)))
    assert [(problem.message, problem.hint) for problem in told.value.problems] == [(message, hint)]
    assert told.value.problems[0].source == f"--set {setting}", "the command line is at fault, not the content"


def test_all_wrong_settings_are_told_at_once():
    with pytest.raises(ChoiceError) as told:
        options_for(pack(), Flags(settings=("tabel.mode=x", "notes.pages=99", "notes.ruling=dotted")))
    assert len(told.value.problems) == 2


def test_every_setting_is_listed_with_its_values():
    listed = {setting: says for name in MODES for setting, says in settings_of(name, MODES[name])}
    assert len(listed) == sum(len(part.model_fields) for part in MODES.values())
    assert listed["table.mode"] == "columns | paired | blank | sort"
    assert all(listed.values())


def test_a_section_asked_for_by_name_is_printed_though_the_content_skips_it():
    own = pack(skip=["cover"])
    assert options_for(own, Flags()).skip == ("cover",)
    assert options_for(own, Flags(sections=("cover",))).skip == ()
    assert options_for(own, Flags(sections=("cover", "table"), skip=("table",))).skip == ("table",)
