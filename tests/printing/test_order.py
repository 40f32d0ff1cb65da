"""What is printed of a content or a PDF."""

import pytest

from studypack.base.errors import ChoiceError, ContentError, StudypackError
from studypack.layout.document import Turn
from studypack.model.choices import Key
from studypack.model.modes import Flip
from studypack.model.options import Flags
from studypack.printing.printout import print_request
from tests.command import SMALL, studypack


@pytest.fixture
def content(tmp_path):
    path = tmp_path / "weimar.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


def test_the_key_is_apart_whatever_the_content_says(content):
    for key in Key:
        content.write_text(f"{SMALL}pack:\n  key: {key}\n", encoding="utf-8")
        ordered = print_request(content, Flags())
        assert ordered.key
        assert ordered.key.title == "The Weimar Republic: answers"
        assert [ticket.copies for ticket, _ in ordered.jobs(30, with_key=False)] == [30]
        assert [ticket.copies for ticket, _ in ordered.jobs(30, with_key=True)] == [30, 1]


def test_what_owes_no_answers_has_no_key(content):
    assert len(print_request(content, Flags(sections=("timeline",))).jobs(30, with_key=True)) == 1


@pytest.mark.parametrize("flip", list(Flip))
def test_cards_are_turned_as_they_are_laid_out(content, flip):
    settings = (f"flashcards.flip={flip}",)
    alone = print_request(content, Flags(sections=("flashcards",), settings=settings))
    assert alone.pack.turn is (Turn.SHORT if flip is Flip.SHORT else Turn.LONG)
    assert alone.warnings == ()
    among = print_request(content, Flags(sections=("table", "flashcards"), settings=settings))
    assert among.pack.turn is Turn.LONG
    said = "the flashcards turn on the short edge, but the rest of the pack on the long one"
    assert [problem.message for problem in among.warnings] == [said] * (flip is Flip.SHORT)


def test_one_side_of_the_sheet_where_the_content_or_the_user_says_so(content, pdf_path):
    content.write_text(f"{SMALL}pack:\n  duplex: no\n  grey: true\n", encoding="utf-8")
    [(ticket, _)] = print_request(content, Flags()).jobs(1, with_key=False)
    assert (ticket.turn, ticket.grey, ticket.pages > 1) == (Turn.NONE, True, True)
    [(ticket, _)] = print_request(content, Flags(duplex=True, grey=False)).jobs(1, with_key=False)
    assert (ticket.turn, ticket.grey) == (Turn.LONG, False)
    [(ticket, _)] = print_request(pdf_path, Flags(duplex=False, grey=True)).jobs(1, with_key=True)
    assert (ticket.turn, ticket.grey) == (Turn.NONE, True)


def test_a_pdf_has_no_sections_to_choose(pdf_path):
    for flags in (Flags(sections=("table",)), Flags(seed=3), Flags(settings=("table.mode=paired",))):
        with pytest.raises(ChoiceError, match="is laid out already"):
            print_request(pdf_path, flags)


def test_a_mistake_in_the_content_has_its_place(content):
    content.write_text(SMALL + "oops: 1\n", encoding="utf-8")
    with pytest.raises(StudypackError) as caught:
        print_request(content, Flags())
    assert [problem.source for problem in caught.value.problems] == [str(content)]
    with pytest.raises(StudypackError, match="no such file"):
        print_request(content.with_name("none.yaml"), Flags())
    with pytest.raises(StudypackError, match="this is a folder"):
        print_request(content.parent, Flags())
    assert issubclass(ContentError, StudypackError)


def test_a_whole_folder_is_not_printed_unasked(tmp_path):
    (tmp_path / "content").mkdir()
    for name in ("one", "two"):
        (tmp_path / "content" / f"{name}.yaml").write_text(SMALL, encoding="utf-8")
    done = studypack("print", cwd=tmp_path)
    assert done.returncode == 2
    assert "error: there are 2 packs to print, and one goes at a time" in done.stderr
    assert "name one of content/one.yaml, content/two.yaml" in done.stderr
