"""Packs to fill in on a screen: a field wherever a pupil writes, where it is read, and nothing given away."""

import io
from dataclasses import replace
from itertools import cycle

import pikepdf
import pypdfium2
import pytest
from filling import by_pdfium, by_qpdf, faults, forms, name_of, widgets
from laws import keeps_the_laws
from packs import IN_EVERY_PROFILE, ON_EVERY_PAPER, all_pairs
from sheets import owed

from studypack.base.errors import ChoiceError
from studypack.layout.field import Field, Filling
from studypack.layout.tag import Tag
from studypack.model.content import Pack
from studypack.model.options import Flags, Imposition, Key, Paper, Profile
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
    own = [each.name for each in fields if not each.field.again]
    assert len(set(own)) == len(own)
    assert {each.name for each in fields if each.field.again} <= set(own)
    for each in fields:
        assert min(each.field.width, each.field.height) >= 6, each


@IN_EVERY_PROFILE
@ON_EVERY_PAPER
def test_every_gap_has_a_field_with_room_for_each_of_its_answers(shipped, paper, profile):
    document, _ = made(shipped, sections=("worksheets",), paper=paper, profile=profile)
    fields = {each.name: each.field for each in fields_of(document)}
    count = 0
    for sheet, one in enumerate(owed(shipped), start=1):
        for gap in one.answers:
            field = fields[f"worksheets-{sheet}-gap-{gap.number}"]
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
        False: [("gap 1, part 1: 8 letters", 4), ("gap 1, part 2: 8 letters", 4)],
        True: [("gap 1, part 1: a, 8 letters", 3), ("gap 1, part 2: a, 8 letters", 4)],
    }[lettered]
    assert list(cells.items())[:2] == said
    assert list(cells.values())[2:] == ([6, 3, 4] if lettered else [7, 4, 4])


@pytest.mark.parametrize("modes", [*MODES.values(), ("worksheets.support=letters", "worksheets.gap=letters")])
def test_no_field_says_an_answer(shipped, modes):
    document, data = made(shipped, *modes)
    answers = {answer.casefold() for sheet in owed(shipped) for each in sheet.answers for answer in each.accepted}
    assert len(answers) > 30
    with pikepdf.open(io.BytesIO(data)) as opened:
        places = widgets(opened)
        said = {text for each in places for text in (name_of(each), str(each.TU))}
        values = [each.V for each in places if "/V" in each]
    assert len(places) > 70
    assert {str(value) for value in values} <= {"/Off"}
    # The titles of the columns and the names of moves are nobody's answers.
    for text in said:
        assert not [answer for answer in answers if answer in text.casefold().replace("-", " ").split()], text
    fields = fields_of(document)
    assert not [each for each in fields if "gap" in each.alternate_name and ":" in each.name]


def test_a_hint_is_said_where_the_sheet_shows_it(shipped):
    for support, says in (("bank+hints", {"gap 4: party"}), ("bank", {"gap 4"})):
        document, _ = made(shipped, f"worksheets.support={support}", sections=("worksheets",))
        assert says <= {each.alternate_name for each in fields_of(document)}


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


def test_a_gap_is_read_as_its_number_and_then_its_field(shipped):
    _, data = made(shipped, sections=("worksheets",))
    _, plain = made_plain(shipped, sections=("worksheets",))
    with pikepdf.open(io.BytesIO(data)) as opened, pikepdf.open(io.BytesIO(plain)) as other:
        gaps = [form.P for form in forms(opened.Root.StructTreeRoot) if str(form.K.Obj.TU).startswith("gap ")]
        assert len(gaps) > 30
        for gap in gaps:
            assert gap.S == "/Span"
            assert "/ActualText" not in gap, "what is read in the place of a gap would hide its field"
            number, form = gap.K
            assert isinstance(number, int)
            assert form.S == "/Form"
        assert b"gap 4" in b"".join(bytes(each.ActualText) for each in other.objects if is_said(each))


def is_said(thing):
    return isinstance(thing, pikepdf.Dictionary) and "/ActualText" in thing


def made_plain(pack, **flags):
    (pack_file,) = render(pack, Flags(key=Key.NONE, **flags), "pack")
    return pack_file.document, pack_file.data


def test_without_the_choice_fields_leave_no_trace_in_the_file(shipped):
    document, data = made_plain(shipped)
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
            fonts = {str(font.BaseFont) for each in widgets(opened) for font in each.AP.N.Resources.Font.values()}
        assert fonts == {"/WINANS+SourceSans3-Regular"}
        assert pictures(filled) != pictures(data)


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


def test_a_name_fills_in_itself_on_later_pages(shipped):
    _, data = made(shipped, sections=("worksheets",), profile=Profile.LARGE)
    with pikepdf.open(io.BytesIO(data)) as opened:
        pages = sum("worksheets-1-name" in map(name_of, page.obj.Annots) for page in only_widgets(opened))
        assert pages > 1
    filled, _ = by_pdfium(data, {"worksheets-1-name": "Ada Lovelace"})
    with pikepdf.open(io.BytesIO(filled)) as opened:
        shown = [each.AP.N.read_bytes() for each in widgets(opened) if name_of(each) == "worksheets-1-name"]
        others = [each.AP.N.read_bytes() for each in widgets(opened) if name_of(each) == "worksheets-2-name"]
    assert len(shown) == pages
    assert all(b"Ada Lovelace" in each for each in shown)
    assert not any(b"Ada" in each for each in others)


def only_widgets(opened):
    """Pages that have fields, with nothing else among their annotations."""
    for page in opened.pages:
        kept = [each for each in page.obj.get("/Annots", ()) if each.Subtype == "/Widget"]
        if kept:
            page.obj.Annots = pikepdf.Array(kept)
            yield page


def test_nothing_scrolls_out_of_sight_and_nobody_is_asked_to_draw(shipped):
    _, data = made(shipped, *MODES["to write"])
    with pikepdf.open(io.BytesIO(data)) as opened:
        form = opened.Root.AcroForm
        assert "/NeedAppearances" not in form
        texts = [each for each in form.Fields if each.FT == "/Tx"]
        assert len(texts) > 70
        for field in texts:
            assert int(field.Ff) & 1 << 23, field.T
        assert sum(bool(int(field.Ff) & 1 << 12) for field in texts) == 3, "cues are written where nothing is ruled"


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
            "language": "de",
            "points": [{"side": "advantage", "title": "Rentenmark", "text": "Die {{Währung}}."}],
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
