"""Proofs: what is shown of a pack, and what stays the same from one to the next."""

import pytest
from packs import pack, point
from pypdfium2 import PdfDocument

from studypack.base.errors import ChoiceError, ContentError
from studypack.model.choices import Paper
from studypack.model.content import Pack
from studypack.model.options import Flags
from studypack.output.build import read, render
from studypack.preview.controls import pages_left_out
from studypack.preview.proof import make_proof
from studypack.preview.query import Asked
from studypack.preview.rasterize import fingerprint
from studypack.preview.renderer import LruCache, PreviewRenderer
from studypack.preview.shelf import Shelf
from tests.pictures import shown


def ids(rendered):
    return [fingerprint(rendered.document, page) for page in rendered.document.pages]


def test_pages_that_look_alike_have_one_fingerprint(shipped):
    first, second = (render(shipped, Flags(), "x")[0] for _ in range(2))
    assert ids(first) == ids(second)
    assert len(set(ids(first))) == len(ids(first)) > 10


@pytest.mark.parametrize("flags", [Flags(paper=Paper.A5), Flags(grey=True), Flags(eco=True)])
def test_another_look_is_another_fingerprint(content, flags):
    usual, other = (render(read(content).pack, each, "x")[0] for each in (Flags(sections=("table",)), flags))
    assert not set(ids(usual)) & set(ids(other))


def test_another_picture_is_another_fingerprint():
    cover = [Pack(title="T", cover=shown(300, 150, color=color, alt="A dam")) for color in ("red", "blue", "red")]
    one, other, again = (ids(render(each, Flags(sections=("cover",)), "x")[0]) for each in cover)
    assert one == again != other


def test_only_the_pages_that_a_change_reaches_are_new(content):
    text = content.read_text(encoding="utf-8")
    # Worksheets carry a code that follows from the whole content.
    flags = Flags(sections=("cover", "table", "timeline", "glossary"))
    before = render(read(content).pack, flags, "x")
    content.write_text(text.replace("subtitle: A democracy", "subtitle: Ελλάς"), encoding="utf-8")
    after = render(read(content).pack, flags, "x")
    changed = [
        page.section
        for old, new, page in zip(ids(before[0]), ids(after[0]), before[0].document.pages, strict=True)
        if old != new
    ]
    assert changed == ["cover"]
    # A PDF's own bytes would not tell: the letters got other codes throughout.
    assert before[0].data != after[0].data


def test_a_proof_says_what_is_on_each_page(content):
    proof = make_proof(read(content), Flags(duplex=True, preset="full"), "topic")
    pack_file, key = proof.files
    assert (pack_file.name, key.name) == ("topic.pdf", "topic-answers.pdf")
    assert proof.title == "The Weimar Republic"
    cover = pack_file.pages[0]
    assert (cover.number, cover.recto, cover.section, cover.title) == (1, True, "cover", "Cover")
    assert cover.begins.startswith("STUDY PACK") or cover.begins.lower().startswith("study pack")
    table = next(page for page in pack_file.pages if page.section == "table")
    assert table.title == "Advantages and disadvantages"
    assert all(len(page.begins) < 170 for page in pack_file.pages[1:])
    assert [page.number for page in pack_file.pages if not page.begins], "two sides leave a page blank"


def test_an_imposed_file_is_shown_page_by_page(content):
    proof = make_proof(read(content), Flags(booklet=True), "topic")
    booklet, key = proof.files
    assert booklet.name == "topic-booklet.pdf"
    assert "flip on the short edge" in booklet.print_spec
    with PdfDocument(booklet.unimposed) as pages, PdfDocument(booklet.data) as sides:
        assert len(pages) == len(booklet.pages) == 2 * len(sides)
        assert round(pages.get_page_size(0)[0]) == round(booklet.pages[0].width) == 420
    assert key.unimposed is key.data
    rows = {row.name: row for row in proof.form.sections}
    assert rows["flashcards"].lacks.startswith("The section 'flashcards' is sheets to cut")
    assert any("'flashcards' is left out" in warning.message for warning in proof.warnings)
    assert proof.form.values["paper"] == "a5"
    assert proof.flags == Flags(booklet=True)


def test_a_row_for_each_section_with_its_pages(content):
    proof = make_proof(read(content), Flags(skip=("flashcards",), preset="full"), "topic")
    rows = {row.name: row for row in proof.form.sections}
    assert "answers" not in rows
    assert sum(row.pages for row in rows.values()) == len(proof.files[0].pages)
    assert rows["table"].chosen
    assert (rows["flashcards"].chosen, rows["flashcards"].lacks, rows["flashcards"].pages) == (False, "", 0)
    left = pages_left_out(read(content).pack, Flags(skip=("flashcards",), preset="full"))
    assert set(left) == {row.name for row in rows.values() if not row.pages and not row.lacks} > {"flashcards", "notes"}
    assert left["flashcards"] > 1


def test_what_the_content_lacks_is_said(tmp_path):
    path = tmp_path / "small.yaml"
    path.write_text("title: T\npoints:\n  - {side: advantage, title: P, text: 'A {{gap}}.'}\n", encoding="utf-8")
    rows = {row.name: row for row in make_proof(read(path), Flags(), "x").form.sections}
    assert "dates" in rows["timeline"].lacks
    assert not rows["timeline"].chosen


def test_sections_stand_in_the_order_that_was_asked_for(content):
    proof = make_proof(read(content), Flags(sections=("timeline", "table")), "topic")
    assert [row.name for row in proof.form.sections][:3] == ["timeline", "table", "cover"]


def test_the_form_has_what_the_content_says(tmp_path):
    path = tmp_path / "small.yaml"
    path.write_text(
        "title: T\npoints:\n  - {side: advantage, title: P, text: 'A {{gap}}.'}\n"
        "pack: {paper: a5, worksheets: {support: bank, ladder: yes}}\n",
        encoding="utf-8",
    )
    values = make_proof(read(path), Flags(grey=True), "x").form.values
    assert (values["paper"], values["worksheets.support"], values["worksheets.ladder"]) == ("a5", "bank", "yes")
    assert (values["grey"], values["eco"], values["timeline.span"], values["duplex"]) == ("yes", "no", "", "")


def asked(**flags):
    return Asked("topic.yaml", "", Flags(**flags))


def test_the_press_sets_a_proof_once_and_anew_when_the_file_changes(content):
    press = PreviewRenderer(Shelf(content.parent))
    first = press.proof(asked())
    assert press.proof(asked()) is first
    assert press.proof(asked(paper=Paper.A5)) is not first
    content.write_text(content.read_text(encoding="utf-8") + "\n# more\n", encoding="utf-8")
    assert press.proof(asked()) is not first


def test_the_press_draws_pages_of_proofs_that_it_keeps(content):
    press = PreviewRenderer(Shelf(content.parent))
    page = press.proof(asked()).files[0].pages[0]
    data = press.page_jpeg(page.id, 480)
    assert data[:3] == b"\xff\xd8\xff"
    assert press.page_jpeg(page.id, 480) is data
    assert press.page_jpeg("0" * 16, 480) is None


def test_the_press_tells_mistakes_and_recovers(content):
    press = PreviewRenderer(Shelf(content.parent))
    good = content.read_text(encoding="utf-8")
    content.write_text("title: [", encoding="utf-8")
    for _ in range(3):
        with pytest.raises(ContentError):
            press.proof(asked())
    content.unlink()
    with pytest.raises(ContentError, match="no such file"):
        press.proof(asked())
    content.write_text(good, encoding="utf-8")
    assert press.proof(asked()).files
    names = tuple(row.name for row in press.proof(asked()).form.sections)
    with pytest.raises(ChoiceError):
        press.proof(asked(skip=names))


def test_what_is_kept_stays_within_its_limit():
    kept = LruCache(10, len)
    for key in "abcdef":
        kept.put(key, key * 4)
        kept.get("a")
    assert list(kept) == ["aaaa", "ffff"]
    assert kept.size == 8
    assert kept.get("b") is None
    kept.put("huge", "x" * 99)
    assert list(kept) == ["x" * 99]


def test_a_thousand_points_can_be_looked_at():
    points = [point(f"In {n} they {{{{met}}}}.", f"Point {n}") for n in range(1_000)]
    made = render(pack(points=points), Flags(sections=("table",)), "x")[0]
    assert len(set(ids(made))) == len(made.document.pages) > 20
