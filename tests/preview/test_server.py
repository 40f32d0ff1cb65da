"""The server as any client finds it: what it gives, what it refuses, and how it ends."""

import http.client
import json
import os
import shlex
import signal
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from preview.serving import serving

from studypack.preview.renderer import WIDTHS
from tests.command import started, studypack
from tests.pictures import picture_file


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C cannot be sent to one process there")
def test_it_says_where_it_is_and_ctrl_c_ends_it_at_once_though_pages_listen(server):
    assert server.address == f"http://127.0.0.1:{server.port}/"
    assert server.process.stdout.readline() == "Shows content/topic.yaml as it is saved. Ctrl-C ends it.\n"
    listener = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    listener.request("GET", "/events")
    assert listener.getresponse().readline().startswith(b"data: ")
    assert server.end() == 130
    assert server.process.stderr.read() == ""
    listener.close()


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="only Linux tells how busy a program is")
def test_ctrl_c_ends_it_at_once_though_it_sets_a_long_pack(content):
    point = "  - {side: advantage, title: One, text: Many words that come to little.}\n"
    content.write_text("title: Long\npoints:\n" + 5_000 * point, "utf-8")
    with serving(content) as server, socket.create_connection(("127.0.0.1", server.port)) as asking:
        before = server.busy()
        asking.sendall(f"GET /proof HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n".encode())
        while server.busy() < before + 1:
            time.sleep(0.01)
        assert server.end() == 130
        assert server.process.stderr.read() == ""


BROKEN = [
    ("Transfer-Encoding: chunked", b"zz\r\nabc\r\n0\r\n\r\n", 400),
    ("Transfer-Encoding: chunked", b"5\r\nabcde\r\n-1\r\n\r\n", 400),
    ("Transfer-Encoding: chunked", b"0\r\na trailer without a colon\r\n\r\n", 400),
    ("Transfer-Encoding: chunked", b"5\r\nabcde\r\n0\r\n\r\n", 200),
    ("Transfer-Encoding: gzip", b"", 400),
    ("Content-Length: 3", b"abc", 200),
    ("Content-Length: -5", b"", 400),
    ("Content-Length: some", b"", 400),
    ("Content-Length: 5\r\nContent-Length: 6", b"abcdef", 400),
    (f"Content-Length: {'9' * 30}", b"abc", 400),
    ("X-Words: \xff\xfe", b"", 200),
    ("Upgrade: websocket\r\nConnection: Upgrade", b"", 200),
]
"""Lines of a request, its body, and the status of the answer."""


@pytest.mark.skipif(os.name == "nt", reason="signals are of POSIX")
def test_a_broken_request_is_answered_and_the_terminal_stays_clean(server):
    for head, body, answer in BROKEN:
        for path in ("/", "/proof?paper=%ff"):
            request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n{head}\r\n\r\n"
            with socket.create_connection(("127.0.0.1", server.port), timeout=30) as asking:
                asking.sendall(request.encode("latin-1") + body)
                assert int(asking.recv(100).split()[1]) == (answer if path == "/" else 400), head
    assert server.ask("/").status == 200
    server.process.send_signal(signal.SIGTERM)
    assert server.process.wait(10) == -signal.SIGTERM, "a polite end is an end"
    assert server.process.stderr.read() == ""


def test_a_port_can_be_named_and_may_be_taken_and_flags_are_in_the_address(content):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = started("preview", "--serve", "--port", port, cwd=content.parent.parent)
    assert done.returncode == 1
    assert f"cannot listen on port {port}" in done.stderr
    assert "leave --port out" in done.stderr
    words = ["--paper", "a5", "-s", "table,worksheets", "--set", "worksheets.support=bank"]
    with serving(content, "--port", port, *words) as server:
        assert server.address == f"http://127.0.0.1:{port}/?sections=table,worksheets&paper=a5&worksheets.support=bank"


def test_a_folder_is_no_content(content):
    done = started("preview", "--serve", "content", cwd=content.parent.parent)
    assert done.returncode == 1
    assert "this is a folder, not a file" in done.stderr
    assert "name a file in it: topic.yaml" in done.stderr


def test_only_this_computer_can_reach_it(shared):
    # All of 127.0.0.0/8 is this computer; a server of every address would answer here, too.
    with pytest.raises(OSError), socket.create_connection(("127.0.0.2", shared.port), timeout=2):
        pass


# Who may ask


@pytest.mark.parametrize(
    "host", ["example.org", "127.0.0.1", "127.0.0.1:1", "localhost.example.org:{port}", "evil@127.0.0.1:{port}", ""]
)
def test_another_name_for_this_computer_is_refused(shared, host):
    for path in ("/", "/proof", "/pack.pdf", "/events", "/static/main.js"):
        assert shared.ask(path, host=host.format(port=shared.port) or " ").status in (400, 403)


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://example.org"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Dest": "image"},
        {"Sec_Fetch_Site": "same-site", "Sec_Fetch_Dest": "empty"},
        {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Dest": "iframe"},
    ],
)
def test_a_page_of_another_site_is_refused(shared, headers):
    for path in ("/", "/proof", "/pack.pdf", "/events"):
        response = shared.ask(path, **headers)
        assert (response.status, response.data) == (403, b"This preview answers to its own page only.")


def test_its_own_page_and_a_link_to_it_are_answered(shared):
    own = f"http://127.0.0.1:{shared.port}"
    assert shared.ask("/proof", Origin=own, Sec_Fetch_Site="same-origin").status == 200
    assert shared.ask("/", host=f"localhost:{shared.port}", Sec_Fetch_Site="none").status == 200
    assert shared.ask("/", Sec_Fetch_Site="cross-site", Sec_Fetch_Dest="document").status == 200
    assert shared.ask("/pack.pdf", Sec_Fetch_Site="cross-site", Sec_Fetch_Dest="document").status == 403


def test_the_browser_is_told_to_load_nothing_else(shared):
    for path in ("/", "/static/main.js", "/proof", "/nothing"):
        headers = shared.ask(path).headers
        policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
        assert policy["default-src"] == policy["frame-ancestors"] == policy["form-action"] == "'none'"
        assert policy["script-src"] == policy["style-src"] == "'self'"
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert headers["Access-Control-Allow-Origin"] is None


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd",
        "/content/topic.yaml",
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/static/",
        "/static//etc/passwd",
        "/fonts/OFL-source-sans-3.ttf",
        "/fonts/..%2f..%2fREADME.ttf",
        "/fonts/AtkinsonHyperlegibleNext_400Regular.ttf",
        "/docs",
        "/openapi.json",
    ],
)
def test_nothing_of_the_file_system_is_served(shared, path):
    assert shared.ask(path).status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_what_only_shows_takes_nothing(shared, method):
    assert shared.ask("/proof", method, Origin=f"http://127.0.0.1:{shared.port}").status == 405


def test_every_file_that_the_page_names_is_there(shared):
    page = shared.ask("/").data.decode()
    names = [part.split('"')[0] for part in page.split('="static/')[1:]]
    assert sorted(names) == ["icon.svg", "main.js", "preview.css", "writing.css"]
    style = shared.ask("/static/preview.css").data.decode()
    fonts = [part.split('"')[0] for part in style.split('url("..')[1:]]
    assert len(fonts) == 3
    assert "http" not in page + style
    for path in [*(f"/static/{name}" for name in names), *fonts]:
        assert shared.ask(path).status == 200, path


# What may be asked


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("paper=a3", "pack.paper cannot be 'a3'"),
        ("papre=a4", "there is nothing to choose called 'papre'"),
        ("seed=%00", "pack.seed cannot be '\\x00'"),
        ("sections=tabel", "there is no section 'tabel'"),
        ("sections=", "no section is chosen"),
        ("table.mode=pared", "table.mode cannot be 'pared'"),
        ("glossary.mode=x", "there are no settings for 'glossary'"),
        ("settings=x", "there is nothing to choose called 'settings'"),
        ("&".join(["paper=a4"] * 500), "too much is asked for at once"),
    ],
)
@pytest.mark.parametrize("path", ["/proof", "/pack.pdf", "/left-out"])
def test_a_wrong_query_is_refused_with_a_reason(shared, path, query, message):
    response = shared.ask(f"{path}?{query}")
    assert response.status == 400
    assert json.loads(response.data)["problems"][0]["message"] == message.encode().decode("unicode_escape")


def test_pictures_come_in_few_widths(shared):
    page = shared.proof()["files"][0]["pages"][0]
    assert shared.ask(f"/page/{page['id']}/801.jpg").status == 400
    for width in ("99999999999999999999", "9" * 5_000, "wide"):
        assert shared.ask(f"/page/{page['id']}/{width}.jpg").status == 400
    assert shared.ask(f"/page/{'0' * 16}/800.jpg").status == 404
    for width in WIDTHS:
        response = shared.ask(f"/page/{page['id']}/{width}.jpg")
        assert response.status == 200
        assert response.headers["Cache-Control"] == "no-store"
        with Image.open(BytesIO(response.data)) as picture:
            assert picture.width == width
            assert abs(picture.height / width - page["height"] / page["width"]) < 0.01


@pytest.mark.parametrize(
    ("wishes", "said", "unsaid"),
    [
        (
            {"paper": "a5", "profile": "standard", "grey": "yes", "eco": "no", "seed": "7", "sides": "two"}
            | {"sections": "cover,table,worksheets", "cloze__support": "bank", "cloze__distractors": "0"},
            {"--duplex", "--grey", "worksheets.support=bank", "cover,table,worksheets"},
            {"standard", "--full-ink"},
        ),
        ({"imposition": "booklet", "punch": "no"}, {"--booklet"}, {"--paper", "--no-punch"}),
        ({"imposition": "two-up", "punch": "yes", "sides": "one"}, {"--two-up", "--punch", "--one-sided"}, {"--paper"}),
        ({"key": "none", "sections": "table"}, {"--key", "none", "--sections", "table"}, {"--skip"}),
    ],
)
def test_the_files_are_those_that_the_told_command_makes(shared, content, wishes, said, unsaid):
    told = shared.proof(**wishes)
    words = shlex.split(told["command"])
    assert words[:3] == ["studypack", "build", "content/topic.yaml"]
    assert said <= set(words)
    assert not unsaid & set(words)
    files = [shared.ask(f"/{name}?{told['query']}") for name in ("pack.pdf", "answers.pdf")]
    done = studypack(*words[1:], cwd=content.parent.parent)
    assert done.returncode == 0, done.stderr
    assert {path.name for path in (content.parent.parent / "build").iterdir()} == {
        each["name"] for each in told["files"]
    }
    for file, response in zip(told["files"], files, strict=False):
        assert response.headers["Content-Type"] == "application/pdf"
        assert response.headers["Content-Disposition"] == f"attachment; filename*=utf-8''{file['name']}"
        assert response.data == (content.parent.parent / "build" / file["name"]).read_bytes()


def test_there_are_no_answers_where_nothing_has_any(shared):
    assert shared.ask("/answers.pdf?key=none").status == 404
    assert len(shared.proof(key="none")["files"]) == 1
    assert len(shared.proof(key="appendix")["files"]) == 1


def test_problems_stand_in_place_of_the_pages(written):
    good = written.content.read_text(encoding="utf-8")
    written.content.write_text(
        good.replace("date: 28 June 1919", "date: 28 Jnue 1919") + "\nzzz: 1\n", encoding="utf-8"
    )
    told = written.proof()
    assert [problem["message"] for problem in told["problems"]] == [
        "'28 Jnue 1919' is no date that can be read",
        "unknown key 'zzz'",
    ]
    first = told["problems"][0]
    line = 1 + good.partition("date: 28 June 1919")[0].count("\n")
    assert (first["source"], first["line"], first["hint"]) == (
        "content/topic.yaml",
        line,
        "did you mean 28 June 1919?",
    )
    assert first["excerpt"] == ["    date: ", "28 Jnue 1919", ""]
    response = written.ask("/pack.pdf")
    assert response.status == 409
    assert f"content/topic.yaml:{line}:".encode() in response.data
    written.content.write_text(good, encoding="utf-8")
    assert written.proof()["files"]


def test_a_thousand_problems_are_counted(written):
    written.content.write_text("title: T\n" + "".join(f"key{n}: 1\n" for n in range(1_500)), encoding="utf-8")
    told = written.proof()
    assert (len(told["problems"]), told["more"] > 800) == (100, True)


def revision_in(line):
    """The revision that a line of the event stream tells; empty if it tells none."""
    found = line.decode().removeprefix("data: ").strip()
    return json.loads(found)["topic.yaml"] if found.startswith("{") else ""


def test_saves_are_news(written):
    listener = http.client.HTTPConnection("127.0.0.1", written.port, timeout=10)
    listener.request("GET", "/events")
    response = listener.getresponse()
    assert response.headers["Content-Type"].startswith("text/event-stream")
    revision = revision_in(response.readline())
    assert response.readline() == b"\n"
    assert json.loads(written.ask("/proof").data)["revision"] == revision
    written.content.write_text("title: [", encoding="utf-8")
    news = revision_in(response.readline())
    assert news != revision
    assert written.proof()["revision"] == news
    listener.close()


def test_saves_of_a_picture_are_news_and_are_shown(written):
    dam = written.content.parent / "dam.png"
    dam.write_bytes(picture_file())
    good = written.content.read_text(encoding="utf-8")
    written.content.write_text(f"{good}\ncover: {{file: dam.png, alt: A dam}}\n", encoding="utf-8")
    before = written.proof()
    listener = http.client.HTTPConnection("127.0.0.1", written.port, timeout=10)
    listener.request("GET", "/events")
    response = listener.getresponse()
    while revision_in(response.readline()) != written.proof()["revision"]:
        pass  # the save of the content, and the first sight of its picture
    dam.write_bytes(picture_file(color="firebrick"))
    while not (news := revision_in(response.readline())):
        pass
    after = written.proof()
    assert after["revision"] == news != before["revision"]
    assert after["files"][0]["pages"][0]["id"] != before["files"][0]["pages"][0]["id"]
    dam.unlink()
    assert [problem["message"] for problem in written.proof()["problems"]] == ["there is no file 'dam.png'"]
    listener.close()


def test_many_who_ask_at_once_each_get_their_own(shared):
    wishes = [{"paper": paper, "seed": str(seed)} for paper in ("a4", "a5", "letter") for seed in range(4)]
    alone = [shared.proof(**each)["files"] for each in wishes]

    def ask(each):
        files = shared.proof(**each)["files"]
        return files, shared.ask(f"/page/{files[0]['pages'][0]['id']}/240.jpg").status

    with ThreadPoolExecutor(16) as pool:
        together = list(pool.map(ask, wishes * 3))
    assert [files for files, _ in together] == alone * 3
    assert {status for _, status in together} == {200}


def test_who_goes_away_leaves_no_work_behind(shared):
    for seed in range(1_000, 1_040):
        with socket.create_connection(("127.0.0.1", shared.port)) as asking:
            asking.sendall(f"GET /proof?seed={seed} HTTP/1.1\r\nHost: 127.0.0.1:{shared.port}\r\n\r\n".encode())
    assert shared.proof()["files"]


def test_the_pack_that_is_downloaded_can_be_read(shared):
    with pypdfium2.PdfDocument(shared.ask("/pack.pdf?sections=table").data) as pdf:
        assert "Hyperinflation" in pdf[0].get_textpage().get_text_bounded()
