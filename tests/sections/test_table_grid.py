"""The lines of facing columns stand on one grid, every point under the same kind of head, and no line is too short."""

import pytest
from laws import text_runs
from packs import pack, point

from studypack.base.resources import shipped_content_folder
from studypack.layout.fonts import Family, face
from studypack.layout.joints import SOFT_HYPHEN
from studypack.layout.style import SIDE_COLORS
from studypack.layout.tag import Tag
from studypack.layout.theme import theme_for
from studypack.model.choices import Paper, Profile
from studypack.model.modes import PairBy, TableMode
from studypack.model.options import Options
from studypack.model.section_modes import TableModes
from studypack.output.compose import compose
from studypack.reading.load import load
from studypack.sections import SECTIONS, table

SHIPPED = sorted(path.stem for path in shipped_content_folder().glob("*.yaml"))
WIDE = [Paper.A4, Paper.LETTER]
SMALL = [Paper.A5, Paper.HALF_LETTER]
PITCH = theme_for(Paper.A4).point_fits[0].leading
ALL = [*SHIPPED, "several paragraphs", "formulas"]


def content(name):
    if name == "several paragraphs":
        text = (
            "A text of some words that runs over more than one line of its column.\n\nAnother, after an empty line. "
            * 2
        )
        return pack(
            points=[
                point(text, f"Point {number}", "advantage" if number % 3 else "disadvantage") for number in range(9)
            ]
        )
    if name == "formulas":
        text = "It grows as\n\n$$\\frac{\\frac{a}{b}}{c}$$\n\ndoes, and:\n\n- once\n- twice, in a line that goes over to another\n\n> All said."
        sides = ("advantage", "disadvantage")
        return pack(
            points=[
                point(
                    text + number % 3 * "\n\nAnd more words, which are here to fill a line or two of it.",
                    f"Point {number}",
                    sides[number % 2],
                )
                for number in range(14)
            ]
        )
    return load(shipped_content_folder() / f"{name}.yaml").pack


def document_of(name, mode=TableMode.COLUMNS, **options):
    modes = TableModes(mode=mode, by=PairBy.THEME)
    return compose(content(name), Options(table=modes, **options), [table.SECTION], [table.SECTION])


def columns_of(page):
    """The baselines of the text in the left and in the right column of a page."""
    middle = (page.frame.left + page.frame.right) / 2
    sides = ({}, {})
    for run in (item for item in page.items if hasattr(item, "text") and isinstance(item.tag, Tag)):
        label = run.face in (face(Family.SANS), face(Family.SANS, italic=True))
        if 9 <= run.size <= 11 and run.text.strip() and not (label or run.hidden):
            sides[run.x > middle - 20].setdefault(round(run.y, 1), run)
    return sides


@pytest.mark.parametrize("mode", [TableMode.COLUMNS, TableMode.PAIRED])
@pytest.mark.parametrize("paper", WIDE)
@pytest.mark.parametrize("name", ALL)
def test_facing_lines_share_their_baselines(name, paper, mode):
    shared = apart = 0
    for page in document_of(name, mode, paper=paper).pages:
        left, right = columns_of(page)
        for one, other in ((left, right), (right, left)):
            for y in one:
                beside = min((abs(y - at) for at in other), default=PITCH)
                shared, apart = shared + (beside < 0.15), apart + (0.15 <= beside < PITCH - 0.15)
    assert shared > 15
    assert shared >= 0.95 * (shared + apart)


@pytest.mark.parametrize("mode", [TableMode.COLUMNS, TableMode.PAIRED, TableMode.BLANK, TableMode.SORT])
@pytest.mark.parametrize("profile", list(Profile))
def test_a_title_is_told_from_key_terms_by_face_and_colour(shipped, profile, mode):
    theme = theme_for(Paper.A4, profile)
    document = compose(shipped, Options(profile=profile, table=TableModes(mode=mode)), [table.SECTION], [table.SECTION])
    titles = {marked.point.title: marked.side for marked in shipped.marked}
    heads = [run for _, run in text_runs(document) if run.text in titles]
    assert len(heads) > len(titles) / 2
    for run in heads:
        assert (run.face, run.size) == (theme.point_title.face, theme.point_title.size)
        wanted = theme.point_title.color if mode is TableMode.SORT else SIDE_COLORS[titles[run.text].number]
        assert run.color == wanted, "but a sheet to sort tells no side"


@pytest.mark.parametrize("mode", [TableMode.COLUMNS, TableMode.PAIRED])
def test_a_date_stands_with_its_theme_on_the_line_of_its_title_or_under_it(shipped, mode):
    """A long title leaves no room for them; a theme alone on a line would look like the start of the text."""
    document = compose(shipped, Options(table=TableModes(mode=mode)), [table.SECTION], [table.SECTION])
    titles, dates, themes = (
        {getattr(each.point, key) for each in shipped.marked} for key in ("title", "date", "theme")
    )
    longs = {date.long for date in dates if date}

    def places(texts, size):
        return [
            (page.number, round(run.y, 1), run.x > page.width / 2 - 20)
            for page, run in text_runs(document)
            if run.text.strip(" ·") in texts and run.size == size
        ]

    lines, dated = places(titles, 11), places(longs, 9)
    assert len(dated) == len(lines) == len(shipped.marked)
    assert sum(place in lines for place in dated) >= (0.5 if mode is TableMode.COLUMNS else 0.9) * len(dated)
    if mode is TableMode.COLUMNS:  # rows by theme name it once
        assert sorted(places(themes, 9)) == sorted(dated)


@pytest.mark.parametrize("profile", [Profile.CLEAR, Profile.LARGE])
def test_a_theme_alone_is_parted_by_a_dot_from_the_title_that_it_follows_at_once(profile):
    short, long = "Too little light", "A title of so many words that nothing else has any room on its last line of all"
    points = [point("Text.", title, theme="light") for title in (short, long)]
    document = compose(pack(points=points), Options(profile=profile), [table.SECTION], [table.SECTION])
    runs = [(round(run.y), run.text) for _, run in text_runs(document)]
    lines = {y: "".join(text for at, text in runs if at == y) for y, _ in runs}
    assert any(line.endswith(f"{short}· light") for line in lines.values())
    assert all(line.strip() != "· light" for line in lines.values())


@pytest.mark.parametrize("paper", SMALL)
def test_a_small_page_has_one_column_of_long_enough_lines(paper):
    lengths = line_lengths(document_of("anglo-soviet-relations", paper=paper))
    assert sorted(lengths)[len(lengths) // 4] >= 48


@pytest.mark.parametrize("paper", WIDE)
def test_a_wide_page_has_two_columns_of_long_enough_lines(paper):
    lengths = line_lengths(document_of("anglo-soviet-relations", paper=paper))
    assert sorted(lengths)[len(lengths) // 4] >= 38


def line_lengths(document):
    """The characters of each line of text; the last of a paragraph is shorter, and so are few others."""
    theme, lines = theme_for(Paper.A4), {}
    for page, run in text_runs(document):
        if run.face.name.startswith("SourceSerif") and run.size < theme.title.size and page.number > 1:
            key = page.number, round(run.y, 1), run.x > page.width / 2 - 20 and page.width > 500
            lines[key] = lines.get(key, 0) + len(run.text)
    assert len(lines) > 60
    return list(lines.values())


def divided(name="anglo-soviet-relations", sections=(table.SECTION,), **options):
    """The ends of the lines of a pack that end within a word, in the places of its lines: page, baseline, column."""
    document = compose(content(name), Options(**options), sections, sections)
    return {
        (page.number, round(run.y, 1), run.x > page.width / 2 - 20): run
        for page, run in text_runs(document)
        if run.text.endswith(SOFT_HYPHEN)
    }


def test_words_are_divided_in_short_lines_alone():
    assert divided(), "in the narrower column of the table"
    assert all(not right for _, _, right in divided()), "not in the wider one"
    evaluation = next(section for section in SECTIONS if section.name == "evaluation")
    found = divided(sections=[evaluation])
    assert all(run.face.name.startswith("SourceSans") for run in found.values()), (
        "in notes, not in the long lines of text"
    )


@pytest.mark.parametrize("profile", [Profile.CLEAR, Profile.LARGE])
@pytest.mark.parametrize("paper", list(Paper))
def test_accessible_profiles_divide_no_word_unless_told(profile, paper):
    assert not divided(profile=profile, paper=paper)


def test_the_choice_wins_either_way():
    assert not divided(hyphenate=False)
    assert not divided(paper=Paper.A5), "its lines are long"
    assert divided(profile=Profile.LARGE, hyphenate=True)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_division_leaves_three_letters_and_no_third_line_ends_in_one(name):
    found = divided(name, hyphenate=True)
    for (page, y, right), run in found.items():
        assert len(run.text.split()[-1].strip("“‘(" + SOFT_HYPHEN)) >= 3
        below = [(page, round(y - lines * PITCH, 1), right) for lines in (1, 2)]
        assert not all(any(abs(at[1] - other[1]) < 0.2 and at[::2] == other[::2] for other in found) for at in below)
