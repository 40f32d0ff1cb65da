"""Advice on pictures: coarse or tiny in print, described badly, or giving away what a sheet asks for."""

import pytest

from tests.command import studypack
from tests.pictures import picture_file

HEAD = "title: Dams\npoints:\n  - {side: advantage, title: Fuel, text: 'It is {{free}}.'}\n"
SHEET = "worksheets:\n- title: W\n  passage: 'A wall holds back a {{reservoir|lake}}.'\n  picture: "
CARD = "flashcards:\n- front: What is it?\n  back: A dam.\n  picture: "
LAW = "flashcards:\n- front: What is it?\n  back: $V = IR$\n  picture: "
LONG = "A wall of concrete with water to its left, " * 5


@pytest.mark.parametrize(
    ("written", "says", "at"),
    [
        ("cover: {file: small.png, alt: A dam, width: 100%}", "prints coarse: 23 pixels an inch", "small.png"),
        ("cover: {file: small.png, alt: A dam}", "is printed 17 mm wide, for it has 100 × 50 pixels", "small.png"),
        ("cover: {file: dam.png, alt: A dam}", "", ""),
        ("cover: {file: dam.png, alt: A dam, width: 30%}", "", ""),
        ("cover: {file: dam.png, alt: dam.png}", "does not say what the picture shows", "dam.png}"),
        ("cover: {file: dam.png, alt: IMG_2041}", "does not say what the picture shows", "IMG_2041"),
        ("cover: {file: dam.png, alt: A dam, caption: A dam.}", "hears this twice", "A dam,"),
        ("cover: {file: dam.png, alt: A wall, caption: A dam}", "", ""),
        (f"cover: {{file: dam.png, alt: '{LONG}'}}", "takes long to hear: it has 214 characters", "'A wall"),
        (SHEET + "{file: dam.png, alt: A Reservoir}", "an answer of this worksheet, 'reservoir'", "A Reservoir"),
        (SHEET + "{file: dam.png, alt: A, caption: By the lake}", "an answer of this worksheet, 'lake'", "By the lake"),
        (SHEET + "{file: dam.png, alt: A, credit: Lakeside}", "'lake': it is not printed there", "Lakeside"),
        (SHEET + "{file: dam.png, alt: A wall}", "", ""),
        (CARD + "{file: dam.png, alt: Here is a dam}", "an answer of this card, 'A dam'", "Here"),
        (CARD + "{file: dam.png, alt: A wall}", "", ""),
        (LAW + "{file: dam.png, alt: As V equals I R}", "an answer of this card, 'V equals I R'", "As V"),
        (LAW + "{file: dam.png, alt: A circuit}", "", ""),
    ],
)
def test_what_is_advised(tmp_path, written, says, at):
    (tmp_path / "dam.png").write_bytes(picture_file(1200, 800))
    (tmp_path / "small.png").write_bytes(picture_file(100, 50))
    (tmp_path / "pack.yaml").write_text(HEAD + written + "\n", encoding="utf-8")
    result = studypack("check", "pack.yaml", cwd=tmp_path)
    told = [block for block in result.stdout.split("\n\n") if "--> pack.yaml:" in block]
    told = [block for block in told if "almost empty" not in block and "on the side" not in block]
    assert bool(told) == bool(says), told
    if says:
        (block,) = told
        message, _, excerpt, carets, help_ = block.splitlines()
        assert says in message
        assert excerpt[carets.index("^") :].startswith(at)
        assert help_.strip().startswith("= help: ")
