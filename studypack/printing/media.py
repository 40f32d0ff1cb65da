"""Media: sheets of paper by their self-describing names (PWG 5101.1, Media Standardized Names)."""

import re
from collections.abc import Iterable

from studypack.base.record import record
from studypack.model.choices import MILLIMETRE

_TOLERANCE = 2.0
"""Millimetres by which a page may differ from its sheet, since programs round. No two sheets below are so close."""
_INCH = 25.4
_DIMENSIONS = re.compile(r"_([\d.]+)x([\d.]+)(mm|in)$")


@record
class Media:
    """A size of paper."""

    keyword: str
    """The name that print jobs use, which ends in the size: iso_a4_210x297mm."""
    label: str
    """The name that people use: A4."""

    @property
    def millimetres(self) -> tuple[float, float]:
        """Width and height in millimetres, upright."""
        found = _DIMENSIONS.search(self.keyword)
        assert found, self.keyword
        unit = _INCH if found[3] == "in" else 1.0
        return float(found[1]) * unit, float(found[2]) * unit


MEDIA = (
    Media("iso_a4_210x297mm", "A4"),
    Media("na_letter_8.5x11in", "Letter"),
    Media("iso_a5_148x210mm", "A5"),
    Media("iso_a3_297x420mm", "A3"),
    Media("na_ledger_11x17in", "Tabloid"),
    Media("na_legal_8.5x14in", "Legal"),
    Media("na_invoice_5.5x8.5in", "Half Letter"),
    Media("iso_b4_250x353mm", "B4"),
    Media("iso_b5_176x250mm", "B5"),
    Media("jis_b4_257x364mm", "JIS B4"),
    Media("jis_b5_182x257mm", "JIS B5"),
)
"""The sizes that schools use, the most likely first."""


def media_for_size(width: float, height: float) -> Media | None:
    """Return the sheet that a page of this size, in points, fills upright or turned; None if there is none."""
    short, long = sorted((width / MILLIMETRE, height / MILLIMETRE))
    for media in MEDIA:
        sheet = media.millimetres
        if abs(sheet[0] - short) < _TOLERANCE and abs(sheet[1] - long) < _TOLERANCE:
            return media
    return None


def labels_of(keywords: Iterable[str]) -> list[str]:
    """Return the labels of the sheets among `keywords` that are in `MEDIA`, the most likely first."""
    known = set(keywords)
    return [media.label for media in MEDIA if media.keyword in known]
