"""A short run of the fuzzer of formulas."""

import pytest

from studypack.base.formula import outline
from tests.fuzz import formulas


def test_any_latex_is_drawn_or_refused():
    became, finds = formulas.run("short", 0, 400)
    assert finds == []
    assert min(became["drawn"], became["said"], became["refused"]) > 20, became


def test_a_planted_mistake_is_found(monkeypatch):
    monkeypatch.setattr(outline, "_effort", lambda root: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        formulas.examine("x + planted")
