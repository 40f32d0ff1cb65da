"""Faults while files are written: full and read-only disks, limits, foreign files, interruptions, and kill -9.

The law: each file is wholly the old one or wholly the new one, and they belong together; nothing else is left in the
folder, unless the program was killed, and then the next build sweeps it.
"""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import tomllib
from contextlib import suppress
from pathlib import Path

import pytest
from disks import on_disks
from needs import missing

from studypack.base.staged_file import delete_stale
from tests.command import PROGRAM, SMALL, studypack
from tests.warm import AS_STARTED, begun, ran

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="these faults are POSIX's")

ORDEAL = Path(__file__).parent / "ordeal.py"
NAMES = ["weimar-answers.pdf", "weimar.pdf"]


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "weimar.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "build").mkdir()
    for name in NAMES:
        (tmp_path / "build" / name).write_bytes(b"old\n")
    return tmp_path


@pytest.fixture
def quick(tmp_path):
    """A folder in memory, where there is such a disk: what is written hundreds of times need not outlast a power cut."""
    if not os.access("/dev/shm", os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        yield Path(folder)


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def ordeal(*words):
    done = subprocess.run(
        [sys.executable, str(ORDEAL), *map(str, words)], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_two_hundred_times_killed_at_random_moments(quick):
    told = ordeal("random", quick, "together", "SIGKILL", 200)
    assert told["ends"] == {"-9": 200}
    assert told["broken"] == []
    assert min(told["seen"]["old"], told["seen"]["new"], told["seen"]["parts"]) > 5, "the moments were too alike"
    assert told["left"] == [], "the last writer sweeps what the killed ones left"


def test_interrupted_at_random_moments(quick):
    told = ordeal("random", quick, "together", "SIGINT", 60)
    assert told["ends"] == {"130": 60}
    assert (told["broken"], told["seen"]["parts"], told["seen"]["apart"]) == ([], 0, 0)


@pytest.mark.parametrize("name", ["SIGKILL", "SIGINT", "SIGTERM"])
def test_ended_at_every_line_of_the_writing(quick, name):
    told = ordeal("every-line", quick, "together", name)
    lines = sum(told["ends"].values()) - told["ends"]["0"]
    assert lines > 100
    assert told["broken"] == []
    assert min(told["seen"]["old"], told["seen"]["new"]) > 10
    assert told["left"] == []
    if name != "SIGKILL":
        assert (told["seen"]["parts"], told["seen"]["apart"]) == (0, 0)


@pytest.mark.parametrize("kind", [["random", "SIGKILL", 60], ["every-line", "SIGINT"]])
def test_the_ordeal_catches_who_writes_in_place(quick, kind):
    told = ordeal(kind[0], quick, "carelessly", *kind[1:])
    assert len(told["broken"]) > 2


def test_two_programs_that_write_the_same_files_do_not_hinder_each_other(quick):
    words = [sys.executable, str(ORDEAL), "rewrite", str(quick), "together", "80"]
    both = [subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    for each in both:
        out, errors = each.communicate(timeout=60)
        assert each.returncode == 0, errors
        assert None not in json.loads(out)["found"]
    assert names_in(quick) == ["pack-answers.pdf", "pack.pdf"]


def built(desk):
    assert studypack("build", cwd=desk).returncode == 0
    return {name: (desk / "build" / name).read_bytes() for name in NAMES}


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_true_builds_ended_at_random_moments(desk, number):
    content = desk / "content" / "weimar.yaml"
    versions = []
    for word in ("adult", "citizen"):
        content.write_text(SMALL.replace("adult", word), encoding="utf-8")
        versions.append(built(desk))
    begin = time.monotonic()
    assert ran("build", cwd=desk).returncode == 0
    took = time.monotonic() - begin
    chance = random.Random(7)
    for turn in range(8):
        content.write_text(SMALL.replace("adult", ("adult", "citizen")[turn % 2]), encoding="utf-8")
        running = begun("build", cwd=desk)
        time.sleep(chance.uniform(0, 1) * took)
        with suppress(ProcessLookupError):
            os.kill(running.pid, number)
        assert running.end().returncode in (-number, 130, 0)
        for name in NAMES:
            assert (desk / "build" / name).read_bytes() in [version[name] for version in versions]
        if number != signal.SIGKILL:
            assert names_in(desk / "build") == NAMES
    built(desk)
    assert names_in(desk / "build") == NAMES


INTERRUPTED_WHILE_LOADING = """
import os, signal, sys
from itertools import count
from studypack.__main__ import main
moment, sys.argv[1:] = int(sys.argv[1]), sys.argv[2:]
loaded = count()
def interrupt(event, _):
    if event == "import" and next(loaded) == moment:
        os.kill(os.getpid(), signal.SIGINT)
sys.addaudithook(interrupt)
main()
"""


@pytest.mark.parametrize("moment", [0, 1, 20, 100, 250, 400])
def test_control_c_while_modules_are_loaded_ends_it_without_a_word(desk, moment):
    words = [sys.executable, "-c", INTERRUPTED_WHILE_LOADING, str(moment), "build"]
    done = subprocess.run(words, cwd=desk, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, "", "")
    assert names_in(desk / "build") == NAMES


def test_the_installed_command_is_that_one():
    project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["scripts"] == {"studypack": "studypack.__main__:main"}


def test_control_c_brings_the_cursor_back_that_the_progress_bar_hides(desk):
    import pty

    (desk / "content" / "second.yaml").write_text(SMALL, encoding="utf-8")
    here, there = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-c", AS_STARTED, "build"],
        cwd=desk,
        stdout=there,
        stderr=there,
        env={**os.environ, "TERM": "xterm"},
    )
    os.close(there)
    shown = b""
    while b"\x1b[?25l" not in shown:
        shown += os.read(here, 4096)
    program.send_signal(signal.SIGINT)
    with suppress(OSError):  # Linux ends a terminal that nobody holds with an error
        while more := os.read(here, 4096):
            shown += more
    os.close(here)
    assert program.wait(timeout=60) == 130
    assert shown.rfind(b"\x1b[?25h") > shown.rfind(b"\x1b[?25l")


def test_the_next_build_sweeps_its_own_drafts_and_nothing_else(desk):
    folder = desk / "build"
    others = [".weimar.pdf.part", ".other.pdf.0123abcd.part", ".weimar.pdf.0123ABCD.part", "weimar.pdf.0123abcd.part"]
    for name in [".weimar.pdf.0123abcd.part", ".weimar-answers.pdf.a_b0c1d2.part", *others]:
        (folder / name).write_bytes(b"x")
    (folder / ".weimar.pdf.ffffffff.part").mkdir()
    (folder / ".weimar.pdf.eeeeeeee.part").symlink_to(desk / "content" / "weimar.yaml")
    built(desk)
    kept = {*NAMES, *others, ".weimar.pdf.ffffffff.part", ".weimar.pdf.eeeeeeee.part"}
    assert set(names_in(folder)) == kept
    assert (desk / "content" / "weimar.yaml").read_text("utf-8") == SMALL


@pytest.mark.parametrize(
    ("before", "after"), [(0o600, 0o600), (0o640, 0o640), (0o400, 0o400), (0o666, 0o644), (0o777, 0o644), (None, 0o644)]
)
def test_a_file_that_only_its_owner_may_read_stays_so_when_it_is_replaced(desk, before, after):
    for name in NAMES:
        path = desk / "build" / name
        path.unlink() if before is None else path.chmod(before)
    usual = os.umask(0o022)
    try:
        built(desk)
    finally:
        os.umask(usual)
    assert [(desk / "build" / name).stat().st_mode & 0o777 for name in NAMES] == [after, after]


def test_where_there_are_no_locks_drafts_are_swept_by_their_age(tmp_path, monkeypatch):
    """As on Windows, as far as another system can tell."""
    old, fresh = tmp_path / ".pack.pdf.0123abcd.part", tmp_path / ".pack.pdf.4567abcd.part"
    for path in (old, fresh):
        path.write_bytes(b"x")
    os.utime(old, (time.time() - 7_200, time.time() - 7_200))
    monkeypatch.setattr(sys, "platform", "win32")
    delete_stale(tmp_path / "pack.pdf")
    assert names_in(tmp_path) == [fresh.name]


def test_a_name_as_long_as_a_file_system_allows(desk):
    name = "🙂" * 60 + ".png"
    done = studypack("preview", "--png", name, cwd=desk)
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in desk.iterdir()) == ["build", "content", name]


LEFT = "ls -A build; cat build/weimar.pdf build/weimar-answers.pdf\n"


def old_ones(lines):
    """Whether what LEFT prints is the two old files and no others."""
    return lines[-4:] == [*NAMES, "old", "old"]


@pytest.mark.parametrize("full_at", NAMES)
def test_a_full_disk_leaves_the_old_pair(desk, full_at):
    """There is room for no more than the two old files; or for the new pack, too, but not for the answers."""
    pages = {name: -(-len(data) // 4096) for name, data in built(desk).items()}
    room = 2 + (pages["weimar.pdf"] + 1 if full_at == "weimar-answers.pdf" else 0)
    lines = on_disks(
        f"mount -t tmpfs -o size={4 * room}k tmpfs build\n"
        f"echo old >build/weimar.pdf; echo old >build/weimar-answers.pdf\ntried build\n{LEFT}",
        desk, PROGRAM,
    )  # fmt: skip
    assert f"error: cannot write build/{full_at}: no space left on device" in lines
    assert "status=1" in lines
    assert old_ones(lines)


def test_a_full_disk_leaves_no_picture_and_no_starter(desk):
    lines = on_disks(
        """
        mount -t tmpfs -o size=4k tmpfs build; echo old >build/weimar-preview.png
        tried preview
        ls -A build; cat build/weimar-preview.png
        mkdir full; mount -t tmpfs -o size=4k tmpfs full; head -c 4096 /dev/zero >full/filler; cd full
        tried new full/topic.yaml
        tried new topic.yaml
        ls -A
        """,
        desk, PROGRAM,
    )  # fmt: skip
    words = "\n".join(lines)
    assert "cannot write build/weimar-preview.png: no space left on device" in words
    assert "status=1\nweimar-preview.png\nold\n" in words
    assert "cannot write topic.yaml: no space left on device" in words
    assert words.endswith("status=1\nfiller\nfull"), "an empty folder was made before the disk was full"


def test_a_disk_without_room_for_another_name_leaves_the_old_pair(desk):
    lines = on_disks(
        "mount -t tmpfs -o nr_inodes=4 tmpfs build; echo old >build/weimar.pdf; echo old >build/weimar-answers.pdf\n"
        f"tried build\n{LEFT}",
        desk, PROGRAM,
    )  # fmt: skip
    assert "error: cannot write build/weimar-answers.pdf: no space left on device" in lines
    assert old_ones(lines)


def test_a_read_only_disk_leaves_the_old_pair(desk):
    lines = on_disks(
        f"mount --bind build build; mount -o remount,ro,bind build\ntried build\ntried build -o build/deeper\n{LEFT}",
        desk, PROGRAM,
    )  # fmt: skip
    assert "error: cannot write build/weimar.pdf: read-only file system" in lines
    assert "error: cannot make the folder build/deeper: read-only file system" in lines
    assert lines.count("status=1") == 2
    assert old_ones(lines)


@pytest.mark.parametrize("busy", NAMES)
def test_where_one_of_a_pair_cannot_be_replaced_the_other_is_not(desk, busy):
    """A file that something is mounted on cannot lose its name."""
    lines = on_disks(f"mount --bind build/{busy} build/{busy}\ntried build\n{LEFT}", desk, PROGRAM)
    assert f"error: cannot write build/{busy}: device or resource busy" in lines
    assert "status=1" in lines
    assert old_ones(lines)


def test_where_one_of_a_pair_cannot_be_replaced_the_other_is_not_made(desk):
    lines = on_disks(
        "rm build/weimar.pdf; mount --bind build/weimar-answers.pdf build/weimar-answers.pdf; tried build; ls -A build",
        desk, PROGRAM,
    )  # fmt: skip
    assert lines[-1:] == ["weimar-answers.pdf"]


TIDIED = """
import os, sys
renamed = []
def tidy(event, arguments):
    if event == "os.rename":
        renamed.append(arguments[0])
        if len(renamed) == 2:
            os.unlink(arguments[0])  # as a cleaner of hidden files might, at the worst moment
sys.addaudithook(tidy)
"""
"""What goes before a run: its second file finds no place."""


@pytest.mark.parametrize("there_before", [NAMES, [], ["weimar.pdf"], ["weimar-answers.pdf"]])
def test_where_the_second_file_finds_no_place_the_first_gives_its_own_back(desk, there_before):
    for name in set(NAMES) - set(there_before):
        (desk / "build" / name).unlink()
    done = ran("build", cwd=desk, code=TIDIED + AS_STARTED)
    assert done.returncode == 1
    assert "error: cannot write build/weimar-answers.pdf: no such file or directory" in done.stderr
    assert names_in(desk / "build") == sorted(there_before)
    assert all((desk / "build" / name).read_bytes() == b"old\n" for name in there_before)


LIMITED = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (%d, resource.RLIM_INFINITY))
"""


@pytest.mark.parametrize("most", [0, 1000, 20_000])
def test_a_limit_on_the_size_of_files_leaves_the_old_pair(desk, most):
    code = LIMITED % most + AS_STARTED
    if most:
        done = ran("build", cwd=desk, code=code)
    else:  # not even words may go into a file
        words = [sys.executable, "-c", code, "build"]
        done = subprocess.run(words, cwd=desk, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert "cannot write build/weimar.pdf: file too large" in done.stderr
    assert "Traceback" not in done.stderr
    assert names_in(desk / "build") == NAMES
    assert {(desk / "build" / name).read_bytes() for name in NAMES} == {b"old\n"}


UNPRIVILEGED = """
import os, sys
if os.getuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
if tidied := %r:
    def tidy(event, arguments):
        if event == "os.rename" and tidied in str(arguments[0]):
            os.unlink(arguments[0])
    sys.addaudithook(tidy)
"""
"""Another user's libraries may lie where this one cannot look: all that a command needs is loaded before."""


@pytest.fixture
def nobody(tmp_path):
    """Root can become somebody without rights, and give files away; but not in every container."""
    if os.getuid() == 0:
        try:
            os.chown(tmp_path, 65534, 65534)
            os.chown(tmp_path, 0, 0)
        except OSError:
            missing("there is no other user in this container")


def as_anyone(desk, *words, tidied=""):
    """A command of a user without privileges; the drafts of what is `tidied` are gone when they are to take their places."""
    for path in (desk, *desk.parents):  # pytest's folders are closed to others
        if path.stat().st_uid == os.getuid() and path.name:
            path.chmod(path.stat().st_mode | 0o011)
    done = ran(*(words or ["build"]), cwd=desk, code=UNPRIVILEGED % tidied + AS_STARTED)
    assert "Traceback" not in done.stderr
    return done


def test_a_content_folder_that_is_not_for_us_is_told(desk, nobody):
    (desk / "content").chmod(0)
    done = as_anyone(desk)
    (desk / "content").chmod(0o755)
    assert done.returncode == 1
    assert "content: permission denied\n  = help: ask for the right" in done.stderr


@pytest.mark.parametrize("command", ["build", "preview", "print"])  # each declares its files in its own way
def test_a_file_that_is_not_for_us_is_told_where_it_is_named(desk, nobody, command):
    (desk / "content" / "weimar.yaml").chmod(0)
    done = as_anyone(desk, command, "content/weimar.yaml")
    assert done.returncode == 1
    assert done.stderr.startswith("error: this file may not be read\n --> content/weimar.yaml\n  = help: ask for the")


def test_a_folder_that_is_not_for_us_is_told(desk, nobody):
    (desk / "build").chmod(0o555)
    done = as_anyone(desk)
    assert done.returncode == 1
    assert "cannot write build/weimar.pdf: permission denied" in done.stderr
    assert names_in(desk / "build") == NAMES


@pytest.mark.skipif(sys.platform == "win32" or os.getuid() != 0, reason="only root owns what others cannot replace")
def test_a_file_of_somebody_else_in_a_shared_folder_leaves_the_pair(desk, nobody):
    """In a folder like /tmp everybody may write, and replace only what is theirs."""
    folder = desk / "build"
    folder.chmod(0o1777)
    os.chown(folder / "weimar.pdf", 65534, 65534)
    done = as_anyone(desk)
    assert done.returncode == 1
    assert "cannot write build/weimar-answers.pdf: operation not permitted" in done.stderr
    assert names_in(folder) == NAMES
    assert {(folder / name).read_bytes() for name in NAMES} == {b"old\n"}


@pytest.mark.skipif(sys.platform == "win32" or os.getuid() != 0, reason="only root owns what others cannot link to")
@pytest.mark.parametrize("tidied", NAMES)
@pytest.mark.parametrize("of_root", NAMES)
def test_what_cannot_be_given_back_takes_its_place_last(desk, nobody, of_root, tidied):
    """A second name for somebody else's file is not allowed (Linux, fs.protected_hardlinks), replacing it may be."""
    folder = desk / "build"
    folder.chmod(0o777)
    for name in NAMES:
        os.chown(folder / name, *((0, 0) if name == of_root else (65534, 65534)))
    done = as_anyone(desk, tidied=tidied)
    assert done.returncode == 1
    assert f"cannot write build/{tidied}: no such file or directory" in done.stderr
    assert names_in(folder) == NAMES
    assert {(folder / name).read_bytes() for name in NAMES} == {b"old\n"}


@pytest.mark.parametrize("command", ["schema", "build", "check", "sections", "--help"])
def test_a_full_standard_output_is_told(desk, command):
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full")
    done = ran(command, cwd=desk, streams={"stdout": "/dev/full"})
    assert (done.returncode, done.stderr) == (
        1,
        "error: cannot write to the standard output: no space left on device\n",
    )
