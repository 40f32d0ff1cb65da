"""Packs to fill in on a screen: a field wherever a pupil writes, where it is read, and nothing given away."""

import io
import re
from dataclasses import replace
from itertools import cycle

import pikepdf
import pypdfium2
import pytest
from filling import by_pdfium, by_pdfjs, by_qpdf, faults, forms, name_of, printed, widgets
from laws import keeps_the_laws
from packs import IN_EVERY_PROFILE, ON_EVERY_PAPER, all_pairs
from sheets import owed

from studypack.base.errors import ChoiceError
from studypack.layout.field import Field, Filling
from studypack.layout.tag import Tag
from studypack.model.choices import Imposition, Key, Paper, Profile
from studypack.model.content import Pack
from studypack.model.options import Flags
from studypack.output.build import build, choice_warnings, read, render
from studypack.output.compose import compose
from studypack.output.resolve import options_for
from studypack.pdf.form_fields import named_fields, reading_order
from studypack.pdf.tagged import pdf_bytes
from studypack.sections import SECTIONS

MODES = {
    "as usual": (),
    "to write": (
        *("table.mode=blank", "timeline.mode=dates-blank", "evaluation.mode=scaffold"),
        *("worksheets.gap=letters", "notes.pages=3", "notes.ruling=cornell"),
    ),
    "to sort": (
        *("table.mode=sort", "timeline.mode=labels-blank", "evaluation.mode=plain"),
        *("worksheets.support=letters", "notes.pages=2"),
    ),
    "to cut": ("table.mode=paired", "timeline.mode=cut", "worksheets.ladder=yes", "worksheets.gap=stretch"),
}
IN_EVERY_MODE = pytest.mark.parametrize("modes", MODES.values(), ids=MODES)
BY_TURNS = pytest.mark.parametrize(
    ("modes", "profile", "paper"), list(zip(MODES.values(), cycle(Profile), reversed(Paper), strict=False)), ids=MODES
)


def made(pack, *modes, **flags):
    """The document and the file of a fillable pack."""
    flags = Flags(fillable=True, settings=modes, key=Key.NONE, **flags)
    (pack_file,) = render(pack, flags, "pack")
    return pack_file.document, pack_file.data


def fields_of(document):
    return named_fields(document, reading_order(document.root))


@pytest.mark.parametrize(("mode", "profile", "paper"), all_pairs(MODES, Profile, Paper))
def test_fields_keep_the_laws_and_have_names_of_their_own(shipped, paper, profile, mode):
    flags = Flags(paper=paper, profile=profile, settings=MODES[mode], fillable=True)
    written_on = [section for section in SECTIONS if section.name not in ("answers", "flashcards")]
    document = compose(shipped, options_for(shipped, flags), written_on, SECTIONS)
    keeps_the_laws(document)
    fields = fields_of(document)
    assert len(fields) > 70
    assert {each.field.filling for each in fields} >= {Filling.TYPED, Filling.TICKED}
    own = [each.name for each in fields if not each.field.shared]
    assert len(set(own)) == len(own)
    assert not {each.name for each in fields if each.field.shared} & set(own)
    for each in fields:
        assert min(each.field.width, each.field.height) >= 6, each


FEINT = 8 * 72 / 25.4
"""From line to line in a British exercise book, in points."""


def written_rows(page):
    """Pairs of areas to write one line on, each with the next one under it; those of letters apart are one line."""
    fields = [item for item in page.items if isinstance(item, Field) and item.filling is Filling.TYPED]
    fields = sorted((each for each in fields if each.height < FEINT), key=lambda field: -field.y)
    for at, upper in enumerate(fields):
        under = (
            each
            for each in fields[at + 1 :]
            if each.x < upper.x + upper.width - 6 and upper.x < each.x + each.width - 6 and each.y < upper.y - 2
        )
        if lower := next(under, None):
            yield upper, lower


@pytest.mark.parametrize(("mode", "profile", "paper"), all_pairs(MODES, Profile, Paper))
def test_what_is_written_by_hand_has_room(shipped, paper, profile, mode):
    document, _ = made(shipped, *MODES[mode], paper=paper, profile=profile)
    for page in document.pages:
        for upper, lower in written_rows(page):
            assert upper.y - lower.y > FEINT - 0.5, (page.number, upper.name, lower.name)
    room = {"Name": 42, "Class": 20, "Date": 32, "Score": 14}  # mm: 14 September 2026 takes 32
    heads = [each for each in fields_of(document) if each.alternate_name in room]
    assert heads
    for each in heads:
        assert each.field.width >= room[each.alternate_name] * 72 / 25.4, each


@IN_EVERY_PROFILE
@ON_EVERY_PAPER
def test_every_gap_has_a_field_with_room_for_each_of_its_answers(shipped, paper, profile):
    document, _ = made(shipped, sections=("worksheets",), paper=paper, profile=profile)
    fields = {each.name: each.field for each in fields_of(document)}
    count = 0
    for sheet, one in enumerate(owed(shipped), start=1):
        for gap in one.answers:
            field = fields[f"worksheet-{sheet}-gap-{gap.number}"]
            for answer in gap.accepted:
                assert document.typed.width(answer, field.size) < field.width, (answer, field)
            count += 1
    assert count > 30


@pytest.mark.parametrize(
    "modes", [("worksheets.gap=letters",), ("worksheets.gap=letters", "worksheets.support=letters")]
)
def test_letters_have_a_cell_each_but_for_those_that_are_printed(modes):
    content = Pack.model_validate(
        {
            "title": "T",
            "worksheets": [{"title": "S", "passage": "It was {{anti-Nazi}} and {{Rapallo pact}} in {{1922}}."}],
        }
    )
    document, _ = made(content, *modes, sections=("worksheets",))
    cells = {each.alternate_name: each.field.cells for each in fields_of(document) if "gap" in each.alternate_name}
    lettered = len(modes) > 1
    said = {
        False: [f"Worksheet 1, gap 1, part {part}: It was blank and gap 2 in gap 3. (8 letters)" for part in (1, 2)],
        True: [
            f"Worksheet 1, gap 1, part {part}: It was blank and gap 2 in gap 3. (begins with a, 8 letters)"
            for part in (1, 2)
        ],
    }[lettered]
    assert list(cells)[:2] == said
    assert list(cells.values()) == ([3, 4, 6, 3, 4] if lettered else [4, 4, 7, 4, 4])


@pytest.mark.parametrize("modes", [*MODES.values(), ("worksheets.support=letters", "worksheets.gap=letters")])
def test_no_field_says_an_answer(shipped, modes):
    """A gap's own name, as the file has it, says no word of it; nor does what is spoken, which is of its sentence."""
    document, data = made(shipped, *modes)
    answers = {
        (f"worksheet {number}", f"gap {each.number}"): {answer.casefold() for answer in each.accepted}
        for number, sheet in enumerate(owed(shipped), start=1)
        for each in sheet.answers
    }
    assert len(answers) > 30
    every = set().union(*answers.values())
    with pikepdf.open(io.BytesIO(data)) as opened:
        places = widgets(opened)
        values = [each.V for each in places if "/V" in each]
    assert len(places) > 50
    assert {str(value) for value in values} <= {"/Off"}
    count = 0
    for each in fields_of(document):
        assert len(each.alternate_name) <= 120
        heard = each.alternate_name.casefold()
        gap = re.match(r"worksheet (\d+), .*?gap (\d+)", heard)
        if gap:
            own = answers[f"worksheet {gap[1]}", f"gap {gap[2]}"]
            assert not [answer for answer in own if answer in heard.split()], each.alternate_name
            assert not set(each.name.split("-")) & every, each.name
            count += 1
        elif each.field.filling is not Filling.TICKED:  # the bank says its words, each with its box
            # After a colon comes what is printed beside a field: the event on a card that is to be dated.
            assert not [answer for answer in every if answer in heard.partition(":")[0].split()], each
    assert count > 30


def test_a_hint_is_said_where_the_sheet_shows_it(shipped):
    for support, ending in (
        ("bank+hints", "MacDonald lost the support of the (hint: party)"),
        ("bank", "the support of the"),
    ):
        document, _ = made(shipped, f"worksheets.support={support}", sections=("worksheets",))
        (gap,) = (each for each in fields_of(document) if each.name == "worksheet-2-gap-4")
        assert gap.alternate_name.startswith("Worksheet 2, gap 4: ")
        assert gap.alternate_name.endswith(ending)


@pytest.mark.parametrize(
    ("passage", "said"),
    [
        ("{{Lenin}} led it.", "gap 1: blank led it."),
        ("It was so. Then {{Lenin}} came.", "gap 1: Then blank came."),
        ("The {{Tsar}} fell; {{Lenin}} came.", "gap 2: The gap 1 fell; blank came."),
        ("Treaties of {{1924}} promised a {{market}}.", "gap 2: Treaties of gap 1 promised a blank."),
        ("Police had for a long time been searching its old {{offices}} in vain.", "searching its old"),
        ("Lenin met {{Lenin}}.", "gap 1"),
        (f"{'Very ' * 40}soon {{{{he}}}} came.", "Very soon"),
        ("{{Alone}}", "gap 1"),
    ],
)
def test_a_gap_is_named_by_the_words_before_it(passage, said):
    content = Pack.model_validate({"title": "T", "worksheets": [{"title": "S", "passage": passage}]})
    document, _ = made(content, sections=("worksheets",))
    (*_, last) = [each.alternate_name for each in fields_of(document) if "gap" in each.alternate_name]
    assert last.endswith(said)
    assert len(last) <= 120


@IN_EVERY_MODE
def test_the_file_reads_its_fields_where_they_stand(shipped, modes):
    document, data = made(shipped, *modes, paper=Paper.A5)
    fields = fields_of(document)
    with pikepdf.open(io.BytesIO(data)) as opened:
        found = forms(opened.Root.StructTreeRoot)
        assert len(found) == len(fields) == len(widgets(opened))
        in_order = [form.K.Obj if isinstance(form.K, pikepdf.Dictionary) else None for form in found]
        assert [str(each.TU) for each in in_order] == [each.alternate_name for each in fields]
        assert all(each.Subtype == "/Widget" for each in in_order)
        for form in found:
            assert form.K.Type == "/OBJR"
        for page in opened.pages:
            listed = [name_of(each) for each in page.obj.get("/Annots", ()) if each.Subtype == "/Widget"]
            read_aloud = [name_of(form.K.Obj) for form in found if form.K.Pg.objgen == page.obj.objgen]
            assert listed == read_aloud
            assert page.obj.Tabs == "/S"
        names = list(dict.fromkeys(each.name for each in fields))
        assert [str(each.T) for each in opened.Root.AcroForm.Fields] == names


def test_a_gap_is_read_as_its_field_alone_which_says_its_number(shipped):
    _, data = made(shipped, sections=("worksheets",))
    _, plain = made_plain(shipped, sections=("worksheets",))
    with pikepdf.open(io.BytesIO(data)) as opened, pikepdf.open(io.BytesIO(plain)) as other:
        gaps = [form.P for form in forms(opened.Root.StructTreeRoot) if ", gap " in str(form.K.Obj.get("/TU", ""))]
        assert len(gaps) > 30
        for gap in gaps:
            assert gap.S == "/Span"
            assert "/ActualText" not in gap, "what is read in the place of a gap would hide its field"
            forms_of_gap = gap.K if isinstance(gap.K, pikepdf.Array) else [gap.K]
            assert {str(form.S) for form in forms_of_gap} == {"/Form"}
        assert b"gap 4" in b"".join(bytes(each.ActualText) for each in other.objects if is_said(each))


def is_said(thing):
    return isinstance(thing, pikepdf.Dictionary) and "/ActualText" in thing


def made_plain(pack, **flags):
    (pack_file,) = render(pack, Flags(key=Key.NONE, **flags), "pack")
    return pack_file.document, pack_file.data


def test_without_the_choice_fields_leave_no_trace_in_the_file(shipped):
    # Not the table: what is heard before its lines to write on stands on the page of the lines.
    document, data = made_plain(shipped, skip=("table",))
    assert len(fields_of(document)) > 70
    bare = [
        replace(page, items=[item for item in page.items if not isinstance(item, Field)]) for page in document.pages
    ]
    assert pdf_bytes(replace(document, pages=bare)) == data
    with pikepdf.open(io.BytesIO(data)) as opened:
        assert "/AcroForm" not in opened.Root
        assert not widgets(opened)
        assert not forms(opened.Root.StructTreeRoot)


@BY_TURNS
def test_it_looks_the_same_and_is_laid_out_the_same(shipped, modes, profile, paper):
    flags = Flags(profile=profile, paper=paper, settings=modes, key=Key.NONE)
    (plain,) = render(shipped, flags, "pack")
    (fillable,) = render(shipped, flags.model_copy(update={"fillable": True}), "pack")
    one, other = pictures(plain.data), pictures(fillable.data)
    assert len(one) == len(plain.document.pages)
    assert [number for number, (left, right) in enumerate(zip(one, other, strict=True), 1) if left != right] == []


@BY_TURNS
def test_it_conforms_empty_and_filled_in(shipped, modes, profile, paper):
    document, data = made(shipped, *modes, profile=profile, paper=paper)
    assert not faults(data)
    for fill in (by_pdfium, by_qpdf):
        filled, count = fill(data)
        assert count >= len({each.name for each in fields_of(document)})
        assert filled != data
        assert not faults(filled), fill.__name__


def test_what_is_typed_is_printed_in_the_packs_own_face(shipped):
    _, data = made(shipped, sections=("cover",))
    for fill in (by_pdfium, by_qpdf):
        filled, count = fill(data)
        assert count == 3
        with pikepdf.open(io.BytesIO(filled)) as opened:
            fonts = {str(font.BaseFont) for each in widgets(opened) for font in used(each.AP.N)}
        assert fonts == {"/WINANS+SourceSans3-Regular"}
        assert pictures(filled) != pictures(data)


def used(appearance):
    """The fonts that something is set in; PDFium lists one more."""
    set_in = [
        str(operands[0]) for operands, operator in pikepdf.parse_content_stream(appearance) if str(operator) == "Tf"
    ]
    return [appearance.Resources.Font[name] for name in set_in]


def pictures(data):
    """The dots of each page with its fields as they are printed, without the tint that they have on a screen."""
    with pypdfium2.PdfDocument(data) as opened:
        opened.init_forms()
        if opened.formenv:
            pypdfium2.raw.FPDF_SetFormFieldHighlightAlpha(opened.formenv, 0)
        return [bytes(page.render(scale=1, grayscale=True).buffer) for page in opened]


def test_boxes_are_ticked(shipped):
    _, data = made(shipped, "table.mode=sort", sections=("table",))
    filled, _ = by_pdfium(data, {"table-statement-1-advantages": ""})
    with pikepdf.open(io.BytesIO(filled)) as opened:
        boxes = {name_of(each): str(each.AS) for each in widgets(opened) if "statement" in name_of(each)}
    assert len(boxes) == 2 * len(shipped.points)
    assert [name for name, state in boxes.items() if state != "/Off"] == ["table-statement-1-advantages"]


def test_a_name_is_typed_once_for_all_sheets(shipped):
    _, data = made(shipped, sections=("worksheets",), profile=Profile.LARGE)
    filled, _ = by_pdfium(data, {"name": "Ada Lovelace", "worksheet-1-score": "7"})
    with pikepdf.open(io.BytesIO(filled)) as opened:
        shown = {each: [] for each in ("name", "class", "date", "worksheet-1-score", "worksheet-2-score")}
        for page in opened.pages:
            own = {name_of(each): each for each in page.obj.get("/Annots", ())}
            for name in shown.keys() & own:
                shown[name].append(own[name].AP.N.read_bytes())
    assert len(shown["name"]) > len(shown["class"]) == len(shown["date"]) == 3
    assert all(b"Ada Lovelace" in each for each in shown["name"])
    assert [b"7" in each for name in ("worksheet-1-score", "worksheet-2-score") for each in shown[name]] == [
        True,
        False,
    ]


LONG = {"words": "no more of it than is printed ", "capitals": "WHAT THE WHOLE CLASS SAW ", "wide": "W"}


@pytest.fixture(scope="module", params=[(Profile.STANDARD, Paper.A4), (Profile.LARGE, Paper.A5)], ids=str)
def to_write(shipped, request):
    profile, paper = request.param
    return made(shipped, *MODES["to write"], profile=profile, paper=paper)


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
@pytest.mark.parametrize("program", ["PDFium", "pdf.js"])
def test_no_field_takes_more_than_it_prints(to_write, tmp_path, program, text):
    """What is too long for a field is refused where it is typed: in the print it would be lost."""
    document, data = to_write
    # Where pdf.js breaks lines, it forgets the width of the first letter of each.
    beyond = 0.5 if program == "PDFium" else 18
    typed = text * 100
    filled = by_pdfium(data, typed=typed)[0] if program == "PDFium" else by_pdfjs(data, tmp_path, typed)
    count = 0
    with pikepdf.open(io.BytesIO(filled)) as opened:
        for widget in widgets(opened):
            field = widget.Parent if "/Parent" in widget else widget
            if pikepdf.Name.Tx == field.FT and not int(field.Ff) & COMB:
                left, bottom, right, top = map(float, widget.Rect)
                kept, (shown, (x0, y0, x1, y1)) = str(field.V), printed(widget, document.typed)
                assert letters(shown) == letters(kept), name_of(widget)
                assert x0 >= -0.5, name_of(widget)
                assert x1 <= right - left + (beyond if int(field.Ff) & MULTILINE else 0.5), name_of(widget)
                if int(field.Ff) & MULTILINE:
                    assert y0 >= -0.5, name_of(widget)
                    assert y1 <= top - bottom + 0.5, name_of(widget)
                count += 1
    assert count > 50


COMB, MULTILINE, DO_NOT_SCROLL = 1 << 24, 1 << 12, 1 << 23


def letters(text):
    """Without the spaces at which a line ends."""
    return "".join(text.split())


def test_what_has_several_lines_is_one_field_that_flows_over_them(shipped):
    """And nobody is asked to draw it, or lets it scroll."""
    _, data = made(shipped, "notes.pages=1", "notes.ruling=cornell")
    with pikepdf.open(io.BytesIO(data)) as opened:
        form = opened.Root.AcroForm
        assert "/NeedAppearances" not in form
        texts = {str(each.T): int(each.Ff) for each in form.Fields if each.FT == "/Tx"}
    assert len(texts) > 30
    assert all(flags & DO_NOT_SCROLL for flags in texts.values())
    flowing = {name for name, flags in texts.items() if flags & MULTILINE}
    assert {"evaluation-your-turn", "notes-cues", "notes-notes", "notes-summary"} <= flowing
    assert not [name for name in texts if "-line-" in name]
    assert not {"name", "worksheet-1-score", "worksheet-1-gap-1"} & flowing


def test_links_are_no_stops_between_fields(shipped):
    _, data = made(shipped)
    with pikepdf.open(io.BytesIO(data)) as opened:
        kinds = [{str(each.Subtype) for each in page.obj.get("/Annots", ())} for page in opened.pages]
    assert {"/Widget", "/Link"} == {kind for each in kinds for kind in each}
    assert not [number for number, each in enumerate(kinds, start=1) if len(each) > 1]


def test_the_key_has_nothing_to_fill_in(shipped):
    pack, key = render(shipped, Flags(fillable=True), "pack")
    for data, has_fields in ((pack.data, True), (key.data, False)):
        with pikepdf.open(io.BytesIO(data)) as opened:
            assert ("/AcroForm" in opened.Root) == has_fields
    assert key.data == render(shipped, Flags(), "pack")[1].data


@pytest.mark.parametrize("imposition", list(Imposition))
def test_sheets_for_paper_have_no_fields(shipped, imposition):
    with pytest.raises(ChoiceError, match="cannot be filled in on a screen") as refused:
        render(shipped, Flags(fillable=True, **{imposition.name.lower(): True}), "pack")
    assert f"--{imposition}" in refused.value.problems[0].hint
    own = shipped.model_copy(update={"pack": shipped.pack.model_copy(update={"fillable": True})})
    assert not options_for(own, Flags(**{imposition.name.lower(): True})).fillable
    sheets, key = render(own, Flags(**{imposition.name.lower(): True}), "pack")
    for each in (sheets, key):
        with pikepdf.open(io.BytesIO(each.data)) as opened:
            assert "/AcroForm" not in opened.Root
    assert sheets.data == render(shipped, Flags(**{imposition.name.lower(): True}), "pack")[0].data


@pytest.fixture
def asking(shipped_path, tmp_path):
    """The shipped content, which itself asks to be filled in."""
    written = shipped_path.read_text("utf-8")
    assert written.count("\npack:\n") == 1
    path = tmp_path / "asking.yaml"
    path.write_text(written.replace("\npack:\n", "\npack:\n  fillable: yes\n"), "utf-8")
    return path


def test_the_content_may_ask_for_it_and_the_flag_says_otherwise(asking, tmp_path):
    content = read(asking)
    assert options_for(content.pack, Flags()).fillable
    assert not options_for(content.pack, Flags(fillable=False)).fillable
    (first, *_) = build([asking], tmp_path / "out", Flags(), lambda problem: None)
    with pikepdf.open(first.path) as opened:
        assert len(opened.Root.AcroForm.Fields) > 70


def test_a_content_that_asks_for_it_is_told_of_paper(asking):
    content = read(asking)
    for flags, times in ((Flags(), 0), (Flags(booklet=True), 1)):
        told = [each for each in choice_warnings(content, flags) if "no fields to fill in" in each.message]
        assert [each.hint for each in told] == ["leave out --booklet to have them"] * times


def test_two_builds_are_the_same_bytes(shipped):
    assert made(shipped, *MODES["to sort"])[1] == made(shipped, *MODES["to sort"])[1]


def test_fields_in_a_pack_of_another_language_are_called_in_english():
    content = Pack.model_validate(
        {
            "title": "Weimar",
            "language": "it",
            "points": [{"side": "advantage", "title": "Lira", "text": "La {{valuta}}."}],
        }
    )
    document, data = made(content, sections=("worksheets",))
    assert {each.field.tag.lang for each in fields_of(document)} == {"en"}
    assert not faults(data)


def test_a_field_for_which_nothing_is_read_is_a_slip_of_ours(shipped):
    document, _ = made(shipped, sections=("cover",))
    field = next(item for page in document.pages for item in page.items if isinstance(item, Field))
    field.tag = Tag("Form")
    with pytest.raises(KeyError):
        pdf_bytes(document)
