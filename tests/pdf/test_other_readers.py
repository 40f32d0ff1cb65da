"""What other programs make of the file: qpdf of its syntax, Poppler of its structure."""

import re
import subprocess

import pytest
from needs import program

from studypack.model.options import Flags, Key, Paper, Profile
from tests.pdf.files import chosen, every_key
from tests.pdf.tagged import opened, spoken_by

PACKS = {
    "the usual pack": Flags(),
    "large print with its key": Flags(profile=Profile.LARGE, paper=Paper.A5, key=Key.APPENDIX, hyphenate=True),
    "sheets without help": Flags(
        profile=Profile.CLEAR,
        sections=("worksheets", "table", "timeline", "evaluation"),
        settings=("worksheets.support=none", "table.mode=sort", "timeline.mode=cut", "evaluation.mode=scaffold"),
    ),
}


IN_EVERY_WAY = pytest.mark.parametrize("name", PACKS)


def files(content, name, folder):
    """The pack and its key, each as a path and as bytes."""
    for number, sample in enumerate(chosen(content, PACKS[name], name)):
        path, data = folder / f"{number}.pdf", sample.data()
        path.write_bytes(data)
        yield path, data


@IN_EVERY_WAY
def test_qpdf_finds_no_fault_in_the_syntax(shipped, name, tmp_path):
    for path, _ in files(shipped, name, tmp_path):
        done = subprocess.run([program("qpdf"), "--check", path], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, ""), done.stdout
        assert "No syntax or stream encoding errors found" in done.stdout


def words_of(text):
    return re.sub(r"\s", "", text)


@IN_EVERY_WAY
def test_poppler_reads_the_elements_in_their_order(name, tmp_path):
    for path, data in files(every_key(), name, tmp_path):
        done = subprocess.run([program("pdfinfo"), "-struct-text", path], capture_output=True, text=True, check=True)
        assert done.stderr == ""
        read = re.findall(r'^\s*"(.*)"$', done.stdout, re.M)
        assert len(read) > 9
        with opened(data) as tagged:
            assert words_of("".join(read)) == words_of(spoken_by(tagged, said=True))
