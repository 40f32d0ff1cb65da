"""What a pupil's sheet hides is nowhere in the pupil's file, in whatever way one looks into it."""

import io
import re

import pikepdf
import pytest
from packs import all_pairs

from studypack.model.choices import Imposition, Key, Paper, Profile
from studypack.model.content import Pack
from studypack.model.modes import GapWidth, Scale, Support
from studypack.model.options import Flags
from studypack.output.build import render
from tests.pdf.leaks import hiding_places, places_of, times_read, words_in
from tests.pdf.made_up import (
    ALTERNATIVES,
    ANSWERS,
    CORRECTIONS,
    DATE_FORMS,
    DATES,
    DISTRACTORS,
    HINTS,
    IDS,
    MISTAKES,
    MODEL,
    NOTES,
    PACK,
    TITLES,
)
from tests.pdf.marked import to_unicode

PAPERS = (Paper.A4, Paper.HALF_LETTER)
LOOKS = [(Profile.STANDARD, Paper.A4), (Profile.CLEAR, Paper.HALF_LETTER), (Profile.LARGE, Paper.HALF_LETTER)]
IN_EVERY_PROFILE = pytest.mark.parametrize(("profile", "paper"), LOOKS)
AT_EVERY_SCALE = pytest.mark.parametrize(("scale", "profile", "paper"), all_pairs(Scale, Profile, PAPERS))


def made(sections, settings, profile, paper, pack=PACK, *, fillable=False):
    """The pupils' file and the teacher's, if there is one; the pupils' has no room to hide anything in."""
    flags = Flags(
        sections=sections, settings=settings, profile=profile, paper=paper, key=Key.SEPARATE, fillable=fillable
    )
    pupils, *teachers = [each.data for each in render(pack, flags, "topic")]
    assert hiding_places(pupils) == []
    return pupils, teachers[0] if teachers else b""


def leaks(words, data):
    return {word: places for word in words if (places := places_of(word, data))}


def hidden_by(support):
    banked = support in (Support.BANK, Support.BANK_HINTS)
    hidden = [*ALTERNATIVES, *([] if banked else [*ANSWERS, *DISTRACTORS])]
    return hidden + ([] if support is Support.BANK_HINTS else list(HINTS))


@pytest.mark.parametrize(("support", "gap", "profile", "paper"), all_pairs(Support, GapWidth, Profile, PAPERS))
def test_worksheets_hide_what_their_gaps_hide(support, gap, profile, paper):
    settings = (f"worksheets.support={support}", f"worksheets.gap={gap}")
    pupils, teachers = made(("contents", "worksheets"), settings, profile, paper)
    assert leaks(hidden_by(support), pupils) == {}
    assert all(places_of(word, teachers) for word in (*ANSWERS, *ALTERNATIVES)), "the key tells them"


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("support", [Support.BANK, Support.BANK_HINTS])
def test_an_answer_stands_in_the_bank_alone(support, paper):
    pupils, _ = made(("contents", "worksheets"), (f"worksheets.support={support}",), Profile.STANDARD, paper)
    for word in (*ANSWERS, *DISTRACTORS):
        assert times_read(word, pupils) == 1
        assert not [place for place in places_of(word, pupils) if "on page" not in place and "of page" not in place]


@IN_EVERY_PROFILE
def test_a_ladder_hides_what_all_its_steps_hide(profile, paper):
    pupils, _ = made(("worksheets",), ("worksheets.ladder=yes",), profile, paper)
    assert leaks(ALTERNATIVES, pupils) == {}
    assert {times_read(word, pupils) for word in ANSWERS} == {2}, "on the two steps that have a bank"
    assert {times_read(word, pupils) for word in HINTS} == {1}


@AT_EVERY_SCALE
def test_a_timeline_hides_the_dates_that_it_asks_for(scale, profile, paper):
    settings = ("timeline.mode=dates-blank", f"timeline.scale={scale}")
    pupils, teachers = made(("contents", "timeline"), settings, profile, paper)
    assert leaks((*DATES, *DATE_FORMS), pupils) == {}
    assert all(places_of(date, teachers) for date in ("17 Mar", "23 Oct", "Sept"))
    assert {times_read(title, pupils) for title in TITLES} == {1}


@AT_EVERY_SCALE
def test_a_timeline_hides_which_event_is_of_which_date(scale, profile, paper):
    settings = ("timeline.mode=labels-blank", f"timeline.scale={scale}")
    pupils, _ = made(("contents", "timeline"), settings, profile, paper)
    for title in TITLES:
        assert times_read(title, pupils) == 1, "in the list to choose from"
        assert not [place for place in places_of(title, pupils) if "on page" not in place and "of page" not in place]


@IN_EVERY_PROFILE
def test_cards_to_put_in_order_have_no_dates(profile, paper):
    pupils, teachers = made(("contents", "timeline"), ("timeline.mode=cut",), profile, paper)
    assert leaks((*DATE_FORMS, "1763", "1771", "1788"), pupils) == {}
    assert all(places_of(date, teachers) for date in ("17 Mar 1763", "23 Oct 1771", "Sept 1788"))


@IN_EVERY_PROFILE
def test_a_sorting_sheet_does_not_tell_the_sides(profile, paper):
    pupils, teachers = made(("table",), ("table.mode=sort",), profile, paper)
    assert leaks(IDS, pupils) == {}
    told, hidden = (
        {mark for _, text in words_in(data) for mark in re.findall(r"\b[AD]\d\b", text)} for data in (teachers, pupils)
    )
    assert (told, hidden) == ({"A1", "A2", "D1"}, set())


@IN_EVERY_PROFILE
def test_a_blank_table_says_nothing_of_its_points_but_their_names(profile, paper):
    pupils, _ = made(("contents", "table"), ("table.mode=blank",), profile, paper)
    hidden = [word for word in (*ANSWERS, *ALTERNATIVES, *HINTS) if word != "Yarmolquist"]
    assert leaks((*hidden, "signed", "nobody saw", *DATES, *DATE_FORMS), pupils) == {}


@IN_EVERY_PROFILE
def test_an_evaluation_to_write_says_no_word_of_the_model(profile, paper):
    pupils, _ = made(("contents", "evaluation"), ("evaluation.mode=scaffold",), profile, paper)
    assert leaks(MODEL, pupils) == {}
    pupils, _ = made(("contents", "evaluation"), ("evaluation.mode=plain",), profile, paper)
    assert leaks(NOTES, pupils) == {}
    assert {times_read(word, pupils) for word in MODEL} == {1}


@pytest.mark.parametrize(
    ("support", "gap"), list(zip((Support.LETTERS, Support.NONE, Support.LETTERS), GapWidth, strict=True))
)
def test_the_gaps_of_a_sheet_to_fill_in_hide_the_same(support, gap):
    settings = (f"worksheets.support={support}", f"worksheets.gap={gap}")
    pupils, _ = made(("contents", "worksheets"), settings, Profile.STANDARD, Paper.A4, fillable=True)
    assert fields_in(pupils) > 0
    assert leaks(hidden_by(support), pupils) == {}


@pytest.mark.parametrize(
    ("section", "mode", "hidden"),
    [
        ("timeline", "dates-blank", (*DATES, *DATE_FORMS)),
        ("timeline", "cut", DATE_FORMS),
        ("table", "sort", IDS),
        ("table", "blank", (*ALTERNATIVES, *HINTS, "nobody saw", *DATE_FORMS)),
        ("evaluation", "scaffold", MODEL),
    ],
)
def test_other_sheets_to_fill_in_hide_the_same(section, mode, hidden):
    pupils, _ = made((section,), (f"{section}.mode={mode}",), Profile.LARGE, Paper.A4, fillable=True)
    assert fields_in(pupils) > 0
    assert leaks(hidden, pupils) == {}


def fields_in(data):
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.Root.AcroForm.Fields)


@pytest.mark.parametrize("imposition", list(Imposition))
def test_sheets_of_two_pages_hide_the_same(imposition):
    flags = Flags(
        sections=("contents", "worksheets"), settings=("worksheets.support=none",), **{imposition.name.lower(): True}
    )
    pupils, _ = [each.data for each in render(PACK, flags, "topic")]
    assert times_read("They signed with", pupils) >= 1
    assert hiding_places(pupils) == []
    assert leaks(hidden_by(Support.NONE), pupils) == {}


@IN_EVERY_PROFILE
def test_the_usual_pack_hides_alternatives_and_corrections(profile, paper):
    pupils, teachers = made((), (), profile, paper)
    assert leaks((*CORRECTIONS, *ALTERNATIVES), pupils) == {}
    assert all(places_of(word, teachers) for word in (*CORRECTIONS, *ALTERNATIVES))


@IN_EVERY_PROFILE
def test_a_sheet_of_mistakes_says_neither_what_is_right_nor_why(profile, paper):
    pupils, teachers = made(("contents", "mistakes"), ("mistakes.mode=some",), profile, paper, fillable=True)
    assert {times_read(word, pupils) for word in MISTAKES} == {1}
    assert leaks(("A topic, not", "“Fumblewick”", *CORRECTIONS), pupils) == {}
    assert all(places_of(word, teachers) for word in ("A topic, not", "“Fumblewick”", "Snickelfrump"))
    usual, _ = made((), (), profile, paper)
    assert leaks(MISTAKES, usual) == {}


def test_no_face_has_a_letter_that_no_page_shows():
    """A subset of a face tells the letters that were set in it; ReportLab has plain ASCII in each."""
    answer = "ŹdźbłoΩ"
    pack = Pack.model_validate({"title": "T", "worksheets": [{"title": "Łąka", "passage": f"A {{{{{answer}}}}}."}]})
    pupils, teachers = made(("worksheets",), ("worksheets.support=none",), Profile.STANDARD, Paper.A4, pack)
    for data, shown in ((pupils, False), (teachers, True)):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            maps = [
                own.ToUnicode.read_bytes()
                for own in pdf.objects
                if isinstance(own, pikepdf.Dictionary) and "/ToUnicode" in own
            ]
        letters = {letter for each in maps for letter in to_unicode(each).values()}
        assert "Ł" in letters
        assert ("Ω" in letters, "Ź" in letters, "ź" in letters) == (shown, shown, shown)


def in_a_bookmark(pdf):
    pdf.Root.Outlines.First.Title = pikepdf.String("Worksheets: Quibberdaunt")


def in_an_alternative(pdf):
    pdf.Root.StructTreeRoot.K.Alt = pikepdf.String("gap 1: quibberdaunt – Ω")


def in_a_name(pdf):
    pdf.Root["/Quibberdaunt"] = pikepdf.Name.Yes


def in_the_metadata(pdf):
    pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(b"<dc:format>", b"<dc:format><!--Quibberdaunt-->"))


def in_white_ink(pdf):
    stream = pdf.pages[-1].Contents
    first = next(iter(pdf.pages[-1].Resources.Font.keys()))
    stream.write(stream.read_bytes() + f"\nBT 1 g {first} 1 Tf [(Quib)20(berdaunt)] TJ ET".encode())


def in_what_is_said(pdf):
    stream = pdf.pages[-1].Contents
    said = "Quibberdaunt".encode("utf-16-be").hex()
    stream.write(stream.read_bytes() + f"\n/Span <</ActualText <FEFF{said}>>> BDC EMC".encode())


@pytest.mark.parametrize(
    "leak", [in_a_bookmark, in_an_alternative, in_a_name, in_the_metadata, in_white_ink, in_what_is_said]
)
def test_a_planted_leak_is_found(leak):
    pupils, _ = made(("worksheets",), ("worksheets.support=none",), Profile.STANDARD, Paper.A4)
    assert not places_of("Quibberdaunt", pupils)
    with pikepdf.open(io.BytesIO(pupils)) as pdf:
        leak(pdf)
        leaky = io.BytesIO()
        pdf.save(leaky)
    assert places_of("Quibberdaunt", leaky.getvalue())


def test_a_planted_hiding_place_is_found():
    pupils, _ = made(("worksheets",), (), Profile.STANDARD, Paper.A4)
    with pikepdf.open(io.BytesIO(pupils)) as pdf:
        pdf.attachments["answers.txt"] = b"Quibberdaunt"
        leaky = io.BytesIO()
        pdf.save(leaky)
    assert any("attachment" in each for each in hiding_places(leaky.getvalue()))
    assert hiding_places(pupils + b"% Quibberdaunt\nstartxref\n0\n%%EOF\n") == ["the file was added to"]
    loose = re.sub(rb"/Info \d+ 0 R", lambda found: b" " * len(found[0]), pupils)
    assert [each for each in hiding_places(loose) if each.startswith("nothing leads to object")]
