"""What other programs make of the file: qpdf of its syntax, Poppler and pdf.js of its structure."""

import json
import re
import subprocess
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from needs import pdfjs, program

from studypack.layout.joints import SOFT_HYPHEN
from studypack.layout.page import TextRun
from studypack.model.choices import Key, Paper, Profile
from studypack.model.options import Flags
from studypack.pdf.tagged import pdf_bytes
from tests.pdf.elements import Element, Piece
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


@cache
def made(name):
    """The small pack and its key, each as a document and as bytes."""
    documents = [sample.document() for sample in chosen(every_key(), PACKS[name], name)]
    return [(document, pdf_bytes(document)) for document in documents]


def files(name, folder):
    """The same, each with its path."""
    for number, (document, data) in enumerate(made(name)):
        path = folder / f"{number}.pdf"
        path.write_bytes(data)
        yield path, document, data


@IN_EVERY_WAY
def test_qpdf_finds_no_fault_in_the_syntax(name, tmp_path):
    for path, _, _ in files(name, tmp_path):
        done = subprocess.run([program("qpdf"), "--check", path], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, ""), done.stdout
        assert "No syntax or stream encoding errors found" in done.stdout


def words_of(text):
    return re.sub(r"\s", "", text)


@IN_EVERY_WAY
def test_poppler_reads_the_elements_in_their_order(name, tmp_path):
    for path, _, data in files(name, tmp_path):
        done = subprocess.run([program("pdfinfo"), "-struct-text", path], capture_output=True, text=True, check=True)
        assert done.stderr == ""
        read = re.findall(r'^\s*"(.*)"$', done.stdout, re.M)
        assert len(read) > 9
        with opened(data) as tagged:
            assert words_of("".join(read)) == words_of(spoken_by(tagged, said=True))


SCRIPT = Path(__file__).parent / "pdfjs.mjs"


@IN_EVERY_WAY
def test_pdfjs_reads_the_elements_in_their_order(name, tmp_path):
    """And hears what elements give in the place of their content, which is not in the text that is copied."""
    node, library = pdfjs()
    for path, _, data in files(name, tmp_path):
        done = subprocess.run([node, SCRIPT, library, "read", path], capture_output=True, text=True, check=True)
        pages = json.loads(done.stdout)
        with opened(data) as tagged:
            said, count = list(read_in_place(tagged.root, tagged.sequences)), 0
            assert len(pages) == len(tagged.pdf.pages)
            for number, parts in enumerate(pages):
                ours = "".join(text for page, text in said if page == number)
                assert words_of("".join(text for _, text in parts)) == words_of(ours), number
                count += len(parts)
        assert count > 9


def read_in_place(element, sequences):
    """What a reader hears, part by part, each with its page."""
    instead = element.text("/Alt") or element.text("/ActualText")
    if instead is not None:
        yield from dict.fromkeys((piece.page, instead) for piece in element.all_pieces())
        return
    for part in element.parts:
        if isinstance(part, Element):
            yield from read_in_place(part, sequences)
        elif isinstance(part, Piece):
            yield part.page, sequences[part.page, part.number].text


@IN_EVERY_WAY
def test_pdfjs_copies_what_is_printed_and_nothing_that_is_only_heard(name, tmp_path):
    node, library = pdfjs()
    for path, document, _ in files(name, tmp_path):
        done = subprocess.run([node, SCRIPT, library, "copy", path], capture_output=True, text=True, check=True)
        for page, copied in zip(document.pages, json.loads(done.stdout), strict=True):
            placed = "".join(item.text for item in page.items if isinstance(item, TextRun)).replace(SOFT_HYPHEN, "")
            assert Counter(words_of(copied).replace(SOFT_HYPHEN, "")) == Counter(words_of(placed)), page.number
