"""Whose a pack is, and what others may do with it: at the foot of its last page, and in the file's metadata."""

import io

import pikepdf
import pytest
from laws import every_tag, keeps_the_laws, text_runs
from packs import all_pairs, pack, point

from studypack.model.choices import Paper, Profile
from studypack.model.options import Options
from studypack.output.compose import compose
from studypack.pdf.tagged import pdf_bytes
from studypack.sections import SECTIONS
from tests.pdf.verdict import verdict_on

RIGHTS = "CC BY 4.0 <R&D>"
LONG = "Reproduced by permission of the estate, for use in class alone. " * 4


def made(names, paper=Paper.A4, profile=Profile.STANDARD, **more):
    content = pack(points=[point("A {{gap}}."), point("Another {{one}}.", "B", "disadvantage")], **more)
    sections = [section for section in SECTIONS if section.name in names]
    return compose(content, Options(paper=paper, profile=profile), sections, sections)


def signed(document, words):
    """The pages on which the foot says the words."""
    tags = [tag for tag in document.root.kids if tag.kind == "P"]
    said = dict.fromkeys(tags, "")
    pages = set()
    for page, run in text_runs(document):
        if run.tag in said:
            said[run.tag] += run.text
            pages.add(page.number)
            assert run.y < page.height / 2
    assert [" ".join(each.split()) for each in said.values()] == [" ".join(words.split())]
    return sorted(pages)


@pytest.mark.parametrize(("words", "profile", "paper"), all_pairs((RIGHTS, LONG), Profile, Paper))
def test_the_last_page_says_whose_the_pack_is(words, profile, paper):
    document = made(("cover", "table", "worksheets"), paper, profile, author="A. Teacher", rights=words)
    (page,) = signed(document, f"A. Teacher · {words}")
    assert page == len(document.pages) or words == LONG, "more than its margin holds goes where a page is free"
    keeps_the_laws(document)


def test_cards_to_cut_are_not_signed():
    document = made(("table", "flashcards"), rights=RIGHTS)
    (page,) = signed(document, RIGHTS)
    assert document.pages[page - 1].section == "table"
    assert len(made(("flashcards",), rights=RIGHTS).pages) == len(made(("flashcards",)).pages)


def test_where_no_foot_has_room_the_rights_have_a_page_of_their_own():
    document = made(("notes",), Paper.A5, Profile.LARGE, rights=LONG)
    assert len(document.pages) == 2
    assert signed(document, LONG) == [2]
    assert len(made(("notes",), Paper.A5, Profile.LARGE, rights="CC BY 4.0").pages) == 1


@pytest.mark.parametrize("language", ["en-GB", "de"])
def test_the_file_says_its_rights_in_its_metadata(language):
    document = made(("cover", "table"), rights=RIGHTS, author="A. Teacher", language=language)
    data = pdf_bytes(document)
    assert verdict_on(document, data) == []
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_metadata() as xmp:
        assert xmp["dc:rights"] == RIGHTS
        assert xmp["dc:creator"] == ["A. Teacher"]
    (foot,) = [tag for tag in every_tag(document.root) if tag.parent is document.root and tag.kind == "P"]
    assert foot.lang == "", "the author's words are of the pack's language"


def test_a_pack_without_rights_says_nothing():
    document = made(("table",))
    assert not [tag for tag in document.root.kids if tag.kind == "P"]
    assert b"dc:rights" not in pdf_bytes(document)


def test_rights_change_no_code_on_a_sheet():
    assert pack(rights=RIGHTS).digest == pack().digest != pack(question="Why?").digest
