"""Records do what frozen dataclasses with slots do."""

import pickle
from dataclasses import dataclass, field, replace

import pytest

from studypack.base.record import record


@record
class Pair:
    one: int
    two: str = "b"
    aside: float = field(default=0, compare=False, repr=False)


@record
class Single:
    one: int


@record
class Same:
    one: int

    def __eq__(self, other):
        return True

    __hash__ = None


@record
class Wider(Pair):
    three: int = 3


@dataclass(frozen=True, slots=True)
class Usual:
    one: int


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        (Pair(1), Pair(1), True),
        (Pair(1), Pair(2), False),
        (Pair(1), Pair(1, aside=2), True),
        (Pair(1), replace(Pair(2), one=1), True),
        (Pair(1), Wider(1), False),
        (Wider(1), Wider(1, three=4), False),
        (Single(1), Single(1), True),
        (Single(1), Usual(1), False),
        (Single(1), (1,), False),
    ],
)
def test_records_are_equal_as_their_fields_are(one, other, equal):
    assert (one == other) is equal
    assert (len({one, other}) == 1) is equal


def test_a_record_is_shown_copied_and_matched_by_its_fields():
    assert repr(Pair(1, aside=2)) == "Pair(one=1, two='b')"
    assert hash(Single(7)) == hash(Usual(7))
    assert pickle.loads(pickle.dumps(Wider(1))) == Wider(1)
    assert not hasattr(Pair(1), "__dict__")
    match Pair(1, "c"):
        case Pair(one, two):
            assert (one, two) == (1, "c")


def test_methods_of_its_own_stay():
    assert Same(1) == Same(2)
    with pytest.raises(TypeError, match="unhashable"):
        hash(Same(1))
