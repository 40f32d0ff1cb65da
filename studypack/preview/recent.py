"""Keeps what was made last, up to a weight."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Recent(Generic[Key, Value]):
    """Values by key; what was not asked for longest goes first. The newest always stays, however heavy."""

    def __init__(self, limit: int, weight: Callable[[Value], int]) -> None:
        self._limit = limit
        self._weight = weight
        self._kept: OrderedDict[Key, Value] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Key) -> Value | None:
        """The value of a key, or None."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def keep(self, key: Key, value: Value) -> Value:
        """Take a value in, let go of what is too much, and give the value back."""
        with self._lock:
            self._kept[key] = value
            self._kept.move_to_end(key)
            while len(self._kept) > 1 and self.weight > self._limit:
                self._kept.popitem(last=False)
        return value

    @property
    def weight(self) -> int:
        """Of all that is kept."""
        return sum(map(self._weight, self._kept.values()))

    def __iter__(self) -> Iterator[Value]:
        """The values, newest first."""
        with self._lock:
            return iter(list(reversed(self._kept.values())))
