"""Code of several lines: its indents, its size, what is turned over, where it is parted over pages, how it is copied."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import keeps_the_laws, text_runs
from packs import IN_EVERY_PROFILE, pack, point

from studypack.layout.code_block import CodeBlock
from studypack.layout.document import Document
from studypack.layout.extent import extent
from studypack.layout.fonts import Family, face
from studypack.layout.page import Frame, Page, Rule, TextRun
from studypack.layout.style import Style
from studypack.layout.tag import Tag
from studypack.layout.text import Run
from studypack.model.choices import Paper
from studypack.model.options import Options
from studypack.output.compose import compose
from studypack.pdf.tagged import pdf_bytes
from studypack.sections import SECTIONS
from studypack.sections.kit.prose import prose
from tests.pdf.tagged import opened
from tests.pdf.verdict import verdict_on
from tests.test_extraction import with_pdfium, with_poppler
from tests.transcript import transcript

SERIF = Style(face(Family.SERIF), 10.2, 14)
LARGE = Style(face(Family.CLEAR), 18, 27, family=Family.CLEAR, smallest=16, open=1.5)
WIDTHS = (34, 90, 160, 251, 420, 481)

SORT = '''\
def bubble_sort(items):  # the simplest of all
    """Sort a list in place: the largest item rises first."""
    for end in range(len(items) - 1, 0, -1):
        for at in range(end):
            if items[at] > items[at + 1]:
                items[at], items[at + 1] = items[at + 1], items[at]

    return   items
'''.rstrip("\n").split("\n")


class Blank:
    """An inline box, 40 points wide."""

    width = 40.0

    def __init__(self):
        self.placed = []

    def place(self, page, x, baseline):
        self.placed.append((x, baseline))


def block(lines, style=SERIF, root=None):
    """The lines as a box, and the root of its element."""
    root = root or Tag("Document")
    tag = root.child("P").child("Code")
    return CodeBlock(
        [[Run(line, style.code, tag)] if isinstance(line, str) else line for line in lines], style, [tag] * len(lines)
    )


def on_pages(box, width, depth):
    """The pages that a box takes, as wide and as deep as given."""
    pages, rest = [], box
    while rest:
        page = Page(len(pages) + 1, width, depth, Frame(0, 0, width, depth), "")
        head, rest = (rest, None) if rest.height(width) <= depth else rest.split(width, depth)
        assert head.height(width) <= depth + 0.01
        head.place(page, 0, depth, width)
        pages.append(page)
    return pages


def rows(page):
    """The text runs of each row, from the top."""
    found = {}
    for run in (item for item in page.items if isinstance(item, TextRun)):
        found.setdefault(round(run.y, 2), []).append(run)
    return [found[y] for y in sorted(found, reverse=True)]


def written(pages):
    return "".join(run.text for page in pages for row in rows(page) for run in row)


def words_of(lines):
    return " ".join(lines).split()


def nothing_leaves_the_frame(pages):
    for page in pages:
        for item in page.items:
            left, bottom, right, top = extent(item)
            assert left >= -0.01, item
            assert right <= page.width + 0.1, item
            assert bottom >= -0.01, item
            assert top <= page.height + 0.01, item


def test_lines_and_indents_stay_as_they_are():
    (page,) = on_pages(block(SORT), 481, 400)
    made = rows(page)
    lines = [line for line in SORT if line]
    # Each ends in a space: heard and copied, no word is glued to that of the next line.
    assert ["".join(run.text for run in row) for row in made] == [*(f"{line} " for line in lines[:-1]), lines[-1]]
    letter = SERIF.code.face.space * SERIF.code.size / 1000
    code_starts = [next(run.x for run in row if run.text.strip()) for row in made]
    left = code_starts[0]
    indents = [len(line) - len(line.lstrip()) for line in lines]
    assert code_starts == pytest.approx([left + letter * indent for indent in indents])
    # An empty line has its room.
    assert made[-2][0].y - made[-1][0].y == pytest.approx(2 * SERIF.leading)


@pytest.mark.parametrize("style", [SERIF, LARGE], ids=["standard", "large"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("depth", [70, 130, 3000])
def test_every_character_is_printed_once_and_in_order_within_the_frame(width, depth, style):
    pages = on_pages(block(SORT, style), width, max(depth, 5 * style.leading))
    assert "".join(written(pages).split()) == "".join("".join(SORT).split())
    nothing_leaves_the_frame(pages)
    for page in pages:
        # Two rows at least, of which one may be empty.
        assert len(rows(page)) >= 2 or len(pages) == 1 or page.height - rows(page)[0][0].y > style.leading
    sizes = {run.size for page in pages for row in rows(page) for run in row}
    assert len(sizes) == 1
    assert sizes.pop() >= max(style.smallest, 0.79 * style.code.size)


def test_a_line_that_is_too_wide_makes_all_smaller_before_it_is_turned_over():
    widest = max(map(len, SORT)) * SERIF.code.face.space * SERIF.code.size / 1000 + 1.2 * SERIF.size
    sizes = {}
    for share in (1.01, 0.97, 0.92, 0.87, 0.82, 0.75):
        (page,) = on_pages(block(SORT), share * widest, 900)
        sizes[share] = (round(rows(page)[0][0].size / SERIF.code.size, 2), len(rows(page)))
    assert sizes == {1.01: (1, 7), 0.97: (0.95, 7), 0.92: (0.9, 7), 0.87: (0.85, 7), 0.82: (0.8, 7), 0.75: (1, 9)}


def test_one_endless_line_does_not_make_the_others_small():
    lines = [*SORT[:3], "x = " + " + ".join(f"value_{n}" for n in range(11))]
    (page,) = on_pages(block(lines), 481, 900)
    assert rows(page)[0][0].size == SERIF.code.size
    assert len(rows(page)) == 5


def test_what_is_turned_over_stands_further_in_behind_an_arrow_that_is_no_letter():
    (page,) = on_pages(block(["    total = first_number + second_number + third"]), 200, 900)
    first, *others = rows(page)
    assert others
    begins = next(run.x for run in first if run.text.strip())
    letter = first[-1].face.space * first[-1].size / 1000
    assert {round(row[0].x, 2) for row in others} == {round(begins + 2 * letter, 2)}
    arrows = [item for item in page.items if isinstance(item, Rule) and item.x1 > 2]
    assert len(arrows) == 2 * len(others)
    assert all(arrow.x1 < begins + 2 * letter for arrow in arrows)


def test_a_gap_in_code_keeps_its_place_and_its_room():
    gap, tag = Blank(), Tag("Document").child("P").child("Code")
    code = SERIF.code
    lines = [
        [Run("for i in ", code, tag), gap, Run(":", code, tag)],
        [Run("    ", code, tag), Blank(), Run(")", code, tag)],
    ]
    page = Page(1, 300, 300, Frame(0, 0, 300, 300), "")
    box = CodeBlock(lines, SERIF, [tag, tag])
    assert box.height(300) == 28
    box.place(page, 0, 300, 300)
    ((x, _),), letter = gap.placed, code.face.space * code.size / 1000
    assert x == pytest.approx(1.2 * SERIF.size + 9 * letter)
    assert lines[1][1].placed[0][0] == pytest.approx(1.2 * SERIF.size + 4 * letter)


def test_a_page_ends_with_a_whole_line_and_begins_with_one_that_is_not_empty():
    for count in range(4, 12):
        first, *others = on_pages(block(SORT), 260, count * SERIF.leading)
        assert len(rows(first)) >= 2
        for page in others:
            begins = rows(page)[0]
            assert page.height - begins[0].y < SERIF.leading
            printed = "".join(run.text for run in begins)
            assert any(line.startswith(printed.rstrip()) for line in SORT), printed


@pytest.mark.parametrize("width", [160, 481])
def test_code_is_copied_with_its_indents_and_is_one_element(width):
    root = Tag("Document")
    box = block(SORT, root=root)
    page = Page(1, 595, 842, Frame(0, 0, 595, 842), "")
    box.place(page, 50, 800, width)
    document = Document("Code", "en", [page], root)
    data = pdf_bytes(document)
    assert [finding for finding in verdict_on(document, data) if "heading" not in str(finding)] == []
    assert words_of([with_pdfium(data)]) == words_of(SORT)
    read = with_poppler(data)
    # Poppler takes a minus at which a line was turned over for a hyphen.
    assert [word for word in words_of([read]) if word != "-"] == [word for word in words_of(SORT) if word != "-"]
    if width == 481:
        assert [line.rstrip() for line in read.splitlines() if line.strip()] == [line for line in SORT if line]
    assert [kid.kind for kid in root.kids[0].kids] == ["Code"]
    assert {run.tag.kind for row in rows(page) for run in row} == {"Code"}


LINE = st.text("ab(=-é→x0 ", max_size=90)


@settings(deadline=None, max_examples=150)
@given(st.lists(LINE, min_size=1, max_size=12), st.floats(24, 500), st.integers(4, 30))
def test_no_code_loses_a_letter(lines, width, count):
    pages = on_pages(block(lines), width, count * SERIF.leading)
    assert re.sub(r"\s", "", written(pages)) == re.sub(r"\s", "", "".join(lines))
    nothing_leaves_the_frame(pages)


FENCE = """\
First in, first out:

```python
def take(self):
    if not self.items:
        raise {{IndexError}}("empty")
    return   self.items.pop({{0}})
```
"""
QUEUES = pack(
    points=[point(FENCE, "A queue")],
    worksheets=[{"title": "Fill in", "passage": FENCE}],
    flashcards=[{"front": "Take", "back": FENCE}],
)


@IN_EVERY_PROFILE
@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
@pytest.mark.parametrize("name", ["table", "worksheets", "flashcards", "answers"])
def test_a_fence_is_heard_line_by_line_with_its_indents(name, paper, profile):
    section = next(each for each in SECTIONS if each.name == name)
    document = compose(QUEUES, Options(paper=paper, profile=profile), [section], SECTIONS)
    keeps_the_laws(document)
    data = pdf_bytes(document)
    assert verdict_on(document, data) == []
    with opened(data) as tagged:
        code = [each for each in tagged.root.every() if each.kind == "Code" and each.parent.kind == "P"]
        heard = [" ".join(line.split()) for line in transcript(tagged)]
    times = heard.count("def take(self):")
    assert len(code) == 4 * times > 0
    assert heard.count("4 spaces in: if not self.items:") == times
    assert sum(line.startswith("8 spaces in: raise ") for line in heard) == times
    printed = "".join(run.text for _, run in text_runs(document) if run.face.monospaced)
    assert "self.items.pop(" in printed
    assert ("raise IndexError(" in printed) == (name != "worksheets")


@pytest.mark.parametrize(("count", "is_kept"), [(4, True), (8, True), (9, False), (40, False)])
def test_a_few_lines_of_code_are_not_parted_over_pages(count, is_kept):
    lines = "".join(f"print({number})\n" for number in range(count))
    content = pack(points=[point(f"```\n{lines}```")])
    (box,) = prose(content, content.points[0].text, SERIF, Tag("Document"))
    assert box.height(400) == count * SERIF.leading
    assert (box.split(400, 3 * SERIF.leading) is None) == is_kept
    assert box.loosened().split(400, 2 * SERIF.leading) is not None
