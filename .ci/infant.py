"""Make the faces of fonts/StudypackInfant: Andika without what studypack does not print.

    python -m venv infant && infant/bin/pip install fonttools==4.68.0
    infant/bin/python .ci/infant.py Andika-Regular.ttf Andika-Bold.ttf

Andika 6.101 is in the Debian package fonts-sil-andika. It is under the SIL Open Font License, which allows changed
versions under other names than its own. Its a and g are as children write them, and nothing crosses its nought.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

FONTS = Path(__file__).parents[1] / "fonts"
NAME = "Studypack Infant"
VOICES = {"400Regular": "Regular", "700Bold": "Bold"}
"""The names of the files, and of the faces."""
BLOCKS = (
    *((0x20, 0x7E), (0xA0, 0x24F), (0x2B0, 0x36F), (0x400, 0x45F), (0x490, 0x491), (0x1E00, 0x1EFF)),
    *((0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x218F), (0x2190, 0x22FF)),
)
"""Latin, Cyrillic, punctuation, money and signs; Greek is not whole in Andika, and comes from another face."""


def renamed(font: TTFont, voice: str) -> None:
    """Give the font its own names: the license reserves those of Andika and SIL for the faces as they came."""
    file = f"{NAME.replace(' ', '')}-{voice}"
    names = {
        1: NAME,
        2: voice,
        3: file,
        4: f"{NAME} {voice}",
        5: f"{font['name'].getDebugName(5)}; from Andika",
        6: file,
    }
    kept = {
        0: font["name"].getDebugName(0),
        13: "SIL Open Font License, Version 1.1",
        14: "https://openfontlicense.org",
    }
    font["name"].names = []
    for number, text in (names | kept).items():
        font["name"].setName(text, number, 3, 1, 0x409)


def main() -> None:
    """Make both faces from the files that are given, the regular one first."""
    for source, (file, voice) in zip(sys.argv[1:], VOICES.items(), strict=True):
        font = TTFont(source, recalcTimestamp=False)
        options = Options(layout_features=["mark", "mkmk"], hinting=False, notdef_outline=True, drop_tables=["Silt"])
        cut = Subsetter(options)
        cut.populate(unicodes=[code for first, last in BLOCKS for code in range(first, last + 1)])
        cut.subset(font)
        scale_upem(font, 1000)
        renamed(font, voice)
        font.save(FONTS / f"StudypackInfant_{file}.ttf")


if __name__ == "__main__":
    main()
