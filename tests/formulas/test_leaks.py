"""A formula that a gap hides is nowhere in the pupil's file: neither its LaTeX nor its words nor its outlines."""

import pytest
from packs import all_pairs

from studypack.base.formula.outline import drawn
from studypack.layout.page import Outline
from studypack.model.choices import Key, Profile
from studypack.model.modes import GapWidth, Support
from studypack.model.options import Flags
from studypack.output.build import render
from studypack.reading.load import read
from tests.pdf.leaks import places_of

YAML = r"""
title: Of $\Gamma$
question: Is {{it}} not $\zeta\psi^\omega$?
worksheets:
  - title: One
    passage: |
      It is {{$\zeta\psi^\omega$|zzyzx::a $\Xi\rho\Lambda$}} and not {{$\frac{\chi}{\upsilon}$}}, nor {{Xe~77~Fx}}, of $\Pi$.

      | One | Two |
      |---|---|
      | {{$\aleph_0$}} | $\tau$ |
"""
PACK = read(YAML.encode(), "p.yaml").pack
ANSWERS = (
    r"\zeta\psi^\omega",
    "zeta psi to the power omega",
    r"\frac{\chi}{\upsilon}",
    "chi over upsilon",
    "Xe77Fx",
    r"\aleph_0",
    "aleph",
)


@pytest.mark.parametrize(
    ("support", "gap", "profile", "fillable"), all_pairs(Support, GapWidth, Profile, (False, True))
)
def test_what_a_gap_hides_is_nowhere(support, gap, profile, fillable):
    settings = (f"worksheets.support={support}", f"worksheets.gap={gap}")
    flags = Flags(
        sections=("contents", "worksheets"), settings=settings, profile=profile, key=Key.SEPARATE, fillable=fillable
    )
    pupils, teachers = render(PACK, flags, "topic")
    banked = support in (Support.BANK, Support.BANK_HINTS)
    leaked = {word for word in ("zzyzx", *(() if banked else ANSWERS)) if places_of(word, pupils.data)}
    assert leaked == set()
    drawings = [item.drawing for page in pupils.document.pages for item in page.items if isinstance(item, Outline)]
    hidden = [drawn(each) for each in (r"\zeta\psi^\omega", r"\frac{\chi}{\upsilon}", r"\aleph_0")]
    shapes = {drawing.contours for drawing in drawings}
    assert banked or profile is not Profile.STANDARD or not shapes & {each.contours for each in hidden}
    hint = places_of("\\Xi\\rho\\Lambda", pupils.data)
    assert bool(hint) == (support is Support.BANK_HINTS)
    assert all(places_of(word, teachers.data) for word in (*ANSWERS, "zzyzx"))
