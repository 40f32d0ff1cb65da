"""Every pack that comes with the program is fit to print: on A4 as it is, and in grey on small paper in large type.

The first of them, `shipped`, is held to all that there is elsewhere; these are the others.
"""

import pytest
from laws import keeps_the_laws, texts_apart_are_two_words

from studypack.base.resources import shipped_content_folder
from studypack.layout.page import Picture
from studypack.model.choices import Paper, Profile
from studypack.model.options import Flags
from studypack.pdf.tagged import pdf_bytes
from studypack.reading.load import load
from tests.pdf.files import chosen
from tests.pdf.verdict import verdict_on

OTHERS = sorted(path.stem for path in shipped_content_folder().glob("*.yaml") if path.stem != "anglo-soviet-relations")
LEAST_DOTS = 300
"""Dots an inch: what print shops ask of a drawing."""


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize(
    "flags", [Flags(), Flags(paper=Paper.A5, profile=Profile.LARGE, grey=True)], ids=["A4", "A5, large, grey"]
)
def test_it_keeps_the_laws_and_conforms(name, flags):
    pack = load(shipped_content_folder() / f"{name}.yaml").pack
    shown = []
    for sample in chosen(pack, flags, name):
        document = sample.document()
        keeps_the_laws(document)
        texts_apart_are_two_words(document)
        assert verdict_on(document, pdf_bytes(document)) == []
        shown += [item for page in document.pages for item in page.items if isinstance(item, Picture)]
    assert len(shown) >= len(pack.pictures)
    for item in shown:
        assert item.raster.width / (item.width / 72) >= LEAST_DOTS


@pytest.mark.parametrize("name", OTHERS)
def test_it_is_ours_to_give_away(name):
    pack = load(shipped_content_folder() / f"{name}.yaml").pack
    for said in (pack.rights, *(picture.credit for _, picture in pack.pictures)):
        assert "studypack" in said
        assert "CC BY 4.0" in said
