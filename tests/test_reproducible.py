"""The same content and choices give the same bytes, wherever, whenever and by whomever; and nothing of them is in the file."""

import getpass
import hashlib
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tomllib
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from studypack.model.choices import Key, Paper, Profile
from studypack.model.options import Flags
from studypack.output.build import render
from studypack.reading.load import read
from tests.command import PROGRAM, SMALL, studypack

CHOICES = {
    "plain": [],
    "a booklet": ["--booklet"],
    "two pages to a sheet": ["--two-up"],
    "large, grey and eco": ["--profile", "large", "--grey", "--eco"],
    "by seed, divided": ["--seed", "7", "--hyphenate", "--set", "worksheets.ladder=yes", "--set", "table.mode=sort"],
}


def digests(folder):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def run(*words, cwd, program=(str(PROGRAM),), umask=0o022, **environment):
    """Run the program in an environment that holds little else than what is given."""
    usual = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TEMP") if name in os.environ}
    done = subprocess.run(
        [*program, *map(str, words)],
        cwd=cwd, env={**usual, **environment}, umask=umask if os.name == "posix" else -1,
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done


EVERY_KEY = Path(__file__).parent / "fuzz" / "corpus" / "every-key.yaml"
EVERY_SECTION = EVERY_KEY.read_text("utf-8").partition("\npack:")[0] + "\n"
"""Something in every section, and no choices of its own."""

IN_TURN = """
import json, sys
from studypack.cli import app
for words in json.loads(sys.argv[1]):
    app(words, standalone_mode=False)
"""


def everything(shipped, out, cwd, names=tuple(CHOICES), begin="", **more):
    """Every kind of file that the program makes, each in a folder of its own, and the first pack: their digests."""
    (cwd / "every.yaml").write_text(EVERY_SECTION, "utf-8")
    commands = [["build", "every.yaml", "--out", str(out / name), *CHOICES[name]] for name in names]
    commands.append(["build", str(shipped), "--out", str(out / "first")])
    commands.append(["preview", "every.yaml", "--png", str(out / "sheet" / "sheet.png")])
    run(json.dumps(commands), cwd=cwd, program=(sys.executable, "-c", begin + IN_TURN), **more)
    return {
        f"{name}: {file}": digest
        for name in (*names, "first", "sheet")
        for file, digest in digests(cwd / out / name).items()
    }


@pytest.fixture(scope="module")
def first(tmp_path_factory, shipped_path):
    """What is made here and now."""
    folder = tmp_path_factory.mktemp("first")
    return everything(shipped_path, folder, folder, PYTHONHASHSEED="0")


SURROUNDINGS = {
    "far east, Turkish, closed": {
        "PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8",
        "HOME": "/nonexistent", "umask": 0o077,
    },
    "far west, C, open": {
        "PYTHONHASHSEED": "4294967295", "TZ": "America/Lima", "LANG": "C", "LC_ALL": "C", "LANGUAGE": "de",
        "PYTHONUTF8": "0", "COLUMNS": "20", "TERM": "dumb", "umask": 0o000,
    },
}  # fmt: skip


@pytest.mark.parametrize("around", list(SURROUNDINGS.values()), ids=list(SURROUNDINGS))
def test_the_same_bytes_in_any_surroundings(first, around, tmp_path, shipped_path):
    place = tmp_path / "another working directory, with a longer path" / "ä"
    place.mkdir(parents=True)
    (place / "copy").mkdir()
    content = place / "copy" / shipped_path.name
    content.write_bytes(shipped_path.read_bytes())
    os.utime(content, (0, 0))
    made = everything(Path("copy") / content.name, Path("out"), place, **around)
    assert made == first
    assert len(made) > 2 * len(CHOICES)


def test_the_same_bytes_alone_and_in_company(tmp_path):
    """What a process has set before leaves nothing behind in what it sets next."""
    one, other = tmp_path / "every.yaml", tmp_path / "weimar.yaml"
    one.write_text(EVERY_SECTION, encoding="utf-8")
    other.write_text(SMALL, encoding="utf-8")
    for out, files in (("both", [one, other]), ("back", [other, one])):
        run("build", *files, "-o", out, cwd=tmp_path)
    for file in (one, other):
        run("build", file, "-o", "alone", cwd=tmp_path)
    assert len(digests(tmp_path / "both")) == 4
    assert digests(tmp_path / "both") == digests(tmp_path / "back") == digests(tmp_path / "alone")


def installed(target):
    """The package as a wheel lays it out; a real wheel is built, installed and compared by .ci/run."""
    checkout = Path(__file__).parent.parent
    wheel = tomllib.loads((checkout / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"][
        "wheel"
    ]
    inside = {**{name: name for name in wheel["packages"]}, **wheel["force-include"]}
    assert len(inside) == 3
    for source, place in inside.items():
        shutil.copytree(checkout / source, target / place, ignore=shutil.ignore_patterns("__pycache__"))
    return target


def test_the_same_bytes_from_installs_in_two_places(first, tmp_path, shipped_path):
    """Under paths of different lengths, compiled and not."""
    for more, place in (({"PYTHONDONTWRITEBYTECODE": "1"}, "a"), ({}, "another/place/with/a/much/longer/path")):
        target = installed(tmp_path / place)
        begin = f"import sys; sys.path.insert(0, {str(target)!r}); import studypack; "
        begin += f"assert studypack.__file__.startswith({str(target)!r})\n"
        made = everything(shipped_path, target / "out", tmp_path, ["by seed, divided"], begin, **more)
        assert any(name.startswith("by seed") for name in made)
        assert made == {file: digest for file, digest in first.items() if file in made}


def identifier(data):
    with pikepdf.open(BytesIO(data)) as pdf:
        return bytes(pdf.trailer.ID[0]), bytes(pdf.trailer.ID[1])


def test_the_identifier_follows_the_content_and_the_choices():
    """Files that differ in a byte have different names for themselves."""
    pack, other = (
        read(text.encode(), "every.yaml").pack
        for text in (EVERY_SECTION, EVERY_SECTION.replace("A second paragraph.", "A third paragraph."))
    )
    choices = [
        Flags(),
        Flags(paper=Paper.LETTER),
        Flags(paper=Paper.A5),
        Flags(profile=Profile.CLEAR),
        Flags(profile=Profile.LARGE),
        Flags(grey=True),
        Flags(eco=True),
        Flags(grey=True, eco=True),
        Flags(hyphenate=True),
        Flags(duplex=False),
        Flags(duplex=True),
        Flags(punch=True),
        Flags(seed=1),
        Flags(key=Key.APPENDIX),
        Flags(skip=("cover",)),
        Flags(sections=("table",)),
        Flags(sections=("timeline",)),
        Flags(booklet=True),
        Flags(two_up=True),
        Flags(settings=("table.mode=paired",)),
        Flags(settings=("timeline.scale=even",)),
        Flags(settings=("worksheets.support=none",)),
        Flags(settings=("worksheets.gap=stretch",)),
        Flags(settings=("flashcards.flip=short",)),
    ]
    files = [made.data for flags in choices for made in render(pack, flags, "pack")]
    files += [made.data for flags in (choices[0], choices[-1]) for made in render(other, flags, "pack")]
    by_bytes = {hashlib.sha256(data).digest(): identifier(data) for data in files}
    assert len(by_bytes) > len(choices) + 10
    assert len(set(by_bytes.values())) == len(by_bytes)
    assert all(first == second != b"" for first, second in by_bytes.values())


def all_of(data):
    """A PDF's own bytes, and all that is compressed in it, streams and strings."""
    parts = [data]
    with pikepdf.open(BytesIO(data)) as pdf:
        looked_at = 0
        for number in range(1, len(pdf.objects) + 1):
            thing = pdf.get_object(number, 0)
            if isinstance(thing, pikepdf.Stream):
                looked_at += 1
                parts += [thing.read_bytes(), *strings_of(thing.stream_dict)]
            else:
                parts += strings_of(thing)
        parts += [bytes(pdf.docinfo[key]) for key in pdf.docinfo]
    assert looked_at > 10
    return b"\n".join(parts)


def strings_of(thing):
    """Every string in an object, as text where it is text; references are not followed, for their objects come up too."""
    if isinstance(thing, pikepdf.String):
        return [bytes(thing), str(thing).encode("utf-8", "replace")]
    if isinstance(thing, pikepdf.Dictionary):
        return [each for key in thing for each in held(thing, key)]
    if isinstance(thing, pikepdf.Array):
        return [each for index in range(len(thing)) for each in held(thing, index)]
    return []


def held(thing, key):
    inside = thing[key]
    return [] if isinstance(inside, pikepdf.Object) and inside.is_indirect else strings_of(inside)


def test_nothing_of_the_machine_and_the_moment_is_in_a_file(tmp_path):
    """The words would be found: they are put into the content, and looked for as they may be written."""
    secrets = {
        "folder": "secretfolderz", "host": socket.gethostname(), "user": getpass.getuser(), "home": str(Path.home()),
        "python": sys.prefix, "checkout": str(Path(__file__).parent.parent), "fonts": "SourceSerif4_400Regular.ttf",
        "zone": "Pacific/Kiritimati", "login": "secretlogin", "temporary": str(tmp_path),
    }  # fmt: skip
    # A host or user of three letters would be found in any file by chance.
    secrets = {name: word for name, word in secrets.items() if len(word) > 3}
    place = tmp_path / "secretfolderz"
    place.mkdir()
    (place / "topic.yaml").write_text(SMALL, encoding="utf-8")
    more = {"USER": "secretlogin", "LOGNAME": "secretlogin", "TZ": "Pacific/Kiritimati", "HOME": str(Path.home())}
    commands = [["build", "topic.yaml", *words] for words in CHOICES.values()]
    run(json.dumps(commands), cwd=place, program=(sys.executable, "-c", IN_TURN), **more)
    made = [path.read_bytes() for path in sorted((place / "build").iterdir())]
    assert len(made) == 4
    for data in map(all_of, made):
        assert b"The Weimar Republic" in data
        for name, word in secrets.items():
            assert not any(form in data for form in (word.encode(), word.encode("utf-16-be"))), name
        years = {int(year) for year in re.findall(rb"(?:D:|Date>)(\d{4})", data)}
        assert years == {2000}, "ReportLab's fixed day"
    (place / "topic.yaml").write_text(SMALL.replace("Weimar", "secretfolderz"), encoding="utf-8")
    assert studypack("build", "topic.yaml", cwd=place).returncode == 0
    assert b"secretfolderz" in all_of((place / "build" / "topic.pdf").read_bytes()), "the search finds what is there"


def test_source_date_epoch_sets_the_only_dates(tmp_path):
    (tmp_path / "topic.yaml").write_text(SMALL, encoding="utf-8")
    run("build", "topic.yaml", "-o", "x", cwd=tmp_path, SOURCE_DATE_EPOCH="1700000000", TZ="Asia/Tokyo")
    studypack("build", "topic.yaml", "-o", "y", cwd=tmp_path, SOURCE_DATE_EPOCH="1700000000")
    studypack("build", "topic.yaml", "-o", "z", cwd=tmp_path, SOURCE_DATE_EPOCH="1700000001")
    assert digests(tmp_path / "x") == digests(tmp_path / "y") != digests(tmp_path / "z")
    data = all_of((tmp_path / "x" / "topic.pdf").read_bytes())
    assert set(re.findall(rb"D:(\d{14})", data)) == {b"20231114221320"}
    found = [identifier((tmp_path / name / "topic.pdf").read_bytes()) for name in "xz"]
    assert found[0] != found[1]
