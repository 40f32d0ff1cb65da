"""The contact sheet: every page, as it will lie, in one picture."""

from io import BytesIO
from itertools import pairwise

import pytest
from packs import pack, point
from PIL import Image, ImageColor

from studypack.model.choices import Paper
from studypack.model.options import Flags
from studypack.output.build import read, render
from studypack.preview import contact_sheet as sheet
from studypack.preview.contact_sheet import spreads
from studypack.preview.rasterize import page_images
from tests.command import started, studypack

GROUND = ImageColor.getrgb(sheet.BACKGROUND)


def preview(*words, cwd):
    run = started if "--serve" in words else studypack  # should it serve after all, then for a minute
    return run("preview", *words, cwd=cwd)


def test_rectos_lie_right_and_versos_left():
    assert spreads([1]) == [(None, 1)]
    assert spreads([1, 2, 3, 4]) == [(None, 1), (2, 3), (4, None)]
    assert spreads([1, 2, 3], one_sided=True) == [(1,), (2,), (3,)]


def cards_on(picture, cards):
    """Where each card's picture stands on the sheet: its upper left corner, by its very pixels."""
    wide, rows, found = picture.width, picture.tobytes(), []
    for card in cards:
        # A row that is hardly found by chance; the hairline is drawn over the edges.
        inner = card.crop((1, 1, card.width - 1, card.height - 1))
        lines = [inner.crop((0, y, inner.width, y + 1)).tobytes() for y in range(inner.height)]
        row = max(range(inner.height), key=lambda y: len(set(lines[y])))
        at = rows.find(lines[row])
        while at % 3 or (at >= 0 and not _is_at(picture, inner, at // 3 % wide, at // 3 // wide - row)):
            at = rows.find(lines[row], at + 1)
            assert at >= 0, "a page is missing"
        found.append((at // 3 % wide - 1, at // 3 // wide - row - 1))
    return found


def _is_at(picture, inner, left, top):
    return picture.crop((left, top, left + inner.width, top + inner.height)).tobytes() == inner.tobytes()


def test_every_page_stands_where_its_spread_has_it(content):
    files = render(
        read(content).pack,
        Flags(sections=("cover", "table", "timeline", "glossary", "overview"), openings="page"),
        "pack",
    )
    made = sheet.draw_contact_sheet(files)
    cards = list(page_images(files[0].data, sheet._scale(files)))
    places = cards_on(made, cards)
    assert len(places) == len(files[0].document.pages) >= 5
    width = cards[0].width
    (left, top), *rest = places
    # Beside the first page there is the bare ground, where a page before it would be.
    assert made.getpixel((left - width // 2, top + 100)) == GROUND
    for verso, recto in zip(rest[::2], rest[1::2], strict=False):
        assert recto == (verso[0] + width, verso[1])


def test_fronts_alone_lie_one_by_one(content):
    files = render(read(content).pack, Flags(sections=("cover", "table"), duplex=False), "pack")
    made = sheet.draw_contact_sheet(files)
    places = cards_on(made, list(page_images(files[0].data, sheet._scale(files))))
    gaps = [after[0] - before[0] for before, after in pairwise(places) if before[1] == after[1]]
    assert gaps
    assert all(gap > files[0].document.pages[0].width * sheet._scale(files) + 20 for gap in gaps)


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("title", ["T", "A title that goes on and on " * 12])
def test_a_single_page_has_room_for_its_title(paper, title):
    topic = pack(title=title, points=[point("A {{gap}}.")])
    made = sheet.draw_contact_sheet(render(topic, Flags(paper=paper, sections=("cover",)), "pack"))
    assert made.getpixel((made.width - 3, 60)) == GROUND


def test_hundreds_of_pages_stay_a_picture_that_can_be_opened():
    cards = [{"front": f"Front {number}", "back": "Back"} for number in range(700)]
    files = render(pack(flashcards=cards), Flags(sections=("flashcards",)), "pack")
    made = sheet.draw_contact_sheet(files)
    assert sum(len(file.document.pages) for file in files) > 150
    assert made.width * made.height < 1.6 * sheet.MAX_PIXELS


def test_the_same_pack_gives_the_same_bytes(content, tmp_path):
    for seed, name in (("1", "one.png"), ("2", "two.png")):
        words = ["preview", "--png", name, "--sections", "cover,timeline"]
        done = started(*words, cwd=tmp_path, PYTHONHASHSEED=seed, TZ="Asia/Tokyo")
        assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "one.png").read_bytes() == (tmp_path / "two.png").read_bytes()


def test_the_picture_has_a_place_unless_one_is_named(content, tmp_path):
    done = preview(cwd=tmp_path)
    pages = sum(len(file.document.pages) for file in render(read(content).pack, Flags(), "pack"))
    assert done.stdout.split() == ["build/topic-preview.png", str(pages), "pages"]
    with Image.open(tmp_path / "build" / "topic-preview.png") as made:
        assert made.format == "PNG"
    done = preview(content, "--png", "pictures/all.PNG", "--paper", "a5", "--skip", "flashcards", cwd=tmp_path)
    assert done.stdout.startswith("pictures/all.PNG  ")
    assert (tmp_path / "pictures" / "all.PNG").stat().st_size > 10_000


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("--png", "out.pdf"), 2, "give it a name that ends in .png"),
        (("--png", "content/topic.yaml/x.png"), 1, "choose another place: --png"),
        (("--sections", "tabel"), 2, "did you mean 'table'?"),
        (("--set", "table.mode=pared"), 2, "did you mean 'paired'?"),
        (("nothing.yaml",), 1, "there is no such file"),
        (("nothing.yaml", "--serve"), 1, "there is no such file"),
        (("--serve", "--sections", "tabel"), 2, "did you mean 'table'?"),
    ],
)
def test_what_cannot_be_is_an_error_with_a_way_out(content, tmp_path, words, status, says):
    done = preview(*words, cwd=tmp_path)
    assert done.returncode == status
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == [content.parent]


def test_a_picture_and_a_server_are_two_things(content, tmp_path):
    done = preview("--png", "x.png", "--serve", cwd=tmp_path)
    assert done.returncode == 2
    assert "leave --png or --serve out" in " ".join(done.stderr.split())


def test_a_mistake_leaves_the_old_picture_whole(content, tmp_path):
    preview("--sections", "cover", cwd=tmp_path)
    before = (tmp_path / "build" / "topic-preview.png").read_bytes()
    assert Image.open(BytesIO(before)).size[0] > 100
    content.write_text("title: [", encoding="utf-8")
    assert preview(cwd=tmp_path).returncode == 1
    assert (tmp_path / "build" / "topic-preview.png").read_bytes() == before
