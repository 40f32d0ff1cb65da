"""Notes become a draft in a real browser, and texts are edited, saved and undone there, by mouse and by keyboard."""

import re

import pytest
from playwright.sync_api import expect
from preview.browsing import Desk, violations
from preview.conftest import NOTES, TOPIC
from preview.serving import serving

DRAFT = "steam-power-in-the-mills.yaml"
OTHER = "title: Another\npoints:\n  - {side: advantage, title: One, text: 'It {{was}}.'}\n"


class Desk(Desk):
    """A browser's page on which texts are written."""

    @property
    def field(self):
        return self.page.get_by_role("textbox", name="Text of the pack, in YAML")

    @property
    def folder(self):
        return self.server.content.parent

    def button(self, name, **how):
        return self.page.get_by_role("button", name=name, **how)

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def write_text(self):
        self.page.get_by_role("radio", name="Text").check(force=True)
        return self

    def draft(self, notes=NOTES):
        self.button("New from notes").click()
        self.page.get_by_label("Paste your notes").fill(notes)
        self.button("Make the draft").click()
        expect(self.status).to_contain_text("not saved yet")
        return self

    def caret_to(self, words, after=True):
        """Put the caret behind some words of the text, or before them."""
        at = self.field.input_value().index(words) + (len(words) if after else 0)
        self.field.evaluate("(field, at) => { field.focus(); field.setSelectionRange(at, at); }", at)

    @property
    def caret_line(self):
        before = self.field.evaluate("field => field.value.slice(0, field.selectionStart)")
        return before.count("\n") + 1

    def marked(self, kind):
        blocks = self.page.locator("#mirror > div")
        return blocks.evaluate_all(
            "(all, kind) => all.flatMap((each, at) => each.classList.contains(kind) ? [at + 1] : [])", kind
        )


@pytest.fixture(scope="module")
def standing(tmp_path_factory):
    content = tmp_path_factory.mktemp("desk") / "content" / "topic.yaml"
    content.parent.mkdir()
    content.write_text(TOPIC, "utf-8")
    with serving(content) as server:
        yield server


@pytest.fixture
def open_text(window, standing):
    """Opens tabs on a folder of two contents, which is put in order afterwards."""
    for path in standing.content.parent.iterdir():
        path.unlink()
    standing.content.write_text(TOPIC, "utf-8")
    (standing.content.parent / "other.yaml").write_text(OTHER, "utf-8")
    standing.settled()
    desks = []

    def open_(server=standing, **how):
        desks.append(Desk(window(**how), server))
        desks[-1].page.on("dialog", lambda dialog: dialog.accept())
        return desks[-1]

    yield open_
    for desk in desks:
        for tab in desk.tabs:
            tab.close()
        assert desk.faults == []


@pytest.fixture
def desk(open_text):
    return open_text().opened()


# Notes


def test_pasted_notes_are_a_draft_with_pages_and_doubts_that_lead_to_their_lines(desk):
    desk.draft()
    expect(desk.status).to_have_text("A draft of “Steam power in the mills”, not saved yet: 1 doubt")
    expect(desk.page.get_by_role("heading", level=1)).to_have_text("Steam power in the mills")
    expect(desk.pages().first).to_be_visible()
    expect(desk.page.locator("#doubts summary")).to_be_focused()
    assert not (desk.folder / DRAFT).exists()
    doubt = desk.button(re.compile(r"^Line \d+ title: Mills could stand in towns"))
    line = (
        desk.field.input_value()
        .split("\n")
        .index("  # ? title: Mills could stand in towns – guessed from its words: is it a good title?")
    )
    doubt.click()
    expect(desk.field).to_be_focused()
    assert desk.caret_line == line + 1
    assert desk.marked("doubt") == [line + 1]
    desk.button(f"Settled: line {line + 1}").click()
    expect(desk.page.locator("#doubts")).to_be_hidden()
    assert "# ?" not in desk.field.input_value().split("points:")[1]
    desk.press("Control+z")
    expect(doubt).to_be_visible()


@pytest.mark.parametrize(
    ("notes", "says"), [("", "the file is empty"), ("漢字", "there is nothing in these notes that a pack can print")]
)
def test_notes_that_make_no_draft_are_told_in_the_dialog(desk, notes, says):
    desk.button("New from notes").click()
    desk.page.get_by_label("Paste your notes").fill(notes)
    desk.button("Make the draft").click()
    expect(desk.page.get_by_role("alert")).to_contain_text(says)
    expect(desk.page.get_by_role("alert")).to_contain_text("Help: ")
    desk.press("Escape")
    expect(desk.page.get_by_role("dialog")).to_be_hidden()
    expect(desk.button("New from notes")).to_be_focused()
    desk.faults.clear()  # the browser tells of the refusal, as it should


def test_a_file_that_is_dropped_anywhere_is_made_a_draft(desk):
    desk.page.locator("#pages").evaluate(
        """(place, notes) => {
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([notes], "Notes of mine.md"));
            place.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
        }""",
        NOTES,
    )
    expect(desk.button("Make the draft")).to_be_focused()
    desk.press("Enter")
    expect(desk.status).to_contain_text("A draft of “Steam power in the mills”")
    assert "from Notes of mine.md" in desk.field.input_value()


def test_where_nothing_is_there_notes_are_asked_for(open_text, tmp_path):
    with serving(tmp_path / "content" / "steam.yaml", named=False) as server:
        desk = open_text(server)
        expect(desk.page.get_by_role("dialog", name="New from notes")).to_be_visible()
        desk.press("Escape")
        expect(desk.page.get_by_text("There is no content here yet.")).to_be_visible()
        desk.draft()
        expect(desk.pages().first).to_be_visible()
        desk.press("Control+s")
        expect(desk.status).to_have_text(f"Saved: content/{DRAFT}.")
        assert (tmp_path / "content" / DRAFT).is_file()
        desk.page.close()


# Writing


def test_a_mistake_is_marked_at_its_line_and_the_last_pages_stay(desk):
    desk.write_text()
    first = desk.pages().first.get_attribute("data-page")
    line = TOPIC.split("\n").index("    date: 28 June 1919") + 1
    desk.caret_to("date: 28 June")
    desk.page.keyboard.type("x")
    problem = desk.page.get_by_role("region", name="Mistakes in the text").get_by_role("article")
    expect(problem).to_contain_text("is no date that can be read")
    expect(desk.status).to_have_text(f"1 problem in line {line}")
    assert desk.marked("mistake") == [line]
    assert "✗" in desk.page.locator("#mirror .mistake").evaluate("block => getComputedStyle(block, '::before').content")
    expect(desk.field).to_have_attribute("aria-invalid", "true")
    expect(desk.pages().first).to_have_attribute("data-page", first)
    expect(desk.pages().first).to_be_visible()
    expect(desk.page.get_by_text("these pages are from before it")).to_be_visible()
    desk.press("Control+Home")
    desk.button(f"Go to line {line}").click()
    expect(desk.field).to_be_focused()
    assert desk.caret_line == line
    desk.press("Control+z")
    expect(problem).to_have_count(0)
    expect(desk.page.get_by_text("these pages are from before it")).to_be_hidden()
    assert desk.marked("mistake") == []
    assert desk.server.content.read_text("utf-8") == TOPIC


def test_what_is_typed_is_shown_without_being_saved(desk):
    desk.write_text()
    desk.caret_to("title: The Weimar Republic")
    desk.page.keyboard.type(", again")
    expect(desk.page.get_by_role("heading", level=1)).to_have_text("The Weimar Republic, again")
    expect(desk.page.get_by_text("Not saved", exact=True)).to_be_visible()
    assert desk.server.content.read_text("utf-8") == TOPIC
    with desk.page.expect_download() as waiting:
        desk.page.get_by_role("link", name="Pack (PDF)").click()
    assert waiting.value.path().read_bytes().startswith(b"%PDF")


def test_numbers_stand_at_their_lines_where_lines_wrap_and_only_what_changed_is_made_anew(desk):
    desk.write_text()
    long = "summary: " + "It was a long and windy road. " * 12
    desk.field.evaluate(
        "(field, text) => { field.value = text; field.dispatchEvent(new Event('input')); }",
        f"title: Long\n{long}\n" + "# a line\n" * 5000,
    )
    sizes = "field => [field.scrollHeight, document.getElementById('mirror').scrollHeight]"
    field, mirror = desk.field.evaluate(sizes)
    assert mirror == pytest.approx(field, abs=1)
    blocks = desk.page.locator("#mirror > div")
    expect(blocks).to_have_count(5003)
    blocks.nth(4000).evaluate("block => { block.kept = true; }")
    desk.caret_to("title: Long")
    desk.press("Enter")
    assert blocks.nth(4001).evaluate("block => block.kept")
    desk.press("Control+End")
    tops = "field => [field.scrollTop, document.getElementById('mirror').scrollTop]"
    expect.soft(blocks).to_have_count(5004)
    desk.page.wait_for_timeout(50)  # until the next picture
    top, mirrored = desk.field.evaluate(tops)
    assert top == mirrored > 50_000


def test_names_are_completed_by_keyboard(desk):
    desk.write_text()
    field, names = desk.field, desk.page.get_by_role("listbox", name="What fits here")
    desk.caret_to("    date: 1924-1929")
    desk.press("Enter")
    desk.page.keyboard.type("t")
    expect(names.get_by_role("option")).to_have_count(1)  # title and text are there already
    expect(names).to_contain_text("themeWhat the point is about")
    expect(field).not_to_have_attribute("aria-activedescendant", re.compile("."))
    desk.press("ArrowDown")
    option = names.get_by_role("option", selected=True)
    expect(field).to_have_attribute("aria-activedescendant", option.get_attribute("id"))
    desk.press("Enter")
    expect(names).to_be_hidden()
    assert "    date: 1924-1929\n    theme: \n" in field.input_value()
    desk.press("Control+z", "Control+z")
    expect(field).to_have_value(re.compile("    date: 1924-1929\n"))


def test_a_key_that_nobody_chose_in_the_list_does_what_it_does(desk):
    desk.write_text()
    names = desk.page.get_by_role("listbox", name="What fits here")
    desk.caret_to("    date: 1924-1929")
    desk.press("Enter")
    desk.page.keyboard.type("th")
    expect(names).to_be_visible()
    desk.press("Escape")
    expect(names).to_be_hidden()
    desk.press("Control+Space")
    expect(names).to_be_visible()
    desk.press("Enter")
    assert "    th\n    " in desk.field.input_value()
    desk.press("Backspace", "Backspace", "Backspace", "Backspace", "Backspace", "Control+Space", "Tab")
    assert "    theme: \n" in desk.field.input_value()


@pytest.mark.parametrize(
    ("after", "keys", "options"),
    [
        ("side: ", ["Control+Space"], ["advantage", "disadvantage"]),
        ("people:\n  - {name: Friedrich Ebert, role: The first president.}\n", list("pack:"), []),
        ("people:\n  - {name: Friedrich Ebert, role: The first president.}\n", [*"pack:", "Enter", *"pap"], ["paper"]),
        (
            "people:\n  - {name: Friedrich Ebert, role: The first president.}\n",
            [*"pack:", "Enter", *"paper: "],
            ["a4", "letter", "a5", "half-letter"],
        ),
        (
            "people:\n  - {name: Friedrich Ebert, role: The first president.}\n",
            [*"events:", "Enter", "-", " ", "Control+Space"],
            ["date", "title", "text"],
        ),
        ("    text: American ", list("ti"), []),
        ("# a comment ", list("ti"), []),
    ],
)
def test_what_fits_follows_the_place_of_the_caret(desk, after, keys, options):
    desk.write_text()
    if "comment" in after:
        desk.field.fill(TOPIC + after)
    if after == "side: ":
        desk.field.fill(TOPIC.replace("side: advantage", "side: ", 1))
    desk.caret_to(after)
    for key in keys:
        desk.press("Space" if key == " " else key)
    shown = desk.page.get_by_role("listbox", name="What fits here").get_by_role("option").locator("b")
    if options:
        expect(shown.first).to_be_visible()
    assert shown.all_text_contents()[: len(options) or None] == options


TYPED = {
    "Tab indents": ("a", ["Tab"], "a |"),
    "Tab indents to the next step": ("", ["Tab"], "  |"),
    "Shift+Tab outdents": ("    a: b", ["Shift+Tab"], "  a: b|"),
    "Tab indents all lines of a selection": ("a\n\nb", ["Control+a", "Tab"], "[  a\n\n  b]"),
    "Shift+Tab outdents all": ("  a\n b", ["Control+a", "Shift+Tab"], "[a\nb]"),
    "Enter keeps the indent": ("  a: b", ["Enter"], "  a: b\n  |"),
    "Enter goes in under a key": ("a:", ["Enter"], "a:\n  |"),
    "Enter goes in under a text": ("  a: |", ["Enter"], "  a: |\n    |"),
    "Enter goes on with a list": ("  - a", ["Enter"], "  - a\n  - |"),
    "Enter stays in an item with keys": ("- a: b", ["Enter"], "- a: b\n  |"),
    "Enter ends a list": ("- a", ["Enter", "Enter"], "- a\n|"),
    "undo takes back a Tab": ("a: b", ["Home", "Tab", "Control+z"], "|a: b"),
}


@pytest.fixture(scope="module")
def typing(window, standing):
    desk = Desk(window(), standing).opened().write_text()
    yield desk
    desk.page.close()


@pytest.mark.parametrize(("text", "keys", "after"), TYPED.values(), ids=TYPED)
def test_keys_of_the_editor(typing, text, keys, after):
    typing.field.fill(text)
    typing.press("Control+End", *keys)
    start, end = typing.field.evaluate("field => [field.selectionStart, field.selectionEnd]")
    value = typing.field.input_value()
    shown = f"{value[:start]}|{value[start:]}" if start == end else f"{value[:start]}[{value[start:end]}]{value[end:]}"
    assert shown == after


def test_escape_lets_tab_leave_the_field(desk):
    desk.write_text()
    desk.field.focus()
    expect(desk.field).to_have_accessible_description(re.compile("press Escape, then Tab, to leave the field"))
    desk.press("Escape", "Tab")
    expect(desk.field).not_to_be_focused()
    desk.press("Shift+Tab")
    expect(desk.field).to_be_focused()
    desk.press("Escape", "Shift+Tab")
    expect(desk.field).not_to_be_focused()
    assert desk.field.input_value() == TOPIC


# Saving


def test_a_text_is_saved_and_the_save_undone(desk):
    desk.write_text()
    desk.caret_to("title: The Weimar Republic")
    desk.page.keyboard.type("!")
    desk.press("Control+s")
    expect(desk.status).to_have_text("Saved: content/topic.yaml.")
    saved = TOPIC.replace("title: The Weimar Republic", "title: The Weimar Republic!", 1)
    assert desk.server.content.read_text("utf-8") == saved
    expect(desk.page.get_by_text("Not saved", exact=True)).to_be_hidden()
    desk.button("Undo the save").click()
    expect(desk.status).to_have_text("The save is undone: topic.yaml is as it was before.")
    assert desk.server.content.read_text("utf-8") == TOPIC
    expect(desk.field).to_have_value(TOPIC)
    expect(desk.page.get_by_role("heading", level=1)).to_have_text("The Weimar Republic")
    expect(desk.button("Undo the save")).to_be_hidden()


def test_a_draft_is_saved_under_a_name_that_is_free_and_its_first_save_undone(desk):
    desk.draft()
    name = desk.page.get_by_label("Save as")
    expect(name).to_have_value(DRAFT)
    name.fill("topic")
    desk.button("Save", exact=True).click()
    expect(desk.page.get_by_role("region", name="Why it is not saved")).to_contain_text("is there already")
    assert desk.server.content.read_text("utf-8") == TOPIC
    desk.faults.clear()  # the browser tells of the refusal, as it should
    name.fill("steam")
    desk.press("Enter")
    expect(desk.status).to_have_text("Saved: content/steam.yaml.")
    text = desk.field.input_value()
    assert (desk.folder / "steam.yaml").read_text("utf-8") == text
    expect(desk.page.get_by_label("Content", exact=True)).to_have_value("steam.yaml")
    desk.button("Undo the save").click()
    expect(desk.status).to_contain_text("steam.yaml is gone again, and its text is here, not saved")
    assert not (desk.folder / "steam.yaml").exists()
    assert desk.field.input_value() == text
    expect(desk.page.get_by_text("Not saved", exact=True)).to_be_visible()
    expect(desk.pages().first).to_be_visible()


def test_a_file_that_changes_is_taken_in_where_nothing_is_unsaved(desk):
    desk.write_text()
    changed = TOPIC.replace("A democracy", "A great democracy")
    desk.server.content.write_text(changed, "utf-8")
    expect(desk.field).to_have_value(changed)
    expect(desk.status).to_contain_text("Rebuilt")


def test_a_file_that_changed_meanwhile_is_not_overwritten(desk):
    desk.write_text()
    desk.caret_to("title: The Weimar Republic")
    desk.page.keyboard.type("!")
    mine = desk.field.input_value()
    theirs = TOPIC.replace("A democracy", "A great democracy")
    desk.server.content.write_text(theirs, "utf-8")
    box = desk.page.get_by_role("region", name="Changed meanwhile")
    expect(box).to_be_visible()
    desk.field.focus()
    desk.press("Control+s")
    expect(desk.status).to_have_text("It is not saved.")
    assert desk.server.content.read_text("utf-8") == theirs
    desk.faults.clear()  # the browser tells of the refusal, as it should
    desk.button("Take the file’s text").click()
    expect(desk.field).to_have_value(theirs)
    expect(box).to_be_hidden()
    desk.field.focus()
    desk.press("Control+z")
    expect(desk.field).to_have_value(mine)
    desk.press("Control+s")
    expect(desk.status).to_have_text("Saved: content/topic.yaml.")


def test_what_is_mine_is_saved_under_another_name_where_both_changed(desk):
    desk.write_text()
    desk.caret_to("title: The Weimar Republic")
    desk.page.keyboard.type("!")
    mine = desk.field.input_value()
    theirs = TOPIC.replace("A democracy", "A great democracy")
    desk.server.content.write_text(theirs, "utf-8")
    desk.button("Save mine under another name").click()
    expect(desk.page.get_by_label("Save as")).to_be_focused()
    expect(desk.page.get_by_label("Save as")).to_have_value("topic-2.yaml")
    desk.press("Enter")
    expect(desk.status).to_have_text("Saved: content/topic-2.yaml.")
    assert desk.server.content.read_text("utf-8") == theirs
    assert (desk.folder / "topic-2.yaml").read_text("utf-8") == mine


def test_what_is_not_saved_outlasts_a_look_at_another_content_and_a_reload(desk):
    desk.write_text()
    switch = desk.page.get_by_label("Content", exact=True)
    desk.caret_to("title: The Weimar Republic")
    desk.page.keyboard.type("!")
    switch.select_option("other.yaml")
    expect(desk.page.get_by_role("heading", level=1)).to_have_text("Another")
    expect(desk.field).to_have_value(OTHER)
    assert switch.locator("option").all_text_contents() == ["Another", "The Weimar Republic (not saved)"]
    assert "content=other.yaml" in desk.page.url
    desk.page.reload()
    expect(desk.field).to_have_value(OTHER)
    switch.select_option("topic.yaml")
    expect(desk.page.get_by_role("heading", level=1)).to_have_text("The Weimar Republic!")
    desk.page.reload()
    expect(desk.page.get_by_role("heading", level=1)).to_have_text("The Weimar Republic!")
    desk.button("Back to the file").click()
    expect(desk.field).to_have_value(TOPIC)
    assert switch.locator("option").all_text_contents() == ["Another", "The Weimar Republic"]


def test_leaving_with_something_unsaved_is_asked_about(desk):
    desk.write_text()
    desk.field.focus()
    desk.page.keyboard.type("# ")
    with desk.page.expect_event("dialog") as asked:
        desk.page.reload()
    assert asked.value.type == "beforeunload"


# By keyboard alone, and to axe


def test_from_notes_to_the_pdf_by_keyboard_alone(desk):
    pressed = []

    def press(*keys):
        for key in keys:
            pressed.append(key)
            desk.press(key)

    def tab_to(locator):
        for _ in range(25):
            if locator.evaluate("element => element === document.activeElement"):
                return
            press("Tab")
        raise AssertionError("the keyboard does not get there")

    tab_to(desk.button("New from notes"))
    press("Enter")
    expect(desk.page.get_by_label("Paste your notes")).to_be_focused()
    desk.page.keyboard.insert_text(NOTES)  # as Ctrl+V does
    pressed.append("Control+v")
    press("Tab", "Tab", "Tab")
    tab_to(desk.button("Make the draft"))
    press("Enter")
    expect(desk.status).to_contain_text("1 doubt")
    expect(desk.page.locator("#doubts summary")).to_be_focused()
    press("Tab", "Enter")
    expect(desk.field).to_be_focused()
    press(*["ArrowDown"] * 4, "End")  # the doubt takes two lines
    desk.page.keyboard.type("!")
    press("Escape", "Shift+Tab")
    press("Enter")
    expect(desk.page.locator("#doubts")).to_be_hidden()
    press("Control+s")
    expect(desk.status).to_have_text(f"Saved: content/{DRAFT}.")
    press("Escape")
    with desk.page.expect_download() as waiting:
        tab_to(desk.page.get_by_role("link", name="Pack (PDF)"))
        press("Enter")
    assert waiting.value.path().read_bytes().startswith(b"%PDF")
    assert "title: Mills could stand in towns!" in (desk.folder / DRAFT).read_text("utf-8")
    assert len(pressed) < 40


def test_axe_finds_nothing_to_mend_in_the_dialog_the_editor_and_its_names(open_text):
    desk = open_text(bypass_csp=True).opened()
    desk.button("New from notes").click()
    desk.button("Make the draft").click()
    expect(desk.page.get_by_role("alert")).to_be_visible()
    desk.faults.clear()  # the browser tells of the refusal, as it should
    found = [*violations(desk, "dialog", {"color-contrast-enhanced", "label", "heading-order"})]
    desk.press("Escape")
    desk.draft()
    desk.page.locator("#told summary").click()
    found += violations(desk, "draft")
    desk.caret_to("    date: 1840s")
    desk.press("Enter")
    desk.page.keyboard.type("t")
    desk.press("ArrowDown")
    expect(desk.page.get_by_role("listbox")).to_be_visible()
    found += violations(desk, "names")
    desk.press("Escape")
    expect(desk.page.get_by_role("region", name="Mistakes in the text")).to_be_visible()
    found += violations(desk, "mistake")
    desk.press("Control+s")
    expect(desk.status).to_contain_text("Saved")
    desk.page.keyboard.type("# ")
    (desk.folder / DRAFT).write_text(TOPIC, "utf-8")
    expect(desk.page.get_by_role("region", name="Changed meanwhile")).to_be_visible()
    assert [*found, *violations(desk, "both changed")] == []
