"""What the preview's server takes: notes, texts, saves; never over a file that changed, and never from another page."""

import codecs
import json
import os
from urllib.parse import urlencode

import pytest
from preview.conftest import NOTES, TOPIC
from preview.serving import serving

from studypack.base import limits
from tests.command import studypack

ANSWER = "Sure!\n```yaml\ntitle: Steam\npoints:\n  - {side: A, title: Speed, text: 'It was {{fast}}.'}\n```\nMore?\n"


class Desk:
    """A server, and what a page of its own may send."""

    def __init__(self, server):
        self.server = server
        self.folder = server.content.parent

    def send(self, method, path, body=b"", **query):
        origin = f"http://127.0.0.1:{self.server.port}"
        address = f"{path}?{urlencode(query)}"
        response = self.server.ask(address, method, body=body, Origin=origin, Sec_Fetch_Site="same-origin")
        return response.status, json.loads(response.data)

    def source(self, name="topic.yaml"):
        status, found = self.send("GET", "/source", content=name)
        assert status == 200, found
        return found

    def save(self, text, version, name="topic.yaml"):
        return self.send("PUT", "/source", text.encode(), content=name, version=version)


@pytest.fixture(scope="module")
def standing(tmp_path_factory):
    content = tmp_path_factory.mktemp("desk") / "content" / "topic.yaml"
    content.parent.mkdir()
    content.write_text(TOPIC, "utf-8")
    with serving(content) as server:
        yield Desk(server)


@pytest.fixture
def desk(standing):
    """A desk on which a test may write: it is cleared up afterwards."""
    yield standing
    for path in standing.folder.iterdir():
        path.unlink()
    standing.server.content.write_text(TOPIC, "utf-8")


# Notes


def test_notes_become_a_draft_whose_pages_are_shown_before_it_is_a_file(desk):
    status, made = desk.send("POST", "/draft", NOTES.encode())
    assert (status, made["content"], made["pasted"]) == (200, "steam-power-in-the-mills.yaml", False)
    assert "3 points" in made["summary"][0]
    _, posted = desk.send("POST", "/text", made["text"].encode())
    _, proof = desk.send("GET", "/proof", content=made["content"], text=posted["text"], paper="a5")
    assert proof["title"] == "Steam power in the mills"
    assert proof["files"][0]["pages"][0]["width"] < 421
    lines = made["text"].split("\n")
    assert [doubt["says"][:5] for doubt in proof["doubts"]] == ["title"]
    assert all(lines[doubt["line"] - 1].strip().startswith("# ?") for doubt in proof["doubts"])
    assert desk.server.ask(f"/pack.pdf?content={made['content']}&text={posted['text']}").data.startswith(b"%PDF")
    assert not (desk.folder / made["content"]).exists()


def test_a_word_file_is_read_by_its_bytes(desk):
    from docx import Document

    document, path = Document(), desk.folder / "notes.docx"
    document.add_heading("Steam", 1)
    document.add_heading("Pros", 2)
    document.add_paragraph("Speed: it was fast", style="List Bullet")
    document.save(path)
    status, made = desk.send("POST", "/draft", path.read_bytes(), name="notes.docx")
    assert (status, made["content"]) == (200, "steam.yaml")


def test_a_pasted_answer_is_the_pack_in_it(desk):
    status, made = desk.send("POST", "/draft", ANSWER.encode())
    assert (status, made["pasted"], made["content"]) == (200, True, "steam.yaml")
    assert made["text"].startswith("title: Steam\n")
    assert any("Sure!" in line for line in made["summary"])


@pytest.mark.parametrize(
    ("body", "query", "says"),
    [
        (b"", {}, "the file is empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), {"name": "notes.png"}, "a picture cannot be read as notes"),
        (NOTES.encode(), {"language": "no language"}, "'no language' is no language"),
        ("漢字".encode(), {}, "there is nothing in these notes that a pack can print"),
    ],
)
def test_notes_that_make_no_draft_are_told(desk, body, query, says):
    status, told = desk.send("POST", "/draft", body, **query)
    assert status == 422
    assert says in told["problems"][0]["message"]
    assert told["problems"][0]["hint"]


def test_doubts_are_told_of_a_text_that_cannot_be_read(desk):
    _, posted = desk.send("POST", "/text", b"# ? one\n#   more of it\ntitle: [\n")
    _, told = desk.send("GET", "/proof", text=posted["text"])
    assert told["doubts"] == [{"line": 1, "says": "one more of it"}]
    assert told["problems"]


def test_a_text_that_is_no_longer_kept_is_to_be_posted_again(desk):
    assert desk.send("GET", "/proof", text="0" * 24) == (404, {"gone": True})
    assert desk.send("POST", "/text", b"x" * (limits.BYTES + 1))[0] == 413
    assert desk.send("POST", "/text", b"title: a\0b")[0] == 422


# Files


def test_the_contents_of_the_folder_are_listed(desk):
    (desk.folder / "another.yml").write_text('title: "Another"\npoints: [\n', "utf-8")
    (desk.folder / "broken.yaml").write_bytes(b"\xff\xff")
    (desk.folder / ".hidden.yaml").write_text("title: Hidden\n", "utf-8")
    (desk.folder / "notes.txt").write_text("title: Notes\n", "utf-8")
    _, found = desk.send("GET", "/contents")
    assert found["shown"] == "topic.yaml"
    assert found["contents"] == [
        {"name": "another.yml", "title": "Another"},
        {"name": "broken.yaml", "title": ""},
        {"name": "topic.yaml", "title": "The Weimar Republic"},
    ]
    (desk.folder / "another.yml").write_text("title: Another\npoints: []\nsummary: A text.\n", "utf-8")
    _, proof = desk.send("GET", "/proof", content="another.yml")
    assert (proof["title"], proof["content"]) == ("Another", "another.yml")


KEPT = {
    "as it is": ("title: Über\n", b"title: \xc3\x9cber\n"),
    "Windows' line ends": ("title: One\r\nperiod: Two\r\n", b"title: One\r\nperiod: Two\r\n"),
    "a byte order mark": ("\ufefftitle: One\n", codecs.BOM_UTF8 + b"title: One\n"),
}


@pytest.mark.parametrize(("text", "data"), KEPT.values(), ids=KEPT)
def test_a_save_keeps_line_ends_and_byte_order_mark(desk, text, data):
    desk.server.content.write_bytes(data)
    source = desk.source()
    assert source["text"] == text.replace("\r\n", "\n").removeprefix("\ufeff")
    status, saved = desk.save(source["text"] + "# more\n", source["version"])
    assert (status, saved["undoable"]) == (200, True)
    end = b"\r\n" if b"\r\n" in data else b"\n"
    assert desk.server.content.read_bytes() == data + b"# more" + end
    status, undone = desk.send("POST", "/undo", content="topic.yaml", version=saved["version"])
    assert (status, undone) == (200, source)
    assert desk.server.content.read_bytes() == data


def test_saves_are_undone_one_after_another_and_a_new_file_goes(desk):
    first = desk.save("title: One\n", "", "new.yaml")[1]
    assert (desk.folder / "studypack.schema.json").is_file()
    second = desk.save("title: Two\n", first["version"], "new.yaml")[1]
    assert desk.source("new.yaml")["text"] == "title: Two\n"
    once = desk.send("POST", "/undo", content="new.yaml", version=second["version"])[1]
    assert (once["text"], once["undoable"]) == ("title: One\n", True)
    twice = desk.send("POST", "/undo", content="new.yaml", version=once["version"])[1]
    assert twice == {"text": "", "version": "", "undoable": False}
    assert not (desk.folder / "new.yaml").exists()
    assert desk.send("POST", "/undo", content="new.yaml", version="")[0] == 409


def test_nothing_is_written_over_a_file_that_changed_meanwhile(desk):
    seen = desk.source()["version"]
    desk.server.content.write_text("title: Mine\n", "utf-8")
    status, told = desk.save("title: Yours\n", seen)
    assert (status, told["version"]) == (409, desk.source()["version"])
    assert "was changed by another program" in told["problems"][0]["message"]
    status, told = desk.save("title: Yours\n", "")
    assert (status, "is there already" in told["problems"][0]["message"]) == (409, True)
    desk.server.content.unlink()
    status, told = desk.save("title: Yours\n", seen)
    assert (status, "is gone" in told["problems"][0]["message"]) == (409, True)
    assert not desk.server.content.exists()


def test_nothing_is_undone_in_a_file_that_changed_meanwhile(desk):
    saved = desk.save("title: Two\n", desk.source()["version"])[1]
    desk.server.content.write_text("title: Mine\n", "utf-8")
    assert desk.source()["undoable"] is False
    for version in (saved["version"], desk.source()["version"]):
        assert desk.send("POST", "/undo", content="topic.yaml", version=version)[0] == 409
    assert desk.server.content.read_text("utf-8") == "title: Mine\n"


@pytest.mark.parametrize(
    "name",
    ["../topic.yaml", "a/b.yaml", "a\\b.yaml", "/etc/passwd", ".yaml", ".x.yaml", "x.txt", "C:x.yaml", "a\0.yaml", ""],
)
def test_no_other_name_is_read_or_written(desk, name):
    before = sorted(desk.folder.parent.rglob("*"))
    assert desk.save("title: One\n", "", name)[0] == 422
    assert desk.send("GET", "/source", content=name)[0] == 422
    if name:
        assert desk.send("GET", "/proof", content=name)[0] == 400
    assert sorted(desk.folder.parent.rglob("*")) == before


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_link_goes_on_leading_to_its_file(desk):
    file = desk.folder.parent / "elsewhere.yaml"
    file.write_text("title: One\n", "utf-8")
    (desk.folder / "link.yaml").symlink_to(file)
    assert desk.save("title: Two\n", desk.source("link.yaml")["version"], "link.yaml")[0] == 200
    assert file.read_text("utf-8") == "title: Two\n"
    assert (desk.folder / "link.yaml").is_symlink()


def test_a_character_that_cannot_be_seen_is_not_saved(desk):
    status, told = desk.save("title: a\u202eb\n", desk.source()["version"])
    assert (status, told["problems"][0]["line"]) == (422, 1)
    assert desk.server.content.read_text("utf-8") == TOPIC


def test_editors_get_the_schema(desk, tmp_path):
    _, schema = desk.send("GET", "/schema")
    assert schema == json.loads(studypack("schema", cwd=tmp_path).stdout)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "https://example.org"},
        {"Origin": "null"},
        {"Sec_Fetch_Site": "same-origin"},
        {"Origin": "http://127.0.0.1:{port}", "Sec_Fetch_Site": "cross-site"},
    ],
)
@pytest.mark.parametrize("path", ["/text", "/draft", "/undo?content=topic.yaml", "/source?content=topic.yaml"])
def test_only_the_page_itself_may_write(desk, path, headers):
    named = {key: value.format(port=desk.server.port) for key, value in headers.items()}
    method = "PUT" if path.startswith("/source") else "POST"
    assert desk.server.ask(path, method, body=b"title: Evil\n", **named).status == 403
    assert desk.server.content.read_text("utf-8") == TOPIC


def test_it_begins_where_there_is_no_content_yet(tmp_path):
    with serving(tmp_path / "content" / "steam.yaml", named=False) as server:
        desk = Desk(server)
        assert "There is no content yet" in server.process.stdout.readline()
        assert desk.send("GET", "/contents")[1] == {"contents": [], "shown": ""}
        assert server.ask("/").status == 200
        made = desk.send("POST", "/draft", NOTES.encode())[1]
        assert desk.save(made["text"], "", made["content"])[0] == 200
        assert desk.send("GET", "/contents")[1]["shown"] == made["content"]
    built = studypack("build", cwd=tmp_path)
    assert built.returncode == 0, built.stderr
