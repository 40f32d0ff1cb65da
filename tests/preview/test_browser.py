"""The page in a real browser: chosen, rebuilt, broken, mended and taken away, by mouse and by keyboard."""

import re
from functools import cache
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image
from playwright.sync_api import expect
from preview.browsing import DESKTOP, PHONE, violations
from preview.conftest import TOPIC

from studypack.model.options import Flags
from studypack.output.build import render
from studypack.reading.load import read


@cache
def count(*skip, **choices):
    """How many pages the pack has without some of its sections."""
    flags = Flags(skip=skip, **choices) if skip else Flags(**choices)
    return len(render(read(TOPIC.encode(), "topic.yaml").pack, flags, "topic")[0].document.pages)


def in_full(desk):
    """The page of the whole pack, each section on pages of its own."""
    desk.page.goto(f"{desk.server.address}?preset=full")
    return desk.opened()


@pytest.fixture
def desk(open_desk, shared):
    """The page of a content that nobody writes in."""
    return open_desk(shared)


@pytest.fixture
def writing(open_desk, written):
    """The page of a content that is written in."""
    return open_desk(written)


def id_of(figure):
    return figure.get_attribute("data-page")


def is_drawn(image):
    expect(image).to_have_js_property("complete", True)
    return image.evaluate("image => image.naturalWidth > 0")


# Looking


def test_the_pages_are_shown_as_they_will_lie(desk):
    in_full(desk)
    expect(desk.pages()).to_have_count(count(preset="full"))
    expect(desk.pages("answers")).to_have_count(1)
    expect(desk.status).to_have_text(f"{count(preset='full')} pages, and 1 page of answers")
    cover, verso, recto = (desk.page.locator(f"#pack-{number}").bounding_box() for number in (1, 2, 3))
    assert verso["x"] + verso["width"] == pytest.approx(recto["x"], abs=1)
    assert recto["y"] == verso["y"] > cover["y"]
    assert cover["x"] == recto["x"]
    image = desk.page.get_by_role("img", name=f"Page 1 of {count(preset='full')}, Cover")
    assert is_drawn(image)
    expect(desk.page).to_have_title("The Weimar Republic · studypack preview")
    expect(desk.page.get_by_role("heading", level=1)).to_have_text("The Weimar Republic")


@pytest.mark.parametrize(("sharpness", "least"), [(1, 400), (2, 800)])
def test_pictures_are_as_sharp_as_the_screen(open_desk, shared, sharpness, least):
    desk = open_desk(shared, device_scale_factor=sharpness)
    image = desk.page.get_by_role("img", name=f"Page 1 of {count()}")
    assert is_drawn(image)
    shown = image.bounding_box()["width"]
    source = image.evaluate("image => image.currentSrc")
    width = int(re.search(r"/(\d+)\.jpg", source)[1])
    assert width >= shown * sharpness * 0.99
    assert least <= width < 4 * shown * sharpness


def test_pages_out_of_sight_are_not_fetched_and_nothing_is_asked_of_the_network(desk):
    assert is_drawn(desk.page.get_by_role("img", name=f"Page 1 of {count()}"))
    expect(desk.page.locator("h1")).to_have_css("font-family", re.compile("Source Serif 4"))
    assert desk.page.evaluate("document.fonts.check('600 1rem \"Source Serif 4\"')")
    assert len(desk.asked) > 10
    assert all(url.startswith(desk.server.address) for url in desk.asked)
    assert id_of(desk.page.locator("#answers-1")) not in desk.fetched()
    desk.page.locator("#answers-1").scroll_into_view_if_needed()
    assert is_drawn(desk.page.locator("#answers-1 img"))


def test_views_change_the_size_and_keep_the_place(desk):
    in_full(desk)
    desk.page.locator("#pack-7").scroll_into_view_if_needed()
    desk.page.evaluate("scrollTo(0, document.getElementById('pack-7').offsetTop - 60)")
    two_up = desk.page.locator("#pack-7").bounding_box()["width"]
    desk.page.get_by_role("radio", name="Fit width").check(force=True)
    assert desk.page.locator("#pack-7").bounding_box()["width"] == pytest.approx(2 * two_up, rel=0.05)
    desk.page.get_by_role("radio", name="Single").check(force=True)
    image = desk.page.locator("#pack-1 img").bounding_box()
    assert image["height"] < DESKTOP["height"]
    desk.page.get_by_role("radio", name="Overview").check(force=True)
    assert desk.page.locator("#pack-7").bounding_box()["width"] < 200
    assert "view=overview" in desk.page.url
    desk.page.reload()
    expect(desk.page.get_by_role("radio", name="Overview")).to_be_checked()


# Choosing


def test_a_section_is_ticked_off_and_on(desk):
    tick = desk.page.get_by_role("checkbox", name="Flashcards")
    row = desk.page.locator("[data-section=flashcards]")
    expect(row.locator(".count")).to_have_text(re.compile(r"^\d+ p\.$"))
    tick.uncheck()
    expect(desk.pages()).to_have_count(count("flashcards"))
    expect(row.locator(".count")).to_have_text(re.compile(r"\+ \d p\."))
    assert "skip=flashcards" in desk.page.url
    expect(desk.page.get_by_label("The same on the command line")).to_have_value(
        "studypack build content/topic.yaml --skip flashcards"
    )
    tick.check()
    expect(desk.pages()).to_have_count(count())
    assert "skip" not in desk.page.url


def test_paper_type_and_modes_are_chosen(desk):
    width, height = (desk.page.locator("#pack-1 img").get_attribute(name) for name in ("width", "height"))
    assert (width, height) == ("595", "842")
    desk.page.get_by_label("Paper").select_option("A5")
    expect(desk.page.locator("#pack-1 img")).to_have_attribute("width", "420")
    desk.page.locator("[data-section=worksheets] summary").click()
    desk.page.get_by_label("Support", exact=True).select_option("None")
    expect(desk.page.locator("[data-section=worksheets] summary")).to_have_text("Support: none")
    before = id_of(desk.page.locator("#pack-1"))
    desk.page.get_by_role("checkbox", name="Grey").check()
    expect(desk.page.locator("#pack-1")).not_to_have_attribute("data-page", before)
    command = desk.page.get_by_label("The same on the command line")
    expect(command).to_have_value("studypack build content/topic.yaml --paper a5 --grey --set worksheets.support=none")
    desk.page.reload()
    expect(desk.page.get_by_label("Paper")).to_have_value("a5")
    expect(desk.page.get_by_role("checkbox", name="Grey")).to_be_checked()


def test_a_booklet_brings_what_follows_from_it(desk):
    page = desk.page
    page.get_by_role("checkbox", name="Booklet").check()
    expect(page.get_by_label("Paper")).to_have_value("a5")
    expect(page.locator("#pack-1 img")).to_have_attribute("width", "420")
    flashcards = page.get_by_role("checkbox", name="Flashcards")
    expect(flashcards).to_be_disabled()
    expect(flashcards).to_have_accessible_description(re.compile("sheets to cut"))
    expect(page.locator("article.warning")).to_contain_text("'flashcards' is left out")
    expect(page.locator(".file header").first).to_contain_text("topic-booklet.pdf")
    command = page.get_by_label("The same on the command line")
    expect(command).to_have_value("studypack build content/topic.yaml --booklet")
    page.get_by_role("checkbox", name="Booklet").uncheck()
    expect(page.get_by_label("Paper")).to_have_value("a4")
    expect(flashcards).to_be_checked()
    expect(desk.pages()).to_have_count(count())


def test_nothing_ticked_is_told_and_mended(desk):
    ticks = desk.page.locator("#sections .tick")
    for index in range(ticks.count()):
        ticks.nth(index).uncheck()
    expect(desk.page.get_by_role("heading", name="no section is chosen")).to_be_visible()
    expect(desk.pages().first).to_be_hidden()
    ticks.nth(0).check()
    expect(desk.pages()).to_have_count(1)
    desk.faults.clear()  # the browser tells of the refusal, as it should


def test_an_address_that_asks_for_what_is_not_is_answered(desk):
    page = desk.open("?paper=a3")
    expect(page.get_by_role("heading", name="pack.paper cannot be 'a3'")).to_be_visible()
    page.get_by_label("Paper").select_option("Letter")
    expect(page.locator("#pack-1 img")).to_have_attribute("width", "612")
    desk.faults.clear()  # the browser tells of the refusal, as it should


# Writing


def test_a_save_shows_and_only_what_changed_is_fetched_again(writing):
    assert is_drawn(writing.page.get_by_role("img", name=f"Page 1 of {count()}"))
    ids = [id_of(figure) for figure in writing.pages().all()]
    writing.fetched()
    writing.write(lambda text: text.replace("subtitle: A democracy", "subtitle: A great democracy"))
    expect(writing.page.locator("#pack-1")).not_to_have_attribute("data-page", ids[0])
    expect(writing.status).to_contain_text(f"Rebuilt: {count()} pages")
    expect(writing.status).to_contain_text("Changed: page 1")
    after = [id_of(figure) for figure in writing.pages().all()]
    changed = {new for old, new in zip(ids, after, strict=True) if old != new}
    assert 1 <= len(changed) < count()
    assert is_drawn(writing.page.locator("#pack-1 img"))
    fetched = writing.fetched()
    assert after[0] in fetched
    assert set(fetched) <= changed


def test_the_picture_is_of_what_was_saved(writing):
    page = writing.page
    page.get_by_role("radio", name="Single").check(force=True)
    before = page.locator("#pack-1 img").screenshot()
    was = id_of(page.locator("#pack-1"))
    writing.write(lambda text: text.replace("title: The Weimar Republic", "title: Elsewhere", 1))
    expect(page.get_by_role("heading", level=1)).to_have_text("Elsewhere")
    expect(page.locator("#pack-1")).not_to_have_attribute("data-page", was)
    assert is_drawn(page.locator("#pack-1 img"))
    assert page.locator("#pack-1 img").screenshot() != before


def test_what_is_read_stays_in_its_place_through_a_rebuild(desk):
    page = desk.page
    figure = page.locator("figure[data-section=worksheets]").first
    page.evaluate("scrollTo(0, document.querySelector('figure[data-section=worksheets]').offsetTop - 100)")
    top = figure.bounding_box()["y"]
    page.get_by_role("checkbox", name="Timeline").uncheck()
    expect(desk.pages()).to_have_count(count("timeline"))
    assert figure.bounding_box()["y"] == pytest.approx(top, abs=3)


def test_a_mistake_stands_in_place_of_the_pages_until_it_is_mended(writing):
    page = writing.page
    page.evaluate("scrollTo(0, 1500)")
    lines = writing.server.content.read_text(encoding="utf-8").splitlines()
    place = lines.index("    date: 28 June 1919") + 1
    writing.write(lambda text: text.replace("date: 28 June 1919", "date: 28 Jnue 1919") + "\nzzz: 1\n")
    problem = page.get_by_role("article").filter(has_text="is no date that can be read")
    expect(problem).to_be_visible()
    expect(problem).to_contain_text(f"content/topic.yaml, line {place}, column 11")
    expect(problem.locator("mark")).to_have_text("28 Jnue 1919")
    expect(problem.locator(".caret")).to_have_text("^" * len("28 Jnue 1919"))
    mark, caret = problem.locator("mark").bounding_box(), problem.locator(".caret").bounding_box()
    assert caret["x"] == pytest.approx(mark["x"], abs=1)
    assert caret["y"] > mark["y"]
    expect(problem).to_contain_text("Help: did you mean 28 June 1919?")
    expect(page.get_by_role("article")).to_have_count(2)
    expect(writing.status).to_have_text(f"2 problems, the first in line {place}")
    expect(writing.pages().first).to_be_hidden()
    expect(page.get_by_role("link", name="Pack (PDF)")).to_have_attribute("aria-disabled", "true")
    writing.write(lambda text: text.replace("28 Jnue 1919", "28 June 1919").replace("\nzzz: 1\n", ""))
    expect(writing.pages().first).to_be_visible()
    expect(page.get_by_role("article")).to_have_count(0)
    assert page.evaluate("scrollY") == pytest.approx(1500, abs=5)
    assert page.get_by_role("link", name="Pack (PDF)").get_attribute("href")


def test_what_is_chosen_while_the_content_is_broken_holds_when_it_is_mended(writing):
    good = writing.server.content.read_text(encoding="utf-8")
    writing.write(lambda _: "title: [")
    expect(writing.page.get_by_role("article")).to_be_visible()
    writing.page.get_by_label("Paper").select_option("A5")
    expect(writing.page.get_by_role("article")).to_be_visible()
    writing.write(lambda _: good)
    expect(writing.page.locator("#pack-1 img")).to_have_attribute("width", "420")


def test_a_file_that_goes_and_comes_back(writing):
    good = writing.server.content.read_text(encoding="utf-8")
    writing.server.content.unlink()
    expect(writing.page.get_by_role("heading", name="there is no such file")).to_be_visible()
    writing.server.content.write_text(good, encoding="utf-8")
    expect(writing.pages().first).to_be_visible()


def test_content_is_shown_as_text_and_never_as_markup(writing):
    writing.write(lambda text: text.replace("title: The Weimar Republic", "title: <img src=x onerror=alert(1)>", 1))
    expect(writing.page.get_by_role("heading", level=1)).to_have_text("<img src=x onerror=alert(1)>")
    writing.write(lambda text: text + "\n<b>bold</b>: 1\n")
    expect(writing.page.get_by_role("article").first).to_contain_text("<b>bold</b>")
    assert writing.page.locator("#problems b b, #problems img").count() == 0


def test_warnings_stand_over_the_pages(writing):
    writing.write(lambda text: text.replace("subtitle: A democracy", "subtitle: A democracy #1"))
    expect(writing.page.locator("article.warning")).to_be_visible()
    expect(writing.pages().first).to_be_visible()


def test_many_tabs_all_hear_of_a_save(writing):
    # A browser allows six connections to one server: were each tab to keep one open, the seventh would wait for ever.
    tabs = [writing.page, *(writing.open("?sections=cover") for _ in range(7))]
    for tab in tabs[1:]:
        expect(tab.locator("figure")).to_have_count(1)
    writing.write(lambda text: text.replace("title: The Weimar Republic", "title: Elsewhere", 1))
    for tab in tabs:
        expect(tab.get_by_role("heading", level=1)).to_have_text("Elsewhere")
    # The tab that listens for all is closed, and another takes its place.
    tabs[0].close()
    writing.write(lambda text: text.replace("title: Elsewhere", "title: Nowhere", 1))
    for tab in tabs[1:]:
        expect(tab.get_by_role("heading", level=1)).to_have_text("Nowhere")


def test_the_end_of_the_server_is_told(open_desk, server):
    desk = open_desk(server)
    assert desk.server.end() == 130
    expect(desk.status).to_have_text("The preview has ended. Start it again to go on.")
    desk.page.close()  # it goes on trying
    desk.faults.clear()  # the browser tells that it cannot connect


# Taking away


def test_pack_and_answers_are_downloaded(desk):
    for name, words in (("Pack (PDF)", "A democracy without democrats?"), ("Answers (PDF)", "Answer key")):
        with desk.page.expect_download() as waiting:
            desk.page.get_by_role("link", name=name).click()
        download = waiting.value
        assert download.suggested_filename == ("topic.pdf" if name.startswith("Pack") else "topic-answers.pdf")
        with pypdfium2.PdfDocument(download.path().read_bytes()) as pdf:
            assert words in pdf[0].get_textpage().get_text_bounded()


def test_the_command_is_copied(desk):
    desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desk.page.get_by_role("button", name="Copy").click()
    expect(desk.status).to_have_text("The command is copied.")
    assert desk.page.evaluate("navigator.clipboard.readText()") == "studypack build content/topic.yaml"


# Without a mouse, without sight, in the dark, on a narrow screen


def test_all_of_it_works_by_keyboard(desk):
    page = desk.page
    press = page.keyboard.press

    def tab_to(locator):
        for _ in range(120):
            press("Tab")
            if locator.evaluate("element => element === document.activeElement"):
                return
        raise AssertionError("the keyboard does not get there")

    press("Tab")
    expect(page.get_by_role("link", name="Skip to the pages")).to_be_focused()
    tab_to(page.get_by_role("checkbox", name="Flashcards"))
    press("Space")
    expect(desk.pages()).to_have_count(count("flashcards"))
    expect(page.get_by_role("checkbox", name="Flashcards")).to_be_focused()
    tab_to(page.get_by_label("Paper"))
    press("ArrowDown")
    expect(page.locator("#pack-1 img")).to_have_attribute("width", "612")
    expect(page.get_by_label("Paper")).to_be_focused()
    tab_to(page.get_by_label("Seed"))
    page.keyboard.type("7")
    press("Enter")
    expect(page.get_by_label("The same on the command line")).to_have_value(re.compile("--seed 7|--seed 07|--seed 70"))
    tab_to(page.get_by_role("link", name="Pack (PDF)"))
    with page.expect_download() as waiting:
        press("Enter")
    assert waiting.value.path().read_bytes().startswith(b"%PDF")
    tab_to(page.get_by_role("radio", name="Two-up"))
    press("ArrowRight")
    expect(page.get_by_role("radio", name="Single")).to_be_checked()


def test_the_modes_of_a_section_are_reached_by_keyboard(desk):
    page = desk.page
    page.locator("[data-section=table] summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("[name='table.mode']")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-section=table] summary")).to_have_text("Mode: paired")


def test_the_arrow_keys_turn_the_pages(desk):
    page = desk.page
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(page.locator("#pack-3")).to_be_focused()
    expect(page.locator("#pack-3")).to_be_in_viewport()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#pack-2")).to_be_focused()


def test_the_arrow_keys_turn_from_the_page_that_is_read_and_leave_controls_alone(desk):
    in_full(desk)
    page = desk.page
    page.evaluate("scrollTo(0, document.getElementById('pack-6').offsetTop - 60)")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#pack-7")).to_be_focused()
    page.get_by_label("Paper").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_label("Paper")).to_be_focused()


def test_the_focus_can_be_seen_wherever_it_goes(desk):
    seen = set()
    for _ in range(80):
        desk.page.keyboard.press("Tab")
        seen.add(
            desk.page.evaluate("""() => {
                const focused = document.activeElement;
                const shown = ["view", "side"].includes(focused.name) ? focused.nextElementSibling : focused;
                const style = getComputedStyle(shown);
                return [focused.tagName, style.outlineStyle, parseFloat(style.outlineWidth) >= 3].join(" ");
            }""")
        )
    assert seen >= {f"{tag} solid true" for tag in ("A", "INPUT", "SUMMARY", "SELECT", "BUTTON", "TEXTAREA")}
    # Between the last control and the first, the focus is the browser's own.
    assert {each.split()[0] for each in seen if not each.endswith("solid true")} <= {"BODY"}


# The policy that keeps foreign scripts out keeps out axe, too.
def test_axe_finds_nothing_to_mend_on_the_pages(open_desk, shared):
    desk = open_desk(shared, bypass_csp=True)
    found = [*violations(desk, "pages")]
    for summary in desk.page.locator("summary:visible").all():
        summary.click()
    found += violations(desk, "modes")
    desk.page.get_by_role("radio", name="Overview").check(force=True)
    assert [*found, *violations(desk, "overview")] == []


def test_axe_finds_nothing_to_mend_in_problems_and_warnings(open_desk, written):
    desk = open_desk(written, bypass_csp=True)
    desk.write(lambda text: text.replace("subtitle: A democracy", "subtitle: A democracy #1"))
    expect(desk.page.locator("article.warning")).to_be_visible()
    found = [*violations(desk, "warnings")]
    desk.write(lambda text: text.replace("date: 28 June 1919", "date: 28 Jnue 1919"))
    expect(desk.pages().first).to_be_hidden()
    assert [*found, *violations(desk, "problems")] == []


def test_axe_finds_what_is_planted(open_desk, shared):
    desk = open_desk(shared, bypass_csp=True)
    desk.page.evaluate("document.querySelector('h1').style.color = '#888'")
    assert "color-contrast" in next(violations(desk, "pages"))


def test_a_narrow_screen_has_all_of_it_without_scrolling_sideways(open_desk, shared):
    desk = open_desk(shared, phone=True)
    page = desk.page
    expect(desk.pages()).to_have_count(count())
    fold = page.get_by_role("button", name="Choices")
    expect(page.get_by_label("Paper")).to_be_hidden()
    fold.click()
    expect(fold).to_have_attribute("aria-expanded", "true")
    page.get_by_label("Paper").select_option("A5")
    expect(page.locator("#pack-1 img")).to_have_attribute("width", "420")
    for summary in page.locator("summary:visible").all():
        summary.click()
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    targets = page.locator("#choices select:visible, #choices button:visible").all()
    assert len(targets) > 10
    assert all(target.bounding_box()["height"] >= 24 for target in targets)


def test_the_dark_page_is_dark_and_its_paper_is_white(desk):
    image = desk.page.get_by_role("img", name=f"Page 1 of {count()}")
    assert is_drawn(image)
    box = image.bounding_box()
    looks = {}
    for scheme in ("light", "dark"):
        desk.page.emulate_media(color_scheme=scheme)
        with Image.open(BytesIO(desk.page.screenshot())) as shot:
            grey = shot.convert("L")
            corner = grey.getpixel((DESKTOP["width"] - 5, DESKTOP["height"] - 5))
            looks[scheme] = (corner, grey.getpixel((int(box["x"]) + 10, int(box["y"]) + 10)))
    assert looks["light"][0] > 200
    assert looks["dark"][0] < 40
    assert looks["light"][1] == looks["dark"][1] == 255
