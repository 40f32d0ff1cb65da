"""Pictures on the pages: where they stand, how large they are, and that none costs a page or is lost."""

import pytest
from laws import keeps_the_laws, spoken, text_runs
from packs import ON_EVERY_PAPER, many

from studypack.layout.page import Picture, TextRun
from studypack.model.choices import Key, Paper, Profile, ThemeName
from studypack.model.content import Pack
from studypack.model.options import Flags
from studypack.output.build import render
from tests.pictures import shown

TALL, WIDE = {"wide": 400, "high": 800}, {"wide": 1200, "high": 400}


def made(content, **choices):
    pupils, *key = (
        file.document for file in render(Pack.model_validate({"title": "T", **content}), Flags(**choices), "x")
    )
    keeps_the_laws(pupils)
    return pupils, key[0] if key else None


def pictures_of(document):
    return [(page, item) for page in document.pages for item in page.items if isinstance(item, Picture)]


def point(text="Words of the point.", side="advantage", title="Title", **more):
    return {"side": side, "title": title, "text": text, **more}


@ON_EVERY_PAPER
@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize("title", ["Dams", "A long title of many words " * 4, "A title without end " * 15])
def test_a_cover_keeps_its_picture_whatever_its_title(paper, profile, title):
    cover = shown(1200, 800, alt="A dam", caption="From the side", credit="A. Smith")
    document, _ = made({"title": title, "cover": cover}, sections=("cover",), paper=paper, profile=profile)
    ((page, picture),) = pictures_of(document)
    assert picture.width / picture.height == pytest.approx(1.5)
    assert (page.number == 1) == (len(document.pages) == 1)
    assert "From the side. A. Smith" in spoken(document)


@pytest.mark.parametrize("theme", list(ThemeName))
def test_a_picture_is_under_its_text_and_where_type_is_larger_no_smaller(theme):
    """Beside the text its labels were half as large as the type."""
    content, widths = {"points": [point(picture=shown(600, 300, alt="A dam"))]}, []
    for profile in Profile:
        document, _ = made(content, sections=("table",), profile=profile, theme=theme)
        ((_, picture),) = pictures_of(document)
        (words,) = [run for _, run in text_runs(document) if run.text.startswith("Words of")]
        assert picture.y + picture.height < words.y
        widths.append(picture.width)
    assert widths == sorted(widths)
    assert theme is not ThemeName.PRIMARY or min(widths) > 300


def test_a_width_that_is_asked_for_is_taken_under_the_text():
    content = {"points": [point(picture=shown(600, 300, alt="A dam", width="100%"))]}
    document, _ = made(content, sections=("table",), profile=Profile.CLEAR)
    ((page, picture),) = pictures_of(document)
    assert picture.x + picture.width == pytest.approx(page.frame.right)


@pytest.mark.parametrize("width", [None, "50%"])
def test_a_picture_is_made_smaller_where_that_saves_a_page_unless_its_width_is_given(width):
    more = {"width": width} if width else {}
    full = None
    for count in range(10, 34):
        picture = shown(**TALL, alt="A tower", labels=[], **more)
        sheet = {"title": "W", "passage": many(count), "picture": picture}
        document, _ = made({"worksheets": [sheet]}, sections=("worksheets",), key=Key.NONE)
        ((_, placed),) = pictures_of(document)
        full = full or placed.height
        if placed.height < full - 1:
            assert width is None
            assert len(document.pages) == 1
            return
    assert width is not None


@ON_EVERY_PAPER
def test_cards_have_their_pictures_whole(paper):
    cards = [
        {"front": "What is it?", "back": "A dam", "picture": shown(**WIDE, alt="A wall", caption="From the side")},
        {"front": "word " * 120, "back": "A tower", "picture": shown(**TALL, alt="A tall thing")},
    ]
    document, _ = made({"flashcards": cards}, sections=("flashcards",), paper=paper, key=Key.NONE)
    assert len(pictures_of(document)) == 2
    assert "From the side" in spoken(document)


def test_the_picture_of_a_point_is_on_the_back_of_its_card_if_there_is_room():
    for text, count in (("Short.", 1), ("A sentence of words that go on and on. " * 9, 0)):
        content = {"points": [point(text, picture=shown(**WIDE, alt="A dam"))]}
        document, _ = made(content, sections=("flashcards",), key=Key.NONE)
        assert len(pictures_of(document)) == count


def test_each_credit_is_in_the_key_once_under_the_names_of_its_pictures():
    one, other = (
        shown(alt=each, caption=caption, credit="A. Smith") for each, caption in (("A dam.", None), ("B", "A wall."))
    )
    longer, third = shown(alt="A dam, from below.", credit="A. Smith"), shown(alt="C", credit="B. Jones")
    points = [point("A {{gap}}.", picture=one), point(title="Two", picture=other), point(title="Three", picture=longer)]
    _, key = made({"points": points, "cover": third})
    words = " ".join(item.text for page in key.pages for item in page.items if isinstance(item, TextRun))
    assert "Pictures" in words
    assert "A dam, from below; A wall. A. Smith" in " ".join(words.split())
    assert words.count("A. Smith") == words.count("B. Jones") == 1


def test_no_pictures_no_list_of_them():
    _, key = made({"points": [point("A {{gap}}.")]})
    assert "Pictures" not in spoken(key)


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
def test_a_long_caption_goes_on_over_pages(paper):
    caption = " ".join(f"word{number}" for number in range(900))
    content = {"points": [point(picture=shown(**TALL, alt="A dam", caption=caption))]}
    document, _ = made(content, sections=("table",), paper=paper)
    assert caption in " ".join(spoken(document).split())
